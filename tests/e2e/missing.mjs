// The served build, of which files can be missing, and the page under test, for files about what is loaded when it is needed.

import { after, afterEach, before } from "node:test";
import { startLab } from "./harness.mjs";

/** The served build while the tests of the file run. */
export let lab;
/** The page that was opened last. */
export let page;
/** The beginnings of the names of files that the host does not have at present. */
let missing = [];

before(async () => {
  lab = await startLab({
    instead: (path, response) => missing.some((name) => path.startsWith(name)) && Boolean(response.writeHead(404).end()),
  });
});
after(() => lab?.close());
afterEach(() => {
  missing = [];
  return page?.close();
});

/** Takes the files whose names begin with one of these from the host until the end of the test. Without a name, all are back. */
export function lack(...names) {
  missing = names;
}

/** Opens the page and waits for the demo that its address names, not for the others. */
export async function open(options) {
  page = await lab.openPage({ lang: "en", mounts: false, ...options });
  await page.until("the first demo", () => document.documentElement.hasAttribute("data-ready"));
}
