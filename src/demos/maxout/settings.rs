//! The settings of maxout.

use super::X;
use crate::demos::keys;
use crate::demos::piece_handles;
use crate::demos::settings::{Key, Setting, Settings, Shown, Slider};
use crate::models::collapse::Line;
use crate::models::maxout::{LEAST_PIECES, MOST_PIECES};
use std::sync::LazyLock;

/// The number of pieces.
const K: Key<f64> = Key::new("k");
/// The number of random inputs.
const SAMPLES: Key<f64> = Key::new("samples");

/// The largest size of a number in links and typed numbers.
const FAR: f64 = 100.0;
/// The default slopes and intercepts. For every k, each of the first k pieces is the largest somewhere.
const PIECES: [[f64; 2]; MOST_PIECES] =
    [[-0.5, 0.0], [1.0, 0.0], [2.0, -2.0], [-1.5, -2.0], [0.2, 0.5]];

pub static ALL: LazyLock<Vec<Setting>> = LazyLock::new(|| {
    let (least, most) = (LEAST_PIECES as f64, MOST_PIECES as f64);
    let piece =
        |key, default| Setting::slider(key, Slider::new(-5.0, 5.0, 0.1, default).limits(-FAR, FAR));
    let mut all = vec![
        Setting::slider(K, Slider::whole(least, most, least)),
        Setting::slider(keys::X, Slider::new(X.low, X.high, 0.1, 1.0)),
    ];
    for ((keys, defaults), number) in piece_handles::KEYS.into_iter().zip(PIECES).zip(1_u32..) {
        let shown = Shown::AtLeast { key: K, number: f64::from(number) };
        let both = keys.into_iter().zip(defaults);
        all.extend(both.map(|(key, default)| piece(key, default).shown(shown)));
    }
    all.extend([
        Setting::slider(SAMPLES, Slider::whole(100.0, 10_000.0, 2000.0)),
        // With this seed the numbers are close to the exact ones. With others they differ by up to a tenth.
        Setting::slider(keys::SEED, Slider::whole(1.0, 100.0, 8.0).limits(0.0, 1e6)),
    ]);
    all
});

/// The settings of a maxout and of the random numbers that it gets.
#[derive(Debug, Clone, PartialEq)]
pub struct MaxoutSettings {
    /// At least [`LEAST_PIECES`].
    pub pieces: Vec<Line>,
    /// The input of the probe.
    pub x: f64,
    pub drawing: Drawing,
}

/// The settings that determine the random numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Drawing {
    /// The number of pieces, which is also the number of inputs in a sample.
    pub pieces: usize,
    pub samples: usize,
    pub seed: u64,
}

impl MaxoutSettings {
    pub fn read(settings: &Settings) -> Self {
        // The sliders allow only whole numbers from 0 on.
        let [count, samples] = [K, SAMPLES].map(|key| settings.number(key) as usize);
        let keys = &piece_handles::KEYS[..count];
        MaxoutSettings {
            pieces: keys.iter().map(|keys| piece_handles::line(settings, *keys)).collect(),
            x: settings.number(keys::X),
            drawing: Drawing { pieces: count, samples, seed: settings.number(keys::SEED) as u64 },
        }
    }
}
