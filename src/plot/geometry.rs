//! Points and intervals, in data units.

/// A point in data coordinates.
pub type Point = (f64, f64);

/// A closed interval `low..=high` with `low < high`, in data units.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    pub low: f64,
    pub high: f64,
}

/// The smallest height of the range of an axis, so that a curve that is 0 everywhere gets an axis with 0 in its middle.
const LEAST: f64 = 0.5;

/// From the smallest to the largest of 0 and the finite ones of `numbers`.
fn span(numbers: impl IntoIterator<Item = f64>) -> Interval {
    let finite = numbers.into_iter().filter(|number| number.is_finite());
    finite.fold(Interval::new(0.0, 0.0), |Interval { low, high }, number| Interval {
        low: low.min(number),
        high: high.max(number),
    })
}

impl Interval {
    /// The interval from `low` to `high`, which must be the larger one.
    pub const fn new(low: f64, high: f64) -> Self {
        Interval { low, high }
    }

    /// The difference of the two ends, in data units.
    pub fn length(&self) -> f64 {
        self.high - self.low
    }

    /// The two ends and the places between them that divide the interval into `parts` equal parts.
    pub fn places(self, parts: u32) -> impl Iterator<Item = f64> + Clone {
        (0..=parts).map(move |part| self.low + self.length() * f64::from(part) / f64::from(parts))
    }

    /// Whether a number is between the two ends, or equal to one of them.
    pub fn contains(&self, number: f64) -> bool {
        self.low <= number && number <= self.high
    }

    /// The intersection with `frame`; `None` if it has no length.
    pub fn within(&self, frame: Interval) -> Option<Interval> {
        let (low, high) = (self.low.max(frame.low), self.high.min(frame.high));
        (low < high).then_some(Interval { low, high })
    }

    /// The interval a fraction `t` (0..=1) of the way from here to `target`.
    pub fn towards(&self, target: Interval, t: f64) -> Interval {
        Interval {
            low: self.low + (target.low - self.low) * t,
            high: self.high + (target.high - self.high) * t,
        }
    }

    /// The range of an axis that shows all of `numbers` with a small margin. Numbers that are not finite are
    /// left out. The range always contains 0: an axis that zoomed into a saturated curve would make its last
    /// thousandths look like a slope.
    pub fn around(numbers: impl IntoIterator<Item = f64>) -> Interval {
        span(numbers).with_air(LEAST)
    }

    /// As [`Interval::around`], but fitted to numbers of any size, however small. Only if all are 0, the range is that of
    /// a curve that is 0 everywhere.
    pub fn fitted(numbers: &[f64]) -> Interval {
        let span = span(numbers.iter().copied());
        span.with_air(if span.length() > 0.0 { 0.0 } else { LEAST })
    }

    /// The interval with a margin on both sides, and at least as long as `least`.
    fn with_air(self, least: f64) -> Interval {
        /// The margin above and below, as a share of the curves' height.
        const AIR: f64 = 0.08;
        let air = (AIR * self.length()).max((least - self.length()) / 2.0);
        Interval { low: self.low - air, high: self.high + air }
    }
}
