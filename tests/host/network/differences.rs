//! Gradients compared with a plain network in f64, which computes one point and one neuron at a time.
//! Its own gradients are compared with difference quotients of its loss.

use activation_lab::models::dataset::Dataset;
use activation_lab::models::network::Network;
use activations::Function;
use activations::all;

use super::gradient;

/// The computation of `Network` in f64, without SIMD lanes.
struct Plain {
    function: Function,
    depth: usize,
    width: usize,
    parameters: Vec<f64>,
}

impl Plain {
    /// For each layer the index of its first parameter, its inputs and its outputs.
    fn shapes(&self) -> Vec<(usize, usize, usize)> {
        let mut start = 0;
        let layers = (0..=self.depth).map(|layer| {
            let inputs = if layer == 0 { 2 } else { self.width };
            let outputs = if layer == self.depth { 1 } else { self.width };
            let shape = (start, inputs, outputs);
            start += (inputs + 1) * outputs;
            shape
        });
        layers.collect()
    }

    /// The inputs and the pre-activations of every layer; the last pre-activation is the logit.
    fn forward(&self, x: f64, y: f64) -> (Vec<Vec<f64>>, Vec<Vec<f64>>) {
        let mut signal = vec![x, y];
        let (mut inputs, mut sums) = (Vec::new(), Vec::new());
        for (start, count, outputs) in self.shapes() {
            let neuron = |neuron| {
                let row = &self.parameters[start + neuron * (count + 1)..][..=count];
                let products = row.iter().zip(&signal).map(|(weight, input)| weight * input);
                row[count] + products.sum::<f64>()
            };
            let z: Vec<f64> = (0..outputs).map(neuron).collect();
            let next = z.iter().map(|z| self.function.value(*z)).collect();
            inputs.push(std::mem::replace(&mut signal, next));
            sums.push(z);
        }
        (inputs, sums)
    }

    fn loss(&self, data: &Dataset) -> f64 {
        let each = each(data).map(|(x, y, label)| {
            let logit = self.forward(x, y).1[self.depth][0];
            (if label == 1.0 { -logit } else { logit }).exp().ln_1p()
        });
        each.sum::<f64>() / data.x.len() as f64
    }

    /// For each kink, point and neuron of a hidden layer whether the pre-activation is beyond the
    /// kink.
    fn beyond_kinks(&self, data: &Dataset) -> Vec<bool> {
        let kinks = self.function.kinks();
        let sums = each(data).flat_map(|(x, y, _)| self.forward(x, y).1[..self.depth].concat());
        sums.flat_map(|z| kinks.iter().map(move |kink| z > kink.at)).collect()
    }

    fn gradient(&self, data: &Dataset) -> Vec<f64> {
        let mut gradient = vec![0.0; self.parameters.len()];
        for (x, y, label) in each(data) {
            let (inputs, sums) = self.forward(x, y);
            let probability = 1.0 / (1.0 + (-sums[self.depth][0]).exp());
            let mut deltas = vec![(probability - label) / data.x.len() as f64];
            for (layer, (start, count, _)) in self.shapes().into_iter().enumerate().rev() {
                let mut before = vec![0.0; count];
                for (neuron, delta) in deltas.iter().enumerate() {
                    let row = start + neuron * (count + 1);
                    for input in 0..count {
                        gradient[row + input] += delta * inputs[layer][input];
                        before[input] += delta * self.parameters[row + input];
                    }
                    gradient[row + count] += delta;
                }
                if layer > 0 {
                    for (delta, z) in before.iter_mut().zip(&sums[layer - 1]) {
                        *delta *= self.function.gradient(*z);
                    }
                }
                deltas = before;
            }
        }
        gradient
    }
}

/// The points with their labels.
fn each(data: &Dataset) -> impl Iterator<Item = (f64, f64, f64)> {
    let places = data.x.iter().zip(&data.y).zip(&data.positive);
    places
        .map(|((x, y), positive)| (f64::from(*x), f64::from(*y), if *positive { 1.0 } else { 0.0 }))
}

/// Networks with every function in several shapes, each after a little training, with their copies in
/// f64.
fn pairs() -> impl Iterator<Item = (Network, Plain, Dataset)> {
    let shapes = [(1, 3), (2, 8), (3, 5), (8, 2)];
    let all = all().flat_map(move |activation| shapes.map(|shape| (activation, shape)));
    let pairs = all.map(|(activation, (depth, width))| {
        let function = Function::with_defaults(activation);
        let data = Dataset::new("moons", 0.1, 7);
        let mut network = Network::new(function, depth, width, 3);
        // After one epoch the biases are no longer 0.
        network.train_epoch(&data, 0.05, 25, 3, 0);
        let parameters = network.parameters().iter().copied().map(f64::from).collect();
        (network, Plain { function, depth, width, parameters }, data)
    });
    // A function that grows fast may have diverged in a deep network.
    pairs.filter(|(_, plain, data)| plain.loss(data) < 10.0)
}

#[test]
fn gradients_agree_with_f64() {
    for (network, plain, data) in pairs() {
        for (measured, expected) in gradient(&network, &data).iter().zip(plain.gradient(&data)) {
            // Weights of about 1 and the sums of each layer round to 6e−8.
            assert!(
                (measured - expected).abs() <= 1e-6,
                "{}, {} × {}: {measured} and {expected}",
                plain.function.activation.id,
                plain.depth,
                plain.width
            );
        }
    }
}

#[test]
fn gradients_agree_with_difference_quotients() {
    const STEP: f64 = 1e-5;
    let (mut compared, mut skipped) = (0, 0);
    for (_, mut plain, data) in pairs() {
        let gradient = plain.gradient(&data);
        for (index, gradient) in gradient.into_iter().enumerate() {
            let here = plain.parameters[index];
            let ends = [-2.0, -1.0, 1.0, 2.0].map(|steps| {
                plain.parameters[index] = here + steps * STEP;
                (plain.loss(&data), plain.beyond_kinks(&data))
            });
            plain.parameters[index] = here;
            // Some ends are on different sides of a kink.
            if ends.iter().any(|end| end.1 != ends[0].1) {
                skipped += 1;
                continue;
            }
            compared += 1;
            let [wide, narrow] = [(0, 3, 4.0), (1, 2, 2.0)]
                .map(|(low, high, steps)| (ends[high].0 - ends[low].0) / (steps * STEP));
            // With twice the step the error is four times as large, or twice where f″ jumps. The rounding of
            // the loss is divided by the step.
            let tolerance = 2.0 * (wide - narrow).abs() + 1e-8;
            assert!(
                (narrow - gradient).abs() <= tolerance,
                "{}, {} × {}, {index}: {narrow} and {gradient} ± {tolerance:e}",
                plain.function.activation.id,
                plain.depth,
                plain.width
            );
        }
    }
    assert!(skipped < compared / 20, "{skipped} of {compared}");
}
