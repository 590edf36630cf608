//! Sentences and formulas about the three networks.

use super::{BIAS, Trained, Trainings, neuron};
use crate::demos::keys;
use crate::demos::settings::Settings;
use crate::demos::{Legend, Sample, formula_line, verdict_line};
use crate::markup::{Html, html};
use crate::models::dead_neurons::{POINTS, WIDTH};
use crate::plot::scene::{Dot, Stroke};
use crate::text::Text;
use crate::text::number::{read, read_short};
use crate::text::words::dead as say;

/// One line of text with the number of inactive neurons of each network.
pub fn moment(settings: &Settings, text: &Text) -> String {
    let trainings = Trainings::of(settings);
    let step = trainings.step(settings);
    let counts = trainings.networks.iter().map(|network| {
        let dark = network.snapshot(step).dark();
        format!("{} {dark}", text.name(network.id()))
    });
    let counts = counts.collect::<Vec<_>>().join(", ");
    format!(
        "{step} / {} · {}",
        trainings.last(),
        text.words.dead.moment(say::Moment { counts: &counts })
    )
}

/// Sentences about the dead and inactive neurons of each network, and the chosen neuron's gradients.
pub fn explanation(settings: &Settings, text: &Text) -> Html {
    let trainings = Trainings::of(settings);
    let (step, neuron) = (trainings.step(settings), neuron(settings));
    let networks = trainings.networks.iter();
    let rate = read_short(settings.number(keys::RATE));
    let outcomes =
        networks.clone().map(|network| verdict_line(&outcome(network, step, &rate, text)));
    let gradients = networks.map(|network| {
        let gradient = trainings.gradient(network, step, neuron);
        let by = |symbol: &str, number: f64| {
            html!(
                "<span class=\"unbroken\">∂<i>L</i>/∂<i>{symbol}</i> = <strong>{number}</strong></span>",
                symbol,
                number = read(number),
            )
        };
        formula_line(&html!(
            "{name}: <span class=\"unbroken\">max <i>z</i> = {z},</span> {w}, {b}, {v}",
            name = text.name(network.id()),
            z = read(trainings.largest_sum(network, step, neuron)),
            w = by("w", gradient.weight),
            b = by("b", gradient.bias),
            v = by("v", gradient.output),
        ))
    });
    let head = html!(
        "<p>{chosen}</p>",
        chosen = text.words.dead.chosen(say::Chosen { neuron: neuron + 1, points: POINTS })
    );
    outcomes.chain([head]).chain(gradients).collect()
}

/// A sentence about the state of a network at a step.
fn outcome(network: &Trained, step: usize, rate: &str, text: &Text) -> Html {
    let words = &text.words.dead;
    let name = text.name(network.id());
    let snapshot = network.snapshot(step);
    let (dark, loss) = (snapshot.dark(), read(snapshot.loss));
    if let Some(step) = network.diverged(step) {
        words.diverged(say::Diverged { name, step, loss: &loss, rate })
    } else if dark == 0 {
        words.all_answer(say::AllAnswer { name, loss: &loss })
    } else if !network.is_flat() {
        words.keeps(say::Keeps { name, inactive: dark, loss: &loss })
    } else if dark == WIDTH {
        words.all_dead(say::AllDead { name, loss: &loss })
    } else {
        words.loses(say::Loses { name, dead: dark, alive: WIDTH - dark, loss: &loss })
    }
}

/// The number of points that a neuron responds to. After a divergence, that the training has ended.
pub fn state(network: &Trained, step: usize, neuron: usize, text: &Text) -> String {
    if network.diverged(step).is_some() {
        return text.words.dead.has_ended.to_owned();
    }
    match network.snapshot(step).answers[neuron] {
        0 if network.is_flat() => text.words.dead.is_dead.to_owned(),
        0 => text.words.dead.is_dark.to_owned(),
        answers => text.words.dead.answers(say::Answers { answers, points: POINTS }),
    }
}

pub fn description(settings: &Settings, text: &Text) -> String {
    let [rate, bias] = [keys::RATE, BIAS].map(|key| read_short(settings.number(key)));
    let is = text.words.dead.describe(say::Describe {
        width: WIDTH,
        points: POINTS,
        rate: &rate,
        bias: &bias,
    });
    format!("{is} {}", moment(settings, text))
}

pub fn legend(_: &Settings, text: &Text) -> Vec<Legend> {
    let words = &text.words.dead;
    let entries = [
        (Sample::Bar, words.lit),
        (Sample::Edge, words.dark),
        (Sample::Line(Stroke::Solid), words.line),
        (Sample::Dot(Dot::Trace), words.data),
    ];
    entries.map(|(sample, label)| Legend { sample, label }).to_vec()
}
