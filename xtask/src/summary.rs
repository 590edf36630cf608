//! The summary of a run of `cargo xtask test`: durations, failures, and the number of tests.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value};

use crate::e2e;
use crate::jobs::{Outcome, Report};

/// The durations of jobs when they last passed, in seconds.
pub struct Durations {
    file: PathBuf,
    known: Map<String, Value>,
}

impl Durations {
    /// The durations stored in this folder; empty if there are none.
    pub fn read(folder: &Path) -> Self {
        let file = folder.join("durations.json");
        let known = fs::read(&file).ok().and_then(|text| serde_json::from_slice(&text).ok());
        Self { file, known: known.unwrap_or_default() }
    }

    /// The duration of a job; infinite if unknown, so that the job starts first.
    pub fn of(&self, name: &str) -> f64 {
        self.known.get(name).and_then(Value::as_f64).unwrap_or(f64::INFINITY)
    }

    /// Stores the durations of these jobs for the next run.
    ///
    /// # Errors
    ///
    /// When the folder cannot be written.
    pub fn keep(mut self, ended: &[Outcome]) -> anyhow::Result<()> {
        for job in ended.iter().filter(|job| job.passed) {
            self.known.insert(job.name.clone(), job.seconds.into());
        }
        fs::write(self.file, serde_json::to_string_pretty(&self.known)?)?;
        Ok(())
    }
}

/// The number of tests that passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Counts {
    pub passed: u32,
    pub failed: u32,
}

impl Counts {
    /// The sum of the numbers in a job's output, from lines such as `test result: ok. 3 passed; 0 failed; 1
    /// ignored` or `3 passed, 0 failed, 1 skipped`.
    fn of(output: &str) -> Self {
        let mut counts = Self::default();
        for line in output.lines() {
            let said = line.strip_prefix("test result: ").and_then(|rest| rest.split_once(". "));
            let numbers = said.map_or(line, |(_, numbers)| numbers);
            if let [passed, "passed", failed, "failed", ..] = numbers
                .split([' ', ';', ','])
                .filter(|word| !word.is_empty())
                .collect::<Vec<_>>()[..]
                && let (Ok(passed), Ok(failed)) = (passed.parse::<u32>(), failed.parse::<u32>())
            {
                counts.passed += passed;
                counts.failed += failed;
            }
        }
        counts
    }
}

/// The line before the failures in the output of an end-to-end file (`tests/e2e/reporter.mjs`).
const FAILURES: &str = "--- failures";

/// Prints the durations, the failures once more, and on a last line the number of tests that passed and
/// failed. Returns whether everything passed. A test that failed and then passed when it was run again counts
/// as passed and is listed.
pub fn print(report: &Report) -> bool {
    print!("\n{}", table(&report.ended));
    let failed: Vec<_> = report.ended.iter().filter(|job| !job.passed).collect();
    for job in &failed {
        println!("\n=== {} FAILED\n{}", job.name, failures(&job.output));
    }
    for job in &report.again {
        let how = if job.passed {
            "passed when run again: the test or the page is unreliable"
        } else {
            "failed again"
        };
        println!("\n=== {} {how}\n{}", job.name, failures(&job.output));
    }
    if !report.left_out.is_empty() {
        println!("\nnot started because of the failure: {}", report.left_out.join(", "));
    }
    let counts = count(report);
    let seconds = report.seconds;
    let how = if counts.failed == 0 { "all passed" } else { "failed" };
    println!("\n{how} after {seconds:.0} s\n\n{} passed, {} failed", counts.passed, counts.failed);
    counts.failed == 0
}

/// The number of tests that passed and failed. A test that was run again counts with its last result.
fn count(report: &Report) -> Counts {
    let mut counts = Counts::default();
    for job in &report.ended {
        let Counts { passed, failed } = Counts::of(&job.output);
        // A job that fails without a failed test, such as a lint, counts as one failure.
        let failed = if job.passed { failed } else { failed.max(1) };
        // A pattern that matches no test passes without having tested anything.
        let has_recovered = report.again.iter().any(|again| {
            again.passed && again.name == job.name && Counts::of(&again.output).passed >= failed
        });
        counts.passed += if has_recovered { passed + failed } else { passed };
        counts.failed += if has_recovered { 0 } else { failed };
    }
    counts
}

/// The failures in a job's output (all of it if no part is marked), and the commands that run only the failed
/// tests.
fn failures(output: &str) -> String {
    let part = output.find(FAILURES).map_or(output, |start| &output[start..]);
    let mut failures = part.trim_end().to_owned();
    for line in output.lines() {
        let failed = line.strip_prefix("test ").and_then(|rest| rest.strip_suffix(" ... FAILED"));
        if let Some(name) = failed {
            failures += &format!("\njust this test: cargo xtask test --only host --name {name}");
        }
    }
    failures
}

/// The seconds of each job: a line for each stage, then a line for each end-to-end file with a column for each
/// browser.
fn table(ended: &[Outcome]) -> String {
    let mut text = String::new();
    let mut files: BTreeMap<&str, BTreeMap<&str, f64>> = BTreeMap::new();
    let mut browsers: BTreeMap<&str, f64> = BTreeMap::new();
    for job in ended {
        match e2e::parts(&job.name) {
            Some((file, browser)) => {
                files.entry(file).or_default().insert(browser, job.seconds);
                *browsers.entry(browser).or_default() += job.seconds;
            }
            None => text += &format!("{:14} {:>9.1} s\n", job.name, job.seconds),
        }
    }
    if files.is_empty() {
        return text;
    }
    let mut line = |name: &str, cells: Vec<String>| {
        let cells: String = cells.iter().map(|cell| format!(" {cell:>9}")).collect();
        text += &format!("{name:14}{cells}\n");
    };
    line("end-to-end, s", browsers.keys().map(|name| (*name).to_owned()).collect());
    for (file, seconds) in &files {
        let cell = |browser| seconds.get(browser).map_or(String::new(), |s| format!("{s:.1}"));
        line(file, browsers.keys().map(cell).collect());
    }
    line("total", browsers.values().map(|seconds| format!("{seconds:.1}")).collect());
    text
}

#[cfg(test)]
mod tests {
    use super::{Counts, Durations, count, failures, table};
    use crate::jobs::{Outcome, Report};

    fn ended(name: &str, seconds: f64, output: &str) -> Outcome {
        Outcome { name: name.into(), passed: true, seconds, output: output.into() }
    }

    #[test]
    fn tests_are_counted_in_what_the_programs_say() {
        let cargo = "running 3 tests\ntest a ... ok\ntest result: ok. 2 passed; 0 failed; 1 ignored; 0 measured\n\n\
            test result: FAILED. 5 passed; 3 failed; 0 ignored\n";
        assert_eq!(Counts::of(cargo), Counts { passed: 7, failed: 3 });
        let node = "ok a (0.1 s)\nFAILED passed, failed (1 s)\n12 passed, 1 failed, 2 skipped\n";
        assert_eq!(Counts::of(node), Counts { passed: 12, failed: 1 });
        assert_eq!(Counts::of("warning: 3 passed\n"), Counts::default());
    }

    #[test]
    fn what_was_run_again_counts_as_it_ended_then() {
        let failed = |name, output| Outcome { passed: false, ..ended(name, 1.0, output) };
        let mut report = Report {
            ended: vec![
                ended("fmt", 1.0, ""),
                failed("e2e page webkit", "38 passed, 1 failed, 3 skipped"),
            ],
            ..Report::default()
        };
        assert_eq!(count(&report), Counts { passed: 38, failed: 1 });
        report.again = vec![failed("e2e page webkit", "0 passed, 1 failed, 0 skipped")];
        assert_eq!(count(&report), Counts { passed: 38, failed: 1 });
        report.again = vec![ended("e2e page webkit", 1.0, "0 passed, 0 failed, 0 skipped")];
        assert_eq!(count(&report), Counts { passed: 38, failed: 1 });
        report.again = vec![ended("e2e page webkit", 1.0, "1 passed, 0 failed, 0 skipped")];
        assert_eq!(count(&report), Counts { passed: 39, failed: 0 });
        report.ended.push(failed("clippy", "error"));
        assert_eq!(count(&report), Counts { passed: 39, failed: 1 });
    }

    #[test]
    fn failures_come_with_the_command_that_runs_just_them() {
        let cargo = "test a::b ... FAILED\ntest a::c ... ok\n";
        let command = "cargo xtask test --only host --name a::b";
        assert_eq!(failures(cargo), format!("{}\njust this test: {command}", cargo.trim_end()));
        assert_eq!(failures("ok a\n--- failures\nwhy\n"), "--- failures\nwhy");
    }

    #[test]
    fn the_table_has_a_line_a_file_and_a_column_a_browser() {
        let table = table(&[
            ended("fmt", 0.42, ""),
            ended("e2e page firefox", 60.04, ""),
            ended("e2e page chromium", 30.0, ""),
            ended("e2e chain firefox", 5.0, ""),
        ]);
        let words: Vec<Vec<_>> =
            table.lines().map(|line| line.split_whitespace().collect()).collect();
        assert_eq!(
            words,
            [
                vec!["fmt", "0.4", "s"],
                vec!["end-to-end,", "s", "chromium", "firefox"],
                vec!["chain", "5.0"],
                vec!["page", "30.0", "60.0"],
                vec!["total", "30.0", "65.0"],
            ]
        );
    }

    #[test]
    fn durations_are_those_of_the_last_run() {
        let dir = std::env::temp_dir().join(format!("xtask-durations-{}", std::process::id()));
        std::fs::create_dir_all(&dir).unwrap();
        Durations::read(&dir).keep(&[ended("a", 3.0, ""), ended("b", 4.0, "")]).unwrap();
        Durations::read(&dir).keep(&[ended("a", 5.0, "")]).unwrap();
        let known = Durations::read(&dir);
        assert_eq!([known.of("a"), known.of("b")], [5.0, 4.0]);
        assert_eq!(known.of("c"), f64::INFINITY);
        std::fs::remove_dir_all(dir).unwrap();
    }
}
