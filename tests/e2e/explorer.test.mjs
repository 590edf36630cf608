// The explorer's numbers and controls: every output compared with numbers computed here.

import assert from "node:assert/strict";
import { before, beforeEach, describe, test } from "node:test";
import { DEFAULTS, FUNCTIONS, SIX, isClose } from "./functions.mjs";
import { SHOWN_PLOTS } from "./harness.mjs";
import { loadView, onSharedPages, page, showView } from "./lab.mjs";

const ALL = Object.keys(FUNCTIONS);

onSharedPages();

// With reduced motion a link shows its view at once, without a glide.
const show = (fragment = "") => showView({ fragment, lang: "en", reducedMotion: true });

/** Fails unless exactly the functions `ids` are shown, each with the right numbers at x. */
async function assertNumbers(ids, x, parameters = {}) {
  const shown = await page.page.$$eval("#explorer output", (all) =>
    all.map((output) => [output.name, Number(output.querySelector("data[value]").value)]),
  );
  const names = ids.flatMap((id) => [`value-${id}`, `gradient-${id}`]);
  assert.deepEqual(shown.map(([name]) => name), names);
  for (const [name, got] of shown) {
    const [, what, id] = name.match(/^(value|gradient)-(.*)$/);
    const want = FUNCTIONS[id][what](x, { ...DEFAULTS, ...parameters });
    assert.ok(isClose(got, want), `${name} at ${x} with ${JSON.stringify(parameters)}: ${got}, not ${want}`);
  }
}

/** The number of a control. Its slider and its number field must agree. */
async function control(name) {
  const [range, number] = await page.page.$$eval(`input[name="${name}"]`, (inputs) =>
    ["range", "text"].map((type) => Number(inputs.find((input) => input.type === type).value)),
  );
  assert.equal(range, number, `slider and number of ${name}`);
  return number;
}

/** The reset button of the control with this name. */
async function resetButton(name) {
  const range = await page.page.$(`input[type=range][name="${name}"]`);
  return (await range.evaluateHandle((range) => range.closest(".control").querySelector("button.reset"))).asElement();
}

async function isVisible(selector) {
  return page.page.$eval(selector, (element) => element.checkVisibility({ checkVisibilityCSS: true }));
}

async function notes() {
  return page.page.$$eval(".readouts tbody tr", (rows) => rows.map((row) => row.lastElementChild.textContent.trim()));
}

describe("a link", () => {
  before(() => show());

  for (const x of [-100, -40, -6, -1, -0.3, 0, 1e-9, 0.5, 2, 20, 40, 100]) {
    test(`to x = ${x} gives all functions' numbers there`, async () => {
      await page.goTo(`explorer?f=${ALL.join(",")}&x=${x}`);
      await assertNumbers(ALL, x);
    });
  }

  for (const [parameters, x] of [
    [{ slope: 0 }, -3],
    [{ slope: 0.01 }, -3],
    [{ slope: 1 }, -0.7],
    [{ alpha: 0.1 }, -2],
    [{ alpha: 5 }, -0.5],
    [{ alpha: 2.3 }, 0],
    [{ w1: -1, b1: 0.5, w2: 2, b2: -1 }, 0.25],
    [{ w1: -1, b1: 0.5, w2: 2, b2: -1 }, 0.75],
    [{ w1: 0, b1: 3, w2: 0, b2: -3 }, 1],
    [{ w1: 2, b1: 1, w2: 2, b2: 1 }, -1],
    [{ w1: -3, b1: -5, w2: 3, b2: 5 }, 100],
  ]) {
    const said = Object.entries(parameters).map((pair) => pair.join("=")).join("&");
    test(`with ${said} gives the numbers at x = ${x}`, async () => {
      await page.goTo(`explorer?x=${x}&${said}`);
      await assertNumbers(SIX, x, parameters);
    });
  }

  test("without anything shows the six at x = 1", async () => {
    await page.goTo("");
    await assertNumbers(SIX, 1);
  });

  test("to no function at all says so", async () => {
    await page.goTo("explorer?f=");
    await assertNumbers([], 1);
    assert.match(await page.page.$eval(SHOWN_PLOTS, (canvas) => canvas.textContent), /at least one function/);
  });

  test("numbers read well and keep their digits", async () => {
    await page.goTo("explorer?f=sigmoid&x=40");
    const { value, text } = await page.output("gradient-sigmoid");
    assert.ok(isClose(value, 4.248354255291589e-18), `${value}`);
    assert.equal(text, "4.25 × 10⁻¹⁸");
  });
});

describe("the controls", () => {
  beforeEach(() => show());

  test("the slider moves the probe", async () => {
    for (const x of [-10, -0.3, 0, 3.7, 10]) {
      await page.setRange("x", x);
      assert.equal(await control("x"), x);
      await assertNumbers(SIX, x);
    }
  });

  test("each slider of a function changes that function", async () => {
    const parameters = {};
    await page.goTo("explorer?x=-1.5");
    for (const [key, number] of Object.entries({ slope: 0.35, alpha: 2.5, w1: 1.5, b1: -2, w2: -2.5, b2: 4.5 })) {
      await page.setRange(key, number);
      parameters[key] = await control(key);
      // The steps of the slider can differ from the number in the last bits.
      assert.ok(Math.abs(parameters[key] - number) < 1e-9, `${key} is at ${parameters[key]}`);
      await assertNumbers(SIX, -1.5, parameters);
    }
  });

  test("a number is committed with Enter, to the last digit", async () => {
    await page.typeNumber("x", "-1.2345");
    await assertNumbers(SIX, -1.2345);
    await page.typeNumber("alpha", "1.2345");
    await assertNumbers(SIX, -1.2345, { alpha: 1.2345 });
    assert.equal(await page.page.evaluate(() => location.search), "?lang=en", "the form was not sent");
  });

  test("a number beyond the slider's end takes the slider along", async () => {
    await page.typeNumber("x", "50");
    assert.equal(await control("x"), 50);
    await assertNumbers(SIX, 50);
    await page.typeNumber("x", "2");
    assert.equal(await control("x"), 2);
    assert.equal(await page.page.$eval("input[type=range][name=x]", (range) => range.max), "10");
  });

  for (const [typed, kept] of [["", 1], ["-", 1], ["1e999", 100], ["1e30", 100], ["-1e30", -100]]) {
    test(`"${typed}" typed as x gives ${kept}`, async () => {
      await page.typeNumber("x", "3");
      await page.typeNumber("x", "1");
      const input = await page.page.$("input.exact[name=x]");
      await input.focus();
      await input.evaluate((input) => input.select());
      await page.page.keyboard.press("Delete");
      await page.page.keyboard.type(typed);
      // Text that is not a number stays in the field until the field loses the focus.
      await page.press("Enter", "Tab");
      assert.equal(await control("x"), kept);
      await assertNumbers(SIX, kept);
    });
  }

  test("arrow keys move every slider by its step", async () => {
    await page.goTo("explorer?fixy=1");
    const steps = {
      min: 0.1, max: 0.1, x: 0.1, slope: 0.01, alpha: 0.02, w1: 0.05, b1: 0.1, w2: 0.05, b2: 0.1, ymin: 0.1, ymax: 0.1,
    };
    for (const [name, step] of Object.entries(steps)) {
      const before = await control(name);
      await page.page.focus(`input[type=range][name="${name}"]`);
      await page.press("ArrowRight");
      const after = await control(name);
      assert.ok(Math.abs(after - before - step) < 1e-9, `${name} went from ${before} to ${after}`);
      await page.press("ArrowLeft");
      assert.ok(Math.abs((await control(name)) - before) < 1e-9, `${name} came back`);
    }
  });

  test("the picker adds and takes away functions", async () => {
    await page.choose("f", "tanh");
    await assertNumbers(SIX.filter((id) => id !== "tanh"), 1);
    await page.choose("f", "step");
    await page.choose("f", "tanh");
    await assertNumbers([...SIX, "step"], 1);
  });

  test("the picker's curves follow the parameters", async () => {
    const curve = () =>
      page.page.$eval('input[name=f][value=elu] ~ svg .thumbnail-curve', (path) => path.getAttribute("d"));
    const before = await curve();
    await page.setRange("alpha", 3);
    assert.notEqual(await curve(), before);
  });

  test("presets show their functions and leave the rest alone", async () => {
    await page.setRange("x", -2);
    const presets = await page.page.$$("#explorer .preset");
    const shown = [["relu", "leaky-relu", "elu"], ["sigmoid", "tanh"], SIX];
    assert.equal(presets.length, shown.length);
    for (const [index, preset] of presets.entries()) {
      await preset.click();
      await page.settle();
      await assertNumbers(shown[index], -2);
      const checked = await page.page.$$eval("#explorer input[name=f]:checked", (boxes) => boxes.map((box) => box.value));
      assert.deepEqual(checked, shown[index]);
    }
  });

  test("a function's sliders are there only while it is shown", async () => {
    const owners = { slope: "leaky-relu", alpha: "elu", w1: "maxout", b1: "maxout", w2: "maxout", b2: "maxout" };
    for (const chosen of ["relu", "leaky-relu", "elu", "maxout"]) {
      await page.goTo(`explorer?f=${chosen}`);
      for (const [key, owner] of Object.entries(owners)) {
        const sliders = await page.page.$$(`#explorer input[type=range][name="${key}"]`);
        assert.equal(sliders.length, owner === chosen ? 1 : 0, `${key} with ${chosen}`);
      }
    }
  });

  test("`show` chooses the pictures", async () => {
    for (const [show, plots] of [["overlay", 1], ["value", 1], ["gradient", 1], ["difference", 2], ["both", 2]]) {
      await page.choose("show", show);
      assert.equal((await page.page.$$(SHOWN_PLOTS)).length, plots, show);
      assert.ok(await page.page.$eval(`input[name=show][value=${show}]`, (radio) => radio.checked));
    }
  });

  test("a reset puts its control back, and has nothing to do then", async () => {
    const starts = { x: 1, slope: 0.1, alpha: 1, w1: -0.5, b1: 0, w2: 1, b2: 0 };
    for (const [key, start] of Object.entries(starts)) {
      const reset = await resetButton(key);
      assert.ok(await reset.evaluate((button) => button.disabled), `${key} is at its default`);
      await page.typeNumber(key, "0.7");
      assert.equal(await control(key), 0.7);
      await reset.click();
      await page.settle();
      assert.equal(await control(key), start);
      assert.ok(await reset.evaluate((button) => button.disabled), `${key} is back at its default`);
    }
    await assertNumbers(SIX, 1);
  });

  test("the interval's reset puts both ends back from anywhere", async () => {
    for (const [min, max] of [[-10, -9], [8, 9], [-2, 100]]) {
      await page.goTo(`explorer?min=${min}&max=${max}`);
      // The click is made by a script, because the page may still be scrolling to the demo of the
      // address.
      await (await resetButton("min")).evaluate((button) => button.click());
      await page.settle();
      assert.deepEqual([await control("min"), await control("max")], [-6, 6]);
    }
  });
});

/** Softplus and its gradient, textbook formulas. */
const softplus = (x) => Math.log1p(Math.exp(-Math.abs(x))) + Math.max(0, x);
const logistic = (x) => 1 / (1 + Math.exp(-x));

describe("the difference of two functions", () => {
  const remark = () => page.page.$eval("#explorer .readouts-remark", (remark) => remark.textContent);
  const shownPictures = () => page.page.$$eval("#explorer .plot-place:not([hidden])", (all) => all.map((one) => one.dataset.picture));

  /** Fails unless a number is that one except for a rounding of numbers up to 6. */
  async function assertOutput(name, want) {
    const { value } = await page.output(name, "#explorer");
    assert.ok(Math.abs(value - want) < 4e-15, `${name}: ${value}, not ${want}`);
  }

  test("is chosen with the keyboard, and its numbers are those of the functions", async () => {
    await show("explorer?f=sigmoid,tanh&x=-1.5");
    await page.page.focus("input[name=show]:checked");
    for (const _ of ["overlay", "value", "gradient", "difference"]) await page.press("ArrowRight");
    await page.settle();
    assert.ok(await page.page.$eval("input[name=show][value=difference]", (radio) => radio.checked && radio === document.activeElement));
    assert.deepEqual(await shownPictures(), ["value", "difference"]);
    await page.page.focus(SHOWN_PLOTS);
    for (const x of [-1.4, -1.3]) {
      await page.press("ArrowRight");
      for (const what of ["value", "gradient"]) {
        await assertOutput(`${what}-difference`, FUNCTIONS.sigmoid[what](x) - FUNCTIONS.tanh[what](x));
      }
    }
    assert.match(await page.page.$eval(SHOWN_PLOTS, (canvas) => canvas.ariaValueText), /; f − g 1\.07/);
    // The slopes of σ and tanh are equal where the distance is largest; bisection between 1 and 3.
    let [low, high] = [1, 3];
    for (let step = 0; step < 60; step += 1) {
      const middle = (low + high) / 2;
      if (FUNCTIONS.sigmoid.gradient(middle) < FUNCTIONS.tanh.gradient(middle)) low = middle;
      else high = middle;
    }
    const inside = Math.abs(FUNCTIONS.sigmoid.value(low) - FUNCTIONS.tanh.value(low));
    const far = Math.max(inside, FUNCTIONS.sigmoid.value(-6) - FUNCTIONS.tanh.value(-6));
    const all = Array.from({ length: 12001 }, (_, index) => -6 + index / 1000);
    const sampled = Math.max(...all.map((x) => Math.abs(FUNCTIONS.sigmoid.value(x) - FUNCTIONS.tanh.value(x))));
    const largest = (await page.output("largest-difference", "#explorer")).value;
    assert.ok(largest >= far - 1e-15 && largest >= sampled - 1e-15 && largest < sampled + 1e-6, `${largest}`);
    const at = (await page.output("largest-difference-at", "#explorer")).value;
    assert.ok(Math.abs(FUNCTIONS.sigmoid.value(at) - FUNCTIONS.tanh.value(at)) > largest - 1e-15, `${at}`);
  });

  for (const [lang, sentence, needed] of [
    ["en", /^f is ReLU and g is Softplus\. .*largest at x = 0, where it is 0\.6931\.$/, /^Choose two functions/],
    ["ko", /^f는 ReLU, g는 .*입니다\. .*최댓값은 0\.6931, 그 위치는 x = 0입니다\.$/, /^차이를 보려면 함수를 두 개/],
  ]) {
    test(`is restored by a link and said in words, and so is what it lacks (${lang})`, async () => {
      await loadView({ fragment: "explorer?f=relu,softplus&show=difference&x=2.5", lang, reducedMotion: true });
      assert.deepEqual(await shownPictures(), ["value", "difference"]);
      assert.ok(await page.page.$eval("input[name=show][value=difference]", (radio) => radio.checked));
      await assertOutput("value-difference", 2.5 - softplus(2.5));
      await assertOutput("gradient-difference", 1 - logistic(2.5));
      await assertOutput("largest-difference", Math.LN2);
      await assertOutput("largest-difference-at", 0);
      assert.match(await remark(), sentence);
      const said = await page.page.$eval(SHOWN_PLOTS, (canvas) => canvas.textContent);
      assert.ok(said.includes(await remark()), `${said} has the sentences below the numbers`);
      await page.choose("f", "softplus");
      assert.deepEqual(await shownPictures(), ["value"]);
      assert.match(await remark(), needed);
      await page.choose("f", "relu");
      assert.deepEqual(await shownPictures(), ["value"]);
      assert.match(await remark(), needed);
    });
  }

  test("of more functions is that of the first two, and says so", async () => {
    await show("explorer?f=tanh,relu,elu&show=difference&x=-0.5");
    assert.match(await remark(), /f is tanh and g is ReLU, the first two of the 3 functions chosen\./);
    await assertOutput("value-difference", Math.tanh(-0.5));
    const heads = await page.page.$$eval("#explorer .data-table th", (all) => all.map((head) => head.textContent));
    assert.deepEqual(heads.slice(-2), ["f − g", "f′ − g′"]);
  });

  test("of GELU and its tanh form reads well, though it is small", async () => {
    await loadView({ fragment: "explorer?f=gelu,gelu-tanh&show=difference", lang: "en", reducedMotion: true });
    assert.match(await remark(), /^f is GELU and g is GELU-tanh\./);
    // mpmath, 40 digits.
    await assertOutput("largest-difference", 0.000473235520687284877);
    assert.match(await remark(), /largest at x = −2\.6989, 2\.6989, where it is 4\.73 × 10⁻⁴\.$/);
    // Where it is largest, the second place and the data table have it as well.
    const second = (await page.output("largest-difference-at-2", "#explorer")).value;
    assert.ok(Math.abs(second - 2.69894138637727) < 1e-10, `${second}`);
    const table = () => page.page.$$eval("#explorer .data-table tbody tr", (rows) => rows.map((row) => Number(row.querySelector("data").value)));
    await page.until("the table", () => document.querySelector("#explorer .data-table tbody tr") !== null);
    assert.ok((await table()).includes(second));
  });

  for (const lang of ["ko", "en"]) {
    test(`has a choice that fits a narrow window (${lang})`, async () => {
      for (const width of [320, 390]) {
        await showView({ lang, reducedMotion: true, viewport: { width, height: 700 } });
        const places = await page.page.$$eval(".segments:has([name=show]) .segment span", (all) =>
          all.map((span) => ({ top: span.getBoundingClientRect().top, right: span.getBoundingClientRect().right, spill: span.scrollWidth - span.clientWidth })),
        );
        assert.equal(places.length, 5);
        for (const { top, right, spill } of places.slice(0, 4)) {
          assert.ok(Math.abs(top - places[0].top) < 1 && right <= width && spill <= 0, JSON.stringify(places));
        }
        // Where letters are wide, the last one has a line of its own in the narrowest window.
        const { top, right, spill } = places[4];
        const isInLine = Math.abs(top - places[0].top) < 1;
        assert.ok((isInLine || width === 320) && right <= width && spill <= 0, JSON.stringify(places));
      }
    });
  }
});

describe("the two-thumb input range", () => {
  beforeEach(() => show());

  test("is two native sliders that never pass each other", async () => {
    for (const [name, to] of [["min", 8], ["max", -8], ["min", 10], ["max", -10], ["min", -10], ["max", 10]]) {
      await page.setRange(name, to);
      const [low, high] = [await control("min"), await control("max")];
      // Sums of tenths can differ from 0.5 in the last bits, hence the 1e-9.
      assert.ok(high - low >= 0.5 - 1e-9, `after ${name} = ${to}: ${low}..${high}`);
      const axis = await page.page.$eval(SHOWN_PLOTS, (canvas) => [canvas.ariaValueMin, canvas.ariaValueMax]);
      assert.deepEqual(axis.map(Number), [low, high], "the plot shows that range");
    }
  });

  test("both thumbs can be grabbed with the mouse", async () => {
    for (const [name, direction] of [["min", 1], ["max", -1]]) {
      const before = await control(name);
      const track = await (await page.page.$(".interval-track")).boundingBox();
      // The middle of a thumb stays half a thumb (11 px) away from both ends.
      const left = track.x + 11 + ((before + 10) / 20) * (track.width - 22);
      const top = track.y + track.height / 2;
      await page.page.mouse.move(left, top);
      await page.page.mouse.down();
      await page.page.mouse.move(left + direction * 30, top, { steps: 5 });
      await page.page.mouse.up();
      await page.settle();
      const after = await control(name);
      assert.ok(direction * (after - before) > 0.5, `${name} went from ${before} to ${after}`);
    }
  });
});

describe("what is said in words", () => {
  before(() => show());

  for (const [fragment, words] of [
    ["f=relu&x=0", /not differentiable here: left 0 · right 1 · this page uses 0/],
    ["f=leaky-relu&x=0", /left 0\.1000 · right 1 · this page uses 0\.1000/],
    ["f=elu&alpha=2&x=0", /left 2 · right 1 · this page uses 2/],
    ["f=maxout&b2=1.5&x=-1", /left −0\.5000 · right 1 · this page uses −0\.5000/],
    ["f=step&x=0", /jumps here.*left 0 · right 0 · this page uses 0/],
    ["f=sigmoid&x=6", /saturated here/],
    ["f=relu&x=-1", /the gradient is 0/],
    ["f=sigmoid&x=0", /^$/],
    ["f=elu&x=0", /^$/],
  ]) {
    test(`${fragment}: ${words.source}`, async () => {
      await page.goTo(`explorer?${fragment}`);
      const [note] = await notes();
      assert.match(note, words);
    });
  }

  test("a probe outside the input range is reported", async () => {
    await page.goTo("explorer?x=8");
    assert.match(await page.page.$eval(".readouts-remark", (remark) => remark.textContent), /x = 8 is outside/);
    await page.setRange("max", 9);
    assert.equal(await page.page.$(".readouts-remark"), null);
  });

  test("the shade's entry in the legend comes and goes with the shade", async () => {
    await page.goTo("explorer?f=sigmoid,tanh");
    assert.equal((await page.page.$$("#explorer .legend .sample-saturated")).length, 1);
    // σ′(±2) is 0.105, so no part of this axis is saturated.
    await page.goTo("explorer?f=sigmoid,tanh&min=-2&max=2");
    assert.equal((await page.page.$$("#explorer .legend .sample-saturated")).length, 0);
    await page.goTo("explorer?f=sigmoid,identity");
    assert.equal((await page.page.$$("#explorer .legend .sample-saturated")).length, 0, "identity never saturates");
  });

  test("the plot's text alternative and value follow its state", async () => {
    await page.goTo("explorer?f=relu,tanh&x=-2&min=-3&max=4&show=gradient");
    const said = await page.page.$eval(SHOWN_PLOTS, (canvas) => ({
      text: canvas.textContent,
      label: canvas.ariaLabel,
      now: [canvas.ariaValueMin, canvas.ariaValueNow, canvas.ariaValueMax].map(Number),
      words: canvas.ariaValueText,
    }));
    assert.match(said.text, /the gradients for inputs from −3 to 4\. Functions: .*tanh.*, ReLU\./);
    assert.match(said.text, /ReLU at x = −2: value 0, gradient 0\./);
    assert.match(said.label, /Position x/);
    assert.deepEqual(said.now, [-3, -2, 4]);
    assert.match(said.words, /^x = −2; .*ReLU 0, 0$/);
  });
});

describe("the data table", () => {
  beforeEach(() => show("explorer?f=elu,maxout,step&alpha=1.5&b1=1&min=-5&max=7"));

  test("is closed at first, and its numbers are those of the functions", async () => {
    const details = await page.page.$("#explorer details.data-table");
    assert.equal(await details.evaluate((details) => details.open), false);
    await (await details.$("summary")).click();
    await page.settle();
    const { heads, rows } = await details.evaluate((details) => ({
      heads: [...details.querySelectorAll("th[scope=col]")].map((head) => head.textContent),
      rows: [...details.querySelectorAll("tbody tr")].map((row) =>
        [...row.querySelectorAll("data[value]")].map((data) => Number(data.value)),
      ),
    }));
    const ids = ["elu", "maxout", "step"];
    assert.equal(heads.length, 1 + 2 * ids.length);
    assert.ok(rows.length >= 10);
    assert.deepEqual([rows[0][0], rows.at(-1)[0]], [-5, 7]);
    for (const [x, ...numbers] of rows) {
      const want = ids.flatMap((id) =>
        ["value", "gradient"].map((what) => FUNCTIONS[id][what](x, { ...DEFAULTS, alpha: 1.5, b1: 1 })),
      );
      for (const [index, number] of numbers.entries()) {
        assert.ok(isClose(number, want[index]), `${heads[index + 1]} at ${x}: ${number}, not ${want[index]}`);
      }
      assert.equal(numbers.length, want.length);
    }
  });
});

describe("the cards", () => {
  beforeEach(() => show());

  test("each has formulas, facts and a way to plot its function alone", async () => {
    for (const id of ALL) {
      const card = await page.page.$(`#card-${id}`);
      const found = await card.evaluate((card) => ({
        formulas: card.querySelectorAll(".formula math").length,
        facts: card.querySelectorAll(".facts tr").length,
        empty: [...card.querySelectorAll("h3, h4, p, li, th, td")].filter((part) => !part.textContent.trim()).length,
      }));
      assert.equal(found.formulas, 2, id);
      assert.ok(found.facts >= 8, id);
      assert.equal(found.empty, 0, id);
      // The click is made by a script, because the page may still be scrolling to the previous card.
      await (await card.$("a.card-open")).evaluate((link) => link.click());
      await page.until(`only ${id} is plotted`, (id) => {
        const names = [...document.querySelectorAll("#explorer output")].map((output) => output.name);
        return names.join() === `value-${id},gradient-${id}`;
      }, id);
    }
  });

  test("facts follow the parameters", async () => {
    const facts = () => page.page.$eval("#card-elu .facts", (facts) => facts.textContent);
    assert.match(await facts(), /\(−1, ∞\)/);
    assert.match(await facts(), /C¹/);
    await page.typeNumber("alpha", "2");
    await page.until("the range is another", () => document.querySelector("#card-elu .facts").textContent.includes("(−2, ∞)"));
    assert.match(await facts(), /C⁰/);
  });

  test("are folded to curve, formula and a sentence, and open where they stand", async () => {
    const seen = (id) =>
      page.page.$eval(`#card-${id}`, (card) => {
        const isSeen = (selector) => [...card.querySelectorAll(selector)].some((part) => part.checkVisibility());
        return {
          brief: [".still-plot svg", ":scope > div > .formula math", ":scope > p", "h3"].every(isSeen),
          more: [".card-more > ul", ".drawbacks, .card-more > p", ".facts", ".card-more .formula math"].map(isSeen),
        };
      });
    for (const id of ALL) {
      assert.deepEqual(await seen(id), { brief: true, more: [false, false, false, false] }, id);
      const summary = await page.page.$(`#card-${id} .card-more > summary`);
      await summary.focus();
      await page.untilScrolled();
      const before = await summary.evaluate((summary) => summary.getBoundingClientRect().top);
      await page.page.keyboard.press("Enter");
      assert.deepEqual(await seen(id), { brief: true, more: [true, true, true, true] }, id);
      const after = await summary.evaluate((summary) => summary.getBoundingClientRect().top);
      // The rest of the summary appears above it.
      assert.ok(after - before > -1 && after - before < 120, `${id} went from ${before} to ${after}`);
    }
  });
});
