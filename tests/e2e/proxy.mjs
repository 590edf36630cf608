// The proxy for the requests of WebKitGTK. It reports the requests, and puts the scripts of the tests before those of each
// page. WebDriver can do neither. The scripts come as a file from the page's own host, so that its policy allows them.

import { once } from "node:events";
import { createServer, request as ask } from "node:http";
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";

/** The path of the proxy's own files, which it serves on any host. */
export const OWN = "/.activation-lab-e2e/";

const CODINGS = {
  br: [brotliDecompressSync, brotliCompressSync],
  gzip: [gunzipSync, gzipSync],
  undefined: [(bytes) => bytes, (bytes) => bytes],
};

/**
 * @param {object} told
 * @param {() => string} told.prelude the source of the script that comes first in each page
 * @param {(url: string) => void} told.onRequest
 * @param {(url: string, status: number, headers: Record<string, string>) => void} told.onResponse
 * @param {(url: string, reason: string) => void} told.onFailure
 * @param {(id: string, said: object[]) => void} told.onSaid the messages that a page had not reported when it was left
 * @returns {Promise<{url: string, close: () => Promise<void>}>}
 */
export async function startProxy({ prelude, onRequest, onResponse, onFailure, onSaid }) {
  function forward(request, response) {
    const { url, method, headers } = request;
    onRequest(url);
    const upstream = ask(url, { method, headers });
    const pass = async (answer) => {
      onResponse(url, answer.statusCode, answer.headers);
      const { "transfer-encoding": _, ...head } = answer.headers;
      if (!/^text\/html/.test(head["content-type"])) {
        response.writeHead(answer.statusCode, head);
        answer.pipe(response);
        return;
      }
      const [decode, encode] = CODINGS[head["content-encoding"]];
      const html = decode(Buffer.concat(await answer.toArray())).toString("utf8");
      const body = encode(Buffer.from(withPrelude(html)));
      response.writeHead(answer.statusCode, { ...head, "content-length": body.length }).end(body);
    };
    // The browser may leave the page before its host has sent all of it.
    upstream.on("response", (answer) => pass(answer).catch(() => response.destroy()));
    upstream.on("error", (error) => {
      // An error after the browser has cancelled the request is not a failure.
      if (!response.destroyed) onFailure(url, error.code ?? error.message);
      response.destroy();
    });
    response.on("close", () => upstream.destroy());
    request.pipe(upstream);
  }

  async function answer(request, response) {
    const { pathname } = new URL(request.url);
    if (!pathname.startsWith(OWN)) return forward(request, response);
    response.setHeader("cache-control", "no-store");
    const [what, id] = pathname.slice(OWN.length).split("/");
    switch (what) {
      case "prelude.js":
        return response.setHeader("content-type", "text/javascript; charset=utf-8").end(prelude());
      case "said":
        onSaid(id, JSON.parse(Buffer.concat(await request.toArray()).toString("utf8")));
        return response.writeHead(204).end();
      default:
        return response.setHeader("content-type", "text/html").end("<!doctype html>");
    }
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  // Every HTTPS request goes to another host.
  server.on("connect", (request, socket) => {
    onRequest(`https://${request.url}/`);
    onFailure(`https://${request.url}/`, "the tests have no way to it");
    socket.destroy();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      return closed;
    },
  };
}

/** The HTML of a page with the script of the tests before all other scripts. */
function withPrelude(html) {
  const start = /<head[\s>]/i.test(html) ? /<head[^>]*>/i : /<!doctype[^>]*>/i;
  return html.replace(start, `$&<script src="${OWN}prelude.js"></script>`);
}
