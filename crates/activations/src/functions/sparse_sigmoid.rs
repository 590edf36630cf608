//! Sparse sigmoid: a straight line from 0 at −1 to 1 at 1, flat on both sides.

use crate::simd::map;
use crate::{
    Activation, Body, Facts, Family, Frameworks, Graph, Kink, Limit, Parity, Range, Reached, Shape,
    Sides, Smoothness, Source, Trend,
};
use wide::f32x4;

/// The sparse sigmoid, the derivative of sparse plus. It is the first number of the sparsemax of x and 0, as
/// the sigmoid is the first number of their softmax.
///
/// At its kinks f′(±1) = 0, the slope of the flat side. JAX and Keras return 0.25, the mean of both sides.
pub const ACTIVATION: Activation = Activation {
    id: "sparse-sigmoid",
    family: Family::SShaped,
    lesson: None,
    parameters: &[],
    lines: &[],
    body: None,
};

/// The computation of the function, its properties and its source.
pub static BODY: Body = Body {
    formula: r"f(x) = \begin{cases} 0 & x \le -1 \\ \frac{x + 1}{2} & -1 < x < 1 \\ 1 & x \ge 1 \end{cases}",
    derivative: r"f'(x) = \begin{cases} \frac{1}{2} & \left|x\right| < 1 \\ 0 & \left|x\right| > 1 \end{cases}",
    source: Source {
        authors: "Mathieu Blondel, André F. T. Martins, Vlad Niculae",
        year: 2020,
        title: "Learning with Fenchel-Young Losses",
        venue: "JMLR 21(35), 1–69; arXiv:1901.02324",
    },
    value,
    gradient,
    simd,
    kinks,
    facts,
};

fn value(x: f64, _: &[f64]) -> f64 {
    0.5 * (x.clamp(-1.0, 1.0) + 1.0)
}

fn gradient(x: f64, _: &[f64]) -> f64 {
    if x.abs() < 1.0 { 0.5 } else { 0.0 }
}

fn simd(values: &mut [f32x4], slopes: &mut [f32x4], _: &[f64]) {
    const MINUS_ONE: f32x4 = f32x4::splat(-1.0);
    const HALF: f32x4 = f32x4::splat(0.5);
    map(values, slopes, |z| {
        let line = HALF * (z + f32x4::ONE);
        let value = z.simd_ge(f32x4::ONE).select(f32x4::ONE, line);
        (
            z.simd_le(MINUS_ONE).select(f32x4::ZERO, value),
            z.abs().simd_lt(f32x4::ONE).select(HALF, f32x4::ZERO),
        )
    });
}

fn kinks(_: &[f64]) -> Vec<Kink> {
    let kink = |at, value, slopes| Kink {
        at,
        values: Sides::both(value),
        slopes,
        convention: 0.0,
        // Keras returns what its backend does: 0.25 on JAX, 0 on TensorFlow.
        frameworks: Frameworks { pytorch: None, jax: Some(0.25), keras: None },
    };
    vec![
        kink(-1.0, 0.0, Sides { left: 0.0, right: 0.5 }),
        kink(1.0, 1.0, Sides { left: 0.5, right: 0.0 }),
    ]
}

fn facts(_: &[f64]) -> Facts {
    Facts {
        range: Some(Range { closed: (true, true), ..Range::open(0.0, 1.0) }),
        parity: Parity::Neither,
        shape: Shape::of([Trend::Flat, Trend::Rising, Trend::Flat]),
        smoothness: Smoothness::Continuous,
        graph: Graph::Lines,
        slopes_at_infinity: Sides::both(Limit::At(0.0)),
        turns: Some(Vec::new()),
        steepest: Some(0.5),
        steepest_at: Reached::between(-1.0, 1.0),
        curvature: 0.0,
    }
}
