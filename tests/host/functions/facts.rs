//! Range, symmetry, monotonicity and smoothness of each function agree with its facts.

use activations::Facts;
use activations::Function;
use activations::Graph;
use activations::Limit;
use activations::Monotone;
use activations::Parity;
use activations::Range;
use activations::Sides;
use activations::Smoothness;
use proptest::prop_assert;
use proptest::prop_assert_eq;
use proptest::proptest;

use super::domain::config;
use super::domain::function;
use super::domain::functions;
use super::domain::functions_on_a_grid;
use super::domain::inputs;

/// Places that reveal a function's limits and asymmetries: far out on both sides, around 0, and
/// at its kinks.
fn probes(function: &Function) -> Vec<f64> {
    let kinks = function.kinks().into_iter().map(|kink| kink.at);
    let mut probes: Vec<_> = kinks.flat_map(|at| [at, at / 2.0]).collect();
    probes.extend([0.0, 1.0, 1e3, 1e308]);
    probes.iter().flat_map(|x| [*x, -x]).collect()
}

/// Whether y is in the range, or is an end of the range to which f64 has rounded.
fn in_range(range: Range, x: f64, y: f64) -> bool {
    // tanh rounds to ±1 from 19.06 on, sigmoid to 1 from 36.7 on and ELU to −α below −36; a slope
    // of 3 overflows from 6e307 on.
    let rounds_to_an_end = match y.is_finite() {
        true => x.abs() > 19.0,
        false => x.abs() > 5e307,
    };
    range.contains(y) || (rounds_to_an_end && (y == range.low || y == range.high))
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn values_stay_in_the_range(function in functions(), x in inputs()) {
        let range = function.facts().range.expect("a known range");
        let y = function.value(x);
        // The minimum of maxout is at the rounded place where its pieces cross, and w·x + b
        // rounds differently beside it.
        let rounding = match function.activation.id {
            "maxout" if (y - range.low).abs() < 1e-13 => 1e-13,
            _ => 0.0,
        };
        prop_assert!(
            in_range(range, x, y) || in_range(range, x, y + rounding),
            "{function:?} at {x}: {y}"
        );
    }

    #[test]
    fn ranges_are_no_wider_than_needed(function in functions_on_a_grid()) {
        let Range { low, high, closed, two_values } = function.facts().range.expect("a known range");
        let values: Vec<_> = probes(&function).iter().map(|x| function.value(*x)).collect();
        let least = values.iter().copied().fold(f64::INFINITY, f64::min);
        let largest = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        for (end, reached, closed) in [(low, least, closed.0), (high, largest, closed.1)] {
            if closed || two_values {
                prop_assert_eq!(reached, end, "{:?}", function);
            } else if end.is_finite() {
                // At the probe 1e308 the value has reached its limit.
                prop_assert_eq!(reached, end, "{:?}", function);
                // Open ends of a range are not reached where f64 can resolve the difference.
                prop_assert!(function.value(-15.0) != end && function.value(15.0) != end);
            } else {
                prop_assert!(reached.abs() > 1e307 && reached.signum() == end.signum());
            }
        }
        if two_values {
            prop_assert!(values.iter().all(|y| *y == low || *y == high));
        } else {
            prop_assert_eq!(closed.0 && closed.1, function.facts().shape.monotone() == Monotone::Constant);
        }
    }

    #[test]
    fn moves_as_claimed(function in functions(), x in inputs(), other in inputs()) {
        let (left, right) = if x <= other { (x, other) } else { (other, x) };
        let (low, high) = (function.value(left), function.value(right));
        let slopes = [function.gradient(left), function.gradient(right)];
        let size = low.abs().max(high.abs()).min(f64::MAX);
        // Sigmoid's quotient and the exponentials may be off by a unit in the last place each.
        let rounding = 2.0 * f64::EPSILON * size;
        // Between two places no function's slope is less than the smaller of its slopes there, so
        // the value must change by at least this much. f64 cannot show a change smaller than the
        // rounding of w·x + b or of an exponential.
        let least_move = slopes[0].abs().min(slopes[1].abs()) * (right - left);
        let drowned = 8.0 * f64::EPSILON * (size + 3.0 * left.abs().max(right.abs()) + 5.0);
        let must_move = least_move > drowned;
        let rises = high >= low - rounding && slopes.iter().all(|slope| *slope >= 0.0);
        let falls = high <= low + rounding && slopes.iter().all(|slope| *slope <= 0.0);
        let holds = match function.facts().shape.monotone() {
            Monotone::Increasing => rises && (!must_move || high > low),
            Monotone::NonDecreasing => rises,
            Monotone::Decreasing => falls && (!must_move || high < low),
            Monotone::NonIncreasing => falls,
            Monotone::Constant => low == high && slopes == [0.0, 0.0],
            Monotone::No => slopes[0] <= slopes[1],
            Monotone::Unknown => panic!("the shape is not stated"),
        };
        prop_assert!(holds, "{function:?} from {left} to {right}: {low}, {high}, {slopes:?}");
    }

    #[test]
    fn claims_no_less_than_it_could(function in functions_on_a_grid()) {
        let value = |x| function.value(x);
        // Maxout's last bend on the grid is at most at ±20 (10 / ½), so no function bends beyond
        // it.
        let flat_left = value(-2e3) == value(-1e3) && value(-1e3) == value(-21.0);
        let flat_right = value(2e3) == value(1e3) && value(1e3) == value(21.0);
        let steps = [-2.0, -1.0, 1.0, 2.0].map(value);
        match function.facts().shape.monotone() {
            Monotone::NonDecreasing => prop_assert!(flat_left && value(-21.0) < value(21.0)),
            Monotone::NonIncreasing => prop_assert!(flat_right && value(-21.0) > value(21.0)),
            Monotone::No => prop_assert!(value(-1e3) > value(-21.0) && value(21.0) < value(1e3)),
            Monotone::Constant => prop_assert!(flat_left && flat_right),
            Monotone::Increasing => prop_assert!(steps.is_sorted_by(|left, right| left < right)),
            Monotone::Decreasing => prop_assert!(steps.is_sorted_by(|left, right| left > right)),
            Monotone::Unknown => panic!("the shape is not stated"),
        }
    }

    #[test]
    fn symmetry_holds(function in functions(), x in inputs()) {
        let (here, there) = (function.value(x), function.value(-x));
        match function.facts().parity {
            Parity::Odd => prop_assert_eq!(there, -here),
            Parity::Even => prop_assert_eq!(there, here),
            Parity::Neither => {}
            Parity::Unknown => panic!("the symmetry is not stated"),
        }
    }

    #[test]
    fn no_symmetry_is_missed(function in functions_on_a_grid()) {
        let probes = probes(&function);
        let odd = probes.iter().all(|x| function.value(-x) == -function.value(*x));
        let even = probes.iter().all(|x| function.value(-x) == function.value(*x));
        match function.facts().parity {
            Parity::Odd => prop_assert!(odd),
            Parity::Even => prop_assert!(even && !odd),
            Parity::Neither => prop_assert!(!odd && !even, "{function:?}"),
            Parity::Unknown => panic!("the symmetry is not stated"),
        }
        prop_assert_eq!(function.facts().is_zero_centred(), Some(odd));
    }

    #[test]
    fn smoothness_agrees_with_the_kinks(function in functions()) {
        let kinks = function.kinks();
        let jumps = kinks.iter().any(|kink| kink.is_jump());
        // The second derivative from both sides of 0, the only place where it can jump for a C¹
        // function of this list. The error is h/2 · |f‴| ≤ 3e−4.
        let h = 1e-4;
        let gradient = |x| function.gradient(x);
        let bend = (gradient(h) - 2.0 * gradient(0.0) + gradient(-h)).abs() / h;
        match function.facts().smoothness {
            Smoothness::Discontinuous => prop_assert!(jumps),
            Smoothness::Continuous => prop_assert!(!jumps && !kinks.is_empty()),
            Smoothness::Once => prop_assert!(kinks.is_empty() && bend > 0.5),
            Smoothness::Infinite => prop_assert!(kinks.is_empty() && bend < 1e-3),
            Smoothness::Unknown => panic!("the smoothness is not stated"),
        }
    }

    #[test]
    fn lines_are_straight_between_the_kinks(function in functions(), x in inputs(), other in inputs()) {
        let kinks = function.kinks();
        let (low, high) = if x < other { (x, other) } else { (other, x) };
        let is_cut = kinks.iter().any(|kink| low <= kink.at && kink.at <= high);
        match function.facts().graph {
            Graph::Line => prop_assert!(kinks.is_empty()),
            Graph::Lines => prop_assert!(!kinks.is_empty()),
            Graph::Curve => return Ok(()),
            Graph::Unknown => panic!("the graph is not stated"),
        }
        prop_assert!(is_cut || function.gradient(low) == function.gradient(high), "{function:?}");
    }

    #[test]
    fn a_curve_is_bent_between_its_kinks(function in functions()) {
        let kinks = function.kinks();
        let has_kink = |pair: &[f64]| kinks.iter().any(|kink| pair[0] <= kink.at && kink.at <= pair[1]);
        // Every curved function here is curved somewhere between −2 and 2, apart from 0.
        let places = [-2.0, -1.0, -0.5, 0.5, 1.0, 2.0];
        let mut parts = places.windows(2).filter(|pair| !has_kink(pair));
        let is_bent = parts.any(|pair| function.gradient(pair[0]) != function.gradient(pair[1]));
        prop_assert_eq!(is_bent, function.facts().graph == Graph::Curve, "{:?}", function);
    }

    #[test]
    fn no_slope_is_steeper_than_the_steepest(function in functions(), x in inputs()) {
        let steepest = function.facts().steepest.expect("a known bound");
        // tanh and sigmoid have their steepest slope at 0, the other functions far out or at the
        // end of a bend.
        let near = [-f64::MIN_POSITIVE, 0.0, f64::MIN_POSITIVE, f64::MIN, f64::MAX];
        let reached = near.map(|x| function.gradient(x).abs()).into_iter().fold(0.0, f64::max);
        prop_assert_eq!(reached, steepest, "{:?}", function);
        // Sigmoid's quotient may be off by a unit in the last place.
        let rounding = 2.0 * f64::EPSILON * steepest;
        prop_assert!(function.gradient(x).abs() <= steepest + rounding, "{function:?} at {x}");
        prop_assert_eq!(function.facts().has_gradient(), Some(reached > 0.0));
    }

    #[test]
    fn affine_is_what_keeps_the_middle_in_the_middle(function in functions_on_a_grid()) {
        let misses = |x: f64, y: f64| {
            let middle = (function.value(x) + function.value(y)) / 2.0;
            (function.value((x + y) / 2.0) - middle).abs()
        };
        let farthest = [(-40.0, 40.0), (-3.0, 2.0), (0.0, 50.0), (-50.0, 0.0)];
        let farthest = farthest.map(|(x, y)| misses(x, y)).into_iter().fold(0.0, f64::max);
        // Values on lines of up to 3 · 50 + 5 have a few roundings; bends change them by far
        // more.
        prop_assert_eq!(function.facts().is_affine(), Some(farthest < 1e-12), "{:?}: {}", function, farthest);
    }

    #[test]
    fn slopes_at_infinity_are_the_last_ones(function in functions()) {
        let Sides { left, right } = function.facts().slopes_at_infinity;
        prop_assert_eq!(Limit::At(function.gradient(f64::MIN)), left);
        prop_assert_eq!(Limit::At(function.gradient(f64::MAX)), right);
        prop_assert_eq!(Limit::At(function.gradient(f64::NEG_INFINITY)), left);
        prop_assert_eq!(Limit::At(function.gradient(f64::INFINITY)), right);
    }
}

fn facts(id: &str, numbers: &[f64]) -> Facts {
    function(id, numbers).facts()
}

#[test]
fn facts_follow_the_parameters() {
    let identity = facts("identity", &[]);
    let relu = facts("relu", &[]);
    assert_eq!(facts("leaky-relu", &[1.0]), identity);
    assert_eq!(facts("leaky-relu", &[0.0]), relu);
    assert_eq!(facts("leaky-relu", &[0.1]).shape.monotone(), Monotone::Increasing);
    assert_eq!(facts("maxout", &[1.0, 0.0, 1.0, 0.0]), identity);
    assert_eq!(facts("maxout", &[0.0, 0.0, 1.0, 0.0]), relu);

    let absolute = facts("maxout", &[1.0, 0.0, -1.0, 0.0]);
    assert_eq!(absolute.parity, Parity::Even);
    assert_eq!(absolute.shape.monotone(), Monotone::No);
    assert_eq!(absolute.range, relu.range);
    assert_eq!(facts("maxout", &[-1.0, 1.0, 0.0, 3.0]).shape.monotone(), Monotone::NonIncreasing);
    assert_eq!(facts("maxout", &[-1.0, 1.0, 0.0, 3.0]).range.map(|range| range.low), Some(3.0));
    assert_eq!(facts("maxout", &[-1.0, 1.0, -2.0, 3.0]).shape.monotone(), Monotone::Decreasing);
    assert_eq!(facts("maxout", &[0.0, 1.0, 0.0, 3.0]).shape.monotone(), Monotone::Constant);
    assert_eq!(facts("maxout", &[0.0, 0.0, 0.0, 0.0]).is_zero_centred(), Some(true));

    assert_eq!(facts("elu", &[1.0]).smoothness, Smoothness::Once);
    assert_eq!(facts("elu", &[2.0]).smoothness, Smoothness::Continuous);
    assert_eq!(facts("elu", &[2.0]).range.map(|range| range.low), Some(-2.0));
    assert_eq!(facts("tanh", &[]).is_zero_centred(), Some(true));
    assert_eq!(facts("sigmoid", &[]).is_zero_centred(), Some(false));
}

/// σ′ is at most ¼ and tanh′ at most 1, both at 0 and nowhere else.
#[test]
fn s_shapes_are_steepest_at_zero() {
    for (id, steepest) in [("sigmoid", 0.25), ("tanh", 1.0)] {
        let function = function(id, &[]);
        assert_eq!(function.gradient(0.0), steepest);
        for x in [1e-6, 0.1, 1.0, 10.0] {
            assert!(function.gradient(x) < steepest, "{id} at {x}");
            assert_eq!(function.gradient(-x), function.gradient(x), "{id} at {x}");
        }
    }
}

#[test]
fn ranges_know_their_ends() {
    let step = facts("step", &[]).range.expect("a known range");
    assert!(step.contains(0.0) && step.contains(1.0) && !step.contains(0.5));
    let sigmoid = facts("sigmoid", &[]).range.expect("a known range");
    assert!(sigmoid.contains(0.5) && !sigmoid.contains(0.0) && !sigmoid.contains(1.0));
    let relu = facts("relu", &[]).range.expect("a known range");
    assert!(relu.contains(0.0) && !relu.contains(-5e-324) && !relu.contains(f64::INFINITY));
}
