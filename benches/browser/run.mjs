// Measures one redraw of two curves in headless Chromium and prints a table for each devicePixelRatio.
//
//     node run.mjs        with the wasm in target/redraw; `cargo xtask bench` builds it and runs this
//
// CHROMIUM is the path of the browser; ROUNDS is how often each way to draw is sampled (25 without it).

import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { serve } from "../../tests/e2e/server.mjs";
import { quantile, table } from "./figures.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const PIXEL_RATIOS = [1, 2];
const ROUNDS = Number(process.env.ROUNDS ?? 25);
/** What the other ways are compared with: a heading and the way's name. */
const REFERENCES = [
  ["/ uPlot", "uPlot, setData"],
  ["/ raw", "raw loop, axes and curves"],
];
const FLAGS = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-dev-shm-usage",
  "--disable-gpu",
  "--disable-quic",
  "--disable-sync",
  "--no-first-run",
  // Chromium's sandbox does not start for root.
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];
/** They isolate the page, for which the browser gives it a finer clock. */
const HEADERS = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
};

// The packages of the end-to-end tests serve here as well.
const puppeteer = createRequire(join(ROOT, "tests/e2e/package.json"))("puppeteer-core");

const profile = await mkdtemp(join(tmpdir(), "activation-lab-bench-"));
const server = await serve({ root: ROOT, headers: () => HEADERS });
const browser = await puppeteer.launch({
  headless: true,
  userDataDir: profile,
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: FLAGS,
  protocolTimeout: 600_000,
});
try {
  console.log(`${await browser.version()}, two curves of 601 points, 800 × 400 CSS pixels, ${ROUNDS} rounds`);
  for (const pixelRatio of PIXEL_RATIOS) {
    const runs = await measure(pixelRatio);
    for (const mode of ["script", "raster"]) console.log(`\n${summary(pixelRatio, mode, runs)}`);
  }
} finally {
  await browser.close();
  await server.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
}

async function measure(pixelRatio) {
  const page = await browser.newPage();
  const said = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  await page.setViewport({ width: 1280, height: 900, deviceScaleFactor: pixelRatio });
  await page.goto(`${server.url}benches/browser/`, { waitUntil: "load" });
  try {
    return await page.evaluate((rounds) => globalThis.measure(rounds), ROUNDS);
  } catch (cause) {
    throw new Error(`the page could not measure; it said: ${said.join("\n") || "nothing"}`, { cause });
  } finally {
    await page.close();
  }
}

function summary(pixelRatio, mode, runs) {
  const what = { script: "script alone", raster: "script and rasterising, read back" }[mode];
  const heading = [`devicePixelRatio ${pixelRatio}, ${what}`, "µs", "middle half", ...REFERENCES.map(([name]) => name)];
  const rows = runs.map((run) => {
    const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => quantile(run[mode], share));
    const ratios = REFERENCES.map(([, name]) => ratio(run[mode], runs.find((other) => other.name === name)[mode]));
    return [run.name, middle.toFixed(0), `${low.toFixed(0)}–${high.toFixed(0)}`, ...ratios.map((r) => r.toFixed(2))];
  });
  return table([heading, ...rows]);
}

/** The median of the rounds' own ratios: what slows a whole round down cancels out. */
function ratio(numbers, references) {
  return quantile(
    numbers.map((number, round) => number / references[round]),
    0.5,
  );
}
