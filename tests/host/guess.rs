//! Guessing works for every curve: for every demo of the registry, in its default view and in every
//! preset.

use crate::STAGE;
use activation_lab::demos::settings::Settings;
use activation_lab::demos::{ALL, Demo, Picture};
use activation_lab::permalink;
use activation_lab::plot::guess::{Drawing, STEPS, Truth};
use activation_lab::plot::scene::{Mark, Scene, Stroke};
use activation_lab::plot::theme::Role;

fn pictures(link: &str) -> Vec<Picture> {
    let view = permalink::decode(link);
    view.demo().experiment(view.settings(view.demo())).scenes(&STAGE)
}

fn scene(link: &str, id: &str) -> Scene {
    let found = pictures(link).into_iter().find(|picture| picture.id == id);
    found.unwrap_or_else(|| panic!("{link} shows {id}")).scene
}

/// The default view and the presets of a demo.
fn views(demo: &Demo) -> impl Iterator<Item = Settings> {
    let links = [""].into_iter().chain(demo.presets.iter().map(|preset| preset.settings));
    links.map(|link| {
        let mut settings = Settings::new((demo.parameters)());
        settings.set_all(link);
        settings
    })
}

/// Whether a mark reveals a curve or a bar that is to be guessed.
fn is_revealing(mark: &Mark, truth: &Truth) -> bool {
    match mark {
        Mark::Curve { role: Role::Series(_), stroke, .. } => {
            !truth.is_gradient || *stroke == Stroke::Dashed
        }
        Mark::Names(names) => {
            !truth.is_gradient || names.iter().any(|name| name.stroke == Stroke::Dashed)
        }
        Mark::Curve { .. } | Mark::Label { .. } | Mark::Band { .. } => true,
        Mark::Bar { role, .. } | Mark::Dot { role, .. } => matches!(role, Role::Series(_)),
        _ => false,
    }
}

#[test]
fn every_picture_with_a_curve_can_be_guessed_and_tells_nothing_before() {
    for demo in ALL {
        let mut guessed = 0;
        for settings in views(demo) {
            let pictures = demo.experiment(&settings).scenes(&STAGE);
            for Picture { id, scene, .. } in &pictures {
                let Some(truth) = Truth::of(scene) else { continue };
                guessed += 1;
                let mut hidden = scene.clone();
                truth.hide(&mut hidden);
                let left = hidden.marks.iter().find(|mark| is_revealing(mark, &truth));
                assert_eq!(left, None, "{} {id}", demo.id);
                assert_eq!((hidden.x, hidden.y), (scene.x, scene.y), "{} {id}", demo.id);

                // A horizontal line through the middle of the plot.
                let mut drawing = Drawing::new(scene.x, scene.y);
                let middle = scene.y.low + 0.5 * scene.y.length();
                drawing.stroke((scene.x.low, middle), (scene.x.high, middle));
                for series in truth.series() {
                    let close = truth.closeness(&drawing, series);
                    let close = close.unwrap_or_else(|| panic!("{} {id} {series}", demo.id));
                    // No place of an axis is farther from its middle than half its length.
                    assert!(
                        (0.0..=0.5 + 1e-9).contains(&close.mean),
                        "{} {id}: {close:?}",
                        demo.id
                    );
                    // The sum of 481 equal numbers has rounding errors.
                    assert!(close.largest >= close.mean - 1e-12, "{} {id}: {close:?}", demo.id);
                    assert_eq!(close.covered, 1.0, "{} {id}", demo.id);
                }
            }
        }
        assert!(guessed > 0, "{} has a curve", demo.id);
    }
}

#[test]
fn who_draws_what_is_there_is_right() {
    for demo in ALL {
        for settings in views(demo) {
            for Picture { id, scene, .. } in demo.experiment(&settings).scenes(&STAGE) {
                let Some(truth) = Truth::of(&scene) else { continue };
                let series = truth.series().next().expect("there is a curve");
                let mut drawing = Drawing::new(scene.x, scene.y);
                for step in 0..=STEPS {
                    let x = drawing.place(step);
                    if let Some(y) = truth.height(series, x) {
                        drawing.stroke((x, y), (x, y));
                    }
                }
                let close = truth.closeness(&drawing, series).expect("it has been drawn");
                // At a jump, and where a curve leaves the axes, the height at a place differs from its
                // neighbours. Elsewhere it is the same except for a few roundings.
                assert!(close.mean < 1e-3, "{} {id}: {close:?}", demo.id);
            }
        }
    }
}

#[test]
fn the_gradient_of_every_function_can_be_guessed() {
    for activation in activations::all() {
        let link = format!("explorer?f={}", activation.id);
        let [value, gradient] = ["value", "gradient"].map(|id| scene(&link, id));
        let truth = Truth::of(&gradient).expect("it has a gradient");
        assert!(truth.is_gradient, "{}", activation.id);
        let [series] = truth.series().collect::<Vec<_>>()[..] else {
            panic!("one function: {}", activation.id);
        };
        let shown = Truth::of(&value).expect("it has a value");
        assert_eq!(shown.series().collect::<Vec<_>>(), [series], "{}", activation.id);
        // The values, from which gradients follow, stay visible.
        let mut beside = value.clone();
        truth.hide_beside(&mut beside);
        assert!(beside.marks.iter().any(|mark| matches!(mark, Mark::Curve { .. })));
        // While values are guessed, gradients are hidden.
        let mut beside = gradient.clone();
        Truth::of(&value).expect("it has a value").hide_beside(&mut beside);
        assert!(beside.marks.is_empty(), "{}", activation.id);
        // If both are in one plot, only the values stay.
        let both = scene(&format!("{link}&show=overlay"), "overlay");
        let truth = Truth::of(&both).expect("it has a gradient");
        let mut hidden = both.clone();
        truth.hide(&mut hidden);
        let curves = hidden.marks.iter().filter(|mark| matches!(mark, Mark::Curve { .. }));
        assert_eq!((truth.is_gradient, curves.count()), (true, 1), "{}", activation.id);
    }
}

#[test]
fn a_difference_can_be_guessed_from_its_values() {
    let link = "explorer?f=relu,softplus&show=difference";
    let [value, difference] = ["value", "difference"].map(|id| scene(link, id));
    let truth = Truth::of(&difference).expect("it has a curve");
    assert_eq!((truth.is_gradient, truth.series().count()), (false, 1));
    let mut hidden = difference.clone();
    truth.hide(&mut hidden);
    assert!(hidden.marks.iter().all(|mark| matches!(mark, Mark::Rule { .. })), "{hidden:?}");
    // The values stay, without the line where they are farthest apart.
    let mut beside = value.clone();
    truth.hide_beside(&mut beside);
    let curves = beside.marks.iter().filter(|mark| matches!(mark, Mark::Curve { .. }));
    assert_eq!(curves.count(), 2);
    // While the values are guessed, their difference is hidden.
    let mut beside = difference.clone();
    Truth::of(&value).expect("it has values").hide_beside(&mut beside);
    assert!(beside.marks.is_empty());
}

#[test]
fn nothing_else_of_the_chain_tells_how_its_gradient_shrinks() {
    let link = "chain?beside=tanh,relu&x=1";
    let truth = Truth::of(&scene(link, "depths")).expect("there are curves");
    assert_eq!(truth.series().count(), 3);
    for Picture { id, mut scene, .. } in pictures(link) {
        if id != "depths" {
            truth.hide_beside(&mut scene);
            assert!(scene.marks.is_empty(), "{id}");
        }
    }
    // For sigmoid from x = 0, the gradient is 0.25 to the power of at most 10; its log₁₀ ends at log₁₀
    // 3.875220232e−7.
    let truth = Truth::of(&scene("chain?x=0", "depths")).expect("there is a curve");
    let end = truth.height(0, 10.0).expect("it goes to the end");
    assert!((end - 3.875_220_232e-7_f64.log10()).abs() < 1e-8, "{end}");
}

#[test]
fn where_nothing_is_shown_there_is_nothing_to_guess() {
    let nothing = pictures("explorer?f=");
    assert!(!nothing.is_empty());
    assert!(nothing.iter().all(|picture| Truth::of(&picture.scene).is_none()));
}
