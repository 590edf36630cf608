//! The settings of the chain.

use crate::demos::keys;
use crate::demos::settings::{Choice, Key, Many, OptionKey, Options, Setting, Settings, Slider};
use crate::models::chain::{Chain, MAX_DEPTH};
use crate::plot::palette::HUES;
use activations::Activation;
use std::sync::LazyLock;

/// The functions that are compared with the chain's own.
const BESIDE: Key<Many> = Key::new("beside");
/// The scale of the axis of the gradients.
pub const SCALE: Key<Choice> = Key::new("scale");

/// The settings whose options are functions: the chain's own function and the ones for comparison.
const FUNCTIONS: [OptionKey; 2] = [OptionKey::One(keys::FUNCTION), OptionKey::Many(BESIDE)];

pub static ALL: LazyLock<Vec<Setting>> = LazyLock::new(|| {
    let signed = |reach: f64, step, default| Slider::new(-reach, reach, step, default);
    let deepest = MAX_DEPTH as f64;
    let end = 2.0 * deepest + 1.0;
    let mut all = vec![
        Setting::any_function(keys::FUNCTION, "sigmoid"),
        Setting::any_functions(BESIDE, Vec::new()),
        Setting::slider(keys::DEPTH, Slider::whole(1.0, 100.0, 10.0).limits(1.0, deepest)),
        Setting::slider(keys::W, signed(10.0, 0.1, 1.0).limits(-100.0, 100.0)),
        Setting::slider(keys::B, signed(10.0, 0.1, 0.0).limits(-100.0, 100.0)),
        Setting::slider(keys::X, signed(5.0, 0.1, 1.0).limits(-100.0, 100.0)),
    ];
    all.extend(Setting::of_functions(&FUNCTIONS, &[]));
    all.extend([
        Setting::options(SCALE, Scale::Log),
        Setting::slider(keys::STEP, Slider::whole(0.0, end, end)),
    ]);
    all
});

/// The scale of the axis of the gradients.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    Log,
    Linear,
}

impl Options for Scale {
    const ALL: &'static [(&'static str, Self)] = &[("log", Scale::Log), ("linear", Scale::Linear)];
}

/// The chosen function and the ones for comparison. If they are more than there are hues, the last ones are left
/// out.
pub fn functions(settings: &Settings) -> Vec<&'static Activation> {
    let main = settings.chosen_function(keys::FUNCTION).activation;
    let others = settings.chosen_activations(BESIDE).into_iter().filter(|other| *other != main);
    std::iter::once(main).chain(others).take(HUES).collect()
}

/// The settings that determine the chains.
#[derive(Debug, Clone, PartialEq)]
pub struct ChainSettings {
    /// The chain of the chosen function.
    pub main: Chain,
    /// The same chain with each of the functions for comparison.
    pub others: Vec<Chain>,
}

impl ChainSettings {
    pub fn read(settings: &Settings) -> Self {
        let main = Chain {
            function: settings.chosen_function(keys::FUNCTION),
            // The slider allows only whole numbers from 1 on.
            depth: settings.number(keys::DEPTH) as usize,
            weight: settings.number(keys::W),
            bias: settings.number(keys::B),
            input: settings.number(keys::X),
        };
        let others = functions(settings).into_iter().skip(1);
        let others = others.map(|other| Chain { function: settings.function(other), ..main });
        ChainSettings { main, others: others.collect() }
    }
}
