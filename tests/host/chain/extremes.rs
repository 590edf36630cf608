//! Chains whose signals overflow, shrink to 0 or saturate.

use activations::numerics::Product;
use proptest::prop_assert;
use proptest::proptest;

use super::domain::chain;
use super::domain::chains;
use super::domain::config;

proptest! {
    #![proptest_config(config())]

    #[test]
    fn never_nan(chain in chains()) {
        let pass = chain.run();
        let mut products = vec![pass.gradient(), pass.reaches(0)];
        for (index, layer) in pass.layers.iter().enumerate() {
            prop_assert!(!layer.z.is_nan() && !layer.a.is_nan(), "{chain:?}, {index}: {layer:?}");
            // Where slopes have a bound, only the gradient of a weight has a factor that may have overflowed.
            let is_finite = layer.slope.is_finite()
                && layer.factor.is_finite()
                && layer.gradient.log10() < f64::INFINITY
                && layer.reach.log10() < f64::INFINITY;
            let has_bound = chain.function.facts().steepest.is_some_and(f64::is_finite);
            prop_assert!(is_finite || !has_bound, "{chain:?}: {layer:?}");
            products.extend([
                layer.gradient,
                layer.reach,
                pass.weight_gradient(index + 1),
                pass.bias_gradient(index + 1),
            ]);
        }
        for product in products {
            for number in [product.value(), product.sign(), product.log10()] {
                prop_assert!(!number.is_nan(), "{chain:?}: {product:?}");
            }
        }
    }
}

/// Readouts would show −0 as "−0".
#[test]
fn flat_layers_give_plain_zero() {
    for weight in [-1.0, -0.0] {
        let pass = chain("relu", &[], 2, [weight, -1.0, 1.0]).run();
        assert_eq!(pass.layers[0].factor.to_bits(), 0);
        assert_eq!(pass.gradient().value().to_bits(), 0);
    }
    assert_eq!(chain("tanh", &[], 1, [-0.0, 0.0, 1.0]).run().layers[0].z.to_bits(), 0);
}

#[test]
fn exploding_signals_leave_gradients_right() {
    // The signal changes its sign at every layer, so that Leaky ReLU's slopes are 0.5, 1, 0.5,
    // 1, …
    let pass = chain("leaky-relu", &[0.5], 1000, [-64.0, 0.0, 1.0]).run();
    assert_eq!(pass.output(), f64::INFINITY);
    let half = 2f64.powi(-500);
    let log2 = pass.gradient().times(half).log10() / std::f64::consts::LOG10_2;
    // 64 and ½ are powers of two, so only the logarithm rounds, by 4 ε.
    assert!((log2 - (6000.0 - 1000.0)).abs() <= 4.0 * f64::EPSILON * 5000.0, "{log2}");
    assert_eq!(pass.weight_gradient(1000).value(), f64::NEG_INFINITY);
    assert_eq!(pass.bias_gradient(1000).value(), 1.0);
}

/// 0.25¹⁰⁰⁰ is far below the smallest f64. A signal of 0 would be at the kink, where the slope
/// differs.
#[test]
fn fading_signals_keep_their_side_of_the_kink() {
    for (id, parameters, input, slope) in [
        ("relu", [].as_slice(), 1.0, 1.0),
        ("leaky-relu", &[0.125], 1.0, 1.0),
        ("leaky-relu", &[0.125], -1.0, 0.125),
        ("elu", &[2.0], 1.0, 1.0),
        ("maxout", &[-0.5, 0.0, 1.0, 0.0], 1.0, 1.0),
        ("identity", &[], -1.0, 1.0),
    ] {
        let pass = chain(id, parameters, 1000, [0.25, 0.0, input]).run();
        let expected = (0..1000).fold(Product::ONE, |product, _| product.times(0.25 * slope));
        // Products of powers of two are exact.
        assert_eq!(pass.gradient(), expected, "{id} from {input}");
        assert!(pass.output().abs() <= f64::MIN_POSITIVE && pass.output() * input > 0.0, "{id}");
        assert!(pass.layers.iter().all(|layer| !layer.at_kink), "{id} from {input}");
    }
}

/// The documentation of `Pass` gives the places where slopes underflow.
#[test]
fn saturated_slopes() {
    for (id, parameters, digits, still, gone) in [
        ("sigmoid", [].as_slice(), 708.0, 744.0, 746.0),
        ("tanh", &[], 354.0, 372.5, 373.5),
        ("elu", &[1.0], 708.0, 744.0, 746.0),
    ] {
        let gradient = |z: f64| chain(id, parameters, 1, [1.0, 0.0, -z]).run().gradient();
        assert!(gradient(digits).value() >= f64::MIN_POSITIVE, "{id}");
        assert!(gradient(still).sign() > 0.0, "{id}");
        assert_eq!(gradient(gone), Product::new(0.0), "{id}");
    }
}

/// The local factor w·f′(z) underflows here, but the gradient does not.
#[test]
fn a_tiny_weight_times_a_tiny_slope() {
    let pass = chain("sigmoid", &[], 1, [1e-200, -600.0, 1.0]).run();
    assert_eq!(pass.layers[0].factor, 0.0);
    // log₁₀ e⁻⁶⁰⁰ − 200
    let expected = -600.0 * std::f64::consts::LOG10_E - 200.0;
    assert!((pass.gradient().log10() - expected).abs() <= 4.0 * f64::EPSILON * 500.0);
}
