// Lectures: a demo fills the window, the keys of a clicker step through a script, scripts are edited in
// the drawer and passed on, and links lock settings for students.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { onPagesOfTheirOwn, openPage, page } from "./lab.mjs";

const STEPS = 19;

onPagesOfTheirOwn();

const open = (fragment, options) => openPage({ fragment, lang: "ko", reducedMotion: true, ...options });

async function present(fragment = "", options = {}) {
  await open(fragment, { query: { present: "1" }, ...options });
}

/** The ids of the visible demos. */
async function demos() {
  return page.page.$$eval("section.demo", (all) => all.filter((demo) => demo.checkVisibility()).map(({ id }) => id));
}

async function place() {
  return page.page.$eval(".present-place", (button) => button.textContent);
}

/** Sends a key event as from a keyboard with another layout. */
async function send(key, code) {
  await page.page.evaluate(
    (init) => document.body.dispatchEvent(new KeyboardEvent("keydown", init)),
    { key, code, bubbles: true, cancelable: true },
  );
  await page.settle();
}

async function text(selector) {
  return page.page.$eval(selector, (element) => element.textContent.trim());
}

async function isPresenting() {
  return page.page.evaluate(() => document.documentElement.hasAttribute("data-present"));
}

/** Presses a button of the drawer. */
async function act(name, step = 0) {
  const selector = `.scripts [data-act="${name}"]`;
  const exact = `${selector}[data-step="${step}"]`;
  await page.page.$eval((await page.page.$(exact)) ? exact : selector, (button) => button.click());
  await page.settle();
}

/** The titles of the steps in the editor. */
async function titles() {
  return page.page.$$eval(".scripts [name=step-title]", (inputs) => inputs.map(({ value }) => value));
}

async function write(name, value, step = 0) {
  await page.page.$eval(
    `.scripts [name="${name}"]${name === "script-title" ? "" : `[data-step="${step}"]`}`,
    (input, value) => {
      input.value = value;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    },
    value,
  );
  await page.settle();
}

/** Opens a script file in the drawer. */
async function give(content) {
  await page.page.evaluate((content) => {
    const data = new DataTransfer();
    data.items.add(new File([content], "script.json"));
    const input = document.querySelector("[name=script-file]");
    input.files = data.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }, content);
}

describe("a presentation", () => {
  for (const [lang, title] of [
    ["ko", "여섯 개의 활성화 함수"],
    ["en", "Six activation functions"],
  ]) {
    test(`begins with the first step of the lesson's script (${lang})`, async () => {
      await present("", { lang });
      assert.deepEqual(await demos(), ["explorer"]);
      assert.equal(await text(".present-words h1"), title);
      assert.equal(await place(), `1 / ${STEPS}`);
      const others = ".page-head, .page-foot, .contents, .part-head, .card, .demo-notes, .data-table, .prose";
      const seen = (all) => all.filter((element) => element.checkVisibility()).length;
      assert.equal(await page.page.$$eval(others, seen), 0);
    });
  }

  for (const [width, height] of [
    [1280, 720],
    [1920, 1080],
  ]) {
    test(`shows every step's plots whole, with their bar (${width} × ${height})`, async () => {
      await present("", { viewport: { width, height } });
      const shown = new Set();
      for (let step = 1; step <= STEPS; step += 1) {
        assert.equal(await place(), `${step} / ${STEPS}`);
        const [demo, ...others] = await demos();
        assert.deepEqual(others, []);
        shown.add(demo);
        await page.until("the plots are there", (id) => document.querySelector(`#${id} .demo-plots canvas`)?.width > 1, demo);
        await page.settle();
        const { top, bottom, right, hidden } = await page.page.$eval(`#${demo} .demo-plots`, (plots) => {
          const boxes = [...plots.querySelectorAll("canvas.plot-marks, .transport")].filter((box) => box.checkVisibility());
          const rects = boxes.map((box) => box.getBoundingClientRect());
          const bar = document.querySelector(".present-bar").getBoundingClientRect();
          return {
            top: Math.min(...rects.map((rect) => rect.top)),
            bottom: Math.max(...rects.map((rect) => rect.bottom)),
            right: document.scrollingElement.scrollWidth,
            hidden: rects.some((rect) => rect.right > bar.left && rect.bottom > bar.top),
          };
        });
        assert.ok(top >= 0, `${demo}, step ${step}: from ${top} on`);
        assert.ok(bottom <= height + 1, `${demo}, step ${step}: down to ${bottom}`);
        assert.ok(right <= width, `${demo}, step ${step}: ${right} wide`);
        assert.equal(hidden, false, `${demo}, step ${step}: behind the bar`);
        // The first key reveals the curve that is to be guessed.
        if (await page.page.$(`#${demo}.guessing`)) {
          await page.page.waitForSelector(`#${demo} [data-guess=reveal]`);
          await page.press("PageDown");
        }
        assert.equal(await place(), `${step} / ${STEPS}`);
        await page.press("PageDown");
      }
      assert.equal(shown.size, 9);
      // The next key at the end has no effect.
      assert.equal(await place(), `${STEPS} / ${STEPS}`);
      await page.press("PageUp");
      assert.equal(await place(), `${STEPS - 1} / ${STEPS}`);
    });
  }

  for (const [fragment, guessed, veiled] of [
    ["chain?guess=gradients", "gradients", "layers"],
    ["explorer?f=relu&guess=value", "value", "gradient"],
  ]) {
    test(`what is guessed has the room of what is hidden meanwhile (${fragment})`, async () => {
      await present(fragment);
      const height = (id) => page.page.$eval(`.current [data-picture=${id}] .plot`, (plot) => parseFloat(plot.style.height));
      const large = await height(guessed);
      await page.press("PageDown");
      assert.equal(large, (await height(guessed)) + (await height(veiled)));
    });
  }

  test("goes on with arrows and space, and back", async () => {
    await present();
    await page.press("ArrowRight", "ArrowDown", " ");
    assert.equal(await place(), `4 / ${STEPS}`);
    await page.untilAddress("collapse?f=relu");
    await page.press("ArrowLeft", "ArrowUp");
    assert.equal(await place(), `2 / ${STEPS}`);
  });

  test("leaves the arrows to what has the focus, but not a clicker's keys", async () => {
    await present("neuron");
    assert.equal(await place(), `2 / ${STEPS}`);
    await page.page.focus("#neuron input[type=range][name=b]");
    const before = await page.output("z", "#neuron");
    await page.press("ArrowRight");
    assert.equal(await place(), `2 / ${STEPS}`);
    assert.notEqual((await page.output("z", "#neuron")).value, before.value);
    await page.press("PageDown");
    assert.equal(await place(), `3 / ${STEPS}`);
  });

  test("gets the keys back when a pointer is done", async () => {
    await present();
    await page.page.click("#explorer .plot-marks");
    await page.settle();
    await page.press("ArrowRight");
    assert.equal(await place(), `2 / ${STEPS}`);
  });

  test("goes black and comes back with any key, in any layout", async () => {
    await present();
    const isBlack = () =>
      page.page.$eval(".present-black", (cover) => {
        const { width, height } = cover.getBoundingClientRect();
        return width === innerWidth && height === innerHeight && getComputedStyle(cover).backgroundColor === "rgb(0, 0, 0)";
      });
    await page.press("b");
    assert.equal(await isBlack(), true);
    await page.press("PageDown");
    assert.equal(await isBlack(), false);
    assert.equal(await place(), `1 / ${STEPS}`);
    await send("ㅠ", "KeyB");
    assert.equal(await isBlack(), true);
    await page.page.click(".present-black");
    await page.settle();
    assert.equal(await isBlack(), false);
  });

  test("begins with a key or the button, and ends with Escape at the same view", async () => {
    await open("chain?depth=7");
    await page.press("p");
    await page.untilPresenting();
    assert.equal(await isPresenting(), true);
    assert.deepEqual(await demos(), ["chain"]);
    assert.match(await page.page.evaluate(() => location.search), /present=1/);
    await page.setRange("depth", 9, "#chain");
    if (await page.page.evaluate(() => document.fullscreenElement !== null)) await page.page.evaluate(() => document.exitFullscreen());
    await page.press("Escape");
    assert.equal(await isPresenting(), false);
    await page.untilAddress("chain?depth=9");
    assert.doesNotMatch(await page.page.evaluate(() => location.search), /present/);
    await page.page.click(".frame-talk button");
    await page.settle();
    assert.equal(await isPresenting(), true);
  });

  test("begins where the browser gives no full screen, too", async () => {
    await open("explorer", {
      prepare: (page) =>
        page.evaluateOnNewDocument(() => {
          Element.prototype.requestFullscreen = () => Promise.reject(new TypeError("no"));
        }),
    });
    await page.press("p");
    await page.untilPresenting();
    assert.equal(await isPresenting(), true);
    assert.equal(await page.page.$eval("#crash", (crash) => crash.hidden), true);
  });

  test("does not begin while someone writes", async () => {
    await open("explorer");
    await page.page.focus("#explorer input.exact[name=x]");
    await page.press("p");
    assert.equal(await isPresenting(), false);
  });

  test("goes back to the step before with the browser's own way back", async () => {
    await present();
    await page.press("PageDown");
    await page.untilAddress("neuron");
    await page.page.goBack();
    await page.until("the first step", () => document.querySelector(".present-place").textContent.startsWith("1 /"));
    assert.deepEqual(await demos(), ["explorer"]);
  });

  test("goes on after a step whose run ends before the step that it names", async () => {
    const script = new URLSearchParams([["view", "chain?depth=4"], ["view", "chain?depth=4&step=99"], ["view", "dead"]]);
    await open(`script?${script}`, { query: { present: "1" } });
    await page.until("it has begun", () => document.querySelector(".present-place").textContent === "1 / 3");
    for (const wanted of ["2 / 3", "3 / 3"]) {
      await page.press("PageDown");
      assert.equal(await place(), wanted);
    }
    await page.press("PageUp");
    assert.equal(await place(), "2 / 3");
  });

  test("stays at its step over a reload, and has the step's view again on demand", async () => {
    await present("chain?w=8&b=-4");
    assert.equal(await place(), `12 / ${STEPS}`);
    await page.setRange("w", 2, "#chain");
    await page.page.click(".present-place");
    await page.untilAddress("chain?w=8&b=-4");
    await page.page.reload();
    await page.ready();
    assert.equal(await place(), `12 / ${STEPS}`);
  });

  test("shows a QR code of the students' page", async () => {
    await present("chain?depth=7");
    await page.press("q");
    assert.equal(await page.page.$eval(".qr svg", (svg) => svg.checkVisibility()), true);
    const link = new URL(await text(".qr-link"));
    assert.equal(link.hash, "#chain?depth=7");
    assert.deepEqual([...link.searchParams.keys()], ["lang"]);
    await page.press("Escape");
    assert.equal(await page.page.$eval(".qr", (code) => code.checkVisibility()), false);
    assert.equal(await isPresenting(), true);
  });

  test("works in a narrow window", async () => {
    await present("dead", { viewport: { width: 390, height: 844 } });
    assert.deepEqual(await demos(), ["dead"]);
    assert.ok((await page.page.evaluate(() => document.scrollingElement.scrollWidth)) <= 390);
  });
});

describe("the drawer", () => {
  async function drawer(fragment = "explorer", options) {
    await open(fragment, options);
    await page.openDrawer();
  }

  test("puts a script together that is there on the next visit", async () => {
    await drawer();
    await act("add");
    await page.setRange("alpha", 2, "#explorer");
    await act("add");
    await page.page.evaluate(() => (location.hash = "#dead?neuron=3"));
    await page.until("the view has changed", () => document.querySelector(".scripts-now").textContent.includes("죽은"));
    await act("add");
    await write("step-title", "둘째 <b>&\"", 1);
    await write("step-text", "왜 그럴까요?", 1);
    await write("script-title", "내 수업");
    await act("up", 2);
    assert.equal((await titles())[2], '둘째 <b>&"');
    await act("down", 0);
    await act("remove", 0);
    assert.equal((await titles()).length, 2);
    await page.page.reload();
    await page.ready();
    await page.openDrawer();
    assert.equal((await titles())[1], '둘째 <b>&"');
    assert.equal(await page.page.$eval("[name=script-title]", ({ value }) => value), "내 수업");
    await act("present");
    assert.match(await place(), /\/ 2$/);
  });

  test("leaves the focus in the next field when a title has been written", async () => {
    await drawer();
    await act("add");
    await act("add");
    await page.page.focus("[name=step-title][data-step='1']");
    await page.page.$eval("[name=step-title][data-step='1']", (field) => field.select());
    await page.page.keyboard.type("Bend");
    await page.page.keyboard.press("Tab");
    await page.settle();
    await page.page.keyboard.type("Why it bends");
    await page.page.keyboard.press("Tab");
    await page.settle();
    assert.equal(await page.page.evaluate(() => document.activeElement.dataset.act), "show");
    await page.page.reload();
    await page.ready();
    await page.openDrawer();
    assert.equal((await titles())[1], "Bend");
    assert.equal(await page.page.$eval("[name=step-text][data-step='1']", ({ value }) => value), "Why it bends");
  });

  test("hands a script on as a link", async () => {
    await drawer("chain?depth=5&w=2");
    await act("add");
    await write("step-title", "깊이 <i>다섯</i>");
    await page.page.evaluate(() => (location.hash = "#alpha"));
    await page.until("the view has changed", () => !document.querySelector(".scripts-now").textContent.includes("소실"));
    await act("add");
    // Writing to the clipboard fails here, so the page shows the link.
    await page.page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error("no"));
    });
    await act("copy");
    await page.until("the link is shown", () => document.querySelector(".scripts-link") !== null);
    const link = await page.page.$eval(".scripts-link", ({ value }) => value);
    await page.close();
    await openPage({ lang: "en", fragment: new URL(link).hash.slice(1), query: { present: "1" } });
    await page.until("it has begun", () => document.querySelector(".present-place").textContent === "1 / 2");
    assert.equal(await text(".present-words h1"), "깊이 <i>다섯</i>");
    await page.untilAddress("chain?depth=5&w=2");
    await page.page.reload();
    await page.ready();
    await page.press("PageDown");
    assert.equal(await place(), "2 / 2");
    assert.deepEqual(await demos(), ["alpha"]);
  });

  test("saves a script as a file and opens it again", async () => {
    await drawer("maxout?k=3");
    await act("add");
    await page.page.evaluate(() => {
      window.saved = [];
      const make = URL.createObjectURL;
      URL.createObjectURL = (blob) => {
        blob.text().then((text) => window.saved.push(text));
        return make(blob);
      };
      HTMLAnchorElement.prototype.click = () => {};
    });
    await act("save");
    await page.until("it is saved", () => window.saved.length === 1);
    const saved = await page.page.evaluate(() => window.saved[0]);
    assert.deepEqual(JSON.parse(saved).steps.map(({ view }) => view), ["maxout?k=3"]);
    const file = { ...JSON.parse(saved), title: "<img src=x onerror=alert(1)>" };
    file.steps.push({ view: "dead", title: "<script>", text: "</li>" });
    await give(JSON.stringify(file));
    await page.until("it is open", () => document.querySelector(".scripts [name=script]").value === "opened");
    assert.equal(await page.page.$$eval(".scripts-steps li:not(.scripts-lone)", (steps) => steps.length), 2);
    assert.equal(await page.page.$$eval(".scripts img, .scripts script", (all) => all.length), 0);
    await page.page.evaluate(() => (window.confirm = () => true));
    await act("adopt");
    assert.deepEqual((await titles())[1], "<script>");
  });

  for (const [what, content, said] of [
    ["something else in JSON", '{"cells":[]}', /대본이 아닙니다/],
    ["broken JSON", '{"format":"activation-lab-script","version":1,"steps":[', /대본이 아닙니다/],
    ["a script without a step", '{"format":"activation-lab-script","version":1,"steps":[]}', /하나도 없습니다/],
    ["a huge script", `{${" ".repeat(2 << 20)}"format":"activation-lab-script"}`, /너무 커서/],
  ]) {
    test(`says what is wrong with ${what}`, async () => {
      await drawer();
      await give(content);
      await page.until("it says so", () => document.querySelector(".import").textContent !== "");
      assert.match(await text(".import"), said);
      assert.equal(await page.page.$eval(".scripts [name=script]", ({ value }) => value), "lesson");
    });
  }

  test("says so where the browser keeps nothing, and works all the same", async () => {
    await drawer("explorer", {
      prepare: (page) =>
        page.evaluateOnNewDocument(() => {
          Storage.prototype.setItem = () => {
            throw new DOMException("no", "QuotaExceededError");
          };
        }),
    });
    await act("add");
    assert.equal((await titles()).length, 1);
    assert.match(await text(".scripts-said"), /JSON/);
  });

  test("shows a script's link that does not present", async () => {
    await open("script?view=dead&step=하나&view=alpha");
    assert.equal(await page.page.$$eval(".scripts-steps li:not(.scripts-lone)", (steps) => steps.length), 2);
    assert.equal(await page.page.$eval(".scripts", (drawer) => drawer.checkVisibility()), true);
    assert.equal(await isPresenting(), false);
    await page.untilAddress("dead");
  });

  test("a mangled script's link opens the lab", async () => {
    await open("script?view=%E0%A4%A&step=%ff&text&view=no-such&title=", { query: { present: "1" } });
    assert.deepEqual(await demos(), ["explorer"]);
    assert.equal(await place(), "1 / 2");
  });

  test("closes with Escape", async () => {
    await drawer();
    await page.press("Escape");
    assert.equal(await page.page.$eval(".scripts", (drawer) => drawer.checkVisibility()), false);
  });
});

describe("a link that locks", () => {
  test("keeps values as they are, and shows them", async () => {
    await open("chain?depth=12&lock=depth,f,step&w=2");
    const control = (name) => `#chain input[name="${name}"]`;
    for (const name of ["depth", "f", "step"]) {
      assert.equal(await page.page.$$eval(control(name), (all) => all.every((input) => input.matches(":disabled"))), true, name);
    }
    assert.equal(await page.page.$eval(control("depth"), ({ value }) => value), "12");
    assert.equal(await page.page.$eval(control("w"), (input) => input.matches(":disabled")), false);
    assert.equal(await page.page.$$eval("#chain .preset", (all) => all.every((button) => button.matches(":disabled"))), true);
    await page.setRange("depth", 3, "#chain");
    await page.setRange("w", 3, "#chain");
    await page.untilAddress("chain?depth=12&w=3&lock=f,depth,step");
    assert.match(await text("#chain .controls-locked"), /고정/);
  });

  test("holds the probe still", async () => {
    await open("explorer?f=sigmoid&x=2&lock=x");
    const box = await (await page.page.$("#explorer .plot-marks")).boundingBox();
    await page.page.mouse.click(box.x + box.width / 3, box.y + box.height / 2);
    await page.settle();
    assert.ok(Math.abs((await page.output("value-sigmoid", "#explorer")).value - 1 / (1 + Math.exp(-2))) < 1e-15);
  });

  test("is made in the share panel", async () => {
    await open("neuron?b=1");
    await page.page.$eval("#neuron .share", (panel) => (panel.open = true));
    await page.page.waitForSelector("#neuron .share [name=lock]");
    await page.page.$$eval("#neuron .share [name=lock]", (boxes) =>
      boxes.filter(({ value }) => value === "w1" || value === "w2").forEach((box) => box.click()),
    );
    await page.until("the link has it", () =>
      document.querySelector("#neuron .share textarea").value.endsWith("#neuron?b=1&lock=w1,w2"),
    );
  });
});
