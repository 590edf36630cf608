// Prints Lighthouse's ratings of the page, with its own settings for a phone (simulated: 1.6 Mbit/s, 150 ms, a
// processor 4× as slow).
//
//     node run.mjs        with the page in dist/ (or DIST); `cargo xtask lighthouse` builds it and runs this
//
// CHROMIUM is the path of the browser. ROUNDS is the number of loads (default 3). LANGUAGE is the reader's
// language.

import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { serve } from "../../tests/e2e/server.mjs";

const ROUNDS = Number(process.env.ROUNDS ?? 3);
const LANGUAGE = process.env.LANGUAGE ?? "ko";
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const METRICS = [
  "first-contentful-paint",
  "largest-contentful-paint",
  "speed-index",
  "total-blocking-time",
  "cumulative-layout-shift",
  "interactive",
];
const FLAGS = [
  "--headless=new",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  // Chromium's sandbox does not work for root.
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

/** The content of a file with a hash in its name never changes. */
const isHashed = (path) => /-[0-9a-f]{14,16}(_bg)?\.(js|css|wasm)$/.test(path);

/** The caching that docs/deploy.md recommends. */
const headers = (path) => ({ "cache-control": isHashed(path) ? "public, max-age=31536000, immutable" : "no-cache" });

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

const server = await serve({ compress: true, headers });
const chrome = await launch({ chromePath: process.env.CHROMIUM, chromeFlags: FLAGS });
const reports = [];
try {
  for (let round = 0; round < ROUNDS; round += 1) {
    const { lhr } = await lighthouse(`${server.url}?lang=${LANGUAGE}`, { port: chrome.port, logLevel: "error" });
    if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
    reports.push(lhr);
  }
} finally {
  chrome.kill();
  await server.close();
}

const line = (name, values, shown) => console.log(name.padEnd(26), ...values.map((value) => shown(value).padStart(9)));
console.log(`\nLighthouse ${reports[0].lighthouseVersion}, ${ROUNDS} loads and their median`);
for (const id of CATEGORIES) {
  const scores = reports.map(({ categories }) => 100 * categories[id].score);
  line(id, [...scores, median(scores)], (score) => score.toFixed(0));
}
for (const id of METRICS) {
  const values = reports.map(({ audits }) => audits[id].numericValue);
  const isTime = reports[0].audits[id].numericUnit === "millisecond";
  line(id, [...values, median(values)], (value) => (isTime ? `${value.toFixed(0)} ms` : value.toFixed(3)));
}

// Prints what keeps a score below 100, with the first place that Lighthouse names.
const [last] = reports.slice(-1);
for (const id of CATEGORIES) {
  for (const { id: audit, weight } of last.categories[id].auditRefs) {
    const { title, score, details } = last.audits[audit];
    if (weight === 0 || score === null || score === 1) continue;
    console.log(`\n${id}: ${audit} (${(100 * score).toFixed(0)}): ${title}`);
    for (const item of details?.items?.slice(0, 5) ?? []) {
      console.log(`    ${item.node?.snippet ?? item.url ?? item.source?.url ?? item.description ?? JSON.stringify(item).slice(0, 200)}`);
    }
  }
}
