//! A second implementation of the chain, layer by layer and for any kind of number.

use activation_lab::models::chain::Chain;
use activations::Function;

use crate::dual::Dual;

/// A chain whose layers have weights and biases of their own.
#[derive(Debug, Clone)]
pub struct ByHand<D> {
    pub function: Function,
    pub input: D,
    /// The weight and the bias of each layer.
    pub layers: Vec<(D, D)>,
}

/// A variable of differentiation.
#[derive(Debug, Clone, Copy)]
pub enum Variable {
    Input,
    /// The weight of a layer, counted from 1.
    Weight(usize),
    Bias(usize),
}

impl ByHand<f64> {
    pub fn new(chain: &Chain) -> Self {
        ByHand {
            function: chain.function,
            input: chain.input,
            layers: vec![(chain.weight, chain.bias); chain.depth],
        }
    }

    /// z and a of every layer, with the functions under test.
    pub fn run(&self) -> Vec<(f64, f64)> {
        let mut signal = self.input;
        let layer = |&(weight, bias): &(f64, f64)| {
            let z = pre_activation(weight, signal, bias);
            signal = self.function.value(z);
            (z, signal)
        };
        self.layers.iter().map(layer).collect()
    }
}

impl ByHand<Dual> {
    /// The output with its derivative.
    pub fn output(&self) -> Dual {
        let layer = |signal: Dual, &(weight, bias): &(Dual, Dual)| {
            (weight * signal + bias).through(&self.function)
        };
        self.layers.iter().fold(self.input, layer)
    }
}

impl<D> ByHand<D> {
    pub fn variable(&mut self, variable: Variable) -> &mut D {
        match variable {
            Variable::Input => &mut self.input,
            Variable::Weight(layer) => &mut self.layers[layer - 1].0,
            Variable::Bias(layer) => &mut self.layers[layer - 1].1,
        }
    }
}

fn pre_activation(weight: f64, signal: f64, bias: f64) -> f64 {
    if weight == 0.0 {
        return bias;
    }
    let z = weight * signal + bias;
    // A shrinking signal stops at the smallest normal f64.
    let fades = bias == 0.0 && signal != 0.0 && z.abs() < f64::MIN_POSITIVE;
    if fades { weight.signum() * signal.signum() * f64::MIN_POSITIVE } else { z }
}
