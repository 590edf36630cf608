// The pieces of the app that are loaded when they are needed: each demo when it comes near, each tool when it is asked for; and
// what the page says when a piece cannot be had.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { lack, open, page } from "./missing.mjs";

/** The names of the pieces that the page itself has requested, without the hashes. The worker, which keeps all files, does not count. */
async function requested() {
  const urls = await page.page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
  return urls.map((url) => /\/([a-z]+)-[0-9a-f]{16}\.wasm$/.exec(url)?.[1]).filter((name) => name !== undefined);
}
const isLive = (demo) => page.page.$eval(`#${demo}`, (section) => "live" in section.dataset);
const press = (selector) => page.page.$eval(selector, (button) => button.click());

describe("a demo", () => {
  test("comes when it is near, and is a still figure until then", async () => {
    await open();
    assert.equal(await isLive("explorer"), true);
    assert.equal(await isLive("dead"), false);
    assert.ok(!(await requested()).includes("dead"));
    const figure = await page.page.$eval("#dead .demo-stage.still svg", (svg) => svg.getBoundingClientRect().height);
    assert.ok(figure > 50, `a figure ${figure} px high`);
    await page.bring("dead");
    assert.ok((await requested()).includes("dead"));
    assert.equal(await page.page.$$eval("#dead .demo-stage.still", (all) => all.length), 0, "the live demo takes the figure's place");
    page.assertQuiet();
  });

  test("comes first when the address names it", async () => {
    await open({ fragment: "chain?depth=12" });
    assert.equal(await isLive("chain"), true);
    assert.ok((await requested()).includes("chain") && !(await requested()).includes("descent"));
    page.assertQuiet();
  });

  test("comes when a link leads to it", async () => {
    await open();
    await page.page.evaluate(() => (location.hash = "dead?rate=0.05"));
    await page.until("the demo", () => "live" in document.querySelector("#dead").dataset);
    page.assertQuiet();
  });

  for (const [lang, sentence] of [["en", /could not be loaded/], ["ko", /불러오지 못했습니다/]]) {
    test(`that cannot be had says so, keeps its figure, and comes when it is tried again (${lang})`, async () => {
      lack("dead-");
      await open({ lang });
      await page.page.$eval("#dead", (section) => section.scrollIntoView({ behavior: "instant" }));
      await page.page.waitForSelector("#dead .missing");
      assert.match(await page.page.$eval("#dead .missing", (notice) => notice.textContent), sentence);
      assert.ok(await page.page.$("#dead .demo-stage.still svg"), "the figure stays");
      assert.equal(await page.page.$eval("#crash", (crash) => crash.hidden), true);
      await page.setRange("x", 2, "#explorer");
      assert.equal(await page.page.$eval("#explorer [name=x]", ({ value }) => value), "2", "the rest of the page goes on");
      lack();
      await press("#dead [data-missing=again]");
      await page.until("the demo", () => "live" in document.querySelector("#dead").dataset);
      assert.equal(await page.page.$("#dead .missing"), null);
    });
  }
});

describe("a tool", () => {
  const SHARE = "#explorer .panel.share > summary";

  test("comes when it is asked for, and stays when its panel is closed and opened again", async () => {
    await open();
    assert.ok(!(await requested()).includes("tools"));
    await press(SHARE);
    await page.page.waitForSelector("#explorer .share select");
    assert.ok((await requested()).includes("tools"));
    await press(SHARE);
    await press(SHARE);
    await page.page.select("#explorer .share select", await page.page.$eval("#explorer .share option:last-of-type", ({ value }) => value));
    await page.settle();
    page.assertQuiet();
  });

  test("that cannot be had says so in its place, and comes when it is tried again", async () => {
    lack("tools-");
    await open();
    await press(SHARE);
    await page.page.waitForSelector("#explorer .share .missing");
    assert.equal(await page.page.$eval("#crash", (crash) => crash.hidden), true);
    lack();
    await press("#explorer .share [data-missing=again]");
    await page.page.waitForSelector("#explorer .share select");
  });
});
