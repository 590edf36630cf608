//! The settings of gradient descent on one weight.

use crate::demos::keys;
use crate::demos::settings::{OptionKey, Setting, Settings, Slider};
use crate::models::descent::STEPS;
use activations::Function;
use std::sync::LazyLock;

pub static ALL: LazyLock<Vec<Setting>> = LazyLock::new(|| {
    let end = STEPS as f64;
    let mut all = vec![
        Setting::any_function(keys::FUNCTION, "identity"),
        Setting::slider(keys::W, Slider::new(-5.0, 5.0, 0.1, 2.0).limits(-100.0, 100.0)),
        Setting::slider(keys::RATE, Slider::new(0.005, 1.0, 0.005, 0.05).limits(0.0001, 20.0)),
    ];
    all.extend(Setting::of_functions(&[OptionKey::One(keys::FUNCTION)], &[]));
    all.push(Setting::slider(keys::STEP, Slider::whole(0.0, end, end)));
    all
});

/// The settings that determine a descent.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DescentSettings {
    pub function: Function,
    /// The initial weight.
    pub start: f64,
    /// The learning rate.
    pub rate: f64,
}

impl DescentSettings {
    pub fn read(settings: &Settings) -> Self {
        DescentSettings {
            function: settings.chosen_function(keys::FUNCTION),
            start: settings.number(keys::W),
            rate: settings.number(keys::RATE),
        }
    }
}
