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

/** Keeps the window at its size: in Firefox a full screen is that of the machine. It must run before the page loads. */
const refuseFullScreen = (page) =>
  page.evaluateOnNewDocument(() => {
    Element.prototype.requestFullscreen = async () => {
      throw new TypeError("refused");
    };
  });

/** Fails unless the title and the first picture of the demo that is presented are whole and in sight. */
async function assertOpening(demo, from) {
  await page.untilScrolled();
  const { scrolled, boxes, end } = await page.page.evaluate((demo) => {
    const found = [".present-words h1", `#${demo} .plot-place:not([hidden]) .plot`].map((part) => document.querySelector(part));
    const boxes = found.map((element) => {
      const { top, bottom, height } = element.getBoundingClientRect();
      return { top, bottom, height };
    });
    return { scrolled: scrollY, boxes, end: innerHeight };
  }, demo);
  const told = `${demo} from ${from}: ${JSON.stringify(boxes)}`;
  assert.equal(scrolled, 0, told);
  for (const { top, bottom, height } of boxes) assert.ok(height > 20 && top >= 0 && bottom <= end, told);
}

describe("a presentation opens with its title and figure in sight", () => {
  const WINDOW = { viewport: { width: 1280, height: 720 } };

  test("wherever one starts", async () => {
    await open(WINDOW);
    const scrolled = (selector) => page.page.$eval(selector, (place) => place.scrollIntoView({ behavior: "instant" }));
    for (const demo of DEMOS) {
      for (const [from, scroll, start] of [
        ["the demo", () => scrolled(`#${demo}`), present],
        ["its notes", () => scrolled(`#${demo} .demo-more`), present],
        ["the cards", () => scrolled("#cards"), present],
        ["the page's end", () => page.page.evaluate(() => scrollTo({ top: 1e6, behavior: "instant" })), present],
        [
          "the button",
          () => scrolled(`#${demo} .demo-more`),
          async () => {
            await page.page.$eval(".frame-talk button", (button) => button.click());
            await page.untilPresenting();
          },
        ],
      ]) {
        await page.goTo(demo);
        await scroll();
        await page.settle();
        await start();
        await assertOpening(demo, from);
        await send("Escape");
        assert.equal(await isPresenting(), false);
      }
    }
  });

  for (const demo of DEMOS) {
    test(`from its address: ${demo}`, async () => {
      await open({ ...WINDOW, fragment: demo, query: { present: "1" } });
      await page.untilPresenting();
      await assertOpening(demo, "its address");
    });
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
    await send("ㅂ");
    // Some input methods give no letter, but the place of the key.
    assert.equal(await isBlack(), false);
    await send("Process", "KeyB");
    assert.equal(await isBlack(), true);
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
  await open({ viewport: { width: 320, height: 256 }, prepare: refuseFullScreen });
  await present();
  const out = await page.page.$$eval(".present-bar button", (buttons) =>
    buttons
      .map((button) => button.getBoundingClientRect())
      .filter(({ left, right, top, bottom }) => left < 0 || right > innerWidth || top < 0 || bottom > innerHeight)
      .map(({ left, right, top, bottom }) => [left, right, top, bottom]),
  );
  assert.deepEqual(out, []);
});

describe("everything can be reached in a window of 320 by 256", () => {
  const WINDOW = { viewport: { width: 320, height: 256 } };

  // With large text the presentation's bar has two lines.
  for (const textSize of [16, 24]) {
    for (const demo of DEMOS) {
      test(`in a presentation of ${demo}, with text of ${textSize} px`, async () => {
        await open({ ...WINDOW, fragment: demo, textSize, prepare: refuseFullScreen });
        await present();
        await page.settle();
        assert.deepEqual(await page.unreachable(".present-bar button"), []);
        const { height } = await page.page.$eval(".present-bar", (bar) => bar.getBoundingClientRect().toJSON());
        if (textSize > 16) assert.ok(height > 5 * textSize, `the bar is ${height} px high`);
        const sideways = await page.page.evaluate(() => document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth);
        assert.equal(sideways, 0, "nothing is wider than the window");
        const controls = "button, summary, .chip, .toggle, .segment, input[type=text], canvas.plot-marks";
        const rest = ".demo-explanation p, .demo-numbers tr, .data-table";
        assert.deepEqual(await page.unreachable(`.demo.current :is(${controls}, ${rest})`), []);
      });
    }
  }

  test("in the drawer with the lesson's script", async () => {
    await open(WINDOW);
    assert.deepEqual(await page.unreachable(".frame-talk button"), []);
    await page.openDrawer();
    assert.deepEqual(await page.unreachable(".scripts :is(button, select, label.button)"), []);
  });

  test("in the drawer with a script of one's own", async () => {
    await open(WINDOW);
    await page.openDrawer();
    for (let step = 0; step < 2; step += 1) await page.page.$eval(".scripts [data-act=add]", (button) => button.click());
    await page.page.waitForSelector('.scripts [name=step-text][data-step="1"]');
    assert.equal((await page.page.$$(".scripts input[type=text]")).length, 5, "a title, and two fields for each step");
    assert.deepEqual(await page.unreachable(".scripts :is(button, select, label.button, input[type=text])"), []);
  });

  for (const panel of ["share", "export", "guess-start"]) {
    test(`in the panel ${panel}`, async () => {
      await open({ ...WINDOW, fragment: "chain" });
      await page.page.$eval(`#chain .${panel} > summary`, (button) => button.click());
      const parts = `#chain .${panel} .panel-body :is(button, select, textarea, label, p)`;
      await page.page.waitForSelector(parts);
      await page.settle();
      assert.deepEqual(await page.unreachable(`#chain .${panel} > summary, ${parts}`), []);
    });
  }

  test("while a curve is guessed, and after", async () => {
    await open({ ...WINDOW, fragment: "chain?guess=gradients" });
    const parts = "#chain .guess button, #chain canvas.drawing";
    await page.page.waitForSelector("#chain .guess [data-guess=reveal]");
    assert.deepEqual(await page.unreachable(parts), []);
    await page.page.$eval("#chain .guess [data-guess=reveal]", (button) => button.click());
    await page.page.waitForSelector("#chain .guess [data-guess=again]");
    await page.settle();
    assert.deepEqual(await page.unreachable(`${parts}, #chain .guess p`), []);
  });

  test("in the list of all functions", async () => {
    await open(WINDOW);
    const list = "#explorer-f-functions";
    await page.page.$eval(`[aria-controls="${list.slice(1)}"]`, (button) => button.click());
    await page.page.waitForSelector(`${list} [role=option]`);
    await page.settle();
    assert.ok((await page.page.$$(`${list} [role=option]`)).length > 30);
    assert.deepEqual(await page.unreachable(`.more-functions, ${list} :is([role=combobox], [role=option], label)`), []);
  });
});
