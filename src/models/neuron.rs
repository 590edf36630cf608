//! A neuron with two inputs, a = f(w₁x₁ + w₂x₂ + b), and the gradients of a.

use activations::Function;
use activations::numerics::scale;

/// A neuron and its inputs. All numbers must be finite.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Neuron {
    pub function: Function,
    /// x₁ and x₂.
    pub inputs: [f64; 2],
    /// w₁ and w₂.
    pub weights: [f64; 2],
    /// b.
    pub bias: f64,
}

/// The output of a neuron, its intermediate values and its gradients.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Response {
    /// w₁x₁ and w₂x₂.
    pub products: [f64; 2],
    /// The pre-activation w₁x₁ + w₂x₂ + b.
    pub z: f64,
    /// The activation f(z).
    pub a: f64,
    /// f′(z); at a kink, the convention of the function.
    pub slope: f64,
    /// ∂a/∂w₁ and ∂a/∂w₂: f′(z) times x₁ and times x₂.
    pub weight_gradients: [f64; 2],
    /// ∂a/∂b, which is f′(z).
    pub bias_gradient: f64,
}

impl Neuron {
    /// The forward pass and the gradients of a.
    pub fn respond(&self) -> Response {
        let [x1, x2] = self.inputs;
        let [w1, w2] = self.weights;
        let products = [scale(w1, x1), scale(w2, x2)];
        let z = products[0] + products[1] + self.bias;
        let slope = self.function.gradient(z);
        Response {
            products,
            z,
            a: self.function.value(z),
            slope,
            weight_gradients: [scale(x1, slope), scale(x2, slope)],
            bias_gradient: slope,
        }
    }
}
