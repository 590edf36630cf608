//! SiLU, the sigmoid linear unit: the input times its own sigmoid.

use crate::numerics::{logistic, logistic_slope, scale};
use crate::simd::{self, map};
use crate::{
    Activation, Body, Facts, Family, Graph, Kink, Limit, Parity, Range, Reached, Shape, Sides,
    Smoothness, Source, Trend,
};
use wide::f32x4;

/// The sigmoid linear unit, which is Swish with β = 1. It falls down to its minimum at x = −1.278 and rises
/// from there.
///
/// The lowest value and the place of the minimum belong together: it is at −(1 + W) with the value −W, where
/// W = 0.2785 is Lambert's function at 1/e.
pub const ACTIVATION: Activation = Activation {
    id: "silu",
    family: Family::Gated,
    lesson: None,
    parameters: &[],
    lines: &[],
    body: None,
};

/// The computation of the function, its properties and its source.
pub static BODY: Body = Body {
    formula: r"f(x) = x\,\sigma(x) = \frac{x}{1 + e^{-x}}",
    derivative: r"f'(x) = \sigma(x)\,(1 + x\,(1 - \sigma(x)))",
    source: Source {
        authors: "Stefan Elfwing, Eiji Uchibe, Kenji Doya",
        year: 2017,
        title: "Sigmoid-Weighted Linear Units for Neural Network Function Approximation in Reinforcement Learning",
        venue: "arXiv:1702.03118; Neural Networks 107, 3–11 (2018)",
    },
    value,
    gradient,
    simd,
    kinks: Kink::none,
    facts,
};

/// The place of the minimum.
pub(super) const TURN: f64 = -1.278_464_542_761_074;
/// The minimum itself.
pub(super) const LEAST: f64 = -0.278_464_542_761_073_8;
/// The place of the largest slope.
pub(super) const STEEPEST_AT: f64 = 2.399_357_280_515_467_7;
/// The largest slope.
pub(super) const STEEPEST: f64 = 1.099_839_320_128_867;

fn value(x: f64, _: &[f64]) -> f64 {
    // `scale`, because the product would be −0 or NaN far to the left.
    scale(logistic(x), x)
}

fn gradient(x: f64, _: &[f64]) -> f64 {
    slope(x)
}

/// f′(x), also that of Swish at βx.
pub(super) fn slope(x: f64) -> f64 {
    // With the slope of the sigmoid instead of σ (1 − σ), which loses the digits of the right tail.
    logistic(x) + scale(logistic_slope(x), x)
}

fn simd(values: &mut [f32x4], slopes: &mut [f32x4], _: &[f64]) {
    map(values, slopes, |z| lanes(z, z));
}

/// x σ(u) and its slope for x = z and u = βz.
#[inline(always)]
pub(super) fn lanes(z: f32x4, u: f32x4) -> (f32x4, f32x4) {
    let (share, steep) = simd::logistic(u);
    (simd::scale(share, z), share + simd::scale(steep, u))
}

fn facts(_: &[f64]) -> Facts {
    Facts {
        range: Some(Range::from(LEAST)),
        parity: Parity::Neither,
        shape: Shape::of([Trend::Falling, Trend::Rising]),
        smoothness: Smoothness::Infinite,
        graph: Graph::Curve,
        slopes_at_infinity: Sides { left: Limit::At(0.0), right: Limit::At(1.0) },
        turns: Some(vec![TURN]),
        steepest: Some(STEEPEST),
        steepest_at: Reached::At(vec![STEEPEST_AT]),
        // f″ is 1/2 at 0 and smaller everywhere else.
        curvature: 0.5,
    }
}
