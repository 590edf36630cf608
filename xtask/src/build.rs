//! `cargo xtask build`.

use anyhow::Context;
use xshell::{Shell, cmd};

use crate::{sizes, toolchain, tools};

/// Builds the release into `dist/` and prints its sizes.
pub fn run(sh: &Shell) -> anyhow::Result<()> {
    toolchain::require_wasm(sh)?;
    let path = tools::path(sh)?;
    // Without `--offline`: trunk would hand it on to cargo, and the tools are all on the PATH anyway.
    cmd!(sh, "trunk build --release --skip-version-check")
        .env("PATH", path)
        .run()
        .context("the release build failed; the reason stands above")?;
    sizes::print(&sh.current_dir().join("dist"))
}
