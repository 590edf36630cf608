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
        };
        links.extend(values.into_iter().map(|value| format!("{}={value}", setting.key())));
    }
    links
}

/// Calls every function of the demo that reads settings.
fn read_everything(demo: &Demo, settings: &Settings) {
    for picture in (demo.scenes)(settings, &STAGE) {
        for handle in &picture.scene.handles {
            (demo.drag)(&mut settings.clone(), handle.id, handle.at);
        }
    }
    for text in text::ALL {
        (demo.explanation)(settings, text);
        (demo.readouts)(settings, text);
        csv(&(demo.table)(settings, text));
        (demo.description)(settings, text);
        (demo.legend)(settings, text);
        if let Some(run) = &demo.run {
            (run.moment)(settings, text);
        }
    }
    if let Some(run) = &demo.run {
        let mut settings = settings.clone();
        for step in [0, 1, (run.last)(&settings)] {
            run.go(&mut settings, step);
            run.step(&settings);
        }
        if let Some(work) = &run.work {
            (work.reached)(&settings);
            (work.advance)(&settings);
        }
    }
    if let Some(key) = demo.probe {
        settings.number(key);
    }
    if let Some(press) = &demo.press {
        (press.at)(&mut settings.clone(), (0.5, 0.5));
    }
    for setting in settings.parameters() {
        settings.shows(setting);
        if let Kind::Toggle { key, .. } = setting.kind {
            (demo.toggled)(&mut settings.clone(), key);
        }
    }
}

/// A key that the demo does not declare, or declares with another type, panics when it is read.
#[test]
fn a_demo_reads_only_settings_that_it_declares() {
    for demo in &ALL {
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
    for demo in &ALL {
        let mut keys = HashSet::new();
        assert!((demo.parameters)().iter().all(|one| keys.insert(one.key())), "{}", demo.id);
    }
}

/// An option that does not exist would hide the control for ever.
#[test]
fn controls_depend_on_options_that_exist() {
    for demo in &ALL {
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
    for demo in &ALL {
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
