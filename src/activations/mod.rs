//! Floor 0: the activation functions. Each is a value that contains everything the app knows about it.
//!
//! One file for each function. To add a function, write `src/activations/<id>.rs` with a `pub const
//! ACTIVATION` and its code `src/activations/code/<id>.md`, then add its line to [`ALL`] and its card in each
//! language. Pickers, sliders, cards, permalinks, tests and exports use [`ALL`].

pub mod elu;
pub mod identity;
pub mod leaky_relu;
pub mod maxout;
pub mod relu;
pub mod sigmoid;
pub mod step;
pub mod tanh;

use wide::f32x4;

/// Every function, in the order of the lesson and of the pickers. The last two are for comparison.
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

/// The largest number of parameters of a function (maxout has four).
pub const MAX_PARAMETERS: usize = 4;

/// An activation function as a value: its computation, its parameters and its properties.
///
/// `value` and `gradient` never return NaN if x is finite or infinite and the parameters are within their
/// ranges. At an infinite x they return the limit.
#[derive(Debug)]
pub struct Activation {
    /// Permanent and lowercase, because links contain it. Equals the file's name with `-` for `_`.
    pub id: &'static str,
    /// f(x) in LaTeX.
    pub formula: &'static str,
    /// f′(x) in LaTeX, without a value at a kink.
    pub derivative: &'static str,
    /// The parameters, in the order in which the functions below take them.
    pub parameters: &'static [Parameter],
    /// The paper that introduced the function or made it common.
    pub source: Source,
    /// f and f′ as code: Markdown with a section and a block for each language. `@` and a parameter's key
    /// stand for its value, `@formula` and `@derivative` for the LaTeX above.
    pub code: &'static str,
    value: fn(f64, &[f64]) -> f64,
    gradient: fn(f64, &[f64]) -> f64,
    simd: fn(&mut [f32x4], &mut [f32x4], &[f64]),
    kinks: fn(&[f64]) -> Vec<Kink>,
    facts: fn(&[f64]) -> Facts,
}

/// A parameter of a function.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Parameter {
    /// Permanent, because links contain it.
    pub key: &'static str,
    /// The closed range of the parameter.
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
    /// The journal with volume and pages, the conference, or the arXiv number.
    pub venue: &'static str,
}

/// A place where a function is not differentiable.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Kink {
    /// The position on the x axis.
    pub at: f64,
    /// The one-sided limits of f. They differ only where f jumps.
    pub values: Sides,
    /// The one-sided limits of f′.
    pub slopes: Sides,
    /// The value of f′ that this page uses at the kink; `gradient` returns it.
    pub convention: f64,
    /// The values of f′ that frameworks return at the kink.
    pub frameworks: Frameworks,
}

/// The slope that each framework returns at a kink. `None` if the framework has no such function or no
/// derivative of it, or if the value is not known.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frameworks {
    pub pytorch: Option<f64>,
    pub jax: Option<f64>,
    pub keras: Option<f64>,
}

impl Frameworks {
    /// No framework returns a slope.
    pub const NONE: Frameworks = Frameworks { pytorch: None, jax: None, keras: None };

    /// All frameworks return the same slope.
    pub const fn all(slope: f64) -> Self {
        Frameworks { pytorch: Some(slope), jax: Some(slope), keras: Some(slope) }
    }

    /// The frameworks that return a slope, by name.
    pub fn slopes(&self) -> impl Iterator<Item = (&'static str, f64)> {
        let all = [("PyTorch", self.pytorch), ("JAX", self.jax), ("Keras", self.keras)];
        all.into_iter().filter_map(|(name, slope)| Some((name, slope?)))
    }
}

impl Kink {
    /// Whether f itself jumps, and not only its slope.
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

/// The properties of a function with its present parameters.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Facts {
    /// The values that f takes.
    pub range: Range,
    /// The symmetry of f about the origin.
    pub parity: Parity,
    /// How f changes as x grows.
    pub monotone: Monotone,
    /// How many derivatives of f are continuous.
    pub smoothness: Smoothness,
    /// Whether the graph of f is made of straight lines.
    pub graph: Graph,
    /// The limits of f′ at −∞ and +∞. A limit of 0 means that the function saturates or is flat on that side.
    pub slopes_at_infinity: Sides,
    /// The supremum of |f′|: the largest factor by which a layer can multiply a gradient at a weight of 1.
    pub steepest: f64,
}

impl Facts {
    /// Whether f is a straight line, so that layers of it collapse into one.
    pub fn is_affine(&self) -> bool {
        self.graph == Graph::Line
    }

    /// Whether f′ is not 0 everywhere, so that gradients can be used for learning. A step has no such
    /// gradient.
    pub fn has_gradient(&self) -> bool {
        self.steepest > 0.0
    }

    /// Whether inputs that are symmetric about 0 give outputs with the mean 0. This holds for odd functions.
    /// It prevents the inputs of the next layer from having all the same sign.
    pub fn is_zero_centred(&self) -> bool {
        self.parity == Parity::Odd
    }
}

/// The values of a function: an interval, or (for step) its two ends only.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Range {
    /// May be −∞.
    pub low: f64,
    /// May be +∞.
    pub high: f64,
    /// Whether `low` and `high` themselves are values.
    pub closed: (bool, bool),
    /// Whether the values are the two ends only.
    pub two_values: bool,
}

impl Range {
    /// Whether y is a value of the function.
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

/// How a function changes as x grows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Monotone {
    Increasing,
    NonDecreasing,
    Decreasing,
    NonIncreasing,
    Constant,
    /// Decreases, then increases.
    No,
}

/// The smoothness class on the whole real line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Smoothness {
    /// Jumps.
    Discontinuous,
    /// Continuous, but its slope jumps (C⁰).
    Continuous,
    /// Its slope is continuous (C¹), but the second derivative jumps.
    Once,
    /// All derivatives are continuous (C^∞).
    Infinite,
}

/// The lines of which the graph of a function is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Graph {
    /// One straight line.
    Line,
    /// A straight line on each side of every kink.
    Lines,
    /// At least one part is curved.
    Curve,
}

impl Activation {
    /// The function with this id, if there is one.
    pub fn find(id: &str) -> Option<&'static Activation> {
        ALL.iter().find(|activation| activation.id == id)
    }

    /// The index of the function in [`ALL`].
    pub fn index(&self) -> usize {
        ALL.iter().position(|activation| activation == self).expect("every activation is listed")
    }
}

impl PartialEq for Activation {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

/// An activation with fixed parameters: a function of x alone.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Function {
    /// The function itself.
    pub activation: &'static Activation,
    parameters: [f64; MAX_PARAMETERS],
}

impl Function {
    /// `number` returns the number for each parameter. It is clamped to the parameter's range; NaN becomes the
    /// default.
    pub fn new(
        activation: &'static Activation,
        number: impl Fn(&'static Parameter) -> f64,
    ) -> Self {
        let mut parameters = [0.0; MAX_PARAMETERS];
        for (slot, declared) in parameters.iter_mut().zip(activation.parameters) {
            let number = number(declared);
            *slot = if number.is_nan() {
                declared.default
            } else {
                number.clamp(declared.min, declared.max)
            };
        }
        Function { activation, parameters }
    }

    /// The function with all parameters at their defaults.
    pub fn with_defaults(activation: &'static Activation) -> Self {
        Function::new(activation, |parameter| parameter.default)
    }

    /// The parameters in their declared order.
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

    /// f and f′ of many numbers at once in f32. Each z in `values` is replaced by f(z), and f′(z) is written
    /// to `slopes`, which has the same length.
    ///
    /// At a kink, f′ is the value of [`Function::gradient`]. Values and slopes are within 3e−7 of those in
    /// f64, relative to the larger of 1 and themselves. NaN gives NaN for f, so that an overflow in a network
    /// is visible. ±∞ gives the limit, or NaN where it is multiplied by a slope of 0. The bits are the same on
    /// every machine.
    pub fn simd(&self, values: &mut [f32x4], slopes: &mut [f32x4]) {
        (self.activation.simd)(values, slopes, self.parameters())
    }

    /// The places where f is not differentiable, from left to right.
    pub fn kinks(&self) -> Vec<Kink> {
        (self.activation.kinks)(self.parameters())
    }

    /// The kink at x, if x is one.
    pub fn kink_at(&self, x: f64) -> Option<Kink> {
        self.kinks().into_iter().find(|kink| kink.at == x)
    }

    /// The properties of f with these parameters.
    pub fn facts(&self) -> Facts {
        (self.activation.facts)(self.parameters())
    }
}
