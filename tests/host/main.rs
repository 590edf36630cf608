//! Everything that is tested on the host, in one program: each would have to be linked with the whole of the app. What needs
//! a program of its own stands beside this folder.

mod activations;
mod chain;
mod code;
mod conditions;
mod content;
mod demos;
mod dual;
mod explorer;
mod export;
mod floors;
mod guess;
mod inputs;
mod links;
mod network;
mod page;
mod scenes;

use proptest::test_runner::Config;

/// How many cases a property is tried with: this many, or as many as `PROPTEST_CASES` says.
fn cases(usual: u32) -> Config {
    let config = Config::default();
    if std::env::var_os("PROPTEST_CASES").is_some() {
        config
    } else {
        Config { cases: usual, ..config }
    }
}
