//! Bounds on the rounding errors of a chain: first-order error bounds, propagated from layer to layer.
//! They use the slopes of the functions, which have tests of their own.

use activation_lab::models::chain::Chain;
use activations::Function;

use super::by_hand::ByHand;
use crate::rounding;

/// Bounds on the rounding errors of a chain.
#[derive(Debug, Clone)]
pub struct Rounding {
    /// Absolute bounds for a_0 to a_n. There is none for a signal that overflows, because its exact
    /// value overflows too.
    pub signals: Vec<f64>,
    /// A relative bound for products of weights and slopes. `None` if the bounds do not determine the
    /// side of a kink.
    pub slopes: Option<f64>,
}

/// The bounds for a chain.
pub fn rounding(chain: &Chain) -> Rounding {
    let Chain { function, weight, .. } = *chain;
    let kinks = function.kinks();
    let mut signals = vec![0.0];
    let mut slopes = Some(0.0);
    let (mut before, mut error) = (chain.input, 0.0);
    for (z, a) in ByHand::new(chain).run() {
        // The product and the sum round by half a unit each. Both are doubled to allow for
        // second-order terms.
        let own = f64::EPSILON * (weight * before).abs() + f64::EPSILON * z.abs();
        let z_error = if z.is_finite() { weight.abs() * error + own } else { 0.0 };
        // The place of maxout's kink is a rounded quotient; that of the other kinks is exactly 0.
        let in_doubt = kinks.iter().any(|kink| {
            let margin = z_error + 2.0 * f64::EPSILON * kink.at.abs();
            margin > 0.0 && (z - kink.at).abs() <= margin
        });
        // The error of a slope: the error of its place, 3 ε of its own, and ε / 2 for each of two
        // products. The last two are doubled, because the other side of a comparison has the same
        // error.
        let relative = log_curvature(&function, z, z_error) + 8.0 * f64::EPSILON;
        slopes = slopes.filter(|_| !in_doubt).map(|so_far| so_far + relative);
        error = match a.is_finite() {
            true => function.gradient(z).abs() * z_error + rounding::of_value(&function, z),
            false => 0.0,
        };
        signals.push(error);
        before = a;
    }
    Rounding { signals, slopes }
}

/// A bound on the relative error of f′(z) from the error of z: |d ln f′ / dz| times that error.
///
/// It is twice the slope of ln f′ over a distance that is long compared with rounding and short compared with the
/// bends of a function, on the sides that no kink cuts off.
fn log_curvature(function: &Function, z: f64, z_error: f64) -> f64 {
    const STEP: f64 = 1e-4;
    let slope = function.gradient(z);
    let kinks = function.kinks();
    let is_cut = |end: f64| kinks.iter().any(|kink| z.min(end) <= kink.at && kink.at <= z.max(end));
    let ends = [z - STEP, z + STEP].into_iter().filter(|end| !is_cut(*end));
    let moved = ends.map(|end| (function.gradient(end) - slope).abs()).fold(0.0, f64::max);
    if moved == 0.0 || z_error == 0.0 { 0.0 } else { 2.0 * moved / slope.abs() / STEP * z_error }
}
