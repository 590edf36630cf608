// Pictures outside the window, touch gestures that scroll, and scaled pages.

import assert from "node:assert/strict";
import { test } from "node:test";
import { DEMOS } from "./content.mjs";
import { unable } from "./harness.mjs";
import { onPagesOfTheirOwn, openPage, page } from "./lab.mjs";

onPagesOfTheirOwn();

const open = (options) => openPage({ lang: "en", ...options });

test("every demo has its figure, scrolled to or not", async () => {
  await open({ mounts: false });
  await page.page.waitForSelector("html[data-ready]");
  const blank = await page.page.$$eval("section.demo", (demos) =>
    demos
      .filter((demo) => {
        const figures = [...demo.querySelectorAll(".demo-plots :is(.still-plot svg, .plot-place:not([hidden]) .plot)")];
        const sizes = figures.map((figure) => figure.getBoundingClientRect());
        const isEmpty = figures.some((figure) => figure.querySelector("path, canvas") === null);
        return figures.length === 0 || isEmpty || sizes.some(({ width, height }) => width < 100 || height < 50);
      })
      .map(({ id }) => id),
  );
  assert.deepEqual(blank, []);
  assert.equal(await page.page.evaluate(() => scrollY), 0);
});

test("a picture of the whole page has every figure, though nobody has scrolled", { skip: unable("take a picture of a whole page") }, async () => {
  await open({ mounts: false });
  await page.page.waitForSelector("html[data-ready]");
  const state = () =>
    page.page.evaluate(() => {
      const live = [...document.querySelectorAll("[data-live]")].map(({ id }) => id);
      return { scrollY, live, height: document.documentElement.scrollHeight };
    });
  // The demos near the window are mounted by themselves, which moves what is below them.
  await page.until("the demos near the window are there", () => document.querySelector("#neuron[data-live]") !== null);
  await page.page.evaluate(async () => {
    for (let still = 0, last = 0; still < 60; ) {
      await new Promise(requestAnimationFrame);
      const { scrollHeight } = document.documentElement;
      still = scrollHeight === last ? still + 1 : 0;
      last = scrollHeight;
    }
  });
  const before = await state();
  const picture = await page.page.screenshot({ fullPage: true, encoding: "base64" });
  assert.deepEqual(await state(), before, "nothing has moved meanwhile");
  assert.equal(before.scrollY, 0);
  assert.ok(before.live.length < DEMOS.length, "the distant demos are still figures");
  const blank = await page.page.evaluate(async (picture) => {
    const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
    const file = new Blob([bytes], { type: "image/png" });
    const canvas = document.createElement("canvas");
    const context = canvas.getContext("2d", { willReadFrequently: true });
    const isBlank = async (figure) => {
      const { left, top, width, height } = figure.getBoundingClientRect();
      [canvas.width, canvas.height] = [width, height];
      context.drawImage(await createImageBitmap(file, left, top, width, height), 0, 0);
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
      // The paper is nearly white, and some curves are grey.
      let dark = 0;
      for (let at = 0; at < data.length; at += 4) if (Math.min(data[at], data[at + 1], data[at + 2]) < 150) dark += 1;
      return dark < 200;
    };
    const figures = [...document.querySelectorAll(".demo-plots :is(.still-plot, .plot-place:not([hidden]) .plot)")];
    const shown = figures.filter((figure) => figure.checkVisibility());
    const found = [];
    for (const figure of shown) if (await isBlank(figure)) found.push(figure.closest("section").id);
    return { demos: new Set(shown.map((figure) => figure.closest("section").id)).size, found };
  }, picture);
  assert.deepEqual(blank, { demos: DEMOS.length, found: [] });
});

test("every plot is drawn, in the window or not", async () => {
  await open();
  await page.bringAll();
  await page.until("no plot is blank", () => {
    const canvases = [...document.querySelectorAll(".plot-place:not([hidden]) canvas.plot-marks")];
    const small = document.createElement("canvas");
    [small.width, small.height] = [64, 64];
    const context = small.getContext("2d", { willReadFrequently: true });
    const isBlank = (canvas) => {
      if (canvas.width === 0 || canvas.height === 0) return true;
      context.clearRect(0, 0, 64, 64);
      context.drawImage(canvas, 0, 0, 64, 64);
      return context.getImageData(0, 0, 64, 64).data.every((value) => value === 0);
    };
    return canvases.length > 20 && !canvases.some(isBlank);
  });
  assert.equal(await page.page.evaluate(() => scrollY), 0);
  // Distant pictures follow a change of the theme.
  const before = await page.page.$eval("#dead canvas.plot-marks", (canvas) => canvas.toDataURL());
  await page.choose("theme", "dark");
  await page.until(
    "the last demo is drawn in other colours",
    (before) => document.querySelector("#dead canvas.plot-marks").toDataURL() !== before,
    before,
  );
});

/**
 * A touch on the first picture of a demo: down, through some places (as shares of its size), then lifted or taken over by
 * scrolling.
 */
async function touch(demo, places, end) {
  await page.page.evaluate(
    (demo, places, end) => {
      const canvas = document.querySelector(`#${demo} .plot-place:not([hidden]) canvas.plot-marks`);
      canvas.scrollIntoView({ block: "center", behavior: "instant" });
      const { left, top, width, height } = canvas.getBoundingClientRect();
      const send = (type, [x, y]) =>
        canvas.dispatchEvent(
          new PointerEvent(type, {
            pointerType: "touch", pointerId: 7, isPrimary: true, bubbles: true, cancelable: true, button: type === "pointermove" ? -1 : 0,
            clientX: left + x * width, clientY: top + y * height,
          }),
        );
      // setPointerCapture throws for pointers that do not exist.
      canvas.setPointerCapture = () => {};
      send("pointerdown", places[0]);
      for (const place of places.slice(1)) send("pointermove", place);
      send(end, places.at(-1));
    },
    demo,
    places,
    end,
  );
  await page.settle();
}

for (const demo of ["explorer", "maxout"]) {
  test(`a finger on ${demo} scrolls, taps, or moves x`, async () => {
    await open({ fragment: demo, viewport: { width: 390, height: 844, hasTouch: true } });
    const x = () => page.number("x", `#${demo}`);
    const before = await x();
    const entries = await page.page.evaluate(() => history.length);
    // Up and a little to the side, as thumbs move.
    await touch(demo, [[0.3, 0.9], [0.31, 0.7], [0.33, 0.4]], "pointercancel");
    await touch(demo, [[0.3, 0.9], [0.31, 0.5]], "pointerup");
    assert.equal(await x(), before, "what scrolls changes nothing");
    await touch(demo, [[0.9, 0.95]], "pointerup");
    const tapped = await x();
    assert.notEqual(tapped, before, "a tap moves x");
    await touch(demo, [[0.5, 0.95], [0.55, 0.95], [0.75, 0.94]], "pointerup");
    const dragged = await x();
    assert.ok(dragged > before && dragged !== tapped, "a drag to the side moves x");
    assert.equal(await page.page.evaluate(() => history.length), entries, "nothing is written while it moves");
  });
}

test("the pointer means the same place on a page that is scaled or zoomed", async () => {
  await open({ fragment: "explorer?show=value" });
  const click = async () => {
    const { x, y, width, height } = await page.box("#explorer .plot-place:not([hidden]) canvas.plot-marks");
    await page.page.mouse.click(x + 0.8 * width, y + 0.5 * height);
    await page.settle();
    return page.number("x", "#explorer");
  };
  const plain = await click();
  for (const style of ["transform: scale(0.8); transform-origin: 0 0", "zoom: 0.8"]) {
    await page.page.evaluate((style) => (document.body.style.cssText = style), style);
    await page.settle();
    // A plot of another width rounds to another pixel.
    assert.ok(Math.abs((await click()) - plain) < 0.1, `${style}: ${await click()} and ${plain}`);
  }
});

test("plots in a place that gets its size later are drawn when it has", async () => {
  await open();
  await page.page.evaluate(() => (document.querySelector("#app").style.display = "none"));
  await page.page.setViewport({ width: 700, height: 900 });
  await page.settle();
  await page.page.evaluate(() => (document.querySelector("#app").style.display = ""));
  await page.until("the plot fills its room", () => {
    const plot = document.querySelector("#explorer .plot");
    const room = document.querySelector("#explorer .demo-plots");
    return Math.abs(plot.offsetWidth - room.clientWidth) <= 1;
  });
});
