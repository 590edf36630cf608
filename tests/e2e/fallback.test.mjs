// What is there before the app, without it, and after it has failed.

import assert from "node:assert/strict";
import { afterEach, describe, test } from "node:test";
import { unable } from "./harness.mjs";
import { lab, openPage, page } from "./lab.mjs";

afterEach(() => page.close());

/** The text of those elements that can be seen. */
async function seen(selector) {
  // Not $$eval, which needs the page's own timers and finds none where JavaScript is off.
  return page.page.evaluate(
    (selector) =>
      [...document.querySelectorAll(selector)]
        .filter((element) => element.checkVisibility({ checkVisibilityCSS: true }))
        .map((element) => element.innerText.trim()),
    selector,
  );
}

/** Fails unless formulas and figure of the six functions can be seen. */
async function assertSixFunctions() {
  const formulas = await page.page.evaluate(() =>
    [...document.querySelectorAll("#fallback math")].map(
      (math) => math.checkVisibility() && math.getBoundingClientRect().width > 20,
    ),
  );
  assert.deepEqual(formulas, Array(6).fill(true));
  const figure = await page.page.$("#fallback img");
  await figure.evaluate((image) => image.scrollIntoView());
  let loaded = false;
  // Polled from here: without JavaScript the page has no timers. Each look is a round trip to the browser.
  for (let look = 0; look < 500 && !loaded; look += 1) {
    loaded = await figure.evaluate((image) => image.complete && image.naturalWidth > 0);
  }
  assert.ok(loaded, "the figure has loaded");
  assert.ok((await figure.boundingBox()).width > 200);
}

/** Holds the app back until `window.arrive()`; runs before the page does. */
const heldBack = (page) =>
  page.evaluateOnNewDocument(() => {
    const arrived = new Promise((resolve) => (window.arrive = resolve));
    const { instantiateStreaming } = WebAssembly;
    WebAssembly.instantiateStreaming = async (...told) => {
      await arrived;
      return instantiateStreaming(...told);
    };
    window.shifts = 0;
    if (!PerformanceObserver.supportedEntryTypes.includes("layout-shift")) return;
    new PerformanceObserver((list) => {
      for (const shift of list.getEntries()) window.shifts += shift.value;
    }).observe({ type: "layout-shift", buffered: true });
  });

describe("before the app is there", () => {
  for (const { lang, colorScheme, title } of [
    { lang: "ko", colorScheme: "light", title: "활성화 함수 실험실" },
    { lang: "en", colorScheme: "dark", title: "Activation Lab" },
  ]) {
    for (const width of [390, 1280]) {
      test(`title, lead and frame are, and nothing jumps after (${lang}, ${width} px)`, async () => {
        await openPage({
          lang,
          colorScheme,
          viewport: { width, height: 900 },
          mounts: false,
          prepare: heldBack,
        });
        await page.settle();
        assert.deepEqual(await page.root(), { lang, theme: colorScheme, title });
        assert.deepEqual(await seen("h1"), [title]);
        assert.equal((await seen("main h2")).length, 1);
        assert.ok((await seen(".lead"))[0].length > 50);
        assert.deepEqual(await seen("#fallback, #crash"), [], "and no excuse yet");
        const places = () =>
          page.page.evaluate(() =>
            ["h1", ".lead", "main h2", ".demo-head p", ".picker", ".demo-figure"].map((selector) => {
              const all = [...document.querySelectorAll(selector)];
              // The page has both languages before the app is there; narrow windows do without some of this.
              const { top, left } = (all.find((element) => element.checkVisibility()) ?? all[0]).getBoundingClientRect();
              return [selector, Math.round(top), Math.round(left)];
            }),
          );
        const before = await places();
        await page.page.evaluate(() => window.arrive());
        await page.ready();
        // 0.1 is where a page counts as steady (web.dev/cls).
        if (!unable("measure how far a page jumps")) {
          const shifts = await page.page.evaluate(() => window.shifts);
          assert.ok(shifts < 0.1, `layout shift ${shifts}`);
        }
        for (const [index, [selector, top, left]] of (await places()).entries()) {
          const [, topBefore, leftBefore] = before[index];
          // What was below the window nobody has seen.
          if (topBefore >= 900) continue;
          // A line's height (26 px): less than a reader notices.
          const moved = Math.hypot(top - topBefore, left - leftBefore);
          assert.ok(moved <= 26, `${selector} went from ${[topBefore, leftBefore]} to ${[top, left]}`);
        }
        page.assertQuiet();
      });
    }
  }
});

describe("without the app", () => {
  test("and without JavaScript the page says so in both languages", async () => {
    await openPage({ javascript: false });
    const [ko, en] = await seen(".when-no-script p");
    assert.match(ko, /JavaScript가 꺼져 있거나 막혀 있어/);
    assert.match(en, /JavaScript is off or blocked/);
    assert.deepEqual(await seen(".when-no-wasm, .when-failed, #crash"), []);
    const [title] = await seen("h1");
    assert.match(title, /활성화 함수 실험실/);
    assert.match(title, /Activation Lab/);
    await assertSixFunctions();
    page.assertQuiet();
  });

  for (const lang of ["ko", "en"]) {
    test(`for want of WebAssembly the page says so (${lang})`, async () => {
      await openPage({
        lang,
        mounts: false,
        prepare: (page) => page.evaluateOnNewDocument(() => delete window.WebAssembly),
      });
      await page.until("the notice", () => document.querySelector(".when-no-wasm").checkVisibility());
      const notices = await seen(".when-no-wasm p");
      assert.ok(notices.some((notice) => notice.includes("WebAssembly")));
      assert.ok(notices.some((notice) => /[가-힣]/.test(notice) === (lang === "ko")), "in the reader's language");
      assert.deepEqual(await seen(".when-no-script, .when-failed, #crash"), []);
      await assertSixFunctions();
      page.assertQuiet();
    });
  }

  test("for want of instructions that an old browser lacks the page says the same", async () => {
    await openPage({
      mounts: false,
      prepare: (page) =>
        page.evaluateOnNewDocument(() => {
          WebAssembly.instantiateStreaming = async () => {
            throw new WebAssembly.CompileError("invalid opcode");
          };
        }),
    });
    await page.until("the notice", () => document.querySelector(".when-no-wasm").checkVisibility());
    await assertSixFunctions();
    assert.equal(page.messages.length, 1, "and the console has the reason");
  });

  test("because a file did not arrive the page says so", async () => {
    await openPage({
      mounts: false,
      prepare: (page) =>
        page.evaluateOnNewDocument(() => {
          window.fetch = async () => {
            throw new TypeError("no network");
          };
        }),
    });
    await page.until("the notice", () => document.querySelector(".when-failed").checkVisibility());
    assert.deepEqual(await seen(".when-no-script, .when-no-wasm, #crash"), []);
    await assertSixFunctions();
    assert.equal(page.messages.length, 1, "and the console has the reason");
  });
});

describe("a crash", () => {
  /** Makes the app panic when it next sets the page's theme: it takes for granted that it may. */
  const sabotage = () => {
    const { setAttribute } = Element.prototype;
    Element.prototype.setAttribute = function (name, value) {
      if (name === "data-theme") throw new DOMException("sabotage", "InvalidCharacterError");
      return setAttribute.call(this, name, value);
    };
  };

  async function assertCrashShown(lang, link) {
    await page.until("the message", () => document.getElementById("crash").checkVisibility());
    const [text] = await seen("#crash");
    assert.match(text, lang === "ko" ? /문제가 생겨/ : /Something went wrong/);
    assert.equal(/[가-힣]/.test(text), lang === "ko", "in the reader's language alone");
    const found = await page.page.$eval("#crash-link", ({ href, textContent }) => ({ href, textContent }));
    assert.deepEqual(found, { href: link, textContent: link });
    const box = await (await page.page.$("#crash")).boundingBox();
    assert.ok(box.y < 900 && box.y + box.height > 0, `it is in sight: ${JSON.stringify(box)}`);
    assert.ok((await seen("h1"))[0].length > 0, "the page is not blank");
    assert.ok(page.messages.some((message) => message.includes("panicked")), "the console has the reason");
  }

  for (const lang of ["ko", "en"]) {
    test(`while the app is in use shows a message with the link that led there (${lang})`, async () => {
      await openPage({ lang, fragment: "explorer?f=tanh&x=2" });
      await page.page.evaluate(sabotage);
      await page.page.click("input[name=theme][value=dark]");
      const link = `${lab.url}?lang=${lang}#explorer?f=tanh&x=2`;
      await assertCrashShown(lang, link);
    });
  }

  test("while the app is being mounted shows it too", async () => {
    await openPage({
      lang: "en",
      fragment: "explorer?x=2",
      mounts: false,
      prepare: (page) => page.evaluateOnNewDocument(sabotage),
    });
    await assertCrashShown("en", `${lab.url}?lang=en#explorer?x=2`);
  });

  test("can be left by starting afresh", async () => {
    await openPage({ lang: "en", fragment: "explorer?f=tanh&x=2" });
    await page.page.evaluate(sabotage);
    await page.page.click("input[name=theme][value=dark]");
    await page.until("the message", () => document.getElementById("crash").checkVisibility());
    await Promise.all([page.page.waitForNavigation(), page.page.click("#crash-afresh")]);
    await page.ready();
    assert.equal(await page.page.$eval("input[name=x]", (input) => input.value), "1");
    assert.equal(await page.page.$eval("#crash", (crash) => crash.hidden), true);
  });
});
