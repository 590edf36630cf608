// The security of the page: it requests nothing from other hosts, sends nothing to other hosts, and runs no file that
// was changed in transit.

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { createInterface } from "node:readline";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { DEMOS } from "./content.mjs";
import { startLab } from "./harness.mjs";
import { DIST, PAGES, changePages, withoutHashes } from "./server.mjs";


/** A page of the build without its comments, which may contain any text. */
async function read(name) {
  return (await readFile(join(DIST, name), "utf8")).replace(/<!--.*?-->/gs, "");
}

/** The directives of a page's content security policy. */
function policyOf(page) {
  const [, content] = page.match(/http-equiv="content-security-policy"\s+content="([^"]+)"/);
  return Object.fromEntries(content.split("; ").map((directive) => directive.split(/ (.*)/).slice(0, 2)));
}

/** Records violations of the policy in `window.violations`. It must run before the page loads. */
const noteViolations = (page) =>
  page.evaluateOnNewDocument(() => {
    window.violations = [];
    addEventListener(
      "securitypolicyviolation",
      ({ effectiveDirective, blockedURI }) => window.violations.push(`${effectiveDirective}: ${blockedURI}`),
      { capture: true },
    );
  });

describe("the built page", () => {
  for (const name of PAGES) {
    test(`has no inline style or handler, and no inline script but the one that its policy means (${name})`, async () => {
      const page = await read(name);
      const [, first, ...others] = page.match(/^[^]*?<script>([^]*?)<\/script>([^]*)$/);
      const hash = createHash("sha256").update(first).digest("base64");
      assert.equal(policyOf(page)["script-src"], `'self' 'sha256-${hash}' 'wasm-unsafe-eval'`);
      for (const [script] of others.join("").matchAll(/<script[^]*?<\/script>/g)) {
        // Browsers do not run a script element with this type. It contains the words of the app.
        if (script.startsWith('<script id="words" type="text/plain">')) continue;
        assert.match(script, /^<script src="[^"]+"[^>]*><\/script>$/);
      }
      assert.doesNotMatch(page, /<style|\sstyle=|\son\w+=|javascript:/i);
    });
  }

  test("allows what it needs and nothing else", async () => {
    const [policy, ...policies] = await Promise.all(PAGES.map(async (name) => policyOf(await read(name))));
    for (const other of policies) assert.deepEqual(other, policy);
    const { "script-src": scripts, ...others } = policy;
    assert.match(scripts, /^'self' 'sha256-[\w+/]{43}=' 'wasm-unsafe-eval'$/);
    assert.deepEqual(others, {
      "default-src": "'none'",
      "style-src": "'self'",
      "img-src": "'self'",
      "connect-src": "'self'",
      "manifest-src": "'self'",
      "worker-src": "'self'",
      "base-uri": "'none'",
      "form-action": "'none'",
    });
  });

  test("allows one unsafe thing, WebAssembly, also as one file", async () => {
    for (const name of [...PAGES, "activation-lab.html"]) {
      const unsafe = Object.entries(policyOf(await read(name))).flatMap(([directive, sources]) =>
        sources.split(" ").filter((source) => source.includes("unsafe")).map((source) => `${directive} ${source}`),
      );
      assert.deepEqual(unsafe, ["script-src 'wasm-unsafe-eval'"], name);
    }
  });

  for (const name of PAGES) {
    test(`says the hash of everything that browsers check (${name})`, async () => {
      const page = await read(name);
      const told = [];
      for (const [tag] of page.matchAll(/<(script|link)\s[^>]*>/g)) {
        const says = (name) => tag.match(`\\s${name}="([^"]*)"`)?.[1];
        const files = tag.startsWith("<script")
          ? [["src", "integrity"], ["data-module", "data-module-integrity"], ["data-wasm", "data-wasm-integrity"]]
          : [["href", "integrity"]];
        for (const [brings, hash] of files) {
          if (!/\.(js|css|wasm)$/.test(says(brings))) continue;
          const path = join(DIST, dirname(name), says(brings));
          const content = await readFile(path);
          assert.equal(says(hash), `sha384-${createHash("sha384").update(content).digest("base64")}`, says(brings));
          // In a frame without an origin of its own, integrity can only be checked with this attribute.
          assert.match(tag, /\scrossorigin(?:="")?(?=[\s/>])/);
          told.push(relative(DIST, path));
        }
        const pieces = JSON.parse((says("data-pieces") ?? "{}").replaceAll("&quot;", '"'));
        for (const [file, hash] of Object.values(pieces)) {
          const content = await readFile(join(DIST, file));
          assert.equal(hash, `sha384-${createHash("sha384").update(content).digest("base64")}`, file);
          told.push(file);
        }
      }
      // Other pages load embed.js, and the browser itself loads sw.js.
      const beside = ["embed.js", "sw.js"];
      const gallery = `gallery-${name === "index.html" ? "ko" : "en"}-`;
      const isChecked = (file) => (/\.(js|css|wasm)$/.test(file) && !beside.includes(file)) || file.startsWith(gallery);
      const built = (await readdir(DIST)).filter(isChecked);
      assert.deepEqual([...new Set(told)].sort(), built.sort());
    });
  }
});

describe("in use", () => {
  let lab;
  let page;
  before(async () => {
    lab = await startLab();
  });
  after(() => lab.close());
  afterEach(() => page.close());

  test("every demo keeps to the policy, to its own host and to its own storage", async () => {
    page = await lab.openPage({
      lang: "en",
      prepare: async (page) => {
        await noteViolations(page);
        // The app makes files, but the test does not save them.
        await page.evaluateOnNewDocument(() => {
          const { click } = HTMLAnchorElement.prototype;
          HTMLAnchorElement.prototype.click = function () {
            if (!this.hasAttribute("download")) click.call(this);
          };
        });
      },
    });
    const demos = await page.page.$$eval("main section.demo", (all) => all.map(({ id }) => id));
    assert.deepEqual(demos, DEMOS);
    for (const demo of demos) {
      await page.goTo(demo);
      const count = await page.page.evaluate((demo) => {
        for (const details of document.querySelectorAll(`#${demo} details`)) details.open = true;
        const changed = (input) => {
          for (const type of ["input", "change"]) input.dispatchEvent(new Event(type, { bubbles: true }));
        };
        const controls = [...document.querySelectorAll(`#${demo} :is(input, select, button)`)];
        for (const control of controls) {
          if (control.matches("input[type=range]")) {
            control.value = String((Number(control.min) + 3 * Number(control.max)) / 4);
            changed(control);
          } else if (control.matches("select")) {
            control.selectedIndex = control.options.length - 1;
            changed(control);
          } else if (control.matches("button, input[type=radio], input[type=checkbox]")) {
            control.click();
          }
        }
        return controls.length;
      }, demo);
      assert.ok(count > 5, `${demo} has ${count} controls`);
      await page.settle();
      const canvases = await page.page.$$(`#${demo} canvas.plot-marks`);
      // The last choice determines which of its pictures a demo shows.
      const seen = await Promise.all(canvases.map((canvas) => canvas.evaluate((canvas) => canvas.checkVisibility())));
      await canvases[seen.indexOf(true)].hover();
      await page.settle();
    }
    await page.choose("theme", "dark");
    const violated = await page.page.evaluate(() => window.violations);
    await page.chooseLanguage("ko");

    const kept = await page.page.evaluate(async () => ({
      violations: window.violations,
      local: Object.keys(localStorage),
      session: Object.keys(sessionStorage),
      databases: (await indexedDB.databases()).map(({ name }) => name),
      cookies: document.cookie,
    }));
    assert.ok(kept.local.length > 0, "the choice of colours is kept");
    const { local, session, databases, cookies } = kept;
    const violations = [...violated, ...kept.violations];
    const others = [...local, ...session, ...databases].filter((key) => !key.startsWith("activation-lab:"));
    assert.deepEqual({ violations, others, cookies }, { violations: [], others: [], cookies: "" });
    page.assertQuiet();
  });

  // This test shows that the one above would notice a violation.
  test("what the policy forbids is noticed", async () => {
    page = await lab.openPage({ prepare: noteViolations });
    const found = await page.page.evaluate(async () => {
      window.ran = false;
      const add = (name, told) => document.body.append(Object.assign(document.createElement(name), told));
      add("script", { textContent: "window.ran = true" });
      add("style", { textContent: "body { display: none }" });
      add("img", { src: "http://127.0.0.1:9/elsewhere.png" });
      add("img", { src: "data:image/gif;base64,R0lGODlhAQABAAAAACw=" });
      add("iframe", { src: "about:srcdoc", srcdoc: "<p>a frame" });
      add("iframe", { src: `${location.origin}/frame.html` });
      add("object", { data: "icon.svg" });
      await fetch("http://127.0.0.1:9/elsewhere").catch(() => {});
      const directives = () => new Set(window.violations.map((violation) => violation.split(/-src|:/)[0]));
      while (directives().size < 6) await new Promise(requestAnimationFrame);
      return { ran: window.ran, directives: [...directives()].sort() };
    });
    assert.deepEqual(found, { ran: false, directives: ["connect", "frame", "img", "object", "script", "style"] });
  });
});

describe("a file that is not the one that was built", () => {
  let folder;
  let lab;
  let page;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "activation-lab-safe-"));
    await cp(DIST, folder, { recursive: true });
    lab = await startLab({ root: folder });
  });
  afterEach(async () => {
    await page.close();
    await lab.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Changes the one file whose name matches the pattern, by code that would run if the change were not noticed. */
  async function tamper(pattern) {
    const names = (await readdir(folder)).filter((name) => pattern.test(name));
    assert.equal(names.length, 1, `one file is like ${pattern}: ${names}`);
    const path = join(folder, names[0]);
    const added = {
      js: "\nwindow.tampered = true;\n",
      css: "\n/* changed */\n",
      // A custom section, which every engine ignores.
      wasm: Buffer.from([0, 2, 1, 97]),
    }[names[0].split(".").at(-1)];
    await writeFile(path, Buffer.concat([await readFile(path), Buffer.from(added)]));
  }

  const notices = () =>
    page.page.$$eval(".notice", (all) =>
      all.filter((notice) => notice.checkVisibility()).map(({ classList }) => classList[classList.length - 1]),
    );
  const isRunning = () =>
    page.page.evaluate(() => window.tampered === true || document.documentElement.hasAttribute("data-ready"));

  for (const [what, pattern] of [
    ["boot.js", /^boot\.js$/],
    ["module", /^activation-lab-\w+\.js$/],
    ["WebAssembly", /_bg\.wasm$/],
    // Without the style sheet the other notices are not hidden.
    ["style sheet", /^style-.*\.css$/],
  ]) {
    test(`does not run but gives the message (${what})`, async () => {
      await tamper(pattern);
      page = await lab.openPage({ lang: "en", mounts: false });
      await page.until("the notice", () => document.documentElement.classList.contains("failed"));
      await page.until("the others are hidden", () => document.querySelector(".when-no-wasm").hidden);
      assert.deepEqual(await notices(), ["when-failed"]);
      assert.equal(await isRunning(), false);
      assert.ok(page.messages.length > 0, "and the console has the reason");
    });
  }

  test("is not noticed in a build by hand, which works all the same", async () => {
    await changePages(folder, withoutHashes);
    page = await lab.openPage({ lang: "en" });
    assert.equal(await isRunning(), true);
    page.assertQuiet();
  });
});

const hasPython = spawnSync("python3", ["--version"]).status === 0;

describe("on another host", () => {
  test("the build works below python3 -m http.server", { skip: !hasPython }, async () => {
    const folder = await mkdtemp(join(tmpdir(), "activation-lab-python-"));
    await cp(DIST, join(folder, "some", "lab"), { recursive: true });
    const server = spawn("python3", ["-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "--directory", folder], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    const lab = await startLab();
    try {
      const [line] = await once(createInterface(server.stdout), "line");
      const [, port] = line.match(/port (\d+)/);
      const page = await lab.openPage({ url: `http://127.0.0.1:${port}/some/lab/`, fragment: "chain?depth=3" });
      assert.equal(await page.page.$eval("#chain input[name=depth]", (input) => input.value), "3");
      page.assertQuiet();
      await page.close();
    } finally {
      await lab.close();
      server.kill();
      await rm(folder, { recursive: true, force: true });
    }
  });
});
