//! All tests on the host in one program, because each program takes the time to link the whole app. Tests
//! that need a program of their own are beside this folder.

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
mod html;
mod inputs;
mod links;
mod network;
mod page;
mod scenes;

use proptest::test_runner::Config;

/// The number of cases of a property: `usual`, or the value of `PROPTEST_CASES`.
fn cases(usual: u32) -> Config {
    let config = Config::default();
    if std::env::var_os("PROPTEST_CASES").is_some() {
        config
    } else {
        Config { cases: usual, ..config }
    }
}
