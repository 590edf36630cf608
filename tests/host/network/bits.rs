//! Whole trainings, pinned to the last bit, because the page must give the same numbers.

use activation_lab::models::dataset::Dataset;
use activation_lab::models::network::Network;

use super::function;

/// Data set, function, depth, width, batch size; the loss after [`EPOCHS`] epochs, and the bits of all
/// parameters folded into one number.
const PINNED: [(&str, &str, usize, usize, usize, f64, u32); 8] = [
    ("moons", "tanh", 2, 8, 10, 0.20487304732640838, 0x4e427846),
    ("spiral", "sigmoid", 3, 8, 10, 0.6939940555107889, 0xa225c2e5),
    ("xor", "relu", 2, 8, 30, 0.3970041251107169, 0xa80f3dcf),
    ("circle", "leaky-relu", 1, 4, 7, 0.44050205004010623, 0xe8a3295a),
    ("moons", "elu", 4, 5, 10, 0.22659003798988991, 0xdf627870),
    ("xor", "maxout", 2, 6, 200, 0.6949625374138527, 0xfa4349c9),
    ("linear", "identity", 8, 16, 10, 0.010141812371423213, 0x6b13071e),
    ("circle", "step", 2, 3, 1, 0.6981447710240245, 0x9ea96d23),
];
const EPOCHS: u32 = 5;

#[test]
fn training_comes_to_the_same_bits() {
    let mut measured = Vec::new();
    for (set, id, depth, width, batch, ..) in PINNED {
        let data = Dataset::new(set, 0.1, 1);
        let mut network = Network::new(function(id), depth, width, 1);
        for epoch in 0..EPOCHS {
            network.train_epoch(&data, 0.1, batch, 1, epoch);
        }
        let parameters = network.parameters().iter();
        let fold = parameters.fold(0_u32, |sum, one| sum.rotate_left(5) ^ one.to_bits());
        measured.push((set, id, depth, width, batch, network.measure(&data).loss, fold));
    }
    assert_eq!(measured, PINNED);
}
