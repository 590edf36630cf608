//! Tests of learning α: gradients compared with difference quotients and dual numbers, the minimum
//! compared with a grid, and the words of the demo.

use crate::STAGE;
use activation_lab::models::learned_shape::{Divergence, Learned, Parameters, REACH, STEPS, Task};
use activation_lab::text;
use activation_lab::text::words::alpha as say;
use activations::{Activation, Function};
use proptest::prelude::*;

use super::shown::{demo, experiment, output, readouts, says, settings, table};

const SHAPES: [&str; 2] = ["elu", "leaky-relu"];

fn task(id: &str, seed: u64) -> Task {
    Task::new(Activation::find(id).expect(id), seed)
}

/// A number with its derivative with respect to one parameter.
#[derive(Clone, Copy)]
struct Dual(f64, f64);

impl Dual {
    fn plus(self, other: Dual) -> Dual {
        Dual(self.0 + other.0, self.1 + other.1)
    }

    fn times(self, other: Dual) -> Dual {
        Dual(self.0 * other.0, self.0 * other.1 + self.1 * other.0)
    }
}

/// The loss in dual numbers, computed from the formulas of the functions only. `by` is 0 for α, 1
/// for w and 2 for b.
fn dual_loss(task: &Task, id: &str, at: Parameters, by: usize) -> Dual {
    let seeded = |value: f64, index: usize| Dual(value, if index == by { 1.0 } else { 0.0 });
    let [alpha, w, b] = [seeded(at.alpha, 0), seeded(at.weight, 1), seeded(at.bias, 2)];
    let errors = task.points.iter().map(|(x, y)| {
        let z = w.times(Dual(*x, 0.0)).plus(b);
        let f = if z.0 > 0.0 {
            z
        } else if id == "elu" {
            alpha.times(Dual(z.0.exp() - 1.0, z.0.exp() * z.1))
        } else {
            alpha.times(z)
        };
        let error = f.plus(Dual(-y, 0.0));
        error.times(error)
    });
    let sum = errors.fold(Dual(0.0, 0.0), Dual::plus);
    sum.times(Dual(1.0 / task.points.len() as f64, 0.0))
}

prop_compose! {
    fn place()(
        id in prop::sample::select(SHAPES.to_vec()),
        seed in 0..1000_u64,
        share in 0.0..1.0_f64,
        weight in -3.0..3.0_f64,
        bias in -2.0..2.0_f64,
    ) -> (&'static str, Task, Parameters) {
        let task = task(id, seed);
        let range = task.parameter();
        let alpha = range.min + share * (range.max - range.min);
        (id, task, Parameters { alpha, weight, bias })
    }
}

proptest! {
    #[test]
    fn values_are_those_of_the_activation((id, task, at) in place(), x in -REACH..REACH) {
        let function = Function::new(Activation::find(id).expect(id), |_| at.alpha);
        // Both sides compute the same operations, so the bits are equal.
        prop_assert_eq!(task.value(x, at), function.value(at.weight * x + at.bias));
    }

    #[test]
    fn gradients_are_what_dual_numbers_give((id, task, at) in place()) {
        let gradient = task.gradient(at);
        let hand = [gradient.alpha, gradient.weight, gradient.bias];
        for (by, hand) in hand.into_iter().enumerate() {
            let dual = dual_loss(&task, id, at, by);
            // Forty terms of up to a few thousand each round differently by at most 1e−12. e^z − 1
            // without exp_m1 has an error of 1e−16 times an α of 5.
            prop_assert!((hand - dual.1).abs() < 1e-10, "{}: {} {}", by, hand, dual.1);
            prop_assert!((task.loss(at) - dual.0).abs() < 1e-10);
        }
    }

    #[test]
    fn gradients_are_what_the_loss_changes_by((_, task, at) in place()) {
        const STEP: f64 = 1e-5;
        // A difference across the kink of a point is not comparable.
        let reaches = |x: f64| (at.weight * x + at.bias).abs() < STEP * (REACH + 1.0);
        prop_assume!(!task.points.iter().any(|(x, _)| reaches(*x)));
        let gradient = task.gradient(at);
        let moved = |by: f64| [
            Parameters { alpha: at.alpha + by, ..at },
            Parameters { weight: at.weight + by, ..at },
            Parameters { bias: at.bias + by, ..at },
        ];
        let hand = [gradient.alpha, gradient.weight, gradient.bias];
        for ((up, down), hand) in moved(STEP).into_iter().zip(moved(-STEP)).zip(hand) {
            let difference = (task.loss(up) - task.loss(down)) / (2.0 * STEP);
            // Rounding: a loss of up to 400 over 2 STEP, so 4e−9. Curvature: STEP²/6 times a third
            // derivative of at most 8 · 4³ · 5² · 2, about 3e4, so 5e−7.
            prop_assert!((hand - difference).abs() < 1e-6, "{} {}", hand, difference);
        }
    }

    #[test]
    fn a_small_rate_never_makes_the_loss_larger(
        id in prop::sample::select(SHAPES.to_vec()),
        seed in 0..1000_u64,
        share in 0.0..1.0_f64,
    ) {
        let task = task(id, seed);
        let range = task.parameter();
        let start = task.start(Learned::Alpha, range.min + share * (range.max - range.min));
        // The loss is a parabola in α. Its curvature is at most twice the mean of u², and so at most
        // 2 · (1.5 · 4 + 0.5)² = 85. With a rate below 2/85 every step decreases the loss.
        let descent = task.descend(Learned::Alpha, start, 0.02);
        prop_assert_eq!(descent.divergence, None);
        prop_assert_eq!(descent.snapshots.len(), STEPS + 1);
        for pair in descent.snapshots.windows(2) {
            // At the minimum, rounding can increase the loss.
            prop_assert!(pair[1].loss <= pair[0].loss + 1e-14);
        }
    }

    #[test]
    fn no_rate_ends_in_what_is_not_a_number(
        id in prop::sample::select(SHAPES.to_vec()),
        learned in prop::sample::select(vec![Learned::Alpha, Learned::All]),
        seed in 0..1000_u64,
        rate in 0.0001..20.0_f64,
        share in 0.0..1.0_f64,
    ) {
        let task = task(id, seed);
        let range = task.parameter();
        let start = task.start(learned, range.min + share * (range.max - range.min));
        let descent = task.descend(learned, start, rate);
        prop_assert_eq!(descent.divergence.is_none(), descent.snapshots.len() == STEPS + 1);
        for moment in descent.snapshots {
            let numbers = [moment.at, moment.gradient].map(|p| [p.alpha, p.weight, p.bias]);
            prop_assert!(moment.loss.is_finite() && numbers.iter().flatten().all(|n| n.is_finite()));
            prop_assert!((range.min..=range.max).contains(&moment.at.alpha));
        }
    }

    #[test]
    fn a_step_is_the_same_whichever_way_one_gets_there(step in 0..=100_u32, detour in 0..=100_u32) {
        let demo = demo("alpha");
        let run = demo.run.as_ref().expect("it runs");
        let direct = settings(&format!("alpha?step={step}"));
        let mut around = settings(&format!("alpha?step={detour}"));
        let before = demo.experiment(&around);
        run.go(&mut around, step, before.last_step());
        let (direct, around) = (demo.experiment(&direct), demo.open(&around, Some(&*before)));
        prop_assert_eq!(direct.scenes(&STAGE), around.scenes(&STAGE));
        prop_assert_eq!(direct.readouts(text::all()[0]), around.readouts(text::all()[0]));
    }
}

#[test]
fn a_step_follows_from_the_one_before() {
    for learned in [Learned::Alpha, Learned::All] {
        let task = task("elu", 7);
        let whole = task.descend(learned, task.start(learned, 3.0), 0.2);
        // A descent from any of its snapshots repeats the rest of the whole descent.
        let rest = task.descend(learned, whole.snapshots[40].at, 0.2);
        assert_eq!(whole.snapshots[40..], rest.snapshots[..=STEPS - 40]);
    }
}

#[test]
fn the_minimum_is_that_of_a_fine_grid() {
    for (id, start, rate) in [("elu", 3.0, 0.5), ("leaky-relu", 0.9, 0.1)] {
        for seed in 1..=5 {
            let task = task(id, seed);
            let start = task.start(Learned::Alpha, start);
            let descent = task.descend(Learned::Alpha, start, rate);
            let found = descent.snapshots[STEPS].at.alpha;
            let range = task.parameter();
            let places = (0..=50_000)
                .map(|i| f64::from(i) * 1e-4)
                .filter(|alpha| (range.min..=range.max).contains(alpha));
            let loss = |alpha: f64| task.loss(Parameters { alpha, ..start });
            let best = places.min_by(|a, b| loss(*a).total_cmp(&loss(*b))).expect("places");
            // The grid has steps of 1e−4, so its best place is within half a step. The rest allows
            // for the steps still missing at the end of the descent.
            assert!((found - best).abs() < 1e-4, "{id} {seed}: {found} {best}");
        }
    }
}

#[test]
fn learning_all_three_ends_lower_than_the_neuron_that_gave_the_data() {
    let task = task("elu", 7);
    let descent = task.descend(Learned::All, task.start(Learned::All, 3.0), 0.2);
    let last = descent.snapshots[STEPS];
    // The least-squares fit includes a little of the noise but stays close to the hidden neuron.
    // Forty points with noise of 0.09 (standard deviation) leave an uncertainty of about 0.03 in
    // each parameter.
    assert!(last.loss < task.loss(task.hidden));
    for (found, hidden) in [
        (last.at.alpha, task.hidden.alpha),
        (last.at.weight, task.hidden.weight),
        (last.at.bias, task.hidden.bias),
    ] {
        assert!((found - hidden).abs() < 0.1, "{found} {hidden}");
    }
}

#[test]
fn only_negative_sums_have_a_say() {
    let task = task("elu", 7);
    // The sums of all inputs within ±4 are at least 1.
    let away = Parameters { alpha: 2.0, weight: 1.0, bias: 5.0 };
    assert_eq!((task.negative(away), task.gradient(away).alpha), (0, 0.0));
    let all = Parameters { bias: -5.0, ..away };
    assert_eq!(task.negative(all), task.points.len());
    assert!(task.gradient(all).alpha != 0.0);
}

#[test]
fn too_large_a_rate_diverges_and_ends() {
    // The loss is a parabola. From a rate of twice the inverse of its curvature on, every step leads
    // farther away.
    let task = task("elu", 7);
    let start = task.start(Learned::Alpha, 1.4);
    let slope = |alpha: f64| task.gradient(Parameters { alpha, ..start }).alpha;
    let limit = 2.0 / (slope(2.0) - slope(1.0));
    let end = |rate: f64| task.descend(Learned::Alpha, start, rate).divergence;
    assert_eq!(end(0.98 * limit), None);
    assert_eq!(end(1.05 * limit), Some(Divergence::Range));
    let all = task.descend(Learned::All, task.start(Learned::All, 3.0), 3.0);
    assert_eq!(all.divergence, Some(Divergence::Loss));
}

/// The views of published links must not change, so the data of a seed must never change.
#[test]
fn a_seed_always_gives_the_same_data() {
    for (id, seed, hidden, point) in PINNED {
        let task = task(id, seed);
        assert_eq!(
            (task.hidden.alpha, task.hidden.weight, task.hidden.bias),
            hidden,
            "{id} {seed}"
        );
        // The sum of this point is positive, so its value does not depend on a platform's
        // exponential.
        assert_eq!(task.points[0], point, "{id} {seed}");
    }
}

type Pinned = (&'static str, u64, (f64, f64, f64), (f64, f64));

const PINNED: [Pinned; 2] = [
    (
        "elu",
        7,
        (1.1299180998816578, 0.8909223316065643, -0.07960864998169304),
        (0.10840237319007784, 0.11552230413600441),
    ),
    (
        "leaky-relu",
        0,
        (0.2015895041020952, 0.7005096704283557, -0.4783668861244118),
        (1.9532227053060751, 0.9790349359078439),
    ),
];

#[test]
fn the_verdict_follows_from_the_numbers_in_every_language() {
    let number = |link: &str, name: &str| text::number::read(output(link, name));
    for text in text::all() {
        let words = &text.words.alpha;
        let gradient = number("alpha?step=0", "grad-alpha");
        let start = says("alpha?step=0", text);
        assert!(start.contains(
            words.descends_left(say::DescendsLeft { symbol: "α", gradient: &gradient }).as_str()
        ));
        // The number after the step equals the number at the next step.
        assert!(start.contains(&format!("= <strong>{}</strong>", number("alpha?step=1", "alpha"))));
        let link = "alpha?alpha=0.2&step=0";
        let gradient = number(link, "grad-alpha");
        assert!(says(link, text).contains(
            words.descends_right(say::DescendsRight { symbol: "α", gradient: &gradient }).as_str()
        ));
        let hidden = text::number::read(task("elu", 7).hidden.alpha);
        let arrived = words.arrived(say::Arrived {
            symbol: "α",
            value: &number("alpha", "alpha"),
            hidden: &hidden,
        });
        assert!(says("alpha", text).contains(arrived.as_str()));
        let link = "alpha?alpha=1.4&rate=3.9";
        let last = experiment(link).last_step();
        let thrown = words.leaves_its_range(say::LeavesItsRange {
            step: last as usize,
            symbol: "α",
            rate: "3.9",
        });
        assert!(last < 100 && says(link, text).contains(thrown.as_str()));
        // The last step leaves the range. The words say so before the step and after it.
        let link = "alpha?alpha=1.4&rate=3.9&step=10";
        let kept = words.kept(say::Kept { symbol: "α", low: "0.1", high: "5", kept: "0.1" });
        assert!(last == 11 && says(link, text).contains(kept.as_str()));
        assert!(says("alpha?alpha=1.4&rate=3.9", text).contains(kept.as_str()));
        let link = "alpha?alpha=1.4&rate=3.9&step=3";
        let before = number("alpha?alpha=1.4&rate=3.9&step=2", "loss");
        assert!(
            says(link, text).contains(
                words
                    .rises(say::Rises {
                        before: &before,
                        after: &number(link, "loss"),
                        rate: "3.9"
                    })
                    .as_str()
            )
        );
        let exploded = says("alpha?learn=all&rate=3", text);
        let loss = number("alpha?learn=all&rate=3", "loss");
        assert!(
            (1..100).any(|step| exploded
                .contains(words.explodes(say::Explodes { step, loss: &loss, rate: "3" }).as_str()))
        );
        assert!(says("alpha?shape=leaky-relu&rate=0.02", text).contains("∂<i>s</i> = <i>z</i>"));
    }
}

#[test]
fn the_presets_that_arrive_never_rise() {
    for preset in demo("alpha").presets.iter().filter(|preset| preset.id != "alpha-too-fast") {
        let table = table(&format!("alpha?{}", preset.settings), text::all()[0]);
        let losses: Vec<f64> = table.rows.iter().filter_map(|row| row[3]).collect();
        assert_eq!(losses.len(), STEPS + 1);
        // At the minimum, rounding can increase the loss.
        assert!(losses.windows(2).all(|pair| pair[1] <= pair[0] + 1e-14), "{}", preset.id);
    }
}

#[test]
fn weight_and_bias_are_shown_where_they_are_learned() {
    let names = |link: &str| -> Vec<String> {
        let readouts = readouts(link, text::all()[0]);
        readouts.rows.into_iter().flat_map(|row| row.cells).map(|cell| cell.name).collect()
    };
    assert_eq!(names("alpha"), ["alpha", "grad-alpha", "loss"]);
    assert_eq!(names("alpha?learn=all"), ["alpha", "grad-alpha", "loss", "w", "b"]);
}
