//! The settings of a learned α.

use crate::demos::keys;
use crate::demos::settings::{Choice, Key, OptionKey, Options, Setting, Settings, Shown, Slider};
use crate::models::learned_shape::{Learned, STEPS};
use activations::functions::{elu, leaky_relu};
use activations::{Activation, Parameter};
use std::sync::LazyLock;

/// The function whose parameter is learned.
pub const SHAPE: Key<Choice> = Key::new("shape");
/// Whether only the parameter is learned, or the weight and the bias as well.
const LEARN: Key<Choice> = Key::new("learn");

/// A function whose parameter can be learned. It has one parameter and is linear in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    Elu,
    LeakyRelu,
}

impl Options for Shape {
    const ALL: &'static [(&'static str, Self)] =
        &[("elu", Shape::Elu), ("leaky-relu", Shape::LeakyRelu)];
}

impl Shape {
    pub fn activation(self) -> &'static Activation {
        match self {
            Shape::Elu => &elu::ACTIVATION,
            Shape::LeakyRelu => &leaky_relu::ACTIVATION,
        }
    }

    /// The symbol of the learned parameter.
    pub fn symbol(self) -> &'static str {
        match self {
            Shape::Elu => "α",
            Shape::LeakyRelu => "s",
        }
    }

    fn parameter(self) -> &'static Parameter {
        &self.activation().parameters[0]
    }

    /// The default of the initial parameter. It is far from the one that the data was made with.
    fn start(self) -> f64 {
        match self {
            Shape::Elu => 3.0,
            Shape::LeakyRelu => 0.9,
        }
    }
}

impl Options for Learned {
    const ALL: &'static [(&'static str, Self)] =
        &[("alone", Learned::Alpha), ("all", Learned::All)];
}

pub static ALL: LazyLock<Vec<Setting>> = LazyLock::new(|| {
    let end = STEPS as f64;
    let mut all =
        vec![Setting::options(SHAPE, Shape::Elu), Setting::options(LEARN, Learned::Alpha)];
    all.extend(Shape::ALL.iter().map(|&(option, shape)| {
        let parameter = shape.parameter();
        let slider = Slider { default: shape.start(), ..Slider::of(parameter) };
        Setting::slider(Key::of(parameter), slider)
            .shown(Shown::With { keys: &[OptionKey::One(SHAPE)], option })
    }));
    all.extend([
        Setting::slider(keys::RATE, Slider::new(0.01, 5.0, 0.01, 0.2).limits(0.0001, 20.0)),
        Setting::slider(keys::SEED, Slider::whole(1.0, 100.0, 7.0).limits(0.0, 1e6)),
        Setting::slider(keys::STEP, Slider::whole(0.0, end, end)),
    ]);
    all
});

/// The settings that determine a descent.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AlphaSettings {
    pub shape: Shape,
    pub learned: Learned,
    /// The initial α.
    pub start: f64,
    /// The learning rate.
    pub rate: f64,
    /// Determines the data.
    pub seed: u64,
}

impl AlphaSettings {
    pub fn read(settings: &Settings) -> Self {
        let shape: Shape = settings.option(SHAPE);
        AlphaSettings {
            shape,
            learned: settings.option(LEARN),
            start: settings.number(Key::of(shape.parameter())),
            rate: settings.number(keys::RATE),
            seed: settings.number(keys::SEED) as u64,
        }
    }
}
