//! Derivatives compared with difference quotients, in chains shallow enough for such quotients.

use activation_lab::models::chain::Chain;
use proptest::prop_assert;
use proptest::prop_assume;
use proptest::proptest;

use super::by_hand::ByHand;
use super::by_hand::Variable;
use super::domain::chains_with_layer;
use super::domain::config;
use super::domain::shallow_chains;
use super::rounding::rounding;

/// The step with about equal errors from truncation (h⁴ after the extrapolation) and rounding (ε /
/// h).
const STEP: f64 = 1e-3;

/// The chain with a small change of one variable.
fn moved(chain: &Chain, variable: Variable, by: f64) -> ByHand<f64> {
    let mut moved = ByHand::new(chain);
    *moved.variable(variable) += by;
    moved
}

fn quotient(chain: &Chain, variable: Variable, step: f64) -> f64 {
    let output = |by: f64| moved(chain, variable, by).run()[chain.depth - 1].1;
    let place = |by: f64| *moved(chain, variable, by).variable(variable);
    (output(step) - output(-step)) / (place(step) - place(-step))
}

/// Whether z of some layer crosses a kink between one end of the step, its middle and the other
/// end. 0 counts as a kink, because ELU's f″ jumps there even for α = 1. Three places suffice:
/// each layer's z is monotone in the variable as long as no layer before it has crossed a kink.
fn passes_a_kink(chain: &Chain, variable: Variable) -> bool {
    let mut places: Vec<_> = chain.function.kinks().iter().map(|kink| kink.at).collect();
    places.push(0.0);
    let ends = [-STEP, 0.0, STEP].map(|by| moved(chain, variable, by).run());
    (0..chain.depth).any(|layer| {
        let mut sides = places.iter().flat_map(|at| {
            let offsets = [0, 1, 2].map(|end: usize| ends[end][layer].0 - at);
            [offsets[0] * offsets[1], offsets[1] * offsets[2]]
        });
        sides.any(|product| product <= 0.0)
    })
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn derivatives_agree((chain, layer) in chains_with_layer(shallow_chains())) {
        let pass = chain.run();
        // tanh and exp_m1 of the C library are right to 2 ε. Maxout's w·x + b rounds terms of 3
        // |z| and 5.
        let error = rounding(&chain, |z, _| 2.0 * f64::EPSILON * (3.0 * z.abs() + 5.0));
        // The rounding error of the quotients. A step of h hardly changes this bound.
        let rounded = 4.0 * error.signals[chain.depth] / STEP;
        for (variable, derivative) in [
            (Variable::Input, pass.gradient()),
            (Variable::Weight(layer), pass.weight_gradient(layer)),
            (Variable::Bias(layer), pass.bias_gradient(layer)),
        ] {
            if passes_a_kink(&chain, variable) {
                continue;
            }
            let wide = quotient(&chain, variable, STEP);
            let narrow = quotient(&chain, variable, STEP / 2.0);
            // Richardson extrapolation: with half the step the truncation error is a quarter, up
            // to terms in h⁴.
            let measured = narrow + (narrow - wide) / 3.0;
            let tolerance = (narrow - measured).abs() + rounded;
            prop_assume!(tolerance <= 1e-4 * (1.0 + measured.abs()));
            let derivative = derivative.value();
            prop_assert!(
                (derivative - measured).abs() <= tolerance,
                "{chain:?}, {variable:?}: {derivative}, measured {measured} ± {tolerance}"
            );
        }
    }
}
