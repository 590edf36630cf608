//! A chain of equal layers, a_k = f(w·a_{k−1} + b) with a_0 = x. The signal runs forward, then the
//! gradient runs back.

use activations::Function;
use activations::numerics::Product;

/// The largest number of layers.
pub const MAX_DEPTH: usize = 1000;

/// A chain of layers with one neuron each. All layers have the same weight and bias.
///
/// Weight, bias and input must be finite.
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

/// The values of one layer after the forward and the backward pass.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Layer {
    /// The pre-activation w·a_{k−1} + b.
    pub z: f64,
    /// The activation f(z).
    pub a: f64,
    /// f′(z); at a kink, the convention of the function.
    pub slope: f64,
    /// The local factor w·f′(z) = ∂a_k/∂a_{k−1}, by which this layer multiplies the gradient. It
    /// can underflow to 0 where the products `gradient` and `reach` do not.
    pub factor: f64,
    /// Whether z is exactly at a kink of f, so that `slope` is a convention.
    pub at_kink: bool,
    /// ∂a_n/∂a_k, the gradient of the chain's output with respect to this layer's output; 1 at
    /// layer n.
    pub gradient: Product,
    /// ∂a_k/∂x, the gradient of a chain that ends at this layer.
    pub reach: Product,
}

/// The values of a chain after the forward and the backward pass. It has at least one layer, and
/// the first layer comes first.
///
/// No value is NaN, unless f has no value at a z: from that layer on, all values are NaN, and so are the gradients that
/// pass through it. The products neither underflow nor overflow, but their factors are f64:
///
/// - z and a beyond the largest f64 are ±∞, and stay infinite as long as f grows there. Slopes are
///   then their limits, so that the gradients of activations stay right. The gradient of a weight
///   has the infinite a as a factor, so it is ±∞ too.
/// - A signal that shrinks to 0 (where b = 0) stops at ±2.2e−308, the smallest normal f64, so that
///   it stays on its side of a kink at 0. Gradients stay right, except for the factor a in the
///   gradient of a weight.
/// - A slope below the smallest f64 is 0, and so is every gradient that has it as a factor,
///   although the exact value is not 0. Sigmoid has such slopes from |z| ≈ 745 on, tanh from 373
///   on, ELU below about −745. (From 708, 354 and −708 on, slopes lose digits.) With |w|, |b| and
///   |x| up to 100, sigmoid and tanh have them in the first layer only.
#[derive(Debug, Clone, PartialEq)]
pub struct Pass {
    /// x = a_0.
    pub input: f64,
    pub layers: Vec<Layer>,
}

impl Chain {
    /// Runs the forward and the backward pass.
    pub fn run(&self) -> Pass {
        let mut layers = self.forward();
        let mut gradient = Product::ONE;
        for layer in layers.iter_mut().rev() {
            layer.gradient = gradient;
            gradient = self.times_layer(gradient, layer.slope);
        }
        Pass { input: self.input, layers }
    }

    /// The forward pass. The `gradient` of each layer is 1, to be replaced by the backward pass.
    fn forward(&self) -> Vec<Layer> {
        let kinks = self.function.kinks();
        let (mut signal, mut reach) = (self.input, Product::ONE);
        let layer = |_| {
            let z = self.pre_activation(signal);
            let slope = self.function.gradient(z);
            signal = self.function.value(z);
            reach = self.times_layer(reach, slope);
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
        // A signal that underflowed to 0 would be at a kink at 0, whose slope can differ from the
        // slope beside it.
        weighted.abs().max(f64::MIN_POSITIVE).copysign(weighted)
    }

    /// A derivative times w·f′(z), the derivative of a layer.
    fn times_layer(&self, derivative: Product, slope: f64) -> Product {
        // The factors are applied one by one, because w·f′(z) may underflow.
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

    /// ∂a_n/∂w_layer for a layer in 1..=n, as if each layer had a weight of its own: ∂a_n/∂a_k ·
    /// f′(z_k) · a_{k−1}. ±∞ where a_{k−1} is infinite, unless the other factors are 0. Panics
    /// outside 1..=n.
    pub fn weight_gradient(&self, layer: usize) -> Product {
        let signal = match layer {
            1 => self.input,
            _ => self.layers[layer - 2].a,
        };
        self.bias_gradient(layer).times(signal)
    }

    /// ∂a_n/∂b_layer for a layer in 1..=n, as if each layer had a bias of its own: ∂a_n/∂a_k ·
    /// f′(z_k). Panics outside 1..=n.
    pub fn bias_gradient(&self, layer: usize) -> Product {
        let Layer { gradient, slope, .. } = self.layers[layer - 1];
        gradient.times(slope)
    }

    fn last(&self) -> &Layer {
        self.layers.last().expect("a chain has a layer")
    }
}
