//! Tests of gradient descent on one weight: gradients compared with difference quotients and dual
//! numbers, the parabola compared with its closed form, and the words of the demo.

use crate::STAGE;
use activation_lab::demos::Stage;
use activation_lab::demos::settings::{Key, Settings};
use activation_lab::models::descent::{INPUT, STEPS, TARGET, Task, lost};
use activation_lab::plot::Scene;
use activation_lab::plot::paint::svg;
use activation_lab::plot::scene::{Dot, Mark, Stroke};
use activation_lab::plot::theme::LIGHT;
use activation_lab::text;
use activation_lab::text::words::descent as say;
use activations::{ALL, Function};
use proptest::prelude::*;

use super::function;
use super::shown::{demo, experiment, output, pictures, readouts, says, settings, table};
use crate::dual::Dual;
use crate::rounding;

fn task(id: &str) -> Task {
    Task::new(function(id))
}

/// The loss in dual numbers over the weight. The functions have tests of their own.
fn dual_loss(function: &Function, input: f64, target: f64, weight: f64) -> Dual {
    let error = (Dual::variable(weight) * input).through(function) - target;
    error * error
}

proptest! {
    #[test]
    fn gradients_are_what_dual_numbers_give(
        index in 0..ALL.len(),
        weight in -4.0..4.0_f64,
        input in -3.0..3.0_f64,
        target in -2.0..2.0_f64,
    ) {
        let function = Function::with_defaults(&ALL[index]);
        let task = Task { function, input, target };
        let at = task.at(weight);
        let dual = dual_loss(&function, input, target, weight);
        // A few roundings each, in another order.
        let near = |got: f64, want: f64| (got - want).abs() <= 8.0 * f64::EPSILON * want.abs();
        prop_assert!(near(at.loss, dual.re), "{:?}: {} {}", function, at.loss, dual.re);
        prop_assert!(near(at.gradient, dual.eps), "{:?}: {} {}", function, at.gradient, dual.eps);
        // The gradient is the product of the factors of the chain rule.
        prop_assert_eq!(at.gradient, at.output_gradient * at.slope * input);
    }

    #[test]
    fn gradients_are_what_the_loss_changes_by(index in 0..ALL.len(), weight in -4.0..4.0_f64) {
        const STEP: f64 = 1e-6;
        let task = Task::new(Function::with_defaults(&ALL[index]));
        let function = task.function;
        // A difference across a kink is not comparable.
        let reaches = |at: f64| (weight * INPUT - at).abs() < 2.0 * STEP * INPUT;
        prop_assume!(!function.kinks().iter().any(|kink| reaches(kink.at)));
        let ends = [weight - STEP, weight + STEP].map(|weight| task.at(weight));
        let difference = (ends[1].loss - ends[0].loss) / (ends[1].weight - ends[0].weight);
        let at = task.at(weight);
        // The quotient is off by h/2 · |L″| with L″ = 2 x² (f′² + (f − target) f″), doubled, because the factors
        // move a little. The error of the loss is that of f times 2 (f − target).
        let error = (function.value(at.z) - task.target).abs() + STEP;
        let bend = at.slope.powi(2) + error * function.facts().curvature;
        let rounding = 4.0 * error * rounding::of_value(&function, at.z) + 4.0 * f64::EPSILON * at.loss;
        let tolerance = STEP * 2.0 * INPUT.powi(2) * bend + rounding / STEP;
        let gradient = at.gradient;
        prop_assert!((gradient - difference).abs() <= tolerance, "{:?} {} {}", function, gradient, difference);
    }

    /// w_n = w* + (1 − 2η·x²)ⁿ (w₀ − w*).
    #[test]
    fn on_the_parabola_the_weights_are_those_of_the_closed_form(
        start in -5.0..5.0_f64,
        rate in 0.001..0.249_f64,
    ) {
        let descent = task("identity").descend(start, rate);
        prop_assert!(!descent.has_diverged);
        prop_assert_eq!(descent.snapshots.len(), STEPS + 1);
        let best = TARGET / INPUT;
        let factor = 1.0 - 2.0 * rate * INPUT * INPUT;
        for (step, at) in descent.snapshots.iter().enumerate() {
            let want = best + factor.powi(step as i32) * (start - best);
            // Each step rounds numbers of at most 50 and does not amplify earlier errors.
            prop_assert!((at.weight - want).abs() < 1e-12, "{}: {} {}", step, at.weight, want);
        }
    }

    #[test]
    fn the_parabola_diverges_from_the_inverse_of_the_squared_input_on(
        start in -5.0..5.0_f64,
        excess in 1.1..20.0_f64,
    ) {
        let best = TARGET / INPUT;
        prop_assume!((start - best).abs() > 1.0);
        let limit = 1.0 / (INPUT * INPUT);
        let losses = |rate: f64| -> Vec<f64> {
            let snapshots = task("identity").descend(start, rate).snapshots;
            snapshots.iter().map(|at| at.loss).collect()
        };
        // Below the limit each step comes closer, above it each step leads farther away.
        let below = losses(limit / excess);
        // At the minimum, rounding can increase the loss.
        prop_assert!(below.windows(2).all(|pair| pair[1] <= pair[0] + 1e-30));
        let above = losses(limit * excess);
        prop_assert!(above.windows(2).all(|pair| pair[1] > pair[0]));
        // (2 · 1.1 − 1)² to the power of 30 is 57,000. The limit is a hundred times the loss plus
        // 100, and 100 is at most 25 times the loss here.
        prop_assert!(task("identity").descend(start, limit * excess).has_diverged);
        let last = above[above.len() - 1];
        prop_assert!(last > lost(above[0]) && above[..above.len() - 1].iter().all(|l| *l <= lost(above[0])));
    }

    #[test]
    fn no_setting_ends_in_what_is_not_a_number(
        index in 0..ALL.len(),
        start in -100.0..=100.0_f64,
        rate in 0.0001..=20.0_f64,
        step in 0..=30_u32,
        arrival in 0.0..=1.0_f64,
    ) {
        let link = format!("descent?f={}&w={start}&rate={rate}&step={step}", ALL[index].id);
        for row in table(&link, text::all()[0]).rows {
            prop_assert!(row.iter().flatten().all(|number| number.is_finite()), "{} {:?}", link, row);
        }
        for cell in readouts(&link, text::all()[0]).rows.into_iter().flat_map(|row| row.cells) {
            prop_assert!(cell.value.is_finite(), "{} {}", link, cell.name);
        }
        for picture in pictures(&link, &Stage { arrival, ..STAGE }) {
            let svg = svg(&picture.scene, &picture.layout, &LIGHT);
            prop_assert!(!svg.contains("NaN") && !svg.contains("inf"), "{}", link);
        }
    }

    #[test]
    fn a_step_is_the_same_whichever_way_one_gets_there(step in 0..=30_u32, detour in 0..=30_u32) {
        let demo = demo("descent");
        let run = demo.run.as_ref().expect("it runs");
        let direct = settings(&format!("descent?f=tanh&w=-1&step={step}"));
        let mut around = settings(&format!("descent?f=tanh&w=-1&step={detour}"));
        let before = demo.experiment(&around);
        run.go(&mut around, step, before.last_step());
        let (direct, around) = (demo.experiment(&direct), demo.open(&around, Some(&*before)));
        prop_assert_eq!(direct.scenes(&STAGE), around.scenes(&STAGE));
        prop_assert_eq!(direct.readouts(text::all()[0]), around.readouts(text::all()[0]));
    }

    #[test]
    fn where_the_function_is_flat_nothing_moves(start in -5.0..5.0_f64, rate in 0.001..20.0_f64) {
        for at in task("step").descend(start, rate).snapshots {
            prop_assert_eq!((at.weight, at.gradient), (start, 0.0));
        }
        let start = -start.abs();
        for at in task("relu").descend(start, rate).snapshots {
            prop_assert_eq!((at.weight, at.loss), (start, TARGET * TARGET));
        }
    }
}

#[test]
fn a_step_follows_from_the_one_before() {
    let task = task("sigmoid");
    let whole = task.descend(-2.0, 1.0);
    // A descent from any of its snapshots repeats the rest of the whole descent.
    let rest = task.descend(whole.snapshots[12].weight, 1.0);
    assert_eq!(whole.snapshots[12..], rest.snapshots[..=STEPS - 12]);
}

#[test]
fn on_a_plateau_a_large_rate_hardly_moves() {
    let moved = |start: f64| {
        let snapshots = task("sigmoid").descend(start, 1.0).snapshots;
        (snapshots[STEPS].weight - start).abs()
    };
    // From w = −4 the gradient is 2 (σ(−8) − 0.8) σ′(−8) 2 = −1.07e−3, and it hardly changes.
    assert!((0.02..0.05).contains(&moved(-4.0)), "{}", moved(-4.0));
    assert!(moved(-1.0) > 1.0, "{}", moved(-1.0));
}

#[test]
fn the_outputs_follow_from_one_another() {
    let names = |link: &str| -> Vec<String> {
        let readouts = readouts(link, text::all()[0]);
        readouts.rows.into_iter().flat_map(|row| row.cells).map(|cell| cell.name).collect()
    };
    assert_eq!(names("descent"), ["w", "a", "loss", "grad-w", "w-next"]);
    for activation in ALL {
        let link = |step: u32| format!("descent?f={}&w=1.5&rate=0.1&step={step}", activation.id);
        for step in 0..5 {
            let next = output(&link(step), "w-next");
            assert_eq!(next, output(&link(step + 1), "w"), "{} {step}", activation.id);
            let [w, gradient] = ["w", "grad-w"].map(|name| output(&link(step), name));
            assert_eq!(next, w - 0.1 * gradient, "{} {step}", activation.id);
        }
    }
}

/// The marks of a picture.
fn scene(link: &str, id: &str, arrival: f64) -> Scene {
    let found = pictures(link, &Stage { arrival, ..STAGE });
    found.into_iter().find(|picture| picture.id == id).expect(id).scene
}

fn dot(scene: &Scene, wanted: Dot) -> Option<(f64, f64)> {
    scene.marks.iter().find_map(|mark| match mark {
        Mark::Dot { at, dot, .. } if *dot == wanted => Some(*at),
        _ => None,
    })
}

#[test]
fn the_ball_and_the_next_step_are_where_the_numbers_say() {
    for link in ["descent?step=0", "descent?step=3", "descent?f=tanh&w=-1&rate=0.3&step=4"] {
        let scene = scene(link, "descent-valley", 1.0);
        let [w, loss, next] = ["w", "loss", "w-next"].map(|name| output(link, name));
        assert_eq!(dot(&scene, Dot::Closed), Some((w, loss)), "{link}");
        let task = task(settings(link).choice(Key::new("f")));
        assert_eq!(dot(&scene, Dot::Open), Some((next, task.at(next).loss)), "{link}");
    }
    // A run that has diverged has no next step.
    let over = scene("descent?rate=0.3", "descent-valley", 1.0);
    assert_eq!(dot(&over, Dot::Open), None);
    let is_dashed = |mark: &Mark| matches!(mark, Mark::Curve { stroke: Stroke::Dashed, .. });
    assert!(!over.marks.iter().any(is_dashed));
}

#[test]
fn axes_stand_still_through_a_run() {
    for preset in demo("descent").presets {
        let [first, last] = ["0", "30"].map(|step| {
            let mut settings = Settings::new((demo("descent").parameters)());
            settings.set_all(preset.settings);
            settings.set("step", step);
            demo("descent").experiment(&settings).scenes(&STAGE)
        });
        for (first, last) in first.iter().zip(&last) {
            let axes = |scene: &Scene| (scene.x, scene.y);
            assert_eq!(axes(&first.scene), axes(&last.scene), "{} {}", preset.id, first.id);
        }
    }
}

#[test]
fn the_step_s_loss_is_not_joined_over_its_jump() {
    let scene = scene("descent?f=step&w=-1", "descent-valley", 1.0);
    let Some(Mark::Curve { runs, .. }) =
        scene.marks.iter().find(|mark| matches!(mark, Mark::Curve { stroke: Stroke::Solid, .. }))
    else {
        panic!("there is a curve");
    };
    assert_eq!(runs.len(), 2);
    // (0 − 0.8)² to the left of 0 and (1 − 0.8)² to the right.
    assert!(runs[0].iter().all(|(w, loss)| *w <= 0.0 && *loss == TARGET * TARGET));
    let right = (1.0 - TARGET).powi(2);
    assert!(runs[1].iter().all(|(w, loss)| *w >= 0.0 && *loss == right));
}

#[test]
fn the_output_of_a_negative_weight_jumps_the_other_way() {
    let scene = scene("descent?f=step&w=-1", "descent-fit", 1.0);
    let curves = scene.marks.iter().filter_map(|mark| match mark {
        Mark::Curve { runs, stroke: Stroke::Solid, .. } => Some(runs),
        _ => None,
    });
    for runs in curves {
        assert_eq!(runs.len(), 2);
        assert!(runs[0].iter().all(|(x, a)| *x <= 0.0 && *a == 1.0));
        assert!(runs[1].iter().all(|(x, a)| *x >= 0.0 && *a == 0.0));
    }
}

#[test]
fn the_verdict_follows_from_the_numbers_in_every_language() {
    let number = |link: &str, name: &str| text::number::read(output(link, name));
    for text in text::all() {
        let words = &text.words.descent;
        let assert_says = |link: &str, want: &str| {
            let said = says(link, text);
            assert!(said.contains(want), "{link}: {said}\n{want}");
        };
        let start = "descent?step=0";
        assert_says(
            start,
            words.descends_left(say::DescendsLeft { gradient: &number(start, "grad-w") }).as_str(),
        );
        // By hand: 2 (4 − 0.8) · 1 · 2 = 12.8, and 2 − 0.05 · 12.8 = 1.36.
        assert_says(start, "(4 − 0.8)² = <strong>10.2400</strong>");
        assert_says(start, "= 6.4000 × 1 × 2 = <strong>12.8000</strong>");
        assert_says(start, "= 2 − 0.05 × 12.8000 = <strong>1.3600</strong>");
        let left = "descent?w=-1&step=0";
        assert_says(
            left,
            words.descends_right(say::DescendsRight { gradient: &number(left, "grad-w") }).as_str(),
        );
        assert_says(
            "descent",
            words
                .arrived(say::Arrived {
                    weight: &number("descent", "w"),
                    output: &number("descent", "a"),
                    target: "0.8",
                })
                .as_str(),
        );
        assert_says(
            "descent?rate=0.005",
            words.too_slow(say::TooSlow { steps: 30, rate: "0.005" }).as_str(),
        );
        let before = |link: &str, step: u32| number(&format!("{link}&step={}", step - 1), "loss");
        let link = "descent?rate=0.24";
        assert_says(
            link,
            words
                .crosses(say::Crosses { before: &before(link, 30), after: &number(link, "loss") })
                .as_str(),
        );
        let link = "descent?rate=0.25";
        assert_says(
            link,
            words.bounces(say::Bounces { loss: &number(link, "loss"), rate: "0.25" }).as_str(),
        );
        let link = "descent?rate=0.3&step=2";
        let first = before("descent?rate=0.3", 2);
        assert_says(
            link,
            words
                .rises(say::Rises { before: &first, after: &number(link, "loss"), rate: "0.3" })
                .as_str(),
        );
        let link = "descent?rate=0.3";
        let last = experiment(link).last_step();
        assert!(last < 30);
        assert_says(
            link,
            words
                .diverged(say::Diverged {
                    step: last as usize,
                    loss: &number(link, "loss"),
                    rate: "0.3",
                })
                .as_str(),
        );
        let link = "descent?f=sigmoid&w=-4&rate=1";
        let at = task("sigmoid").at(output(link, "w"));
        assert_says(
            link,
            words
                .flat(say::Flat {
                    slope: &text::number::read(at.slope),
                    gradient: &number(link, "grad-w"),
                })
                .as_str(),
        );
        assert_says("descent?f=step", words.no_gradient.as_str());
        assert_says("descent?f=relu&w=0", words.on_kink(say::OnKink { used: "0" }).as_str());
        assert!(
            !says("descent?f=identity&w=0", text)
                .contains(words.on_kink(say::OnKink { used: "1" }).as_str())
        );
    }
}
