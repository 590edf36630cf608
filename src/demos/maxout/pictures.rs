//! The pictures of maxout.

use super::{MaxoutExperiment, X, histograms, hue};
use crate::demos::piece_handles::{self, Piece};
use crate::demos::{Picture, Stage};
use crate::models::collapse::Line;
use crate::models::maxout::Maxout;
use crate::plot::axis::Ticks;
use crate::plot::layout::Rect;
use crate::plot::scene::{Dot, Handle, Mark, Stroke};
use crate::plot::theme::Role;
use crate::plot::{Interval, Scene};

pub fn scenes(shown: &MaxoutExperiment, stage: &Stage) -> Vec<Picture> {
    let most = 42.0 * stage.text;
    let height = (0.5 * stage.width).clamp(240.0, most).min(stage.height.max(240.0));
    let (large, beside) = (stage.layout(height), stage.beside());
    let [inputs, outputs, maximum] = histograms::scenes(shown);
    vec![
        Picture { id: "envelope", layout: large, scene: envelope(shown, large.plot()) },
        Picture { id: "inputs", layout: beside, scene: inputs },
        Picture { id: "outputs", layout: beside, scene: outputs },
        Picture { id: "maximum", layout: beside, scene: maximum },
    ]
}

/// The pieces with their handles, the largest of them, and the probe.
fn envelope(shown: &MaxoutExperiment, plot: Rect) -> Scene {
    let (maxout, role) = (&shown.curve.maxout, Role::Series(hue()));
    let pieces = pieces(maxout);
    let handles: Vec<Handle> = pieces.iter().flat_map(|piece| piece.handles(X)).collect();
    let kinks = shown.curve.kinks.iter().copied().filter(|at| X.contains(*at));
    let kinks: Vec<f64> = kinks.collect();
    let corners = [X.low].into_iter().chain(kinks.iter().copied()).chain([X.high]);
    let curve: Vec<(f64, f64)> = corners.map(|x| (x, maxout.value(x))).collect();
    let heights = || curve.iter().map(|(_, y)| *y);
    // The axis has space below for pieces that are not the largest, and contains all handles.
    let below = -0.4 * heights().fold(0.0, f64::max);
    let reach = handles.iter().map(|handle| handle.at.1);
    let y = Interval::around(heights().chain(reach).chain([below]));
    let mut marks: Vec<Mark> = pieces.iter().map(|piece| piece.mark(role, X)).collect();
    let probe = shown.x;
    marks.push(Mark::Rule { x: probe, role: Role::Probe });
    marks.push(Mark::Curve { runs: vec![curve], role, stroke: Stroke::Solid });
    marks.extend(piece_handles::handle_dots(&handles, role));
    marks.push(Mark::Dot { at: (probe, maxout.value(probe)), role, dot: Dot::Closed });
    marks.extend(numbers(maxout, y, plot));
    Scene {
        x: X,
        y,
        x_ticks: Ticks::Numbers,
        y_ticks: Ticks::Numbers,
        marks,
        handles,
        stops: kinks,
    }
}

/// All pieces with their handles.
fn pieces(maxout: &Maxout) -> Vec<Piece> {
    let pieces = piece_handles::KEYS.into_iter().zip(maxout.pieces()).enumerate();
    pieces.map(|(index, (keys, line))| Piece { index, keys, line: *line }).collect()
}

/// The number of each piece, beside the handle of its slope.
fn numbers(maxout: &Maxout, y: Interval, plot: Rect) -> Vec<Mark> {
    /// The distance of a number from its line, in CSS pixels.
    const ABOVE: f64 = 17.0;
    let rise = ABOVE / plot.height() * y.length();
    let number = |(index, piece): (usize, &Line)| {
        let at = piece_handles::slope_handle_at(index, X);
        let height = piece.value(at);
        // The number is below its line if there is no space above.
        let up = if height + rise < y.high { rise } else { -rise };
        let text = (index + 1).to_string();
        Mark::Label { at: (at, height + up), text, role: Role::Ink, size: 1.0 }
    };
    maxout.pieces().iter().enumerate().map(number).collect()
}
