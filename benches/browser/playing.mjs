// Measures the time of a frame while the chain plays in headless Chromium, and prints a table for each speed
// of the processor.
//
//     node playing.mjs        with the page in dist/ (or DIST); `cargo xtask bench` builds it and runs this
//
// CHROMIUM is the path of the browser. ROUNDS is the number of recordings of each subject (default 8).

import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { startLab } from "../../tests/e2e/harness.mjs";
import { quantile, table } from "./figures.mjs";

const ROUNDS = Number(process.env.ROUNDS ?? 8);
const DEPTH = 100;
const VIEW = `chain?f=sigmoid&beside=tanh&depth=${DEPTH}`;
const SPEED = 4;
/** The factors by which the processor is slowed down. */
const SLOWDOWNS = [1, 4];
/**
 * How long a subject runs before and during its recording. The sum is well below the 3 s of a forward or
 * backward pass.
 */
const SETTLE_MS = 300;
const RECORD_MS = 1500;
/** A display of 60 Hz shows the same picture twice if two frames are further apart than one and a half periods. */
const LATE_MS = 25;

/**
 * The recorded subjects, in turns.
 *
 * @typedef {{name: string, from: number, ends: [number, number], loops?: boolean}} Subject
 *   `from` is the first step, and `ends` are the limits of the last step. With `loops` the chain is at rest, while an
 *   empty callback runs in every frame.
 * @type {Subject[]}
 */
const SUBJECTS = [
  { name: "at rest, empty callback", from: 0, ends: [0, 0], loops: true },
  { name: "forward", from: 0, ends: [2, DEPTH] },
  { name: "backward", from: DEPTH + 1, ends: [DEPTH + 3, 2 * DEPTH] },
];

const CATEGORIES = ["devtools.timeline", "rail", "v8.execute"];
/** The trace event that contains a frame's callbacks. */
const FRAME = "PageAnimator::serviceScriptedAnimations";
/** The trace events of script, which can be nested. */
const SCRIPT = ["EvaluateScript", "EventDispatch", "FireAnimationFrame", "FunctionCall", "RunMicrotasks", "TimerFire"];

const lab = await startLab();
try {
  const page = await lab.openPage({ fragment: VIEW });
  await page.page.select("#chain select[name=speed]", String(SPEED));
  const cdp = await page.page.createCDPSession();
  await cdp.send("Performance.enable");
  const version = await page.page.browser().version();
  console.log(`${version}, #${VIEW} at ${SPEED}×, ${ROUNDS} rounds of ${RECORD_MS / 1000} s`);
  console.log(`late: more than ${LATE_MS} ms after the frame before; script: median and 95 % of the frames, by the clock and on its CPU`);
  const runs = SLOWDOWNS.flatMap((slowdown) => SUBJECTS.map((subject) => ({ slowdown, subject, records: [] })));
  for (let round = 0; round < ROUNDS; round++) {
    for (const { slowdown, subject, records } of runs) records.push(await record(page, cdp, slowdown, subject));
  }
  page.assertQuiet();
  for (const slowdown of SLOWDOWNS) {
    console.log(`\n${summary(slowdown, runs.filter((run) => run.slowdown === slowdown))}`);
  }
} finally {
  await lab.close();
}

/**
 * @typedef {{starts: number[], scripts: Script[], task: number}} Record in milliseconds: when each frame's callbacks
 *   began, the script from each of these to the next, and all that the main thread did in the meantime
 * @typedef {{wall: number, cpu: number}} Script the time by the clock, and by the thread's clock, which stops
 *   while other threads have the processor
 * @returns {Promise<Record>}
 */
async function record(page, cdp, slowdown, { from, ends, loops }) {
  // This pauses the run of the previous subject.
  await page.setRange("step", from, "#chain");
  // The key is used, because a mouse that rests on the button makes the browser search for the element below
  // it after every layout.
  await page.page.focus("#chain canvas[tabindex]");
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  if (loops) await page.page.evaluate(startLoop);
  else await page.page.keyboard.press("Space");
  await sleep(SETTLE_MS);

  const events = [];
  const collect = ({ value }) => events.push(...value);
  cdp.on("Tracing.dataCollected", collect);
  await cdp.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories: CATEGORIES } });
  const before = await taskMilliseconds(cdp);
  await sleep(RECORD_MS);
  const task = (await taskMilliseconds(cdp)) - before;
  // The step is read before the trace ends, because ending takes long. The read counts as the script of one
  // frame.
  const step = await page.page.$eval("#chain input[name=step]", (input) => Number(input.value));
  const complete = new Promise((resolve) => cdp.once("Tracing.tracingComplete", resolve));
  await cdp.send("Tracing.end");
  await complete;
  cdp.off("Tracing.dataCollected", collect);

  await cdp.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  if (loops) await page.page.evaluate(() => cancelAnimationFrame(globalThis.nextFrame));
  assert.ok(ends[0] <= step && step <= ends[1], `the last step was ${step}, not one of ${ends.join(" to ")}`);
  return { ...ofFrames(events), task };
}

/** This function runs in the page. */
function startLoop() {
  const loop = () => (globalThis.nextFrame = requestAnimationFrame(loop));
  loop();
}

/** The start of each frame's callbacks, and the script from each start to the next. */
function ofFrames(events) {
  const complete = events.filter(({ ph }) => ph === "X");
  const frames = complete.filter(({ name }) => name === FRAME);
  assert.ok(frames.length > 1, "no frames were recorded");
  const [{ pid, tid }] = frames;
  const own = complete.filter((event) => event.pid === pid && event.tid === tid);
  const spans = outermost(own.filter(({ name }) => SCRIPT.includes(name)));
  const starts = frames.map(({ ts }) => ts).sort((a, b) => a - b);
  const scripts = starts.slice(1).map((end, index) => {
    const within = spans.filter(({ ts }) => starts[index] <= ts && ts < end);
    // A task that was running at the start of the trace has no thread time.
    const sum = (key) => within.reduce((sum, span) => sum + (span[key] ?? 0), 0) / 1000;
    return { wall: sum("dur"), cpu: sum("tdur") };
  });
  return { starts: starts.map((ts) => ts / 1000), scripts };
}

/** The time that the main thread of the page has worked. */
async function taskMilliseconds(cdp) {
  const { metrics } = await cdp.send("Performance.getMetrics");
  return 1000 * metrics.find(({ name }) => name === "TaskDuration").value;
}

/** The events that are not nested in another one. */
function outermost(events) {
  let end = -Infinity;
  const sorted = events.toSorted((a, b) => a.ts - b.ts || b.dur - a.dur);
  return sorted.filter(({ ts, dur }) => {
    if (ts < end) return false;
    end = ts + dur;
    return true;
  });
}

function summary(slowdown, runs) {
  const heading = [`processor slowed down ${slowdown}×`, "frames/s", "late", "script ms", "95 %", "CPU ms", "95 %", "main thread ms"];
  const rows = runs.map(({ subject, records }) => {
    const intervals = records.flatMap(({ starts }) => starts.slice(1).map((start, index) => start - starts[index]));
    const scripts = records.flatMap(({ scripts }) => scripts);
    const seconds = intervals.reduce((sum, interval) => sum + interval, 0) / 1000;
    const late = intervals.filter((interval) => interval > LATE_MS).length / intervals.length;
    const task = records.reduce((sum, { task }) => sum + task, 0) / intervals.length;
    return [
      subject.name,
      (intervals.length / seconds).toFixed(1),
      `${(100 * late).toFixed(1)} %`,
      ...["wall", "cpu"].flatMap((clock) => {
        const times = scripts.map((script) => script[clock]);
        return [0.5, 0.95].map((share) => quantile(times, share).toFixed(2));
      }),
      task.toFixed(2),
    ];
  });
  return table([heading, ...rows]);
}
