//! `cargo xtask lighthouse`: the ratings of the page by Lighthouse. It prints figures and sets no limits.

use xshell::{Shell, cmd};

use crate::args::BuildOptions;
use crate::browsers::CHROMIUM;
use crate::{build, node};

/// The folder of the npm package for Lighthouse.
const PACKAGE: &str = "benches/lighthouse";

/// The address in the build. Lighthouse asks for absolute links to the other languages, whatever they are.
const SITE: &str = "https://example.org/lab/";

/// Builds the page and rates it in Chromium with the settings for a phone.
pub fn run(sh: &Shell) -> anyhow::Result<()> {
    build::run(sh, &BuildOptions { site: Some(SITE.into()), ..BuildOptions::default() })?;
    node::require_packages(sh, PACKAGE)?;
    let program = CHROMIUM.require(sh)?;
    cmd!(sh, "node {PACKAGE}/run.mjs").env(CHROMIUM.variable, program).run()?;
    Ok(())
}
