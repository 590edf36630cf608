// What is downloaded until the first demo can be used, compressed with brotli as static hosts send it. The aim is 185 kB on the
// page and in a frame with one demo, and 400 kB for everything.
//
// A budget is what has been reached, and a few per cent. A larger file often means that code which belongs into a piece is in the
// main file, for example because the main file refers to it, or because nobody calls the function that loads the piece.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { onlyInChromium, startLab } from "./harness.mjs";
import { DIST } from "./server.mjs";

const skip = onlyInChromium("add up what is downloaded");

/** In kB of 1000 bytes, by name. */
const BUDGETS = {
  page: 48,
  "style.css": 10.8,
  "boot.js": 3.2,
  "activation-lab.js": 6.8,
  "activation-lab_bg.wasm": 239,
  "shared.wasm": 9.8,
  "dead.wasm": 10.6,
};
/** The budget for all files that the app can load in one language. */
const ALL = 590;

/** The name of a file without its hash. */
const nameOf = (file) => file.replace(/-[0-9a-f]{16}(?=[_.])/, "");
const size = async (file) => brotliCompressSync(await readFile(join(DIST, file))).length / 1000;

let lab;
before(async () => {
  lab = await startLab();
});
after(() => lab?.close());

/** The names of the files that have arrived when the app says that it is ready, and their sizes. */
async function downloaded(options) {
  const page = await lab.openPage({
    ...options,
    mounts: false,
    prepare: (page) =>
      page.evaluateOnNewDocument(() => {
        const look = () => {
          if (window.arrived || !document.documentElement.hasAttribute("data-ready")) return;
          window.arrived = performance.getEntriesByType("resource").map(({ name }) => name);
        };
        new MutationObserver(look).observe(document, { attributeFilter: ["data-ready"], subtree: true });
      }),
  });
  await page.until("the first demo", () => window.arrived !== undefined);
  const files = (await page.page.evaluate(() => window.arrived)).map((url) => url.slice(lab.url.length));
  await page.close();
  const sizes = new Map([["page", await size("index.html")]]);
  for (const file of files) {
    // Pictures of still figures replace nothing that the app needs.
    if (!/\.(png|svg)$/.test(file)) sizes.set(nameOf(file), await size(file));
  }
  return sizes;
}

const table = (sizes) => {
  const rows = [...sizes].map(([name, kilobytes]) => `${kilobytes.toFixed(1).padStart(7)} kB ${name}`);
  const sum = [...sizes.values()].reduce((all, kilobytes) => all + kilobytes, 0);
  return [...rows, `${sum.toFixed(1).padStart(7)} kB in all`].join("\n");
};

for (const [what, options] of [
  ["the page", { lang: "ko" }],
  ["a frame with one demo", { lang: "ko", query: { embed: "1" }, fragment: "dead" }],
]) {
  test(`${what} downloads no more than its budget until the first demo can be used`, { skip }, async () => {
    const sizes = await downloaded(options);
    for (const [name, kilobytes] of sizes) {
      assert.ok(kilobytes <= (BUDGETS[name] ?? 0), `${name} is over its budget of ${BUDGETS[name] ?? 0} kB:\n${table(sizes)}`);
    }
    const pieces = [...sizes.keys()].filter((name) => name.endsWith(".wasm") && !name.includes("_bg")).sort();
    assert.deepEqual(pieces, options.fragment === undefined ? [] : ["dead.wasm", "shared.wasm"], "only what is needed");
  });
}

test("everything that the app can load in one language is within its budget", { skip }, async () => {
  const isLoaded = (file) => /\.(css|js|wasm)$/.test(file) || file.startsWith("gallery-ko-");
  const files = (await readdir(DIST)).filter((file) => isLoaded(file) && !/^(sw|embed)\.js$/.test(file));
  const sizes = new Map();
  for (const file of ["index.html", ...files]) sizes.set(nameOf(file), await size(file));
  const sum = [...sizes.values()].reduce((all, kilobytes) => all + kilobytes, 0);
  assert.ok(sum <= ALL, table(sizes));
});
