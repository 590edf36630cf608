//! The sentences, numbers and tables of the two networks that classify points.

use super::settings::{ClassifySettings, DATA};
use super::{CHOSEN, ClassifyExperiment, DEMO, EPOCHS, Outcome};
use crate::demos::settings::Options;
use crate::demos::{Legend, Readout, Readouts, Row, Sample, Table, formula_line, verdict_line};
use crate::markup::{Html, html};
use crate::models::network::Measure;
use crate::plot::scene::Stroke;
use crate::text::Text;
use crate::text::number::{read, read_short, read_sum};
use crate::text::words::classify as say;
use activations::functions::identity;

pub fn moment(shown: &ClassifyExperiment, text: &Text) -> String {
    let step = shown.step;
    let [without, with] = shown.trainings.measures(step);
    let name = text.name(shown.chosen().id);
    let [without, with] = [without, with].map(|measure| percent(measure.accuracy));
    format!(
        "{step} / {EPOCHS} · {}",
        text.words.classify.moment(say::Moment { without: &without, name, accuracy: &with })
    )
}

fn percent(share: f64) -> String {
    format!("{}%", read_short((1e3 * share).round() / 10.0))
}

/// The boundary of the network without an activation function, and the state of the other network.
pub fn explanation(shown: &ClassifyExperiment, text: &Text) -> Html {
    let (trainings, step) = (&shown.trainings, shown.step);
    let words = &text.words.classify;
    // Three points determine the logit, because it is affine.
    let [line, _] = trainings.at(step, |network| {
        let mut logits = [0.0; 3];
        network.logits(&[1.0, 0.0, 0.0], &[0.0, 1.0, 0.0], &mut logits);
        let [x, y, constant] = logits.map(f64::from);
        [x - constant, y - constant, constant]
    });
    let [x, y, constant] = line;
    let (x1, x2) = (Html::trusted("<i>x</i><sub>1</sub>"), Html::trusted("<i>x</i><sub>2</sub>"));
    let sum = read_sum(&[(x, x1), (y, x2), (constant, Html::default())]);
    let formula = words.line(say::Line { line: &html!("{sum} = 0", sum) });
    let accuracies = trainings.measures(step).map(|measure| measure.accuracy);
    let [without, with] = &accuracies.map(percent);
    let first = match trainings.divergences(step)[0] {
        Some(epoch) => words.line_diverged(say::LineDiverged { epoch }),
        None => words.straight(say::Straight { accuracy: without }),
    };
    let name = text.name(shown.chosen().id);
    let second = match shown.outcome() {
        Outcome::Start => words.starts(say::Starts { name }),
        Outcome::Overflows => words.overflows(say::Overflows { name }),
        Outcome::Diverged(epoch) => words.diverged(say::Diverged {
            name,
            epoch,
            rate: &read_short(shown.trainings.key().rate),
        }),
        Outcome::NoGradient => words.no_gradient(say::NoGradient { name }),
        Outcome::Blocked => words.blocked(say::Blocked { name }),
        Outcome::Vanished(times) => {
            words.vanished(say::Vanished { name, ratio: &read_short(times) })
        }
        Outcome::NeedsNoBend | Outcome::Learned | Outcome::Learns
            if shown.chosen().id == identity::ACTIVATION.id =>
        {
            words.the_same.clone()
        }
        Outcome::NeedsNoBend => words.needs_no_bend(say::NeedsNoBend { name, accuracy: with }),
        Outcome::Learned => words.learned(say::Learned { name, accuracy: with }),
        Outcome::Learns => words.learns(say::Learns { name, accuracy: with }),
    };
    let verdicts = [first, second];
    [formula_line(&formula)].into_iter().chain(verdicts.iter().map(verdict_line)).collect()
}

pub fn readouts(shown: &ClassifyExperiment, text: &Text) -> Readouts {
    let words = &text.words.classify;
    let step = shown.step;
    let measures = shown.trainings.measures(step);
    // The names of the outputs of the other network end in its id.
    let suffixes = [format!("-{}", identity::ACTIVATION.id), String::new()];
    let palette = shown.palette();
    let rows = shown.functions().into_iter().zip(measures).zip(suffixes);
    let rows = rows.enumerate().map(|(network, ((function, measure), suffix))| {
        let cell =
            |name: &str, value, read| Readout { name: format!("{name}{suffix}"), value, read };
        let Measure { loss, accuracy } = measure;
        let cells =
            vec![cell("loss", loss, read(loss)), cell("accuracy", accuracy, percent(accuracy))];
        let (label, note) = if network == CHOSEN {
            (text.name(function.id), words.chosen_note)
        } else {
            (words.without, words.without_note)
        };
        Row { label, series: palette.shown(function), cells, note: Some(note.to_owned()) }
    });
    Readouts {
        name: words.readouts,
        note: words.note,
        corner: words.corner(say::Corner { epoch: step }),
        columns: [words.column_loss, words.column_accuracy].map(Html::text).to_vec(),
        rows: rows.collect(),
        remark: None,
    }
}

pub fn table(shown: &ClassifyExperiment, text: &Text) -> Table {
    let [without, with] = shown.trainings.norms(shown.step);
    let rows = without.into_iter().zip(with).enumerate();
    let rows =
        rows.map(|(layer, (without, with))| [(layer + 1) as f64, without, with].map(Some).to_vec());
    let words = &text.words.classify;
    let name = text.name(shown.chosen().id);
    let columns = vec![
        words.layer.to_owned(),
        words.norm(say::Norm { name: words.without }),
        words.norm(say::Norm { name }),
    ];
    Table { columns, rows: rows.collect() }
}

pub fn description(shown: &ClassifyExperiment, text: &Text) -> String {
    let ClassifySettings { data, depth, width, .. } = *shown.trainings.key();
    let data = text.option(DEMO.id, DATA.name(), data.id());
    let name = text.name(shown.chosen().id);
    let is = text.words.classify.describe(say::Describe { data, name, depth, width });
    format!("{is} {}", moment(shown, text))
}

pub fn legend(text: &Text) -> Vec<Legend> {
    let words = &text.words.classify;
    let entries = [
        (Sample::Class(0), words.negative),
        (Sample::Class(1), words.positive),
        (Sample::Line(Stroke::Solid), words.boundary),
        (Sample::Line(Stroke::Dashed), words.accuracy),
    ];
    entries.map(|(sample, label)| Legend { sample, label }).to_vec()
}
