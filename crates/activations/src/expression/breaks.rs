//! The kinks and jumps of an expression, from the places where one of its parts changes sides.

use super::{Expression, Step};
use crate::{Frameworks, Kink, Sides};

/// Into how many pieces the range is cut to look for changes of a side. Two changes within a piece are not seen.
const PIECES: usize = 2048;

/// Beyond how many breaks the rest is left out: a function that breaks more often is not drawn break by break.
const MOST: usize = 64;

impl Expression {
    /// The places between `low` and `high` at which the expression is not differentiable because it jumps or bends, from
    /// left to right.
    ///
    /// They are where the argument of `abs`, `sign`, `relu`, `step` or a function with kinks, or the difference of what
    /// `min`, `max`, `clip` and `if` compare, changes its sign. A place is found to the last bit, and listed only if the
    /// value or the slope differs between its two sides.
    pub fn kinks(&self, low: f64, high: f64) -> Vec<Kink> {
        let at = |piece: usize| low + (high - low) * (piece as f64 / PIECES as f64);
        let mut places: Vec<f64> = Vec::new();
        let mut left = self.sides(at(0));
        // Nothing in it changes sides.
        if left.is_empty() {
            return Vec::new();
        }
        for piece in 0..PIECES {
            let right = self.sides(at(piece + 1));
            for guard in 0..left.len() {
                if changes(left[guard], right[guard]) && places.len() < MOST {
                    places.push(self.change(guard, at(piece), at(piece + 1)));
                }
            }
            left = right;
        }
        places.sort_by(f64::total_cmp);
        places.dedup_by(|one, other| (*one - *other).abs() <= 1e-12 * other.abs().max(1e-300));
        places.into_iter().filter_map(|place| self.kink(place)).collect()
    }

    /// The numbers whose signs say on which side each part is.
    fn sides(&self, x: f64) -> Vec<f64> {
        let mut sides = Vec::new();
        self.each(x, |place, arguments, _| match (&self.steps[place], arguments) {
            (Step::Call(builtin), [a]) if builtin.breaks_at_zero() => sides.push(a.value),
            (Step::Larger | Step::Smaller | Step::If(_), [a, b, ..]) => {
                sides.push(a.value - b.value);
            }
            (Step::Activation(function), [a]) => {
                sides.extend(function.kinks().iter().map(|kink| a.value - kink.at));
            }
            _ => {}
        });
        sides
    }

    /// The place between two numbers where a part changes its side.
    fn change(&self, guard: usize, mut left: f64, mut right: f64) -> f64 {
        let side = |x: f64| self.sides(x)[guard];
        let start = side(left);
        // The middle of f64s: at most 64 halvings come to neighbours.
        for _ in 0..200 {
            let middle = f64::midpoint(left, right);
            if middle <= left || middle >= right {
                break;
            }
            if changes(start, side(middle)) { right = middle } else { left = middle }
        }
        // A place that is exactly a zero is the break itself.
        if side(left) == 0.0 { left } else { right }
    }

    /// The kink at a place, unless both sides have the same value and slope.
    fn kink(&self, at: f64) -> Option<Kink> {
        // Adding 0 turns −0 into 0.
        let at = at + 0.0;
        let step = (1e-9 * at.abs()).max(1e-9);
        let [left, here, right] = [at - step, at, at + step].map(|x| self.dual(x));
        let slopes = Sides { left: left.slope, right: right.slope };
        // The values beside the place, continued to it.
        let values =
            Sides { left: left.value + left.slope * step, right: right.value - right.slope * step };
        let all = [values.left, values.right, slopes.left, slopes.right];
        if !all.iter().all(|number| number.is_finite()) {
            return None;
        }
        let differ = |sides: Sides, size: f64| (sides.left - sides.right).abs() > 1e-6 * size;
        let jumps = differ(values, values.left.abs().max(values.right.abs()).max(1.0));
        let bends = differ(slopes, slopes.left.abs().max(slopes.right.abs()).max(1.0));
        let values = if jumps { values } else { Sides { left: here.value, right: here.value } };
        (jumps || bends).then_some(Kink {
            at,
            values,
            slopes,
            convention: here.slope,
            frameworks: Frameworks::NONE,
        })
    }
}

/// Whether two numbers are on different sides of 0, or one of them is 0.
fn changes(left: f64, right: f64) -> bool {
    (left < 0.0 && right >= 0.0) || (left > 0.0 && right <= 0.0) || (left == 0.0 && right != 0.0)
}
