//! The settings of the explorer.

use crate::demos::keys;
use crate::demos::piece_handles::{self, Piece};
use crate::demos::settings::{
    Choice, FUNCTION, Key, Many, OptionKey, Options, Setting, Settings, Shown, Side, Slider,
};
use crate::plot::Interval;
use crate::plot::palette::Palette;
use activations::{Activation, Function};
use std::sync::LazyLock;

/// The largest |x| in links and typed numbers. The sliders end at ±10.
const FAR: f64 = 100.0;

/// The functions that are shown.
const FUNCTIONS: Key<Many> = Key::new(FUNCTION);
/// Which pictures are shown.
const SHOW: Key<Choice> = Key::new("show");
/// The ends of the x axis.
const MIN: Key<f64> = Key::new("min");
const MAX: Key<f64> = Key::new("max");
/// Whether the reader sets the ends of the y axis, which are the two keys below.
pub const FIX_Y: Key<bool> = Key::new("fixy");
pub const Y_MIN: Key<f64> = Key::new("ymin");
pub const Y_MAX: Key<f64> = Key::new("ymax");

pub static ALL: LazyLock<Vec<Setting>> = LazyLock::new(|| {
    let taught = activations::ALL.iter().filter(|activation| activation.is_taught());
    let six = taught.map(|activation| activation.id).collect();
    let along_x = |default| Slider::new(-10.0, 10.0, 0.1, default).limits(-FAR, FAR);
    let height = |default| Slider::new(-10.0, 10.0, 0.1, default).limits(-1e3, 1e3);
    let fixed = Shown::On { key: FIX_Y };
    let mut all = vec![
        Setting::any_functions(FUNCTIONS, six),
        Setting::options(SHOW, Show::Both),
        Setting::slider(MIN, along_x(-6.0).end(Side::Low, MAX, 0.5)),
        Setting::slider(MAX, along_x(6.0).end(Side::High, MIN, 0.5)),
        Setting::slider(keys::X, along_x(1.0)),
    ];
    all.extend(Setting::of_functions(&[OptionKey::Many(FUNCTIONS)], &[]));
    all.extend([
        Setting::toggle(FIX_Y, false),
        Setting::slider(Y_MIN, height(-1.5).end(Side::Low, Y_MAX, 0.1)).shown(fixed),
        Setting::slider(Y_MAX, height(1.5).end(Side::High, Y_MIN, 0.1)).shown(fixed),
    ]);
    all
});

/// Which pictures are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Show {
    /// The values in one picture, the gradients in another one below it.
    Both,
    /// Values and gradients in the same picture.
    Overlay,
    Value,
    Gradient,
    /// The values of the first two functions in one picture, their difference below it.
    Difference,
}

impl Options for Show {
    const ALL: &'static [(&'static str, Self)] = &[
        ("both", Show::Both),
        ("overlay", Show::Overlay),
        ("value", Show::Value),
        ("gradient", Show::Gradient),
        ("difference", Show::Difference),
    ];
}

/// A function that is shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    pub hue: usize,
    pub function: Function,
    /// The lines that the function is made of. Empty if it is made of none.
    pub pieces: Vec<Piece>,
}

impl Series {
    pub fn id(&self) -> &'static str {
        self.function.activation.id
    }
}

/// The settings that determine the curves and the axes. The probe changes neither.
#[derive(Debug, Clone, PartialEq)]
pub struct ExplorerSettings {
    /// The functions that are shown. Of a difference, these are the first two that are chosen.
    pub series: Vec<Series>,
    /// The number of functions that are chosen.
    pub chosen: usize,
    pub show: Show,
    /// The range of the x axis.
    pub x: Interval,
    /// The range of the y axis, if the reader sets it.
    pub locked: Option<Interval>,
}

impl ExplorerSettings {
    pub fn read(settings: &Settings) -> Self {
        let functions = functions(settings);
        let palette = Palette::of(functions.iter().copied());
        let (chosen, show) = (functions.len(), settings.option(SHOW));
        let most = if show == Show::Difference { 2 } else { chosen };
        let series = functions.into_iter().take(most).map(|activation| Series {
            hue: palette.shown(activation),
            function: settings.function(activation),
            pieces: Piece::all(settings, &piece_handles::keys_of(settings, activation)),
        });
        let locked = || Interval::new(settings.number(Y_MIN), settings.number(Y_MAX));
        ExplorerSettings {
            series: series.collect(),
            chosen,
            show,
            x: x_range(settings),
            locked: settings.toggle(FIX_Y).then(locked),
        }
    }
}

/// The functions that are shown.
pub fn functions(settings: &Settings) -> Vec<&'static Activation> {
    settings.chosen_activations(FUNCTIONS)
}

/// The range of the x axis.
pub fn x_range(settings: &Settings) -> Interval {
    Interval::new(settings.number(MIN), settings.number(MAX))
}
