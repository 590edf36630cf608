//! A small network that tells two classes of points in the plane apart, trained by stochastic
//! gradient descent.
//!
//! It computes in f32, four samples at a time: a number of one neuron for four samples is one
//! `f32x4`. Lists of such numbers are flat and group by group (four samples are a group), and
//! everything is allocated when the network is made.

use super::dataset::Dataset;
use super::dataset::POINTS;
use crate::activations::Function;
use crate::lanes::logistic;
use crate::lanes::power;
use crate::lanes::splat;
use oorandom::Rand32;
use oorandom::Rand64;
use wide::f32x4;

/// How deep and how wide a network can be.
pub const MAX_DEPTH: usize = 8;
pub const MAX_WIDTH: usize = 16;

/// Samples in a group.
const LANES: usize = 4;
/// So many groups go through the network at once; more samples than theirs come in portions.
const GROUPS: usize = 8;

/// A network with two inputs, hidden layers of one width and one linear output, the logit: the
/// positive class has the probability σ(logit).
#[derive(Debug, Clone)]
pub struct Network {
    function: Function,
    layers: Vec<Layer>,
    /// Layer by layer, neuron by neuron: the weights of its inputs, then its bias. Zeros fill the last
    /// group of four.
    parameters: Vec<f32>,
    /// How many of them are not there to fill.
    count: usize,
    /// ∂(summed loss)/∂(parameter) in each lane.
    gradients: Vec<f32x4>,
    /// The inputs, then each layer's pre-activations, which its activations replace.
    values: Vec<f32x4>,
    /// f′ of the pre-activations, in the same places.
    slopes: Vec<f32x4>,
    /// ∂loss/∂(pre-activation) of the layer at hand and of the one before.
    deltas: Vec<f32x4>,
    deltas_before: Vec<f32x4>,
    /// In which order the points come.
    order: Vec<u32>,
}

/// A dense layer: how large it is and where its numbers are.
#[derive(Debug, Clone, Copy)]
struct Layer {
    inputs: usize,
    outputs: usize,
    /// Where its parameters start.
    parameters: usize,
    /// Where its inputs and its outputs start among the values.
    from: usize,
    to: usize,
}

/// How well a network does on all points of a set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measure {
    /// The mean binary cross-entropy in nats; infinite for a network whose numbers have overflowed.
    pub loss: f64,
    /// The share of the points on whose side of 0 the logit is, 0..=1. A logit of 0 says negative.
    pub accuracy: f64,
}

impl Network {
    /// `depth` hidden layers of `width` neurons with `function`, clamped to 1..=[`MAX_DEPTH`] and
    /// 1..=[`MAX_WIDTH`].
    ///
    /// Weights are drawn evenly from ±√(6 / (inputs + outputs)) of their layer (Glorot and Bengio,
    /// "Understanding the difficulty of training deep feedforward neural networks", AISTATS 2010),
    /// biases are 0. The same depth, width and seed give the same start for every function.
    pub fn new(function: Function, depth: usize, width: usize, seed: u64) -> Self {
        let (depth, width) = (depth.clamp(1, MAX_DEPTH), width.clamp(1, MAX_WIDTH));
        let mut dice = Rand64::new(u128::from(seed));
        let mut layers = Vec::with_capacity(depth + 1);
        let mut parameters = Vec::new();
        let mut from = 0;
        for number in 0..=depth {
            let inputs = if number == 0 { 2 } else { width };
            let outputs = if number == depth { 1 } else { width };
            let to = from + GROUPS * inputs;
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
        let values = vec![f32x4::ZERO; from + GROUPS];
        let deltas = vec![f32x4::ZERO; GROUPS * width];
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

    /// All weights and biases: layer by layer, neuron by neuron, the weights of its inputs and then
    /// its bias.
    pub fn parameters(&self) -> &[f32] {
        &self.parameters[..self.count]
    }

    /// # Panics
    /// When there are not as many as [`Network::parameters`] gives.
    pub fn set_parameters(&mut self, parameters: &[f32]) {
        self.parameters[..self.count].copy_from_slice(parameters);
    }

    /// One epoch of plain stochastic gradient descent: a step down the gradient of each batch's mean
    /// binary cross-entropy, times `rate`. The last batch has what is left of the points; `batch` is
    /// at least 1.
    ///
    /// The points are shuffled anew by `seed` and `epoch`, so that what an epoch does depends on the
    /// parameters and these two alone. Nothing is allocated for sets of up to [`POINTS`] points.
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
        let is_finite = self.parameters.iter().all(|parameter| parameter.is_finite());
        let all = data.x.len();
        for start in (0..all).step_by(GROUPS * LANES) {
            let count = (all - start).min(GROUPS * LANES);
            self.forward(count, |index| (data.x[start + index], data.y[start + index]));
            for (group, logits) in self.logit_groups(count).iter().enumerate() {
                let decays = power(f32x4::ZERO - logits.abs()).value;
                let first = start + group * LANES;
                let lanes = logits.to_array().into_iter().zip(decays.to_array());
                for ((logit, decay), positive) in lanes.zip(&data.positive[first..]) {
                    right += usize::from((logit > 0.0) == *positive);
                    let wrong = if *positive { -logit } else { logit };
                    // ln(1 + e^wrong), split by sign.
                    loss += f64::from(wrong.max(0.0)) + ln_1p(f64::from(decay));
                    if !logit.is_finite() {
                        loss = f64::INFINITY;
                    }
                }
            }
        }
        Measure {
            loss: if is_finite { loss / all as f64 } else { f64::INFINITY },
            accuracy: right as f64 / all as f64,
        }
    }

    /// The Euclidean norm of ∂(mean loss over all points)/∂(weights and biases) of each layer, the
    /// first hidden layer first, the output last.
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

    /// The logits at the points (x, y), as many as there are places in `out`.
    ///
    /// # Panics
    /// When `x`, `y` and `out` are not equally long.
    pub fn logits(&mut self, x: &[f32], y: &[f32], out: &mut [f32]) {
        assert!(x.len() == out.len() && y.len() == out.len(), "a logit for each point");
        const PORTION: usize = GROUPS * LANES;
        let places = x.chunks(PORTION).zip(y.chunks(PORTION));
        for ((x, y), out) in places.zip(out.chunks_mut(PORTION)) {
            self.forward(out.len(), |index| (x[index], y[index]));
            let logits = self.logit_groups(out.len());
            for (out, logits) in out.chunks_mut(LANES).zip(logits) {
                out.copy_from_slice(&logits.to_array()[..out.len()]);
            }
        }
    }

    /// The list of the points from first to last, in the memory that is there for it.
    fn ordered(&mut self, points: usize) -> Vec<u32> {
        let mut order = std::mem::take(&mut self.order);
        order.clear();
        order.extend(0..points as u32);
        order
    }

    /// The points in the order of an epoch (Fisher and Yates 1938).
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
        for points in points.chunks(GROUPS * LANES) {
            let at = |index: usize| points[index] as usize;
            self.forward(points.len(), |index| (data.x[at(index)], data.y[at(index)]));
            let groups = points.len().div_ceil(LANES);
            let output = self.layers[self.layers.len() - 1].to;
            for (group, points) in points.chunks(LANES).enumerate() {
                // 1 for the lanes that have a point of their own, and the label of each.
                let (mut own, mut labels) = ([0.0; LANES], [0.0; LANES]);
                for ((own, label), point) in own.iter_mut().zip(&mut labels).zip(points) {
                    *own = 1.0;
                    *label = f32::from(u8::from(data.positive[*point as usize]));
                }
                let (probability, _) = logistic(self.values[output + group]);
                self.deltas[group] = (probability - f32x4::new(labels)) * f32x4::new(own);
            }
            self.backward(groups);
        }
    }

    /// Takes as many points as `count`, at most those of [`GROUPS`], through all layers. What is left
    /// of the last group goes with a copy of the last point.
    fn forward(&mut self, count: usize, point: impl Fn(usize) -> (f32, f32)) {
        let groups = count.div_ceil(LANES);
        for (group, inputs) in self.values.chunks_exact_mut(2).take(groups).enumerate() {
            let (mut x, mut y) = ([0.0; LANES], [0.0; LANES]);
            for lane in 0..LANES {
                (x[lane], y[lane]) = point((group * LANES + lane).min(count - 1));
            }
            inputs.copy_from_slice(&[f32x4::new(x), f32x4::new(y)]);
        }
        let last = self.layers.len() - 1;
        for (number, layer) in self.layers.iter().enumerate() {
            let (before, after) = self.values.split_at_mut(layer.to);
            let outputs = &mut after[..groups * layer.outputs];
            layer.sum(&self.parameters, &before[layer.from..], outputs);
            if number < last {
                self.function.lanes(outputs, &mut self.slopes[layer.to..]);
            }
        }
    }

    /// Takes the output's deltas back through all layers, and adds to the gradients.
    fn backward(&mut self, groups: usize) {
        for (number, layer) in self.layers.iter().enumerate().rev() {
            let count = groups * layer.inputs;
            let before = &mut self.deltas_before[..count];
            before.fill(f32x4::ZERO);
            layer.pull(
                &self.parameters,
                &self.values[layer.from..],
                &self.deltas[..groups * layer.outputs],
                before,
                &mut self.gradients,
            );
            if number > 0 {
                for (delta, slope) in before.iter_mut().zip(&self.slopes[layer.from..]) {
                    *delta *= *slope;
                }
                std::mem::swap(&mut self.deltas, &mut self.deltas_before);
            }
        }
    }

    /// A step down: `rate` times the sum of each gradient's lanes.
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

    /// The logits of the points that went forward last.
    fn logit_groups(&self, count: usize) -> &[f32x4] {
        let output = self.layers[self.layers.len() - 1].to;
        &self.values[output..][..count.div_ceil(LANES)]
    }
}

impl Layer {
    /// How many parameters it has.
    fn count(&self) -> usize {
        (self.inputs + 1) * self.outputs
    }

    /// A row for each of its neurons.
    fn rows<'a>(&self, parameters: &'a [f32]) -> impl Iterator<Item = &'a [f32]> {
        parameters[self.parameters..][..self.count()].chunks_exact(self.inputs + 1)
    }

    /// The pre-activations: weights times inputs plus bias, for each group and neuron.
    #[inline(always)]
    fn sum(&self, parameters: &[f32], inputs: &[f32x4], outputs: &mut [f32x4]) {
        let groups = inputs.chunks_exact(self.inputs).zip(outputs.chunks_exact_mut(self.outputs));
        for (inputs, outputs) in groups {
            for (row, output) in self.rows(parameters).zip(outputs) {
                let mut sum = splat(row[self.inputs]);
                for (weight, input) in row.iter().zip(inputs) {
                    sum += splat(*weight) * *input;
                }
                *output = sum;
            }
        }
    }

    /// Adds what its deltas mean for its inputs and for its parameters.
    #[inline(always)]
    fn pull(
        &self,
        parameters: &[f32],
        inputs: &[f32x4],
        deltas: &[f32x4],
        before: &mut [f32x4],
        gradients: &mut [f32x4],
    ) {
        let gradients = &mut gradients[self.parameters..][..self.count()];
        let groups = inputs.chunks_exact(self.inputs).zip(deltas.chunks_exact(self.outputs));
        for ((inputs, deltas), before) in groups.zip(before.chunks_exact_mut(self.inputs)) {
            let rows = self.rows(parameters).zip(gradients.chunks_exact_mut(self.inputs + 1));
            for ((row, gradients), delta) in rows.zip(deltas) {
                gradients[self.inputs] += *delta;
                let weights = row.iter().zip(gradients);
                for ((weight, gradient), (input, before)) in
                    weights.zip(inputs.iter().zip(&mut *before))
                {
                    *gradient += *delta * *input;
                    *before += splat(*weight) * *delta;
                }
            }
        }
    }
}

/// Turns numbers that differ little into numbers that differ much (splitmix64: Steele, Lea and Flood,
/// "Fast splittable pseudorandom number generators", OOPSLA 2014).
fn mix(number: u64) -> u64 {
    let number = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

/// ln(1 + x) for x in 0..=1, right to 1e−9 and with the same bits on every machine: 2 artanh(s) with
/// s = x / (2 + x) as a series in s² ≤ 1/9.
fn ln_1p(x: f64) -> f64 {
    let s = x / (2.0 + x);
    let series = (0..9).rev().fold(0.0, |sum, k| sum * s * s + 1.0 / f64::from(2 * k + 1));
    2.0 * s * series
}
