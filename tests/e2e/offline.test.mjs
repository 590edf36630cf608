// The page without a network after one visit, with a new version available, and as a single file without a
// server.

import assert from "node:assert/strict";
import { copyFile, cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { startLab, unable } from "./harness.mjs";
import { DIST, change, changePages } from "./server.mjs";

let folder;
let lab;
let page;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "activation-lab-offline-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Deploys a version of the pages that is marked with the number `build`. */
const deploy = (build) =>
  changePages(folder, (html) => html.replace(/<html( data-build="\d")?/, `<html data-build="${build}"`));

const build = () => page.page.evaluate(() => document.documentElement.dataset.build);

const untilControlled = () =>
  page.until("the page is kept", () => navigator.serviceWorker.controller?.state === "activated");

async function reload() {
  await page.page.reload();
  await page.ready();
}

const isOfferShown = () => page.page.$eval("#update", (bar) => bar.checkVisibility());

describe("after one visit", () => {
  beforeEach(() => cp(DIST, folder, { recursive: true }));
  afterEach(async () => {
    await page.close();
    await lab.close();
  });

  for (const base of ["/", "/some/deep/path/"]) {
    test(`the page is there without a network, with all its links (below ${base})`, async () => {
      lab = await startLab({ root: folder, base });
      page = await lab.openPage({ lang: "en" });
      await untilControlled();
      page.assertQuiet();
      await lab.server.close();
      await reload();
      // Another query makes the browser request the page again.
      await page.page.goto(lab.address({ query: { lang: "ko" }, fragment: "chain?depth=3" }));
      await page.ready();
      assert.equal((await page.root()).lang, "ko");
      assert.equal(await page.page.$eval("#chain input[name=depth]", (input) => input.value), "3");
      await page.page.goto(`${lab.url}index.html?lang=en`);
      await page.ready();
      assert.equal((await page.root()).lang, "en");
      await page.page.goto(`${lab.url}en/index.html#chain?depth=4`);
      await page.ready();
      // The choice of another language keeps the view, also a change that is not yet in the address.
      for (const [lang, depth] of [["ko", 5], ["en", 6]]) {
        await page.setRange("depth", depth, "#chain");
        await page.chooseLanguage(lang);
        assert.equal(page.page.url(), `${lab.url}${lang === "en" ? "en/" : ""}#chain?depth=${depth}`);
        assert.equal(await page.number("depth", "#chain"), depth);
      }
      const image = await page.page.evaluate(async () => (await fetch("../icon-512.png")).headers.get("content-type"));
      assert.match(image, /png/, "and what is not shown is kept as well");
      assert.equal(await isOfferShown(), false);
      assert.deepEqual({ messages: page.messages, foreign: page.foreign }, { messages: [], foreign: [] });
    });
  }

  test("what is beside the page is left to the host", async () => {
    lab = await startLab({ root: folder });
    page = await lab.openPage({ lang: "ko" });
    await untilControlled();
    await writeFile(join(folder, "beside.txt"), "from the host");
    const text = await page.page.evaluate(async () => (await fetch("beside.txt")).text());
    assert.equal(text, "from the host");
    await lab.server.close();
    const error = await page.page.evaluate(() => fetch("beside.txt").catch((error) => error.name));
    assert.equal(error, "TypeError");
  });

  for (const { lang, words } of [
    { lang: "ko", words: /새 버전이 준비되었습니다/ },
    { lang: "en", words: /A new version is ready/ },
  ]) {
    test(`a new version is offered and comes when it is asked for (${lang})`, async () => {
      lab = await startLab({ root: folder });
      await deploy(1);
      page = await lab.openPage({ lang, fragment: "chain?depth=3" });
      await untilControlled();
      assert.equal(await isOfferShown(), false);
      await deploy(2);
      await change(folder, "sw.js", (worker) => worker.replace(/const VERSION = "\w+"/, 'const VERSION = "2"'));
      await reload();
      assert.equal(await build(), "1", "what was kept comes first");
      await page.until("the offer", () => document.getElementById("update").checkVisibility());
      const text = await page.page.$eval("#update", (bar) => bar.innerText);
      assert.match(text, words);
      assert.equal(/[가-힣]/.test(text), lang === "ko", "in the reader's language alone");

      await page.page.click("#update-later");
      assert.equal(await isOfferShown(), false);
      await reload();
      assert.equal(await build(), "1", "nobody is forced");
      await page.until("the offer again", () => document.getElementById("update").checkVisibility());

      await Promise.all([page.page.waitForNavigation(), page.page.click("#update-reload")]);
      await page.ready();
      assert.equal(await build(), "2");
      assert.equal(await isOfferShown(), false);
      assert.equal(new URL(page.page.url()).hash, "#chain?depth=3");
      const caches = await page.page.evaluate(() => window.caches.keys());
      assert.equal(caches.length, 1, "the old version is gone");
      assert.match(caches[0], / 2$/);
      page.assertQuiet();
      await lab.server.close();
      await reload();
      assert.equal(await build(), "2", "the new one is kept in its place");
    });
  }

  test("a build by hand, which keeps nothing, clears away what was kept", async () => {
    lab = await startLab({ root: folder });
    await deploy(1);
    page = await lab.openPage({ lang: "en" });
    await untilControlled();
    await deploy(2);
    await copyFile(fileURLToPath(new URL("../../public/sw.js", import.meta.url)), join(folder, "sw.js"));
    await reload();
    await page.until("nothing is kept", async () => {
      const [registrations, names] = [await navigator.serviceWorker.getRegistrations(), await caches.keys()];
      return registrations.every(({ waiting, installing }) => !waiting && !installing) && names.length === 0;
    });
    await reload();
    assert.equal(await build(), "2");
    assert.equal(await isOfferShown(), false);
    page.assertQuiet();
  });

  test("the page can be installed", { skip: unable("say what it makes of a manifest") }, async () => {
    lab = await startLab({ root: folder });
    page = await lab.openPage();
    await untilControlled();
    const cdp = await page.page.createCDPSession();
    const { url, errors, manifest } = await cdp.send("Page.getAppManifest");
    assert.deepEqual({ url, errors }, { url: `${lab.url}manifest.webmanifest`, errors: [] });
    assert.deepEqual([manifest.startUrl, manifest.scope], [lab.url, lab.url]);
    const { installabilityErrors } = await cdp.send("Page.getInstallabilityErrors");
    // Tests run in contexts of their own, which are incognito and cannot install pages.
    assert.deepEqual(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== "in-incognito"), []);
    page.assertQuiet();
  });

  test("nothing is kept where the host answers with a page in place of a file", async () => {
    const page404 = "<!doctype html><title>Not found</title>";
    lab = await startLab({
      root: folder,
      // The page itself does not load this file, so it works nevertheless.
      instead: (path, response) =>
        path === "embed.js" && Boolean(response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(page404)),
    });
    const watched = (page) =>
      page.evaluateOnNewDocument(() => {
        const { register } = ServiceWorkerContainer.prototype;
        ServiceWorkerContainer.prototype.register = async function (...told) {
          const registration = await register.apply(this, told);
          const worker = registration.installing ?? registration.waiting ?? registration.active;
          const note = () => (window.workerState = worker.state);
          worker.addEventListener("statechange", note);
          note();
          return registration;
        };
      });
    page = await lab.openPage({ prepare: watched });
    await page.until("the end of the installation", () => ["activated", "redundant"].includes(window.workerState));
    assert.equal(await page.page.evaluate(() => window.workerState), "redundant");
    assert.deepEqual(await page.page.evaluate(() => caches.keys()), []);
  });

  test("a page in a frame keeps nothing", async () => {
    lab = await startLab({ root: folder });
    await writeFile(join(folder, "article.html"), '<!doctype html><link rel="icon" href="data:," /><iframe src="./"></iframe>');
    const counted = (page) =>
      page.evaluateOnNewDocument(() => {
        window.registered = 0;
        const { register } = ServiceWorkerContainer.prototype;
        ServiceWorkerContainer.prototype.register = function (...told) {
          window.registered += 1;
          return register.apply(this, told);
        };
      });
    page = await lab.openPage({ url: `${lab.url}article.html`, mounts: false, prepare: counted });
    const frame = await (await page.page.waitForSelector("iframe")).contentFrame();
    await frame.waitForSelector("html[data-ready]");
    assert.equal(await frame.evaluate(() => window.registered), 0);
    page.assertQuiet();
    await page.page.goto(lab.url);
    await page.ready();
    assert.equal(await page.page.evaluate(() => window.registered), 1, "as a page of its own it does");
  });
});

describe("the single file", () => {
  let url;
  before(async () => {
    lab = await startLab();
  });
  after(() => lab.close());
  afterEach(() => page.close());
  beforeEach(async () => {
    // The name has letters, blanks and brackets, like names chosen by people.
    const file = join(folder, "활성화 함수 (1).html");
    await copyFile(join(DIST, "activation-lab.html"), file);
    url = pathToFileURL(file).href;
  });

  for (const lang of ["ko", "en"]) {
    test(`opens from a disk and asks for nothing else (${lang})`, async () => {
      page = await lab.openPage({ url, lang, fragment: "chain?depth=3" });
      assert.equal((await page.root()).lang, lang);
      assert.equal(await page.page.$eval("#chain input[name=depth]", (input) => input.value), "3");
      await page.setRange("depth", 5, "#chain");
      await page.untilAddress("chain?depth=5");
      await reload();
      assert.equal(await page.page.$eval("#chain input[name=depth]", (input) => input.value), "5");
      page.assertQuiet();
      // Firefox does not report requests for files to tests, but the page can list its loaded resources.
      const loaded = await page.page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
      const asked = [...page.requests, ...loaded].map((address) => address.split(/[?#]/)[0]);
      assert.deepEqual(asked.filter((address) => address !== url && !address.startsWith("data:")), []);
    });
  }

  test("has both languages, whose links keep the view and the choice", async () => {
    page = await lab.openPage({ url, languages: ["ko"], fragment: "chain?depth=3" });
    assert.equal((await page.root()).lang, "ko");
    for (const [lang, depth] of [["en", 5], ["ko", 6]]) {
      await page.page.evaluate(
        (lang, depth) => {
          const range = document.querySelector("#chain input[type=range][name=depth]");
          range.value = String(depth);
          range.dispatchEvent(new Event("input", { bubbles: true }));
          // The click is in the same task, so the address has not been written yet.
          document.querySelector(`a[hreflang="${lang}"]`).click();
        },
        lang,
        depth,
      );
      await page.untilLanguage(lang);
      await page.ready();
      assert.equal(await page.number("depth", "#chain"), depth);
      assert.equal((await page.root()).title, lang === "ko" ? "활성화 함수 실험실" : "Activation Lab");
      const { search, hash, texts } = await page.page.evaluate(() => ({
        search: location.search,
        hash: location.hash,
        texts: [...document.querySelectorAll("h1, h2, h3")].map((heading) => heading.textContent).join(" "),
      }));
      assert.deepEqual([search, hash], [`?lang=${lang}`, `#chain?depth=${depth}`]);
      assert.equal(/[가-힣]/.test(texts), lang === "ko");
    }
    page.assertQuiet();
  });

  for (const missing of ["WebAssembly", "DecompressionStream"]) {
    test(`says that the browser is too old where it lacks ${missing}`, async () => {
      page = await lab.openPage({
        url,
        mounts: false,
        prepare: (page) => page.evaluateOnNewDocument((missing) => delete window[missing], missing),
      });
      await page.until("the notice", () => document.querySelector(".when-no-wasm").checkVisibility());
      const notices = await page.page.$$eval(".notice", (all) => all.filter((one) => one.checkVisibility()).length);
      assert.equal(notices, 1);
      const unseen = await page.page.$$eval(".demo", (demos) =>
        demos.filter((demo) => demo.querySelector(".still svg")?.checkVisibility() !== true).map(({ id }) => id),
      );
      assert.deepEqual(unseen, [], "every demo has its still figure");
    });
  }

  test("shows the message with its own address after a crash", async () => {
    page = await lab.openPage({ url, lang: "en", fragment: "explorer?x=2" });
    await page.page.evaluate(() => {
      Element.prototype.setAttribute = () => {
        throw new DOMException("sabotage", "InvalidCharacterError");
      };
    });
    await page.page.click("input[name=theme][value=dark]");
    await page.until("the message", () => document.getElementById("crash").checkVisibility());
    assert.equal(await page.page.$eval("#crash-link", ({ href }) => decodeURI(href)), decodeURI(`${url}?lang=en#explorer?x=2`));
  });
});
