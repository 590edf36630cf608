// The two networks of the classify demo: their numbers to the last bit, their pictures, their run and their
// controls.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import { runOf } from "./content.mjs";
import { onlyInChromium, stopTime } from "./harness.mjs";
import { onSharedPages, page, showView } from "./lab.mjs";

/** The outputs computed on the host for each link (tests/host/demos/classify.rs). */
const HOST = JSON.parse(await readFile(new URL("../fixtures/classify.json", import.meta.url), "utf8"));
const NAMES = ["loss", "accuracy", "loss-identity", "accuracy-identity"];
const LINK = "classify?f=relu&data=xor&step=40";
/** The number of epochs of a training. */
const EPOCHS = 300;
const { PICTURE, SCRUBBER, TO_START, BACK, PLAY, ON, TO_END } = runOf("classify");

onSharedPages();

async function show(fragment, options) {
  await showView({ fragment, lang: "en", reducedMotion: true, ...options });
  await untilWorkedOut();
}

/** Waits until the current step has been computed and is shown. */
async function untilWorkedOut() {
  await page.settle();
  await page.until("the training is worked out", () => document.querySelector("#classify").ariaBusy !== "true");
  await page.settle();
}

/** The four outputs, in full precision. */
async function numbers() {
  const all = await Promise.all(NAMES.map(async (name) => [name, (await page.output(name, "#classify")).value]));
  return Object.fromEntries(all);
}

async function step() {
  return page.page.$eval(SCRUBBER, (range) => Number(range.value));
}

async function words() {
  return page.page.$eval("#classify .demo-explanation", (explanation) => explanation.textContent);
}

/** The texts of the elements that a selector finds in the demo. */
async function texts(selector) {
  return page.page.$$eval(`#classify ${selector}`, (all) => all.map((element) => element.textContent.trim()));
}

describe("training", () => {
  for (const [link, want] of Object.entries(HOST)) {
    test(`gives the host's numbers to the last bit (${link})`, { skip: link !== LINK && onlyInChromium("compare plain numbers") }, async () => {
      await show(link);
      assert.deepEqual(Object.keys(want), NAMES);
      assert.deepEqual(await numbers(), want);
    });
  }

  test("gives the same again, whichever way a moment is come to", async () => {
    await show(LINK);
    const want = HOST[LINK];
    const press = async (button) => {
      await page.page.$eval(button, (button) => button.click());
      await untilWorkedOut();
    };
    const scrub = (step) => page.setRange("step", step, "#classify");
    await press(BACK);
    assert.equal(await step(), 39);
    assert.notDeepEqual(await numbers(), want);
    await press(ON);
    assert.deepEqual(await numbers(), want, "a step back and on");
    await press(TO_START);
    const start = await numbers();
    assert.equal(await step(), 0);
    await press(TO_END);
    assert.equal(await step(), EPOCHS);
    const end = await numbers();
    assert.ok(end.loss < start.loss, "it has learned");
    await scrub(40);
    assert.deepEqual(await numbers(), want, "from the end");
    await scrub(0);
    assert.deepEqual(await numbers(), start);
    await scrub(40);
    assert.deepEqual(await numbers(), want, "from the start");
    await page.untilAddress(LINK);
    // Another training replaces this one, which has to be computed again afterwards.
    await page.setRange("depth", 3, "#classify");
    await untilWorkedOut();
    assert.notDeepEqual(await numbers(), want);
    await page.setRange("depth", 2, "#classify");
    await untilWorkedOut();
    assert.deepEqual(await numbers(), want, "worked out anew");
  });

  test("plays through the moments that a link can name", async () => {
    await show("classify?f=relu&data=xor&step=0", { prepare: stopTime });
    const start = await numbers();
    await page.page.$eval(PLAY, (button) => button.click());
    await page.pass(1);
    // The whole run takes 24 s.
    const played = await step();
    assert.ok(played >= 10 && played <= 15, `${played} epochs in a second`);
    await page.page.$eval(PLAY, (button) => button.click());
    await page.pass(1);
    const rested = await step();
    assert.ok(rested === played || rested === played + 1, `it rests at ${rested}`);
    const shown = await numbers();
    assert.notDeepEqual(shown, start);
    await page.untilAddress(`classify?f=relu&data=xor&step=${rested}`);
    await page.goTo("classify?f=relu&data=xor&step=0");
    await page.goTo(`classify?f=relu&data=xor&step=${rested}`);
    await untilWorkedOut();
    assert.deepEqual(await numbers(), shown);
  });

  for (const [lang, diverged] of [["en", /diverged/], ["ko", /발산/]]) {
    test(`says that it has diverged, and shows only numbers (${lang})`, async () => {
      await show("classify?f=leaky-relu", { lang });
      assert.doesNotMatch(await words(), diverged);
      await page.typeNumber("rate", "100", "#classify");
      await untilWorkedOut();
      assert.match(await words(), diverged);
      for (const [name, value] of Object.entries(await numbers())) assert.ok(Number.isFinite(value), `${name} is ${value}`);
      assert.doesNotMatch((await texts(":is(.demo-stage, .data-table)")).join(" "), /NaN|inf/i);
    });
  }
});

describe("the pictures", () => {
  /** The number of colours in each visible picture. */
  const colours = () =>
    page.page.$$eval("#classify .plot-place:not([hidden]) canvas.plot-marks", (all) =>
      all.map((canvas) => {
        // Repeated reading would change how the browser stores the canvas, so a copy is read.
        const { width, height } = canvas;
        const copy = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
        copy.drawImage(canvas, 0, 0);
        const { data } = copy.getImageData(0, 0, width, height);
        return new Set(new Uint32Array(data.buffer)).size;
      }),
    );

  for (const theme of ["light", "dark"]) {
    test(`shade the planes of both networks (${theme})`, async () => {
      await show("classify?data=moons&f=tanh", { query: { theme } });
      const [without, withIt, progress, norms] = await colours();
      // Between the areas of the two classes there are many shades.
      assert.ok(without > 30 && withIt > 30, `${without} and ${withIt} colours`);
      assert.ok(progress > 2 && norms > 2, `${progress} and ${norms} colours`);
    });
  }

  test("change as training goes on", async () => {
    await show("classify?data=moons&f=tanh&step=0");
    const pixels = () =>
      page.page.$$eval("#classify .demo-plots canvas.plot-marks", (all) => all.map((canvas) => canvas.toDataURL()));
    const start = await pixels();
    assert.equal(start.length, 2);
    await page.page.$eval(TO_END, (button) => button.click());
    await untilWorkedOut();
    const end = await pixels();
    assert.ok(start[0] !== end[0] && start[1] !== end[1], "both planes");
    await page.page.$eval(TO_START, (button) => button.click());
    await untilWorkedOut();
    assert.deepEqual(await pixels(), start, "and are the same again at the start");
  });
});

describe("the controls", () => {
  test("have settings to try", async () => {
    await show("classify?seed=7");
    const buttons = await page.page.$$("#classify button.preset");
    const addresses = [
      "classify?data=linear&seed=7",
      "classify?f=relu&data=xor&seed=7",
      "classify?f=relu&data=spiral&depth=3&width=12&seed=7",
      "classify?f=sigmoid&depth=6&seed=7",
      "classify?f=relu&depth=6&seed=7",
      "classify?f=step&seed=7",
    ];
    assert.equal(buttons.length, addresses.length);
    for (const [index, address] of addresses.entries()) {
      await buttons[index].evaluate((button) => button.click());
      await page.untilAddress(address);
      await untilWorkedOut();
      assert.equal(await step(), EPOCHS);
      for (const [name, value] of Object.entries(await numbers())) assert.ok(Number.isFinite(value), `${address}: ${name}`);
    }
  });

  test("are all within reach of the keyboard", async () => {
    await show("classify");
    await page.page.focus(PICTURE);
    const press = async (key) => {
      await page.page.keyboard.press(key);
      await untilWorkedOut();
    };
    for (const [key, at] of [
      ["Home", 0],
      ["ArrowRight", 1],
      ["PageUp", 11],
      ["ArrowLeft", 10],
      ["End", EPOCHS],
      ["PageDown", EPOCHS - 10],
    ]) {
      await press(key);
      assert.equal(await step(), at, key);
    }
    await page.untilAddress("classify?step=290");
    await page.page.focus(SCRUBBER);
    await press("Home");
    await press("ArrowRight");
    await page.untilAddress("classify?step=1");
    await page.page.focus("#classify input[name=f]:checked");
    await press("ArrowRight");
    await page.untilAddress("classify?f=relu&step=1");
  });

  test("change the network that has the chosen function, and its name everywhere", async () => {
    await show("classify?step=20");
    const without = async () => {
      const { "loss-identity": loss, "accuracy-identity": accuracy } = await numbers();
      return { loss, accuracy };
    };
    const before = { without: await without(), loss: (await numbers()).loss };
    const labels = () => texts(".readouts th[scope=row]");
    assert.deepEqual(await labels(), ["No activation", "tanh"]);
    await page.choose("f", "elu", "#classify");
    await untilWorkedOut();
    assert.deepEqual(await labels(), ["No activation", "ELU"]);
    assert.match((await texts(".data-table th"))[2], /ELU/);
    assert.match(await words(), /ELU/);
    assert.match((await texts(".transport-moment span"))[0], /ELU/);
    assert.doesNotMatch(await words(), /tanh/);
    assert.deepEqual(await without(), before.without, "the other network stays as it was");
    assert.notEqual((await numbers()).loss, before.loss);
  });

  test("give the table a row for each layer", async () => {
    await show("classify?step=5");
    for (const depth of [1, 2, 5, 8]) {
      await page.setRange("depth", depth, "#classify");
      await untilWorkedOut();
      const rows = await page.page.$$eval("#classify .data-table tbody tr", (rows) =>
        rows.map((row) => [...row.cells].map((cell) => Number(cell.querySelector("data").value))),
      );
      // One row for each hidden layer and one for the output.
      assert.deepEqual(rows.map(([layer]) => layer), Array.from({ length: depth + 1 }, (_, index) => index + 1));
      for (const [, without, withIt] of rows) assert.ok(without > 0 && withIt > 0, "some gradient everywhere");
    }
  });

  test("and numbers are the same in the other language", async () => {
    await show(LINK);
    await page.chooseLanguage("ko");
    assert.deepEqual(await numbers(), HOST[LINK]);
    assert.deepEqual(await texts(".readouts th[scope=row]"), ["활성화 함수 없음", "ReLU"]);
    const said = await texts(":is(h3, .prose p, .preset, .plot-caption, .legend li, .control > label, .demo-explanation p, .demo-help)");
    assert.ok(said.length > 20, `${said.length} texts`);
    // XOR has the same name in every language.
    assert.deepEqual(said.filter((text) => text !== "XOR" && !/[가-힣]/.test(text)), []);
    await page.chooseLanguage("en");
    assert.deepEqual(await texts(".readouts th[scope=row]"), ["No activation", "ReLU"]);
    assert.doesNotMatch((await texts(".demo-body"))[0], /[가-힣]/);
  });
});
