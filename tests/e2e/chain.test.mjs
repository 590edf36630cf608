// The chain: its numbers compared with numbers computed here, the steps of its run, and its playback.

import assert from "node:assert/strict";
import { afterEach, before, describe, test } from "node:test";
import { HANGUL, runOf } from "./content.mjs";
import { DEFAULTS, FUNCTIONS } from "./functions.mjs";
import { recordDraws, stopTime } from "./harness.mjs";
import { lab, onSharedPages, openPage, page, showView } from "./lab.mjs";

/** Three English words in a row. A Korean text may contain the English name of a term or a function. */
const ENGLISH = /(?:\b[A-Za-z]{2,} ){2,}[A-Za-z]{2,}/;
const { PICTURE, SCRUBBER, TO_START, BACK, PLAY, ON, TO_END } = runOf("chain");
/** Steps per second at the default speed of a short run. */
const PACE = 1.6;

onSharedPages();

// With reduced motion a link shows its step at once, without a glide.
const show = (fragment, options) => showView({ fragment, lang: "en", reducedMotion: true, ...options });

/** Shows a view in a page that records its drawings and whose clock is stopped. */
async function showStopped(fragment, { reducedMotion = false } = {}) {
  const prepare = async (page) => {
    await recordDraws(page);
    await stopTime(page);
  };
  await show(fragment, { prepare, reducedMotion });
  // Lets the glide from the previous view end.
  await page.pass(1);
}

/** The chain by its textbook recursion: for each layer, from the input on, the numbers of its row in the data table. */
function chain({ f = "sigmoid", depth = 10, w = 1, b = 0, x = 1, ...parameters }) {
  const p = { ...DEFAULTS, ...parameters };
  const layers = [{ layer: 0, z: null, a: x, factor: null }];
  for (let layer = 1; layer <= depth; layer += 1) {
    const z = w * layers.at(-1).a + b;
    layers.push({ layer, z, a: FUNCTIONS[f].value(z, p), factor: w * FUNCTIONS[f].gradient(z, p) });
  }
  let [gradient, log10] = [1, 0];
  for (const layer of layers.toReversed()) {
    Object.assign(layer, { gradient, log10 });
    gradient *= layer.factor;
    log10 += Math.log10(Math.abs(layer.factor));
  }
  return layers;
}

/**
 * Fails unless `got` equals `want` up to the rounding in `layers` layers and the difference between two libraries' exp.
 */
function assertNear(got, want, layers, what, floor = 0) {
  // A few ulps (2.2e-16) per layer. Near underflow, twice the least f64, because plain products lose their digits there.
  const slack = Math.max(4e-15 * layers * Math.max(Math.abs(want), floor), 1e-323);
  assert.ok(got === want || Math.abs(got - want) <= slack, `${what}: ${got}, not ${want}`);
}

const say = (settings) => Object.entries(settings).map((pair) => pair.join("=")).join("&");

/** Fails unless the outputs are those of the chain. `suffix` is the suffix of a compared function's outputs. */
async function assertOutputs(settings, suffix = "") {
  const [layers, depth] = [chain(settings), settings.depth ?? 10];
  for (const [name, want, floor] of [
    ["output", layers.at(-1).a, 1],
    ["gradient", layers[0].gradient, 0],
    ["log10-gradient", layers[0].log10, 1],
  ]) {
    const { value } = await page.output(`${name}${suffix}`, "#chain");
    assertNear(value, want, depth, `${name}${suffix} with ${say(settings)}`, floor);
  }
}

/** Fails unless the data table contains the chain's numbers. */
async function assertTable(settings) {
  const rows = await page.page.$$eval("#chain .data-table tbody tr", (rows) =>
    rows.map((row) => [...row.cells].map((cell) => cell.querySelector("data")?.getAttribute("value") ?? null)),
  );
  const layers = chain(settings);
  assert.equal(rows.length, layers.length);
  for (const [index, { layer, ...want }] of layers.entries()) {
    const [number, z, a, factor, gradient, log10] = rows[index].map((value) => value && Number(value));
    assert.equal(number, layer);
    for (const [key, got] of Object.entries({ z, a, factor, gradient, log10 })) {
      const what = `${key} of layer ${layer} with ${say(settings)}`;
      if (want[key] === null) assert.equal(got, null, what);
      else assertNear(got, want[key], layers.length, what, key === "gradient" || key === "factor" ? 0 : 1);
    }
  }
}

/** The position of the run. The slider, the picture and the line of text must agree about it. */
async function moment() {
  const told = await page.page.evaluate(([scrubber, picture]) => {
    const [range, canvas] = [scrubber, picture].map((selector) => document.querySelector(selector));
    const line = document.querySelector("#chain .transport-moment span").textContent;
    return {
      line,
      steps: [range.value, canvas.ariaValueNow, line.split(" / ")[0]].map(Number),
      lasts: [range.max, canvas.ariaValueMax, line.match(/ \/ (\d+) · /)[1]].map(Number),
      firsts: [range.min, canvas.ariaValueMin].map(Number),
      spoken: [range.getAttribute("aria-valuetext"), canvas.ariaValueText],
      formula: document.querySelector("#chain .formula-line").textContent,
    };
  }, [SCRUBBER, PICTURE]);
  const { line, formula, steps: [step], lasts: [last] } = told;
  const agreed = { line, formula, steps: Array(3).fill(step), lasts: Array(3).fill(last), firsts: [0, 0], spoken: [line, line] };
  assert.deepEqual(told, agreed);
  return { step, last, line, formula };
}

async function assertStep(step, what) {
  assert.equal((await moment()).step, step, what);
}

async function click(button) {
  await page.page.click(button);
  await page.settle();
}

async function isPlaying() {
  const name = await page.page.$eval(PLAY, (button) => button.getAttribute("aria-label"));
  assert.match(name, /^(Play|Pause)$/);
  return name === "Pause";
}

/** A number as the page writes it, unless it is very small or large. */
const read = (number) => (Number.isInteger(number) ? String(number) : number.toFixed(4)).replace("-", "−");

describe("the numbers", () => {
  before(() => show("chain"));

  const PLACES = [
    { depth: 12, w: 1.3, b: -0.2, x: 0.7 },
    { depth: 7, w: -1.2, b: 0.4, x: -1.5 },
    { depth: 1, w: 2, x: -0.3 },
    { depth: 100, w: 0.9, b: 0.1, x: 1 },
    // Here every layer is at a kink.
    { depth: 5, x: 0 },
  ];
  const PARAMETERS = {
    "leaky-relu": { x: -2, slope: 0.3 },
    elu: { x: -1, w: 1.5, alpha: 2.5 },
    maxout: { x: 0.5, w1: -1, b1: 0.3, w2: 0.5, b2: -0.4 },
  };
  for (const f of Object.keys(FUNCTIONS)) {
    test(`of ${f} are those of the recursion, layer by layer`, async () => {
      for (const place of [...PLACES, PARAMETERS[f] ?? {}]) {
        const settings = { f, ...place };
        await page.goTo(`chain?${say(settings)}`);
        await assertOutputs(settings);
        await assertTable(settings);
      }
    });
  }

  test("are those of the lesson", async () => {
    for (const [settings, output, gradient] of [
      [{ depth: 1, x: 0 }, 0.5, 0.25],
      [{ depth: 2, x: 0 }, 0.6224593312, 0.05875092805],
      [{ depth: 3, x: 0 }, 0.6507776782, 0.0133520938],
      [{ depth: 4, x: 0 }, 0.6571856893, 0.003008128718],
      [{ depth: 5, x: 0 }, 0.6586279095, 0.000676339197],
      [{ depth: 10, x: 0 }, 0.6590458288, 3.875220232e-7],
      [{ depth: 20, x: 0 }, null, 1.271777667e-13],
      [{}, 0.659046172, 2.784767176e-7],
      [{ f: "tanh", x: 1 }, 0.3562501673, 0.04091204197],
      [{ f: "relu", x: 1 }, 1, 1],
      [{ f: "elu", x: 1 }, 1, 1],
    ]) {
      await page.goTo(`chain?${say(settings)}`);
      for (const [name, want] of Object.entries({ output, gradient })) {
        if (want === null) continue;
        const { value } = await page.output(name, "#chain");
        // The references have at least seven digits.
        assert.ok(Math.abs(value / want - 1) < 1e-7, `${name} with ${say(settings)}: ${value}, not ${want}`);
      }
    }
  });

  test("keep the magnitude of a gradient that f64 cannot hold", async () => {
    const settings = { depth: 1000 };
    await page.goTo(`chain?${say(settings)}`);
    await assertOutputs(settings);
    const [gradient, log10] = [await page.output("gradient", "#chain"), await page.output("log10-gradient", "#chain")];
    assert.equal(gradient.value, 0);
    assert.match(gradient.text, /^\d\.\d\d × 10⁻⁶[⁰¹²³⁴⁵⁶⁷⁸⁹]{2}$/);
    assert.ok(log10.value < -600 && log10.value > -700, `${log10.value}`);
    assert.equal(log10.text, read(log10.value));
    await assertTable(settings);
  });

  test("of the functions beside it are there under their names", async () => {
    const place = { depth: 8, w: 1.1, b: -0.3, x: -0.6 };
    await page.goTo(`chain?f=tanh&beside=sigmoid,tanh,leaky-relu,step&${say(place)}`);
    await assertOutputs({ f: "tanh", ...place });
    for (const f of ["sigmoid", "leaky-relu", "step"]) await assertOutputs({ f, ...place }, `-${f}`);
    const names = await page.page.$$eval("#chain output", (all) => all.map((output) => output.name));
    assert.equal(names.length, 12, "the chain's own function is not beside itself");
  });
});

describe("the presets", () => {
  before(() => show("chain"));

  const PRESETS = [
    [{ x: 0 }, 3.875220232e-7, /vanishes/],
    [{ x: 1 }, null, /Sigmoid.*vanishes.*Gradients of the other functions.*tanh 0\.0409, ReLU 1, ELU 1/],
    [{ w: 8, b: -4, x: 0.5 }, 1024, /Sigmoid.*explodes/],
    [{ w: 8, b: -4, x: 0 }, 1.3392948e-8, /Sigmoid.*vanishes/],
    [{ f: "relu", x: 1 }, 1, /ReLU.*survives.*Sigmoid/],
    [{ f: "relu", x: -1 }, 0, /ReLU.*nothing.*Leaky ReLU 1\.00 × 10⁻¹⁰/],
  ];

  test("give the numbers that they are named after, and say so", async () => {
    const buttons = await page.page.$$("#chain .demo-presets .preset");
    assert.equal(buttons.length, PRESETS.length);
    const verdicts = new Set();
    for (const [index, [settings, gradient, words]] of PRESETS.entries()) {
      // Another step before each preset, so that the preset has to change the step.
      await page.setRange("step", index, "#chain");
      await buttons[index].click();
      await page.settle();
      await assertStep(21);
      await assertOutputs(settings);
      const { value } = await page.output("gradient", "#chain");
      // The references have eight digits.
      if (gradient !== null) assert.ok(value === gradient || Math.abs(value / gradient - 1) < 1e-7, `${value}`);
      const verdict = await page.page.$eval("#chain .verdict", (verdict) => verdict.textContent);
      assert.match(verdict, words);
      verdicts.add(verdict);
    }
    assert.equal(verdicts.size, PRESETS.length);
    assert.equal((await page.output("gradient", "#chain")).value, 0, "a dead ReLU passes on nothing at all");
  });
});

describe("the words", () => {
  before(() => show("chain"));

  /** All texts of the demo about its numbers, visible or for screen readers. */
  const said = () =>
    page.page.evaluate(() => {
      const places = ".demo-explanation p, .transport-moment span, .legend li, .readouts :is(th, td), canvas, button, .data-table th";
      const all = [...document.querySelectorAll(`#chain :is(${places})`)];
      const texts = all.flatMap((at) => [at.textContent, at.ariaLabel ?? "", at.ariaValueText ?? "", at.title]);
      return texts.map((text) => text.trim()).filter((text) => /\p{L}{2}/u.test(text));
    });
  const sentences = () =>
    page.page.$$eval("#chain :is(.verdict, .learning)", (all) => all.map((sentence) => sentence.textContent));

  const CASES = [
    ["x=1", /vanishes/, /moves only/],
    ["x=0", /vanishes/, /first bias/],
    ["beside=tanh,relu,elu,leaky-relu,maxout,identity,step&x=1", /Gradients of the other functions/, /moves only/],
    ["f=relu&x=1", /survives/, /moves as far/],
    ["w=8&b=-4&x=0.5", /explodes/, /times as far/],
    ["f=relu&b=-0.5&x=-1&step=0", /exactly 0/, /by 0/],
    ["f=relu&x=0&step=3", /derivative/, /first bias/],
    ["f=elu&x=0&step=11", /survives/, /first bias/],
    ["depth=100&x=0", /In single precision \(float32\) it becomes 0/, /first bias/],
    ["depth=60&x=1", /begins to lose digits/, /moves only/],
    ["f=identity&w=100&depth=400&x=1", /explodes/, /last layer \(400\)/],
    ["depth=1&x=1", /vanishes/, /this layer’s weight/],
    ["w=-2&x=1&step=15", /vanishes/, /moves only/],
  ];
  // The last language is English, as before these tests.
  for (const [lang, foreign] of [["ko", ENGLISH], ["en", HANGUL]]) {
    test(`are all in the page's language: ${lang}`, async () => {
      await page.chooseLanguage(lang);
      for (const [fragment, ...words] of CASES) {
        await page.goTo(`chain?${fragment}`);
        const texts = await said();
        assert.ok(texts.length > 30, `${texts.length} texts with ${fragment}`);
        assert.deepEqual(texts.filter((text) => foreign.test(text) || /NaN|undefined/.test(text)), [], fragment);
        const told = await sentences();
        assert.equal(told.length, 2);
        for (const [index, sentence] of told.entries()) {
          assert.match(sentence, lang === "en" ? words[index] : HANGUL, fragment);
        }
      }
    });
  }
});

describe("a link", () => {
  /** Fails unless the demo is at the top of the window. */
  async function assertInSight() {
    const { top } = await page.page.$eval("#chain", (section) => section.getBoundingClientRect().toJSON());
    // The browser scrolls by whole pixels of the display.
    assert.ok(top > -1 && top < 100, `the demo is at ${top} px`);
  }

  const LINK = "chain?f=tanh&depth=4&w=2&b=-1&x=0.5";
  const [, one, , three, four] = chain({ f: "tanh", depth: 4, w: 2, b: -1, x: 0.5 });
  const layer = (number, { z, a }) => `forward, layer ${number}: z = ${read(z)}, a = ${read(a)}`;
  for (const [step, line, formula] of [
    [0, "0 / 9 · the input x = 0.5000", "x = 0.5000"],
    [1, `1 / 9 · ${layer(1, one)}`, "a1 = f(2 × 0.5 − 1) = f(0) = 0"],
    [4, `4 / 9 · ${layer(4, four)}`, `= f(${read(four.z)}) = ${read(four.a)}`],
    [5, "5 / 9 · turning back: the gradient sets out from the output as 1", "∂a4/∂a4 = 1"],
    [6, `6 / 9 · back, layer 4: times ${read(four.factor)}, gradient ${read(three.gradient)}`, "∂a4/∂a3 = "],
    [9, `9 / 9 · back, layer 1: times 2, gradient ${read(one.gradient * 2)}`, "∂a4/∂x = 2 × "],
    [99, "9 / 9 · back, layer 1", `= ${read(one.gradient * 2)}`],
    [undefined, "9 / 9 · back, layer 1", `= ${read(one.gradient * 2)}`],
  ]) {
    test(`leads to its moment: step ${step}`, async () => {
      await show(step === undefined ? LINK : `${LINK}&step=${step}`);
      const at = await moment();
      assert.ok(at.line.startsWith(line), `${at.line}, not ${line}`);
      assert.ok(at.formula.includes(formula), `${at.formula}, not ${formula}`);
      assert.equal(await isPlaying(), false);
      await assertInSight();
    });
  }

  for (const [fragment, step] of [[LINK, 9], [`${LINK}&step=4`, 4]]) {
    test(`opens the page at its moment: ${fragment}`, async () => {
      await openPage({ fragment, lang: "en" });
      await assertStep(step);
      await assertOutputs({ f: "tanh", depth: 4, w: 2, b: -1, x: 0.5 });
      await assertInSight();
    });
  }

  for (const [fragment, settings, step] of [
    ["chain?depth=1e9&step=-5&w=NaN&f=nosuch", { depth: 1000 }, 0],
    ["chain?depth=0&b=inf&x=-1e30&scale=cubic", { depth: 1, x: -100 }, 3],
    ["chain?depth=2.6&w=1e3&step=1e999&beside=nosuch", { depth: 3, w: 100 }, 7],
    ["chain?depth=-&f=relu,tanh&step=4.4&x=", {}, 4],
  ]) {
    test(`that is mangled gives what is nearest to it: ${fragment}`, async () => {
      await show(fragment);
      const shown = await page.page.$$eval("#chain input.exact", (all) =>
        Object.fromEntries(all.filter((input) => input.checkVisibility()).map(({ name, value }) => [name, Number(value)])),
      );
      assert.deepEqual(shown, { depth: 10, w: 1, b: 0, x: 1, ...settings });
      const chosen = await page.page.$$eval("#chain :checked:not(option)", (all) => all.map(({ value }) => value));
      assert.deepEqual(chosen, ["sigmoid", "log"]);
      await assertStep(step);
      await assertOutputs(settings);
    });
  }

  test("is one of many: back and forward lead from one to the other", async () => {
    await show("chain?depth=5&step=3");
    await page.goTo("explorer?x=2");
    await page.goTo("chain?f=relu&depth=7&x=0.5&step=9");
    await assertStep(9);
    const go = async (steps, fragment) => {
      await page.travel(steps);
      await page.untilAddress(fragment);
      await page.untilScrolled();
    };
    await go(-2, "chain?depth=5&step=3");
    await assertStep(3);
    await assertOutputs({ depth: 5 });
    await go(2, "chain?f=relu&depth=7&x=0.5&step=9");
    await assertStep(9);
    await assertOutputs({ f: "relu", depth: 7, x: 0.5 });
    await click(BACK);
    await page.untilAddress("chain?f=relu&depth=7&x=0.5&step=8");
    await go(-1, "chain?f=relu&depth=7&x=0.5&step=9");
    await assertStep(9);
  });
});

describe("the bar", () => {
  /** For each of the four buttons beside "play" whether it is disabled. */
  const idle = () =>
    page.page.$$eval("#chain .transport-button", (all) =>
      all.map((button) => button.getAttribute("aria-disabled") === "true").toSpliced(2, 1),
    );

  // The tests with motion come last, because each change of the option opens another page.
  for (const reducedMotion of [true, false]) {
    const gliding = reducedMotion ? "at once" : "in a glide";
    test(`steps by its buttons, ${gliding}`, async () => {
      await showStopped("chain?depth=3", { reducedMotion });
      for (const [button, step] of [
        [ON, 7], [TO_START, 0], [BACK, 0], [ON, 1], [ON, 2], [BACK, 1], [TO_END, 7], [BACK, 6], [TO_START, 0], [TO_END, 7],
      ]) {
        await click(button);
        if (!reducedMotion) await page.pass(1.5);
        await assertStep(step, button);
        assert.deepEqual(await idle(), [step === 0, step === 0, step === 7, step === 7]);
      }
    });

    for (const [name, focus] of [["the picture", PICTURE], ["a button", TO_END], ["the slider", SCRUBBER]]) {
      test(`steps by the keys of ${name}, ${gliding}`, async () => {
        await showStopped("chain?depth=12", { reducedMotion });
        await page.page.focus(focus);
        for (const [key, step] of [
          ["Home", 0], ["ArrowLeft", 0], ["ArrowRight", 1], ["ArrowUp", 2], ["ArrowDown", 1], ["End", 25], ["ArrowRight", 25],
          ["ArrowLeft", 24],
          // The browser determines the step of the slider's page keys.
          ...(focus === SCRUBBER ? [] : [["PageDown", 14], ["PageDown", 4], ["PageUp", 14]]),
        ]) {
          await page.press(key);
          if (!reducedMotion) await page.pass(1.5);
          await assertStep(step, key);
        }
        assert.ok(await page.page.$eval(focus, (element) => document.activeElement === element), "the focus stays");
      });
    }
  }

  test("counts every key of many in a row", async () => {
    await showStopped("chain?depth=12&step=10");
    await page.page.focus(PICTURE);
    for (const [key, step] of [["ArrowRight", 14], ["ArrowLeft", 10]]) {
      for (let pressed = 0; pressed < 4; pressed += 1) {
        await page.press(key);
        // The next key comes before the glide of one step has ended.
        await page.pass(0.1);
      }
      await page.pass(2);
      await assertStep(step, key);
    }
  });

  test("is a slider over the whole run", async () => {
    await showStopped("chain?depth=6");
    for (const step of [0, 5, 6, 7, 8, 13, 2]) {
      await page.setRange("step", step, "#chain");
      await assertStep(step);
      await assertOutputs({ depth: 6 });
    }
    await click(PLAY);
    await page.pass(1);
    await page.setRange("step", 9, "#chain");
    await page.pass(1);
    await assertStep(9, "what is dragged stays where it is put");
    assert.equal(await isPlaying(), false);
    await page.untilAddress("chain?depth=6&step=9");
  });

  test("grows and shrinks with the chain", async () => {
    await showStopped("chain");
    for (const depth of [60, 3, 100, 1, 25]) {
      await page.setRange("depth", depth, "#chain");
      const { step, last } = await moment();
      assert.deepEqual([step, last], [2 * depth + 1, 2 * depth + 1], "the end stays the end");
    }
    await page.typeNumber("depth", "400", "#chain");
    await assertStep(801, "beyond the slider's end as well");
    await page.setRange("step", 30, "#chain");
    await page.setRange("depth", 10, "#chain");
    await assertStep(21);
    await page.setRange("depth", 25, "#chain");
    await assertStep(30, "where it was");
  });
});

describe("the run", () => {
  // A run that goes on, or its speed, would change the next test.
  afterEach(async () => {
    await page.page.select("#chain select[name=speed]", "1");
    if (await isPlaying()) await click(PLAY);
  });

  test("shows every moment from the start to the end, and starts over", async () => {
    await openPage({ fragment: "chain?depth=3", lang: "en" });
    await page.page.select("#chain select[name=speed]", "4");
    await page.page.$eval("#chain .transport-moment span", (line) => {
      window.lines = [];
      const watch = new MutationObserver(() => window.lines.push(line.textContent));
      watch.observe(line, { characterData: true, childList: true, subtree: true });
    });
    for (const from of ["the end, where it opens", "the end, where it has come to"]) {
      await page.page.evaluate(() => (window.lines.length = 0));
      await click(PLAY);
      await page.until(`played from ${from}`, (play) =>
        window.lines.at(-1)?.startsWith("7 / 7") && document.querySelector(play).ariaLabel === "Play", PLAY);
      // A frame takes at most a tenth of a second, which is shorter than a step.
      const steps = await page.page.evaluate(() => window.lines.map((line) => Number(line.split(" / ")[0])));
      assert.deepEqual(steps, [0, 1, 2, 3, 4, 5, 6, 7], from);
      await assertStep(7);
      await assertOutputs({ depth: 3 });
    }
  });

  for (const [speed, seconds] of [["0.25", 6], ["0.5", 3], ["1", 3], ["2", 1.5], ["4", 0.8]]) {
    test(`goes at ${speed} times the pace`, async () => {
      await showStopped("chain?step=0");
      await page.page.select("#chain select[name=speed]", speed);
      await click(PLAY);
      await page.pass(seconds);
      // The number of the step in progress.
      await assertStep(Math.ceil(seconds * PACE * Number(speed)));
      assert.equal(await isPlaying(), true);
    });
  }

  test("goes on from where it is, and pauses there", async () => {
    await showStopped("chain?step=4");
    for (const [toggle, step] of [
      [() => click(PLAY), 6],
      [() => page.press(" "), 8],
    ]) {
      await toggle();
      assert.equal(await isPlaying(), true);
      await page.pass(1);
      await assertStep(step);
      await toggle();
      assert.equal(await isPlaying(), false);
      await page.pass(3);
      await assertStep(step, "paused, it arrives at the step under way and stays");
      await page.untilAddress(`chain?step=${step}`);
      await page.page.focus(PICTURE);
    }
    for (const focus of [SCRUBBER, PLAY]) {
      await page.page.focus(focus);
      await page.press(" ");
      assert.equal(await isPlaying(), true, `space on ${focus}`);
      await page.press(" ");
      assert.equal(await isPlaying(), false);
    }
    await click(PLAY);
    await page.pass(1);
    await click(BACK);
    await page.pass(1);
    assert.equal(await isPlaying(), false, "a step pauses too");
    await page.page.reload();
    await page.ready();
    assert.equal((await moment()).step, 9);
  });

  test("goes round where it repeats", async () => {
    await showStopped("chain?depth=2&step=0");
    await page.page.click("#chain input[name=loop]");
    await click(PLAY);
    for (const [seconds, step] of [[3.5, 5], [0.5, 5], [1, 1], [4.7, 1]]) {
      await page.pass(seconds);
      // The five steps take 3.2 s, the rest at the end takes 1.5 s, then the run starts again.
      await assertStep(step);
      assert.equal(await isPlaying(), true);
    }
    await page.page.click("#chain input[name=loop]");
    await page.pass(5);
    await assertStep(5);
    assert.equal(await isPlaying(), false);
  });

  test("is in the address at rest, and not on its way", async () => {
    await showStopped("chain?depth=50&step=3");
    const written = () => page.page.evaluate(() => location.hash);
    await click(PLAY);
    for (let second = 0; second < 6; second += 1) {
      await page.pass(1);
      assert.equal(await written(), "#chain?depth=50&step=3");
    }
    const { step } = await moment();
    assert.ok(step > 20, `it is at ${step}`);
    await click(PLAY);
    await page.pass(1);
    assert.equal(await written(), `#chain?depth=50&step=${step}`);
    await click(PLAY);
    await page.pass(30);
    assert.equal(await isPlaying(), false);
    assert.equal(await written(), "#chain?depth=50", "the end is where a link leads by itself");
  });

  test("pauses for the link that is copied of it", async () => {
    await showStopped("chain?depth=30&step=5");
    await page.page.evaluate(() => {
      Clipboard.prototype.writeText = async (text) => (window.copied = text);
    });
    await click(PLAY);
    await page.pass(2);
    const { step } = await moment();
    assert.ok(step > 8, `it is at ${step}`);
    await click("#chain .copy-link button");
    await page.until("the link is copied", () => window.copied !== undefined);
    assert.equal(await page.page.evaluate(() => window.copied), `${lab.url}en/?lang=en#chain?depth=30&step=${step}`);
    assert.equal(await isPlaying(), false);
    await page.pass(1);
    await assertStep(step);
  });

  test("goes on while everything changes", async () => {
    await showStopped("chain?step=0");
    await page.page.select("#chain select[name=speed]", "0.25");
    await click(PLAY);
    const settings = {};
    let { step } = await moment();
    for (const [key, value] of [
      ["depth", 40], ["w", 1.5], ["b", -0.5], ["x", 0.7], ["f", "tanh"], ["depth", 90], ["f", "leaky-relu"], ["slope", 0.4],
      ["x", -2], ["f", "elu"], ["alpha", 1.7], ["depth", 30], ["w", -0.8],
    ]) {
      settings[key] = value;
      if (key === "f") await page.choose("f", value, "#chain");
      else await page.setRange(key, value, "#chain");
      await assertOutputs(settings);
      await assertTable(settings);
      await page.pass(2.5);
      assert.ok((await moment()).step > step, `it goes on after ${key}=${value}`);
      assert.equal(await isPlaying(), true);
      ({ step } = await moment());
    }
  });

  test("ends where the chain gets too short for it", async () => {
    await showStopped("chain?depth=20&step=15");
    await click(PLAY);
    await page.pass(1);
    await page.setRange("depth", 4, "#chain");
    await page.pass(0.5);
    await assertStep(9);
    assert.equal(await isPlaying(), false);
  });

  for (const from of ["chain?step=4", "chain"]) {
    test(`gives way to a preset and to a link that name a moment (from ${from})`, async () => {
      await showStopped(from);
      await click(PLAY);
      await page.pass(1);
      await click("#chain .demo-presets .preset");
      await page.pass(1);
      await assertStep(21, "the preset's");
      await click(PLAY);
      await page.pass(1);
      await page.goTo("chain?depth=6&step=5");
      await page.pass(1);
      await assertStep(5, "the link's");
      assert.equal(await isPlaying(), false);
    });
  }

  /** Scrolls at once, and waits until the browser has reported whether the pictures are visible. */
  const scrollTo = async (selector, seen) => {
    await page.page.evaluate(
      (selector, seen) => {
        document.querySelector(selector).scrollIntoView({ block: "center", behavior: "instant" });
        return new Promise((resolve) => {
          // The browser reports to the observers in the order of their creation, so the app has been told already.
          const watch = new IntersectionObserver((entries) => {
            if (entries.at(-1).isIntersecting !== seen) return;
            watch.disconnect();
            resolve();
          });
          watch.observe(document.querySelector("#chain .demo-plots"));
        });
      },
      selector,
      seen,
    );
    await page.settle();
  };

  for (const reducedMotion of [false, true]) {
    test(`waits while it is out of sight${reducedMotion ? ", without motion too" : ""}`, async () => {
      await showStopped("chain?step=0", { reducedMotion });
      const steps = reducedMotion ? Math.floor : Math.ceil;
      await click(PLAY);
      await page.pass(2);
      await assertStep(steps(2 * PACE));
      await scrollTo("#explorer h2", false);
      await page.forgetDraws();
      await page.pass(5);
      await assertStep(steps(2 * PACE));
      // Other demos are drawn when they come near.
      const own = await page.page.evaluate(() => window.draws.filter(({ canvas }) => canvas.closest("#chain")).length);
      assert.equal(own, 0);
      assert.equal(await isPlaying(), true, "it only waits");
      await scrollTo(PICTURE, true);
      await page.pass(2);
      await assertStep(steps(4 * PACE), "it goes on from where it was");
    });
  }
});

describe("the pictures", () => {
  /** The sum of the opacities on each canvas of marks. */
  const ink = () =>
    page.page.$$eval("#chain canvas.plot-marks", (all) =>
      all.map((canvas) => {
        // Reading the canvas itself would change how the browser stores it, so a copy is read.
        const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d", { willReadFrequently: true });
        copy.drawImage(canvas, 0, 0);
        const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
        return data.reduce((sum, part, at) => (at % 4 === 3 ? sum + part : sum), 0);
      }),
    );

  /** For each canvas of marks, the frames of the drawings since the record was last cleared. */
  const drawings = () =>
    page.page.evaluate(() => {
      const all = [...document.querySelectorAll("#chain canvas.plot-marks")];
      return all.map((canvas) => window.draws.filter((draw) => draw.canvas === canvas).map(({ frame }) => frame));
    });

  test("change with the steps only where less motion is asked for", async () => {
    await showStopped("chain?depth=3&beside=relu", { reducedMotion: true });
    await page.forgetDraws();
    await click(PLAY);
    await page.pass(6);
    await page.untilStill();
    await assertStep(7);
    assert.equal(await isPlaying(), false);
    const [layers, ...others] = (await drawings()).map((frames) => frames.length);
    // One drawing for each of the steps 0 to 7.
    assert.equal(layers, 8);
    assert.ok(others.every((count) => count <= 8), `${others}: none more often`);
  });

  test("are four, and none is empty at any moment", async () => {
    await showStopped("chain?beside=tanh,relu&x=0.5");
    const seen = new Set();
    for (const step of [0, 4, 10, 11, 12, 17, 21]) {
      await page.setRange("step", step, "#chain");
      await page.forgetDraws();
      const inks = await ink();
      assert.equal(inks.length, 4);
      // A line of 100 opaque pixels is the least visible content.
      assert.ok(inks.every((ink) => ink > 100 * 255), `${inks} at step ${step}`);
      seen.add(String(inks));
    }
    assert.equal(seen.size, 7, "each moment looks different");
  });

  test("are drawn once a frame at most while it plays, and not at rest", async () => {
    await showStopped("chain?depth=3&beside=relu");
    await page.forgetDraws();
    await click(PLAY);
    await page.pass(6);
    assert.equal(await isPlaying(), false);
    await page.untilStill();
    const [layers, ...others] = await drawings();
    for (const frames of [layers, ...others]) assert.equal(new Set(frames).size, frames.length, "once a frame");
    // A frame takes a tenth of a second here. The layers stand still at the turn only; in all other steps they move in
    // every frame.
    assert.ok(layers.length >= 10 * (6 / PACE), `${layers.length} drawings: every frame has one`);
    await page.forgetDraws();
    await page.setRange("step", 7, "#chain");
    await page.setRange("w", 1, "#chain");
    await page.page.evaluate(() => {
      window.dispatchEvent(new Event("resize"));
      document.querySelector("#chain .data-table").open = true;
    });
    await page.pass(2);
    // The open table moves the next demo, which may be drawn for the first time.
    const drawn = page.page.evaluate(() => window.draws.filter(({ canvas }) => canvas.closest("#chain")).length);
    assert.equal(await drawn, 0);
  });
});
