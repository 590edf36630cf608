//! `cargo xtask lighthouse`: what Lighthouse says of the page. It prints figures and judges none.

use xshell::{Shell, cmd};

use crate::args::BuildOptions;
use crate::browsers::CHROMIUM;
use crate::{build, node};

/// The folder of its npm package, which nothing else needs.
const PACKAGE: &str = "benches/lighthouse";

/// Builds, then has the page rated in Chromium with the settings for a phone.
pub fn run(sh: &Shell) -> anyhow::Result<()> {
    build::run(sh, &BuildOptions::default())?;
    node::require_packages(sh, PACKAGE)?;
    let program = CHROMIUM.require(sh)?;
    cmd!(sh, "node {PACKAGE}/run.mjs").env(CHROMIUM.variable, program).run()?;
    Ok(())
}
