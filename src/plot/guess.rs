//! A curve that the reader draws before the page shows the answer: the drawing, the marks of a scene that must
//! be hidden meanwhile, and the distance between drawing and answer.

use super::axis::Ticks;
use super::clip;
use super::geometry::Interval;
use super::geometry::Point;
use super::palette::DIFFERENCE;
use super::scene::{Mark, Scene, Stroke};
use super::theme::Role;

/// The number of steps of the x axis. A drawing has at most one height at each end of a step.
pub const STEPS: usize = 480;
/// The smallest share of the x axis that a curve must cover to be guessed.
const LEAST: f64 = 0.02;
/// The largest cost of a horizontal error, as a share of the height for each share of the width. Where a curve
/// is less steep than this, the distance is the vertical one.
const SIDEWAYS: f64 = 10.0;

/// The reader's drawing: at most one height at each x. Drawing over an x again corrects its height.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    x: Interval,
    y: Interval,
    heights: Vec<Option<f64>>,
}

impl Drawing {
    /// An empty drawing on these axes.
    pub fn new(x: Interval, y: Interval) -> Self {
        Drawing { x, y, heights: vec![None; STEPS + 1] }
    }

    /// The x axis of the drawing.
    pub fn x(&self) -> Interval {
        self.x
    }

    /// Sets the y axis that limits later strokes. The existing drawing stays.
    pub fn keep_within(&mut self, y: Interval) {
        self.y = y;
    }

    /// Whether nothing has been drawn yet.
    pub fn is_empty(&self) -> bool {
        self.heights.iter().all(Option::is_none)
    }

    /// The x of the end of a step, 0..=[`STEPS`].
    pub fn place(&self, step: usize) -> f64 {
        self.x.low + self.x.length() * step as f64 / STEPS as f64
    }

    /// The drawn height at the end of a step.
    pub fn height(&self, step: usize) -> Option<f64> {
        self.heights.get(step).copied().flatten()
    }

    /// The drawn height at the end of the step that is nearest to x.
    pub fn height_at(&self, x: f64) -> Option<f64> {
        let step = (x - self.x.low) / self.x.length() * STEPS as f64;
        self.height(step.round().max(0.0) as usize)
    }

    /// Draws a straight line. Its ends are clamped to the axes. If one of them is not finite, nothing is
    /// drawn.
    pub fn stroke(&mut self, from: Point, to: Point) {
        let numbers = [from.0, from.1, to.0, to.1];
        if numbers.iter().any(|number| !number.is_finite()) {
            return;
        }
        let Drawing { x, y, .. } = *self;
        let inside = |at: Point| {
            let share = (at.0.clamp(x.low, x.high) - x.low) / x.length();
            (share * STEPS as f64, at.1.clamp(y.low, y.high))
        };
        let (from, to) = (inside(from), inside(to));
        let (first, last) = (from.0.min(to.0).round(), from.0.max(to.0).round());
        for step in first as usize..=last as usize {
            let t = (step as f64 - from.0) / (to.0 - from.0);
            // A line within one step has only its end.
            let t = if t.is_finite() { t.clamp(0.0, 1.0) } else { 1.0 };
            self.heights[step] = Some(from.1 + t * (to.1 - from.1));
        }
        self.heights[to.0.round() as usize] = Some(to.1);
    }

    /// The drawing as a curve, with gaps where nothing has been drawn.
    pub fn mark(&self) -> Mark {
        let mut runs: Vec<Vec<Point>> = Vec::new();
        let mut is_open = false;
        for step in 0..=STEPS {
            let Some(height) = self.height(step) else {
                is_open = false;
                continue;
            };
            let at = (self.place(step), height);
            match runs.last_mut() {
                Some(run) if is_open => run.push(at),
                _ => runs.push(vec![at]),
            }
            is_open = true;
        }
        // A single touch becomes a line as long as a step.
        let half = 0.5 * self.x.length() / STEPS as f64;
        for run in runs.iter_mut().filter(|run| run.len() == 1) {
            let (x, y) = run[0];
            *run = vec![(x - half, y), (x + half, y)];
        }
        Mark::Curve { runs, role: Role::Guess, stroke: Stroke::Drawn }
    }
}

/// The curves of a scene that can be guessed: its gradients (dashed) if it has any, otherwise its values, as
/// curves or bars.
#[derive(Debug, Clone, PartialEq)]
pub struct Truth {
    /// Whether the curves are gradients.
    pub is_gradient: bool,
    x: Interval,
    y: Interval,
    curves: Vec<Curve>,
}

/// The curve of a function: its hue (see [`Role::Series`]), and polylines from left to right.
#[derive(Debug, Clone, PartialEq)]
struct Curve {
    series: usize,
    runs: Vec<Vec<Point>>,
}

impl Truth {
    /// The curves that can be guessed in a scene. `None` for a diagram without a y axis, and if no curve runs
    /// from left to right.
    pub fn of(scene: &Scene) -> Option<Truth> {
        if scene.y_ticks == Ticks::None {
            return None;
        }
        let is_gradient = scene.marks.iter().any(|mark| series(mark, Stroke::Dashed).is_some());
        let stroke = if is_gradient { Stroke::Dashed } else { Stroke::Solid };
        let mut truth = Truth { is_gradient, x: scene.x, y: scene.y, curves: Vec::new() };
        for mark in &scene.marks {
            match mark {
                Mark::Curve { runs, .. } => {
                    if let Some(series) = series(mark, stroke) {
                        truth.curve(series).runs.extend(runs.iter().filter_map(|run| forward(run)));
                    }
                }
                Mark::Bar { x, y, role: Role::Series(series), .. } if !is_gradient => {
                    let middle = x.low + 0.5 * x.length();
                    let top = (middle, end(*y, scene.y));
                    // All bars of one hue form one curve through their ends.
                    match truth.curve(*series).runs.first_mut() {
                        Some(run) => run.push(top),
                        None => truth.curve(*series).runs.push(vec![top]),
                    }
                }
                _ => {}
            }
        }
        for curve in &mut truth.curves {
            for run in &mut curve.runs {
                run.sort_by(|a, b| a.0.total_cmp(&b.0));
            }
            curve.runs.sort_by(|a, b| a[0].0.total_cmp(&b[0].0));
        }
        // The order does not depend on the order in which functions were chosen.
        truth.curves.sort_by_key(|curve| curve.series);
        let width = |curve: &Curve| -> f64 {
            curve.runs.iter().map(|run| run[run.len() - 1].0 - run[0].0).sum()
        };
        truth.curves.retain(|curve| width(curve) >= LEAST * scene.x.length());
        (!truth.curves.is_empty()).then_some(truth)
    }

    fn curve(&mut self, series: usize) -> &mut Curve {
        let known = self.curves.iter().position(|curve| curve.series == series);
        let index = known.unwrap_or_else(|| {
            self.curves.push(Curve { series, runs: Vec::new() });
            self.curves.len() - 1
        });
        &mut self.curves[index]
    }

    /// The hues of the curves, in ascending order.
    pub fn series(&self) -> impl Iterator<Item = usize> {
        self.curves.iter().map(|curve| curve.series)
    }

    /// The x axis of the curves.
    pub fn x(&self) -> Interval {
        self.x
    }

    /// The y axis of the curves.
    pub fn y(&self) -> Interval {
        self.y
    }

    /// Removes everything from the curves' own scene that would reveal the answer.
    pub fn hide(&self, scene: &mut Scene) {
        let is_series = |role: &Role| matches!(role, Role::Series(_));
        scene.marks.retain_mut(|mark| match mark {
            // While gradients are guessed, the values stay.
            Mark::Curve { role, stroke, .. } => {
                self.is_gradient && is_series(role) && *stroke == Stroke::Solid
            }
            Mark::Rule { role, .. } => *role == Role::Probe,
            Mark::Dot { role, .. } | Mark::Bar { role, .. } => !is_series(role),
            Mark::Band { .. } | Mark::Cells { .. } | Mark::Label { .. } => false,
            Mark::Names(names) => {
                names.retain(|name| self.is_gradient && name.stroke == Stroke::Solid);
                !names.is_empty()
            }
        });
        scene.handles.clear();
    }

    /// Removes everything from another scene of the demo that would reveal the answer. While gradients or a difference
    /// are guessed, the values over the same x stay, because the answer follows from them. Of every other scene only the
    /// axes stay.
    pub fn hide_beside(&self, other: &mut Scene) {
        let has = |stroke| other.marks.iter().any(|mark| series(mark, stroke).is_some());
        let are_values = other.x == self.x && has(Stroke::Solid) && !has(Stroke::Dashed);
        let follows = self.is_gradient || self.series().all(|hue| hue == DIFFERENCE);
        if follows && are_values && other.y_ticks != Ticks::None {
            other.marks.retain(|mark| !matches!(mark, Mark::Band { .. }) && !is_distance(mark));
        } else {
            other.marks.clear();
            other.handles.clear();
            other.stops.clear();
        }
    }

    /// The curves from the left end of the axis up to a share (0..=1) of it.
    pub fn up_to(&self, share: f64) -> impl Iterator<Item = Mark> {
        let reach = Interval::new(self.x.low, self.x.low + share.max(1e-9) * self.x.length());
        let stroke = if self.is_gradient { Stroke::Dashed } else { Stroke::Solid };
        self.curves.iter().map(move |curve| {
            let parts = curve.runs.iter().flat_map(|run| clip::polyline(run, reach, self.y));
            Mark::Curve { runs: parts.collect(), role: Role::Series(curve.series), stroke }
        })
    }

    /// The distance between a drawing and the curve of this hue on these axes. `None` if there is no such
    /// curve, or if nothing has been drawn where the curve is.
    pub fn closeness(&self, drawing: &Drawing, series: usize) -> Option<Closeness> {
        let curve = self.curves.iter().find(|curve| curve.series == series)?;
        // The parts of the curve beyond the axes are invisible and do not count.
        let seen = |run: &[Point]| clip::polyline(run, self.x, self.y);
        let runs: Vec<_> = curve.runs.iter().flat_map(|run| seen(run)).collect();
        let jumps = curve.runs.windows(2).filter_map(|pair| {
            let (from, to) = (*pair[0].last()?, *pair[1].first()?);
            (from.0 == to.0).then_some([from, to])
        });
        let jumps: Vec<_> = jumps.flat_map(|jump| seen(&jump)).collect();
        let (per_x, per_y) = (1.0 / self.x.length(), 1.0 / self.y.length());
        let slack = 1e-9 * self.x.length();
        let (mut asked, mut drawn, mut sum) = (0_u32, 0_u32, 0.0);
        let mut worst = (0.0, 0.0);
        for step in 0..=STEPS {
            let x = drawing.place(step);
            let covers =
                |run: &&Vec<Point>| run[0].0 <= x + slack && x <= run[run.len() - 1].0 + slack;
            if !runs.iter().any(|run| covers(&run)) {
                continue;
            }
            asked += 1;
            let Some(y) = drawing.height(step) else { continue };
            let segments = runs.iter().chain(&jumps).flat_map(|run| run.windows(2));
            let off = segments.map(|ends| distance((x, y), ends[0], ends[1], per_x, per_y));
            let off = off.fold(f64::INFINITY, f64::min);
            drawn += 1;
            sum += off;
            if off > worst.1 || drawn == 1 {
                worst = (x, off);
            }
        }
        let mean = sum / f64::from(drawn);
        (drawn > 0 && mean.is_finite()).then(|| Closeness {
            mean,
            covered: f64::from(drawn) / f64::from(asked),
            farthest: worst.0,
            largest: worst.1,
        })
    }

    /// The height of the curve of this hue at x; at a jump the left limit.
    pub fn height(&self, series: usize, x: f64) -> Option<f64> {
        let curve = self.curves.iter().find(|curve| curve.series == series)?;
        let mut pairs = curve.runs.iter().flat_map(|run| run.windows(2));
        let pair = pairs.find(|pair| pair[0].0 < pair[1].0 && (pair[0].0..=pair[1].0).contains(&x));
        pair.map(|pair| {
            pair[0].1 + (pair[1].1 - pair[0].1) * (x - pair[0].0) / (pair[1].0 - pair[0].0)
        })
    }
}

/// The distance between a drawing and the answer. Distances are shares of the height of the y axis.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Closeness {
    /// The mean distance over the places that have been drawn.
    pub mean: f64,
    /// The share of the curve that has been drawn, 0..=1.
    pub covered: f64,
    /// The x of the largest distance; `largest` is that distance.
    pub farthest: f64,
    /// The largest distance.
    pub largest: f64,
}

/// Whether a mark shows where the distance of two functions is largest.
fn is_distance(mark: &Mark) -> bool {
    series(mark, Stroke::Thin) == Some(DIFFERENCE)
}

/// The hue of a curve mark with this stroke; `None` for other marks.
fn series(mark: &Mark, wanted: Stroke) -> Option<usize> {
    match mark {
        Mark::Curve { role: Role::Series(series), stroke, .. } if *stroke == wanted => {
            Some(*series)
        }
        _ => None,
    }
}

/// The run from left to right; `None` if it turns back or is not finite.
fn forward(run: &[Point]) -> Option<Vec<Point>> {
    let is_finite = |at: &Point| at.0.is_finite() && at.1.is_finite();
    let is_forward = |run: &[Point]| run.windows(2).all(|pair| pair[0].0 <= pair[1].0);
    let mut run: Vec<Point> = run.iter().copied().filter(is_finite).collect();
    if !is_forward(&run) {
        run.reverse();
    }
    (run.len() > 1 && is_forward(&run)).then_some(run)
}

/// The end of a bar that shows its value: the end away from 0, or away from the base below the axis.
fn end(bar: Interval, axis: Interval) -> f64 {
    let end = if bar.low < axis.low || bar.low == 0.0 { bar.high } else { bar.low };
    let end = if bar.low == axis.low { bar.high } else { end };
    end.clamp(axis.low, axis.high)
}

/// The distance of a point from the segment from `a` to `b`: the vertical distance, or less if a horizontal
/// correction at the cost [`SIDEWAYS`] is cheaper. Both directions are shares of their axes.
fn distance(at: Point, a: Point, b: Point, per_x: f64, per_y: f64) -> f64 {
    let cost = |t: f64| {
        let place = (a.0 + t * (b.0 - a.0), a.1 + t * (b.1 - a.1));
        SIDEWAYS * ((place.0 - at.0) * per_x).abs() + ((place.1 - at.1) * per_y).abs()
    };
    // The cost is piecewise linear, so its minimum is at an end or where one of its two terms changes its
    // sign.
    let turns = [(at.0 - a.0) / (b.0 - a.0), (at.1 - a.1) / (b.1 - a.1)];
    let inside = turns.into_iter().filter(|t| (0.0..=1.0).contains(t));
    inside.chain([0.0, 1.0]).map(cost).fold(f64::INFINITY, f64::min)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plot::scene::{Dot, Fill};

    const X: Interval = Interval::new(-6.0, 6.0);
    const Y: Interval = Interval::new(-0.5, 1.5);

    fn scene(marks: Vec<Mark>) -> Scene {
        Scene::of([X, Y], [Ticks::Numbers; 2], marks)
    }

    fn curve(runs: &[&[Point]], stroke: Stroke) -> Mark {
        let runs = runs.iter().map(|run| run.to_vec()).collect();
        Mark::Curve { runs, role: Role::Series(3), stroke }
    }

    fn truth(runs: &[&[Point]]) -> Truth {
        Truth::of(&scene(vec![curve(runs, Stroke::Solid)])).expect("there is a curve")
    }

    fn drawn(points: &[Point]) -> Drawing {
        let mut drawing = Drawing::new(X, Y);
        for pair in points.windows(2) {
            drawing.stroke(pair[0], pair[1]);
        }
        drawing
    }

    /// ReLU's gradient.
    fn jump() -> Truth {
        truth(&[&[(-6.0, 0.0), (0.0, 0.0)], &[(0.0, 1.0), (6.0, 1.0)]])
    }

    fn line() -> Truth {
        truth(&[&[(-6.0, 0.0), (6.0, 1.0)]])
    }

    /// A few roundings of numbers near 1, over 481 places.
    const ROUNDING: f64 = 1e-12;

    #[test]
    fn the_truth_itself_is_not_off() {
        let close = line().closeness(&drawn(&[(-6.0, 0.0), (6.0, 1.0)]), 3).unwrap();
        assert!(close.mean < ROUNDING && close.largest < ROUNDING, "{close:?}");
        assert_eq!(close.covered, 1.0);
        let mut drawing = drawn(&[(-6.0, 0.0), (0.0, 0.0)]);
        drawing.stroke((0.0, 1.0), (6.0, 1.0));
        let close = jump().closeness(&drawing, 3).unwrap();
        assert!(close.mean < ROUNDING && close.covered == 1.0, "{close:?}");
    }

    #[test]
    fn an_offset_is_what_it_is_of_the_height() {
        let close = line().closeness(&drawn(&[(-6.0, 0.2), (6.0, 1.2)]), 3).unwrap();
        // The offset is 0.2 on an axis of 2. The line is less steep than the limit for horizontal errors.
        assert!((close.mean - 0.1).abs() < ROUNDING && (close.largest - 0.1).abs() < ROUNDING);
    }

    #[test]
    fn what_is_not_drawn_is_not_off_but_missing() {
        let close = line().closeness(&drawn(&[(-6.0, 0.0), (0.0, 0.5)]), 3).unwrap();
        assert!(close.mean < ROUNDING);
        // 241 of 481 places.
        assert!((close.covered - 241.0 / 481.0).abs() < ROUNDING);
        assert_eq!(line().closeness(&Drawing::new(X, Y), 3), None);
        assert_eq!(line().closeness(&drawn(&[(-6.0, 0.0), (6.0, 1.0)]), 4), None);
    }

    #[test]
    fn a_curve_is_asked_for_only_where_it_is() {
        // The curve leaves the axis at −3 and ends at 0.
        let truth = truth(&[&[(-6.0, 3.5), (0.0, -0.5)]]);
        let close = truth
            .closeness(&drawn(&[(-6.0, 1.5), (-3.0, 1.5), (0.0, -0.5), (6.0, -0.5)]), 3)
            .unwrap();
        assert!(close.mean < ROUNDING && close.covered == 1.0, "{close:?}");
    }

    #[test]
    fn a_jump_that_comes_a_little_late_is_hardly_off() {
        let late_jump = drawn(&[(-6.0, 0.0), (0.25, 0.0), (0.25, 1.0), (6.0, 1.0)]);
        let close = jump().closeness(&late_jump, 3).unwrap();
        // The last place before the jump is 9 steps late. The vertical distance would be half of the height.
        let late = 9.0 / STEPS as f64;
        assert!((close.largest - SIDEWAYS * late).abs() < ROUNDING, "{close:?}");
        // The triangle below that distance, and half a step.
        assert!(close.mean < 0.5 * SIDEWAYS * late * (late + 0.01), "{close:?}");
        assert!((close.farthest - 0.225).abs() < ROUNDING, "{close:?}");
        // A slope instead of the jump crosses it half way, at its own height.
        let slope = drawn(&[(-6.0, 0.0), (-0.3, 0.0), (0.3, 1.0), (6.0, 1.0)]);
        assert!(jump().closeness(&slope, 3).unwrap().mean < 0.006);
        // A flat line in place of the jump has its full vertical distance.
        let flat = drawn(&[(-6.0, 0.0), (6.0, 0.0)]);
        let close = jump().closeness(&flat, 3).unwrap();
        assert!((close.largest - 0.5).abs() < ROUNDING && close.mean > 0.2, "{close:?}");
    }

    #[test]
    fn a_gap_is_no_jump() {
        let gap = truth(&[&[(-6.0, 0.0), (-1.0, 0.0)], &[(1.0, 1.0), (6.0, 1.0)]]);
        let close = gap.closeness(&drawn(&[(-6.0, 0.5), (6.0, 0.5)]), 3).unwrap();
        assert!((close.mean - 0.25).abs() < ROUNDING, "nothing stands between the two");
        assert_eq!(close.covered, 1.0);
    }

    #[test]
    fn over_an_x_again_corrects_it() {
        let mut drawing = drawn(&[(-6.0, 0.3), (6.0, 0.3)]);
        drawing.stroke((3.0, 0.9), (-3.0, 0.9));
        assert_eq!(drawing.height(0), Some(0.3));
        assert_eq!(drawing.height(STEPS / 2), Some(0.9));
        assert_eq!(drawing.height(STEPS), Some(0.3));
        drawing.stroke((0.0, 0.1), (0.0, 0.4));
        assert_eq!(drawing.height(STEPS / 2), Some(0.4));
    }

    #[test]
    fn a_quick_stroke_fills_in_between_and_a_lifted_pen_leaves_a_gap() {
        let mut drawing = drawn(&[(-6.0, 0.0), (-3.0, 1.0)]);
        drawing.stroke((3.0, 1.0), (6.0, 0.0));
        drawing.stroke((0.0, 0.5), (0.0, 0.5));
        let Mark::Curve { runs, .. } = drawing.mark() else { panic!("a drawing is a curve") };
        let ends = |run: &Vec<Point>| (run[0].0, run[run.len() - 1].0);
        assert_eq!(ends(&runs[0]), (-6.0, -3.0));
        assert_eq!((runs.len(), runs[0].len(), runs[1].len()), (3, 121, 2));
        assert_eq!(ends(&runs[2]), (3.0, 6.0));
        assert_eq!(drawing.height(60), Some(0.5), "half way between 0 and 1");
    }

    #[test]
    fn what_is_no_number_is_refused_and_what_is_outside_brought_in() {
        let mut drawing = Drawing::new(X, Y);
        for wrong in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            drawing.stroke((wrong, 0.0), (0.0, 0.0));
            drawing.stroke((0.0, 0.0), (0.0, wrong));
        }
        assert!(drawing.is_empty());
        drawing.stroke((-100.0, 7.0), (-100.0, 7.0));
        drawing.stroke((1e300, -1e300), (1e300, -1e300));
        assert_eq!((drawing.height(0), drawing.height(STEPS)), (Some(1.5), Some(-0.5)));
        assert_eq!(drawing.heights.iter().flatten().count(), 2);
    }

    #[test]
    fn gradients_are_hidden_and_their_values_stay() {
        let values = curve(&[&[(-6.0, 0.0), (6.0, 1.0)]], Stroke::Solid);
        let gradients = curve(&[&[(-6.0, 0.1), (6.0, 0.1)]], Stroke::Dashed);
        let tangent = curve(&[&[(0.0, 0.5), (1.0, 0.6)]], Stroke::Thin);
        let dot = Mark::Dot { at: (0.0, 0.1), role: Role::Series(3), dot: Dot::Closed };
        let band = Mark::Band { x: X, role: Role::Saturated };
        let probe = Mark::Rule { x: 0.0, role: Role::Probe };
        let mut both =
            scene(vec![band, probe.clone(), values.clone(), gradients.clone(), tangent, dot]);
        let truth = Truth::of(&both).expect("there are gradients");
        assert!(truth.is_gradient);
        truth.hide(&mut both);
        assert_eq!(both.marks, [probe, values.clone()]);
        // In a plot of their own, values stay only above the very same x.
        let mut beside = scene(vec![values.clone()]);
        truth.hide_beside(&mut beside);
        assert_eq!(beside.marks.len(), 1);
        let mut elsewhere = Scene { x: Interval::new(0.0, 1.0), ..scene(vec![values]) };
        truth.hide_beside(&mut elsewhere);
        let mut again = scene(vec![gradients]);
        truth.hide_beside(&mut again);
        assert_eq!(elsewhere.marks.len() + again.marks.len(), 0);
    }

    #[test]
    fn bars_are_a_curve_through_their_ends() {
        let bar = |middle: f64, low, high| Mark::Bar {
            x: Interval::new(middle - 0.4, middle + 0.4),
            y: Interval::new(low, high),
            role: Role::Series(0),
            fill: Fill::Solid(1.0),
        };
        // Later ones first, one downwards, one from far below the axis.
        let truth =
            Truth::of(&scene(vec![bar(3.0, -9.0, 1.0), bar(1.0, -0.25, 0.0), bar(2.0, 0.0, 0.5)]));
        let truth = truth.expect("there are bars");
        assert_eq!(truth.height(0, 1.0), Some(-0.25));
        assert_eq!(truth.height(0, 2.5), Some(0.75));
        assert_eq!(truth.height(0, 3.5), None);
    }

    #[test]
    fn a_diagram_has_nothing_to_guess_nor_has_a_line_that_turns_back() {
        let marks = vec![curve(&[&[(-6.0, 0.0), (6.0, 1.0)]], Stroke::Solid)];
        assert_eq!(Truth::of(&Scene { y_ticks: Ticks::None, ..scene(marks) }), None);
        let turns = curve(&[&[(-6.0, 0.0), (6.0, 1.0), (0.0, 0.0)]], Stroke::Solid);
        assert_eq!(Truth::of(&scene(vec![turns])), None);
        let back = truth(&[&[(6.0, 1.0), (-6.0, 0.0)]]);
        assert_eq!(back.height(3, 0.0), Some(0.5));
    }

    #[test]
    fn the_truth_appears_from_the_left() {
        let Some(Mark::Curve { runs, .. }) = line().up_to(0.25).next() else {
            panic!("the line is a curve")
        };
        assert_eq!(runs, [[(-6.0, 0.0), (-3.0, 0.25)]]);
    }
}
