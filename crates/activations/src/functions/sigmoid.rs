//! Sigmoid: maps any input into (0, 1).

use crate::numerics::{logistic, logistic_slope};
use crate::simd::{self, map};
use crate::{
    Activation, Body, Facts, Family, Graph, Kink, Lesson, Limit, Parity, Range, Reached, Shape,
    Sides, Smoothness, Source, Trend,
};
use wide::f32x4;

/// The logistic sigmoid. In f64 it rounds to 1 from about x = 36.7 on and to 0 below about x = −745.1; the
/// exact function never reaches these values.
pub const ACTIVATION: Activation = Activation {
    id: "sigmoid",
    family: Family::SShaped,
    lesson: Some(Lesson { colour: 0, is_taught: true }),
    parameters: &[],
    lines: &[],
    body: Some(&BODY),
};

/// The computation of the function, its properties and its source.
pub static BODY: Body = Body {
    formula: r"\sigma(x) = \frac{1}{1 + e^{-x}}",
    derivative: r"\sigma'(x) = \sigma(x)\,(1 - \sigma(x))",
    source: Source {
        authors: "David E. Rumelhart, Geoffrey E. Hinton, Ronald J. Williams",
        year: 1986,
        title: "Learning representations by back-propagating errors",
        venue: "Nature 323, 533–536",
    },
    value,
    gradient,
    simd,
    kinks: Kink::none,
    facts,
};

fn value(x: f64, _: &[f64]) -> f64 {
    logistic(x)
}

fn gradient(x: f64, _: &[f64]) -> f64 {
    logistic_slope(x)
}

fn simd(values: &mut [f32x4], slopes: &mut [f32x4], _: &[f64]) {
    map(values, slopes, simd::logistic);
}

fn facts(_: &[f64]) -> Facts {
    Facts {
        range: Some(Range::open(0.0, 1.0)),
        parity: Parity::Neither,
        shape: Shape::of([Trend::Rising]),
        smoothness: Smoothness::Infinite,
        graph: Graph::Curve,
        slopes_at_infinity: Sides::both(Limit::At(0.0)),
        turns: Some(Vec::new()),
        steepest: Some(0.25),
        steepest_at: Reached::At(vec![0.0]),
        // |σ″| is 1 / (6 √3), where σ = (3 ± √3) / 6.
        curvature: 0.096_225_044_864_937_64,
    }
}
