//! The properties of a function that are stated rather than computed. Tests compare them with its values.

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
    /// The supremum of |f″| between the kinks, or a number a little above it; ∞ if f″ has no bound. The error of
    /// a difference quotient follows from it.
    pub curvature: f64,
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
