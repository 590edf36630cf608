// WebKitGTK behind the part of puppeteer's interface that the tests use. Tasks without a WebDriver command are done in the
// page by a script that runs before the page's own scripts (see proxy.mjs).

import { createHash } from "node:crypto";
import { EventEmitter } from "node:events";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { OWN, startProxy } from "./proxy.mjs";
import { SCRIPT_TIMEOUT, Session, WebDriverError } from "./webdriver.mjs";

const WAIT_TIMEOUT_MS = 30_000;
/** How long the data of a host may take to be deleted before another browser is started, which takes about a second. */
const FORGETTING_MS = 1_500;
/** WebDriver's key for the reference of an element. */
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

/** WebDriver's codes of the named keys (w3.org/TR/webdriver2/#keyboard-actions). */
const KEYS = {
  Alt: "\uE00A",
  ArrowDown: "\uE015",
  ArrowLeft: "\uE012",
  ArrowRight: "\uE014",
  ArrowUp: "\uE013",
  Backspace: "\uE003",
  Control: "\uE009",
  Delete: "\uE017",
  End: "\uE010",
  Enter: "\uE006",
  Escape: "\uE00C",
  Home: "\uE011",
  Meta: "\uE03D",
  PageDown: "\uE00F",
  PageUp: "\uE00E",
  Shift: "\uE008",
  Space: " ",
  Tab: "\uE004",
};

const keyOf = (name) => {
  const key = KEYS[name] ?? name;
  if ([...key].length !== 1) throw new Error(`no key is called ${name}`);
  return key;
};

// The page and Node both run these functions. JSON cannot represent the values in `SPECIAL`.
const SPECIAL = { undefined: undefined, NaN: NaN, Infinity: Infinity, "-Infinity": -Infinity, "-0": -0 };
const nameOf = (value) => (Object.is(value, -0) ? "-0" : String(value));
const toJson = (value) =>
  JSON.stringify(value, function (key) {
    const own = this[key];
    const isSpecial = own === undefined ? key === "" || Array.isArray(this) : typeof own === "number" && (!Number.isFinite(own) || Object.is(own, -0));
    return isSpecial ? { special: nameOf(own) } : own;
  });
const fromJson = (json) => {
  const restore = (value) => {
    if (typeof value !== "object" || value === null) return value;
    if (Object.keys(value).join() === "special") return SPECIAL[value.special];
    for (const key of Object.keys(value)) value[key] = restore(value[key]);
    return value;
  };
  return restore(JSON.parse(json));
};

/** The frames of a document, including those in open shadow trees. Runs in the page. */
const framesOf = `function framesOf(root) {
  return [...root.querySelectorAll("*")].flatMap((element) => [
    ...(element.localName === "iframe" ? [element] : []),
    ...(element.shadowRoot === null ? [] : framesOf(element.shadowRoot)),
  ]);
}`;

/** Calls a function in the page, and returns its result, the page's messages, and the page's address. Runs in the page. */
const runner = `async (call, json, asIs, ...elements) => {
  const SPECIAL = { undefined: undefined, NaN: NaN, Infinity: Infinity, "-Infinity": -Infinity, "-0": -0 };
  const nameOf = ${nameOf};
  const toJson = ${toJson};
  const fromJson = ${fromJson};
  const told = {};
  try {
    const given = fromJson(json).map((value) => (value?.element === undefined ? value : elements[value.element]));
    const value = await call(...given);
    if (asIs) told.value = value;
    else told.json = toJson(value);
  } catch (error) {
    told.error = error instanceof Error || error instanceof DOMException ? error.name + ": " + error.message : String(error);
  }
  told.url = location.href;
  told.said = (window.activationLabSaid ?? []).splice(0);
  told.frames = window === top ? (${framesOf})(document).map((frame) => frame.src) : [];
  return told;
}`;

/**
 * Records the messages of a page; runs before its scripts. When the page is left, the rest of the messages goes to the
 * address `heir`.
 */
function listen(heir) {
  document.currentScript?.remove();
  const said = (window.activationLabSaid = []);
  const inWords = (value) => {
    if (value instanceof Error || value instanceof DOMException) return `${value.name}: ${value.message}`;
    return typeof value === "object" ? JSON.stringify(value) : String(value);
  };
  for (const type of ["debug", "error", "info", "log", "warn"]) {
    const original = console[type];
    console[type] = (...told) => {
      said.push({ type, text: told.map(inWords).join(" ") });
      original.apply(console, told);
    };
  }
  const tell = (type, text) => said.push({ type, text });
  // Sizes that settle in a later frame are no error of a script, and other browsers do not report them. In a page without an
  // origin (a file on disk, a sandboxed frame) WebKit hides the content of every error.
  const isNotice = (error, message) =>
    !error && (message.startsWith("ResizeObserver loop") || (self.origin === "null" && message === "Script error."));
  addEventListener(
    "error",
    ({ error, message, target }) => {
      if (target === window && !isNotice(error, message)) tell("uncaught", `${error?.message ?? message}\n${error?.stack ?? ""}`);
      else if (target instanceof Element) tell("error", `${target.localName} did not load: ${target.src ?? target.href}`);
    },
    true,
  );
  addEventListener("unhandledrejection", ({ reason }) => tell("uncaught", `${reason?.message ?? reason}\n${reason?.stack ?? ""}`), true);
  addEventListener(
    "securitypolicyviolation",
    ({ effectiveDirective, blockedURI }) => tell("error", `the policy forbids ${blockedURI} (${effectiveDirective})`),
    true,
  );
  if (location.protocol.startsWith("http")) {
    addEventListener("pagehide", () => {
      if (said.length > 0) navigator.sendBeacon(heir, JSON.stringify(said.splice(0)));
    });
  }
}

/**
 * Deletes everything that the pages of a host have stored. Runs in an empty page of the host. Fails after `patience`
 * milliseconds, because WebKit does not always answer a question about service workers while one is being installed.
 */
async function forget(patience) {
  const failure = new Promise((_, reject) => setTimeout(reject, patience, new Error("the service workers are not told")));
  const registrations = await Promise.race([navigator.serviceWorker?.getRegistrations(), failure]);
  for (const registration of registrations ?? []) await registration.unregister();
  for (const name of (await window.caches?.keys()) ?? []) await caches.delete(name);
  for (const { name } of (await window.indexedDB?.databases()) ?? []) indexedDB.deleteDatabase(name);
  localStorage.clear();
}

/** Starts a browser with these system settings (see `Session.start`). */
export async function launchWebKit(settings) {
  const browser = new Browser(settings);
  await browser.start();
  return browser;
}

class Browser {
  #settings;
  #session;
  #isToReplace = false;
  #proxy;
  /** The page of the last command. Requests are assigned to this page, because they do not name their page. */
  #page;
  #last = Promise.resolve();

  constructor(settings) {
    this.#settings = settings;
  }

  async start() {
    const tell = (event, make) => (...told) => this.#page?.emit(event, make(...told));
    this.#proxy = await startProxy({
      prelude: () => this.#page?.prelude() ?? "",
      onRequest: tell("request", (url) => ({ url: () => url })),
      onResponse: tell("response", (url, status, headers) => ({ url: () => url, status: () => status, headers: () => headers })),
      onFailure: tell("requestfailed", (url, errorText) => ({ url: () => url, failure: () => ({ errorText }) })),
      onSaid: (id, said) => this.#page?.id === id && this.#page.hear(said),
    });
    await this.#startSession();
  }

  async #startSession() {
    this.#isToReplace = false;
    this.#session = await Session.start({ ...this.#settings, proxy: this.#proxy.url });
  }

  /** Runs calls one after the other, because the driver has only one current window and frame. */
  inTurn(page, call) {
    const done = this.#last.then(() => {
      this.#page = page;
      return call(this.#session);
    });
    this.#last = done.catch(() => {});
    return done;
  }

  /** Whether the session has ended by itself, or must be replaced. */
  get hasDied() {
    return this.#isToReplace || this.#session.hasDied || this.#session.isSilent;
  }

  /** Lets the next page start a session of its own. */
  replace() {
    this.#isToReplace = true;
  }

  async createBrowserContext() {
    const pages = [];
    return {
      newPage: async () => {
        // The pages of a session share a process and a driver. An earlier page may have ended them.
        if (this.hasDied) {
          await this.#session.end();
          await this.#startSession();
        }
        const page = new Page(this);
        pages.push(page);
        return page;
      },
      close: async () => {
        for (const page of pages) await page.close();
      },
    };
  }

  async close() {
    await this.#session.end();
    await this.#proxy.close();
  }
}

/** The document of a page or of a frame, in which functions can be called. */
class Scope {
  /** Calls a function or runs a script in the document, and returns the result by value. */
  async evaluate(call, ...args) {
    return this.#call(typeof call === "string" ? `() => { ${call} }` : call, args);
  }

  async #call(source, args) {
    const { json } = await this.run(source, args);
    return fromJson(json);
  }

  /** Like `evaluate`, for functions that return an element or null. */
  async evaluateHandle(call, ...args) {
    const { value } = await this.run(call, args, true);
    return this.handle(value);
  }

  async $(selector) {
    return this.evaluateHandle((selector) => document.querySelector(selector), selector);
  }

  async $$(selector) {
    const { value } = await this.run((selector) => [...document.querySelectorAll(selector)], [selector], true);
    return value.map((element) => this.handle(element));
  }

  async $eval(selector, call, ...args) {
    const source = `(selector, ...args) => {
      const element = document.querySelector(selector);
      if (element === null) throw new Error("nothing is " + selector);
      return (${call})(element, ...args);
    }`;
    return this.#call(source, [selector, ...args]);
  }

  async $$eval(selector, call, ...args) {
    const source = `(selector, ...args) => (${call})([...document.querySelectorAll(selector)], ...args)`;
    return this.#call(source, [selector, ...args]);
  }

  async waitForFunction(condition, { timeout = WAIT_TIMEOUT_MS } = {}, ...args) {
    // Each call checks a few frames only, so that other calls can run in between.
    const look = `async (...args) => {
      for (let frame = 0; frame < 10; frame += 1) {
        if (await (${condition})(...args)) return true;
        await new Promise(requestAnimationFrame);
      }
      return false;
    }`;
    for (const end = Date.now() + timeout; ; ) {
      // The page may be loading another document.
      const holds = await this.#call(look, args).catch((error) => {
        if (error instanceof WebDriverError && error.code !== "no such window") return delay(20);
        throw error;
      });
      if (holds) return;
      if (Date.now() > end) throw new Error(`Waiting failed: ${timeout} ms exceeded`);
    }
  }

  async waitForSelector(selector, options) {
    await this.waitForFunction((selector) => document.querySelector(selector) !== null, options, selector);
    return this.$(selector);
  }

  async focus(selector) {
    await this.$eval(selector, (element) => element.focus());
  }

  async click(selector) {
    const element = await this.$(selector);
    if (element === null) throw new Error(`nothing is ${selector}`);
    await element.click();
  }

  async select(selector, value) {
    await this.$eval(
      selector,
      (select, value) => {
        select.value = value;
        for (const type of ["input", "change"]) select.dispatchEvent(new Event(type, { bubbles: true }));
      },
      value,
    );
  }
}

/** A browser window with a page. */
class Page extends Scope {
  #browser;
  #events = new EventEmitter();
  #scripts = [];
  #window;
  #closed = false;
  #url = "about:blank";
  #frames = [];
  #viewport = { width: 800, height: 600 };
  /** Distinguishes this page from other pages. */
  id = crypto.randomUUID();
  /** The origins of the pages that have been opened. */
  #origins = new Set();
  /** The original content of changed files, by their paths. */
  #files = new Map();

  keyboard = new Keyboard(this);
  mouse = new Mouse(this);
  touchscreen = new Touchscreen(this);

  constructor(browser) {
    super();
    this.#browser = browser;
  }

  on(event, call) {
    this.#events.on(event, call);
  }

  emit(event, told) {
    this.#events.emit(event, told);
  }

  /** The scripts that run before the page's own scripts. */
  prelude() {
    return [`(${listen})(${JSON.stringify(`${OWN}said/${this.id}`)});`, ...this.#scripts].join("\n");
  }

  async evaluateOnNewDocument(call, ...args) {
    this.#scripts.push(`(${call})(...${JSON.stringify(args)});`);
  }

  async setViewport({ width, height }) {
    this.#viewport = { width, height };
    if (this.#window === undefined) return;
    await this.command((session) => session.post("/window/rect", { width, height }));
    await this.waitForFunction((width, height) => innerWidth === width && innerHeight === height, {}, width, height);
  }

  /** Sends commands to this window, outside of any frame. */
  command(call) {
    return this.#browser.inTurn(this, async (session) => {
      if (this.#closed) throw new Error("the page is closed");
      try {
        this.#window ??= await session.openWindow(this.#viewport);
        await session.switchTo(this.#window);
        return await call(session);
      } catch (error) {
        // The driver's error message does not mention the crash.
        if (session.hasDied && !session.isSilent) throw new Error("the page has died: its process crashed", { cause: error });
        throw error;
      }
    });
  }

  async run(call, args, asIs = false, frame) {
    const elements = [];
    const given = args.map((value) => (value instanceof ElementHandle ? { element: elements.push(value.reference) - 1 } : value));
    // The call comes first in the script, because the error message of an unanswered command shows only its beginning.
    const script = `const call = ${call};\nreturn (${runner})(call, ...arguments)`;
    const ask = () => this.command(async (session) => {
      if (frame !== undefined) await session.post("/frame", { id: frame });
      try {
        return await session.post("/execute/sync", { script, args: [toJson(given), asIs, ...elements] });
      } finally {
        if (frame !== undefined) await session.post("/frame", { id: null });
      }
    });
    // WebKit does not answer if the page leads to another one meanwhile, as to that of another language.
    const told = await ask().catch((error) => {
      if (error.code === SCRIPT_TIMEOUT) return ask();
      throw error;
    });
    this.hear(told.said);
    if (frame === undefined) {
      this.#url = told.url;
      this.#frames = told.frames;
    }
    if (told.error !== undefined) throw new Error(told.error);
    return told;
  }

  /** Emits the messages of the page. */
  hear(said) {
    for (const { type, text } of said) {
      if (type === "uncaught") this.emit("pageerror", new Error(text));
      else this.emit("console", { type: () => type, text: () => text });
    }
  }

  handle(reference) {
    return reference === null ? null : new ElementHandle(this, reference);
  }

  url() {
    return this.#url;
  }

  /** The frames in the page, without the page itself. */
  frames() {
    return this.#frames.map((url, index) => new Frame(this, url, index));
  }

  async goto(url) {
    const { protocol, origin } = new URL(url);
    if (protocol.startsWith("http")) this.#origins.add(origin);
    if (protocol === "file:") await this.#putPrelude(fileURLToPath(url.split(/[?#]/)[0]));
    await this.#leave((session) => session.post("/url", { url }));
  }

  async reload() {
    await this.#leave((session) => session.post("/refresh"));
  }

  async goBack() {
    await this.#leave((session) => session.post("/back"));
  }

  async #leave(call) {
    await this.command(call);
    // Fetches the messages and the address of the page.
    await this.evaluate(() => {});
  }

  /**
   * The proxy cannot change a file on disk. The file itself is therefore changed until the page is closed, and its policy
   * allows one more script.
   */
  async #putPrelude(file) {
    if (this.#files.has(file)) return;
    const html = await readFile(file, "utf8");
    this.#files.set(file, html);
    const prelude = this.prelude();
    const hash = createHash("sha256").update(prelude).digest("base64");
    const [meta] = html.match(/<meta[^>]*content-security-policy[^>]*>/i);
    const policy = meta.replace("script-src ", `script-src 'sha256-${hash}' `);
    await writeFile(file, html.replace(meta, () => `${policy}<script>${prelude}</script>`));
  }

  async waitForNavigation() {
    const before = await this.evaluate(() => performance.timeOrigin);
    await this.waitForFunction((before) => performance.timeOrigin !== before && document.readyState === "complete", {}, before);
  }

  /** A screenshot of the window, as PNG. */
  async screenshot({ path } = {}) {
    const png = Buffer.from(await this.command((session) => session.get("/screenshot")), "base64");
    if (path !== undefined) await writeFile(path, png);
    return png;
  }

  /** Closes the window and deletes the data stored by its pages. If that fails, the next page gets another browser. */
  async close() {
    if (this.#window === undefined || this.#closed) return;
    try {
      for (const origin of this.#origins) {
        await this.command((session) => session.post("/url", { url: `${origin}${OWN}empty.html` }));
        await this.evaluate(forget, FORGETTING_MS);
      }
      await this.command((session) => session.delete("/window"));
    } catch {
      // Another browser has no stored data, and a page that does not answer has already failed its test.
      this.#browser.replace();
    } finally {
      this.#closed = true;
      // A test may have removed the folder of its files.
      for (const [file, html] of this.#files) if (existsSync(file)) await writeFile(file, html);
    }
  }
}

class Frame extends Scope {
  #page;
  #url;
  #index;

  constructor(page, url, index) {
    super();
    this.#page = page;
    this.#url = url;
    this.#index = index;
  }

  url() {
    return this.#url;
  }

  handle(reference) {
    return reference === null ? null : new ElementHandle(this, reference);
  }

  async run(call, args, asIs) {
    const { value: frames } = await this.#page.run(`() => (${framesOf})(document)`, [], true);
    const { reference } = this.#page.handle(frames[this.#index]);
    return this.#page.run(call, args, asIs, reference);
  }

  get page() {
    return this.#page;
  }
}

class ElementHandle {
  #scope;

  constructor(scope, reference) {
    this.#scope = scope;
    this.reference = reference;
  }

  asElement() {
    return this;
  }

  async evaluate(call, ...args) {
    return this.#scope.evaluate(call, this, ...args);
  }

  async evaluateHandle(call, ...args) {
    return this.#scope.evaluateHandle(call, this, ...args);
  }

  async $(selector) {
    return this.evaluateHandle((element, selector) => element.querySelector(selector), selector);
  }

  async focus() {
    await this.evaluate((element) => element.focus());
  }

  /** The position and size in the window, in CSS pixels. */
  async boundingBox() {
    return this.evaluate((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x, y, width, height };
    });
  }

  async hover() {
    const { x, y } = await this.#middle();
    await this.#scope.mouse.move(x, y);
  }

  async click() {
    const { x, y } = await this.#middle();
    await this.#scope.mouse.click(x, y);
  }

  /** The middle of the element after it has been scrolled into view. */
  async #middle() {
    return this.evaluate((element) => {
      const isIn = ({ left, top, right, bottom }) => left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
      // A box that scrolls may hide the element within the window.
      const isCut = ({ left, right }) => {
        const box = element.closest(".scroll-line")?.getBoundingClientRect();
        return box !== undefined && (left < box.left || right > box.right);
      };
      const place = element.getBoundingClientRect();
      if (!isIn(place) || isCut(place)) element.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
      const [{ x, y, width, height } = {}] = [...element.getClientRects()].filter(({ width, height }) => width * height > 0);
      if (x === undefined) throw new Error(`nothing of it can be seen: ${element.outerHTML.slice(0, 100)}`);
      return { x: x + width / 2, y: y + height / 2 };
    });
  }

  /** A screenshot of the element, as PNG. */
  async screenshot() {
    const { [ELEMENT]: id } = this.reference;
    return Buffer.from(await this.#scope.command((session) => session.get(`/element/${id}/screenshot`)), "base64");
  }

  async contentFrame() {
    const page = this.#scope;
    const { json } = await page.run(`(frame) => ({ index: (${framesOf})(document).indexOf(frame), url: frame.src })`, [this]);
    const { index, url } = fromJson(json);
    return new Frame(page, url, index);
  }
}

class Keyboard {
  #page;

  constructor(page) {
    this.#page = page;
  }

  down = (key) => this.#act([{ type: "keyDown", value: keyOf(key) }]);
  up = (key) => this.#act([{ type: "keyUp", value: keyOf(key) }]);
  press = (key) => this.type([key]);

  async type(keys) {
    await this.#act([...keys].flatMap((key) => ["keyDown", "keyUp"].map((type) => ({ type, value: keyOf(key) }))));
  }

  async #act(actions) {
    await this.#page.command((session) => session.post("/actions", { actions: [{ type: "key", id: "keyboard", actions }] }));
  }
}

class Mouse {
  #page;

  constructor(page) {
    this.#page = page;
  }

  move = (x, y) => this.#act([moveTo(x, y)]);
  down = () => this.#act([{ type: "pointerDown", button: 0 }]);
  up = () => this.#act([{ type: "pointerUp", button: 0 }]);
  click = (x, y) => this.#act([moveTo(x, y), { type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }]);

  async #act(actions) {
    const mouse = { type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions };
    await this.#page.command((session) => session.post("/actions", { actions: [mouse] }));
  }
}

// The driver accepts whole pixels only.
const moveTo = (x, y) => ({ type: "pointerMove", x: Math.round(x), y: Math.round(y), duration: 0 });

/**
 * Dispatches the events of a finger, because the driver has no touch input. The browser's own reactions, such as scrolling,
 * are missing.
 */
class Touchscreen {
  #page;
  #at;

  constructor(page) {
    this.#page = page;
  }

  async touchStart(x, y) {
    await this.#send("pointerdown", x, y);
  }

  async touchMove(x, y) {
    await this.#send("pointermove", x, y);
  }

  async touchEnd() {
    await this.#send("pointerup", ...this.#at);
  }

  async #send(type, x, y) {
    this.#at = [x, y];
    await this.#page.evaluate(
      (type, x, y) => {
        // All events of a finger go to the element that it first touched.
        if (type === "pointerdown") window.activationLabTouched = document.elementFromPoint(x, y);
        const told = { pointerId: 1, pointerType: "touch", isPrimary: true, button: type === "pointermove" ? -1 : 0, buttons: type === "pointerup" ? 0 : 1, clientX: x, clientY: y };
        window.activationLabTouched.dispatchEvent(new PointerEvent(type, { ...told, bubbles: true, cancelable: true, composed: true }));
      },
      type,
      x,
      y,
    );
  }
}
