//! Maxout: the largest of a few lines. Histograms compare the variance of f(x) for normal inputs x with that of
//! the largest of independent normal numbers.

mod histograms;
mod pictures;
mod settings;
mod words;

use super::experiment::{self, Computed, Experiment, SharedExperiment};
use super::keys;
use super::piece_handles;
use super::settings::Settings;
use super::{Body, Demo, Legend, Picture, Preset, Readouts, Stage, Table};
use crate::markup::Html;
use crate::models::collapse::Line;
use crate::models::maxout::{Draws, Maxout, Moments, Spread};
use crate::piece;
use crate::plot::Interval;
use crate::plot::palette;
use crate::text::Text;
use activations::functions::{identity, maxout};
use settings::{Drawing, MaxoutSettings};
use std::sync::Arc;

pub const DEMO: Demo = Demo {
    id: "maxout",
    part: Some("cards"),
    parameters: || &settings::ALL,
    presets: &[
        Preset { id: "two-lines", settings: "k=2&w1=-0.5&b1=0&w2=1&b2=0" },
        Preset { id: "as-relu", settings: "k=2&w1=0&b1=0&w2=1&b2=0" },
        Preset { id: "as-absolute", settings: "k=2&w1=-1&b1=0&w2=1&b2=0" },
        Preset { id: "as-leaky-relu", settings: "k=2&w1=0.1&b1=0&w2=1&b2=0" },
        Preset { id: "steep-lines", settings: "k=2&w1=1&b1=0&w2=3&b2=0" },
        // The pieces are the tangents of x²/4 at −2, 2, 4, −4 and 0.
        Preset {
            id: "five-tangents",
            settings: "k=5&w1=-1&b1=-1&w2=1&b2=-1&w3=2&b3=-4&w4=-2&b4=-4&w5=0&b5=0",
        },
    ],
    functions: |_| vec![&maxout::ACTIVATION, &identity::ACTIVATION],
    pictures: &["envelope"],
    small_pictures: &["inputs", "outputs", "maximum"],
    run: None,
    probe: Some(keys::X),
    body: &BODY,
};

piece! {
    static BODY: Body = maxout(Body { drag, ..Body::new(MaxoutExperiment::open) });
}

/// The inputs that are shown.
const X: Interval = Interval::new(-5.0, 5.0);

/// Moves a piece so that its handle follows the pointer vertically.
fn drag(settings: &mut Settings, handle: &str, (_, y): (f64, f64)) {
    let Some(key) = piece_handles::drag(settings, &piece_handles::KEYS, X, handle, y) else {
        return;
    };
    // The number is rounded to the slider's tenths, so that links stay short.
    let tenths = (10.0 * settings.number(key)).round() / 10.0;
    settings.set_number(key, tenths);
}

fn hue() -> usize {
    palette::alone(&maxout::ACTIVATION)
}

/// The hue of the inputs: that of the identity.
fn hue_of_inputs() -> usize {
    palette::alone(&identity::ACTIVATION)
}

/// A maxout at the input of the probe, with the random numbers that the histograms show.
struct MaxoutExperiment {
    /// The input of the probe.
    x: f64,
    drawn: Computed<Drawing, Drawn>,
    curve: Computed<(Vec<Line>, Drawing), Curve>,
}

impl MaxoutExperiment {
    fn open(settings: &Settings, before: Option<&dyn Experiment>) -> SharedExperiment {
        let before: Option<&Self> = experiment::known(before);
        let MaxoutSettings { pieces, x, drawing } = MaxoutSettings::read(settings);
        let drawn = Computed::new(before.map(|before| &before.drawn), drawing, Drawn::new);
        let curve =
            Computed::new(before.map(|before| &before.curve), (pieces, drawing), |(pieces, _)| {
                Curve::new(pieces, &drawn.inputs)
            });
        Arc::new(MaxoutExperiment { x, drawn, curve })
    }

    /// k, the number of pieces.
    fn count(&self) -> usize {
        self.curve.maxout.pieces().len()
    }
}

impl Experiment for MaxoutExperiment {
    fn draw(&self, stage: &Stage) -> Vec<Picture> {
        pictures::scenes(self, stage)
    }

    fn explanation(&self, text: &Text) -> Html {
        words::explanation(self, text)
    }

    fn readouts(&self, text: &Text) -> Readouts {
        words::readouts(self, text)
    }

    fn table(&self, text: &Text) -> Table {
        words::table(&self.curve.maxout, text)
    }

    fn description(&self, text: &Text) -> String {
        words::description(self, text)
    }

    fn legend(&self, text: &Text) -> Vec<Legend> {
        words::legend(text)
    }
}

/// The random inputs, and the largest of each sample.
struct Drawn {
    inputs: Numbers,
    maxima: Numbers,
}

impl Drawn {
    fn new(drawing: &Drawing) -> Self {
        let Drawing { pieces, samples, seed } = *drawing;
        let Draws { inputs, maxima } = Draws::new(pieces, samples, seed);
        Drawn { inputs: Numbers::new(inputs), maxima: Numbers::new(maxima) }
    }
}

/// The function that the pieces make, and its distribution for normal inputs.
struct Curve {
    maxout: Maxout,
    /// The places where f is not differentiable, from left to right.
    kinks: Vec<f64>,
    /// The exact moments of f(x) for a standard normal x.
    moments: Moments,
    spread: Spread,
    /// f(x) for each random input x.
    outputs: Numbers,
}

impl Curve {
    fn new(pieces: &[Line], inputs: &Numbers) -> Self {
        let maxout = Maxout::new(pieces.to_vec());
        Curve {
            kinks: maxout.kinks(),
            moments: maxout.moments(),
            spread: maxout.spread(),
            outputs: Numbers::new(inputs.all.iter().map(|x| maxout.value(*x)).collect()),
            maxout,
        }
    }
}

/// Random numbers with the moments that are estimated from them.
struct Numbers {
    all: Vec<f64>,
    moments: Moments,
}

impl Numbers {
    fn new(all: Vec<f64>) -> Self {
        Numbers { moments: Moments::of(&all), all }
    }
}
