//! The curves that the explorer shows, with their axes and the shaded ranges.

use super::settings::{ExplorerSettings, Series, Show};
use crate::models::objections::SATURATED_BELOW;
use crate::plot::{Interval, region};
use activations::Difference;
use activations::Sides;
use activations::difference::{Largest, Place};

/// The curves in a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Value,
    Gradient,
    Overlay,
    Difference,
}

impl Part {
    /// The pictures that are shown, from top to bottom. `is_pair` says whether there are two functions.
    fn of(show: Show, is_pair: bool) -> &'static [Part] {
        match show {
            Show::Both => &[Part::Value, Part::Gradient],
            Show::Overlay => &[Part::Overlay],
            Show::Difference if is_pair => &[Part::Value, Part::Difference],
            Show::Value | Show::Difference => &[Part::Value],
            Show::Gradient => &[Part::Gradient],
        }
    }

    pub fn values(self) -> bool {
        match self {
            Part::Value | Part::Overlay => true,
            Part::Gradient | Part::Difference => false,
        }
    }

    pub fn gradients(self) -> bool {
        match self {
            Part::Gradient | Part::Overlay => true,
            Part::Value | Part::Difference => false,
        }
    }

    /// The id of the picture.
    pub fn id(self) -> &'static str {
        match self {
            Part::Value => "value",
            Part::Gradient => "gradient",
            Part::Overlay => "overlay",
            Part::Difference => "difference",
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
    /// They are not looked for if a difference is shown.
    pub saturated: Vec<Interval>,
    /// The two functions whose difference is shown, if there are two.
    pub pair: Option<Pair>,
}

/// Two functions whose difference is shown.
pub struct Pair {
    pub difference: Difference,
    /// Where the two are farthest apart on the x axis; `None` if one of them is finite nowhere.
    pub largest: Option<Largest>,
}

impl Pair {
    /// The first two functions.
    fn of(series: &[Series], x: Interval) -> Option<Self> {
        let [Series { function: f, .. }, Series { function: g, .. }, ..] = series else {
            return None;
        };
        let difference = Difference { f: *f, g: *g };
        Some(Pair { difference, largest: difference.largest(x.low, x.high) })
    }

    /// Where the two are farthest apart, from left to right.
    pub fn places(&self) -> &[Place] {
        self.largest.as_ref().map_or(&[], |largest| &largest.places)
    }

    /// Whether the largest distance is reached there, and not only approached.
    pub fn is_reached(&self) -> bool {
        self.largest.as_ref().is_some_and(|largest| largest.is_reached)
    }

    /// The range of the curve of the difference.
    fn y_range(&self, x: Interval) -> Interval {
        let mut numbers: Vec<f64> = x.places(240).map(|at| self.difference.value(at)).collect();
        for at in self.difference.breaks() {
            if x.contains(at) {
                let limits = self.difference.limits(at);
                numbers.extend([limits.left, limits.right]);
            }
        }
        for place in self.places() {
            numbers.push(place.f - place.g);
        }
        Interval::fitted(&numbers)
    }
}

impl Curves {
    pub fn new(settings: &ExplorerSettings) -> Self {
        let ExplorerSettings { ref series, show, x, locked, .. } = *settings;
        let is_difference = show == Show::Difference;
        let pair = if is_difference { Pair::of(series, x) } else { None };
        let range = |part: Part| match (locked, &pair) {
            (_, Some(pair)) if part == Part::Difference => pair.y_range(x),
            // In a picture of their own, gradients have their own axis.
            (Some(_), _) if show == Show::Both && part == Part::Gradient => {
                y_range(series, part, x)
            }
            (Some(locked), _) => locked,
            (None, _) => y_range(series, part, x),
        };
        let parts = Part::of(show, pair.is_some()).iter();
        Curves {
            series: series.clone(),
            show,
            x,
            pictures: parts.map(|part| (*part, range(*part))).collect(),
            saturated: if is_difference { Vec::new() } else { saturated(series, x) },
            pair,
        }
    }

    /// Whether tangents are drawn. Those of many functions would hide the curves, and beside a difference they would hide
    /// the distance.
    pub fn has_tangents(&self) -> bool {
        /// The largest number of functions for which tangents are drawn.
        const MOST: usize = 3;
        self.show != Show::Difference && self.series.len() <= MOST
    }

    /// Whether a difference is shown that is not 0 everywhere.
    pub fn is_apart(&self) -> bool {
        self.pair.as_ref().is_some_and(|pair| !pair.places().is_empty())
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
    let mut places: Vec<f64> = x.places(240).collect();
    places.extend(x.contains(0.0).then_some(0.0));
    let mut numbers = Vec::new();
    for Series { function, .. } in series {
        let mut add = |values: Sides, slopes: Sides| {
            if part.values() {
                numbers.extend([values.left, values.right]);
            }
            if part.gradients() {
                numbers.extend([slopes.left, slopes.right]);
            }
        };
        for at in &places {
            add(Sides::both(function.value(*at)), Sides::both(function.gradient(*at)));
        }
        for kink in function.kinks() {
            if x.contains(kink.at) {
                add(kink.values, kink.slopes);
            }
        }
    }
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
