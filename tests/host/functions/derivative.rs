//! The gradient is the derivative of the value, according to difference quotients and to dual
//! numbers.

use activations::Function;
use activations::Smoothness;
use proptest::prop_assert;
use proptest::prop_assume;
use proptest::proptest;

use super::domain::config;
use super::domain::functions;
use super::domain::inputs;
use super::domain::moderate_inputs;
use crate::dual::Dual;

/// The largest error in computing f(x) for any function. Maxout's w·x + b with |w| ≤ 3 and |b| ≤
/// 5 has the largest, one rounding for each operation. The bound is doubled, because exp and tanh
/// are off by up to two units in the last place.
fn rounding(x: f64) -> f64 {
    2.0 * f64::EPSILON * (3.0 * x.abs() + 5.0)
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn agrees_with_central_differences(function in functions(), x in inputs()) {
        // The cube root of ε balances truncation (h²) against rounding (ε / h).
        let h = f64::EPSILON.cbrt() * x.abs().max(1.0);
        let (left, right) = (x - h, x + h);
        // Maxout's slope of 3 must not overflow.
        prop_assume!(right.abs().max(left.abs()) < 5e307);
        prop_assume!(function.kinks().iter().all(|kink| kink.at < left || right < kink.at));

        let slope = (function.value(right) - function.value(left)) / (right - left);

        // Taylor: h²/6 · |f‴|. Every f‴ is below 16 e^(−|x|): ELU's is α e^x with α ≤ 5, tanh's
        // tends to 16 e^(−2|x|), sigmoid's to e^(−|x|), and the others have none.
        // The root is taken first, since h² overflows for large x.
        let truncation = 16.0 / 6.0 * (h * ((h - x.abs()) / 2.0).exp()).powi(2);
        // The second derivative of a C¹ function jumps at 0 (ELU's by 1), which adds up to h/4
        // where the quotient reaches over 0.
        let seam = match function.facts().smoothness {
            Smoothness::Once if x.abs() <= h => h / 4.0,
            _ => 0.0,
        };
        let tolerance = truncation + seam + rounding(x.abs() + h) / h;
        let gradient = function.gradient(x);
        prop_assert!(
            (gradient - slope).abs() <= tolerance,
            "{function:?} at {x}: gradient {gradient}, measured {slope} ± {tolerance}"
        );
    }

    #[test]
    fn agrees_with_automatic_differentiation(function in functions(), x in moderate_inputs()) {
        prop_assume!(!has_a_close_tie(&function, x));

        let Dual { re: value, eps: gradient } = textbook(&function, Dual::variable(x));

        // e^x − 1, e^x − e^(−x) and the quotient rule of the textbook formulas cancel. The error
        // is ε times the terms of the subtraction: up to 8 roundings of size 1 relative to the
        // scale of the result.
        let tolerance = 8.0 * f64::EPSILON * (3.0 * x.abs() + 5.0);
        prop_assert!(
            (function.value(x) - value).abs() <= tolerance,
            "{function:?} at {x}: {} and {value}", function.value(x)
        );
        prop_assert!(
            (function.gradient(x) - gradient).abs() <= tolerance,
            "{function:?} at {x}: {} and {gradient}", function.gradient(x)
        );
    }
}

/// Whether maxout's pieces differ by so little that rounding decides which one is the larger:
/// 1e−12 is some twenty times the rounding of |3 · 20 + 5|.
fn has_a_close_tie(function: &Function, x: f64) -> bool {
    match *function.parameters() {
        [w1, b1, w2, b2] => ((w1 * x + b1) - (w2 * x + b2)).abs() < 1e-12,
        _ => false,
    }
}

/// The formulas as in textbooks, without protection from overflow.
fn textbook(function: &Function, x: Dual) -> Dual {
    let one = Dual::from(1.0);
    let zero = Dual::from(0.0);
    match (function.activation.id, function.parameters()) {
        ("sigmoid", []) => one / (one + (-x).exp()),
        ("tanh", []) => (x.exp() - (-x).exp()) / (x.exp() + (-x).exp()),
        ("relu", []) if x.re > 0.0 => x,
        ("relu", []) => zero,
        ("leaky-relu", _) if x.re > 0.0 => x,
        ("leaky-relu", &[slope]) => x * slope,
        ("elu", _) if x.re > 0.0 => x,
        ("elu", &[alpha]) => (x.exp() - one) * alpha,
        ("maxout", &[w1, b1, w2, b2]) => {
            let (first, second) = (x * w1 + b1, x * w2 + b2);
            if first.re > second.re { first } else { second }
        }
        ("identity", []) => x,
        ("step", []) if x.re < 0.0 => zero,
        ("step", []) => one,
        (id, _) => panic!("{id} has no textbook formula here"),
    }
}
