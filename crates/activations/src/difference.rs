//! The difference of two functions, and where they are farthest apart.

use crate::activation::Function;
use crate::facts::Sides;

/// f − g as a function of x.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Difference {
    pub f: Function,
    pub g: Function,
}

/// The largest distance |f − g| in an interval.
#[derive(Debug, Clone, PartialEq)]
pub struct Largest {
    /// The least upper bound of |f − g|. 0 if the functions are equal in the whole interval.
    pub distance: f64,
    /// Whether |f − g| has this value at `places`. Otherwise it only approaches it there, at a jump.
    pub is_reached: bool,
    /// Where it is reached or approached, from left to right. Empty if `distance` is 0.
    pub places: Vec<Place>,
}

/// A place where the distance of two functions is largest: a point, or an interval in which it stays the same.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    /// The ends of the interval. They are equal for a point.
    pub low: f64,
    pub high: f64,
    /// The point itself, or the middle of the interval.
    pub x: f64,
    /// f and g at `x`, or their limits at a jump where the distance is only approached.
    pub f: f64,
    pub g: f64,
}

/// f and g at a place or on one side of it.
#[derive(Clone, Copy)]
struct Sample {
    x: f64,
    f: f64,
    g: f64,
    /// Whether f and g have these values at x. Otherwise they are limits.
    is_value: bool,
}

impl Sample {
    fn distance(&self) -> f64 {
        minus(self.f, self.g).abs()
    }
}

impl Difference {
    /// f(x) − g(x). Where the two differ by no more than the rounding of f64, it is 0.
    pub fn value(&self, x: f64) -> f64 {
        minus(self.f.value(x), self.g.value(x))
    }

    /// f′(x) − g′(x), each with its convention at a kink.
    pub fn gradient(&self, x: f64) -> f64 {
        minus(self.f.gradient(x), self.g.gradient(x))
    }

    /// The one-sided limits of f − g at x.
    pub fn limits(&self, x: f64) -> Sides {
        let [f, g] = [self.f, self.g].map(|function| values(&function, x));
        Sides { left: minus(f.left, g.left), right: minus(f.right, g.right) }
    }

    /// The places where f or g is not differentiable, from left to right.
    pub fn breaks(&self) -> Vec<f64> {
        let mut breaks: Vec<f64> = Vec::new();
        for kink in self.f.kinks().iter().chain(&self.g.kinks()) {
            let place = breaks.partition_point(|at| *at < kink.at);
            if breaks.get(place) != Some(&kink.at) {
                breaks.insert(place, kink.at);
            }
        }
        breaks
    }

    /// The largest distance of f and g for `low <= x <= high`; `None` if there is no x at which both are finite. Places
    /// where one of them is not finite do not count.
    ///
    /// Between two breaks, the distance is largest at an end or where f′ − g′ changes its sign. Each such part is divided
    /// into 4000 pieces, so that a change is missed if the sign changes back within the same piece.
    pub fn largest(&self, low: f64, high: f64) -> Option<Largest> {
        let (samples, piece) = self.samples(low, high);
        let mut best = *samples.first()?;
        for sample in &samples {
            if sample.distance() > best.distance() {
                best = *sample;
            }
        }
        let distance = best.distance();
        // Two places of a symmetric difference have distances that differ in the last bits of f and g.
        let is_farthest = |sample: &Sample| {
            let size = best.f.abs().max(best.g.abs()).max(sample.f.abs()).max(sample.g.abs());
            distance > 0.0 && distance - sample.distance() <= 4.0 * ROUNDING * size
        };
        let is_reached = samples.iter().any(|sample| sample.is_value && is_farthest(sample));
        let mut places: Vec<Place> = Vec::new();
        for sample in &samples {
            if sample.is_value != is_reached || !is_farthest(sample) {
                continue;
            }
            let &Sample { x, f, g, .. } = sample;
            match places.last_mut() {
                Some(last) if x - last.high <= 1.5 * piece => {
                    last.high = x;
                    if (f - g).abs() > (last.f - last.g).abs() {
                        (last.x, last.f, last.g) = (x, f, g);
                    }
                }
                _ => places.push(Place { low: x, high: x, x, f, g }),
            }
        }
        for place in &mut places {
            // Samples on both sides of a very flat peak are one point.
            if place.high - place.low <= 2.5 * piece {
                (place.low, place.high) = (place.x, place.x);
            } else {
                place.x = place.low + (place.high - place.low) / 2.0;
                (place.f, place.g) = (self.f.value(place.x), self.g.value(place.x));
            }
        }
        Some(Largest { distance, is_reached, places })
    }

    /// Where the distance may be largest, from left to right, and the length of the longest piece between two samples.
    fn samples(&self, low: f64, high: f64) -> (Vec<Sample>, f64) {
        /// The number of pieces between two breaks.
        const PIECES: u32 = 4000;
        let Difference { f, g } = self;
        let mut samples = Vec::new();
        let mut add = |x, f: f64, g: f64, is_value| {
            if (f - g).is_finite() {
                samples.push(Sample { x, f, g, is_value });
            }
        };
        let mut longest = 0.0_f64;
        let mut ends = self.breaks();
        ends.retain(|at| low < *at && *at < high);
        ends.push(high);
        let mut from = low;
        for to in ends {
            add(from, f.value(from), g.value(from), true);
            add(from, values(f, from).right, values(g, from).right, false);
            let piece = (to - from) / f64::from(PIECES);
            longest = longest.max(piece);
            let mut before = (from, minus(slopes(f, from).right, slopes(g, from).right));
            for index in 1..=PIECES {
                let x = if index == PIECES { to } else { from + piece * f64::from(index) };
                let slope = minus(slopes(f, x).left, slopes(g, x).left);
                if before.1 * slope < 0.0 {
                    let turn = self.turn(before.0, x, slope > 0.0);
                    add(turn, f.value(turn), g.value(turn), true);
                }
                before = (x, slope);
                let (f, g) = (values(f, x).left, values(g, x).left);
                add(x, f, g, index < PIECES);
            }
            from = to;
        }
        add(high, f.value(high), g.value(high), true);
        (samples, longest)
    }

    /// The place between `from` and `to` where f′ − g′ changes its sign, by bisection down to neighbouring numbers.
    /// `rises` says whether f − g rises at `to`.
    fn turn(&self, mut from: f64, mut to: f64, rises: bool) -> f64 {
        loop {
            let middle = from + (to - from) / 2.0;
            if middle <= from || middle >= to {
                return middle;
            }
            if (self.gradient(middle) > 0.0) == rises {
                to = middle;
            } else {
                from = middle;
            }
        }
    }
}

/// The largest rounding error of a value of a function, relative to the value: a few units in the last place.
const ROUNDING: f64 = 4.0 * f64::EPSILON;

/// a − b; 0 if a and b differ by no more than their rounding.
fn minus(a: f64, b: f64) -> f64 {
    let difference = a - b;
    let rounding = ROUNDING * a.abs().max(b.abs());
    if rounding.is_finite() && difference.abs() <= rounding { 0.0 } else { difference }
}

/// The one-sided limits of a function at x.
fn values(function: &Function, x: f64) -> Sides {
    function.kink_at(x).map_or_else(|| Sides::both(function.value(x)), |kink| kink.values)
}

/// The one-sided limits of its slope at x.
fn slopes(function: &Function, x: f64) -> Sides {
    function.kink_at(x).map_or_else(|| Sides::both(function.gradient(x)), |kink| kink.slopes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Activation, all};

    fn function(id: &str, parameters: &[(&str, f64)]) -> Function {
        let activation = Activation::find(id).expect("the function is listed");
        Function::new(activation, |parameter| {
            let given = parameters.iter().find(|(name, _)| *name == parameter.name());
            given.map_or(parameter.default, |(_, number)| *number)
        })
    }

    fn between(f: &str, g: &str) -> Difference {
        Difference { f: function(f, &[]), g: function(g, &[]) }
    }

    fn farthest(f: &str, g: &str, low: f64, high: f64) -> Largest {
        between(f, g).largest(low, high).expect("both functions are finite")
    }

    /// The left ends of the places; they are equal to the right ends.
    fn points(largest: &Largest) -> Vec<f64> {
        let is_point = |place: &Place| place.low == place.high && place.x == place.low;
        assert!(largest.places.iter().all(is_point), "{largest:?}");
        largest.places.iter().map(|place| place.x).collect()
    }

    fn assert_near(got: f64, want: f64, tolerance: f64) {
        assert!((got - want).abs() <= tolerance, "{got}, not {want}");
    }

    #[test]
    fn the_tanh_form_of_gelu_is_off_by_half_a_thousandth() {
        // mpmath, 40 digits.
        const AT: f64 = 2.698_941_386_377_27;
        const DISTANCE: f64 = 0.000_473_235_520_687_284_9;
        let largest = farthest("gelu", "gelu-tanh", -6.0, 6.0);
        // Both values are about 2.7 with errors of a few units in the last place.
        assert_near(largest.distance, DISTANCE, 4e-15);
        assert!(largest.is_reached);
        let at = points(&largest);
        assert_eq!(at.len(), 2, "the difference is even");
        // The error of f′ − g′, 1e-15, over the second derivative of the difference, about 1e-3.
        assert_near(at[0], -AT, 1e-11);
        assert_near(at[1], AT, 1e-11);
        let Place { f, g, .. } = largest.places[1];
        assert_near(f - g, -DISTANCE, 4e-15);
    }

    #[test]
    fn softplus_is_farthest_from_relu_at_the_kink() {
        let largest = farthest("relu", "softplus", -6.0, 6.0);
        assert_near(largest.distance, std::f64::consts::LN_2, 2e-16);
        assert_eq!((points(&largest), largest.is_reached), (vec![0.0], true));
        assert_eq!(largest.places[0].f, 0.0);
    }

    #[test]
    fn the_hard_sigmoid_is_off_where_the_slopes_are_equal() {
        // σ′(x) = 1/6 at x = ln(2 + √3).
        let at = (2.0 + 3.0_f64.sqrt()).ln();
        let largest = farthest("sigmoid", "hard-sigmoid", -6.0, 6.0);
        assert_near(largest.distance, 0.069_182_151_774_010_1, 4e-16);
        let found = points(&largest);
        assert_eq!(found.len(), 2);
        assert_near(found[0], -at, 1e-14);
        assert_near(found[1], at, 1e-14);
        // A part of the axis without these places: the largest distance is at its left end.
        assert_eq!(points(&farthest("sigmoid", "hard-sigmoid", 2.0, 2.5)), [2.0]);
    }

    #[test]
    fn an_end_of_the_interval_counts() {
        let largest = farthest("relu", "identity", -2.0, 5.0);
        assert_eq!((points(&largest), largest.distance), (vec![-2.0], 2.0));
        // GELU − SiLU rises from 0 to x = 1.965 (mpmath), beyond the right end.
        let gated = farthest("gelu", "silu", 0.0, 1.5);
        assert_eq!(points(&gated), [1.5]);
    }

    #[test]
    fn a_jump_counts_from_both_sides() {
        // The step is 1 at 0, so that half of the distance is reached from the right and approached from the left.
        let both = farthest("sigmoid", "step", -6.0, 6.0);
        assert_eq!((points(&both), both.distance, both.is_reached), (vec![0.0], 0.5, true));
        // 2 + x − step(x): 2 to the left of 0, 1 at 0.
        let line = function("maxout", &[("w1", 1.0), ("b1", 2.0), ("w2", 1.0), ("b2", 2.0)]);
        let difference = Difference { f: line, g: function("step", &[]) };
        let left = difference.largest(-1.0, 0.5).expect("both functions are finite");
        assert_eq!((points(&left), left.distance, left.is_reached), (vec![0.0], 2.0, false));
        assert_eq!((left.places[0].f, left.places[0].g), (2.0, 0.0));
        assert_eq!(difference.limits(0.0), Sides { left: 2.0, right: 1.0 });
        // A jump at the left end of the interval is outside it, except for the value at the end.
        let inside = difference.largest(0.0, 0.5).expect("both functions are finite");
        assert_eq!((points(&inside), inside.distance), (vec![0.5], 1.5));
    }

    #[test]
    fn a_distance_may_stay_the_same() {
        // x − softshrink(x) is ±0.5 beyond ±0.5.
        let level = farthest("identity", "softshrink", -6.0, 6.0);
        let ends: Vec<_> = level.places.iter().map(|place| (place.low, place.high)).collect();
        assert_eq!((ends, level.distance), (vec![(-6.0, -0.5), (0.5, 6.0)], 0.5));
        assert_eq!((level.places[0].x, level.places[0].f), (-3.25, -3.25));
    }

    #[test]
    fn equal_functions_have_no_distance() {
        for activation in all() {
            let same = between(activation.id, activation.id).largest(-100.0, 100.0);
            let same = same.unwrap_or_else(|| panic!("{} is finite", activation.id));
            assert_eq!((same.distance, same.places.len()), (0.0, 0), "{}", activation.id);
        }
        // Two formulas of one function: ELU and CELU with α = 1. Their roundings differ.
        assert_eq!(farthest("elu", "celu", -20.0, 20.0).distance, 0.0);
    }

    #[test]
    fn what_is_not_finite_does_not_count() {
        assert_eq!(minus(f64::INFINITY, 1.0), f64::INFINITY);
        assert!(minus(f64::INFINITY, f64::INFINITY).is_nan());
        // eˣ overflows from x = 710 on.
        let growing = between("exponential", "relu");
        assert!(growing.largest(-1.0, 800.0).is_some_and(|largest| largest.distance.is_finite()));
        assert_eq!(growing.largest(800.0, 900.0), None);
    }

    #[test]
    fn no_other_place_is_farther_for_any_pair() {
        for f in all() {
            for g in all() {
                let difference = between(f.id, g.id);
                let largest = difference.largest(-6.0, 6.5).expect("both functions are finite");
                for step in 0..300 {
                    // The stride is irrational, so that it never meets the pieces.
                    let x = -6.0 + 12.5 * (f64::from(step) * 0.618_033_988_749_895).fract();
                    let here = difference.value(x).abs();
                    let rounding = 1e-14 * difference.f.value(x).abs().max(1.0);
                    assert!(here <= largest.distance + rounding, "{} − {} at {x}", f.id, g.id);
                }
                for place in &largest.places {
                    assert!(-6.0 <= place.low && place.low <= place.x && place.x <= place.high);
                    assert!(place.high <= 6.5);
                }
            }
        }
    }
}
