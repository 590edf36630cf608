// The address and the view follow each other, also for damaged links.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { FUNCTIONS, SIX, DEFAULTS, isClose } from "./functions.mjs";
import { lab, onPagesOfTheirOwn, openPage, page } from "./lab.mjs";

onPagesOfTheirOwn();

const open = (options) => openPage({ lang: "en", ...options });

/** Fails unless the page shows the view of an address without a fragment. */
async function assertDefaultView() {
  const shown = await page.page.evaluate(() => ({
    crashed: !document.getElementById("crash").hidden,
    checked: [...document.querySelectorAll("#explorer input[name=f]:checked")].map((box) => box.value),
    show: document.querySelector("input[name=show]:checked")?.value,
    numbers: Object.fromEntries(
      [...document.querySelectorAll("#explorer input.exact")].map(({ name, value }) => [name, Number(value)]),
    ),
    outputs: [...document.querySelectorAll("#explorer output data")].map((data) => Number(data.value)),
  }));
  const { outputs, ...rest } = shown;
  assert.deepEqual(rest, {
    crashed: false,
    checked: SIX,
    show: "both",
    numbers: { min: -6, max: 6, x: 1, ...DEFAULTS, ymin: -1.5, ymax: 1.5 },
  });
  const want = SIX.flatMap((id) => ["value", "gradient"].map((what) => FUNCTIONS[id][what](1, DEFAULTS)));
  assert.equal(outputs.length, want.length);
  for (const [index, output] of outputs.entries()) assert.ok(isClose(output, want[index]), `${output}`);
}

// Names for the report, each with a fragment.
const NASTY = [
  ["nothing", ""],
  ["only signs", "?&&==&?#&="],
  ["a lone percent sign", "%"],
  ["half an escape", "explorer?x=%E0%A4%A"],
  ["bytes that are no UTF-8", "%FF%FE%80explorer"],
  ["an escaped surrogate", "explorer?f=%ED%A0%80"],
  ["a NUL", "expl%00orer?x=5"],
  ["an unknown demo", "no-such-demo?x=5&f=relu"],
  ["a path", "../../etc/passwd"],
  ["an object's own words", "__proto__?constructor=1&toString=2"],
  ["markup", 'explorer?f=<img src=x onerror=alert(1)>"\'><script>alert(1)</script>'],
  ["escaped markup", "%3Cscript%3Ealert(1)%3C/script%3E"],
  ["no numbers", "explorer?x=NaN&min=inf&max=-Infinity&slope=1e999&alpha=&w1=0x10&b1=one&w2=1,5,2&b2=--1"],
  ["unknown options", "explorer?f=nosuch,neither&show=everything&fixy=yes"],
  ["unknown keys", "explorer?colour=red&ｘ=5"],
  ["keys without values", "explorer?f&x&min&max"],
  ["numbers in other digits", "explorer?x=５&max=٣"],
  ["emoji and Hangul", "🙂?함수=시그모이드&x=🙂"],
  ["very long", `explorer?x=${"9".repeat(400)}z&y=${"a".repeat(60_000)}`],
  ["very many pairs", `explorer?${"x=NaN&".repeat(5_000)}`],
];

/** Delays the event of a navigation by a few frames. */
const delayHashChange = (page) =>
  page.evaluateOnNewDocument(() =>
    addEventListener("hashchange", async (event) => {
      if (!event.isTrusted) return;
      event.stopImmediatePropagation();
      for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
      dispatchEvent(new HashChangeEvent("hashchange", event));
    }),
  );

describe("a mangled link", () => {
  for (const [name, fragment] of NASTY) {
    test(`opens the default view: ${name}`, async () => {
      await open({ fragment });
      await assertDefaultView();
    });
  }

  test("leads back to the default view from any other", async () => {
    await open();
    for (const [name, fragment] of NASTY) {
      await page.goTo("explorer?f=relu&x=3&show=value&alpha=2");
      await page.untilProbe(3);
      await page.goTo(fragment);
      await page.untilProbe(1).catch((cause) => {
        throw new Error(name, { cause });
      });
    }
    await assertDefaultView();
  });

  test("gives what can be understood of it", async () => {
    await open({ fragment: "explorer%3Ff%3Drelu%2Cnosuch%2Cleaky-relu%2Celu%26x%3D1e9&amp;alpha=99&slope=-1&max=-8&min=NaN" });
    const checked = await page.page.$$eval("#explorer input[name=f]:checked", (boxes) => boxes.map((box) => box.value));
    assert.deepEqual(checked, ["relu", "leaky-relu", "elu"]);
    assert.deepEqual([await page.number("x"), await page.number("alpha"), await page.number("slope")], [100, 5, 0]);
    assert.deepEqual([await page.number("min"), await page.number("max")], [-8, -6], "ends the wrong way round are swapped");
  });
});

// Lines of tests/host/links.rs, which has more lines and gives the sources of the numbers. The lines are never changed.
describe("a published link", () => {
  for (const [fragment, demo, name, value] of [
    ["chain?x=0", "chain", "gradient", 3.875220232083261e-7],
    ["explorer?f=elu&x=-2&alpha=2", "explorer", "gradient-elu", 0.2706705664732254],
    ["collapse?f=identity&depth=6&width=12&seed=3", "collapse", "a", -1.381171457362672],
  ]) {
    test(`shows what it has always shown: ${fragment}`, async () => {
      await open({ fragment });
      const shown = (await page.output(name, `#${demo}`)).value;
      // Twelve digits must agree, as in tests/host/links.rs.
      assert.ok(Math.abs(shown - value) <= 1e-12 * Math.abs(value), `${shown}`);
    });
  }
});

describe("the address", () => {
  test("follows every kind of control, without the defaults", async () => {
    await open();
    await page.setRange("x", 2.5);
    await page.untilAddress("explorer?x=2.5");
    await page.typeNumber("alpha", "1.25");
    await page.untilAddress("explorer?x=2.5&alpha=1.25");
    await page.choose("show", "overlay");
    await page.untilAddress("explorer?show=overlay&x=2.5&alpha=1.25");
    await page.choose("f", "maxout");
    await page.choose("f", "tanh");
    await page.untilAddress("explorer?f=sigmoid,relu,leaky-relu,elu&show=overlay&x=2.5&alpha=1.25");
    await page.setRange("x", 1);
    await page.choose("show", "both");
    await page.choose("f", "maxout");
    await page.choose("f", "tanh");
    await page.typeNumber("alpha", "1");
    await page.untilAddress("explorer");
  });

  test("opens the same view again", async () => {
    await open();
    await page.setRange("x", -1.5);
    await page.setRange("w2", 2);
    await page.setRange("max", 3);
    await page.untilAddress("explorer?max=3&x=-1.5&w2=2");
    const outputs = () => page.page.$$eval("#explorer output data", (all) => all.map((data) => data.value));
    const before = await outputs();
    await page.page.reload();
    await page.ready();
    assert.deepEqual(await outputs(), before);
    assert.deepEqual([await page.number("max"), await page.number("x"), await page.number("w2")], [3, -1.5, 2]);
  });

  test("goes back and forward, a slider's whole way at once", async () => {
    await open();
    await page.setRange("x", 2);
    await page.untilAddress("explorer?x=2");
    await page.setRange("x", 3);
    await page.untilAddress("explorer?x=3");
    await page.setRange("slope", 0.5);
    await page.untilAddress("explorer?x=3&slope=0.5");
    await page.travel(-1);
    await page.until("the slope is back", () => document.querySelector("input[name=slope]").value === "0.1");
    assert.equal(await page.number("x"), 3);
    await page.travel(-1);
    await page.untilProbe(1);
    await page.travel(2);
    await page.untilProbe(3);
    assert.equal(await page.number("slope"), 0.5);
    await page.settle();
    const { value } = await page.output("value-relu");
    assert.equal(value, 3);
  });

  for (const [how, prepare] of [["", undefined], [" on a slow machine", delayHashChange]]) {
    test(`follows links within the page, and leads back to where they were${how}`, async () => {
      await open({ fragment: "explorer?x=2", prepare });
      const link = "#card-elu a.card-open";
      await page.page.$eval(link, (link) => link.scrollIntoView({ block: "center", behavior: "instant" }));
      const from = await page.page.evaluate(() => scrollY);
      await page.page.click(link);
      await page.untilAddress("explorer?f=elu");
      await page.until("elu alone", () => document.querySelectorAll("#explorer output").length === 2);
      await page.untilScrolled();
      const demo = await page.page.$eval("#explorer", (section) => section.getBoundingClientRect().top);
      // The page scrolls to whole display pixels, but the demo may be between two pixels.
      assert.ok(demo > -2 && demo < 100, `the demo is at ${demo} px`);
      await page.travel(-1);
      await page.untilProbe(2);
      assert.equal((await page.page.$$("#explorer output")).length, 12);
      await page.untilScrolled();
      const back = await page.page.evaluate(() => scrollY);
      // The height of the page above the cards is the same, except for rounding.
      assert.ok(Math.abs(back - from) < 2, `back at ${back} px, from ${from} px`);
    });
  }

  test("is followed though a change has not been written yet", async () => {
    await open();
    await page.setRange("x", 2);
    await page.page.evaluate(() => {
      location.hash = "#chain?depth=3";
      // `pagehide` makes the app write a change to the address. Here it comes before `hashchange`.
      dispatchEvent(new Event("pagehide"));
    });
    await page.until("the depth is the link's", () => document.querySelector("#chain input[name=depth]").value === "3");
    await page.untilAddress("chain?depth=3");
  });

  test("is left alone by places in the page that are no views", async () => {
    await open({ fragment: "explorer?x=2" });
    await page.setRange("x", 3);
    await page.page.evaluate(() => {
      location.hash = "#card-elu";
    });
    await page.untilScrolled();
    await page.untilAddress("explorer?x=3");
    assert.equal(await page.number("x"), 3);
    const card = await page.page.$eval("#card-elu", (card) => card.getBoundingClientRect().top);
    assert.ok(Math.abs(card) < 100, `the card is at ${card} px`);
  });

  test("is not written while nothing rests, and not by looking", async () => {
    await open({
      prepare: (page) =>
        page.evaluateOnNewDocument(() => {
          window.written = 0;
          for (const name of ["pushState", "replaceState"]) {
            const original = history[name];
            history[name] = function (...told) {
              window.written += 1;
              return original.apply(this, told);
            };
          }
        }),
    });
    await page.page.evaluate(async () => {
      const range = document.querySelector("input[type=range][name=x]");
      for (let step = 0; step < 200; step += 1) {
        range.value = String(-5 + step / 20);
        range.dispatchEvent(new Event("input", { bubbles: true }));
        if (step % 10 === 0) await new Promise(requestAnimationFrame);
      }
    });
    await page.untilAddress("explorer?x=4.9");
    const written = await page.page.evaluate(() => window.written);
    // There is one write, or a few on a machine so slow that a frame takes longer than the delay before a write.
    assert.ok(written <= 5, `${written} times`);
  });
});

describe("the copy button", () => {
  /** Replaces the clipboard of the browser by one that stores the text, or that refuses it unless `works`. */
  const withClipboard = (works) => (page) =>
    page.evaluateOnNewDocument((works) => {
      window.copied = [];
      Clipboard.prototype.writeText = async (text) => {
        if (!works) throw new DOMException("denied", "NotAllowedError");
        window.copied.push(text);
      };
    }, works);

  const said = () => page.page.$eval(".copy-link [role=status]", (status) => status.textContent.trim());

  test("copies the view of this very moment, and says so", async () => {
    await open({ prepare: withClipboard(true) });
    const link = await page.page.evaluate(async () => {
      const range = document.querySelector("input[type=range][name=x]");
      range.value = "4";
      range.dispatchEvent(new Event("input", { bubbles: true }));
      // The click is in the same task, so the address has not been written yet.
      document.querySelector(".copy-link button").click();
      return location.href;
    });
    assert.ok(!link.includes("x=4"), "the address lags behind");
    await page.until("it says so", () => document.querySelector(".copy-link [role=status]").textContent.trim() !== "");
    assert.equal(await said(), "Link copied");
    assert.deepEqual(await page.page.evaluate(() => window.copied), [`${lab.url}en/?lang=en#explorer?x=4`]);
    assert.equal(await page.page.$(".copy-link-address"), null);
  });

  test("shows the link where the browser refuses", async () => {
    await open({ fragment: "explorer?f=elu&alpha=3", prepare: withClipboard(false) });
    await page.page.click(".copy-link button");
    await page.until("the link is shown", () => document.querySelector(".copy-link-address") !== null);
    assert.match(await said(), /copy this address/);
    const input = await page.page.$(".copy-link-address");
    await input.focus();
    const selected = await input.evaluate((input) => input.value.slice(input.selectionStart, input.selectionEnd));
    assert.equal(selected, `${lab.url}en/?lang=en#explorer?f=elu&alpha=3`, "selected when it gets the focus");
  });
});
