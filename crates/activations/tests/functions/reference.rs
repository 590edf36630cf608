//! Values and gradients compared with the table in `tests/reference/`, computed with 800 digits.

use activations::Activation;
use activations::Function;
use activations::all;

use crate::rounding;

const TABLE: &str = include_str!("../../../../tests/reference/activations.csv");

/// The largest relative error of a result, beside the error that it passes on from rounding its argument. The
/// logistic slope has the largest: one unit in the last place from exp, twice half a unit from 1 + e (which is
/// squared), half from the square and half from the quotient, so 3 ε. tanh and exp_m1 of the C library are right
/// to 2 ε.
const RELATIVE: f64 = 3.0 * f64::EPSILON;

/// The largest absolute error of a subnormal result. tanh′ is four times a subnormal
/// exponential and ELU's gradient up to five times one. Each is off by up to one unit, which a gated function
/// multiplies by x. Beyond 1000 nothing is subnormal.
fn absolute(x: f64) -> f64 {
    5.0 * 5e-324 * x.abs().clamp(1.0, 1000.0)
}

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

/// An activation with parameters as in the tables: `key=number`, separated by spaces.
pub fn with(activation: &'static Activation, parameters: &str) -> Function {
    let parameters: Vec<_> = parameters
        .split_whitespace()
        .map(|parameter| parameter.split_once('=').expect("key=number"))
        .collect();
    Function::new(activation, |one| {
        let parameter = parameters.iter().find(|parameter| parameter.0 == one.name());
        number(parameter.expect("every key").1)
    })
}

fn row(line: &str) -> Row<'_> {
    let columns: Vec<_> = line.split(',').collect();
    let [id, parameters, x, value, gradient] = columns[..] else {
        panic!("five columns: {line}");
    };
    let function = with(activations::Activation::find(id).expect("a known id"), parameters);
    let (x, value, gradient) = (number(x), number(value), number(gradient));
    Row { line, function, x, value, gradient }
}

fn rows() -> impl Iterator<Item = Row<'static>> {
    TABLE.lines().skip(1).map(row)
}

fn is_close(function: impl Fn(f64) -> f64, x: f64, expected: f64) -> bool {
    let measured = function(x);
    let tolerance = RELATIVE * expected.abs() + absolute(x) + rounding::passed_on(function, x);
    // Equal infinities are accepted here, because their difference is NaN.
    measured == expected || (measured - expected).abs() <= tolerance
}

#[test]
fn values_agree() {
    for Row { line, function, x, value, .. } in rows() {
        assert!(is_close(|x| function.value(x), x, value), "{line}: {:e}", function.value(x));
    }
}

#[test]
fn gradients_agree() {
    for Row { line, function, x, gradient, .. } in rows() {
        let measured = function.gradient(x);
        assert!(is_close(|x| function.gradient(x), x, gradient), "{line}: {measured:e}");
    }
}

#[test]
fn every_function_is_in_the_table() {
    for activation in all() {
        let count = rows().filter(|row| row.function.activation == activation).count();
        assert!(count >= 20, "{}: {count} rows", activation.id);
    }
}
