// The served build and the page under test, for nearly every test file. Node runs each file in a process of its own, so that
// each file has a build and a page of its own.

import { after, afterEach, before } from "node:test";
import { startLab } from "./harness.mjs";

/** The served build while the tests of the file run. */
export let lab;
/** The page that was opened last. */
export let page;
/** The options of the page that tests share, as JSON; undefined while no page is shared. */
let shared;

before(async () => {
  lab = await startLab();
});
after(() => lab.close());

/**
 * Opens another page.
 *
 * @param {object} [options] those of `openPage` in harness.mjs
 * @param {object} [from] another served build
 */
export async function openPage(options, from = lab) {
  shared = undefined;
  // Browsers draw nothing in a page that is behind another page.
  await page?.close();
  page = await from.openPage(options);
}

/**
 * Opens the page that the tests share, unless the present one was opened with the same options.
 *
 * @param {object} options those of `openPage` in harness.mjs
 * @returns {Promise<boolean>} whether the page was already open. Its records are then empty, but it shows its last view.
 */
export async function sharePage({ fragment = "", ...options }) {
  const wanted = JSON.stringify(options, (_, value) => (typeof value === "function" ? String(value) : value));
  // A page that has said something, such as a crash, has failed its test and should not fail the next ones.
  if (wanted === shared && page.isQuiet) {
    page.forget();
    return true;
  }
  await openPage({ fragment, ...options });
  shared = wanted;
  return false;
}

/**
 * Shows a view in the page that the tests share. Opening a page takes longer than most tests, so the open page goes to the
 * view, unless it has other options.
 *
 * For tests that do not depend on earlier ones: the settings of other views, the theme, storage and history stay as they are.
 * If the language differs from `options.lang`, the link to the page in this language is followed.
 *
 * @param {object} [options] those of `openPage` in harness.mjs
 */
export async function showView({ fragment = "", ...options } = {}) {
  if (!(await sharePage({ fragment, ...options }))) return;
  const { lang } = options;
  if (lang !== undefined && (await page.root()).lang !== lang) await page.chooseLanguage(lang);
  await page.showAfresh(fragment);
}

/**
 * Loads a view into the page that the tests share. The app starts with nothing but the address, in less than half the time of
 * another page. Storage and history stay as they are.
 *
 * @param {object} [options] those of `openPage` in harness.mjs
 */
export async function loadView({ fragment = "", ...options } = {}) {
  if (!(await sharePage({ fragment, ...options }))) return;
  const { query = {}, lang } = options;
  // Without this detour, an address that differs only in its fragment would not load the document again.
  await page.page.goto("about:blank");
  page.forget();
  await page.page.goto(lab.address({ fragment, query, lang }));
  await page.ready();
}

/** For tests that each open a page of their own. The page must have no message at the end of the test. */
export function onPagesOfTheirOwn() {
  afterEach(async () => {
    page.assertQuiet();
    await page.close();
  });
}

/**
 * For tests that use `showView` and `loadView`, or open pages of their own. The page must have no message at the end of a
 * test.
 */
export function onSharedPages() {
  afterEach(() => page.assertQuiet());
}

/** For tests that each go to a link of their own in one page, which `open` opens. */
export function onOnePage(open) {
  before(() => open());
  afterEach(() => page.assertQuiet());
  after(() => page.close());
}
