//! The build tools in their exact versions.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::Duration;

use anyhow::{Context, ensure};
use xshell::{Cmd, Shell, cmd};

use crate::jobs::{self, Job};
use crate::{cache, node};

/// A program that the build runs.
struct Tool {
    /// The package that contains the program. Its folder in the cache is named after package and version.
    package: &'static str,
    version: &'static str,
    program: &'static str,
    /// The version that the program prints. A program that prints none is used only from the cache, where the folder's
    /// name has the version.
    printed: Option<&'static str>,
    source: Source,
    /// The approximate duration of the installation, in seconds on two idle processors.
    seconds: u32,
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
    printed: Some("0.21.14"),
    source: Source::Crate {
        opt_level: "0",
        // The default features download tools and look for updates, which is not needed here.
        flags: &["--no-default-features"],
    },
    seconds: 200,
};

const WASM_BINDGEN: Tool = Tool {
    package: "wasm-bindgen-cli",
    version: "0.2.129",
    program: "wasm-bindgen",
    printed: Some("0.2.129"),
    source: Source::Crate { opt_level: "1", flags: &[] },
    seconds: 150,
};

const WASM_OPT: Tool = Tool {
    package: "binaryen",
    version: "132.0.0",
    program: "wasm-opt",
    printed: Some("132"),
    source: Source::Npm,
    seconds: 5,
};

/// Cuts the WebAssembly into pieces.
const WASM_SPLIT: Tool = Tool {
    package: "wasm_split_cli_support",
    version: "0.2.4",
    program: "wasm-split-cli",
    printed: None,
    source: Source::Crate { opt_level: "1", flags: &["--features", "build-binary"] },
    seconds: 60,
};

/// wasm-opt comes first, because its installation only waits for the network.
const ALL: [Tool; 4] = [WASM_OPT, TRUNK, WASM_BINDGEN, WASM_SPLIT];

/// A step that takes minutes, but is needed only once on a machine or in a clone.
pub struct Step {
    /// The name in the output.
    pub name: &'static str,
    /// The program of the step.
    pub command: Command,
    /// The approximate duration, in seconds on two idle processors.
    pub seconds: u32,
}

/// Installs the tool of this package, or all missing tools.
///
/// # Errors
///
/// When a tool cannot be installed. The message contains the command for installing it by hand.
pub fn run(sh: &Shell, package: Option<&str>) -> anyhow::Result<()> {
    let Some(package) = package else {
        return install_missing(sh, None);
    };
    let tool = ALL.iter().find(|tool| tool.package == package);
    let tool = tool.with_context(|| {
        let packages = ALL.map(|tool| tool.package).join(", ");
        format!("unknown package `{package}`; the packages are: {packages}")
    })?;
    tool.install(sh, &cache::dir()?)
}

/// Whether all tools are installed.
pub fn are_installed(sh: &Shell) -> anyhow::Result<bool> {
    let cache = cache::dir()?;
    Ok(ALL.iter().all(|tool| tool.find(sh, &cache).is_some()))
}

/// Installs the missing tools, at the same time as another step if there is one. Much of the compilation uses
/// only one processor. cargo locks its registry only while it downloads, and each compilation has a target
/// folder of its own.
///
/// # Errors
///
/// When a step fails. Its output has been printed.
fn install_missing(sh: &Shell, other: Option<Step>) -> anyhow::Result<()> {
    let cache = cache::dir()?;
    let program = env::current_exe()?;
    let missing = ALL.iter().filter(|tool| tool.find(sh, &cache).is_none()).map(|tool| {
        let mut command = Command::new(&program);
        command.current_dir(sh.current_dir()).args(["tools", tool.package]);
        Step { name: tool.package, command, seconds: tool.seconds }
    });
    let steps: Vec<Step> = other.into_iter().chain(missing).collect();
    if steps.is_empty() {
        return Ok(());
    }
    let names: Vec<_> = steps.iter().map(|step| step.name).collect();
    let processors = u32::try_from(thread::available_parallelism()?.get())?;
    let about = estimate(&steps, processors);
    eprintln!(
        "installing or compiling, only once: {} (about {})…",
        names.join(", "),
        jobs::clock(about)
    );
    let job = |Step { name, command, .. }| {
        let (name, needs) = (name.to_owned(), None);
        Job { name, needs, size: 1, ends_run: true, is_quiet: true, command }
    };
    let jobs = steps.into_iter().map(job).collect();
    let logs = sh.current_dir().join(jobs::LOGS);
    let report = jobs::run(jobs, processors.max(2), Some(about), &logs)?;
    let failed: Vec<_> =
        report.ended.iter().filter(|job| !job.passed).map(|job| job.name.as_str()).collect();
    ensure!(failed.is_empty(), "failed: {}, for the reason above", failed.join(", "));
    Ok(())
}

/// The approximate duration of the steps at the same time. Two processors need as long as for one step after
/// the other. No number of processors needs less than half of the longest step, which ends with linking on one
/// processor.
fn estimate(steps: &[Step], processors: u32) -> Duration {
    let all: u32 = steps.iter().map(|step| step.seconds).sum();
    let longest = steps.iter().map(|step| step.seconds).max().unwrap_or(0);
    Duration::from_secs((all * 2 / processors).max(longest / 2).into())
}

/// Installs the missing tools, at the same time as another step if there is one. Returns the PATH on which all
/// tools are found in their exact versions.
///
/// # Errors
///
/// When a step fails. Its output has been printed.
pub fn path(sh: &Shell, other: Option<Step>) -> anyhow::Result<OsString> {
    install_missing(sh, other)?;
    let cache = cache::dir()?;
    let mut dirs = Vec::new();
    for tool in ALL {
        let package = tool.package;
        match tool.find(sh, &cache).with_context(|| format!("{package} is missing"))? {
            Place::Cache(dir) => dirs.push(dir),
            Place::Path => {}
        }
    }
    let inherited = env::var_os("PATH").unwrap_or_default();
    dirs.extend(env::split_paths(&inherited));
    Ok(env::join_paths(dirs)?)
}

/// The place of an installed tool.
enum Place {
    /// In this folder of the cache, which must be added to the PATH.
    Cache(PathBuf),
    /// On the PATH.
    Path,
}

impl Tool {
    /// The place of the tool in its exact version; `None` if it is missing.
    fn find(&self, sh: &Shell, cache: &Path) -> Option<Place> {
        let bin = self.bin(&cache.join(self.folder()));
        if self.is_at(sh, &bin.join(self.program)) {
            return Some(Place::Cache(bin));
        }
        (self.printed.is_some() && self.is_at(sh, Path::new(self.program))).then_some(Place::Path)
    }

    /// Installs the tool into the cache.
    fn install(&self, sh: &Shell, cache: &Path) -> anyhow::Result<()> {
        let folder = self.folder();
        let is_good = |dir: &Path| self.is_at(sh, &self.bin(dir).join(self.program));
        cache::install(cache, &folder, is_good, |dir| self.fill(sh, dir)).with_context(|| {
            let command = self.install_command(sh, &cache.join(&folder));
            let settings: String =
                self.source.settings().map(|(k, v)| format!("{k}={v} ")).collect();
            let Self { package, version, .. } = self;
            format!("{package} {version} could not be installed; by hand:\n    {settings}{command}")
        })
    }

    /// The name of the tool's folder in the cache.
    fn folder(&self) -> String {
        format!("{}-{}", self.package, self.version)
    }

    /// The folder of the program, if the tool is installed in this folder.
    fn bin(&self, folder: &Path) -> PathBuf {
        folder.join(self.source.bin())
    }

    /// Whether the program exists, runs and has the right version.
    fn is_at(&self, sh: &Shell, program: &Path) -> bool {
        let Some(printed) = self.printed else {
            return cmd!(sh, "{program} --help")
                .quiet()
                .ignore_stdout()
                .ignore_stderr()
                .run()
                .is_ok();
        };
        let output = cmd!(sh, "{program} --version").quiet().ignore_stderr().read();
        output.is_ok_and(|text| text.split_whitespace().any(|word| word == printed))
    }

    fn fill(&self, sh: &Shell, dir: &Path) -> anyhow::Result<()> {
        if let Source::Npm = self.source {
            node::require(sh)?;
        }
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
    /// The environment in which cargo compiles the tool in minutes. With trunk's own settings, linking takes
    /// 18 CPU-minutes.
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

    /// The folder of the programs below the installation folder.
    fn bin(&self) -> &'static str {
        match self {
            Self::Crate { .. } => "bin",
            Self::Npm => "node_modules/.bin",
        }
    }
}

#[cfg(test)]
mod tests {
    use std::process::Command;
    use std::time::Duration;

    use super::{Step, TRUNK, WASM_BINDGEN, WASM_OPT, estimate};

    #[test]
    fn the_estimate_knows_that_more_processors_do_not_share_the_longest_step() {
        let steps =
            [200, 150, 180].map(|seconds| Step { name: "a", command: Command::new("a"), seconds });
        let about = |processors| estimate(&steps, processors).as_secs();
        assert_eq!([1, 2, 4, 64].map(about), [1060, 530, 265, 100]);
        assert_eq!(estimate(&[], 2), Duration::ZERO);
    }

    #[test]
    fn the_versions_are_those_that_the_build_files_ask_for() {
        let manifest = include_str!("../../Cargo.toml");
        let pin = format!("wasm-bindgen = \"={}\"", WASM_BINDGEN.version);
        assert!(manifest.contains(&pin), "Cargo.toml lacks {pin}");
        let trunk = include_str!("../../Trunk.toml");
        let pin = format!("trunk-version = \"={}\"", TRUNK.version);
        assert!(trunk.contains(&pin), "Trunk.toml lacks {pin}");
        let pin = format!("wasm_opt = \"version_{}\"", WASM_OPT.printed.unwrap());
        assert!(trunk.contains(&pin), "Trunk.toml lacks {pin}");
    }
}
