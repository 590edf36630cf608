//! The pictures of gradient descent on one weight.

use super::Learning;
use crate::demos::tween::Tween;
use crate::demos::valley::{Valley, progress};
use crate::demos::{Picture, Stage};
use crate::models::descent::Task;
use crate::plot::axis::Ticks;
use crate::plot::sample::{self, Break, Viewport};
use crate::plot::scene::{Dot, Mark, Stroke};
use crate::plot::theme::Role;
use crate::plot::{Interval, Layout, Scene};
use activations::{Kink, Sides};

/// The axes of weights and inputs reach at least from minus this number to this number.
const REACH: f64 = 3.0;

pub fn scenes(learning: &Learning, tween: Tween, stage: &Stage) -> Vec<Picture> {
    let most = 32.0 * stage.text;
    let height = (0.46 * stage.width).clamp(200.0, most).min(stage.height.max(200.0));
    let (large, beside) = (stage.layout(height), stage.beside());
    let picture = |id, layout, scene| Picture { id, layout, scene };
    let losses: Vec<f64> = learning.descent.snapshots.iter().map(|at| at.loss).collect();
    let losses = progress(&losses, tween, learning.role(), Ticks::Numbers);
    vec![
        picture("descent-valley", large, valley(learning, tween, &large)),
        picture("descent-fit", beside, fit(learning, tween, &beside)),
        picture("descent-loss", beside, losses),
    ]
}

fn scene(x: Interval, y: Interval, marks: Vec<Mark>) -> Scene {
    Scene::of([x, y], [Ticks::Numbers, Ticks::Numbers], marks)
}

/// The loss over the weight, all weights so far, the tangent at the current weight, and the next step.
fn valley(learning: &Learning, tween: Tween, layout: &Layout) -> Scene {
    /// Losses up to this are always shown, so that the sides of the valley are visible. The losses of functions
    /// that saturate are all below it.
    const SIDES: f64 = 4.0;
    let Learning { task, rate, descent } = learning;
    let loss = |weight: f64| task.at(weight).loss;
    // The axes cover the whole descent, so that they do not change.
    let next = descent.snapshots[learning.last()].next(*rate);
    let next = (!descent.has_diverged).then_some(next);
    let weights = descent.snapshots.iter().map(|at| at.weight).chain(next);
    let (low, high) =
        weights.fold((-REACH, REACH), |(low, high), weight| (low.min(weight), high.max(weight)));
    let air = 0.03 * (high - low);
    let x = Interval::new(low - air, high + air);
    let sides = [x.low, x.high].map(|weight| loss(weight).min(SIDES));
    let y = Interval::around(descent.snapshots.iter().map(|at| at.loss).chain(sides));
    let before = descent.snapshots[..=tween.reached()].iter().map(|at| at.weight);
    let now = task.at(learning.weight(tween));
    let valley = Valley {
        loss,
        breaks: &loss_breaks(task),
        path: before.chain([now.weight]).collect(),
        gradient: now.gradient,
        role: learning.role(),
    };
    let mut marks = valley.marks(Viewport::new(x, y, layout.plot()));
    // The step that is animated, or the next one.
    if !learning.has_diverged(tween.reached()) {
        let from = learning.snapshot(tween.reached());
        let to = task.at(from.next(*rate));
        let runs =
            vec![vec![(from.weight, from.loss), (to.weight, from.loss), (to.weight, to.loss)]];
        // The first mark is below all others.
        marks.insert(0, Mark::Curve { runs, role: Role::Ink, stroke: Stroke::Dashed });
        let at = (to.weight, to.loss);
        let ball = marks.len() - 1;
        marks.insert(ball, Mark::Dot { at, role: Role::Ink, dot: Dot::Open });
    }
    scene(x, y, marks)
}

/// The data point, the initial and the current output over the input, and the error between output and target.
fn fit(learning: &Learning, tween: Tween, layout: &Layout) -> Scene {
    let task = &learning.task;
    let x = Interval::new(-REACH, REACH);
    let value = |input: f64, weight: f64| task.function.value(weight * input);
    let start = learning.snapshot(0).weight;
    // The axis covers the initial output, and the last one unless it is far away, so that it does not change.
    let end = learning.snapshot(learning.last()).weight;
    let weights = [Some(start), (!learning.descent.has_diverged).then_some(end)];
    let ends = weights
        .into_iter()
        .flatten()
        .flat_map(|weight| [x.low, x.high].map(|input| value(input, weight)));
    let y = Interval::around(ends.chain([task.target]));
    let curve = |weight: f64, role, stroke| {
        let breaks = output_breaks(task, weight);
        let viewport = Viewport::new(x, y, layout.plot());
        let runs = sample::curve(|input| value(input, weight), &breaks, viewport);
        Mark::Curve { runs, role, stroke }
    };
    let weight = learning.weight(tween);
    let output = (task.input, value(task.input, weight));
    let target = (task.input, task.target);
    let missing =
        Mark::Curve { runs: vec![vec![output, target]], role: Role::Ink, stroke: Stroke::Thin };
    let marks = vec![
        curve(start, Role::Probe, Stroke::Thin),
        missing,
        curve(weight, learning.role(), Stroke::Solid),
        Mark::names(Stroke::Solid, [(learning.role(), task.function.activation.id)]),
        Mark::Dot { at: target, role: Role::Ink, dot: Dot::Open },
        Mark::Dot { at: output, role: learning.role(), dot: Dot::Closed },
    ];
    scene(x, y, marks)
}

/// The breaks of the loss over the weight.
fn loss_breaks(task: &Task) -> Vec<Break> {
    let loss = |output: f64| (output - task.target).powi(2);
    let breaks = task.function.kinks().into_iter().map(|kink| {
        let Sides { left, right } = kink.values;
        let limits = Sides { left: loss(left), right: loss(right) };
        // The input is positive, so that left and right are not swapped.
        Break { at: kink.at / task.input, limits }
    });
    breaks.collect()
}

/// The breaks of the output over the input, for a weight.
fn output_breaks(task: &Task, weight: f64) -> Vec<Break> {
    let mut breaks: Vec<Break> = Vec::new();
    for Kink { at, values, .. } in task.function.kinks() {
        let Sides { left, right } = values;
        let limits = if weight < 0.0 { Sides { left: right, right: left } } else { values };
        let at = at / weight;
        if at.is_finite() {
            breaks.push(Break { at, limits });
        }
    }
    breaks.sort_by(|a, b| a.at.total_cmp(&b.at));
    breaks
}
