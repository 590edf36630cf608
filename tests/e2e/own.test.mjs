// A function that a reader types: choosing it, typing it, its link, what is wrong with it, and its code.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { lack, open as openPage, page } from "./missing.mjs";

/** Opens the page without movement, and waits for the first demo only. */
const open = (options) => openPage({ reducedMotion: true, ...options });

const number = (name) => page.page.$eval(`output[name="${name}"] data`, ({ value }) => Number(value));
const shownFunctions = () => page.page.$$eval("#explorer output", (all) => all.map(({ name }) => name));
const inField = (demo) => page.page.$eval(`#${demo}-own`, ({ value }) => value);
const fault = (demo) => page.page.$eval(`#${demo}-own-fault`, ({ innerText }) => innerText);
const fieldIsThere = (demo) => page.until("the field", (demo) => document.getElementById(`${demo}-own`) !== null, demo);

/** Replaces the text in the field, as typing does. */
const write = (demo, text) =>
  page.page.$eval(
    `#${demo}-own`,
    (field, text) => {
      field.value = text;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    },
    text,
  );

const isClose = (got, want, what) => assert.ok(Math.abs(got - want) <= 1e-14 * Math.max(1, Math.abs(want)), `${what}: ${got}, not ${want}`);

describe("a typed function", () => {
  for (const [lang, query, name] of [["en", "custom", "Your function"], ["ko", "직접", "내 함수"]]) {
    test(`is found in the list, and typed at once with the keyboard (${lang})`, async () => {
      await open({ lang, fragment: "explorer?f=relu&x=0.5" });
      await page.page.$eval('[aria-controls="explorer-f-functions"]', (button) => button.click());
      await page.page.waitForSelector("#explorer-f-functions [role=option]");
      await page.page.$eval(
        "[role=combobox]",
        (field, query) => {
          field.value = query;
          field.dispatchEvent(new Event("input", { bubbles: true }));
        },
        query,
      );
      await page.page.focus("#explorer [role=combobox]");
      await page.press("Enter");
      await page.until("the field has the focus", () => document.activeElement.id === "explorer-own");
      assert.equal(await page.page.$eval('#explorer .chip input[value="own"]', ({ checked }) => checked), true);
      assert.ok((await page.page.$eval("#explorer .picker", ({ innerText }) => innerText)).includes(name));
      // Swish with β = 1.7, in another form.
      const sigmoid = 1 / (1 + Math.exp(-0.85));
      isClose(await number("value-own"), 0.5 * sigmoid, "f(0.5)");
      isClose(await number("gradient-own"), sigmoid + 0.85 * sigmoid * (1 - sigmoid), "f′(0.5)");
      await write("explorer", "x^3 - sin(x)");
      isClose(await number("value-own"), 0.125 - Math.sin(0.5), "f(0.5)");
      isClose(await number("gradient-own"), 0.75 - Math.cos(0.5), "f′(0.5)");
      await page.untilAddress("explorer?f=relu,own&x=0.5&own=x%5E3%20%2D%20sin%28x%29");
      page.assertQuiet();
    });
  }

  for (const demo of ["explorer", "neuron", "collapse", "descent", "classify", "chain"]) {
    test(`comes with a link, and works in ${demo}`, async () => {
      await open({ fragment: `${demo}?f=own&own=${encodeURIComponent("tanh(x) + 0.1*x")}` });
      await fieldIsThere(demo);
      assert.equal(await inField(demo), "tanh(x) + 0.1*x");
      await write(demo, "log(x)");
      await write(demo, "max(0.2*x, x) - 0.1");
      const words = await page.page.$eval(`#${demo}`, ({ innerText }) => innerText);
      assert.ok(!/NaN|undefined|Infinity/.test(words), words);
      page.assertQuiet();
    });
  }

  test("is trained", async () => {
    await open({ fragment: "classify?f=own&own=tanh(2*x)&step=40" });
    await fieldIsThere("classify");
    const words = () => page.page.$eval("#classify", ({ innerText }) => innerText);
    const before = await words();
    await write("classify", "3");
    await page.until("another result", (before) => document.getElementById("classify").innerText !== before, before);
    page.assertQuiet();
  });

  test("without values at places breaks nothing", async () => {
    await open({ fragment: "explorer?f=own&own=log(x)&x=-1" });
    await fieldIsThere("explorer");
    assert.match(await page.page.$eval("#explorer .own-verdict", ({ innerText }) => innerText), /no value at x = −10/);
    for (const text of ["1/x", "sqrt(x)", "exp(exp(x))", "0/0", "x^x", "tan(x)"]) await write("explorer", text);
    assert.equal(await page.page.$eval("#crash", (crash) => crash.hidden), true);
    page.assertQuiet();
  });

  test("stays what it is when the page is loaded again, and is undone by going back", async () => {
    await open({ fragment: "explorer?f=own&own=x%5E2&x=3" });
    await fieldIsThere("explorer");
    await write("explorer", "x^2 + 1");
    await page.untilAddress("explorer?f=own&x=3&own=x%5E2%20%2B%201");
    await page.page.reload();
    await page.until("the first demo", () => document.documentElement.hasAttribute("data-ready"));
    assert.equal(await number("value-own"), 10);
    await page.travel(-1);
    await page.until("the function before", () => document.querySelector('output[name="value-own"] data')?.value === "9");
    await page.until("its text", () => document.getElementById("explorer-own")?.value === "x^2");
    page.assertQuiet();
  });
});

describe("what cannot be read", () => {
  for (const [lang, sentence] of [
    ["en", "Character 5: There is no function “foo”."],
    ["ko", "5번째 글자: ‘foo’라는 이름의 함수는 없습니다."],
  ]) {
    test(`is said below the field, and the last function stays (${lang})`, async () => {
      await open({ lang, fragment: "explorer?f=own&own=x%2B1&x=2" });
      await fieldIsThere("explorer");
      await write("explorer", "x + foo(x)");
      const said = await fault("explorer");
      assert.ok(said.includes(sentence), said);
      assert.equal(await page.page.$eval("#explorer-own-fault mark", ({ textContent }) => textContent), "f");
      assert.equal(await page.page.$eval("#explorer-own", (field) => field.getAttribute("aria-invalid")), "true");
      assert.equal(await number("value-own"), 3);
      assert.equal(/[가-힣]/.test(said), lang === "ko", "in the reader's language alone");
      await write("explorer", "x + gelu(x)");
      assert.equal((await fault("explorer")).trim(), "");
      assert.notEqual(await number("value-own"), 3);
      page.assertQuiet();
    });
  }

  test("is never HTML", async () => {
    await open({ fragment: "explorer?f=own" });
    await fieldIsThere("explorer");
    await write("explorer", "x + <img src=x onerror=alert(1)>");
    assert.ok((await fault("explorer")).includes("<img src=x onerror=alert(1)>"));
    assert.equal(await page.page.$eval("#explorer-own-fault", (place) => place.querySelector("img")), null);
    page.assertQuiet();
  });

  for (const [said, meant] of [
    ["x%5E2).", "x^2"],
    ["x%255E2", "x^2"],
    ["%3Cscript%3E", "x / (1 + exp(-1.7*x))"],
    ["x".repeat(600), "x / (1 + exp(-1.7*x))"],
    ["own(x)", "x / (1 + exp(-1.7*x))"],
  ]) {
    test(`in a link is mended or left out (${said.slice(0, 16)})`, async () => {
      await open({ fragment: `explorer?f=own&own=${said}` });
      await fieldIsThere("explorer");
      assert.equal(await inField("explorer"), meant);
      page.assertQuiet();
    });
  }
});

describe("around the field", () => {
  test("an example replaces the function", async () => {
    await open({ fragment: "explorer?f=own&x=0" });
    await fieldIsThere("explorer");
    await page.page.$$eval(".own-examples button", (all) => all.find(({ textContent }) => textContent === "bump").click());
    assert.equal(await number("value-own"), 1);
    assert.equal(await inField("explorer"), "exp(-x^2)");
    // It also replaces what cannot be read, if it is the function that has stayed.
    await write("explorer", "exp(-x^2) +");
    await page.page.$$eval(".own-examples button", (all) => all.find(({ textContent }) => textContent === "bump").click());
    assert.equal(await inField("explorer"), "exp(-x^2)");
    assert.equal((await fault("explorer")).trim(), "");
  });

  test("the code is that of the function", async () => {
    await open({ fragment: "explorer?f=own&own=x%5E3" });
    await fieldIsThere("explorer");
    await page.page.$eval(".own .copy-code summary", (summary) => summary.click());
    await page.page.waitForSelector(".own .copy-code pre");
    const code = () => page.page.$eval(".own .copy-code pre", ({ innerText }) => innerText);
    assert.match(await code(), /def own\(x\):\n {4}return x\*\*3\.0\n\n\ndef own_derivative\(x\):\n {4}return 3\.0 \* x\*\*2\.0/);
    await page.page.select(".own select[name=code-language]", "Rust");
    assert.match(await code(), /pub fn own\(x: f64\) -> f64/);
    page.assertQuiet();
  });

  test("all fits a phone", async () => {
    await open({ lang: "ko", viewport: { width: 320, height: 640 }, fragment: "explorer?f=own" });
    await fieldIsThere("explorer");
    await write("explorer", `${"x + ".repeat(60)} foo(x)`);
    const { width, scroll, height } = await page.page.$eval("#explorer-own", (field) => ({
      width: document.documentElement.clientWidth,
      scroll: document.documentElement.scrollWidth,
      height: field.getBoundingClientRect().height,
    }));
    assert.ok(scroll <= width, `${scroll} px in a window of ${width} px`);
    assert.ok(height >= 44, `${height} px`);
  });

  test("a frame shows it, and what is locked cannot be typed over", async () => {
    await open({ query: { embed: "1" }, fragment: "neuron?f=own&own=x%5E2&lock=own" });
    await fieldIsThere("neuron");
    assert.equal(await inField("neuron"), "x^2");
    assert.equal(await page.page.$eval("#neuron-own", (field) => field.matches(":disabled")), true);
    page.assertQuiet();
  });

  for (const [lang, sentence] of [["en", /could not be loaded/], ["ko", /불러오지 못했습니다/]]) {
    test(`without its piece the page shows the other functions and says so (${lang})`, async () => {
      lack("typed-");
      await open({ lang, fragment: "explorer?f=relu,own" });
      assert.deepEqual(await shownFunctions(), ["value-relu", "gradient-relu"]);
      assert.match(await page.page.$eval("body", (body) => body.innerText), sentence);
      assert.equal(await page.page.$eval("#crash", (crash) => crash.hidden), true);
    });
  }
});
