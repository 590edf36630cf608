//! Strategies for the chains of the property tests.

use activation_lab::models::chain::Chain;
use activation_lab::models::chain::MAX_DEPTH;
use activations::Activation;
use activations::Function;
use activations::Parameter;
use activations::all;
use proptest::prop_oneof;
use proptest::sample::select;
use proptest::strategy::Just;
use proptest::strategy::Strategy;
use proptest::test_runner::Config;

use crate::cases;

/// Enough cases to draw each function hundreds of times.
pub fn config() -> Config {
    let config = cases(2000);
    // Many chains that come too near a kink are rejected, and this must not end the test.
    Config { max_global_rejects: 10 * config.cases, ..config }
}

/// The function with this id, with its parameters in their declared order.
pub fn function(id: &str, numbers: &[f64]) -> Function {
    let activation = Activation::find(id).unwrap_or_else(|| panic!("no activation {id}"));
    assert_eq!(numbers.len(), activation.parameters.len());
    Function::new(activation, |one| {
        let mut declared = activation.parameters.iter();
        numbers[declared.position(|other| other == one).expect("a declared parameter")]
    })
}

/// The chain of a function without parameters, or with the parameters `numbers`.
pub fn chain(id: &str, numbers: &[f64], depth: usize, [weight, bias, input]: [f64; 3]) -> Chain {
    Chain { function: function(id, numbers), depth, weight, bias, input }
}

/// All chains that links can describe: every function and depth, |w|, |b| and |x| up to 100.
pub fn chains() -> impl Strategy<Value = Chain> {
    let number = || {
        let special = vec![
            0.0, -0.0, 0.25, 0.5, 1.0, -1.0, 2.0, 4.0, -4.0, 100.0, -100.0, 5e-324, -1e-300,
            1e-160, -1e-20,
        ];
        prop_oneof![4 => -100.0..=100.0, 4 => -4.0..=4.0, 3 => select(special)]
    };
    let depth = prop_oneof![1 => 1..=MAX_DEPTH, 1 => 1..=10usize];
    (functions(), depth, [number(), number(), number()]).prop_map(chain_of)
}

/// Chains of moderate numbers.
pub fn moderate_chains() -> impl Strategy<Value = Chain> {
    let number = || prop_oneof![4 => -4.0..=4.0, 1 => Just(0.0), 1 => Just(1.0)];
    (functions(), 1..=12usize, [number(), number(), number()]).prop_map(chain_of)
}

/// Chains shallow enough for difference quotients.
pub fn shallow_chains() -> impl Strategy<Value = Chain> {
    let number = || -2.0..=2.0;
    (functions(), 1..=5usize, [number(), number(), number()]).prop_map(chain_of)
}

/// Chains, each with the number of one of its layers.
pub fn chains_with_layer(
    chains: impl Strategy<Value = Chain>,
) -> impl Strategy<Value = (Chain, usize)> {
    chains.prop_flat_map(|chain| (Just(chain), 1..=chain.depth))
}

fn chain_of((function, depth, [weight, bias, input]): (Function, usize, [f64; 3])) -> Chain {
    Chain { function, depth, weight, bias, input }
}

/// Every function, with parameters anywhere in their ranges.
fn functions() -> impl Strategy<Value = Function> {
    (0..all().count()).prop_flat_map(|index| {
        let activation = all().nth(index).expect("an index below the count");
        let numbers: Vec<_> = activation.parameters.iter().map(parameter).collect();
        numbers.prop_map(|numbers| function(activation.id, &numbers))
    })
}

fn parameter(parameter: &Parameter) -> impl Strategy<Value = f64> + use<> {
    let Parameter { min, max, default, .. } = *parameter;
    prop_oneof![3 => min..=max, 1 => select(vec![min, max]), 2 => Just(default)]
}
