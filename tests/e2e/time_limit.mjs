// Ends a test file that hangs. Node's `--test-timeout` ends tests, but no hooks, such as those that close a browser.

/** Several times what the longest file takes on a busy machine. */
const MINUTES = 25;

setTimeout(() => {
  console.error(`The tests of this file have not ended after ${MINUTES} minutes.`);
  process.exit(1);
}, MINUTES * 60_000).unref();
