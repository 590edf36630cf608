//! A picture as data.

use super::axis::Ticks;
use super::geometry::{Interval, Point};
use super::theme::Role;

/// What is to be seen in one plot, in data coordinates.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    pub x: Interval,
    pub y: Interval,
    pub x_ticks: Ticks,
    pub y_ticks: Ticks,
    /// Painted in this order.
    pub marks: Vec<Mark>,
    /// What a reader can take hold of.
    pub handles: Vec<Handle>,
    /// Places on the x axis that a probe falls onto when it comes near.
    pub stops: Vec<f64>,
}

impl Scene {
    /// What is only to be looked at: the axes x and y, what stands at them, and the marks.
    pub fn of([x, y]: [Interval; 2], [x_ticks, y_ticks]: [Ticks; 2], marks: Vec<Mark>) -> Self {
        Scene { x, y, x_ticks, y_ticks, marks, handles: Vec::new(), stops: Vec::new() }
    }
}

/// A thing in a plot.
#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    /// A vertical band from the bottom to the top.
    Band { x: Interval, role: Role },
    /// Polylines of finite points; each is drawn by itself, with nothing between them.
    Curve { runs: Vec<Vec<Point>>, role: Role, stroke: Stroke },
    /// A vertical line from the bottom to the top.
    Rule { x: f64, role: Role },
    /// A round dot.
    Dot { at: Point, role: Role, dot: Dot },
    /// An upright rectangle; what lies beyond the axes is left out.
    Bar { x: Interval, y: Interval, role: Role, fill: Fill },
    /// A shade for each cell of a grid over the whole plot, rows from the top: from −1, all of the
    /// first role's colour, over 0, none, to 1, all of the second's.
    Cells { columns: usize, shades: Vec<f32>, roles: [Role; 2] },
    /// A word or a number, centred on its place. `size` is a multiple of the tick labels'.
    Label { at: Point, text: String, role: Role, size: f64 },
}

/// How a rectangle is filled.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Fill {
    /// With its own colour, from 0 (clear) to 1 (solid).
    Solid(f64),
    /// Not at all: only its edge is drawn.
    Edge,
}

/// How a line is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stroke {
    /// A value.
    Solid,
    /// A gradient.
    Dashed,
    /// A tangent or another aid.
    Thin,
    /// What a reader's hand has drawn.
    Drawn,
}

/// How a dot is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dot {
    /// The point belongs to the curve.
    Closed,
    /// The curve only comes close to it.
    Open,
    /// The reader can move it.
    Handle,
    /// A place where something was.
    Trace,
    /// A point of the data on a ground that may have its own colour.
    Sample,
}

/// A place that can be dragged; what it changes is the demo's matter.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Handle {
    pub id: &'static str,
    pub at: Point,
}
