//! `cargo xtask build`.

use std::path::Path;

use anyhow::Context;
use xshell::{Shell, cmd};

use crate::args::BuildOptions;
use crate::{integrity, offline, single_file, sizes, toolchain, tools};

/// Builds the release into `dist/` and prints its sizes.
pub fn run(sh: &Shell, options: &BuildOptions) -> anyhow::Result<()> {
    toolchain::require_wasm(sh)?;
    let path = tools::path(sh)?;
    // Without `--offline`: trunk would hand it on to cargo, and the tools are all on the PATH anyway.
    cmd!(sh, "trunk build --release --skip-version-check")
        .env("PATH", path)
        .run()
        .context("the release build failed; the reason stands above")?;
    let dist = sh.current_dir().join("dist");
    finish(&dist)?;
    sizes::print(&dist)?;
    if options.single_file {
        let path = single_file::write(&dist)?;
        let size = sizes::kilobytes(usize::try_from(path.metadata()?.len())?);
        println!("\nall in one file ({size} kB): {}", path.display());
    }
    Ok(())
}

/// Does to a build what trunk leaves undone: hashes in the page, then the worker's list of what is finally served.
///
/// # Errors
/// When the build cannot be read or written, or is finished already.
pub fn finish(dist: &Path) -> anyhow::Result<()> {
    integrity::write(dist)?;
    offline::fill(dist)
}
