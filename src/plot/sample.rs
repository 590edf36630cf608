//! Curves as polylines that are right to a fraction of a pixel. They have more points where a curve bends,
//! exact points at kinks and at the edges of the viewport, and gaps at jumps and where the curve is not
//! finite.

use super::geometry::Interval;
use super::geometry::Point;
use super::layout::Rect;
use activations::{Function, Sides};

/// A kink or a jump of a curve, with its one-sided limits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Break {
    /// The position on the x axis.
    pub at: f64,
    /// The limits of the curve from the left and from the right.
    pub limits: Sides,
}

/// The ranges of the axes and the size of the plot for which a curve is sampled.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Viewport {
    /// The range of the x axis.
    pub x: Interval,
    /// The range of the y axis.
    pub y: Interval,
    /// Width and height of the plot in pixels.
    pub pixels: (f64, f64),
}

impl Viewport {
    /// The axes of a plot.
    pub fn new(x: Interval, y: Interval, plot: Rect) -> Self {
        Viewport { x, y, pixels: (plot.width(), plot.height()) }
    }
}

/// The largest distance of a chord from the curve, in pixels. A tenth is invisible even at a devicePixelRatio
/// of 3.
const TOLERANCE: f64 = 0.1;
/// The distance of the first points in pixels, before intervals are halved. A feature of a smooth activation
/// is found if it is wider than this.
const STRIDE: f64 = 8.0;
/// How often an interval is halved at most. 8 px / 2¹⁰ is far below what is visible.
const HALVINGS: u32 = 10;

/// The curve y = f(x) over the viewport as polylines. `breaks` are in ascending order.
pub fn curve(f: impl Fn(f64) -> f64, breaks: &[Break], viewport: Viewport) -> Vec<Vec<Point>> {
    sampled(&f, breaks, viewport)
}

/// As [`curve`]. It is compiled once and not for each function, because the page has to load it.
fn sampled(f: &dyn Fn(f64) -> f64, breaks: &[Break], viewport: Viewport) -> Vec<Vec<Point>> {
    let inside = breaks.iter().filter(|b| viewport.x.low < b.at && b.at < viewport.x.high);
    // At an edge of the viewport, the limit from inside counts.
    let limit = |at: f64, from_left: bool| {
        breaks
            .iter()
            .find(|b| b.at == at)
            .map_or_else(|| f(at), |b| if from_left { b.limits.left } else { b.limits.right })
    };
    let mut runs = Runs::default();
    let mut start = (viewport.x.low, limit(viewport.x.low, false));
    for place in inside {
        smooth(f, start, (place.at, place.limits.left), viewport, &mut runs);
        if place.limits.left != place.limits.right {
            runs.split();
        }
        start = (place.at, place.limits.right);
    }
    smooth(f, start, (viewport.x.high, limit(viewport.x.high, true)), viewport, &mut runs);
    runs.finish()
}

/// The breaks of f itself.
pub fn value_breaks(function: &Function) -> Vec<Break> {
    function.kinks().iter().map(|kink| Break { at: kink.at, limits: kink.values }).collect()
}

/// The breaks of f′.
pub fn gradient_breaks(function: &Function) -> Vec<Break> {
    function.kinks().iter().map(|kink| Break { at: kink.at, limits: kink.slopes }).collect()
}

/// The ends of a tangent with the same length in pixels on every plot; `None` if they are not finite.
pub fn tangent(at: Point, slope: f64, viewport: Viewport) -> Option<[Point; 2]> {
    /// Half of its length, in pixels.
    const REACH: f64 = 80.0;
    let (per_x, per_y) =
        (viewport.pixels.0 / viewport.x.length(), viewport.pixels.1 / viewport.y.length());
    let dx = REACH / per_x.hypot(slope * per_y);
    let ends = [-dx, dx].map(|dx| (at.0 + dx, at.1 + slope * dx));
    ends.iter().all(|(x, y)| x.is_finite() && y.is_finite()).then_some(ends)
}

/// The runs as the `d` attribute of an SVG path in a box of `viewport.pixels`, for thumbnails.
pub fn path_data(runs: &[Vec<Point>], viewport: Viewport) -> String {
    let (width, height) = viewport.pixels;
    let mut path = String::new();
    for run in runs {
        for (index, &(x, y)) in run.iter().enumerate() {
            let left = (x - viewport.x.low) / viewport.x.length() * width;
            let top = (viewport.y.high - y) / viewport.y.length() * height;
            let command = if index == 0 { 'M' } else { 'L' };
            path += &format!("{command}{left:.1} {top:.1}");
        }
    }
    path
}

/// Polylines that are being built.
#[derive(Default)]
struct Runs {
    done: Vec<Vec<Point>>,
    open: Vec<Point>,
}

impl Runs {
    fn push(&mut self, point: Point) {
        if !point.1.is_finite() {
            self.split();
        } else if self.open.last() != Some(&point) {
            self.open.push(point);
        }
    }

    fn split(&mut self) {
        let run = std::mem::take(&mut self.open);
        if run.len() > 1 {
            self.done.push(run);
        }
    }

    fn finish(mut self) -> Vec<Vec<Point>> {
        self.split();
        self.done
    }
}

/// Samples a smooth part between two points, which are both included.
fn smooth(f: &dyn Fn(f64) -> f64, from: Point, to: Point, viewport: Viewport, runs: &mut Runs) {
    let width = to.0 - from.0;
    let strides =
        (width / viewport.x.length() * viewport.pixels.0 / STRIDE).ceil().max(1.0) as usize;
    runs.push(from);
    let mut last = from;
    for index in 1..=strides {
        let next = if index == strides {
            to
        } else {
            let x = from.0 + width * index as f64 / strides as f64;
            (x, f(x))
        };
        halve(f, last, next, viewport, HALVINGS, runs);
        runs.push(next);
        last = next;
    }
}

/// Adds the points that are needed strictly between `a` and `b`.
fn halve(
    f: &dyn Fn(f64) -> f64,
    a: Point,
    b: Point,
    viewport: Viewport,
    left: u32,
    runs: &mut Runs,
) {
    let x = a.0 + (b.0 - a.0) / 2.0;
    if left == 0 || x <= a.0 || x >= b.0 {
        return;
    }
    let middle = (x, f(x));
    if !needs_point(a, middle, b, viewport) {
        return;
    }
    halve(f, a, middle, viewport, left - 1, runs);
    runs.push(middle);
    halve(f, middle, b, viewport, left - 1, runs);
}

/// Whether the chord from `a` to `b` visibly misses the middle of the curve.
fn needs_point(a: Point, middle: Point, b: Point, viewport: Viewport) -> bool {
    let heights = [a.1, middle.1, b.1];
    if heights.iter().any(|y| !y.is_finite()) {
        // The end of the part where f is finite lies between the points.
        return heights.iter().any(|y| y.is_finite());
    }
    if heights.iter().all(|&y| y > viewport.y.high) || heights.iter().all(|&y| y < viewport.y.low) {
        return false;
    }
    let (per_x, per_y) =
        (viewport.pixels.0 / viewport.x.length(), viewport.pixels.1 / viewport.y.length());
    let (dx, dy) = ((b.0 - a.0) * per_x, (b.1 - a.1) * per_y);
    let miss = (middle.1 - (a.1 + b.1) / 2.0) * per_y;
    // Converts the vertical error to the distance from the chord.
    miss.abs() * dx > TOLERANCE * dx.hypot(dy)
}

#[cfg(test)]
mod tests {
    use super::*;
    use activations::ALL;

    fn viewport(x: (f64, f64), y: (f64, f64)) -> Viewport {
        Viewport { x: Interval::new(x.0, x.1), y: Interval::new(y.0, y.1), pixels: (600.0, 300.0) }
    }

    /// The height of a polyline at x, if x is within its reach.
    fn height(runs: &[Vec<Point>], x: f64) -> Option<f64> {
        runs.iter().flat_map(|run| run.windows(2)).find_map(|pair| {
            let ((x0, y0), (x1, y1)) = (pair[0], pair[1]);
            (x0 <= x && x <= x1 && x0 < x1).then(|| y0 + (y1 - y0) * (x - x0) / (x1 - x0))
        })
    }

    #[test]
    fn every_curve_is_right_to_a_quarter_of_a_pixel() {
        for activation in ALL {
            let function = Function::with_defaults(activation);
            for (x, y) in [
                ((-6.0, 6.0), (-1.5, 6.5)),
                ((-0.3, 20.0), (-0.1, 1.1)),
                ((-100.0, 90.0), (-2.0, 2.0)),
            ] {
                let viewport = viewport(x, y);
                let value = curve(|x| function.value(x), &value_breaks(&function), viewport);
                let gradient =
                    curve(|x| function.gradient(x), &gradient_breaks(&function), viewport);
                for step in 0..5000 {
                    // The stride is irrational, so that it never meets the samples themselves.
                    let x = x.0 + (x.1 - x.0) * (f64::from(step) * 0.618_033_988_749_895).fract();
                    for (runs, exact) in
                        [(&value, function.value(x)), (&gradient, function.gradient(x))]
                    {
                        if !viewport.y.contains(exact)
                            || function.kinks().iter().any(|kink| kink.at == x)
                        {
                            continue;
                        }
                        let drawn = height(runs, x).expect("the curve covers the viewport");
                        let slope = (function.gradient(x).abs() * viewport.pixels.1
                            / viewport.y.length())
                            / (viewport.pixels.0 / viewport.x.length());
                        let distance = (drawn - exact).abs() * viewport.pixels.1
                            / viewport.y.length()
                            / slope.hypot(1.0);
                        // Sampling allows 0.1 px at the middle of a chord. Elsewhere on a chord of a curve
                        // with an inflection, the distance can be about twice that.
                        assert!(distance < 0.25, "{} at {x}: off by {distance} px", activation.id);
                    }
                }
            }
        }
    }

    #[test]
    fn kinks_and_edges_are_exact_points() {
        let relu = Function::with_defaults(activations::Activation::find("relu").unwrap());
        let runs =
            curve(|x| relu.value(x), &value_breaks(&relu), viewport((-6.1, 5.3), (-1.0, 6.0)));
        assert_eq!(runs.len(), 1);
        assert!(runs[0].contains(&(0.0, 0.0)));
        assert_eq!(runs[0].first(), Some(&(-6.1, 0.0)));
        assert_eq!(runs[0].last(), Some(&(5.3, 5.3)));
    }

    #[test]
    fn a_jump_is_never_joined() {
        let step = Function::with_defaults(activations::Activation::find("step").unwrap());
        let runs =
            curve(|x| step.value(x), &value_breaks(&step), viewport((-1.0, 1.0), (-0.5, 1.5)));
        assert_eq!(runs.len(), 2);
        assert_eq!(runs[0].last(), Some(&(0.0, 0.0)));
        assert_eq!(runs[1].first(), Some(&(0.0, 1.0)));
    }

    #[test]
    fn a_break_on_the_edge_shows_the_side_that_is_seen() {
        let step = Function::with_defaults(activations::Activation::find("step").unwrap());
        let breaks = value_breaks(&step);
        let left = curve(|x| step.value(x), &breaks, viewport((-1.0, 0.0), (-0.5, 1.5)));
        assert!(left.iter().flatten().all(|point| point.1 == 0.0));
        let right = curve(|x| step.value(x), &breaks, viewport((0.0, 1.0), (-0.5, 1.5)));
        assert!(right.iter().flatten().all(|point| point.1 == 1.0));
    }

    #[test]
    fn what_is_not_finite_splits_the_curve() {
        let runs = curve(
            |x| if x.abs() < 0.5 { f64::NAN } else { x },
            &[],
            viewport((-1.0, 1.0), (-1.0, 1.0)),
        );
        assert_eq!(runs.len(), 2);
        // The gap's edge is found to within 8 px / 2¹⁰ of 600 px on 2 units.
        assert!((runs[0].last().unwrap().0 + 0.5).abs() < 1e-4);
        assert!((runs[1].first().unwrap().0 - 0.5).abs() < 1e-4);
        let pole = curve(|x| 1.0 / x, &[], viewport((-1.0, 1.0), (-1.0, 1.0)));
        assert!(pole.iter().flatten().all(|point| point.1.is_finite()));
    }

    #[test]
    fn straight_lines_take_few_points() {
        let line = curve(|x| x, &[], viewport((-6.0, 6.0), (-6.0, 6.0)));
        assert_eq!(line[0].len(), 76, "600 px in strides of 8, nothing halved");
    }

    #[test]
    fn a_path_is_in_pixels_from_the_top_left() {
        let viewport = Viewport { pixels: (10.0, 20.0), ..viewport((0.0, 1.0), (0.0, 1.0)) };
        assert_eq!(path_data(&[vec![(0.0, 0.0), (1.0, 1.0)]], viewport), "M0.0 20.0L10.0 0.0");
    }
}
