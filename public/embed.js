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

  addEventListener("message", ({ data, source }) => {
    if (data?.type !== `${NAME}:height` || !(data.height > 0 && data.height < 20000)) return;
    for (const frame of document.querySelectorAll(`${NAME} > iframe`)) {
      if (frame.contentWindow === source) frame.style.height = `${data.height}px`;
    }
  });

  class Demo extends HTMLElement {
    static observedAttributes = ["view", "lang", "theme"];

    connectedCallback() {
      const frame = document.createElement("iframe");
      frame.loading = "lazy";
      frame.allow = "clipboard-write; fullscreen";
      frame.style.cssText = "display:block;width:100%;height:40rem;border:0;color-scheme:normal";
      this.style.display = "block";
      this.replaceChildren(frame);
      this.attributeChangedCallback();
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
