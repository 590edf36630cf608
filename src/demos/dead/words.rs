//! The sentences, formulas, numbers and tables of the three networks.

use super::settings::DeadSettings;
use super::{Chosen, DeadExperiment, Trained, Trainings};
use crate::demos::experiment::Computed;
use crate::demos::{Legend, Readout, Readouts, Row, Sample, Table, formula_line, verdict_line};
use crate::markup::{Html, html};
use crate::models::dead_neurons::{POINTS, WIDTH};
use crate::plot::scene::{Dot, Stroke};
use crate::text::Text;
use crate::text::number::{read, read_short};
use crate::text::words::dead as say;

/// One line of text with the number of inactive neurons of each network.
pub fn moment(trainings: &Trainings, step: usize, text: &Text) -> String {
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
pub fn explanation(experiment: &DeadExperiment, text: &Text) -> Html {
    let DeadExperiment { trainings, step, neuron, .. } = experiment;
    let rate = read_short(trainings.key().rate);
    let networks = trainings.networks.iter();
    let outcomes = networks.map(|network| verdict_line(&outcome(network, *step, &rate, text)));
    let gradients = experiment.networks().map(|(network, Chosen { largest_sum, gradient })| {
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
            z = read(*largest_sum),
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

pub fn readouts(experiment: &DeadExperiment, text: &Text) -> Readouts {
    let words = &text.words.dead;
    let DeadExperiment { step, neuron, .. } = *experiment;
    let rows = experiment.networks().map(|(network, Chosen { gradient, .. })| {
        let snapshot = network.snapshot(step);
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
            note: Some(state(network, step, neuron, text)),
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

/// The number of points that a neuron responds to. After a divergence, that the training has ended.
fn state(network: &Trained, step: usize, neuron: usize, text: &Text) -> String {
    if network.diverged(step).is_some() {
        return text.words.dead.has_ended.to_owned();
    }
    match network.snapshot(step).answers[neuron] {
        0 if network.is_flat() => text.words.dead.is_dead.to_owned(),
        0 => text.words.dead.is_dark.to_owned(),
        answers => text.words.dead.answers(say::Answers { answers, points: POINTS }),
    }
}

pub fn table(trainings: &Trainings, text: &Text) -> Table {
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

pub fn description(
    trainings: &Computed<DeadSettings, Trainings>,
    step: usize,
    text: &Text,
) -> String {
    let DeadSettings { rate, bias, .. } = *trainings.key();
    let [rate, bias] = [rate, bias].map(read_short);
    let is = text.words.dead.describe(say::Describe {
        width: WIDTH,
        points: POINTS,
        rate: &rate,
        bias: &bias,
    });
    format!("{is} {}", moment(trainings, step, text))
}

pub fn legend(text: &Text) -> Vec<Legend> {
    let words = &text.words.dead;
    let entries = [
        (Sample::Bar, words.lit),
        (Sample::Edge, words.dark),
        (Sample::Line(Stroke::Solid), words.line),
        (Sample::Dot(Dot::Trace), words.data),
    ];
    entries.map(|(sample, label)| Legend { sample, label }).to_vec()
}
