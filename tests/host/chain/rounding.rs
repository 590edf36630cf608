//! Bounds on the rounding errors of a chain: first-order error bounds, propagated from layer to layer.
//! They use the slopes of the functions, which have tests of their own.

use activation_lab::models::chain::Chain;

use super::by_hand::ByHand;

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

/// `function_error` bounds the error of computing f(z), given z and f(z).
pub fn rounding(chain: &Chain, function_error: impl Fn(f64, f64) -> f64) -> Rounding {
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
        let relative = log_curvature(chain, z) * z_error + 8.0 * f64::EPSILON;
        slopes = slopes.filter(|_| !in_doubt).map(|so_far| so_far + relative);
        error = match a.is_finite() {
            true => function.gradient(z).abs() * z_error + function_error(z, a),
            false => 0.0,
        };
        signals.push(error);
        before = a;
    }
    Rounding { signals, slopes }
}

/// An upper bound on |d ln f′ / dz|.
fn log_curvature(chain: &Chain, z: f64) -> f64 {
    match chain.function.activation.id {
        "sigmoid" => 1.0,
        "tanh" => 2.0,
        "elu" if z <= 0.0 => 1.0,
        _ => 0.0,
    }
}
