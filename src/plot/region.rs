//! The parts of an axis where a condition holds.

use super::geometry::Interval;

/// The parts of `axis` in which `holds` is true. Their ends are found by bisection. `breaks` are the places
/// where the condition may change abruptly. Between two breaks the condition is evaluated at 200 places, so
/// that shorter parts can be missed.
pub fn where_true(holds: impl Fn(f64) -> bool, axis: Interval, breaks: &[f64]) -> Vec<Interval> {
    const LOOKS: u32 = 200;
    let mut found: Vec<Interval> = Vec::new();
    let mut edge = axis.low;
    while edge < axis.high {
        let low = edge;
        let next = breaks.iter().copied().filter(|at| *at > low);
        let high = next.fold(axis.high, f64::min);
        edge = high;
        // The condition is evaluated inside a part only, because its value at a break does not describe either
        // side.
        let place = |look: u32| low + (high - low) * (f64::from(look) + 0.5) / f64::from(LOOKS);
        let mut start = holds(place(0)).then_some(low);
        for look in 1..LOOKS {
            let (before, after) = (place(look - 1), place(look));
            match (start, holds(after)) {
                (None, true) => start = Some(bisect(&holds, after, before)),
                (Some(from), false) => {
                    found.push(Interval::new(from, bisect(&holds, before, after)));
                    start = None;
                }
                _ => {}
            }
        }
        if let Some(from) = start {
            found.push(Interval::new(from, high));
        }
    }
    // Parts that meet at a break are joined.
    let mut joined: Vec<Interval> = Vec::new();
    for part in found {
        match joined.last_mut() {
            Some(last) if last.high == part.low => last.high = part.high,
            _ => joined.push(part),
        }
    }
    joined
}

/// The place where the condition changes between `inside`, where it holds, and `outside`, where it does not,
/// to within 2⁻⁵⁰ of their distance.
fn bisect(holds: impl Fn(f64) -> bool, mut inside: f64, mut outside: f64) -> f64 {
    for _ in 0..50 {
        let middle = inside + (outside - inside) / 2.0;
        if holds(middle) {
            inside = middle;
        } else {
            outside = middle;
        }
    }
    inside
}

#[cfg(test)]
mod tests {
    use super::*;

    const AXIS: Interval = Interval::new(-10.0, 10.0);

    #[test]
    fn ends_are_found_by_bisection() {
        let found = where_true(|x| x.abs() > std::f64::consts::PI, AXIS, &[]);
        assert_eq!(found.len(), 2);
        assert_eq!((found[0].low, found[1].high), (-10.0, 10.0));
        for (got, want) in
            [(found[0].high, -std::f64::consts::PI), (found[1].low, std::f64::consts::PI)]
        {
            // The distance of two places (0.1), halved fifty times, and one rounding.
            assert!((got - want).abs() < 1e-14, "{got}");
        }
    }

    #[test]
    fn a_break_is_an_exact_end() {
        let found = where_true(|x| x < 0.3, AXIS, &[0.3, 50.0]);
        assert_eq!(found, [Interval::new(-10.0, 0.3)]);
    }

    #[test]
    fn parts_on_both_sides_of_a_break_are_one() {
        assert_eq!(where_true(|_| true, AXIS, &[0.0, 2.0]), [AXIS]);
        assert_eq!(where_true(|_| false, AXIS, &[0.0]), []);
    }
}
