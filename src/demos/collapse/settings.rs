//! The settings of the stack of layers.

use crate::demos::keys;
use crate::demos::settings::{OptionKey, Setting, Settings, Slider};
use crate::models::collapse::{MAX_DEPTH, MAX_WIDTH};
use activations::Function;
use std::sync::LazyLock;

pub static ALL: LazyLock<Vec<Setting>> = LazyLock::new(|| {
    let (deepest, widest) = (MAX_DEPTH as f64, MAX_WIDTH as f64);
    let mut all = vec![
        Setting::any_function(keys::FUNCTION, "identity"),
        Setting::slider(keys::DEPTH, Slider::whole(1.0, deepest, 3.0)),
        Setting::slider(keys::WIDTH, Slider::whole(1.0, widest, 4.0)),
        Setting::slider(keys::SEED, Slider::whole(1.0, 100.0, 97.0).limits(0.0, 1e6)),
    ];
    all.extend(Setting::of_functions(&[OptionKey::One(keys::FUNCTION)], &[]));
    all.push(Setting::slider(keys::STEP, Slider::whole(0.0, deepest, deepest)));
    all
});

/// The settings that determine a stack.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CollapseSettings {
    pub function: Function,
    /// The number of layers.
    pub depth: usize,
    /// The number of neurons in a layer.
    pub width: usize,
    /// The seed of the weights and biases.
    pub seed: u64,
}

impl CollapseSettings {
    pub fn read(settings: &Settings) -> Self {
        // The sliders allow only whole numbers from 0 on.
        CollapseSettings {
            function: settings.chosen_function(keys::FUNCTION),
            depth: settings.number(keys::DEPTH) as usize,
            width: settings.number(keys::WIDTH) as usize,
            seed: settings.number(keys::SEED) as u64,
        }
    }
}
