//! The end-to-end tests and their requirements: Node, its packages, a build, browsers.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, ensure};
use xshell::Shell;

use crate::browsers::{self, Browser};
use crate::jobs::{Job, Outcome};
use crate::node;

/// The folder of the npm package for the tests, the pictures and the measurements.
pub const PACKAGE: &str = "tests/e2e";

/// The end-to-end tests to run.
pub struct Choice<'a> {
    /// The only browser; all browsers if absent.
    pub browser: Option<&'a str>,
    /// Parts of file names, any of which must match; all files if empty.
    pub filters: &'a [String],
    /// A regular expression for the names of the tests; all tests if absent.
    pub name: Option<&'a str>,
}

/// A job for each file in each browser. Missing packages and browsers are installed first.
///
/// # Errors
///
/// When nothing matches, or when something is missing and cannot be installed.
pub fn jobs(sh: &Shell, choice: &Choice) -> anyhow::Result<Vec<Job>> {
    let files = test_files(sh, choice.filters)?;
    node::require_packages(sh, PACKAGE)?;
    let mut jobs = Vec::new();
    for browser in chosen(choice.browser)? {
        for file in &files {
            jobs.push(job(sh, &browser, file, choice.name)?);
        }
    }
    Ok(jobs)
}

/// The job for a file in a browser. `name` is as in [`Choice::name`].
fn job(sh: &Shell, browser: &Browser, file: &Path, name: Option<&str>) -> anyhow::Result<Job> {
    let mut command = Command::new("node");
    command
        .current_dir(sh.current_dir())
        .env("BROWSER", browser.name)
        .env(browser.variable, browser.require(sh)?)
        .args(["--test-reporter", "./tests/e2e/reporter.mjs"])
        // A test that hangs fails after this time, and a file that hangs ends. Neither stops the run.
        .arg("--test-timeout=300000")
        .args(["--import", "./tests/e2e/time_limit.mjs"]);
    if let Some(name) = name {
        command.args(["--test-name-pattern", name]);
    }
    command.arg(file);
    let stem = file.file_name().unwrap_or_default().to_string_lossy();
    let name = job_name(stem.trim_end_matches(SUFFIX), browser.name);
    Ok(Job { name, needs: None, size: SIZE, ends_run: false, is_quiet: false, command })
}

/// The number of failed tests up to which they are run again. A file that failed without naming a test, because
/// its program ended, counts as one and is run again as a whole.
const FEW: usize = 12;

/// Jobs that run the failed end-to-end tests once more, because a browser sometimes fails by itself on a busy
/// machine. Empty if many tests have failed, or something else than an end-to-end test.
///
/// # Errors
///
/// When a browser is missing and cannot be installed.
pub fn again(sh: &Shell, ended: &[Outcome]) -> anyhow::Result<Vec<Job>> {
    let failed = ended.iter().filter(|job| !job.passed);
    let failed: Vec<_> = failed.map(|job| (parts(&job.name), failed_tests(&job.output))).collect();
    let count: usize = failed.iter().map(|(_, tests)| tests.len().max(1)).sum();
    if count > FEW {
        return Ok(Vec::new());
    }
    let mut jobs = Vec::new();
    for (job_parts, tests) in failed {
        let Some((file, browser)) = job_parts else { return Ok(Vec::new()) };
        let file = Path::new(PACKAGE).join(format!("{file}{SUFFIX}"));
        let names = (!tests.is_empty()).then(|| tests.join("|"));
        for browser in chosen(Some(browser))? {
            jobs.push(job(sh, &browser, &file, names.as_deref())?);
        }
    }
    Ok(jobs)
}

/// The patterns that match the names of the failed tests, from the commands in a file's output
/// (`tests/e2e/reporter.mjs`).
fn failed_tests(output: &str) -> Vec<String> {
    let commands = output.lines().filter(|line| line.starts_with("just this test: "));
    let quoted = commands.filter_map(|line| line.split_once(" --name '")?.1.strip_suffix('\''));
    quoted.map(|pattern| pattern.replace(r"'\''", "'")).collect()
}

/// The room of a job: less than a processor, because it waits for its browser at times.
pub const SIZE: u32 = 2;

/// The end of the names of test files.
const SUFFIX: &str = ".test.mjs";

/// The name of the job for a file in a browser.
fn job_name(file: &str, browser: &str) -> String {
    format!("e2e {file} {browser}")
}

/// The file and the browser in the name of a job, if it is a job of the end-to-end tests.
pub fn parts(name: &str) -> Option<(&str, &str)> {
    name.strip_prefix("e2e ")?.split_once(' ')
}

fn chosen(name: Option<&str>) -> anyhow::Result<Vec<Browser>> {
    if let Some(name) = name {
        let browser = browsers::ALL.into_iter().find(|browser| browser.name == name);
        return Ok(vec![browser.with_context(|| {
            let names = browsers::ALL.map(|browser| browser.name).join(", ");
            format!("unknown browser `{name}`; the browsers are: {names}")
        })?]);
    }
    let (browsers, others): (Vec<_>, Vec<_>) =
        browsers::ALL.into_iter().partition(Browser::is_for_this_system);
    for Browser { name, .. } in others {
        eprintln!("skipped: {name}, which does not exist for this system");
    }
    Ok(browsers)
}

fn test_files(sh: &Shell, filters: &[String]) -> anyhow::Result<Vec<PathBuf>> {
    let mut files = sh.read_dir(PACKAGE)?;
    files.retain(|file| {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let is_test = name.ends_with(SUFFIX);
        is_test && (filters.is_empty() || filters.iter().any(|part| name.contains(part.as_str())))
    });
    ensure!(!files.is_empty(), "no file {PACKAGE}/*{SUFFIX} matches {filters:?}");
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::{failed_tests, job_name, parts};

    #[test]
    fn a_job_is_named_for_its_file_and_its_browser() {
        assert_eq!(parts(&job_name("page", "firefox")), Some(("page", "firefox")));
        assert_eq!(parts("build"), None);
    }

    #[test]
    fn the_failed_tests_are_those_of_the_commands_that_run_just_them() {
        let command = "just this test: cargo xtask test --only e2e --browser webkit page --name";
        let output = format!(
            "ok a (0.1 s)\n{command} '^fits 1280 px \\(ko\\)$'\n1 failed\n{command} '^a host'\\''s page$'\n"
        );
        assert_eq!(failed_tests(&output), [r"^fits 1280 px \(ko\)$", "^a host's page$"]);
        assert_eq!(failed_tests("FAILED a (0.1 s)\n"), [""; 0]);
    }
}
