// Keeps the page for when there is no network. `cargo xtask build` fills in the next two constants; as they stand here, in
// a build by hand, the worker only clears away what an earlier one has kept.
"use strict";

const VERSION = "";
const FILES = [];

const SCOPE = self.registration.scope;
// A host may have several labs, each at a path of its own.
const PREFIX = `activation-lab ${SCOPE} `;
const CACHE = PREFIX + VERSION;
const addresses = new Set(FILES.map((file) => new URL(file, SCOPE).href));

addEventListener("install", (event) => {
  if (FILES.length === 0) {
    self.skipWaiting();
    return;
  }
  // The host is asked whether a file has changed, since not all names carry a hash.
  const requests = FILES.map((file) => new Request(new URL(file, SCOPE), { cache: "no-cache" }));
  const keep = async () => {
    const cache = await caches.open(CACHE);
    await cache.addAll(requests);
    const answers = await Promise.all(requests.map((request) => cache.match(request, { ignoreVary: true })));
    // Some hosts answer with a page, and with success, where a file is missing.
    const isPage = ({ headers }) => /^text\/html\b/i.test(headers.get("content-type") ?? "");
    const wrong = FILES.filter((file, index) => file !== "./" && isPage(answers[index]));
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
  // Kept as `./`: some hosts answer `index.html` by sending on to it.
  const address = url.href === `${SCOPE}index.html` ? SCOPE : url.href;
  if (request.method !== "GET" || !addresses.has(address)) return;
  const answer = async () => {
    const cache = await caches.open(CACHE);
    // Browsers may have thrown it away.
    return (await cache.match(address, { ignoreVary: true })) ?? fetch(request);
  };
  event.respondWith(answer());
});
