//! The computation of an expression together with its derivative.

use super::{Comparison, Expression, Step};

/// A number and its derivative by x (a dual number).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dual {
    pub value: f64,
    pub slope: f64,
}

impl Dual {
    /// A number that does not depend on x.
    pub fn constant(value: f64) -> Self {
        Dual { value, slope: 0.0 }
    }

    /// g(self), from g's value and slope at this place. An infinite slope of g does not matter where the number does not
    /// depend on x.
    pub fn through(self, value: f64, slope: f64) -> Self {
        Dual { value, slope: if self.slope == 0.0 { 0.0 } else { slope * self.slope } }
    }
}

impl Comparison {
    fn holds(self, left: f64, right: f64) -> bool {
        match self {
            Comparison::Less => left < right,
            Comparison::AtMost => left <= right,
            Comparison::Greater => left > right,
            Comparison::AtLeast => left >= right,
        }
    }
}

impl Step {
    /// How many numbers the step takes from the stack.
    pub fn takes(&self) -> usize {
        match self {
            Step::Number(_) | Step::X => 0,
            Step::Negate | Step::Call(_) | Step::Activation(_) => 1,
            Step::Add
            | Step::Subtract
            | Step::Multiply
            | Step::Divide
            | Step::Power
            | Step::Larger
            | Step::Smaller => 2,
            Step::If(_) => 4,
        }
    }

    /// The result of the step for x, from its arguments.
    fn of(&self, x: f64, arguments: &[Dual]) -> Dual {
        match (self, arguments) {
            (Step::Number(number), _) => Dual::constant(*number),
            (Step::X, _) => Dual { value: x, slope: 1.0 },
            (Step::Negate, [a]) => Dual { value: -a.value, slope: -a.slope },
            (Step::Call(builtin), [a]) => builtin.of(*a),
            (Step::Activation(function), [a]) => {
                a.through(function.value(a.value), function.gradient(a.value))
            }
            (Step::Add, [a, b]) => Dual { value: a.value + b.value, slope: a.slope + b.slope },
            (Step::Subtract, [a, b]) => Dual { value: a.value - b.value, slope: a.slope - b.slope },
            (Step::Multiply, [a, b]) => Dual {
                value: a.value * b.value,
                slope: product(a.slope, b.value) + product(b.slope, a.value),
            },
            (Step::Divide, [a, b]) => {
                let value = a.value / b.value;
                Dual { value, slope: (a.slope - product(b.slope, value)) / b.value }
            }
            (Step::Power, [a, b]) => power(*a, *b),
            (Step::Larger, [a, b]) => either(a.value >= b.value, *a, *b),
            (Step::Smaller, [a, b]) => either(a.value <= b.value, *a, *b),
            (Step::If(comparison), [left, right, yes, no]) => {
                if left.value.is_nan() || right.value.is_nan() {
                    return Dual { value: f64::NAN, slope: f64::NAN };
                }
                if comparison.holds(left.value, right.value) { *yes } else { *no }
            }
            _ => unreachable!("a step has as many arguments as it takes"),
        }
    }
}

/// The first of two numbers, or the second. NaN in either is passed on.
fn either(first: bool, a: Dual, b: Dual) -> Dual {
    if a.value.is_nan() || (first && !b.value.is_nan()) { a } else { b }
}

/// A product in which a slope of 0 counts more than an infinite factor.
fn product(slope: f64, factor: f64) -> f64 {
    if slope == 0.0 { 0.0 } else { slope * factor }
}

/// a to the power of b.
fn power(a: Dual, b: Dual) -> Dual {
    let value = a.value.powf(b.value);
    let by_base = b.value * a.value.powf(b.value - 1.0);
    // 0⁰ counts as 1 for every x.
    let by_base = if b.value == 0.0 { 0.0 } else { by_base };
    let by_exponent = if value == 0.0 { 0.0 } else { value * a.value.ln() };
    Dual { value, slope: product(a.slope, by_base) + product(b.slope, by_exponent) }
}

impl Expression {
    /// The value and the slope at x.
    pub(crate) fn dual(&self, x: f64) -> Dual {
        let mut last = Dual::constant(f64::NAN);
        self.each(x, |_, _, result| last = result);
        last
    }

    /// Computes every step at x and passes it on with its arguments and its result.
    pub(super) fn each(&self, x: f64, mut see: impl FnMut(usize, &[Dual], Dual)) {
        let mut stack: Vec<Dual> = Vec::with_capacity(16);
        for (place, step) in self.steps.iter().enumerate() {
            let rest = stack.len() - step.takes();
            let result = step.of(x, &stack[rest..]);
            see(place, &stack[rest..], result);
            stack.truncate(rest);
            stack.push(result);
        }
    }
}
