//! The chain: a signal runs forward through equal layers. The gradient runs back, and every layer multiplies
//! it by a factor.

mod phase;
mod pictures;
mod settings;
mod words;

use super::experiment::{self, Computed, Experiment, SharedExperiment};
use super::keys;
use super::settings::Settings;
use super::{Body, Demo, Legend, Picture, Preset, Readouts, Run, Stage, Table};
use crate::markup::Html;
use crate::models::chain::{Chain, Pass};
use crate::piece;
use crate::plot::palette::Palette;
use crate::text::Text;
use phase::Phase;
use settings::{ChainSettings, SCALE, Scale};
use std::sync::Arc;

pub const DEMO: Demo = Demo {
    id: "chain",
    part: Some("training"),
    parameters: || &settings::ALL,
    presets: &[
        Preset {
            id: "textbook",
            settings: "f=sigmoid&beside=&depth=10&w=1&b=0&x=0&scale=log&step=2001",
        },
        Preset {
            id: "side-by-side",
            settings: "f=sigmoid&beside=tanh,relu,elu&depth=10&w=1&b=0&x=1&scale=log&step=2001",
        },
        Preset {
            id: "large-weights",
            settings: "f=sigmoid&beside=&depth=10&w=8&b=-4&x=0.5&scale=log&step=2001",
        },
        Preset {
            id: "saturated",
            settings: "f=sigmoid&beside=&depth=10&w=8&b=-4&x=0&scale=log&step=2001",
        },
        Preset {
            id: "relu-positive",
            settings: "f=relu&beside=sigmoid&depth=10&w=1&b=0&x=1&scale=log&step=2001",
        },
        Preset {
            id: "relu-negative",
            settings: "f=relu&beside=leaky-relu,elu&depth=10&w=1&b=0&x=-1&scale=log&step=2001",
        },
    ],
    functions: settings::functions,
    pictures: &["layers", "gradients"],
    small_pictures: &["curve", "depths"],
    run: Some(RUN),
    probe: None,
    body: &BODY,
};

piece! {
    static BODY: Body = chain(Body::new(ChainExperiment::open));
}

const RUN: Run = Run { key: keys::STEP };

/// log₁₀ of float32's smallest normal number, 2⁻¹²⁶. Smaller numbers lose digits.
const FLOAT32_NORMAL: f64 = -37.929_779_453_661_63;
/// log₁₀ of float32's smallest positive number, 2⁻¹⁴⁹. Half of it and less is rounded to 0.
const FLOAT32_LEAST: f64 = -44.853_469_238_624_18;

/// The chains, shown at a step of the run.
struct ChainExperiment {
    chains: Computed<ChainSettings, Chains>,
    scale: Scale,
    step: usize,
    /// The meaning of the step.
    phase: Phase,
}

impl ChainExperiment {
    fn open(settings: &Settings, before: Option<&dyn Experiment>) -> SharedExperiment {
        let before = experiment::known(before).map(|before: &Self| &before.chains);
        let chains = Computed::new(before, ChainSettings::read(settings), Chains::new);
        let depth = chains.depth();
        let step = RUN.step(settings, Phase::last_step(depth) as u32) as usize;
        let (scale, phase) = (settings.option(SCALE), Phase::of(step, depth));
        Arc::new(ChainExperiment { chains, scale, step, phase })
    }
}

impl Experiment for ChainExperiment {
    fn draw(&self, stage: &Stage) -> Vec<Picture> {
        pictures::scenes(self, stage)
    }

    fn explanation(&self, text: &Text) -> Html {
        words::explanation(self, text)
    }

    fn readouts(&self, text: &Text) -> Readouts {
        words::readouts(&self.chains, text)
    }

    fn table(&self, text: &Text) -> Table {
        words::table(&self.chains.main.pass, text)
    }

    fn description(&self, text: &Text) -> String {
        words::description(self, text)
    }

    fn legend(&self, text: &Text) -> Vec<Legend> {
        words::legend(&self.chains, self.scale, text)
    }

    fn last_step(&self) -> u32 {
        Phase::last_step(self.chains.depth()) as u32
    }

    fn moment(&self, text: &Text) -> String {
        words::moment(self, text)
    }
}

/// The chains after the forward and the backward pass.
struct Chains {
    /// The chain of the chosen function.
    main: Series,
    /// The same chain with each of the functions for comparison.
    others: Vec<Series>,
}

impl Chains {
    fn new(settings: &ChainSettings) -> Self {
        let ChainSettings { main, others } = settings;
        let all = std::iter::once(main).chain(others);
        let palette = Palette::of(all.map(|chain| chain.function.activation));
        let series = |chain: &Chain| {
            let hue = palette.shown(chain.function.activation);
            Series { chain: *chain, hue, pass: chain.run() }
        };
        Chains { main: series(main), others: others.iter().map(series).collect() }
    }

    /// The number of layers, the same for all chains.
    fn depth(&self) -> usize {
        self.main.pass.layers.len()
    }

    fn all(&self) -> impl Iterator<Item = &Series> {
        std::iter::once(&self.main).chain(&self.others)
    }
}

/// A chain with its values and its hue.
struct Series {
    chain: Chain,
    hue: usize,
    pass: Pass,
}

impl Series {
    /// The id of the chain's function.
    fn id(&self) -> &'static str {
        self.chain.function.activation.id
    }

    /// The output of a layer. Layer 0 is the input.
    fn signal(&self, layer: usize) -> f64 {
        layer.checked_sub(1).map_or(self.pass.input, |index| self.pass.layers[index].a)
    }

    /// Whether 0.25ⁿ is a bound on the gradient after n layers.
    fn is_bounded(&self) -> bool {
        self.id() == "sigmoid" && self.chain.weight.abs() <= 1.0
    }
}

#[cfg(test)]
mod tests {
    use super::{ChainExperiment, DEMO, Phase, RUN, experiment};
    use crate::demos::keys;
    use crate::demos::settings::Settings;

    fn last_step(settings: &Settings) -> u32 {
        DEMO.experiment(settings).last_step()
    }

    #[test]
    fn a_step_after_the_end_means_the_end() {
        let mut settings = Settings::new((DEMO.parameters)());
        settings.set_all("depth=2&step=6");
        let opened = DEMO.experiment(&settings);
        let shown: &ChainExperiment = experiment::known(Some(&*opened)).expect("a chain");
        assert_eq!((shown.step, shown.phase), (5, Phase::Backward(1)));
    }

    #[test]
    fn the_end_stays_the_end_when_the_chain_grows() {
        let mut settings = Settings::new((DEMO.parameters)());
        RUN.go(&mut settings, 21, 21);
        assert!(settings.is_default(keys::STEP.name()));
        settings.set_number(keys::DEPTH, 1000.0);
        assert_eq!(RUN.step(&settings, last_step(&settings)), 2001);
        RUN.go(&mut settings, 3, 2001);
        assert_eq!(RUN.step(&settings, last_step(&settings)), 3);
    }
}
