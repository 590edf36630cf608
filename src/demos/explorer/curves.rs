//! The curves that the explorer shows, with their axes and the shaded ranges.

use super::settings::{ExplorerSettings, Series, Show};
use crate::plot::{Interval, region};

/// A gradient below this counts as saturated: a hundredth of the gradient of an active ReLU.
pub const SATURATED_BELOW: f64 = 0.01;

/// The curves in a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Value,
    Gradient,
    Overlay,
}

impl Part {
    /// The pictures that are shown, from top to bottom.
    pub fn of(show: Show) -> &'static [Part] {
        match show {
            Show::Both => &[Part::Value, Part::Gradient],
            Show::Overlay => &[Part::Overlay],
            Show::Value => &[Part::Value],
            Show::Gradient => &[Part::Gradient],
        }
    }

    pub fn values(self) -> bool {
        match self {
            Part::Value | Part::Overlay => true,
            Part::Gradient => false,
        }
    }

    pub fn gradients(self) -> bool {
        match self {
            Part::Gradient | Part::Overlay => true,
            Part::Value => false,
        }
    }

    /// The id of the picture.
    pub fn id(self) -> &'static str {
        match self {
            Part::Value => "value",
            Part::Gradient => "gradient",
            Part::Overlay => "overlay",
        }
    }
}

/// The curves of the functions that are shown.
pub struct Curves {
    pub series: Vec<Series>,
    pub show: Show,
    /// The range of the x axis.
    pub x: Interval,
    /// The pictures from top to bottom, each with the range of its y axis.
    pub pictures: Vec<(Part, Interval)>,
    /// The intervals where the gradient of every function shown is below [`SATURATED_BELOW`].
    pub saturated: Vec<Interval>,
}

impl Curves {
    pub fn new(settings: &ExplorerSettings) -> Self {
        let ExplorerSettings { ref series, show, x, locked } = *settings;
        let range = |part: Part| match locked {
            // In a picture of their own, gradients have their own axis.
            Some(_) if show == Show::Both && part == Part::Gradient => y_range(series, part, x),
            Some(locked) => locked,
            None => y_range(series, part, x),
        };
        Curves {
            series: series.clone(),
            show,
            x,
            pictures: Part::of(show).iter().map(|part| (*part, range(*part))).collect(),
            saturated: saturated(series, x),
        }
    }

    /// Whether tangents are drawn. Those of many functions would hide the curves.
    pub fn has_tangents(&self) -> bool {
        /// The largest number of functions for which tangents are drawn.
        const MOST: usize = 3;
        self.series.len() <= MOST
    }

    /// Whether a picture shows the values.
    pub fn values(&self) -> bool {
        self.pictures.iter().any(|(part, _)| part.values())
    }

    /// Whether a picture shows the gradients.
    pub fn gradients(&self) -> bool {
        self.pictures.iter().any(|(part, _)| part.gradients())
    }
}

/// The range of the curves that are shown. It includes the values at 0 and at kinks, which may lie between two
/// sampled places.
pub fn y_range(series: &[Series], part: Part, x: Interval) -> Interval {
    let places = || x.places(240).chain([0.0]);
    let numbers = series.iter().flat_map(|Series { function, .. }| {
        let values = places().filter(|at| x.contains(*at)).map(|at| function.value(at));
        let gradients = places().filter(|at| x.contains(*at)).map(|at| function.gradient(at));
        let kinks = function.kinks();
        let limits = kinks.iter().filter(|kink| x.contains(kink.at)).flat_map(|kink| {
            let values = part.values().then_some([kink.values.left, kink.values.right]);
            let slopes = part.gradients().then_some([kink.slopes.left, kink.slopes.right]);
            values.into_iter().chain(slopes).flatten().collect::<Vec<_>>()
        });
        let curves = part.values().then_some(values).into_iter().flatten();
        let slopes = part.gradients().then_some(gradients).into_iter().flatten();
        curves.chain(slopes).chain(limits).collect::<Vec<_>>()
    });
    Interval::around(numbers)
}

/// The intervals where the gradient of every function shown is below [`SATURATED_BELOW`].
fn saturated(series: &[Series], x: Interval) -> Vec<Interval> {
    if series.is_empty() {
        return Vec::new();
    }
    let flat =
        |at: f64| series.iter().all(|series| series.function.gradient(at).abs() < SATURATED_BELOW);
    let kinks: Vec<f64> =
        series.iter().flat_map(|series| series.function.kinks()).map(|kink| kink.at).collect();
    region::where_true(flat, x, &kinks)
}
