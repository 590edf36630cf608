//! The sentences, numbers and tables of the stack of layers.

use super::settings::CollapseSettings;
use super::{CollapseExperiment, Layers, Outcome, X};
use crate::demos::{
    Legend, QuantityHeadings, Readouts, Sample, Table, formula_line, line, verdict_line,
};
use crate::markup::{Html, html};
use crate::plot::scene::Stroke;
use crate::text::Text;
use crate::text::number::read;
use crate::text::words::collapse as say;

/// The number of rows in the data table.
const TABLE_ROWS: u32 = 17;

pub fn moment(experiment: &CollapseExperiment, text: &Text) -> String {
    let words = &text.words.collapse;
    let CollapseSettings { depth, width, .. } = experiment.layers.settings;
    let layer = experiment.layer;
    let said = if layer == 0 {
        words.input.to_owned()
    } else if layer == depth {
        words.output(say::Output { depth })
    } else {
        words.layer(say::Layer { layer, width })
    };
    format!("{layer} / {depth} · {said}")
}

/// The layers as a formula, and a sentence about the output.
pub fn explanation(experiment: &CollapseExperiment, text: &Text) -> Html {
    let words = &text.words.collapse;
    let layers = &*experiment.layers;
    let (depth, outcome) = (layers.depth(), &layers.outcome);
    let verdict = if layers.is_linear() {
        words.stays_a_line(say::StaysALine { depth, line: &line(outcome.line) })
    } else if depth == 1 {
        words.single.clone()
    } else {
        let name = text.name(layers.settings.function.activation.id);
        match outcome.pieces {
            1.0 if outcome.line.slope == 0.0 => words.dies(say::Dies { name }),
            1.0 => words.stays_straight(say::StaysStraight { name }),
            pieces if pieces.is_finite() => {
                words.bends(say::Bends { name, pieces: pieces as usize, bend: &read(outcome.bend) })
            }
            _ => words.curves(say::Curves { name, bend: &read(outcome.bend) }),
        }
    };
    [formula_line(&fold(layers, experiment.layer)), verdict_line(&verdict)].into_iter().collect()
}

/// The first neuron of the current layer as a nested formula. Without activation functions, also the line that
/// it is equal to.
fn fold(layers: &Layers, layer: usize) -> Html {
    /// The largest number of layers that are written out.
    const MOST: usize = 5;
    if layer == 0 {
        return Html::trusted("<i>x</i>");
    }
    let is_linear = layers.is_linear();
    let nested = |inner: Html, number: usize| {
        let inner = if number == 1 {
            inner
        } else if is_linear {
            html!("({inner})", inner)
        } else {
            html!(" <i>f</i>({inner})", inner)
        };
        html!("<i>W</i><sub>{number}</sub>{inner} + <i>b</i><sub>{number}</sub>", number, inner)
    };
    let start = layer.saturating_sub(MOST) + 1;
    let inner = if start == 1 { Html::trusted("<i>x</i>") } else { Html::trusted("…") };
    let formula = (start..=layer).fold(inner, nested);
    if is_linear {
        html!(
            "{formula} = <strong>{line}</strong>",
            formula,
            line = line(layers.stack.folded(layer)[0])
        )
    } else {
        formula
    }
}

pub fn readouts(layers: &Layers, text: &Text) -> Readouts {
    let words = &text.words.collapse;
    let Outcome { line, bend, pieces } = layers.outcome;
    let quantities = [
        ("a", line.slope, words.row_slope, words.row_slope_note),
        ("c", line.intercept, words.row_intercept, words.row_intercept_note),
        ("bend", bend, words.row_bend, words.row_bend_note),
        ("pieces", pieces, words.row_pieces, words.row_pieces_note),
    ];
    let headings = QuantityHeadings {
        name: words.readouts,
        quantity: words.quantity,
        value: words.value,
        note: words.note,
    };
    headings.readouts(layers.series(), &quantities)
}

pub fn table(layers: &Layers, text: &Text) -> Table {
    let Layers { stack, outcome: Outcome { line, .. }, .. } = layers;
    let rows =
        X.places(TABLE_ROWS - 1).map(|x| [x, stack.value(x), line.value(x)].map(Some).to_vec());
    let words = &text.words.collapse;
    let columns = [words.table_x, words.table_output, words.table_line];
    Table { columns: columns.map(str::to_owned).to_vec(), rows: rows.collect() }
}

pub fn description(experiment: &CollapseExperiment, text: &Text) -> String {
    let CollapseSettings { function, depth, width, .. } = experiment.layers.settings;
    let name = text.name(function.activation.id);
    let is = text.words.collapse.describe(say::Describe { name, depth, width });
    format!("{is} {}", moment(experiment, text))
}

pub fn legend(experiment: &CollapseExperiment, text: &Text) -> Vec<Legend> {
    let words = &text.words.collapse;
    let is_end = experiment.is_end();
    let entries = [
        (is_end, Sample::Line(Stroke::Solid), words.stack),
        (!is_end, Sample::Line(Stroke::Thin), words.neurons),
        (is_end && !experiment.layers.is_linear(), Sample::Line(Stroke::Dashed), words.best),
    ];
    let shown = entries.into_iter().filter(|(shown, ..)| *shown);
    shown.map(|(_, sample, label)| Legend { sample, label }).collect()
}
