// Random actions, which are the same for the same seed. The page must report no error, must not crash, and must not keep
// growing.
//
// ACTIONS is the number of actions (300 by default), SEED the seed of the random numbers (1 by default).

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { DEMOS } from "./content.mjs";
import { lab } from "./lab.mjs";

const ACTIONS = Number(process.env.ACTIONS ?? 300);
const SEED = Number(process.env.SEED ?? 1);
/**
 * The number of actions before the growth is measured. By then every part has been visible, and memory has the size that
 * runs need.
 */
const WARM_UP = Math.floor(ACTIONS / 2);

/** Random numbers in 0..1 (mulberry32). The same seed gives the same numbers. */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const KEYS = [
  "ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End", "PageUp", "PageDown", " ", "Tab", "p", "b", "q", "Escape",
];
const SIZES = [[390, 844], [1280, 900], [320, 600], [844, 390], [1920, 1080]];
const LINKS = [
  "chain?depth=NaN&w=1e999&step=-3", "classify?data=&f=,,&rate=0", "dead?neuron=65&bias=x", "?", "explorer?f=",
  "maxout?k=99&w1=-1e308", "%E0%A4%A&f=%", "alpha?shape=elu&learn=all&rate=20", "what", "cards", "app", "no-such-place",
  "explorer?f=elu&guess=gradient&lock=f,alpha", "chain?guess=depths&lock=", "dead?lock=rate,step,neuron&guess=dead-loss",
  "script?title=%EA%B0%80&view=dead&step=%3Cb%3E&view=chain%3Fguess%3Ddepths&text=x&view=no-such", "script?view=&&",
  "explorer?min=5&max=-5&x=1e400", "collapse?depth=20&width=16&f=maxout&w1=3&w2=-3", "classify?depth=8&width=16&batch=1",
  "explorer?guess=gradient", "chain?guess=depths&beside=tanh", "maxout?k=5&guess=maximum", "dead?guess=no-such-picture",
];

/** The possible actions. Each gets puppeteer's page, a function that draws a random number, and the page of the harness. */
const ACTS = {
  async slide(page, draw) {
    await page.evaluate((which, where) => {
      const all = [...document.querySelectorAll("main input[type=range]")].filter((input) => input.checkVisibility());
      const input = all[Math.floor(which * all.length)];
      if (!input) return;
      const [min, max] = [Number(input.min), Number(input.max)];
      input.value = String(min + where * (max - min));
      input.dispatchEvent(new Event("input", { bubbles: true }));
      input.dispatchEvent(new Event("change", { bubbles: true }));
    }, draw(), draw());
  },
  async type(page, draw) {
    const texts = ["", "1e9", "3,5", "0", "-7", "-1e308", "1e-300", "1e999", "NaN", "<b>"];
    await page.evaluate((which, text) => {
      const all = [...document.querySelectorAll("main input[type=text]")];
      const input = all.filter((input) => input.checkVisibility() && !input.readOnly)[Math.floor(which * all.length)];
      if (!input) return;
      input.focus();
      input.value = text;
      input.dispatchEvent(new Event("input", { bubbles: true }));
      input.dispatchEvent(new Event("change", { bubbles: true }));
      input.blur();
    }, draw(), texts[Math.floor(draw() * texts.length)]);
  },
  async click(page, draw) {
    await page.evaluate((which) => {
      const all = [...document.querySelectorAll("main button, main label, main summary, .frame label, .frame button, main a[href^='#']")];
      const seen = all.filter((element) => element.checkVisibility());
      seen[Math.floor(which * seen.length)]?.click();
    }, draw());
  },
  async choose(page, draw) {
    await page.evaluate((which, option) => {
      const all = [...document.querySelectorAll("main select")];
      const select = all[Math.floor(which * all.length)];
      // A page that has just been loaded has none yet.
      if (select === undefined) return;
      select.selectedIndex = Math.floor(option * select.options.length);
      select.dispatchEvent(new Event("change", { bubbles: true }));
    }, draw(), draw());
  },
  async drag(page, draw) {
    const place = await page.evaluate((which) => {
      const all = [...document.querySelectorAll("canvas.plot-marks")].filter((canvas) => canvas.checkVisibility());
      const canvas = all[Math.floor(which * all.length)];
      if (canvas === undefined) return null;
      canvas.scrollIntoView({ block: "center", behavior: "instant" });
      const { left, top, width, height } = canvas.getBoundingClientRect();
      return { left, top, width, height };
    }, draw());
    if (place === null) return;
    const at = () => [place.left + draw() * place.width, Math.max(1, place.top + draw() * place.height)];
    await page.mouse.move(...at());
    await page.mouse.down();
    for (let moves = 0; moves < 3; moves += 1) await page.mouse.move(...at());
    await page.mouse.up();
  },
  async key(page, draw) {
    await page.evaluate((which) => {
      const all = [...document.querySelectorAll("main [tabindex='0'], main button, main input[type=range]")];
      const seen = all.filter((element) => element.checkVisibility());
      seen[Math.floor(which * seen.length)]?.focus();
    }, draw());
    await page.keyboard.press(KEYS[Math.floor(draw() * KEYS.length)]);
  },
  async resize(page, draw) {
    const [width, height] = SIZES[Math.floor(draw() * SIZES.length)];
    await page.setViewport({ width, height });
  },
  async lead(page, draw) {
    const links = [...LINKS, ...DEMOS];
    await page.evaluate((link) => {
      location.hash = link;
    }, links[Math.floor(draw() * links.length)]);
  },
  async travel(page, draw) {
    const on = draw() < 0.3;
    // The entry before the first one of a document is another page, or the page in the other language.
    await page.evaluate((on) => {
      const { navigation, history, document } = window;
      const isHere = navigation
        ? navigation.entries()[navigation.currentEntry.index + (on ? 1 : -1)]?.sameDocument
        : history.state !== null && document.referrer === "";
      if (!isHere) return;
      if (on) history.forward();
      else history.back();
    }, on);
  },
  /** Goes to the page in the other language. */
  async translate(page, draw, opened) {
    const other = { ko: "en", en: "ko" }[(await opened.root()).lang];
    await page.$eval(`a[hreflang="${other}"]`, (link) => link.click());
    await opened.untilLanguage(other);
    await opened.ready();
    await opened.bringAll();
  },
};
/** The relative frequency of each action. */
const SHARES = { slide: 5, type: 1, click: 5, choose: 1, drag: 3, key: 3, resize: 0.5, lead: 1, travel: 0.5, translate: 0.1 };

describe("somebody who plays with everything", () => {
  test(`does ${ACTIONS} things (seed ${SEED}) without a complaint, and nothing goes on growing`, async (t) => {
    // Firefox does not answer calls that resize a window in full screen.
    const keepWindow = () => {
      Element.prototype.requestFullscreen = async () => {};
    };
    const opened = await lab.openPage({ lang: "ko", prepare: (page) => page.evaluateOnNewDocument(keepWindow) });
    const { page } = opened;
    await opened.bringAll();
    // Accepts dialogs that warn of a loss.
    page.on("dialog", (dialog) => dialog.accept());
    const draw = random(SEED);
    const total = Object.values(SHARES).reduce((sum, share) => sum + share);
    const did = [];
    const size = () =>
      page.evaluate(async () => {
        const { module } = document.querySelector("script[data-module]").dataset;
        const { default: instance } = await import(new URL(module, document.baseURI).href);
        const { memory } = await instance();
        return { memory: memory.buffer.byteLength, elements: document.querySelectorAll("*").length };
      });
    let warm;
    for (let count = 0; count < ACTIONS; count += 1) {
      let left = draw() * total;
      const [name] = Object.entries(SHARES).find(([, share]) => (left -= share) < 0);
      did.push(name);
      await ACTS[name](page, draw, opened);
      await opened.settle();
      if (count === WARM_UP) warm = await size();
      if (count % 20 === 0 || count === ACTIONS - 1) {
        const last = did.slice(-20).join(", ");
        assert.deepEqual(opened.messages, [], `after ${count} actions, the last ones ${last}`);
        assert.ok(await page.$eval("#crash", (crash) => crash.hidden), `crashed after ${count} actions: ${last}`);
        assert.equal(page.url().startsWith(lab.url), true, `left the page after ${count} actions: ${last}`);
      }
    }
    opened.assertQuiet();
    const end = await size();
    t.diagnostic(JSON.stringify({ warm, end }));
    // A chain of a thousand layers has its own tables and cells. Otherwise the page does not grow by more than a view or
    // two.
    assert.ok(end.elements < 2 * warm.elements + 5000, `${warm.elements} elements, then ${end.elements}`);
    // Two of the largest trainings take 5 MB. WebAssembly memory never shrinks, so a second growth of that size is allowed.
    assert.ok(end.memory <= warm.memory + 16 * 2 ** 20, `${warm.memory} bytes, then ${end.memory}`);
    await opened.close();
  });
});
