//! The sentences, formulas, numbers and tables of the chain.

use super::settings::Scale;
use super::{ChainExperiment, Chains, FLOAT32_LEAST, FLOAT32_NORMAL, Phase, Series};
use crate::demos::{Legend, Readout, Readouts, Row, Sample, Table, formula_line, verdict_line};
use crate::markup::{Html, html};
use crate::models::chain::{Chain, Layer, Pass};
use crate::plot::scene::{Dot, Stroke};
use crate::text::Text;
use crate::text::number::{read, read_added, read_factor, read_product, read_short};
use crate::text::words::chain as say;

/// The learning rate in the sentence about one step of learning.
const LEARNING_RATE: f64 = 0.1;

/// One line of text about the current step.
pub fn moment(experiment: &ChainExperiment, text: &Text) -> String {
    let words = &text.words.chain;
    let ChainExperiment { chains, step, phase, .. } = experiment;
    let pass = &chains.main.pass;
    let layer = |number: usize| &pass.layers[number - 1];
    let said = match *phase {
        Phase::Start => words.start(say::Start { x: &read(pass.input) }),
        Phase::Forward(number) => {
            let Layer { z, a, .. } = layer(number);
            words.forward(say::Forward { layer: number, z: &read(*z), a: &read(*a) })
        }
        Phase::Turn => words.turn.to_owned(),
        Phase::Backward(number) => words.backward(say::Backward {
            layer: number,
            factor: &read(layer(number).factor),
            gradient: &read_product(pass.reaches(number - 1)),
        }),
    };
    format!("{step} / {} · {said}", Phase::last_step(chains.depth()))
}

/// The formula of the current step, sentences about the gradient, and the effect of one step of learning.
pub fn explanation(experiment: &ChainExperiment, text: &Text) -> Html {
    let chains = &experiment.chains;
    let learning = learning(&chains.main.pass, text);
    [
        formula_line(&formula(&chains.main, experiment.phase)),
        verdict_line(&verdict(chains, text)),
        html!("<p class=\"learning\">{learning}</p>", learning),
    ]
    .into_iter()
    .collect()
}

/// The current step as a formula with its numbers: the layer that the signal runs through, or the gradient as
/// a product.
fn formula(main: &Series, phase: Phase) -> Html {
    let pass = &main.pass;
    let depth = pass.layers.len();
    let a = |layer: usize| match layer {
        0 => Html::trusted("x"),
        _ => html!("a<sub>{layer}</sub>", layer),
    };
    match phase {
        Phase::Start => html!("<i>x</i> = {x}", x = read(pass.input)),
        Phase::Forward(layer) => {
            let Layer { z, a: value, .. } = pass.layers[layer - 1];
            let Chain { weight, bias, .. } = main.chain;
            html!(
                "<i>{a}</i> = <i>f</i>({w} × {input} {b}) = <i>f</i>({z}) = <strong>{value}</strong>",
                a = a(layer),
                w = read_factor(weight),
                input = read_factor(main.signal(layer - 1)),
                b = read_added(bias),
                z = read(z),
                value = read(value),
            )
        }
        Phase::Turn => {
            html!("∂<i>{a}</i>/∂<i>{a}</i> = <strong>1</strong>", a = a(depth))
        }
        Phase::Backward(layer) => html!(
            "∂<i>{output}</i>/∂<i>{input}</i> = {factors} = <strong>{gradient}</strong>",
            output = a(depth),
            input = a(layer - 1),
            factors = factors(&pass.layers[layer - 1..]),
            gradient = read_product(pass.reaches(layer - 1)),
        ),
    }
}

/// The local factors as a product. The middle of a long product is left out.
fn factors(layers: &[Layer]) -> String {
    /// The largest number of factors that are written out.
    const MOST: usize = 6;
    let factor = |layer: &Layer| read_factor(layer.factor);
    let all = |layers: &[Layer]| layers.iter().map(factor).collect::<Vec<_>>().join(" × ");
    if layers.len() <= MOST {
        all(layers)
    } else {
        format!("{} × … × {}", all(&layers[..MOST - 2]), all(&layers[layers.len() - 1..]))
    }
}

/// Sentences about the gradients of all chains.
fn verdict(chains: &Chains, text: &Text) -> Html {
    let words = &text.words.chain;
    let Chains { main, others } = chains;
    let name = text.name(main.id());
    let mut said = vec![fate(&main.pass, name, text)];
    let log10 = main.pass.gradient().log10();
    if log10.is_finite() && log10 < FLOAT32_LEAST {
        said.push(words.float32_zero.clone());
    } else if log10.is_finite() && log10 < FLOAT32_NORMAL {
        said.push(words.float32_subnormal.clone());
    }
    if !others.is_empty() {
        let each = |other: &Series| {
            format!("{} {}", text.name(other.id()), read_product(other.pass.gradient()))
        };
        let all = others.iter().map(each).collect::<Vec<_>>().join(", ");
        said.push(words.beside(say::Beside { gradients: &all }));
    }
    Html::joined(&said, " ")
}

/// A sentence about the gradient of one chain.
fn fate(pass: &Pass, name: &str, text: &Text) -> Html {
    /// The gradient vanishes if the average factor per layer is below this, and explodes if it is above the
    /// inverse. Over ten layers this is a factor of about three.
    const KEPT: f64 = 0.9;
    let words = &text.words.chain;
    let depth = pass.layers.len();
    let blocks = |layer: &&Layer| layer.factor == 0.0;
    let blocked = pass.layers.iter().filter(blocks).count();
    // A layer that is not at a kink is the better example.
    let clear = pass.layers.iter().position(|layer| blocks(&layer) && !layer.at_kink);
    if let Some(example) = clear.or_else(|| pass.layers.iter().position(|layer| blocks(&layer))) {
        let (layer, z) = (example + 1, &read(pass.layers[example].z));
        return if clear.is_some() {
            words.blocked(say::Blocked { name, blocked, depth, layer, z })
        } else {
            words.blocked_at_kink(say::BlockedAtKink { name, blocked, depth, layer, z })
        };
    }
    let gradient = pass.gradient();
    let factor = 10_f64.powf(gradient.log10() / depth as f64);
    let (factor_read, left) = (read(factor), read_product(gradient));
    if factor < KEPT {
        words.vanishes(say::Vanishes { name, depth, factor: &factor_read, left: &left })
    } else if factor <= 1.0 / KEPT {
        words.stays(say::Stays { name, depth, factor: &factor_read, left: &left })
    } else {
        words.explodes(say::Explodes { name, depth, factor: &factor_read, left: &left })
    }
}

/// What gradient descent with a small learning rate would do to the last and the first weight.
fn learning(pass: &Pass, text: &Text) -> Html {
    let words = &text.words.chain;
    let depth = pass.layers.len();
    let weight = |layer| pass.weight_gradient(layer).times(LEARNING_RATE);
    let (last, first) = (weight(depth), weight(1));
    let rate = read_short(LEARNING_RATE);
    if depth == 1 {
        return words.learns_alone(say::LearnsAlone { rate: &rate, change: &read_product(last) });
    }
    let mut said = vec![words.learns(say::Learns {
        rate: &rate,
        depth,
        last: &read_product(last),
        first: &read_product(first),
    })];
    if pass.input == 0.0 {
        let bias = pass.bias_gradient(1).times(LEARNING_RATE);
        said.push(words.learns_bias(say::LearnsBias { change: &read_product(bias) }));
    } else if last.sign() != 0.0
        && first.sign() != 0.0
        // Two changes that overflow cannot be compared.
        && let ratio = first.log10() - last.log10()
        && !ratio.is_nan()
    {
        let times = read_short(10_f64.powf(ratio));
        said.push(match times.as_str() {
            "1" => words.learns_as_much.clone(),
            _ if ratio < 0.0 => words.learns_less(say::LearnsLess { ratio: &times }),
            _ => words.learns_more(say::LearnsMore { ratio: &times }),
        });
    }
    Html::joined(&said, " ")
}

pub fn readouts(chains: &Chains, text: &Text) -> Readouts {
    let words = &text.words.chain;
    let own = row(&chains.main, "", text);
    let others = chains.others.iter();
    let others = others.map(|other| row(other, &format!("-{}", other.id()), text));
    Readouts {
        name: words.readouts,
        note: words.note,
        corner: words.function.to_owned(),
        columns: [&words.column_output, &words.column_gradient, &words.column_log10]
            .map(Html::clone)
            .to_vec(),
        rows: [own].into_iter().chain(others).collect(),
        remark: None,
    }
}

/// The numbers of the whole chain; they do not depend on the step. `suffix` makes the names of the outputs
/// unique.
fn row(series: &Series, suffix: &str, text: &Text) -> Row {
    let Series { hue, pass, .. } = series;
    let gradient = pass.gradient();
    let number = |name: &str, value, read| Readout { name: format!("{name}{suffix}"), value, read };
    Row {
        label: text.name(series.id()),
        series: *hue,
        cells: vec![
            number("output", pass.output(), read(pass.output())),
            number("gradient", gradient.value(), read_product(gradient)),
            number("log10-gradient", gradient.log10(), read(gradient.log10())),
        ],
        note: flaw(pass, text),
    }
}

/// A problem in a chain's numbers: an overflow, a layer that passes no gradient on, or a kink.
fn flaw(pass: &Pass, text: &Text) -> Option<String> {
    let words = &text.words.chain;
    if let Some(layer) = pass.layers.iter().position(|layer| !layer.a.is_finite()) {
        return Some(words.overflows(say::Overflows { layer: layer + 1 }));
    }
    if let Some(layer) = pass.layers.iter().rposition(|layer| layer.factor == 0.0) {
        return Some(words.stops(say::Stops { layer: layer + 1 }));
    }
    let kink = pass.layers.iter().position(|layer| layer.at_kink)?;
    Some(words.on_kink(say::OnKink { layer: kink + 1 }))
}

/// The values of the layers of one chain.
pub fn table(pass: &Pass, text: &Text) -> Table {
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

pub fn legend(chains: &Chains, scale: Scale, text: &Text) -> Vec<Legend> {
    let words = &text.words.chain;
    let Chains { main, others } = chains;
    let is_tiny = |series: &Series| {
        let deepest = series.pass.gradient().log10();
        deepest.is_finite() && deepest < FLOAT32_NORMAL
    };
    let shows_float32 = match scale {
        Scale::Log => chains.all().any(is_tiny),
        Scale::Linear => false,
    };
    let is_negative = main.pass.layers.iter().any(|layer| layer.gradient.sign() < 0.0);
    let entries = [
        (true, Sample::Bar, words.bar),
        (is_negative, Sample::Edge, words.negative),
        (!others.is_empty(), Sample::Line(Stroke::Solid), words.line),
        (main.is_bounded(), Sample::Line(Stroke::Thin), words.bound),
        (shows_float32, Sample::Saturated, words.float32),
        (true, Sample::Dot(Dot::Closed), words.point),
    ];
    let shown = entries.into_iter().filter(|(shown, ..)| *shown);
    shown.map(|(_, sample, label)| Legend { sample, label }).collect()
}

pub fn description(experiment: &ChainExperiment, text: &Text) -> String {
    let main = &experiment.chains.main;
    let Chain { depth, weight, bias, input, .. } = main.chain;
    let [w, b, x] = [weight, bias, input].map(read);
    let is = text.words.chain.describe(say::Describe {
        name: text.name(main.id()),
        depth,
        w: &w,
        b: &b,
        x: &x,
    });
    format!("{is} {}", moment(experiment, text))
}
