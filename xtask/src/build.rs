//! `cargo xtask build`.

use anyhow::Context;
use xshell::{Shell, cmd};

use crate::args::BuildOptions;
use crate::{offline, single_file, sizes, toolchain, tools};

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
    offline::fill(&dist)?;
    sizes::print(&dist)?;
    if options.single_file {
        let path = single_file::write(&dist)?;
        let size = sizes::kilobytes(usize::try_from(path.metadata()?.len())?);
        println!("\nall in one file ({size} kB): {}", path.display());
    }
    Ok(())
}
