//! Sentences and formulas about the chain.

use super::pictures::{self, FLOAT32_LEAST, FLOAT32_NORMAL};
use super::{Phase, RUN, SCALE, Series, depth, last, main, others};
use crate::demos::keys;
use crate::demos::settings::Settings;
use crate::demos::{Legend, Sample, formula_line, verdict_line};
use crate::markup::{Html, html};
use crate::models::chain::{Layer, Pass};
use crate::plot::scene::{Dot, Stroke};
use crate::text::Text;
use crate::text::number::{read, read_added, read_factor, read_product, read_short};
use crate::text::words::chain as say;

/// The learning rate in the sentence about one step of learning.
const LEARNING_RATE: f64 = 0.1;

/// One line of text about the current step.
pub fn moment(settings: &Settings, text: &Text) -> String {
    let words = &text.words.chain;
    let Series { pass, .. } = main(settings);
    let step = RUN.step(settings, last(settings));
    let layer = |number: usize| &pass.layers[number - 1];
    let said = match Phase::of(settings) {
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
    format!("{step} / {} · {said}", 2 * depth(settings) + 1)
}

/// The formula of the current step, sentences about the gradient, and the effect of one step of learning.
pub fn explanation(settings: &Settings, text: &Text) -> Html {
    let main = main(settings);
    let others: Vec<Series> = others(settings).collect();
    [
        formula_line(&formula(&main, settings)),
        verdict_line(&verdict(&main, &others, text)),
        html!("<p class=\"learning\">{learning}</p>", learning = learning(&main.pass, text)),
    ]
    .into_iter()
    .collect()
}

/// The current step as a formula with its numbers: the layer that the signal runs through, or the gradient as
/// a product.
fn formula(main: &Series, settings: &Settings) -> Html {
    let (pass, depth) = (&main.pass, depth(settings) as usize);
    let a = |layer: usize| match layer {
        0 => Html::trusted("x"),
        _ => html!("a<sub>{layer}</sub>", layer),
    };
    match Phase::of(settings) {
        Phase::Start => html!("<i>x</i> = {x}", x = read(pass.input)),
        Phase::Forward(layer) => {
            let Layer { z, a: value, .. } = pass.layers[layer - 1];
            let (w, b) =
                (read_factor(settings.number(keys::W)), read_added(settings.number(keys::B)));
            let input = pictures::signal(pass, layer - 1);
            html!(
                "<i>{a}</i> = <i>f</i>({w} × {input} {b}) = <i>f</i>({z}) = <strong>{value}</strong>",
                a = a(layer),
                w,
                input = read_factor(input),
                b,
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
fn verdict(main: &Series, others: &[Series], text: &Text) -> Html {
    let words = &text.words.chain;
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

/// A problem in a chain's numbers: an overflow, a layer that passes no gradient on, or a kink.
pub fn flaw(pass: &Pass, text: &Text) -> Option<String> {
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
    } else if last.sign() != 0.0 && first.sign() != 0.0 {
        let ratio = first.log10() - last.log10();
        let times = read_short(10_f64.powf(ratio));
        said.push(match times.as_str() {
            "1" => words.learns_as_much.clone(),
            _ if ratio < 0.0 => words.learns_less(say::LearnsLess { ratio: &times }),
            _ => words.learns_more(say::LearnsMore { ratio: &times }),
        });
    }
    Html::joined(&said, " ")
}

pub fn legend(settings: &Settings, text: &Text) -> Vec<Legend> {
    let words = &text.words.chain;
    let main = main(settings);
    let others: Vec<Series> = others(settings).collect();
    let is_log = settings.choice(SCALE) == "log";
    let is_tiny = [&main].into_iter().chain(&others).any(|series| {
        let deepest = series.pass.gradient().log10();
        deepest.is_finite() && deepest < FLOAT32_NORMAL
    });
    let is_negative = main.pass.layers.iter().any(|layer| layer.gradient.sign() < 0.0);
    let entries = [
        (true, Sample::Bar, words.bar),
        (is_negative, Sample::Edge, words.negative),
        (!others.is_empty(), Sample::Line(Stroke::Solid), words.line),
        (pictures::bound(&main, settings), Sample::Line(Stroke::Thin), words.bound),
        (is_log && is_tiny, Sample::Saturated, words.float32),
        (true, Sample::Dot(Dot::Closed), words.point),
    ];
    let shown = entries.into_iter().filter(|(shown, ..)| *shown);
    shown.map(|(_, sample, label)| Legend { sample, label }).collect()
}

pub fn description(settings: &Settings, text: &Text) -> String {
    let main = main(settings);
    let [w, b, x] = [keys::W, keys::B, keys::X].map(|key| read(settings.number(key)));
    let is = text.words.chain.describe(say::Describe {
        name: text.name(main.id()),
        depth: depth(settings) as usize,
        w: &w,
        b: &b,
        x: &x,
    });
    format!("{is} {}", moment(settings, text))
}
