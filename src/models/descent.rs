//! Gradient descent on one weight: a neuron a = f(w·x) learns a single example (x, y).

use activations::Function;

/// The largest number of steps of a descent.
pub const STEPS: usize = 30;
/// The input x of the lesson's example.
pub const INPUT: f64 = 2.0;
/// The target y of the lesson's example.
pub const TARGET: f64 = 0.8;

/// The loss above which a descent counts as diverged, given the loss at its start.
pub fn lost(start: f64) -> f64 {
    100.0 * (1.0 + start)
}

/// The task of a neuron without a bias: one example (x, y). The loss is the squared error (a −
/// y)².
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Task {
    pub function: Function,
    pub input: f64,
    pub target: f64,
}

/// A weight and all values that follow from it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Snapshot {
    pub weight: f64,
    /// The weighted sum w·x.
    pub z: f64,
    /// The output a = f(z).
    pub output: f64,
    pub loss: f64,
    /// ∂L/∂a.
    pub output_gradient: f64,
    /// f′(z).
    pub slope: f64,
    /// ∂L/∂w, the product of ∂L/∂a, f′(z) and x.
    pub gradient: f64,
}

impl Task {
    /// The lesson's example with this function.
    pub fn new(function: Function) -> Self {
        Task { function, input: INPUT, target: TARGET }
    }

    /// The snapshot at a weight.
    pub fn at(&self, weight: f64) -> Snapshot {
        let z = weight * self.input;
        let (output, slope) = (self.function.value(z), self.function.gradient(z));
        let error = output - self.target;
        let output_gradient = 2.0 * error;
        let gradient = output_gradient * slope * self.input;
        Snapshot { weight, z, output, loss: error * error, output_gradient, slope, gradient }
    }

    /// Gradient descent from the weight `start` with the learning rate `rate`: [`STEPS`] steps, or
    /// fewer if it diverges.
    pub fn descend(&self, start: f64, rate: f64) -> Descent {
        let mut snapshots = Vec::with_capacity(STEPS + 1);
        snapshots.push(self.at(start));
        let lost = lost(snapshots[0].loss);
        let mut has_diverged = false;
        while snapshots.len() <= STEPS && !has_diverged {
            let snapshot = self.at(snapshots[snapshots.len() - 1].next(rate));
            has_diverged = snapshot.loss.is_nan() || snapshot.loss > lost;
            snapshots.push(snapshot);
        }
        Descent { snapshots, has_diverged }
    }
}

impl Snapshot {
    /// The weight after one step of gradient descent.
    pub fn next(&self, rate: f64) -> f64 {
        self.weight - rate * self.gradient
    }
}

/// All snapshots of a gradient descent, the start first.
#[derive(Debug, Clone, PartialEq)]
pub struct Descent {
    pub snapshots: Vec<Snapshot>,
    /// Whether the descent ended early because its loss passed [`lost`].
    pub has_diverged: bool,
}
