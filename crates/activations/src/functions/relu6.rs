//! ReLU6: a ReLU whose outputs stop at 6.

use crate::simd::map;
use crate::{
    Activation, Body, Facts, Family, Frameworks, Graph, Kink, Limit, Parity, Range, Reached, Shape,
    Sides, Smoothness, Source, Trend,
};
use wide::f32x4;

/// The rectified linear unit with the cap 6. At both kinks f′ = 0, as in PyTorch, JAX and Keras.
pub const ACTIVATION: Activation = Activation {
    id: "relu6",
    family: Family::Rectifier,
    lesson: None,
    parameters: &[],
    lines: &[],
    body: None,
};

/// The computation of the function, its properties and its source.
pub static BODY: Body = Body {
    formula: r"f(x) = \min(\max(0, x),\; 6)",
    derivative: r"f'(x) = \begin{cases} 0 & x < 0 \\ 1 & 0 < x < 6 \\ 0 & x > 6 \end{cases}",
    source: Source {
        authors: "Alex Krizhevsky",
        year: 2010,
        title: "Convolutional Deep Belief Networks on CIFAR-10",
        venue: "Unpublished manuscript, University of Toronto",
    },
    value,
    gradient,
    simd,
    kinks,
    facts,
};

const CAP: f64 = 6.0;

fn value(x: f64, _: &[f64]) -> f64 {
    if x > 0.0 { x.min(CAP) } else { 0.0 }
}

fn gradient(x: f64, _: &[f64]) -> f64 {
    if x > 0.0 && x < CAP { 1.0 } else { 0.0 }
}

fn simd(values: &mut [f32x4], slopes: &mut [f32x4], _: &[f64]) {
    const TOP: f32x4 = f32x4::splat(CAP as f32);
    map(values, slopes, |z| {
        // Both are false for NaN, so that it passes.
        let off = z.simd_le(f32x4::ZERO);
        let capped = z.simd_ge(TOP);
        let value = off.select(f32x4::ZERO, capped.select(TOP, z));
        (value, (off | capped).select(f32x4::ZERO, f32x4::ONE))
    });
}

fn kinks(_: &[f64]) -> Vec<Kink> {
    let kink = |at, slopes| Kink {
        at,
        values: Sides { left: at, right: at },
        slopes,
        convention: 0.0,
        frameworks: Frameworks::all(0.0),
    };
    vec![kink(0.0, Sides { left: 0.0, right: 1.0 }), kink(CAP, Sides { left: 1.0, right: 0.0 })]
}

fn facts(_: &[f64]) -> Facts {
    Facts {
        range: Some(Range { low: 0.0, high: CAP, closed: (true, true), two_values: false }),
        parity: Parity::Neither,
        shape: Shape::of([Trend::Flat, Trend::Rising, Trend::Flat]),
        smoothness: Smoothness::Continuous,
        graph: Graph::Lines,
        slopes_at_infinity: Sides::both(Limit::At(0.0)),
        turns: Some(Vec::new()),
        steepest: Some(1.0),
        steepest_at: Reached::between(0.0, CAP),
        curvature: 0.0,
    }
}
