//! Strategies for the functions and inputs of the property tests.

use activations::Activation;
use activations::Function;
use activations::Parameter;
use activations::all;
use proptest::prelude::any;
use proptest::prop_oneof;
use proptest::strategy::BoxedStrategy;
use proptest::strategy::Just;
use proptest::strategy::Strategy;
use proptest::test_runner::Config;

use crate::cases;

/// Enough cases to draw each function hundreds of times.
pub fn config() -> Config {
    let config = cases(4000);
    // Many inputs near a kink are rejected, and this must not end the test.
    Config { max_global_rejects: 10 * config.cases, ..config }
}

/// The function with this id, with its parameters in their declared order.
pub fn function(id: &str, numbers: &[f64]) -> Function {
    let activation =
        activations::Activation::find(id).unwrap_or_else(|| panic!("no activation {id}"));
    with(activation, numbers)
}

fn with(activation: &'static Activation, numbers: &[f64]) -> Function {
    assert_eq!(numbers.len(), activation.parameters.len());
    Function::new(activation, |one| {
        let mut declared = activation.parameters.iter();
        numbers[declared.position(|other| other == one).expect("a declared parameter")]
    })
}

/// Every function, with parameters anywhere in their ranges.
pub fn functions() -> impl Strategy<Value = Function> {
    drawn(|parameter| {
        let Parameter { min, max, default, .. } = *parameter;
        prop_oneof![
            4 => min..=max,
            1 => Just(min),
            1 => Just(max),
            1 => Just(default),
            4 => halves(parameter),
            1 => magnitudes().prop_map(move |number| number.clamp(min, max)),
        ]
        .boxed()
    })
}

/// Every function, with parameters that are multiples of ½. Equal, opposite and zero slopes, and
/// the facts that hold only for them, are then frequent.
pub fn functions_on_a_grid() -> impl Strategy<Value = Function> {
    drawn(|parameter| halves(parameter).boxed())
}

fn drawn(number: fn(&Parameter) -> BoxedStrategy<f64>) -> impl Strategy<Value = Function> {
    (0..all().count()).prop_flat_map(move |index| {
        let activation = all().nth(index).expect("an index below the count");
        let numbers: Vec<_> = activation.parameters.iter().map(number).collect();
        numbers.prop_map(move |numbers| with(activation, &numbers))
    })
}

fn halves(parameter: &Parameter) -> impl Strategy<Value = f64> + use<> {
    let first = (parameter.min * 2.0).ceil() as i32;
    let last = (parameter.max * 2.0).floor() as i32;
    (first..=last).prop_map(|half| f64::from(half) / 2.0)
}

/// Finite inputs: around 0, of every magnitude, and edge cases.
pub fn inputs() -> impl Strategy<Value = f64> {
    prop_oneof![
        4 => -25.0..25.0,
        4 => magnitudes(),
        1 => proptest::sample::select(vec![
            0.0, -0.0, 5e-324, -5e-324, 1.0, -1.0, 1e308, -1e308, f64::MAX, f64::MIN,
        ]),
    ]
}

/// Any f64 except NaN, drawn by its bits.
pub fn not_nan() -> impl Strategy<Value = f64> {
    let bits = any::<u64>().prop_map(f64::from_bits);
    bits.prop_filter("NaN", |x| !x.is_nan())
}

/// ±10^e with e distributed uniformly from the smallest f64 to the largest.
fn magnitudes() -> impl Strategy<Value = f64> {
    (-323.3..308.25, any::<bool>()).prop_map(|(exponent, negative): (f64, bool)| {
        let magnitude = 10f64.powf(exponent);
        if negative { -magnitude } else { magnitude }
    })
}
