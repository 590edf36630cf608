// Says why the figures do not move. It is inline in the page, so that it works when no other file does.
"use strict";

(() => {
  const root = document.documentElement;

  // Shows the one notice for `reason`, even without a style sheet. `file` is the file that could not be used.
  window.excuse = (reason, file) => {
    root.classList.add("js", "failed");
    const show = (selector, isWanted) => {
      for (const element of document.querySelectorAll(selector)) element.hidden = !isWanted(element);
    };
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

  // If boot.js has not run, it cannot show a notice. One cause is a browser that is too old for its syntax;
  // the syntax of this script is older.
  let arrived = false;
  const hear = ({ target }) => {
    if (target.matches("script[data-module]")) arrived = true;
  };
  document.addEventListener("load", hear, true);
  document.addEventListener("DOMContentLoaded", () => {
    if (root.classList.contains("js")) return;
    // What boot.js would have done: lead to the page in the language of the query, and show one demo in a frame.
    const query = new URLSearchParams(location.search);
    // The value of a key, without what messengers leave at the end of a link.
    const said = (key) => (query.get(key) || "").replace(/[^a-z0-9]+$/i, "").toLowerCase();
    const pages = Array.from(document.querySelectorAll("link[data-page]"));
    const file = location.protocol === "file:" ? "index.html" : "";
    for (const page of pages) {
      const there = new URL(page.dataset.page + file, location.href);
      for (const link of document.querySelectorAll(`a[hreflang="${page.hreflang}"]`)) link.href = there.href;
      if (said("lang").split("-")[0] !== page.hreflang || root.lang === page.hreflang) continue;
      there.search = location.search;
      there.hash = location.hash;
      location.replace(there.href);
      return;
    }
    root.toggleAttribute("data-embed", said("embed") === "1");
    const named = /^#?([\w-]*)/.exec(location.hash)[1].toLowerCase();
    const shown = document.querySelector(`.demo[id="${named}"]`) || document.querySelector(".demo");
    if (shown) shown.classList.add("current");
    const script = document.querySelector("script[data-module]");
    // If the file arrived with the right hash and did not run, the browser is too old for it.
    if (!script || (arrived && script.hasAttribute("integrity"))) window.excuse("no-wasm");
    else if (location.protocol === "file:") window.excuse("disk");
    else window.excuse(window.origin === "null" ? "sealed" : "failed");
  });
})();
