//! Layers that are exactly on a kink.

use activation_lab::models::chain::Layer;
use activations::numerics::Product;

use super::domain::chain;

/// An activation's id, its parameters, and the conventional f′(0) of
/// frameworks.
const CONVENTIONS: [(&str, &[f64], f64); 7] = [
    ("relu", &[], 0.0),
    ("step", &[], 0.0),
    ("leaky-relu", &[0.1], 0.1),
    ("elu", &[2.5], 2.5),
    ("maxout", &[-0.5, 0.0, 1.0, 0.0], -0.5),
    ("maxout", &[1.0, 0.0, -0.5, 0.0], 1.0),
    ("maxout", &[0.5, 0.0, 0.0, 0.0], 0.5),
];

#[test]
fn conventions_are_the_frameworks() {
    for (id, parameters, convention) in CONVENTIONS {
        for bias_and_input in [[0.0, 0.0], [0.0, -0.0], [-3.0, 1.5], [3.0, -1.5]] {
            let [bias, input] = bias_and_input;
            let pass = chain(id, parameters, 1, [2.0, bias, input]).run();
            let Layer { z, slope, factor, at_kink, .. } = pass.layers[0];
            assert!(at_kink, "{id}");
            assert_eq!((z, slope, factor), (0.0, convention, 2.0 * convention), "{id}");
            assert_eq!(pass.gradient(), Product::new(2.0 * convention), "{id}");
            assert_eq!(pass.bias_gradient(1), Product::new(convention), "{id}");
            assert_eq!(pass.weight_gradient(1), Product::new(convention * input), "{id}");
        }
    }
}

#[test]
fn every_layer_says_whether_it_is_on_a_kink() {
    // a alternates between 1 and 0, and so does z = 1 − a.
    let pass = chain("relu", &[], 4, [-1.0, 1.0, 0.0]).run();
    let kinks: Vec<_> = pass.layers.iter().map(|layer| (layer.z, layer.at_kink)).collect();
    assert_eq!(kinks, [(1.0, false), (0.0, true), (1.0, false), (0.0, true)]);
}

#[test]
fn just_beside_is_not_on_a_kink() {
    for (id, parameters, _) in CONVENTIONS {
        for input in [f64::MIN_POSITIVE, -f64::MIN_POSITIVE, 5e-324, -1e-300] {
            let pass = chain(id, parameters, 1, [1.0, 0.0, input]).run();
            assert!(!pass.layers[0].at_kink, "{id} at {input}");
        }
    }
}

#[test]
fn smooth_functions_have_none() {
    for (id, parameters) in
        [("sigmoid", [].as_slice()), ("tanh", &[]), ("identity", &[]), ("elu", &[1.0])]
    {
        let pass = chain(id, parameters, 3, [1.0, 0.0, 0.0]).run();
        assert!(pass.layers.iter().all(|layer| !layer.at_kink), "{id}");
    }
}

#[test]
fn a_kink_can_be_elsewhere() {
    // 2 z − 1 and −2 z + 5 cross at 1.5.
    let pass = chain("maxout", &[2.0, -1.0, -2.0, 5.0], 2, [1.0, 0.5, 1.0]).run();
    assert_eq!(pass.layers.iter().map(|layer| layer.at_kink).collect::<Vec<_>>(), [true, false]);
}
