//! All tests on the host in one program, because each program takes the time to link the whole app. Tests
//! that need a program of their own are beside this folder.

#[path = "../../crates/activations/tests/functions/cases.rs"]
mod cases;
mod chain;
mod code;
mod conditions;
mod content;
mod demos;
#[path = "../../crates/activations/tests/functions/deviations.rs"]
mod deviations;
mod dual;
mod explorer;
mod export;
mod floors;
mod gallery;
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
mod typed_code;
mod words;

use activation_lab::demos::Stage;
use cases::cases;

/// A stage for the pictures of a demo, at the end of a step's movement.
const STAGE: Stage = Stage { width: 720.0, height: 640.0, text: 13.0, arrival: 1.0 };
