// Draws the same two curves with several variants in turns, and measures the time of each.

import uPlot from "../../tests/e2e/node_modules/uplot/dist/uPlot.esm.js";
import init, { Plot } from "../../target/redraw/redraw.js";
import { rawPlot } from "./raw.mjs";

const WIDTH = 800;
const HEIGHT = 400;
const POINTS = 601;
/** The app's stroke width at its usual text size, in CSS pixels. */
const STROKE = 2.25;
/** The first two hues of the app. */
const COLORS = ["#17298f", "#a9470f"];
/** The range of the x axis. */
const X = [-6, 6];
/** The margin of the app's y axis above and below the curves, as a share of their height. */
const AIR = 0.08;

/** The shortest duration of a sample, in milliseconds, far above the clock's resolution. */
const SAMPLE_MS = 20;
/** A drawn curve has more pixels of its full colour than this. */
const LEAST_INK = 500;

const MODES = ["script", "raster"];

/**
 * A variant that draws the plot. `redraw` draws at once, or in a microtask that it queues.
 *
 * @typedef {{name: string, contexts: CanvasRenderingContext2D[], redraw: () => void, inks: string[], draws?: () => number}} Variant
 */

/**
 * Microseconds for each redraw, one number a round: `script` is the time of the calls alone, `raster` the time
 * of the calls and of turning them into pixels.
 *
 * @param {number} rounds the number of samples of each variant
 * @returns {Promise<{name: string, script: number[], raster: number[]}[]>}
 */
globalThis.measure = async function measure(rounds) {
  await init();
  const runs = [];
  for (const variant of allVariants()) {
    await check(variant);
    const repeats = {};
    for (const mode of MODES) repeats[mode] = await repeatsFor(variant, mode);
    runs.push({ variant, repeats, script: [], raster: [] });
  }
  for (let round = 0; round < rounds; round++) {
    for (const mode of MODES) {
      for (let i = 0; i < runs.length; i++) {
        // Each round begins with another variant, so that none always has the same place.
        const run = runs[(round + i) % runs.length];
        run[mode].push(await sample(run.variant, mode, run.repeats[mode]));
      }
    }
  }
  return runs.map(({ variant, script, raster }) => ({ name: variant.name, script, raster }));
};

/** @returns {Variant[]} */
function allVariants() {
  const data = curves();
  const axes = { x: X, y: around(data.slice(1)) };
  return [
    ...appVariants(data),
    uPlotVariant("uPlot, setData", data, axes, (chart) => chart.setData(data)),
    uPlotVariant("uPlot, redraw", data, axes, (chart) => chart.redraw(true, true)),
    ...rawVariants(data, axes),
  ];
}

/** The logistic sigmoid and tanh. */
function curves() {
  const xs = Float64Array.from({ length: POINTS }, (_, i) => X[0] + ((X[1] - X[0]) * i) / (POINTS - 1));
  return [xs, xs.map((x) => 1 / (1 + Math.exp(-x))), xs.map(Math.tanh)];
}

/** The app's y axis for these curves. */
function around(curves) {
  const all = curves.flatMap((ys) => [...ys]);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  return [low - AIR * (high - low), high + AIR * (high - low)];
}

function appVariants(data) {
  const plot = new Plot(WIDTH, HEIGHT, ...data);
  const alone = newContext();
  const [below, above] = [newContext(), newContext()];
  return [
    {
      name: "this app, marks",
      contexts: [alone],
      redraw: () => plot.marks(alone.canvas, devicePixelRatio),
      inks: COLORS,
    },
    {
      name: "this app, frame and marks",
      contexts: [above, below],
      redraw() {
        plot.frame(below.canvas, devicePixelRatio);
        plot.marks(above.canvas, devicePixelRatio);
      },
      inks: COLORS,
    },
  ];
}

function uPlotVariant(name, data, axes, redraw) {
  let draws = 0;
  const chart = new uPlot(
    {
      width: WIDTH,
      height: HEIGHT,
      // Options that the picture does not need are off. The number of ticks is that of the app.
      legend: { show: false },
      cursor: { show: false },
      axes: [{ space: 65 }, { space: 39 }],
      scales: { x: { time: false }, y: { range: axes.y } },
      series: [{}, ...COLORS.map((stroke) => ({ stroke, width: STROKE, points: { show: false } }))],
      hooks: { draw: [() => draws++] },
    },
    data,
    newPlace(),
  );
  return { name, contexts: [chart.ctx], redraw: () => redraw(chart), inks: COLORS, draws: () => draws };
}

function rawVariants(data, axes) {
  const look = { width: WIDTH, height: HEIGHT, pixelRatio: devicePixelRatio, stroke: STROKE, colors: COLORS };
  const [full, bare, empty] = [newContext(), newContext(), newContext()];
  const [fullPlot, barePlot, emptyPlot] = [full, bare, empty].map((context) => rawPlot(context, look, data, axes));
  return [
    {
      name: "raw loop, axes and curves",
      contexts: [full],
      redraw() {
        fullPlot.clear();
        fullPlot.frame();
        fullPlot.curves();
      },
      inks: COLORS,
    },
    {
      name: "raw loop, curves",
      contexts: [bare],
      redraw() {
        barePlot.clear();
        barePlot.curves();
      },
      inks: COLORS,
    },
    // The cost of clearing and reading back a canvas, which all other variants include.
    { name: "empty canvas", contexts: [empty], redraw: emptyPlot.clear, inks: [] },
  ];
}

function newPlace() {
  const place = document.createElement("div");
  place.className = "plot";
  document.body.append(place);
  return place;
}

function newContext() {
  const canvas = document.createElement("canvas");
  canvas.width = WIDTH * devicePixelRatio;
  canvas.height = HEIGHT * devicePixelRatio;
  newPlace().append(canvas);
  return canvas.getContext("2d");
}

/** Fails unless one redraw on a cleared canvas leaves both curves on it. */
async function check({ name, contexts, redraw, inks }) {
  for (const context of contexts) wipe(context);
  redraw();
  await null;
  const { data } = contexts[0].getImageData(0, 0, WIDTH * devicePixelRatio, HEIGHT * devicePixelRatio);
  const pixels = new Uint32Array(data.buffer);
  for (const ink of inks) {
    // The bytes of a pixel are R, G, B, A. As a little-endian number it is AABBGGRR.
    const color = parseInt(`ff${ink.slice(5, 7)}${ink.slice(3, 5)}${ink.slice(1, 3)}`, 16);
    const found = pixels.filter((pixel) => pixel === color).length;
    if (found < LEAST_INK) throw new Error(`${name}: ${found} pixels of ${ink}, so its curve was not drawn`);
  }
}

function wipe(context) {
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
  context.restore();
}

/** The number of redraws for a sample that is long enough. */
async function repeatsFor(variant, mode) {
  for (let repeats = 8; ; repeats *= 2) {
    const micros = await sample(variant, mode, repeats);
    if (micros * repeats >= SAMPLE_MS * 1000) return repeats;
  }
}

/** Microseconds a redraw, measured over `repeats` redraws. */
async function sample(variant, mode, repeats) {
  const drawsBefore = variant.draws?.();
  const readsBack = mode === "raster";
  const start = performance.now();
  for (let i = 0; i < repeats; i++) {
    variant.redraw();
    // A queued microtask must run first, because uPlot draws in one.
    await null;
    if (readsBack) for (const context of variant.contexts) context.getImageData(0, 0, 1, 1);
  }
  const micros = ((performance.now() - start) * 1000) / repeats;
  const draws = variant.draws?.() - drawsBefore;
  if (variant.draws !== undefined && draws !== repeats) {
    throw new Error(`${variant.name}: ${draws} of ${repeats} redraws were drawn within the measured time`);
  }
  // The calls of the last redraw are turned into pixels here, so that they do not count in the next sample.
  await new Promise(requestAnimationFrame);
  return micros;
}
