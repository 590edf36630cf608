//! Floor 0: the activation functions, each a value that says everything the app knows about it.
//!
//! One file a function. To add one: write `src/activations/<id>.rs` with a `pub const ACTIVATION` and
//! its code, `src/activations/code/<id>.md`; add its line to [`ALL`] and its text in each language.
//! Pickers, sliders, cards, permalinks,
//! tests and exports walk [`ALL`].

pub mod elu;
pub mod identity;
pub mod leaky_relu;
pub mod maxout;
pub mod relu;
pub mod sigmoid;
pub mod step;
pub mod tanh;

use wide::f32x4;

/// Every function, in the order in which the lesson and the pickers list them; the last two are
/// there for comparison.
pub static ALL: [Activation; 8] = [
    sigmoid::ACTIVATION,
    tanh::ACTIVATION,
    relu::ACTIVATION,
    leaky_relu::ACTIVATION,
    elu::ACTIVATION,
    maxout::ACTIVATION,
    identity::ACTIVATION,
    step::ACTIVATION,
];

/// How many parameters a function has at most (maxout's four).
pub const MAX_PARAMETERS: usize = 4;

/// An activation function as a value: what it computes, its parameters and what is true of it.
///
/// `value` and `gradient` never give NaN for a finite or infinite x and parameters within their
/// ranges; at an infinite x they give the limit.
#[derive(Debug)]
pub struct Activation {
    /// Permanent and lowercase; what links say. Equals the file's name with `-` for `_`.
    pub id: &'static str,
    /// f(x) in LaTeX.
    pub formula: &'static str,
    /// f′(x) in LaTeX, without a value at a kink.
    pub derivative: &'static str,
    /// The parameters, in the order in which the functions below take them.
    pub parameters: &'static [Parameter],
    /// Where the function was introduced, or what made it common.
    pub source: Source,
    /// f and f′ as code: Markdown with a section and a block for each language, in which `@` and a
    /// parameter's key stand for its number, `@formula` and `@derivative` for the LaTeX above.
    pub code: &'static str,
    value: fn(f64, &[f64]) -> f64,
    gradient: fn(f64, &[f64]) -> f64,
    simd: fn(&mut [f32x4], &mut [f32x4], &[f64]),
    kinks: fn(&[f64]) -> Vec<Kink>,
    facts: fn(&[f64]) -> Facts,
}

/// A number that shapes a function.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Parameter {
    /// Permanent; what links say.
    pub key: &'static str,
    /// The closed range in which the number may be.
    pub min: f64,
    pub max: f64,
    pub default: f64,
}

/// The paper in which a function was introduced or made common.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Source {
    pub authors: &'static str,
    pub year: u16,
    pub title: &'static str,
    /// Where it was published: journal with volume and pages, conference, or arXiv number.
    pub venue: &'static str,
}

/// A place where a function is not differentiable.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Kink {
    /// Where on the x axis.
    pub at: f64,
    /// The one-sided limits of f. They differ only where f jumps.
    pub values: Sides,
    /// The one-sided limits of f′.
    pub slopes: Sides,
    /// What this page uses for f′ there; `gradient` returns this.
    pub convention: f64,
    /// What frameworks return for f′ there.
    pub frameworks: Frameworks,
}

/// The slope that each framework returns at a kink. It is None where a framework has no such function or no derivative of
/// it, and where it is not known.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frameworks {
    pub pytorch: Option<f64>,
    pub jax: Option<f64>,
    pub keras: Option<f64>,
}

impl Frameworks {
    /// No framework returns anything.
    pub const NONE: Frameworks = Frameworks { pytorch: None, jax: None, keras: None };

    /// All of them return the same slope.
    pub const fn all(slope: f64) -> Self {
        Frameworks { pytorch: Some(slope), jax: Some(slope), keras: Some(slope) }
    }

    /// Those that return a slope, by name.
    pub fn slopes(&self) -> impl Iterator<Item = (&'static str, f64)> {
        let all = [("PyTorch", self.pytorch), ("JAX", self.jax), ("Keras", self.keras)];
        all.into_iter().filter_map(|(name, slope)| Some((name, slope?)))
    }
}

impl Kink {
    /// True where f itself jumps, not only its slope.
    pub fn is_jump(&self) -> bool {
        self.values.left != self.values.right
    }
}

/// Limits from the left and from the right.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sides {
    pub left: f64,
    pub right: f64,
}

/// What is true of a function with its parameters as they are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Facts {
    pub range: Range,
    pub parity: Parity,
    pub monotone: Monotone,
    pub smoothness: Smoothness,
    /// The limits of f′ at −∞ and +∞; a side whose limit is 0 saturates or is flat.
    pub slopes_at_infinity: Sides,
    /// The largest |f′|, or what it comes as close to as one likes: what a layer multiplies a
    /// gradient by at most, for a weight of 1.
    pub steepest: f64,
}

impl Facts {
    /// Whether f is a straight line, so that layers of it collapse into one.
    pub fn is_affine(&self) -> bool {
        let Sides { left, right } = self.slopes_at_infinity;
        // A slope that is the same on both sides, and never another between them.
        left == right && left.abs() == self.steepest && self.smoothness == Smoothness::Infinite
    }

    /// Whether some gradient is left to learn by; a step has none anywhere.
    pub fn has_gradient(&self) -> bool {
        self.steepest > 0.0
    }

    /// Whether inputs that are symmetric about 0 give outputs whose mean is 0. That is so for odd
    /// functions, and it is what keeps the next layer's inputs from all having one sign.
    pub fn is_zero_centred(&self) -> bool {
        self.parity == Parity::Odd
    }
}

/// The values that a function takes: an interval, or (for step) just its two ends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Range {
    /// May be −∞.
    pub low: f64,
    /// May be +∞.
    pub high: f64,
    /// Whether `low` and `high` themselves are taken.
    pub closed: (bool, bool),
    /// Only the two ends are taken, nothing between them.
    pub two_values: bool,
}

impl Range {
    /// Whether y is among the values.
    pub fn contains(&self, y: f64) -> bool {
        if self.two_values {
            return y == self.low || y == self.high;
        }
        let above = y > self.low || (self.closed.0 && y == self.low);
        let below = y < self.high || (self.closed.1 && y == self.high);
        above && below
    }
}

/// Symmetry about the origin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Parity {
    /// f(−x) = −f(x).
    Odd,
    /// f(−x) = f(x).
    Even,
    Neither,
}

/// How a function moves as x grows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Monotone {
    Increasing,
    NonDecreasing,
    Decreasing,
    NonIncreasing,
    Constant,
    /// Falls, then rises.
    No,
}

/// The smoothness class on the whole line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Smoothness {
    /// Jumps.
    Discontinuous,
    /// Continuous, its slope jumps (C⁰).
    Continuous,
    /// Its slope is continuous too (C¹), the second derivative jumps.
    Once,
    /// All derivatives are continuous (C^∞).
    Infinite,
}

impl Activation {
    /// The function of this id, if there is one.
    pub fn find(id: &str) -> Option<&'static Activation> {
        ALL.iter().find(|activation| activation.id == id)
    }

    /// Its place in [`ALL`].
    pub fn index(&self) -> usize {
        ALL.iter().position(|activation| activation == self).expect("every activation is listed")
    }
}

impl PartialEq for Activation {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

/// An activation with its parameters chosen: a function of x alone.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Function {
    pub activation: &'static Activation,
    parameters: [f64; MAX_PARAMETERS],
}

impl Function {
    /// `parameter` gives the number for each key; it is clamped to the parameter's range, and NaN
    /// becomes the default.
    pub fn new(activation: &'static Activation, parameter: impl Fn(&'static str) -> f64) -> Self {
        let mut parameters = [0.0; MAX_PARAMETERS];
        for (slot, declared) in parameters.iter_mut().zip(activation.parameters) {
            let number = parameter(declared.key);
            *slot = if number.is_nan() {
                declared.default
            } else {
                number.clamp(declared.min, declared.max)
            };
        }
        Function { activation, parameters }
    }

    /// The function with every parameter at its default.
    pub fn with_defaults(activation: &'static Activation) -> Self {
        Function::new(activation, |_| f64::NAN)
    }

    /// The chosen parameters, in their declared order.
    pub fn parameters(&self) -> &[f64] {
        &self.parameters[..self.activation.parameters.len()]
    }

    /// f(x).
    pub fn value(&self, x: f64) -> f64 {
        (self.activation.value)(x, self.parameters())
    }

    /// f′(x); at a kink, [`Kink::convention`].
    pub fn gradient(&self, x: f64) -> f64 {
        (self.activation.gradient)(x, self.parameters())
    }

    /// f and f′ of many numbers at once in f32: f(z) takes the place of each z, f′(z) is written to
    /// `slopes`, which is as long.
    ///
    /// At a kink, f′ is what [`Function::gradient`] gives. Values and slopes are within 3e−7 of those
    /// in f64, relative to the larger of 1 and themselves. NaN gives NaN for f, so that an overflow
    /// somewhere in a network shows; ±∞ gives the limit, or NaN where a slope of 0 is to multiply it.
    /// The bits are the same on every machine.
    pub fn simd(&self, values: &mut [f32x4], slopes: &mut [f32x4]) {
        (self.activation.simd)(values, slopes, self.parameters())
    }

    /// Where f is not differentiable, from left to right.
    pub fn kinks(&self) -> Vec<Kink> {
        (self.activation.kinks)(self.parameters())
    }

    /// What is true of f with these parameters.
    pub fn facts(&self) -> Facts {
        (self.activation.facts)(self.parameters())
    }
}
