// Starts headless Chromium for the pages of the benchmarks.

import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { serve } from "../../tests/e2e/server.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const FLAGS = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-dev-shm-usage",
  "--disable-gpu",
  "--disable-quic",
  "--disable-sync",
  "--no-first-run",
  // Chromium's sandbox does not work for root.
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];
/** These headers isolate the page, so that it gets a clock with a finer resolution. */
const HEADERS = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
};

// The benchmarks use the npm packages of the end-to-end tests.
const puppeteer = createRequire(join(ROOT, "tests/e2e/package.json"))("puppeteer-core");

/** A new browser process. CHROMIUM is the path of the program. */
export async function openBench() {
  const profile = await mkdtemp(join(tmpdir(), "activation-lab-bench-"));
  const server = await serve({ root: ROOT, headers: () => HEADERS });
  const browser = await puppeteer.launch({
    headless: true,
    userDataDir: profile,
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: FLAGS,
    protocolTimeout: 600_000,
  });
  return {
    version: await browser.version(),

    /** The result of the function `measure` of a page in this folder, called with these arguments. */
    async measure(file, told, pixelRatio = 1) {
      const page = await browser.newPage();
      const said = [];
      page.on("console", (message) => said.push(message.text()));
      page.on("pageerror", (error) => said.push(String(error)));
      await page.setViewport({ width: 1280, height: 900, deviceScaleFactor: pixelRatio });
      await page.goto(`${server.url}benches/browser/${file}`, { waitUntil: "load" });
      try {
        return await page.evaluate((told) => globalThis.measure(...told), told);
      } catch (cause) {
        throw new Error(`the page could not measure; it said: ${said.join("\n") || "nothing"}`, { cause });
      } finally {
        await page.close();
      }
    },

    async close() {
      await browser.close();
      await server.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
