//! Gradient descent on the loss of a neuron with one weight.

mod pictures;
mod settings;
mod words;

use super::experiment::{self, Computed, Experiment, SharedExperiment};
use super::keys;
use super::settings::Settings;
use super::tween::Tween;
use super::{Body, Demo, Legend, Picture, Preset, Readouts, Run, Stage, Table};
use crate::markup::Html;
use crate::models::descent::{Descent, STEPS, Snapshot, Task};
use crate::piece;
use crate::plot::palette;
use crate::plot::theme::Role;
use crate::text::Text;
use activations::Kink;
use settings::DescentSettings;
use std::sync::Arc;

pub const DEMO: Demo = Demo {
    id: "descent",
    part: Some("what"),
    parameters: || &settings::ALL,
    presets: &[
        Preset { id: "descent-good", settings: "f=identity&w=2&rate=0.05&step=30" },
        Preset { id: "descent-slow", settings: "f=identity&w=2&rate=0.005&step=30" },
        Preset { id: "descent-to-and-fro", settings: "f=identity&w=2&rate=0.24&step=30" },
        Preset { id: "descent-diverged", settings: "f=identity&w=2&rate=0.3&step=30" },
        Preset { id: "descent-plateau", settings: "f=sigmoid&w=-4&rate=1&step=30" },
        Preset { id: "descent-relu", settings: "f=relu&w=2&rate=0.2&step=30" },
        Preset { id: "descent-step", settings: "f=step&w=-1&rate=1&step=30" },
    ],
    functions: |settings| vec![settings.chosen_function(keys::FUNCTION).activation],
    pictures: &["descent-valley"],
    small_pictures: &["descent-fit", "descent-loss"],
    run: Some(RUN),
    probe: None,
    body: &BODY,
};

piece! {
    static BODY: Body = descent(Body::new(DescentExperiment::open));
}

const RUN: Run = Run { key: keys::STEP };

/// A descent, shown at one of its steps.
struct DescentExperiment {
    learning: Computed<DescentSettings, Learning>,
    step: usize,
}

impl DescentExperiment {
    fn open(settings: &Settings, before: Option<&dyn Experiment>) -> SharedExperiment {
        let before = experiment::known(before).map(|before: &Self| &before.learning);
        let learning = Computed::new(before, DescentSettings::read(settings), Learning::new);
        let step = RUN.step(settings, learning.last() as u32) as usize;
        Arc::new(DescentExperiment { learning, step })
    }
}

impl Experiment for DescentExperiment {
    fn draw(&self, stage: &Stage) -> Vec<Picture> {
        pictures::scenes(&self.learning, Tween::to(self.step, stage.arrival), stage)
    }

    fn explanation(&self, text: &Text) -> Html {
        words::explanation(&self.learning, self.step, text)
    }

    fn readouts(&self, text: &Text) -> Readouts {
        words::readouts(&self.learning, self.step, text)
    }

    fn table(&self, text: &Text) -> Table {
        words::table(&self.learning, text)
    }

    fn description(&self, text: &Text) -> String {
        words::description(&self.learning, self.step, text)
    }

    fn legend(&self, text: &Text) -> Vec<Legend> {
        words::legend(text)
    }

    fn last_step(&self) -> u32 {
        self.learning.last() as u32
    }

    fn moment(&self, text: &Text) -> String {
        words::moment(&self.learning, self.step, text)
    }
}

/// A descent with its task.
struct Learning {
    task: Task,
    rate: f64,
    descent: Descent,
}

impl Learning {
    fn new(settings: &DescentSettings) -> Self {
        let DescentSettings { function, start, rate } = *settings;
        let task = Task::new(function);
        Learning { task, rate, descent: task.descend(start, rate) }
    }

    fn last(&self) -> usize {
        self.descent.snapshots.len() - 1
    }

    fn snapshot(&self, step: usize) -> &Snapshot {
        &self.descent.snapshots[step]
    }

    /// Whether the run ends at this step because of a divergence.
    fn has_diverged(&self, step: usize) -> bool {
        self.descent.has_diverged && step == self.last()
    }

    /// The weight at a place between two steps.
    fn weight(&self, tween: Tween) -> f64 {
        tween.number(|step| self.snapshot(step).weight)
    }

    fn role(&self) -> Role {
        Role::Series(palette::alone(self.task.function.activation))
    }

    /// The kink at the weighted sum of a step, if there is one.
    fn kink(&self, step: usize) -> Option<Kink> {
        self.task.function.kink_at(self.snapshot(step).z)
    }

    /// The state of the descent at a step.
    fn outcome(&self, step: usize) -> Outcome {
        /// The largest distance between output and target that counts as learned.
        const NEAR: f64 = 0.01;
        /// A slope f′(z) below this counts as flat. The explorer and the neuron use the same number.
        const FLAT: f64 = 0.01;
        /// The largest relative difference between two losses that counts as rounding.
        const SAME: f64 = 1e-9;
        let now = self.snapshot(step);
        if self.has_diverged(step) {
            return Outcome::Diverged;
        }
        if (now.output - self.task.target).abs() < NEAR {
            return Outcome::Arrived;
        }
        if now.gradient == 0.0 {
            return Outcome::NoGradient;
        }
        if now.slope.abs() < FLAT {
            return Outcome::Flat;
        }
        if step > 0 {
            let before = self.snapshot(step - 1);
            if (now.loss - before.loss).abs() <= SAME * before.loss {
                return Outcome::Bounces;
            }
            if now.loss > before.loss {
                return Outcome::Rises;
            }
            if (now.gradient > 0.0) != (before.gradient > 0.0) {
                return Outcome::Crosses;
            }
        }
        if step == STEPS { Outcome::TooSlow } else { Outcome::Descends }
    }
}

/// The state of a descent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Descends,
    /// All steps have been made, and the loss still falls.
    TooSlow,
    /// The last step went past the lowest point, and the loss fell.
    Crosses,
    /// The last step went past the lowest point to the same loss.
    Bounces,
    /// The last step made the loss larger.
    Rises,
    Arrived,
    /// The function is nearly flat at z.
    Flat,
    /// The gradient is exactly 0, but the output differs from the target.
    NoGradient,
    Diverged,
}

#[cfg(test)]
mod tests {
    use super::{DEMO, DescentExperiment, Outcome, experiment};
    use crate::demos::settings::Settings;

    fn outcome(link: &str) -> Outcome {
        let mut settings = Settings::new((DEMO.parameters)());
        settings.set_all(link);
        let opened = DEMO.experiment(&settings);
        let shown: &DescentExperiment = experiment::known(Some(&*opened)).expect("a descent");
        shown.learning.outcome(shown.step)
    }

    #[test]
    fn presets_end_as_their_names_say() {
        let ends = DEMO.presets.iter().map(|preset| outcome(preset.settings));
        assert_eq!(
            ends.collect::<Vec<_>>(),
            [
                Outcome::Arrived,
                Outcome::TooSlow,
                Outcome::Crosses,
                Outcome::Diverged,
                Outcome::Flat,
                Outcome::NoGradient,
                Outcome::NoGradient,
            ]
        );
    }

    #[test]
    fn what_happens_on_the_way_has_its_names() {
        for (link, name) in [
            ("step=0", Outcome::Descends),
            ("step=5", Outcome::Descends),
            ("w=-2&step=0", Outcome::Descends),
            ("rate=0.3&step=1", Outcome::Rises),
            // w goes from 2 to −1.2 and back. The best weight 0.4 is in the middle.
            ("rate=0.25&step=7", Outcome::Bounces),
            // ReLU's kink and the jump of the step function, where this page uses a slope of 0.
            ("f=relu&w=0&step=0", Outcome::NoGradient),
            ("f=step&w=0", Outcome::NoGradient),
            // The initial weight is the best weight.
            ("w=0.4&step=0", Outcome::Arrived),
            ("rate=20&step=1", Outcome::Diverged),
        ] {
            assert_eq!(outcome(link), name, "{link}");
        }
    }
}
