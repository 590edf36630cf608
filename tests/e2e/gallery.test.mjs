// The gallery of all functions: how it comes, the search, the cards, the comparison, and the page without it.

import assert from "node:assert/strict";
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { HANGUL } from "./content.mjs";
import { onlyInChromium } from "./harness.mjs";
import { lack, open as openPage, page } from "./missing.mjs";
import { DIST } from "./server.mjs";

const open = (options) => openPage({ reducedMotion: true, fragment: "library", ...options });

const untilThere = () => page.page.waitForSelector("#gallery[data-live] .tile");
/** Opens the page at the gallery, and waits for it. */
async function openGallery(options) {
  await open(options);
  await untilThere();
}

const FIELD = "#gallery input[type=search]";
/** The ids of the functions whose tiles are shown. */
const shown = () =>
  page.page.$$eval(".gallery-entry", (all) =>
    all.filter((entry) => entry.querySelector(".tile").checkVisibility()).map((entry) => entry.dataset.function));
const count = () => page.page.$eval("#gallery .functions-count", ({ textContent }) => textContent);
const untilCount = (said) =>
  page.until(`the gallery says ${said}`, (said) => document.querySelector("#gallery .functions-count").textContent === said, said);
const way = (id, kind) => `[data-function="${id}"] .tile ${kind}`;
const press = (id, kind) => page.page.$eval(way(id, kind), (way) => way.click());
const inExplorer = () =>
  page.page.$$eval("#explorer .chip input:checked", (all) => all.map(({ value }) => value));
const isSeen = (selector) => page.page.$eval(selector, (element) => element.checkVisibility());

describe("the gallery", () => {
  for (const [lang, word] of [["ko", "비교"], ["en", "Compare"]]) {
    test(`comes when it is near, and has all functions (${lang})`, async () => {
      await open({ lang, fragment: "" });
      // The worker, which keeps all files, does not count.
      const isAsked = () => performance.getEntriesByType("resource").some(({ name }) => name.includes("gallery-"));
      assert.equal(await page.page.evaluate(isAsked), false, "nobody has come near");
      assert.equal((await page.page.$$(".gallery-names a")).length, 40);
      await page.page.$eval('nav.contents a[href="#library"]', (link) => link.click());
      await untilThere();
      assert.equal((await shown()).length, 40);
      assert.equal(await isSeen(".gallery-names"), false, "the names have been replaced");
      const said = await page.page.$$eval(".tile", (tiles) => tiles.map((tile) => tile.innerText));
      assert.ok(said.every((text) => text.includes(word)));
      assert.equal(HANGUL.test(said.join()), lang === "ko");
      const drawn = await page.page.$$eval(".tile svg", (all) =>
        all.filter((svg) => svg.getBoundingClientRect().width > 80 && svg.querySelector("[stroke-dasharray]")).length);
      assert.equal(drawn, 40);
      page.assertQuiet();
    });
  }

  test("is searched and narrowed with the keyboard", async () => {
    await openGallery();
    await page.page.focus(FIELD);
    for (const key of "hard_sw") await page.press(key);
    await untilCount("1 function");
    assert.deepEqual(await shown(), ["hard-swish"]);
    assert.equal((await page.page.$$eval(".gallery-family", (all) => all.filter((one) => one.checkVisibility()).length)), 1);
    for (const key of "xx") await page.press(key);
    await untilCount("No function has this name and these properties.");
    assert.deepEqual(await shown(), []);
    for (let letter = 0; letter < 9; letter += 1) await page.press("Backspace");
    await untilCount("40 functions");
    await page.page.$$eval("#gallery .functions-properties label", (labels) => {
      for (const name of ["bounded", "zero-centred"]) labels.find((label) => label.textContent === name).querySelector("input").focus();
    });
    await page.press(" ");
    await page.until("fewer functions", () => document.querySelector("#gallery .functions-count").textContent !== "40 functions");
    const found = await shown();
    assert.ok(found.includes("tanh") && found.includes("identity") && !found.includes("sigmoid"), found.join());
    assert.equal(await count(), `${found.length} functions`);
    page.assertQuiet();
  });

  test("finds Korean names", async () => {
    await openGallery({ lang: "ko" });
    await page.page.$eval(FIELD, (field) => {
      field.value = "실루";
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
    await page.until("fewer functions", () => document.querySelector("#gallery .functions-count").textContent !== "함수 40개");
    assert.ok((await shown()).includes("silu"));
    page.assertQuiet();
  });

  test("adds a function to those in the explorer and goes there", async () => {
    await openGallery();
    const before = await inExplorer();
    await page.page.focus(way("gelu", "a"));
    await page.press("Enter");
    await page.until("GELU is shown", () => document.querySelector("output[name=value-gelu]") !== null);
    assert.deepEqual((await inExplorer()).sort(), [...before, "gelu"].sort());
    await page.until("the focus is on it", () => document.activeElement.value === "gelu");
    await page.untilScrolled();
    const top = await page.page.$eval("#explorer", (section) => section.getBoundingClientRect().top);
    assert.ok(Math.abs(top) < 300, `the explorer is at ${top} px`);
    await page.until("the address has it", () => /f=[\w,-]*gelu/.test(location.hash));
    page.assertQuiet();
  });

  test("says on the tile when the explorer is full", async () => {
    await openGallery();
    for (const id of ["gelu", "mish"]) {
      await press(id, "a");
      await page.until(`${id} is shown`, (id) => document.querySelector(`output[name="value-${id}"]`) !== null, id);
    }
    await press("softplus", "a");
    const refusal = () => page.page.$$eval(".tile .refusal", (all) => all.map(({ textContent }) => textContent).filter(Boolean));
    assert.match((await refusal()).join(), /At most 8/);
    assert.equal((await inExplorer()).length, 8);
    await press("mish", "a");
    assert.deepEqual(await refusal(), [], "what is shown already is no ninth");
    page.assertQuiet();
  });

  test("opens and closes a card where it is, with its code", async () => {
    await openGallery();
    await page.page.focus(way("gelu", "button"));
    await page.press("Enter");
    assert.equal(await page.page.$eval(way("gelu", "button"), (button) => button.ariaExpanded), "true");
    const card = "#gallery-card-gelu";
    const said = await page.page.$eval(card, (card) => card.innerText);
    for (const part of ["GELU", "Derivative", "arXiv:1606.08415", "jax.nn.gelu(approximate=False)"]) assert.ok(said.includes(part), part);
    // Both in one call, because the page may scroll between two.
    const gap = await page.page.$eval(card, (card) => {
      const tile = document.querySelector('[data-function="gelu"] .tile').getBoundingClientRect();
      return card.getBoundingClientRect().top - tile.bottom;
    });
    assert.ok(gap >= 0 && gap < 40, `the card is ${gap} px below its tile`);
    await page.page.$eval(`${card} .copy-code summary`, (summary) => summary.click());
    await page.page.waitForSelector(`${card} .copy-code pre`);
    const code = () => page.page.$eval(`${card} .copy-code pre`, (pre) => pre.textContent);
    assert.match(await code(), /np\./);
    for (const [language, part] of [["PyTorch", /torch/], ["JAX", /jax/], ["Keras", /keras/], ["Rust", /fn /], ["LaTeX", /Phi/]]) {
      await page.page.select(`${card} select[name=code-language]`, language);
      await page.settle();
      assert.match(await code(), part);
      assert.doesNotMatch(await code(), /@/, "no placeholder is left");
    }
    await page.page.focus(way("gelu", "button"));
    await page.press("Enter");
    assert.equal(await isSeen(card), false);
    page.assertQuiet();
  });

  test("opens the card of a function of the lesson, with its code", async () => {
    await openGallery({ lang: "ko" });
    await press("leaky-relu", "button");
    await page.page.$eval("#gallery-card-leaky-relu .copy-code summary", (summary) => summary.click());
    await page.page.waitForSelector("#gallery-card-leaky-relu .copy-code pre");
    assert.match(await page.page.$eval("#gallery-card-leaky-relu .copy-code pre", (pre) => pre.textContent), /0\.1/);
    page.assertQuiet();
  });

  test("has two tiles in a row on a phone, and is no wider than it", async () => {
    await openGallery({ viewport: { width: 360, height: 740 } });
    await press("threshold", "button");
    await page.settle();
    const { tops, width } = await page.page.evaluate(() => ({
      tops: [...document.querySelectorAll(".tile")].slice(0, 3).map((tile) => tile.getBoundingClientRect().top),
      width: document.documentElement.scrollWidth,
    }));
    assert.ok(tops[0] === tops[1] && tops[2] > tops[1], tops.join());
    assert.ok(width <= 360, `${width} px`);
    page.assertQuiet();
  });

  for (const [lang, sentence] of [["en", /could not be loaded/], ["ko", /불러오지 못했습니다/]]) {
    test(`says when it cannot be had, and comes when it is tried again (${lang})`, async () => {
      lack("gallery-");
      await open({ lang });
      await page.page.waitForSelector("#gallery .missing");
      assert.match(await page.page.$eval("#gallery [role=alert]", ({ innerText }) => innerText), sentence);
      assert.equal(await isSeen(".gallery-names"), true, "the names are still there");
      lack();
      await page.page.$eval("#gallery [data-missing=again]", (button) => button.click());
      await untilThere();
      assert.equal(await page.page.$("#gallery .missing"), null);
    });
  }

  test("is in the single file, in both languages", async () => {
    const folder = await mkdtemp(join(tmpdir(), "activation-lab-gallery-"));
    try {
      const file = join(folder, "lab.html");
      await copyFile(join(DIST, "activation-lab.html"), file);
      for (const lang of ["ko", "en"]) {
        await openGallery({ lang, url: pathToFileURL(file).href });
        assert.equal(HANGUL.test(await page.page.$eval(".gallery-grid", (grid) => grid.innerText)), lang === "ko");
        await press("gelu", "a");
        await page.until("GELU is shown", () => document.querySelector("output[name=value-gelu]") !== null);
        page.assertQuiet();
        await page.close();
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  test("is not in a frame", async () => {
    await open({ query: { embed: "1" }, fragment: "explorer" });
    assert.equal(await isSeen("#library"), false);
    assert.equal(page.requests.some((url) => url.includes("gallery-")), false);
    page.assertQuiet();
  });

  test("has nothing that axe finds fault with", { skip: onlyInChromium("run axe") }, async () => {
    await openGallery();
    await press("gelu", "button");
    await page.settle();
    assert.deepEqual(await page.axe(), []);
  });
});
