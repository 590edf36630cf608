//! Squared ReLU: the square of a positive input, and 0 for a negative one.

use crate::simd::map;
use crate::{
    Activation, Body, Facts, Family, Graph, Kink, Limit, Parity, Range, Reached, Shape, Sides,
    Smoothness, Source, Trend,
};
use wide::f32x4;

/// The square of the rectified linear unit. It has no kink, and no bound on its slope 2x. In f64 it overflows
/// from about x = 1.34e154 on.
pub const ACTIVATION: Activation = Activation {
    id: "squared-relu",
    family: Family::Rectifier,
    lesson: None,
    parameters: &[],
    lines: &[],
    body: None,
};

/// The computation of the function, its properties and its source.
pub static BODY: Body = Body {
    formula: r"f(x) = \max(0, x)^2",
    derivative: r"f'(x) = 2\,\max(0, x)",
    source: Source {
        authors: "David R. So, Wojciech Mańke, Hanxiao Liu, Zihang Dai, Noam Shazeer, Quoc V. Le",
        year: 2021,
        title: "Primer: Searching for Efficient Transformers for Language Modeling",
        venue: "NeurIPS 2021; arXiv:2109.08668",
    },
    value,
    gradient,
    simd,
    kinks: Kink::none,
    facts,
};

fn value(x: f64, _: &[f64]) -> f64 {
    if x > 0.0 { x * x } else { 0.0 }
}

fn gradient(x: f64, _: &[f64]) -> f64 {
    if x > 0.0 { 2.0 * x } else { 0.0 }
}

fn simd(values: &mut [f32x4], slopes: &mut [f32x4], _: &[f64]) {
    map(values, slopes, |z| {
        let kept = z.simd_le(f32x4::ZERO).select(f32x4::ZERO, z);
        (kept * kept, kept + kept)
    });
}

fn facts(_: &[f64]) -> Facts {
    Facts {
        range: Some(Range::from(0.0)),
        parity: Parity::Neither,
        shape: Shape::of([Trend::Flat, Trend::Rising]),
        // f″ jumps from 0 to 2.
        smoothness: Smoothness::Once,
        graph: Graph::Curve,
        slopes_at_infinity: Sides { left: Limit::At(0.0), right: Limit::At(f64::INFINITY) },
        turns: Some(Vec::new()),
        steepest: Some(f64::INFINITY),
        steepest_at: Reached::Nowhere,
        curvature: 2.0,
    }
}
