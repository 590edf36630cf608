// The address describes the view: after any encoding of a link, and after writes that the browser has refused.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { HANGUL } from "./content.mjs";
import { lab, onPagesOfTheirOwn, openPage, page } from "./lab.mjs";

onPagesOfTheirOwn();

/** The page after opening a link: the demo in use, the fragment, and the notices. */
async function shown() {
  return page.page.evaluate(() => ({
    demo: document.documentElement.dataset.demo,
    fragment: location.hash,
    said: document.querySelector(".import").textContent,
  }));
}

describe("a link", () => {
  test("that was changed on its way opens the view that was meant", async () => {
    await openPage({ lang: "en" });
    for (const [link, fragment] of [
      ["explorer?f=relu&x=-1)", "explorer?f=relu&x=-1"],
      ["explorer?f=relu,elu).", "explorer?f=relu,elu"],
      ["chain.", "chain"],
      ["chain?depth=12에서", "chain?depth=12"],
      ["explorer%253Ff%253Drelu%2526x%253D2", "explorer?f=relu&x=2"],
      ["Explorer?F=TANH&X=1,5", "explorer?f=tanh&x=1.5"],
    ]) {
      await page.goTo(link);
      await page.settle();
      assert.deepEqual(await shown(), { demo: fragment.split("?")[0], fragment: `#${fragment}`, said: "" }, link);
    }
  });

  test("whose query has the end of a sentence behind it opens what was meant", async () => {
    await openPage({ lang: "en", query: { theme: "dark)" } });
    assert.equal((await page.root()).theme, "dark");
    await openPage({ lang: "en", query: { present: "1)." } });
    await page.untilPresenting();
    await openPage({ query: { lang: "en)." }, fragment: "chain" });
    assert.equal((await page.root()).lang, "en");
  });

  test("to a part of the lesson works with a full stop behind it", async () => {
    await openPage({ lang: "en", fragment: "cards." });
    const top = await page.page.$eval("#cards", (part) => part.getBoundingClientRect().top);
    assert.ok(Math.abs(top) < 200, `the cards are ${top} px from the window's upper edge`);
  });

  test("whose values are out of range is corrected in the address", async () => {
    await openPage({ lang: "en", fragment: "explorer?alpha=-2&slope=0.1" });
    assert.equal((await shown()).fragment, "#explorer?alpha=0.1");
    await page.goTo("chain?w=1000&depth=abc");
    assert.equal((await shown()).fragment, "#chain?w=100");
  });

  describe("to a step after the end of a run is corrected", () => {
    // The lengths of these runs follow from their other settings: layers, or steps until a descent diverges.
    const LINKS = [
      ["chain?depth=4&step=99", "chain?depth=4"],
      ["collapse?depth=5&step=20", "collapse?depth=5"],
      ["collapse?depth=5&step=6&lock=step", "collapse?depth=5&lock=step"],
      ["descent?rate=0.3&step=29", "descent?rate=0.3"],
      ["alpha?alpha=1.4&rate=3.9&step=90", "alpha?alpha=1.4&rate=3.9"],
      // The last step by its number, and one before it.
      ["chain?depth=4&step=9", "chain?depth=4&step=9"],
      ["collapse?depth=5&step=4", "collapse?depth=5&step=4"],
    ];
    const rest = () => page.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 600)));

    for (const [link, fragment] of LINKS) {
      test(`when the page opens with it: ${link}`, async () => {
        await openPage({ lang: "en", fragment: link });
        await page.untilAddress(fragment);
        const entries = await page.page.evaluate(() => history.length);
        await rest();
        assert.deepEqual([new URL(page.page.url()).hash, await page.page.evaluate(() => history.length)], [`#${fragment}`, entries]);
      });
    }

    test("before and after the demo has been loaded, without a history entry of its own", async () => {
      await openPage({ lang: "en", mounts: false });
      await page.page.waitForSelector("html[data-ready]");
      for (const turn of ["the first time", "again"]) {
        for (const [link, fragment] of LINKS) {
          const entries = await page.page.evaluate(() => history.length);
          await page.goTo(link);
          await page.untilAddress(fragment);
          await rest();
          const [at, then] = await page.page.evaluate(() => [location.hash, history.length]);
          // A browser may keep a limited number of entries, but these are few.
          assert.deepEqual([at, then], [`#${fragment}`, entries + 1], `${link}, ${turn}`);
          await page.goTo("explorer");
        }
      }
    });
  });

  for (const lang of ["ko", "en"]) {
    test(`that names no demo says so in ${lang}`, async () => {
      await openPage({ lang, fragment: "no-such-demo?x=3" });
      const { demo, fragment, said } = await shown();
      assert.deepEqual([demo, fragment], ["explorer", "#explorer"]);
      assert.equal(HANGUL.test(said), lang === "ko");
      assert.notEqual(said, "");
    });
  }

  test("without a view leaves the address as it is", async () => {
    await openPage({ lang: "en" });
    assert.equal(page.page.url(), `${lab.url}en/?lang=en`);
  });
});

test("what the browser refuses is written once it is allowed again", async () => {
  await openPage({
    lang: "en",
    prepare: async (page) => {
      // Safari refuses more than 100 writes in 10 s. This replacement refuses writes on request. Retries do not wait for a
      // time: the first comes at once, all others when writes are allowed again.
      await page.evaluateOnNewDocument(() => {
        const { replaceState, pushState } = History.prototype;
        const { setTimeout, setInterval, clearInterval } = window;
        window.refused = 0;
        for (const [name, write] of Object.entries({ replaceState, pushState })) {
          History.prototype[name] = function (...entry) {
            if (window.refuses) {
              window.refused += 1;
              throw new DOMException("too many writes", "SecurityError");
            }
            return write.apply(this, entry);
          };
        }
        window.setTimeout = (call, wait = 0, ...rest) => {
          if (wait < 500 || wait > 20_000) return setTimeout(call, wait, ...rest);
          const retry = setInterval(() => {
            if (window.refuses && window.refused > 1) return;
            clearInterval(retry);
            call();
          });
          return retry;
        };
      });
    },
  });
  await page.page.evaluate(() => (window.refuses = true));
  await page.setRange("x", 3, "#explorer");
  await page.until("a write and its retry have been refused", () => window.refused > 1);
  await page.choose("theme", "dark");
  assert.equal(new URL(page.page.url()).hash, "");
  await page.page.evaluate(() => (window.refuses = false));
  await page.untilAddress("explorer?x=3");
  await page.page.evaluate(() => history.back());
  await page.until("the entry before is there", () => location.hash === "");
});
