//! `cargo xtask monkey` and `cargo xtask properties`: tests with random inputs of any number, repeatable by a
//! seed. `cargo xtask test` contains a short run of each.

use anyhow::ensure;
use xshell::{Shell, cmd};

use crate::args::{MonkeyOptions, PropertiesOptions};
use crate::{e2e, single_file};

/// The default lengths of the runs.
const ACTIONS: u32 = 10_000;
const CASES: u32 = 100_000;

/// Performs random actions on the page, in one browser after the other.
///
/// # Errors
///
/// When the page reports an error, when `dist/` has no complete build, or when a browser cannot be installed.
pub fn monkey(sh: &Shell, options: &MonkeyOptions) -> anyhow::Result<()> {
    let is_there = sh.current_dir().join("dist").join(single_file::NAME).is_file();
    ensure!(
        is_there,
        "dist/ has no complete build; run this first: cargo xtask build --single-file"
    );
    let seed = options.seed.unwrap_or(1);
    let actions = options.actions.unwrap_or(ACTIONS);
    let filters = ["monkey".to_owned()];
    let choice = e2e::Choice { browser: options.browser.as_deref(), filters: &filters, name: None };
    for mut job in e2e::jobs(sh, &choice)? {
        eprintln!("{}: {actions} actions, seed {seed}", job.name);
        job.command.env("ACTIONS", actions.to_string()).env("SEED", seed.to_string());
        let again = format!("to repeat: cargo xtask monkey --seed {seed} --actions {actions}");
        ensure!(job.command.status()?.success(), "{} failed; {again}", job.name);
    }
    Ok(())
}

/// Checks the properties of the host tests on many random inputs.
///
/// # Errors
///
/// When a property does not hold. proptest prints the smallest input that it has found.
pub fn properties(sh: &Shell, options: &PropertiesOptions) -> anyhow::Result<()> {
    let name = &options.name;
    let cases = options.cases.unwrap_or(CASES).to_string();
    let test = cmd!(sh, "cargo test --workspace --no-fail-fast -- {name...}");
    let test = test.env("PROPTEST_CASES", cases);
    match options.seed {
        Some(seed) => test.env("PROPTEST_RNG_SEED", seed.to_string()).run()?,
        None => test.run()?,
    }
    Ok(())
}
