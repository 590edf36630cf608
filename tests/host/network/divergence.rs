//! A training that overflows is recognised, and its later numbers are harmless.

use activation_lab::models::dataset::Dataset;
use activation_lab::models::network::Network;
use activations::Function;
use activations::all;

use super::function;

#[test]
fn an_overflow_shows_in_the_loss() {
    let data = Dataset::new("spiral", 0.5, 1);
    let mut seen = 0;
    for activation in all() {
        for rate in [1e3, 1e10, 1e30, f32::MAX] {
            let mut network = Network::new(Function::with_defaults(activation), 3, 8, 1);
            for epoch in 0..5 {
                network.train_epoch(&data, rate, 10, 1, epoch);
                let measure = network.measure(&data);
                assert!(measure.loss >= 0.0, "{}: {measure:?}", activation.id);
                assert!((0.0..=1.0).contains(&measure.accuracy), "{}", activation.id);
                assert_eq!(network.gradient_norms(&data).len(), 4);
                let is_finite = network.parameters().iter().all(|one| one.is_finite());
                assert!(is_finite || measure.loss == f64::INFINITY, "{}", activation.id);
                seen += usize::from(!is_finite);
            }
        }
    }
    assert!(seen > 20, "only {seen} networks have overflowed");
}

/// Functions with a bounded range, or with the value 0 on one side, could hide
/// such a parameter.
#[test]
fn a_parameter_or_logit_that_is_not_finite_shows() {
    let data = Dataset::new("moons", 0.1, 1);
    for activation in all() {
        let mut network = Network::new(Function::with_defaults(activation), 2, 4, 1);
        let start = network.parameters().to_vec();
        assert!(network.measure(&data).loss.is_finite());
        for index in 0..start.len() {
            for bad in [f32::NAN, f32::INFINITY, f32::NEG_INFINITY] {
                let mut parameters = start.clone();
                parameters[index] = bad;
                network.set_parameters(&parameters);
                let loss = network.measure(&data).loss;
                assert_eq!(loss, f64::INFINITY, "{}, {index}: {bad}", activation.id);
            }
        }
    }
    let mut network = Network::new(function("identity"), 2, 1, 1);
    network.set_parameters(&[1e30, 0.0, 0.0, 1e30, 0.0, 1.0, 0.0]);
    assert_eq!(network.measure(&data).loss, f64::INFINITY, "finite weights, infinite logits");
}

/// The loss of a certain but wrong answer is the magnitude of its logit.
/// e^logit would overflow.
#[test]
fn large_logits_have_their_loss() {
    let data = Dataset { x: vec![1.0, 1.0], y: vec![0.0, 0.0], positive: vec![true, false] };
    let mut network = Network::new(function("identity"), 1, 1, 1);
    for logit in [0.0, 1.0, -50.0, 200.0, 1e30] {
        network.set_parameters(&[logit, 0.0, 0.0, 1.0, 0.0]);
        let right = (-f64::from(logit.abs())).exp().ln_1p();
        let expected = (f64::from(logit.abs()) + 2.0 * right) / 2.0;
        let loss = network.measure(&data).loss;
        // The exponential is right to 1.2e−7.
        assert!((loss - expected).abs() <= 2e-7 * expected.max(1.0), "{logit}: {loss} {expected}");
    }
}
