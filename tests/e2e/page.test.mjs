// The page around the demos: language, colours, layout, keyboard and accessibility.

import assert from "node:assert/strict";
import { afterEach, describe, test } from "node:test";
import { HANGUL } from "./content.mjs";
import { onlyInChromium, startLab, unable } from "./harness.mjs";
import { lab, onSharedPages, openPage as open, page, showView as show } from "./lab.mjs";

/** The narrowest window of the tests. */
const NARROW = { width: 360, height: 900 };

/** The same build at another address, if a test has started it. */
let elsewhere;

onSharedPages();
afterEach(async () => {
  if (elsewhere === undefined) return;
  await page.close();
  await elsewhere.close();
  elsewhere = undefined;
});

/** Sets the width of the window. Shared pages are opened in a narrow one. */
async function resize(width) {
  await page.page.setViewport({ width, height: NARROW.height });
  await page.until(`the window is ${width} px wide`, (width) => innerWidth === width, width);
  await page.settle();
}

/**
 * The visible texts of the page and those for screen readers, in order. Formulas, code, papers and the names of the
 * languages are left out.
 */
async function texts() {
  return page.page.evaluate(() => {
    const said = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
      if (node.nodeType === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
      const skipped = node.matches(
        "math, pre, data, cite, .languages a, input.exact, textarea, .facts tr:last-child, #reading li",
      );
      // The contents of a closed <details> count only after a test has opened it.
      return skipped || !node.checkVisibility() ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
    });
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE) said.push(node.data);
      else for (const name of ["aria-label", "aria-valuetext", "title", "alt"]) said.push(node.getAttribute(name) ?? "");
    }
    return said.map((text) => text.trim()).filter((text) => /\p{L}{2}/u.test(text));
  });
}

describe("the language", () => {
  const FRAGMENT = "explorer?f=sigmoid,tanh,relu,leaky-relu,elu,maxout,identity,step&x=0&alpha=2&fixy=1";
  const TITLES = { ko: "활성화 함수 실험실", en: "Activation Lab" };

  /** The page without its query and fragment. */
  const place = () => page.page.evaluate(() => location.origin + location.pathname);

  test("is that of lang, the title and every word", async () => {
    await show({ lang: "ko", fragment: FRAGMENT });
    const words = async (lang) => {
      await page.chooseLanguage(lang);
      await page.bringAll();
      await page.openAll();
      assert.deepEqual(await page.root(), { lang, theme: "light", title: TITLES[lang] });
      return texts();
    };
    const korean = await words("ko");
    const english = await words("en");
    assert.equal(english.length > 100 && korean.length > 100, true);
    assert.deepEqual(english.filter((text) => HANGUL.test(text)), [], "no Korean in the English page");
    // A Korean text may contain an English term or name. Three English words in a row count as a sentence.
    const sentence = /(?:\b[A-Za-z]{2,} ){2,}[A-Za-z]{2,}/;
    assert.deepEqual(korean.filter((text) => sentence.test(text)), [], "no English sentence in the Korean page");
    assert.deepEqual(await words("ko"), korean);
  });

  test("leaves the view as it is", async () => {
    await show({ lang: "ko", fragment: FRAGMENT });
    const numbers = () => page.page.$$eval("#explorer output", (all) => all.map((output) => [output.name, output.firstElementChild.value]));
    const before = await numbers();
    await page.chooseLanguage("en");
    assert.deepEqual(await numbers(), before);
    assert.match(page.page.url(), /#explorer\?f=.*alpha=2/);
  });

  test("leaves a change as it is that the address does not have yet", async () => {
    await open({ lang: "en", fragment: "chain?depth=7" });
    const before = await page.page.evaluate(() => {
      const range = document.querySelector("#chain input[type=range][name=depth]");
      range.value = "5";
      range.dispatchEvent(new Event("input", { bubbles: true }));
      const { hash } = location;
      // The click is in the same task, so the address has not been written yet.
      document.querySelector('a[hreflang="ko"]').click();
      return hash;
    });
    assert.equal(before, "#chain?depth=7", "the address lags behind");
    await page.untilLanguage("ko");
    await page.ready();
    assert.equal(page.page.url(), `${lab.url}#chain?depth=5`);
    assert.equal(await page.number("depth", "#chain"), 5);
  });

  test("is one step of the history, and both pages keep their view", async () => {
    await open({ lang: "ko", fragment: "explorer?x=3" });
    await page.chooseLanguage("en");
    await page.setRange("x", 2, "#explorer");
    await page.untilAddress("explorer?x=2");
    await page.chooseLanguage("ko");
    assert.equal(await page.number("x", "#explorer"), 2);
    await page.travel(-1);
    await page.untilLanguage("en");
    await page.ready();
    assert.equal(await page.number("x", "#explorer"), 2);
  });

  test("is marked, and a link to the other leads there with the keyboard", async () => {
    await open({ lang: "ko", fragment: "explorer?x=3" });
    for (const [lang, other] of [["ko", "en"], ["en", "ko"]]) {
      const marked = await page.page.$$eval(".languages a", (all) => all.map((link) => [link.hreflang, link.lang, link.ariaCurrent]));
      assert.deepEqual(marked, ["ko", "en"].map((one) => [one, one, one === lang ? "true" : null]));
      await page.page.focus(`a[hreflang="${other}"]`);
      await page.page.keyboard.press("Enter");
      await page.untilLanguage(other);
      await page.ready();
      assert.equal(await page.number("x", "#explorer"), 3);
    }
  });

  for (const [languages, lang] of [
    [["ko-KR", "en"], "ko"],
    [["en-GB", "ko"], "en"],
    [["fr", "en"], "en"],
    [["fr", "de"], "ko"],
    [[], "ko"],
  ]) {
    test(`for a reader of [${languages}] is ${lang}`, async () => {
      await open({ languages, query: { theme: "dark" }, fragment: "explorer?x=3" });
      await page.untilLanguage(lang);
      assert.deepEqual(await page.root(), { lang, theme: "dark", title: TITLES[lang] });
      assert.equal(page.page.url(), `${lab.url}${lang === "en" ? "en/" : ""}?theme=dark#explorer?x=3`);
      // The page that led here is no step of the history.
      assert.equal(await page.number("x", "#explorer"), 3);
    });
  }

  test("of the query goes before the stored one, which goes before the browser's", async () => {
    await open({ languages: ["en"] });
    await page.chooseLanguage("ko");
    await page.page.reload();
    await page.ready();
    assert.equal((await page.root()).lang, "ko", "stored");
    await page.page.goto(lab.address({ query: { lang: "en" }, fragment: "explorer?x=3" }));
    await page.ready();
    assert.equal((await page.root()).lang, "en", "queried");
    assert.equal(page.page.url(), `${lab.url}en/?lang=en#explorer?x=3`);
    await page.page.goto(lab.url);
    await page.ready();
    assert.equal((await page.root()).lang, "ko", "a link's language is not stored");
    await page.page.goto(lab.address({ query: { lang: "xx" } }));
    await page.ready();
    assert.equal((await page.root()).lang, "ko", "an unknown one is passed over");
    await page.page.goto(`${lab.url}en/#explorer?x=2`);
    await page.ready();
    assert.equal((await page.root()).lang, "en", "the address of a page is a choice");
    await page.page.goto(`${lab.url}en/?lang=ko#explorer?x=2`);
    await page.ready();
    assert.equal((await page.root()).lang, "ko", "which the query changes");
    assert.equal(page.page.url(), `${lab.url}?lang=ko#explorer?x=2`);
  });

  test("that is chosen takes its word out of the query", async () => {
    await open({ lang: "ko", query: { theme: "dark" }, fragment: "explorer?x=3" });
    await page.chooseLanguage("en");
    assert.equal(page.page.url(), `${lab.url}en/?theme=dark#explorer?x=3`);
    await page.page.reload();
    await page.ready();
    assert.deepEqual(await page.root(), { lang: "en", theme: "dark", title: "Activation Lab" });
    await page.page.goto(lab.url);
    await page.ready();
    assert.equal(await place(), `${lab.url}en/`, "and is stored");
  });
});

describe("for search engines and link previews", () => {
  const PAGES = [
    { lang: "ko", path: "", title: "활성화 함수 실험실" },
    { lang: "en", path: "en/", title: "Activation Lab" },
  ];

  for (const { lang, path, title } of PAGES) {
    test(`the page says what it is (${lang})`, async () => {
      await open({ lang, javascript: false });
      const found = await page.page.evaluate(() => {
        const metas = [...document.querySelectorAll("meta[name], meta[property]")];
        return {
          meta: Object.fromEntries(metas.map((meta) => [meta.name || meta.getAttribute("property"), meta.content])),
          links: [...document.querySelectorAll("link[rel=alternate]")].map((link) => [link.hreflang, link.href]),
          canonical: document.querySelector("link[rel=canonical]")?.href ?? null,
          title: document.title,
          lang: document.documentElement.lang,
        };
      });
      const { meta } = found;
      assert.deepEqual([found.lang, found.title, meta["og:title"]], [lang, title, title]);
      for (const name of ["description", "og:description", "og:image:alt"]) {
        assert.ok(meta[name].length > 10, name);
        assert.equal(HANGUL.test(meta[name]), lang === "ko", name);
      }
      // Search engines and messengers cut longer descriptions.
      assert.ok(meta.description.length > 50 && meta.description.length <= 200, `${meta.description.length} letters`);
      assert.equal(meta["twitter:card"], "summary_large_image");
      assert.equal(meta["og:type"], "website");

      const known = new Map(found.links);
      assert.deepEqual([...known.keys()].sort(), ["en", "ko", "x-default"]);
      for (const [named, address] of known) {
        const there = await fetch(address);
        assert.equal(there.status, 200, address);
        const [, language] = (await there.text()).match(/<html[^>]* lang="(\w+)"/);
        // The page at the root leads to the reader's language.
        assert.equal(language, named === "x-default" ? "ko" : named, address);
      }
      if (found.canonical !== null) assert.equal(new URL(found.canonical).pathname.endsWith(path), true);

      const address = new URL(meta["og:image"], `${lab.url}${path}`);
      const image = await fetch(`${lab.url}${address.pathname.split("/").at(-1)}`);
      assert.deepEqual([image.status, image.headers.get("content-type")], [200, "image/png"]);
      const png = Buffer.from(await image.arrayBuffer());
      assert.deepEqual([...png.subarray(0, 8)], [137, 80, 78, 71, 13, 10, 26, 10]);
      const size = [16, 20].map((at) => png.readUInt32BE(at));
      assert.deepEqual(size, [1200, 630]);
      assert.deepEqual(["width", "height"].map((side) => Number(meta[`og:image:${side}`])), size);
      // WhatsApp and others ignore larger files.
      assert.ok(png.length < 300_000, `${png.length} bytes`);
      if (found.canonical === null) assert.equal(address.href, `${lab.url}preview.png`, "the picture is beside the page");
    });
  }
});

describe("the theme", () => {
  const theme = async () => (await page.root()).theme;
  const paper = () => page.page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

  for (const colorScheme of ["light", "dark"]) {
    test(`is the system's at first (${colorScheme}), and what is chosen then`, async () => {
      await open({ colorScheme });
      assert.equal(await theme(), colorScheme);
      const other = colorScheme === "light" ? "dark" : "light";
      const before = await paper();
      await page.choose("theme", other);
      assert.equal(await theme(), other);
      assert.notEqual(await paper(), before);
      await page.page.reload();
      await page.ready();
      assert.equal(await theme(), other, "stored");
      await page.choose("theme", "system");
      assert.equal(await theme(), colorScheme);
      assert.equal(await paper(), before);
    });
  }

  test("follows the system while the page is open", {
    skip: unable("change the colours of the system under a page"),
  }, async () => {
    await open({ colorScheme: "light" });
    for (const value of ["dark", "light"]) {
      await page.page.emulateMediaFeatures([{ name: "prefers-color-scheme", value }]);
      await page.until(value, (value) => document.documentElement.dataset.theme === value, value);
    }
    await page.choose("theme", "light");
    await page.page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
    await page.settle();
    assert.equal(await theme(), "light", "what is chosen stays");
  });

  test("of the query goes before the stored one", async () => {
    await open({ query: { theme: "dark" } });
    assert.equal(await theme(), "dark");
    await page.page.goto(lab.url);
    await page.ready();
    assert.equal(await theme(), "light", "and is not stored");
  });
});

describe("without storage", () => {
  const DENIED = {
    "that throws": () =>
      Object.defineProperty(window, "localStorage", {
        get() {
          throw new DOMException("denied", "SecurityError");
        },
      }),
    "that is full": () => {
      Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    },
    "that is null": () => Object.defineProperty(window, "localStorage", { get: () => null }),
  };
  for (const [name, deny] of Object.entries(DENIED)) {
    test(`(one ${name}) everything works but the memory`, async () => {
      await open({ lang: "en", prepare: (page) => page.evaluateOnNewDocument(deny) });
      await page.chooseLanguage("ko");
      await page.choose("theme", "dark");
      await page.setRange("x", 2);
      assert.deepEqual(await page.root(), { lang: "ko", theme: "dark", title: "활성화 함수 실험실" });
      assert.equal((await page.output("value-relu")).value, 2);
    });
  }
});

describe("the layout", () => {
  for (const width of [360, 390, 768, 1120, 1280, 1920, 2560]) {
    test(`fits ${width} px in both languages`, async () => {
      await show({ lang: "ko", viewport: NARROW, fragment: "explorer?fixy=1&f=maxout,elu,leaky-relu,step&x=0" });
      await resize(width);
      for (const lang of ["ko", "en"]) {
        await page.chooseLanguage(lang);
        await page.bringAll();
        await page.openAll();
        const wide = await page.page.evaluate(() => {
          const root = document.documentElement;
          // Wider elements are allowed in an element that scrolls, and in one that only screen readers use.
          const clipped = (element) => {
            for (let box = element; box; box = box.parentElement) {
              if (getComputedStyle(box).overflowX !== "visible") return true;
            }
            return false;
          };
          const all = [...document.body.querySelectorAll("*")];
          const beyond = all.filter((element) => {
            const { right, left, width } = element.getBoundingClientRect();
            return width > 0 && (right > root.clientWidth + 0.5 || left < -0.5) && !clipped(element);
          });
          return { page: root.scrollWidth - root.clientWidth, beyond: beyond.map((element) => element.outerHTML.slice(0, 120)) };
        });
        assert.deepEqual(wide, { page: 0, beyond: [] }, lang);
      }
    });
  }

  for (const width of [390, 1280]) {
    test(`gives fingers targets of 44 px (${width} px)`, async () => {
      await show({ lang: "ko", viewport: NARROW, fragment: "explorer?fixy=1" });
      await resize(width);
      for (const lang of ["ko", "en"]) {
        await page.chooseLanguage(lang);
        await page.bringAll();
        const small = await page.page.evaluate(() => {
          const targets = [...document.querySelectorAll("button, summary, a, input, canvas.plot-marks")];
          return targets
            // The skip link is for keyboards and invisible without the focus. A link in a sentence may be as high as
            // its line (WCAG 2.5.8).
            .filter((target) => target.checkVisibility() && !target.matches(".skip-link, .prose a"))
            .map((target) => {
              // A label is part of the target of its input.
              const { width, height } = (target.closest("label") ?? target).getBoundingClientRect();
              return { target: target.outerHTML.slice(0, 100), width, height };
            })
            // The least size is 44 px. The difference allows for rounding to display pixels.
            .filter(({ width, height }) => width < 43.9 || height < 43.9);
        });
        assert.deepEqual(small, [], lang);
      }
    });
  }
});

describe("the keyboard", () => {
  /** A number larger than that of the elements that can have the focus. */
  const MOST_STOPS = 600;

  /** The element that has the focus. It is marked, so that a second visit is recognized. */
  const focused = () =>
    page.page.evaluate(() => {
      const element = document.activeElement;
      if (element === document.body || element === document.documentElement) return null;
      window.order ??= [];
      const again = window.order.includes(element);
      if (!again) window.order.push(element);
      return { again, name: element.outerHTML.slice(0, 120) };
    });

  test("reaches everything, in the order of the page", async () => {
    await open({ lang: "en", fragment: "explorer?fixy=1&x=2" });
    await page.bringAll();
    const reached = [];
    for (let key = 0; key < MOST_STOPS; key += 1) {
      await page.page.keyboard.press("Tab");
      const at = await focused();
      if (at === null || at.again) break;
      reached.push(at.name);
    }
    const { disorder, missed } = await page.page.evaluate(() => {
      const { order } = window;
      const name = (element) => element.outerHTML.slice(0, 120);
      const disorder = order.filter(
        (element, index) => index > 0 && !(order[index - 1].compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING),
      );
      const wanted = [...document.querySelectorAll("a[href], button, input, summary, canvas[tabindex]")].filter(
        (element) => element.checkVisibility() && !element.disabled && !(element.type === "radio" && !element.checked),
      );
      return { disorder: disorder.map(name), missed: wanted.filter((element) => !order.includes(element)).map(name) };
    });
    assert.deepEqual(disorder, [], "each comes after the one before");
    assert.deepEqual(missed, [], "nothing is left out");
    assert.ok(reached.length > 40, `${reached.length} stops`);
  });

  test("goes past the head with the first key, and leaves the view as it is", async () => {
    await open({ lang: "en" });
    await page.setRange("x", 3);
    await page.page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
    await page.page.keyboard.press("Tab");
    assert.match(await page.page.evaluate(() => document.activeElement.className), /skip-link/);
    await page.page.keyboard.press("Enter");
    await page.until("the app has the focus", () => document.activeElement.id === "app");
    await page.untilAddress("explorer?x=3");
    await page.page.keyboard.press("Tab");
    assert.ok(await page.page.evaluate(() => document.getElementById("explorer").contains(document.activeElement)));
  });

  for (const colorScheme of ["light", "dark"]) {
    test(`shows where the focus is, everywhere (${colorScheme})`, { skip: unable("take many pictures of a page") }, async () => {
      await open({ lang: "en", colorScheme, fragment: "explorer?f=maxout&fixy=1&x=2", reducedMotion: true });
      await page.bringAll();
      const unseen = [];
      const kinds = new Set();
      for (let key = 0; key < MOST_STOPS; key += 1) {
        await page.page.keyboard.press("Tab");
        const at = await focused();
        if (at === null || at.again) break;
        const element = await page.page.evaluateHandle(() => document.activeElement);
        // Elements of the same kind have the same mark. One of each kind is tested, because screenshots are slow.
        const kind = await element.evaluate(({ tagName, type, className, parentElement }) =>
          [tagName, type, className, parentElement.className.replace(/series-\d/, "")].join(" "),
        );
        if (kinds.has(kind)) continue;
        kinds.add(kind);
        // The screenshot is of the whole window, because one of a part makes the browser lay out the page again.
        const picture = () => page.page.screenshot();
        const withFocus = await picture();
        await element.evaluate((element) => element.blur());
        const without = await picture();
        await element.evaluate((element) => element.focus({ preventScroll: true }));
        if (Buffer.compare(withFocus, without) === 0) unseen.push(at.name);
      }
      assert.ok(kinds.size > 12, `${kinds.size} kinds`);
      assert.deepEqual(unseen, []);
    });
  }

  test("keeps its place when a reset has nothing more to do", async () => {
    await open({ lang: "en", fragment: "explorer?slope=0.5" });
    const range = "input[type=range][name=slope]";
    await page.page.$eval(range, (range) => range.closest(".control").querySelector("button.reset").focus());
    await page.press("Enter");
    assert.equal(await page.page.$eval(range, (range) => range.value), "0.1");
    await page.page.keyboard.press("Tab");
    assert.ok(await page.page.$eval(range, (range) => document.activeElement === range), "Tab goes on to the slider");
  });
});

describe("axe", { skip: onlyInChromium("run axe") }, () => {
  // Tests with the same options come one after the other, so that they share a page.
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [390, 1280]) {
      for (const lang of ["ko", "en"]) {
        test(`finds nothing (${lang}, ${colorScheme}, ${width} px)`, async () => {
          await show({ colorScheme, viewport: NARROW, fragment: "explorer?fixy=1&x=0&min=-7" });
          await resize(width);
          await page.chooseLanguage(lang);
          await page.bringAll();
          await page.openAll();
          assert.deepEqual(await page.axe(), []);
        });
      }
    }
  }
});

describe("the place", () => {
  for (const [name, base, file, there] of [
    ["the root of a host", "/", "", "en/"],
    ["a sub-path", "/blog/2026/lab/", "", "en/"],
    ["its file's own name", "/lab/", "en/index.html", "en/index.html"],
    ["the first page's own name", "/lab/", "index.html", "en/"],
    ["a path with other letters", "/%EC%8B%A4%ED%97%98%EC%8B%A4/", "", "en/"],
  ]) {
    test(`may be ${name}`, async () => {
      elsewhere = await startLab({ base });
      await open({ fragment: "explorer?x=2", lang: "en" }, elsewhere);
      if (file) {
        await page.page.goto(`${elsewhere.url}${file}?lang=en#explorer?x=2`);
        await page.ready();
      }
      assert.equal((await page.output("value-relu")).value, 2);
      await page.setRange("x", 3);
      await page.untilAddress("explorer?x=3");
      assert.equal(page.page.url(), `${elsewhere.url}${there}?lang=en#explorer?x=3`);
    });
  }
});
