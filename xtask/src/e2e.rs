//! The end-to-end tests and what they need: Node, its packages, a build, browsers.

use std::path::PathBuf;

use anyhow::{Context, ensure};
use xshell::{Shell, cmd};

use crate::args::TestOptions;
use crate::browsers::{self, Browser};
use crate::{node, single_file};

/// The folder of the npm package that the tests, the pictures and the measurements run in.
pub const PACKAGE: &str = "tests/e2e";

/// Runs all end-to-end test files, or those that are asked for, in each browser.
pub fn run(sh: &Shell, options: &TestOptions) -> anyhow::Result<()> {
    for file in ["index.html", single_file::NAME] {
        let is_there = sh.current_dir().join("dist").join(file).is_file();
        ensure!(is_there, "dist/{file} is missing; first: cargo xtask build --single-file");
    }
    node::require_packages(sh, PACKAGE)?;
    let files = &test_files(sh, &options.filters)?;
    for browser in chosen(options.browser.as_deref())? {
        eprintln!("\n--- {}", browser.name);
        let program = browser.require(sh)?;
        cmd!(sh, "node --test --test-reporter=spec {files...}")
            .env("BROWSER", browser.name)
            .env(browser.variable, program)
            .run()
            .with_context(|| format!("end-to-end tests failed in {}", browser.name))?;
    }
    Ok(())
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
    let mut files = sh.read_dir("tests/e2e")?;
    files.retain(|file| {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let is_test = name.ends_with(".test.mjs");
        is_test && (filters.is_empty() || filters.iter().any(|part| name.contains(part.as_str())))
    });
    ensure!(!files.is_empty(), "no file tests/e2e/*.test.mjs matches {filters:?}");
    Ok(files)
}
