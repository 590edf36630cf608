//! The sentences, numbers and tables of the neuron.

use super::NeuronExperiment;
use crate::demos::{Legend, QuantityHeadings, Readouts, Sample, Table, formula_line, verdict_line};
use crate::markup::{Html, html};
use crate::plot::palette;
use crate::plot::scene::{Dot, Stroke};
use crate::text::Text;
use crate::text::facts::frameworks;
use crate::text::number::{read, read_added, read_factor};
use crate::text::words::neuron as say;

/// The number of rows in the data table.
const TABLE_ROWS: u32 = 13;

/// z, a and the gradients as formulas with their numbers, and a sentence about learning.
pub fn explanation(experiment: &NeuronExperiment, text: &Text) -> Html {
    let NeuronExperiment { neuron, response } = experiment;
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
    let verdict = verdict_line(&verdict(experiment, text));
    formulas.iter().map(formula_line).chain([verdict]).collect()
}

/// A sentence about the meaning of the gradients for learning.
fn verdict(experiment: &NeuronExperiment, text: &Text) -> Html {
    /// A slope f′(z) below this counts as saturated, as in the explorer.
    const SATURATED_BELOW: f64 = 0.01;
    let NeuronExperiment { neuron, response } = experiment;
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

pub fn readouts(experiment: &NeuronExperiment, text: &Text) -> Readouts {
    let words = &text.words.neuron;
    let NeuronExperiment { neuron, response } = experiment;
    let [w1, w2] = response.weight_gradients;
    let quantities = [
        ("z", response.z, words.row_z, words.row_z_note),
        ("a", response.a, words.row_a, words.row_a_note),
        ("grad-w1", w1, words.row_grad_w1, words.row_grad_w1_note),
        ("grad-w2", w2, words.row_grad_w2, words.row_grad_w2_note),
        ("grad-b", response.bias_gradient, words.row_grad_b, words.row_grad_b_note),
    ];
    let headings = QuantityHeadings {
        name: words.readouts,
        quantity: words.quantity,
        value: words.value,
        note: words.note,
    };
    headings.readouts(palette::alone(neuron.function.activation), &quantities)
}

pub fn table(experiment: &NeuronExperiment, text: &Text) -> Table {
    let function = experiment.neuron.function;
    let rows = experiment
        .z_range()
        .places(TABLE_ROWS - 1)
        .map(|z| [z, function.value(z), function.gradient(z)].map(Some).to_vec());
    let words = &text.words.neuron;
    let columns = [words.table_z, words.table_value, words.table_gradient];
    Table { columns: columns.map(str::to_owned).to_vec(), rows: rows.collect() }
}

pub fn description(experiment: &NeuronExperiment, text: &Text) -> String {
    let NeuronExperiment { neuron, response } = experiment;
    text.words.neuron.describe(say::Describe {
        name: text.name(neuron.function.activation.id),
        z: &read(response.z),
        a: &read(response.a),
        slope: &read(response.slope),
    })
}

pub fn legend(experiment: &NeuronExperiment, text: &Text) -> Vec<Legend> {
    let words = &text.words.neuron;
    let NeuronExperiment { neuron, response } = experiment;
    let subtracts = response.products.iter().chain([&neuron.bias]).any(|part| *part < 0.0);
    let entries = [
        (true, Sample::Line(Stroke::Solid), words.adds),
        (subtracts, Sample::Line(Stroke::Dashed), words.subtracts),
        (true, Sample::Line(Stroke::Thin), words.tangent),
        (true, Sample::Dot(Dot::Handle), words.handle),
    ];
    let shown = entries.into_iter().filter(|(shown, ..)| *shown);
    shown.map(|(_, sample, label)| Legend { sample, label }).collect()
}
