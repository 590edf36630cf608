//! Dead neurons: three networks, with ReLU, Leaky ReLU and ELU, learn the same data from the same initial
//! weights.

mod pictures;
mod words;

use super::experiment::Plain;
use super::keys;
use super::memo::Memo;
use super::settings::{Key, Setting, Settings, Slider};
use super::{Demo, Preset, Press, Readout, Readouts, Row, Run, Table};
use crate::markup::Html;
use crate::models::dead_neurons::{Neuron, STEPS, Snapshot, Task, Training, WIDTH};
use crate::plot::palette;
use crate::text::Text;
use crate::text::number::read;
use crate::text::words::dead as say;
use activations::{Activation, Function};
use std::rc::Rc;
use std::sync::LazyLock;

pub const DEMO: Demo = Demo {
    id: "dead",
    part: Some("training"),
    parameters: || &PARAMETERS,
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
    functions: |_| FUNCTIONS.map(activation).to_vec(),
    pictures: &PICTURES,
    small_pictures: &["dead-fit", "dead-neuron", "dead-count", "dead-loss"],
    open: |settings, _| PLAIN.open(settings),
    run: Some(Run { key: keys::STEP }),
    probe: None,
    drag: |_, _, _| {},
    press: Some(Press { pictures: &PICTURES, at: pictures::choose }),
    toggled: |_, _| {},
};

static PLAIN: Plain = Plain {
    scenes: pictures::scenes,
    explanation: words::explanation,
    readouts,
    table,
    description: words::description,
    legend: words::legend,
    last: |settings| Trainings::of(settings).last() as u32,
    moment: words::moment,
    reached: |_| u32::MAX,
    advance: |_| {},
};

/// The functions that are compared, and the ids of the pictures of their neurons.
const FUNCTIONS: [&str; 3] = ["relu", "leaky-relu", "elu"];
const PICTURES: [&str; 3] = ["dead-relu", "dead-leaky-relu", "dead-elu"];

/// The bias of each neuron at the start.
const BIAS: Key<f64> = Key::new("bias");
/// The chosen neuron, counted from 1.
const NEURON: Key<f64> = Key::new("neuron");

static PARAMETERS: LazyLock<Vec<Setting>> = LazyLock::new(|| {
    let end = STEPS as f64;
    let shapes = FUNCTIONS.iter().flat_map(|id| activation(id).parameters);
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

fn activation(id: &str) -> &'static Activation {
    Activation::find(id).expect("the functions compared are activations")
}

/// The index of the chosen neuron, counted from 0.
fn neuron(settings: &Settings) -> usize {
    // The slider allows only whole numbers from 1 on.
    settings.number(NEURON) as usize - 1
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

    /// The index of the function in the list of activations, which is its hue.
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

/// The settings that determine the trainings.
#[derive(Debug, Clone, Copy, PartialEq)]
struct MemoKey {
    functions: [Function; FUNCTIONS.len()],
    rate: f64,
    bias: f64,
    seed: u64,
}

/// The three trainings with their task.
struct Trainings {
    task: Task,
    networks: [Trained; FUNCTIONS.len()],
}

impl Trainings {
    fn of(settings: &Settings) -> Rc<Self> {
        thread_local! {
            static LAST: Memo<MemoKey, Trainings> = const { Memo::new() };
        }
        let key = MemoKey {
            functions: FUNCTIONS.map(|id| settings.function(activation(id))),
            rate: settings.number(keys::RATE),
            bias: settings.number(BIAS),
            seed: settings.number(keys::SEED) as u64,
        };
        LAST.with(|memo| memo.get(key, Trainings::new))
    }

    fn new(key: &MemoKey) -> Self {
        let MemoKey { functions, rate, bias, seed } = *key;
        let task = Task::new(seed, bias);
        let networks =
            functions.map(|function| Trained { function, training: task.train(&function, rate) });
        Trainings { task, networks }
    }

    fn last(&self) -> usize {
        self.networks.iter().map(Trained::last).max().unwrap_or(0)
    }

    /// The step that the settings name, or the last step if that is smaller.
    fn step(&self, settings: &Settings) -> usize {
        (settings.number(keys::STEP) as usize).min(self.last())
    }

    /// The gradient of a network's loss with respect to the parameters of one neuron.
    fn gradient(&self, network: &Trained, step: usize, neuron: usize) -> Neuron {
        self.task.gradient(&network.function, &network.snapshot(step).at).neurons[neuron]
    }

    /// The largest weighted sum of a neuron over all points.
    fn largest_sum(&self, network: &Trained, step: usize, neuron: usize) -> f64 {
        let neuron = network.snapshot(step).at.neurons[neuron];
        self.task.points.iter().map(|(x, _)| neuron.sum(*x)).fold(f64::NEG_INFINITY, f64::max)
    }
}

fn readouts(settings: &Settings, text: &Text) -> Readouts {
    let words = &text.words.dead;
    let trainings = Trainings::of(settings);
    let (step, neuron) = (trainings.step(settings), neuron(settings));
    let rows = trainings.networks.iter().map(|network| {
        let snapshot = network.snapshot(step);
        let gradient = trainings.gradient(network, step, neuron);
        let length = gradient.weight.hypot(gradient.bias).hypot(gradient.output);
        let number = |name: &str, value, read| {
            let name = format!("{name}-{}", network.id());
            Readout { name, value, read }
        };
        let dark = snapshot.dark();
        Row {
            label: text.name(network.id()),
            series: network.series(),
            cells: vec![
                number("dead", dark as f64, dark.to_string()),
                number("loss", snapshot.loss, read(snapshot.loss)),
                number("grad", length, read(length)),
            ],
            note: Some(words::state(network, step, neuron, text)),
        }
    });
    Readouts {
        name: words.readouts,
        note: words.note,
        corner: words.function.to_owned(),
        columns: [&words.column_inactive, &words.column_loss, &words.column_gradient]
            .map(Html::clone)
            .to_vec(),
        rows: rows.collect(),
        remark: None,
    }
}

fn table(settings: &Settings, text: &Text) -> Table {
    let trainings = Trainings::of(settings);
    let networks = &trainings.networks;
    let names = || networks.iter().map(|network| text.name(network.id()));
    let words = &text.words.dead;
    let dark = names().map(|name| words.dark_of(say::DarkOf { name }));
    let losses = names().map(|name| words.loss_of(say::LossOf { name }));
    let columns = [words.step.to_owned()].into_iter().chain(dark).chain(losses);
    let rows = (0..=trainings.last()).map(|step| {
        let moments = || networks.iter().map(|network| network.training.snapshots.get(step));
        let dark = moments().map(|snapshot| snapshot.map(|snapshot| snapshot.dark() as f64));
        let losses = moments().map(|snapshot| snapshot.map(|snapshot| snapshot.loss));
        [Some(step as f64)].into_iter().chain(dark).chain(losses).collect()
    });
    Table { columns: columns.collect(), rows: rows.collect() }
}
