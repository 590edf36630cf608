//! The line on which a function of two variables is 0.

use super::axis::Interval;
use super::clip::Point;

/// The zero line of values on a grid, as short straight pieces: marching squares (Lorensen and
/// Cline's marching cubes in the plane) with linear interpolation between cells' centres.
///
/// `values` are those at the centres of `columns` cells a row, rows from the top, over `x` and `y`.
/// Where a value is not finite there is no line.
pub fn zero(values: &[f32], columns: usize, x: Interval, y: Interval) -> Vec<[Point; 2]> {
    let rows = values.len() / columns;
    let centre = |column: usize, row: usize| {
        (
            x.low + (column as f64 + 0.5) / columns as f64 * x.length(),
            y.high - (row as f64 + 0.5) / rows as f64 * y.length(),
        )
    };
    let mut pieces = Vec::new();
    for row in 1..rows {
        for column in 1..columns {
            // Around a square of four centres.
            let around = [(0, 0), (1, 0), (1, 1), (0, 1)]
                .map(|(right, below)| (column - 1 + right, row - 1 + below))
                .map(|(column, row)| (values[row * columns + column], centre(column, row)));
            if around.iter().any(|(value, _)| !value.is_finite()) {
                continue;
            }
            let crossings =
                (0..4).filter_map(|side| crossing(around[side], around[(side + 1) % 4]));
            let crossings: Vec<Point> = crossings.collect();
            // Four of them belong to a saddle, which either pairing shows as well.
            pieces.extend(crossings.chunks_exact(2).map(|ends| [ends[0], ends[1]]));
        }
    }
    pieces
}

/// Where the line between two centres is crossed, if it is.
fn crossing((a, from): (f32, Point), (b, to): (f32, Point)) -> Option<Point> {
    if (a > 0.0) == (b > 0.0) {
        return None;
    }
    let (a, b) = (f64::from(a), f64::from(b));
    let share = a / (a - b);
    Some((from.0 + share * (to.0 - from.0), from.1 + share * (to.1 - from.1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: usize = 40;
    const SIDE: f64 = 2.0;

    fn line(f: impl Fn(f64, f64) -> f64) -> Vec<[Point; 2]> {
        let axis = Interval::new(-SIDE, SIDE);
        let at = |k: usize| -SIDE + (k as f64 + 0.5) / COLUMNS as f64 * 2.0 * SIDE;
        let values: Vec<f32> =
            (0..COLUMNS * COLUMNS).map(|k| f(at(k % COLUMNS), -at(k / COLUMNS)) as f32).collect();
        zero(&values, COLUMNS, axis, axis)
    }

    #[test]
    fn a_straight_line_is_met_exactly() {
        let pieces = line(|x, y| 2.0 * x - y + 0.3);
        assert!(pieces.len() > COLUMNS / 2);
        for (x, y) in pieces.concat() {
            // f32 values of up to 6.3 have steps of 5e-7; the slope is at least 1.
            assert!((2.0 * x - y + 0.3).abs() < 1e-6, "{x} {y}");
        }
    }

    #[test]
    fn a_circle_is_as_long_as_a_circle() {
        let pieces = line(|x, y| 1.0 - x.hypot(y));
        let length: f64 = pieces.iter().map(|[a, b]| (a.0 - b.0).hypot(a.1 - b.1)).sum();
        // Chords of a tenth of the radius are shorter than their arcs by less than one in 2,000.
        let circle = std::f64::consts::TAU;
        assert!(length < circle && length > 0.999 * circle, "{length}");
    }

    #[test]
    fn no_line_where_there_is_no_change_and_no_number() {
        assert!(line(|_, _| 1.0).is_empty());
        assert!(line(|_, _| f64::NAN).is_empty());
        assert!(zero(&[], COLUMNS, Interval::new(0.0, 1.0), Interval::new(0.0, 1.0)).is_empty());
    }
}
