//! The sentences, numbers and tables of a learned α.

use super::settings::Shape;
use super::{FittedDescent, Outcome};
use crate::demos::valley::update;
use crate::demos::{Legend, QuantityHeadings, Readouts, Sample, Table, formula_line, verdict_line};
use crate::markup::{Html, html};
use crate::models::learned_shape::{Divergence, Learned, POINTS, Snapshot};
use crate::plot::palette;
use crate::plot::scene::{Dot, Stroke};
use crate::text::Text;
use crate::text::number::{read, read_short};
use crate::text::words::alpha as say;
use activations::Parameter as Range;

pub fn moment(fitted: &FittedDescent, step: usize, text: &Text) -> String {
    let Snapshot { at, loss, .. } = fitted.snapshot(step);
    let (alpha, loss) = (read(at.alpha), read(*loss));
    format!(
        "{step} / {} · {}",
        fitted.last(),
        text.words.alpha.moment(say::Moment {
            symbol: fitted.shape.symbol(),
            value: &alpha,
            loss: &loss
        })
    )
}

/// The update and the gradient as formulas with their numbers, and the state of the descent.
pub fn explanation(fitted: &FittedDescent, step: usize, text: &Text) -> Html {
    // The formula shows the next step, and after a divergence the last one.
    let is_over = matches!(fitted.outcome(step), Outcome::Diverged(_));
    let snapshot = fitted.snapshot(step - usize::from(is_over));
    let symbol = fitted.shape.symbol();
    let rate = fitted.rate;
    let next = snapshot.next(fitted.learned, rate);
    let Snapshot { at, gradient, .. } = snapshot;
    let mut said = vec![update(symbol, at.alpha, rate, gradient.alpha, next.alpha)];
    if fitted.task.held(next) != next {
        let Range { min, max, .. } = fitted.task.parameter();
        let kept = read_short(fitted.task.held(next).alpha);
        let words = text.words.alpha.kept(say::Kept {
            symbol,
            low: &read_short(*min),
            high: &read_short(*max),
            kept: &kept,
        });
        said.push(formula_line(&words));
    }
    if fitted.learned == Learned::All {
        said.push(update("w", at.weight, rate, gradient.weight, next.weight));
        said.push(update("b", at.bias, rate, gradient.bias, next.bias));
    }
    let unit = match fitted.shape {
        Shape::Elu => Html::trusted("<i>e</i><sup><i>z</i></sup> − 1"),
        Shape::LeakyRelu => Html::trusted("<i>z</i>"),
    };
    said.push(formula_line(
        &text.words.alpha.derivative(say::Derivative { symbol, derivative: &unit }),
    ));
    said.push(verdict_line(&verdict(fitted, step, text)));
    said.into_iter().collect()
}

/// The state of the descent, and how many points contribute to the gradient.
fn verdict(fitted: &FittedDescent, step: usize, text: &Text) -> Html {
    let words = &text.words.alpha;
    let Snapshot { at, gradient, loss } = fitted.snapshot(step);
    let (symbol, rate) = (fitted.shape.symbol(), read_short(fitted.rate));
    let outcome = match fitted.outcome(step) {
        Outcome::Diverged(Divergence::Range) => {
            words.leaves_its_range(say::LeavesItsRange { step, symbol, rate: &rate })
        }
        Outcome::Diverged(Divergence::Loss) => {
            words.explodes(say::Explodes { step, loss: &read(*loss), rate: &rate })
        }
        Outcome::Silent => words.silent(say::Silent { symbol }),
        Outcome::Arrived => words.arrived(say::Arrived {
            symbol,
            value: &read(at.alpha),
            hidden: &read(fitted.task.hidden.alpha),
        }),
        Outcome::AtTheEdge => words.at_the_edge(say::AtTheEdge { symbol, value: &read(at.alpha) }),
        Outcome::Rises => words.rises(say::Rises {
            before: &read(fitted.snapshot(step - 1).loss),
            after: &read(*loss),
            rate: &rate,
        }),
        Outcome::Descends if gradient.alpha > 0.0 => {
            words.descends_left(say::DescendsLeft { symbol, gradient: &read(gradient.alpha) })
        }
        Outcome::Descends => {
            words.descends_right(say::DescendsRight { symbol, gradient: &read(gradient.alpha) })
        }
    };
    let negative = words.say(say::Say { symbol, negative: fitted.task.negative(*at), all: POINTS });
    html!("{outcome} {negative}", outcome, negative)
}

pub fn readouts(fitted: &FittedDescent, step: usize, text: &Text) -> Readouts {
    let words = &text.words.alpha;
    let Snapshot { at, gradient, loss } = fitted.snapshot(step);
    let [(alpha, alpha_note), (slope, slope_note)] = match fitted.shape {
        Shape::Elu => [
            (words.row_alpha, words.row_alpha_note),
            (words.row_grad_alpha, words.row_grad_alpha_note),
        ],
        Shape::LeakyRelu => [
            (words.row_slope, words.row_slope_note),
            (words.row_grad_slope, words.row_grad_slope_note),
        ],
    };
    let quantities = [
        ("alpha", at.alpha, alpha, alpha_note),
        ("grad-alpha", gradient.alpha, slope, slope_note),
        ("loss", *loss, words.row_loss, words.row_loss_note),
        ("w", at.weight, words.row_w, words.row_w_note),
        ("b", at.bias, words.row_b, words.row_b_note),
    ];
    // The weight and the bias are shown only if they are learned.
    let shown = match fitted.learned {
        Learned::Alpha => 3,
        Learned::All => 5,
    };
    let headings = QuantityHeadings {
        name: words.readouts,
        quantity: words.quantity,
        value: words.value,
        note: words.note,
    };
    headings.readouts(palette::alone(fitted.task.activation), &quantities[..shown])
}

pub fn table(fitted: &FittedDescent, text: &Text) -> Table {
    let symbol = fitted.shape.symbol();
    let words = &text.words.alpha;
    let columns = [
        words.table_step,
        words.table_alpha,
        words.table_gradient,
        words.table_loss,
        words.table_w,
        words.table_b,
    ];
    let columns = columns.map(|column| column.replace('α', symbol));
    let rows = fitted.descent.snapshots.iter().enumerate().map(|(step, snapshot)| {
        let Snapshot { at, gradient, loss } = snapshot;
        [step as f64, at.alpha, gradient.alpha, *loss, at.weight, at.bias].map(Some).to_vec()
    });
    Table { columns: columns.to_vec(), rows: rows.collect() }
}

pub fn description(fitted: &FittedDescent, step: usize, text: &Text) -> String {
    let name = text.name(fitted.task.activation.id);
    let is = text.words.alpha.describe(say::Describe {
        name,
        symbol: fitted.shape.symbol(),
        points: POINTS,
        rate: &read_short(fitted.rate),
    });
    format!("{is} {}", moment(fitted, step, text))
}

pub fn legend(text: &Text) -> Vec<Legend> {
    let words = &text.words.alpha;
    let entries = [
        (Sample::Dot(Dot::Trace), words.data),
        (Sample::Line(Stroke::Solid), words.now),
        (Sample::Line(Stroke::Thin), words.start),
        (Sample::Dot(Dot::Closed), words.point),
    ];
    entries.map(|(sample, label)| Legend { sample, label }).to_vec()
}
