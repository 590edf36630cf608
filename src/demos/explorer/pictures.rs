//! The pictures of the explorer.

use super::ExplorerExperiment;
use super::curves::Part;
use super::settings::Series;
use crate::demos::{Picture, Stage, piece_handles};
use crate::plot::axis::Ticks;
use crate::plot::layout::Rect;
use crate::plot::sample::{self, Viewport};
use crate::plot::scene::{Dot, Handle, Mark, Name, Stroke};
use crate::plot::theme::Role;
use crate::plot::{Interval, Layout, Scene};
use activations::Kink;

pub fn scenes(experiment: &ExplorerExperiment, stage: &Stage) -> Vec<Picture> {
    let pictures = &experiment.curves.pictures;
    let last = pictures.len() - 1;
    let wanted = stage.width * if last == 0 { 0.58 } else { 0.84 };
    // The largest height grows with the text, which is larger in a presentation.
    let most = 47.7 * stage.text;
    let height = wanted.clamp(300.0, most).min(stage.height.max(300.0));
    let pictures = pictures.iter().enumerate().map(|(index, &(part, y))| {
        // Values have a larger range than gradients, and get the larger share of the height.
        let share = if last == 0 { 1.0 } else { [0.56, 0.44][index] };
        let layout = Layout { x_labels: index == last, ..stage.layout(height * share) };
        Picture { id: part.id(), layout, scene: scene(experiment, part, y, layout.plot()) }
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
        marks.extend(series.iter().flat_map(|series| jump_dots(series, x)));
        if curves.has_tangents() {
            marks.extend(series.iter().flat_map(|series| tangents(series, probe, viewport)));
        }
    }
    if part.gradients() {
        marks.extend(series.iter().map(|series| gradient_curve(series, viewport)));
        marks.extend(series.iter().flat_map(|series| slope_dots(series, x)));
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
    let kinks = series.iter().flat_map(|series| kinks_inside(series, x));
    let stops = kinks.map(|kink| kink.at).collect();
    Scene { x, y, x_ticks: Ticks::Numbers, y_ticks: Ticks::Numbers, marks, handles, stops }
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

fn kinks_inside(series: &Series, x: Interval) -> impl Iterator<Item = Kink> {
    series.function.kinks().into_iter().filter(move |kink| x.contains(kink.at))
}

/// The dots at the jumps of f: a closed dot at f(x), an open dot at a limit that differs from it.
fn jump_dots(series: &Series, x: Interval) -> Vec<Mark> {
    let jumps = kinks_inside(series, x).filter(Kink::is_jump);
    let dots = jumps.flat_map(|kink| {
        sides(kink.at, [kink.values.left, kink.values.right], series.function.value(kink.at))
    });
    dots.map(|(at, dot)| Mark::Dot { at, role: Role::Series(series.hue), dot }).collect()
}

/// The dots at the kinks of f: a closed dot at the gradient that this page uses, an open dot at a one-sided
/// limit of f′ that differs from it.
fn slope_dots(series: &Series, x: Interval) -> Vec<Mark> {
    let kinks = kinks_inside(series, x);
    let dots = kinks
        .flat_map(|kink| sides(kink.at, [kink.slopes.left, kink.slopes.right], kink.convention));
    dots.map(|(at, dot)| Mark::Dot { at, role: Role::Series(series.hue), dot }).collect()
}

/// The dots at a place with two one-sided limits and a value (`taken`).
fn sides(at: f64, limits: [f64; 2], taken: f64) -> impl Iterator<Item = ((f64, f64), Dot)> {
    let open = limits.into_iter().filter(move |limit| *limit != taken);
    open.map(move |limit| ((at, limit), Dot::Open)).chain([((at, taken), Dot::Closed)])
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
