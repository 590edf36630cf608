//! Properties that every network has, before and after training.

use activation_lab::models::dataset::Dataset;
use activation_lab::models::dataset::IDS;
use activation_lab::models::network::MAX_DEPTH;
use activation_lab::models::network::MAX_WIDTH;
use activation_lab::models::network::Network;
use activations::Function;
use activations::{ALL, all};

use super::function;

fn bits(network: &Network) -> Vec<u32> {
    network.parameters().iter().copied().map(f32::to_bits).collect()
}

#[test]
fn the_start_depends_on_shape_and_seed_alone() {
    let start = |activation, depth, width, seed| {
        bits(&Network::new(Function::with_defaults(activation), depth, width, seed))
    };
    let expected = start(&ALL[0], 3, 8, 5);
    for activation in all() {
        assert_eq!(start(activation, 3, 8, 5), expected, "{}", activation.id);
    }
    assert_ne!(start(&ALL[0], 3, 8, 6), expected);
}

#[test]
fn weights_start_within_glorots_range_and_biases_at_0() {
    let (depth, width) = (3, 16);
    let network = Network::new(function("tanh"), depth, width, 1);
    let mut rest = network.parameters();
    for (inputs, outputs) in [(2, width), (width, width), (width, width), (width, 1)] {
        let (layer, after) = rest.split_at(outputs * (inputs + 1));
        rest = after;
        let reach = (6.0 / (inputs + outputs) as f32).sqrt();
        let mut largest = 0.0_f32;
        for row in layer.chunks(inputs + 1) {
            let (bias, weights) = row.split_last().expect("a bias");
            assert_eq!(*bias, 0.0);
            largest = weights.iter().fold(largest, |largest, weight| largest.max(weight.abs()));
        }
        // At least 16 uniform numbers are drawn. All of them are below half the range
        // for one seed in 65,000.
        assert!(largest <= reach && largest > reach / 2.0, "{largest} of {reach}");
    }
    assert!(rest.is_empty());
}

#[test]
fn depth_and_width_are_clamped() {
    let count = |depth, width| Network::new(function("relu"), depth, width, 1).parameters().len();
    assert_eq!(count(0, 0), count(1, 1));
    assert_eq!(count(1, 1), 3 + 2);
    assert_eq!(count(99, 99), count(MAX_DEPTH, MAX_WIDTH));
    assert_eq!(count(2, 3), 3 * 3 + 3 * 4 + 4);
}

#[test]
fn an_epoch_is_a_function_of_parameters_seed_and_number() {
    let data = Dataset::new("spiral", 0.1, 3);
    let mut network = Network::new(function("tanh"), 2, 8, 1);
    let mut after = vec![network.parameters().to_vec()];
    for epoch in 0..4 {
        network.train_epoch(&data, 0.1, 10, 9, epoch);
        after.push(network.parameters().to_vec());
    }
    // A network that has trained and measured with other numbers before.
    let mut other = Network::new(function("tanh"), 2, 8, 77);
    for epoch in [3, 0, 2] {
        other.measure(&Dataset::new("xor", 0.5, 1));
        other.set_parameters(&after[epoch]);
        other.train_epoch(&data, 0.1, 10, 9, epoch as u32);
        assert_eq!(other.parameters(), after[epoch + 1], "epoch {epoch}");
    }
    for (seed, epoch) in [(10, 2), (9, 3)] {
        other.set_parameters(&after[2]);
        other.train_epoch(&data, 0.1, 10, seed, epoch);
        assert_ne!(other.parameters(), after[3], "seed {seed}, epoch {epoch} shuffle alike");
    }
}

#[test]
fn a_batch_of_all_points_knows_no_order() {
    let data = Dataset::new("moons", 0.1, 1);
    let trained = |seed| {
        let mut network = Network::new(function("tanh"), 2, 6, 1);
        network.train_epoch(&data, 0.5, data.x.len(), seed, 0);
        network.parameters().to_vec()
    };
    for (a, b) in trained(1).iter().zip(trained(2)) {
        // Sums of 200 numbers of magnitude 1 or less in another order, divided by 200.
        assert!((a - b).abs() <= 1e-6, "{a} and {b}");
    }
    assert_ne!(trained(1), trained(2), "the order is the same");
}

#[test]
fn points_in_another_order_measure_alike() {
    let data = Dataset::new("circle", 0.2, 4);
    let reversed = Dataset {
        x: data.x.iter().rev().copied().collect(),
        y: data.y.iter().rev().copied().collect(),
        positive: data.positive.iter().rev().copied().collect(),
    };
    let mut network = Network::new(function("elu"), 3, 7, 2);
    let [one, other] = [&data, &reversed].map(|data| network.measure(data));
    // The same 200 numbers of about 1, added in f64.
    assert!((one.loss - other.loss).abs() <= 1e-12, "{one:?} {other:?}");
    assert_eq!(one.accuracy, other.accuracy);
    let norms = [&data, &reversed].map(|data| network.gradient_norms(data));
    for (one, other) in norms[0].iter().zip(&norms[1]) {
        // The same numbers in f32, added in other lanes.
        assert!((one - other).abs() <= 1e-6, "{norms:?}");
    }
}

/// Lanes without a point of their own must not contribute.
#[test]
fn a_set_of_any_size_is_measured_and_differentiated() {
    let data = Dataset::new("moons", 0.3, 1);
    let mut network = Network::new(function("tanh"), 2, 5, 1);
    let first = |count: usize| Dataset {
        x: data.x[..count].to_vec(),
        y: data.y[..count].to_vec(),
        positive: data.positive[..count].to_vec(),
    };
    let mut loss = 0.0;
    for count in 1..=30 {
        let measure = network.measure(&first(count));
        let mut last = first(count);
        for index in 0..count - 1 {
            last.x[index] = last.x[count - 1];
            last.y[index] = last.y[count - 1];
            last.positive[index] = last.positive[count - 1];
        }
        loss += network.measure(&last).loss;
        // Sums of at most 30 numbers of about 1 in f64.
        assert!((measure.loss * count as f64 - loss).abs() <= 1e-12, "{count} points");
        // The gradient of copies of a point is that of the point. Sums of 30 numbers in
        // f32 round to some 1e−7.
        let one =
            Dataset { x: vec![last.x[0]], y: vec![last.y[0]], positive: vec![last.positive[0]] };
        for (one, all) in network.gradient_norms(&one).iter().zip(network.gradient_norms(&last)) {
            assert!((one - all).abs() <= 1e-6 * one, "{count} copies: {one} and {all}");
        }
    }
}

#[test]
fn logits_are_those_that_are_measured() {
    let data = Dataset::new("spiral", 0.1, 2);
    let mut network = Network::new(function("relu"), 3, 8, 4);
    for count in [1, 3, 4, 11, 12, 13, 200] {
        let mut logits = vec![f32::NAN; count];
        network.logits(&data.x[..count], &data.y[..count], &mut logits);
        let mut right = 0;
        let mut loss = 0.0;
        for (logit, positive) in logits.iter().zip(&data.positive) {
            let logit = f64::from(*logit);
            right += usize::from((logit > 0.0) == *positive);
            loss += (if *positive { -logit } else { logit }).exp().ln_1p();
        }
        let all = Dataset {
            x: data.x[..count].to_vec(),
            y: data.y[..count].to_vec(),
            positive: data.positive[..count].to_vec(),
        };
        let measure = network.measure(&all);
        assert_eq!(measure.accuracy, right as f64 / count as f64);
        // The exponential of `measure` is right to 1.2e−7.
        assert!((measure.loss - loss / count as f64).abs() <= 2e-7, "{count} points");
    }
}

/// Without an activation the boundary is one straight line, however deep the network
/// is.
#[test]
fn an_identity_network_stays_affine() {
    for id in IDS {
        let data = Dataset::new(id, 0.1, 5);
        let mut network = Network::new(function("identity"), 4, 8, 2);
        for epoch in 0..20 {
            network.train_epoch(&data, 0.05, 10, 1, epoch);
        }
        let mut logit = |x: f32, y: f32| {
            let mut out = [0.0];
            network.logits(&[x], &[y], &mut out);
            f64::from(out[0])
        };
        let origin = logit(0.0, 0.0);
        let (right, up) = (logit(1.0, 0.0) - origin, logit(0.0, 1.0) - origin);
        for (x, y) in [(3.0, 3.0), (-3.0, 1.5), (0.25, -2.75), (-1.0, -1.0)] {
            let line = origin + right * f64::from(x) + up * f64::from(y);
            // Five layers round sums of a few units to 6e−8 each.
            assert!((logit(x, y) - line).abs() <= 1e-5, "{id} at {x}, {y}: {line}");
        }
        assert!(right.hypot(up) > 0.01, "{id}: it is no line but a constant");
    }
}

#[test]
fn a_step_passes_no_gradient_on() {
    let data = Dataset::new("xor", 0.1, 1);
    let mut network = Network::new(function("step"), 3, 6, 1);
    let before = network.parameters().to_vec();
    let norms = network.gradient_norms(&data);
    assert_eq!(norms[..3], [0.0; 3]);
    assert!(norms[3] > 0.01, "{norms:?}");
    network.train_epoch(&data, 0.1, 10, 1, 0);
    let output = before.len() - 7;
    assert_eq!(network.parameters()[..output], before[..output]);
    assert_ne!(network.parameters()[output..], before[output..]);
}
