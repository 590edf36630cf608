// Number fields: numbers as people type them, and the messages for numbers that are not accepted.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { HANGUL } from "./content.mjs";
import { onOnePage, openPage, page } from "./lab.mjs";

/** The state of a number field of the explorer: its text, whether it is marked as invalid, and its message. */
async function field(name) {
  return page.page.$eval(`#explorer input.exact[name="${name}"]`, (input) => ({
    shown: input.value,
    now: input.getAttribute("aria-valuenow"),
    invalid: input.getAttribute("aria-invalid"),
    said: document.getElementById(input.getAttribute("aria-describedby")).textContent,
  }));
}

const taken = (number) => ({ shown: number, now: number, invalid: null, said: "" });

describe("a number", () => {
  onOnePage(() => openPage({ lang: "en" }));

  test("point and comma both mean the decimal point", async () => {
    for (const [typed, number] of [
      ["0,5", "0.5"], ["0.25", "0.25"], [" -3 ", "-3"], ["−2,5", "-2.5"], ["1e-3", "0.001"], ["+4", "4"], [".5", "0.5"],
    ]) {
      await page.typeNumber("x", typed, "#explorer");
      assert.deepEqual(await field("x"), taken(number), `typed ${typed}`);
    }
  });

  test("what is no number is said, stays to be mended, and changes nothing", async () => {
    await page.typeNumber("x", "2", "#explorer");
    for (const typed of ["abc", "1.000,5", "3 5", "<b>x</b>", "NaN", "inf"]) {
      await page.typeNumber("x", typed, "#explorer");
      const { shown, now, invalid, said } = await field("x");
      assert.deepEqual([shown, now, invalid], [typed, "2", "true"], `typed ${typed}`);
      assert.ok(said.includes(typed) && said.includes("not a number"), said);
    }
    await page.page.$eval("#explorer input.exact[name=x]", (input) => input.blur());
    await page.settle();
    assert.equal((await field("x")).shown, "2", "what is left shows what is");
    await page.typeNumber("x", "3", "#explorer");
    assert.deepEqual(await field("x"), taken("3"));
  });

  test("what is out of range is said beside the field, with what is taken instead", async () => {
    for (const [name, typed, number] of [["x", "1e999", "100"], ["x", "-101", "-100"], ["alpha", "0", "0.1"]]) {
      await page.typeNumber(name, typed, "#explorer");
      const { shown, said } = await field(name);
      assert.equal(shown, number, `${name}: typed ${typed}`);
      assert.ok(said.includes(number), said);
    }
    await page.setRange("x", 1, "#explorer");
    assert.deepEqual(await field("x"), taken("1"), "it is over with the next number");
    await page.goTo("explorer?min=-6");
  });

  test("the least distance of two ends is said, with what becomes of both", async () => {
    const apart = (gap, low, high) => new RegExp(`at least ${gap} apart.* ${low} and ${high}\\.$`);
    const range = /range is -\d+ to \d+, so/;
    for (const [link, ...cases] of [
      [
        "explorer",
        ["min", "8", "8", apart("0.5", "8", "8.5")], ["min", "99.8", "99.5", apart("0.5", "99.5", "100")],
        ["min", "500", "99.5", apart("0.5", "99.5", "100"), range], ["max", "-8", "-8", apart("0.5", "-8.5", "-8")],
        ["max", "-99.9", "-99.5", apart("0.5", "-100", "-99.5")], ["max", "-1e9", "-99.5", apart("0.5", "-100", "-99.5"), range],
      ],
      ["explorer?fixy=1", ["ymin", "3", "3", apart("0.1", "3", "3.1")], ["ymax", "-2e3", "-999.9", apart("0.1", "-1000", "-999.9"), range]],
    ]) {
      for (const [name, typed, number, ...told] of cases) {
        await page.goTo("explorer?x=2");
        await page.goTo(link);
        await page.settle();
        await page.typeNumber(name, typed, "#explorer");
        const { shown, said } = await field(name);
        assert.equal(shown, number, `${name}: typed ${typed}`);
        for (const words of told) assert.match(said, words);
        if (told.length === 1) assert.doesNotMatch(said, range);
      }
    }
    await page.goTo("explorer?x=2");
    await page.typeNumber("min", "1", "#explorer");
    assert.deepEqual(await field("min"), taken("1"), "what moves nothing else is not spoken of");
    await page.goTo("explorer?min=1&max=1.5");
    await page.typeNumber("min", "1", "#explorer");
    await page.press("ArrowUp");
    assert.match((await field("min")).said, apart("0.5", "1.1", "1.6"), "arrow keys move the other end as well");
    await page.setRange("max", 5, "#explorer");
    assert.deepEqual(await field("min"), taken("1.1"), "it is over when the other end moves on");
    await page.goTo("explorer?min=-6");
  });

  test("a whole number is taken for one that is not", async () => {
    await page.bring("chain");
    await page.typeNumber("depth", "3.6", "#chain");
    const [shown, said] = await page.page.evaluate(() => [
      document.querySelector("#chain input.exact[name=depth]").value,
      document.querySelector("#chain-depth-remark").textContent,
    ]);
    assert.equal(shown, "4");
    assert.match(said, /whole/);
  });

  test("arrow keys move the number by a step, Escape takes back what was typed", async () => {
    await page.typeNumber("x", "1", "#explorer");
    await page.press("ArrowUp");
    assert.deepEqual(await field("x"), taken("1.1"));
    await page.press("ArrowDown", "ArrowDown");
    assert.deepEqual(await field("x"), taken("0.9"));
    await page.page.keyboard.type("77");
    await page.press("Escape");
    assert.deepEqual(await field("x"), taken("0.9"));
  });

  test("it is said in Korean on the Korean page", async () => {
    await page.chooseLanguage("ko");
    await page.typeNumber("x", "abc", "#explorer");
    assert.match((await field("x")).said, HANGUL);
    await page.typeNumber("x", "1000", "#explorer");
    assert.match((await field("x")).said, HANGUL);
    await page.typeNumber("min", "8", "#explorer");
    assert.match((await field("min")).said, /0\.5 이상.* 8 ~ 8\.5 /);
    await page.goTo("explorer?x=2");
    await page.chooseLanguage("en");
  });

  test("the two ends of an interval stand in one line with their name and their reset", async () => {
    const rows = await page.page.evaluate(() => {
      const group = document.querySelector("#explorer .interval");
      const middle = (element) => {
        const { top, height, left, right } = element.getBoundingClientRect();
        return { y: top + height / 2, left, right };
      };
      return [".control-name", ".interval-numbers", ".reset"].map((part) => middle(group.querySelector(part)));
    });
    for (const [here, next] of [[0, 1], [1, 2]].map(([a, b]) => [rows[a], rows[b]])) {
      assert.ok(Math.abs(here.y - next.y) < 4, `${JSON.stringify(rows)} is one line`);
      assert.ok(here.right <= next.left + 1, `${JSON.stringify(rows)} has an order`);
    }
  });
});
