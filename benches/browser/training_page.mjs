// Trains the same networks with the app's code and as objects in turns, and measures the time of each.

import init, { Training } from "../../target/training/training.js";
import { Network } from "./objects.mjs";

const POINTS = 250;
const BATCH = 10;
const RATE = 0.1;
/** The epochs of a run, which always starts from the same parameters. */
const EPOCHS = 20;
/** The shortest duration of a sample, in milliseconds, far above the clock's resolution. */
const SAMPLE_MS = 60;

/** Two concentric rings of points, as f32. */
const points = Array.from({ length: POINTS }, (_, i) => {
  const label = i % 2;
  const [radius, angle] = [label ? 0.75 : 1.75, 2.4 * i];
  return { x: Math.fround(radius * Math.cos(angle)), y: Math.fround(radius * Math.sin(angle)), label };
});

/**
 * Epochs a second of each variant, one number a round.
 *
 * @param {{activation: string, depth: number, width: number}[]} shapes
 * @param {number} rounds the number of samples of each variant
 * @returns {Promise<{app: number[], objects: number[]}[]>} for each shape
 */
globalThis.measure = async function measure(shapes, rounds) {
  await init();
  const pairs = shapes.map(variantsOf);
  const results = shapes.map(() => ({ app: [], objects: [] }));
  for (let round = 0; round < rounds; round++) {
    for (const [index, pair] of pairs.entries()) {
      // Each round begins with the other variant, so that none always has the same place.
      const names = round % 2 ? ["app", "objects"] : ["objects", "app"];
      for (const name of names) results[index][name].push(sample(pair[name]));
    }
  }
  return results;
};

/** The two variants of a network with this shape. */
function variantsOf({ activation, depth, width }) {
  const column = (key) => Float32Array.from(points, (point) => point[key]);
  const classes = Uint8Array.from(points, ({ label }) => label);
  const training = new Training(activation, depth, width, column("x"), column("y"), classes);
  const network = new Network(activation, depth, width);
  const start = training.parameters();
  const app = (batch) => {
    training.start(start);
    for (let epoch = 0; epoch < EPOCHS; epoch++) training.epoch(RATE, batch);
  };
  const objects = (batch) => {
    network.start(start);
    for (let epoch = 0; epoch < EPOCHS; epoch++) network.epoch(points, RATE, batch);
  };
  check(app, objects, () => [training.loss(), network.loss(points)]);
  return { app: () => app(BATCH), objects: () => objects(BATCH) };
}

/** Fails unless both variants learn the same. */
function check(app, objects, losses) {
  // In a batch of all points the order of the points has no effect.
  app(POINTS);
  objects(POINTS);
  const [ours, theirs] = losses();
  // The tolerance is for twenty steps in f32 compared with f64.
  if (!(Math.abs(ours - theirs) < 1e-5)) throw new Error(`the losses are ${ours} and ${theirs}`);
  app(BATCH);
  objects(BATCH);
  const trained = losses();
  if (!trained.every((loss) => loss < 0.9 * ours)) throw new Error(`nothing is learned: ${ours}, then ${trained}`);
}

/** Epochs a second. */
function sample(run) {
  const start = performance.now();
  let runs = 0;
  let elapsed;
  do {
    run();
    runs++;
    elapsed = performance.now() - start;
  } while (elapsed < SAMPLE_MS);
  return (1000 * runs * EPOCHS) / elapsed;
}
