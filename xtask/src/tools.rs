//! The build tools in their exact versions.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use anyhow::Context;
use xshell::{Cmd, Shell, cmd};

use crate::{cache, node};

/// A program that the build runs.
struct Tool {
    /// The package it comes in; with the version it names the folder in the cache.
    package: &'static str,
    version: &'static str,
    program: &'static str,
    /// The version as the program prints it.
    printed: &'static str,
    source: Source,
    /// How long installing takes, roughly, on two cores.
    duration: &'static str,
}

enum Source {
    /// A crate, compiled here with as little optimising as its work bears.
    Crate {
        opt_level: &'static str,
        flags: &'static [&'static str],
    },
    Npm,
}

const TRUNK: Tool = Tool {
    package: "trunk",
    version: "0.21.14",
    program: "trunk",
    printed: "0.21.14",
    source: Source::Crate {
        opt_level: "0",
        // The default features download tools and look for updates; nothing here needs either.
        flags: &["--no-default-features"],
    },
    duration: "about 4 minutes",
};

const WASM_BINDGEN: Tool = Tool {
    package: "wasm-bindgen-cli",
    version: "0.2.129",
    program: "wasm-bindgen",
    printed: "0.2.129",
    source: Source::Crate { opt_level: "1", flags: &[] },
    duration: "about 3 minutes",
};

const WASM_OPT: Tool = Tool {
    package: "binaryen",
    version: "132.0.0",
    program: "wasm-opt",
    printed: "132",
    source: Source::Npm,
    duration: "some seconds",
};

/// Installs what is missing and gives the PATH on which all tools are found in their exact versions.
///
/// # Errors
/// When a tool cannot be installed; the message has the command that does it by hand.
pub fn path(sh: &Shell) -> anyhow::Result<OsString> {
    let cache = cache::dir()?;
    let mut dirs = Vec::new();
    for tool in [TRUNK, WASM_BINDGEN, WASM_OPT] {
        dirs.extend(tool.dir(sh, &cache)?);
    }
    let inherited = env::var_os("PATH").unwrap_or_default();
    dirs.extend(env::split_paths(&inherited));
    Ok(env::join_paths(dirs)?)
}

impl Tool {
    /// The folder to put on the PATH, or none where the PATH has the tool already.
    fn dir(&self, sh: &Shell, cache: &Path) -> anyhow::Result<Option<PathBuf>> {
        let folder = format!("{}-{}", self.package, self.version);
        let bin = cache.join(&folder).join(self.source.bin());
        if self.is_at(sh, &bin.join(self.program)) {
            return Ok(Some(bin));
        }
        if self.is_at(sh, Path::new(self.program)) {
            return Ok(None);
        }
        let is_good = |dir: &Path| self.is_at(sh, &dir.join(self.source.bin()).join(self.program));
        cache::install(cache, &folder, is_good, |dir| self.install(sh, dir)).with_context(
            || {
                let command = self.install_command(sh, &cache.join(&folder));
                let settings: String =
                    self.source.settings().map(|(k, v)| format!("{k}={v} ")).collect();
                let Self { package, version, .. } = self;
                format!(
                    "{package} {version} could not be installed; by hand:\n    {settings}{command}"
                )
            },
        )?;
        Ok(Some(bin))
    }

    /// Whether the program is there, runs, and is of the right version.
    fn is_at(&self, sh: &Shell, program: &Path) -> bool {
        let output = cmd!(sh, "{program} --version").quiet().ignore_stderr().read();
        output.is_ok_and(|text| text.split_whitespace().any(|word| word == self.printed))
    }

    fn install(&self, sh: &Shell, dir: &Path) -> anyhow::Result<()> {
        if let Source::Npm = self.source {
            node::require(sh)?;
        }
        let Self { package, version, duration, .. } = self;
        eprintln!("installing {package} {version} ({duration}, once for all checkouts)…");
        let target = dir.join("target");
        self.install_command(sh, dir)
            .envs(self.source.settings())
            .env("CARGO_TARGET_DIR", &target)
            .run()?;
        sh.remove_path(target)?;
        Ok(())
    }

    fn install_command<'a>(&self, sh: &'a Shell, dir: &Path) -> Cmd<'a> {
        let Self { package, version, .. } = self;
        match self.source {
            Source::Crate { flags, .. } => {
                cmd!(sh, "cargo install --locked {flags...} --root {dir} {package}@{version}")
            }
            Source::Npm => {
                cmd!(sh, "npm install --no-audit --no-fund --prefix {dir} {package}@{version}")
            }
        }
    }
}

impl Source {
    /// The environment that makes cargo compile in minutes: as published, trunk takes 18 CPU-minutes to link.
    fn settings(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let settings = match *self {
            Self::Crate { opt_level, .. } => Some([
                ("CARGO_PROFILE_RELEASE_LTO", "off"),
                ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "256"),
                ("CARGO_PROFILE_RELEASE_OPT_LEVEL", opt_level),
            ]),
            Self::Npm => None,
        };
        settings.into_iter().flatten()
    }

    /// Where the programs are below the install folder.
    fn bin(&self) -> &'static str {
        match self {
            Self::Crate { .. } => "bin",
            Self::Npm => "node_modules/.bin",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{TRUNK, WASM_BINDGEN, WASM_OPT};

    #[test]
    fn the_versions_are_those_that_the_build_files_ask_for() {
        let manifest = include_str!("../../Cargo.toml");
        let pin = format!("wasm-bindgen = \"={}\"", WASM_BINDGEN.version);
        assert!(manifest.contains(&pin), "Cargo.toml lacks {pin}");
        let trunk = include_str!("../../Trunk.toml");
        let pin = format!("trunk-version = \"={}\"", TRUNK.version);
        assert!(trunk.contains(&pin), "Trunk.toml lacks {pin}");
        let pin = format!("wasm_opt = \"version_{}\"", WASM_OPT.printed);
        assert!(trunk.contains(&pin), "Trunk.toml lacks {pin}");
    }
}
