//! The straight lines that a function such as maxout is made of, in a plot. Each is a line with two handles: one for its slope and one for its
//! intercept.

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

/// The handles of these pieces, also those outside the plot.
pub fn handles(settings: &Settings, pieces: &[Keys], x: Interval) -> Vec<Handle> {
    let pieces = pieces.iter().enumerate();
    pieces.flat_map(|(index, keys)| handles_of(index, *keys, line(settings, *keys), x)).collect()
}

/// The handles of the piece with this index, which is the line `line`.
pub fn handles_of(index: usize, [w, b]: Keys, line: Line, x: Interval) -> [Handle; 2] {
    let at = slope_handle_at(index, x);
    [
        Handle { id: w.name(), at: (at, line.value(at)) },
        Handle { id: b.name(), at: (0.0, line.intercept) },
    ]
}

/// The dots that show the handles.
pub fn handle_dots(handles: &[Handle], role: Role) -> impl Iterator<Item = Mark> {
    handles.iter().map(move |handle| Mark::Dot { at: handle.at, role, dot: Dot::Handle })
}

/// These pieces as thin lines across the whole plot.
pub fn marks(
    settings: &Settings,
    pieces: &[Keys],
    role: Role,
    x: Interval,
) -> impl Iterator<Item = Mark> {
    pieces.iter().map(move |keys| thin_line(line(settings, *keys), role, x))
}

/// A line as a thin one across the whole plot.
pub fn thin_line(line: Line, role: Role, x: Interval) -> Mark {
    let ends = [x.low, x.high].map(|x| (x, line.value(x)));
    Mark::Curve { runs: vec![ends.to_vec()], role, stroke: Stroke::Thin }
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
