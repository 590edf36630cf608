//! The end-to-end tests and their requirements: Node, its packages, a build, browsers.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, ensure};
use xshell::Shell;

use crate::browsers::{self, Browser};
use crate::jobs::Job;
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
        let program = browser.require(sh)?;
        for file in &files {
            let mut command = Command::new("node");
            command
                .current_dir(sh.current_dir())
                .env("BROWSER", browser.name)
                .env(browser.variable, &program)
                .args(["--test-reporter", "./tests/e2e/reporter.mjs"])
                // A test that hangs fails after this time and does not stop the run.
                .arg("--test-timeout=600000");
            if let Some(name) = choice.name {
                command.args(["--test-name-pattern", name]);
            }
            command.arg(file);
            let stem = file.file_name().unwrap_or_default().to_string_lossy();
            let name = name(stem.trim_end_matches(SUFFIX), browser.name);
            let (needs, size) = (None, SIZE);
            jobs.push(Job { name, needs, size, ends_run: false, is_quiet: false, command });
        }
    }
    Ok(jobs)
}

/// The room of a job: less than a processor, because it waits for its browser at times.
const SIZE: u32 = 2;

/// The end of the names of test files.
const SUFFIX: &str = ".test.mjs";

/// The name of the job for a file in a browser.
fn name(file: &str, browser: &str) -> String {
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
            format!("no browser is called `{name}`; there are: {names}")
        })?]);
    }
    let (browsers, others): (Vec<_>, Vec<_>) =
        browsers::ALL.into_iter().partition(Browser::is_for_this_system);
    for Browser { name, .. } in others {
        eprintln!("left out: {name}, which this system does not have");
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
    use super::{name, parts};

    #[test]
    fn a_job_is_named_for_its_file_and_its_browser() {
        assert_eq!(parts(&name("page", "firefox")), Some(("page", "firefox")));
        assert_eq!(parts("build"), None);
    }
}
