// What a reader sees at once: the first window of the page, the frame of every demo, a demo in another page's frame, and the
// place to draw in for a link with a guess.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { DEMOS } from "./content.mjs";
import { unable } from "./harness.mjs";
import { loadView, onSharedPages, page, showView } from "./lab.mjs";

onSharedPages();

const DESK = { width: 1280, height: 720 };
const PHONE = { width: 390, height: 844, hasTouch: true };
const FRAME = { width: 600, height: 800 };

/** The boxes of the visible elements that match a selector, in CSS pixels of the window. */
const boxes = (selector) =>
  page.page.$$eval(selector, (all) => {
    const shown = all.filter((element) => element.checkVisibility()).map((element) => element.getBoundingClientRect());
    return shown.map(({ left, top, right, bottom }) => ({ left, top, right, bottom }));
  });

/** Fails unless there is such an element and all, or the first one only, are inside the window. */
async function assertInSight(selector, { height, width }, { first = false } = {}) {
  const all = await boxes(selector);
  assert.ok(all.length > 0, `there is ${selector}`);
  for (const box of first ? all.slice(0, 1) : all) {
    // The place of a scrolled page is rounded to pixels.
    const isInside = box.top > -1 && box.bottom < height + 1 && box.left > -1 && box.right < width + 1;
    assert.ok(isInside, `${selector} is in sight: ${JSON.stringify(box)}`);
  }
}

/** Scrolls an element to a place in the window, at once. */
async function bring(selector, block) {
  await page.page.$eval(selector, (element, block) => element.scrollIntoView({ behavior: "instant", block }), block);
  await page.settle();
}

const SIZES = [
  ["1280 × 720", DESK],
  ["390 × 844", PHONE],
];

describe("the first window", () => {
  for (const [size, viewport] of SIZES) {
    for (const lang of ["ko", "en"]) {
      test(`shows the curves, the functions and a slider (${size}, ${lang})`, async () => {
        await loadView({ lang, viewport, reducedMotion: true });
        assert.equal(await page.page.evaluate(() => scrollY), 0);
        await assertInSight("h1", viewport);
        await assertInSight("#explorer .plot", viewport);
        assert.equal((await boxes("#explorer .plot")).length, 2, "values and gradients");
        await assertInSight("#explorer .chip:has(:checked)", viewport, { first: true });
        await assertInSight("#explorer .controls input[type=range]", viewport, { first: true });
        await assertInSight(".frame", viewport);
        const lines = await page.page.$eval(".lead", (lead) => {
          const range = document.createRange();
          range.selectNodeContents(lead);
          return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
        });
        assert.equal(lines, 1, "one line says what the page is");
      });
    }
  }
});

describe("the frame of a demo", () => {
  for (const lang of ["ko", "en"]) {
    for (const demo of DEMOS) {
      test(`${demo} fits a window of 1280 × 720 (${lang})`, async () => {
        await showView({ fragment: demo, lang, viewport: DESK, reducedMotion: true });
        // The first demo is below the head of the page, and the others are below their prose.
        if (demo !== DEMOS[0]) await bring(`#${demo} .demo-body`, "start");
        await assertInSight(`#${demo} .demo-plots`, DESK);
        await assertInSight(`#${demo} .controls input[type=range]`, DESK, { first: true });
      });
    }
  }

  for (const lang of ["ko", "en"]) {
    for (const demo of DEMOS) {
      test(`${demo} stays in sight while its sliders are moved (390 × 844, ${lang})`, async () => {
        await showView({ fragment: demo, lang, viewport: PHONE, reducedMotion: true });
        const sliders = await page.page.$$(`#${demo} .controls input[type=range]`);
        for (const slider of [sliders[0], sliders.at(-1)]) {
          // The focus scrolls a control to below the plots, in WebKit not always when a script has moved it.
          await slider.focus();
          await page.page.keyboard.press("Tab");
          await page.page.keyboard.down("Shift");
          await page.page.keyboard.press("Tab");
          await page.page.keyboard.up("Shift");
          await page.settle();
          const [{ bottom }] = await boxes(`#${demo} .demo-plots`);
          await assertInSight(`#${demo} .demo-plots`, PHONE);
          const { y, height } = await slider.boundingBox();
          assert.ok(y >= bottom && y + height <= PHONE.height, `the slider at ${y} is below the plots, which end at ${bottom}`);
        }
      });
    }
  }

  test("gives way to the keyboard of a phone", { skip: unable("have a finger for a pointer") }, async () => {
    await showView({ fragment: "chain", lang: "ko", viewport: PHONE, reducedMotion: true });
    const position = () => page.page.$eval("#chain .demo-plots", (plots) => getComputedStyle(plots).position);
    const field = await page.page.$("#chain .controls input[type=text]");
    await field.evaluate((input) => input.blur());
    assert.equal(await position(), "sticky");
    await field.focus();
    await page.settle();
    assert.equal(await position(), "relative", "half of the window is left, which the plots would fill");
    // The keyboard takes its part of the window, and the browser scrolls the field into the rest.
    await page.page.setViewport({ ...PHONE, height: 400 });
    await field.evaluate((input) => input.scrollIntoView({ block: "nearest", behavior: "instant" }));
    await page.page.keyboard.type("abc");
    await page.page.keyboard.press("Enter");
    await page.settle();
    const covered = await field.evaluate((input) => {
      const remark = document.getElementById(input.getAttribute("aria-describedby"));
      const isCovered = (element, share) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        return !element.contains(document.elementFromPoint(left + width / 2, top + share * height));
      };
      // The track of the slider lies over the lower edge of the field.
      const places = [[input, 0.1], [input, 0.5], [remark, 0.1], [remark, 0.9]];
      return places.filter((place) => isCovered(...place)).map(([{ className }, share]) => `${className} at ${share}`);
    });
    assert.deepEqual(covered, [], "the field and the remark on what was typed are in sight");
  });

  for (const [size, viewport] of SIZES) {
    test(`has one line of functions (${size})`, async () => {
      await showView({ lang: "en", viewport, reducedMotion: true });
      for (const { top, bottom } of await boxes(".picker")) assert.ok(bottom - top < 80, `${bottom - top} px`);
    });
  }
});

describe("a frame of 600 px", () => {
  for (const lang of ["ko", "en"]) {
    for (const demo of DEMOS) {
      test(`starts with the figure of ${demo} (${lang})`, async () => {
        await loadView({ fragment: demo, lang, query: { embed: "1" }, viewport: FRAME, reducedMotion: true });
        const [{ top }] = await boxes(`#${demo} .plot`);
        assert.ok(top <= 160, `the figure starts at ${top} px`);
        const below = await boxes(`#${demo} :is(.preset, .controls)`);
        for (const box of below) assert.ok(box.top > top, "presets and controls are below it");
      });
    }
  }
});

/** The pictures of a demo that have a curve to guess. The page must show the demo. */
async function pictures(demo) {
  return page.page.$$eval(`#${demo} .plot-place`, (all) =>
    all.filter((place) => !place.hidden).map(({ dataset }) => dataset.picture),
  );
}

describe("a link with a guess", () => {
  for (const [where, query, viewport] of [
    ["the page, 1280 × 720", {}, DESK],
    ["the page, 390 × 844", {}, PHONE],
    ["a frame of 600 px", { embed: "1" }, FRAME],
  ]) {
    for (const demo of DEMOS) {
      test(`opens at the place to draw in: ${demo} (${where})`, async () => {
        await loadView({ fragment: demo, lang: "ko", query, viewport, reducedMotion: true });
        let guessed = 0;
        for (const picture of await pictures(demo)) {
          const fragment = `${demo}?guess=${picture}`;
          // The first one is opened as by a link from elsewhere, the others by links of the page.
          if (guessed === 0) await loadView({ fragment, lang: "ko", query, viewport, reducedMotion: true });
          else await page.goTo(fragment);
          await page.settle();
          await page.settle();
          await page.untilScrolled();
          const place = `#${demo} [data-picture=${picture}]`;
          if ((await page.page.$(`${place} canvas.drawing`)) === null) continue;
          guessed += 1;
          await assertInSight(`${place} .guess p`, viewport, { first: true });
          const [{ top, bottom }] = await boxes(`${place} .plot`);
          assert.ok(top > -1 && bottom < viewport.height + 1, `${picture} is in sight: ${top} to ${bottom}`);
          const covered = await page.page.$$eval(`#${demo} .demo-head :is(h2, h3, p)`, (all) =>
            all.filter((element) => {
              const { left, top, height } = element.getBoundingClientRect();
              return document.elementFromPoint(left + 8, top + height / 2)?.closest(".demo-plots") ?? false;
            }).length,
          );
          assert.equal(covered, 0, "the plots cover none of the words above them");
        }
        assert.ok(guessed > 0, "there is something to guess");
      });
    }
  }
});
