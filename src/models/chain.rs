//! A chain of equal layers, a_k = f(w·a_{k−1} + b) with a_0 = x: the signal runs forward, then the
//! gradient runs back.

use crate::activations::Function;
use crate::numerics::Product;

/// The most layers that a chain can have.
pub const MAX_DEPTH: usize = 1000;

/// A chain of layers, one neuron each, all with the same weight and bias.
///
/// Weight, bias and input are finite.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Chain {
    /// f, every layer's activation.
    pub function: Function,
    /// n, the number of layers; clamped to 1..=[`MAX_DEPTH`].
    pub depth: usize,
    /// w, every layer's weight.
    pub weight: f64,
    /// b, every layer's bias.
    pub bias: f64,
    /// x, the input of the first layer.
    pub input: f64,
}

/// One layer after the run, forward and back.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Layer {
    /// The pre-activation w·a_{k−1} + b.
    pub z: f64,
    /// The activation f(z).
    pub a: f64,
    /// f′(z); at a kink, the convention of the function.
    pub slope: f64,
    /// The local factor w·f′(z) = ∂a_k/∂a_{k−1}, by which the gradient grows or shrinks here.
    /// As f64 it may round to 0 where `gradient` and `reach` still hold w and f′(z).
    pub factor: f64,
    /// Whether z is exactly on a kink of f, so that `slope` is a convention.
    pub at_kink: bool,
    /// ∂a_n/∂a_k, the gradient that reaches this layer's output; 1 at layer n.
    pub gradient: Product,
    /// ∂a_k/∂x, what the gradient would be were the chain this deep.
    pub reach: Product,
}

/// What a chain did with its input: its layers from first to last, at least one.
///
/// Nothing here is NaN. The products neither under- nor overflow, but what they are made of is f64:
///
/// - z and a beyond the largest f64 are ±∞ and stay so as long as f grows there. Slopes are then
///   their limits, so gradients stay right, but a weight's gradient has such an a as a factor and
///   is ±∞ itself.
/// - A signal that fades away (where b = 0) stays at ±2.2e−308, the least f64 with all its digits,
///   so that it keeps its side of a kink at 0. Gradients stay right, except for the factor a of a
///   weight's gradient.
/// - A slope below the smallest f64 is 0, and so is every gradient through it, where mathematics
///   has a number: sigmoid from |z| ≈ 745 on, tanh from 373 on, ELU below about −745. (From 708,
///   354 and −708 on, slopes lose digits.) With |w|, |b| and |x| up to 100 sigmoid and tanh can do
///   so in the first layer only.
#[derive(Debug, Clone, PartialEq)]
pub struct Pass {
    /// x = a_0.
    pub input: f64,
    pub layers: Vec<Layer>,
}

impl Chain {
    /// Runs the input through the layers and the gradient back.
    pub fn run(&self) -> Pass {
        let mut layers = self.forward();
        let mut gradient = Product::ONE;
        for layer in layers.iter_mut().rev() {
            layer.gradient = gradient;
            gradient = self.through(gradient, layer.slope);
        }
        Pass { input: self.input, layers }
    }

    /// The layers, with a gradient of 1 at each.
    fn forward(&self) -> Vec<Layer> {
        let kinks = self.function.kinks();
        let (mut signal, mut reach) = (self.input, Product::ONE);
        let layer = |_| {
            let z = self.pre_activation(signal);
            let slope = self.function.gradient(z);
            signal = self.function.value(z);
            reach = self.through(reach, slope);
            Layer {
                z,
                a: signal,
                slope,
                // Adding 0 turns −0 into 0.
                factor: self.weight * slope + 0.0,
                at_kink: kinks.iter().any(|kink| kink.at == z),
                gradient: Product::ONE,
                reach,
            }
        };
        (0..self.depth.clamp(1, MAX_DEPTH)).map(layer).collect()
    }

    /// w·a + b.
    fn pre_activation(&self, signal: f64) -> f64 {
        let weighted = self.weight * signal;
        if self.bias != 0.0 {
            return weighted + self.bias;
        }
        if self.weight == 0.0 || signal == 0.0 {
            return 0.0;
        }
        // Were a shrinking signal to underflow, it would land on the kink at 0, whose slope may be
        // another one.
        weighted.abs().max(f64::MIN_POSITIVE).copysign(weighted)
    }

    /// A derivative on either side of a layer, carried to its other side.
    fn through(&self, derivative: Product, slope: f64) -> Product {
        // One by one, since w·f′(z) may underflow.
        derivative.times(self.weight).times(slope)
    }
}

impl Pass {
    /// a_n.
    pub fn output(&self) -> f64 {
        self.last().a
    }

    /// ∂a_n/∂x.
    pub fn gradient(&self) -> Product {
        let Layer { reach, .. } = *self.last();
        reach
    }

    /// ∂a_n/∂a_layer for a layer in 0..=n, where 0 is the input. Panics beyond n.
    pub fn reaches(&self, layer: usize) -> Product {
        match layer {
            0 => self.gradient(),
            _ => self.layers[layer - 1].gradient,
        }
    }

    /// ∂a_n/∂w_layer for a layer in 1..=n, were each layer's weight its own: ∂a_n/∂a_k · f′(z_k) ·
    /// a_{k−1}. ±∞ where a_{k−1} is, unless the rest is 0. Panics outside 1..=n.
    pub fn weight_gradient(&self, layer: usize) -> Product {
        let signal = match layer {
            1 => self.input,
            _ => self.layers[layer - 2].a,
        };
        self.bias_gradient(layer).times(signal)
    }

    /// ∂a_n/∂b_layer for a layer in 1..=n, were each layer's bias its own: ∂a_n/∂a_k · f′(z_k).
    /// Panics outside 1..=n.
    pub fn bias_gradient(&self, layer: usize) -> Product {
        let Layer { gradient, slope, .. } = self.layers[layer - 1];
        gradient.times(slope)
    }

    fn last(&self) -> &Layer {
        self.layers.last().expect("a chain has a layer")
    }
}
