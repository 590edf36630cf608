// The printed page: its content, and the figures in their state at the time of printing.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { DEMOS } from "./content.mjs";
import { unable } from "./harness.mjs";
import { lab, onPagesOfTheirOwn, openPage, page } from "./lab.mjs";

/** A4 without margins of 15 mm, in CSS pixels. */
const PAPER = { width: 680, height: 1009 };
/** The first hue of the light and of the dark theme in src/plot/theme.rs. */
const [LIGHT, DARK] = ["#17298F", "#A9B4FF"];

onPagesOfTheirOwn();

async function open(options) {
  await openPage({
    reducedMotion: true,
    ...options,
    // This listener comes before the app's, so that the content for printing is still in the page.
    prepare: (page) =>
      page.evaluateOnNewDocument(() => {
        addEventListener("afterprint", () => (window.printed = window.look()));
        window.look = () => ({
          theme: document.documentElement.dataset.theme,
          figures: [...document.querySelectorAll(".plot-place:not([hidden]) .plot-print")].map((place) => place.innerHTML),
          addresses: [...document.querySelectorAll(".printed-address")].map((place) => place.textContent),
        });
      }),
  });
}

/** Prints the page, and returns its content during printing. */
async function printed() {
  const pdf = await page.page.pdf({ format: "a4" });
  assert.equal(Buffer.from(pdf.subarray(0, 5)).toString(), "%PDF-");
  return page.page.evaluate(() => window.printed);
}

describe("a printed page", { skip: unable("print") }, () => {
  test("has its figures as lines, light on white, and is itself again after that", async () => {
    await open({ lang: "en", query: { theme: "dark" }, fragment: "explorer?x=2" });
    await page.bringAll();
    const widths = () => page.page.$$eval("canvas", (all) => all.map(({ width, height }) => [width, height]));
    // Distant plots are drawn when the browser is idle.
    await page.until("every plot is drawn", () =>
      [...document.querySelectorAll(".plot-place:not([hidden]) canvas.plot-marks")].every(({ width, height }) => width !== 300 || height !== 150),
    );
    const canvases = await widths();
    const { theme, figures } = await printed();
    assert.equal(theme, "light");
    assert.ok(figures.length >= 20, `${figures.length} figures`);
    assert.ok(figures.every((svg) => /^<svg[^]*<\/svg>\s*$/.test(svg)), "each is there, whole");
    assert.ok(figures[0].toUpperCase().includes(LIGHT) && !figures[0].toUpperCase().includes(DARK));
    await page.until("the page is dark again", () => document.documentElement.dataset.theme === "dark");
    await page.settle();
    assert.ok(await page.page.$$eval(".plot-print", (places) => places.every((place) => place.matches(":empty"))));
    assert.deepEqual(await widths(), canvases);
  });

  test("shows what the page shows at that moment, and says its address", async () => {
    await open({ lang: "en", fragment: "explorer?f=relu&x=2" });
    await page.bringAll();
    const first = await printed();
    await page.setRange("x", 3, "#explorer");
    const moved = await printed();
    assert.notEqual(moved.figures[0], first.figures[0], "the probe has moved");
    assert.deepEqual(moved.figures.slice(2), first.figures.slice(2), "the others have not");
    const address = (fragment) => `${lab.url}en/?lang=en#${fragment}`;
    assert.deepEqual(moved.addresses[0], address("explorer?f=relu&x=3"), "the page's");
    assert.deepEqual(moved.addresses.slice(1), DEMOS.map((id) => address(id === "explorer" ? "explorer?f=relu&x=3" : id)));
  });

  test("holds a run at the step that is to be seen", async () => {
    await open({ lang: "en", fragment: "chain?depth=1000&step=0", reducedMotion: false });
    await page.bringAll();
    await page.page.click("#chain .transport-button:nth-child(3)");
    await page.until("it plays", () => Number(document.querySelector("#chain input[name=step]").value) > 2);
    const { addresses } = await printed();
    const [, step] = addresses[1 + DEMOS.indexOf("chain")].match(/#chain\?depth=1000&step=(\d+)$/) ?? [];
    assert.ok(Number(step) > 2, `step ${step}`);
  });
});

describe("paper of A4", { skip: unable("lay a page out for paper and be asked about it") }, () => {
  /** Lays the page out as for printing. */
  async function layOut() {
    await page.page.evaluate(() => document.querySelectorAll(".data-table").forEach((table) => (table.open = true)));
    await page.page.setViewport(PAPER);
    await page.page.emulateMediaType("print");
    await page.page.evaluate(() => {
      dispatchEvent(new Event("beforeprint"));
    });
    await page.settle();
  }

  for (const [lang, colorScheme] of [["ko", "dark"], ["en", "light"]]) {
    test(`holds everything that there is to read, and nothing to press (${lang}, ${colorScheme})`, async () => {
      await open({ lang, colorScheme, fragment: "chain?beside=tanh,relu,elu&x=1" });
      await page.bringAll();
      await layOut();
      const found = await page.page.evaluate((height) => {
        const name = (element) => element.outerHTML.slice(0, 120);
        const seen = (selector) => [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());
        const root = document.documentElement;
        const whole = seen(".demo-figure, .demo-small-plots, .readouts, .demo-explanation, .card, .conditions tr");
        return {
          sideways: root.scrollWidth - root.clientWidth,
          pressed: seen("button, input, select, textarea, summary, nav, canvas, .demo-help, .skip-link").map(name),
          // Elements that must not be split have to fit on a page.
          cut: whole
            .filter((element) => getComputedStyle(element).breakInside !== "avoid" && !element.matches(".conditions"))
            .map(name),
          high: whole.filter((element) => element.getBoundingClientRect().height > height).map(name),
          // Text on white with less contrast than WCAG AA requires: 4.5:1 is a luminance of 0.183.
          pale: seen("main :is(p, li, td, th, h1, h2, h3, h4, a, label, caption)")
            .filter((element) => {
              const channels = getComputedStyle(element).color.match(/[\d.]+/g).slice(0, 3).map(Number);
              const [r, g, b] = channels.map((c) => (c <= 10.31475 ? c / 3294.6 : ((c / 255 + 0.055) / 1.055) ** 2.4));
              return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.183;
            })
            .map(name),
          paper: getComputedStyle(root).backgroundColor,
          counts: Object.fromEntries(
            [".part-head", ".demo-head", ".legend", ".plot-print svg", ".readouts table", ".card", ".card .facts", ".conditions table", ".printed-address"].map(
              (selector) => [selector, seen(selector).length],
            ),
          ),
          title: seen("h1").length,
        };
      }, PAPER.height);
      const { counts, ...rest } = found;
      assert.deepEqual(rest, { sideways: 0, pressed: [], cut: [], high: [], pale: [], paper: "rgb(255, 255, 255)", title: 1 });
      const { ".plot-print svg": figures, ...others } = counts;
      assert.ok(figures >= 20, `${figures} figures`);
      assert.deepEqual(others, {
        ".part-head": 7,
        ".demo-head": DEMOS.length,
        ".legend": DEMOS.length,
        ".readouts table": DEMOS.length,
        ".card": 8,
        ".card .facts": 8,
        ".conditions table": 1,
        ".printed-address": DEMOS.length + 1,
      });
      // A card with its code may be longer than a page, but not wider.
      await page.openAll();
      assert.ok(await page.page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth));
    });
  }

  for (const [what, javascript] of [["scrolled to or not", true], ["without JavaScript", false]]) {
    test(`has the figure of every demo, ${what}`, async () => {
      await openPage({ lang: "en", colorScheme: "dark", javascript });
      await page.page.setViewport(PAPER);
      await page.page.emulateMediaType("print");
      if (javascript) {
        await page.page.evaluate(() => {
          dispatchEvent(new Event("beforeprint"));
        });
        await page.settle();
      }
      const found = await page.page.evaluate(() => {
        const root = document.documentElement;
        const isThere = (demo) => {
          const figures = [...demo.querySelectorAll(":is(.still, .plot-print) svg")].filter((figure) => figure.checkVisibility());
          const boxes = figures.map((figure) => figure.getBoundingClientRect());
          return boxes.length > 0 && boxes.every(({ width, height, right }) => width >= 100 && height >= 50 && right <= root.clientWidth + 1);
        };
        return {
          without: [...document.querySelectorAll("section.demo")].filter((demo) => !isThere(demo)).map(({ id }) => id),
          paper: getComputedStyle(root).backgroundColor,
          hue: getComputedStyle(root).getPropertyValue("--series-0").trim().toUpperCase(),
        };
      });
      assert.deepEqual(found, { without: [], paper: "rgb(255, 255, 255)", hue: LIGHT });
    });
  }

  test("is vectors: no figure is a picture of pixels", async () => {
    await open({ lang: "en", fragment: "explorer" });
    const pdf = Buffer.from(await page.page.pdf({ format: "a4" })).toString("latin1");
    assert.ok((pdf.match(/\/Type\s*\/Page\b/g) ?? []).length > 5, "there are pages");
    assert.equal((pdf.match(/\/Subtype\s*\/Image/g) ?? []).length, 0);
  });
});
