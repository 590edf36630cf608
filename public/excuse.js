// Says in place of the app why there is none. It stands within the page itself, so that it is there when nothing else is.
"use strict";

(() => {
  const root = document.documentElement;

  // Shows the one notice that applies, also where no style sheet hides the others. `file` is what could not be used.
  window.excuse = (reason, file) => {
    root.classList.add("js", "failed");
    const show = (selector, isWanted) => {
      for (const element of document.querySelectorAll(selector)) element.hidden = !isWanted(element);
    };
    show("#app", () => false);
    document.querySelector(".skip-link").href = "#fallback";
    show(".either > [lang]", (words) => words.lang === root.lang);
    show(".fallback img", (image) => image.classList.contains(`when-${root.dataset.theme}`));
    show(".notice", (notice) => notice.classList.contains(`when-${reason}`));
    show(".notice-file", () => file);
    for (const code of document.querySelectorAll(".notice-file code")) code.textContent = file;
    for (const button of document.querySelectorAll(".notice button")) {
      button.addEventListener("click", () => location.reload());
    }
    const whole = new URL(location.href);
    whole.searchParams.delete("embed");
    for (const link of document.querySelectorAll(".notice a")) link.textContent = link.href = whole.href;
  };

  // Where boot.js has not run it cannot say so. One reason for that is a browser that does not know its words; those here are
  // older.
  let arrived = false;
  const hear = ({ target }) => {
    if (target.matches("script[data-module]")) arrived = true;
  };
  document.addEventListener("load", hear, true);
  document.addEventListener("DOMContentLoaded", () => {
    if (root.classList.contains("js")) return;
    const script = document.querySelector("script[data-module]");
    const known = Array.from(document.querySelectorAll('meta[name="application-name"]'), ({ lang }) => lang);
    const wanted = [new URLSearchParams(location.search).get("lang")].concat(navigator.languages);
    const tags = wanted.map((tag) => String(tag).split("-")[0].toLowerCase());
    root.lang = tags.find((tag) => known.includes(tag)) || root.lang;
    // What is as it was built is too new for this browser.
    if (!script || (arrived && script.hasAttribute("integrity"))) window.excuse("no-wasm");
    else if (location.protocol === "file:") window.excuse("disk");
    else window.excuse(window.origin === "null" ? "sealed" : "failed");
  });
})();
