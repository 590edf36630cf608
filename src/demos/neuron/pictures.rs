//! The pictures of the neuron.

use super::NeuronExperiment;
use crate::demos::{Picture, Stage, keys};
use crate::plot::axis::Ticks;
use crate::plot::sample::{self, Viewport};
use crate::plot::scene::{Dot, Fill, Handle, Mark, Stroke};
use crate::plot::theme::Role;
use crate::plot::{Interval, Layout, Scene};
use crate::text::number::read_short;

pub fn scenes(experiment: &NeuronExperiment, stage: &Stage) -> Vec<Picture> {
    let flow = Layout { x_labels: false, ..stage.layout(14.5 * stage.text) };
    let most = 29.0 * stage.text;
    let height =
        (0.42 * stage.width).clamp(190.0, most).min((stage.height - flow.height).max(150.0));
    let curve = stage.layout(height);
    vec![
        Picture { id: "flow", layout: flow, scene: self::flow(experiment, &flow) },
        Picture { id: "response", layout: curve, scene: self::curve(experiment, &curve) },
    ]
}

/// The diagram: inputs, weights and bias on the left, the sum in the middle, the activation on the right.
fn flow(experiment: &NeuronExperiment, layout: &Layout) -> Scene {
    /// The width and height of the picture, in units of the diagram.
    const SIZE: (f64, f64) = (10.0, 4.0);
    const INPUTS: [f64; 3] = [3.45, 2.0, 0.55];
    const MIDDLE: f64 = 2.0;
    /// The x of the middle of each column.
    const FROM: f64 = 1.2;
    const SUM: f64 = 5.1;
    const OUT: f64 = 8.8;
    let NeuronExperiment { neuron, response } = experiment;
    let role = experiment.role();
    // The boxes are as wide as their text at every width of the picture.
    let unit = layout.plot().width() / SIZE.0;
    let half = |texts: f64| (texts * layout.text / unit / 2.0).min(1.18);
    let mut marks = Vec::new();
    let write = |marks: &mut Vec<Mark>, at, text: String, role| {
        marks.push(Mark::Label { at, text, role, size: 1.0 });
    };
    let boxed = |marks: &mut Vec<Mark>, middle: (f64, f64), half: f64, role, fill| {
        let x = Interval::new(middle.0 - half, middle.0 + half);
        let y = Interval::new(middle.1 - 0.5, middle.1 + 0.5);
        marks.push(Mark::Bar { x, y, role: Role::Paper, fill: Fill::Solid(1.0) });
        marks.push(Mark::Bar { x, y, role, fill });
        marks.push(Mark::Bar { x, y, role, fill: Fill::Edge });
    };
    let edge = |from: (f64, f64), to: (f64, f64), strength: f64| {
        // Negative terms have dashed edges, and terms of 0 have faint ones.
        let (role, stroke) = if strength == 0.0 {
            (Role::Grid, Stroke::Thin)
        } else if strength < 0.0 {
            (Role::Label, Stroke::Dashed)
        } else {
            (Role::Label, Stroke::Solid)
        };
        Mark::Curve { runs: vec![vec![from, to]], role, stroke }
    };
    let parts = [response.products[0], response.products[1], neuron.bias];
    for (y, part) in INPUTS.into_iter().zip(parts) {
        marks.push(edge((FROM, y), (SUM, MIDDLE), part));
    }
    marks.push(edge((SUM, MIDDLE), (OUT, MIDDLE), 1.0));
    let names = ["x₁", "x₂"];
    // The space between the boxes, and the length of text that fits there.
    let (left, right) = (FROM + half(5.4), SUM - half(5.4));
    let room = (right - left) * unit / layout.text;
    for index in 0..2 {
        let y = INPUTS[index];
        boxed(&mut marks, (FROM, y), half(5.4), Role::Zero, Fill::Solid(0.0));
        write(
            &mut marks,
            (FROM, y),
            format!("{} = {}", names[index], read_short(neuron.inputs[index])),
            Role::Ink,
        );
        let [weight, product] = [neuron.weights[index], response.products[index]].map(read_short);
        let said =
            if room > 9.5 { format!("×{weight} = {product}") } else { format!("×{weight}") };
        // The weight is written half way between the boxes, on a background that covers the edge.
        let at = (left + right) / 2.0;
        let place = (at, y + (at - FROM) / (SUM - FROM) * (MIDDLE - y));
        let half = half(0.62 * said.chars().count() as f64);
        let x = Interval::new(place.0 - half, place.0 + half);
        let y = Interval::new(place.1 - 0.22, place.1 + 0.22);
        marks.push(Mark::Bar { x, y, role: Role::Paper, fill: Fill::Solid(1.0) });
        write(&mut marks, place, said, Role::Label);
    }
    boxed(&mut marks, (FROM, INPUTS[2]), half(5.4), Role::Zero, Fill::Solid(0.0));
    write(&mut marks, (FROM, INPUTS[2]), format!("b = {}", read_short(neuron.bias)), Role::Ink);
    boxed(&mut marks, (SUM, MIDDLE), half(5.4), Role::Zero, Fill::Solid(0.0));
    write(&mut marks, (SUM, MIDDLE), format!("z = {}", read_short(response.z)), Role::Ink);
    write(&mut marks, ((SUM + OUT) / 2.0, MIDDLE + 0.4), "f".to_owned(), Role::Label);
    boxed(&mut marks, (OUT, MIDDLE), half(6.2), role, Fill::Solid(0.35));
    write(&mut marks, (OUT, MIDDLE), format!("a = {}", read_short(response.a)), Role::Ink);
    Scene::of(
        [Interval::new(0.0, SIZE.0), Interval::new(0.0, SIZE.1)],
        [Ticks::None, Ticks::None],
        marks,
    )
}

/// The activation's curve with the point (z, a), which can be dragged along it.
fn curve(experiment: &NeuronExperiment, layout: &Layout) -> Scene {
    let NeuronExperiment { neuron, response } = experiment;
    let f = |z| neuron.function.value(z);
    let x = experiment.z_range();
    let y = Interval::around(x.places(120).map(f));
    let viewport = Viewport::new(x, y, layout.plot());
    let role = experiment.role();
    let at = (response.z, response.a);
    let runs = sample::curve(f, &sample::value_breaks(&neuron.function), viewport);
    let mut marks = vec![
        Mark::Rule { x: response.z, role: Role::Probe },
        Mark::Curve { runs, role, stroke: Stroke::Solid },
    ];
    marks.extend(sample::tangent(at, response.slope, viewport).map(|ends| Mark::Curve {
        runs: vec![ends.to_vec()],
        role: Role::Ink,
        stroke: Stroke::Thin,
    }));
    let name = neuron.function.activation.id;
    marks.push(Mark::names(Stroke::Solid, [(role, name)]));
    marks.push(Mark::Dot { at, role, dot: Dot::Handle });
    Scene {
        x,
        y,
        x_ticks: Ticks::Numbers,
        y_ticks: Ticks::Numbers,
        marks,
        handles: vec![Handle { id: keys::B.name(), at }],
        stops: Vec::new(),
    }
}
