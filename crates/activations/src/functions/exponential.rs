//! The exponential function: always positive, and its own slope.

use crate::simd::map;
use crate::{
    Activation, Body, Facts, Family, Graph, Kink, Limit, Parity, Range, Reached, Shape, Sides,
    Smoothness, Source, Trend,
};
use wide::f32x4;

/// The exponential function, for outputs that have to be positive. It is its own derivative.
///
/// In f64 it is ∞ above about x = 709.8 and 0 below about x = −745.1. The source is the paper on generalised
/// linear models, where it turns a weighted sum into the mean of counts.
pub const ACTIVATION: Activation = Activation {
    id: "exponential",
    family: Family::Other,
    lesson: None,
    parameters: &[],
    lines: &[],
    body: None,
};

/// The computation of the function, its properties and its source.
pub static BODY: Body = Body {
    formula: r"f(x) = e^{x}",
    derivative: r"f'(x) = e^{x}",
    source: Source {
        authors: "John A. Nelder, Robert W. M. Wedderburn",
        year: 1972,
        title: "Generalized Linear Models",
        venue: "Journal of the Royal Statistical Society A 135(3), 370–384",
    },
    value,
    gradient,
    simd,
    kinks: Kink::none,
    facts,
};

fn value(x: f64, _: &[f64]) -> f64 {
    x.exp()
}

fn gradient(x: f64, _: &[f64]) -> f64 {
    x.exp()
}

fn simd(values: &mut [f32x4], slopes: &mut [f32x4], _: &[f64]) {
    map(values, slopes, |z| {
        // `simd::power` is for x ≤ 0 only. In f64 nothing overflows before the result is rounded to f32.
        let power = f32x4::new(z.to_array().map(|x| libm::exp(f64::from(x)) as f32));
        (power, power)
    });
}

fn facts(_: &[f64]) -> Facts {
    Facts {
        range: Some(Range::open(0.0, f64::INFINITY)),
        parity: Parity::Neither,
        shape: Shape::of([Trend::Rising]),
        smoothness: Smoothness::Infinite,
        graph: Graph::Curve,
        slopes_at_infinity: Sides { left: Limit::At(0.0), right: Limit::At(f64::INFINITY) },
        turns: Some(Vec::new()),
        steepest: Some(f64::INFINITY),
        steepest_at: Reached::Nowhere,
        curvature: f64::INFINITY,
    }
}
