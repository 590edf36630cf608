//! A small network that separates two classes of points in the plane, trained by stochastic gradient
//! descent.
//!
//! It computes in f32, with one sample per SIMD lane and twelve samples at a time: a [`Lanes12`] holds
//! the values of one neuron for twelve samples. All memory is allocated when the network is made.

use super::dataset::Dataset;
use super::dataset::POINTS;
use activations::Function;
use activations::simd::logistic;
use activations::simd::power;
use activations::simd::splat;
use oorandom::Rand32;
use oorandom::Rand64;
use wide::bytemuck::cast;
use wide::f32x4;

/// The largest number of hidden layers and of neurons per hidden layer.
pub const MAX_DEPTH: usize = 8;
pub const MAX_WIDTH: usize = 16;

/// One number for each of twelve samples. A batch of 10 fits, and each weight is loaded once for three
/// multiplications.
type Lanes12 = [f32x4; 3];
const ZEROS: Lanes12 = [f32x4::ZERO; 3];
/// The number of samples that pass through the network at once. More samples are split into portions.
const PORTION: usize = 12;
/// The number of lanes of an `f32x4`.
const LANES: usize = 4;

/// A network with two inputs, hidden layers of equal width and one linear output, the logit. The
/// probability of the positive class is σ(logit).
#[derive(Debug, Clone)]
pub struct Network {
    function: Function,
    layers: Vec<Layer>,
    /// The parameters layer by layer and neuron by neuron: first the weights of the neuron's inputs,
    /// then its bias. Zeros pad the last group of four.
    parameters: Vec<f32>,
    /// The number of parameters without the padding.
    count: usize,
    /// For each parameter the derivative of the summed loss, with the samples spread over the lanes.
    gradients: Vec<f32x4>,
    /// The inputs, then the values of each layer: first its pre-activations, which its activations
    /// then replace.
    values: Vec<Lanes12>,
    /// f′ of the pre-activations, at the same indices.
    slopes: Vec<Lanes12>,
    /// ∂loss/∂(pre-activation) of the current layer and of the layer before it.
    deltas: Vec<Lanes12>,
    deltas_before: Vec<Lanes12>,
    /// The order of the points in an epoch.
    order: Vec<u32>,
}

/// A dense layer: its size and the indices of its numbers.
#[derive(Debug, Clone, Copy)]
struct Layer {
    inputs: usize,
    outputs: usize,
    /// The index of its first parameter.
    parameters: usize,
    /// The indices of its first input and its first output among the values.
    from: usize,
    to: usize,
}

/// The loss and the accuracy over all points of a set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measure {
    /// The mean binary cross-entropy in nats; infinite if a number of the network has overflowed.
    pub loss: f64,
    /// The share of the points whose class has the sign of the logit, 0..=1. A logit of 0 counts as
    /// negative.
    pub accuracy: f64,
}

impl Network {
    /// `depth` hidden layers of `width` neurons with `function`, clamped to 1..=[`MAX_DEPTH`] and
    /// 1..=[`MAX_WIDTH`].
    ///
    /// Weights are drawn uniformly from ±√(6 / (inputs + outputs)) of their layer (Glorot and Bengio,
    /// "Understanding the difficulty of training deep feedforward neural networks", AISTATS 2010).
    /// Biases are 0. The same depth, width and seed give the same start for every function.
    pub fn new(function: Function, depth: usize, width: usize, seed: u64) -> Self {
        let (depth, width) = (depth.clamp(1, MAX_DEPTH), width.clamp(1, MAX_WIDTH));
        let mut dice = Rand64::new(u128::from(seed));
        let mut layers = Vec::with_capacity(depth + 1);
        let mut parameters = Vec::new();
        let mut from = 0;
        for number in 0..=depth {
            let inputs = if number == 0 { 2 } else { width };
            let outputs = if number == depth { 1 } else { width };
            let to = from + inputs;
            layers.push(Layer { inputs, outputs, parameters: parameters.len(), from, to });
            let reach = (6.0 / (inputs + outputs) as f64).sqrt();
            for _ in 0..outputs {
                let draw = |_| (reach * (2.0 * dice.rand_float() - 1.0)) as f32;
                parameters.extend((0..inputs).map(draw));
                parameters.push(0.0);
            }
            from = to;
        }
        let count = parameters.len();
        parameters.resize(count.next_multiple_of(LANES), 0.0);
        let values = vec![ZEROS; from + 1];
        let deltas = vec![ZEROS; width.max(2)];
        Network {
            function,
            layers,
            count,
            gradients: vec![f32x4::ZERO; parameters.len()],
            parameters,
            slopes: values.clone(),
            values,
            deltas_before: deltas.clone(),
            deltas,
            order: Vec::with_capacity(POINTS),
        }
    }

    /// All weights and biases, layer by layer and neuron by neuron: first the weights of the neuron's
    /// inputs, then its bias.
    pub fn parameters(&self) -> &[f32] {
        &self.parameters[..self.count]
    }

    /// Replaces all weights and biases, in the order of [`Network::parameters`].
    ///
    /// # Panics
    /// When the number of parameters differs.
    pub fn set_parameters(&mut self, parameters: &[f32]) {
        self.parameters[..self.count].copy_from_slice(parameters);
    }

    /// One epoch of plain stochastic gradient descent. Each batch is one step of `rate` times the
    /// gradient of its mean binary cross-entropy. The last batch has the remaining points. `batch`
    /// must be at least 1.
    ///
    /// The points are shuffled by `seed` and `epoch`. The result depends on these two and on the
    /// parameters only. Nothing is allocated for sets of up to [`POINTS`] points.
    pub fn train_epoch(&mut self, data: &Dataset, rate: f32, batch: usize, seed: u64, epoch: u32) {
        let order = self.shuffled(data.x.len(), seed, epoch);
        for points in order.chunks(batch.max(1)) {
            self.differentiate(data, points);
            self.descend(rate / points.len() as f32);
        }
        self.order = order;
    }

    /// Loss and accuracy over all points.
    pub fn measure(&mut self, data: &Dataset) -> Measure {
        let mut loss = 0.0;
        let mut right = 0;
        let mut is_finite = self.parameters.iter().all(|parameter| parameter.is_finite());
        let all = data.x.len();
        for start in (0..all).step_by(PORTION) {
            self.forward(padded(&data.x[start..]), padded(&data.y[start..]));
            let logits = self.logit().map(f32x4::to_array);
            let decays =
                self.logit().map(|logit| power(f32x4::ZERO - logit.abs()).value.to_array());
            let points = logits.as_flattened().iter().zip(decays.as_flattened());
            for ((logit, decay), positive) in points.zip(&data.positive[start..]) {
                right += usize::from((*logit > 0.0) == *positive);
                let wrong = if *positive { -logit } else { *logit };
                // ln(1 + e^wrong) = max(wrong, 0) + ln(1 + e^−|wrong|), which does not overflow.
                loss += f64::from(wrong.max(0.0)) + ln_1p(f64::from(*decay));
                is_finite &= logit.is_finite();
            }
        }
        Measure {
            loss: if is_finite { loss / all as f64 } else { f64::INFINITY },
            accuracy: right as f64 / all as f64,
        }
    }

    /// For each layer the Euclidean norm of the gradient of the mean loss with respect to its weights
    /// and biases. The first hidden layer comes first, the output layer last.
    pub fn gradient_norms(&mut self, data: &Dataset) -> Vec<f64> {
        let order = self.ordered(data.x.len());
        self.differentiate(data, &order);
        self.order = order;
        let gradients = |layer: &Layer| &self.gradients[layer.parameters..][..layer.count()];
        let square = |lanes: &f32x4| {
            let sum: f64 = lanes.to_array().into_iter().map(f64::from).sum();
            (sum / data.x.len() as f64).powi(2)
        };
        self.layers
            .iter()
            .map(|layer| gradients(layer).iter().map(square).sum::<f64>().sqrt())
            .collect()
    }

    /// Writes the logits at the points (x, y) to `out`.
    ///
    /// # Panics
    /// When `x`, `y` and `out` differ in length.
    pub fn logits(&mut self, x: &[f32], y: &[f32], out: &mut [f32]) {
        assert!(x.len() == out.len() && y.len() == out.len(), "a logit for each point");
        let places = x.chunks(PORTION).zip(y.chunks(PORTION));
        for ((x, y), out) in places.zip(out.chunks_mut(PORTION)) {
            self.forward(padded(x), padded(y));
            let logits = self.logit().map(f32x4::to_array);
            out.copy_from_slice(&logits.as_flattened()[..out.len()]);
        }
    }

    /// The indices of the points in ascending order, in the memory of `self.order`.
    fn ordered(&mut self, points: usize) -> Vec<u32> {
        let mut order = std::mem::take(&mut self.order);
        order.clear();
        order.extend(0..points as u32);
        order
    }

    /// The indices of the points in the order of an epoch (shuffle of Fisher and Yates, 1938).
    fn shuffled(&mut self, points: usize, seed: u64, epoch: u32) -> Vec<u32> {
        let mut order = self.ordered(points);
        let mut dice = Rand32::new(mix(mix(seed) ^ u64::from(epoch)));
        for place in (1..order.len()).rev() {
            let other = dice.rand_range(0..place as u32 + 1);
            order.swap(place, other as usize);
        }
        order
    }

    /// Sets the gradients to those of the summed loss of these points.
    fn differentiate(&mut self, data: &Dataset, points: &[u32]) {
        self.gradients.fill(f32x4::ZERO);
        for points in points.chunks(PORTION) {
            let (mut x, mut y, mut labels) = ([0.0; PORTION], [0.0; PORTION], [0.0; PORTION]);
            // 1 for each lane with a point of its own, 0 for the other lanes, which repeat the last
            // point.
            let mut is_own = [0.0; PORTION];
            for lane in 0..PORTION {
                let point = points[lane.min(points.len() - 1)] as usize;
                x[lane] = data.x[point];
                y[lane] = data.y[point];
                labels[lane] = f32::from(u8::from(data.positive[point]));
                is_own[lane] = f32::from(u8::from(lane < points.len()));
            }
            let [x, y, labels, is_own] = [x, y, labels, is_own].map(twelve);
            self.forward(x, y);
            let logit = self.logit();
            for (part, delta) in self.deltas[0].iter_mut().enumerate() {
                *delta = (logistic(logit[part]).0 - labels[part]) * is_own[part];
            }
            self.backward();
        }
    }

    /// The forward pass of a portion of points.
    fn forward(&mut self, x: Lanes12, y: Lanes12) {
        self.values[0] = x;
        self.values[1] = y;
        let last = self.layers.len() - 1;
        for (number, layer) in self.layers.iter().enumerate() {
            let (inputs, outputs) = self.values[layer.from..].split_at_mut(layer.inputs);
            let outputs = &mut outputs[..layer.outputs];
            layer.forward(&self.parameters, inputs, outputs);
            if number < last {
                let slopes = &mut self.slopes[layer.to..][..layer.outputs];
                self.function.simd(outputs.as_flattened_mut(), slopes.as_flattened_mut());
            }
        }
    }

    /// The backward pass from the deltas of the output. It adds to the gradients.
    fn backward(&mut self) {
        for (number, layer) in self.layers.iter().enumerate().rev() {
            let inputs = &self.values[layer.from..layer.to];
            let before = &mut self.deltas_before[..layer.inputs];
            let gradients = &mut self.gradients[layer.parameters..];
            before.fill(ZEROS);
            layer.backward(&self.parameters, inputs, &self.deltas, before, gradients);
            if number > 0 {
                let slopes = self.slopes[layer.from..].as_flattened();
                for (delta, slope) in before.as_flattened_mut().iter_mut().zip(slopes) {
                    *delta *= *slope;
                }
                std::mem::swap(&mut self.deltas, &mut self.deltas_before);
            }
        }
    }

    /// One step of gradient descent: subtracts `rate` times each gradient, summed over its lanes.
    fn descend(&mut self, rate: f32) {
        let rate = splat(rate);
        let fours = self.parameters.chunks_exact_mut(LANES);
        for (parameters, gradients) in fours.zip(self.gradients.chunks_exact(LANES)) {
            let [a, b, c, d] =
                f32x4::transpose([gradients[0], gradients[1], gradients[2], gradients[3]]);
            let four = f32x4::new([parameters[0], parameters[1], parameters[2], parameters[3]]);
            parameters.copy_from_slice(&(four - rate * ((a + b) + (c + d))).to_array());
        }
    }

    /// The logits of the last forward pass.
    fn logit(&self) -> Lanes12 {
        self.values[self.values.len() - 1]
    }
}

impl Layer {
    /// The number of its parameters.
    fn count(&self) -> usize {
        (self.inputs + 1) * self.outputs
    }

    /// One row of parameters for each neuron.
    fn rows<'a>(&self, parameters: &'a [f32]) -> impl Iterator<Item = &'a [f32]> {
        parameters[self.parameters..].chunks_exact(self.inputs + 1)
    }

    /// The pre-activations: weights times inputs plus bias.
    fn forward(&self, parameters: &[f32], inputs: &[Lanes12], outputs: &mut [Lanes12]) {
        for (row, output) in self.rows(parameters).zip(outputs) {
            let bias = splat(row[self.inputs]);
            let [mut a, mut b, mut c] = [bias; 3];
            for (weight, input) in row.iter().zip(inputs) {
                let weight = splat(*weight);
                a += weight * input[0];
                b += weight * input[1];
                c += weight * input[2];
            }
            *output = [a, b, c];
        }
    }

    /// The backward pass of this layer. It adds the gradients of the layer's inputs to `before`, and
    /// the gradients of its parameters to `gradients`, which starts with the layer's first parameter.
    fn backward(
        &self,
        parameters: &[f32],
        inputs: &[Lanes12],
        deltas: &[Lanes12],
        before: &mut [Lanes12],
        gradients: &mut [f32x4],
    ) {
        let neurons = self.rows(parameters).zip(gradients.chunks_exact_mut(self.inputs + 1));
        for ((row, gradients), [a, b, c]) in neurons.zip(&deltas[..self.outputs]) {
            gradients[self.inputs] += (*a + *b) + *c;
            let weights = row.iter().zip(gradients);
            for ((weight, gradient), (input, before)) in
                weights.zip(inputs.iter().zip(before.iter_mut()))
            {
                let weight = splat(*weight);
                *gradient += (*a * input[0] + *b * input[1]) + *c * input[2];
                before[0] += weight * *a;
                before[1] += weight * *b;
                before[2] += weight * *c;
            }
        }
    }
}

/// The numbers of up to [`PORTION`] samples. The remaining lanes are 0.
fn padded(numbers: &[f32]) -> Lanes12 {
    let mut portion = [0.0; PORTION];
    for (lane, number) in portion.iter_mut().zip(numbers) {
        *lane = *number;
    }
    twelve(portion)
}

/// The numbers of twelve samples as lanes.
#[inline(always)]
fn twelve(numbers: [f32; PORTION]) -> Lanes12 {
    cast(numbers)
}

/// Spreads numbers that differ little over all numbers (splitmix64: Steele, Lea and Flood, "Fast
/// splittable pseudorandom number generators", OOPSLA 2014).
fn mix(number: u64) -> u64 {
    let number = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

/// ln(1 + x) for x in 0..=1, right to 1e−9 and with the same bits on every machine. It is 2 artanh(s)
/// with s = x / (2 + x), computed as a series in s² ≤ 1/9.
fn ln_1p(x: f64) -> f64 {
    let s = x / (2.0 + x);
    let series = (0..9).rev().fold(0.0, |sum, k| sum * s * s + 1.0 / f64::from(2 * k + 1));
    2.0 * s * series
}
