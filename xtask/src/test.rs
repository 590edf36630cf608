//! `cargo xtask test`: all checks. Independent checks run at the same time.

use std::env;
use std::process::{Command, ExitCode};
use std::thread;

use anyhow::{bail, ensure};
use xshell::{Shell, cmd};

use crate::args::TestOptions;
use crate::jobs::{self, Job};
use crate::summary::{self, Durations};
use crate::toolchain::{self, WASM};
use crate::{build, current, e2e, single_file, tools};

/// A check other than the end-to-end tests.
struct Stage {
    /// The name for `--only`.
    name: &'static str,
    /// The stage that must have passed before.
    needs: Option<&'static str>,
    run: fn(&Shell, &TestOptions) -> anyhow::Result<()>,
}

/// The stages in the order in which they start: first the release build, which the end-to-end tests need, then
/// the stages that fail fastest.
const STAGES: [Stage; 5] = [
    Stage { name: BUILD, needs: None, run: release },
    Stage { name: "fmt", needs: None, run: fmt },
    Stage { name: "clippy", needs: None, run: clippy },
    Stage { name: "host", needs: None, run: host },
    // Both stages take cargo's lock on the release folder, so they cannot run at the same time.
    Stage { name: "clippy-wasm", needs: Some(BUILD), run: clippy_wasm },
];

const BUILD: &str = "build";
/// The job that installs missing build tools.
const TOOLS: &str = "tools";
const BUILD_ALONE: &str = "cargo xtask test --only build";
/// The name for `--only` of all end-to-end tests.
const E2E: &str = "e2e";

/// The end-to-end file and the browser of `--quick`.
const SMOKE: (&str, &str) = ("smoke", "chromium");

/// The room of each processor. A cargo command takes the room of one processor.
const ROOM: u32 = 3;

/// The folder for the logs and the durations of the last run.
const FOLDER: &str = "target/xtask";

/// Runs all checks, or those that the options select, and prints a summary. If a check other than an
/// end-to-end file fails, the run ends when the running jobs have ended. In a whole run, a few failed
/// end-to-end tests are run once more.
///
/// # Errors
///
/// When a check cannot be run at all. A check that fails is in the summary and in the exit code.
pub fn run(sh: &Shell, options: &TestOptions) -> anyhow::Result<ExitCode> {
    let only = options.only.as_deref();
    // A single stage prints its output directly.
    if let Some(stage) = STAGES.iter().find(|stage| only == Some(stage.name)) {
        (stage.run)(sh, options)?;
        return Ok(ExitCode::SUCCESS);
    }
    if only.is_some_and(|name| name != E2E) {
        let names: Vec<_> = STAGES.iter().map(|stage| stage.name).chain([E2E]).collect();
        bail!("unknown stage; the stages are: {}", names.join(", "));
    }

    let mut jobs = Vec::new();
    if only.is_none() {
        prepare(sh)?;
        let program = env::current_exe()?;
        // The other stages do not need the tools.
        let lacks_tools = !tools::are_installed(sh)?;
        if lacks_tools {
            let mut command = Command::new(&program);
            command.current_dir(sh.current_dir()).arg("tools");
            let (name, needs) = (TOOLS.into(), None);
            jobs.push(Job { name, needs, size: ROOM, ends_run: true, is_quiet: true, command });
        }
        for stage in &STAGES {
            let mut command = Command::new(&program);
            command.current_dir(sh.current_dir()).args(["test", "--only", stage.name]);
            if let Some(name) = &options.name {
                command.args(["--name", name]);
            }
            let needs = stage.needs.or((lacks_tools && stage.name == BUILD).then_some(TOOLS));
            let (name, needs) = (stage.name.into(), needs.map(Into::into));
            jobs.push(Job { name, needs, size: ROOM, ends_run: true, is_quiet: false, command });
        }
    } else {
        let root = sh.current_dir();
        let is_there = root.join("dist").join(single_file::NAME).is_file();
        ensure!(is_there, "dist/ has no complete build; run this first: {BUILD_ALONE}");
        if !current::is_noted(&root)? {
            eprintln!("dist/ may be out of date; to rebuild it: {BUILD_ALONE}");
        }
    }
    let folder = sh.current_dir().join(FOLDER);
    let durations = Durations::read(&folder);
    let smoke = [SMOKE.0.to_owned()];
    let mut choice = e2e::Choice {
        browser: options.browser.as_deref(),
        filters: &options.filters,
        name: options.name.as_deref(),
    };
    if options.quick {
        choice.browser = choice.browser.or(Some(SMOKE.1));
        choice.filters = &smoke;
    }
    let mut files = e2e::jobs(sh, &choice)?;
    // The longest files start first, so that no long file runs alone at the end.
    files.sort_by(|a, b| durations.of(&b.name).total_cmp(&durations.of(&a.name)));
    if only.is_none() {
        files.iter_mut().for_each(|job| job.needs = Some(BUILD.into()));
    }
    jobs.extend(files);

    let processors = thread::available_parallelism()?.get();
    let room = ROOM * u32::try_from(processors)?;
    let logs = sh.current_dir().join(jobs::LOGS);
    let mut report = jobs::run(jobs, room, None, &logs)?;
    durations.keep(&report.ended)?;
    // Chosen tests are not run again, so that each failure is reported.
    let again = if only.is_none() { e2e::again(sh, &report.ended)? } else { Vec::new() };
    if !again.is_empty() {
        println!("\nThe failed end-to-end tests are run once more, one file after the other.");
        let second = jobs::run(again, e2e::SIZE, None, &logs.join("again"))?;
        report.seconds += second.seconds;
        report.again = second.ended;
    }
    Ok(if summary::print(&report) { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Installs the missing parts of the Rust tool chain.
fn prepare(sh: &Shell) -> anyhow::Result<()> {
    toolchain::require_component(sh, "rustfmt", "fmt")?;
    toolchain::require_component(sh, "clippy", "clippy")?;
    toolchain::require_wasm(sh)
}

fn fmt(sh: &Shell, _: &TestOptions) -> anyhow::Result<()> {
    toolchain::require_component(sh, "rustfmt", "fmt")?;
    cmd!(sh, "cargo fmt --all --check").run()?;
    Ok(())
}

fn clippy(sh: &Shell, _: &TestOptions) -> anyhow::Result<()> {
    toolchain::require_component(sh, "clippy", "clippy")?;
    cmd!(sh, "cargo clippy --workspace --all-targets -- -D warnings").run()?;
    Ok(())
}

/// Lints the code for wasm32 with the release profile, so that macros and build scripts, which take most of
/// the compile time of leptos, are shared with the release build.
fn clippy_wasm(sh: &Shell, _: &TestOptions) -> anyhow::Result<()> {
    toolchain::require_component(sh, "clippy", "clippy")?;
    toolchain::require_wasm(sh)?;
    cmd!(sh, "cargo clippy --release --package activation-lab --target {WASM} --lib --bins --examples -- -D warnings").run()?;
    Ok(())
}

fn host(sh: &Shell, options: &TestOptions) -> anyhow::Result<()> {
    let name = &options.name;
    cmd!(sh, "cargo test --workspace --no-fail-fast -- {name...}").run()?;
    Ok(())
}

fn release(sh: &Shell, _: &TestOptions) -> anyhow::Result<()> {
    build::run_unless_current(sh)
}
