//! The pictures of a learned α.

use super::FittedDescent;
use crate::demos::tween::Tween;
use crate::demos::valley::{Valley, progress};
use crate::demos::{Picture, Stage};
use crate::models::learned_shape::{Parameters, REACH};
use crate::plot::axis::Ticks;
use crate::plot::sample::{self, Break, Viewport};
use crate::plot::scene::{Dot, Mark, Stroke};
use crate::plot::theme::Role;
use crate::plot::{Interval, Layout, Scene};
use activations::Sides;

pub fn scenes(fitted: &FittedDescent, tween: Tween, stage: &Stage) -> Vec<Picture> {
    let most = 32.0 * stage.text;
    let height = (0.46 * stage.width).clamp(200.0, most).min(stage.height.max(200.0));
    let (large, beside) = (stage.layout(height), stage.beside());
    let picture = |id, layout, scene| Picture { id, layout, scene };
    vec![
        picture("alpha-fit", large, fit(fitted, tween, &large)),
        picture("alpha-valley", beside, valley(fitted, tween, &beside)),
        picture("alpha-loss", beside, losses(fitted, tween)),
    ]
}

fn scene(x: Interval, y: Interval, marks: Vec<Mark>) -> Scene {
    Scene::of([x, y], [Ticks::Numbers, Ticks::Numbers], marks)
}

/// The data, the initial curve and the current curve.
fn fit(fitted: &FittedDescent, tween: Tween, layout: &Layout) -> Scene {
    /// The space beside the outermost inputs, in units of x.
    const AIR: f64 = 0.2;
    let x = Interval::new(-REACH - AIR, REACH + AIR);
    let start = fitted.snapshot(0).at;
    let points = &fitted.task.points;
    let ends = [x.low, x.high].map(|x| fitted.task.value(x, start));
    // The axis depends only on the data and the initial curve, so that it does not change during the run.
    let y = Interval::around(points.iter().map(|(_, y)| *y).chain(ends));
    let viewport = Viewport::new(x, y, layout.plot());
    let curve = |at: Parameters, role, stroke| {
        let kink = -at.bias / at.weight;
        let sides = Sides { left: 0.0, right: 0.0 };
        let breaks = [Break { at: kink, limits: sides }];
        let breaks = if kink.is_finite() { &breaks[..] } else { &[] };
        let runs = sample::curve(|x| fitted.task.value(x, at), breaks, viewport);
        Mark::Curve { runs, role, stroke }
    };
    let dot = |at: &(f64, f64)| Mark::Dot { at: *at, role: Role::Label, dot: Dot::Trace };
    let mut marks = vec![curve(start, Role::Probe, Stroke::Thin)];
    marks.extend(points.iter().map(dot));
    marks.push(curve(fitted.at(tween), fitted.role(), Stroke::Solid));
    marks.push(Mark::names(Stroke::Solid, [(fitted.role(), fitted.task.activation.id)]));
    scene(x, y, marks)
}

/// The loss over α for the current weight and bias, with all values of α so far and the tangent at the current
/// one.
fn valley(fitted: &FittedDescent, tween: Tween, layout: &Layout) -> Scene {
    let at = fitted.at(tween);
    let parameter = fitted.task.parameter();
    // The axis covers the whole descent and a little more. It shows the valley and does not change during the run.
    let all = fitted.descent.snapshots.iter().map(|snapshot| snapshot.at.alpha);
    let farthest = all.fold(fitted.task.hidden.alpha, f64::max);
    let high = (1.25 * farthest).min(parameter.max);
    let air = 0.03 * (high - parameter.min);
    let x = Interval::new(parameter.min - air, high + air);
    let loss = |alpha: f64| fitted.task.loss(Parameters { alpha, ..at });
    let y = Interval::around([x.low, x.high].map(loss));
    let before =
        fitted.descent.snapshots[..=tween.reached()].iter().map(|snapshot| snapshot.at.alpha);
    let valley = Valley {
        loss,
        breaks: &[],
        path: before.chain([at.alpha]).collect(),
        gradient: fitted.task.gradient(at).alpha,
        role: fitted.role(),
    };
    scene(x, y, valley.marks(Viewport::new(x, y, layout.plot())))
}

/// log₁₀ of the loss against the step, drawn up to the place of the run.
fn losses(fitted: &FittedDescent, tween: Tween) -> Scene {
    let heights = fitted.descent.snapshots.iter().map(|snapshot| log10(snapshot.loss));
    let heights: Vec<f64> = heights.collect();
    progress(&heights, tween, fitted.role(), Ticks::PowersOfTen)
}

/// The place of a loss on a logarithmic axis. The noise in the data keeps the loss well above 0.
fn log10(loss: f64) -> f64 {
    loss.max(1e-12).log10()
}
