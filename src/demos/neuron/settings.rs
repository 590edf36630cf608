//! The settings of the neuron.

use crate::demos::keys;
use crate::demos::settings::{Key, OptionKey, Setting, Settings, Slider};
use crate::models::neuron::Neuron;
use std::sync::LazyLock;

/// The inputs.
const X1: Key<f64> = Key::new("x1");
const X2: Key<f64> = Key::new("x2");
/// The weights of the inputs.
const W1: Key<f64> = Key::new("w1");
const W2: Key<f64> = Key::new("w2");

/// The largest size of a number in links and typed numbers.
const FAR: f64 = 100.0;

pub static ALL: LazyLock<Vec<Setting>> = LazyLock::new(|| {
    let slider =
        |key, default| Setting::slider(key, Slider::new(-5.0, 5.0, 0.1, default).limits(-FAR, FAR));
    // Maxout's short keys w1 and w2 mean the neuron's weights here.
    let shapes = Setting::of_functions(&[OptionKey::One(keys::FUNCTION)], &[W1, W2]);
    let own = [
        Setting::any_function(keys::FUNCTION, "sigmoid"),
        slider(X1, 1.0),
        slider(X2, 0.5),
        slider(W1, 1.5),
        slider(W2, -1.0),
        slider(keys::B, 0.0),
    ];
    own.into_iter().chain(shapes).collect()
});

/// The neuron that the settings describe. They contain nothing else.
pub fn read(settings: &Settings) -> Neuron {
    Neuron {
        function: settings.chosen_function(keys::FUNCTION),
        inputs: [X1, X2].map(|key| settings.number(key)),
        weights: [W1, W2].map(|key| settings.number(key)),
        bias: settings.number(keys::B),
    }
}
