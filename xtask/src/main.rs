//! `cargo xtask`: the commands of the project. [`args::USAGE`] lists them.

mod args;
mod bench;
mod browsers;
mod build;
mod cache;
mod current;
mod dist;
mod e2e;
mod html;
mod integrity;
mod jobs;
mod lighthouse;
mod minify;
mod names;
mod node;
mod offline;
mod pieces;
mod random;
mod serve;
mod shots;
mod single_file;
mod sizes;
mod stage;
mod styles;
mod summary;
mod test;
mod toolchain;
mod tools;
mod wasm;

use std::process::ExitCode;

use anyhow::Context;
use xshell::Shell;

use crate::args::Command;

fn main() -> ExitCode {
    match pieces::run_as_wasm_bindgen().unwrap_or_else(run) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("\nerror: {error}");
            for cause in error.chain().skip(1) {
                eprintln!("because: {cause}");
            }
            ExitCode::FAILURE
        }
    }
}

fn run() -> anyhow::Result<ExitCode> {
    let command = args::parse(lexopt::Parser::from_env())?;
    let sh = repository_shell()?;
    match command {
        Command::Help => println!("{}", args::USAGE),
        Command::Serve(options) => serve::run(&sh, &options)?,
        Command::Build(options) => build::run(&sh, &options)?,
        Command::Tools(package) => tools::run(&sh, package.as_deref())?,
        Command::Test(options) => return test::run(&sh, &options),
        Command::Monkey(options) => random::monkey(&sh, &options)?,
        Command::Properties(options) => random::properties(&sh, &options)?,
        Command::Bench => bench::run(&sh)?,
        Command::Lighthouse => lighthouse::run(&sh)?,
        Command::Shots(options) => shots::run(&sh, &options)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// A shell in the repository's root, wherever the command was started.
fn repository_shell() -> anyhow::Result<Shell> {
    // The variable is read at run time, because a checkout can be moved together with its target folder.
    let xtask = std::env::var_os("CARGO_MANIFEST_DIR")
        .context("CARGO_MANIFEST_DIR is not set: run this as `cargo xtask`")?;
    let sh = Shell::new()?;
    sh.change_dir(std::path::Path::new(&xtask).join(".."));
    sh.change_dir(sh.current_dir().canonicalize()?);
    Ok(sh)
}
