// The first thing that runs: language and theme before the first paint, then the app, and a message
// in place of a dead page whenever something fails. A file of its own, since the content security
// policy allows no inline script.
"use strict";

(() => {
  const root = document.documentElement;
  const { module, wasm } = document.currentScript.dataset;
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
  root.lang = first(languages, ["ko", "en"], "ko");
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
      const height = Math.ceil(document.body.getBoundingClientRect().height);
      const demo = root.dataset.demo ?? "explorer";
      parent.postMessage({ type: "activation-lab:height", height, demo }, "*");
    };
    parsed.then(() => new ResizeObserver(tell).observe(document.body));
  }

  // The app cannot go on after an error of its own: its state may be half changed.
  let crashed = false;
  const crash = async () => {
    if (crashed) return;
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
  const files = [address(module), address(wasm)];
  const isOurs = (place) => files.some((file) => place?.includes(file));
  const isTrap = (error) => typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError;
  addEventListener("error", ({ error, filename }) => {
    if (isTrap(error) || (error && isOurs(filename))) crash();
  });
  addEventListener("unhandledrejection", ({ reason }) => {
    if (isTrap(reason) || (reason instanceof Error && isOurs(reason.stack))) crash();
  });

  if (typeof WebAssembly !== "object") {
    root.classList.add("no-wasm");
    return;
  }
  Promise.all([import(files[0]), parsed])
    .then(([app]) => app.default({ module_or_path: files[1] }))
    .catch((error) => {
      console.error(error);
      if (isTrap(error)) crash();
      // What an old browser says of instructions that it does not know.
      else root.classList.add(error instanceof WebAssembly.CompileError ? "no-wasm" : "failed");
    });
})();
