//! The keys of settings that several demos have. A demo declares its other keys itself.

use super::settings::{self, Choice, Key};

/// The function that the demo shows.
pub const FUNCTION: Key<Choice> = Key::new(settings::FUNCTION);
/// An input.
pub const X: Key<f64> = Key::new("x");
/// A weight.
pub const W: Key<f64> = Key::new("w");
/// A bias.
pub const B: Key<f64> = Key::new("b");
/// The number of layers.
pub const DEPTH: Key<f64> = Key::new("depth");
/// The number of neurons in a layer.
pub const WIDTH: Key<f64> = Key::new("width");
/// The learning rate.
pub const RATE: Key<f64> = Key::new("rate");
/// The seed of the random numbers.
pub const SEED: Key<f64> = Key::new("seed");
/// The step of a run.
pub const STEP: Key<f64> = Key::new("step");
