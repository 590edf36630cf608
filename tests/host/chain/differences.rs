//! Derivatives compared with difference quotients, in chains shallow enough for such quotients.

use activation_lab::models::chain::{Chain, Pass};
use proptest::prop_assert;
use proptest::prop_assume;
use proptest::proptest;

use super::by_hand::ByHand;
use super::by_hand::Variable;
use super::domain::chains_with_layer;
use super::domain::config;
use super::domain::shallow_chains;
use super::rounding::rounding;

/// The step with about equal errors from truncation (h) and rounding (ε / h).
const STEP: f64 = 1e-7;

/// The chain with a small change of one variable.
fn moved(chain: &Chain, variable: Variable, by: f64) -> ByHand<f64> {
    let mut moved = ByHand::new(chain);
    *moved.variable(variable) += by;
    moved
}

fn quotient(chain: &Chain, variable: Variable) -> f64 {
    let output = |by: f64| moved(chain, variable, by).run()[chain.depth - 1].1;
    let place = |by: f64| *moved(chain, variable, by).variable(variable);
    (output(STEP) - output(-STEP)) / (place(STEP) - place(-STEP))
}

/// Whether z of some layer crosses a kink between one end of the step, its middle and the other
/// end. Three places suffice: each layer's z hardly bends over so short a step.
fn passes_a_kink(chain: &Chain, variable: Variable) -> bool {
    let places: Vec<_> = chain.function.kinks().iter().map(|kink| kink.at).collect();
    let ends = [-STEP, 0.0, STEP].map(|by| moved(chain, variable, by).run());
    (0..chain.depth).any(|layer| {
        let mut sides = places.iter().flat_map(|at| {
            let offsets = [0, 1, 2].map(|end: usize| ends[end][layer].0 - at);
            [offsets[0] * offsets[1], offsets[1] * offsets[2]]
        });
        sides.any(|product| product <= 0.0)
    })
}

/// A bound on the second derivative of the output by a variable of a layer, or by the input: the sum over the
/// layers of f″ times the square of dz, carried to the end. In its own layer, dz is `start`.
fn bend(chain: &Chain, pass: &Pass, layer: usize, start: f64) -> f64 {
    let mut dz = start;
    let mut bend = 0.0;
    for (index, one) in pass.layers.iter().enumerate().skip(layer - 1) {
        let reaches = pass.reaches(index + 1).value().abs();
        bend += chain.function.facts().curvature * dz * dz * reaches;
        dz *= one.slope * chain.weight;
    }
    bend
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn derivatives_agree((chain, layer) in chains_with_layer(shallow_chains())) {
        prop_assume!(chain.function.facts().curvature.is_finite());
        let pass = chain.run();
        // The rounding error of the quotients. A step of h hardly changes this bound.
        let rounded = 4.0 * rounding(&chain).signals[chain.depth] / STEP;
        let before = if layer == 1 { chain.input } else { pass.layers[layer - 2].a };
        for (variable, derivative, first, start) in [
            (Variable::Input, pass.gradient(), 1, chain.weight),
            (Variable::Weight(layer), pass.weight_gradient(layer), layer, before),
            (Variable::Bias(layer), pass.bias_gradient(layer), layer, 1.0),
        ] {
            if passes_a_kink(&chain, variable) {
                continue;
            }
            let measured = quotient(&chain, variable);
            // A central quotient is off by h/2 times the second derivative. This is doubled, because the slopes
            // in the bound change a little over the step.
            let tolerance = STEP * bend(&chain, &pass, first, start) + rounded;
            prop_assume!(tolerance <= 1e-4 * (1.0 + measured.abs()));
            let derivative = derivative.value();
            prop_assert!(
                (derivative - measured).abs() <= tolerance,
                "{chain:?}, {variable:?}: {derivative}, measured {measured} ± {tolerance}"
            );
        }
    }
}
