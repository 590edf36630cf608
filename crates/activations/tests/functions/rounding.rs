//! Bounds on errors that hold for every function, from its facts and from its own values.

use activations::Function;

/// The size of the slopes that occur in computing f(x): the steepest, or the slope here if there is no
/// steepest.
fn slope_size(function: &Function, x: f64) -> f64 {
    let steepest = function.facts().steepest.filter(|steepest| steepest.is_finite());
    steepest.unwrap_or_else(|| function.gradient(x).abs())
}

/// A bound on the rounding error of f(x). A formula for f adds up terms of the size of f(x) and of a slope times
/// x, or times a parameter of about 1; each has a few roundings, and exp and tanh are off by up to two units.
pub fn of_value(function: &Function, x: f64) -> f64 {
    let size = function.value(x).abs() + slope_size(function, x) * (x.abs() + 1.0);
    4.0 * f64::EPSILON * size
}

/// A bound on the rounding error of f′(x), of the same kind.
pub fn of_gradient(function: &Function, x: f64) -> f64 {
    8.0 * f64::EPSILON * slope_size(function, x) + 8.0 * 5e-324
}

/// How far a function's result moves if its input is off by ε: |x g′(x)| ε, with g′ by a difference quotient.
///
/// A formula that first computes βx or x² passes on the rounding of that number, so that no accuracy beyond
/// this can be asked for.
pub fn passed_on(function: impl Fn(f64) -> f64, x: f64) -> f64 {
    // Short compared with the bends of a function, and at least a few units in the last place.
    let step = (1e-6 * x.abs()).min(1e-3).max(4.0 * f64::EPSILON * x.abs());
    let [left, here, right] = [x - step, x, x + step].map(function);
    let moved = (left - here).abs().max((right - here).abs());
    if moved.is_finite() && step > 0.0 { moved / step * x.abs() * f64::EPSILON } else { 0.0 }
}
