// Measures how fast small networks are trained in headless Chromium, compared with networks of objects, and
// prints a table.
//
//     node training.mjs        with the wasm in target/training; `cargo xtask bench` builds it and runs this
//
// CHROMIUM is the path of the browser. ROUNDS is the number of samples of each variant (default 31).

import { openBench } from "./chromium.mjs";
import { quantile, table } from "./figures.mjs";

const ROUNDS = Number(process.env.ROUNDS ?? 31);
const SHAPES = [
  { activation: "tanh", depth: 6, width: 8 },
  { activation: "relu", depth: 6, width: 8 },
  { activation: "tanh", depth: 2, width: 4 },
  { activation: "relu", depth: 2, width: 4 },
];

const bench = await openBench();
try {
  console.log(`${bench.version}, 250 points in batches of 10, ${ROUNDS} rounds`);
  const results = await bench.measure("training.html", [SHAPES, ROUNDS]);
  console.log(`\n${summary(results)}`);
} finally {
  await bench.close();
}

function summary(results) {
  const heading = ["epochs a second", "this app", "middle half", "objects", "middle half", "ratio", "middle half"];
  const rows = SHAPES.map(({ activation, depth, width }, index) => {
    const { app, objects } = results[index];
    const ratios = app.map((epochs, round) => epochs / objects[round]);
    const layers = [2, ...Array(depth).fill(width), 1].join("-");
    return [
      `${activation} ${layers}`,
      ...spread(app, 0),
      ...spread(objects, 0),
      // The ratio is taken within a round, so that the speed of a round has no effect.
      ...spread(ratios, 1),
    ];
  });
  return table([heading, ...rows]);
}

/** The median and the quartiles. */
function spread(numbers, digits) {
  const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => quantile(numbers, share).toFixed(digits));
  return [middle, `${low}–${high}`];
}
