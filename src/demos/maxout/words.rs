//! The sentences, numbers and tables of maxout.

use super::{Curve, Drawn, MaxoutExperiment, X, hue, hue_of_inputs};
use crate::demos::{
    Legend, Readouts, Sample, SingleRow, Table, formula_line, line, single_rows, verdict_line,
};
use crate::markup::{Html, html};
use crate::models::collapse::Line;
use crate::models::maxout::{Maxout, Moments, Spread};
use crate::plot::scene::{Dot, Stroke};
use crate::text::Text;
use crate::text::number::read;
use crate::text::words::maxout as say;

/// The number of rows in the data table.
const TABLE_ROWS: u32 = 21;

/// f, its value and its gradients as formulas. Sentences about the piece that gets the gradient and about the
/// variances.
pub fn explanation(shown: &MaxoutExperiment, text: &Text) -> Html {
    let words = &text.words.maxout;
    let (Curve { maxout, moments, spread, .. }, x) = (&*shown.curve, shown.x);
    let winner = maxout.winner(x);
    let each = |say: &dyn Fn(&Line) -> Html| {
        Html::joined(&maxout.pieces().iter().map(say).collect::<Vec<_>>(), ", ")
    };
    let formulas = each(&|piece| line(*piece));
    let values = each(&|piece| Html::text(&plain(piece.value(x))));
    let partial =
        |name: &str, index: &Html| html!("∂<i>f</i>/∂<i>{name}</i><sub>{index}</sub>", name, index);
    let (number, other) = (Html::text(&winner.to_string()), Html::trusted("<i>i</i>"));
    let tied = maxout.tied(x);
    let wins = match tied[..] {
        [_] => words.wins(say::Wins { winner }),
        _ => words.tie(say::Tie { pieces: &list_of_pieces(&tied, words), winner }),
    };
    let of_lines = through_lines(*spread, &plain(moments.variance), words);
    let k = shown.count();
    let exact = Moments::of_maximum(k);
    let of_independent =
        words.of_independent(say::OfIndependent { k, variance: &plain(exact.variance) });
    let formulas = [
        html!("<i>f</i>(<i>x</i>) = max({formulas})", formulas),
        html!(
            "<i>f</i>({x}) = max({values}) = <strong>{value}</strong>",
            x = plain(x),
            values,
            value = plain(maxout.value(x)),
        ),
        html!(
            "{w} = <i>x</i> = <strong>{x}</strong>, {b} = <strong>1</strong>, {other_w} = {other_b} = <strong>0</strong> (<i>i</i> ≠ {number})",
            w = partial("w", &number),
            x = plain(x),
            b = partial("b", &number),
            other_w = partial("w", &other),
            other_b = partial("b", &other),
            number,
        ),
    ];
    let sentences = [wins, of_lines, of_independent];
    formulas.iter().map(formula_line).chain(sentences.iter().map(verdict_line)).collect()
}

/// Several pieces as a list in words.
fn list_of_pieces(pieces: &[usize], words: &say::Words) -> String {
    let mut said = pieces.iter().map(|piece| words.tied_piece(say::TiedPiece { piece: *piece }));
    let mut list = said.next().unwrap_or_default();
    let mut said = said.peekable();
    while let Some(piece) = &said.next() {
        let pieces = &list;
        list = if said.peek().is_some() {
            words.tied_and_more(say::TiedAndMore { pieces, piece })
        } else {
            words.tied_and_last(say::TiedAndLast { pieces, piece })
        };
    }
    list
}

/// The sentences about the variance of f(x) and its comparison with the variance of x.
fn through_lines(spread: Spread, variance: &str, words: &say::Words) -> Html {
    match spread {
        Spread::Gone => words.through_lines_gone(say::ThroughLinesGone { variance }),
        Spread::Moved => words.through_lines_moved(say::ThroughLinesMoved { variance }),
        Spread::Balanced => words.through_lines_balanced(say::ThroughLinesBalanced { variance }),
        Spread::Larger => words.through_lines_larger(say::ThroughLinesLarger { variance }),
        Spread::Smaller => words.through_lines_smaller(say::ThroughLinesSmaller { variance }),
        Spread::SmallerThoughSteep => words
            .through_lines_smaller_though_steep(say::ThroughLinesSmallerThoughSteep { variance }),
    }
}

/// A number as in the readouts without the zeros at its end. A number that is not whole has at least one decimal.
fn plain(number: f64) -> String {
    let text = read(number);
    let short = text.trim_end_matches('0');
    if text.contains('×') || !short.contains('.') || short.ends_with('.') {
        text
    } else {
        short.to_owned()
    }
}

pub fn readouts(shown: &MaxoutExperiment, text: &Text) -> Readouts {
    let words = &text.words.maxout;
    let (Drawn { inputs, maxima }, x, k) = (&*shown.drawn, shown.x, shown.count());
    let Curve { maxout, moments: through, outputs, .. } = &*shown.curve;
    let independent = Moments::of_maximum(k);
    let (hue, from) = (hue(), hue_of_inputs());
    let at_probe = [
        ("value", maxout.value(x), words.row_value, words.row_value_note),
        ("winner", maxout.winner(x) as f64, words.row_winner, words.row_winner_note),
        ("gradient", maxout.gradient(x), words.row_gradient, words.row_gradient_note),
    ];
    let at_probe = single_rows(hue, &at_probe);
    let parameters = SingleRow {
        series: hue,
        name: "parameters",
        value: 2.0 * k as f64,
        label: words.row_parameters,
        note: words.row_parameters_note(say::RowParametersNote { k }),
    };
    // The closed forms hold for two pieces.
    let forms = if k == 2 { [" (1/√π)", " (1 − 1/π)"] } else { [""; 2] };
    let distributions = [
        (["mean-in", "variance-in"], from, inputs.moments, Moments::STANDARD, [""; 2]),
        (["mean-f", "variance-f"], hue, outputs.moments, *through, [""; 2]),
        (["mean-out", "variance-out"], from, maxima.moments, independent, forms),
    ];
    let labels = [
        [words.row_mean_in, words.row_variance_in],
        [words.row_mean_f, words.row_variance_f],
        [words.row_mean_largest, words.row_variance_largest],
    ];
    let moments = distributions.into_iter().zip(labels).flat_map(|(distribution, labels)| {
        let (names, series, drawn, exact, forms) = distribution;
        let row = |index: usize, value: f64, exact: f64| {
            let note =
                words.exact(say::Exact { value: &format!("{}{}", read(exact), forms[index]) });
            SingleRow { series, name: names[index], value, label: labels[index], note }.row()
        };
        [row(0, drawn.mean, exact.mean), row(1, drawn.variance, exact.variance)]
    });
    Readouts {
        name: words.readouts,
        note: words.note,
        corner: format!("x = {}", read(x)),
        columns: vec![Html::text(words.value)],
        rows: at_probe.chain([parameters.row()]).chain(moments).collect(),
        remark: None,
    }
}

pub fn table(maxout: &Maxout, text: &Text) -> Table {
    let words = &text.words.maxout;
    let pieces = (1..=maxout.pieces().len()).map(|piece| words.piece(say::Piece { piece }));
    let ends = ["f(x)", "f′(x)"].map(str::to_owned);
    let columns = ["x".to_owned()].into_iter().chain(pieces).chain(ends);
    let rows = X.places(TABLE_ROWS - 1).map(|x| {
        let pieces = maxout.pieces().iter().map(|piece| piece.value(x));
        let numbers = [x].into_iter().chain(pieces).chain([maxout.value(x), maxout.gradient(x)]);
        numbers.map(Some).collect()
    });
    Table { columns: columns.collect(), rows: rows.collect() }
}

pub fn description(shown: &MaxoutExperiment, text: &Text) -> String {
    let (maxout, x) = (&shown.curve.maxout, shown.x);
    text.words.maxout.describe(say::Describe {
        k: shown.count(),
        x: &read(x),
        value: &read(maxout.value(x)),
        winner: maxout.winner(x),
    })
}

pub fn legend(text: &Text) -> Vec<Legend> {
    let words = &text.words.maxout;
    let entries = [
        (Sample::Line(Stroke::Solid), words.envelope),
        (Sample::Line(Stroke::Thin), words.pieces),
        (Sample::Dot(Dot::Handle), words.handle),
        (Sample::Bar, words.bar),
        (Sample::Saturated, words.band),
    ];
    entries.map(|(sample, label)| Legend { sample, label }).to_vec()
}
