// The smaller demos of the lesson: their numbers compared with textbook formulas, their plots and their controls.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { DEFAULTS, FUNCTIONS, isClose } from "./functions.mjs";
import { onlyInChromium } from "./harness.mjs";
import { onSharedPages, openPage, page, showView } from "./lab.mjs";

onSharedPages();

const OPTIONS = { lang: "en", reducedMotion: true };

const show = (fragment) => showView({ fragment, ...OPTIONS });

/** Fails unless the outputs of a demo have these values. */
async function assertOutputs(demo, want) {
  for (const [name, number] of Object.entries(want)) {
    const { value } = await page.output(name, demo);
    assert.ok(isClose(value, number), `${name} is ${value}, not ${number}`);
  }
}

/** Fails unless every visible canvas of a demo has content. */
async function assertDrawn(demo) {
  const empty = await page.page.$$eval(`${demo} .plot-place:not([hidden]) canvas.plot-marks`, (all) =>
    all.filter((canvas) => {
      // Repeated reading would change how the browser stores the canvas, so a copy is read.
      const { width, height } = canvas;
      const copy = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
      copy.drawImage(canvas, 0, 0);
      const { data } = copy.getImageData(0, 0, width, height);
      return !data.some((byte) => byte !== 0);
    }).length,
  );
  assert.equal(empty, 0);
}

/** The distance of a demo's upper edge from the top of the window, in CSS pixels. */
async function top(demo) {
  return page.page.$eval(demo, (section) => section.getBoundingClientRect().top);
}

/** The rows of a demo's data table. */
async function table(demo) {
  return page.page.$$eval(`${demo} .data-table tbody tr`, (rows) =>
    rows.map((row) => [...row.cells].map((cell) => Number(cell.querySelector("data").value))),
  );
}

describe("the neuron", () => {
  /** The textbook values of a neuron. */
  function neuron({ f = "sigmoid", x1 = 1, x2 = 0.5, w1 = 1.5, w2 = -1, b = 0, ...parameters }) {
    const p = { ...DEFAULTS, ...parameters };
    const z = w1 * x1 + w2 * x2 + b;
    const slope = FUNCTIONS[f].gradient(z, p);
    return { z, a: FUNCTIONS[f].value(z, p), "grad-w1": slope * x1, "grad-w2": slope * x2, "grad-b": slope };
  }

  for (const settings of [
    {},
    { f: "tanh", x1: -2, x2: 3, w1: 0.5, w2: 0.25, b: 0.5 },
    { f: "relu", b: -3 },
    { f: "leaky-relu", b: -3, slope: 0.3 },
    { f: "elu", w1: -2, alpha: 2.5 },
    { f: "identity", x1: 5, w1: 5 },
    { f: "step", b: -2 },
  ]) {
    const said = Object.entries(settings).map((pair) => pair.join("=")).join("&");
    test(`works out z, a and the gradients (${said || "as it opens"})`, { skip: said !== "" && onlyInChromium("compare plain numbers") }, async () => {
      await show(`neuron?${said}`);
      assert.ok(Math.abs(await top("#neuron")) < 2, "the link leads to it");
      await assertOutputs("#neuron", neuron(settings));
      await assertDrawn("#neuron");
    });
  }

  test("follows its sliders and its function, and the address follows it", async () => {
    await show("neuron");
    await page.setRange("w1", -2, "#neuron");
    await page.setRange("x2", 3, "#neuron");
    await assertOutputs("#neuron", neuron({ w1: -2, x2: 3 }));
    await page.choose("f", "tanh", "#neuron");
    await assertOutputs("#neuron", neuron({ f: "tanh", w1: -2, x2: 3 }));
    await page.untilAddress("neuron?f=tanh&x2=3&w1=-2");
  });

  test("can be dragged along its curve", async () => {
    await show("neuron");
    const canvas = await page.page.$("#neuron .plot-place:last-of-type canvas.plot-marks");
    await canvas.evaluate((canvas) => canvas.scrollIntoView({ block: "center", behavior: "instant" }));
    await page.untilScrolled();
    const box = await canvas.boundingBox();
    // The point is at z = 1 on an axis from −6 to 6. The canvas has a class while the mouse is over the point.
    let at = null;
    for (let y = box.y + 4; y < box.y + box.height && at === null; y += 6) {
      for (const share of [0.58, 0.6, 0.62]) {
        await page.page.mouse.move(box.x + share * box.width, y);
        if (await canvas.evaluate((canvas) => canvas.classList.contains("on-handle"))) at = { x: box.x + share * box.width, y };
      }
    }
    assert.ok(at, "the point can be taken hold of");
    await page.page.mouse.move(at.x, at.y);
    await page.page.mouse.down();
    await page.page.mouse.move(at.x - 150, at.y, { steps: 5 });
    await page.page.mouse.up();
    await page.settle();
    const b = await page.number("b", "#neuron");
    assert.ok(b < -1, `the bias is ${b}`);
    await assertOutputs("#neuron", neuron({ b }));
  });

  test("shares its functions' names with other demos, not their choice", async () => {
    // A page of its own, in which no function has been chosen in other demos.
    await openPage({ fragment: "neuron", ...OPTIONS });
    await page.bringAll();
    await page.choose("f", "relu", "#neuron");
    await page.choose("f", "tanh", "#chain");
    const chosen = await page.page.$$eval("input[type=radio][name=f]:checked", (all) =>
      Object.fromEntries(all.map((radio) => [radio.closest("section.demo").id, radio.value])),
    );
    assert.deepEqual(chosen, { neuron: "relu", collapse: "identity", descent: "identity", classify: "tanh", chain: "tanh" });
  });
});

describe("the stack of layers", () => {
  test("is one line without activations, as its table tells", async () => {
    await show("collapse?depth=12&width=9&seed=3");
    const [a, c] = [(await page.output("a", "#collapse")).value, (await page.output("c", "#collapse")).value];
    await assertOutputs("#collapse", { bend: 0, pieces: 1 });
    for (const [x, y, line] of await table("#collapse")) {
      // A dozen layers of nine products each, added in another order.
      assert.ok(Math.abs(y - (a * x + c)) < 1e-9 && Math.abs(line - y) < 1e-9, `${y} at ${x}`);
    }
    await assertDrawn("#collapse");
  });

  test("bends with them", async () => {
    await show("collapse");
    await page.choose("f", "relu", "#collapse");
    const { value: pieces } = await page.output("pieces", "#collapse");
    assert.ok(Number.isInteger(pieces) && pieces > 1, `${pieces} pieces`);
    const { value: bend } = await page.output("bend", "#collapse");
    const far = (await table("#collapse")).map(([, y, line]) => Math.abs(y - line));
    assert.ok(bend > 0 && Math.max(...far) <= bend + 1e-9, "nowhere farther than the bend");
    await page.choose("f", "tanh", "#collapse");
    assert.equal((await page.output("pieces", "#collapse")).value, Infinity);
    await page.untilAddress("collapse?f=tanh");
  });

  test("is stacked layer by layer", async () => {
    await show("collapse?depth=4&step=0");
    const moment = () => page.page.$eval("#collapse .transport-moment span", (span) => span.textContent);
    assert.match(await moment(), /^0 \/ 4/);
    await page.page.focus("#collapse canvas.plot-marks");
    await page.press("ArrowRight");
    assert.match(await moment(), /^1 \/ 4 · .*layer 1/);
    await page.press("End");
    assert.match(await moment(), /^4 \/ 4/);
    await page.untilAddress("collapse?depth=4");
  });
});

describe("dead neurons", () => {
  /** The results of tests/host/demos/dead.rs: inactive neurons and losses of ReLU, Leaky ReLU and ELU. */
  const SHOWN = [
    ["dead", [62, 30, 0], [8.65808942129625, 0.32164059423390756, 0.5717667543771523]],
    ["dead?step=0", [3, 3, 3], [23.968153555550654, 23.94440489519155, 23.75242187206536]],
    ["dead?rate=0.03&bias=0.2", [0, 0, 0], [0.9661680624625312, 1.0039334460585014, 1.507706976775662]],
    ["dead?rate=0.2&seed=12", [64, 48, 0], [22.96156394296148, 0.15323521397518086, 1.1358546494297759]],
    ["dead?rate=0.1&bias=-0.3", [64, 44, 34], [23.35703321443391, 0.28555438959980045, 0.6442289423641501]],
  ];
  const IDS = ["relu", "leaky-relu", "elu"];

  const words = () => page.page.$eval("#dead .demo-explanation", (explanation) => explanation.textContent);
  const chosen = () => page.page.$eval("#dead input.exact[name=neuron]", (input) => Number(input.value));

  for (const [fragment, counts, losses] of SHOWN) {
    test(`trains as it does outside the browser (${fragment})`, { skip: fragment !== "dead" && onlyInChromium("compare plain numbers") }, async () => {
      await show(fragment);
      for (const [index, id] of IDS.entries()) {
        assert.equal((await page.output(`dead-${id}`, "#dead")).value, counts[index], id);
        const { value } = await page.output(`loss-${id}`, "#dead");
        // Sums and products have the same bits everywhere. ELU's exponentials may differ in the last bit.
        const allowed = id === "elu" ? 1e-9 * losses[index] : 0;
        assert.ok(Math.abs(value - losses[index]) <= allowed, `${id}: ${value}, not ${losses[index]}`);
      }
      await assertDrawn("#dead");
    });
  }

  test("shows the neuron whose cell is clicked, in words and numbers", async () => {
    await show("dead?neuron=26");
    assert.match(await words(), /Neuron 26 /);
    const before = await page.output("grad-elu", "#dead");
    const cells = await page.page.$$("#dead .demo-plots canvas.plot-marks");
    assert.equal(cells.length, 3);
    // The last cell of all, and the second cell of the second row.
    for (const [index, share, neuron] of [[0, 7.5 / 8, 64], [1, 1.5 / 8, 10], [2, 7.5 / 8, 64]]) {
      await cells[index].evaluate((canvas) => canvas.scrollIntoView({ block: "center", behavior: "instant" }));
      await page.untilScrolled();
      const box = await cells[index].boundingBox();
      await page.page.mouse.click(box.x + share * box.width, box.y + share * box.height);
      await page.settle();
      assert.equal(await chosen(), neuron);
      assert.match(await words(), new RegExp(`Neuron ${neuron} `));
    }
    assert.notEqual((await page.output("grad-elu", "#dead")).value, before.value);
    assert.equal((await page.output("grad-relu", "#dead")).value, 0, "its gradient is exactly 0");
    await page.untilAddress("dead?neuron=64");
  });

  test("shows the next neuron, and the step before, by the keyboard", async () => {
    await show("dead");
    await page.page.focus("#dead input[type=range][name=neuron]");
    await page.press("ArrowRight");
    assert.equal(await chosen(), 2);
    await page.untilAddress("dead?neuron=2");
    await page.page.focus("#dead canvas.plot-marks[tabindex]");
    await page.press("Home");
    assert.equal((await page.output("dead-relu", "#dead")).value, 3);
    await page.press("ArrowRight");
    await page.untilAddress("dead?neuron=2&step=1");
  });

  test("says which network has diverged", async () => {
    await show("dead?rate=0.3");
    assert.match(await words(), /all 64 neurons are dead.*ELU: diverged, in step \d+ /s);
    for (const id of IDS) {
      assert.ok(Number.isFinite((await page.output(`loss-${id}`, "#dead")).value), id);
    }
  });
});

describe("maxout", () => {
  test("gives the largest piece, its number and its slope", async () => {
    await show("maxout?k=3&w1=-1&b1=0&w2=1&b2=0&w3=0&b3=1&x=0.5");
    await assertOutputs("#maxout", { value: 1, winner: 3, gradient: 0 });
    await page.setRange("x", -4, "#maxout");
    await assertOutputs("#maxout", { value: 4, winner: 1, gradient: -1 });
    await assertDrawn("#maxout");
    assert.equal(await page.page.$eval("#maxout input[name=w4]", (input) => input.checkVisibility()), false);
    await page.setRange("k", 4, "#maxout");
    assert.equal(await page.page.$eval("#maxout input[name=w4]", (input) => input.checkVisibility()), true);
  });

  test("says what becomes of the variance, through the lines and of independent numbers", async () => {
    const number = async (name) => (await page.output(name, "#maxout")).value;
    const words = () => page.page.$eval("#maxout .demo-explanation", (place) => place.textContent);
    await show("maxout?samples=10000");
    // The variances of ten thousand samples are within five standard errors, √(2 / n) and √(1.94 / n) of the variance.
    const [inside, outside] = [await number("variance-in"), await number("variance-out")];
    assert.ok(Math.abs(inside - 1) < 5 * Math.sqrt(2 / 20_000), `${inside}`);
    assert.ok(Math.abs(outside - (1 - 1 / Math.PI)) < 5 * Math.sqrt(2 / 10_000), `${outside}`);
    assert.equal(await number("parameters"), 4);
    await show("maxout?samples=10000&w1=1&w2=3");
    // The lines do not change the independent numbers. max(x, 3x) has the variance 5 − 2/π.
    assert.equal(await number("variance-out"), outside);
    const exact = 5 - 2 / Math.PI;
    const through = await number("variance-f");
    // The standard error of the variance is below that of a normal distribution times √2.
    assert.ok(Math.abs(through - exact) < 5 * exact * Math.sqrt(4 / 20_000), `${through}`);
    assert.match(await words(), /max\(x, 3x\).*4\.3634.*larger.*independent.*0\.6817.*smaller/s);
  });

  test("moves x by the keys of its large picture, not of the histograms", async () => {
    await show("maxout");
    assert.equal((await page.page.$$("#maxout canvas.plot-marks[tabindex]")).length, 1);
    await page.page.focus("#maxout canvas.plot-marks[tabindex]");
    await page.page.keyboard.press("ArrowLeft");
    await page.untilAddress("maxout?x=0.9");
  });
});

describe("learning α", () => {
  test("goes down its loss step by step", async () => {
    await show("alpha?step=0");
    const losses = [];
    for (let step = 0; step < 5; step += 1) {
      const [alpha, gradient, loss] = await Promise.all(
        ["alpha", "grad-alpha", "loss"].map(async (name) => (await page.output(name, "#alpha")).value),
      );
      if (losses.length > 0) {
        const { alpha: was, gradient: slope } = losses.at(-1);
        // One step of gradient descent with the learning rate 0.2.
        assert.ok(isClose(alpha, was - 0.2 * slope), `${was} to ${alpha}`);
        assert.ok(loss < losses.at(-1).loss, "the loss falls");
      }
      losses.push({ alpha, gradient, loss });
      await page.page.click("#alpha .transport-button:nth-child(4)");
      await page.settle();
    }
    await assertDrawn("#alpha");
    await page.untilAddress("alpha?step=5");
  });

  test("says when the learning rate is too large", async () => {
    await show("alpha?alpha=1.4&rate=3.9");
    assert.match(await page.page.$eval("#alpha .verdict", (verdict) => verdict.textContent), /Diverged/);
    for (const name of ["alpha", "grad-alpha", "loss"]) {
      assert.ok(Number.isFinite((await page.output(name, "#alpha")).value), name);
    }
  });

  test("has a switch to Leaky ReLU's slope", async () => {
    await show("alpha");
    await page.choose("shape", "leaky-relu", "#alpha");
    const slope = await page.output("alpha", "#alpha");
    assert.ok(slope.value >= 0 && slope.value <= 1, `${slope.value}`);
    await page.untilAddress("alpha?shape=leaky-relu");
  });
});
