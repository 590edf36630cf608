// Measures one redraw of two curves in headless Chromium and prints a table for each devicePixelRatio.
//
//     node run.mjs        with the wasm in target/redraw; `cargo xtask bench` builds it and runs this
//
// CHROMIUM is the path of the browser. ROUNDS is the number of samples of each variant (default 25).

import { openBench } from "./chromium.mjs";
import { quantile, table } from "./figures.mjs";

const PIXEL_RATIOS = [1, 2];
const ROUNDS = Number(process.env.ROUNDS ?? 25);
/** The variants that the others are compared with: a heading and the variant's name. */
const REFERENCES = [
  ["/ uPlot", "uPlot, setData"],
  ["/ raw", "raw loop, axes and curves"],
];

const bench = await openBench();
try {
  console.log(`${bench.version}, two curves of 601 points, 800 × 400 CSS pixels, ${ROUNDS} rounds`);
  for (const pixelRatio of PIXEL_RATIOS) {
    const runs = await bench.measure("index.html", [ROUNDS], pixelRatio);
    for (const mode of ["script", "raster"]) console.log(`\n${summary(pixelRatio, mode, runs)}`);
  }
} finally {
  await bench.close();
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

/** The median of the ratios of the rounds, so that the speed of a round has no effect. */
function ratio(numbers, references) {
  return quantile(
    numbers.map((number, round) => number / references[round]),
    0.5,
  );
}
