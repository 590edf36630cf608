//! The end-to-end tests and what they need: Node, its packages, a build, browsers.

use std::path::PathBuf;

use anyhow::{Context, bail, ensure};
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
    let browsers: Vec<_> = browsers::ALL
        .into_iter()
        .filter(|browser| name.is_none_or(|name| name == browser.name))
        .collect();
    if browsers.is_empty() {
        bail!("the browsers are: chromium, firefox");
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
