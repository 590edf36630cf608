//! All tests on the host in one program, because each program takes the time to link the whole app. Tests
//! that need a program of their own are beside this folder.

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
mod names;
mod network;
mod page;
#[expect(
    dead_code,
    reason = "the bound of a gradient is for the tests of the functions themselves"
)]
#[path = "../../crates/activations/tests/functions/rounding.rs"]
mod rounding;
mod scenes;
mod sources;
mod words;

use activation_lab::demos::Stage;
use proptest::test_runner::Config;

/// A stage for the pictures of a demo, at the end of a step's movement.
const STAGE: Stage = Stage { width: 720.0, height: 640.0, text: 13.0, arrival: 1.0 };

/// The number of cases of a property: `usual`, or the value of `PROPTEST_CASES`.
fn cases(usual: u32) -> Config {
    let config = Config::default();
    if std::env::var_os("PROPTEST_CASES").is_some() {
        config
    } else {
        Config { cases: usual, ..config }
    }
}
