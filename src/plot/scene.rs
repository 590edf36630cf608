//! A picture as data, without a canvas.

use super::axis::Ticks;
use super::geometry::{Interval, Point};
use super::theme::Role;

/// The content of one plot in data coordinates.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    /// The range of the x axis.
    pub x: Interval,
    /// The range of the y axis.
    pub y: Interval,
    /// The kind of ticks of the x axis.
    pub x_ticks: Ticks,
    /// The kind of ticks of the y axis.
    pub y_ticks: Ticks,
    /// The marks in the order of painting.
    pub marks: Vec<Mark>,
    /// The places that a reader can drag.
    pub handles: Vec<Handle>,
    /// The places on the x axis that a near probe snaps to.
    pub stops: Vec<f64>,
}

impl Scene {
    /// A scene without handles and stops: the axes x and y, their kinds of ticks, and the marks.
    pub fn of([x, y]: [Interval; 2], [x_ticks, y_ticks]: [Ticks; 2], marks: Vec<Mark>) -> Self {
        Scene { x, y, x_ticks, y_ticks, marks, handles: Vec::new(), stops: Vec::new() }
    }

    /// Leaves out what has no place because a coordinate is NaN or, for a point, infinite. A polyline is cut there.
    pub fn leave_out_undefined(&mut self) {
        let is_point = |&(x, y): &Point| x.is_finite() && y.is_finite();
        let is_interval = |ends: &Interval| !ends.low.is_nan() && !ends.high.is_nan();
        self.handles.retain(|handle| is_point(&handle.at));
        self.stops.retain(|stop| stop.is_finite());
        self.marks.retain_mut(|mark| match mark {
            Mark::Curve { runs, .. } => {
                if !runs.iter().flatten().all(is_point) {
                    let parts = runs.iter().flat_map(|run| run.split(|point| !is_point(point)));
                    *runs = parts.filter(|part| part.len() > 1).map(<[Point]>::to_vec).collect();
                }
                true
            }
            Mark::Dot { at, .. } | Mark::Label { at, .. } => is_point(at),
            Mark::Band { x, .. } => is_interval(x),
            Mark::Rule { x, .. } => x.is_finite(),
            Mark::Bar { x, y, .. } => is_interval(x) && is_interval(y),
            Mark::Cells { shades, .. } => {
                let undefined = shades.iter_mut().filter(|shade| shade.is_nan());
                undefined.for_each(|shade| *shade = 0.0);
                true
            }
            Mark::Names(_) => true,
        });
    }

    /// Writes the names of the curves in a language. `name` gives the name of the thing with an id.
    pub fn write_names(&mut self, name: impl Fn(&'static str) -> &'static str) {
        for mark in &mut self.marks {
            if let Mark::Names(names) = mark {
                for Name { id, text, stroke, prime, .. } in names {
                    *text = name(id).to_owned();
                    if *prime && *stroke == Stroke::Dashed {
                        text.push('′');
                    }
                }
            }
        }
    }
}

/// An element of a plot.
#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    /// A vertical band over the whole height.
    Band { x: Interval, role: Role },
    /// Polylines of finite points. Each one is drawn separately.
    Curve { runs: Vec<Vec<Point>>, role: Role, stroke: Stroke },
    /// A vertical line over the whole height.
    Rule { x: f64, role: Role },
    /// A round dot.
    Dot { at: Point, role: Role, dot: Dot },
    /// A rectangle parallel to the axes. Parts beyond the axes are clipped.
    Bar { x: Interval, y: Interval, role: Role, fill: Fill },
    /// A shade for each cell of a grid over the whole plot, the top row first. −1 is the full colour of the
    /// first role, 0 is the paper, and 1 is the full colour of the second role.
    Cells { columns: usize, shades: Vec<f32>, roles: [Role; 2] },
    /// Text centred on a point. `size` is a multiple of the size of tick labels.
    Label { at: Point, text: String, role: Role, size: f64 },
    /// The names of curves, each beside its curve. They are placed when the scene is painted.
    Names(Vec<Name>),
}

impl Mark {
    /// The names of curves with this stroke: the role of each curve, and the id of its function.
    pub fn names(stroke: Stroke, curves: impl IntoIterator<Item = (Role, &'static str)>) -> Mark {
        let curves = curves.into_iter();
        Mark::Names(curves.map(|(role, id)| Name::new(role, stroke, id)).collect())
    }
}

/// The name of a curve.
#[derive(Debug, Clone, PartialEq)]
pub struct Name {
    /// The role and the stroke of the curve. Bars count as solid.
    pub role: Role,
    pub stroke: Stroke,
    /// The id of the function.
    pub id: &'static str,
    /// The name in a language; the id until [`Scene::write_names`] writes it.
    pub text: String,
    /// Whether the name of a gradient has a prime, because its function is in the same picture.
    pub prime: bool,
}

impl Name {
    /// The name of a curve with the function `id`, still without a language.
    pub fn new(role: Role, stroke: Stroke, id: &'static str) -> Self {
        Name { role, stroke, id, text: id.to_owned(), prime: false }
    }
}

/// How a rectangle is filled.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Fill {
    /// With its own colour and this opacity, from 0 (clear) to 1 (opaque).
    Solid(f64),
    /// No fill; only the edge is drawn.
    Edge,
}

/// The style of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stroke {
    /// The curve of a value.
    Solid,
    /// The curve of a gradient.
    Dashed,
    /// A tangent or another auxiliary line.
    Thin,
    /// The reader's own drawing.
    Drawn,
}

/// The style of a dot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dot {
    /// A point that belongs to the curve.
    Closed,
    /// A limit of the curve that does not belong to it.
    Open,
    /// A point that the reader can move.
    Handle,
    /// An earlier position.
    Trace,
    /// A data point, on a background that may have the same colour.
    Sample,
}

/// A place that can be dragged. The demo decides what it changes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Handle {
    /// The id by which the demo recognises the handle.
    pub id: &'static str,
    /// The position in data coordinates.
    pub at: Point,
}
