//! `cargo xtask build`.

use std::path::Path;

use anyhow::Context;
use xshell::{Shell, cmd};

use crate::args::BuildOptions;
use crate::{current, integrity, offline, single_file, sizes, styles, toolchain, tools};

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

/// Builds as for the tests, unless what is in `dist/` is such a build of these sources.
pub fn run_unless_current(sh: &Shell) -> anyhow::Result<()> {
    let root = sh.current_dir();
    if current::is_noted(&root)? {
        println!("dist/ is a build of these sources");
        return Ok(());
    }
    run(sh, &BuildOptions { single_file: true })?;
    current::note(&root)
}

/// Does to a build what trunk leaves undone: one style sheet, hashes in the page, then the worker's list of what is finally served.
///
/// # Errors
/// When the build cannot be read or written, or is finished already.
pub fn finish(dist: &Path) -> anyhow::Result<()> {
    styles::join(dist)?;
    integrity::write(dist)?;
    offline::fill(dist)
}
