// The library of functions: the list to choose from, links with its functions, and what the page says when its piece cannot be
// had.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { lack, open as openPage, page } from "./missing.mjs";

/** Opens the page without movement, and waits for the first demo only. */
const open = (options) => openPage({ reducedMotion: true, ...options });

/** The list that belongs to a setting of a demo. */
const place = (demo, key = "f") => `#${demo}-${key}-functions`;
const shownOptions = (demo, key = "f") =>
  page.page.$$eval(`${place(demo, key)} [role=option]`, (all) => all.filter((one) => one.checkVisibility()).map((one) => one.textContent));
const number = (name) => page.page.$eval(`output[name="${name}"] data`, ({ value }) => Number(value));
const shownFunctions = () => page.page.$$eval("#explorer output", (all) => all.map(({ name }) => name));
const isOpen = (demo, key = "f") => page.page.$eval(place(demo, key), (list) => !list.hidden);

async function openList(demo, key = "f") {
  await page.page.$eval(`[aria-controls="${demo}-${key}-functions"]`, (button) => button.click());
  await page.page.waitForSelector(`${place(demo, key)} [role=option]`);
  await page.until("the field has the focus", (place) => document.activeElement.matches(`${place} [role=combobox]`), place(demo, key));
}

async function type(text) {
  for (const key of text) await page.press(key);
}

describe("a link", () => {
  // Values by mpmath: x Φ(x), and x tanh(ln(1 + eˣ)), at 1 and at −1.
  test("with functions of the library shows them, and their numbers are there when the page is ready", async () => {
    await open({ fragment: "explorer?f=relu,gelu,mish&x=-1" });
    assert.deepEqual(await shownFunctions(), ["relu", "gelu", "mish"].flatMap((id) => [`value-${id}`, `gradient-${id}`]));
    assert.ok(Math.abs((await number("value-gelu")) + 0.15865525393145707) < 1e-15);
    assert.ok(Math.abs((await number("value-mish")) + 0.30340146137410895) < 1e-15);
    await page.page.evaluate(() => (location.hash = "explorer?f=softplus&softplus.beta=2&x=0"));
    await page.until("the other function", () => document.querySelector("output[name=value-softplus]") !== null);
    assert.ok(Math.abs((await number("value-softplus")) - Math.LN2 / 2) < 1e-15);
    page.assertQuiet();
  });

  for (const demo of ["chain", "neuron", "collapse", "classify", "descent"]) {
    test(`shows GELU in ${demo}`, async () => {
      await open({ fragment: `${demo}?f=gelu` });
      const chosen = await page.page.$$eval(`#${demo} .chip input:checked`, (all) => all.map(({ value }) => value));
      assert.deepEqual(chosen, ["gelu"]);
      page.assertQuiet();
    });
  }

  for (const [lang, sentence] of [["en", /could not be loaded/], ["ko", /불러오지 못했습니다/]]) {
    test(`to a function that cannot be had shows the others and says so (${lang})`, async () => {
      lack("library-");
      await open({ lang, fragment: "explorer?f=relu,gelu" });
      assert.deepEqual(await shownFunctions(), ["value-relu", "gradient-relu"]);
      assert.match(await page.page.$eval("body", (body) => body.innerText), sentence);
      assert.equal(await page.page.$eval("#crash", (crash) => crash.hidden), true);
    });
  }
});

describe("the list", () => {
  test("is found and used with the keyboard alone", async () => {
    await open();
    const before = await shownFunctions();
    await page.page.$eval('[aria-controls="explorer-f-functions"]', (button) => button.focus());
    await page.press("Enter");
    await page.page.waitForSelector(`${place("explorer")} [role=option]`);
    await page.until("the field has the focus", () => document.activeElement.matches("[role=combobox]"));
    await type("hard_sw");
    assert.deepEqual(await shownOptions("explorer"), ["Hard swish"]);
    // Two functions have to go before a ninth could come.
    await page.press("Enter");
    await page.until("the function is shown", () => document.querySelector('output[name="value-hard-swish"]') !== null);
    assert.deepEqual(await shownFunctions(), [...before, "value-hard-swish", "gradient-hard-swish"]);
    assert.equal(await page.page.$eval('#explorer .chip input[value="hard-swish"]', ({ checked }) => checked), true);
    await page.press("Enter");
    await page.until("it is gone", () => document.querySelector('output[name="value-hard-swish"]') === null);
    await page.press("Escape");
    assert.equal((await shownOptions("explorer")).length, 41, "Escape empties the field first");
    await page.press("ArrowDown");
    const reached = () => page.page.$eval("[role=combobox]", (field) => document.getElementById(field.getAttribute("aria-activedescendant"))?.textContent);
    assert.equal(await reached(), "Your function");
    await page.press("ArrowDown");
    assert.equal(await reached(), "Sigmoid");
    await page.press("Escape");
    assert.equal(await isOpen("explorer"), false);
    assert.equal(await page.page.evaluate(() => document.activeElement.getAttribute("aria-controls")), "explorer-f-functions");
    page.assertQuiet();
  });

  test("finds Korean names and says how many there are", async () => {
    await open({ lang: "ko" });
    await openList("explorer");
    await page.page.$eval("[role=combobox]", (field) => {
      field.value = "실루";
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
    await page.until("SiLU is the best match", () =>
      document.querySelector("[role=combobox]").getAttribute("aria-activedescendant") === "explorer-f-silu");
    const count = (await shownOptions("explorer")).length;
    assert.ok(count >= 1 && count < 10, `${count} functions`);
    assert.equal(await page.page.$eval(".functions-count", ({ textContent }) => textContent), `함수 ${count}개`);
    await page.press("Enter");
    await page.until("SiLU is shown", () => document.querySelector("output[name=value-silu]") !== null);
    page.assertQuiet();
  });

  test("is narrowed by properties", async () => {
    await open();
    await openList("explorer");
    await page.page.$$eval(".functions-properties label", (labels) => {
      for (const name of ["bounded", "zero-centred"]) labels.find((label) => label.textContent === name).click();
    });
    const found = await shownOptions("explorer");
    assert.ok(found.includes("tanh") && found.includes("Softsign"), found.join());
    assert.ok(!found.includes("Sigmoid") && !found.includes("ReLU"), found.join());
    page.assertQuiet();
  });

  test("takes eight functions and refuses the ninth", async () => {
    await open();
    await openList("explorer");
    const choose = (id) => page.page.$eval(`#explorer-f-${id}`, (option) => option.click());
    for (const id of ["gelu", "mish", "softplus"]) await choose(id);
    await page.until("the refusal", () => document.querySelector("#explorer .refusal").textContent !== "");
    assert.equal((await shownFunctions()).length, 16);
    assert.equal(await page.page.$eval("#explorer-f-softplus", (option) => option.ariaSelected), "false");
    page.assertQuiet();
  });

  test("closes when a demo with one function has got it, and its parameter has a slider", async () => {
    await open({ fragment: "chain" });
    await openList("chain");
    await type("celu");
    await page.press("Enter");
    await page.until("CELU is chosen", () => document.querySelector('#chain .chip input[value="celu"]')?.checked === true);
    assert.equal(await isOpen("chain"), false);
    await page.page.waitForSelector('#chain input[type=range][name="celu.alpha"]');
    page.assertQuiet();
  });

  test("fits a frame, whose height follows", async () => {
    await open({ query: { embed: "1" }, fragment: "explorer", viewport: { width: 360, height: 600 } });
    const height = () => page.page.evaluate(() => document.documentElement.scrollHeight);
    const before = await height();
    await openList("explorer");
    assert.ok((await height()) > before + 100);
    assert.ok((await page.page.evaluate(() => document.documentElement.scrollWidth)) <= 360);
    page.assertQuiet();
  });

  test("says when it cannot be had, and comes when it is tried again", async () => {
    lack("library-");
    await open();
    await page.page.$eval('[aria-controls="explorer-f-functions"]', (button) => button.click());
    await page.page.waitForSelector(`${place("explorer")} .missing`);
    lack();
    await page.page.$eval(`${place("explorer")} [data-missing=again]`, (button) => button.click());
    await page.page.waitForSelector(`${place("explorer")} [role=option]`);
  });
});
