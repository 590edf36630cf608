//! The parts of the Rust tool chain that a minimal installation lacks.

use std::path::{Path, PathBuf};

use anyhow::{Context, ensure};
use serde_json::Value;
use xshell::{Shell, cmd};

/// The target that browsers run.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Installs the standard library for wasm32 if it is missing.
pub fn require_wasm(sh: &Shell) -> anyhow::Result<()> {
    let has_it = || {
        cmd!(sh, "rustc --print target-libdir --target {WASM}")
            .quiet()
            .ignore_stderr()
            .read()
            .is_ok_and(|dir| Path::new(&dir).is_dir())
    };
    require(sh, has_it, "target", WASM)
}

/// Installs a component (`rustfmt`, `clippy`) if its cargo command (`fmt`, `clippy`) is missing.
pub fn require_component(sh: &Shell, component: &str, command: &str) -> anyhow::Result<()> {
    let has_it = || {
        cmd!(sh, "cargo {command} --version").quiet().ignore_stdout().ignore_stderr().run().is_ok()
    };
    require(sh, has_it, "component", component)
}

/// The folder that cargo builds into.
pub fn target_dir(sh: &Shell) -> anyhow::Result<PathBuf> {
    let metadata = cmd!(sh, "cargo metadata --format-version 1 --no-deps").quiet().read()?;
    let metadata: Value = serde_json::from_str(&metadata)?;
    let dir = metadata["target_directory"]
        .as_str()
        .context("cargo metadata contains no target folder")?;
    Ok(dir.into())
}

/// Runs `rustup <kind> add <name>` if it is missing. rustup does this by itself only if its auto-install is
/// enabled.
fn require(sh: &Shell, has_it: impl Fn() -> bool, kind: &str, name: &str) -> anyhow::Result<()> {
    if has_it() {
        return Ok(());
    }
    eprintln!("adding the {kind} {name} to the Rust tool chain (some seconds, once)…");
    let missing =
        || format!("the Rust {kind} {name} is missing; by hand:\n    rustup {kind} add {name}");
    cmd!(sh, "rustup {kind} add {name}").run().with_context(missing)?;
    ensure!(has_it(), missing());
    Ok(())
}
