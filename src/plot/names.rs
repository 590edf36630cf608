//! The places for the names of curves: beside the curve where it is alone, otherwise in a free place with a line
//! that leads to the curve.

use super::clip;
use super::geometry::{Interval, Point};
use super::layout::{Layout, Rect};
use super::scene::{Dot, Mark, Name, Scene, Stroke};
use super::theme::Role;

/// The font size of a name, as a multiple of the size of tick labels.
pub const SIZE: f64 = 0.92;
/// The space for the coloured bar in front of a name, in multiples of its font size.
pub const BEFORE: f64 = 0.55;
/// The height of a name, and the space behind it, in multiples of its font size.
const HEIGHT: f64 = 1.3;
const BEHIND: f64 = 0.25;
/// The width of a column, in CSS pixels. The heights of the curves are known for each column.
const COLUMN: f64 = 4.0;
/// The number of columns between two places that are tried.
const STRIDE: usize = 3;
/// The distance of a name from its curve, and the distance that other curves should have, in CSS pixels.
const GAP: f64 = 3.0;
const APART: f64 = 16.0;
/// The farthest that a name with a leading line is usually away from its curve, in CSS pixels.
const REACH: f64 = 130.0;

/// The cost of a place, for each: a column with a curve behind the name; a pixel that another curve is too near; a
/// pixel of height that the curve has beside the name; a pixel between the name and the end of its curve; a handle
/// or a line behind the name; a leading line, and a pixel of its length.
const CROSSED: f64 = 6.0;
const NEAR: f64 = 3.0;
const STEEP: f64 = 0.35;
const INWARDS: f64 = 0.04;
const COVERED: f64 = 60.0;
const LED: f64 = 24.0;
const LENGTH: f64 = 0.25;
/// A place beside the curve with at most this cost needs no comparison with places farther away.
const GOOD: f64 = 20.0;

/// A name in its place, in CSS pixels of the layout.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed<'a> {
    pub name: &'a Name,
    /// The area of the name with its coloured bar.
    pub area: Rect,
    /// The line from the curve to the name, if the name is not beside its curve.
    pub leader: Option<[Point; 2]>,
}

/// Places the names inside the plot so that no two of them overlap. A name whose curve is outside the plot, or for
/// which there is no space, is left out.
pub fn place<'a>(names: &'a [Name], scene: &Scene, layout: &Layout) -> Vec<Placed<'a>> {
    let mut room = Room::new(names, scene, layout);
    // The curves with the fewest good places choose first.
    let cost = |name| room.beside(name).map_or(f64::INFINITY, |choice| choice.cost);
    let mut order: Vec<(usize, f64)> = (0..names.len()).map(|name| (name, cost(name))).collect();
    order.sort_by(|a, b| b.1.total_cmp(&a.1));
    for (name, _) in order {
        if let Some(choice) = room.best(name) {
            room.placed.push((name, choice));
        }
    }
    let placed = room.placed.iter();
    placed
        .map(|(name, choice)| Placed {
            name: &names[*name],
            area: choice.area,
            leader: choice.leader,
        })
        .collect()
}

/// A possible place of a name.
#[derive(Clone, Copy)]
struct Choice {
    area: Rect,
    leader: Option<[Point; 2]>,
    cost: f64,
}

/// The upper and the lower end of a curve in each column, in CSS pixels.
type Heights = Vec<Option<(f64, f64)>>;

struct Room {
    plot: Rect,
    /// The sizes of the names.
    sizes: Vec<(f64, f64)>,
    /// The curves of the names, in the same order, then the other curves and bars.
    curves: Vec<Heights>,
    /// The areas of handles and of other texts.
    covered: Vec<Rect>,
    placed: Vec<(usize, Choice)>,
}

impl Room {
    fn new(names: &[Name], scene: &Scene, layout: &Layout) -> Self {
        let plot = layout.plot();
        let columns = (plot.width() / COLUMN).ceil().max(1.0) as usize;
        let mut curves = vec![vec![None; columns]; names.len() + 1];
        let (size, all) = (SIZE * layout.text, names.len());
        let owner = |role: Role, stroke: Stroke| {
            let known = names.iter().position(|name| (name.role, name.stroke) == (role, stroke));
            known.unwrap_or(all)
        };
        let pixel = |at| layout.pixel(at, scene.x, scene.y);
        let mut covered = Vec::new();
        for mark in &scene.marks {
            match mark {
                // Tangents move with the probe, and the names should not.
                Mark::Curve { runs, role: role @ Role::Series(_), stroke }
                    if *stroke != Stroke::Thin =>
                {
                    let heights = &mut curves[owner(*role, *stroke)];
                    for run in runs {
                        for part in clip::polyline(run, scene.x, scene.y) {
                            for ends in part.windows(2) {
                                add(heights, plot.left, pixel(ends[0]), pixel(ends[1]));
                            }
                        }
                    }
                }
                Mark::Bar { x, y, role: role @ Role::Series(_), .. } => {
                    if let (Some(x), Some(y)) = (x.within(scene.x), y.within(scene.y)) {
                        let heights = &mut curves[owner(*role, Stroke::Solid)];
                        let ends = |y| [x.low, x.high].map(|x| pixel((x, y)));
                        let ([a, b], [c, d]) = (ends(y.low), ends(y.high));
                        add(heights, plot.left, a, b);
                        add(heights, plot.left, c, d);
                    }
                }
                Mark::Dot { at, dot: Dot::Open, .. } => covered.push(around(pixel(*at), 6.0)),
                Mark::Label { at, .. } => covered.push(around(pixel(*at), 0.7 * size)),
                _ => {}
            }
        }
        let handles = scene.handles.iter();
        covered.extend(handles.map(|handle| around(pixel(handle.at), 9.0)));
        let sizes =
            names.iter().map(|name| ((width(&name.text) + BEFORE + BEHIND) * size, HEIGHT * size));
        Room { plot, sizes: sizes.collect(), curves, covered, placed: Vec::new() }
    }

    /// The best place of a name.
    fn best(&self, name: usize) -> Option<Choice> {
        let beside = self.beside(name);
        if beside.is_some_and(|choice| choice.cost <= GOOD) {
            return beside;
        }
        let led = self.led(name, REACH).or_else(|| self.led(name, f64::INFINITY));
        [beside, led].into_iter().flatten().min_by(|a, b| a.cost.total_cmp(&b.cost))
    }

    /// The best place directly above or below the curve.
    fn beside(&self, name: usize) -> Option<Choice> {
        let own = &self.curves[name];
        let (first, last) =
            (own.iter().position(Option::is_some)?, own.iter().rposition(Option::is_some)?);
        let (width, height) = self.sizes[name];
        let columns = (width / COLUMN).ceil() as usize;
        // A short curve is covered by its name, and others are next to most of it.
        let least = (columns / 2).min(own.iter().flatten().count()).max(1);
        let mut best: Option<Choice> = None;
        let ends = own.len().saturating_sub(columns);
        for from in (0..=ends).step_by(STRIDE).chain([ends]) {
            let range = from..(from + columns).min(own.len());
            let here = || own[range.clone()].iter().flatten();
            if here().count() < least {
                continue;
            }
            let top = here().fold(f64::INFINITY, |top, heights| top.min(heights.0));
            let bottom = here().fold(f64::NEG_INFINITY, |bottom, heights| bottom.max(heights.1));
            let left = (self.plot.left + from as f64 * COLUMN).min(self.plot.right - width);
            let middle = from + columns / 2;
            let inwards = middle.saturating_sub(first).min(last.saturating_sub(middle));
            for upper in [top - GAP - height, bottom + GAP] {
                let area = Rect { left, top: upper, right: left + width, bottom: upper + height };
                let Some(cost) = self.cost(name, area) else { continue };
                let inwards = INWARDS * COLUMN * inwards as f64;
                let cost = cost + STEEP * (bottom - top) + inwards;
                if best.is_none_or(|best| cost < best.cost) {
                    best = Some(Choice { area, leader: None, cost });
                }
            }
        }
        best
    }

    /// The best free place with a line of at most this length to the curve.
    fn led(&self, name: usize, reach: f64) -> Option<Choice> {
        let from = self.anchor(name)?;
        let (width, height) = self.sizes[name];
        let Rect { left, top, right, bottom } = self.plot;
        let mut best: Option<Choice> = None;
        let steps = |low: f64, high: f64, step: f64| {
            (0..=((high - low) / step).max(0.0) as usize)
                .map(move |index| low + index as f64 * step)
        };
        for upper in steps(top, bottom - height, 0.5 * height) {
            for left in steps(left, right - width, 4.0 * COLUMN) {
                let area = Rect { left, top: upper, right: left + width, bottom: upper + height };
                let to = (from.0.clamp(left, left + width), from.1.clamp(upper, upper + height));
                let length = (to.0 - from.0).hypot(to.1 - from.1);
                if length > reach || best.is_some_and(|best| LED + LENGTH * length >= best.cost) {
                    continue;
                }
                let Some(cost) = self.cost(name, area) else { continue };
                let leader = [from, to];
                let crossed = self.placed.iter().any(|(_, other)| crosses(leader, other.area));
                let cost = cost + LED + LENGTH * length + if crossed { COVERED } else { 0.0 };
                if best.is_none_or(|best| cost < best.cost) {
                    best = Some(Choice { area, leader: Some(leader), cost });
                }
            }
        }
        best
    }

    /// The point of a curve that is farthest from all others.
    fn anchor(&self, name: usize) -> Option<Point> {
        /// A distance that is large enough, in CSS pixels.
        const ENOUGH: f64 = 40.0;
        let own = self.curves[name].iter().enumerate();
        let points = own.filter_map(|(column, heights)| Some((column, (*heights)?)));
        let alone = points.map(|(column, (top, bottom))| {
            let others = self.curves.iter().enumerate().filter(|(other, _)| *other != name);
            let others = others.filter_map(|(_, heights)| heights[column]);
            let apart = others.map(|other| (other.0 - bottom).max(top - other.1).max(0.0));
            let apart = apart.fold(ENOUGH, f64::min);
            let at = (self.plot.left + (column as f64 + 0.5) * COLUMN, 0.5 * (top + bottom));
            (apart - 0.5 * (bottom - top), (at.0.min(self.plot.right), at.1))
        });
        alone.max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, at)| at)
    }

    /// The cost of a place for a name. `None` if the place is not inside the plot or overlaps another name.
    fn cost(&self, name: usize, area: Rect) -> Option<f64> {
        let Rect { left, top, right, bottom } = self.plot;
        let is_inside =
            area.left >= left && area.right <= right && area.top >= top && area.bottom <= bottom;
        let is_free = self.placed.iter().all(|(_, other)| !overlap(area, other.area));
        if !is_inside || !is_free {
            return None;
        }
        let first = ((area.left - left) / COLUMN) as usize;
        let end = ((area.right - left) / COLUMN).ceil() as usize;
        let mut cost = 0.0;
        for (other, heights) in self.curves.iter().enumerate() {
            let mut nearest = APART;
            for (upper, lower) in heights[first..end.min(heights.len())].iter().flatten() {
                let apart = (upper - area.bottom).max(area.top - lower);
                if apart < 1.0 {
                    cost += CROSSED;
                }
                nearest = nearest.min(apart.max(0.0));
            }
            if other != name {
                cost += NEAR * (APART - nearest);
            }
        }
        let leaders = self.placed.iter().filter_map(|(_, other)| other.leader);
        let covered = self.covered.iter().filter(|other| overlap(area, **other)).count()
            + leaders.filter(|leader| crosses(*leader, area)).count();
        Some(cost + COVERED * covered as f64)
    }
}

/// Adds a line between two pixels to the heights of a curve.
fn add(heights: &mut Heights, left: f64, a: Point, b: Point) {
    let (from, to) = if a.0 <= b.0 { (a, b) } else { (b, a) };
    let last = heights.len() - 1;
    let column = |x: f64| (((x - left) / COLUMN).max(0.0) as usize).min(last);
    let at = |x: f64| {
        let share = (x - from.0) / (to.0 - from.0);
        from.1 + (to.1 - from.1) * if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.0 }
    };
    let (first, last) = (column(from.0), column(to.0));
    for (column, height) in heights.iter_mut().enumerate().take(last + 1).skip(first) {
        let edge = left + column as f64 * COLUMN;
        // A vertical line has both of its ends in one column.
        let ends = if from.0 == to.0 { (from.1, to.1) } else { (at(edge), at(edge + COLUMN)) };
        let (top, bottom) = height.unwrap_or((f64::INFINITY, f64::NEG_INFINITY));
        *height = Some((top.min(ends.0).min(ends.1), bottom.max(ends.0).max(ends.1)));
    }
}

/// The square around a point.
fn around((x, y): Point, half: f64) -> Rect {
    Rect { left: x - half, top: y - half, right: x + half, bottom: y + half }
}

fn overlap(a: Rect, b: Rect) -> bool {
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

/// Whether a line passes through an area.
fn crosses([from, to]: [Point; 2], area: Rect) -> bool {
    let x = Interval { low: area.left, high: area.right };
    let y = Interval { low: area.top, high: area.bottom };
    clip::segment(from, to, x, y).is_some()
}

/// The width of a text in multiples of its font size. It is an upper estimate for the fonts of common systems,
/// because a picture without a browser has no font to measure.
pub fn width(text: &str) -> f64 {
    let of = |letter: char| match letter {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | '\'' | '′' | '|' | ' ' => 0.34,
        'f' | 't' | 'r' | '(' | ')' | '-' => 0.44,
        'm' | 'w' | 'M' | 'W' => 0.94,
        'A'..='Z' => 0.72,
        // Hangul and other full-width letters.
        '\u{1100}'.. => 1.0,
        _ => 0.64,
    };
    text.chars().map(of).sum()
}
