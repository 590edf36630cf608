// One demo in somebody's page: nothing else is there, and the frame gets as high as it is.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DEMOS } from "./content.mjs";
import { lab, onPagesOfTheirOwn, openPage, page } from "./lab.mjs";
import { serve } from "./server.mjs";

onPagesOfTheirOwn();

const open = (fragment, options) => openPage({ fragment, lang: "ko", reducedMotion: true, ...options });

/** The elements that can be seen among these. */
async function seen(selector) {
  return page.page.$$eval(selector, (all) => all.filter((element) => element.checkVisibility()).length);
}

describe("a demo for a frame", () => {
  for (const demo of DEMOS) {
    test(`is ${demo} and nothing else`, async () => {
      await open(demo, { query: { embed: "1" } });
      assert.equal(await seen("main section.demo"), 1);
      assert.equal(await seen(`#${demo} canvas.plot-marks`) > 0, true);
      assert.equal(await seen("h1"), 1, "its own title is the page's");
      assert.equal(await seen(".page-head, .page-foot, .contents, .part, .prose, .onward, .card"), 0);
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
    await page.until("the neuron", () => document.querySelector("main > #neuron output[name=z]") !== null);
    const { value } = await page.output("z", "#neuron");
    assert.equal(value, 3);
  });
});

describe("embed.js", () => {
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

  /** A page of somebody's own on another host, with demos in it. */
  async function host(body) {
    const html = `<!doctype html><title>A post</title><link rel="icon" href="data:,"><script src="${lab.url}embed.js" defer></script>${body}`;
    await writeFile(join(folder, "post.html"), html);
    await open("", { query: { embed: "1" } });
    await page.page.goto(`${blog.url}post.html`);
    assert.deepEqual(page.foreign.splice(0), [`${blog.url}post.html`], "only the post itself is on that host");
  }

  /** The demo within the frame. */
  const inside = () => page.page.frames().find((one) => one.url().includes("embed=1"));

  /** The height of the frame once it is that of what is in it. */
  async function settledHeight() {
    await page.until("the frame has its height", () => {
      const frame = document.querySelector("activation-lab iframe");
      return frame !== null && frame.style.height !== "40rem" && frame.offsetHeight > 300;
    });
    await inside().waitForFunction(
      () =>
        document.documentElement.hasAttribute("data-ready") &&
        Math.ceil(document.body.getBoundingClientRect().height) === innerHeight,
    );
    return page.page.$eval("activation-lab iframe", (frame) => frame.offsetHeight);
  }

  test("puts a view into a page and makes the frame as high as it", async () => {
    await host('<activation-lab view="neuron?b=2" lang="en" theme="dark"></activation-lab>');
    await settledHeight();
    const source = await page.page.$eval("activation-lab iframe", (frame) => frame.src);
    assert.equal(source, `${lab.url}?embed=1&lang=en&theme=dark#neuron?b=2`);
    const frame = inside();
    const [content, window] = await frame.evaluate(() => [
      Math.ceil(document.body.getBoundingClientRect().height),
      innerHeight,
    ]);
    assert.equal(content, window, "nothing to scroll, and no room to spare");
    assert.equal(await frame.evaluate(() => document.documentElement.lang), "en");
    assert.equal(await frame.evaluate(() => document.documentElement.dataset.theme), "dark");
  });

  test("follows its attributes", async () => {
    await host('<activation-lab view="neuron"></activation-lab>');
    await settledHeight();
    await page.page.$eval("activation-lab", (element) => element.setAttribute("view", "neuron?b=1"));
    assert.match(await page.page.$eval("activation-lab iframe", (frame) => frame.src), /#neuron\?b=1$/);
  });

  test("believes only its own frames, and only sound numbers", async () => {
    await host('<activation-lab view="neuron"></activation-lab>');
    const before = await settledHeight();
    await page.page.evaluate(() => {
      for (const height of [1, NaN, -5, 1e9, "1px"]) postMessage({ type: "activation-lab:height", height }, "*");
    });
    await page.page.evaluate(() => new Promise((done) => setTimeout(done)));
    assert.equal(await page.page.$eval("activation-lab iframe", (frame) => frame.offsetHeight), before);
  });
});
