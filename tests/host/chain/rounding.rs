//! How far rounding alone can carry a chain's numbers: error bounds to the first order, carried
//! from layer to layer. The slopes in them are those of the functions, which have tests of their
//! own.

use activation_lab::models::chain::Chain;

use super::by_hand::ByHand;

/// Bounds on what rounding does.
#[derive(Debug, Clone)]
pub struct Rounding {
    /// On a_0 to a_n, absolute. What has overflowed has none: so has its true value.
    pub signals: Vec<f64>,
    /// On products of weights and slopes, relative to them. None where a side of a kink is in
    /// doubt.
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
        // The product and the sum round by half a unit each; doubled, for the second order.
        let own = f64::EPSILON * (weight * before).abs() + f64::EPSILON * z.abs();
        let z_error = if z.is_finite() { weight.abs() * error + own } else { 0.0 };
        // A kink's place is a rounded quotient for maxout, and exactly 0 for the others.
        let in_doubt = kinks.iter().any(|kink| {
            let margin = z_error + 2.0 * f64::EPSILON * kink.at.abs();
            margin > 0.0 && (z - kink.at).abs() <= margin
        });
        // A slope is off by what its place does and by 3 ε of its own, and two products round by ε / 2
        // each; the last two doubled, since the other side of a comparison has the same.
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

/// A bound on |d ln f′ / dz|.
fn log_curvature(chain: &Chain, z: f64) -> f64 {
    match chain.function.activation.id {
        "sigmoid" => 1.0,
        "tanh" => 2.0,
        "elu" if z <= 0.0 => 1.0,
        _ => 0.0,
    }
}
