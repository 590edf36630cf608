//! `cargo xtask test`: everything that must pass, in the order in which failures are cheapest.

use xshell::{Shell, cmd};

use crate::args::{BuildOptions, TestOptions};
use crate::stage::{Stage, run_all};
use crate::toolchain::{self, WASM};
use crate::{build, e2e};

/// Runs the stages, or the one that `--only` names; the first failure ends the run.
pub fn run(sh: &Shell, options: &TestOptions) -> anyhow::Result<()> {
    let stages = [
        Stage::new("fmt", "the sources are formatted", || fmt(sh)),
        Stage::new("clippy", "no warnings, host and wasm32", || clippy(sh)),
        Stage::new("host", "unit, property, snapshot and floors tests", || host(sh)),
        Stage::new("build", "the release build, also in one file", || build(sh)),
        Stage::new("e2e", "the release build in real browsers", || e2e::run(sh, options)),
    ];
    run_all(&stages, options.only.as_deref())
}

fn fmt(sh: &Shell) -> anyhow::Result<()> {
    toolchain::require_component(sh, "rustfmt", "fmt")?;
    cmd!(sh, "cargo fmt --all --check").run()?;
    Ok(())
}

fn clippy(sh: &Shell) -> anyhow::Result<()> {
    toolchain::require_component(sh, "clippy", "clippy")?;
    toolchain::require_wasm(sh)?;
    cmd!(sh, "cargo clippy --workspace --all-targets -- -D warnings").run()?;
    cmd!(sh, "cargo clippy --package activation-lab --target {WASM} --lib --bins --examples -- -D warnings").run()?;
    Ok(())
}

fn build(sh: &Shell) -> anyhow::Result<()> {
    build::run(sh, &BuildOptions { single_file: true })
}

fn host(sh: &Shell) -> anyhow::Result<()> {
    let has_nextest =
        cmd!(sh, "cargo nextest --version").quiet().ignore_stdout().ignore_stderr().run().is_ok();
    if has_nextest {
        cmd!(sh, "cargo nextest run --workspace").run()?;
        // nextest leaves out the examples in doc comments.
        cmd!(sh, "cargo test --workspace --doc").run()?;
    } else {
        cmd!(sh, "cargo test --workspace").run()?;
    }
    Ok(())
}
