//! The zero line of a function of two variables.

use super::geometry::Interval;
use super::geometry::Point;

/// The zero line of values on a grid, as polylines: marching squares (the plane version of Lorensen and
/// Cline's marching cubes) with linear interpolation between the centres of the cells.
///
/// `values` are the values at the centres of the cells over `x` and `y`, `columns` in each row, with the top
/// row first. There is no line at values that are not finite.
pub fn zero(values: &[f32], columns: usize, x: Interval, y: Interval) -> Vec<Vec<Point>> {
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
            // One square between four centres.
            let around = [(0, 0), (1, 0), (1, 1), (0, 1)]
                .map(|(right, below)| (column - 1 + right, row - 1 + below))
                .map(|(column, row)| (values[row * columns + column], centre(column, row)));
            if around.iter().any(|(value, _)| !value.is_finite()) {
                continue;
            }
            let crossings =
                (0..4).filter_map(|side| crossing(around[side], around[(side + 1) % 4]));
            let crossings: Vec<Point> = crossings.collect();
            // Four crossings mean a saddle, for which either pairing is equally right.
            pieces.extend(crossings.chunks_exact(2).map(|ends| [ends[0], ends[1]]));
        }
    }
    joined(pieces)
}

/// Joins pieces with common ends into lines.
fn joined(mut pieces: Vec<[Point; 2]>) -> Vec<Vec<Point>> {
    let mut lines = Vec::new();
    while let Some([start, end]) = pieces.pop() {
        let mut line = vec![start, end];
        // Extends the line from its end, then from its start.
        for _ in 0..2 {
            while let Some((index, next)) = pieces.iter().enumerate().find_map(|(index, [a, b])| {
                let end = line.last()?;
                if a == end { Some((index, *b)) } else { (b == end).then_some((index, *a)) }
            }) {
                pieces.swap_remove(index);
                line.push(next);
            }
            line.reverse();
        }
        lines.push(line);
    }
    lines
}

/// The point between two centres where the value changes its sign, if it does.
fn crossing((a, from): (f32, Point), (b, to): (f32, Point)) -> Option<Point> {
    if (a > 0.0) == (b > 0.0) {
        return None;
    }
    // The order of the ends is the same for both squares at this side, so that their pieces meet exactly.
    let ((a, from), (b, to)) = if a > 0.0 { ((a, from), (b, to)) } else { ((b, to), (a, from)) };
    let (a, b) = (f64::from(a), f64::from(b));
    let share = a / (a - b);
    Some((from.0 + share * (to.0 - from.0), from.1 + share * (to.1 - from.1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: usize = 40;
    const SIDE: f64 = 2.0;

    fn line(f: impl Fn(f64, f64) -> f64) -> Vec<Vec<Point>> {
        let axis = Interval::new(-SIDE, SIDE);
        let at = |k: usize| -SIDE + (k as f64 + 0.5) / COLUMNS as f64 * 2.0 * SIDE;
        let values: Vec<f32> =
            (0..COLUMNS * COLUMNS).map(|k| f(at(k % COLUMNS), -at(k / COLUMNS)) as f32).collect();
        zero(&values, COLUMNS, axis, axis)
    }

    #[test]
    fn a_straight_line_is_met_exactly() {
        let lines = line(|x, y| 2.0 * x - y + 0.3);
        assert_eq!(lines.len(), 1);
        assert!(lines[0].len() > COLUMNS);
        for (x, y) in lines.concat() {
            // f32 values of up to 6.3 have steps of 5e-7; the slope is at least 1.
            assert!((2.0 * x - y + 0.3).abs() < 1e-6, "{x} {y}");
        }
    }

    #[test]
    fn a_circle_is_as_long_as_a_circle() {
        let lines = line(|x, y| 1.0 - x.hypot(y));
        assert_eq!(lines.len(), 1);
        assert_eq!(lines[0].first(), lines[0].last(), "it is closed");
        let ends = lines[0].windows(2).map(|ends| (ends[0], ends[1]));
        let length: f64 = ends.map(|(a, b)| (a.0 - b.0).hypot(a.1 - b.1)).sum();
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
