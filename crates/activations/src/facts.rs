//! The properties of a function that are stated rather than computed. Tests compare them with its values.

/// Something on the left and on the right: limits from both sides of a place, or what holds for x → −∞ and x → ∞.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sides<T = f64> {
    pub left: T,
    pub right: T,
}

impl<T> Sides<T> {
    /// The same on both sides.
    pub const fn both(side: T) -> Self
    where
        T: Copy,
    {
        Sides { left: side, right: side }
    }

    /// Applies a function to each side.
    pub fn map<U>(self, function: impl Fn(T) -> U) -> Sides<U> {
        Sides { left: function(self.left), right: function(self.right) }
    }
}

/// The properties of a function with its present parameters. What is not known about a function is `None` or
/// `Unknown`.
#[derive(Debug, Clone, PartialEq)]
pub struct Facts {
    /// The values that f takes.
    pub range: Option<Range>,
    /// The symmetry of f about the origin.
    pub parity: Parity,
    /// How f changes as x grows.
    pub shape: Shape,
    /// How many derivatives of f are continuous.
    pub smoothness: Smoothness,
    /// Whether the graph of f is made of straight lines.
    pub graph: Graph,
    /// The limits of f′ for x → −∞ and x → ∞.
    pub slopes_at_infinity: Sides<Limit>,
    /// The places where f turns from falling to rising or from rising to falling, from left to right: its local
    /// minima and maxima. Of a function that alternates without end, the nearest place on each side of 0. A level
    /// part between two slopes is no place.
    pub turns: Option<Vec<f64>>,
    /// The supremum of |f′|: the largest factor by which a layer can multiply a gradient at a weight of 1. It is ∞ if
    /// f′ has no bound.
    pub steepest: Option<f64>,
    /// Where |f′| is `steepest`.
    pub steepest_at: Reached,
    /// The supremum of |f″| between the kinks, or a number a little above it; ∞ if f″ has no bound or none is known.
    /// The error of a difference quotient follows from it.
    pub curvature: f64,
}

impl Facts {
    /// Nothing is known.
    pub const UNKNOWN: Facts = Facts {
        range: None,
        parity: Parity::Unknown,
        shape: Shape::Unknown,
        smoothness: Smoothness::Unknown,
        graph: Graph::Unknown,
        slopes_at_infinity: Sides::both(Limit::Unknown),
        turns: None,
        steepest: None,
        steepest_at: Reached::Unknown,
        curvature: f64::INFINITY,
    };

    /// Whether f is a straight line, so that layers of it collapse into one.
    pub fn is_affine(&self) -> Option<bool> {
        (self.graph != Graph::Unknown).then_some(self.graph == Graph::Line)
    }

    /// Whether f′ is not 0 everywhere, so that gradients can be used for learning. A step has no such
    /// gradient.
    pub fn has_gradient(&self) -> Option<bool> {
        self.steepest.map(|steepest| steepest > 0.0)
    }

    /// Whether inputs that are symmetric about 0 give outputs with the mean 0. This holds for odd functions.
    /// It prevents the inputs of the next layer from having all the same sign.
    pub fn is_zero_centred(&self) -> Option<bool> {
        (self.parity != Parity::Unknown).then_some(self.parity == Parity::Odd)
    }

    /// The sides on which the function saturates or is flat: f′ goes to 0 there.
    pub fn saturates(&self) -> Sides<Option<bool>> {
        self.slopes_at_infinity.map(|limit| match limit {
            Limit::At(slope) => Some(slope == 0.0),
            Limit::None => Some(false),
            Limit::Unknown => None,
        })
    }
}

/// Where a function comes to its supremum.
#[derive(Debug, Clone, PartialEq)]
pub enum Reached {
    /// At these places, from left to right. Of a periodic function, those of the period around 0.
    At(Vec<f64>),
    /// Everywhere in these open intervals, from left to right. Their ends may be infinite.
    Within(Vec<Sides>),
    /// Nowhere: it is approached towards −∞ or ∞ or one side of a kink, or grows without bound.
    Nowhere,
    Unknown,
}

impl Reached {
    /// Everywhere between two numbers, which may be infinite.
    pub fn between(left: f64, right: f64) -> Self {
        Reached::Within(vec![Sides { left, right }])
    }

    /// Everywhere.
    pub fn everywhere() -> Self {
        Reached::between(f64::NEG_INFINITY, f64::INFINITY)
    }
}

/// A limit at infinity.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Limit {
    /// The limit, which may be ±∞.
    At(f64),
    /// There is none, as for the slope of a sine.
    None,
    Unknown,
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
    /// All numbers.
    pub const ALL: Range = Range {
        low: f64::NEG_INFINITY,
        high: f64::INFINITY,
        closed: (false, false),
        two_values: false,
    };

    /// The open interval between two numbers.
    pub const fn open(low: f64, high: f64) -> Self {
        Range { low, high, ..Range::ALL }
    }

    /// The numbers from `low` on.
    pub const fn from(low: f64) -> Self {
        Range { low, closed: (true, false), ..Range::ALL }
    }

    /// Two numbers and nothing between them.
    pub const fn two_values(low: f64, high: f64) -> Self {
        Range { low, high, closed: (true, true), two_values: true }
    }

    /// A single number.
    pub const fn only(value: f64) -> Self {
        Range { low: value, high: value, closed: (true, true), two_values: false }
    }

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
    Unknown,
}

/// How a function changes as x grows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// The trends from left to right. Neighbours differ. A jump upwards counts as rising.
    Trends(Vec<Trend>),
    /// Rises and falls without end.
    Alternating,
    Unknown,
}

/// How a function changes on an interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trend {
    Falling,
    Flat,
    Rising,
}

impl Trend {
    /// The trend where the slope has this sign.
    pub fn of(slope: f64) -> Self {
        if slope > 0.0 {
            Trend::Rising
        } else if slope < 0.0 {
            Trend::Falling
        } else {
            Trend::Flat
        }
    }
}

impl Shape {
    /// The shape with these trends from left to right. Equal neighbours become one.
    pub fn of(trends: impl IntoIterator<Item = Trend>) -> Self {
        let mut all: Vec<Trend> = trends.into_iter().collect();
        all.dedup();
        Shape::Trends(all)
    }

    /// In which direction the function changes.
    pub fn monotone(&self) -> Monotone {
        let trends = match self {
            Shape::Trends(trends) => trends,
            Shape::Alternating => return Monotone::No,
            Shape::Unknown => return Monotone::Unknown,
        };
        let has = |trend| trends.contains(&trend);
        match (has(Trend::Falling), has(Trend::Flat), has(Trend::Rising)) {
            (false, false, true) => Monotone::Increasing,
            (false, true, true) => Monotone::NonDecreasing,
            (true, false, false) => Monotone::Decreasing,
            (true, true, false) => Monotone::NonIncreasing,
            (true, _, true) => Monotone::No,
            (false, _, false) => Monotone::Constant,
        }
    }
}

/// In which direction a function changes as x grows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Monotone {
    Increasing,
    NonDecreasing,
    Decreasing,
    NonIncreasing,
    Constant,
    /// It rises and it falls.
    No,
    Unknown,
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
    /// Its second derivative is continuous (C²), but the third one jumps.
    Twice,
    /// All derivatives are continuous (C^∞).
    Infinite,
    Unknown,
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
    Unknown,
}

#[cfg(test)]
mod tests {
    use super::*;
    use Trend::{Falling, Flat, Rising};

    #[test]
    fn the_direction_follows_from_the_trends() {
        for (trends, monotone) in [
            (&[Rising][..], Monotone::Increasing),
            (&[Flat, Rising], Monotone::NonDecreasing),
            (&[Rising, Flat, Rising], Monotone::NonDecreasing),
            (&[Falling], Monotone::Decreasing),
            (&[Falling, Flat], Monotone::NonIncreasing),
            (&[Flat], Monotone::Constant),
            (&[Falling, Rising], Monotone::No),
            (&[Rising, Flat, Falling], Monotone::No),
        ] {
            assert_eq!(Shape::of(trends.iter().copied()).monotone(), monotone, "{trends:?}");
        }
        assert_eq!(Shape::Alternating.monotone(), Monotone::No);
        assert_eq!(Shape::Unknown.monotone(), Monotone::Unknown);
    }

    #[test]
    fn equal_neighbours_become_one_trend() {
        let slopes = [0.0, -0.0, 1.0, 2.0, -1.0];
        assert_eq!(Shape::of(slopes.map(Trend::of)), Shape::Trends(vec![Flat, Rising, Falling]));
    }
}
