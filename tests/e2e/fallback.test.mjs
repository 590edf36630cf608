// The page before the app has started, without the app, and after a crash.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { DEMOS, HANGUL } from "./content.mjs";
import { BROWSER, unable } from "./harness.mjs";
import { lab, openPage, page } from "./lab.mjs";
import { DIST, PAGES, changePages, serve, withoutHashes } from "./server.mjs";

afterEach(() => page.close());

/** The texts of the visible elements that match a selector. */
async function seen(selector) {
  // $$eval needs the timers of the page, which it lacks without JavaScript.
  return page.page.evaluate(
    (selector) =>
      [...document.querySelectorAll(selector)]
        .filter((element) => element.checkVisibility({ checkVisibilityCSS: true }))
        .map((element) => element.innerText.trim()),
    selector,
  );
}

/** The sections of the lesson besides the demos. */
const PARTS = ["what", "conditions", "cards", "library", "training", "choosing", "reading"];

/**
 * Fails unless the lesson is whole and in one language: every heading, every demo with a still figure that has a size, the
 * formulas, the cards, the conditions' table and the contents.
 */
async function assertLesson(lang) {
  const found = await page.page.evaluate(() => {
    const seen = (selector) =>
      [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility({ checkVisibilityCSS: true }));
    const isDrawn = (figure) => {
      const { width, height } = figure.getBoundingClientRect();
      return width >= 100 && height >= 50 && figure.querySelector("path") !== null;
    };
    return {
      headings: seen("main :is(h2, h3)").map((heading) => heading.innerText.trim()),
      sections: seen("main section").map(({ id }) => id),
      figures: Object.fromEntries(
        [...document.querySelectorAll("section.demo")].map((demo) => {
          const figures = [...demo.querySelectorAll(".still .demo-plots svg")];
          // The small figures are folded.
          const folded = [...demo.querySelectorAll(".still details svg")].every((figure) => figure.querySelector("path") !== null);
          return [demo.id, figures.length > 0 && folded && figures.every((figure) => figure.checkVisibility() && isDrawn(figure))];
        }),
      ),
      cards: seen(".card .still-plot svg").filter(isDrawn).length,
      formulas: seen(".card > div > .formula math").filter((math) => math.getBoundingClientRect().width > 20).length,
      rows: seen("#conditions tbody tr").length,
      contents: seen("nav.contents a").filter((link) => document.querySelector(link.hash) !== null).length,
      prose: seen("main .prose p").map((paragraph) => paragraph.innerText).join(" "),
      live: document.querySelectorAll("canvas, [data-live]").length,
    };
  });
  const { headings, sections, prose, ...rest } = found;
  const cards = 8;
  assert.deepEqual(rest, {
    figures: Object.fromEntries(DEMOS.map((id) => [id, true])),
    cards,
    formulas: cards,
    rows: cards,
    contents: DEMOS.length - 1 + PARTS.length,
    live: 0,
  });
  assert.deepEqual([...sections].sort(), [...DEMOS, ...PARTS].sort());
  assert.equal(headings.length, DEMOS.length + PARTS.length + cards);
  assert.ok(headings.every((heading) => heading.length > 0));
  assert.ok(prose.length > 1000, `${prose.length} letters`);
  assert.equal(HANGUL.test(prose), lang === "ko");
}

/**
 * Waits for the notice of a reason. Fails unless this notice is the only one, is in the reader's language only, and the
 * lesson is whole below it.
 *
 * @returns {Promise<string>} the text of the notice
 */
async function assertOneNotice(reason, lang) {
  await page.until(`the notice ${reason}`, (reason) => document.querySelector(`.when-${reason}`).checkVisibility(), reason);
  const notices = await seen(".notice");
  assert.equal(notices.length, 1, notices.join("\n"));
  assert.equal(HANGUL.test(notices[0]), lang === "ko", notices[0]);
  assert.deepEqual(await seen("#crash"), []);
  const skip = await page.page.$eval(".skip-link", (link) => document.querySelector(link.hash).checkVisibility());
  assert.ok(skip, "what the skip link leads to is there");
  await assertLesson(lang);
  return notices[0];
}

/** Delays the app until `window.arrive()` is called. It must run before the page loads. */
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
    for (const width of [390, 412, 600, 1280]) {
      test(`the lesson is, and nothing jumps after (${lang}, ${width} px)`, async () => {
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
        assert.ok((await seen(".lead"))[0].length > 20);
        assert.deepEqual(await seen(".notice, #crash"), [], "and no excuse yet");
        await assertLesson(lang);
        const places = () =>
          page.page.evaluate(() =>
            ["h1", ".lead", "main h2", ".demo-head p", ".demo-body", ".demo-figure", "nav.contents", "#cards"].map((selector) => {
              const { top, left } = document.querySelector(selector).getBoundingClientRect();
              return [selector, Math.round(top), Math.round(left)];
            }),
          );
        const before = await places();
        await page.page.evaluate(() => window.arrive());
        await page.ready();
        // Pages with a layout shift below 0.1 count as stable (web.dev/cls).
        if (!unable("measure how far a page jumps")) {
          const shifts = await page.page.evaluate(() => window.shifts);
          assert.ok(shifts < 0.1, `layout shift ${shifts}`);
        }
        for (const [index, [selector, top, left]] of (await places()).entries()) {
          const [, topBefore, leftBefore] = before[index];
          // Elements below the window were not visible before.
          if (topBefore >= 900) continue;
          // Less than the height of a line (26 px), which readers do not notice.
          const moved = Math.hypot(top - topBefore, left - leftBefore);
          assert.ok(moved <= 26, `${selector} went from ${[topBefore, leftBefore]} to ${[top, left]}`);
        }
        page.assertQuiet();
      });
    }
  }
});

describe("without the app", () => {
  for (const lang of ["ko", "en"]) {
    test(`and without JavaScript the lesson is there, and one notice says what is missing (${lang})`, async () => {
      await openPage({ lang, javascript: false });
      const [notice, ...others] = await seen(".notice");
      assert.match(notice, lang === "ko" ? /JavaScript가 꺼져 있거나 막혀 있어/ : /JavaScript is off or blocked/);
      assert.equal(HANGUL.test(notice), lang === "ko");
      assert.deepEqual(others, []);
      assert.deepEqual(await seen("#crash, #update"), []);
      const [title, ...titles] = await seen("h1");
      assert.deepEqual([title, titles], [lang === "ko" ? "활성화 함수 실험실" : "Activation Lab", []]);
      await assertLesson(lang);
      page.assertQuiet();
    });

    test(`and without JavaScript a link leads to the other language and back (${lang})`, async () => {
      await openPage({ lang, javascript: false });
      const other = lang === "ko" ? "en" : "ko";
      for (const next of [other, lang]) {
        const link = await page.page.evaluate((next) => document.querySelector(`.languages a[hreflang="${next}"]`).href, next);
        assert.equal(link, `${lab.url}${next === "en" ? "en/" : ""}`);
        await page.page.goto(link);
        await assertLesson(next);
      }
    });
  }

  for (const lang of ["ko", "en"]) {
    test(`for want of WebAssembly the page says so (${lang})`, async () => {
      await openPage({
        lang,
        mounts: false,
        prepare: (page) => page.evaluateOnNewDocument(() => delete window.WebAssembly),
      });
      await assertOneNotice("no-wasm", lang);
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
      lang: "en",
    });
    await assertOneNotice("no-wasm", "en");
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
      lang: "en",
    });
    await assertOneNotice("failed", "en");
    assert.equal(page.messages.length, 1, "and the console has the reason");
  });
});

describe("what comes is not what was built", () => {
  const PAGE = "\n<!doctype html><title>Sign in</title><p>Sign in to use this network.";
  const half = (content) => content.subarray(0, content.length / 2);
  const files = {
    boot: /^boot\.js$/,
    module: /^activation-lab-\w+\.js$/,
    wasm: /\.wasm$/,
    styles: /^style-.*\.css$/,
    all: /\.(js|css|wasm)$/,
  };

  let folder;
  let served;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "activation-lab-fallback-"));
    await cp(DIST, folder, { recursive: true });
  });
  afterEach(async () => {
    await served?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const asByHand = () => changePages(folder, withoutHashes);

  // The answers of a host, each written from the file's content.
  const answers = {
    "a page": (response) => response.writeHead(200, { "content-type": "text/html" }).end(PAGE),
    "a page under the file's type": (response, _, type) => response.writeHead(200, { "content-type": type }).end(PAGE),
    nothing: (response, _, type) => response.writeHead(200, { "content-type": type }).end(),
    "half of it": (response, content, type) => response.writeHead(200, { "content-type": type }).end(half(content)),
    404: (response) => response.writeHead(404, { "content-type": "text/html" }).end(PAGE),
    500: (response) => response.writeHead(500).end(),
    "a break in the middle": (response, content, type) => {
      response.writeHead(200, { "content-type": type, "content-length": content.length });
      response.write(half(content), () => response.destroy());
    },
    "another type": (response, content) => response.writeHead(200, { "content-type": "text/plain" }).end(content),
  };

  /** Serves the build with these server options and opens it. */
  async function open(options, serverOptions = {}) {
    served = await serve({ root: folder, ...serverOptions });
    await openPage({ url: served.url, mounts: false, ...options });
  }

  /** Opens the build and gives this answer for all files whose name matches the pattern. */
  async function openWith(pattern, answer, options) {
    const types = { js: "text/javascript", css: "text/css", wasm: "application/wasm" };
    const contents = new Map();
    for (const name of await readdir(folder)) {
      if (pattern.test(name)) contents.set(name, await readFile(join(folder, name)));
    }
    assert.ok(contents.size > 0, `there is a file like ${pattern}`);
    await open(options, {
      instead: (path, response) => {
        if (!contents.has(path)) return false;
        answer(response, contents.get(path), types[path.split(".").at(-1)]);
        return true;
      },
    });
  }

  for (const [what, answer, reason, detail] of [
    ["wasm", "a page", "page", /_bg\.wasm$/m],
    ["wasm", "a page under the file's type", "page"],
    ["wasm", "nothing", "failed"],
    ["wasm", "half of it", "failed"],
    ["wasm", 404, "failed", /_bg\.wasm: 404$/m],
    ["wasm", 500, "failed", /_bg\.wasm: 500$/m],
    ["wasm", "a break in the middle", "failed"],
    ["module", "a page", "page", /\.js$/m],
    ["module", "a page under the file's type", "page"],
    ["module", "half of it", "failed"],
    ["module", 404, "failed", /\.js: 404$/m],
    ["styles", "a page", "page", /\.css$/m],
    ["styles", 404, "failed", /\.css: 404$/m],
    ["boot", "a page", "failed"],
    ["boot", "half of it", "failed"],
    ["boot", 404, "failed"],
    ["all", "a page", "failed"],
    ["all", "a break in the middle", "failed"],
  ]) {
    for (const [lang, byHand] of [["ko", false], ["en", true]]) {
      const skip = answer === "a break in the middle" && unable("lose the end of a file on its way");
      test(`${answer} for ${what}${byHand ? ", without hashes" : ""}`, { skip }, async () => {
        if (byHand) await asByHand();
        await openWith(files[what], answers[answer], { lang });
        const notice = await assertOneNotice(reason, lang);
        assert.match(notice, detail ?? /./);
        assert.match(notice, lang === "ko" ? /다시 시도/ : /Try again/);
        const kept = await page.page.evaluate(async () => (await navigator.serviceWorker?.getRegistrations())?.length ?? 0);
        assert.equal(kept, 0, "and nothing of it is kept");
      });
    }
  }

  test("a link with the end of a sentence behind it means the same without boot.js", async () => {
    await openWith(files.boot, answers[404], { query: { embed: "1).", lang: "en)" }, fragment: "chain" });
    await page.untilLanguage("en");
    await page.until("the notice", () => document.querySelector(".when-failed")?.checkVisibility());
    assert.equal(await page.page.evaluate(() => document.documentElement.hasAttribute("data-embed")), true);
    assert.deepEqual(await page.page.$$eval(".demo.current", (all) => all.map(({ id }) => id)), ["chain"]);
  });

  for (const byHand of [false, true]) {
    test(`WebAssembly under another type works${byHand ? ", without hashes" : ""}`, async () => {
      if (byHand) await asByHand();
      await openWith(files.wasm, answers["another type"], { mounts: true });
      page.assertQuiet();
    });
  }

  test("WebAssembly that is whole and refused is the browser's fault, also without hashes", async () => {
    await asByHand();
    const answer = (response, content) => {
      // A section of an unknown kind, as in a later version of WebAssembly.
      const newer = Buffer.concat([content, Buffer.from([99, 1, 0])]);
      response.writeHead(200, { "content-type": "application/wasm" }).end(newer);
    };
    await openWith(files.wasm, answer, { lang: "en" });
    await assertOneNotice("no-wasm", "en");
  });

  test("a browser that cannot read what was built is told to be too old", async () => {
    const script = "const words = are newer than any browser;\n";
    const hash = createHash("sha384").update(script).digest("base64");
    await writeFile(join(folder, "boot.js"), script);
    await changePages(folder, (html) => html.replace(/(boot\.js"[^>]* integrity=")[^"]*/, `$1sha384-${hash}`));
    await open({ lang: "en" });
    await assertOneNotice("no-wasm", "en");
  });

  test("another try brings the app where the file has come to be there", async () => {
    let isThere = false;
    const answer = (response, content) =>
      isThere
        ? response.writeHead(200, { "content-type": "application/wasm" }).end(content)
        : response.writeHead(404).end();
    await openWith(files.wasm, answer, { lang: "en" });
    await assertOneNotice("failed", "en");
    isThere = true;
    await page.page.click(".when-failed button");
    await page.ready();
  });

  for (const lang of ["ko", "en"]) {
    test(`half of the page as one file (${lang})`, async () => {
      const content = await readFile(join(folder, "activation-lab.html"));
      await writeFile(join(folder, "half.html"), half(content));
      const url = pathToFileURL(join(folder, "half.html")).href;
      await openPage({ url, lang, mounts: false });
      // The half contains a part of the lesson, and not always the page of the other language.
      await page.until("the notice", () => document.querySelector(".when-failed").checkVisibility());
      assert.equal((await seen(".notice")).length, 1);
      assert.equal((await seen("h1")).length, 1);
    });
  }

  // With puppeteer's settings Firefox loads the files of such a page.
  test("a page that is opened from a disk says what opens there", { skip: BROWSER !== "chromium" }, async () => {
    for (const [index, lang] of ["ko", "en"].entries()) {
      await openPage({ url: pathToFileURL(join(folder, PAGES[index])).href, mounts: false });
      assert.match(await assertOneNotice("disk", lang), /activation-lab\.html/);
    }
  });

  test("a host whose own policy forbids what speaks for boot.js leaves the notice that scripts are blocked", async () => {
    await open(
      { lang: "en" },
      {
        headers: () => ({ "content-security-policy": "script-src 'self' 'wasm-unsafe-eval'" }),
        instead: (path, response) => path.endsWith(".wasm") && Boolean(response.writeHead(404).end()),
      },
    );
    await page.until("the notice", () => document.querySelector(".when-no-script").checkVisibility());
    assert.equal((await seen(".notice")).length, 1);
  });
});

describe("a crash", () => {
  /** Makes the app panic when it next sets the page's theme, because the app does not handle this error. */
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
      const link = `${lab.url}${lang === "en" ? "en/" : ""}?lang=${lang}#explorer?f=tanh&x=2`;
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
    await assertCrashShown("en", `${lab.url}en/?lang=en#explorer?x=2`);
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
