//! Outputs and derivatives compared with the table in `tests/reference/`, computed with 800
//! digits.

use std::f64::consts::LN_10;

use activation_lab::models::chain::Chain;
use activations::Activation;
use activations::Function;
use activations::all;
use activations::numerics::Product;

use super::rounding::Rounding;
use super::rounding::rounding;

const TABLE: &str = include_str!("../../reference/chain.csv");

struct Row<'a> {
    line: &'a str,
    chain: Chain,
    layer: usize,
    output: f64,
    gradient: Wide,
    reaches: Wide,
    weight_gradient: Wide,
    bias_gradient: Wide,
}

/// A number that may be outside the range of f64.
struct Wide {
    sign: f64,
    log10: f64,
}

impl Wide {
    fn new(text: &str) -> Wide {
        let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
        let (mantissa, exponent) = (number(mantissa), number(exponent));
        let sign = if mantissa == 0.0 { 0.0 } else { mantissa.signum() };
        Wide { sign, log10: mantissa.abs().log10() + exponent }
    }
}

fn number(text: &str) -> f64 {
    text.parse().unwrap_or_else(|_| panic!("not a number: {text}"))
}

fn row(line: &str) -> Row<'_> {
    let columns: Vec<_> = line.split(',').collect();
    let &[id, parameters, depth, weight, bias, input, layer, output, ref derivatives @ ..] =
        columns.as_slice()
    else {
        panic!("too few columns: {line}");
    };
    let [gradient, reaches, weight_gradient, bias_gradient] = derivatives else {
        panic!("four derivatives: {line}");
    };
    let parameters: Vec<_> = parameters
        .split_whitespace()
        .map(|parameter| parameter.split_once('=').expect("key=number"))
        .collect();
    let function = Function::new(Activation::find(id).expect("a known id"), |one| {
        let parameter = parameters.iter().find(|parameter| parameter.0 == one.name());
        number(parameter.expect("every key").1)
    });
    Row {
        line,
        chain: Chain {
            function,
            depth: depth.parse().expect("a depth"),
            weight: number(weight),
            bias: number(bias),
            input: number(input),
        },
        layer: layer.parse().expect("a layer"),
        output: number(output),
        gradient: Wide::new(gradient),
        reaches: Wide::new(reaches),
        weight_gradient: Wide::new(weight_gradient),
        bias_gradient: Wide::new(bias_gradient),
    }
}

fn rows() -> impl Iterator<Item = Row<'static>> {
    TABLE.lines().skip(1).map(row)
}

/// The largest relative error bound with which a comparison has a meaning.
const LARGEST_BOUND: f64 = 1e-9;

#[track_caller]
fn assert_close(line: &str, measured: Product, expected: &Wide, relative: f64) {
    assert_eq!(measured.sign(), expected.sign, "{line}");
    if expected.sign == 0.0 {
        return;
    }
    // The second term is the rounding of the logarithms.
    let tolerance = relative / LN_10 + 4.0 * f64::EPSILON * expected.log10.abs().max(1.0);
    assert!(
        (measured.log10() - expected.log10).abs() <= tolerance,
        "{line}: {} and {} ± {tolerance:e}",
        measured.log10(),
        expected.log10
    );
}

#[test]
fn outputs_agree() {
    for Row { line, chain, output, .. } in rows() {
        let measured = chain.run().output();
        if measured == output {
            continue;
        }
        let error = rounding(&chain).signals[chain.depth];
        assert!(error <= LARGEST_BOUND * output.abs().max(1.0), "{line}: {error}");
        // Shrinking signals stop at the smallest normal f64.
        let tolerance = error + f64::MIN_POSITIVE;
        assert!((measured - output).abs() <= tolerance, "{line}: {measured} ± {error:e}");
    }
}

#[test]
fn derivatives_agree() {
    for activation in all() {
        let mut compared = 0;
        for row in rows().filter(|row| row.chain.function.activation == activation) {
            let Row { line, chain, layer, .. } = row;
            let Rounding { signals, slopes } = rounding(&chain);
            let pass = chain.run();
            let signal = if layer == 1 { chain.input } else { pass.layers[layer - 2].a };
            let signal_error = if signal == 0.0 { 0.0 } else { signals[layer - 1] / signal.abs() };
            // The bound has no meaning where a kink or a place with f′ = 0 is too near.
            let Some(relative) = slopes.filter(|slopes| slopes + signal_error <= LARGEST_BOUND)
            else {
                continue;
            };
            assert_close(line, pass.gradient(), &row.gradient, relative);
            assert_close(line, pass.reaches(layer), &row.reaches, relative);
            assert_close(line, pass.bias_gradient(layer), &row.bias_gradient, relative);
            let relative = relative + signal_error;
            assert_close(line, pass.weight_gradient(layer), &row.weight_gradient, relative);
            compared += 1;
        }
        assert!(compared >= 10, "{}: {compared} chains", activation.id);
    }
}

#[test]
fn the_table_covers_every_function_sign_and_depth() {
    for activation in all() {
        for depth in [1, 2, 3, 10, 100, 1000] {
            for sign in [1.0, -1.0] {
                let is_there = |row: Row| {
                    let Chain { function, depth: asked, weight, .. } = row.chain;
                    function.activation == activation && asked == depth && weight * sign > 0.0
                };
                assert!(rows().any(is_there), "{}, {depth} deep, {sign}", activation.id);
            }
        }
    }
}
