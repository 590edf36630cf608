//! The straight lines that a function such as maxout is made of, in a plot. Each has two handles: one for its slope and
//! one for its intercept.

use super::settings::{Key, Settings};
use crate::models::collapse::Line;
use crate::plot::Interval;
use crate::plot::scene::{Dot, Handle, Mark, Stroke};
use crate::plot::theme::Role;
use activations::Activation;

/// The keys of a piece's slope and intercept. Their names are also the ids of its handles.
pub type Keys = [Key<f64>; 2];

/// The keys of maxout's pieces.
pub const KEYS: [Keys; 5] = [
    [Key::new("w1"), Key::new("b1")],
    [Key::new("w2"), Key::new("b2")],
    [Key::new("w3"), Key::new("b3")],
    [Key::new("w4"), Key::new("b4")],
    [Key::new("w5"), Key::new("b5")],
];

/// A straight line that a function is made of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Piece {
    /// The place among the lines of the function, from 0.
    pub index: usize,
    pub keys: Keys,
    pub line: Line,
}

impl Piece {
    /// The pieces with these keys.
    pub fn all(settings: &Settings, pieces: &[Keys]) -> Vec<Piece> {
        let all = pieces.iter().enumerate();
        all.map(|(index, keys)| Piece { index, keys: *keys, line: line(settings, *keys) }).collect()
    }

    /// The handles for the slope and the intercept. They may lie outside the plot.
    pub fn handles(&self, x: Interval) -> [Handle; 2] {
        let Piece { index, keys: [slope, intercept], line } = self;
        let at = slope_handle_at(*index, x);
        [
            Handle { id: slope.name(), at: (at, line.value(at)) },
            Handle { id: intercept.name(), at: (0.0, line.intercept) },
        ]
    }

    /// The piece as a thin line across the whole plot.
    pub fn mark(&self, role: Role, x: Interval) -> Mark {
        let ends = [x.low, x.high].map(|x| (x, self.line.value(x)));
        Mark::Curve { runs: vec![ends.to_vec()], role, stroke: Stroke::Thin }
    }
}

/// The keys of the lines that a function is made of. Empty if it is made of none.
pub fn keys_of(settings: &Settings, function: &Activation) -> Vec<Keys> {
    let key = |place: usize| settings.key_of(&function.parameters[place]);
    let lines = function.lines.iter().filter_map(|line| match line.map(key) {
        [Some(slope), Some(intercept)] => Some([slope, intercept]),
        _ => None,
    });
    lines.collect()
}

/// The line of a piece.
pub fn line(settings: &Settings, keys: Keys) -> Line {
    let [slope, intercept] = keys.map(|key| settings.number(key));
    Line { slope, intercept }
}

/// The x of the handle for a piece's slope. All handles have different places. By default each of the first two
/// pieces is the largest at its handle: the first on the left, the second on the right.
pub fn slope_handle_at(index: usize, x: Interval) -> f64 {
    /// The places in thirds of the distance from 0 to an end of the x axis: the left end for negative numbers.
    const THIRDS: [f64; KEYS.len()] = [-2.0, 2.0, 2.7, -2.7, 1.4];
    let thirds = THIRDS[index];
    let end = match thirds < 0.0 {
        true if x.low < 0.0 => x.low,
        false if x.high > 0.0 => x.high,
        _ if x.low < 0.0 => x.low / 2.0,
        _ => x.high / 2.0,
    };
    end * thirds.abs() / 3.0
}

/// The dots that show the handles.
pub fn handle_dots(handles: &[Handle], role: Role) -> impl Iterator<Item = Mark> {
    handles.iter().map(move |handle| Mark::Dot { at: handle.at, role, dot: Dot::Handle })
}

/// Moves one of these pieces so that its handle comes to the height `y`. Returns the key of the number that has changed, or
/// `None` if there is no such handle.
pub fn drag(
    settings: &mut Settings,
    pieces: &[Keys],
    x: Interval,
    handle: &str,
    y: f64,
) -> Option<Key<f64>> {
    for (index, &[w, b]) in pieces.iter().enumerate() {
        if handle == b.name() {
            settings.set_number(b, y);
            return Some(b);
        }
        if handle == w.name() {
            let at = slope_handle_at(index, x);
            settings.set_number(w, (y - settings.number(b)) / at);
            return Some(w);
        }
    }
    None
}
