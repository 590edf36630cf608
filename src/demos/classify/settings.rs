//! The settings of the two networks that classify points.

use super::EPOCHS;
use crate::demos::keys;
use crate::demos::settings::{Choice, Key, OptionKey, Options, Setting, Settings, Slider};
use crate::models::network::{MAX_DEPTH, MAX_WIDTH};
use crate::models::training::Plan;
use activations::Function;
use std::sync::LazyLock;

/// The kind of data.
pub const DATA: Key<Choice> = Key::new("data");
/// The noise in the points, see [`Dataset::new`](crate::models::dataset::Dataset::new).
const NOISE: Key<f64> = Key::new("noise");
/// The number of points in a batch.
const BATCH: Key<f64> = Key::new("batch");

/// A data set. Its id is also its id in [`crate::models::dataset`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Data {
    Linear,
    Xor,
    Circle,
    Moons,
    Spiral,
}

impl Options for Data {
    const ALL: &'static [(&'static str, Self)] = &[
        ("linear", Data::Linear),
        ("xor", Data::Xor),
        ("circle", Data::Circle),
        ("moons", Data::Moons),
        ("spiral", Data::Spiral),
    ];
}

pub static ALL: LazyLock<Vec<Setting>> = LazyLock::new(|| {
    let (deepest, widest, end) = (MAX_DEPTH as f64, MAX_WIDTH as f64, f64::from(EPOCHS));
    let mut all = vec![
        Setting::any_function(keys::FUNCTION, "tanh"),
        Setting::options(DATA, Data::Circle),
        Setting::slider(NOISE, Slider::new(0.0, 0.5, 0.01, 0.05)),
        Setting::slider(keys::DEPTH, Slider::whole(1.0, deepest, 2.0)),
        Setting::slider(keys::WIDTH, Slider::whole(1.0, widest, 4.0)),
    ];
    all.extend(Setting::of_functions(&[OptionKey::One(keys::FUNCTION)], &[]));
    all.extend([
        Setting::slider(keys::RATE, Slider::new(0.01, 1.0, 0.01, 0.1).limits(0.0001, 100.0)),
        Setting::slider(BATCH, Slider::whole(1.0, 50.0, 10.0).limits(1.0, 200.0)),
        Setting::slider(keys::SEED, Slider::whole(1.0, 100.0, 1.0).limits(0.0, 1e6)),
        Setting::slider(keys::STEP, Slider::whole(0.0, end, end)),
    ]);
    all
});

/// The settings that determine the trainings.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ClassifySettings {
    pub function: Function,
    pub data: Data,
    /// A share of the size of the data, see [`Dataset::new`](crate::models::dataset::Dataset::new).
    pub noise: f64,
    /// The number of hidden layers.
    pub depth: usize,
    /// The number of neurons in a hidden layer.
    pub width: usize,
    /// The learning rate.
    pub rate: f64,
    /// The number of points in a batch.
    pub batch: usize,
    /// Determines the data, the initial weights and the order of the points.
    pub seed: u64,
}

impl ClassifySettings {
    pub fn read(settings: &Settings) -> Self {
        // The sliders allow only whole numbers from 0 on.
        let [depth, width, batch] =
            [keys::DEPTH, keys::WIDTH, BATCH].map(|key| settings.number(key) as usize);
        ClassifySettings {
            function: settings.chosen_function(keys::FUNCTION),
            data: settings.option(DATA),
            noise: settings.number(NOISE),
            depth,
            width,
            rate: settings.number(keys::RATE),
            batch,
            seed: settings.number(keys::SEED) as u64,
        }
    }

    pub fn plan(&self) -> Plan {
        Plan { rate: self.rate as f32, batch: self.batch, seed: self.seed }
    }
}

#[cfg(test)]
mod tests {
    use super::{Data, Options};
    use crate::models::dataset::IDS;

    #[test]
    fn every_data_set_is_an_option() {
        assert_eq!(Data::ALL.iter().map(|(id, _)| *id).collect::<Vec<_>>(), IDS);
    }
}
