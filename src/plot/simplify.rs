//! Removes invisible points from a polyline, because the cost of a redraw grows with the number of points.

use super::geometry::Point;

/// The polyline without the points that lie within `tolerance` of the straight line between two remaining
/// points. The distance is measured along y in data units. Only parts that run from left to right are
/// simplified. The first and the last point always remain. The method is one pass with a narrowing cone of
/// slopes (Sklansky and Gonzalez 1980).
pub fn polyline(points: &[Point], tolerance: f64) -> Vec<Point> {
    let &[first, second, ref rest @ ..] = points else { return points.to_vec() };
    let mut remaining = vec![first];
    let (mut anchor, mut last) = (first, second);
    let mut cone = Cone::ALL;
    cone.narrow(anchor, last, tolerance);
    for &point in rest {
        if point.0 <= last.0 || !cone.contains(anchor, point) {
            remaining.push(last);
            anchor = last;
            cone = Cone::ALL;
        }
        cone.narrow(anchor, point, tolerance);
        last = point;
    }
    remaining.push(last);
    remaining
}

/// The slopes of all lines from the last remaining point that pass all later points within the tolerance.
struct Cone {
    low: f64,
    high: f64,
}

impl Cone {
    const ALL: Cone = Cone { low: f64::NEG_INFINITY, high: f64::INFINITY };
    const NONE: Cone = Cone { low: f64::INFINITY, high: f64::NEG_INFINITY };

    fn contains(&self, anchor: Point, (x, y): Point) -> bool {
        let slope = (y - anchor.1) / (x - anchor.0);
        self.low <= slope && slope <= self.high
    }

    fn narrow(&mut self, anchor: Point, (x, y): Point, tolerance: f64) {
        let run = x - anchor.0;
        if run > 0.0 {
            self.low = self.low.max((y - tolerance - anchor.1) / run);
            self.high = self.high.min((y + tolerance - anchor.1) / run);
        } else {
            // No line from the last remaining point to the right passes a point that is not to the right of
            // it.
            *self = Cone::NONE;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn simplified(points: &[Point]) -> Vec<Point> {
        polyline(points, 0.01)
    }

    #[test]
    fn a_straight_line_is_its_two_ends() {
        let points: Vec<_> = (0..100).map(|i| (f64::from(i), 0.3 * f64::from(i))).collect();
        assert_eq!(simplified(&points), [points[0], points[99]]);
    }

    #[test]
    fn corners_and_jumps_stay() {
        let corner = [(-2.0, 0.0), (-1.0, 0.0), (0.0, 0.0), (1.0, 1.0), (2.0, 2.0)];
        assert_eq!(simplified(&corner), [(-2.0, 0.0), (0.0, 0.0), (2.0, 2.0)]);
        let upright = [(0.0, 0.0), (1.0, 0.0), (1.0, 5.0), (1.0, 9.0), (2.0, 9.0)];
        assert_eq!(simplified(&upright), upright);
    }

    #[test]
    fn what_runs_back_stays() {
        let there_and_back = [(0.0, 0.0), (2.0, 0.0), (1.0, 0.0), (0.5, 0.0), (3.0, 0.0)];
        assert_eq!(simplified(&there_and_back), there_and_back);
    }

    #[test]
    fn a_few_points_stay_as_they_are() {
        assert_eq!(simplified(&[]), []);
        assert_eq!(simplified(&[(1.0, 2.0)]), [(1.0, 2.0)]);
        assert_eq!(simplified(&[(1.0, 2.0), (1.0, 2.0)]), [(1.0, 2.0), (1.0, 2.0)]);
    }

    proptest! {
        #[test]
        fn every_point_left_out_is_near_the_line_that_is_drawn(
            steps in prop::collection::vec((0.001..1.0_f64, -0.02..0.02_f64), 1..200),
        ) {
            let mut points = vec![(0.0, 0.0)];
            for (right, up) in steps {
                let &(x, y) = points.last().unwrap();
                points.push((x + right, y + up));
            }
            let remaining = simplified(&points);
            prop_assert_eq!(remaining.first(), points.first());
            prop_assert_eq!(remaining.last(), points.last());
            for &(x, y) in &points {
                let after = remaining.iter().position(|point| point.0 >= x).unwrap().max(1);
                let ((x0, y0), (x1, y1)) = (remaining[after - 1], remaining[after]);
                let drawn = y0 + (x - x0) / (x1 - x0) * (y1 - y0);
                // Slopes and their products have rounding errors of a few parts in 2⁵² of numbers up to 200.
                prop_assert!((drawn - y).abs() <= 0.01 + 1e-12, "{} at {x}", (drawn - y).abs());
            }
        }
    }
}
