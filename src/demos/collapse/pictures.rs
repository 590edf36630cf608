//! The picture of the stack of layers.

use super::{CollapseExperiment, Layers, X};
use crate::demos::tween::between;
use crate::demos::{Picture, Stage};
use crate::plot::axis::Ticks;
use crate::plot::scene::{Mark, Stroke};
use crate::plot::theme::Role;
use crate::plot::{Interval, Scene};

/// The number of straight pieces in a drawn curve, which looks smooth on any screen.
const POINTS: u32 = 400;

pub fn scenes(experiment: &CollapseExperiment, stage: &Stage) -> Vec<Picture> {
    let most = 42.0 * stage.text;
    let height = (0.52 * stage.width).clamp(240.0, most).min(stage.height.max(240.0));
    let scene = scene(experiment, stage.arrival);
    vec![Picture { id: "stack", layout: stage.layout(height), scene }]
}

/// The weighted sums of the current layer, one line for each neuron. `arrival` is the progress of the animation
/// from the layer before, from 0 to 1.
fn scene(experiment: &CollapseExperiment, arrival: f64) -> Scene {
    let layers = &*experiment.layers;
    let role = Role::Series(layers.series());
    let lines = lines(layers, experiment.layer, arrival);
    let y = Interval::around(lines.iter().flatten().flatten().map(|(_, y)| *y));
    // The lines of many neurons are thin, and the line of the output is thick.
    let stroke = if lines.len() == 1 { Stroke::Solid } else { Stroke::Thin };
    let mut marks: Vec<Mark> =
        lines.into_iter().map(|runs| Mark::Curve { runs, role, stroke }).collect();
    if experiment.is_end() && arrival >= 1.0 && !layers.is_linear() {
        let ends = [X.low, X.high].map(|x| (x, layers.outcome.line.value(x)));
        marks.push(Mark::Curve {
            runs: vec![ends.to_vec()],
            role: Role::Probe,
            stroke: Stroke::Dashed,
        });
    }
    Scene::of([X, y], [Ticks::Numbers, Ticks::Numbers], marks)
}

/// The polylines of each neuron of a layer. Layer 0 is the input.
fn lines(layers: &Layers, layer: usize, arrival: f64) -> Vec<Vec<Vec<(f64, f64)>>> {
    if layer == 0 {
        return vec![vec![vec![(X.low, X.low), (X.high, X.high)]]];
    }
    let is_moving = arrival < 1.0;
    if !is_moving && let Some(pieces) = layers.segments(layer) {
        let neurons = pieces.first().map_or(0, |piece| piece.lines.len());
        let runs = |neuron: usize| {
            let ends = pieces.iter().map(|piece| {
                let line = piece.lines[neuron];
                [piece.from, piece.to].map(|x| (x, line.value(x))).to_vec()
            });
            ends.fold(Vec::new(), joined)
        };
        return (0..neurons).map(runs).collect();
    }
    let mut lines: Vec<Vec<(f64, f64)>> = Vec::new();
    for x in X.places(POINTS) {
        let before = if layer == 1 { vec![x] } else { layers.stack.sums(layer - 1, x) };
        let after = layers.stack.sums(layer, x);
        // If one of the two layers has a single neuron, its line splits into those of the other layer, or they join.
        let count = if is_moving { before.len().max(after.len()) } else { after.len() };
        let one = |sums: &[f64], neuron: usize| sums[neuron.min(sums.len() - 1)];
        lines.resize(count, Vec::new());
        for (neuron, line) in lines.iter_mut().enumerate() {
            let (from, to) = (one(&before, neuron), one(&after, neuron));
            line.push((x, between(from, to, arrival)));
        }
    }
    lines.into_iter().map(|line| vec![line]).collect()
}

/// The polylines with one more piece. The piece continues the last polyline, or starts a new one after a jump.
fn joined(mut runs: Vec<Vec<(f64, f64)>>, next: Vec<(f64, f64)>) -> Vec<Vec<(f64, f64)>> {
    /// The largest relative difference that counts as rounding.
    const EQUAL: f64 = 1e-9;
    let goes_on = runs
        .last()
        .and_then(|run| run.last())
        .is_some_and(|end| (end.1 - next[0].1).abs() <= EQUAL * (1.0 + end.1.abs()));
    match runs.last_mut().filter(|_| goes_on) {
        Some(run) => run.extend(next.into_iter().skip(1)),
        None => runs.push(next),
    }
    runs
}
