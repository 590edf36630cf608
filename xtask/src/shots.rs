//! `cargo xtask shots`: pictures of the page, including those of the README.

use anyhow::Context;
use xshell::{Shell, cmd};

use crate::args::{BuildOptions, ShotsOptions};
use crate::browsers::CHROMIUM;
use crate::{build, e2e, node};

/// Builds the page and takes pictures of each view in both languages, both themes and three widths.
pub fn run(sh: &Shell, options: &ShotsOptions) -> anyhow::Result<()> {
    build::run(sh, &BuildOptions::default())?;
    node::require_packages(sh, e2e::PACKAGE)?;
    let program = CHROMIUM.require(sh)?;
    let dir = options.dir.clone().unwrap_or("target/shots".into());
    let fragments = &options.fragments;
    cmd!(sh, "node tests/e2e/shots.mjs {dir} {fragments...}")
        .env("BROWSER", CHROMIUM.name)
        .env(CHROMIUM.variable, program)
        .run()
        .context("the pictures could not be taken")
}
