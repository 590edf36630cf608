//! The settings that the demos declare are those that they read.

use activation_lab::demos::settings::{FUNCTION, Kind, OptionKey, Setting, Settings, Shown};
use activation_lab::demos::{ALL, Demo, Stage};
use activation_lab::export::table::csv;
use activation_lab::text;
use activations::Activation;
use std::collections::HashSet;

const STAGE: Stage = Stage { arrival: 0.5, ..crate::STAGE };

/// Settings as links: the defaults, the presets, and the defaults with one change. The changes are each option, no
/// option and all options of a list, both positions of a toggle, and both ends of a slider.
fn links(demo: &Demo) -> Vec<String> {
    let mut links = vec![String::new()];
    links.extend(demo.presets.iter().map(|preset| preset.settings.to_owned()));
    for setting in (demo.parameters)() {
        let values = match &setting.kind {
            Kind::Slider(_, slider) => vec![slider.min.to_string(), slider.max.to_string()],
            Kind::Choice { options, .. } => options.iter().map(|id| (*id).to_owned()).collect(),
            Kind::Many { options, .. } => {
                let each = options.iter().map(|id| (*id).to_owned());
                each.chain([String::new(), options.join(",")]).collect()
            }
            Kind::Toggle { .. } => vec!["0".to_owned(), "1".to_owned()],
            Kind::Expression { .. } => vec!["x^2".to_owned(), "log(x)".to_owned()],
        };
        links.extend(values.into_iter().map(|value| format!("{}={value}", setting.key())));
    }
    links
}

/// Calls every function of the demo that reads settings.
fn read_everything(demo: &Demo, settings: &Settings) {
    let experiment = demo.experiment(settings);
    for picture in experiment.scenes(&STAGE) {
        for handle in &picture.scene.handles {
            demo.drag(&mut settings.clone(), handle.id, handle.at);
        }
    }
    for text in text::all() {
        experiment.explanation(text);
        experiment.readouts(text);
        csv(&experiment.table(text));
        experiment.description(text);
        experiment.legend(text);
        experiment.moment(text);
    }
    if let Some(run) = &demo.run {
        let (mut settings, last) = (settings.clone(), experiment.last_step());
        for step in [0, 1, last] {
            run.go(&mut settings, step, last);
            run.step(&settings, last);
        }
        experiment.reached();
        experiment.advance();
    }
    if let Some(key) = demo.probe {
        settings.number(key);
    }
    if let Some(press) = demo.press() {
        (press.at)(&mut settings.clone(), (0.5, 0.5));
    }
    for setting in settings.parameters() {
        settings.shows(setting);
        if let Kind::Toggle { key, .. } = setting.kind {
            demo.toggled(&mut settings.clone(), key);
        }
    }
}

/// A key that the demo does not declare, or declares with another type, panics when it is read.
#[test]
fn a_demo_reads_only_settings_that_it_declares() {
    for demo in ALL {
        for link in links(demo) {
            let mut settings = Settings::new((demo.parameters)());
            settings.set_all(&link);
            read_everything(demo, &settings);
        }
    }
}

/// The second of two settings with one key could never be read.
#[test]
fn a_demo_declares_each_key_once() {
    for demo in ALL {
        let mut keys = HashSet::new();
        assert!((demo.parameters)().iter().all(|one| keys.insert(one.key())), "{}", demo.id);
    }
}

/// An option that does not exist would hide the control for ever.
#[test]
fn controls_depend_on_options_that_exist() {
    for demo in ALL {
        let options = |key: OptionKey| {
            (demo.parameters)().iter().find_map(|one| match (&one.kind, key) {
                (Kind::Choice { key, options, .. }, OptionKey::One(wanted)) if *key == wanted => {
                    Some(options)
                }
                (Kind::Many { key, options, .. }, OptionKey::Many(wanted)) if *key == wanted => {
                    Some(options)
                }
                _ => None,
            })
        };
        for setting in (demo.parameters)() {
            if let Shown::With { keys, option } = setting.shown {
                let name = format!("{} {}", demo.id, setting.key());
                let mut all = keys.iter().map(|key| options(*key).expect(&name));
                assert!(all.any(|options| options.contains(&option)), "{name}: {option}");
            }
        }
    }
}

/// The code and the controls that the page offers for a chosen function read its parameters from the demo's settings. One that
/// is not declared has its default there.
#[test]
fn a_demo_that_chooses_functions_declares_their_parameters() {
    for demo in ALL {
        let all = (demo.parameters)();
        let Some(declared) = all.iter().find(|one| one.key() == FUNCTION) else { continue };
        let (Kind::Choice { options, .. } | Kind::Many { options, .. }) = &declared.kind else {
            panic!("{}: `f` chooses", demo.id);
        };
        let is_slider = |setting: &Setting| matches!(setting.kind, Kind::Slider(..));
        for id in options {
            let activation = Activation::find(id).expect("the options are activations");
            for parameter in activation.parameters {
                let mut all = all.iter().filter(|one| is_slider(one));
                assert!(all.any(|one| one.is_named(parameter.key)), "{} {id}", demo.id);
            }
        }
    }
}

/// An experiment takes over from another one what the settings have not changed. The result must be the one of an
/// experiment that takes over nothing.
#[test]
fn what_is_taken_over_changes_nothing() {
    for demo in ALL {
        let all: Vec<Settings> = links(demo)
            .iter()
            .map(|link| {
                let mut settings = Settings::new((demo.parameters)());
                settings.set_all(link);
                settings
            })
            .collect();
        for pair in all.windows(2) {
            let before = demo.experiment(&pair[0]);
            let (after, alone) = (demo.open(&pair[1], Some(&*before)), demo.experiment(&pair[1]));
            let name = format!("{} {}", demo.id, pair[1].print());
            assert_eq!(after.last_step(), alone.last_step(), "{name}");
            assert_eq!(after.scenes(&STAGE), alone.scenes(&STAGE), "{name}");
            for text in text::all() {
                assert_eq!(after.readouts(text), alone.readouts(text), "{name}");
                assert_eq!(after.table(text), alone.table(text), "{name}");
                assert_eq!(after.moment(text), alone.moment(text), "{name}");
                let said = [&after, &alone].map(|it| it.explanation(text).into_string());
                assert_eq!(said[0], said[1], "{name}");
            }
        }
    }
}
