//! Dying neurons: a small network with one hidden layer learns a curve by gradient descent, and the
//! weighted sums of some neurons become negative for all points.
//!
//! The functions are ReLU and its relatives. They return positive sums unchanged and differ in
//! their values for the other sums.

use activations::Function;
use oorandom::Rand64;

/// The number of hidden neurons.
pub const WIDTH: usize = 64;
/// The number of points.
pub const POINTS: usize = 40;
/// The largest magnitude of an input.
pub const REACH: f64 = 1.0;
/// The largest number of steps of a training.
pub const STEPS: usize = 100;

/// A hidden neuron, which adds `output` · f(`weight` · x + `bias`) to the network's sum. Also the
/// gradient of the loss with respect to its three parameters.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Neuron {
    pub weight: f64,
    pub bias: f64,
    /// The weight of the neuron's activation in the network's sum.
    pub output: f64,
}

impl Neuron {
    /// The pre-activation z, `weight` · x + `bias`.
    pub fn sum(&self, x: f64) -> f64 {
        self.weight * x + self.bias
    }

    fn moved(self, gradient: Neuron, rate: f64) -> Neuron {
        Neuron {
            weight: self.weight - rate * gradient.weight,
            bias: self.bias - rate * gradient.bias,
            output: self.output - rate * gradient.output,
        }
    }
}

/// All parameters of a network, or the gradient of the loss with respect to them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Network {
    pub neurons: [Neuron; WIDTH],
    /// The bias of the output.
    pub bias: f64,
}

/// f(z) and f′(z). For a positive z every function has the value z and the slope 1.
fn activate(function: &Function, z: f64) -> (f64, f64) {
    if z > 0.0 { (z, 1.0) } else { (function.value(z), function.gradient(z)) }
}

impl Network {
    /// The output of the network at x.
    pub fn value(&self, function: &Function, x: f64) -> f64 {
        let part = |neuron: &Neuron| neuron.output * activate(function, neuron.sum(x)).0;
        self.bias + self.neurons.iter().map(part).sum::<f64>()
    }

    /// The network after one step of gradient descent.
    fn moved(&self, gradient: &Network, rate: f64) -> Network {
        let mut moved = *self;
        for (neuron, gradient) in moved.neurons.iter_mut().zip(&gradient.neurons) {
            *neuron = neuron.moved(*gradient, rate);
        }
        moved.bias -= rate * gradient.bias;
        moved
    }
}

/// The points (x, y) to fit, and the network before training.
#[derive(Debug, Clone, PartialEq)]
pub struct Task {
    pub points: Vec<(f64, f64)>,
    pub start: Network,
}

impl Task {
    /// The same seed gives the same points and the same start. Inputs are equally spaced. y is a
    /// cubic plus noise drawn uniformly from ±0.3. Weights and output weights are drawn uniformly
    /// from ±0.2, biases from ±0.1 around `bias`.
    pub fn new(seed: u64, bias: f64) -> Self {
        const NOISE: f64 = 0.3;
        const WEIGHT: f64 = 0.2;
        const SPREAD: f64 = 0.1;
        let mut dice = Rand64::new(u128::from(seed));
        let mut draw = move |reach: f64| reach * (2.0 * dice.rand_float() - 1.0);
        let points = (0..POINTS).map(|index| {
            let x = REACH * ((2 * index + 1) as f64 / POINTS as f64 - 1.0);
            (x, target(x) + draw(NOISE))
        });
        let points = points.collect();
        let neurons = [(); WIDTH].map(|()| Neuron {
            weight: draw(WEIGHT),
            bias: bias + draw(SPREAD),
            output: draw(WEIGHT),
        });
        Task { points, start: Network { neurons, bias: 0.0 } }
    }

    /// The mean squared error.
    pub fn loss(&self, function: &Function, at: &Network) -> f64 {
        self.snapshot(function, *at).0.loss
    }

    /// The gradient of the loss with respect to each parameter.
    pub fn gradient(&self, function: &Function, at: &Network) -> Network {
        self.snapshot(function, *at).1
    }

    /// The snapshot of a network, and the gradient of its loss.
    fn snapshot(&self, function: &Function, at: Network) -> (Snapshot, Network) {
        let nothing = Neuron { weight: 0.0, bias: 0.0, output: 0.0 };
        let mut gradient = Network { neurons: [nothing; WIDTH], bias: 0.0 };
        let (mut loss, mut answers) = (0.0, [0; WIDTH]);
        let share = 1.0 / self.points.len() as f64;
        let mut activations = [(0.0, 0.0); WIDTH];
        for &(x, y) in &self.points {
            let mut value = at.bias;
            for (index, neuron) in at.neurons.iter().enumerate() {
                let z = neuron.sum(x);
                activations[index] = activate(function, z);
                answers[index] += usize::from(z > 0.0);
                value += neuron.output * activations[index].0;
            }
            let error = value - y;
            loss += share * error * error;
            let output_gradient = 2.0 * share * error;
            let all = gradient.neurons.iter_mut().zip(&at.neurons).zip(&activations);
            for ((sum, neuron), (f, slope)) in all {
                let sum_gradient = output_gradient * neuron.output * slope;
                sum.weight += sum_gradient * x;
                sum.bias += sum_gradient;
                sum.output += output_gradient * f;
            }
            gradient.bias += output_gradient;
        }
        (Snapshot { at, loss, answers }, gradient)
    }

    /// Gradient descent on all parameters with the learning rate `rate`: [`STEPS`] steps, or fewer
    /// if it diverges.
    pub fn train(&self, function: &Function, rate: f64) -> Training {
        /// A training has diverged when its loss passes this many times 1 + the loss at the start.
        const LOST: f64 = 100.0;
        let mut snapshots: Vec<Snapshot> = Vec::with_capacity(STEPS + 1);
        let mut at = self.start;
        loop {
            let (snapshot, gradient) = self.snapshot(function, at);
            snapshots.push(snapshot);
            let has_diverged = snapshot.loss > LOST * (1.0 + snapshots[0].loss);
            if has_diverged || snapshots.len() > STEPS {
                return Training { snapshots, has_diverged };
            }
            at = at.moved(&gradient, rate);
        }
    }
}

/// The curve that the points lie on without noise: 2 + 4.5x − 3x² + 6x³.
pub fn target(x: f64) -> f64 {
    2.0 + x * (4.5 + x * (-3.0 + x * 6.0))
}

/// A snapshot of a training.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Snapshot {
    pub at: Network,
    pub loss: f64,
    /// For each neuron the number of points whose weighted sum is positive.
    pub answers: [usize; WIDTH],
}

impl Snapshot {
    /// The number of neurons whose sum is positive for no point. With ReLU these neurons are dead.
    pub fn dark(&self) -> usize {
        self.answers.iter().filter(|count| **count == 0).count()
    }
}

/// All snapshots of a training, the start first.
#[derive(Debug, Clone, PartialEq)]
pub struct Training {
    pub snapshots: Vec<Snapshot>,
    /// Whether the training ended early because its loss grew a hundredfold.
    pub has_diverged: bool,
}
