//! Derivatives compared with automatic differentiation by dual numbers. The values and slopes of the functions
//! have tests of their own.

use activation_lab::models::chain::Chain;
use proptest::prop_assert;
use proptest::prop_assert_eq;
use proptest::prop_assume;
use proptest::proptest;

use super::by_hand::ByHand;
use super::by_hand::Variable;
use super::domain::chains_with_layer;
use super::domain::config;
use super::domain::moderate_chains;
use crate::dual::Dual;

/// The output and its derivative with respect to one variable.
fn differentiated(chain: &Chain, variable: Variable) -> (f64, f64) {
    let mut dual = ByHand {
        function: chain.function,
        input: Dual::from(chain.input),
        layers: vec![(Dual::from(chain.weight), Dual::from(chain.bias)); chain.depth],
    };
    dual.variable(variable).eps = 1.0;
    let output = dual.output();
    (output.re, output.eps)
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn derivatives_agree((chain, layer) in chains_with_layer(moderate_chains())) {
        let pass = chain.run();
        // The product and the sum of a layer round the derivative twice on each side.
        let relative = 8.0 * f64::EPSILON * chain.depth as f64;
        for (variable, derivative) in [
            (Variable::Input, pass.gradient()),
            (Variable::Weight(layer), pass.weight_gradient(layer)),
            (Variable::Bias(layer), pass.bias_gradient(layer)),
        ] {
            // The dual numbers are plain f64, which underflows; a factor is at most some 10¹⁴.
            prop_assume!(derivative.sign() == 0.0 || derivative.log10().abs() < 250.0);
            let (output, expected) = differentiated(&chain, variable);
            prop_assume!(output.is_finite() && expected.is_finite());
            let derivative = derivative.value();
            prop_assert_eq!(pass.output(), output, "{:?}", chain);
            prop_assert!(
                (derivative - expected).abs() <= relative * expected.abs(),
                "{chain:?}, {variable:?}: {derivative} and {expected}"
            );
        }
    }
}
