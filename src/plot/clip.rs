//! Clipping in data coordinates. plotters moves points outside the axes to the edge of the plot, where a curve
//! would get a plateau that it does not have.

use super::geometry::{Interval, Point};

/// The parts of a polyline that lie within the rectangle `x` × `y`, cut exactly at its edges.
/// Points must be finite.
pub fn polyline(points: &[Point], x: Interval, y: Interval) -> Vec<Vec<Point>> {
    let mut parts: Vec<Vec<Point>> = Vec::new();
    for pair in points.windows(2) {
        let Some((from, to)) = segment(pair[0], pair[1], x, y) else {
            continue;
        };
        match parts.last_mut() {
            // This continues the last part, unless the line has left the rectangle in between.
            Some(part) if part.last() == Some(&from) => part.push(to),
            _ => parts.push(vec![from, to]),
        }
    }
    parts
}

/// The part of the segment from `a` to `b` within the rectangle, if any (Liang and Barsky 1984).
pub fn segment(a: Point, b: Point, x: Interval, y: Interval) -> Option<(Point, Point)> {
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
    for (direction, distance) in
        [(-dx, a.0 - x.low), (dx, x.high - a.0), (-dy, a.1 - y.low), (dy, y.high - a.1)]
    {
        if direction == 0.0 {
            if distance < 0.0 {
                return None;
            }
        } else if direction < 0.0 {
            enter = enter.max(distance / direction);
        } else {
            leave = leave.min(distance / direction);
        }
    }
    if enter > leave {
        return None;
    }
    // Ends inside the rectangle stay exactly as they are, so that neighbouring parts can be joined again.
    let at = |t: f64| (a.0 + t * dx, a.1 + t * dy);
    let from = if enter > 0.0 { at(enter) } else { a };
    let to = if leave < 1.0 { at(leave) } else { b };
    Some((from, to))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const UNIT: Interval = Interval::new(0.0, 1.0);

    #[test]
    fn a_line_is_cut_at_the_edges_not_clamped() {
        let parts = polyline(&[(-1.0, -1.0), (2.0, 2.0)], UNIT, UNIT);
        assert_eq!(parts.len(), 1);
        for (got, want) in parts[0].iter().zip([(0.0, 0.0), (1.0, 1.0)]) {
            // Two roundings of numbers near 1.
            assert!((got.0 - want.0).abs() < 1e-15 && (got.1 - want.1).abs() < 1e-15);
        }
    }

    #[test]
    fn a_peak_outside_leaves_two_parts() {
        let parts = polyline(&[(0.0, 0.5), (0.5, 2.5), (1.0, 0.5)], UNIT, UNIT);
        assert_eq!(parts, [vec![(0.0, 0.5), (0.125, 1.0)], vec![(0.875, 1.0), (1.0, 0.5)]]);
    }

    #[test]
    fn what_is_inside_stays_in_one_part() {
        let inside = vec![(0.1, 0.1), (0.4, 0.9), (0.7, 0.2), (1.0, 1.0)];
        assert_eq!(polyline(&inside, UNIT, UNIT), [inside]);
    }

    #[test]
    fn what_is_outside_vanishes() {
        assert!(polyline(&[(-1.0, 0.5), (-0.5, 0.6)], UNIT, UNIT).is_empty());
        assert!(polyline(&[(0.0, 2.0), (1.0, 2.0)], UNIT, UNIT).is_empty());
        // This line passes the corner without touching it.
        assert!(polyline(&[(-1.0, 0.5), (0.5, 2.0)], UNIT, UNIT).is_empty());
    }

    proptest! {
        #[test]
        fn what_is_left_lies_inside_and_on_the_line(
            a in (-3.0..3.0_f64, -3.0..3.0_f64),
            b in (-3.0..3.0_f64, -3.0..3.0_f64),
        ) {
            if let Some((from, to)) = segment(a, b, UNIT, UNIT) {
                for point in [from, to] {
                    // A few roundings of numbers up to 6.
                    let slack = 1e-14;
                    prop_assert!(point.0 > -slack && point.0 < 1.0 + slack);
                    prop_assert!(point.1 > -slack && point.1 < 1.0 + slack);
                    let cross = (b.0 - a.0) * (point.1 - a.1) - (b.1 - a.1) * (point.0 - a.0);
                    prop_assert!(cross.abs() < 1e-13);
                }
            } else {
                for step in 0..=100 {
                    let t = f64::from(step) / 100.0;
                    let (x, y) = (a.0 + t * (b.0 - a.0), a.1 + t * (b.1 - a.1));
                    prop_assert!(!(UNIT.contains(x) && UNIT.contains(y)));
                }
            }
        }
    }
}
