//! The functions compared with the results of PyTorch, JAX and Keras (`tests/reference/frameworks.csv`).

use activations::{Activation, Function};

use super::reference::with;

const FILE: &str = include_str!("../../reference/frameworks.csv");

/// A row of the file: a function at an input, with the value and the gradient of each framework.
struct Row {
    function: Function,
    x: f64,
    /// The results in the order of [`NAMES`].
    returned: [(f64, f64); 3],
}

const NAMES: [&str; 3] = ["PyTorch", "JAX", "Keras"];

/// The rows of the functions that this project has.
fn rows() -> Vec<Row> {
    let row = |line: &str| {
        let cells: Vec<_> = line.split(',').collect();
        let activation = Activation::find(cells[0])?;
        let number = |cell: usize| cells[cell].parse::<f64>().expect(line);
        let returned = [3, 5, 7].map(|cell| (number(cell), number(cell + 1)));
        Some(Row { function: with(activation, cells[1]), x: number(2), returned })
    };
    FILE.lines().skip(1).filter_map(row).collect()
}

/// Whether Keras computes this row in single precision.
fn is_single_precision(row: &Row, name: &str) -> bool {
    row.function.activation.id == "tanh" && name == "Keras"
}

#[test]
fn values_and_gradients_are_those_of_the_frameworks() {
    let rows = rows();
    // Six of the functions are in the file, one of them twice, at 21 inputs.
    assert!(rows.len() >= 7 * 21, "{} rows", rows.len());
    for row in &rows {
        let Row { function, x, returned } = row;
        let has_slope = function.kinks().iter().all(|kink| kink.at != *x);
        for ((value, gradient), name) in returned.iter().zip(NAMES) {
            // A few roundings of f64, or of f32 with its 24 bits. The frameworks compute 1 − tanh² and σ(1 −
            // σ), whose rounding errors are relative to numbers around 1 and around the value.
            let unit = if is_single_precision(row, name) { 6e-8 } else { f64::EPSILON };
            let near = |got: f64, want: f64| (got - want).abs() <= 4.0 * unit * want.abs().max(1.0);
            assert!(near(function.value(*x), *value), "{name}: {function:?} at {x}");
            let same = !has_slope || near(function.gradient(*x), *gradient);
            assert!(same, "{name}: slope of {function:?} at {x}");
        }
    }
}

#[test]
fn what_is_said_of_their_slopes_at_kinks_is_what_they_return() {
    let mut compared = 0;
    for Row { function, x, returned } in rows() {
        for kink in function.kinks().into_iter().filter(|kink| kink.at == x) {
            let said: Vec<_> = kink.frameworks.slopes().collect();
            let returned: Vec<_> =
                NAMES.into_iter().zip(returned.map(|(_, gradient)| gradient)).collect();
            assert_eq!(said, returned, "{function:?}");
            compared += 1;
        }
    }
    // ReLU, Leaky ReLU, and ELU with an α that is not 1.
    assert_eq!(compared, 3);
}
