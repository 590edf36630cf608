// Embeds demos of Activation Lab into a page:
//
//     <script src="https://example.org/lab/embed.js" defer></script>
//     <activation-lab view="chain?depth=12" lang="ko" theme="dark"></activation-lab>
//
// `view` is the part of a link after the #. A demo is loaded when it comes near the window, and takes the
// height that it sends.
"use strict";

(() => {
  const page = new URL("./", document.currentScript.src);
  const NAME = "activation-lab";

  // The properties that change the size of the frame. They are set with `!important`, because some pages have
  // rules such as `iframe { height: auto !important }`. The style of the element around the frame belongs to
  // the page.
  const SIZE = {
    "box-sizing": "content-box",
    position: "static",
    width: "100%",
    "min-width": "0",
    "max-width": "none",
    height: "40rem",
    "min-height": "0",
    "max-height": "none",
    "margin-inline": "0",
    padding: "0",
    border: "0",
  };
  const hold = (frame, name, value) => frame.style.setProperty(name, value, "important");

  // The elements that are in the page, including those in shadow trees, which a query would not find.
  const shown = new Set();

  addEventListener("message", ({ data, source }) => {
    if (data?.type !== `${NAME}:height` || !(data.height > 0 && data.height < 20000)) return;
    for (const demo of shown) {
      const frame = demo.querySelector("iframe");
      if (frame?.contentWindow !== source) continue;
      hold(frame, "height", `${data.height}px`);
      // A scroll bar would appear and disappear while the height changes, and move the content beside it.
      frame.scrolling = "no";
    }
  });

  class Demo extends HTMLElement {
    static observedAttributes = ["view", "lang", "theme"];

    connectedCallback() {
      const frame = document.createElement("iframe");
      frame.loading = "lazy";
      frame.allow = "clipboard-write; fullscreen";
      frame.style.cssText = "display:block;color-scheme:normal";
      for (const [name, value] of Object.entries(SIZE)) hold(frame, name, value);
      // The page's own `display` has priority, such as `none`.
      if (getComputedStyle(this).display === "inline") this.style.display = "block";
      this.replaceChildren(frame);
      shown.add(this);
      this.attributeChangedCallback();
    }

    disconnectedCallback() {
      shown.delete(this);
    }

    attributeChangedCallback() {
      const frame = this.querySelector("iframe");
      if (!frame) return;
      const view = this.getAttribute("view") ?? "";
      const address = new URL(page);
      address.searchParams.set("embed", "1");
      for (const name of ["lang", "theme"]) {
        const said = this.getAttribute(name);
        if (said) address.searchParams.set(name, said);
      }
      address.hash = view;
      frame.title = this.getAttribute("title") ?? `Activation Lab: ${view.split("?")[0]}`;
      frame.src = address.href;
    }
  }

  if (!customElements.get(NAME)) customElements.define(NAME, Demo);
})();
