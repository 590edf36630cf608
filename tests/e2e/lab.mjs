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
 * Opens the page that the tests share, unless it is one that was opened with these options.
 *
 * @param {object} options those of `openPage` in harness.mjs
 * @returns {Promise<boolean>} whether it was there already; then nothing has been said in it, but it shows what it showed
 */
export async function sharePage({ fragment = "", ...options }) {
  const wanted = JSON.stringify(options, (_, value) => (typeof value === "function" ? String(value) : value));
  if (wanted === shared) {
    page.forget();
    return true;
  }
  await openPage({ fragment, ...options });
  shared = wanted;
  return false;
}

/**
 * Shows a view in the page that the tests share. Opening a page takes more than most tests do with it, so that the one which
 * is there is led to the view, unless it was opened with other options.
 *
 * For tests to which it is all the same what was done before: what other views are set to, the choice of colours, storage
 * and history stay as they were left. Where a test has chosen another language, the one that is asked for is chosen again.
 *
 * @param {object} [options] those of `openPage` in harness.mjs
 */
export async function showView({ fragment = "", ...options } = {}) {
  if (!(await sharePage({ fragment, ...options }))) return;
  const { lang } = options;
  if (lang !== undefined && (await page.root()).lang !== lang) await page.choose("lang", lang);
  await page.showAfresh(fragment);
}

/**
 * Loads a view into the page that the tests share: the app starts there with nothing but the address, which takes less than
 * half of what another page takes. Storage and history stay as they were left.
 *
 * @param {object} [options] those of `openPage` in harness.mjs
 */
export async function loadView({ fragment = "", ...options } = {}) {
  if (!(await sharePage({ fragment, ...options }))) return;
  const { query = {}, lang } = options;
  // Going from there to an address that differs by its fragment alone would be another view of the same document.
  await page.page.goto(`${lab.url}icon.svg`);
  page.forget();
  await page.page.goto(lab.address({ fragment, query: lang === undefined ? query : { ...query, lang } }));
  await page.ready();
}

/** For tests that each open a page of their own, which must have said nothing by its end. */
export function onPagesOfTheirOwn() {
  afterEach(async () => {
    page.assertQuiet();
    await page.close();
  });
}

/** For tests that use `showView` and `loadView`, or each open a page of their own, which must have said nothing by its end. */
export function onSharedPages() {
  afterEach(() => page.assertQuiet());
}

/** One page, opened by `open`, for tests that each go to a link of their own. */
export function onOnePage(open) {
  before(() => open());
  afterEach(() => page.assertQuiet());
  after(() => page.close());
}
