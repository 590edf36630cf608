//! Dead neurons: three networks, with ReLU, Leaky ReLU and ELU, learn the same data from the same initial
//! weights.

mod pictures;
mod settings;
mod words;

use super::experiment::{self, Computed, Experiment, SharedExperiment};
use super::keys;
use super::settings::Settings;
use super::tween::Tween;
use super::{Body, Demo, Legend, Picture, Preset, Press, Readouts, Run, Stage, Table};
use crate::markup::Html;
use crate::models::dead_neurons::{Neuron, Snapshot, Task, Training};
use crate::piece;
use crate::plot::palette;
use crate::text::Text;
use activations::Function;
use settings::{COUNT, DeadSettings};
use std::sync::Arc;

pub const DEMO: Demo = Demo {
    id: "dead",
    part: Some("training"),
    parameters: || &settings::ALL,
    presets: &[
        Preset {
            id: "dead-over-time",
            settings: "rate=0.15&bias=0&slope=0.1&alpha=1&seed=4&step=100",
        },
        Preset {
            id: "dead-calm",
            settings: "rate=0.03&bias=0.2&slope=0.1&alpha=1&seed=4&step=100",
        },
        Preset {
            id: "dead-too-fast",
            settings: "rate=0.2&bias=0&slope=0.1&alpha=1&seed=12&step=100",
        },
        Preset {
            id: "dead-from-the-start",
            settings: "rate=0.1&bias=-0.3&slope=0.1&alpha=1&seed=4&step=100",
        },
    ],
    functions: |_| settings::functions().to_vec(),
    pictures: &PICTURES,
    small_pictures: &["dead-fit", "dead-neuron", "dead-count", "dead-loss"],
    run: Some(RUN),
    probe: None,
    body: &BODY,
};

piece! {
    static BODY: Body = dead(Body { press: Some(Press { pictures: &PICTURES, at: pictures::choose }), ..Body::new(DeadExperiment::open) });
}

const RUN: Run = Run { key: keys::STEP };

/// The ids of the pictures of the neurons, one for each function.
const PICTURES: [&str; COUNT] = ["dead-relu", "dead-leaky-relu", "dead-elu"];

/// The trainings, shown at a step of the run.
struct DeadExperiment {
    trainings: Computed<DeadSettings, Trainings>,
    step: usize,
    /// The index of the chosen neuron, counted from 0.
    neuron: usize,
    /// The chosen neuron of each network at the step.
    chosen: [Chosen; COUNT],
}

impl DeadExperiment {
    fn open(settings: &Settings, before: Option<&dyn Experiment>) -> SharedExperiment {
        let before = experiment::known(before).map(|before: &Self| &before.trainings);
        let trainings = Computed::new(before, DeadSettings::read(settings), Trainings::new);
        let step = RUN.step(settings, trainings.last() as u32) as usize;
        let neuron = settings::neuron(settings);
        let chosen = trainings.chosen(step, neuron);
        Arc::new(DeadExperiment { trainings, step, neuron, chosen })
    }

    /// The networks with their chosen neurons.
    fn networks(&self) -> impl Iterator<Item = (&Trained, &Chosen)> {
        self.trainings.networks.iter().zip(&self.chosen)
    }
}

impl Experiment for DeadExperiment {
    fn draw(&self, stage: &Stage) -> Vec<Picture> {
        let tween = Tween::to(self.step, stage.arrival);
        pictures::scenes(&self.trainings, tween, self.neuron, stage)
    }

    fn explanation(&self, text: &Text) -> Html {
        words::explanation(self, text)
    }

    fn readouts(&self, text: &Text) -> Readouts {
        words::readouts(self, text)
    }

    fn table(&self, text: &Text) -> Table {
        words::table(&self.trainings, text)
    }

    fn description(&self, text: &Text) -> String {
        words::description(&self.trainings, self.step, text)
    }

    fn legend(&self, text: &Text) -> Vec<Legend> {
        words::legend(text)
    }

    fn last_step(&self) -> u32 {
        self.trainings.last() as u32
    }

    fn moment(&self, text: &Text) -> String {
        words::moment(&self.trainings, self.step, text)
    }
}

/// The chosen neuron of a network at a step.
struct Chosen {
    /// The largest weighted sum over all points.
    largest_sum: f64,
    /// The gradient of the network's loss with respect to the parameters of the neuron.
    gradient: Neuron,
}

/// The three trainings with their task.
struct Trainings {
    task: Task,
    networks: [Trained; COUNT],
}

impl Trainings {
    fn new(settings: &DeadSettings) -> Self {
        let DeadSettings { functions, rate, bias, seed } = *settings;
        let task = Task::new(seed, bias);
        let networks =
            functions.map(|function| Trained { function, training: task.train(&function, rate) });
        Trainings { task, networks }
    }

    fn last(&self) -> usize {
        self.networks.iter().map(Trained::last).max().unwrap_or(0)
    }

    /// A neuron of each network at a step of the run.
    fn chosen(&self, step: usize, neuron: usize) -> [Chosen; COUNT] {
        self.networks.each_ref().map(|network| {
            let at = &network.snapshot(step).at;
            let sums = self.task.points.iter().map(|(x, _)| at.neurons[neuron].sum(*x));
            Chosen {
                largest_sum: sums.fold(f64::NEG_INFINITY, f64::max),
                gradient: self.task.gradient(&network.function, at).neurons[neuron],
            }
        })
    }
}

/// A function with the training of its network.
struct Trained {
    function: Function,
    training: Training,
}

impl Trained {
    fn id(&self) -> &'static str {
        self.function.activation.id
    }

    /// The hue of the function, an index for [`Role::Series`](crate::plot::theme::Role::Series).
    fn series(&self) -> usize {
        palette::alone(self.function.activation)
    }

    fn last(&self) -> usize {
        self.training.snapshots.len() - 1
    }

    /// The network at a step of the run. A network that has diverged stays as it was at its last step.
    fn snapshot(&self, step: usize) -> &Snapshot {
        &self.training.snapshots[step.min(self.last())]
    }

    /// Whether the gradient is exactly 0 for negative sums, so that inactive neurons are dead.
    fn is_flat(&self) -> bool {
        self.function.gradient(-1.0) == 0.0
    }

    /// The step in which the network diverged, if it has by this step.
    fn diverged(&self, step: usize) -> Option<usize> {
        (self.training.has_diverged && step >= self.last()).then_some(self.last())
    }
}
