//! Every function in every demo that takes one: what it says and draws holds for functions that jump, fall, oscillate or
//! have no bound.

use activation_lab::demos::settings::{FUNCTION, Kind};
use activation_lab::demos::{self, Demo};
use activation_lab::markup::Html;
use activation_lab::permalink;
use activation_lab::plot::scene::Mark;
use activation_lab::text;

/// A view of each function in each demo, as its link, at the first step, in the middle and at the last.
fn views() -> Vec<(&'static Demo, String)> {
    let takes_functions = |demo: &&Demo| {
        (demo.parameters)().iter().any(|setting| {
            let is_choice = matches!(setting.kind, Kind::Choice { .. } | Kind::Many { .. });
            setting.key() == FUNCTION && is_choice
        })
    };
    let mut views = Vec::new();
    for demo in demos::ALL.iter().filter(takes_functions) {
        for activation in activations::all() {
            let id = activation.id;
            let parameters: String = activation
                .parameters
                .iter()
                .map(|one| format!("&{}={}", one.key, one.max))
                .collect();
            // Training takes long.
            let steps = if demo.id == "classify" { vec!["0", "2"] } else { vec!["0", "7", "999"] };
            for step in steps {
                views.push((demo, format!("{}?f={id}&step={step}", demo.id)));
                views.push((demo, format!("{}?f={id}&step={step}{parameters}", demo.id)));
            }
        }
    }
    views
}

#[test]
fn nothing_that_is_said_is_not_a_number() {
    let views = views();
    assert!(views.len() > 40 * 6);
    for (demo, link) in views {
        let view = permalink::decode(&link);
        let experiment = demo.experiment(view.settings(demo));
        for text in text::all() {
            let readouts = experiment.readouts(text);
            let rows = readouts.rows.iter().flat_map(|row| &row.cells);
            let mut said: Vec<String> = rows.map(|cell| cell.read.clone()).collect();
            let notes = readouts.rows.iter().filter_map(|row| row.note.clone());
            said.extend(notes.chain(readouts.remark.map(Html::into_string)));
            said.push(experiment.explanation(text).as_str().to_owned());
            said.extend([experiment.description(text), experiment.moment(text)]);
            for words in said {
                assert!(!words.contains("NaN"), "{link}, {}: {words}", text.id);
            }
        }
    }
}

#[test]
fn nothing_that_is_drawn_is_not_a_number() {
    for (demo, link) in views() {
        let view = permalink::decode(&link);
        for picture in demo.experiment(view.settings(demo)).scenes(&crate::STAGE) {
            let scene = &picture.scene;
            let ends = [scene.x.low, scene.x.high, scene.y.low, scene.y.high];
            assert!(ends.iter().all(|end| end.is_finite()), "{link} {}: {ends:?}", picture.id);
            assert!(
                scene.x.low < scene.x.high && scene.y.low < scene.y.high,
                "{link} {}",
                picture.id
            );
            for mark in &scene.marks {
                let is_number = match mark {
                    Mark::Curve { runs, .. } => {
                        runs.iter().flatten().all(|(x, y)| !x.is_nan() && !y.is_nan())
                    }
                    Mark::Dot { at: (x, y), .. } => !x.is_nan() && !y.is_nan(),
                    _ => true,
                };
                assert!(is_number, "{link} {}: {mark:?}", picture.id);
            }
        }
    }
}
