//! Tests of the stack of layers: its folded lines and its pieces compared with its values point by
//! point, and the words of the demo.

use activation_lab::markup::Html;
use activation_lab::models::collapse::{Line, MAX_DEPTH, MAX_WIDTH, Stack, best_line};
use activation_lab::text;
use activation_lab::text::words::collapse as say;
use activations::{ALL, Function, Graph};
use proptest::prelude::*;

use super::function;
use super::shown::{output, says};
use crate::cases;

/// Whether two numbers agree up to the rounding in up to twenty layers of sixteen products each.
/// The rounding is a share of the terms of the sums, which can be larger than the sums.
fn is_near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * (1.0 + a.abs().max(b.abs()))
}

prop_compose! {
    fn shape()(depth in 1..=MAX_DEPTH, width in 1..=MAX_WIDTH, seed in 0..1000_u64) -> (usize, usize, u64) {
        (depth, width, seed)
    }
}

proptest! {
    // Deep and wide stacks are slow in a debug build.
    #![proptest_config(cases(48))]

    #[test]
    fn linear_layers_are_their_fold((depth, width, seed) in shape(), x in -4.0..4.0_f64) {
        let stack = Stack::new(function("identity"), depth, width, seed);
        for layer in 1..=depth {
            let (lines, sums) = (stack.folded(layer), stack.sums(layer, x));
            prop_assert_eq!(lines.len(), sums.len());
            for (line, sum) in lines.iter().zip(sums) {
                prop_assert!(is_near(line.value(x), sum), "layer {}", layer);
            }
        }
        prop_assert_eq!(stack.segments(depth, -4.0, 4.0).expect("straight").len(), 1);
    }

    #[test]
    fn pieces_are_what_the_layers_compute(
        (depth, width, seed) in shape(),
        id in prop::sample::select(vec!["relu", "leaky-relu", "maxout", "step"]),
        share in 0.01..0.99_f64,
    ) {
        let stack = Stack::new(function(id), depth, width, seed);
        let pieces = stack.segments(depth, -4.0, 4.0).expect("straight pieces");
        prop_assert_eq!(pieces[0].from, -4.0);
        prop_assert_eq!(pieces[pieces.len() - 1].to, 4.0);
        for pair in pieces.windows(2) {
            prop_assert_eq!(pair[0].to, pair[1].from);
        }
        for piece in &pieces {
            let x = piece.from + share * (piece.to - piece.from);
            prop_assert!(is_near(piece.lines[0].value(x), stack.value(x)), "{} at {}", id, x);
        }
    }

    #[test]
    fn no_line_is_nearer_in_the_squares(seed in 0..1000_u64, da in -0.1..0.1_f64, dc in -0.1..0.1_f64) {
        let stack = Stack::new(function("tanh"), 3, 4, seed);
        let (best, bend) = best_line(|x| stack.value(x), -4.0, 4.0);
        let squares = |line: Line| -> f64 {
            (0..=800).map(|i| f64::from(i) / 100.0 - 4.0).map(|x| (stack.value(x) - line.value(x)).powi(2)).sum()
        };
        let other = Line { slope: best.slope + da, intercept: best.intercept + dc };
        // These are other places than those of the fit, so that the sums differ by up to a
        // thousandth.
        prop_assert!(squares(best) <= squares(other) * 1.001 + 1e-9);
        let farthest = (0..=1600).map(|i| f64::from(i) / 200.0 - 4.0).map(|x| (stack.value(x) - best.value(x)).abs());
        let farthest = farthest.fold(0.0, f64::max);
        // Between two places the curve changes by at most half a step times a slope of a few
        // units.
        prop_assert!((bend - farthest).abs() < 0.02, "{} {}", bend, farthest);
    }
}

#[test]
fn pieces_are_counted_as_differences_see_them() {
    for (id, depth, width, seed) in [("relu", 3, 4, 7), ("relu", 6, 12, 7), ("leaky-relu", 4, 6, 3)]
    {
        let stack = Stack::new(function(id), depth, width, seed);
        let pieces = stack.segments(depth, -4.0, 4.0).expect("straight pieces");
        // On a fine grid the slope changes once at each kink. A cell that contains a kink may have
        // a slope between the two.
        let places: Vec<f64> = (0..=80_000).map(|i| f64::from(i) / 10_000.0 - 4.0).collect();
        let slopes: Vec<f64> = places
            .windows(2)
            .map(|x| (stack.value(x[1]) - stack.value(x[0])) / (x[1] - x[0]))
            .collect();
        let mut kinks = 0;
        let mut i = 1;
        while i < slopes.len() {
            // Differences of numbers of about 1, divided by 1e−4, have rounding errors of 1e−11.
            if (slopes[i] - slopes[i - 1]).abs() > 1e-8 {
                kinks += 1;
                i += 1;
            }
            i += 1;
        }
        assert_eq!(pieces.len(), kinks + 1, "{id} {depth} {width} {seed}");
    }
}

#[test]
fn only_curved_functions_have_no_pieces() {
    for activation in ALL {
        let function = Function::with_defaults(activation);
        let stack = Stack::new(function, 3, 4, 7);
        let is_curved = function.facts().graph == Graph::Curve;
        assert_eq!(stack.segments(3, -4.0, 4.0).is_none(), is_curved, "{}", activation.id);
    }
}

#[test]
fn more_layers_of_the_default_seed_bend_more() {
    let pieces = |depth: u32| output(&format!("collapse?f=relu&depth={depth}"), "pieces");
    assert_eq!(pieces(1), 1.0);
    assert!((1..8).all(|depth| pieces(depth) < pieces(depth + 1)));
    // With more layers the signal does not die.
    assert!((8..=MAX_DEPTH as u32).all(|depth| pieces(depth) >= pieces(8)));
}

/// The views of published links must not change, so the weights of a seed must never change.
#[test]
fn a_seed_always_gives_the_same_stack() {
    for (link, a, c) in [
        ("collapse?seed=7", -0.4026735648080953, 0.9162808986132284),
        ("collapse?depth=1&seed=0", -0.5589962567651726, -0.9987258239291108),
    ] {
        // Printed f64 with sixteen digits are exact to the last place.
        let near = |got: f64, want: f64| (got - want).abs() <= 1e-15 * want.abs();
        assert!(
            near(output(link, "a"), a) && near(output(link, "c"), c),
            "{link}: {:?} {:?}",
            output(link, "a"),
            output(link, "c")
        );
    }
}

#[test]
fn the_verdict_follows_from_the_numbers_in_every_language() {
    for text in text::all() {
        let words = &text.words.collapse;
        let says = |link: &str| says(link, text);
        let [relu, leaky_relu, tanh] = ["relu", "leaky-relu", "tanh"].map(|id| text.name(id));
        let number = |link: &str, name: &str| text::number::read(output(link, name));
        let link = "collapse?f=relu";
        let pieces = output(link, "pieces") as usize;
        assert!(says(link).contains(
            words.bends(say::Bends { name: relu, pieces, bend: &number(link, "bend") }).as_str()
        ));
        // From the seventh layer on, the output of this stack is the same for every x.
        assert!(
            says("collapse?f=relu&seed=7&depth=7")
                .contains(words.dies(say::Dies { name: relu }).as_str())
        );
        assert!(
            says("collapse?f=leaky-relu&slope=1")
                .contains(words.stays_straight(say::StaysStraight { name: leaky_relu }).as_str())
        );
        let link = "collapse?f=tanh";
        assert!(says(link).contains(
            words.curves(say::Curves { name: tanh, bend: &number(link, "bend") }).as_str()
        ));
        assert!(says("collapse?f=tanh&depth=1").contains(words.single.as_str()));
        let stays = words
            .stays_a_line(say::StaysALine { depth: 3, line: &Html::trusted("§") })
            .into_string();
        assert!(says("collapse").contains(stays.split('§').next().expect("a beginning")));
    }
}
