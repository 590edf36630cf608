// Leads to the page in the reader's language, sets the theme before the first paint, loads the app, shows a notice or a
// crash message if something fails, and finally registers the service worker. It is a file of its own, because the content
// security policy allows only one inline script (excuse.js).
"use strict";

(() => {
  const root = document.documentElement;
  // The single file of `cargo xtask build --single-file` embeds both files and has no such attributes. A build
  // by trunk alone has no hashes, so that its files are not checked.
  const { module, moduleIntegrity = "", wasm, wasmIntegrity = "", ...data } = document.currentScript.dataset;
  // By name, what is loaded when it is needed, the pieces of the WebAssembly and the gallery: file and hash. The files are in
  // the folder of the main file.
  const pieces = JSON.parse(data.pieces ?? "{}");
  const address = (file) => new URL(file, document.baseURI).href;
  // All files are beside this one.
  const folder = new URL("./", document.currentScript.src || document.baseURI);
  root.dataset.folder = folder.href;
  const parsed = new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve));

  // The order of precedence is: the query, the stored choice, the browser's setting.
  const query = new URLSearchParams(location.search);
  // The value of a key, without what messengers leave at the end of a link.
  const said = (key) => query.get(key)?.replace(/[^a-z0-9]+$/i, "").toLowerCase();
  const stored = (name) => {
    try {
      return localStorage.getItem(`activation-lab:${name}`);
    } catch {
      // Some frames and some settings forbid the storage.
      return null;
    }
  };
  const first = (wanted, known, otherwise) => wanted.find((one) => known.includes(one)) ?? otherwise;

  // The page of the first language leads to the language that the reader prefers. The address of another page is a
  // choice already, which only the query changes.
  const pages = new Map(
    Array.from(document.querySelectorAll("link[data-page]"), (link) => [link.hreflang, link.dataset.page]),
  );
  const languages = [...pages.keys()];
  const own = root.lang;
  const preferred = own === languages[0] ? [stored("lang"), ...(navigator.languages ?? [navigator.language])] : [own];
  const tags = [said("lang"), ...preferred].map((tag) => String(tag).split("-")[0].toLowerCase());
  const language = first(tags, languages, own);
  // A page from the disk has no server that knows the file of a folder.
  const file = location.protocol === "file:" ? "index.html" : "";
  const other = (language) => new URL(pages.get(language) + file, document.baseURI);
  if (module && language !== own) {
    const there = other(language);
    [there.search, there.hash] = [location.search, location.hash];
    location.replace(there);
    return;
  }
  // The single file contains all pages. The one that is shown first is replaced (choose_page.js).
  root.lang = language;

  // A link to another language leads to the present view, and the choice is stored.
  addEventListener("click", ({ target }) => {
    const link = target.closest?.("a[hreflang]");
    if (!link || !pages.has(link.hreflang)) return;
    // The app writes a change that is not yet in the address.
    dispatchEvent(new Event("activation-lab:leave"));
    const kept = new URLSearchParams(location.search);
    kept.delete("lang");
    try {
      localStorage.setItem("activation-lab:lang", link.hreflang);
      // The pages of the single file have one address.
      if (!module) kept.set("lang", link.hreflang);
    } catch {
      // The storage is forbidden, so the address keeps the choice.
      kept.set("lang", link.hreflang);
    }
    const there = module ? other(link.hreflang) : new URL(document.URL);
    [there.search, there.hash] = [kept, location.hash];
    link.href = there;
  });

  const queried = first([said("theme")], ["light", "dark"]);
  const choice = queried ?? first([stored("theme")], ["system", "light", "dark"], "system");
  const systemDark = matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.themeChoice = choice;
  root.dataset.theme = choice === "system" ? (systemDark ? "dark" : "light") : choice;

  root.classList.add("js");

  // In a frame, the page shows a single demo.
  root.toggleAttribute("data-embed", said("embed") === "1");
  // The demo that the address names is the only one in a frame and in a presentation.
  parsed.then(() => {
    const [, named] = /^#?([\w-]*)/.exec(location.hash);
    const demos = Array.from(document.querySelectorAll(".demo"));
    (demos.find(({ id }) => id === named.toLowerCase()) ?? demos[0])?.classList.add("current");
  });
  // The page sends its height to the page that contains it as a frame. It sends nothing else.
  if (parent !== window) {
    const tell = () => {
      // A frame that is not displayed has no width, so its height means nothing.
      if (innerWidth === 0) return;
      // The box of the root includes margins that collapse through the body.
      const height = Math.ceil(root.getBoundingClientRect().height);
      const demo = root.dataset.demo ?? "explorer";
      parent.postMessage({ type: "activation-lab:height", height, demo }, "*");
    };
    parsed.then(() => new ResizeObserver(tell).observe(root));
  }

  // After an error of its own the app cannot go on, because its state may be half changed. An error before the
  // app has started is not a crash.
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
  // Browsers send notices as events without an error. Errors of browser extensions and of other scripts name
  // other files.
  const pieceAddress = ([file]) => new URL(file, address(wasm)).href;
  const ofPieces = Object.values(pieces).map(pieceAddress);
  const files = module ? [address(module), address(wasm), ...ofPieces] : [document.URL.split("#")[0]];
  const isOurs = (place) => files.some((file) => place?.includes(file));
  const isTrap = (error) => typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError;
  addEventListener("error", ({ error, filename }) => {
    if (isTrap(error) || (error && isOurs(filename))) crash();
  });
  addEventListener("activation-lab:panic", crash);
  addEventListener("unhandledrejection", ({ reason }) => {
    if (isTrap(reason) || (reason instanceof Error && isOurs(reason.stack))) crash();
  });

  // When the browser has nothing to do, but after so many milliseconds at the latest. Safari may lack the function, and
  // then goes on at once.
  const idle = (timeout) =>
    new Promise((resolve) => (window.requestIdleCallback ?? setTimeout)(() => resolve(), { timeout }));
  // The app sets the attribute when the demo that the address names can be used.
  const ready = new Promise((resolve) => {
    const look = () => "ready" in root.dataset && resolve();
    new MutationObserver(look).observe(root, { attributeFilter: ["data-ready"] });
  });

  // The stored version answers first. A newer version waits until the reader accepts it.
  const keep = async (isRunning) => {
    // A frame in another page stores nothing. In a sandboxed frame WebKit throws where workers are asked for.
    if (window.top !== window.self) return;
    const { serviceWorker: workers } = navigator;
    // A page from the disk has no workers.
    if (!module || !workers || !location.protocol.startsWith("http")) return;
    // A page that failed is not stored for the first time. If an older worker is in control, it is updated.
    if (!isRunning && !workers.controller) return;
    // A first visit stores the files that it does not need only when it has nothing else to do.
    if (!workers.controller) {
      await ready;
      await idle(5000);
    }
    const registration = await workers.register(new URL("sw.js", folder));
    const bar = document.getElementById("update");
    const offer = () => {
      // A first version replaces no other, so there is nothing to offer.
      if (registration.waiting && registration.active) bar.hidden = false;
    };
    document.getElementById("update-later").addEventListener("click", () => (bar.hidden = true));
    document.getElementById("update-reload").addEventListener("click", () => {
      // Another window may have activated the new version already.
      if (!registration.waiting) return location.reload();
      workers.addEventListener("controllerchange", () => location.reload(), { once: true });
      registration.waiting.postMessage("take over");
    });
    const watch = () => registration.installing?.addEventListener("statechange", offer);
    registration.addEventListener("updatefound", watch);
    watch();
    offer();
  };

  // Shows a notice in place of the app (excuse.js).
  const excuse = async (reason, file) => {
    await parsed;
    // The policy of a host may block the inline script. Without the class `js`, the page shows the notice for
    // blocked scripts.
    if (window.excuse) window.excuse(reason, file);
    else root.classList.remove("js");
  };
  if (typeof WebAssembly !== "object") {
    excuse("no-wasm");
    return;
  }

  // Whether a WebAssembly module is complete. After the magic number and the version, each section begins with
  // its length.
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
  // The reason and the file for the notice about an error. The error itself says little about the file, so the
  // file is fetched once more.
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
      // A frame with an opaque origin can request the file, but cannot read the answer.
      const isThere = await fetch(file, { mode: "no-cors" }).catch(() => false);
      return [isThere && window.origin === "null" ? "sealed" : "failed", name];
    }
    if (new TextDecoder().decode(bytes.subarray(0, 99)).trimStart().startsWith("<")) return ["page", name];
    // If the hash matches, the file is the one that was built, so the browser is too old for it.
    return [isTooNew && (wasmIntegrity || isWhole(bytes)) ? "no-wasm" : "failed", name];
  };

  // An error with the address of the file that caused it.
  const spoilt = (file, error = new TypeError(`${file} did not arrive as it was built`)) => Object.assign(error, { file });
  // This script precedes the style sheets, so it receives an event for each one that the browser refuses.
  const styled = new Promise((resolve, reject) => {
    const refuse = ({ target }) => target.rel === "stylesheet" && reject(spoilt(target.href));
    addEventListener("error", refuse, { capture: true });
    // If the host answers with an HTML page instead, Chromium makes a style sheet without rules of it.
    const isEmpty = (sheet) => {
      try {
        return sheet.cssRules.length === 0;
      } catch {
        // A frame with an opaque origin cannot read the rules.
        return false;
      }
    };
    addEventListener("load", () => {
      const empty = Array.from(document.styleSheets).find(isEmpty);
      if (empty) reject(spoilt(empty.href));
      else resolve();
    });
  });
  // `import` does not take a hash. A script element does, and `import` then returns the module that it has
  // loaded.
  const imported = async () => {
    await new Promise((resolve, reject) => {
      const script = document.createElement("script");
      Object.assign(script, { type: "module", src: files[0], integrity: moduleIntegrity });
      script.addEventListener("load", resolve);
      script.addEventListener("error", () => reject(spoilt(files[0])));
      // WebKit reports a syntax error to the window only. `import` then has it.
      addEventListener("error", ({ filename }) => filename === script.src && resolve());
      document.head.append(script);
    });
    return import(files[0]).catch((error) => {
      throw spoilt(files[0], error);
    });
  };
  // The files for the first paint come first. The app is larger and would slow them down.
  // The page is idle when it has been painted. In the background it never is.
  const painted = new Promise((resolve) => addEventListener("load", () => idle(500).then(resolve)));
  const fetchedWasm = async (file, integrity, cache) => {
    const answer = await fetch(file, { integrity, cache });
    if (!answer.ok) throw spoilt(file);
    // The browser compiles during the download, but only if the type is right. Otherwise it would print a
    // warning.
    const isTyped = answer.headers.get("content-type") === "application/wasm";
    return isTyped ? answer : answer.arrayBuffer();
  };
  const fetched = async () => {
    await painted;
    const all = [imported(), fetchedWasm(files[1], wasmIntegrity)];
    // The piece of the demo that the address names comes together with the app.
    const demo = location.hash.slice(1).split("?")[0];
    if (demo in pieces) for (const name of ["shared", demo]) early(name);
    const [app, wasm] = await Promise.all(all);
    return { app, wasm };
  };
  // The pieces that have been requested before the app asks for them.
  const requested = new Map();
  const early = (name) => {
    const piece = window.piece(name);
    // The app gets the error when it asks.
    piece.catch(() => {});
    requested.set(name, piece);
  };
  const failed = new Set();
  // The app asks here for the pieces of the WebAssembly and for the gallery.
  const piece = async (name) => {
    const [, integrity] = pieces[name];
    // A damaged file may have been stored by the browser.
    const answer = fetchedWasm(pieceAddress(pieces[name]), integrity, failed.has(name) ? "reload" : "default");
    answer.catch(() => failed.add(name));
    return answer;
  };
  if (module) {
    window.piece = (name) => {
      const before = requested.get(name);
      requested.delete(name);
      return before ?? piece(name);
    };
  }
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
    // Settings of the browser may forbid workers. The page works without one.
    .catch(() => {});
})();
