//! The pictures of the chain: its layers, the gradient that reaches each of them, the current layer on the
//! activation's curve, and the gradient of chains of every depth.

use super::settings::Scale;
use super::{ChainExperiment, Chains, FLOAT32_LEAST, FLOAT32_NORMAL, Phase, Series};
use crate::demos::tween::between;
use crate::demos::{Picture, Stage};
use crate::models::chain::Layer;
use crate::plot::axis::Ticks;
use crate::plot::sample::{self, Viewport};
use crate::plot::scene::{Dot, Fill, Mark, Stroke};
use crate::plot::theme::Role;
use crate::plot::{Interval, Layout, Scene};
use crate::text::number::read_short;
use activations::numerics::Product;

/// The least distance of bars and of cells, in CSS pixels. Where layers are closer, some are left out.
const FINEST: f64 = 3.0;
/// The least distance of cells that are drawn with edges, in CSS pixels.
const DENSE: f64 = 14.0;
/// The number of shades from transparent to opaque.
const SHADES: f64 = 64.0;
/// The largest opacity of a cell's fill. It keeps the text in the cell readable.
const FILLED: f64 = 0.42;

pub fn scenes(experiment: &ChainExperiment, stage: &Stage) -> Vec<Picture> {
    let ChainExperiment { chains, scale, .. } = experiment;
    let at = Frame::new(experiment, stage);
    // The strip of layers has a fixed height. The other large picture may take the rest.
    let strip = (8.5 * stage.text).round();
    // The largest height grows with the text, which is larger in a presentation.
    let most = 29.0 * stage.text;
    let tall = (0.42 * stage.width).clamp(190.0, most).min((stage.height - strip).max(150.0));
    let strip = Layout { x_labels: false, ..stage.layout(strip) };
    let (tall, beside) = (stage.layout(tall), stage.beside());
    let picture = |id, layout, scene| Picture { id, layout, scene };
    vec![
        picture("layers", strip, layers(&chains.main, &at, &strip)),
        picture("gradients", tall, gradients(chains, *scale, &at, &tall)),
        picture("curve", beside, curve(&chains.main, &at, &beside)),
        picture("depths", beside, depths(chains)),
    ]
}

/// The step that is drawn.
struct Frame {
    depth: usize,
    phase: Phase,
    /// The progress of the animation to this step, from 0 to 1.
    arrival: f64,
}

impl Frame {
    fn new(experiment: &ChainExperiment, stage: &Stage) -> Self {
        let (depth, phase) = (experiment.chains.depth(), experiment.phase);
        Frame { depth, phase, arrival: stage.arrival }
    }

    /// The x axis, on which layer k is at k and the input at 0. Both large pictures have the same axis.
    fn x(&self) -> Interval {
        Interval::new(-0.6, self.depth as f64 + 0.6)
    }

    /// The distance between two layers, in CSS pixels.
    fn pitch(&self, layout: &Layout) -> f64 {
        layout.plot().width() / self.x().length()
    }

    /// The step between two layers that are drawn; 1 if all are drawn.
    fn stride(&self, layout: &Layout) -> usize {
        (FINEST / self.pitch(layout)).ceil().max(1.0) as usize
    }
}

fn role(series: &Series) -> Role {
    Role::Series(series.hue)
}

/// A row of cells with the value of each layer. Below them, the path of the gradient with its factors.
fn layers(main: &Series, at: &Frame, layout: &Layout) -> Scene {
    /// Heights in the picture: the cells, the middle of their text, the path of the gradient, and the text at that
    /// path.
    const CELL: Interval = Interval::new(0.42, 0.94);
    const SIGNAL: f64 = 0.68;
    const BACK: f64 = 0.26;
    const FACTOR: f64 = 0.08;
    let (pass, role, stride) = (&main.pass, role(main), at.stride(layout));
    let pitch = at.pitch(layout);
    let half = (0.36 * stride as f64).min(30.0 / pitch);
    let known = at.phase.last_signal(at.depth);
    let largest = (0..=at.depth).map(|layer| main.signal(layer).abs()).filter(|a| a.is_finite());
    let largest = largest.fold(f64::MIN_POSITIVE, f64::max);
    // A cell has space for four digits, and a factor for five.
    let cells_speak = 2.0 * half * pitch > 2.7 * layout.text;
    let factors_speak = pitch > 3.4 * layout.text;
    let line = |from: (f64, f64), to: (f64, f64), role, stroke| Mark::Curve {
        runs: vec![vec![from, to]],
        role,
        stroke,
    };

    // Cells that are close together have no edges and no line between them, because hundreds of them are drawn in
    // every frame.
    let is_dense = pitch < DENSE;
    let mut marks = vec![line((0.0, BACK), (at.depth as f64, BACK), Role::Grid, Stroke::Solid)];
    if !is_dense {
        marks.push(line((0.0, SIGNAL), (at.depth as f64, SIGNAL), Role::Grid, Stroke::Solid));
    }
    for layer in (0..=at.depth).step_by(stride) {
        let middle = layer as f64;
        let x = Interval::new(middle - half, middle + half);
        let value = main.signal(layer);
        let bar = |role, fill| Mark::Bar { x, y: CELL, role, fill };
        if is_dense && layer > known {
            marks.push(bar(Role::Grid, Fill::Solid(1.0)));
        } else if !is_dense {
            marks.push(bar(Role::Paper, Fill::Solid(1.0)));
        }
        if layer <= known {
            let arrives = at.phase == Phase::Forward(layer);
            let share = (value.abs() / largest).clamp(0.0, 1.0);
            let strength = FILLED * (0.15 + 0.85 * share) * if arrives { at.arrival } else { 1.0 };
            // The rounding is hardly visible. For equal colours in a row, the canvas colour is set only once.
            let strength = (strength * SHADES).round() / SHADES;
            marks.push(bar(role, Fill::Solid(strength)));
            if cells_speak && !(arrives && at.arrival < 1.0) {
                let text = in_a_cell(value);
                marks.push(Mark::Label { at: (middle, SIGNAL), text, role: Role::Ink, size: 1.0 });
            }
        }
        if !is_dense {
            marks.push(bar(if layer <= known { role } else { Role::Zero }, Fill::Edge));
        }
    }
    // The path that the gradient has covered.
    if let Some(first) = at.phase.first_gradient(at.depth) {
        let head = match at.phase {
            Phase::Backward(layer) => between(layer as f64, first as f64, at.arrival),
            _ => first as f64,
        };
        marks.push(line((at.depth as f64, BACK), (head, BACK), role, Stroke::Dashed));
        if factors_speak {
            // A factor appears once the gradient has passed its layer.
            let passed = first + usize::from(at.arrival < 1.0) + 1;
            marks.extend((passed..=at.depth).map(|layer| Mark::Label {
                at: (layer as f64 - 0.5, FACTOR),
                text: format!("×{}", read_short(pass.layers[layer - 1].factor)),
                role: Role::Label,
                size: 0.92,
            }));
        }
        marks.push(Mark::Dot { at: (head, BACK), role, dot: Dot::Closed });
    } else {
        let last = known as f64;
        let from = (last - 1.0).max(0.0);
        let head = between(from, last, at.arrival);
        // The dot of the signal is drawn between two cells, and in cells without text.
        if at.arrival < 1.0 || !cells_speak {
            marks.push(Mark::Dot { at: (head, SIGNAL), role, dot: Dot::Closed });
        }
    }
    Scene::of([at.x(), Interval::new(0.0, 1.0)], [Ticks::None, Ticks::None], marks)
}

/// A number with the four or five digits that fit into a cell.
fn in_a_cell(number: f64) -> String {
    let size = number.abs();
    let text = if number.is_infinite() {
        if number > 0.0 { "∞" } else { "-∞" }.to_owned()
    } else if size >= 1e4 || (size < 5e-4 && number != 0.0) {
        format!("{number:.0e}")
    } else if size >= 100.0 {
        format!("{number:.0}")
    } else if number.fract() == 0.0 {
        number.to_string()
    } else {
        format!("{number:.*}", if size < 10.0 { 3 } else { 1 })
    };
    text.replace('-', "\u{2212}")
}

/// The place of a gradient on the axis. A gradient of 0 on a logarithmic axis is at `floor`.
fn height(gradient: Product, scale: Scale, floor: f64) -> f64 {
    match scale {
        Scale::Log => gradient.log10().max(floor),
        Scale::Linear => gradient.value(),
    }
}

/// The axis for these gradients.
fn axis(gradients: impl Iterator<Item = Product>, scale: Scale) -> Interval {
    Interval::around(gradients.filter_map(|gradient| match scale {
        // A gradient of 0 has the logarithm −∞, which does not count for the axis.
        Scale::Log => Some(gradient.log10()).filter(|log10| log10.is_finite()),
        // The clamp avoids overflow in the length of the axis: numbers may reach 10³⁰⁸.
        Scale::Linear => Some(gradient.value().clamp(-1e300, 1e300)),
    }))
}

/// The place of 0.25ⁿ on the axis.
fn quarter(n: f64, scale: Scale) -> f64 {
    match scale {
        Scale::Log => n * 0.25_f64.log10(),
        Scale::Linear => 0.25_f64.powf(n),
    }
}

/// The ranges of a logarithmic plot where float32 loses digits and where it is 0.
fn float32(x: Interval, y: Interval) -> Vec<Mark> {
    let shade = |from, to| Mark::Bar {
        x,
        y: Interval::new(from, to),
        role: Role::Saturated,
        fill: Fill::Solid(1.0),
    };
    let edge = Mark::Curve {
        runs: vec![vec![(x.low, FLOAT32_LEAST), (x.high, FLOAT32_LEAST)]],
        role: Role::Zero,
        stroke: Stroke::Thin,
    };
    if y.low < FLOAT32_NORMAL {
        vec![shade(y.low - y.length(), FLOAT32_NORMAL), edge]
    } else {
        Vec::new()
    }
}

/// A bar for each layer that the gradient has reached.
fn gradients(chains: &Chains, scale: Scale, at: &Frame, layout: &Layout) -> Scene {
    let Chains { main, others } = chains;
    let reaching = |series: &Series, layer| series.pass.reaches(layer);
    let y = axis(
        chains.all().flat_map(|series| (0..=at.depth).map(|layer| reaching(series, layer))),
        scale,
    );
    // The bars of a logarithmic axis start far below it, so that they reach its bottom while the axis changes.
    let floor = y.low - 4.0 * y.length();
    let place = |series: &Series, layer| height(reaching(series, layer), scale, floor);
    let (base, ticks, mut marks) = match scale {
        Scale::Log => (floor, Ticks::PowersOfTen, float32(at.x(), y)),
        Scale::Linear => (0.0, Ticks::Numbers, Vec::new()),
    };
    if let Some(first) = at.phase.first_gradient(at.depth) {
        let stride = at.stride(layout);
        let half = 0.36 * stride as f64;
        let bar = |middle: f64, top: f64, gradient: Product, opacity| {
            let fill = if gradient.sign() < 0.0 { Fill::Edge } else { Fill::Solid(opacity) };
            Mark::Bar {
                x: Interval::new(middle - half, middle + half),
                y: Interval::new(base.min(top), base.max(top)),
                role: role(main),
                fill,
            }
        };
        let arriving = at.arrival < 1.0;
        let settled = first + usize::from(arriving);
        // The bars are counted from the output, so that a new bar does not move the others.
        let shown = (settled..=at.depth).rev().step_by(stride);
        marks.extend(
            shown.map(|layer| bar(layer as f64, place(main, layer), reaching(main, layer), 0.85)),
        );
        if arriving {
            let (from, to) = ((first + 1).min(at.depth), first);
            let gradient = reaching(main, to);
            let middle = between(from as f64, to as f64, at.arrival);
            let top = match at.phase {
                Phase::Turn => between(y.low.min(0.0), place(main, to), at.arrival),
                _ => between(place(main, from), place(main, to), at.arrival),
            };
            marks.push(bar(middle, top, gradient, 0.85));
        }
        for other in others {
            let points: Vec<_> =
                (settled..=at.depth).map(|layer| (layer as f64, place(other, layer))).collect();
            if at.pitch(layout) > 12.0 {
                marks.extend(points.iter().map(|at| Mark::Dot {
                    at: *at,
                    role: role(other),
                    dot: Dot::Closed,
                }));
            }
            marks.push(Mark::Curve {
                runs: vec![points],
                role: role(other),
                stroke: Stroke::Solid,
            });
        }
    }
    marks.push(names(chains));
    if main.is_bounded() {
        let layers = (0..=at.depth).rev().map(|layer| layer as f64);
        let bound = layers.map(|layer| (layer, quarter(at.depth as f64 - layer, scale)));
        marks.push(Mark::Curve {
            runs: vec![bound.collect()],
            role: Role::Probe,
            stroke: Stroke::Thin,
        });
    }
    Scene::of([at.x(), y], [Ticks::Whole, ticks], marks)
}

/// The activation's curve. The point (z, a) of the current layer moves along it, with its tangent.
fn curve(main: &Series, at: &Frame, layout: &Layout) -> Scene {
    let layers = &main.pass.layers;
    // The current layer, and the layer of the step before.
    let (here, before) = match at.phase {
        Phase::Start => (None, None),
        Phase::Forward(layer) => (Some(layer), layer.checked_sub(1)),
        Phase::Turn => (Some(at.depth), None),
        Phase::Backward(layer) => (Some(layer), Some((layer + 1).min(at.depth))),
    };
    let layer = |number: Option<usize>| -> Option<&Layer> { layers.get(number?.checked_sub(1)?) };
    let z = layer(here).map(|to| {
        let from = layer(before).unwrap_or(to);
        between(from.z, to.z, at.arrival)
    });
    // A signal that has overflowed is on no axis.
    let z = z.filter(|z| z.is_finite());
    let x = inputs(layers, z);
    let function = &main.chain.function;
    let f = |z: f64| function.value(z);
    let y = Interval::around(x.places(120).chain(z).map(f).map(|a| a.clamp(-1e300, 1e300)));
    let viewport = Viewport::new(x, y, layout.plot());
    let role = role(main);
    let runs = sample::curve(f, &sample::value_breaks(function), viewport);
    let mut marks = vec![Mark::Curve { runs, role, stroke: Stroke::Solid }];
    let seen =
        layers.iter().take(at.phase.last_signal(at.depth)).filter(|layer| x.contains(layer.z));
    marks.extend(seen.map(|layer| Mark::Dot { at: (layer.z, layer.a), role, dot: Dot::Trace }));
    marks.push(Mark::names(Stroke::Solid, [(role, main.id())]));
    if let Some(z) = z {
        marks.push(Mark::Rule { x: z, role: Role::Probe });
        marks.extend(sample::tangent((z, f(z)), function.gradient(z), viewport).map(|ends| {
            Mark::Curve { runs: vec![ends.to_vec()], role: Role::Ink, stroke: Stroke::Thin }
        }));
        marks.push(Mark::Dot { at: (z, f(z)), role, dot: Dot::Closed });
    }
    Scene::of([x, y], [Ticks::Numbers, Ticks::Numbers], marks)
}

/// The interval of z for the curve: it contains the z of all layers if they are close together, else that of
/// the current layer.
fn inputs(layers: &[Layer], z: Option<f64>) -> Interval {
    /// The least distance of the ends from 0. It shows the shape of the function.
    const LEAST: f64 = 4.0;
    /// The largest distance for all layers. On a longer axis a sigmoid would look like a step.
    const MOST: f64 = 24.0;
    let reach = layers.iter().map(|layer| layer.z.abs()).fold(LEAST, f64::max);
    let reach = if reach <= MOST { reach } else { z.unwrap_or_default().abs().max(LEAST) };
    let reach = (1.1 * reach).min(1e300);
    Interval::new(-reach, reach)
}

/// |∂aₙ/∂x| against the depth n, for chains up to this one.
fn depths(chains: &Chains) -> Scene {
    let Chains { main, others } = chains;
    let depth = chains.depth() as f64;
    let x = Interval::new(0.0, depth + (0.04 * depth).max(0.4));
    // The curve of the chosen function is above the others.
    let all = || others.iter().chain([main]);
    let reaches = all().flat_map(|series| series.pass.layers.iter().map(|layer| layer.reach));
    let y = axis(reaches, Scale::Log);
    let mut marks = float32(x, y);
    // The names are below the dots at the ends of the curves.
    marks.push(names(chains));
    if main.is_bounded() {
        let ends = [0.0, depth].map(|n| (n, quarter(n, Scale::Log)));
        marks.push(Mark::Curve {
            runs: vec![ends.to_vec()],
            role: Role::Probe,
            stroke: Stroke::Thin,
        });
    }
    for series in all() {
        let points = series.pass.layers.iter().zip(1..);
        let points: Vec<_> = [(0.0, 0.0)]
            .into_iter()
            .chain(points.map(|(layer, n)| (f64::from(n), layer.reach.log10())))
            // A gradient of 0 has no logarithm, and all later ones are 0 as well.
            .take_while(|(_, log10)| log10.is_finite())
            .collect();
        let end = points.last().copied();
        marks.push(Mark::Curve { runs: vec![points], role: role(series), stroke: Stroke::Solid });
        marks.extend(end.map(|at| Mark::Dot { at, role: role(series), dot: Dot::Closed }));
    }
    Scene::of([x, y], [Ticks::Whole, Ticks::PowersOfTen], marks)
}

/// The names of the chains' functions. A single one needs none.
fn names(chains: &Chains) -> Mark {
    let several = chains.all().filter(|_| !chains.others.is_empty());
    Mark::names(Stroke::Solid, several.map(|series| (role(series), series.id())))
}
