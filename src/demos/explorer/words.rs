//! The sentences, numbers and tables of the explorer.

use super::ExplorerExperiment;
use super::curves::{Curves, Pair};
use super::settings::{ExplorerSettings, Series, Show};
use crate::demos::experiment::Computed;
use crate::demos::settings::Options;
use crate::demos::{Legend, Readout, Readouts, Row, Sample, Table};
use crate::markup::{Html, unescaped};
use crate::models::objections::SATURATED_BELOW;
use crate::plot::palette::DIFFERENCE;
use crate::plot::scene::{Dot, Stroke};
use crate::text::Text;
use crate::text::facts::frameworks;
use crate::text::number::read;
use crate::text::words::explorer as say;
use activations::Function;
use activations::difference::{Largest, Place};

/// The number of rows in the data table.
const TABLE_ROWS: u32 = 13;
/// The difference of two functions and its gradient.
const DIFFERENCES: [&str; 2] = ["f − g", "f′ − g′"];
/// The most places that are named if two functions are farthest apart at several ones.
const MOST_PLACES: usize = 4;

pub fn readouts(experiment: &ExplorerExperiment, text: &Text) -> Readouts {
    let ExplorerExperiment { ref curves, probe: x } = *experiment;
    let row = |id: &str, label, series, value: f64, gradient: f64, note| {
        let number =
            |what: &str, value| Readout { name: format!("{what}-{id}"), value, read: read(value) };
        let cells = vec![number("value", value), number("gradient", gradient)];
        Row { label, series, cells, note }
    };
    let mut rows: Vec<Row> = Vec::new();
    for Series { hue, function, .. } in &curves.series {
        let (id, note) = (function.activation.id, note(function, x, text));
        rows.push(row(id, text.name(id), *hue, function.value(x), function.gradient(x), note));
    }
    if let Some(Pair { difference, .. }) = &curves.pair {
        let (value, gradient) = (difference.value(x), difference.gradient(x));
        rows.push(row("difference", DIFFERENCES[0], DIFFERENCE, value, gradient, None));
    }
    let words = &text.words.explorer;
    let outside = !curves.x.contains(x);
    let mut remarks = about_difference(curves, text, &Readout::output);
    if outside {
        remarks.insert(0, Html::text(&words.outside(say::Outside { x: &read(x) })));
    }
    Readouts {
        name: words.readouts,
        note: words.note,
        corner: format!("x = {}", read(x)),
        columns: [words.column_value, words.column_gradient].map(Html::text).to_vec(),
        rows,
        remark: (!remarks.is_empty()).then(|| Html::joined(&remarks, " ")),
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
        (curves.is_apart(), Sample::Line(Stroke::Thin), words.farthest),
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
    let Curves { series, x, pair, .. } = curves;
    let mut columns = vec!["x".to_owned()];
    for (index, series) in series.iter().enumerate() {
        let name = text.name(series.id());
        let letter = if pair.is_some() && index == 1 { "g" } else { "f" };
        columns.extend([format!("{name} {letter}(x)"), format!("{name} {letter}′(x)")]);
    }
    let mut places: Vec<f64> = x.places(TABLE_ROWS - 1).collect();
    if let Some(pair) = pair {
        columns.extend(DIFFERENCES.map(str::to_owned));
        // A difference has further rows where it is largest.
        for place in pair.places().iter().take(MOST_PLACES) {
            let row = places.partition_point(|at| *at < place.x);
            if places.get(row) != Some(&place.x) {
                places.insert(row, place.x);
            }
        }
    }
    let rows = places.into_iter().map(|at| {
        let mut row = vec![Some(at)];
        for Series { function, .. } in series {
            row.extend([Some(function.value(at)), Some(function.gradient(at))]);
        }
        if let Some(Pair { difference, .. }) = pair {
            row.extend([Some(difference.value(at)), Some(difference.gradient(at))]);
        }
        row
    });
    Table { columns, rows: rows.collect() }
}

pub fn description(experiment: &ExplorerExperiment, text: &Text) -> String {
    let ExplorerExperiment { ref curves, probe } = *experiment;
    let Curves { series, x, show, saturated, pair, .. } = &**curves;
    let words = &text.words.explorer;
    if series.is_empty() {
        return words.nothing_shown.to_owned();
    }
    // Without a second function, the picture shows the values of the only one.
    let show = if *show == Show::Difference && pair.is_none() { Show::Value } else { *show };
    let names: Vec<&str> = series.iter().map(|series| text.name(series.id())).collect();
    let mut said = words.describe(say::Describe {
        show: show.id(),
        names: &names.join(", "),
        low: &read(x.low),
        high: &read(x.high),
    });
    for sentence in about_difference(curves, text, &|number| Html::text(&number.read)) {
        said.push(' ');
        // Escaped text without any element.
        said += &unescaped(sentence.as_str());
    }
    let mut add = |name, value: f64, gradient: f64| {
        said.push(' ');
        said += &words.describe_probe(say::DescribeProbe {
            name,
            x: &read(probe),
            value: &read(value),
            gradient: &read(gradient),
        });
    };
    for Series { function, .. } in series {
        add(text.name(function.activation.id), function.value(probe), function.gradient(probe));
    }
    if let Some(Pair { difference, .. }) = pair {
        add(DIFFERENCES[0], difference.value(probe), difference.gradient(probe));
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

/// The sentences about the difference that is shown: which functions are f and g, and where they are farthest apart.
/// `number` receives the numbers.
fn about_difference(
    curves: &Computed<ExplorerSettings, Curves>,
    text: &Text,
    number: &dyn Fn(&Readout) -> Html,
) -> Vec<Html> {
    let words = &text.words.explorer;
    let Curves { series, show, pair, .. } = &**curves;
    if *show != Show::Difference {
        return Vec::new();
    }
    let (Some(Pair { largest, .. }), [f, g]) = (pair, &series[..]) else {
        return vec![Html::text(words.needs_two)];
    };
    let (f, g) = (text.name(f.id()), text.name(g.id()));
    let chosen = curves.key().chosen;
    let pair = if chosen > 2 {
        words.first_pair(say::FirstPair { f, g, chosen })
    } else {
        words.pair(say::Pair { f, g })
    };
    let mut said = vec![Html::text(&pair)];
    let Some(Largest { distance, is_reached, places }) = largest else { return said };
    if places.is_empty() {
        said.push(Html::text(words.equal));
        return said;
    }
    let name = "largest-difference".to_owned();
    let distance = &number(&Readout { name, value: *distance, read: read(*distance) });
    let mut at = Vec::new();
    for (index, place) in places.iter().take(MOST_PLACES).enumerate() {
        at.push(number(&where_it_is(index, place, text)));
    }
    if places.len() > MOST_PLACES {
        at.push(Html::trusted("…"));
    }
    let at = &Html::joined(&at, ", ");
    said.push(if *is_reached {
        words.largest(say::Largest { distance, at })
    } else {
        words.approached(say::Approached { distance, at })
    });
    said
}

/// One of the places where two functions are farthest apart.
fn where_it_is(index: usize, place: &Place, text: &Text) -> Readout {
    let Place { low, high, x, .. } = *place;
    let name = match index {
        0 => "largest-difference-at".to_owned(),
        _ => format!("largest-difference-at-{}", index + 1),
    };
    let span = say::Span { low: &read(low), high: &read(high) };
    let read = if low < high { text.words.explorer.span(span) } else { read(x) };
    Readout { name, value: x, read }
}
