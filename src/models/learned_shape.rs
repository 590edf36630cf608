//! Learned shapes: gradient descent on ELU's α or on Leaky ReLU's slope, alone or together with a
//! weight and a bias.
//!
//! Both functions are z for z > 0. For the other z they are linear in that parameter: f(z) =
//! α·u(z), where u is the function with α = 1.

use crate::models::descent::lost;
use activations::Activation;
use activations::Function;
use activations::Parameter;
use oorandom::Rand64;

/// The largest number of steps of a descent.
pub const STEPS: usize = 100;
/// The number of points.
pub const POINTS: usize = 40;
/// The largest magnitude of an input.
pub const REACH: f64 = 4.0;

/// The parameters of a neuron, or the gradient of the loss with respect to them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Parameters {
    /// ELU's α, or Leaky ReLU's slope.
    pub alpha: f64,
    pub weight: f64,
    pub bias: f64,
}

/// The parameters that are learned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Learned {
    /// α alone. The weight and the bias are those of the neuron behind the points.
    Alpha,
    /// α, the weight and the bias.
    All,
}

/// Points (x, y) made by a neuron f(w·x + b), with a little noise on y.
#[derive(Debug, Clone, PartialEq)]
pub struct Task {
    pub activation: &'static Activation,
    pub points: Vec<(f64, f64)>,
    /// The neuron that made the points.
    pub hidden: Parameters,
    /// The function with α = 1.
    unit: Function,
}

impl Task {
    /// The same seed gives the same points. All numbers are drawn uniformly: inputs from
    /// ±[`REACH`], noise from ±0.15, α from 0.1 to 0.4 of its maximum, the weight from 0.7 to 1.5,
    /// the bias from ±0.5. The first parameter of the function must act as α does (see the module).
    ///
    /// # Panics
    /// When the function has no parameter.
    /// When the function has no parameter. The first one it has must act as the module says.
    pub fn new(activation: &'static Activation, seed: u64) -> Self {
        const NOISE: f64 = 0.15;
        let mut dice = Rand64::new(u128::from(seed));
        let mut draw = move |from: f64, to: f64| from + (to - from) * dice.rand_float();
        let hidden = Parameters {
            alpha: activation.parameters[0].max * draw(0.1, 0.4),
            weight: draw(0.7, 1.5),
            bias: draw(-0.5, 0.5),
        };
        let unit = Function::new(activation, |_| 1.0);
        let mut task = Task { activation, points: Vec::new(), hidden, unit };
        let points = (0..POINTS).map(|_| {
            let x = draw(-REACH, REACH);
            (x, task.value(x, hidden) + draw(-NOISE, NOISE))
        });
        task.points = points.collect();
        task
    }

    /// The parameter of the function that is learned as α.
    pub fn parameter(&self) -> &'static Parameter {
        &self.activation.parameters[0]
    }

    /// The parameters at the start of a descent with this α. Parameters that are not learned are
    /// those of the hidden neuron.
    pub fn start(&self, learned: Learned, alpha: f64) -> Parameters {
        match learned {
            Learned::Alpha => Parameters { alpha, ..self.hidden },
            Learned::All => Parameters { alpha, weight: 0.5, bias: 1.0 },
        }
    }

    /// The output at x of a neuron with these parameters. α may be outside its range.
    pub fn value(&self, x: f64, at: Parameters) -> f64 {
        let z = at.weight * x + at.bias;
        if z > 0.0 { z } else { at.alpha * self.unit.value(z) }
    }

    /// The mean squared error.
    pub fn loss(&self, at: Parameters) -> f64 {
        let squares = self.points.iter().map(|(x, y)| (self.value(*x, at) - y).powi(2));
        squares.sum::<f64>() / self.points.len() as f64
    }

    /// The gradient of the loss with respect to each parameter.
    pub fn gradient(&self, at: Parameters) -> Parameters {
        let mut sum = Parameters { alpha: 0.0, weight: 0.0, bias: 0.0 };
        for (x, y) in &self.points {
            let z = at.weight * x + at.bias;
            let (by_alpha, by_z) = if z > 0.0 {
                (0.0, 1.0)
            } else {
                (self.unit.value(z), at.alpha * self.unit.gradient(z))
            };
            let output_gradient = 2.0 * (self.value(*x, at) - y) / self.points.len() as f64;
            sum.alpha += output_gradient * by_alpha;
            sum.weight += output_gradient * by_z * x;
            sum.bias += output_gradient * by_z;
        }
        sum
    }

    /// The number of points with a negative sum. Only these contribute to the gradient of α.
    pub fn negative(&self, at: Parameters) -> usize {
        self.points.iter().filter(|(x, _)| at.weight * x + at.bias < 0.0).count()
    }

    /// Gradient descent from `start` with the learning rate `rate`: [`STEPS`] steps, or fewer if it
    /// diverges. α is clamped to its range after each step.
    pub fn descend(&self, learned: Learned, start: Parameters, rate: f64) -> Descent {
        let mut snapshots = vec![self.snapshot(start)];
        let lost = lost(snapshots[0].loss);
        let mut divergence = None;
        while snapshots.len() <= STEPS && divergence.is_none() {
            let from = snapshots[snapshots.len() - 1];
            let unclamped = from.next(learned, rate);
            let held = self.held(unclamped);
            let snapshot = self.snapshot(held);
            if snapshot.loss > lost {
                divergence = Some(Divergence::Loss);
            } else if held != unclamped && self.overshoots(&from, unclamped) {
                divergence = Some(Divergence::Range);
            }
            snapshots.push(snapshot);
        }
        Descent { snapshots, divergence }
    }

    /// These parameters with α clamped to its range.
    pub fn held(&self, at: Parameters) -> Parameters {
        let Parameter { min, max, .. } = self.parameter();
        Parameters { alpha: at.alpha.clamp(*min, *max), ..at }
    }

    /// Whether a step passed the minimum along α and increased the loss.
    fn overshoots(&self, from: &Snapshot, to: Parameters) -> bool {
        self.gradient(to).alpha * from.gradient.alpha < 0.0 && self.loss(to) > from.loss
    }

    fn snapshot(&self, at: Parameters) -> Snapshot {
        Snapshot { at, gradient: self.gradient(at), loss: self.loss(at) }
    }
}

/// A snapshot of a descent.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Snapshot {
    pub at: Parameters,
    pub gradient: Parameters,
    pub loss: f64,
}

impl Snapshot {
    /// The parameters after one more step, without the clamping of α.
    pub fn next(&self, learned: Learned, rate: f64) -> Parameters {
        let Snapshot { at, gradient, .. } = self;
        let alpha = at.alpha - rate * gradient.alpha;
        match learned {
            Learned::Alpha => Parameters { alpha, ..*at },
            Learned::All => Parameters {
                alpha,
                weight: at.weight - rate * gradient.weight,
                bias: at.bias - rate * gradient.bias,
            },
        }
    }
}

/// All snapshots of a gradient descent, the start first.
#[derive(Debug, Clone, PartialEq)]
pub struct Descent {
    pub snapshots: Vec<Snapshot>,
    /// The reason why the descent ended early.
    pub divergence: Option<Divergence>,
}

/// How a descent shows that its learning rate is too large.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Divergence {
    /// A step passed the minimum, increased the loss and left the range of α.
    Range,
    /// The loss has passed [`lost`].
    Loss,
}
