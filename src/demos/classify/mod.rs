//! Two small networks learn to classify points, one without an activation function and one with it. They have
//! the same data and the same initial weights.

mod grid;
mod pictures;
mod settings;
mod trainings;
mod words;

use super::experiment::{self, Computed, Experiment, SharedExperiment};
use super::keys;
use super::settings::Settings;
use super::{Body, Demo, Legend, Picture, Preset, Readouts, Run, Stage, Table};
use crate::markup::Html;
use crate::piece;
use crate::plot::palette::Palette;
use crate::plot::theme::Role;
use crate::text::Text;
use activations::functions::identity;
use activations::{Activation, Function};
use settings::ClassifySettings;
use std::sync::Arc;
use trainings::Trainings;

pub const DEMO: Demo = Demo {
    id: "classify",
    part: Some("what"),
    parameters: || &settings::ALL,
    presets: &[
        Preset { id: "line-is-enough", settings: "data=linear&f=tanh&depth=2&width=4&rate=0.1" },
        Preset { id: "exclusive-or", settings: "data=xor&f=relu&depth=2&width=4&rate=0.1" },
        Preset { id: "two-spirals", settings: "data=spiral&f=relu&depth=3&width=12&rate=0.1" },
        Preset { id: "deep-sigmoid", settings: "data=circle&f=sigmoid&depth=6&width=4&rate=0.1" },
        Preset { id: "deep-relu", settings: "data=circle&f=relu&depth=6&width=4&rate=0.1" },
        Preset { id: "no-gradient", settings: "data=circle&f=step&depth=2&width=4&rate=0.1" },
    ],
    functions: |settings| functions(settings.chosen_function(keys::FUNCTION)).to_vec(),
    pictures: &["classify-without", "classify-with"],
    small_pictures: &["classify-progress", "classify-norms"],
    run: Some(RUN),
    probe: None,
    body: &BODY,
};

piece! {
    static BODY: Body = classify(Body::new(ClassifyExperiment::open));
}

const RUN: Run = Run { key: keys::STEP };

/// The number of epochs of a training.
const EPOCHS: u32 = 300;
/// The index of the network with the chosen function. The other network has no activation function.
const CHOSEN: usize = 1;

/// The functions of both networks, of which one has the function `chosen`.
fn functions(chosen: Function) -> [&'static Activation; 2] {
    [&identity::ACTIVATION, chosen.activation]
}

/// Two trainings, shown after one of their epochs.
struct ClassifyExperiment {
    trainings: Computed<ClassifySettings, Trainings>,
    /// The number of epochs that have passed.
    step: usize,
}

impl ClassifyExperiment {
    fn open(settings: &Settings, before: Option<&dyn Experiment>) -> SharedExperiment {
        let before = experiment::known(before).map(|before: &Self| &before.trainings);
        let step = RUN.step(settings, EPOCHS) as usize;
        let trainings = Computed::new(before, ClassifySettings::read(settings), Trainings::new);
        Arc::new(ClassifyExperiment { trainings, step })
    }

    fn chosen(&self) -> &'static Activation {
        self.trainings.key().function.activation
    }

    /// The functions of both networks.
    fn functions(&self) -> [&'static Activation; 2] {
        functions(self.trainings.key().function)
    }

    fn palette(&self) -> Palette {
        Palette::of(self.functions())
    }

    fn roles(&self) -> [Role; 2] {
        let palette = self.palette();
        self.functions().map(|function| Role::Series(palette.shown(function)))
    }

    /// The state of the network with the chosen function.
    fn outcome(&self) -> Outcome {
        /// The accuracy that counts as learned. With noise, no network reaches 1.
        const MOST_RIGHT: f64 = 0.95;
        /// An accuracy that is hardly better than guessing.
        const FEW_RIGHT: f64 = 0.75;
        /// The ratio of the first layer's gradient to the last one's below which the gradient has vanished.
        const LITTLE: f64 = 0.01;
        let ClassifyExperiment { trainings, step, .. } = self;
        let [without, accuracy] = trainings.measures(*step).map(|measure| measure.accuracy);
        if trainings.measures(0)[CHOSEN].loss.is_infinite() {
            return Outcome::Overflows;
        }
        if let Some(epoch) = trainings.divergences(*step)[CHOSEN] {
            return Outcome::Diverged(epoch);
        }
        let norms = &trainings.norms(*step)[CHOSEN];
        let (first, last) = (norms[0], norms[norms.len() - 1]);
        if norms[..norms.len() - 1].iter().all(|norm| *norm == 0.0) {
            Outcome::NoGradient
        } else if first == 0.0 {
            Outcome::Blocked
        } else if accuracy < FEW_RIGHT && first < LITTLE * last {
            Outcome::Vanished(last / first)
        } else if *step == 0 {
            Outcome::Start
        } else if accuracy >= MOST_RIGHT && without >= MOST_RIGHT {
            Outcome::NeedsNoBend
        } else if accuracy >= MOST_RIGHT {
            Outcome::Learned
        } else {
            Outcome::Learns
        }
    }
}

impl Experiment for ClassifyExperiment {
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
        words::legend(text)
    }

    fn last_step(&self) -> u32 {
        EPOCHS
    }

    fn moment(&self, text: &Text) -> String {
        words::moment(self, text)
    }

    fn reached(&self) -> u32 {
        self.trainings.reached() as u32
    }

    fn advance(&self) {
        self.trainings.advance();
    }
}

/// The state of the network with the chosen function.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Outcome {
    Start,
    /// Numbers of the network overflow before training begins.
    Overflows,
    Diverged(usize),
    /// The gradient of every hidden layer is 0.
    NoGradient,
    /// The gradient of the first layer is 0, but not that of every hidden layer.
    Blocked,
    /// The accuracy is low, and the last layer's gradient is larger than the first one's by this factor.
    Vanished(f64),
    /// Both networks classify nearly all points correctly.
    NeedsNoBend,
    Learned,
    Learns,
}

#[cfg(test)]
mod tests {
    use super::DEMO;
    use crate::demos::settings::Settings;

    fn settings(link: &str) -> Settings {
        let mut settings = Settings::new((DEMO.parameters)());
        settings.set_all(link);
        settings
    }

    #[test]
    fn another_step_takes_over_the_epochs() {
        let before = DEMO.experiment(&settings("step=0"));
        assert_eq!(before.reached(), 0);
        before.advance();
        let reached = before.reached();
        assert!(reached > 0);
        let open = |link| DEMO.open(&settings(link), Some(&*before));
        assert_eq!(open("step=9").reached(), reached);
        for link in ["rate=0.2", "batch=5", "data=xor", "f=relu", "seed=2", "noise=0"] {
            assert_eq!(open(link).reached(), 0, "{link}");
        }
        // The two experiments share the training.
        open("step=9").advance();
        assert_eq!(before.reached(), 2 * reached);
    }
}
