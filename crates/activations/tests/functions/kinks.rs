//! The listed kinks are the only kinks, and their one-sided slopes and conventions are right.

use activations::Frameworks;
use activations::Kink;
use activations::Limit;
use activations::Sides;
use proptest::prop_assert;
use proptest::prop_assert_eq;
use proptest::prop_assume;
use proptest::proptest;

use crate::domain::config;
use crate::domain::function;
use crate::domain::functions;
use crate::domain::inputs;
use crate::rounding;

proptest! {
    #![proptest_config(config())]

    #[test]
    fn something_breaks_at_a_kink(function in functions()) {
        let kinks = function.kinks();
        prop_assert!(kinks.is_sorted_by(|left, right| left.at < right.at));
        for kink in kinks {
            let Kink { at, values, slopes, convention, frameworks } = kink;
            prop_assert!(at.is_finite());
            prop_assert!(values.left != values.right || slopes.left != slopes.right);
            prop_assert_eq!(kink.is_jump(), values.left != values.right);
            prop_assert!([slopes.left, slopes.right].contains(&convention));
            // A framework takes the slope of one side or a number between the two.
            let between = slopes.left.min(slopes.right)..=slopes.left.max(slopes.right);
            prop_assert!(frameworks.slopes().all(|(_, slope)| between.contains(&slope)));
            prop_assert_eq!(function.gradient(at), convention);
            prop_assert!([values.left, values.right].contains(&function.value(at)));
        }
    }

    #[test]
    fn one_sided_limits_hold_just_beside(function in functions()) {
        for Kink { at, values, slopes, .. } in function.kinks() {
            let curvature = function.facts().curvature;
            let rounding = rounding::of_value(&function, at);
            let h = 1e-6 * at.abs().max(1.0);
            for (value, slope, next, far) in [
                (values.left, slopes.left, at.next_down(), at - h),
                (values.right, slopes.right, at.next_up(), at + h),
            ] {
                prop_assert!((function.value(next) - value).abs() <= rounding, "{function:?}");
                let moved = curvature * (next - at).abs();
                let moved = if moved == 0.0 { 0.0 } else { moved + rounding::of_gradient(&function, at) };
                prop_assert!((function.gradient(next) - slope).abs() <= moved, "{function:?}");

                // The values also leave the kink with that slope. A one-sided quotient is off by h/2 · |f″|.
                let passes_another = function.kinks().iter().any(|other| {
                    other.at != at && (other.at - at).abs() <= h
                });
                let quotient = (function.value(far) - value) / (far - at);
                let tolerance = curvature * h / 2.0 + 2.0 * rounding / h;
                let is_close = (quotient - slope).abs() <= tolerance;
                prop_assert!(passes_another || is_close, "{function:?}: {quotient}");
            }
        }
    }

    #[test]
    fn elsewhere_neighbours_have_the_same_gradient(function in functions(), x in inputs()) {
        let next = x.next_up();
        prop_assume!(next.is_finite());
        prop_assume!(function.kinks().iter().all(|kink| kink.at < x || next < kink.at));

        let (here, there) = (function.gradient(x), function.gradient(next));
        prop_assume!(here.is_finite() && there.is_finite());

        let moved = function.facts().curvature * (next - x);
        let rounding = rounding::of_gradient(&function, x);
        prop_assert!((here - there).abs() <= moved + rounding, "{function:?} at {x}");
    }
}

#[test]
fn gradients_at_kinks_follow_the_conventions() {
    assert_eq!(function("relu", &[]).gradient(0.0), 0.0);
    assert_eq!(function("leaky-relu", &[0.1]).gradient(0.0), 0.1);
    assert_eq!(function("elu", &[2.5]).gradient(0.0), 2.5);
    assert_eq!(function("step", &[]).gradient(0.0), 0.0);
    // The gradient is that of the first piece, on either side.
    assert_eq!(function("maxout", &[-0.5, 0.0, 1.0, 0.0]).gradient(0.0), -0.5);
    assert_eq!(function("maxout", &[1.0, 0.0, -0.5, 0.0]).gradient(0.0), 1.0);
}

#[test]
fn smooth_parameters_have_no_kink() {
    for smooth in [
        function("sigmoid", &[]),
        function("tanh", &[]),
        function("identity", &[]),
        function("leaky-relu", &[1.0]),
        function("elu", &[1.0]),
        function("maxout", &[1.5, 1.0, 1.5, 1.0]),
        function("maxout", &[1.5, 1.0, 1.5, -1.0]),
        function("maxout", &[0.0, 1.0, -0.0, 2.0]),
    ] {
        assert_eq!(smooth.kinks(), [], "{smooth:?}");
    }
}

#[test]
fn maxout_bends_where_its_pieces_cross() {
    let kinks = function("maxout", &[2.0, -1.0, -2.0, 5.0]).kinks();
    let expected = Kink {
        at: 1.5,
        values: Sides { left: 2.0, right: 2.0 },
        slopes: Sides { left: -2.0, right: 2.0 },
        convention: 2.0,
        // PyTorch gives the gradient to the first piece, JAX shares it.
        frameworks: Frameworks { pytorch: Some(2.0), jax: Some(0.0), keras: None },
    };
    assert_eq!(kinks, [expected]);
}

/// Pieces count as parallel if f64 cannot represent their crossing.
#[test]
fn maxout_crossing_beyond_f64_is_none() {
    let nearly_parallel = function("maxout", &[0.0, 5.0, 1e-310, -5.0]);
    assert_eq!(nearly_parallel.kinks(), []);
    assert_eq!(nearly_parallel.gradient(f64::MAX), 0.0);
    assert_eq!(nearly_parallel.facts().slopes_at_infinity, Sides::both(Limit::At(0.0)));
}
