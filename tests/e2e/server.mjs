// The build under test, and a static server for it at a sub-path, like a web host or a blog.

import assert from "node:assert/strict";
import { createReadStream } from "node:fs";
import { readFile, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";

/** The build under test: the folder in the environment variable DIST, or the project's `dist`. */
export const DIST = process.env.DIST ?? fileURLToPath(new URL("../../dist/", import.meta.url));

/** The pages of the build, one for each language. */
export const PAGES = ["index.html", "en/index.html"];

/** Changes a file of a copy of the build. Fails if `how` returns the same text. */
export async function change(folder, file, how) {
  const path = join(folder, file);
  const before = await readFile(path, "utf8");
  const after = how(before);
  assert.notEqual(before, after, `${file} has changed`);
  await writeFile(path, after);
}

/** Changes the page of each language in a copy of the build. */
export async function changePages(folder, how) {
  for (const name of PAGES) await change(folder, name, how);
}

/** A page without its hashes. A build by trunk alone has none. */
export const withoutHashes = (html) => html.replace(/ (data-\w+-)?integrity="[^"]*"/g, "");

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
  ".xml": "application/xml",
};

const COMPRESSORS = { br: brotliCompressSync, gzip: gzipSync };

/**
 * Serves `root` below `base` on a free local port. Paths outside `base` give 404.
 *
 * @param {object} [options]
 * @param {string} [options.root] the folder to serve
 * @param {string} [options.base] the sub-path, with a slash at both ends
 * @param {boolean} [options.compress] whether to compress with brotli or gzip if the client accepts it
 * @param {(path: string) => object | undefined} [options.headers] additional headers for a path below
 *   `base`
 * @param {(path: string, response: import("node:http").ServerResponse) => boolean} [options.instead]
 *   answers a path below `base` itself and returns true, or returns false
 * @returns {Promise<{url: string, origin: string, close: () => Promise<void>}>} `url` ends with `base`
 */
export async function serve({ root = DIST, base = "/some/deep/path/", compress = false, headers, instead } = {}) {
  const compressed = new Map();

  async function answer(request, response) {
    const { pathname } = new URL(request.url, "http://localhost");
    if (pathname.startsWith(base) && instead?.(pathname.slice(base.length), response)) return;
    const file = pathname.startsWith(base) ? await fileAt(root, pathname.slice(base.length)) : undefined;
    if (file === undefined) {
      response.writeHead(404, { "content-type": "text/plain" }).end("not found");
      return;
    }
    const head = {
      "cache-control": "no-store",
      "content-type": TYPES[extname(file)] ?? "application/octet-stream",
      ...headers?.(pathname.slice(base.length)),
    };
    const accepted = request.headers["accept-encoding"] ?? "";
    const encoding = compress ? Object.keys(COMPRESSORS).find((name) => accepted.includes(name)) : undefined;
    if (encoding === undefined) {
      response.writeHead(200, head);
      createReadStream(file).pipe(response);
      return;
    }
    const key = `${encoding} ${file}`;
    if (!compressed.has(key)) compressed.set(key, COMPRESSORS[encoding](await readFile(file)));
    response.writeHead(200, { ...head, "content-encoding": encoding }).end(compressed.get(key));
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error) => response.writeHead(500).end(String(error)));
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    url: origin + base,
    close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      return closed;
    },
  };
}

/** The file at a path below the base; undefined if there is none. */
async function fileAt(root, path) {
  const file = normalize(join(root, decodeURIComponent(path), path === "" || path.endsWith("/") ? "index.html" : ""));
  if (!file.startsWith(normalize(root + sep))) return undefined;
  const found = await stat(file).catch(() => undefined);
  return found?.isFile() ? file : undefined;
}
