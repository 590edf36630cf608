// A WebKitGTK browser with a display of its own, controlled over HTTP by the WebDriver standard (w3.org/TR/webdriver2).

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

/** Far longer than any start takes, so that only a fault exceeds it. */
const START_TIMEOUT_MS = 30_000;
/** WebKit measures it with the timers of the page. Some tests replace these, and let half a minute pass at once. */
const SCRIPT_TIMEOUT_MS = 60_000;
/** Longer than the driver's limit for scripts, so that only a driver that never answers exceeds it. */
const COMMAND_TIMEOUT_MS = 90_000;
/** The number of characters of an unanswered command in the error message. A script begins with the action in the page. */
const SAID_OF_COMMAND = 300;

/**
 * The position of windows in CSS pixels of the display: its middle, where the pointer of the display is. Without a window
 * manager the window under the pointer has the focus. Pages without the focus get no focus events.
 */
const MIDDLE = { x: 2048, y: 1200 };

// Without this style GTK's own controls keep windows at least 334 px wide.
const GTK_STYLE = "* { min-width: 0; min-height: 0; padding: 0; margin: 0; border: none; font-size: 1px; }\n";

/** The running sessions, which end with this process, however it ends. */
const running = new Set();

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.once(signal, () => {
    endAll();
    process.kill(process.pid, signal);
  });
}
process.on("exit", endAll);

function endAll() {
  for (const session of running) session.kill();
}

/** The code of the error of a script that has not been answered. */
export const SCRIPT_TIMEOUT = "script timeout";

/** An error that the driver returned. `code` is an error code of the standard, such as "no such window". */
export class WebDriverError extends Error {
  constructor(code, message) {
    super(message ? `${code}: ${message}` : code);
    this.code = code;
  }
}

/** A MiniBrowser with its driver and its display. */
export class Session {
  #processes = [];
  #folder = mkdtempSync(join(tmpdir(), "activation-lab-webkit-"));
  #said = "";
  #url;
  /** The handle of the window that receives the commands. */
  #window;
  /** Whether the driver has answered a command. */
  #isListening = false;
  /** The error of a command without an answer, which ended the session. */
  #silence;

  /**
   * @param {object} settings
   * @param {string} settings.proxy the address of the proxy that all requests go through
   * @param {"light" | "dark"} settings.colorScheme
   * @param {boolean} settings.reducedMotion
   * @param {number} settings.textSize CSS pixels
   * @param {boolean} settings.javascript
   * @param {number} settings.deviceScaleFactor pixels of the display per CSS pixel, a whole number
   */
  static async start(settings) {
    const session = new Session();
    running.add(session);
    try {
      await session.#start(settings);
      return session;
    } catch (error) {
      session.kill();
      throw new Error(`WebKitGTK did not start: ${error.message}\n${session.#said}`, { cause: error });
    }
  }

  async #start({ proxy, colorScheme, reducedMotion, textSize, javascript, deviceScaleFactor }) {
    // GTK and MiniBrowser read these files when they start. WebKitGTK uses them as the settings of the system.
    writeFileSync(join(this.#folder, "browser.ini"), `[websettings]\ndefault-font-size=${textSize}\n`);
    const gtk = join(this.#folder, "gtk-3.0");
    mkdirSync(gtk);
    writeFileSync(join(gtk, "gtk.css"), GTK_STYLE);
    writeFileSync(join(gtk, "settings.ini"), `[Settings]\ngtk-enable-animations=${reducedMotion ? 0 : 1}\n`);

    const display = await this.#display(deviceScaleFactor);
    const port = await freePort();
    this.#spawn(process.env.WEBKIT ?? "WebKitWebDriver", [`--port=${port}`, "--host=127.0.0.1"], {
      env: {
        ...process.env,
        DISPLAY: display,
        GDK_BACKEND: "x11",
        GDK_SCALE: String(deviceScaleFactor),
        // JavaScriptCore on Linux sometimes damages the memory or the numbers of WebAssembly when it changes to faster code
        // while a function runs (bugs.webkit.org/show_bug.cgi?id=289009). It does not, if it compiles while the page waits.
        JSC_useConcurrentJIT: "false",
        JSC_useWasmOSR: "false",
        LIBGL_ALWAYS_SOFTWARE: "1",
        WEBKIT_DISABLE_COMPOSITING_MODE: "1",
        XDG_CONFIG_HOME: this.#folder,
      },
    });
    this.#url = `http://127.0.0.1:${port}`;
    await this.#untilListening();
    const args = [
      "--automation",
      `--config=${join(this.#folder, "browser.ini")}`,
      `--enable-javascript=${javascript}`,
      "--enable-page-cache=false",
      "--javascript-can-open-windows-automatically=true",
      `--proxy=${proxy}`,
      ...(colorScheme === "dark" ? ["--dark-mode"] : []),
    ];
    const { sessionId } = await this.#ask("POST", "/session", {
      capabilities: {
        alwaysMatch: {
          timeouts: { script: SCRIPT_TIMEOUT_MS },
          unhandledPromptBehavior: "accept",
          "webkitgtk:browserOptions": { args },
        },
      },
    });
    this.#url += `/session/${sessionId}`;
  }

  async #display(scale) {
    const size = `${2 * MIDDLE.x * scale}x${2 * MIDDLE.y * scale}x24`;
    const xvfb = this.#spawn("Xvfb", ["-displayfd", "3", "-screen", "0", size, "-nolisten", "tcp"], {}, "pipe");
    const [number] = await Promise.race([
      once(xvfb.stdio[3], "data"),
      once(xvfb, "exit").then(() => Promise.reject(new Error("Xvfb has ended"))),
      delay(START_TIMEOUT_MS, undefined, { ref: false }).then(() => Promise.reject(new Error("Xvfb says nothing"))),
    ]);
    return `:${String(number).trim()}`;
  }

  #spawn(program, args, options, ...more) {
    const child = spawn(program, args, { ...options, detached: true, stdio: ["ignore", "pipe", "pipe", ...more] });
    child.on("error", (error) => (this.#said += `${program}: ${error.message}\n`));
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (words) => (this.#said += words));
    this.#processes.push(child);
    return child;
  }

  async #untilListening() {
    for (const end = Date.now() + START_TIMEOUT_MS; ; await delay(20)) {
      try {
        return await this.#ask("GET", "/status");
      } catch (error) {
        if (Date.now() > end) throw error;
      }
    }
  }

  /** Whether the driver has not answered a command. */
  get isSilent() {
    return this.#silence !== undefined;
  }

  /** Whether the process of the session's pages has crashed. */
  get hasDied() {
    return this.#said.includes("WebProcess CRASHED");
  }

  get = (path) => this.#ask("GET", path);
  post = (path, parameters = {}) => this.#ask("POST", path, parameters);
  delete = (path) => this.#ask("DELETE", path);

  async #ask(method, path, parameters) {
    if (this.isSilent) throw this.#silence;
    const body = parameters === undefined ? undefined : JSON.stringify(parameters);
    const command = `${method} ${path || "/"} ${(body ?? "").slice(0, SAID_OF_COMMAND)}`;
    // The timer of `AbortSignal.timeout` is forgotten when its signal is collected as garbage, and the request then waits on.
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), COMMAND_TIMEOUT_MS);
    let answer, value;
    try {
      const { signal } = controller;
      answer = await fetch(this.#url + path, { method, headers: { "content-type": "application/json" }, body, signal });
      ({ value } = await answer.json());
      this.#isListening = true;
    } catch (error) {
      // The driver refuses connections while it starts.
      if (!this.#isListening) throw error;
      const how = controller.signal.aborted ? `has not answered for ${COMMAND_TIMEOUT_MS / 1000} s` : "has gone";
      this.#silence = new Error(`WebKitWebDriver ${how}: ${command}`, { cause: error });
      this.kill();
      throw this.#silence;
    } finally {
      clearTimeout(timer);
    }
    if (!answer.ok) throw new WebDriverError(value.error, value.error === SCRIPT_TIMEOUT ? command : value.message);
    return value;
  }

  /** Opens a window without bars and returns its handle. At a device scale factor of 1 the window has the size of its page. */
  async openWindow({ width, height }) {
    const before = await this.get("/window/handles");
    await this.switchTo(before[0]);
    await this.post("/execute/sync", {
      script: "open('about:blank', '', arguments[0])",
      args: [`popup,noopener,left=${MIDDLE.x},top=${MIDDLE.y},width=${width},height=${height}`],
    });
    const after = await this.get("/window/handles");
    return after.find((handle) => !before.includes(handle));
  }

  /** Directs the following commands to the window with this handle. */
  async switchTo(handle) {
    if (handle === this.#window) return;
    await this.post("/window", { handle });
    this.#window = handle;
  }

  async end() {
    await this.delete("").catch(() => {});
    this.kill();
  }

  /** Kills all processes of the session. Each program was started in a process group of its own. */
  kill() {
    if (!running.delete(this)) return;
    for (const { pid } of this.#processes) {
      try {
        if (pid !== undefined) process.kill(-pid, "SIGKILL");
      } catch {
        // The process has already ended.
      }
    }
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  return port;
}
