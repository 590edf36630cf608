//! Zeros, tails, overflow and infinities.

use activations::Function;
use activations::Limit;
use activations::Sides;
use activations::all;
use proptest::prop_assert;
use proptest::prop_assert_eq;
use proptest::proptest;

use crate::domain::config;
use crate::domain::function;
use crate::domain::functions;
use crate::domain::functions_on_a_grid;
use crate::domain::inputs;
use crate::domain::not_nan;

proptest! {
    #![proptest_config(config())]

    #[test]
    fn never_nan(function in functions(), any in not_nan(), finite in inputs()) {
        for x in [any, finite, f64::INFINITY, f64::NEG_INFINITY] {
            prop_assert!(!function.value(x).is_nan(), "{function:?} at {x}");
            let gradient = function.gradient(x);
            let has_bound = function.facts().steepest.is_some_and(f64::is_finite);
            prop_assert!(!gradient.is_nan() && (gradient.is_finite() || !has_bound), "{function:?} at {x}");
        }
    }

    #[test]
    fn infinities_give_the_limits(function in functions_on_a_grid()) {
        let Sides { left, right } = function.facts().slopes_at_infinity;
        for (far, end, limit) in [(1e308, f64::INFINITY, right), (-1e308, f64::NEG_INFINITY, left)] {
            if matches!(limit, Limit::None | Limit::Unknown) {
                continue;
            }
            let value = function.value(far);
            // On the grid, slopes are 0 or at least ½.
            let limit = if value.abs() > 1e307 {
                f64::INFINITY.copysign(value)
            } else if value.abs() < 1e-307 {
                // A value that falls like 1/x has not come to its limit.
                0.0
            } else {
                value
            };
            prop_assert_eq!(function.value(end), limit);
            let slope = function.gradient(far);
            let slope = if slope.abs() > 1e307 { f64::INFINITY.copysign(slope) } else { slope };
            prop_assert_eq!(function.gradient(end), slope);
        }
    }
}

#[test]
fn values_keep_the_sign_of_zero() {
    for id in ["tanh", "identity"] {
        let odd = function(id, &[]);
        assert!(odd.value(-0.0).is_sign_negative(), "{id}");
        assert!(odd.value(0.0).is_sign_positive(), "{id}");
    }
}

/// A readout would show −0 as "−0".
#[test]
fn flat_sides_give_plain_zero() {
    for flat in [
        function("relu", &[]),
        function("step", &[]),
        function("leaky-relu", &[0.0]),
        function("leaky-relu", &[-0.0]),
        function("maxout", &[0.0, 0.0, 1.0, 0.0]),
        function("maxout", &[-0.0, 0.0, 1.0, 0.0]),
    ] {
        for x in [-1.0, -1e308, f64::NEG_INFINITY] {
            assert_eq!(flat.value(x).to_bits(), 0, "{flat:?} at {x}");
        }
    }
    for mirrored in [[1.0, 2.0, -1.0, 2.0], [-1.0, 2.0, 1.0, 2.0]] {
        assert_eq!(function("maxout", &mirrored).kinks()[0].at.to_bits(), 0);
    }
}

/// A chain of layers multiplies these small gradients. s (1 − s) and 1 − tanh² would give 0
/// here.
#[test]
fn tails_keep_their_digits() {
    let close = |measured: f64, expected: f64| {
        // Three roundings and one unit in the last place of exp; see
        // `numerics::logistic_slope`.
        assert!((measured / expected - 1.0).abs() <= 4.0 * f64::EPSILON, "{measured} {expected}");
    };
    let sigmoid = function("sigmoid", &[]);
    let tanh = function("tanh", &[]);
    for sign in [1.0, -1.0] {
        close(sigmoid.gradient(sign * 40.0), 4.248354255291589e-18);
        close(tanh.gradient(sign * 20.0), 1.6993417021166356e-17);
        close(tanh.gradient(sign * 300.0), 1.0601586212017243e-260);
    }
    close(sigmoid.value(-40.0), 4.248354255291589e-18);
    close(function("elu", &[1.0]).value(-1e-300), -1e-300);
}

#[test]
fn tiny_inputs_pass_unrounded() {
    for x in [5e-324, -5e-324, 1e-310, -1e-310] {
        for id in ["tanh", "identity"] {
            assert_eq!(function(id, &[]).value(x), x, "{id}");
        }
        assert_eq!(function("elu", &[1.0]).value(x), x);
        assert_eq!(function("sigmoid", &[]).value(x), 0.5);
    }
}

#[test]
fn maxout_tells_its_pieces_apart_where_both_overflow() {
    let rising = function("maxout", &[2.0, 0.0, 3.0, 0.0]);
    for far in [1e308, f64::INFINITY] {
        assert_eq!(rising.value(far), f64::INFINITY);
        assert_eq!(rising.gradient(far), 3.0);
        assert_eq!(rising.value(-far), f64::NEG_INFINITY);
        assert_eq!(rising.gradient(-far), 2.0);
    }
}

#[test]
fn links_cannot_smuggle_in_a_bad_parameter() {
    for activation in all() {
        let defaults = Function::with_defaults(activation);
        assert_eq!(Function::new(activation, |_| f64::NAN), defaults);
        for (number, end) in [(f64::NEG_INFINITY, 0), (f64::INFINITY, 1)] {
            let clamped = Function::new(activation, |_| number);
            for (number, parameter) in clamped.parameters().iter().zip(activation.parameters) {
                assert_eq!(*number, [parameter.min, parameter.max][end]);
            }
        }
    }
}
