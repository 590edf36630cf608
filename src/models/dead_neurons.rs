//! Neurons that die: a small network of one hidden layer learns a curve by gradient descent, and
//! the sums of some of its neurons become negative for all of the data.
//!
//! The functions are those that leave positive sums as they are: ReLU and its relatives. They
//! differ in what they make of the others.

use crate::activations::Function;
use oorandom::Rand64;

/// How many hidden neurons there are.
pub const WIDTH: usize = 64;
/// How many points there are to fit.
pub const POINTS: usize = 40;
/// Inputs are within ± this.
pub const REACH: f64 = 1.0;
/// How many steps a training takes at most.
pub const STEPS: usize = 100;

/// A hidden neuron: it gives `output` · f(`weight` · x + `bias`) to the network's sum. Also how the
/// loss changes with each of the three.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Neuron {
    pub weight: f64,
    pub bias: f64,
    /// The weight of the way out.
    pub output: f64,
}

impl Neuron {
    /// The pre-activation z.
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

/// All parameters of a network, or how the loss changes with each of them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Network {
    pub neurons: [Neuron; WIDTH],
    /// What is added to the sum of all neurons.
    pub bias: f64,
}

/// What f and f′ are at z. Positive sums pass as they are, whichever the function.
fn activate(function: &Function, z: f64) -> (f64, f64) {
    if z > 0.0 { (z, 1.0) } else { (function.value(z), function.gradient(z)) }
}

impl Network {
    /// What the network makes of x.
    pub fn value(&self, function: &Function, x: f64) -> f64 {
        let part = |neuron: &Neuron| neuron.output * activate(function, neuron.sum(x)).0;
        self.bias + self.neurons.iter().map(part).sum::<f64>()
    }

    /// The network after a step of gradient descent.
    fn moved(&self, gradient: &Network, rate: f64) -> Network {
        let mut moved = *self;
        for (neuron, gradient) in moved.neurons.iter_mut().zip(&gradient.neurons) {
            *neuron = neuron.moved(*gradient, rate);
        }
        moved.bias -= rate * gradient.bias;
        moved
    }
}

/// The points (x, y) to fit, and the network that sets out to do so.
#[derive(Debug, Clone, PartialEq)]
pub struct Task {
    pub points: Vec<(f64, f64)>,
    pub start: Network,
}

impl Task {
    /// The same seed gives the same points and the same start: inputs at even distances, y on a
    /// cubic with noise evenly from ±0.3; weights and output weights evenly from ±0.2, biases from
    /// ±0.1 around `bias`.
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

    /// The mean of the squared errors.
    pub fn loss(&self, function: &Function, at: &Network) -> f64 {
        self.snapshot(function, *at).0.loss
    }

    /// How the loss changes with each parameter.
    pub fn gradient(&self, function: &Function, at: &Network) -> Network {
        self.snapshot(function, *at).1
    }

    /// What there is to say of these parameters, and the gradient.
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
            let pull = 2.0 * share * error;
            let all = gradient.neurons.iter_mut().zip(&at.neurons).zip(&activations);
            for ((sum, neuron), (f, slope)) in all {
                let reaches = pull * neuron.output * slope;
                sum.weight += reaches * x;
                sum.bias += reaches;
                sum.output += pull * f;
            }
            gradient.bias += pull;
        }
        (Snapshot { at, loss, answers }, gradient)
    }

    /// Gradient descent on all parameters with a learning rate, [`STEPS`] steps or until it
    /// diverges.
    pub fn train(&self, function: &Function, rate: f64) -> Training {
        /// So many times the loss at the start (at least 1) is no fit any more.
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

/// The curve that the data is taken from, 2 + 4.5x − 3x² + 6x³.
pub fn target(x: f64) -> f64 {
    2.0 + x * (4.5 + x * (-3.0 + x * 6.0))
}

/// A snapshot of a training.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Snapshot {
    pub at: Network,
    pub loss: f64,
    /// How many points each neuron answers to: for how many its sum is positive.
    pub answers: [usize; WIDTH],
}

impl Snapshot {
    /// How many neurons answer to no point at all. Those of ReLU are dead.
    pub fn dark(&self) -> usize {
        self.answers.iter().filter(|count| **count == 0).count()
    }
}

/// All snapshots of a training, the start first.
#[derive(Debug, Clone, PartialEq)]
pub struct Training {
    pub snapshots: Vec<Snapshot>,
    /// It ended before its time: its loss has become a hundred times what it was.
    pub has_diverged: bool,
}
