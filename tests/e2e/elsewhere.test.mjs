// Interference by browsers: translation of the page, ignored downloads, and calls without an answer.

import assert from "node:assert/strict";
import { test } from "node:test";
import { DEMOS, HANGUL } from "./content.mjs";
import { onPagesOfTheirOwn, openPage, page } from "./lab.mjs";

onPagesOfTheirOwn();

const open = (options) => openPage({ lang: "en", ...options });

/** Saves the explorer's picture. `format` is the name of the button, which comes with the tools. */
async function save(format) {
  await page.page.click("#explorer .export > summary");
  const button = `#explorer [data-save="${format}"]`;
  await page.page.waitForSelector(button);
  await page.page.click(button);
}

/** Shortens the app's time limits for the browser, from 5 to 10 s, to 50 ms. Runs in the page. */
function shortenLimits() {
  const { setTimeout } = window;
  window.setTimeout = (call, wait = 0, ...rest) => setTimeout(call, wait >= 5000 && wait < 10_000 ? 50 : wait, ...rest);
}

/** Translates the page as browsers do: each text gets other words and new elements around it. */
async function translate() {
  await page.page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, (node) => {
      const isLeft = node.parentElement.closest("[translate=no], script, style, textarea, select, canvas");
      return isLeft || node.data.trim() === "" ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
    });
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
      const [outer, inner] = ["font", "font"].map((name) => document.createElement(name));
      inner.textContent = `«${text.data}»`;
      outer.append(inner);
      text.replaceWith(outer);
    }
  });
  await page.settle();
}

test("a page that has been translated goes on", async () => {
  await open({ fragment: "chain?step=3", reducedMotion: true });
  await translate();
  const texts = (selector) => page.page.$$eval(`#chain ${selector}`, (all) => all.map((element) => element.textContent));
  const [moment] = await texts(".transport-moment span");
  assert.match(moment, /^«3 \//, "it has been translated");
  await page.page.click("#chain .transport-button:nth-child(4)");
  await page.settle();
  assert.match((await texts(".transport-moment span"))[0], /^4 \//, "the run's line goes on");
});

for (const demo of DEMOS) {
  test(`${demo}, translated, shows what its sliders say`, async () => {
    await open({ fragment: demo, reducedMotion: true });
    const numbers = () =>
      page.page.$$eval(`#${demo} :is(.readouts, .demo-explanation, .transport-moment)`, (all) => all.map(({ innerText }) => innerText));
    await translate();
    const before = await numbers();
    await page.page.$eval(`#${demo} .controls`, (controls) => {
      // The first slider of the explorer is the input range, which its numbers do not depend on.
      const slider = controls.querySelector("[type=range][name=x]:enabled") ?? controls.querySelector("[type=range]:enabled");
      const { min, max, step } = slider;
      slider.value = Math.min(Number(max), Number(slider.value) + Math.max(Number(step), (max - min) / 5));
      if (slider.value === slider.max) slider.value = slider.min;
      slider.dispatchEvent(new Event("input", { bubbles: true }));
    });
    await page.settle();
    await page.settle();
    assert.notDeepEqual(await numbers(), before, "the numbers go on");
    page.assertQuiet();
  });
}

test("formulas, numbers and code are not to be translated", async () => {
  // The learned α reaches the end of its range, which a line of its own says.
  await open({ fragment: "alpha?alpha=1.4&rate=3.9" });
  assert.match(await page.page.$eval("#alpha .demo-explanation", (place) => place.textContent), /is kept between/);
  await page.bringAll();
  await page.openAll();
  const touched = await page.page.evaluate(() =>
    [...document.querySelectorAll("main :is(math, output, td data, code, .formula-line)")]
      .filter((element) => element.checkVisibility() && !element.closest("[translate=no]"))
      .map((element) => element.outerHTML.slice(0, 80)),
  );
  assert.deepEqual(touched, []);
});

test("a picture that the browser never makes is not waited for without a word", async () => {
  await open({
    prepare: async (page) => {
      await page.evaluateOnNewDocument(shortenLimits);
      await page.evaluateOnNewDocument(() => {
        HTMLCanvasElement.prototype.toBlob = () => {};
      });
    },
  });
  await save("2");
  await page.until("it is said", () => document.querySelector(".import").textContent.includes("SVG"));
});

test("a copy that the browser never makes is offered by hand", async () => {
  await open({
    fragment: "chain",
    prepare: async (page) => {
      await page.evaluateOnNewDocument(shortenLimits);
      await page.evaluateOnNewDocument(() => {
        Clipboard.prototype.writeText = () => new Promise(() => {});
      });
    },
  });
  await page.page.click("#chain .copy-link button");
  await page.until("the link is there to be copied", () => /#chain/.test(document.querySelector("#chain .copy-link input")?.value));
});

test("a file that the browser never reads is not waited for without a word", async () => {
  await open({
    prepare: async (page) => {
      await page.evaluateOnNewDocument(shortenLimits);
      await page.evaluateOnNewDocument(() => {
        Blob.prototype.arrayBuffer = () => new Promise(() => {});
      });
    },
  });
  await page.page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(["<svg/>"], "picture.svg"));
    dispatchEvent(new DragEvent("drop", { dataTransfer, cancelable: true }));
  });
  await page.until("it is said", () => document.querySelector(".import").textContent.includes("could not be read"));
});

test("a file that the browser does not make is not left without a word", async () => {
  await open({
    prepare: (page) =>
      page.evaluateOnNewDocument(() => {
        URL.createObjectURL = () => {
          throw new TypeError("refused");
        };
      }),
  });
  await save("svg");
  await page.until("it is said", () => document.querySelector(".import").textContent.includes("could not make the file"));
});

for (const lang of ["ko", "en"]) {
  test(`another way is offered where downloads are ignored (${lang})`, async () => {
    await open({
      lang,
      prepare: (page) =>
        page.evaluateOnNewDocument(() => {
          HTMLAnchorElement.prototype.click = () => {};
        }),
    });
    await save("svg");
    await page.until("the file's name is said", () =>
      document.querySelector("#explorer .saved [role=status]").textContent.includes(".svg"),
    );
    const { link, said } = await page.page.$eval("#explorer .saved", (saved) => ({
      link: saved.querySelector("a").href,
      said: saved.textContent,
    }));
    assert.match(link, /^blob:/);
    assert.equal(HANGUL.test(said), lang === "ko");
  });
}
