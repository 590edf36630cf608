//! Derivatives compared with automatic differentiation by dual numbers.

use activation_lab::models::chain::Chain;
use proptest::prop_assert;
use proptest::prop_assume;
use proptest::proptest;

use super::by_hand::ByHand;
use super::by_hand::Variable;
use super::domain::chains_with_layer;
use super::domain::config;
use super::domain::moderate_chains;
use super::rounding::Rounding;
use super::rounding::rounding;
use crate::dual::Dual;

/// The output and its derivative with respect to one variable.
fn differentiated(chain: &Chain, variable: Variable) -> (f64, f64) {
    let mut dual = ByHand {
        function: chain.function,
        input: Dual::from(chain.input),
        layers: vec![(Dual::from(chain.weight), Dual::from(chain.bias)); chain.depth],
    };
    dual.variable(variable).eps = 1.0;
    let output = dual.textbook_output();
    (output.re, output.eps)
}

/// The rounding error of the textbook formula of f(z): sums of terms up to ELU's 5 and maxout's 3
/// |z| + 5, with up to 8 roundings each.
fn textbook_error(z: f64, _: f64) -> f64 {
    8.0 * f64::EPSILON * (3.0 * z.abs() + 5.0)
}

/// Whether the values of maxout's pieces differ so little in some layer that rounding decides which
/// is the largest.
fn has_a_close_tie(chain: &Chain) -> bool {
    let &[w1, b1, w2, b2] = chain.function.parameters() else {
        return false;
    };
    let is_close = |z: f64| ((w1 * z + b1) - (w2 * z + b2)).abs() <= textbook_error(z, 0.0);
    ByHand::new(chain).run().iter().any(|(z, _)| is_close(*z))
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn derivatives_agree((chain, layer) in chains_with_layer(moderate_chains())) {
        let Rounding { signals, slopes } = rounding(&chain, textbook_error);
        let relative = slopes.unwrap_or(f64::INFINITY);
        // Chains that amplify errors from layer to layer may leave no digits to compare.
        prop_assume!(relative < 1e-6 && !has_a_close_tie(&chain));

        let pass = chain.run();

        // a_{k−1} may be near 0, so its error is an absolute one.
        let signal_error = pass.bias_gradient(layer).value().abs() * signals[layer - 1];
        for (variable, derivative, beside) in [
            (Variable::Input, pass.gradient(), 0.0),
            (Variable::Weight(layer), pass.weight_gradient(layer), signal_error),
            (Variable::Bias(layer), pass.bias_gradient(layer), 0.0),
        ] {
            let (output, expected) = differentiated(&chain, variable);
            let derivative = derivative.value();
            prop_assert!(
                (pass.output() - output).abs() <= signals[chain.depth],
                "{chain:?}: {} and {output}", pass.output()
            );
            prop_assert!(
                (derivative - expected).abs() <= relative * expected.abs() + beside,
                "{chain:?}, {variable:?}: {derivative} and {expected}, {relative:e}, {beside:e}"
            );
        }
    }
}
