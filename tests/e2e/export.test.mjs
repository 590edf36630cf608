// Files for the reader: pictures, numbers and code, and the way from a file back to its view.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { crc32, inflateSync } from "node:zlib";
import { SHOWN_PLOTS } from "./harness.mjs";
import { lab, onSharedPages, openPage, page, showView } from "./lab.mjs";

onSharedPages();

const OPTIONS = { lang: "en", prepare: keepDownloads };

const open = (options) => openPage({ ...OPTIONS, ...options });
const show = (fragment = "") => showView({ fragment, ...OPTIONS });

/** Redirects the files that the page saves to `window.saved`. It must run before the page loads. */
async function keepDownloads(page) {
  await page.evaluateOnNewDocument(() => {
    window.saved = [];
    const blobs = new Map();
    const { createObjectURL } = URL;
    URL.createObjectURL = (blob) => {
      const url = createObjectURL.call(URL, blob);
      blobs.set(url, blob);
      return url;
    };
    HTMLAnchorElement.prototype.click = function () {
      window.saved.push({ name: this.download, blob: blobs.get(this.href) });
    };
  });
}

/** Opens the export panel of a demo, and waits for its content. */
async function openPanel(demo) {
  await page.page.$eval(`#${demo} .export`, (panel) => (panel.open = true));
  await page.until(`${demo} has its panel`, (demo) => document.querySelector(`#${demo} .export select`) !== null, demo);
}

/** Presses a button of a demo's panel, and returns the saved file. */
async function save(demo, button, picture) {
  if (picture !== undefined) await page.page.select(`#${demo} .export select`, picture);
  await page.page.evaluate(() => (window.saved.length = 0));
  await page.page.$eval(`#${demo} .export [data-save="${button}"]`, (button) => button.click());
  await page.until(`${demo} has saved a file`, () => window.saved.length === 1);
  const { name, type, base64 } = await page.page.evaluate(async () => {
    const [{ name, blob }] = window.saved;
    const reader = new FileReader();
    await new Promise((resolve) => {
      reader.onload = resolve;
      reader.readAsDataURL(blob);
    });
    return { name, type: blob.type, base64: reader.result.split(",")[1] };
  });
  return { name, type, bytes: Buffer.from(base64, "base64") };
}

/** The chunks of a PNG file. The checksum of each chunk is checked. */
function chunks(bytes) {
  assert.deepEqual([...bytes.subarray(0, 8)], [137, 80, 78, 71, 13, 10, 26, 10]);
  const found = [];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString("latin1", at + 4, at + 8);
    assert.equal(bytes.readUInt32BE(at + 8 + length), crc32(bytes.subarray(at + 4, at + 8 + length)), type);
    found.push({ type, data: bytes.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return found;
}

/** The width, the height and the link of a PNG file. */
function readPng(bytes) {
  const all = chunks(bytes);
  assert.equal(all[0].type, "IHDR");
  assert.equal(all.at(-1).type, "IEND");
  const texts = all.filter(({ type }) => type === "iTXt").map(({ data }) => data.toString("utf8").split("\0"));
  assert.equal(texts.length, 1);
  assert.equal(texts[0][0], "activation-lab");
  // inflateSync throws if the compressed data is damaged.
  inflateSync(Buffer.concat(all.filter(({ type }) => type === "IDAT").map(({ data }) => data)));
  return { width: all[0].data.readUInt32BE(0), height: all[0].data.readUInt32BE(4), link: texts[0].at(-1) };
}

/** The content of an SVG file according to the browser's XML parser. */
async function readSvg(bytes) {
  return page.page.evaluate((text) => {
    const svg = new DOMParser().parseFromString(text, "image/svg+xml");
    return {
      broken: svg.querySelector("parsererror") !== null,
      title: svg.querySelector("title").textContent,
      link: svg.querySelector("metadata#activation-lab").textContent,
      texts: [...svg.querySelectorAll("text")].map((text) => text.textContent.trim()),
      lines: svg.querySelectorAll("polyline").length,
      scripts: svg.querySelectorAll("script, foreignObject, image").length,
      width: Number(svg.documentElement.getAttribute("width")),
    };
  }, bytes.toString("utf8"));
}

/** Drops a file on the page. If `demo` is given, the file is chosen in the panel of that demo instead. */
async function give(file, demo) {
  await page.page.evaluate(
    ({ name, type, base64, size, demo }) => {
      const bytes = size === undefined ? Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)) : new Uint8Array(size);
      const data = new DataTransfer();
      data.items.add(new File([bytes], name, { type }));
      if (demo === undefined) {
        const dropped = new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true });
        document.querySelector("main").dispatchEvent(dropped);
        if (!dropped.defaultPrevented) throw new Error("the browser would leave for the file");
      } else {
        const input = document.querySelector(`#${demo} .export input[type=file]`);
        input.files = data.files;
        input.dispatchEvent(new Event("change", { bubbles: true }));
      }
    },
    { ...file, bytes: undefined, base64: file.bytes?.toString("base64"), demo },
  );
}

async function said() {
  return page.page.$eval(".import", (notice) => notice.textContent);
}

async function untilSaid(words) {
  await page.until(`the page says ${words}`, (words) => document.querySelector(".import").textContent.includes(words), words);
}

const VIEWS = [
  ["explorer", "f=relu,elu&x=-0.5&alpha=2"],
  ["neuron", "f=tanh&b=-1.5"],
  ["collapse", "f=relu&width=8"],
  ["descent", "f=tanh&w=-1&step=4"],
  ["classify", "f=relu&data=xor&step=4"],
  ["chain", "depth=12&x=0.5&step=15"],
  ["dead", "neuron=20&step=12"],
  ["maxout", "k=3&x=-2.5"],
  ["alpha", "alpha=2.5&step=20"],
];

for (const [demo, settings] of VIEWS) {
  test(`${demo}: each picture in each format, and back from it`, async () => {
    const fragment = `${demo}?${settings}`;
    await show(fragment);
    await openPanel(demo);
    const pictures = await page.page.$$eval(`#${demo} .export option`, (options) => options.map(({ value }) => value));
    const shown = await page.page.$$eval(`#${demo} .plot-place:not([hidden])`, (all) =>
      all.map((place) => ({
        caption: place.querySelector(".plot-caption").textContent,
        width: parseFloat(place.querySelector(".plot").style.width),
        height: parseFloat(place.querySelector(".plot").style.height),
      })),
    );
    assert.equal(pictures.length, shown.length);
    const files = [];
    for (const [index, picture] of pictures.entries()) {
      const { caption, width, height } = shown[index];
      const name = `activation-lab-${demo}-${picture.replace(`${demo}-`, "")}`;
      for (const scale of [1, 2, 4]) {
        const file = await save(demo, String(scale), picture);
        assert.equal(file.name, `${name}${scale === 1 ? "" : `-${scale}x`}.png`);
        assert.equal(file.type, "image/png");
        const { link, ...size } = readPng(file.bytes);
        assert.deepEqual(size, { width: Math.round(scale * width), height: Math.round(scale * height) });
        assert.equal(link, `${lab.url}en/?lang=en#${fragment}`);
        if (scale === 1) files.push(file);
      }
      const file = await save(demo, "svg", picture);
      assert.equal(file.name, `${name}.svg`);
      const { texts, lines, ...svg } = await readSvg(file.bytes);
      const link = `${lab.url}en/?lang=en#${fragment}`;
      assert.deepEqual(svg, { broken: false, title: caption, link, scripts: 0, width });
      assert.ok(texts.length + lines > 0, `${picture} has lines and words of its own`);
      files.push(file);
    }
    // Each file is opened in another view. The first ones are dropped, the last one is chosen in the
    // panel.
    for (const [file, way] of [[files[0]], [files[1]], [files.at(-1), demo]]) {
      await page.goTo(demo === "explorer" ? "chain?depth=3" : "explorer?x=3");
      await page.until("the view is another", (demo) => !location.hash.startsWith(`#${demo}?`), demo);
      await give(file, way);
      await untilSaid("The view of the file is shown");
      await page.untilAddress(fragment);
      await page.untilScrolled();
    }
  });

  test(`${demo}: the numbers are those of the data table`, async () => {
    await show(`${demo}?${settings}`);
    await openPanel(demo);
    await page.until("the run is worked out", (demo) => !document.querySelector(`#${demo}[aria-busy=true]`), demo);
    const { name, bytes } = await save(demo, "csv");
    assert.equal(name, `activation-lab-${demo}.csv`);
    assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
    const lines = bytes.toString("utf8").slice(1).split("\r\n");
    assert.equal(lines.pop(), "");
    const table = await page.page.$eval(`#${demo} .data-table table`, (table) =>
      [...table.rows].map((row) => [...row.cells].map((cell) => cell.querySelector("data")?.value ?? cell.textContent)),
    );
    const fields = (line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain);
    assert.deepEqual(
      lines.map(fields),
      table.map((row) => row.map((cell) => (cell === "–" ? "" : cell))),
    );
  });
}

describe("a picture", () => {
  /** The colours of some pixels of a PNG file, by their places. */
  async function pixels(file, places) {
    return page.page.evaluate(
      async (base64, places) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
        const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
        context.drawImage(image, 0, 0);
        return places.map(([x, y]) => [...context.getImageData(x, y, 1, 1).data]);
      },
      file.bytes.toString("base64"),
      places,
    );
  }

  test("has the page's paper, in each theme", async () => {
    await open({ query: { theme: "dark" } });
    await openPanel("explorer");
    assert.deepEqual(await pixels(await save("explorer", "2"), [[0, 0]]), [[0x16, 0x18, 0x1c, 255]]);
    assert.match((await save("explorer", "svg")).bytes.toString(), /fill="#16181c"/);
    await page.page.click("input[name=theme][value=light]");
    await page.settle();
    assert.deepEqual(await pixels(await save("explorer", "2"), [[0, 0]]), [[0xfc, 0xfb, 0xf8, 255]]);
  });

  test("is the one that is shown while the mouse rests on the plot", async () => {
    await show("explorer?f=relu&show=value");
    await openPanel("explorer");
    const at = await page.page.$eval(SHOWN_PLOTS, (canvas) => {
      const { left, top, width, height } = canvas.getBoundingClientRect();
      return [left + width / 4, top + height / 3];
    });
    await page.page.mouse.move(...at);
    await page.settle();
    const x = await page.page.$eval(SHOWN_PLOTS, (canvas) => canvas.ariaValueNow);
    assert.notEqual(x, "1");
    const { link } = await readSvg((await save("explorer", "svg")).bytes);
    assert.equal(new URL(link).hash, `#explorer?f=relu&show=value&x=${x}`);
    assert.equal(new URL(page.page.url()).hash, "#explorer?f=relu&show=value");
  });

  test("is chosen among those that are shown", async () => {
    await show("explorer?show=gradient");
    const pictures = () => page.page.$$eval("#explorer .export option", (options) => options.map(({ value }) => value));
    assert.deepEqual(await pictures(), ["gradient"]);
    await page.choose("show", "both", "#explorer");
    assert.deepEqual(await pictures(), ["value", "gradient"]);
  });
});

describe("the panel", () => {
  test("is closed at first, works with the keyboard, and names its controls", async () => {
    await open({ lang: "ko" });
    const summary = "#explorer .export > summary";
    const isOpen = () => page.page.$eval("#explorer .export", (panel) => panel.open);
    assert.equal(await isOpen(), false);
    await page.page.focus(summary);
    await page.page.keyboard.press("Enter");
    assert.equal(await isOpen(), true);
    const unnamed = await page.page.$$eval("#explorer .export :is(select, input, button)", (controls) =>
      controls.filter((control) => !(control.labels?.[0]?.textContent ?? control.textContent).trim()).length,
    );
    assert.equal(unnamed, 0);
    assert.equal(await page.page.$eval(summary, (summary) => summary.textContent), "내보내기");
    await page.page.keyboard.press("Tab");
    await page.page.keyboard.press("Escape");
    assert.equal(await isOpen(), false);
    assert.ok(await page.page.$eval(summary, (summary) => summary === document.activeElement));
  });

  test("stays within the window on a phone", async () => {
    await open({ viewport: { width: 360, height: 740 } });
    const breadth = () => page.page.evaluate(() => document.documentElement.scrollWidth);
    const before = await breadth();
    for (const demo of ["explorer", "chain"]) {
      await page.bring(demo);
      await openPanel(demo);
      const [left, right] = await page.page.$eval(`#${demo} .export .panel-body`, (panel) => {
        const bounds = panel.getBoundingClientRect();
        return [bounds.left, bounds.right];
      });
      assert.ok(left >= 0 && right <= 360, `${demo}: ${left} to ${right}`);
    }
    assert.equal(await breadth(), before, "nothing sticks out");
  });
});

describe("a file from elsewhere", () => {
  const svg = (inside) => ({
    name: "x.svg",
    type: "image/svg+xml",
    bytes: Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`),
  });
  /** Shows a view by a file, so that the notice on the page differs from the notice of the next file. */
  async function showWithNotice(fragment) {
    await show();
    await give(svg(`<metadata id="activation-lab">${lab.url}#${fragment}</metadata>`));
    await untilSaid("The view of the file is shown");
    await page.untilAddress(fragment);
  }

  const FOREIGN = [
    ["no picture", { name: "x.txt", type: "text/plain", bytes: Buffer.from("#chain?depth=3") }],
    ["nothing", { name: "x.png", type: "image/png", bytes: Buffer.alloc(0) }],
    ["another SVG", svg("<metadata>#chain?depth=3</metadata>")],
    ["a link without a fragment", svg('<metadata id="activation-lab">javascript:alert(1)</metadata>')],
    ["half a PNG", { name: "x.png", type: "image/png", bytes: Buffer.from("89504e470d0a1a0a0000ffff69545874", "hex") }],
  ];
  for (const [name, file] of FOREIGN) {
    test(`leaves the view alone and is told of: ${name}`, async () => {
      await showWithNotice("explorer?x=3");
      await give(file);
      await untilSaid("No saved view");
      assert.equal(new URL(page.page.url()).hash, "#explorer?x=3");
    });
  }

  test("is not read where it is too large", async () => {
    await showWithNotice("explorer?x=3");
    await give({ name: "x.png", type: "image/png", size: 17 * 2 ** 20 });
    await untilSaid("too large");
    assert.equal(new URL(page.page.url()).hash, "#explorer?x=3");
  });

  test("can say nothing but a view, which is held to its limits", async () => {
    await show("explorer?x=3");
    const markup = '<img src=x onerror=alert(1)>"'.replaceAll("<", "&lt;");
    await give(svg(`<metadata id="activation-lab">https://elsewhere.example/#explorer?x=1e9&amp;f=relu,${markup}</metadata>`));
    await untilSaid("The view of the file is shown");
    await page.untilAddress("explorer?f=relu&x=100");
    assert.equal(await page.page.evaluate(() => document.querySelectorAll("img[src=x]").length), 0);
    assert.ok(page.page.url().startsWith(lab.url));
  });

  test("leaves text that is dragged alone", async () => {
    await open();
    const prevented = await page.page.evaluate(() => {
      const data = new DataTransfer();
      data.setData("text/plain", "#chain");
      const dropped = new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true });
      document.querySelector("main").dispatchEvent(dropped);
      return dropped.defaultPrevented;
    });
    assert.equal(prevented, false);
    assert.equal(await said(), "");
  });
});

describe("a function as code", () => {
  const card = "#card-elu .copy-code";

  /** Scrolls to the cards, opens the code of two of them and waits for it. */
  async function bringCode() {
    await page.page.$eval("#card-elu", (card) => card.scrollIntoView({ behavior: "instant" }));
    await page.page.$$eval(".copy-code", (all) => all.forEach((panel) => (panel.open = true)));
    await page.page.waitForSelector(`${card} pre`);
    await page.page.waitForSelector("#card-maxout .copy-code pre");
  }

  test("follows its parameters and the language that is chosen", async () => {
    await show("explorer?alpha=2.5");
    await bringCode();
    const code = (card) => page.page.$eval(`${card} pre`, (pre) => pre.textContent);
    assert.match(await code(card), /^import numpy as np\n[^]*def elu\(x, alpha=2\.5\):/);
    await page.page.$eval(card, (details) => (details.open = true));
    const languages = await page.page.$$eval(`${card} option`, (options) => options.map(({ textContent }) => textContent));
    assert.deepEqual(languages, ["Python (NumPy)", "PyTorch", "JAX", "Keras", "Rust", "LaTeX"]);
    await page.page.select(`${card} select`, "Rust");
    await page.settle();
    assert.match(await code(card), /^const ALPHA: f64 = 2\.5;\n/);
    // The other cards change their language as well.
    assert.match(await code("#card-maxout .copy-code"), /const PIECES: \[\(f64, f64\); 2\] = \[\(-0\.5, 0\.0\), \(1\.0, 0\.0\)\];/);
    assert.equal(await page.page.$eval("#card-maxout select", (select) => select.value), "Rust");
    await page.setRange("alpha", 0.5, "#explorer");
    assert.match(await code(card), /const ALPHA: f64 = 0\.5;/);
  });

  test("is copied as it stands there", async () => {
    await open({
      prepare: async (page) => {
        await page.evaluateOnNewDocument(() => {
          window.copied = [];
          Object.defineProperty(navigator, "clipboard", {
            value: { writeText: async (text) => void window.copied.push(text) },
          });
        });
      },
    });
    await bringCode();
    await page.page.$eval(card, (details) => (details.open = true));
    await page.page.select(`${card} select`, "LaTeX");
    await page.page.$eval(`${card} button`, (button) => button.click());
    await page.until("it says so", (card) => document.querySelector(`${card} [role=status]`).textContent === "Copied", card);
    const [copied, ...more] = await page.page.evaluate(() => window.copied);
    assert.deepEqual(more, []);
    assert.equal(copied, await page.page.$eval(`${card} pre`, (pre) => pre.textContent));
    assert.match(copied, /\\alpha = 1 /);
  });
});
