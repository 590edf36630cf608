//! The places of the names of curves: inside the plot, and no two of them overlapping, for any curves; and every curve of
//! the lesson has its name.

use crate::cases;
use activation_lab::demos::settings::Settings;
use activation_lab::demos::{ALL, Stage};
use activation_lab::plot::axis::Ticks;
use activation_lab::plot::names::{Placed, place};
use activation_lab::plot::scene::{Mark, Name, Stroke};
use activation_lab::plot::theme::Role;
use activation_lab::plot::{Interval, Layout, Scene};
use activation_lab::text;
use proptest::prelude::*;

/// The names that a scene asks for.
fn asked(scene: &Scene) -> &[Name] {
    let names = scene.marks.iter().find_map(|mark| match mark {
        Mark::Names(names) => Some(&names[..]),
        _ => None,
    });
    names.unwrap_or(&[])
}

/// Fails if a name is not inside the plot, or overlaps another one.
fn check(placed: &[Placed<'_>], layout: &Layout) {
    let plot = layout.plot();
    for (index, Placed { name, area, leader }) in placed.iter().enumerate() {
        let points = [(area.left, area.top), (area.right, area.bottom)];
        for (x, y) in points.into_iter().chain(leader.iter().flatten().copied()) {
            // A few roundings of numbers up to 2000.
            let slack = 1e-6;
            let is_inside = plot.left - slack <= x
                && x <= plot.right + slack
                && plot.top - slack <= y
                && y <= plot.bottom + slack;
            assert!(is_inside, "{} at {x}, {y}", name.text);
        }
        for other in &placed[index + 1..] {
            let beside = area.right <= other.area.left || other.area.right <= area.left;
            let above = area.bottom <= other.area.top || other.area.bottom <= area.top;
            assert!(beside || above, "{} and {}", name.text, other.name.text);
        }
    }
}

/// A curve from left to right through 2 to 24 heights, some of them outside the axes.
fn curve() -> impl Strategy<Value = Vec<(f64, f64)>> {
    let heights = prop::collection::vec(-1.5..1.5_f64, 2..24);
    (heights, -2.0..1.0_f64, 0.0..3.0_f64).prop_map(|(heights, from, length)| {
        let last = (heights.len() - 1) as f64;
        let place = |index: usize| from + length * index as f64 / last;
        heights.into_iter().enumerate().map(|(index, y)| (place(index), y)).collect()
    })
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn names_of_any_curves_are_apart_and_inside(
        curves in prop::collection::vec(curve(), 1..=8),
        (width, height, text) in (60.0..1400.0_f64, 40.0..700.0_f64, 9.0..40.0_f64),
        which in 0..2_usize,
    ) {
        let functions = activations::all().cycle();
        let names: Vec<Name> = functions.zip(0..curves.len()).map(|(function, hue)| Name {
            text: text::all()[which].name(function.id).to_owned(),
            ..Name::new(Role::Series(hue), Stroke::Solid, function.id)
        }).collect();
        let marks = curves.into_iter().enumerate().map(|(hue, run)| Mark::Curve {
            runs: vec![run], role: Role::Series(hue), stroke: Stroke::Solid,
        });
        let axis = Interval::new(-1.0, 1.0);
        let scene = Scene::of([axis; 2], [Ticks::Numbers; 2], marks.collect());
        let layout = Layout { width, height, text, x_labels: true, y_labels: true };
        let placed = place(&names, &scene, &layout);
        prop_assert!(placed.len() <= names.len());
        check(&placed, &layout);
    }
}

#[test]
fn every_curve_of_the_lesson_has_its_name() {
    // A phone, and the place beside the controls in a window of 1280 px.
    for (width, height) in [(358.0, 380.0), (805.0, 416.0)] {
        let stage = Stage { width, height, text: 13.0, arrival: 1.0 };
        for (demo, text) in ALL.iter().flat_map(|demo| text::all().map(|text| (demo, text))) {
            let presets = demo.presets.iter().map(|preset| preset.settings);
            for link in presets.chain([""]) {
                let mut settings = Settings::new((demo.parameters)());
                settings.set_all(link);
                for mut picture in demo.experiment(&settings).scenes(&stage) {
                    picture.scene.write_names(|id| text.name(id));
                    let names = asked(&picture.scene);
                    let placed = place(names, &picture.scene, &picture.layout);
                    check(&placed, &picture.layout);
                    for name in names.iter().filter(|name| has_curve(&picture.scene, name)) {
                        let is_there = placed.iter().any(|placed| placed.name == name);
                        let which = (demo.id, link, picture.id, width, &name.text);
                        assert!(is_there, "{which:?}");
                    }
                }
            }
        }
    }
}

/// Whether the curve or the bars of a name are visible.
fn has_curve(scene: &Scene, name: &Name) -> bool {
    let is_inside = |at: &(f64, f64)| scene.x.contains(at.0) && scene.y.contains(at.1);
    scene.marks.iter().any(|mark| match mark {
        Mark::Curve { runs, role, stroke } if (*role, *stroke) == (name.role, name.stroke) => {
            runs.iter().any(|run| run.len() > 1 && run.iter().any(is_inside))
        }
        Mark::Bar { role, .. } => *role == name.role,
        _ => false,
    })
}

#[test]
fn a_name_is_beside_its_curve_where_the_curve_is_alone() {
    let line = Mark::Curve {
        runs: vec![vec![(-1.0, 0.0), (1.0, 0.0)]],
        role: Role::Series(0),
        stroke: Stroke::Solid,
    };
    let axis = Interval::new(-1.0, 1.0);
    let scene = Scene::of([axis; 2], [Ticks::Numbers; 2], vec![line]);
    let layout = Layout { width: 400.0, height: 200.0, text: 13.0, x_labels: true, y_labels: true };
    let names = [Name::new(Role::Series(0), Stroke::Solid, "relu")];
    let placed = place(&names, &scene, &layout);
    assert_eq!(placed.len(), 1);
    assert_eq!(placed[0].leader, None);
    let (_, height) = layout.pixel((0.0, 0.0), axis, axis);
    assert!((placed[0].area.bottom - height).abs() < 10.0, "{placed:?}");
}

#[test]
fn a_hidden_curve_has_no_name_and_none_is_placed_for_it() {
    let names = [Name::new(Role::Series(0), Stroke::Solid, "relu")];
    let axis = Interval::new(-1.0, 1.0);
    let scene = Scene::of([axis; 2], [Ticks::Numbers; 2], Vec::new());
    let layout = Layout { width: 400.0, height: 200.0, text: 13.0, x_labels: true, y_labels: true };
    assert!(place(&names, &scene, &layout).is_empty());
}
