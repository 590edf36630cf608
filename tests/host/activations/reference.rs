//! Values and gradients against the table of `tests/reference/`, computed at 50 digits.

use activation_lab::activations::ALL;
use activation_lab::activations::Activation;
use activation_lab::activations::Function;

const TABLE: &str = include_str!("../../reference/activations.csv");

/// How far a result may be off, relative to it. The worst formula, the logistic slope, has one
/// unit in the last place from exp, twice half a unit from 1 + e (it is squared), half from the
/// square and half from the quotient, so 3 ε; tanh and exp_m1 of the C library are good to 2 ε.
const RELATIVE: f64 = 3.0 * f64::EPSILON;

/// Where results are subnormal, units in the last place no longer shrink: tanh′ is four times a
/// subnormal exponential, ELU's gradient up to five times one, each off by up to one unit.
const ABSOLUTE: f64 = 5.0 * 5e-324;

struct Row<'a> {
    line: &'a str,
    function: Function,
    x: f64,
    value: f64,
    gradient: f64,
}

fn number(text: &str) -> f64 {
    text.parse().unwrap_or_else(|_| panic!("not a number: {text}"))
}

/// An activation with parameters as the tables have them: `key=number`, with spaces in between.
pub fn with(activation: &'static Activation, parameters: &str) -> Function {
    let parameters: Vec<_> = parameters
        .split_whitespace()
        .map(|parameter| parameter.split_once('=').expect("key=number"))
        .collect();
    Function::new(activation, |one| {
        let parameter = parameters.iter().find(|parameter| parameter.0 == one.key);
        number(parameter.expect("every key").1)
    })
}

fn row(line: &str) -> Row<'_> {
    let columns: Vec<_> = line.split(',').collect();
    let [id, parameters, x, value, gradient] = columns[..] else {
        panic!("five columns: {line}");
    };
    let function = with(Activation::find(id).expect("a known id"), parameters);
    let (x, value, gradient) = (number(x), number(value), number(gradient));
    Row { line, function, x, value, gradient }
}

fn rows() -> impl Iterator<Item = Row<'static>> {
    TABLE.lines().skip(1).map(row)
}

/// What rounding w·x, by half a unit in the last place, costs maxout where b nearly cancels it.
fn cancellation(function: &Function, x: f64) -> f64 {
    match *function.parameters() {
        [w1, _, w2, _] => 0.5 * f64::EPSILON * w1.abs().max(w2.abs()) * x.abs(),
        _ => 0.0,
    }
}

fn is_close(measured: f64, expected: f64, cancellation: f64) -> bool {
    // Equality, because the difference of two infinities is NaN.
    measured == expected
        || (measured - expected).abs() <= RELATIVE * expected.abs() + ABSOLUTE + cancellation
}

#[test]
fn values_agree() {
    for Row { line, function, x, value, .. } in rows() {
        let measured = function.value(x);
        assert!(is_close(measured, value, cancellation(&function, x)), "{line}: {measured:e}");
    }
}

#[test]
fn gradients_agree() {
    for Row { line, function, x, gradient, .. } in rows() {
        let measured = function.gradient(x);
        assert!(is_close(measured, gradient, 0.0), "{line}: {measured:e}");
    }
}

#[test]
fn every_function_is_in_the_table() {
    for activation in &ALL {
        let count = rows().filter(|row| row.function.activation == activation).count();
        assert!(count >= 20, "{}: {count} rows", activation.id);
    }
}
