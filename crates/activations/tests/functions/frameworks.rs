//! The functions compared with the results of PyTorch, JAX, Keras, TensorFlow and ONNX Runtime
//! (`tests/reference/frameworks.csv` and `tensorflow_onnx.csv`).

use activations::Function;

use crate::deviations::deviation;
use crate::reference::with;

const FRAMEWORKS: &str = include_str!("../../../../tests/reference/frameworks.csv");
const TENSORFLOW_ONNX: &str = include_str!("../../../../tests/reference/tensorflow_onnx.csv");

/// Keras with TensorFlow below it. "Keras" alone runs on JAX.
const ON_TENSORFLOW: &str = "Keras on TensorFlow";

/// The slopes of TensorFlow, and of Keras on it, that are not those of the page. The bounds of hard tanh belong to its
/// middle, SELU's 0 to its right side. Keras writes CELU as a maximum plus a minimum, both of which pass the whole
/// gradient on at 0. The cards say so.
const OTHER_SLOPES: [(&str, f64, f64); 4] = [
    ("hard-tanh", -1.0, 1.0),
    ("hard-tanh", 1.0, 1.0),
    ("selu", 0.0, 1.0507009873554805),
    ("celu", 0.0, 2.0),
];

/// A row of a file: a function at an input, with what each framework that has the function returned.
struct Row {
    function: Function,
    x: f64,
    returned: Vec<Returned>,
}

struct Returned {
    framework: &'static str,
    /// ONNX Runtime computes in f32 where it has no f64.
    is_single: bool,
    value: f64,
    /// ONNX has no derivatives.
    slope: Option<f64>,
}

impl Row {
    fn read(line: &str, results: impl Fn(&[&str]) -> Vec<Option<Returned>>) -> Option<Row> {
        let cells: Vec<_> = line.split(',').collect();
        let activation = activations::Activation::find(cells[0])?;
        let returned = results(&cells).into_iter().flatten().collect();
        Some(Row { function: with(activation, cells[1]), x: number(cells[2]), returned })
    }

    fn is_kink(&self) -> bool {
        self.function.kink_at(self.x).is_some()
    }

    /// The slope that a framework returned.
    fn slope(&self, framework: &str) -> Option<f64> {
        self.returned.iter().find(|one| one.framework == framework)?.slope
    }

    /// TensorFlow's slope, if it is listed as another one than the page's.
    fn other_slope(&self, framework: &str) -> Option<f64> {
        let id = self.function.activation.id;
        let mut listed = OTHER_SLOPES.iter().filter(|(other, x, _)| *other == id && *x == self.x);
        let is_tensorflow = framework.ends_with("TensorFlow");
        listed.next().filter(|_| is_tensorflow).map(|(.., slope)| *slope)
    }
}

fn number(cell: &str) -> f64 {
    cell.parse().unwrap_or_else(|_| panic!("not a number: {cell}"))
}

/// A value and a slope in two cells, which are empty if the framework has no such function.
fn pair(framework: &'static str, cells: &[&str]) -> Option<Returned> {
    let [value, slope] = cells else { panic!("two cells: {cells:?}") };
    let exists = !value.is_empty();
    exists.then(|| Returned {
        framework,
        is_single: false,
        value: number(value),
        slope: Some(number(slope)),
    })
}

/// The type and the value of ONNX.
fn onnx(cells: &[&str]) -> Option<Returned> {
    let [kind, value] = cells else { panic!("two cells: {cells:?}") };
    let exists = !value.is_empty();
    exists.then(|| Returned {
        framework: "ONNX",
        is_single: *kind == "f32",
        value: number(value),
        slope: None,
    })
}

/// The rows of the functions that this project has.
fn frameworks() -> impl Iterator<Item = Row> {
    FRAMEWORKS.lines().skip(1).filter_map(|line| {
        Row::read(line, |cells| {
            vec![
                pair("PyTorch", &cells[3..5]),
                pair("JAX", &cells[5..7]),
                pair("Keras", &cells[7..9]),
            ]
        })
    })
}

fn tensorflow_and_onnx() -> impl Iterator<Item = Row> {
    TENSORFLOW_ONNX.lines().skip(1).filter_map(|line| {
        Row::read(line, |cells| {
            vec![
                pair("TensorFlow", &cells[3..5]),
                pair(ON_TENSORFLOW, &cells[5..7]),
                onnx(&cells[7..9]),
            ]
        })
    })
}

fn rows() -> impl Iterator<Item = Row> {
    frameworks().chain(tensorflow_and_onnx())
}

/// Whether numbers are equal but for a few roundings. The frameworks compute 1 − tanh² and σ(1 − σ), whose rounding
/// errors are relative to numbers around 1 and around the value.
fn near(got: f64, want: f64, function: Function, returned: &Returned) -> bool {
    let epsilon = if returned.is_single { f64::from(f32::EPSILON) } else { f64::EPSILON };
    let relative = 4.0 * epsilon + deviation(function.activation.id, returned.framework);
    got == want || (got - want).abs() <= relative * want.abs().max(1.0)
}

#[test]
fn values_and_gradients_are_those_of_the_frameworks() {
    assert!(frameworks().count() > 0 && tensorflow_and_onnx().count() > 0);
    for row in rows() {
        let Row { function, x, returned } = &row;
        for one in returned {
            let name = one.framework;
            // The input that the framework had.
            #[expect(clippy::cast_possible_truncation, reason = "the framework computed in f32")]
            let at = if one.is_single { f64::from(*x as f32) } else { *x };
            assert!(
                near(function.value(at), one.value, *function, one),
                "{name}: {function:?} at {x}"
            );
            let Some(slope) = one.slope else { continue };
            let same = row.is_kink()
                || row.other_slope(name).is_some()
                || near(function.gradient(*x), slope, *function, one);
            assert!(same, "{name}: slope of {function:?} at {x}");
        }
    }
}

#[test]
fn what_a_framework_has_is_named() {
    for Row { function, returned, .. } in rows() {
        let names = activations::names::names(function.activation);
        for Returned { framework, .. } in returned {
            let place = if framework == ON_TENSORFLOW { "Keras" } else { framework };
            let is_named = names.in_framework(place).is_some();
            assert!(is_named, "{framework}: {}", function.activation.id);
        }
    }
}

#[test]
fn what_is_said_of_their_slopes_at_kinks_is_what_they_return() {
    let on_tensorflow: Vec<_> = tensorflow_and_onnx().collect();
    for row in frameworks() {
        let Some(kink) = row.function.kink_at(row.x) else { continue };
        let is_same = |other: &&Row| (other.function, other.x) == (row.function, row.x);
        let other = on_tensorflow.iter().find(is_same).and_then(|row| row.slope(ON_TENSORFLOW));
        let keras = row.slope("Keras").filter(|slope| other.is_none_or(|other| other == *slope));
        let returned =
            [("PyTorch", row.slope("PyTorch")), ("JAX", row.slope("JAX")), ("Keras", keras)];
        let returned: Vec<_> =
            returned.into_iter().filter_map(|(name, slope)| Some((name, slope?))).collect();
        assert_eq!(kink.frameworks.slopes().collect::<Vec<_>>(), returned, "{:?}", row.function);
    }
}

#[test]
fn tensorflow_has_the_slope_of_the_page_at_kinks_but_for_a_few() {
    let mut others = Vec::new();
    for row in rows() {
        for one in &row.returned {
            let Some(slope) = one.slope.filter(|_| one.framework.ends_with("TensorFlow")) else {
                continue;
            };
            if let Some(listed) = row.other_slope(one.framework) {
                assert_eq!(slope, listed, "{}: {:?}", one.framework, row.function);
                others.push((row.function.activation.id, row.x));
            } else if let Some(kink) = row.function.kink_at(row.x) {
                let is_near = near(kink.convention, slope, row.function, one);
                assert!(is_near, "{}: {:?} at {}", one.framework, row.function, row.x);
            }
        }
    }
    let is_found = |(id, x, _): &(&str, f64, f64)| others.contains(&(*id, *x));
    assert!(OTHER_SLOPES.iter().all(is_found), "{others:?}");
}
