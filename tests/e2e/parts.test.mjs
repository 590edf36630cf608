// The lesson around the demos: the table of contents, the addresses of the parts, the table of the conditions, the
// links in the cards, and the prose.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { HANGUL } from "./content.mjs";
import { DEFAULTS, FUNCTIONS } from "./functions.mjs";
import { unable } from "./harness.mjs";
import { onPagesOfTheirOwn, openPage, page } from "./lab.mjs";

/** The parts in their order, each with its demos. The explorer is before the first part. */
const PARTS = {
  what: ["neuron", "collapse", "descent", "classify"],
  conditions: [],
  cards: ["maxout", "alpha"],
  library: [],
  training: ["chain", "dead"],
  choosing: [],
  reading: [],
};
/** The ids of all parts and demos, in the order of the page. */
const STOPS = ["explorer", ...Object.entries(PARTS).flatMap(([part, demos]) => [part, ...demos])];

onPagesOfTheirOwn();

const open = (fragment, options) => openPage({ fragment, lang: "en", reducedMotion: true, ...options });

/** Fails unless this section is at the top of the window, or the page is scrolled to its end. */
async function assertArrived(id) {
  await page.untilScrolled();
  const { at, left } = await page.page.$eval(`#${id}`, (section) => ({
    at: section.getBoundingClientRect().top,
    left: document.documentElement.scrollHeight - innerHeight - scrollY,
  }));
  // The page scrolls to whole display pixels.
  const isThere = Math.abs(at) < 2 || (left < 2 && at > 0);
  assert.ok(isThere, `${id} is ${at} px from the top of the window, which could go on for ${left} px`);
}

/** Follows a link with the keyboard. */
async function followByKey(link) {
  const fragment = await page.page.$eval(link, (link) => {
    link.focus();
    return link.hash;
  });
  await page.page.keyboard.press("Enter");
  await page.untilAddress(fragment.slice(1));
}

describe("the contents", () => {
  for (const lang of ["ko", "en"]) {
    test(`list every part and demo below the explorer, in the order of the page (${lang})`, async () => {
      await open("", { lang });
      const { links, order } = await page.page.evaluate((stops) => {
        const title = (id) => document.getElementById(`${id}-heading`)?.textContent.trim();
        return {
          links: [...document.querySelectorAll("nav.contents a")].map((link) => ({
            id: link.hash.slice(1),
            says: link.textContent,
            title: title(link.hash.slice(1)),
            under: link.closest("ul").closest("li")?.querySelector("a").hash.slice(1) ?? null,
          })),
          order: [...document.querySelectorAll("section[id]")].map(({ id }) => id).filter((id) => stops.includes(id)),
        };
      }, STOPS);
      assert.deepEqual(order, STOPS, "the sections");
      assert.deepEqual(links.map(({ id }) => id), STOPS.slice(1), "the links");
      for (const { id, says, title, under } of links) {
        const part = Object.keys(PARTS).indexOf(id);
        // All parts except the last one have a number, in the contents and in their headings.
        const number = part >= 0 && id !== "reading" ? part + 1 : null;
        assert.equal(says.replace(/^(\d)\. /, "$1 "), title, `${id} is called the same in both places`);
        assert.equal(title.match(/^(\d) /)?.[1], number?.toString(), `the number of ${id}`);
        const home = Object.keys(PARTS).find((part) => PARTS[part].includes(id)) ?? null;
        assert.equal(under, home, `${id} stands below its part`);
        assert.match(title, lang === "ko" ? /[가-힣]/ : /^[^가-힣]+$/);
      }
    });

    test(`go on from each stop to the next (${lang})`, async () => {
      await open("", { lang });
      const ways = await page.page.$$eval("nav.onward", (all) =>
        all.map((nav) => {
          const way = (kind) => {
            const link = nav.querySelector(`a.${kind}`);
            if (!link) return null;
            const heading = document.querySelector(`${link.hash}-heading`);
            const number = heading.querySelector(".part-number")?.textContent ?? "";
            const title = heading.textContent.slice(number.length).trim();
            return { to: link.hash.slice(1), named: link.textContent.includes(title) };
          };
          return { from: nav.closest("section").id, previous: way("previous"), next: way("next") };
        }),
      );
      // A part with demos has no links of its own, because its first demo follows it.
      const from = STOPS.slice(1).filter((stop) => !PARTS[stop]?.length);
      const to = (stop) => (stop === undefined ? null : { to: stop, named: true });
      const want = from.map((stop) => {
        const place = STOPS.indexOf(stop);
        return { from: stop, previous: to(STOPS[place - 1]), next: to(STOPS[place + 1]) };
      });
      assert.deepEqual(ways, want);
    });
  }

  test("lead from the first stop to the last by the keyboard", async () => {
    await open("");
    await followByKey('nav.contents a[href="#what"]');
    await assertArrived("what");
    await followByKey('nav.contents a[href="#neuron"]');
    await assertArrived("neuron");
    for (let stop = "neuron"; stop !== "reading"; ) {
      const next = STOPS[STOPS.indexOf(stop) + 1];
      // A part with demos has no link to the next stop.
      const from = PARTS[stop]?.length ? PARTS[stop][0] : stop;
      if (from === stop) await followByKey(`#${stop} nav.onward .next`);
      await assertArrived(from === stop ? next : stop);
      stop = from === stop ? next : from;
    }
    await followByKey("#reading nav.onward .previous");
    await assertArrived("choosing");
  });
});

describe("the address", () => {
  test("keeps a part's name, and the view stays as it is", async () => {
    await open("explorer?x=2");
    await page.setRange("x", 3, "#explorer");
    await page.untilAddress("explorer?x=3");
    await page.goTo("cards");
    await assertArrived("cards");
    await page.untilAddress("cards");
    assert.equal(await page.number("x", "#explorer"), 3);
  });

  test("is the view's again once it changes, and both are there to go back to", async () => {
    await open("explorer?x=2");
    await page.goTo("cards");
    await page.setRange("slope", 0.5, "#explorer");
    await page.untilAddress("explorer?x=2&slope=0.5");
    await page.travel(-1);
    await page.untilAddress("cards");
    await page.until("the slope is as it was", () => document.querySelector("#explorer input[name=slope]").value === "0.1");
    assert.equal(await page.number("x", "#explorer"), 2);
    await page.travel(-1);
    await page.untilAddress("explorer?x=2");
    assert.equal(await page.number("x", "#explorer"), 2);
    await page.travel(2);
    await page.untilAddress("explorer?x=2&slope=0.5");
    await page.until("the slope is back", () => document.querySelector("#explorer input[name=slope]").value === "0.5");
    assert.equal(await page.number("x", "#explorer"), 2);
  });

  test("has an entry for a part between two moves of one slider", async () => {
    await open("explorer?x=2");
    await page.setRange("x", 3, "#explorer");
    await page.untilAddress("explorer?x=3");
    await page.goTo("cards");
    await page.setRange("x", 4, "#explorer");
    await page.untilAddress("explorer?x=4");
    await page.travel(-1);
    await page.untilAddress("cards");
    await page.untilProbe(3);
  });

  test("of a part gives its view back from another one", async () => {
    await open("explorer?x=2");
    await page.goTo("conditions");
    await page.goTo("explorer?x=-4");
    await page.untilProbe(-4);
    await page.travel(-1);
    await page.untilAddress("conditions");
    await page.untilProbe(2);
  });

  test("of a part keeps the view through a reload", async () => {
    await open("explorer?x=2");
    await page.setRange("x", 3, "#explorer");
    await page.untilAddress("explorer?x=3");
    await page.goTo("cards");
    await page.page.reload();
    await page.ready();
    await page.untilAddress("cards");
    assert.equal(await page.number("x", "#explorer"), 3);
  });

  for (const part of Object.keys(PARTS)) {
    // The last part is the end of the page.
    const skip = part === "reading" && unable("hold the end of a page that becomes shorter and then longer");
    test(`opens the page at a part (${part}), with every view at its defaults`, { skip }, async () => {
      await open(part);
      await assertArrived(part);
      await page.untilAddress(part);
      assert.equal(await page.number("x", "#explorer"), 1);
      assert.equal((await page.output("value-relu", "#explorer")).value, 1);
    });
  }
});

describe("the table of the conditions", () => {
  /** The ranges from textbooks, for the default parameters. */
  const RANGES = {
    sigmoid: "(0, 1)",
    tanh: "(−1, 1)",
    relu: "[0, ∞)",
    "leaky-relu": "(−∞, ∞)",
    elu: "(−1, ∞)",
    maxout: "[0, ∞)",
    identity: "(−∞, ∞)",
    step: "{0, 1} (two values only)",
  };
  /** The texts for the sides on which the slope goes to 0. The keys are "left,right". */
  const FADES = { "true,true": "both sides", "true,false": "left (x → −∞)", "false,true": "right (x → ∞)", "false,false": "nowhere" };
  const PLACES = Array.from({ length: 801 }, (_, index) => (index - 400) / 20);

  /** The properties of a function, computed from its values and gradients. */
  function facts(id, parameters) {
    const p = { ...DEFAULTS, ...parameters };
    const [value, gradient] = ["value", "gradient"].map((what) => (x) => FUNCTIONS[id][what](x, p));
    const h = 1e-6;
    // Second derivatives are at most 2, so the slopes on both sides of a smooth place differ by 2e-6, plus rounding of
    // 1e-9. At the kinks here they differ by 0.5 or more.
    const kinks = PLACES.filter((x) => Math.abs(value(x + h) - 2 * value(x) + value(x - h)) / h > 1e-5);
    const steepest = Math.max(...PLACES.map((x) => Math.abs(gradient(x))));
    const isMissed = (x) => Math.abs(value((x - 20) / 2) - (value(x) + value(-20)) / 2) > 1e-13;
    const isFlat = (x) => Math.abs(gradient(x)) < 1e-300;
    return {
      // The tolerance of 1e-13 is a few roundings of numbers up to 20.
      nonLinear: PLACES.some(isMissed),
      kinks,
      hasGradient: steepest > 0,
      steepest,
      fades: FADES[[isFlat(-1e3), isFlat(1e3)]],
      zeroCentred: PLACES.every((x) => value(x) === -value(-x)),
    };
  }

  /** The rows of the table: the function's id, the texts of the cells without their marks, and the marks. */
  async function rows() {
    return page.page.$$eval("#conditions table tbody tr", (rows) =>
      rows.map((row) => {
        const id = new URLSearchParams(row.querySelector("th a").hash.split("?")[1]).get("f");
        const cells = [...row.querySelectorAll("td")];
        const marks = cells.map((cell) => cell.querySelector("[aria-hidden]")?.textContent ?? "");
        return { id, marks, cells: cells.map((cell, index) => cell.textContent.slice(marks[index].length).trim()) };
      }),
    );
  }

  async function assertTable(parameters, ranges = RANGES) {
    const all = await rows();
    assert.deepEqual(all.map(({ id }) => id), Object.keys(FUNCTIONS));
    for (const { id, cells, marks } of all) {
      const want = facts(id, parameters);
      const [nonLinear, differentiable, steepest, fades, zeroCentred, range] = cells;
      assert.equal(nonLinear, want.nonLinear ? "yes" : "no", `${id}: non-linear`);
      assert.equal(marks[0], want.nonLinear ? "✓" : "✗", id);
      const places = want.kinks.map((x) => String(x).replace("-", "−")).join(", ");
      const where = want.kinks.length ? `except at x = ${places}` : "everywhere";
      assert.equal(differentiable, want.hasGradient ? where : `${where}; the slope is always 0`, `${id}: differentiable`);
      assert.equal(marks[1], want.hasGradient ? (want.kinks.length ? "△" : "✓") : "✗", id);
      // The table shows three digits.
      assert.ok(Math.abs(Number(steepest) - want.steepest) <= 5e-3 * want.steepest, `${id}: ${steepest}`);
      assert.equal(fades, want.fades, `${id}: where the slope goes to 0`);
      assert.equal(zeroCentred, want.zeroCentred ? "yes" : "no", `${id}: zero-centred`);
      if (ranges[id]) assert.equal(range, ranges[id], `${id}: range`);
    }
  }

  test("says of each function what its numbers say", async () => {
    await open("conditions");
    await assertTable({});
  });

  test("follows the explorer's parameters", async () => {
    await open("explorer");
    await page.setRange("slope", 1, "#explorer");
    const row = async () => (await rows()).find(({ id }) => id === "leaky-relu");
    // The rows follow once the whole page is mounted.
    const until = (id, words) =>
      page.until(
        `the row of ${id} says ${words}`,
        (id, words) => {
          const link = document.querySelector(`#conditions th a[href="#explorer?f=${id}"]`);
          return [...link.closest("tr").cells].some((cell) => cell.textContent.includes(words));
        },
        id,
        words,
      );
    await until("leaky-relu", "everywhere");
    assert.deepEqual((await row()).cells, ["no", "everywhere", "1", "nowhere", "yes", "(−∞, ∞)"]);
    await assertTable({ slope: 1 });
    await page.chooseLanguage("ko");
    await until("leaky-relu", "어디서나");
    assert.deepEqual((await row()).cells, ["아니요", "어디서나", "1", "없음", "예", "(−∞, ∞)"]);
    await page.chooseLanguage("en");
    await page.setRange("alpha", 2, "#explorer");
    await page.setRange("b2", 1.5, "#explorer");
    await until("maxout", "[0.5000, ∞)");
    await assertTable({ slope: 1, alpha: 2, b2: 1.5 }, { elu: "(−2, ∞)", maxout: "[0.5000, ∞)" });
  });

  test("leads to each function's curves", async () => {
    await open("conditions");
    for (const id of Object.keys(FUNCTIONS)) {
      await followByKey(`#conditions tbody a[href="#explorer?f=${id}"]`);
      await assertArrived("explorer");
      const shown = await page.page.$$eval("#explorer input[name=f]:checked", (all) => all.map((box) => box.value));
      assert.deepEqual(shown, [id]);
    }
  });

  test("is in the page's language", async () => {
    await open("conditions", { lang: "ko" });
    const heads = await page.page.$$eval("#conditions :is(caption, thead th)", (all) => all.map((cell) => cell.textContent));
    assert.equal(heads.length, 8);
    assert.deepEqual(heads.filter((head) => !HANGUL.test(head)), []);
    const words = (await rows()).flatMap(({ cells }) => [cells[0], cells[3], cells[4]]);
    assert.deepEqual(words.filter((word) => !HANGUL.test(word)), []);
  });
});

describe("a card", () => {
  /** The settings of a part or a demo with these keys. */
  async function settings(stop, keys) {
    return page.page.$eval(
      `#${stop}`,
      (section, keys) => {
        const said = (key) => {
          const all = [...section.querySelectorAll(`input[name="${key}"]`)];
          const exact = all.find(({ type }) => type === "text") ?? all.find(({ type }) => type === "range");
          return exact ? exact.value : all.filter(({ checked }) => checked).map(({ value }) => value).join(",");
        };
        return Object.fromEntries(keys.map((key) => [key, said(key)]));
      },
      keys,
    );
  }

  test("has a link to the demo for each advantage and drawback", async () => {
    await open("cards", { lang: "ko" });
    for (const lang of ["ko", "en"]) {
      await page.chooseLanguage(lang);
      const bullets = await page.page.$$eval(".card :is(.advantages, .drawbacks) li", (all) =>
        all.map((bullet) => ({ says: bullet.textContent, links: [...bullet.querySelectorAll("a")].map(({ hash }) => hash) })),
      );
      // Each of the six functions of the lesson has at least two list items.
      assert.ok(bullets.length >= 12, `${bullets.length} bullets`);
      const without = bullets.filter(({ links }) => !links.some((link) => STOPS.includes(link.slice(1).split("?")[0])));
      assert.deepEqual(without, []);
    }
  });

  test("and the prose lead to where it is seen, set as the link says", async () => {
    await open("cards", { lang: "ko" });
    const links = await page.page.$$eval('.card li a[href^="#"], .prose a[href^="#"]', (all) => [
      ...new Set(all.map((link) => link.getAttribute("href"))),
    ]);
    assert.ok(links.length > 25, `${links.length} links`);
    for (const link of links) {
      await page.page.$eval(`a[href="${link}"]`, (link) => link.click());
      await page.untilAddress(link.slice(1));
      const [stop, query] = link.slice(1).split("?");
      await assertArrived(stop);
      const want = Object.fromEntries(new URLSearchParams(query));
      await page.settle();
      assert.deepEqual(await settings(stop, Object.keys(want)), want, link);
      page.assertQuiet();
    }
  });
});

describe("the prose", () => {
  /** Markdown, LaTeX or HTML that was not converted. */
  const LEFTOVERS = /[$\\`]|\*\*|__|\]\(|&(?:lt|gt|amp|quot|nbsp|#\d+);|<\/?[a-z]+[\s/>]/;

  for (const lang of ["ko", "en"]) {
    test(`is all turned into what it means (${lang})`, async () => {
      await open("", { lang });
      const { texts, formulas } = await page.page.evaluate(() => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
          ["SCRIPT", "PRE"].includes(node.nodeName) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
        );
        const texts = [];
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          if (node.nodeType === Node.TEXT_NODE) texts.push(node.data);
          else for (const name of ["aria-label", "aria-valuetext", "title"]) texts.push(node.getAttribute(name) ?? "");
        }
        const formulas = [...document.querySelectorAll("math")].map((math) => ({
          parts: math.querySelectorAll("mi, mn, mo").length,
          isMath: math.namespaceURI === "http://www.w3.org/1998/Math/MathML",
          isSeen: !math.checkVisibility() || math.getBoundingClientRect().width > 0,
          place: math.closest(".prose, .card .formula")?.className,
        }));
        return { texts, formulas };
      });
      assert.ok(texts.length > 1000, `${texts.length} texts`);
      assert.deepEqual(texts.filter((text) => LEFTOVERS.test(text)), []);
      assert.deepEqual(formulas.filter(({ parts, isMath, isSeen }) => parts === 0 || !isMath || !isSeen), []);
      const prose = formulas.filter(({ place }) => place === "prose").length;
      const blocks = formulas.filter(({ place }) => place === "formula").length;
      assert.ok(prose > 10, `${prose} formulas in the prose`);
      // Each card has the formulas of the function and of its derivative.
      assert.equal(blocks, 2 * Object.keys(FUNCTIONS).length);
    });
  }

  test("speaks the page's language in every paragraph", async () => {
    await open("", { lang: "ko" });
    const paragraphs = () =>
      // Paragraphs that are only a formula are left out. They are the same in every language.
      page.page.$$eval('.prose p:not(:has(> [translate="no"]:only-child > math[display="block"]))', (all) => all.map((paragraph) => paragraph.textContent.trim()));
    const korean = await paragraphs();
    assert.ok(korean.length > 20, `${korean.length} paragraphs`);
    assert.deepEqual(korean.filter((text) => !HANGUL.test(text)), []);
    await page.chooseLanguage("en");
    const english = await paragraphs();
    assert.equal(english.length, korean.length, "both say as much");
    const inHangul = await page.page.$eval("#app", (app) => [...app.textContent.matchAll(/.{0,20}[가-힣]+.{0,20}/g)].map(String));
    assert.deepEqual(inHangul, []);
  });
});
