// The common parts of all end-to-end tests: a browser, the served build, and a page that records its messages and requests.
//
// BROWSER is chromium (the default), firefox or webkit. CHROMIUM, FIREFOX and WEBKIT are the paths of their programs; WEBKIT is
// the path of WebKitWebDriver. puppeteer drives the first two browsers, webkit.mjs drives the third.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer from "puppeteer-core";
import { DEMOS } from "./content.mjs";
import { serve } from "./server.mjs";
import { launchWebKit } from "./webkit.mjs";

/** The browser of this run. */
export const BROWSER = process.env.BROWSER ?? "chromium";

/** The abilities that a browser lacks, each with the reason. Everything else is tested in all browsers. */
const CANNOT = {
  "change the colours of the system under a page": {
    firefox: "Firefox reads them at its start only",
    webkit: "GTK reads them at its start only",
  },
  "change the pixels of the display under a page": {
    firefox: "Firefox cannot change them while a page is open",
    webkit: "GTK reads them at its start only",
  },
  "force the colours of the system": { webkit: "WebKitGTK has no forced colours" },
  "give the accessibility tree": {
    firefox: "Firefox gives tests no accessibility tree",
    webkit: "WebKitWebDriver gives no accessibility tree",
  },
  "have a part of a pixel in a CSS pixel": { webkit: "GTK's scale is a whole number" },
  "lay a page out for paper and be asked about it": {
    firefox: "Firefox lays out for paper only while it prints",
    webkit: "WebKitGTK lays out for paper only while it prints",
  },
  "measure how far a page jumps": { firefox: "Firefox does not measure layout shifts", webkit: "WebKit does not measure layout shifts" },
  "load the files of a frame without an origin": { webkit: "in WebKit 'self' matches no file there, so the page shows a notice instead" },
  "lose the end of a file on its way": { webkit: "the proxy between WebKit and the host waits for the end" },
  "measure the text of a closed list of choices": { webkit: "WebKit measures the longest choice, even though it shows a part of it only" },
  "have a finger for a pointer": {
    firefox: "in Firefox the pointer of a page stays a mouse",
    webkit: "in WebKitGTK the pointer of a page stays a mouse",
  },
  "hold the end of a page that becomes shorter and then longer": {
    webkit: "Safari has no scroll anchoring, and what the app does instead (src/ui/anchoring.rs) cannot tell this from a reader's scrolling",
  },
  print: { webkit: "WebKitWebDriver has no command for printing" },
  "take many pictures of a page": { webkit: "WebKitWebDriver sometimes does not answer" },
  "take a picture of a whole page": {
    firefox: "Firefox enlarges the window for it, so that every plot is in sight",
    webkit: "WebKitWebDriver takes a picture of the window only",
  },
  "say what it makes of a manifest": {
    firefox: "Firefox has no such command",
    webkit: "WebKitGTK installs no pages",
  },
  "zoom what is in a frame": { webkit: "WebKit zooms a frame but not its content, which leaves space below the content" },
};

/**
 * The reason why the browser of this run lacks an ability, for the `skip` of a test; `false` if it has the ability.
 *
 * @param {keyof typeof CANNOT} what
 */
export function unable(what) {
  return CANNOT[what][BROWSER] ?? false;
}

/**
 * Tests that run in one browser only, each with the reason why the other browsers give the same result. The reader's actions and
 * their effects are tested in all browsers.
 */
const ONLY_IN_CHROMIUM = {
  "add up what is downloaded": "every browser gets the same files, and the page asks for them in the same order",
  "run axe": "axe judges names, roles and colours, which come from the same document and style sheets in every browser",
  "compare plain numbers":
    "the numbers come from the same WebAssembly in every browser; other tests of the same demo read some of them in all",
};

/**
 * The reason why a test runs in Chromium only, for its `skip`; `false` in Chromium.
 *
 * @param {keyof typeof ONLY_IN_CHROMIUM} what
 */
export function onlyInChromium(what) {
  const why = ONLY_IN_CHROMIUM[what];
  if (why === undefined) throw new Error(`no reason for "${what}"`);
  return BROWSER === "chromium" ? false : `only in Chromium: ${why}`;
}

/** The language of the page at the root. The pages of the others are in folders with their names. */
const FIRST_LANGUAGE = "ko";
const READY_TIMEOUT_MS = 30_000;
/** The canvases of the explorer's visible pictures. They receive pointer and key events. */
export const SHOWN_PLOTS = "#explorer .plot-place:not([hidden]) canvas.plot-marks";
/** How browsers report a request that ended because its page was left. */
const LEFT = ["NS_BINDING_ABORTED", "net::ERR_ABORTED"];
/** Far longer than anything that a test waits for, so that only a fault exceeds it. */
const WAIT_TIMEOUT_MS = 15_000;
const WIDE = { width: 1280, height: 900 };

const CHROMIUM_FLAGS = [
  "--disable-background-networking",
  "--disable-component-update",
  // Containers have a /dev/shm of 64 MB, which is too small for a full-page screenshot.
  "--disable-dev-shm-usage",
  "--disable-gpu",
  "--disable-quic",
  "--disable-sync",
  "--lang=en-US",
  "--no-first-run",
  // Chromium's sandbox does not start for root.
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

/**
 * Serves the build. Browsers start when the first page needs one.
 *
 * @param {object} [serverOptions] options of `serve` in server.mjs
 * @returns {Promise<Lab>}
 */
export async function startLab(serverOptions) {
  return new Lab(await serve(serverOptions));
}

/**
 * Records the drawings of each canvas and their texts in `window.draws`. It must run before the page loads.
 *
 * @param {import("puppeteer-core").Page} page
 */
export async function recordDraws(page) {
  await page.evaluateOnNewDocument(() => {
    window.draws = [];
    // The app draws distant plots when the browser is idle, which a busy machine rarely is.
    window.requestIdleCallback = (call) => setTimeout(call);
    const { setTransform, fillText } = CanvasRenderingContext2D.prototype;
    // Each drawing begins with a call of this function.
    CanvasRenderingContext2D.prototype.setTransform = function (...matrix) {
      const { canvas } = this;
      window.draws.push({ canvas, layer: canvas.className, frame: document.timeline.currentTime, labels: [] });
      return setTransform.apply(this, matrix);
    };
    CanvasRenderingContext2D.prototype.fillText = function (text, ...place) {
      window.draws.at(-1)?.labels.push(text);
      return fillText.call(this, text, ...place);
    };
  });
}

/**
 * Stops the page's clock and timers. Only `pass` advances them, so that no test depends on the speed of the machine. It must run
 * before the page loads.
 *
 * @param {import("puppeteer-core").Page} page
 */
export async function stopTime(page) {
  await page.evaluateOnNewDocument(() => {
    const timers = new Map();
    let [now, timer] = [0, 0];
    const { setTimeout, clearTimeout } = window;
    performance.now = () => now;
    window.setTimeout = (call, wait) => {
      // Timers without a delay, with which the app mounts parts of the page, do not depend on the clock.
      if (!(wait > 0)) return setTimeout(call);
      timer -= 1;
      timers.set(timer, { call, due: now + wait });
      return timer;
    };
    window.clearTimeout = (timer) => timers.delete(timer) || clearTimeout(timer);
    window.tick = (milliseconds) => {
      now += milliseconds;
      for (const [timer, { call, due }] of [...timers]) {
        if (due <= now && timers.delete(timer)) call();
      }
    };
  });
}

/** A served build and its browsers. It must be closed after the tests. */
class Lab {
  #browsers = new Map();

  constructor(server) {
    /** The address of the build, which ends with its sub-path. */
    this.url = server.url;
    this.server = server;
  }

  /**
   * Opens the page and waits until the app is mounted (with `javascript: false`, until it has loaded).
   *
   * @param {object} [options]
   * @param {string} [options.url] the address to open instead of the served build, such as that of a file
   * @param {string} [options.fragment] the view, without `#`
   * @param {Record<string, string>} [options.query] keys and values of the query, such as `{embed: "1"}`
   * @param {"ko" | "en"} [options.lang] the language of the page, and the value of `lang` in the query
   * @param {string[]} [options.languages] the languages that the browser gives for its user, such as `["ko-KR", "en"]`
   * @param {{width: number, height: number, deviceScaleFactor?: number, hasTouch?: boolean}} [options.viewport] CSS pixels
   * @param {"light" | "dark"} [options.colorScheme] the system's theme
   * @param {boolean} [options.reducedMotion] the system's setting
   * @param {boolean} [options.forcedColors] whether the system's colours replace those of the page
   * @param {number} [options.textSize] the text size in the browser's settings, in CSS pixels
   * @param {boolean} [options.javascript]
   * @param {boolean} [options.mounts] whether to wait until the app is mounted
   * @param {(page: import("puppeteer-core").Page) => Promise<void>} [options.prepare] called before the page loads
   * @returns {Promise<LabPage>}
   */
  async openPage({
    url = this.url,
    fragment = "",
    query = {},
    lang,
    languages = ["en-US", "en"],
    viewport = WIDE,
    colorScheme = "light",
    reducedMotion = false,
    forcedColors = false,
    textSize = 16,
    javascript = true,
    mounts = javascript,
    prepare,
  } = {}) {
    const { deviceScaleFactor = 1 } = viewport;
    const browser = await this.#browser({ colorScheme, reducedMotion, forcedColors, textSize, javascript, deviceScaleFactor });
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    const lab = new LabPage(page, context, new URL(url).origin, javascript);
    await page.setViewport(viewport);
    if (BROWSER === "chromium") {
      await page.emulateMediaFeatures(mediaFeatures(colorScheme, reducedMotion));
      // puppeteer has no methods for these two settings.
      const session = await page.createCDPSession();
      await session.send("Page.setFontSizes", { fontSizes: { standard: textSize } });
      if (forcedColors) await session.send("Emulation.setEmulatedMedia", {
        features: [...mediaFeatures(colorScheme, reducedMotion), { name: "forced-colors", value: "active" }],
      });
      await page.setJavaScriptEnabled(javascript);
    }
    if (javascript) await page.evaluateOnNewDocument(overrideLanguages, languages);
    try {
      await prepare?.(page);
      await page.goto(this.address({ url, fragment, query, lang }));
      if (mounts) await lab.ready();
    } catch (error) {
      // The caller has no reference to the page and cannot close it.
      await lab.close();
      throw error;
    }
    return lab;
  }

  /**
   * The address of a view. With `lang`, it is the address of the page in this language, where the page stays: the first
   * page would lead there.
   */
  address({ url = this.url, fragment = "", query = {}, lang } = {}) {
    const search = new URLSearchParams(lang === undefined ? query : { ...query, lang }).toString();
    const page = lang !== undefined && lang !== FIRST_LANGUAGE && url.endsWith("/") ? `${url}${lang}/` : url;
    return page + (search && `?${search}`) + (fragment && `#${fragment}`);
  }

  /** Closes the browsers and the server. */
  async close() {
    for (const { browser, profile } of await Promise.all(this.#browsers.values())) {
      await browser.close();
      if (profile !== undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    }
    await this.server.close();
  }

  async #browser({ deviceScaleFactor, ...settings }) {
    // Chromium takes these settings for each page. The other browsers take them at their start, so that each combination needs a
    // browser of its own. Only WebKit takes the device pixels at its start.
    const key = { chromium: {}, firefox: settings, webkit: { ...settings, deviceScaleFactor } }[BROWSER];
    const name = JSON.stringify(key);
    if (!this.#browsers.has(name)) this.#browsers.set(name, launch({ ...settings, deviceScaleFactor }));
    return (await this.#browsers.get(name)).browser;
  }
}

/** An open page with a record of its messages and requests. */
class LabPage {
  /** Console messages, uncaught errors and policy violations, as text. */
  messages = [];
  /** Requests that failed or whose status is an error, as text. */
  failures = [];
  /** The addresses of requests to other hosts. */
  foreign = [];
  /** The addresses of all requests. */
  requests = [];

  #context;
  #closed;

  constructor(page, context, origin, javascript) {
    /** puppeteer's page, for everything without a method in this class. */
    this.page = page;
    this.#context = context;
    page.on("console", (message) => this.messages.push(`${message.type()}: ${message.text()}`));
    page.on("pageerror", (error) => {
      const message = `uncaught: ${error?.message ?? error}`;
      // Firefox says this of a request that ends because the page leads to another language.
      if (!message.includes("A ServiceWorker intercepted the request and encountered an unexpected error")) this.messages.push(message);
    });
    page.on("request", (request) => {
      const url = new URL(request.url());
      this.requests.push(url.href);
      if (url.protocol !== "data:" && url.protocol !== "blob:" && url.origin !== origin) this.foreign.push(url.href);
    });
    page.on("requestfailed", (request) => {
      // Without JavaScript, Chromium drops the preload of a script.
      if (!javascript && request.url().endsWith(".js")) return;
      const reason = request.failure()?.errorText ?? "no answer";
      // A page that leads to the page in another language stops its own requests.
      if (LEFT.includes(reason)) return;
      this.failures.push(`${request.url()}: ${reason}`);
    });
    page.on("response", (response) => {
      // Browsers ask for it by themselves while one page takes the place of another.
      if (new URL(response.url()).pathname === "/favicon.ico") return;
      if (response.status() >= 400) this.failures.push(`${response.url()}: ${response.status()}`);
    });
  }

  /** Waits until the demo that the address names can be used. Other demos may still be still figures (see `bring`). */
  async ready() {
    try {
      await this.page.waitForSelector("html[data-ready]", { timeout: READY_TIMEOUT_MS });
      await this.#untilAllAreLive();
    } catch (cause) {
      const said = [...this.messages, ...this.failures].join("\n") || "nothing";
      throw new Error(`the app did not mount; the page said: ${said}`, { cause });
    }
    await this.untilScrolled();
  }

  /** Asks the page for all demos, which it mounts by itself when they come near, and waits for them. A frame has one. */
  async #untilAllAreLive() {
    await this.page.evaluate(() => void dispatchEvent(new Event("activation-lab:mount-all")));
    await this.page.waitForFunction(
      () => "embed" in document.documentElement.dataset || !document.querySelector(".demo:not([data-live])"),
      { timeout: READY_TIMEOUT_MS },
    );
  }

  /** Scrolls to a demo, which mounts it if it is not yet mounted, and waits until it can be used. */
  async bring(demo) {
    await this.page.$eval(`#${demo}`, (section) => section.scrollIntoView({ behavior: "instant" }));
    await this.#untilLive(demo);
    await this.settle();
  }

  /** Mounts all demos that are not hidden (a presentation shows only one), and scrolls back to where the page was. */
  async bringAll() {
    const top = await this.page.evaluate(() => scrollY);
    const distant = await this.page.$$eval("section.demo:not([data-live])", (all) =>
      all.filter((demo) => demo.checkVisibility()).map(({ id }) => id),
    );
    for (const demo of distant) await this.bring(demo);
    await this.page.evaluate((top) => scrollTo({ top, behavior: "instant" }), top);
    await this.settle();
  }

  async #untilLive(demo) {
    await this.until(
      `the demo ${demo} is live`,
      (demo) => document.getElementById(demo).hasAttribute("data-live"),
      demo,
    );
  }

  /** Waits until the last change has been painted: two frames, of which the second starts after the first is drawn. */
  async settle() {
    await this.page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
  }

  /** Waits until the page stops scrolling. Some scrolling is smooth, and a click would miss its target meanwhile. */
  async untilScrolled() {
    await this.page.evaluate(async () => {
      for (let still = 0, last = NaN; still < 4; ) {
        await new Promise(requestAnimationFrame);
        still = scrollY === last ? still + 1 : 0;
        last = scrollY;
      }
    });
  }

  /** Whether there was no message, failed request or request to another host. */
  get isQuiet() {
    return [this.messages, this.failures, this.foreign].every(({ length }) => length === 0);
  }

  /** Fails if there was a message, a failed request or a request to another host. */
  assertQuiet() {
    const { messages, failures, foreign } = this;
    assert.deepEqual({ messages, failures, foreign }, { messages: [], failures: [], foreign: [] });
  }

  /**
   * Moves a slider as dragging does, then lets the page settle.
   *
   * @param {string} name the control's name
   * @param {number} value
   * @param {string} [within] the selector of an ancestor, such as `#chain`
   */
  async setRange(name, value, within = "html") {
    await this.page.$eval(
      `${within} input[type=range][name="${name}"]`,
      (input, value) => {
        input.value = String(value);
        input.dispatchEvent(new Event("input", { bubbles: true }));
        input.dispatchEvent(new Event("change", { bubbles: true }));
      },
      value,
    );
    await this.settle();
  }

  /** The number in the number field with this name. `within` is the selector of an ancestor. */
  async number(name, within = "html") {
    return this.page.$eval(`${within} input.exact[name="${name}"]`, (input) => Number(input.value));
  }

  /**
   * A live number of the page.
   *
   * @param {string} name the output's name
   * @param {string} [within] the selector of an ancestor, such as `#chain`
   * @returns {Promise<{value: number, text: string}>} the number in full precision and as displayed
   */
  async output(name, within = "html") {
    const { value, text } = await this.page.$eval(`${within} output[name="${name}"] data[value]`, (data) => ({
      value: data.getAttribute("value"),
      text: data.textContent,
    }));
    assert.match(value, /\S/, `the output ${name} has no value`);
    return { value: Number(value), text };
  }

  /**
   * Types a number with the keyboard and commits it with Enter.
   *
   * @param {string} name the control's name
   * @param {string} text
   * @param {string} [within] the selector of an ancestor, such as `#chain`
   */
  async typeNumber(name, text, within = "html") {
    const input = await this.page.$(`${within} input.exact[name="${name}"]`);
    await input.focus();
    await input.evaluate((input) => input.select());
    await this.page.keyboard.type(text);
    await this.page.keyboard.press("Enter");
    await this.settle();
  }

  /** Presses keys one after the other, then lets the page settle. */
  async press(...keys) {
    for (const key of keys) await this.page.keyboard.press(key);
    await this.settle();
  }

  /** Follows the link to the page in another language, and waits until the app is mounted there. */
  async chooseLanguage(lang) {
    if ((await this.root()).lang === lang) return;
    await this.page.click(`a[hreflang="${lang}"]`);
    await this.untilLanguage(lang);
    await this.ready();
  }

  /** Waits until the page in this language is there. */
  async untilLanguage(lang) {
    await this.until(
      `the page is in ${lang}`,
      (lang) => document.documentElement.lang === lang && document.body !== null,
      lang,
    );
  }

  /** Clicks the check box or radio button with this name and value. `within` is the selector of an ancestor. */
  async choose(name, value, within = "html") {
    await this.page.click(`${within} input[name="${name}"][value="${value}"]`);
    await this.settle();
  }

  /** Opens all folded parts of the page. */
  async openAll() {
    await this.page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
    await this.until("the tools in the open panels", () => !document.querySelector("details[open] .tool:empty"));
    await this.settle();
  }

  /**
   * Scrolls the first matching element to the middle of the window and measures it there.
   *
   * @param {string} selector
   * @returns {Promise<{x: number, y: number, width: number, height: number, left: number, top: number, right: number,
   *   bottom: number}>} in the pixels of the viewport
   */
  async box(selector) {
    return this.page.$eval(selector, (element) => {
      element.scrollIntoView({ block: "center", behavior: "instant" });
      return element.getBoundingClientRect().toJSON();
    });
  }

  /**
   * The visible elements that match a selector and that a pointer cannot reach: wherever the reader scrolls, a part of them is
   * outside of the window, or something else is above it.
   *
   * @param {string} selector
   * @returns {Promise<string[]>} the beginning of the HTML of each
   */
  async unreachable(selector) {
    return this.page.$$eval(selector, (all) => {
      const scrolls = (element) => /auto|scroll/.test(getComputedStyle(element).overflowY) && element.scrollHeight > element.clientHeight;
      const isReached = (element, share) => {
        const at = () => {
          const { left, top, width, height } = element.getBoundingClientRect();
          // The corners of an element may be round, and a line of letters may reach a few pixels into the one above.
          return [left + width / 2, top + 4 + share * (height - 8)];
        };
        element.scrollIntoView({ block: "center", behavior: "instant" });
        for (let above = element.parentElement; above; above = above.parentElement) {
          if (!scrolls(above)) continue;
          const { top, height } = above.getBoundingClientRect();
          above.scrollBy({ top: at()[1] - (top + height / 2), behavior: "instant" });
        }
        // Something at the lower edge of the window may take its lower half.
        scrollBy({ top: at()[1] - 0.4 * innerHeight, behavior: "instant" });
        return element.contains(document.elementFromPoint(...at()));
      };
      // The track of a slider lies in the free space of the line above it, over the lower edges of that line. The scroll bar of
      // a line that scrolls sideways may lie over the line.
      const sharesOf = (element) => (element.matches(".controls :is(input, .reset), .scroll-line *") ? [0.5] : [0, 0.5, 1]);
      const shown = all.filter((element) => element.checkVisibility({ visibilityProperty: true }) && element.offsetHeight > 0);
      const covered = shown.filter((element) => !sharesOf(element).every((share) => isReached(element, share)));
      return covered.map((element) => element.outerHTML.slice(0, 120));
    });
  }

  /**
   * Advances the stopped clock of the page (see `stopTime`) by a tenth of a second per frame.
   *
   * @param {number} seconds rounded to tenths
   */
  async pass(seconds) {
    await this.page.evaluate(async (frames) => {
      for (let frame = 0; frame < frames; frame += 1) {
        window.tick(100);
        await new Promise(requestAnimationFrame);
      }
    }, Math.round(10 * seconds));
    await this.settle();
  }

  /** Waits until nothing has been drawn for some frames. A moving plot is drawn in every frame. Needs `recordDraws`. */
  async untilStill() {
    await this.page.evaluate(async () => {
      for (let still = 0, drawn = -1; still < 5; ) {
        await new Promise(requestAnimationFrame);
        still = window.draws.length === drawn ? still + 1 : 0;
        drawn = window.draws.length;
      }
    });
  }

  /** Waits until nothing has been drawn for some frames, then clears the record of drawings. */
  async forgetDraws() {
    await this.untilStill();
    await this.page.evaluate(() => (window.draws.length = 0));
  }

  /** Waits until `condition` is true in the page. `what` describes the condition in the error message. */
  async until(what, condition, ...args) {
    try {
      await this.page.waitForFunction(condition, { timeout: WAIT_TIMEOUT_MS }, ...args);
    } catch (cause) {
      throw new Error(`never happened: ${what}; the page said: ${this.messages.join("\n") || "nothing"}`, { cause });
    }
  }

  /** Waits for the presentation, whose code is loaded when it is first shown. */
  async untilPresenting() {
    await this.until("the presentation", () => document.documentElement.hasAttribute("data-present"));
  }

  /** Opens the drawer with the script, whose code is loaded when it is first opened. */
  async openDrawer() {
    await this.page.click(".frame-talk button[aria-expanded]");
    await this.page.waitForSelector(".scripts [data-act=add]");
    await this.settle();
  }

  /** Waits until the address has this fragment. */
  async untilAddress(fragment) {
    await this.until(`the address ends with #${fragment}`, (hash) => location.hash === hash, `#${fragment}`);
  }

  /** Waits until the explorer's probe is at x. */
  async untilProbe(x) {
    await this.until(
      `the probe is at ${x}`,
      (x) => Number(document.querySelector("#explorer input[name=x]").value) === x,
      x,
    );
  }

  /** Goes this number of steps through the history, as the browser's buttons do. Negative numbers go back. */
  async travel(steps) {
    await this.page.evaluate((steps) => history.go(steps), steps);
  }

  /** Goes to another fragment as a click on a link does, and waits for the event of the change and for the demo. */
  async goTo(fragment) {
    await this.page.evaluate(async (fragment) => {
      if (location.hash === `#${fragment}`) return;
      const changed = new Promise((resolve) => addEventListener("hashchange", resolve, { once: true }));
      location.hash = fragment;
      await changed;
    }, fragment);
    const [named] = fragment.split("?");
    if (DEMOS.includes(named)) await this.#untilLive(named);
    await this.untilScrolled();
  }

  /** Clears the records of messages and requests. */
  forget() {
    for (const told of [this.messages, this.failures, this.foreign, this.requests]) told.length = 0;
  }

  /**
   * Goes to a view and restores the state of a page that has just been opened: no messages, nothing unfolded, no focus and no
   * element under the mouse.
   */
  async showAfresh(fragment) {
    this.forget();
    await this.page.mouse.move(0, 0);
    const isThere = await this.page.evaluate((hash) => {
      // The page writes its address once a view has rested, or at once when the reader leaves. This event keeps a late write
      // from following the next view.
      dispatchEvent(new Event("pagehide"));
      document.querySelectorAll("details[open]").forEach((details) => (details.open = false));
      document.activeElement.blur();
      return (location.hash || "#") === hash;
    }, `#${fragment}`);
    // The page may show another view than its address says. A fragment that names a part of the page forces a change of the
    // address.
    if (isThere) await this.goTo("cards");
    await this.goTo(fragment);
    await this.settle();
  }

  /**
   * The violations that axe finds in the page.
   *
   * @returns {Promise<{id: string, nodes: string[]}[]>} the violated rules, each with the beginnings of the first elements that
   *   violate it
   */
  async axe() {
    const path = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
    await this.page.evaluate(await readFile(path, "utf8"));
    return this.page.evaluate(async () => {
      const { violations } = await window.axe.run();
      return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.html.slice(0, 160)).slice(0, 5) }));
    });
  }

  /** Attributes and properties of `document.documentElement`, and the title. */
  async root() {
    return this.page.evaluate(() => {
      const { lang, dataset } = document.documentElement;
      return { lang, theme: dataset.theme, title: document.title };
    });
  }

  /** Opens another window of the same reader at the same address, with the same storage. Returns puppeteer's page. */
  async openBeside() {
    const other = await this.#context.newPage();
    await other.goto(this.page.url());
    await other.waitForSelector("html[data-ready]", { timeout: READY_TIMEOUT_MS });
    return other;
  }

  /** Closes the page and deletes its cookies and storage. Further calls have no effect. */
  async close() {
    this.#closed ??= this.#context.close();
    await this.#closed;
  }
}

async function launch({ colorScheme, reducedMotion, forcedColors, textSize, javascript, deviceScaleFactor }) {
  if (BROWSER === "webkit") {
    return { browser: await launchWebKit({ colorScheme, reducedMotion, textSize, javascript, deviceScaleFactor }) };
  }
  const profile = await mkdtemp(join(tmpdir(), "activation-lab-e2e-"));
  const options = { headless: true, userDataDir: profile };
  const browser =
    BROWSER === "firefox"
      ? await puppeteer.launch({
          ...options,
          browser: "firefox",
          executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
          extraPrefsFirefox: {
            "javascript.enabled": javascript,
            "layout.css.prefers-color-scheme.content-override": colorScheme === "dark" ? 0 : 1,
            "ui.prefersReducedMotion": reducedMotion ? 1 : 0,
            // 2 means: never use the colours of the page.
            "browser.display.document_color_use": forcedColors ? 2 : 0,
            "font.size.variable.ko": textSize,
            "font.size.variable.x-western": textSize,
          },
        })
      : await puppeteer.launch({
          ...options,
          executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
          args: CHROMIUM_FLAGS,
        });
  return { browser, profile };
}

function mediaFeatures(colorScheme, reducedMotion) {
  return [
    { name: "prefers-color-scheme", value: colorScheme },
    { name: "prefers-reduced-motion", value: reducedMotion ? "reduce" : "no-preference" },
  ];
}

// Called in the page.
function overrideLanguages(languages) {
  Object.defineProperty(Navigator.prototype, "languages", { get: () => Object.freeze([...languages]) });
  Object.defineProperty(Navigator.prototype, "language", { get: () => languages[0] });
}
