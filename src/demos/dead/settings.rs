//! The settings of the demo of dead neurons.

use crate::demos::keys;
use crate::demos::settings::{Key, Setting, Settings, Slider};
use crate::models::dead_neurons::{STEPS, WIDTH};
use activations::{Activation, Function};
use std::sync::LazyLock;

/// The number of functions that are compared.
pub const COUNT: usize = 3;
/// The functions that are compared.
const FUNCTIONS: [&str; COUNT] = ["relu", "leaky-relu", "elu"];

/// The bias of each neuron at the start.
const BIAS: Key<f64> = Key::new("bias");
/// The chosen neuron, counted from 1.
const NEURON: Key<f64> = Key::new("neuron");

pub static ALL: LazyLock<Vec<Setting>> = LazyLock::new(|| {
    let end = STEPS as f64;
    let shapes = functions().into_iter().flat_map(|function| function.parameters);
    let shapes = shapes.map(|shape| Setting::slider(Key::of(shape), Slider::of(shape)));
    let mut all = vec![
        Setting::slider(keys::RATE, Slider::new(0.01, 0.3, 0.01, 0.15).limits(0.001, 1.0)),
        Setting::slider(BIAS, Slider::new(-0.5, 0.5, 0.01, 0.0).limits(-2.0, 2.0)),
    ];
    all.extend(shapes);
    all.extend([
        Setting::slider(NEURON, Slider::whole(1.0, WIDTH as f64, 1.0)),
        Setting::slider(keys::SEED, Slider::whole(1.0, 100.0, 4.0).limits(0.0, 1e6)),
        Setting::slider(keys::STEP, Slider::whole(0.0, end, end)),
    ]);
    all
});

/// The functions that are compared.
pub fn functions() -> [&'static Activation; COUNT] {
    FUNCTIONS.map(|id| Activation::find(id).expect("the functions compared are activations"))
}

/// The index of the chosen neuron, counted from 0.
pub fn neuron(settings: &Settings) -> usize {
    // The slider allows only whole numbers from 1 on.
    settings.number(NEURON) as usize - 1
}

/// Chooses the neuron with this index, counted from 0.
pub fn choose_neuron(settings: &mut Settings, neuron: usize) {
    settings.set_number(NEURON, (neuron + 1) as f64);
}

/// The settings that determine the trainings.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DeadSettings {
    pub functions: [Function; COUNT],
    /// The learning rate.
    pub rate: f64,
    /// The bias of each neuron at the start.
    pub bias: f64,
    /// The seed of the data and of the initial weights.
    pub seed: u64,
}

impl DeadSettings {
    pub fn read(settings: &Settings) -> Self {
        DeadSettings {
            functions: functions().map(|function| settings.function(function)),
            rate: settings.number(keys::RATE),
            bias: settings.number(BIAS),
            // The slider allows only whole numbers from 0 on.
            seed: settings.number(keys::SEED) as u64,
        }
    }
}
