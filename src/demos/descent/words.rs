//! The sentences, numbers and tables of gradient descent on one weight.

use super::{Learning, Outcome};
use crate::demos::valley::update;
use crate::demos::{Legend, QuantityHeadings, Readouts, Sample, Table, formula_line, verdict_line};
use crate::markup::{Html, html};
use crate::models::descent::{Snapshot, Task};
use crate::plot::palette;
use crate::plot::scene::{Dot, Stroke};
use crate::text::Text;
use crate::text::number::{read, read_exact_factor, read_factor, read_short};
use crate::text::words::descent as say;

pub fn moment(learning: &Learning, step: usize, text: &Text) -> String {
    let Snapshot { weight, loss, .. } = learning.snapshot(step);
    let now = text.words.descent.moment(say::Moment { weight: &read(*weight), loss: &read(*loss) });
    format!("{step} / {} · {now}", learning.last())
}

/// The loss, its gradient by the chain rule and the update as formulas with their numbers, and the state of the
/// descent.
pub fn explanation(learning: &Learning, step: usize, text: &Text) -> Html {
    // The formulas show the next step, and after a divergence the last one.
    let from = learning.snapshot(step - usize::from(learning.has_diverged(step)));
    let Task { input, target, .. } = learning.task;
    let [input, target] = [input, target].map(read_factor);
    let formulas = [
        html!(
            "<i>z</i> = <i>w</i>·<i>x</i> = {weight} × {input} = <strong>{z}</strong>, <i>a</i> = <i>f</i>(<i>z</i>) = <strong>{output}</strong>",
            weight = read_exact_factor(from.weight),
            input,
            z = read(from.z),
            output = read(from.output),
        ),
        html!(
            "<i>L</i> = (<i>a</i> − <i>y</i>)² = ({output} − {target})² = <strong>{loss}</strong>",
            output = read(from.output),
            target,
            loss = read(from.loss),
        ),
        html!(
            "∂<i>L</i>/∂<i>w</i> = ∂<i>L</i>/∂<i>a</i> · <i>f</i>′(<i>z</i>) · <i>x</i> = {output_gradient} × {slope} × {input} = <strong>{gradient}</strong>",
            output_gradient = read_exact_factor(from.output_gradient),
            slope = read_exact_factor(from.slope),
            input,
            gradient = read(from.gradient),
        ),
    ];
    let update = update("w", from.weight, learning.rate, from.gradient, from.next(learning.rate));
    let verdict = verdict_line(&verdict(learning, step, text));
    formulas.iter().map(formula_line).chain([update, verdict]).collect()
}

/// A sentence about the state of the descent.
fn verdict(learning: &Learning, step: usize, text: &Text) -> Html {
    let words = &text.words.descent;
    let now = learning.snapshot(step);
    let rate = read_short(learning.rate);
    let [weight, output, loss, slope, gradient] =
        [now.weight, now.output, now.loss, now.slope, now.gradient].map(read);
    let before = || read(learning.snapshot(step - 1).loss);
    let outcome = match learning.outcome(step) {
        Outcome::Descends if now.gradient > 0.0 => {
            words.descends_left(say::DescendsLeft { gradient: &gradient })
        }
        Outcome::Descends => words.descends_right(say::DescendsRight { gradient: &gradient }),
        Outcome::TooSlow => words.too_slow(say::TooSlow { steps: step, rate: &rate }),
        Outcome::Crosses => words.crosses(say::Crosses { before: &before(), after: &loss }),
        Outcome::Bounces => words.bounces(say::Bounces { loss: &loss, rate: &rate }),
        Outcome::Rises => words.rises(say::Rises { before: &before(), after: &loss, rate: &rate }),
        Outcome::Arrived => words.arrived(say::Arrived {
            weight: &weight,
            output: &output,
            target: &read_short(learning.task.target),
        }),
        Outcome::Flat => words.flat(say::Flat { slope: &slope, gradient: &gradient }),
        Outcome::NoGradient => words.no_gradient.clone(),
        Outcome::Diverged => words.diverged(say::Diverged { step, loss: &loss, rate: &rate }),
    };
    match learning.kink(step) {
        Some(kink) => {
            html!(
                "{outcome} {kink}",
                outcome,
                kink = words.on_kink(say::OnKink { used: &read(kink.convention) })
            )
        }
        None => outcome,
    }
}

pub fn readouts(learning: &Learning, step: usize, text: &Text) -> Readouts {
    let words = &text.words.descent;
    let now = learning.snapshot(step);
    let quantities = [
        ("w", now.weight, words.row_w, words.row_w_note),
        ("a", now.output, words.row_output, words.row_output_note),
        ("loss", now.loss, words.row_loss, words.row_loss_note),
        ("grad-w", now.gradient, words.row_gradient, words.row_gradient_note),
        ("w-next", now.next(learning.rate), words.row_next, words.row_next_note),
    ];
    let headings = QuantityHeadings {
        name: words.readouts,
        quantity: words.quantity,
        value: words.value,
        note: words.note,
    };
    headings.readouts(palette::alone(learning.task.function.activation), &quantities)
}

pub fn table(learning: &Learning, text: &Text) -> Table {
    let rows = learning.descent.snapshots.iter().enumerate().map(|(step, at)| {
        [step as f64, at.weight, at.output, at.loss, at.gradient].map(Some).to_vec()
    });
    let words = &text.words.descent;
    let columns = [
        words.table_step,
        words.table_w,
        words.table_output,
        words.table_loss,
        words.table_gradient,
    ];
    Table { columns: columns.map(str::to_owned).to_vec(), rows: rows.collect() }
}

pub fn description(learning: &Learning, step: usize, text: &Text) -> String {
    let Task { function, input, target } = learning.task;
    let name = text.name(function.activation.id);
    let [input, target, rate] = [input, target, learning.rate].map(read_short);
    format!(
        "{} {}",
        text.words.descent.describe(say::Describe {
            name,
            input: &input,
            target: &target,
            rate: &rate
        }),
        moment(learning, step, text)
    )
}

pub fn legend(text: &Text) -> Vec<Legend> {
    let words = &text.words.descent;
    let entries = [
        (Sample::Line(Stroke::Solid), words.now),
        (Sample::Dot(Dot::Closed), words.point),
        (Sample::Dot(Dot::Trace), words.path),
        (Sample::Line(Stroke::Thin), words.aids),
        (Sample::Line(Stroke::Dashed), words.next),
        (Sample::Dot(Dot::Open), words.target),
    ];
    entries.map(|(sample, label)| Legend { sample, label }).to_vec()
}
