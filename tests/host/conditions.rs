//! For every function the table of conditions agrees with a numerical check of each condition.

use activation_lab::text;
use activation_lab::text::facts::{self, Cell, Verdict, conditions};
use activation_lab::text::number::read;
use activations::{ALL, Activation, Function};

/// Every function with its defaults and with parameters that change some of the conditions.
fn functions() -> Vec<Function> {
    let find = |id| Activation::find(id).expect(id);
    let mut all: Vec<_> = ALL.iter().map(Function::with_defaults).collect();
    all.push(Function::new(find("leaky-relu"), |_| 1.0));
    all.push(Function::new(find("leaky-relu"), |_| 0.0));
    all.push(Function::new(find("elu"), |_| 2.0));
    all.push(Function::new(find("maxout"), |one| if one.name() == "b2" { 1.0 } else { 0.5 }));
    all.push(Function::new(find("maxout"), |_| 0.0));
    all
}

/// Places all over the x axis, including kinks of these functions.
fn places() -> Vec<f64> {
    (-400..=400).map(|k| f64::from(k) / 20.0).collect()
}

/// The difference quotients to the left and to the right of x.
fn quotients(function: &Function, x: f64) -> [f64; 2] {
    let h = 1e-6;
    let rise = |from: f64, to: f64| (function.value(to) - function.value(from)) / (to - from);
    [rise(x - h, x), rise(x, x + h)]
}

/// Whether the quotients on both sides agree. 1e-6 to either side of a smooth place they differ by as much times
/// the second derivative, and by some rounding of 1e-8; at kinks they differ by 0.1 or more.
fn is_smooth_at(function: &Function, x: f64) -> bool {
    let [left, right] = quotients(function, x);
    (left - right).abs() < 2e-6 * function.facts().curvature + 1e-5
}

#[test]
fn non_linear_is_what_misses_the_middle_of_a_chord() {
    for function in functions() {
        let [cell, ..] = conditions(&function, &text::all()[0].words.card);
        let misses = places().iter().any(|x| {
            let middle = (function.value(*x) + function.value(-20.0)) / 2.0;
            // A few roundings of numbers up to 20.
            (function.value((x - 20.0) / 2.0) - middle).abs() > 1e-13
        });
        assert_eq!(cell.verdict == Verdict::Met, misses, "{function:?}");
        assert_ne!(cell.verdict, Verdict::Fact);
    }
}

#[test]
fn differentiable_is_what_has_one_slope_everywhere_and_some_slope_somewhere() {
    for function in functions() {
        let [_, cell, ..] = conditions(&function, &text::all()[0].words.card);
        let kinks: Vec<f64> =
            places().into_iter().filter(|x| !is_smooth_at(&function, *x)).collect();
        let slopes = places().iter().any(|x| {
            let [left, right] = quotients(&function, *x);
            // A jump has no slope.
            left.abs().max(right.abs()) > 1e-5 && !kinks.contains(x)
        });
        let verdict = match (slopes, kinks.is_empty()) {
            (true, true) => Verdict::Met,
            (true, false) => Verdict::Nearly,
            (false, _) => Verdict::Missed,
        };
        assert_eq!(cell.verdict, verdict, "{function:?}");
        let listed = kinks.iter().map(|kink| read(*kink)).collect::<Vec<_>>().join(", ");
        assert!(
            kinks.is_empty() || cell.words.contains(&format!("x = {listed}")),
            "{}",
            cell.words
        );
    }
}

#[test]
fn the_other_cells_are_what_far_and_near_slopes_say() {
    for text in text::all() {
        let words = &text.words.card;
        for function in functions() {
            let [_, _, steepest, fades, zero_centred, _] = conditions(&function, words);
            let smooth = places().into_iter().filter(|x| is_smooth_at(&function, *x));
            let largest = smooth.map(|x| quotients(&function, x)[0].abs()).fold(0.0, f64::max);
            let bound = function.facts().steepest.expect("a known bound");
            if bound.is_finite() {
                let said: f64 = steepest.words.parse().expect("a number");
                // The steepest place may be beside a kink; the nearest smooth place is a twentieth away.
                let missed = function.facts().curvature / 20.0 + 1e-3;
                let is_close = (said - largest).abs() < missed && largest < said + 1e-3;
                assert!(is_close, "{function:?}: {said}");
            }
            let flat = |x: f64| function.gradient(x).abs() < 1e-300;
            assert_eq!(fades.words, facts::fades(flat(-1e3), flat(1e3), words), "{function:?}");
            let odd = places().iter().all(|x| function.value(*x) == -function.value(-x));
            assert_eq!(zero_centred.words, if odd { words.yes } else { words.no }, "{function:?}");
        }
    }
}

#[test]
fn ranges_are_those_of_the_textbook() {
    let want = [
        ("sigmoid", "(0, 1)"),
        ("tanh", "(−1, 1)"),
        ("relu", "[0, ∞)"),
        ("leaky-relu", "(−∞, ∞)"),
        ("elu", "(−1, ∞)"),
        ("maxout", "[0, ∞)"),
        ("identity", "(−∞, ∞)"),
    ];
    for (id, range) in want {
        let function = Function::with_defaults(Activation::find(id).expect(id));
        let [.., cell] = conditions(&function, &text::all()[0].words.card);
        assert_eq!(cell, Cell { verdict: Verdict::Fact, words: range.to_owned() }, "{id}");
    }
}
