// What a test file says while it runs: a line for each test; at its end, for each failure, what was expected, what came and
// the command that runs just that test; in its last line how many passed and failed. `cargo xtask test` reads the last two.

import { basename } from "node:path";
import { inspect } from "node:util";

const BROWSER = process.env.BROWSER ?? "chromium";
/** What Node says of a test that `--test-name-pattern` leaves out. */
const LEFT_OUT = "test name does not match pattern";
/** What Node adds up at the end, as lines of the whole file. */
const SUM = /^(tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) [\d.]+$/;

export default async function* report(events) {
  const names = [];
  const failures = [];
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of events) {
    if (type === "test:start") names.splice(data.nesting, Infinity, data.name);
    if (type === "test:diagnostic" && !SUM.test(data.message)) yield `    ${data.message}\n`;
    if ((type !== "test:pass" && type !== "test:fail") || data.skip === LEFT_OUT) continue;
    const { type: kind, error, duration_ms: milliseconds } = data.details;
    const hasFailed = type === "test:fail";
    const isSkipped = data.skip !== undefined;
    // A suite fails with its tests, which have been told of.
    if (kind === "suite" && !isSkipped && (!hasFailed || error.failureType === "subtestsFailed")) continue;
    const path = [...names.slice(0, data.nesting), data.name].join(" > ");
    if (hasFailed) failures.push(told(path, data, error.cause ?? error));
    const outcome = hasFailed ? "failed" : isSkipped ? "skipped" : "passed";
    counts[outcome] += 1;
    const mark = { passed: "ok", failed: "FAILED", skipped: "skipped" }[outcome];
    const why = typeof data.skip === "string" ? `: ${data.skip}` : "";
    yield `${mark} ${path}${why} (${(milliseconds / 1000).toFixed(1)} s)\n`;
  }
  if (failures.length > 0) yield `\n--- failures\n${failures.join("\n")}\n`;
  yield `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`;
}

/** A failure: what has failed and how, what was expected and what came, and how to run it alone. */
function told(path, { name, file }, error) {
  const lines = [`${path}:`];
  lines.push(typeof error === "object" && error !== null ? inspectError(error) : String(error));
  // Node shows the difference only where an assertion has no words of its own.
  if (error?.generatedMessage === false && "expected" in error && error.operator !== "fail") {
    lines.push(`expected: ${inspect(error.expected, { depth: 8 })}`, `came: ${inspect(error.actual, { depth: 8 })}`);
  }
  const pattern = `^${name.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")}$`;
  const quoted = `'${pattern.replaceAll("'", String.raw`'\''`)}'`;
  const which = basename(file ?? process.argv[1], ".test.mjs");
  lines.push(`just this test: cargo xtask test --only e2e --browser ${BROWSER} ${which} --name ${quoted}`);
  return lines.map((line) => `${line}\n`).join("");
}

/** An error with its causes, without the lines of Node's own. */
function inspectError(error) {
  const lines = String(error.stack ?? error).split("\n");
  const own = lines.filter((line) => !/^\s+at .*(node:internal|node_modules)/.test(line)).join("\n");
  return error.cause === undefined ? own : `${own}\nbecause: ${error.cause instanceof Error ? inspectError(error.cause) : inspect(error.cause)}`;
}
