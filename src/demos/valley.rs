//! Parts that the demos of gradient descent have in common: the loss curve with the path of the descent, a
//! number against the step, and the update as a formula.

use super::formula_line;
use super::tween::Tween;
use crate::markup::{Html, html};
use crate::plot::axis::Ticks;
use crate::plot::sample::{self, Break, Viewport};
use crate::plot::scene::{Dot, Mark, Stroke};
use crate::plot::theme::Role;
use crate::plot::{Interval, Scene};
use crate::text::number::{read, read_exact_factor, read_short};

/// The loss over a parameter that is learned, with the path of a descent.
pub struct Valley<'a, F> {
    /// The loss for a value of the parameter.
    pub loss: F,
    /// The places where the loss is not differentiable.
    pub breaks: &'a [Break],
    /// The values of the parameter at the steps so far. The last one is the current value.
    pub path: Vec<f64>,
    /// The derivative of the loss at the current value.
    pub gradient: f64,
    pub role: Role,
}

impl<F: Fn(f64) -> f64> Valley<'_, F> {
    /// The curve, the steps so far and the line through them, the tangent and the current point.
    pub fn marks(&self, viewport: Viewport) -> Vec<Mark> {
        let Valley { loss, breaks, path, gradient, role } = self;
        let role = *role;
        let path: Vec<_> = path.iter().map(|number| (*number, loss(*number))).collect();
        let here = path.last().copied();
        let runs = sample::curve(loss, breaks, viewport);
        let mut marks = vec![Mark::Curve { runs, role, stroke: Stroke::Solid }];
        marks.extend(path.iter().map(|at| Mark::Dot { at: *at, role, dot: Dot::Trace }));
        marks.push(Mark::Curve { runs: vec![path], role: Role::Probe, stroke: Stroke::Thin });
        let tangent = here.and_then(|here| sample::tangent(here, *gradient, viewport));
        marks.extend(tangent.map(|ends| Mark::Curve {
            runs: vec![ends.to_vec()],
            role: Role::Ink,
            stroke: Stroke::Thin,
        }));
        marks.extend(here.map(|at| Mark::Dot { at, role, dot: Dot::Closed }));
        marks
    }
}

/// A number against the step, drawn up to the place of the run. `numbers` has one value for each step.
pub fn progress(numbers: &[f64], tween: Tween, role: Role, y_ticks: Ticks) -> Scene {
    let last = numbers.len().saturating_sub(1) as f64;
    let air = 0.03 * last.max(1.0);
    let passed = tween.line(|step| numbers[step]);
    let here = passed.last().map(|at| Mark::Dot { at: *at, role, dot: Dot::Closed });
    let mut marks = vec![Mark::Curve { runs: vec![passed], role, stroke: Stroke::Solid }];
    marks.extend(here);
    let x = Interval::new(-air, last + air);
    let y = Interval::around(numbers.iter().copied());
    Scene::of([x, y], [Ticks::Whole, y_ticks], marks)
}

/// The update of a parameter by gradient descent, as a formula with its numbers. `symbol` is the parameter,
/// `rate` the learning rate η.
pub fn update(symbol: &str, from: f64, rate: f64, gradient: f64, to: f64) -> Html {
    formula_line(&html!(
        "<i>{symbol}</i> ← <i>{symbol}</i> − <i>η</i>·∂<i>L</i>/∂<i>{symbol}</i> = {from} − {rate} × {gradient} = <strong>{to}</strong>",
        symbol,
        from = read(from),
        rate = read_short(rate),
        gradient = read_exact_factor(gradient),
        to = read(to),
    ))
}
