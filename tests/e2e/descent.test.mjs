// Gradient descent on one weight: its numbers compared with textbook formulas, its run, its presets and its
// texts.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { HANGUL, runOf } from "./content.mjs";
import { DEFAULTS, FUNCTIONS, isClose } from "./functions.mjs";
import { onPagesOfTheirOwn, openPage, page } from "./lab.mjs";

const { PICTURE, TO_START, ON, PLAY, TO_END } = runOf("descent");
/** The example: its input and its target. */
const [INPUT, TARGET] = [2, 0.8];
const STEPS = 30;
/** The link of each preset, the last step of its run, and a part of the text at that step. */
const PRESETS = [
  ["descent", STEPS, /Arrived/],
  ["descent?rate=0.005", STEPS, /Not there yet/],
  ["descent?rate=0.24", STEPS, /past the lowest point/],
  ["descent?rate=0.3", 7, /Diverged/],
  ["descent?f=sigmoid&w=-4&rate=1", STEPS, /flat part/],
  ["descent?f=relu&rate=0.2", STEPS, /exactly 0/],
  ["descent?f=step&w=-1&rate=1", STEPS, /exactly 0/],
];

onPagesOfTheirOwn();

const open = (fragment, options) => openPage({ fragment, lang: "en", reducedMotion: true, ...options });

/** The loss of a weight, and its gradient by the chain rule. */
function learn(f, w) {
  const z = w * INPUT;
  const error = FUNCTIONS[f].value(z, DEFAULTS) - TARGET;
  return { loss: error ** 2, gradient: 2 * error * FUNCTIONS[f].gradient(z, DEFAULTS) * INPUT };
}

const output = async (name) => (await page.output(name, "#descent")).value;
const verdict = () => page.page.$eval("#descent .verdict", (verdict) => verdict.textContent);

for (const f of Object.keys(FUNCTIONS)) {
  test(`${f}: each step goes against the gradient of the loss`, async () => {
    await open(`descent?f=${f}&w=1.5&rate=0.1&step=0`);
    let w = 1.5;
    for (let step = 0; step < 4; step += 1) {
      const { loss, gradient } = learn(f, w);
      // The differences from the target lose a digit or two.
      const isNear = (got, want) => Math.abs(got - want) < 1e-13;
      assert.ok(isNear(await output("w"), w), `the weight at step ${step}`);
      assert.ok(isNear(await output("loss"), loss), `the loss at step ${step}`);
      assert.ok(isNear(await output("grad-w"), gradient), `the gradient at step ${step}`);
      w -= 0.1 * gradient;
      assert.ok(isNear(await output("w-next"), w), `the next weight at step ${step}`);
      await page.page.click(ON);
      await page.settle();
    }
  });
}

describe("the run", () => {
  test("goes from the start to the end by its bar and its keys", async () => {
    await open("descent");
    assert.ok(Math.abs((await output("w")) - TARGET / INPUT) < 1e-6, "it ends where the loss is 0");
    await page.page.click(TO_START);
    await page.untilAddress("descent?step=0");
    assert.equal(await output("w"), 2);
    assert.ok(isClose(await output("loss"), (2 * INPUT - TARGET) ** 2));
    await page.page.focus(PICTURE);
    await page.page.keyboard.press("ArrowRight");
    await page.untilAddress("descent?step=1");
    await page.page.click(TO_END);
    await page.untilAddress("descent");
  });

  test("plays to its end and stops there", async () => {
    await open("descent?step=26");
    await page.page.click(PLAY);
    await page.untilAddress("descent");
    assert.match(await verdict(), /Arrived/);
  });

  test("follows what is set: the step stays, or is the last one", async () => {
    await open("descent?step=9");
    await page.setRange("w", -1, "#descent");
    await page.untilAddress("descent?w=-1&step=9");
    await page.typeNumber("rate", "0.3", "#descent");
    await page.until("the run has ended", () => /Diverged/.test(document.querySelector("#descent .verdict").textContent));
    for (const name of ["w", "a", "loss", "grad-w", "w-next"]) assert.ok(Number.isFinite(await output(name)), name);
    const rows = await page.page.$$eval("#descent .data-table tbody tr", (rows) => rows.length);
    assert.ok(rows < STEPS + 1, `${rows} rows`);
  });
});

test("the presets show what they are called after", async () => {
  await open("descent?f=tanh&w=-1&step=3");
  const buttons = await page.page.$$("#descent button.preset");
  assert.equal(buttons.length, PRESETS.length);
  for (const [index, [link, last, says]] of PRESETS.entries()) {
    await buttons[index].click();
    await page.untilAddress(link);
    assert.match(await verdict(), says, link);
    const rows = await page.page.$$eval("#descent .data-table tbody tr", (rows) => rows.length);
    assert.equal(rows, last + 1, link);
  }
});

for (const lang of ["ko", "en"]) {
  test(`every word is in the page's language (${lang})`, async () => {
    await open("descent", { lang });
    for (const [link] of PRESETS) {
      await page.goTo(link);
      const said = await page.page.$eval("#descent", (section) => ({
        verdict: section.querySelector(".verdict").textContent,
        captions: [...section.querySelectorAll(".plot-caption")].map((caption) => caption.textContent),
        labels: [...section.querySelectorAll("button.preset")].map((button) => button.textContent),
      }));
      for (const words of [said.verdict, ...said.captions, ...said.labels]) {
        assert.equal(HANGUL.test(words), lang === "ko", words);
      }
    }
  });

  test(`the prose leads from a line's slope to a prediction, and fits a phone (${lang})`, async () => {
    await open("descent", { lang, viewport: { width: 390, height: 844 } });
    const prose = await page.page.$eval("#descent .prose", (prose) => ({
      formulas: prose.querySelectorAll('math[display="block"]').length,
      words: [...prose.querySelectorAll("strong")].map((word) => word.textContent),
      asks: prose.lastElementChild.textContent.includes("?"),
      overflow: [...prose.children].filter((part) => part.scrollWidth > part.clientWidth + 1).length,
    }));
    assert.equal(prose.formulas, 2);
    assert.equal(prose.overflow, 0, "nothing is wider than the page");
    assert.ok(prose.asks, "it ends with a question");
    const terms = {
      ko: ["기울기", "미분", "손실", "그래디언트", "학습률", "연쇄 법칙", "역전파"],
      en: ["slope", "derivative", "loss", "gradient", "learning rate", "chain rule", "back-propagation"],
    };
    assert.deepEqual(prose.words.slice(0, -1), terms[lang], "each term once, in this order");
  });
}
