//! The gradient is the derivative of the value, according to difference quotients.

use proptest::prop_assert;
use proptest::prop_assume;
use proptest::proptest;

use crate::domain::config;
use crate::domain::functions;
use crate::domain::inputs;
use crate::rounding;

proptest! {
    #![proptest_config(config())]

    #[test]
    fn agrees_with_difference_quotients(function in functions(), x in inputs()) {
        let curvature = function.facts().curvature;
        prop_assume!(curvature.is_finite());
        // The square root of ε balances truncation (h) against rounding (ε / h). Lines have no truncation.
        let h = x.abs().max(1.0) * if curvature == 0.0 { 1e-4 } else { f64::EPSILON.sqrt() };
        let (left, right) = (x - h, x + h);
        let rise = function.value(right) - function.value(left);
        // Maxout's slope of 3 must not overflow.
        prop_assume!(rise.is_finite() && (right - left).is_finite());
        prop_assume!(function.kinks().iter().all(|kink| kink.at < left || right < kink.at));

        let slope = rise / (right - left);

        // The quotient is the mean of f′ over 2h, and f′ changes by at most h · |f″| from the middle to an end.
        let truncation = curvature * h / 2.0;
        let rounded = (rounding::of_value(&function, left) + rounding::of_value(&function, right))
            / (right - left);
        let tolerance = truncation + rounded + rounding::of_gradient(&function, x);
        let gradient = function.gradient(x);
        prop_assert!(
            (gradient - slope).abs() <= tolerance,
            "{function:?} at {x}: gradient {gradient}, measured {slope} ± {tolerance}"
        );
    }
}
