//! Gaussian: a bump that is 1 at 0 and goes to 0 on both sides.

use crate::numerics::scale;
use crate::simd::{map, power};
use crate::{
    Activation, Body, Facts, Family, Graph, Kink, Limit, Parity, Range, Reached, Shape, Sides,
    Smoothness, Source, Trend,
};
use std::f64::consts::FRAC_1_SQRT_2;
use wide::f32x4;

/// The Gaussian bump, which answers to inputs near 0 only. In f64 it is 0 from about |x| = 27.3 on.
///
/// The source is a paper on radial basis functions, whose units give a Gaussian of the distance from a
/// centre.
pub const ACTIVATION: Activation = Activation {
    id: "gaussian",
    family: Family::Bump,
    lesson: None,
    parameters: &[],
    lines: &[],
    body: None,
};

/// The computation of the function, its properties and its source.
pub static BODY: Body = Body {
    formula: r"f(x) = e^{-x^2}",
    derivative: r"f'(x) = -2x\,e^{-x^2}",
    source: Source {
        authors: "John Moody, Christian J. Darken",
        year: 1989,
        title: "Fast Learning in Networks of Locally-Tuned Processing Units",
        venue: "Neural Computation 1(2), 281–294",
    },
    value,
    gradient,
    simd,
    kinks: Kink::none,
    facts,
};

fn value(x: f64, _: &[f64]) -> f64 {
    (-x * x).exp()
}

fn gradient(x: f64, parameters: &[f64]) -> f64 {
    // `scale`, because far out the product is ∞ · 0. Adding 0 turns −0 into 0.
    -2.0 * scale(value(x, parameters), x) + 0.0
}

fn simd(values: &mut [f32x4], slopes: &mut [f32x4], _: &[f64]) {
    const MINUS_TWO: f32x4 = f32x4::splat(-2.0);
    map(values, slopes, |z| {
        let value = power(f32x4::ZERO - z * z).value;
        let is_lost = value.simd_eq(f32x4::ZERO);
        (value, is_lost.select(f32x4::ZERO, MINUS_TWO * (z * value)))
    });
}

fn facts(_: &[f64]) -> Facts {
    Facts {
        range: Some(Range { closed: (false, true), ..Range::open(0.0, 1.0) }),
        parity: Parity::Even,
        shape: Shape::of([Trend::Rising, Trend::Falling]),
        smoothness: Smoothness::Infinite,
        graph: Graph::Curve,
        slopes_at_infinity: Sides::both(Limit::At(0.0)),
        turns: Some(vec![0.0]),
        // √(2 / e), at ±1 / √2.
        steepest: Some(0.857_763_884_960_706_8),
        steepest_at: Reached::At(vec![-FRAC_1_SQRT_2, FRAC_1_SQRT_2]),
        // |f″| = |4x² − 2| e^(−x²) is largest at 0.
        curvature: 2.0,
    }
}
