// The page starts, logs nothing to the console, requests nothing from other hosts, and has both
// languages.

import assert from "node:assert/strict";
import { test } from "node:test";
import { startLab } from "./harness.mjs";
import { lab } from "./lab.mjs";

for (const lang of ["ko", "en"]) {
  test(`mounts in ${lang} below a deep path, without a word or a foreign request`, async () => {
    const page = await lab.openPage({ lang });
    const root = await page.root();
    assert.equal(root.lang, lang);
    assert.match(root.title, lang === "ko" ? /[가-힣]/ : /^[^가-힣]+$/);
    assert.ok(
      page.requests.some((url) => url.startsWith(lab.url) && url.endsWith(".wasm")),
      "the app is WebAssembly that comes from below the page's own path",
    );
    page.assertQuiet();
    await page.close();
  });
}

test("mounts at the root of a host", async () => {
  const rooted = await startLab({ base: "/" });
  try {
    const page = await rooted.openPage();
    page.assertQuiet();
    await page.close();
  } finally {
    await rooted.close();
  }
});

test("mounts from brotli or gzip, as static hosts send it", async () => {
  const compressed = await startLab({ compress: true });
  try {
    const encodings = new Set();
    const page = await compressed.openPage({
      prepare: async (page) => {
        page.on("response", (response) => encodings.add(response.headers()["content-encoding"]));
      },
    });
    page.assertQuiet();
    assert.ok(encodings.has("br") || encodings.has("gzip"), "the files came compressed");
    await page.close();
  } finally {
    await compressed.close();
  }
});
