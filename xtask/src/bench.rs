//! `cargo xtask bench`: the measurements of `docs/benchmarks.md`. It prints tables and sets no limits.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;
use serde_json::Value;
use xshell::{Shell, cmd};

use crate::args::BuildOptions;
use crate::browsers::CHROMIUM;
use crate::stage::{Stage, run_all};
use crate::toolchain::{self, WASM};
use crate::{build, e2e, html, node, tools};

/// Runs all measurements.
pub fn run(sh: &Shell) -> anyhow::Result<()> {
    let stages = [
        Stage::new("activations", "each function over a million points", || activations(sh)),
        Stage::new("chain", "the chain at growing depth", || chain(sh)),
        Stage::new("redraw", "one redraw of two curves in Chromium", || redraw(sh)),
        Stage::new("training", "epochs a second of small networks in Chromium", || training(sh)),
        Stage::new("playing", "the frames of a chain that plays in Chromium", || playing(sh)),
    ];
    run_all(&stages, None)
}

fn activations(sh: &Shell) -> anyhow::Result<()> {
    let results = criterion(sh, "activations")?;
    let floor = median(&results.join("floor"))?;
    let mut rows = Vec::new();
    for id in names(&results.join("value"))? {
        let [value, gradient] = ["value", "gradient"].map(|group| results.join(group).join(&id));
        rows.push((median(&value)?, median(&gradient)?, id));
    }
    rows.sort_by(|a, b| a.0.total_cmp(&b.0));
    print!("\n{}", table(floor, &rows, &peers(sh)));
    Ok(())
}

/// The nanoseconds that NumPy and PyTorch take for each function, by its id. None where they are missing.
type Peers = BTreeMap<String, [Option<f64>; 2]>;

/// Measures the peers with the Python of the variable PYTHON. Without NumPy there are none, and a line says so.
fn peers(sh: &Shell) -> Peers {
    let python = std::env::var("PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let script = "benches/python/activations.py";
    let Ok(lines) = cmd!(sh, "{python} {script}").ignore_stderr().read() else {
        eprintln!(
            "{python} has no NumPy to compare with; to have one: tests/reference/README.md, then PYTHON=venv/bin/python"
        );
        return Peers::new();
    };
    peers_of(&lines)
}

/// The peers' times from the lines of the script.
fn peers_of(lines: &str) -> Peers {
    let row = |line: &str| {
        let [id, numpy, torch] = line.split_whitespace().collect::<Vec<_>>()[..] else {
            return None;
        };
        Some((id.to_owned(), [numpy, torch].map(|time| time.parse().ok())))
    };
    lines.lines().filter_map(row).collect()
}

/// The depths of `benches/host/chain.rs`.
const DEPTHS: [u32; 3] = [10, 100, 1000];

fn chain(sh: &Shell) -> anyhow::Result<()> {
    let results = criterion(sh, "chain")?.join("chain");
    let time = |name: &str, depth: u32| median(&results.join(name).join(depth.to_string()));
    let mut rows = Vec::new();
    for name in ["floor", "sigmoid", "relu"] {
        for depth in DEPTHS {
            rows.push((name, depth, time(name, depth)?, time("floor", depth)?));
        }
    }
    print!("\n{}", chain_table(&rows));
    Ok(())
}

/// Runs a native benchmark and returns the folder of its results, after removing earlier results.
fn criterion(sh: &Shell, bench: &str) -> anyhow::Result<PathBuf> {
    let results = toolchain::target_dir(sh)?.join("criterion");
    sh.remove_path(&results)?;
    cmd!(sh, "cargo bench --package benches --bench {bench} -- --quiet").run()?;
    Ok(results)
}

/// The names of the benchmarks in a group that criterion has measured.
fn names(group: &Path) -> anyhow::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(group).with_context(|| missing(group))? {
        let entry = entry?;
        // The folder also contains the report of the group.
        if entry.path().join("new").is_dir() {
            names.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    Ok(names)
}

/// The median of a benchmark that criterion has just measured, in nanoseconds.
fn median(benchmark: &Path) -> anyhow::Result<f64> {
    let file = benchmark.join("new/estimates.json");
    let estimates = fs::read_to_string(&file).with_context(|| missing(&file))?;
    let estimates: Value = serde_json::from_str(&estimates)?;
    estimates["median"]["point_estimate"].as_f64().with_context(|| missing(&file))
}

fn missing(file: &Path) -> String {
    format!("criterion's result is missing in {}", file.display())
}

/// The table of the functions. `rows` are the nanoseconds of the value and of the gradient, and the function's
/// id. The last columns compare the value with the code for NumPy and PyTorch.
fn table(floor: f64, rows: &[(f64, f64, String)], peers: &Peers) -> String {
    let mut text = format!(
        "{:14} {:>9} {:>8} {:>12} {:>8} {:>8} {:>9}\n",
        "10⁶ points", "value ms", "/ floor", "gradient ms", "/ floor", "/ NumPy", "/ PyTorch"
    );
    let mut line = |name: &str, value: f64, gradient: f64| {
        let times = peers.get(name).copied().unwrap_or_default();
        let [numpy, torch] = times.map(|time| match time {
            Some(time) => format!("{:.2}", value / time),
            None => "–".to_owned(),
        });
        text += &format!(
            "{name:14} {:>9.2} {:>8.1} {:>12.2} {:>8.1} {numpy:>8} {torch:>9}\n",
            value / 1e6,
            value / floor,
            gradient / 1e6,
            gradient / floor
        );
    };
    line("floor", floor, floor);
    for (value, gradient, name) in rows {
        line(name, *value, *gradient);
    }
    text
}

/// The table of the chain. `rows` are the function's id, the depth, its nanoseconds and those of the floor at
/// that depth.
fn chain_table(rows: &[(&str, u32, f64, f64)]) -> String {
    let mut text =
        format!("{:12} {:>6} {:>9} {:>10} {:>8}\n", "chain", "depth", "µs", "ns/layer", "/ floor");
    for (name, depth, time, floor) in rows {
        text += &format!(
            "{name:12} {depth:>6} {:>9.2} {:>10.1} {:>8.2}\n",
            time / 1e3,
            time / f64::from(*depth),
            time / floor
        );
    }
    text
}

fn redraw(sh: &Shell) -> anyhow::Result<()> {
    build_example(sh, "redraw")?;
    in_chromium(sh, "benches/browser/run.mjs")
}

fn training(sh: &Shell) -> anyhow::Result<()> {
    build_example(sh, "training")?;
    in_chromium(sh, "benches/browser/training.mjs")
}

fn playing(sh: &Shell) -> anyhow::Result<()> {
    build::run(sh, &BuildOptions::default())?;
    in_chromium(sh, "benches/browser/playing.mjs")
}

fn in_chromium(sh: &Shell, script: &str) -> anyhow::Result<()> {
    node::require_packages(sh, e2e::PACKAGE)?;
    let program = CHROMIUM.require(sh)?;
    cmd!(sh, "node {script}")
        .env("BROWSER", CHROMIUM.name)
        .env(CHROMIUM.variable, program)
        .run()?;
    Ok(())
}

/// Builds an example with the profile, the tools and the options of the app, into the folder below `target` in
/// which its page looks for it.
fn build_example(sh: &Shell, name: &str) -> anyhow::Result<()> {
    toolchain::require_wasm(sh)?;
    let path = tools::path(sh, None)?;
    cmd!(sh, "cargo build --release --target {WASM} --example {name}").run()?;
    let built = toolchain::target_dir(sh)?.join(WASM).join("release/examples").join(name);
    let built = built.with_extension("wasm");
    let folder = format!("target/{name}");
    cmd!(sh, "wasm-bindgen --target web --no-typescript --out-dir {folder} {built}")
        .env("PATH", &path)
        .run()?;
    let (level, features) = optimisation(&sh.read_file("index.html")?)?;
    let features = features.split_whitespace();
    let wasm = format!("{folder}/{name}_bg.wasm");
    cmd!(sh, "wasm-opt -O{level} {features...} {wasm} -o {wasm}").env("PATH", &path).run()?;
    Ok(())
}

/// The level and the options that the page gives trunk for wasm-opt.
fn optimisation(page: &str) -> anyhow::Result<(String, String)> {
    let mut found = None;
    html::visit(page, "link[data-trunk][rel=rust]", |link| {
        let attribute = |name| html::attribute(link, name);
        found = Some((attribute("data-wasm-opt")?, attribute("data-wasm-opt-params")?));
        Ok(())
    })?;
    found.context("index.html has no <link data-trunk rel=rust>")
}

#[cfg(test)]
mod tests {
    use super::{chain_table, optimisation, peers_of, table};

    #[test]
    fn examples_are_optimised_as_the_page_says() {
        let page =
            r#"<link data-trunk rel="rust" data-wasm-opt-params="--a --b" data-wasm-opt="z">"#;
        assert_eq!(optimisation(page).unwrap(), ("z".into(), "--a --b".into()));
        assert!(optimisation("<link rel=\"rust\">").is_err());
    }

    #[test]
    fn the_table_compares_with_the_floor_and_the_peers() {
        let peers = peers_of("elu 5 6\nrelu 8000000 -\nand what is no row\n");
        let text = table(2e6, &[(4e6, 3e6, "relu".into())], &peers);
        let last: Vec<_> = text.lines().last().unwrap().split_whitespace().collect();
        assert_eq!(last, ["relu", "4.00", "2.0", "3.00", "1.5", "0.50", "–"]);
    }

    #[test]
    fn the_chain_is_compared_with_the_floor_of_its_depth() {
        let text = chain_table(&[("sigmoid", 100, 3000.0, 1500.0)]);
        let last: Vec<_> = text.lines().last().unwrap().split_whitespace().collect();
        assert_eq!(last, ["sigmoid", "100", "3.00", "30.0", "2.00"]);
    }
}
