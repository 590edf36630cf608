//! Tests of maxout: its envelope and gradients compared with brute force, its moments compared with the
//! integral of the density and with mpmath, and the words of the demo.

use crate::STAGE;
use activation_lab::demos::Picture;
use activation_lab::demos::settings::Key;
use activation_lab::markup::Html;
use activation_lab::models::collapse::Line;
use activation_lab::models::maxout::{Draws, LEAST_PIECES, MOST_PIECES, Maxout, Moments, Spread};
use activation_lab::permalink;
use activation_lab::plot::scene::Mark;
use activation_lab::text;
use activation_lab::text::words::maxout as say;
use activations::{Activation, Function};
use proptest::prelude::*;

use super::function;
use super::shown::{self, demo, output, readouts, says, settings};

fn pictures(link: &str) -> Vec<Picture> {
    shown::pictures(link, &STAGE)
}

/// The maxout in the settings of a link.
fn maxout(link: &str) -> Maxout {
    let settings = settings(link);
    let number = |key| settings.number(Key::new(key));
    let keys = [("w1", "b1"), ("w2", "b2"), ("w3", "b3"), ("w4", "b4"), ("w5", "b5")];
    let pieces = keys.map(|(w, b)| Line { slope: number(w), intercept: number(b) });
    Maxout::new(pieces[..number("k") as usize].to_vec())
}

fn lines(pairs: &[(f64, f64)]) -> Vec<Line> {
    pairs.iter().map(|&(slope, intercept)| Line { slope, intercept }).collect()
}

prop_compose! {
    /// Slopes and intercepts are multiples of `step`. Coarse steps give ties, parallel pieces and equal
    /// pieces.
    fn pieces(step: f64)(
        pairs in prop::collection::vec((-5..=5_i32, -5..=5_i32), LEAST_PIECES..=MOST_PIECES),
    ) -> Vec<Line> {
        let line = |(w, b)| Line { slope: step * f64::from(w), intercept: step * f64::from(b) };
        pairs.into_iter().map(line).collect()
    }
}

proptest! {
    #[test]
    fn value_and_winner_are_those_of_brute_force(pieces in pieces(1.0), x in -5..=5_i32) {
        let (maxout, x) = (Maxout::new(pieces.clone()), f64::from(x));
        // The numbers are whole, so nothing is rounded and ties are exact.
        let values: Vec<f64> = pieces.iter().map(|p| p.slope * x + p.intercept).collect();
        let first = (1..values.len()).fold(0, |best, i| if values[i] > values[best] { i } else { best });
        prop_assert_eq!(maxout.value(x), values[first]);
        prop_assert_eq!(maxout.winner(x), first + 1);
        prop_assert_eq!(maxout.gradient(x), pieces[first].slope);
    }

    #[test]
    fn the_envelope_is_the_maximum_from_left_to_right(
        pieces in prop_oneof![pieces(1.0), pieces(0.1), pieces(0.7)],
    ) {
        let maxout = Maxout::new(pieces.clone());
        let stretches = maxout.envelope();
        prop_assert_eq!(stretches[0].from, f64::NEG_INFINITY);
        prop_assert_eq!(stretches[stretches.len() - 1].to, f64::INFINITY);
        for pair in stretches.windows(2) {
            prop_assert_eq!(pair[0].to, pair[1].from);
            // f is convex, so the slope only grows.
            prop_assert!(pieces[pair[0].winner - 1].slope < pieces[pair[1].winner - 1].slope);
        }
        for stretch in &stretches {
            // Kinks lie within ±100: intercepts differ by at most 10, slopes by at least a tenth.
            let (from, to) = (stretch.from.max(-101.0), stretch.to.min(101.0));
            // The kinks of these pieces are fractions with small denominators, so two of them are equal
            // or far apart.
            prop_assert!(to - from > 1e-3, "{stretches:?}");
            for share in [0.001, 0.3, 0.5, 0.999] {
                let x = from + share * (to - from);
                let line = &pieces[stretch.winner - 1];
                let most = pieces.iter().map(|p| p.slope * x + p.intercept).fold(f64::MIN, f64::max);
                // Two values up to 510, each rounded twice.
                prop_assert!(most - (line.slope * x + line.intercept) <= 1e-12, "{stretches:?} at {x}");
            }
        }
    }

    #[test]
    fn at_a_kink_the_first_piece_that_reaches_it_wins(pieces in prop_oneof![pieces(1.0), pieces(0.1)]) {
        let maxout = Maxout::new(pieces);
        for pair in maxout.envelope().windows(2) {
            let tied = maxout.tied(pair[0].to);
            prop_assert!(tied.contains(&pair[0].winner) && tied.contains(&pair[1].winner));
            prop_assert!(tied.is_sorted());
            prop_assert_eq!(maxout.winner(pair[0].to), tied[0]);
        }
    }

    #[test]
    fn only_the_winner_gets_a_gradient(pieces in pieces(0.1), x in -5.0..5.0_f64) {
        const STEP: f64 = 1e-5;
        let maxout = Maxout::new(pieces.clone());
        // A difference across a kink, or at equal pieces, is not comparable. A change of a slope by STEP
        // changes a value by 5 STEP.
        let value = maxout.value(x);
        let near = pieces.iter().filter(|p| value - (p.slope * x + p.intercept) < 20.0 * STEP);
        prop_assume!(near.count() == 1);
        let winner = maxout.winner(x);
        let difference = |change: &dyn Fn(&mut Vec<Line>, f64)| {
            let moved = |by: f64| {
                let mut pieces = pieces.clone();
                change(&mut pieces, by);
                Maxout::new(pieces).value(x)
            };
            (moved(STEP) - moved(-STEP)) / (2.0 * STEP)
        };
        // f is linear here, so the only error is rounding: values up to 3, over 2 STEP.
        let is_near = |a: f64, b: f64| (a - b).abs() < 1e-9;
        let along_x = (maxout.value(x + STEP) - maxout.value(x - STEP)) / (2.0 * STEP);
        prop_assert!(is_near(maxout.gradient(x), along_x));
        for index in 0..pieces.len() {
            let (by_slope, by_intercept) = if index + 1 == winner { (x, 1.0) } else { (0.0, 0.0) };
            prop_assert!(is_near(difference(&|all, by| all[index].slope += by), by_slope));
            prop_assert!(is_near(difference(&|all, by| all[index].intercept += by), by_intercept));
        }
    }

    #[test]
    fn two_pieces_are_the_activation(
        // The slopes of the activation are limited to 3.
        w in prop::array::uniform2(-3.0..3.0_f64), b in prop::array::uniform2(-5.0..5.0_f64), x in -6.0..6.0_f64,
    ) {
        let activation = Activation::find("maxout").expect("maxout is an activation");
        let function = Function::new(activation, |one| match one.name() {
            "w1" => w[0],
            "b1" => b[0],
            "w2" => w[1],
            _ => b[1],
        });
        let maxout = Maxout::new(lines(&[(w[0], b[0]), (w[1], b[1])]));
        prop_assert_eq!(maxout.value(x), function.value(x));
        prop_assert_eq!(maxout.gradient(x), function.gradient(x));
        let kinks: Vec<f64> = function.kinks().iter().map(|kink| kink.at).collect();
        for (mine, its) in maxout.kinks().iter().zip(&kinks) {
            // Both round two differences and a quotient.
            prop_assert!((mine - its).abs() <= 1e-15 * its.abs());
        }
        prop_assert_eq!(maxout.kinks().len(), kinks.len());
    }
}

#[test]
fn what_only_touches_the_envelope_has_no_part_in_it() {
    // The piece 0 touches the corner of |x|. Equal and lower pieces are added too.
    let maxout =
        Maxout::new(lines(&[(0.0, 0.0), (-1.0, 0.0), (1.0, 0.0), (1.0, 0.0), (1.0, -2.0)]));
    let winners: Vec<usize> = maxout.envelope().iter().map(|stretch| stretch.winner).collect();
    assert_eq!(winners, [2, 3]);
    assert_eq!(maxout.kinks(), [0.0]);
    // At the corner, the first of the tied pieces wins.
    assert_eq!((maxout.tied(0.0), maxout.winner(0.0)), (vec![1, 2, 3, 4], 1));
}

/// Mean and variance of the largest of `pieces` standard normal numbers, from its density pieces · φ(x) ·
/// Φ(x)^(pieces − 1). Φ is computed cell by cell with Simpson's rule, the moments with the trapezium
/// rule, which is very accurate for integrands that vanish at both ends.
fn integrated(pieces: usize) -> (f64, f64) {
    const STEP: f64 = 1.0 / 512.0;
    let phi = |x: f64| (-x * x / 2.0).exp() / (2.0 * std::f64::consts::PI).sqrt();
    let mut below = 0.0;
    let mut moments = [0.0; 3];
    for cell in -9 * 512..9 * 512 {
        let x = f64::from(cell) * STEP;
        let density = pieces as f64 * phi(x) * f64::powi(below, pieces as i32 - 1);
        for (power, moment) in moments.iter_mut().enumerate() {
            *moment += STEP * density * x.powi(power as i32);
        }
        below += STEP / 6.0 * (phi(x) + 4.0 * phi(x + STEP / 2.0) + phi(x + STEP));
    }
    // The tails beyond ±9 have a mass of 1e−18. Simpson's error is STEP⁴/2880 times a fourth derivative:
    // 1e−14.
    assert!(
        (moments[0] - 1.0).abs() < 1e-12,
        "the density of {pieces} integrates to {}",
        moments[0]
    );
    (moments[1], moments[2] - moments[1] * moments[1])
}

#[test]
fn the_moments_of_the_maximum_are_the_integrals_of_its_density() {
    for pieces in LEAST_PIECES..=MOST_PIECES {
        let Moments { mean, variance } = Moments::of_maximum(pieces);
        let (integral, spread) = integrated(pieces);
        // Nine thousand additions of numbers below 1, and the error of Φ as above.
        assert!((mean - integral).abs() < 1e-12, "{pieces}: mean {mean} {integral}");
        assert!((variance - spread).abs() < 1e-12, "{pieces}: variance {variance} {spread}");
    }
}

#[test]
fn of_two_the_variance_is_what_the_lesson_says() {
    let Moments { mean, variance } = Moments::of_maximum(2);
    // 1/√π and 1 − 1/π to 16 digits.
    assert!((mean - 0.564_189_583_547_756_3).abs() < 1e-15);
    assert!((variance - 0.681_690_113_816_209_3).abs() < 1e-15);
}

/// The relative error of references with sixteen digits plus a few roundings, without cancellation.
const ROUNDINGS: f64 = 16.0 * f64::EPSILON;

#[test]
fn the_moments_of_lines_are_those_of_mpmath() {
    const TABLE: &str = include_str!("../../reference/maxout.csv");
    for row in TABLE.lines().skip(1) {
        let columns: Vec<_> = row.split(',').collect();
        let number = |text: &str| -> f64 { text.parse().unwrap_or_else(|_| panic!("{text}")) };
        let pair = |text: &str| {
            let (slope, intercept) = text.split_once(':').expect("slope:intercept");
            (number(slope), number(intercept))
        };
        let pieces: Vec<_> = columns[0].split(' ').map(pair).collect();
        let [mean, variance] = [1, 2].map(|column| number(columns[column]));
        let maxout = Maxout::new(lines(&pieces));
        let got = maxout.moments();
        let size = pieces.iter().fold(0.0_f64, |size, (w, b)| size.max(w.abs()).max(b.abs()));
        // A mean can cancel to nearly 0, so its bound is relative to the parameters.
        assert!((got.mean - mean).abs() <= ROUNDINGS * size, "{row}: {}", got.mean);
        // A kink t has been rounded three times. The mass beyond it falls as e^(−t²/2), which multiplies
        // a relative error of t by t².
        let far = maxout.kinks().iter().fold(1.0_f64, |far, t| far.max(t.abs().min(40.0)));
        let slack = far * far * ROUNDINGS * variance;
        assert!((got.variance - variance).abs() <= slack, "{row}: {}", got.variance);
    }
}

#[test]
fn the_moments_of_well_known_functions_are_the_published_ones() {
    use std::f64::consts::{FRAC_1_PI, PI};
    let root = (2.0 * PI).sqrt();
    for (pieces, mean, variance) in [
        // ReLU and |x|: the rectified and the folded normal distribution.
        (vec![(0.0, 0.0), (1.0, 0.0)], 1.0 / root, 0.5 - 0.5 * FRAC_1_PI),
        (vec![(-1.0, 0.0), (1.0, 0.0)], 2.0 / root, 1.0 - 2.0 * FRAC_1_PI),
        (vec![(-2.0, 0.0), (2.0, 0.0)], 4.0 / root, 4.0 - 8.0 * FRAC_1_PI),
        // 2x + |x| has the variance 4 + (1 − 2/π), because x and |x| are uncorrelated.
        (vec![(1.0, 0.0), (3.0, 0.0)], 2.0 / root, 5.0 - 2.0 * FRAC_1_PI),
    ] {
        let got = Maxout::new(lines(&pieces)).moments();
        assert!((got.mean - mean).abs() <= ROUNDINGS * mean, "{pieces:?}: {got:?}");
        assert!((got.variance - variance).abs() <= ROUNDINGS * variance, "{pieces:?}: {got:?}");
    }
}

#[test]
fn the_variance_is_compared_with_that_of_x() {
    for (pieces, spread) in [
        (&[(0.0, 3.0)][..], Spread::Gone),
        (&[(0.0, 3.0), (0.0, 3.0), (0.0, -1.0)], Spread::Gone),
        (&[(-1.0, 2.0)], Spread::Moved),
        (&[(1.0, 0.0), (1.0, 0.0)], Spread::Moved),
        // The first piece wins for all but 1 in 10⁶⁰ inputs.
        (&[(1.0, 0.0), (-5.0, -100.0)], Spread::Balanced),
        (&[(1.0, 0.0), (3.0, 0.0)], Spread::Larger),
        (&[(-2.0, 0.0), (2.0, 0.0)], Spread::Larger),
        (&[(1.5, 0.0)], Spread::Larger),
        (&[(0.5, 0.0)], Spread::Smaller),
        (&[(-1.0, 0.0), (1.0, 0.0)], Spread::Smaller),
        // A steep piece that is nowhere the largest has no effect.
        (&[(-1.0, 0.0), (1.0, 0.0), (0.0, -9.0)], Spread::Smaller),
        (&[(0.0, 0.0), (1.5, 0.0)], Spread::SmallerThoughSteep),
        (&[(-1.1, 0.0), (1.1, 0.0)], Spread::SmallerThoughSteep),
    ] {
        assert_eq!(Maxout::new(lines(pieces)).spread(), spread, "{pieces:?}");
    }
}

proptest! {
    #[test]
    fn a_variance_lies_within_its_bounds(pieces in prop_oneof![pieces(1.0), pieces(0.1), pieces(1e-3)]) {
        let maxout = Maxout::new(pieces.clone());
        let Moments { mean, variance } = maxout.moments();
        let slopes = || maxout.envelope().into_iter().map(|part| pieces[part.winner - 1].slope);
        let steepest = slopes().fold(0.0, |most: f64, slope| most.max(slope.abs()));
        let flattest = slopes().fold(f64::INFINITY, |least: f64, slope| least.min(slope.abs()));
        let is_monotone = slopes().all(|slope| slope >= 0.0) || slopes().all(|slope| slope <= 0.0);
        // The upper bound is Chernoff's inequality. The lower one holds because f − ax is monotone if all
        // slopes are beyond a.
        prop_assert!(variance >= 0.0 && variance <= steepest * steepest * (1.0 + 1e-12));
        prop_assert!(!is_monotone || variance >= flattest * flattest * (1.0 - 1e-12));
        // The lower bound is Jensen's inequality, because f is convex.
        prop_assert!(mean >= maxout.value(0.0) - 1e-12);
        // A mirrored input has the same distribution.
        let mirrored = pieces.iter().map(|p| Line { slope: -p.slope, ..*p }).collect();
        let other = Maxout::new(mirrored).moments();
        prop_assert!((other.mean - mean).abs() <= 1e-12 && (other.variance - variance).abs() <= 1e-12 * variance);
    }
}

#[test]
fn more_pieces_leave_less_variance() {
    let all: Vec<Moments> = (LEAST_PIECES..=MOST_PIECES).map(Moments::of_maximum).collect();
    assert!(all[0].variance < Moments::STANDARD.variance);
    for pair in all.windows(2) {
        assert!(pair[1].variance < pair[0].variance && pair[1].mean > pair[0].mean);
    }
}

#[test]
fn estimates_are_worked_out_by_hand() {
    // (2.25 + 0.25 + 0.25 + 2.25) / 3.
    let moments = Moments::of(&[1.0, 2.0, 3.0, 4.0]);
    assert_eq!(moments, Moments { mean: 2.5, variance: 5.0 / 3.0 });
}

#[test]
fn draws_are_standard_normal_and_their_largest_is_taken() {
    const SAMPLES: usize = 10_000;
    for pieces in LEAST_PIECES..=MOST_PIECES {
        for seed in [0, 7, 1_000_000] {
            let draws = Draws::new(pieces, SAMPLES, seed);
            assert_eq!(draws, Draws::new(pieces, SAMPLES, seed));
            assert_ne!(draws, Draws::new(pieces, SAMPLES, seed + 1));
            assert_eq!(draws.inputs.len(), pieces * SAMPLES);
            assert_eq!(draws.maxima.len(), SAMPLES);
            for (index, largest) in draws.maxima.iter().enumerate() {
                let sample = &draws.inputs[index * pieces..(index + 1) * pieces];
                assert!(sample.contains(largest) && sample.iter().all(|number| number <= largest));
            }
            // The seeds are pinned, so the test cannot fail by chance. The bounds are 4.5 standard
            // errors; a correct generator exceeds them with one seed in 150,000.
            let within = |got: f64, want: f64, error: f64| (got - want).abs() < 4.5 * error;
            let (inputs, maxima) = (Moments::of(&draws.inputs), Moments::of(&draws.maxima));
            let exact = Moments::of_maximum(pieces);
            let (count, samples) = (draws.inputs.len() as f64, SAMPLES as f64);
            assert!(within(inputs.mean, 0.0, (1.0 / count).sqrt()), "{inputs:?}");
            assert!(within(inputs.variance, 1.0, (2.0 / count).sqrt()), "{inputs:?}");
            assert!(within(maxima.mean, exact.mean, (exact.variance / samples).sqrt()));
            // The tails of the maximum are a little heavier than normal ones, so the factor is 2.3
            // instead of 2.
            let error = exact.variance * (2.3 / samples).sqrt();
            assert!(within(maxima.variance, exact.variance, error), "{maxima:?} {exact:?}");
            // Φ(−1), Φ(0), Φ(1) and Φ(2) to 6 digits. A uniform distribution with the same variance has
            // other shares.
            for (at, share) in [(-1.0, 0.158_655), (0.0, 0.5), (1.0, 0.841_345), (2.0, 0.977_250)] {
                let below = draws.inputs.iter().filter(|number| **number < at).count() as f64;
                assert!(within(below / count, share, (share * (1.0 - share) / count).sqrt()));
            }
            // Numbers drawn as a pair are independent, and so are their squares.
            let pairs = || draws.inputs.chunks_exact(2).map(|pair| (pair[0], pair[1]));
            let half = count / 2.0;
            let product = pairs().map(|(a, b)| a * b).sum::<f64>() / half;
            let squares = pairs().map(|(a, b)| (a * a - 1.0) * (b * b - 1.0)).sum::<f64>() / half;
            assert!(within(product, 0.0, (1.0 / half).sqrt()), "{product}");
            assert!(within(squares, 0.0, (4.0 / half).sqrt()), "{squares}");
        }
    }
}

#[test]
fn the_outputs_are_worked_out_by_hand() {
    for (link, [value, winner, gradient]) in [
        // The pieces are −0.5 and 1 at x = 1.
        ("maxout", [1.0, 2.0, 1.0]),
        ("maxout?x=-3", [1.5, 1.0, -0.5]),
        // At a tie the first piece wins.
        ("maxout?x=0", [0.0, 1.0, -0.5]),
        // The pieces are 0.5, −1, −4, 2 and 0.1 at x = −1 with b₄ = 0.5.
        ("maxout?k=5&x=-1&b4=0.5", [2.0, 4.0, -1.5]),
        // Pieces beyond k are ignored.
        ("maxout?b5=100", [1.0, 2.0, 1.0]),
    ] {
        assert_eq!(
            ["value", "winner", "gradient"].map(|name| output(link, name)),
            [value, winner, gradient],
            "{link}"
        );
    }
}

#[test]
fn the_outputs_say_that_the_variance_gets_smaller() {
    for k in LEAST_PIECES..=MOST_PIECES {
        let link = format!("maxout?k={k}&samples=10000");
        let exact = Moments::of_maximum(k);
        // About five standard errors of the variance of ten thousand numbers, √(2/10⁴) each.
        assert!((output(&link, "variance-in") - 1.0).abs() < 0.07);
        assert!((output(&link, "variance-out") - exact.variance).abs() < 0.07 * exact.variance);
        // Five standard errors of the mean, 1/100 each.
        assert!(output(&link, "mean-in").abs() < 0.05);
        assert!((output(&link, "mean-out") - exact.mean).abs() < 0.05);
    }
}

#[test]
fn the_outputs_of_the_lines_are_near_their_exact_moments() {
    for lines in [
        "",
        "k=5",
        "w1=1&w2=3",
        "w1=-2&w2=2",
        "w1=0",
        "k=3&w1=100&b2=-50&w3=-100",
        "w1=0&w2=0&b1=2",
    ] {
        let link = format!("maxout?samples=10000&{lines}");
        let exact = maxout(&link).moments();
        let (mean, variance) = (output(&link, "mean-f"), output(&link, "variance-f"));
        // Five standard errors for at least twenty thousand numbers. Those of a variance are twice those
        // of a normal distribution, because the tails of f(x) are heavier.
        assert!(
            (mean - exact.mean).abs() <= 0.035 * exact.variance.sqrt(),
            "{link}: {mean} {exact:?}"
        );
        assert!(
            (variance - exact.variance).abs() <= 0.1 * exact.variance,
            "{link}: {variance} {exact:?}"
        );
    }
}

#[test]
fn each_piece_has_a_weight_and_a_bias() {
    for k in LEAST_PIECES..=MOST_PIECES {
        assert_eq!(output(&format!("maxout?k={k}"), "parameters"), 2.0 * k as f64);
    }
}

#[test]
fn a_seed_gives_the_numbers_that_it_always_gave() {
    let draws = Draws::new(2, 2, 7);
    // These bits are the same on every machine.
    let known = [-0.4552105964042137, -1.4860852785221375, -2.6622327390498577, 0.4531422574112409];
    assert_eq!(draws.inputs, known);
}

#[test]
fn the_words_follow_from_the_numbers_in_every_language() {
    for text in text::all() {
        let words = &text.words.maxout;
        let [one, second, third] =
            &[1, 2, 3].map(|piece| words.tied_piece(say::TiedPiece { piece }));
        let two = words.tied_and_last(say::TiedAndLast { pieces: one, piece: second });
        let more = &words.tied_and_more(say::TiedAndMore { pieces: one, piece: second });
        let three = words.tied_and_last(say::TiedAndLast { pieces: more, piece: third });
        for (link, sentences) in [
            (
                "maxout",
                vec![
                    words.wins(say::Wins { winner: 2 }),
                    Html::trusted("max(−0.5<i>x</i>, <i>x</i>)"),
                ],
            ),
            (
                "maxout?x=-3",
                vec![
                    words.wins(say::Wins { winner: 1 }),
                    Html::trusted("= max(1.5, −3) = <strong>1.5<"),
                ],
            ),
            (
                "maxout?k=4&w1=-1&w2=0&w3=0&b3=-2.25&b2=3&b4=0.00001",
                vec![Html::trusted("max(−<i>x</i>, 3, −2.25, −1.5<i>x</i> + 1.00 × 10⁻⁵)")],
            ),
            (
                "maxout?w1=0.00001&b2=-2",
                vec![Html::trusted("max((1.00 × 10⁻⁵)<i>x</i>, <i>x</i> − 2)")],
            ),
            ("maxout?x=0", vec![words.tie(say::Tie { pieces: &two, winner: 1 })]),
            ("maxout?k=3&x=0&b3=0", vec![words.tie(say::Tie { pieces: &three, winner: 1 })]),
            // The variances are those tested above.
            (
                "maxout?w1=1&w2=3",
                vec![words.through_lines_larger(say::ThroughLinesLarger { variance: "4.3634" })],
            ),
            (
                "maxout?w1=-2&w2=2",
                vec![words.through_lines_larger(say::ThroughLinesLarger { variance: "1.4535" })],
            ),
            (
                "maxout?w1=0",
                vec![words.through_lines_smaller(say::ThroughLinesSmaller { variance: "0.3408" })],
            ),
            (
                "maxout?w1=0&w2=1.5",
                vec![words.through_lines_smaller_though_steep(
                    say::ThroughLinesSmallerThoughSteep { variance: "0.7669" },
                )],
            ),
            (
                "maxout?w1=0&w2=0",
                vec![words.through_lines_gone(say::ThroughLinesGone { variance: "0" })],
            ),
            (
                "maxout?w1=1&b1=-3",
                vec![words.through_lines_moved(say::ThroughLinesMoved { variance: "1" })],
            ),
            (
                "maxout?k=3",
                vec![words.of_independent(say::OfIndependent { k: 3, variance: "0.5595" })],
            ),
        ] {
            let said = says(link, text);
            for sentence in sentences {
                assert!(said.contains(sentence.as_str()), "{link}: {said}");
            }
        }
        let readouts = readouts("maxout", text);
        let notes: Vec<String> = readouts.rows.into_iter().filter_map(|row| row.note).collect();
        assert_eq!(notes[3], words.row_parameters_note(say::RowParametersNote { k: 2 }));
        let exact = ["0", "1", "0.5984", "0.2669", "0.5642 (1/√π)", "0.6817 (1 − 1/π)"];
        assert_eq!(notes[4..], exact.map(|value| words.exact(say::Exact { value })));
    }
}

#[test]
fn handles_move_the_pieces() {
    let mut view = permalink::decode("maxout?k=5");
    let settings = view.change(demo("maxout"));
    demo("maxout").drag(settings, "b4", (123.0, 1.52));
    // Rounded to the tenths of the slider.
    assert_eq!(settings.number(Key::new("b4")), 1.5);
    // The handle of the fourth piece's slope is at nine tenths of −5.
    demo("maxout").drag(settings, "w4", (4.0, 6.02));
    assert_eq!(settings.number(Key::new("w4")), -1.0);
    demo("maxout").drag(settings, "w4", (4.0, -1e9));
    assert_eq!(settings.number(Key::new("w4")), 100.0);
}

#[test]
fn every_handle_is_within_reach_and_the_probe_stops_at_kinks() {
    for link in ["maxout", "maxout?k=5", "maxout?k=4&w2=-100&b3=100&b1=-100"] {
        let Picture { scene, .. } = pictures(link).swap_remove(0);
        let k = maxout(link).pieces().len();
        assert_eq!(scene.handles.len(), 2 * k);
        for handle in &scene.handles {
            assert!(scene.x.contains(handle.at.0) && scene.y.contains(handle.at.1), "{handle:?}");
        }
        // Except at x = 0, no two handles are at the same place.
        let mut places: Vec<f64> = scene.handles.iter().map(|handle| handle.at.0).collect();
        places.sort_by(f64::total_cmp);
        places.dedup();
        assert_eq!(places.len(), k + 1);
        let kinks: Vec<f64> =
            maxout(link).kinks().into_iter().filter(|at| scene.x.contains(*at)).collect();
        assert_eq!(scene.stops, kinks, "{link}");
    }
}

#[test]
fn histograms_hold_every_number_on_axes_that_can_be_compared() {
    for link in [
        "maxout?k=5",
        "maxout?samples=100",
        "maxout?w1=1&w2=3",
        "maxout?w1=0",
        "maxout?w1=1&b1=100",
        "maxout?w1=100&b1=-100&w2=-100&b2=100",
        "maxout?w1=0&w2=0&b1=-7.3&b2=-100",
    ] {
        let scenes: Vec<_> = pictures(link).into_iter().skip(1).map(|p| p.scene).collect();
        let [inputs, outputs, maximum] = &scenes[..] else { panic!("three histograms") };
        assert_eq!((inputs.x, inputs.y), (maximum.x, maximum.y));
        assert!((inputs.x.length() - outputs.x.length()).abs() < 1e-9, "{link}");
        for scene in &scenes {
            let area = scene.marks.iter().map(|mark| match mark {
                Mark::Bar { x, y, .. } => x.length() * y.length(),
                _ => 0.0,
            });
            let area: f64 = area.sum();
            // All numbers but those beyond ±3.75 are in a bar: one in two thousand is missing, of a
            // hundred at most one.
            assert!((0.99..=1.0 + 1e-9).contains(&area), "{link}: {area}");
        }
    }
    // If f(x) fits on the axis of x, both have the same axis.
    let scenes: Vec<_> = pictures("maxout").into_iter().skip(1).map(|p| p.scene).collect();
    assert_eq!(scenes[0].x, scenes[1].x);
}

#[test]
fn at_first_each_piece_wins_somewhere() {
    for k in LEAST_PIECES..=MOST_PIECES {
        let maxout = maxout(&format!("maxout?k={k}"));
        assert_eq!(maxout.envelope().len(), k);
        assert!(maxout.kinks().iter().all(|at| at.abs() < 5.0));
    }
}

#[test]
fn presets_are_what_they_are_called() {
    let preset = |id: &str| {
        let preset = demo("maxout").presets.iter().find(|preset| preset.id == id).expect(id);
        maxout(&format!("maxout?{}", preset.settings))
    };
    let places = || (-20..=20).map(|quarter| f64::from(quarter) / 4.0);
    for (id, function) in [("as-relu", function("relu")), ("as-leaky-relu", function("leaky-relu"))]
    {
        for x in places() {
            // At 0 frameworks take the slope of the left side, and so does the first piece.
            let same = (preset(id).value(x), preset(id).gradient(x));
            assert_eq!(same, (function.value(x), function.gradient(x)), "{id} at {x}");
        }
    }
    for x in places() {
        assert_eq!(preset("as-absolute").value(x), x.abs());
        let (value, parabola) = (preset("five-tangents").value(x), x * x / 4.0);
        // Tangents of a convex curve are not above it, and quarters are exact.
        assert!(value <= parabola);
        assert_eq!(value == parabola, [-4.0, -2.0, 0.0, 2.0, 4.0].contains(&x), "at {x}");
    }
}

#[test]
fn presets_are_complete() {
    for preset in demo("maxout").presets {
        let mut view = permalink::decode("maxout?k=2&w1=3&b1=3&w2=-3&b2=3");
        view.change(demo("maxout")).set_all(preset.settings);
        let alone = permalink::decode(&format!("maxout?{}", preset.settings));
        assert_eq!(permalink::encode(&view), permalink::encode(&alone), "{}", preset.id);
    }
}

#[test]
fn a_piece_is_shown_while_it_takes_part() {
    for k in LEAST_PIECES..=MOST_PIECES {
        let settings = settings(&format!("maxout?k={k}"));
        let shown = settings.parameters().iter().filter(|parameter| settings.shows(parameter));
        // Two numbers for each piece, and k, x, samples and seed.
        assert_eq!(shown.count(), 2 * k + 4);
    }
}
