// Presenting from any place, with any keyboard, after leaving full screen, with two windows, and in a small window.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { DEMOS } from "./content.mjs";
import { onPagesOfTheirOwn, openPage, page } from "./lab.mjs";

onPagesOfTheirOwn();

const open = (options) => openPage({ lang: "ko", reducedMotion: true, ...options });

const isPresenting = () => page.page.evaluate(() => document.documentElement.hasAttribute("data-present"));

/** Sends a key event. `code` is the place of the key, which some keyboards do not report. */
async function send(key, code = "") {
  await page.page.evaluate(
    (init) => document.body.dispatchEvent(new KeyboardEvent("keydown", init)),
    { key, code, bubbles: true, cancelable: true },
  );
  await page.settle();
}

/** Presses P and waits for the presentation. */
async function present() {
  await send("p");
  await page.untilPresenting();
}

test("a presentation opens with its title and figure in sight, wherever one starts", async () => {
  await open({ viewport: { width: 1280, height: 720 } });
  for (const demo of DEMOS) {
    await page.goTo(demo);
    await page.page.evaluate((demo) => document.querySelector(`#${demo} .demo-notes, #${demo}`).scrollIntoView(), demo);
    await present();
    await page.untilScrolled();
    const seen = await page.page.evaluate(() => {
      const bottom = (selector) => document.querySelector(selector).getBoundingClientRect().bottom;
      return {
        scrolled: scrollY,
        title: document.querySelector(".present-words h1").getBoundingClientRect().top,
        figure: bottom(".demo.current .plot-place:not([hidden]) .plot"),
        window: innerHeight,
      };
    });
    assert.equal(seen.scrolled, 0, demo);
    assert.ok(seen.title >= 0 && seen.figure <= seen.window, `${demo}: ${JSON.stringify(seen)}`);
    await send("Escape");
    assert.equal(await isPresenting(), false);
  }
});

describe("keys", () => {
  test("are the letters that are printed on them", async () => {
    await open();
    // The layouts of Dvorak and AZERTY have other letters at these places.
    await send("l", "KeyP");
    assert.equal(await isPresenting(), false, "the place of P with another letter on it");
    await send("p", "KeyR");
    await page.untilPresenting();
    await send("a", "KeyQ");
    assert.equal(await page.page.$eval(".qr", (code) => code.hidden), true);
    // Svorak has å at the place of Q.
    await send("å", "KeyQ");
    assert.equal(await page.page.$eval(".qr", (code) => code.hidden), true);
    await send("q", "KeyA");
    assert.equal(await page.page.$eval(".qr", (code) => code.hidden), false);
  });

  test("of a Korean layout work with and without their place", async () => {
    await open();
    await send("ㅔ");
    await page.untilPresenting();
    await send("ㅠ");
    const isBlack = () => page.page.evaluate(() => document.documentElement.hasAttribute("data-black"));
    assert.equal(await isBlack(), true);
    await send("ㅠ", "KeyB");
    assert.equal(await isBlack(), false);
    await send("ㅂ");
    assert.equal(await page.page.$eval(".qr", (code) => code.hidden), false);
    await send("Process", "KeyP");
    assert.equal(await isPresenting(), true);
  });
});

test("Escape in full screen ends the presentation at once, though the browser keeps the key", async () => {
  await open({
    prepare: (page) =>
      page.evaluateOnNewDocument(() => {
        // A replacement for full screen, which needs no screen.
        let element = null;
        Object.defineProperty(Document.prototype, "fullscreenElement", { get: () => element });
        const change = (to) => {
          element = to;
          document.dispatchEvent(new Event("fullscreenchange", { bubbles: true }));
        };
        Element.prototype.requestFullscreen = async function () {
          change(this);
        };
        Document.prototype.exitFullscreen = async () => change(null);
      }),
  });
  const isFull = () => page.page.evaluate(() => document.fullscreenElement !== null);
  await present();
  assert.deepEqual([await isPresenting(), await isFull()], [true, true]);
  await page.page.evaluate(() => document.exitFullscreen());
  await page.settle();
  assert.equal(await isPresenting(), false, "the browser's Escape");
  await send("p");
  await send("f");
  assert.deepEqual([await isPresenting(), await isFull()], [true, false], "F is about the full screen alone");
  await send("f");
  await send("q");
  await send("Escape");
  assert.equal(await isPresenting(), true, "Escape closes the code first");
});

test("two windows with the script lose nothing", async () => {
  await open({ fragment: "chain" });
  const other = await page.openBeside();
  const add = (where) => where.$eval(".scripts [data-act=add]", (button) => button.click());
  const titles = (where) => where.$$eval(".scripts [name=step-title]", (fields) => fields.map(({ value }) => value));
  const write = (where, step, value) =>
    where.$eval(
      `.scripts [name=step-title][data-step="${step}"]`,
      (field, value) => {
        field.value = value;
        field.dispatchEvent(new Event("change", { bubbles: true }));
      },
      value,
    );
  for (const where of [page.page, other]) {
    await where.evaluate(() => document.querySelectorAll(".frame-talk button")[1].click());
    await where.waitForSelector(".scripts [name=script]");
    await where.evaluate(() => {
      const select = document.querySelector(".scripts [name=script]");
      select.value = "mine";
      select.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }
  const until = (where, wanted) =>
    where.waitForFunction(
      (wanted) => {
        const fields = [...document.querySelectorAll(".scripts [name=step-title]")];
        return JSON.stringify(fields.map(({ value }) => value)) === wanted;
      },
      // A window in the background has no animation frames.
      { polling: 50 },
      JSON.stringify(wanted),
    );
  await add(page.page);
  const [title] = await titles(page.page);
  await until(other, [title]);
  await add(other);
  await until(page.page, [title, title]);
  await write(page.page, 0, "A");
  // Browsers notify other windows after a moment that is shorter than a person's next action.
  await until(other, ["A", title]);
  await write(other, 1, "B");
  for (const where of [page.page, other]) await until(where, ["A", "B"]);

  // Another window adds a step while a field is being edited here.
  await page.page.bringToFront?.();
  await page.settle();
  await page.page.$eval('.scripts [name=step-title][data-step="0"]', (field) => {
    field.focus();
    field.setSelectionRange(1, 1);
  });
  await page.page.keyboard.type("!");
  await add(other);
  await until(page.page, ["A!", "B", title]);
  await until(other, ["A!", "B", title]);
  const focused = await page.page.evaluate(() => document.activeElement.dataset.step);
  assert.equal(focused, "0", "the field keeps the focus");
  await other.close();
});

test("a presentation hears of a step that another window adds", async () => {
  await open({ fragment: "chain" });
  const other = await page.openBeside();
  const add = () => other.$eval(".scripts [data-act=add]", (button) => button.click());
  await other.evaluate(() => document.querySelectorAll(".frame-talk button")[1].click());
  await other.waitForSelector(".scripts [name=script]");
  await add();
  // This window has not opened its drawer.
  await page.page.bringToFront?.();
  await present();
  const place = (wanted) =>
    page.page.waitForFunction((wanted) => document.querySelector(".present-place").textContent.trim() === wanted, { polling: 50 }, wanted);
  await place("1 / 1");
  await add();
  await place("1 / 2");
  await other.close();
});

test("a presentation can be steered in a window of 320 by 256", async () => {
  await open({ viewport: { width: 320, height: 256 } });
  await present();
  const out = await page.page.$$eval(".present-bar button", (buttons) =>
    buttons
      .map((button) => button.getBoundingClientRect())
      .filter(({ left, right, top, bottom }) => left < 0 || right > innerWidth || top < 0 || bottom > innerHeight)
      .map(({ left, right, top, bottom }) => [left, right, top, bottom]),
  );
  assert.deepEqual(out, []);
});

test("everything can be reached in a window of 320 by 256", async () => {
  await open({ viewport: { width: 320, height: 256 } });
  const buttons = await page.page.$$eval(".frame-talk button", (all) => all.map((button) => button.checkVisibility()));
  assert.deepEqual(buttons, [true, true], "presenting and the script are offered");
  await page.openDrawer();
  const unreachable = await page.page.evaluate(() => {
    const drawer = document.querySelector(".scripts");
    const isOut = (element) => {
      element.scrollIntoView({ block: "center", behavior: "instant" });
      const { top, bottom, left, right } = element.getBoundingClientRect();
      return top < 0 || bottom > innerHeight || left < 0 || right > innerWidth;
    };
    return [...drawer.querySelectorAll("button, select, label.button")].filter(isOut).map((element) => element.textContent);
  });
  assert.deepEqual(unreachable, []);
});
