// Changes of the window's size in one step, as on a tablet that shows two apps.

import assert from "node:assert/strict";
import { test } from "node:test";
import { DEMOS } from "./content.mjs";
import { onPagesOfTheirOwn, openPage, page } from "./lab.mjs";

onPagesOfTheirOwn();

for (const [what, query, widths] of [
  // WebKit crashed at the first of these steps, in the layout of a demo's explanation.
  ["the lesson", {}, [1280, 530, 1280, 390, 1120, 560, 1920]],
  ["a frame", { embed: "1" }, [1280, 530, 1280, 320]],
  ["a presentation", { present: "1" }, [1280, 530, 1280, 390]],
]) {
  for (const demo of DEMOS) {
    test(`${demo} in ${what} lives on at any width`, async () => {
      const [first, ...others] = widths;
      await openPage({ fragment: demo, lang: "ko", query, viewport: { width: first, height: 900 } });
      for (const width of others) {
        await page.page.setViewport({ width, height: 900 });
        await page.until(`the window is ${width} px wide`, (width) => innerWidth === width, width);
        await page.settle();
        const { breadth, seen } = await page.page.evaluate((demo) => {
          const section = document.getElementById(demo);
          section.scrollIntoView({ behavior: "instant" });
          return { breadth: document.documentElement.scrollWidth, seen: section.querySelector("canvas.plot-marks") !== null };
        }, demo);
        assert.ok(breadth <= width, `${breadth} px of ${width}`);
        assert.ok(seen, `its plots are there at ${width} px`);
      }
    });
  }
}
