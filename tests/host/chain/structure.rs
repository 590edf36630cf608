//! Relations between the numbers of a pass, over the whole range of chains.

use activation_lab::models::chain::Chain;
use activation_lab::models::chain::MAX_DEPTH;
use activations::numerics::Product;
use proptest::prop_assert;
use proptest::prop_assert_eq;
use proptest::proptest;

use super::by_hand::ByHand;
use super::domain::chain;
use super::domain::chains;
use super::domain::chains_with_layer;
use super::domain::config;

/// Whether two products of the same `factors`, multiplied in different orders, agree.
fn is_close(first: Product, second: Product, factors: usize) -> bool {
    // Each factor rounds by ε / 2 in either order, and the logarithms by 2 ε of their size.
    // The error of log₁₀ is that of the natural logarithm over ln 10; this divisor is left out.
    let size = first.log10().abs().max(1.0);
    let tolerance = f64::EPSILON * (factors as f64 + 4.0 * size);
    first.sign() == second.sign()
        && (first.log10() == second.log10() || (first.log10() - second.log10()).abs() <= tolerance)
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn signals_are_those_by_hand(chain in chains()) {
        let pass = chain.run();
        let signals: Vec<_> = pass.layers.iter().map(|layer| (layer.z, layer.a)).collect();
        prop_assert_eq!(&signals, &ByHand::new(&chain).run());
        prop_assert_eq!(pass.input.to_bits(), chain.input.to_bits());
        prop_assert_eq!(pass.output(), signals[chain.depth - 1].1);
        for layer in &pass.layers {
            prop_assert_eq!(layer.slope, chain.function.gradient(layer.z));
            prop_assert_eq!(layer.factor, chain.weight * layer.slope);
        }
    }

    #[test]
    fn gradients_are_products_of_factors((chain, layer) in chains_with_layer(chains())) {
        let pass = chain.run();
        let product = |range: std::ops::Range<usize>| {
            pass.layers[range].iter().fold(Product::ONE, |product, layer| {
                product.times(layer.slope).times(chain.weight)
            })
        };
        let factors = 4 * chain.depth;
        prop_assert!(is_close(pass.gradient(), product(0..chain.depth), factors));
        prop_assert!(is_close(pass.reaches(layer), product(layer..chain.depth), factors));
        prop_assert!(is_close(pass.layers[layer - 1].reach, product(0..layer), factors));
        // The gradient of the bias times the weight is the gradient of the layer's input.
        let through = pass.bias_gradient(layer).times(chain.weight);
        prop_assert!(is_close(through, pass.reaches(layer - 1), factors));
        let signal = if layer == 1 { chain.input } else { pass.layers[layer - 2].a };
        prop_assert_eq!(pass.weight_gradient(layer), pass.bias_gradient(layer).times(signal));
    }

    #[test]
    fn the_ends_of_the_way_back((chain, layer) in chains_with_layer(chains())) {
        let pass = chain.run();
        prop_assert_eq!(pass.reaches(0), pass.gradient());
        prop_assert_eq!(pass.reaches(chain.depth), Product::ONE);
        prop_assert_eq!(pass.reaches(layer), pass.layers[layer - 1].gradient);
        let shallow = Chain { depth: layer, ..chain }.run();
        prop_assert_eq!(pass.layers[layer - 1].reach, shallow.gradient());
        prop_assert_eq!(pass.layers[layer - 1].a, shallow.output());
    }
}

#[test]
fn depth_is_clamped() {
    for (depth, layers) in [(0, 1), (1, 1), (7, 7), (MAX_DEPTH, 1000), (usize::MAX, 1000)] {
        let pass = chain("tanh", &[], depth, [1.0, 0.0, 1.0]).run();
        assert_eq!(pass.layers.len(), layers);
    }
}
