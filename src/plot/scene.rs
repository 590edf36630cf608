//! A picture as data.

use super::axis::Interval;
use super::clip::Point;
use super::theme::Role;

/// What is to be seen in one plot, in data coordinates.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    pub x: Interval,
    pub y: Interval,
    /// Painted in this order.
    pub marks: Vec<Mark>,
    /// What a reader can take hold of.
    pub handles: Vec<Handle>,
    /// Places on the x axis that a probe falls onto when it comes near.
    pub stops: Vec<f64>,
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
}

/// A place that can be dragged; what it changes is the demo's matter.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Handle {
    pub id: &'static str,
    pub at: Point,
}
