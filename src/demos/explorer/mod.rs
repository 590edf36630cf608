//! The explorer: functions, their gradients and the difference of two functions, with a probe.

mod curves;
mod pictures;
mod settings;
mod words;

use super::experiment::{self, Computed, Experiment, SharedExperiment};
use super::settings::{Key, Settings};
use super::{Body, Demo, Legend, Picture, Preset, Readouts, Stage, Table, keys, piece_handles};
use crate::split::Piece;
use crate::text::Text;
use curves::{Curves, Part, y_range};
use settings::{ExplorerSettings, FIX_Y, Show, Y_MAX, Y_MIN};
use std::sync::Arc;

pub const DEMO: Demo = Demo {
    id: "explorer",
    part: None,
    parameters: || &settings::ALL,
    presets: &[
        Preset { id: "relu-family", settings: "f=relu,leaky-relu,elu" },
        Preset { id: "s-shapes", settings: "f=sigmoid,tanh" },
        Preset { id: "all-six", settings: "f=sigmoid,tanh,relu,leaky-relu,elu,maxout" },
    ],
    functions: settings::functions,
    pictures: &["value", "gradient", "overlay", "difference"],
    small_pictures: &[],
    run: None,
    probe: Some(keys::X),
    body: &BODY,
};

static BODY: Piece<Body> =
    Piece::Here(&Body { drag, toggled, ..Body::new(ExplorerExperiment::open) });

/// The curves with a probe at one of their inputs.
struct ExplorerExperiment {
    curves: Computed<ExplorerSettings, Curves>,
    /// The x of the probe.
    probe: f64,
}

impl ExplorerExperiment {
    fn open(settings: &Settings, before: Option<&dyn Experiment>) -> SharedExperiment {
        let before = experiment::known(before).map(|before: &Self| &before.curves);
        let curves = Computed::new(before, ExplorerSettings::read(settings), Curves::new);
        Arc::new(ExplorerExperiment { curves, probe: settings.number(keys::X) })
    }
}

impl Experiment for ExplorerExperiment {
    fn scenes(&self, stage: &Stage) -> Vec<Picture> {
        pictures::scenes(self, stage)
    }

    fn readouts(&self, text: &Text) -> Readouts {
        words::readouts(self, text)
    }

    fn table(&self, text: &Text) -> Table {
        words::table(&self.curves, text)
    }

    fn description(&self, text: &Text) -> String {
        words::description(self, text)
    }

    fn legend(&self, text: &Text) -> Vec<Legend> {
        words::legend(&self.curves, text)
    }
}

/// Moves a handle of a function that is made of lines.
fn drag(settings: &mut Settings, handle: &str, (_, y): (f64, f64)) {
    let x = settings::x_range(settings);
    for function in settings::functions(settings) {
        let pieces = piece_handles::keys_of(settings, function);
        piece_handles::drag(settings, &pieces, x, handle, y);
    }
}

/// Sets the ends of the y axis to the current ones when the reader locks the axis.
fn toggled(settings: &mut Settings, key: Key<bool>) {
    if key != FIX_Y || !settings.toggle(key) {
        return;
    }
    let ExplorerSettings { series, show, x, .. } = ExplorerSettings::read(settings);
    let part = match show {
        Show::Both | Show::Value | Show::Difference => Part::Value,
        Show::Overlay => Part::Overlay,
        Show::Gradient => Part::Gradient,
    };
    let range = y_range(&series, part, x);
    // The ends are rounded outwards to the tenths of the sliders.
    settings.set_number(Y_MIN, (range.low * 10.0).floor() / 10.0);
    settings.set_number(Y_MAX, (range.high * 10.0).ceil() / 10.0);
}

#[cfg(test)]
mod tests {
    use super::{DEMO, ExplorerExperiment, experiment};
    use crate::demos::settings::Settings;
    use std::ptr;

    #[test]
    fn the_probe_changes_no_curve() {
        let mut settings = Settings::new((DEMO.parameters)());
        let before = DEMO.experiment(&settings);
        let mut is_kept = |key, value| {
            settings.set(key, value);
            let after = DEMO.open(&settings, Some(&*before));
            let [before, after] = [&before, &after].map(|it| {
                experiment::known::<ExplorerExperiment>(Some(&**it)).expect("an explorer")
            });
            ptr::eq(&*before.curves, &*after.curves)
        };
        assert!(is_kept("x", "2.5"));
        assert!(!is_kept("max", "5"));
    }
}
