// A demo in a frame of another page: the frame shows nothing else and gets the height of its content.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DEMOS, HANGUL } from "./content.mjs";
import { unable } from "./harness.mjs";
import { lab, onPagesOfTheirOwn, openPage, page } from "./lab.mjs";
import { serve } from "./server.mjs";

onPagesOfTheirOwn();

const open = (fragment, options) => openPage({ fragment, lang: "ko", reducedMotion: true, ...options });

/** The visible elements among those that match a selector. */
async function seen(selector) {
  return page.page.$$eval(selector, (all) => all.filter((element) => element.checkVisibility()).length);
}

describe("a demo for a frame", () => {
  for (const demo of DEMOS) {
    test(`is ${demo} and nothing else`, async () => {
      await open(demo, { query: { embed: "1" } });
      assert.equal(await seen("main section.demo"), 1);
      assert.equal(await seen(`#${demo} canvas.plot-marks`) > 0, true);
      const titles = await page.page.$$eval('h1, [aria-level="1"]', (all) =>
        all.filter((title) => title.checkVisibility()).map(({ id }) => id),
      );
      assert.deepEqual(titles, [`${demo}-heading`], "its own title is the page's");
      assert.equal(await seen(".page-head, .page-foot, .contents, .part-head, .prose, .onward, .card, .conditions"), 0);
    });
  }

  test("leads to the whole page at the same view, in the same language", async () => {
    await open("chain?depth=4", { query: { embed: "1", theme: "dark" } });
    await page.setRange("depth", 6, "#chain");
    await page.until("the link follows", () =>
      document.querySelector(".full-page a").getAttribute("href").endsWith("#chain?depth=6"),
    );
    const href = await page.page.$eval(".full-page a", (link) => link.href);
    const { searchParams } = new URL(href);
    assert.deepEqual([...searchParams.keys()].sort(), ["lang", "theme"]);
  });

  test("shows another demo when the address names one", async () => {
    await open("chain", { query: { embed: "1" } });
    await page.page.evaluate(() => {
      location.hash = "#neuron?b=2";
    });
    await page.until("the neuron", () => document.querySelector("#neuron.current output[name=z]") !== null);
    const { value } = await page.output("z", "#neuron");
    assert.equal(value, 3);
    assert.equal(await seen("main section.demo"), 1);
    assert.equal(await page.page.$eval("#neuron-heading", (title) => title.getAttribute("aria-level")), "1");
  });
});

const READY = "html[data-ready]";

let folder;
let blog;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "activation-lab-blog-"));
  blog = await serve({ root: folder, base: "/" });
});
after(async () => {
  await blog.close();
  await rm(folder, { recursive: true });
});

/**
 * Opens a page on another host that embeds the lab.
 *
 * @param {string} body the HTML of the page's body
 * @param {object} [options]
 * @param {{url: string}} [options.from] the served build for the frames
 * @param {{width: number, height: number}} [options.viewport]
 * @param {string} [options.there] the selector of an element of the lab's page that means that it is ready
 */
async function host(body, { from = lab, viewport = { width: 1280, height: 900 }, there = READY } = {}) {
  const html = `<!doctype html><title>A post</title><link rel="icon" href="data:,"><script src="${from.url}embed.js" defer></script>${body}`;
  await writeFile(join(folder, "post.html"), html);
  // The lab's own page comes first, so that requests to its host do not count as foreign.
  await openPage({
    url: from.url,
    query: { embed: "1" },
    reducedMotion: true,
    mounts: false,
    viewport,
    // The page is left while its service worker is being installed. WebKit would then not answer when it is closed.
    prepare: (page) =>
      page.evaluateOnNewDocument(() => {
        if (window.ServiceWorkerContainer) ServiceWorkerContainer.prototype.register = () => new Promise(() => {});
      }),
  });
  await page.page.waitForSelector(there);
  await page.page.goto(`${blog.url}post.html`);
  assert.deepEqual(page.foreign.splice(0), [`${blog.url}post.html`], "only the post itself is on that host");
}

/** The frame with the lab, the only frame of the page. */
async function inside() {
  for (let turn = 0; turn < 100; turn += 1) {
    const frame = page.page.frames().find((one) => /[?&#]/.test(one.url()));
    if (frame !== undefined) return frame;
    await page.settle();
  }
  throw new Error("there is no frame with a demo");
}

/**
 * Waits until the frame has had the size of its content for some time: no scrolling and no empty space.
 *
 * @param {string} [what] the last action, for the error message
 * @param {string} [there] the selector of an element that must be in the frame
 * @returns {Promise<number>} the frame's height in CSS pixels
 */
async function fits(what = "at first", there = READY) {
  const frame = await inside();
  // The frame may first have to go to the page in its language.
  await frame.waitForFunction((there) => document.querySelector(there) !== null, { timeout: 15_000 }, there);
  await frame.evaluate(() => {
    window.measured = () => {
      const root = document.documentElement;
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = root;
      const content = Math.ceil(root.getBoundingClientRect().height);
      return { widths: [scrollWidth, clientWidth, innerWidth], heights: [scrollHeight, clientHeight, innerHeight, content] };
    };
    window.fitting = 0;
  });
  try {
    await frame.waitForFunction(
      (there) => {
        const isThere = document.querySelector(there) !== null;
        const isFit = Object.values(window.measured()).every((all) => new Set(all).size === 1);
        window.fitting = isThere && isFit ? window.fitting + 1 : 0;
        return window.fitting > 5;
      },
      { timeout: 15_000 },
      there,
    );
  } catch (cause) {
    const measured = JSON.stringify(await frame.evaluate(() => window.measured()));
    throw new Error(`the frame does not fit its document (${what}): ${measured}`, { cause });
  }
  return frame.evaluate(() => innerHeight);
}

describe("embed.js", () => {
  test("puts a view into a page", async () => {
    await host('<activation-lab view="neuron?b=2" lang="en" theme="dark"></activation-lab>');
    await fits();
    const source = await page.page.$eval("activation-lab iframe", (frame) => frame.src);
    assert.equal(source, `${lab.url}?embed=1&lang=en&theme=dark#neuron?b=2`);
    const found = await (await inside()).evaluate(() => ({
      lang: document.documentElement.lang,
      theme: document.documentElement.dataset.theme,
      address: location.href,
      full: document.querySelector(".full-page a").href,
    }));
    assert.deepEqual(found, {
      lang: "en",
      theme: "dark",
      address: `${lab.url}en/?embed=1&lang=en&theme=dark#neuron?b=2`,
      full: `${lab.url}en/?lang=en&theme=dark#neuron?b=2`,
    });
  });

  test("follows its attributes", async () => {
    await host('<activation-lab view="neuron"></activation-lab>');
    await fits();
    await page.page.$eval("activation-lab", (element) => element.setAttribute("view", "neuron?b=1"));
    assert.match(await page.page.$eval("activation-lab iframe", (frame) => frame.src), /#neuron\?b=1$/);
  });

  test("believes only its own frames, and only sound numbers", async () => {
    await host('<activation-lab view="neuron"></activation-lab>');
    const before = await fits();
    await page.page.evaluate(() => {
      for (const height of [1, NaN, -5, 1e9, "1px"]) postMessage({ type: "activation-lab:height", height }, "*");
    });
    await page.page.evaluate(() => new Promise((done) => setTimeout(done)));
    assert.equal(await page.page.$eval("activation-lab iframe", (frame) => frame.offsetHeight), before);
  });
});

describe("a frame is as high as what is in it", () => {
  for (const demo of DEMOS) {
    for (const [lang, width] of [["ko", 1280], ["en", 390]]) {
      test(`in ${demo}, whatever is opened and chosen there (${lang}, ${width} px)`, async () => {
        await host(`<activation-lab view="${demo}" lang="${lang}"></activation-lab>`, { viewport: { width, height: 900 } });
        const frame = await inside();
        await fits();

        const fold = (open) =>
          frame.$$eval("details", (all, open) => all.forEach((details) => (details.open = open)), open);
        // Some of them are open in a frame.
        await fold(false);
        await frame.waitForFunction(() => !document.querySelector("details[open]"));
        const closed = await fits("everything folded");
        await fold(true);
        await frame.waitForFunction((closed) => document.documentElement.offsetHeight > closed, {}, closed);
        assert.ok((await fits("everything unfolded")) > closed);
        await fold(false);
        assert.equal(await fits("everything folded again"), closed);

        const choose = (selector, step) =>
          frame.$$eval(
            selector,
            (all, step) => {
              const seen = all.filter((element) => element.checkVisibility());
              seen[step]?.click();
              return step + 1 < seen.length;
            },
            step,
          );
        for (const selector of [".preset", "input[type=checkbox]", "input[type=radio]"]) {
          for (let step = 0; await choose(selector, step); step += 1) await fits(`${selector} number ${step}`);
        }

        // A frame that may not write to the clipboard shows the link for copying by hand.
        await frame.evaluate(() => {
          if (navigator.clipboard) navigator.clipboard.writeText = () => Promise.reject(new DOMException("no"));
        });
        await frame.$eval(".copy-link button", (button) => button.click());
        await frame.waitForFunction(() => document.querySelector(".copy-link-address") !== null);
        await fits("the link to be copied by hand");
      });
    }

    test(`in ${demo}, while something is guessed`, async () => {
      await host(`<activation-lab view="${demo}" lang="en"></activation-lab>`);
      const frame = await inside();
      await fits();
      const pictures = await frame.$$eval("[data-picture]", (all) => all.map(({ dataset }) => dataset.picture));
      let guessed = 0;
      for (const picture of pictures) {
        await frame.evaluate((fragment) => (location.hash = fragment), `${demo}?guess=${picture}`);
        await fits(`guessing ${picture}`);
        for (const button of ["reveal", "again"]) {
          const pressed = await frame.$$eval(`.guess [data-guess=${button}]`, (all) => all.map((one) => one.click()).length);
          guessed += pressed;
          await fits(`guessing ${picture}: ${button}`);
        }
      }
      assert.ok(guessed > 0, "there was something to guess");
    });
  }

  test("also where it says in place of the app why there is none", async () => {
    const half = await serve({ instead: (path, response) => path.endsWith(".wasm") && Boolean(response.writeHead(404).end()) });
    try {
      const there = "html.failed";
      await host('<activation-lab view="neuron" lang="ko"></activation-lab>', { from: half, there });
      await fits("the notice", there);
      page.messages.splice(0);
      page.failures.splice(0);
    } finally {
      await half.close();
    }
  });

  for (const ratio of [0.9, 1.25, 1.5]) {
    test(`at ${ratio} pixels of the screen a pixel of the page`, { skip: unable("have a part of a pixel in a CSS pixel") }, async () => {
      await host('<activation-lab view="dead" lang="ko"></activation-lab>', {
        viewport: { width: 1100, height: 900, deviceScaleFactor: ratio },
      });
      await fits();
    });
  }

  // Style sheets as in themes, resets and plug-ins.
  for (const [what, css, skip = false] of [
    ["a reset", "*, ::before, ::after { box-sizing: border-box; margin: 0; padding: 0 } img, video, iframe { max-width: 100% }"],
    ["fluid media", "img, video, iframe, object { max-width: 100% !important; height: auto !important }"],
    ["16:9 for all", "iframe { aspect-ratio: 16 / 9 !important; width: 100%; height: auto !important }"],
    ["least and most", "iframe { min-height: 3000px !important; max-height: 70vh !important; min-width: 80rem !important }"],
    ["an article's figure", "iframe { width: 560px !important; margin: 0 auto 2rem 3rem !important; padding: 20px !important; border: 5px solid !important; box-sizing: border-box !important }"],
    ["stretched over a wrapper", "iframe { position: absolute !important; inset: 0 !important; width: 100% !important; height: 100% !important }"],
    ["logical sizes", "iframe { block-size: auto !important; max-block-size: 20rem !important; inline-size: 50% !important }"],
    ["layers", "@layer base { iframe { height: auto !important } }"],
    ["its own style attribute meant", "iframe[style] { height: 200px !important }"],
    ["everything moves slowly", "* { transition: all 0.2s !important }"],
    ["an element that is a box in a row", "body { display: flex } activation-lab { flex: 1; min-width: 0 }"],
    ["a page that is zoomed", "body { zoom: 1.25 }", unable("zoom what is in a frame")],
  ]) {
    test(`with a style sheet that has other plans: ${what}`, { skip }, async () => {
      await host(`<style>${css}</style><article><activation-lab view="neuron" lang="en"></activation-lab></article>`);
      const height = await fits();
      assert.ok(height > 500, `${height} px`);
      const overhang = await page.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(overhang <= 0, `the post is ${overhang} px too wide`);
    });
  }

  // Places in which the demo is invisible at first, each with the action that shows it.
  for (const [what, body, show] of [
    ["a tab", '<div hidden id="place">@</div>', (place) => (place.hidden = false)],
    ["a folded part", '<details id="place"><summary>More</summary>@</details>', (place) => (place.open = true)],
    ["a slide", '<div id="place" style="display: none; width: 960px; transform: scale(0.6); transform-origin: 0 0">@</div>', (place) => (place.style.display = "block")],
    ["a slide that cannot be seen", '<div id="place" style="visibility: hidden; opacity: 0">@</div>', (place) => (place.style = "")],
    ["a box without room", '<div id="place" style="width: 0; height: 0; overflow: hidden">@</div>', (place) => (place.style = "")],
  ]) {
    test(`in ${what} that is shown later`, async () => {
      await host(body.replace("@", '<activation-lab view="neuron" lang="en"></activation-lab>'));
      await page.settle();
      await page.page.evaluate(`(${show})(document.getElementById("place"))`);
      await fits();
    });
  }

  test("when it is hidden itself and shown later", async () => {
    await host('<activation-lab hidden view="neuron" lang="en"></activation-lab>');
    assert.equal(await page.page.$eval("activation-lab", (element) => element.checkVisibility()), false);
    await page.page.$eval("activation-lab", (element) => (element.hidden = false));
    await fits();
  });

  test("in a tab that is left and come back to, after the window has become narrower", async () => {
    await host('<div id="place"><activation-lab view="neuron" lang="en"></activation-lab></div>');
    const wide = await fits();
    const show = (shown) => page.page.$eval("#place", (place, shown) => (place.hidden = !shown), shown);
    await show(false);
    await page.page.setViewport({ width: 500, height: 900 });
    await page.settle();
    await show(true);
    const narrow = await fits();
    assert.ok(narrow > wide, `${narrow} px after ${wide}`);
  });

  test("within a component of the post's own", async () => {
    await host(`<my-card></my-card><script>
      customElements.define("my-card", class extends HTMLElement {
        connectedCallback() {
          this.attachShadow({ mode: "open" }).innerHTML = '<activation-lab view="neuron" lang="en"></activation-lab>';
        }
      });
    </script>`);
    await fits();
  });
});

describe("a frame without an origin of its own", () => {
  let open;
  before(async () => {
    open = await serve({ headers: () => ({ "access-control-allow-origin": "*" }) });
  });
  after(() => open.close());

  const sandbox = (from, query, allowed = "allow-scripts") =>
    host(`<iframe sandbox="${allowed}" style="width: 100%; height: 40rem" src="${from.url}${query}"></iframe>`, { from });

  const skip = unable("load the files of a frame without an origin");

  test("has a demo that works, where the host allows it to be read", { skip }, async () => {
    await sandbox(open, "?embed=1&lang=en#neuron?b=2");
    const frame = await inside();
    await frame.waitForFunction(() => document.documentElement.hasAttribute("data-ready"));
    const { origin, display } = await frame.evaluate(() => ({
      origin,
      display: getComputedStyle(document.querySelector(".demo-tools")).display,
    }));
    assert.deepEqual({ origin, display }, { origin: "null", display: "flex" }, "with its style sheet");
    await frame.$eval(".preset", (preset) => preset.click());
    // The app writes the address as in a page of its own.
    await frame.waitForFunction(() => location.hash !== "#neuron?b=2");
    await frame.$eval(".copy-link button", (button) => button.click());
    await frame.waitForFunction(() => document.querySelector(".copy-link-said").textContent !== "");
  });

  test("has the whole page, which forgets what is chosen", { skip }, async () => {
    await sandbox(open, "?lang=en#neuron");
    const frame = await inside();
    await frame.waitForFunction(() => document.documentElement.hasAttribute("data-ready"));
    await frame.$eval("input[name=theme][value=dark]", (input) => input.click());
    await frame.waitForFunction(() => document.documentElement.dataset.theme === "dark");
    await frame.$eval('a[hreflang="ko"]', (link) => link.click());
    await frame.waitForFunction(
      () => document.documentElement.lang === "ko" && document.documentElement.hasAttribute("data-ready"),
    );
    // Nothing can be stored here, so the address keeps the language.
    const { address, theme } = await frame.evaluate(() => ({ address: location.href, theme: document.documentElement.dataset.theme }));
    assert.deepEqual({ address, theme }, { address: `${open.url}?lang=ko#neuron`, theme: "light" });
  });

  test("has the page as one file, whatever the host allows", async () => {
    await sandbox(lab, "activation-lab.html?embed=1&lang=en#neuron");
    await (await inside()).waitForFunction(() => document.documentElement.hasAttribute("data-ready"));
  });

  for (const lang of ["ko", "en"]) {
    test(`says in one sentence why it has none, where the host does not (${lang})`, async () => {
      await sandbox(lab, `?embed=1&lang=${lang}#neuron?b=2`);
      const frame = await inside();
      await frame.waitForFunction(() => document.querySelector(".when-sealed")?.hidden === false);
      const seen = (selector) =>
        frame.$$eval(selector, (all) => all.filter((element) => element.checkVisibility()).map((element) => element.innerText));
      const notices = await seen(".notice");
      assert.equal(notices.length, 1);
      assert.match(notices[0], /sandbox/);
      const texts = [...notices, ...(await seen("h1, h2, h3, figcaption, footer, main"))];
      assert.deepEqual([...new Set(texts.map((text) => HANGUL.test(text)))], [lang === "ko"], "in the reader's language alone");
      assert.deepEqual(await seen(".notice a"), [`${lab.url}${lang === "en" ? "en/" : ""}?lang=${lang}#neuron?b=2`]);
      const isDrawn = await frame.$$eval("#neuron .still svg", (all) => all.some((figure) => figure.checkVisibility()));
      assert.ok(isDrawn, "and the demo's figure is there all the same");
      page.messages.splice(0);
      page.failures.splice(0);
    });
  }

  test("says so, too, where it may not even run scripts", async () => {
    await sandbox(lab, "?embed=1&lang=en#neuron", "");
    const frame = await inside();
    const found = await frame.evaluate(() => {
      const seen = (selector) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility()).length;
      return { notices: seen(".notice"), isDrawn: seen("#neuron .still svg") > 0 };
    });
    assert.deepEqual(found, { notices: 1, isDrawn: true });
    page.messages.splice(0);
    page.failures.splice(0);
  });
});
