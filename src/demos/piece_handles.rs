//! Maxout's affine pieces in a plot: a line each, with a handle for its slope and one for its
//! intercept.

use super::settings::{Key, Settings};
use crate::models::collapse::Line;
use crate::plot::Interval;
use crate::plot::scene::{Dot, Handle, Mark, Stroke};
use crate::plot::theme::Role;

/// The keys of each piece's slope and intercept. Their names are also the ids of its handles.
pub const KEYS: [[Key<f64>; 2]; 5] = [
    [Key::new("w1"), Key::new("b1")],
    [Key::new("w2"), Key::new("b2")],
    [Key::new("w3"), Key::new("b3")],
    [Key::new("w4"), Key::new("b4")],
    [Key::new("w5"), Key::new("b5")],
];

/// The piece of this index.
pub fn line(settings: &Settings, index: usize) -> Line {
    let [slope, intercept] = KEYS[index].map(|key| settings.number(key));
    Line { slope, intercept }
}

/// Where the handle for a piece's slope stands: a good way to an end of the x axis, the first
/// piece's to the left and the second's to the right, where by default each wins, and no two in one
/// place.
pub fn slope_handle_at(index: usize, x: Interval) -> f64 {
    /// In thirds of the way to that end.
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

/// The handles of the first `count` pieces, wherever they are.
pub fn handles(settings: &Settings, count: usize, x: Interval) -> Vec<Handle> {
    let all = KEYS.iter().enumerate().take(count).flat_map(|(index, [w, b])| {
        let (at, line) = (slope_handle_at(index, x), line(settings, index));
        [
            Handle { id: w.name(), at: (at, line.value(at)) },
            Handle { id: b.name(), at: (0.0, line.intercept) },
        ]
    });
    all.collect()
}

/// What the handles look like.
pub fn handle_dots(handles: &[Handle], role: Role) -> impl Iterator<Item = Mark> {
    handles.iter().map(move |handle| Mark::Dot { at: handle.at, role, dot: Dot::Handle })
}

/// Each of the first `count` pieces as a thin line along its whole length.
pub fn marks(
    settings: &Settings,
    count: usize,
    role: Role,
    x: Interval,
) -> impl Iterator<Item = Mark> {
    (0..count).map(move |index| {
        let line = line(settings, index);
        let ends = [x.low, x.high].map(|x| (x, line.value(x)));
        Mark::Curve { runs: vec![ends.to_vec()], role, stroke: Stroke::Thin }
    })
}

/// Moves a piece so that its handle comes to the height `y`. Returns the key of the number that has changed, or
/// None if there is no such handle.
pub fn drag(settings: &mut Settings, x: Interval, handle: &str, y: f64) -> Option<Key<f64>> {
    for (index, [w, b]) in KEYS.into_iter().enumerate() {
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
