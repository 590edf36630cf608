//! The pictures of the explorer.

use super::ExplorerExperiment;
use super::curves::{Pair, Part};
use super::settings::Series;
use crate::demos::{Picture, Stage, piece_handles};
use crate::plot::axis::Ticks;
use crate::plot::layout::Rect;
use crate::plot::palette::DIFFERENCE;
use crate::plot::sample::{self, Break, Viewport};
use crate::plot::scene::{Dot, Handle, Mark, Name, Stroke};
use crate::plot::theme::Role;
use crate::plot::{Interval, Layout, Scene};
use activations::Kink;
use activations::Sides;

pub fn scenes(experiment: &ExplorerExperiment, stage: &Stage) -> Vec<Picture> {
    let pictures = &experiment.curves.pictures;
    let last = pictures.len() - 1;
    // Values have a larger range than gradients, and get the larger share of the height. A difference is itself what the
    // reader wants to see.
    let shares = if experiment.curves.pair.is_some() { [0.5, 0.5] } else { [0.56, 0.44] };
    let wanted = stage.width * if last == 0 { 0.58 } else { 0.84 };
    // The largest height grows with the text, which is larger in a presentation.
    let most = 47.7 * stage.text;
    let height = wanted.clamp(300.0, most).min(stage.height.max(300.0));
    let pictures = pictures.iter().enumerate().map(|(index, &(part, y))| {
        let share = if last == 0 { 1.0 } else { shares[index] };
        let layout = Layout { x_labels: index == last, ..stage.layout(height * share) };
        let plot = layout.plot();
        let scene = match &experiment.curves.pair {
            Some(pair) if part == Part::Difference => difference(experiment, pair, y, plot),
            _ => scene(experiment, part, y, plot),
        };
        Picture { id: part.id(), layout, scene }
    });
    pictures.collect()
}

fn scene(experiment: &ExplorerExperiment, part: Part, y: Interval, plot: Rect) -> Scene {
    let ExplorerExperiment { ref curves, probe } = *experiment;
    let (x, series) = (curves.x, &curves.series);
    let viewport = Viewport::new(x, y, plot);
    let saturated = curves.saturated.iter();
    let mut marks: Vec<Mark> =
        saturated.map(|x| Mark::Band { x: *x, role: Role::Saturated }).collect();
    marks.push(Mark::Rule { x: probe, role: Role::Probe });
    let (mut handles, mut handle_dots) = (Vec::new(), Vec::new());
    let mut kinks: Vec<(&Series, Kink)> = Vec::new();
    for series in series {
        let inside = series.function.kinks().into_iter().filter(|kink| x.contains(kink.at));
        kinks.extend(inside.map(|kink| (series, kink)));
    }
    if part.values() {
        for Series { hue, pieces, .. } in series {
            let role = Role::Series(*hue);
            let all = pieces.iter().flat_map(|piece| piece.handles(x));
            let inside: Vec<Handle> =
                all.filter(|handle| x.contains(handle.at.0) && y.contains(handle.at.1)).collect();
            marks.extend(pieces.iter().map(|piece| piece.mark(role, x)));
            handle_dots.extend(piece_handles::handle_dots(&inside, role));
            handles.extend(inside);
        }
        marks.extend(series.iter().map(|series| value_curve(series, viewport)));
        // The dots at the jumps of f: a closed dot at f(x), an open dot at a limit that differs from it.
        for (series, kink) in kinks.iter().filter(|(_, kink)| kink.is_jump()) {
            let value = series.function.value(kink.at);
            break_dots(&mut marks, kink.at, kink.values, value, Role::Series(series.hue));
        }
        if curves.has_tangents() {
            marks.extend(series.iter().flat_map(|series| tangents(series, probe, viewport)));
        }
        for place in curves.pair.as_ref().map_or(&[][..], Pair::places) {
            marks.push(distance(place.x, place.g, place.f));
        }
    }
    if part.gradients() {
        marks.extend(series.iter().map(|series| gradient_curve(series, viewport)));
        // The dots at the kinks of f: a closed dot at the gradient that this page uses, an open dot at a one-sided limit
        // of f′ that differs from it.
        for (series, kink) in &kinks {
            let role = Role::Series(series.hue);
            break_dots(&mut marks, kink.at, kink.slopes, kink.convention, role);
        }
    }
    marks.push(names(experiment, part));
    for Series { hue, function, .. } in series {
        let role = Role::Series(*hue);
        if part.values() {
            let at = (probe, function.value(probe));
            marks.push(Mark::Dot { at, role, dot: Dot::Closed });
        }
        let kink_here = function.kinks().iter().any(|kink| kink.at == probe);
        if part.gradients() && !kink_here {
            let at = (probe, function.gradient(probe));
            marks.push(Mark::Dot { at, role, dot: Dot::Closed });
        }
    }
    marks.extend(handle_dots);
    let stops = kinks.iter().map(|(_, kink)| kink.at).collect();
    Scene { x, y, x_ticks: Ticks::Numbers, y_ticks: Ticks::Numbers, marks, handles, stops }
}

/// The picture of f − g, with its largest distance from 0.
fn difference(experiment: &ExplorerExperiment, pair: &Pair, y: Interval, plot: Rect) -> Scene {
    let ExplorerExperiment { ref curves, probe } = *experiment;
    let (x, difference) = (curves.x, &pair.difference);
    let role = Role::Series(DIFFERENCE);
    let mut stops = difference.breaks();
    let breaks: Vec<Break> =
        stops.iter().map(|at| Break { at: *at, limits: difference.limits(*at) }).collect();
    stops.retain(|at| x.contains(*at));
    let runs = sample::curve(|at| difference.value(at), &breaks, Viewport::new(x, y, plot));
    let mut marks = vec![
        Mark::Rule { x: probe, role: Role::Probe },
        Mark::Curve { runs, role, stroke: Stroke::Solid },
    ];
    for Break { at, limits } in breaks {
        if limits.left != limits.right && x.contains(at) {
            break_dots(&mut marks, at, limits, difference.value(at), role);
        }
    }
    for place in pair.places() {
        let height = place.f - place.g;
        marks.push(distance(place.x, 0.0, height));
        // A limit at a jump has its open dot already.
        if pair.is_reached() {
            marks.push(Mark::Dot { at: (place.x, height), role, dot: Dot::Closed });
        }
    }
    marks.push(Mark::Dot { at: (probe, difference.value(probe)), role, dot: Dot::Closed });
    Scene { stops, ..Scene::of([x, y], [Ticks::Numbers, Ticks::Scaled], marks) }
}

/// The line that shows the largest distance, between two heights at x.
fn distance(x: f64, from: f64, to: f64) -> Mark {
    let runs = vec![vec![(x, from), (x, to)]];
    Mark::Curve { runs, role: Role::Series(DIFFERENCE), stroke: Stroke::Thin }
}

/// The names of the curves. Where values and gradients share a picture, gradients are named only if they are few.
fn names(experiment: &ExplorerExperiment, part: Part) -> Mark {
    let curves = &experiment.curves;
    let shares = part.values() && part.gradients();
    let strokes = [
        (Stroke::Solid, part.values()),
        (Stroke::Dashed, part.gradients() && (!shares || curves.has_tangents())),
    ];
    let named = strokes.into_iter().filter(|(_, is_named)| *is_named);
    let names = named.flat_map(|(stroke, _)| {
        curves.series.iter().map(move |series| Name {
            prime: shares,
            ..Name::new(Role::Series(series.hue), stroke, series.id())
        })
    });
    Mark::Names(names.collect())
}

fn value_curve(Series { hue, function, .. }: &Series, viewport: Viewport) -> Mark {
    let runs = sample::curve(|x| function.value(x), &sample::value_breaks(function), viewport);
    Mark::Curve { runs, role: Role::Series(*hue), stroke: Stroke::Solid }
}

fn gradient_curve(Series { hue, function, .. }: &Series, viewport: Viewport) -> Mark {
    let runs =
        sample::curve(|x| function.gradient(x), &sample::gradient_breaks(function), viewport);
    Mark::Curve { runs, role: Role::Series(*hue), stroke: Stroke::Dashed }
}

/// The dots at a place with two one-sided limits and a value (`taken`).
fn break_dots(marks: &mut Vec<Mark>, at: f64, limits: Sides, taken: f64, role: Role) {
    for limit in [limits.left, limits.right] {
        if limit != taken {
            marks.push(Mark::Dot { at: (at, limit), role, dot: Dot::Open });
        }
    }
    marks.push(Mark::Dot { at: (at, taken), role, dot: Dot::Closed });
}

/// The tangent at the probe. At a kink, the two half-lines with the one-sided slopes.
fn tangents(Series { hue, function, .. }: &Series, probe: f64, viewport: Viewport) -> Vec<Mark> {
    /// Half the length of a tangent, in CSS pixels.
    const REACH: f64 = 90.0;
    if !viewport.x.contains(probe) {
        return Vec::new();
    }
    let (per_x, per_y) =
        (viewport.pixels.0 / viewport.x.length(), viewport.pixels.1 / viewport.y.length());
    let ray = |from: f64, slope: f64, direction: f64| {
        let dx = direction * REACH / (per_x.hypot(slope * per_y));
        Mark::Curve {
            runs: vec![vec![(probe, from), (probe + dx, from + slope * dx)]],
            role: Role::Series(*hue),
            stroke: Stroke::Thin,
        }
    };
    match function.kink_at(probe) {
        Some(kink) => vec![
            ray(kink.values.left, kink.slopes.left, -1.0),
            ray(kink.values.right, kink.slopes.right, 1.0),
        ],
        None => {
            let (value, slope) = (function.value(probe), function.gradient(probe));
            vec![ray(value, slope, -1.0), ray(value, slope, 1.0)]
        }
    }
}
