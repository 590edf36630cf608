// Language and theme before the first paint, then the app, and a message in place of a dead page whenever something
// fails; last of all it sees to what is kept for when there is no network. A file of its own, since the content
// security policy allows no inline script but the small one that speaks up where this one has not run.
"use strict";

(() => {
  const root = document.documentElement;
  // Absent in the single file of `cargo xtask build --single-file`, which has both inside; in a build by hand their
  // hashes are, and nothing is checked.
  const { module, moduleIntegrity = "", wasm, wasmIntegrity = "" } = document.currentScript.dataset;
  const address = (file) => new URL(file, document.baseURI).href;
  const parsed = new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve));

  // What the query says, then what was chosen before, then what the browser says.
  const query = new URLSearchParams(location.search);
  const stored = (name) => {
    try {
      return localStorage.getItem(`activation-lab:${name}`);
    } catch {
      // Forbidden in some frames and by some settings.
      return null;
    }
  };
  const first = (wanted, known, otherwise) => wanted.find((one) => known.includes(one)) ?? otherwise;

  const tags = [query.get("lang"), stored("lang"), ...(navigator.languages ?? [navigator.language])];
  const languages = tags.map((tag) => String(tag).split("-")[0].toLowerCase());
  // The page has a title in each language that there is.
  const titles = Array.from(document.querySelectorAll('meta[name="application-name"]'), ({ lang }) => lang);
  root.lang = first(languages, titles, titles[0]);
  document.title = document.querySelector(`meta[name="application-name"][lang="${root.lang}"]`).content;

  const queried = first([query.get("theme")], ["light", "dark"]);
  const choice = queried ?? first([stored("theme")], ["system", "light", "dark"], "system");
  const systemDark = matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.themeChoice = choice;
  root.dataset.theme = choice === "system" ? (systemDark ? "dark" : "light") : choice;

  root.classList.add("js");

  // One demo and nothing else, for a frame in somebody's page.
  root.toggleAttribute("data-embed", query.get("embed") === "1");
  // Whoever has the page in a frame is told how high it is; it says nothing else.
  if (parent !== window) {
    const tell = () => {
      // A frame that is not shown has no width, by which there could be a height.
      if (innerWidth === 0) return;
      // Margins that stand out of the body are within the root.
      const height = Math.ceil(root.getBoundingClientRect().height);
      const demo = root.dataset.demo ?? "explorer";
      parent.postMessage({ type: "activation-lab:height", height, demo }, "*");
    };
    parsed.then(() => new ResizeObserver(tell).observe(root));
  }

  // The app cannot go on after an error of its own: its state may be half changed. What fails before it has started is
  // no crash.
  let [started, crashed] = [false, false];
  const crash = async () => {
    if (crashed || !started) return;
    crashed = true;
    const led = location.href;
    await parsed;
    const link = document.getElementById("crash-link");
    link.href = led;
    link.textContent = led;
    document.getElementById("crash-afresh").href = led.split("#")[0];
    // A link to the present address would only move within the page.
    document.getElementById("crash-reload").addEventListener("click", () => location.reload());
    document.getElementById("crash").hidden = false;
  };
  // Notices of the browser come without an error; those of extensions and other hosts' scripts
  // with an address that is not ours.
  const files = module ? [address(module), address(wasm)] : [document.URL.split("#")[0]];
  const isOurs = (place) => files.some((file) => place?.includes(file));
  const isTrap = (error) => typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError;
  addEventListener("error", ({ error, filename }) => {
    if (isTrap(error) || (error && isOurs(filename))) crash();
  });
  addEventListener("activation-lab:panic", crash);
  addEventListener("unhandledrejection", ({ reason }) => {
    if (isTrap(reason) || (reason instanceof Error && isOurs(reason.stack))) crash();
  });

  // What was kept answers first, so a newer version waits until the reader wants it.
  const keep = async (isRunning) => {
    // A figure in someone's article stores nothing with its readers. In a sandboxed frame WebKit throws where workers are asked for.
    if (window.top !== window.self) return;
    const { serviceWorker: workers } = navigator;
    // A page that is opened from a file has no workers.
    if (!module || !workers || !location.protocol.startsWith("http")) return;
    // What does not work is not to be kept; what was kept and does not work is to be replaced.
    if (!isRunning && !workers.controller) return;
    const registration = await workers.register(address("sw.js"));
    const bar = document.getElementById("update");
    const offer = () => {
      // The first version of all waits, too, but for nothing.
      if (registration.waiting && registration.active) bar.hidden = false;
    };
    document.getElementById("update-later").addEventListener("click", () => (bar.hidden = true));
    document.getElementById("update-reload").addEventListener("click", () => {
      // Another window may have let it in already.
      if (!registration.waiting) return location.reload();
      workers.addEventListener("controllerchange", () => location.reload(), { once: true });
      registration.waiting.postMessage("take over");
    });
    const watch = () => registration.installing?.addEventListener("statechange", offer);
    registration.addEventListener("updatefound", watch);
    watch();
    offer();
  };

  // Says in place of the app why there is none (excuse.js).
  const excuse = async (reason, file) => {
    await parsed;
    // A host's own policy may forbid what stands within the page; without `js` it says that scripts are blocked.
    if (window.excuse) window.excuse(reason, file);
    else root.classList.remove("js");
  };
  if (typeof WebAssembly !== "object") {
    excuse("no-wasm");
    return;
  }

  // Whether a module of WebAssembly is there to its end: behind magic number and version, each section says its length.
  const isWhole = (bytes) => {
    if (new TextDecoder().decode(bytes.subarray(0, 4)) !== "\0asm") return false;
    let at = 8;
    while (at < bytes.length) {
      let [length, digit] = [0, 0];
      do length += (bytes[(at += 1)] & 127) * 128 ** digit++;
      while (bytes[at] & 128);
      at += 1 + length;
    }
    return at === bytes.length;
  };
  // The reason and the file that `excuse` is to give for an error. What it says of a file tells little, so that is asked
  // for once more.
  const diagnosed = async (error) => {
    const isTooNew = error instanceof WebAssembly.CompileError || error instanceof SyntaxError;
    if (!module) return [isTooNew ? "no-wasm" : "failed"];
    if (location.protocol === "file:") return ["disk"];
    const file = error.file ?? files[1];
    const name = file.split("/").at(-1);
    let bytes;
    try {
      const answer = await fetch(file);
      if (!answer.ok) return ["failed", `${name}: ${answer.status}`];
      bytes = new Uint8Array(await answer.arrayBuffer());
    } catch {
      // A frame without an origin of its own may ask, but not read.
      const isThere = await fetch(file, { mode: "no-cors" }).catch(() => false);
      return [isThere && window.origin === "null" ? "sealed" : "failed", name];
    }
    if (new TextDecoder().decode(bytes.subarray(0, 99)).trimStart().startsWith("<")) return ["page", name];
    // Those who have the hashes have what was built.
    return [isTooNew && (wasmIntegrity || isWhole(bytes)) ? "no-wasm" : "failed", name];
  };

  // An error that says which file has led to it.
  const spoilt = (file, error = new TypeError(`${file} did not arrive as it was built`)) => Object.assign(error, { file });
  // This script stands before the style sheets, so it hears of each that the browser refuses.
  const styled = new Promise((resolve, reject) => {
    const refuse = ({ target }) => target.rel === "stylesheet" && reject(spoilt(target.href));
    addEventListener("error", refuse, { capture: true });
    // Of a page in place of one Chromium makes a sheet without rules.
    const isEmpty = (sheet) => {
      try {
        return sheet.cssRules.length === 0;
      } catch {
        // A frame without an origin of its own may not look.
        return false;
      }
    };
    addEventListener("load", () => {
      const empty = Array.from(document.styleSheets).find(isEmpty);
      if (empty) reject(spoilt(empty.href));
      else resolve();
    });
  });
  // `import` takes no hash; an element does, and `import` then gives what the element has loaded.
  const imported = async () => {
    await new Promise((resolve, reject) => {
      const script = document.createElement("script");
      Object.assign(script, { type: "module", src: files[0], integrity: moduleIntegrity });
      script.addEventListener("load", resolve);
      script.addEventListener("error", () => reject(spoilt(files[0])));
      document.head.append(script);
    });
    return import(files[0]).catch((error) => {
      throw spoilt(files[0], error);
    });
  };
  // What the page is painted with comes first: the app is the larger part, and would take the network from it. Idle is a page
  // that is painted, and after half a second one that never is, as in the background; Safari has no such call, and goes on at once.
  const painted = new Promise((resolve) => {
    addEventListener("load", () => (window.requestIdleCallback ?? setTimeout)(() => resolve(), { timeout: 500 }));
  });
  const fetched = async () => {
    await painted;
    const [app, answer] = await Promise.all([imported(), fetch(files[1], { integrity: wasmIntegrity })]);
    if (!answer.ok) throw spoilt(files[1]);
    // Compiled as it arrives, where the host says that it is WebAssembly; else the browser would not, and warn.
    const isTyped = answer.headers.get("content-type") === "application/wasm";
    return { app, wasm: isTyped ? answer : await answer.arrayBuffer() };
  };
  const unpacked = async () => {
    await parsed;
    return window.unpack();
  };
  Promise.all([module ? fetched() : unpacked(), parsed, styled])
    .then(([{ app, wasm }]) => {
      started = true;
      return app.default({ module_or_path: wasm });
    })
    .then(
      () => true,
      async (error) => {
        console.error(error);
        if (isTrap(error)) crash();
        else excuse(...(await diagnosed(error)));
        return false;
      },
    )
    .then(keep)
    // Settings may forbid it, and the page works without.
    .catch(() => {});
})();
