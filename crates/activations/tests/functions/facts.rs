//! Range, symmetry, monotonicity and smoothness of each function agree with its facts.

use activations::Facts;
use activations::Function;
use activations::Graph;
use activations::Limit;
use activations::Monotone;
use activations::Parity;
use activations::Range;
use activations::Reached;
use activations::Shape;
use activations::Sides;
use activations::Smoothness;
use activations::Trend;
use proptest::prop_assert;
use proptest::prop_assert_eq;
use proptest::proptest;

use crate::domain::config;
use crate::domain::function;
use crate::domain::functions;
use crate::domain::functions_on_a_grid;
use crate::domain::inputs;
use crate::rounding;

/// Places that reveal a function's limits and asymmetries: far out on both sides, around 0, and
/// at its kinks.
fn probes(function: &Function) -> Vec<f64> {
    let kinks = function.kinks().into_iter().map(|kink| kink.at);
    let mut probes: Vec<_> = kinks.flat_map(|at| [at, at / 2.0]).collect();
    probes.extend([0.0, 1.0, 1e3, 1e308]);
    probes.iter().flat_map(|x| [*x, -x]).collect()
}

/// Inputs from −21 to 21 and far out. On the grid of [`functions_on_a_grid`], maxout's last kink is at most at
/// ±20 (10 / ½).
fn places() -> Vec<f64> {
    let near = (-21 * 16..=21 * 16).map(|k| f64::from(k) / 16.0);
    let mut places: Vec<f64> = near.chain([-1e308, -1e3, 1e3, 1e308]).collect();
    places.sort_by(f64::total_cmp);
    places
}

/// The places that the facts name. With a small β, those of Swish are far out.
fn stated(function: &Function) -> Vec<f64> {
    let Facts { turns, steepest_at, .. } = function.facts();
    let steepest = if let Reached::At(places) = steepest_at { places } else { Vec::new() };
    turns.into_iter().flatten().chain(steepest).collect()
}

/// The largest number that `of` takes at the probes, at the places and where the facts say, and close to the best of
/// them.
fn largest(function: &Function, of: impl Fn(f64) -> f64) -> f64 {
    let beside = |at: f64| [at.next_down(), at, at.next_up()];
    let kinks = function.kinks().into_iter().flat_map(|kink| beside(kink.at));
    let all = probes(function).into_iter().chain(places()).chain(kinks).chain(stated(function));
    let all: Vec<f64> = all.collect();
    let best_of = |places: &mut dyn Iterator<Item = f64>| {
        places.max_by(|a, b| of(*a).total_cmp(&of(*b))).expect("there are places")
    };
    let far = of(best_of(&mut all.iter().copied()));
    // A smooth maximum between two places, by thirds. Far out, f64 has no places between them.
    let best = best_of(&mut all.iter().copied().filter(|x| x.abs() <= 1e3));
    let (mut low, mut high) = (best - 1.0 / 16.0, best + 1.0 / 16.0);
    for _ in 0..60 {
        let third = (high - low) / 3.0;
        if of(low + third) < of(high - third) { low += third } else { high -= third }
    }
    far.max(of(f64::midpoint(low, high)))
}

/// A bound on the error of the ends of a range that are values at kinks: the minimum of maxout is at the rounded
/// place where its pieces cross, and w·x + b rounds differently beside it.
fn rounding_of_ends(function: &Function) -> f64 {
    let kinks = function.kinks().into_iter();
    let errors =
        kinks.filter(|kink| kink.at != 0.0).map(|kink| rounding::of_value(function, kink.at));
    errors.fold(0.0, f64::max)
}

/// Whether y is in the range, or is an end of the range to which f64 has rounded.
fn in_range(function: &Function, x: f64, y: f64) -> bool {
    let range = function.facts().range.expect("a known range");
    let Range { low, high, .. } = range;
    // f64 cannot show what is left to a finite end where the slope is below a rounding of the end, of slopes as steep as
    // the function's. Large values overflow.
    let steep = function.facts().steepest.filter(|one| one.is_finite()).unwrap_or(1.0).max(1.0);
    let rounds_to_an_end = match y.is_finite() {
        true => {
            function.gradient(x).abs() <= 4.0 * f64::EPSILON * steep * y.abs() + f64::MIN_POSITIVE
        }
        false => function.value(0.99 * x).abs() > 1e290,
    };
    range.contains(y) || (rounds_to_an_end && (y == low || y == high))
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn values_stay_in_the_range(function in functions(), x in inputs()) {
        let Range { low, high, .. } = function.facts().range.expect("a known range");
        let y = function.value(x);
        let is_an_end = [low, high].iter().any(|end| (y - end).abs() <= rounding_of_ends(&function));
        prop_assert!(in_range(&function, x, y) || is_an_end, "{function:?} at {x}: {y}");
    }

    #[test]
    fn ranges_are_no_wider_than_needed(function in functions_on_a_grid()) {
        let Range { low, high, closed, two_values } = function.facts().range.expect("a known range");
        let least = -largest(&function, |x| -function.value(x));
        let largest = largest(&function, |x| function.value(x));
        for (end, reached, closed) in [(low, least, closed.0), (high, largest, closed.1)] {
            if !end.is_finite() {
                prop_assert!(reached.abs() > 1e307 && reached.signum() == end.signum());
                continue;
            }
            // At 1e308 the value has come to its limit.
            let rounding = 4.0 * f64::EPSILON * end.abs() + rounding_of_ends(&function) + 1e-307;
            prop_assert!((reached - end).abs() <= rounding, "{:?}: {}", function, reached);
            // An open end is not reached where f64 can show the difference.
            let is_open = |x: &f64| closed || two_values || in_range(&function, *x, function.value(*x));
            prop_assert!(places().iter().all(is_open), "{:?}", function);
        }
        if two_values {
            prop_assert!(places().iter().all(|x| [low, high].contains(&function.value(*x))));
        } else {
            prop_assert_eq!(low == high, function.facts().shape.monotone() == Monotone::Constant);
        }
    }

    #[test]
    fn moves_as_claimed(function in functions(), x in inputs(), other in inputs()) {
        let (left, right) = if x <= other { (x, other) } else { (other, x) };
        let (low, high) = (function.value(left), function.value(right));
        let slopes = [function.gradient(left), function.gradient(right)];
        let size = low.abs().max(high.abs()).min(f64::MAX);
        // Two results may be off by two units in the last place each.
        let rounding = 4.0 * f64::EPSILON * size;
        // From an end with the slope s, f′ is s / 2 or more over a distance of s / 2 / |f″|, or up to a kink. f64
        // cannot show a change smaller than the rounding.
        let least_move = |x: f64, slope: f64| {
            let kinks = function.kinks().into_iter().map(|kink| (kink.at - x).abs());
            let reach = slope.abs() / 2.0 / function.facts().curvature;
            slope.abs() / 2.0 * kinks.fold(reach.min(right - left), f64::min)
        };
        let drowned = rounding::of_value(&function, left) + rounding::of_value(&function, right);
        let must_move = least_move(left, slopes[0]).max(least_move(right, slopes[1])) > drowned;
        let rises = high >= low - rounding && slopes.iter().all(|slope| *slope >= 0.0);
        let falls = high <= low + rounding && slopes.iter().all(|slope| *slope <= 0.0);
        let holds = match function.facts().shape.monotone() {
            Monotone::Increasing => rises && (!must_move || high > low),
            Monotone::NonDecreasing => rises,
            Monotone::Decreasing => falls && (!must_move || high < low),
            Monotone::NonIncreasing => falls,
            Monotone::Constant => low == high && slopes == [0.0, 0.0],
            Monotone::No => true,
            Monotone::Unknown => panic!("the shape is not stated"),
        };
        prop_assert!(holds, "{function:?} from {left} to {right}: {low}, {high}, {slopes:?}");
    }

    #[test]
    fn claims_no_less_than_it_could(function in functions_on_a_grid()) {
        let values: Vec<f64> = places().into_iter().map(|x| function.value(x)).collect();
        let rises = values.windows(2).any(|pair| pair[0] < pair[1]);
        let falls = values.windows(2).any(|pair| pair[0] > pair[1]);
        // Far out, f64 also shows a function as flat that is not.
        let is_flat = (-21..=21).any(|x| function.gradient(f64::from(x)) == 0.0);
        let steps = [-2.0, -1.0, 1.0, 2.0].map(|x| function.value(x));
        match function.facts().shape.monotone() {
            Monotone::NonDecreasing => prop_assert!(is_flat && rises),
            Monotone::NonIncreasing => prop_assert!(is_flat && falls),
            Monotone::No => prop_assert!(rises && falls),
            Monotone::Unknown => panic!("the shape is not stated"),
            Monotone::Constant => prop_assert!(!rises && !falls),
            Monotone::Increasing => prop_assert!(steps.is_sorted_by(|left, right| left < right)),
            Monotone::Decreasing => prop_assert!(steps.is_sorted_by(|left, right| left > right)),
        }
    }

    #[test]
    fn trends_follow_one_another_as_claimed(function in functions_on_a_grid()) {
        let values: Vec<f64> = places().into_iter().map(|x| function.value(x)).collect();
        let moves = values.windows(2).map(|pair| {
            let size = pair[0].abs().max(pair[1].abs()).min(f64::MAX);
            let is_moved = (pair[1] - pair[0]).abs() > 4.0 * f64::EPSILON * size;
            Trend::of(if is_moved { pair[1] - pair[0] } else { 0.0 })
        });
        // Far out, f64 also shows a function as flat that is not.
        let bent = |trend: &Trend| *trend != Trend::Flat;
        let seen = Shape::of(moves.filter(bent));
        match function.facts().shape {
            Shape::Trends(trends) => prop_assert_eq!(seen, Shape::of(trends.into_iter().filter(bent))),
            Shape::Alternating => {
                prop_assert!(matches!(seen, Shape::Trends(trends) if trends.len() > 2));
            }
            Shape::Unknown => panic!("the shape is not stated"),
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
    fn smoothness_agrees_with_the_kinks(function in functions_on_a_grid()) {
        let kinks = function.kinks();
        let jumps = kinks.iter().any(|kink| kink.is_jump());
        // By how much f′ changes to the right of x and not to the left, over h. A jump of f″ gives the same for
        // every h, and a smooth place gives a number that is proportional to h.
        let bend = |x: f64, h: f64| {
            let [left, here, right] = [x - h, x, x + h].map(|x| function.gradient(x));
            ((right - here) - (here - left)).abs() / h
        };
        let is_seam = |x: f64| bend(x, 1e-5) > 1e-6 && bend(x, 1e-5) > bend(x, 1e-4) / 2.0;
        let has_seam = (-5 * 8..=5 * 8).any(|k| is_seam(f64::from(k) / 8.0));
        match function.facts().smoothness {
            Smoothness::Discontinuous => prop_assert!(jumps),
            Smoothness::Continuous => prop_assert!(!jumps && !kinks.is_empty()),
            Smoothness::Once => prop_assert!(kinks.is_empty() && has_seam),
            // A jump of f‴ shows in the same way at one order higher.
            Smoothness::Twice => prop_assert!(kinks.is_empty() && !has_seam),
            Smoothness::Infinite => prop_assert!(kinks.is_empty() && !has_seam, "{function:?}"),
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
        // Every curved function is curved somewhere between −2 and 2, apart from 0, or between its extremes.
        let mut places = [vec![-2.0, -1.0, -0.5, 0.5, 1.0, 2.0], stated(&function)].concat();
        places.sort_by(f64::total_cmp);
        let mut parts = places.windows(2).filter(|pair| !has_kink(pair));
        let is_bent = parts.any(|pair| function.gradient(pair[0]) != function.gradient(pair[1]));
        prop_assert_eq!(is_bent, function.facts().graph == Graph::Curve, "{:?}", function);
    }

    #[test]
    fn no_slope_is_steeper_than_the_steepest(function in functions(), x in inputs()) {
        let steepest = function.facts().steepest.expect("a known bound");
        let reached = largest(&function, |x| function.gradient(x).abs());
        if steepest.is_finite() {
            // Sigmoid's quotient may be off by a unit in the last place.
            let rounding = 4.0 * f64::EPSILON * steepest;
            prop_assert!((reached - steepest).abs() <= rounding, "{:?}: {}", function, reached);
            prop_assert!(function.gradient(x).abs() <= steepest + rounding, "{function:?} at {x}");
        } else {
            prop_assert!(reached > 1e300, "{:?}: {}", function, reached);
        }
        prop_assert_eq!(function.facts().has_gradient(), Some(reached > 0.0));
    }

    #[test]
    fn the_steepest_slopes_are_where_they_are_said_to_be(function in functions(), x in inputs()) {
        let facts = function.facts();
        let steepest = facts.steepest.expect("a known bound");
        let rounding = 4.0 * f64::EPSILON * steepest;
        let is_steepest = |x: f64| (function.gradient(x).abs() - steepest).abs() <= rounding;
        match facts.steepest_at {
            Reached::At(places) => {
                prop_assert!(!places.is_empty() && places.is_sorted_by(|left, right| left < right));
                for place in places {
                    prop_assert!(is_steepest(place), "{function:?} at {place}");
                    // Beside a single place the slope is smaller, which f64 shows at some distance.
                    let step = 0.1 * place.abs().max(1.0);
                    let beside = [-step, step].map(|step| function.gradient(place + step).abs());
                    prop_assert!(beside.iter().any(|slope| *slope < steepest), "{function:?} at {place}");
                }
            }
            Reached::Within(intervals) => {
                prop_assert!(!intervals.is_empty());
                for Sides { left, right } in intervals {
                    prop_assert!(left < right);
                    if left < x && x < right {
                        prop_assert!(is_steepest(x), "{function:?} at {x}");
                    }
                }
            }
            // f64 rounds slopes that are nearly the limit to it.
            Reached::Nowhere => prop_assert!(
                steepest.is_infinite() || (-5..=5).any(|x| function.gradient(f64::from(x) / 2.0).abs() < steepest),
                "{function:?}"
            ),
            Reached::Unknown => panic!("the places are not stated"),
        }
    }

    #[test]
    fn f_turns_where_it_is_said_to(function in functions()) {
        let facts = function.facts();
        let turns = facts.turns.expect("known turning points");
        prop_assert!(turns.is_sorted_by(|left, right| left < right));
        for turn in &turns {
            let h = 1e-4 * turn.abs().max(1.0);
            let [left, right] = [turn - h, turn + h].map(|x| function.gradient(x));
            let jump = function.kink_at(*turn).map_or(0.0, |kink| kink.values.right - kink.values.left);
            let trends = if jump == 0.0 { vec![left, right] } else { vec![left, jump, right] };
            let turns = |pair: &[f64]| pair[0].min(pair[1]) < 0.0 && pair[0].max(pair[1]) > 0.0;
            prop_assert!(trends.windows(2).any(turns), "{function:?} at {turn}");
            let size = facts.steepest.filter(|one| one.is_finite()).unwrap_or(1.0).max(1.0);
            let is_kink = function.kink_at(*turn).is_some();
            let near = rounding::of_gradient(&function, *turn) + facts.curvature * 1e-15 * turn.abs().max(1.0);
            prop_assert!(is_kink || function.gradient(*turn).abs() <= size * near, "{function:?} at {turn}");
        }
        // From each part that rises or falls to the next, f turns once, unless there is a level part between them.
        match facts.shape {
            Shape::Trends(trends) => {
                let pairs = trends.windows(2);
                let count = pairs.filter(|pair| !pair.contains(&Trend::Flat)).count();
                prop_assert_eq!(turns.len(), count, "{:?}", function);
            }
            Shape::Alternating => prop_assert_eq!(turns.len(), 2),
            Shape::Unknown => panic!("the shape is not stated"),
        }
    }

    #[test]
    fn no_bend_is_sharper_than_the_curvature(function in functions()) {
        let curvature = function.facts().curvature;
        const STEP: f64 = 1e-3;
        let kinks = function.kinks();
        // The places are so close that they do not miss the sharpest bend.
        let near = (-8000..8000).map(|k| (f64::from(k) * STEP, f64::from(k + 1) * STEP));
        // A slow sine bends most farther out.
        let far = (-400..400).map(|k| (f64::from(k) / 20.0, f64::from(k + 1) / 20.0));
        let bends = near.chain(far).filter_map(|(x, next)| {
            let is_cut = kinks.iter().any(|kink| x <= kink.at && kink.at <= next);
            (!is_cut).then(|| (function.gradient(next) - function.gradient(x)).abs() / (next - x))
        });
        let sharpest = bends.fold(0.0, f64::max);
        let rounding = 2.0 * rounding::of_gradient(&function, 8.0) / STEP;
        prop_assert!(sharpest <= curvature + rounding, "{:?}: {}", function, sharpest);
        // Between two places there may be a bend that is narrower than their distance.
        let is_narrow = curvature > 0.1 / STEP;
        prop_assert!(curvature.is_infinite() || is_narrow || sharpest >= 0.9 * curvature - rounding, "{:?}: {}", function, sharpest);
    }

    #[test]
    fn affine_is_what_keeps_the_middle_in_the_middle(function in functions_on_a_grid()) {
        let misses = |x: f64, y: f64| {
            let middle = (function.value(x) + function.value(y)) / 2.0;
            (function.value((x + y) / 2.0) - middle).abs()
        };
        let ends = [-50.0, -40.0, -3.0, -1.0, -0.3, 0.0, 0.7, 2.0, 40.0, 50.0];
        let pairs = ends.iter().flat_map(|x| ends.map(|y| misses(*x, y)));
        let farthest = pairs.fold(0.0, f64::max);
        // Values on lines of up to 3 · 50 + 5 have a few roundings; bends change them by far
        // more.
        prop_assert_eq!(function.facts().is_affine(), Some(farthest < 1e-12), "{:?}: {}", function, farthest);
    }

    #[test]
    fn slopes_at_infinity_are_the_last_ones(function in functions()) {
        let Sides { left, right } = function.facts().slopes_at_infinity;
        for (limit, far, end) in
            [(left, f64::MIN, f64::NEG_INFINITY), (right, f64::MAX, f64::INFINITY)]
        {
            match limit {
                Limit::At(slope) => {
                    // A slope without a bound has not come to its limit at the largest f64.
                    let is_far = slope.is_infinite() && function.gradient(far).abs() > 1e307;
                    prop_assert!(is_far || function.gradient(far) == slope, "{:?}", function);
                    prop_assert_eq!(function.gradient(end), slope);
                }
                // The slope goes on changing.
                Limit::None => {
                    let slopes: Vec<f64> = (1..9).map(|k| function.gradient(far / f64::from(k))).collect();
                    prop_assert!(slopes.windows(2).any(|pair| pair[0] != pair[1]), "{:?}", function);
                }
                Limit::Unknown => panic!("the limit is not stated"),
            }
        }
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
