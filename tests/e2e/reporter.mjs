// The output of a test file: one line for each test while it runs, then for each failure the expected and the actual value
// and the command that repeats the test, then a last line with the counts. `cargo xtask test` reads the failures and the
// counts.

import { basename } from "node:path";
import { inspect } from "node:util";

const BROWSER = process.env.BROWSER ?? "chromium";
/** Node's reason for a test that `--test-name-pattern` leaves out. */
const LEFT_OUT = "test name does not match pattern";
/** Node's summary lines at the end of a file. */
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
    // A suite that fails only because of its tests is left out, because the tests are reported.
    if (kind === "suite" && !isSkipped && (!hasFailed || error.failureType === "subtestsFailed")) continue;
    const path = [...names.slice(0, data.nesting), data.name].join(" > ");
    if (hasFailed) failures.push(describeFailure(path, data, error.cause ?? error));
    const outcome = hasFailed ? "failed" : isSkipped ? "skipped" : "passed";
    counts[outcome] += 1;
    const mark = { passed: "ok", failed: "FAILED", skipped: "skipped" }[outcome];
    const why = typeof data.skip === "string" ? `: ${data.skip}` : "";
    yield `${mark} ${path}${why} (${(milliseconds / 1000).toFixed(1)} s)\n`;
  }
  if (failures.length > 0) yield `\n--- failures\n${failures.join("\n")}\n`;
  yield `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`;
}

/** The report of a failure: the error, the expected and the actual value, and the command that repeats the test. */
function describeFailure(path, { name, file }, error) {
  const lines = [`${path}:`];
  lines.push(typeof error === "object" && error !== null ? inspectError(error) : String(error));
  // If an assertion has a message of its own, Node does not show the difference.
  if (error?.generatedMessage === false && "expected" in error && error.operator !== "fail") {
    lines.push(`expected: ${inspect(error.expected, { depth: 8 })}`, `actual: ${inspect(error.actual, { depth: 8 })}`);
  }
  const pattern = `^${name.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")}$`;
  const quoted = `'${pattern.replaceAll("'", String.raw`'\''`)}'`;
  const which = basename(file ?? process.argv[1], ".test.mjs");
  lines.push(`just this test: cargo xtask test --only e2e --browser ${BROWSER} ${which} --name ${quoted}`);
  return lines.map((line) => `${line}\n`).join("");
}

/** An error with its causes, without the stack lines inside Node. */
function inspectError(error) {
  const lines = String(error.stack ?? error).split("\n");
  const own = lines.filter((line) => !/^\s+at .*(node:internal|node_modules)/.test(line)).join("\n");
  return error.cause === undefined ? own : `${own}\ncause: ${error.cause instanceof Error ? inspectError(error.cause) : inspect(error.cause)}`;
}
