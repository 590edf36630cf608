//! A learned α: gradient descent changes ELU's α, or Leaky ReLU's slope, until the curve fits the data.

mod pictures;
mod settings;
mod words;

use super::experiment::{self, Computed, Experiment, SharedExperiment};
use super::keys;
use super::settings::Settings;
use super::tween::Tween;
use super::{Body, Demo, Legend, Picture, Preset, Readouts, Run, Stage, Table};
use crate::markup::Html;
use crate::models::learned_shape::{Descent, Divergence, Learned, Parameters, Snapshot, Task};
use crate::piece;
use crate::plot::palette;
use crate::plot::theme::Role;
use crate::text::Text;
use settings::{AlphaSettings, SHAPE, Shape};
use std::sync::Arc;

pub const DEMO: Demo = Demo {
    id: "alpha",
    part: Some("cards"),
    parameters: || &settings::ALL,
    presets: &[
        Preset {
            id: "alpha-alone",
            settings: "shape=elu&learn=alone&alpha=3&rate=0.2&seed=7&step=100",
        },
        Preset {
            id: "alpha-all",
            settings: "shape=elu&learn=all&alpha=2.5&rate=0.2&seed=7&step=100",
        },
        Preset {
            id: "alpha-too-fast",
            settings: "shape=elu&learn=alone&alpha=1.4&rate=3.9&seed=7&step=100",
        },
        Preset {
            id: "alpha-prelu",
            settings: "shape=leaky-relu&learn=alone&slope=0.9&rate=0.02&seed=7&step=100",
        },
    ],
    functions: |settings| vec![settings.option::<Shape>(SHAPE).activation()],
    pictures: &["alpha-fit"],
    small_pictures: &["alpha-valley", "alpha-loss"],
    run: Some(RUN),
    probe: None,
    body: &BODY,
};

piece! {
    static BODY: Body = alpha(Body::new(AlphaExperiment::open));
}

const RUN: Run = Run { key: keys::STEP };

/// A descent, shown at one of its steps.
struct AlphaExperiment {
    fitted: Computed<AlphaSettings, FittedDescent>,
    step: usize,
}

impl AlphaExperiment {
    fn open(settings: &Settings, before: Option<&dyn Experiment>) -> SharedExperiment {
        let before = experiment::known(before).map(|before: &Self| &before.fitted);
        let fitted = Computed::new(before, AlphaSettings::read(settings), FittedDescent::new);
        let step = RUN.step(settings, fitted.last() as u32) as usize;
        Arc::new(AlphaExperiment { fitted, step })
    }
}

impl Experiment for AlphaExperiment {
    fn draw(&self, stage: &Stage) -> Vec<Picture> {
        pictures::scenes(&self.fitted, Tween::to(self.step, stage.arrival), stage)
    }

    fn explanation(&self, text: &Text) -> Html {
        words::explanation(&self.fitted, self.step, text)
    }

    fn readouts(&self, text: &Text) -> Readouts {
        words::readouts(&self.fitted, self.step, text)
    }

    fn table(&self, text: &Text) -> Table {
        words::table(&self.fitted, text)
    }

    fn description(&self, text: &Text) -> String {
        words::description(&self.fitted, self.step, text)
    }

    fn legend(&self, text: &Text) -> Vec<Legend> {
        words::legend(text)
    }

    fn last_step(&self) -> u32 {
        self.fitted.last() as u32
    }

    fn moment(&self, text: &Text) -> String {
        words::moment(&self.fitted, self.step, text)
    }
}

/// A descent with its task.
struct FittedDescent {
    shape: Shape,
    task: Task,
    learned: Learned,
    rate: f64,
    descent: Descent,
}

impl FittedDescent {
    fn new(settings: &AlphaSettings) -> Self {
        let AlphaSettings { shape, learned, start, rate, seed } = *settings;
        let task = Task::new(shape.activation(), seed);
        let descent = task.descend(learned, task.start(learned, start), rate);
        FittedDescent { shape, task, learned, rate, descent }
    }

    fn last(&self) -> usize {
        self.descent.snapshots.len() - 1
    }

    fn snapshot(&self, step: usize) -> &Snapshot {
        &self.descent.snapshots[step]
    }

    /// The parameters at a place between two steps.
    fn at(&self, tween: Tween) -> Parameters {
        Parameters {
            alpha: tween.number(|step| self.snapshot(step).at.alpha),
            weight: tween.number(|step| self.snapshot(step).at.weight),
            bias: tween.number(|step| self.snapshot(step).at.bias),
        }
    }

    fn role(&self) -> Role {
        Role::Series(palette::alone(self.task.activation))
    }

    /// The state of the descent at a step.
    fn outcome(&self, step: usize) -> Outcome {
        /// A smaller gradient causes no visible change.
        const STILL: f64 = 1e-3;
        let snapshot = self.snapshot(step);
        let Snapshot { at, gradient, loss } = *snapshot;
        if let Some(divergence) = self.descent.divergence.filter(|_| step == self.last()) {
            return Outcome::Diverged(divergence);
        }
        let others_rest = self.learned == Learned::Alpha
            || gradient.weight.abs().max(gradient.bias.abs()) < STILL;
        if self.task.negative(at) == 0 {
            Outcome::Silent
        } else if others_rest && gradient.alpha.abs() < STILL {
            Outcome::Arrived
        } else if others_rest
            && self.task.held(snapshot.next(self.learned, self.rate)).alpha == at.alpha
        {
            Outcome::AtTheEdge
        } else if step > 0 && loss >= self.snapshot(step - 1).loss {
            Outcome::Rises
        } else {
            Outcome::Descends
        }
    }
}

/// The state of a descent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Descends,
    /// The last step made the loss larger.
    Rises,
    /// The gradient is almost 0.
    Arrived,
    /// The next step would move α out of its range, so that α stays at the end of the range.
    AtTheEdge,
    /// No point has a negative weighted sum, so that the gradient of α is 0.
    Silent,
    Diverged(Divergence),
}

#[cfg(test)]
mod tests {
    use super::{AlphaExperiment, DEMO, Divergence, FittedDescent, Learned, Outcome, Parameters};
    use super::{Shape, Task, experiment};
    use crate::demos::settings::Settings;

    fn outcome(link: &str) -> (usize, Outcome) {
        let mut settings = Settings::new((DEMO.parameters)());
        settings.set_all(link);
        let opened = DEMO.experiment(&settings);
        let shown: &AlphaExperiment = experiment::known(Some(&*opened)).expect("a descent");
        (shown.step, shown.fitted.outcome(shown.step))
    }

    #[test]
    fn a_descent_goes_down_and_arrives() {
        assert_eq!(outcome("step=0"), (0, Outcome::Descends));
        assert_eq!(outcome("step=30"), (30, Outcome::Descends));
        assert_eq!(outcome(""), (100, Outcome::Arrived));
        assert_eq!(outcome("learn=all"), (100, Outcome::Arrived));
    }

    #[test]
    fn presets_end_as_their_names_say() {
        let ends: Vec<Outcome> =
            DEMO.presets.iter().map(|preset| outcome(preset.settings).1).collect();
        let thrown = Outcome::Diverged(Divergence::Range);
        assert_eq!(ends, [Outcome::Arrived, Outcome::Arrived, thrown, Outcome::Arrived]);
    }

    #[test]
    fn what_the_weights_can_do_to_alpha_has_its_names() {
        let (shape, learned, rate) = (Shape::Elu, Learned::Alpha, 0.2);
        let task = Task::new(shape.activation(), 7);
        let end = |weight, bias| {
            let start = Parameters { alpha: 2.0, weight, bias };
            let descent = task.descend(learned, start, rate);
            let fitted = FittedDescent { shape, task: task.clone(), learned, rate, descent };
            fitted.outcome(fitted.last())
        };
        // All sums are positive here. The case below has a mirrored curve, whose best α would be negative.
        assert_eq!(end(1.0, 5.0), Outcome::Silent);
        assert_eq!(end(-1.0, 0.0), Outcome::AtTheEdge);
    }

    #[test]
    fn a_rate_that_is_too_large_has_its_names() {
        assert_eq!(outcome("rate=20"), (1, Outcome::Diverged(Divergence::Range)));
        assert_eq!(outcome("alpha=1.4&rate=3.9&step=3"), (3, Outcome::Rises));
        let (step, end) = outcome("learn=all&rate=3");
        assert_eq!(end, Outcome::Diverged(Divergence::Loss));
        assert!(step < 100);
    }
}
