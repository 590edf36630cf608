//! The classify demo shows which functions and seeds learn and which do not.

use activation_lab::models::dataset::Dataset;
use activation_lab::models::network::Measure;
use activation_lab::models::network::Network;

use super::function;

/// The network with this function after some epochs with batches of 10.
fn trained(
    id: &str,
    (depth, width): (usize, usize),
    data: &Dataset,
    rate: f32,
    epochs: u32,
) -> Network {
    let mut network = Network::new(function(id), depth, width, 1);
    for epoch in 0..epochs {
        network.train_epoch(data, rate, 10, 1, epoch);
    }
    network
}

fn measure(id: &str, shape: (usize, usize), data: &Dataset, epochs: u32) -> Measure {
    trained(id, shape, data, 0.1, epochs).measure(data)
}

#[test]
fn xor_takes_an_activation() {
    for seed in [1, 2] {
        let data = Dataset::new("xor", 0.05, seed);
        for id in ["tanh", "relu", "leaky-relu", "elu", "maxout"] {
            let Measure { loss, accuracy } = measure(id, (2, 8), &data, 50);
            assert!(accuracy > 0.95 && loss < 0.2, "{id}: {loss}, {accuracy}");
        }
        // A line leaves at least a quarter of four equal quadrants on the wrong side. The smallest
        // loss is near that of a constant, ln 2 = 0.693.
        let Measure { loss, accuracy } = measure("identity", (2, 8), &data, 50);
        assert!(accuracy < 0.65 && loss > 0.65, "identity: {loss}, {accuracy}");
    }
}

#[test]
fn a_circle_takes_an_activation() {
    let data = Dataset::new("circle", 0.05, 1);
    let Measure { accuracy, .. } = measure("tanh", (1, 8), &data, 60);
    assert!(accuracy > 0.95, "{accuracy}");
    let Measure { accuracy, .. } = measure("identity", (1, 8), &data, 60);
    assert!(accuracy < 0.65, "{accuracy}");
}

#[test]
fn a_line_is_enough_for_the_linear_set() {
    let data = Dataset::new("linear", 0.0, 1);
    let Measure { loss, accuracy } = measure("identity", (1, 2), &data, 50);
    assert!(accuracy == 1.0 && loss < 0.1, "{loss}, {accuracy}");
}

#[test]
fn moons_and_spiral_are_learned() {
    let moons = Dataset::new("moons", 0.05, 1);
    let Measure { accuracy, .. } = measure("tanh", (2, 8), &moons, 60);
    assert!(accuracy > 0.98, "{accuracy}");
    let spiral = Dataset::new("spiral", 0.05, 1);
    let Measure { accuracy, .. } = measure("relu", (3, 8), &spiral, 150);
    assert!(accuracy > 0.9, "{accuracy}");
}

#[test]
fn loss_falls_and_starts_near_a_coins() {
    let data = Dataset::new("moons", 0.1, 2);
    let mut network = Network::new(function("tanh"), 2, 8, 1);
    let mut losses = vec![network.measure(&data).loss];
    for epoch in 0..20 {
        network.train_epoch(&data, 0.03, 10, 1, epoch);
        losses.push(network.measure(&data).loss);
    }
    assert!((0.2..2.0).contains(&losses[0]), "{losses:?}");
    assert!(losses[20] < 0.5 * losses[0], "{losses:?}");
}

/// A sigmoid's slope is at most ¼, so each of the eight layers reduces the gradient by more than a
/// factor of four.
#[test]
fn a_deep_sigmoid_network_hardly_trains_its_first_layer() {
    let data = Dataset::new("moons", 0.1, 1);
    let norms = |id: &str| trained(id, (8, 8), &data, 0.1, 5).gradient_norms(&data);
    let sigmoid = norms("sigmoid");
    assert_eq!(sigmoid.len(), 9);
    assert!(sigmoid[0] < 1e-4 * sigmoid[8], "{sigmoid:?}");
    assert!(sigmoid[0] > 0.0, "{sigmoid:?}");
    let relu = norms("relu");
    assert!(relu[0] > 0.1 * relu[8], "{relu:?}");
}
