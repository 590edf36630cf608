//! ReLU, the rectified linear unit: returns positive inputs unchanged and 0 for negative ones.

use crate::simd::map;
use crate::{
    Activation, Body, Facts, Family, Frameworks, Graph, Kink, Lesson, Limit, Parity, Range,
    Reached, Shape, Sides, Smoothness, Source, Trend,
};
use wide::f32x4;

/// The rectified linear unit. At its kink f′(0) = 0, as in PyTorch, TensorFlow and JAX.
pub const ACTIVATION: Activation = Activation {
    id: "relu",
    family: Family::Rectifier,
    lesson: Some(Lesson { colour: 2, is_taught: true }),
    parameters: &[],
    lines: &[],
    body: Some(&BODY),
};

/// The computation of the function, its properties and its source.
pub static BODY: Body = Body {
    formula: r"f(x) = \max(0, x)",
    derivative: r"f'(x) = \begin{cases} 0 & x < 0 \\ 1 & x > 0 \end{cases}",
    source: Source {
        authors: "Vinod Nair, Geoffrey E. Hinton",
        year: 2010,
        title: "Rectified Linear Units Improve Restricted Boltzmann Machines",
        venue: "ICML 2010, 807–814",
    },
    value,
    gradient,
    simd,
    kinks,
    facts,
};

fn value(x: f64, _: &[f64]) -> f64 {
    if x > 0.0 { x } else { 0.0 }
}

fn gradient(x: f64, _: &[f64]) -> f64 {
    if x > 0.0 { 1.0 } else { 0.0 }
}

fn simd(values: &mut [f32x4], slopes: &mut [f32x4], _: &[f64]) {
    map(values, slopes, |z| {
        let off = z.simd_le(f32x4::ZERO);
        (off.select(f32x4::ZERO, z), off.select(f32x4::ZERO, f32x4::ONE))
    });
}

fn kinks(_: &[f64]) -> Vec<Kink> {
    vec![Kink {
        at: 0.0,
        values: Sides { left: 0.0, right: 0.0 },
        slopes: Sides { left: 0.0, right: 1.0 },
        convention: 0.0,
        frameworks: Frameworks::all(0.0),
    }]
}

fn facts(_: &[f64]) -> Facts {
    Facts {
        range: Some(Range::from(0.0)),
        parity: Parity::Neither,
        shape: Shape::of([Trend::Flat, Trend::Rising]),
        smoothness: Smoothness::Continuous,
        graph: Graph::Lines,
        slopes_at_infinity: Sides { left: Limit::At(0.0), right: Limit::At(1.0) },
        turns: Some(Vec::new()),
        steepest: Some(1.0),
        steepest_at: Reached::between(0.0, f64::INFINITY),
        curvature: 0.0,
    }
}
