//! The functions compared with the results of PyTorch, JAX and Keras (`tests/reference/frameworks.csv`).

use activations::Function;

use crate::deviations::deviation;
use crate::reference::with;

const FILE: &str = include_str!("../../../../tests/reference/frameworks.csv");

/// A row of the file: a function at an input, with the value and the gradient of each framework.
struct Row {
    function: Function,
    x: f64,
    /// The results in the order of [`NAMES`], where the framework has the function.
    returned: [Option<(f64, f64)>; 3],
}

const NAMES: [&str; 3] = ["PyTorch", "JAX", "Keras"];

/// The rows of the functions that this project has.
fn rows() -> Vec<Row> {
    let row = |line: &str| {
        let cells: Vec<_> = line.split(',').collect();
        let activation = activations::Activation::find(cells[0])?;
        let number = |cell: usize| cells[cell].parse::<f64>().expect(line);
        let has = |cell: usize| !cells[cell].is_empty();
        let returned = [3, 5, 7].map(|cell| has(cell).then(|| (number(cell), number(cell + 1))));
        Some(Row { function: with(activation, cells[1]), x: number(2), returned })
    };
    FILE.lines().skip(1).filter_map(row).collect()
}

#[test]
fn values_and_gradients_are_those_of_the_frameworks() {
    let rows = rows();
    assert!(!rows.is_empty());
    for row in &rows {
        let Row { function, x, returned } = row;
        let has_slope = function.kinks().iter().all(|kink| kink.at != *x);
        for (result, name) in returned.iter().zip(NAMES) {
            let Some((value, gradient)) = result else { continue };
            // A few roundings. The frameworks compute 1 − tanh² and σ(1 − σ), whose rounding errors are relative
            // to numbers around 1 and around the value.
            let relative = 4.0 * f64::EPSILON + deviation(function.activation.id, name);
            let near = |got: f64, want: f64| {
                got == want || (got - want).abs() <= relative * want.abs().max(1.0)
            };
            assert!(near(function.value(*x), *value), "{name}: {function:?} at {x}");
            let same = !has_slope || near(function.gradient(*x), *gradient);
            assert!(same, "{name}: slope of {function:?} at {x}");
        }
    }
}

#[test]
fn what_a_framework_has_is_named() {
    for Row { function, returned, .. } in rows() {
        let names = activations::names::names(function.activation);
        for (result, name) in returned.iter().zip(NAMES) {
            // `exp` is no activation function of these two.
            let is_other = function.activation.id == "exponential" && name != "Keras";
            let is_named = names.in_framework(name).is_some();
            assert!(is_named || result.is_none() || is_other, "{name}: {}", function.activation.id);
        }
    }
}

#[test]
fn what_is_said_of_their_slopes_at_kinks_is_what_they_return() {
    for Row { function, x, returned } in rows() {
        for kink in function.kinks().into_iter().filter(|kink| kink.at == x) {
            let said: Vec<_> = kink.frameworks.slopes().collect();
            let returned = NAMES.into_iter().zip(returned);
            let returned: Vec<_> =
                returned.filter_map(|(name, result)| Some((name, result?.1))).collect();
            assert_eq!(said, returned, "{function:?}");
        }
    }
}
