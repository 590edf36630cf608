//! Hard tanh: returns inputs between −1 and 1 unchanged, and −1 or 1 for the others.

use crate::simd::map;
use crate::{
    Activation, Body, Facts, Family, Frameworks, Graph, Kink, Limit, Parity, Range, Reached, Shape,
    Sides, Smoothness, Source, Trend,
};
use wide::f32x4;

/// The hard tanh: x cut off at −1 and at 1.
///
/// At its kinks f′(±1) = 0, as in PyTorch; JAX and Keras return 1. PyTorch lets one choose the two bounds.
pub const ACTIVATION: Activation = Activation {
    id: "hard-tanh",
    family: Family::SShaped,
    lesson: None,
    parameters: &[],
    lines: &[],
    body: None,
};

/// The computation of the function, its properties and its source.
pub static BODY: Body = Body {
    formula: r"f(x) = \begin{cases} -1 & x \le -1 \\ x & -1 < x < 1 \\ 1 & x \ge 1 \end{cases}",
    derivative: r"f'(x) = \begin{cases} 1 & \left|x\right| < 1 \\ 0 & \left|x\right| > 1 \end{cases}",
    source: Source {
        authors: "Ronan Collobert",
        year: 2004,
        title: "Large Scale Machine Learning",
        venue: "PhD thesis, Université Paris VI",
    },
    value,
    gradient,
    simd,
    kinks,
    facts,
};

fn value(x: f64, _: &[f64]) -> f64 {
    x.clamp(-1.0, 1.0)
}

fn gradient(x: f64, _: &[f64]) -> f64 {
    if x.abs() < 1.0 { 1.0 } else { 0.0 }
}

fn simd(values: &mut [f32x4], slopes: &mut [f32x4], _: &[f64]) {
    const MINUS_ONE: f32x4 = f32x4::splat(-1.0);
    map(values, slopes, |z| {
        let value = z.simd_gt(f32x4::ONE).select(f32x4::ONE, z);
        (
            z.simd_lt(MINUS_ONE).select(MINUS_ONE, value),
            z.abs().simd_lt(f32x4::ONE).select(f32x4::ONE, f32x4::ZERO),
        )
    });
}

fn kinks(_: &[f64]) -> Vec<Kink> {
    let kink = |at, slopes| Kink {
        at,
        values: Sides::both(at),
        slopes,
        convention: 0.0,
        frameworks: Frameworks { pytorch: Some(0.0), jax: Some(1.0), keras: Some(1.0) },
    };
    vec![kink(-1.0, Sides { left: 0.0, right: 1.0 }), kink(1.0, Sides { left: 1.0, right: 0.0 })]
}

fn facts(_: &[f64]) -> Facts {
    Facts {
        range: Some(Range { closed: (true, true), ..Range::open(-1.0, 1.0) }),
        parity: Parity::Odd,
        shape: Shape::of([Trend::Flat, Trend::Rising, Trend::Flat]),
        smoothness: Smoothness::Continuous,
        graph: Graph::Lines,
        slopes_at_infinity: Sides::both(Limit::At(0.0)),
        turns: Some(Vec::new()),
        steepest: Some(1.0),
        steepest_at: Reached::between(-1.0, 1.0),
        curvature: 0.0,
    }
}
