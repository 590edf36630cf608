//! The pictures of the two networks that classify points.

use super::grid::Grid;
use super::trainings::Trainings;
use super::{ClassifyExperiment, EPOCHS};
use crate::demos::tween::Tween;
use crate::demos::{Picture, Stage};
use crate::models::network::{Measure, Network};
use crate::models::training::Training;
use crate::plot::axis::Ticks;
use crate::plot::scene::{Dot, Fill, Mark, Stroke};
use crate::plot::theme::Role;
use crate::plot::{Interval, Scene, contour};

pub fn scenes(shown: &ClassifyExperiment, stage: &Stage) -> Vec<Picture> {
    let side = stage.share(2).min(stage.height.max(160.0) - stage.text);
    let plane = stage.bare(side, side);
    // The plot within the margins is a square.
    let margins = plane.plot().width() - plane.plot().height();
    let plane = stage.bare(side, side + margins);
    let beside = stage.beside();
    let ClassifyExperiment { trainings, step, .. } = shown;
    let [without, with] = trainings.at(*step, |network| shade(network, trainings));
    let progress = progress(shown, Tween::to(*step, stage.arrival));
    let picture = |id, layout, scene| Picture { id, layout, scene };
    vec![
        picture("classify-without", plane, without),
        picture("classify-with", plane, with),
        picture("classify-progress", beside, progress),
        picture("classify-norms", beside, norms(shown)),
    ]
}

/// The plane in the colours of the predicted classes, the decision boundary and the points.
fn shade(network: &mut Network, trainings: &Trainings) -> Scene {
    /// The largest opacity of a shade. A stronger shade would hide the points of the same class.
    const STRENGTH: f32 = 0.55;
    let Grid { axis, columns, ref x, ref y } = trainings.grid;
    let mut logits = vec![0.0; x.len()];
    network.logits(x, y, &mut logits);
    // tanh(logit / 2) = 2σ(logit) − 1: from −1, surely negative, to 1, surely positive.
    // Where numbers of the network overflow and cancel, it says nothing.
    let sure = |logit: &f32| if logit.is_nan() { 0.0 } else { STRENGTH * (0.5 * logit).tanh() };
    let shades = logits.iter().map(sure).collect();
    let runs = contour::zero(&logits, columns, axis, axis);
    let points = trainings.data.x.iter().zip(&trainings.data.y).zip(&trainings.data.positive);
    let points = points.map(|((x, y), positive)| Mark::Dot {
        at: (f64::from(*x), f64::from(*y)),
        role: Role::Class(usize::from(*positive)),
        dot: Dot::Sample,
    });
    let mut marks = vec![
        Mark::Cells { columns, shades, roles: [Role::Class(0), Role::Class(1)] },
        Mark::Curve { runs, role: Role::Ink, stroke: Stroke::Solid },
    ];
    marks.extend(points);
    Scene::of([axis; 2], [Ticks::None; 2], marks)
}

/// Loss and accuracy of both networks against the epoch, drawn up to the place of the run.
fn progress(shown: &ClassifyExperiment, tween: Tween) -> Scene {
    let end = f64::from(EPOCHS);
    let mut marks: Vec<Mark> = shown.trainings.with(tween.to, |trainings| {
        let networks = trainings.iter().zip(shown.roles());
        networks.flat_map(|(training, role)| progress_of(training, role, tween)).collect()
    });
    let ids = shown.functions().map(|function| function.id);
    marks.push(Mark::names(Stroke::Solid, shown.roles().into_iter().zip(ids)));
    let air = 0.02 * end;
    let x = Interval::new(-air, end + air);
    // Guessing has a loss of ln 2 ≈ 0.69. Much larger losses are outside the plot.
    Scene::of([x, Interval::new(0.0, 1.06)], [Ticks::Whole, Ticks::Numbers], marks)
}

/// Accuracy and loss of one network against the epoch. A network whose numbers overflow from the start has no loss.
fn progress_of(training: &Training, role: Role, tween: Tween) -> Vec<Mark> {
    let line = |number: fn(Measure) -> f64| tween.line(|epoch| number(training.measure(epoch)));
    let curve = |passed, stroke| Mark::Curve { runs: vec![passed], role, stroke };
    let (accuracies, losses) = (line(|measure| measure.accuracy), line(|measure| measure.loss));
    let mut marks = vec![curve(accuracies, Stroke::Dashed)];
    let at = losses[losses.len() - 1];
    if at.1.is_finite() {
        marks.push(curve(losses, Stroke::Solid));
        marks.push(Mark::Dot { at, role, dot: Dot::Closed });
    }
    marks
}

/// log₁₀ of each layer's gradient norm as bars. The bars of the two networks stand side by side.
fn norms(shown: &ClassifyExperiment) -> Scene {
    /// The bottom of the axis. Smaller norms have no bar.
    const LEAST: f64 = -8.0;
    let all = shown.trainings.norms(shown.step);
    let layers = all[0].len();
    let bars = all.iter().zip(shown.roles()).enumerate().flat_map(|(network, (norms, role))| {
        let bars = norms.iter().enumerate();
        let has_bar = |norm: f64| norm.is_finite() && norm.log10() > LEAST;
        bars.filter(move |(_, norm)| has_bar(**norm)).map(move |(layer, norm)| {
            let left = (layer + 1) as f64 + 0.38 * (network as f64 - 1.0);
            let (x, y) = (Interval::new(left, left + 0.36), Interval::new(LEAST, norm.log10()));
            Mark::Bar { x, y, role, fill: Fill::Solid(0.85) }
        })
    });
    let x = Interval::new(0.4, layers as f64 + 0.6);
    let y = Interval::new(LEAST, 1.0);
    Scene::of([x, y], [Ticks::Whole, Ticks::PowersOfTen], bars.collect())
}
