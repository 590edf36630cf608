//! The neuron: two inputs, their weights and a bias give z, and the activation function gives a = f(z).

mod pictures;
mod settings;
mod words;

use super::experiment::{Experiment, SharedExperiment};
use super::keys;
use super::settings::Settings;
use super::{Body, Demo, Legend, Picture, Preset, Readouts, Stage, Table};
use crate::markup::Html;
use crate::models::neuron::{Neuron, Response};
use crate::piece;
use crate::plot::theme::Role;
use crate::plot::{Interval, palette};
use crate::text::Text;
use std::sync::Arc;

pub const DEMO: Demo = Demo {
    id: "neuron",
    part: Some("what"),
    parameters: || &settings::ALL,
    presets: &[
        Preset { id: "plain-sum", settings: "f=identity&x1=1&x2=0.5&w1=1.5&w2=-1&b=0" },
        Preset { id: "squeezed", settings: "f=sigmoid&x1=1&x2=0.5&w1=1.5&w2=-1&b=0" },
        Preset { id: "far-out", settings: "f=sigmoid&x1=3&x2=0.5&w1=2&w2=-1&b=2" },
        Preset { id: "switched-off", settings: "f=relu&x1=1&x2=0.5&w1=1.5&w2=-1&b=-3" },
    ],
    functions: |settings| vec![settings.chosen_function(keys::FUNCTION).activation],
    pictures: &["flow", "response"],
    small_pictures: &[],
    run: None,
    probe: None,
    body: &BODY,
};

piece! {
    static BODY: Body = neuron(Body { drag, ..Body::new(NeuronExperiment::open) });
}

/// A neuron with its response. Every setting changes the response, so an experiment takes over nothing.
struct NeuronExperiment {
    neuron: Neuron,
    response: Response,
}

impl NeuronExperiment {
    fn open(settings: &Settings, _: Option<&dyn Experiment>) -> SharedExperiment {
        let neuron = settings::read(settings);
        Arc::new(NeuronExperiment { neuron, response: neuron.respond() })
    }

    fn role(&self) -> Role {
        Role::Series(palette::alone(self.neuron.function.activation))
    }

    /// The interval of z for the curve.
    fn z_range(&self) -> Interval {
        let reach = (1.2 * self.response.z.abs()).max(6.0);
        Interval::new(-reach, reach)
    }
}

impl Experiment for NeuronExperiment {
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
        words::table(self, text)
    }

    fn description(&self, text: &Text) -> String {
        words::description(self, text)
    }

    fn legend(&self, text: &Text) -> Vec<Legend> {
        words::legend(self, text)
    }
}

/// Changes the bias so that the point (z, a) follows the pointer horizontally.
fn drag(settings: &mut Settings, _: &str, (z, _): (f64, f64)) {
    let Response { products, .. } = settings::read(settings).respond();
    let bias = z - products[0] - products[1];
    // The bias is rounded to the slider's tenths, so that links stay short.
    settings.set_number(keys::B, (10.0 * bias).round() / 10.0);
}
