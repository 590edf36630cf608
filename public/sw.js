// Caches the page for use without a network. `cargo xtask build` sets the next two constants. In a build by
// trunk alone they stay as they are here, and the worker only removes the caches of earlier ones.
"use strict";

const VERSION = "";
const FILES = [];

const SCOPE = self.registration.scope;
// A host can have several labs at different paths.
const PREFIX = `activation-lab ${SCOPE} `;
const CACHE = PREFIX + VERSION;
const addresses = new Set(FILES.map((file) => new URL(file, SCOPE).href));

addEventListener("install", (event) => {
  if (FILES.length === 0) {
    self.skipWaiting();
    return;
  }
  // `no-cache` makes the browser ask the host whether a file has changed. Not all names contain a hash.
  const requests = FILES.map((file) => new Request(new URL(file, SCOPE), { cache: "no-cache" }));
  const keep = async () => {
    const cache = await caches.open(CACHE);
    await cache.addAll(requests);
    const answers = await Promise.all(requests.map((request) => cache.match(request, { ignoreVary: true })));
    // Some hosts answer requests for a missing file with an HTML page and the status 200.
    const isPage = ({ headers }) => /^text\/html\b/i.test(headers.get("content-type") ?? "");
    const wrong = FILES.filter((file, index) => !file.endsWith("/") && isPage(answers[index]));
    if (wrong.length === 0) return;
    await caches.delete(CACHE);
    throw new TypeError(`the host has a page in place of ${wrong.join(", ")}`);
  };
  event.waitUntil(keep());
});

addEventListener("activate", (event) => {
  const takeOver = async () => {
    const names = await caches.keys();
    const old = names.filter((name) => name.startsWith(PREFIX) && name !== CACHE);
    await Promise.all(old.map((name) => caches.delete(name)));
    if (FILES.length === 0) await self.registration.unregister();
    else await self.clients.claim();
  };
  event.waitUntil(takeOver());
});

addEventListener("message", ({ data }) => {
  if (data === "take over") self.skipWaiting();
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  [url.search, url.hash] = ["", ""];
  // Pages are cached as their folders, because some hosts answer `index.html` with a redirect.
  const address = url.href.replace(/\/index\.html$/, "/");
  if (request.method !== "GET" || !addresses.has(address)) return;
  const answer = async () => {
    const cache = await caches.open(CACHE);
    // The browser may have deleted the cache.
    return (await cache.match(address, { ignoreVary: true })) ?? fetch(request);
  };
  event.respondWith(answer());
});
