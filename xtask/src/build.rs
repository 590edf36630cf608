//! `cargo xtask build`: the release build.

use std::ffi::OsString;
use std::path::Path;
use std::process::Command;

use anyhow::Context;
use xshell::{Shell, cmd};

use crate::args::BuildOptions;
use crate::pieces::{self, FEATURE};
use crate::toolchain::{self, WASM};
use crate::tools::{self, Step};
use crate::{current, integrity, minify, offline, single_file, sizes, styles};

/// Builds the release into `dist/` and prints its sizes.
pub fn run(sh: &Shell, options: &BuildOptions) -> anyhow::Result<()> {
    let path = set_up(sh, false)?;
    let folder = pieces::folder(&sh.current_dir());
    // trunk would pass `--offline` on to cargo. Without the flag it downloads nothing either, because all
    // tools are on the PATH.
    let mut trunk = cmd!(sh, "trunk build --release --features {FEATURE} --skip-version-check")
        .envs(pieces::environment(&folder, &path)?);
    if let Some(site) = &options.site {
        // crates/pages reads it.
        trunk = trunk.env("ACTIVATION_LAB_SITE", site);
    }
    trunk.run().context("the release build failed for the reason above")?;
    let dist = sh.current_dir().join("dist");
    finish(&dist, &folder)?;
    sizes::print(&dist)?;
    if options.single_file {
        let path = single_file::write(&dist, &path)?;
        let size = sizes::kilobytes(usize::try_from(path.metadata()?.len())?);
        println!("\nsingle file ({size} kB): {}", path.display());
    }
    Ok(())
}

/// Installs the missing build tools. If the app has never been compiled in this clone, compiles it at the same
/// time. Returns the PATH for trunk.
pub fn set_up(sh: &Shell, is_dev: bool) -> anyhow::Result<OsString> {
    toolchain::require_wasm(sh)?;
    let profile = if is_dev { "debug" } else { "release" };
    let built = toolchain::target_dir(sh)?.join(WASM).join(profile).join("activation-lab.wasm");
    tools::path(sh, (!built.exists()).then(|| app(sh, is_dev)))
}

/// The step that compiles the app with the arguments that trunk gives to cargo, so that trunk finds the
/// result.
fn app(sh: &Shell, is_dev: bool) -> Step {
    let root = sh.current_dir();
    let mut command = Command::new("cargo");
    command.current_dir(&root).arg("build").arg(format!("--target={WASM}"));
    command.arg("--manifest-path").arg(root.join("Cargo.toml"));
    if !is_dev {
        command.args(["--release", "--features", FEATURE]);
    }
    command.args(["--bin", "activation-lab"]);
    Step { name: "app", command, seconds: if is_dev { 90 } else { 180 } }
}

/// Builds what the tests need, unless `dist/` already has such a build of the present sources.
pub fn run_unless_current(sh: &Shell) -> anyhow::Result<()> {
    let root = sh.current_dir();
    if current::is_noted(&root)? {
        println!("dist/ is up to date");
        return Ok(());
    }
    run(sh, &BuildOptions { single_file: true, site: None })?;
    current::note(&root)
}

/// Completes a build of trunk: one style sheet, short scripts, the pieces in `folder`, hashes in the page, then the worker's list of
/// the final files.
///
/// # Errors
///
/// When the build cannot be read or written, or has been completed before.
pub fn finish(dist: &Path, folder: &Path) -> anyhow::Result<()> {
    styles::join(dist)?;
    minify::scripts(dist)?;
    pieces::add(dist, folder)?;
    integrity::write(dist)?;
    offline::fill(dist)
}
