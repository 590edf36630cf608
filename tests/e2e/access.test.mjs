// Accessibility: forced colours, small windows, large text, keyboard only, and screen readers.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { DEMOS } from "./content.mjs";
import { BROWSER, onlyInChromium, unable } from "./harness.mjs";
import { loadView, onSharedPages, openPage, page, showView } from "./lab.mjs";

/** The colour schemes of the system's forced colours. Firefox uses forced colours of its own, which are light. */
const FORCED = BROWSER === "firefox" ? ["light"] : ["light", "dark"];
/** A view with long texts and many controls. */
const FULL = "chain?beside=tanh,relu,elu&x=1&depth=1000";

onSharedPages();

const open = (options) => openPage({ reducedMotion: true, ...options });
const show = (options) => showView({ reducedMotion: true, ...options });

describe("axe finds nothing", { skip: onlyInChromium("run axe") }, () => {
  async function assertClean(what) {
    assert.deepEqual(await page.axe(), [], what);
  }

  // Half of the demos are tested in one language and theme, half in the other. Tests with the same options come one
  // after the other, so that they share a page.
  const everySecond = (first) => DEMOS.filter((_, index) => index % 2 === first);

  for (const [first, lang, colorScheme] of [[0, "ko", "dark"], [1, "en", "light"]]) {
    for (const demo of everySecond(first)) {
      test(`in somebody's page (${demo}, ${lang}, ${colorScheme})`, async () => {
        const viewport = { width: 390, height: 700 };
        await loadView({ fragment: demo, lang, colorScheme, query: { embed: "1" }, viewport, reducedMotion: true });
        await page.openAll();
        await assertClean(demo);
      });
    }
  }

  for (const [first, lang, colorScheme] of [[0, "en", "dark"], [1, "ko", "light"]]) {
    for (const demo of everySecond(first)) {
      test(`in a presentation (${demo}, ${lang}, ${colorScheme})`, async () => {
        await show({ fragment: demo, lang, colorScheme, query: { present: "1" } });
        await page.until("the demo is there", (demo) => document.querySelector(`#${demo}.current`) !== null, demo);
        await assertClean(demo);
      });
    }
  }

  for (const [lang, fragment] of [["ko", "chain?guess=gradients&lock=f,depth,step"], ["en", "explorer?f=elu&guess=gradient&lock=min,alpha"]]) {
    test(`where something is locked and to be guessed, with the drawer and the QR code (${lang})`, async () => {
      await open({ fragment, lang });
      await page.openDrawer();
      await page.page.$eval("[data-act=add]", (button) => button.click());
      await page.settle();
      await assertClean("the drawer");
      await page.page.$eval("[data-act=present]", (button) => button.click());
      await page.press("q");
      await assertClean("the code");
    });
  }

  for (const [lang, colorScheme] of [["ko", "light"], ["en", "dark"]]) {
    if (!FORCED.includes(colorScheme)) continue;
    test(`in forced colours (${lang}, ${colorScheme})`, { skip: unable("force the colours of the system") }, async () => {
      await open({ fragment: FULL, lang, colorScheme, forcedColors: true });
      await page.bringAll();
      await page.openAll();
      await assertClean(lang);
    });
  }
});

describe("forced colours", { skip: unable("force the colours of the system") }, () => {
  const picture = async (selector) => (await page.page.$(selector)).screenshot({ captureBeyondViewport: false });

  for (const colorScheme of FORCED) {
    test(`leave nothing unsaid (${colorScheme})`, async () => {
      // The forced colours of the system override the theme of a link.
      const other = colorScheme === "light" ? "dark" : "light";
      await open({ lang: "en", fragment: "chain?step=3", colorScheme, forcedColors: true, query: { theme: other } });
      assert.ok(await page.page.evaluate(() => matchMedia("(forced-colors: active)").matches));
      assert.equal((await page.root()).theme, colorScheme);
      await page.bringAll();
      // Each element must show its state: a change of the state must change its picture.
      for (const [name, selector, change] of [
        ["a slider", "#chain input[type=range][name=w]", (input) => (input.value = "-7")],
        ["a check box", "#chain .list label:last-of-type", (label) => (label.querySelector("input").checked = true)],
        ["a chip", "#chain .picker label:nth-of-type(2)", (label) => (label.querySelector("input").checked = true)],
        ["a segment", "#chain .segments .segment:last-of-type", (label) => (label.querySelector("input").checked = true)],
        ["a language", ".languages a[hreflang=ko]", (link) => link.setAttribute("aria-current", "true")],
        ["an interval", "#explorer .interval-track", (track) => track.style.setProperty("--from", "60%")],
        ["the run", "#chain input[type=range][name=step]", (input) => (input.value = "9")],
        ["a transport button", "#chain .transport-button:nth-child(3)", (button) => (button.firstElementChild.style.opacity = 0)],
        ["a hue", "#explorer .readouts .hue", (hue) => hue.classList.replace("series-0", "series-1")],
        ["a sample that is filled", "#chain .sample-bar", (sample) => (sample.style.background = "none")],
        ["the picture's paper", "#chain .plot", (plot) => (plot.style.background = "magenta")],
      ]) {
        const before = await picture(selector);
        await page.page.$eval(selector, change);
        const changed = await picture(selector);
        assert.notEqual(Buffer.compare(before, changed), 0, name);
      }
    });
  }
});

describe("nothing is lost", () => {
  for (const [what, width, height, textSize] of [
    ["at 320 px", 320, 568, 16],
    ["at 200 % of 1280 px", 640, 400, 16],
    ["with text of twice the size", 1280, 800, 32],
  ]) {
    for (const lang of ["ko", "en"]) {
      test(`${what} (${lang})`, async () => {
        await show({ fragment: FULL, viewport: { width, height }, textSize });
        await page.chooseLanguage(lang);
        await page.bringAll();
        await page.openAll();
        const lists = unable("measure the text of a closed list of choices") ? "" : ", select";
        const lost = await page.page.evaluate((lists) => {
          const root = document.documentElement;
          const name = (element) => element.outerHTML.slice(0, 140);
          const cut = new Set();
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const element = node.parentElement;
            // Texts for screen readers only, and the options of a closed list.
            const unseen = element.closest(".unseen, .skip-link, canvas, option, textarea, .transport-speed > span");
            if (!node.data.trim() || unseen || !element.checkVisibility()) continue;
            let box = element;
            while (box && getComputedStyle(box).overflowX === "visible") box = box.parentElement;
            if (box && /auto|scroll/.test(getComputedStyle(box).overflowX)) continue;
            const { left, right } = box ? box.getBoundingClientRect() : { left: 0, right: root.clientWidth };
            const range = document.createRange();
            range.selectNodeContents(node);
            // Browsers round positions to pixels.
            const isIn = (line) => line.width === 0 || (line.left >= left - 1 && line.right <= right + 1);
            if (![...range.getClientRects()].every(isIn)) cut.add(name(element));
          }
          const boxes = document.querySelectorAll(`button, .button, .chip, .segment, th, td, input.exact${lists}`);
          const tight = [...boxes].filter((box) => box.checkVisibility() && box.scrollWidth > box.clientWidth + 1);
          const targets = [...document.querySelectorAll("main :is(button, summary, input, select)")]
            .filter((target) => target.checkVisibility())
            .map((target) => [target, (target.closest("label") ?? target).getBoundingClientRect()])
            // The least size is 44 px. The difference allows for rounding.
            .filter(([, { width, height }]) => width < 43.9 || height < 43.9);
          return {
            sideways: root.scrollWidth - root.clientWidth,
            cut: [...cut],
            tight: tight.map(name),
            small: targets.map(([target]) => name(target)),
          };
        }, lists);
        assert.deepEqual(lost, { sideways: 0, cut: [], tight: [], small: [] });
      });
    }
  }

  for (const lang of ["ko", "en"]) {
    test(`of what a run says of its moments on a phone, and nothing moves meanwhile (${lang})`, async () => {
      await show({ fragment: "dead?step=0", viewport: { width: 390, height: 844 } });
      await page.chooseLanguage(lang);
      await page.bringAll();
      const lines = await page.page.$$eval(".transport", (bars) =>
        bars.flatMap((bar) => {
          const slider = bar.querySelector("input[type=range]");
          const said = bar.querySelector(".transport-moment");
          const heights = [];
          for (const step of [0, 1, Math.floor(slider.max / 2), slider.max]) {
            slider.value = String(step);
            slider.dispatchEvent(new Event("input", { bubbles: true }));
            heights.push(said.clientHeight);
          }
          const isWhole = said.scrollWidth <= said.clientWidth && getComputedStyle(said).overflow === "visible";
          return isWhole && new Set(heights).size === 1 ? [] : [`${bar.closest("section").id}: ${heights}`];
        }),
      );
      assert.deepEqual(lines, []);
    });
  }
});

describe("by keyboard alone", () => {
  for (const demo of DEMOS) {
    test(`${demo}: every control is reached, works, and lets go`, async () => {
      await show({ lang: "en", fragment: demo });
      // The elements in closed panels and tables are left out.
      const stops = await page.page.$eval(`#${demo}`, (section) => {
        const all = section.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']");
        const groups = new Set();
        const stops = [...all].filter((element) => {
          if (!element.checkVisibility() || element.disabled) return false;
          if (element.type !== "radio") return true;
          // A group of radio buttons is one stop.
          const group = `${element.form?.id} ${element.name}`;
          return element.checked && !groups.has(group) && groups.add(group);
        });
        window.stops = stops;
        stops[0].focus();
        return stops.map((element) => element.outerHTML.slice(0, 100));
      });
      assert.ok(stops.length > 8, `${stops.length} stops`);
      const missed = [];
      for (const [index, name] of stops.entries()) {
        const is = await page.page.evaluate((index) => document.activeElement === window.stops[index], index);
        if (!is) missed.push(name);
        await page.page.keyboard.press("Tab");
      }
      assert.deepEqual(missed, []);
      const left = await page.page.$eval(`#${demo}`, (section) => !section.contains(document.activeElement));
      assert.ok(left, "Tab goes on to what follows");

      const idle = [];
      // A guess hides other elements, so its button comes last.
      const isGuess = (index) => stops[index].includes("Guess first");
      for (const index of [...stops.keys()].sort((a, b) => isGuess(a) - isGuess(b))) {
        const kind = await page.page.evaluate((index) => {
          const element = window.stops[index];
          // An earlier key may have removed or disabled the element. A reset disables its own button.
          if (!element.isConnected || !element.checkVisibility() || element.disabled) return "gone";
          element.focus();
          if (element.getAttribute("role") === "slider") return "plot";
          return element.matches("button, summary, select, a") ? element.localName : (element.type ?? "region");
        }, index);
        const keys = {
          plot: ["ArrowLeft", "ArrowRight"],
          range: ["ArrowLeft", "ArrowRight"],
          checkbox: [" "],
          radio: ["ArrowRight"],
          select: ["ArrowUp"],
          number: ["Backspace"],
          summary: ["Enter"],
        }[kind];
        // Other tests press buttons. The browser itself handles links.
        if (keys === undefined) continue;
        const state = () =>
          page.page.evaluate((index) => {
            const element = window.stops[index];
            const group = element.type === "radio" ? [...document.getElementsByName(element.name)] : [element];
            return JSON.stringify([
              group.map(({ checked, value }) => [checked, value]),
              element.getAttribute("aria-valuenow"),
              element.getAttribute("aria-valuetext"),
              element.parentElement.open,
              element.closest("section.demo").className,
            ]);
          }, index);
        let works = false;
        for (const key of keys) {
          const before = await state();
          await page.press(key);
          works ||= (await state()) !== before;
        }
        if (!works) idle.push(stops[index]);
        // Escape closes an open panel or list.
        await page.page.keyboard.press("Escape");
      }
      assert.deepEqual(idle, []);
    });
  }
});

describe("to a screen reader", () => {
  for (const lang of ["ko", "en"]) {
    test(`everything that can be used says what it is (${lang})`, {
      skip: unable("give the accessibility tree"),
    }, async () => {
      await show({ lang, fragment: "chain" });
      await page.bringAll();
      await page.openAll();
      const nodes = [];
      const walk = (node) => {
        nodes.push(node);
        node.children?.forEach(walk);
      };
      walk(await page.page.accessibility.snapshot());
      const used = ["button", "checkbox", "combobox", "link", "radio", "region", "slider", "spinbutton", "textbox"];
      for (const role of used) assert.ok(nodes.some((node) => node.role === role), `there is a ${role}`);
      const told = [...used, "group", "image", "navigation", "table"];
      assert.deepEqual(nodes.filter(({ role, name }) => told.includes(role) && !name?.trim()), []);
    });
  }

  test("a plot tells its numbers, and what is to be seen", async () => {
    await open({ lang: "en", fragment: "chain" });
    await page.bringAll();
    const plots = await page.page.$$eval("canvas[role=slider]", (plots) =>
      plots.filter((plot) => plot.checkVisibility()).map((plot) => [plot.getAttribute("aria-valuetext"), plot.textContent.trim()]),
    );
    assert.ok(plots.length >= DEMOS.length, `${plots.length} plots`);
    // A plot must have more numbers than its position, and a sentence.
    const silent = plots.filter(([numbers, words]) => !/\d.*[,;·:=]/.test(numbers) || !/\w+ \w+/.test(words));
    assert.deepEqual(silent, []);
  });

  test("nothing chatters while a slider is dragged, a plot's point is moved or a run plays", async () => {
    await open({ lang: "en", fragment: "chain?step=0", reducedMotion: false });
    await page.bringAll();
    await page.page.evaluate(() => {
      window.spoken = [];
      const LIVE = "[aria-live]:not([aria-live=off]), [role=status], [role=alert], [role=log], output:not([aria-live=off])";
      new MutationObserver((changes) => {
        for (const { target } of changes) {
          const region = (target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement)?.closest(LIVE);
          if (region) window.spoken.push(region.outerHTML.slice(0, 120));
        }
      }).observe(document.documentElement, { subtree: true, childList: true, characterData: true });
    });
    const sliders = await page.page.evaluate(async () => {
      const sliders = [...document.querySelectorAll("main input[type=range]")].filter((slider) => slider.checkVisibility());
      for (const slider of sliders) {
        const [from, to] = [Number(slider.min), Number(slider.max)];
        for (let step = 0; step < 20; step += 1) {
          slider.value = String(from + ((to - from) * (0.3 * step)) / 20);
          slider.dispatchEvent(new Event("input", { bubbles: true }));
          if (step % 5 === 0) await new Promise(requestAnimationFrame);
        }
      }
      return sliders.length;
    });
    assert.ok(sliders > 30, `${sliders} sliders`);
    for (const plot of await page.page.$$("canvas[role=slider]")) {
      await plot.focus();
      for (const key of ["ArrowLeft", "ArrowRight", "PageUp", "Home"]) await page.page.keyboard.press(key);
    }
    await page.page.$eval("#dead .transport-button:nth-child(3)", (play) => {
      // A run plays only while it is inside the window.
      play.scrollIntoView({ block: "center", behavior: "instant" });
      play.click();
    });
    await page.until("the run plays", () => Number(document.querySelector("#dead input[name=step]").value) > 3);
    await page.page.$eval("#dead .transport-button:nth-child(3)", (pause) => pause.click());
    await page.settle();
    assert.deepEqual(await page.page.evaluate(() => window.spoken), []);
    // The result of an action of the reader is announced.
    await page.page.$eval("#chain .copy-link button", (button) => button.click());
    await page.until("the button says what became of it", () => window.spoken.length > 0);
  });
});
