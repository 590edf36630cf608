//! Layers without activation functions collapse into one line. With activation functions, the output bends.

mod pictures;
mod settings;
mod words;

use super::experiment::{self, Computed, Experiment, SharedExperiment};
use super::keys;
use super::settings::Settings;
use super::{Body, Demo, Legend, Picture, Preset, Readouts, Run, Stage, Table};
use crate::markup::Html;
use crate::models::collapse::{Line, Segment, Stack, best_line};
use crate::piece;
use crate::plot::{Interval, palette};
use crate::text::Text;
use activations::Function;
use settings::CollapseSettings;
use std::borrow::Cow;
use std::sync::Arc;

pub const DEMO: Demo = Demo {
    id: "collapse",
    part: Some("what"),
    parameters: || &settings::ALL,
    presets: &[
        Preset { id: "one-line", settings: "f=identity&depth=3&width=4&seed=97&step=20" },
        Preset { id: "twenty-layers", settings: "f=identity&depth=20&width=16&seed=97&step=20" },
        Preset { id: "with-relu", settings: "f=relu&depth=3&width=4&seed=97&step=20" },
        Preset { id: "more-kinks", settings: "f=relu&depth=6&width=12&seed=97&step=20" },
        Preset { id: "with-tanh", settings: "f=tanh&depth=3&width=4&seed=97&step=20" },
    ],
    functions: |settings| vec![settings.chosen_function(keys::FUNCTION).activation],
    pictures: &["stack"],
    small_pictures: &[],
    run: Some(RUN),
    probe: None,
    body: &BODY,
};

piece! {
    static BODY: Body = collapse(Body::new(CollapseExperiment::open));
}

const RUN: Run = Run { key: keys::STEP };

/// The inputs that are shown.
const X: Interval = Interval::new(-4.0, 4.0);

/// A stack of layers, shown at one of its layers.
struct CollapseExperiment {
    layers: Computed<CollapseSettings, Layers>,
    /// The layer of the current step. 0 is the input.
    layer: usize,
}

impl CollapseExperiment {
    fn open(settings: &Settings, before: Option<&dyn Experiment>) -> SharedExperiment {
        let before = experiment::known(before).map(|before: &Self| &before.layers);
        let layers = Computed::new(before, CollapseSettings::read(settings), Layers::new);
        let layer = RUN.step(settings, layers.depth() as u32) as usize;
        Arc::new(CollapseExperiment { layers, layer })
    }

    /// Whether the layer of the current step is the last one.
    fn is_end(&self) -> bool {
        self.layer == self.layers.depth()
    }
}

impl Experiment for CollapseExperiment {
    fn draw(&self, stage: &Stage) -> Vec<Picture> {
        pictures::scenes(self, stage)
    }

    fn explanation(&self, text: &Text) -> Html {
        words::explanation(self, text)
    }

    fn readouts(&self, text: &Text) -> Readouts {
        words::readouts(&self.layers, text)
    }

    fn table(&self, text: &Text) -> Table {
        words::table(&self.layers, text)
    }

    fn description(&self, text: &Text) -> String {
        words::description(self, text)
    }

    fn legend(&self, text: &Text) -> Vec<Legend> {
        words::legend(self, text)
    }

    fn last_step(&self) -> u32 {
        self.layers.depth() as u32
    }

    fn moment(&self, text: &Text) -> String {
        words::moment(self, text)
    }
}

/// A stack with its output.
struct Layers {
    settings: CollapseSettings,
    stack: Stack,
    /// The output as straight segments. `None` if the activation function is curved.
    output: Option<Vec<Segment>>,
    outcome: Outcome,
}

impl Layers {
    fn new(settings: &CollapseSettings) -> Self {
        let CollapseSettings { function, depth, width, seed } = *settings;
        let stack = Stack::new(function, depth, width, seed);
        let output = stack.segments(depth, X.low, X.high);
        let outcome = if is_linear(function) {
            Outcome { line: stack.folded(depth)[0], bend: 0.0, pieces: 1.0 }
        } else {
            Outcome::of(&stack, output.as_deref())
        };
        Layers { settings: *settings, stack, output, outcome }
    }

    fn depth(&self) -> usize {
        self.settings.depth
    }

    /// Whether the layers have no activation function.
    fn is_linear(&self) -> bool {
        is_linear(self.settings.function)
    }

    /// The index of the function's hue.
    fn series(&self) -> usize {
        palette::alone(self.settings.function.activation)
    }

    /// The weighted sums of a layer (counted from 1) as straight segments. `None` if the activation function is
    /// curved.
    fn segments(&self, layer: usize) -> Option<Cow<'_, [Segment]>> {
        if layer == self.depth() {
            self.output.as_deref().map(Cow::Borrowed)
        } else {
            self.stack.segments(layer, X.low, X.high).map(Cow::Owned)
        }
    }
}

fn is_linear(function: Function) -> bool {
    function.activation.id == "identity"
}

/// The output of the whole stack as a function of its input.
struct Outcome {
    /// The output itself if it is a line, else the best-fit line.
    line: Line,
    /// The largest distance of the output from that line.
    bend: f64,
    /// The number of straight pieces of the output; ∞ if it is curved.
    pieces: f64,
}

impl Outcome {
    /// The output of a stack with an activation function. `segments` are the segments of the output.
    fn of(stack: &Stack, segments: Option<&[Segment]>) -> Self {
        if let Some([only]) = segments {
            return Outcome { line: only.lines[0], bend: 0.0, pieces: 1.0 };
        }
        let (line, bend) = best_line(|x| stack.value(x), X.low, X.high);
        let pieces = match segments {
            Some(segments) => segments.len() as f64,
            // A single layer has no activation function after it.
            None if stack.depth() == 1 => 1.0,
            None => f64::INFINITY,
        };
        Outcome { line, bend, pieces }
    }
}

#[cfg(test)]
mod tests {
    use super::{CollapseExperiment, DEMO, experiment};
    use crate::demos::settings::Settings;
    use std::ptr;

    #[test]
    fn the_step_changes_no_layer() {
        let mut settings = Settings::new((DEMO.parameters)());
        let before = DEMO.experiment(&settings);
        let mut is_kept = |key, value| {
            settings.set(key, value);
            let after = DEMO.open(&settings, Some(&*before));
            let [before, after] = [&before, &after]
                .map(|it| experiment::known::<CollapseExperiment>(Some(&**it)).expect("a stack"));
            ptr::eq(&*before.layers, &*after.layers)
        };
        assert!(is_kept("step", "1"));
        assert!(!is_kept("seed", "5"));
    }
}
