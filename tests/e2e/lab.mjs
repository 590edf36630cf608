// What nearly every test file begins with: the served build, and the page that a test looks at. Node runs each file in a
// process of its own, so that each file has its own.

import { after, afterEach, before } from "node:test";
import { startLab } from "./harness.mjs";

/** The served build, while the tests of the file run. */
export let lab;
/** The page that was opened last. */
export let page;
/** What the page was opened with, where tests share it. */
let shared;

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
  shared = undefined;
  // Browsers draw nothing of a page that is behind another one.
  await page?.close();
  page = await from.openPage(options);
}

/**
 * Shows a view in the page that the tests share. Opening a page takes more than most tests do with it, so that the one which
 * is there is led to the view, unless it was opened with other options.
 *
 * For tests to which it is all the same what was done before: what other views are set to, the choices of language and
 * colours, storage and history stay as they were left.
 *
 * @param {object} [options] those of `openPage` in harness.mjs
 */
export async function showView({ fragment = "", ...options } = {}) {
  const wanted = JSON.stringify(options, (_, value) => (typeof value === "function" ? String(value) : value));
  if (wanted === shared) return page.showAfresh(fragment);
  await openPage({ fragment, ...options });
  shared = wanted;
}

/** For tests that each open a page of their own, which must have said nothing by its end. */
export function onPagesOfTheirOwn() {
  afterEach(async () => {
    page.assertQuiet();
    await page.close();
  });
}

/** For tests that use `showView`, or each open a page of their own, which must have said nothing by its end. */
export function onSharedPages() {
  afterEach(() => page.assertQuiet());
}

/** One page, opened by `open`, for tests that each go to a link of their own. */
export function onOnePage(open) {
  before(() => open());
  afterEach(() => page.assertQuiet());
  after(() => page.close());
}
