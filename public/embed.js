// Puts demos of Activation Lab into a page:
//
//     <script src="https://example.org/lab/embed.js" defer></script>
//     <activation-lab view="chain?depth=12" lang="ko" theme="dark"></activation-lab>
//
// `view` is what stands behind the # in a link. Each is loaded when it comes near the window, and is
// as high as it says that it is.
"use strict";

(() => {
  const page = new URL("./", document.currentScript.src);
  const NAME = "activation-lab";

  // What makes a frame larger or smaller than the document in it. It must hold against a page's own style sheets, some of
  // which say `iframe { height: auto !important }`; how the element around the frame looks is the page's matter.
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

  // All that are in the page, wherever: within a shadow tree they would not be found.
  const shown = new Set();

  addEventListener("message", ({ data, source }) => {
    if (data?.type !== `${NAME}:height` || !(data.height > 0 && data.height < 20000)) return;
    for (const demo of shown) {
      const frame = demo.querySelector("iframe");
      if (frame?.contentWindow !== source) continue;
      hold(frame, "height", `${data.height}px`);
      // A scroll bar would come and go while the height changes, and what is beside it change with it.
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
      // Unless the page says how it is to be shown, or that it is not.
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
