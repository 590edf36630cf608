//! The chain: a signal runs forward through equal layers. The gradient runs back, and every layer multiplies
//! it by a factor.

mod pictures;
mod words;

use super::experiment::Plain;
use super::keys;
use super::settings::{Choice, Key, Many, OptionKey, Setting, Settings, Slider};
use super::{Demo, Preset, Readout, Readouts, Row, Run, Table};
use crate::markup::Html;
use crate::models::chain::{Chain, MAX_DEPTH, Pass};
use crate::plot::palette::HUES;
use crate::text::Text;
use crate::text::number::{read, read_product};
use activations::{Activation, Function};
use std::sync::LazyLock;

pub const DEMO: Demo = Demo {
    id: "chain",
    part: Some("training"),
    parameters: || &PARAMETERS,
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
    functions,
    pictures: &["layers", "gradients"],
    small_pictures: &["curve", "depths"],
    open: |settings, _| PLAIN.open(settings),
    run: Some(RUN),
    probe: None,
    drag: |_, _, _| {},
    press: None,
    toggled: |_, _| {},
};

static PLAIN: Plain = Plain {
    scenes: pictures::scenes,
    explanation: words::explanation,
    readouts,
    table,
    description: words::description,
    legend: words::legend,
    last,
    moment: words::moment,
    reached: |_| u32::MAX,
    advance: |_| {},
};

const RUN: Run = Run { key: keys::STEP };

/// The settings whose options are functions: the chain's own function and the ones for comparison.
const FUNCTIONS: [OptionKey; 2] = [OptionKey::One(keys::FUNCTION), OptionKey::Many(BESIDE)];
/// The functions that are compared with the chain's own.
const BESIDE: Key<Many> = Key::new("beside");
/// Whether the axis of the gradients is logarithmic.
const SCALE: Key<Choice> = Key::new("scale");

static PARAMETERS: LazyLock<Vec<Setting>> = LazyLock::new(|| {
    let ids: Vec<&str> = activations::ALL.iter().map(|activation| activation.id).collect();
    let signed = |reach: f64, step, default| Slider::new(-reach, reach, step, default);
    let deepest = MAX_DEPTH as f64;
    let end = 2.0 * deepest + 1.0;
    let mut all = vec![
        Setting::choice(keys::FUNCTION, ids.clone(), "sigmoid"),
        Setting::many(BESIDE, ids, Vec::new()),
        Setting::slider(keys::DEPTH, Slider::whole(1.0, 100.0, 10.0).limits(1.0, deepest)),
        Setting::slider(keys::W, signed(10.0, 0.1, 1.0).limits(-100.0, 100.0)),
        Setting::slider(keys::B, signed(10.0, 0.1, 0.0).limits(-100.0, 100.0)),
        Setting::slider(keys::X, signed(5.0, 0.1, 1.0).limits(-100.0, 100.0)),
    ];
    all.extend(Setting::of_functions(&FUNCTIONS, &[]));
    all.extend([
        Setting::choice(SCALE, vec!["log", "linear"], "log"),
        Setting::slider(keys::STEP, Slider::whole(0.0, end, end)),
    ]);
    all
});

fn last(settings: &Settings) -> u32 {
    2 * depth(settings) + 1
}

fn depth(settings: &Settings) -> u32 {
    // The slider allows only whole numbers from 1 on.
    settings.number(keys::DEPTH) as u32
}

/// A function with the values of its chain.
struct Series {
    function: Function,
    hue: usize,
    pass: Pass,
}

impl Series {
    fn new(function: Function, settings: &Settings) -> Self {
        let chain = Chain {
            function,
            depth: depth(settings) as usize,
            weight: settings.number(keys::W),
            bias: settings.number(keys::B),
            input: settings.number(keys::X),
        };
        let hue = DEMO.palette(settings).shown(function.activation);
        Series { function, hue, pass: chain.run() }
    }

    fn id(&self) -> &'static str {
        self.function.activation.id
    }
}

/// The chosen function and the ones for comparison. If they are more than there are hues, the last ones are left
/// out.
fn functions(settings: &Settings) -> Vec<&'static Activation> {
    let main = settings.choice(keys::FUNCTION);
    let others = settings.many(BESIDE).iter().copied().filter(|id| *id != main);
    let ids = std::iter::once(main).chain(others).take(HUES);
    ids.map(|id| Activation::find(id).expect("the options are activations")).collect()
}

/// The chain of the chosen function.
fn main(settings: &Settings) -> Series {
    Series::new(settings.chosen_function(keys::FUNCTION), settings)
}

/// The same chain with each of the functions for comparison.
fn others(settings: &Settings) -> impl Iterator<Item = Series> {
    let others = functions(settings).into_iter().skip(1);
    others.map(|activation| Series::new(settings.function(activation), settings))
}

/// The meaning of a step of the run. Layers are numbered from 1; 0 is the input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Phase {
    /// Only the input is shown.
    Start,
    /// The signal runs through this layer.
    Forward(usize),
    /// The gradient starts at the output with the value 1.
    Turn,
    /// The gradient runs back through this layer and reaches the layer before.
    Backward(usize),
}

impl Phase {
    fn of(settings: &Settings) -> Phase {
        let depth = depth(settings) as usize;
        let step = RUN.step(settings, last(settings)) as usize;
        match step.checked_sub(depth + 1) {
            None if step == 0 => Phase::Start,
            None => Phase::Forward(step),
            Some(0) => Phase::Turn,
            Some(back) => Phase::Backward(depth + 1 - back),
        }
    }

    /// The last layer that the signal has reached.
    fn last_signal(self, depth: usize) -> usize {
        match self {
            Phase::Start => 0,
            Phase::Forward(layer) => layer,
            Phase::Turn | Phase::Backward(_) => depth,
        }
    }

    /// The first of the layers that the gradient has reached; `None` before the gradient starts.
    fn first_gradient(self, depth: usize) -> Option<usize> {
        match self {
            Phase::Start | Phase::Forward(_) => None,
            Phase::Turn => Some(depth),
            Phase::Backward(layer) => Some(layer - 1),
        }
    }
}

fn readouts(settings: &Settings, text: &Text) -> Readouts {
    let words = &text.words.chain;
    let main = main(settings);
    let own = row(&main, "", text);
    let rows = others(settings).map(|other| row(&other, &format!("-{}", other.id()), text));
    Readouts {
        name: words.readouts,
        note: words.note,
        corner: words.function.to_owned(),
        columns: [&words.column_output, &words.column_gradient, &words.column_log10]
            .map(Html::clone)
            .to_vec(),
        rows: [own].into_iter().chain(rows).collect(),
        remark: None,
    }
}

/// The numbers of the whole chain; they do not depend on the step. `suffix` makes the names of the outputs
/// unique.
fn row(Series { function, hue, pass }: &Series, suffix: &str, text: &Text) -> Row {
    let gradient = pass.gradient();
    let number = |name: &str, value, read| Readout { name: format!("{name}{suffix}"), value, read };
    Row {
        label: text.name(function.activation.id),
        series: *hue,
        cells: vec![
            number("output", pass.output(), read(pass.output())),
            number("gradient", gradient.value(), read_product(gradient)),
            number("log10-gradient", gradient.log10(), read(gradient.log10())),
        ],
        note: words::flaw(pass, text),
    }
}

fn table(settings: &Settings, text: &Text) -> Table {
    let Series { pass, .. } = main(settings);
    let gradients = |layer| {
        let gradient = pass.reaches(layer);
        [Some(gradient.value()), Some(gradient.log10())]
    };
    let input = [Some(0.0), None, Some(pass.input), None].into_iter().chain(gradients(0));
    let layers = pass.layers.iter().enumerate().map(|(index, layer)| {
        let own = [(index + 1) as f64, layer.z, layer.a, layer.factor].map(Some);
        own.into_iter().chain(gradients(index + 1)).collect()
    });
    let words = &text.words.chain;
    let columns = [
        words.table_layer,
        words.table_z,
        words.table_a,
        words.table_factor,
        words.table_gradient,
        words.table_log10,
    ];
    Table {
        columns: columns.map(str::to_owned).to_vec(),
        rows: [input.collect()].into_iter().chain(layers).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::{DEMO, Phase, RUN, last};
    use crate::demos::keys;
    use crate::demos::settings::Settings;

    fn phases(link: &str, steps: &[u32]) -> Vec<Phase> {
        let mut settings = Settings::new((DEMO.parameters)());
        settings.set_all(link);
        let at = steps.iter().map(|step| {
            let last = last(&settings);
            RUN.go(&mut settings, *step, last);
            Phase::of(&settings)
        });
        at.collect()
    }

    #[test]
    fn a_pass_goes_forward_turns_and_comes_back() {
        let all = phases("depth=2", &[0, 1, 2, 3, 4, 5, 6]);
        let back = [Phase::Backward(2), Phase::Backward(1), Phase::Backward(1)];
        let there = [Phase::Start, Phase::Forward(1), Phase::Forward(2), Phase::Turn];
        assert_eq!(all, [&there[..], &back[..]].concat());
    }

    #[test]
    fn the_end_stays_the_end_when_the_chain_grows() {
        let mut settings = Settings::new((DEMO.parameters)());
        RUN.go(&mut settings, 21, 21);
        assert!(settings.is_default(keys::STEP.name()));
        settings.set_number(keys::DEPTH, 1000.0);
        assert_eq!(RUN.step(&settings, last(&settings)), 2001);
        RUN.go(&mut settings, 3, 2001);
        assert_eq!(RUN.step(&settings, last(&settings)), 3);
    }

    #[test]
    fn what_is_known_grows_forward_and_then_backward() {
        let depth = 3;
        let known: Vec<_> = [Phase::Start, Phase::Forward(2), Phase::Turn, Phase::Backward(2)]
            .map(|moment| (moment.last_signal(depth), moment.first_gradient(depth)))
            .to_vec();
        assert_eq!(known, [(0, None), (2, None), (3, Some(3)), (3, Some(1))]);
    }
}
