// Guessing: a curve is hidden, the reader draws it, and the page shows the distance.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { DEMOS } from "./content.mjs";
import { FUNCTIONS } from "./functions.mjs";
import { onlyInChromium } from "./harness.mjs";
import { onSharedPages, openPage, page, showView } from "./lab.mjs";

onSharedPages();

/** Shows a view in the page that the tests share. Only the guess of the link is active. */
async function show(fragment, options) {
  // Each demo has a guess of its own, which stays active while another demo is shown.
  await page?.page.$$eval(".guess [data-guess=stop]", (all) => all.forEach((button) => button.click()));
  await showView({ fragment, lang: "en", reducedMotion: true, ...options });
}

/**
 * Scrolls to the canvas for drawing, and returns a function from data points to places in the window.
 *
 * @param {[number, number]} x the ends of the x axis
 * @param {[number, number]} y the ends of the y axis
 */
async function plane(x, y) {
  await page.untilScrolled();
  const box = await page.box("canvas.drawing");
  // The margins of src/plot/layout.rs at the default text size.
  const text = 13;
  const [left, right] = [box.left + 3.4 * text, box.right - 1.2 * text];
  const [top, bottom] = [box.top + 0.8 * text, box.bottom - 2 * text];
  return ([at, height]) => [
    left + ((at - x[0]) / (x[1] - x[0])) * (right - left),
    bottom - ((height - y[0]) / (y[1] - y[0])) * (bottom - top),
  ];
}

/** Draws through these points with the mouse. */
async function draw(points) {
  const { mouse } = page.page;
  await mouse.move(...points[0]);
  await mouse.down();
  for (const point of points.slice(1)) await mouse.move(...point);
  await mouse.up();
  await page.settle();
}

/** Presses a button of the panel, and waits until the page shows the effect. */
async function press(button) {
  await page.page.$eval(`.guess [data-guess="${button}"]`, (button) => button.click());
  await page.settle();
  await page.settle();
}

async function hasPanel() {
  return (await page.page.$(".guess [data-guess]")) !== null;
}

/** Whether a canvas contains a colour of the stylesheet. */
async function shows(hue, selector) {
  return page.page.$eval(
    selector,
    (canvas, hue) => {
      const hex = getComputedStyle(document.documentElement).getPropertyValue(hue).trim();
      const rgb = hex.slice(1).match(/../g).map((digits) => parseInt(digits, 16));
      const { width, height } = canvas;
      const copy = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
      copy.drawImage(canvas, 0, 0);
      const { data } = copy.getImageData(0, 0, width, height);
      let count = 0;
      for (let at = 0; at < data.length; at += 4) {
        const isThere = data[at + 3] > 200 && rgb.every((part, index) => Math.abs(part - data[at + index]) < 9);
        count += isThere ? 1 : 0;
      }
      return count > 20;
    },
    hue,
  );
}

const GRADIENT = "#explorer [data-picture=gradient] .plot-marks";
/** The y axis of ReLU's gradient: from 0 to 1 with a margin. */
const UNIT = [-0.08, 1.08];
const INPUTS = [-6, 6];

describe("drawing", () => {
  test("the truth with the mouse is hardly off", async () => {
    await show("explorer?f=relu&guess=gradient");
    const at = await plane(INPUTS, UNIT);
    await draw([[-6, 0], [0, 0], [0, 1], [6, 1]].map(at));
    assert.ok(await shows("--guess", GRADIENT), "the drawing is to be seen");
    assert.ok(!(await shows("--series-2", GRADIENT)), "the truth is not");
    await press("reveal");
    // The mouse moves by whole pixels, and the plot is about 150 px high.
    assert.ok((await page.output("guess")).value < 1.5);
    assert.ok((await page.output("guess-covered")).value > 99);
    assert.match((await page.output("guess")).text, /^\d+\.\d%$/);
    assert.ok(await shows("--series-2", GRADIENT), "the truth is out");
    assert.ok(await shows("--guess", GRADIENT), "beside the drawing");
  });

  test("a difference is guessed while its functions stay", async () => {
    await show("explorer?f=sigmoid,tanh&show=difference&guess=difference");
    const [value, difference] = ["value", "difference"].map((id) => `#explorer [data-picture=${id}] .plot-marks`);
    assert.ok(await shows("--series-0", value), "σ stays");
    assert.ok(await shows("--series-1", value), "tanh stays");
    assert.ok(!(await shows("--ink", difference)), "their difference is hidden");
    assert.equal(await page.page.$("output[name=largest-difference]"), null);
    await press("reveal");
    assert.ok(await shows("--ink", difference), "the truth is out");
    assert.ok((await page.output("largest-difference")).value > 0.9);
  });

  test("a flat line is off by what it is off", async () => {
    await show("explorer?f=relu&guess=gradient");
    const at = await plane(INPUTS, UNIT);
    await draw([at([-6, 0]), at([6, 0])]);
    await press("reveal");
    // The distance is 0 on the left and 1 of 1.16 on the right. Beside the jump it is ten times the horizontal
    // distance to the jump, as a share of the width.
    const { value } = await page.output("guess-largest");
    assert.ok(Math.abs(value - 100 / 1.16) < 1.5, `${value}`);
    const mean = (await page.output("guess")).value;
    const near = 1 / 1.16 / 10;
    const want = (100 / 1.16) * (0.5 - near / 2);
    assert.ok(Math.abs(mean - want) < 1, `${mean}, not ${want}`);
  });

  test("half of it covers half, going over it again corrects it, and it can be cleared", async () => {
    await show("explorer?f=relu&guess=gradient");
    const at = await plane(INPUTS, UNIT);
    await draw([at([-6, 1]), at([0, 1])]);
    await draw([at([0, 0]), at([-6, 0])]);
    await press("reveal");
    assert.ok((await page.output("guess")).value < 1.5);
    assert.ok(Math.abs((await page.output("guess-covered")).value - 50) < 1);
    await press("again");
    assert.ok(!(await shows("--guess", GRADIENT)), "the drawing is gone");
    await draw([at([-6, 1]), at([6, 1])]);
    await press("clear");
    assert.ok(!(await shows("--guess", GRADIENT)), "the drawing has been cleared");
    await press("reveal");
    assert.equal(await page.page.$("output[name=guess]"), null, "nothing was drawn, so there is no number");
  });

  test("with the keyboard goes on, up and down, and Enter reveals", async () => {
    await show("explorer?f=relu&guess=gradient");
    await page.page.focus("canvas.drawing");
    const { keyboard } = page.page;
    // The first key starts the pen at the left end. Twenty more lead to 0, the place of the jump.
    for (let count = 0; count < 21; count += 1) await keyboard.press("ArrowRight");
    const value = await page.page.$eval("canvas.drawing", (canvas) => canvas.getAttribute("aria-valuenow"));
    assert.equal(Number(value), 0);
    await keyboard.press("ArrowRight");
    for (let count = 0; count < 34; count += 1) await keyboard.press("ArrowUp");
    // 34 steps of 1.16 / 40 are 0.986.
    const text = await page.page.$eval("canvas.drawing", (canvas) => canvas.getAttribute("aria-valuetext"));
    assert.match(text, /0\.3 .*0\.986/);
    for (let count = 0; count < 19; count += 1) await keyboard.press("ArrowRight");
    await keyboard.press("Enter");
    await page.settle();
    await page.settle();
    assert.ok((await page.output("guess")).value < 2.5);
    assert.equal((await page.output("guess-covered")).value, 100);
    const focused = await page.page.evaluate(() => document.activeElement.dataset.guess);
    assert.equal(focused, "again", "the focus is where it goes on");
    assert.equal(await page.page.$eval("#explorer input.exact[name=x]", (input) => input.value), "1");
  });

  test("with a finger neither scrolls nor moves the probe", async () => {
    await show("explorer?f=relu&guess=gradient", { viewport: { width: 390, height: 844, hasTouch: true } });
    const at = await plane(INPUTS, UNIT);
    const before = await page.page.evaluate(() => scrollY);
    const { touchscreen } = page.page;
    await touchscreen.touchStart(...at([-6, 0]));
    for (const point of [[-3, 0], [-0.05, 0], [0.05, 1], [3, 1], [6, 1]]) await touchscreen.touchMove(...at(point));
    await touchscreen.touchEnd();
    await page.settle();
    assert.equal(await page.page.evaluate(() => scrollY), before);
    assert.equal(await page.page.$eval("#explorer input.exact[name=x]", (input) => input.value), "1");
    await press("reveal");
    // A pixel is a larger share here: the plot is about 90 px high.
    assert.ok((await page.output("guess")).value < 3);
    assert.ok((await page.output("guess-covered")).value > 98);
    const wide = await page.page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    assert.ok(!wide, "nothing sticks out of the window");
  });
});

describe("the truth", () => {
  test("comes out from left to right, unless motion is unwelcome", async () => {
    await show("explorer?f=relu&guess=gradient", { reducedMotion: false });
    await press("reveal");
    await page.until("the dot at the right of the jump is out", () => document.querySelector("output[name=guess]") === null);
    await page.until("all of it is out", () => document.querySelector("#explorer output[name=gradient-relu]") !== null);
  });

  for (const id of Object.keys(FUNCTIONS)) {
    test(`is ${id}'s gradient`, async () => {
      await show(`explorer?f=${id}&guess=gradient&fixy=1&ymin=-2&ymax=2&show=gradient`);
      const at = await plane(INPUTS, [-2, 2]);
      const defaults = { slope: 0.1, alpha: 1, w1: -0.5, b1: 0, w2: 1, b2: 0 };
      const xs = Array.from({ length: 81 }, (_, index) => -6 + 0.15 * index);
      await draw(xs.map((x) => at([x, FUNCTIONS[id].gradient(x, defaults)])));
      await press("reveal");
      // One pixel of about 350, and chords of length 0.15 at a bend or beside a jump.
      const { value } = await page.output("guess");
      assert.ok(value < 1, `${value}`);
      assert.ok((await page.output("guess-covered")).value > 99);
    });
  }

  test("is the gradient against the depth in the chain, of one function or another", async () => {
    await show("chain?beside=relu&x=1&guess=depths");
    const options = await page.page.$$eval(".guess option", (all) => all.map((option) => option.textContent));
    assert.deepEqual(options, ["Sigmoid", "ReLU"]);
    await page.page.select(".guess select", "2");
    await page.settle();
    // ReLU's gradient stays at 1 = 10⁰, the upper end of the axis. Sigmoid's falls to about 10⁻⁷.
    await page.page.focus("canvas.drawing");
    for (let count = 0; count < 41; count += 1) await page.page.keyboard.press("ArrowRight");
    await page.press("Enter");
    await page.settle();
    // The pen starts at 0 on the axis, so a curve that is 0 everywhere has no distance from it.
    assert.ok((await page.output("guess")).value < 1e-9);
    await page.page.select(".guess select", "0");
    await page.settle();
    assert.equal(await page.page.$("output[name=guess]"), null, "another curve is guessed anew");
  });
});

describe("while it is guessed", () => {
  for (const [demo, link, answers] of [
    ["explorer", "explorer?f=sigmoid&x=1&guess=gradient", ["0.1966", "0.196611"]],
    ["chain", "chain?x=0&guess=depths", ["3.88 × 10", "−6.41", "3.875220"]],
  ]) {
    test(`the answer is nowhere to be read (${demo})`, async () => {
      await show(link);
      const everything = () =>
        page.page.$eval(`#${demo}`, (section) => {
          const attributes = [...section.querySelectorAll("*")].flatMap((element) => [...element.attributes]);
          return [section.textContent, ...attributes.map((attribute) => attribute.value)].join("\n");
        });
      const hidden = await everything();
      for (const answer of answers) assert.ok(!hidden.includes(answer), `${answer} is told`);
      assert.equal(await page.page.$(`#${demo} .data-table data`), null);
      await page.page.$eval(`#${demo} .export`, (panel) => (panel.open = true));
      await page.page.waitForSelector(`#${demo} .export [data-save=csv]`);
      const csv = await page.page.$eval(`#${demo} .export [data-save=csv]`, (button) => button.checkVisibility());
      assert.ok(!csv, "the numbers cannot be saved");
      await press("reveal");
      const told = await everything();
      assert.ok(answers.some((answer) => told.includes(answer)), "it is told afterwards");
      assert.notEqual(await page.page.$(`#${demo} .data-table data`), null);
    });
  }

  test("the values stay in sight above their gradients, and in one plot with them", async () => {
    await show("explorer?f=sigmoid&guess=gradient");
    assert.ok(await shows("--series-0", "#explorer [data-picture=value] .plot-marks"));
    assert.ok(!(await shows("--series-0", GRADIENT)));
    await page.goTo("explorer?f=sigmoid&show=overlay&guess=overlay");
    await page.settle();
    assert.ok(await shows("--series-0", "#explorer [data-picture=overlay] .plot-marks"));
    await page.goTo("explorer?f=sigmoid&guess=value");
    await page.settle();
    assert.ok(!(await shows("--series-0", GRADIENT)), "gradients would tell the values");
  });

  test("another function, other axes or another link begin anew; the probe does not", async () => {
    // This test changes the size of the window, so it uses a page of its own.
    await openPage({ fragment: "explorer?f=relu&guess=gradient", lang: "en", reducedMotion: true });
    const at = await plane(INPUTS, UNIT);
    await draw([at([-6, 0]), at([6, 0])]);
    await page.setRange("x", 3);
    assert.ok(await shows("--guess", GRADIENT), "the probe is no other curve");
    await page.page.setViewport({ width: 1100, height: 900 });
    await page.settle();
    assert.ok(await shows("--guess", GRADIENT), "nor is another window");
    await page.typeNumber("min", "-3");
    assert.ok(!(await shows("--guess", GRADIENT)), "another range is");
    await press("reveal");
    await page.choose("f", "tanh");
    await page.settle();
    assert.notEqual(await page.page.$("[data-guess=reveal]"), null, "and so are two functions");
  });

  test("the theme changes, and the drawing stays", async () => {
    await openPage({ fragment: "explorer?f=relu&guess=gradient", lang: "ko", reducedMotion: true });
    const at = await plane(INPUTS, UNIT);
    await draw([at([-6, 0]), at([6, 0])]);
    await press("reveal");
    const { value } = await page.output("guess");
    assert.match(await page.page.$eval(".guess:not(:empty)", (panel) => panel.textContent), /세로축 높이를 100%로/);
    await page.page.$eval(".frame input[value=dark]", (input) => input.click());
    await page.settle();
    assert.equal((await page.output("guess")).value, value);
    assert.ok(await shows("--guess", GRADIENT), "in the colours of the dark theme");
  });

  test("another language begins anew, without the truth", async () => {
    await openPage({ fragment: "explorer?f=relu&guess=gradient", lang: "ko", reducedMotion: true });
    const at = await plane(INPUTS, UNIT);
    await draw([at([-6, 0]), at([6, 0])]);
    await page.chooseLanguage("en");
    assert.ok(await hasPanel());
    assert.match(await page.page.$eval(".guess:not(:empty)", (panel) => panel.textContent), /^[^가-힣]+$/);
    assert.ok(!(await shows("--series-2", GRADIENT)), "the truth is not to be seen");
    const there = await plane(INPUTS, UNIT);
    await draw([there([-6, 0]), there([6, 0])]);
    await press("reveal");
    assert.match(await page.page.$eval(".guess:not(:empty)", (panel) => panel.textContent), /height of the y axis/);
  });
});

describe("it begins", () => {
  test("with a button that asks which picture, and ends with another", async () => {
    await show("explorer?f=sigmoid");
    await page.page.click("#explorer .guess-start > summary");
    await page.settle();
    const offered = await page.page.$$eval("#explorer .guess-start [data-guess]", (all) => all.map((b) => b.dataset.guess));
    assert.deepEqual(offered, ["value", "gradient"]);
    await page.page.click("#explorer .guess-start [data-guess=gradient]");
    await page.untilAddress("explorer?f=sigmoid&guess=gradient");
    await page.settle();
    assert.ok(await page.page.$eval(GRADIENT, (canvas) => document.activeElement === canvas), "the keys draw");
    await press("stop");
    await page.untilAddress("explorer?f=sigmoid");
    assert.ok(!(await hasPanel()));
    assert.ok(await shows("--series-0", GRADIENT));
  });

  test("at once where there is only one curve", async () => {
    await show("collapse");
    await page.page.$eval("#collapse .guess-start > summary", (summary) => summary.click());
    await page.untilAddress("collapse?guess=stack");
    assert.ok(await hasPanel());
    await page.travel(-1);
    await page.until("back ends it", () => document.querySelector(".guess [data-guess]") === null);
  });

  test("not where there is no curve, and says so", async () => {
    await show("explorer?f=");
    await page.page.$eval("#explorer .guess-start > summary", (summary) => summary.click());
    await page.settle();
    assert.match(await page.page.$eval("#explorer .guess-start", (panel) => panel.textContent), /no curve/);
    await page.goTo("explorer?f=&guess=gradient");
    assert.ok(!(await hasPanel()));
  });

  test("after reloading", async () => {
    await show("explorer?f=sigmoid&guess=gradient");
    await page.page.reload();
    await page.ready();
    await page.settle();
    assert.ok(await hasPanel());
    assert.ok(!(await shows("--series-0", GRADIENT)));
  });

  for (const demo of DEMOS) {
    test(`for every picture of ${demo} that has a curve`, async () => {
      await show(demo);
      const start = `#${demo} .guess-start`;
      await page.page.$eval(`${start} > summary`, (summary) => summary.click());
      await page.settle();
      const offered = await page.page.$$eval(`${start} [data-guess]`, (all) => all.map((button) => button.dataset.guess));
      assert.ok(offered.length > 0);
      for (const id of offered) {
        await page.goTo(`${demo}?guess=${id}`);
        await page.settle();
        const box = await page.box("canvas.drawing");
        await draw([[0.2, 0.5], [0.5, 0.3], [0.9, 0.5]].map(([x, y]) => [box.left + x * box.width, box.top + y * box.height]));
        await press("reveal");
        const { value } = await page.output("guess");
        assert.ok(value >= 0 && value <= 100, `${id}: ${value}`);
      }
    });
  }
});

describe("axe", { skip: onlyInChromium("run axe") }, () => {
  for (const [lang, colorScheme, width] of [["ko", "light", 390], ["en", "dark", 1280]]) {
    test(`finds nothing (${lang}, ${colorScheme}, ${width} px)`, async () => {
      await show("explorer?f=sigmoid,tanh&guess=gradient", { lang, colorScheme, viewport: { width, height: 900 } });
      await page.page.$eval("#explorer .guess-start > summary", (summary) => summary.click());
      await page.settle();
      assert.deepEqual(await page.axe(), []);
      const at = await plane(INPUTS, UNIT);
      await page.page.keyboard.press("Escape");
      await page.page.$eval("#explorer .guess-start", (panel) => (panel.open = false));
      await draw([at([-6, 0.5]), at([6, 0.5])]);
      await press("reveal");
      assert.deepEqual(await page.axe(), []);
    });
  }
});
