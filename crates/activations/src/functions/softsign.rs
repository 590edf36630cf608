//! Softsign: maps any input into (−1, 1) without an exponential, and comes near ±1 slowly.

use crate::simd::map;
use crate::{
    Activation, Body, Facts, Family, Graph, Kink, Limit, Parity, Range, Reached, Shape, Sides,
    Smoothness, Source, Trend,
};
use wide::f32x4;

/// The softsign. It misses ±1 by 1 / (1 + |x|), and its slope is the square of that, while both shrink like
/// e^(−2|x|) for tanh.
///
/// There is no kink at 0, because f′ is continuous, but f″ jumps from 2 to −2.
pub const ACTIVATION: Activation = Activation {
    id: "softsign",
    family: Family::SShaped,
    lesson: None,
    parameters: &[],
    lines: &[],
    body: None,
};

/// The computation of the function, its properties and its source.
pub static BODY: Body = Body {
    formula: r"f(x) = \frac{x}{1 + \left|x\right|}",
    derivative: r"f'(x) = \frac{1}{(1 + \left|x\right|)^{2}}",
    source: Source {
        authors: "Joseph Turian, James Bergstra, Yoshua Bengio",
        year: 2009,
        title: "Quadratic Features and Deep Architectures for Chunking",
        venue: "NAACL HLT 2009, Short Papers, 245–248",
    },
    value,
    gradient,
    simd,
    kinks: Kink::none,
    facts,
};

fn value(x: f64, _: &[f64]) -> f64 {
    // ∞ / ∞ is NaN.
    if x.is_infinite() { x.signum() } else { x / (1.0 + x.abs()) }
}

fn gradient(x: f64, _: &[f64]) -> f64 {
    // The square comes last, because that of a large 1 + |x| overflows.
    let share = 1.0 / (1.0 + x.abs());
    share * share
}

fn simd(values: &mut [f32x4], slopes: &mut [f32x4], _: &[f64]) {
    const SIGN: f32x4 = f32x4::splat(-0.0);
    map(values, slopes, |z| {
        let share = f32x4::ONE / (f32x4::ONE + z.abs());
        // z · share is NaN at ±∞, and 1 − share loses the digits of a small z.
        let far = (f32x4::ONE - share) | (z & SIGN);
        (z.abs().simd_gt(f32x4::ONE).select(far, z * share), share * share)
    });
}

fn facts(_: &[f64]) -> Facts {
    Facts {
        range: Some(Range::open(-1.0, 1.0)),
        parity: Parity::Odd,
        shape: Shape::of([Trend::Rising]),
        smoothness: Smoothness::Once,
        graph: Graph::Curve,
        slopes_at_infinity: Sides::both(Limit::At(0.0)),
        turns: Some(Vec::new()),
        steepest: Some(1.0),
        steepest_at: Reached::At(vec![0.0]),
        // |f″| is 2 / (1 + |x|)³.
        curvature: 2.0,
    }
}
