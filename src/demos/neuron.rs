//! The neuron: two inputs, their weights and a bias give z, and the activation function gives a = f(z).

use super::experiment::Plain;
use super::keys;
use super::settings::{Key, OptionKey, Setting, Settings, Slider};
use super::{
    Demo, Legend, Picture, Preset, Readouts, Sample, Stage, Table, formula_line, single_rows,
    verdict_line,
};
use crate::markup::{Html, html};
use crate::models::neuron::{Neuron, Response};
use crate::plot::axis::Ticks;
use crate::plot::palette;
use crate::plot::sample::{self, Viewport};
use crate::plot::scene::{Dot, Fill, Handle, Mark, Stroke};
use crate::plot::theme::Role;
use crate::plot::{Interval, Layout, Scene};
use crate::text::Text;
use crate::text::facts::frameworks;
use crate::text::number::{read, read_added, read_factor, read_short};
use crate::text::words::neuron as say;
use std::sync::LazyLock;

pub const DEMO: Demo = Demo {
    id: "neuron",
    part: Some("what"),
    parameters: || &PARAMETERS,
    presets: &[
        Preset { id: "plain-sum", settings: "f=identity&x1=1&x2=0.5&w1=1.5&w2=-1&b=0" },
        Preset { id: "squeezed", settings: "f=sigmoid&x1=1&x2=0.5&w1=1.5&w2=-1&b=0" },
        Preset { id: "far-out", settings: "f=sigmoid&x1=3&x2=0.5&w1=2&w2=-1&b=2" },
        Preset { id: "switched-off", settings: "f=relu&x1=1&x2=0.5&w1=1.5&w2=-1&b=-3" },
    ],
    functions: |settings| vec![settings.chosen_function(keys::FUNCTION).activation],
    pictures: &["flow", "response"],
    small_pictures: &[],
    open: |settings, _| PLAIN.open(settings),
    run: None,
    probe: None,
    drag,
    press: None,
    toggled: |_, _| {},
};

static PLAIN: Plain = Plain {
    scenes,
    explanation,
    readouts,
    table,
    description,
    legend,
    last: |_| 0,
    moment: |_, _| String::new(),
    reached: |_| u32::MAX,
    advance: |_| {},
};

/// The largest size of a number in links and typed numbers.
const FAR: f64 = 100.0;
/// The number of rows in the data table.
const TABLE_ROWS: u32 = 13;

/// The inputs.
const X1: Key<f64> = Key::new("x1");
const X2: Key<f64> = Key::new("x2");
/// The weights of the inputs.
const W1: Key<f64> = Key::new("w1");
const W2: Key<f64> = Key::new("w2");

static PARAMETERS: LazyLock<Vec<Setting>> = LazyLock::new(|| {
    let ids = activations::ALL.iter().map(|activation| activation.id).collect();
    let slider =
        |key, default| Setting::slider(key, Slider::new(-5.0, 5.0, 0.1, default).limits(-FAR, FAR));
    // Maxout's short keys w1 and w2 mean the neuron's weights here.
    let shapes = Setting::of_functions(&[OptionKey::One(keys::FUNCTION)], &[W1, W2]);
    let own = [
        Setting::choice(keys::FUNCTION, ids, "sigmoid"),
        slider(X1, 1.0),
        slider(X2, 0.5),
        slider(W1, 1.5),
        slider(W2, -1.0),
        slider(keys::B, 0.0),
    ];
    own.into_iter().chain(shapes).collect()
});

fn neuron(settings: &Settings) -> Neuron {
    Neuron {
        function: settings.chosen_function(keys::FUNCTION),
        inputs: [X1, X2].map(|key| settings.number(key)),
        weights: [W1, W2].map(|key| settings.number(key)),
        bias: settings.number(keys::B),
    }
}

fn scenes(settings: &Settings, stage: &Stage) -> Vec<Picture> {
    let neuron = neuron(settings);
    let response = neuron.respond();
    let flow = Layout { x_labels: false, ..stage.layout(14.5 * stage.text) };
    let most = 29.0 * stage.text;
    let height =
        (0.42 * stage.width).clamp(190.0, most).min((stage.height - flow.height).max(150.0));
    let curve = stage.layout(height);
    vec![
        Picture { id: "flow", layout: flow, scene: self::flow(&neuron, &response, &flow) },
        Picture { id: "response", layout: curve, scene: self::curve(&neuron, &response, &curve) },
    ]
}

/// The diagram: inputs, weights and bias on the left, the sum in the middle, the activation on the right.
fn flow(neuron: &Neuron, response: &Response, layout: &Layout) -> Scene {
    /// The width and height of the picture, in units of the diagram.
    const SIZE: (f64, f64) = (10.0, 4.0);
    const INPUTS: [f64; 3] = [3.45, 2.0, 0.55];
    const MIDDLE: f64 = 2.0;
    /// The x of the middle of each column.
    const FROM: f64 = 1.2;
    const SUM: f64 = 5.1;
    const OUT: f64 = 8.8;
    let role = Role::Series(palette::alone(neuron.function.activation));
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

/// The interval of z for the curve.
fn inputs(z: f64) -> Interval {
    let reach = (1.2 * z.abs()).max(6.0);
    Interval::new(-reach, reach)
}

/// The activation's curve with the point (z, a), which can be dragged along it.
fn curve(neuron: &Neuron, response: &Response, layout: &Layout) -> Scene {
    let f = |z| neuron.function.value(z);
    let x = inputs(response.z);
    let places = (0..=120).map(|step| x.low + x.length() * f64::from(step) / 120.0);
    let y = Interval::around(places.map(f));
    let viewport = Viewport::new(x, y, layout.plot());
    let role = Role::Series(palette::alone(neuron.function.activation));
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

/// Changes the bias so that the point (z, a) follows the pointer horizontally.
fn drag(settings: &mut Settings, _: &str, (z, _): (f64, f64)) {
    let Response { products, .. } = neuron(settings).respond();
    let bias = z - products[0] - products[1];
    // The bias is rounded to the slider's tenths, so that links stay short.
    settings.set_number(keys::B, (10.0 * bias).round() / 10.0);
}

/// z, a and the gradients as formulas with their numbers, and a sentence about learning.
fn explanation(settings: &Settings, text: &Text) -> Html {
    let neuron = neuron(settings);
    let response = neuron.respond();
    let product = |index: usize| {
        format!("{} × {}", read_factor(neuron.weights[index]), read_factor(neuron.inputs[index]))
    };
    let gradient = |index: usize| {
        html!(
            "∂<i>a</i>/∂<i>w</i><sub>{name}</sub> = <i>f</i>′(<i>z</i>)·<i>x</i><sub>{name}</sub> = {slope} × {input} = <strong>{gradient}</strong>",
            name = index + 1,
            slope = read_factor(response.slope),
            input = read_factor(neuron.inputs[index]),
            gradient = read(response.weight_gradients[index]),
        )
    };
    let formulas = [
        html!(
            "<i>z</i> = {first} + {second} {bias} = <strong>{z}</strong>",
            first = product(0),
            second = product(1),
            bias = read_added(neuron.bias),
            z = read(response.z),
        ),
        html!(
            "<i>a</i> = <i>f</i>({z}) = <strong>{a}</strong>",
            z = read(response.z),
            a = read(response.a),
        ),
        gradient(0),
        gradient(1),
        html!(
            "∂<i>a</i>/∂<i>b</i> = <i>f</i>′(<i>z</i>) = <strong>{gradient}</strong>",
            gradient = read(response.bias_gradient),
        ),
    ];
    let verdict = verdict_line(&verdict(&neuron, &response, text));
    formulas.iter().map(formula_line).chain([verdict]).collect()
}

/// A sentence about the meaning of the gradients for learning.
fn verdict(neuron: &Neuron, response: &Response, text: &Text) -> Html {
    /// A slope f′(z) below this counts as saturated, as in the explorer.
    const SATURATED_BELOW: f64 = 0.01;
    let words = &text.words.neuron;
    if let Some(kink) = neuron.function.kink_at(response.z) {
        let frameworks = frameworks(&kink, &text.words.card);
        return words.on_kink(say::OnKink {
            z: &read(response.z),
            used: &read(kink.convention),
            frameworks: &frameworks,
        });
    }
    if response.slope == 0.0 {
        words.learns_nothing.clone()
    } else if response.slope.abs() < SATURATED_BELOW {
        words.saturated.clone()
    } else if neuron.function.activation.id == "identity" {
        words.linear.clone()
    } else {
        words.learns.clone()
    }
}

fn readouts(settings: &Settings, text: &Text) -> Readouts {
    let words = &text.words.neuron;
    let neuron = neuron(settings);
    let response = neuron.respond();
    let [w1, w2] = response.weight_gradients;
    let numbers = [
        ("z", response.z),
        ("a", response.a),
        ("grad-w1", w1),
        ("grad-w2", w2),
        ("grad-b", response.bias_gradient),
    ];
    let series = palette::alone(neuron.function.activation);
    let labels = [
        (words.row_z, words.row_z_note),
        (words.row_a, words.row_a_note),
        (words.row_grad_w1, words.row_grad_w1_note),
        (words.row_grad_w2, words.row_grad_w2_note),
        (words.row_grad_b, words.row_grad_b_note),
    ];
    let rows = numbers.into_iter().zip(labels);
    Readouts {
        name: words.readouts,
        note: words.note,
        corner: words.quantity.to_owned(),
        columns: vec![Html::text(words.value)],
        rows: single_rows(series, rows).collect(),
        remark: None,
    }
}

fn table(settings: &Settings, text: &Text) -> Table {
    let neuron = neuron(settings);
    let z = inputs(neuron.respond().z);
    let rows = (0..TABLE_ROWS).map(|row| {
        let at = z.low + z.length() * f64::from(row) / f64::from(TABLE_ROWS - 1);
        [at, neuron.function.value(at), neuron.function.gradient(at)].map(Some).to_vec()
    });
    let words = &text.words.neuron;
    let columns = [words.table_z, words.table_value, words.table_gradient];
    Table { columns: columns.map(str::to_owned).to_vec(), rows: rows.collect() }
}

fn description(settings: &Settings, text: &Text) -> String {
    let neuron = neuron(settings);
    let response = neuron.respond();
    text.words.neuron.describe(say::Describe {
        name: text.name(neuron.function.activation.id),
        z: &read(response.z),
        a: &read(response.a),
        slope: &read(response.slope),
    })
}

fn legend(settings: &Settings, text: &Text) -> Vec<Legend> {
    let words = &text.words.neuron;
    let response = neuron(settings).respond();
    let subtracts =
        response.products.iter().chain([&settings.number(keys::B)]).any(|part| *part < 0.0);
    let entries = [
        (true, Sample::Line(Stroke::Solid), words.adds),
        (subtracts, Sample::Line(Stroke::Dashed), words.subtracts),
        (true, Sample::Line(Stroke::Thin), words.tangent),
        (true, Sample::Dot(Dot::Handle), words.handle),
    ];
    let shown = entries.into_iter().filter(|(shown, ..)| *shown);
    shown.map(|(_, sample, label)| Legend { sample, label }).collect()
}
