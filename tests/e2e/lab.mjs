// What nearly every test file begins with: the served build, and the page that a test looks at. Node runs each file in a
// process of its own, so that each file has its own.

import { after, afterEach, before } from "node:test";
import { startLab } from "./harness.mjs";

/** The served build, while the tests of the file run. */
export let lab;
/** The page that was opened last. */
export let page;

before(async () => {
  lab = await startLab();
});
after(() => lab.close());

/**
 * Opens another page.
 *
 * @param {object} [options] those of `openPage` in harness.mjs
 * @param {object} [from] a build that a test has served itself
 */
export async function openPage(options, from = lab) {
  page = await from.openPage(options);
}

/** For tests that each open a page of their own, which must have said nothing by its end. */
export function onPagesOfTheirOwn() {
  afterEach(async () => {
    page.assertQuiet();
    await page.close();
  });
}

/** One page, opened by `open`, for tests that each go to a link of their own. */
export function onOnePage(open) {
  before(() => open());
  afterEach(() => page.assertQuiet());
  after(() => page.close());
}
