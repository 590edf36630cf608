//! The sentences, numbers and tables of the explorer.

use super::ExplorerExperiment;
use super::curves::{Curves, SATURATED_BELOW};
use super::settings::Series;
use crate::demos::settings::Options;
use crate::demos::{Legend, Readout, Readouts, Row, Sample, Table};
use crate::markup::Html;
use crate::plot::scene::{Dot, Stroke};
use crate::text::Text;
use crate::text::facts::frameworks;
use crate::text::number::read;
use crate::text::words::explorer as say;
use activations::Function;

/// The number of rows in the data table.
const TABLE_ROWS: u32 = 13;

pub fn readouts(experiment: &ExplorerExperiment, text: &Text) -> Readouts {
    let ExplorerExperiment { ref curves, probe: x } = *experiment;
    let rows = curves.series.iter().map(|Series { hue, function, .. }| {
        let id = function.activation.id;
        let number =
            |what: &str, value| Readout { name: format!("{what}-{id}"), value, read: read(value) };
        Row {
            label: text.name(id),
            series: *hue,
            cells: vec![
                number("value", function.value(x)),
                number("gradient", function.gradient(x)),
            ],
            note: note(function, x, text),
        }
    });
    let outside = !curves.x.contains(x);
    let words = &text.words.explorer;
    Readouts {
        name: words.readouts,
        note: words.note,
        corner: format!("x = {}", read(x)),
        columns: [words.column_value, words.column_gradient].map(Html::text).to_vec(),
        rows: rows.collect(),
        remark: outside.then(|| words.outside(say::Outside { x: &read(x) })),
    }
}

pub fn legend(curves: &Curves, text: &Text) -> Vec<Legend> {
    let words = &text.words.explorer;
    let (values, gradients) = (curves.values(), curves.gradients());
    let series = &curves.series;
    let kinks = series.iter().any(|series| !series.function.kinks().is_empty());
    let pieces = series.iter().any(|series| !series.function.activation.lines.is_empty());
    let entries = [
        (values, Sample::Line(Stroke::Solid), words.value),
        (gradients, Sample::Line(Stroke::Dashed), words.gradient),
        (values && curves.has_tangents(), Sample::Line(Stroke::Thin), words.tangent),
        (gradients && kinks, Sample::Dot(Dot::Open), words.one_sided),
        (gradients && kinks, Sample::Dot(Dot::Closed), words.convention),
        (values && pieces, Sample::Dot(Dot::Handle), words.handle),
        (!curves.saturated.is_empty(), Sample::Saturated, words.saturated),
    ];
    let shown = entries.into_iter().filter(|(shown, ..)| *shown);
    shown.map(|(_, sample, label)| Legend { sample, label }).collect()
}

/// A note on f at x: a kink, a jump or saturation.
fn note(function: &Function, x: f64, text: &Text) -> Option<String> {
    let words = &text.words.explorer;
    if let Some(kink) = function.kink_at(x) {
        let [left, right, used] = &[kink.slopes.left, kink.slopes.right, kink.convention].map(read);
        let frameworks = &frameworks(&kink, &text.words.card);
        return Some(if kink.is_jump() {
            words.jump_here(say::JumpHere { left, right, used, frameworks })
        } else {
            words.kink_here(say::KinkHere { left, right, used, frameworks })
        });
    }
    let gradient = function.gradient(x);
    if gradient == 0.0 {
        Some(words.no_gradient_here.to_owned())
    } else {
        (gradient.abs() < SATURATED_BELOW).then(|| words.saturated_here.to_owned())
    }
}

pub fn table(curves: &Curves, text: &Text) -> Table {
    let Curves { series, x, .. } = curves;
    let names = series.iter().flat_map(|series| {
        let name = text.name(series.id());
        [format!("{name} f(x)"), format!("{name} f′(x)")]
    });
    let rows = x.places(TABLE_ROWS - 1).map(|at| {
        let numbers = series
            .iter()
            .flat_map(|Series { function, .. }| [function.value(at), function.gradient(at)]);
        [at].into_iter().chain(numbers).map(Some).collect()
    });
    Table { columns: ["x".to_owned()].into_iter().chain(names).collect(), rows: rows.collect() }
}

pub fn description(experiment: &ExplorerExperiment, text: &Text) -> String {
    let ExplorerExperiment { ref curves, probe } = *experiment;
    let Curves { series, x, show, saturated, .. } = &**curves;
    let words = &text.words.explorer;
    if series.is_empty() {
        return words.nothing_shown.to_owned();
    }
    let names: Vec<&str> = series.iter().map(|series| text.name(series.id())).collect();
    let mut said = words.describe(say::Describe {
        show: show.id(),
        names: &names.join(", "),
        low: &read(x.low),
        high: &read(x.high),
    });
    for Series { function, .. } in series {
        said.push(' ');
        said += &words.describe_probe(say::DescribeProbe {
            name: text.name(function.activation.id),
            x: &read(probe),
            value: &read(function.value(probe)),
            gradient: &read(function.gradient(probe)),
        });
    }
    for range in saturated {
        said.push(' ');
        said += &words.describe_saturated(say::DescribeSaturated {
            low: &read(range.low),
            high: &read(range.high),
        });
    }
    said
}
