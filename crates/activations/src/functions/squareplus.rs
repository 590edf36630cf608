//! Squareplus: a smooth rectifier made of a square root instead of an exponential.

use crate::simd::{map, splat};
use crate::{
    Activation, Body, Facts, Family, Frameworks, Graph, Kink, Limit, Parameter, Parity, Range,
    Reached, Shape, Sides, Smoothness, Source, Trend,
};
use wide::f32x4;

/// Squareplus. It is above ReLU by √b / 2 at 0 and by about b / (4 |x|) far out, so its tails are much heavier
/// than those of softplus. For b = 0 it is ReLU with a kink at 0, where f′(0) = 1 here: JAX and Keras return NaN.
pub const ACTIVATION: Activation = Activation {
    id: "squareplus",
    family: Family::SmoothRectifier,
    lesson: None,
    parameters: &[Parameter {
        key: "squareplus.b",
        alias: None,
        symbol: "b",
        min: 0.0,
        max: 10.0,
        default: 4.0,
    }],
    lines: &[],
    body: None,
};

/// The computation of the function, its properties and its source.
pub static BODY: Body = Body {
    formula: r"f(x) = \frac{x + \sqrt{x^{2} + b}}{2}",
    derivative: r"f'(x) = \frac{1}{2} \left(1 + \frac{x}{\sqrt{x^{2} + b}}\right)",
    source: Source {
        authors: "Jonathan T. Barron",
        year: 2021,
        title: "Squareplus: A Softplus-Like Algebraic Rectifier",
        venue: "arXiv:2112.11687",
    },
    value,
    gradient,
    simd,
    kinks,
    facts,
};

/// √(x² + b) for b up to 10.
fn root(x: f64, b: f64) -> f64 {
    /// 2³⁰⁰. Neither the square of a tiny x nor a tiny b is subnormal after a multiplication with it.
    const LIFT: f64 = 2.037_035_976_334_486e90;
    let size = x.abs();
    if b == 0.0 || size > 1e9 {
        // b is less than a rounding of x², which would overflow from 1e154 on.
        return size;
    }
    let lifted = size * LIFT;
    (lifted * lifted + b * LIFT * LIFT).sqrt() / LIFT
}

/// How far f is above ReLU: b / (2 (√(x² + b) + |x|)).
fn rest(x: f64, b: f64) -> f64 {
    // It would be 0 / 0 where b and x are 0. The halves do not overflow.
    if b == 0.0 { 0.0 } else { 0.25 * (b / (0.5 * root(x, b) + 0.5 * x.abs())) }
}

fn value(x: f64, parameters: &[f64]) -> f64 {
    // For x < 0, x + √(x² + b) cancels: all digits are lost from x = −1e8 on.
    x.max(0.0) + rest(x, parameters[0])
}

fn gradient(x: f64, parameters: &[f64]) -> f64 {
    let b = parameters[0];
    // f′ is rest / root on the left, and 1 minus the same on the right.
    let share = if b == 0.0 { 0.0 } else { rest(x, b) / root(x, b) };
    if x < 0.0 { share } else { 1.0 - share }
}

fn simd(values: &mut [f32x4], slopes: &mut [f32x4], parameters: &[f64]) {
    const HALF: f32x4 = f32x4::splat(0.5);
    /// The smallest f32. It replaces 0 as a divisor.
    const TINY: f32x4 = f32x4::splat(1e-45);
    let level = splat(parameters[0].sqrt() as f32);
    map(values, slopes, |z| {
        // √(z² + b) as the larger of |z| and √b times √(1 + q²), because z² overflows.
        let size = z.abs();
        let is_far = size.simd_ge(level);
        let larger = is_far.select(size, level);
        let quotient = is_far.select(level, size) / (larger + TINY);
        let stretch = (f32x4::ONE + quotient * quotient).sqrt();
        let root = larger * stretch;
        // The value on the left, or how far f is above z on the right. (A sum of the two that overflows gives 0.)
        let rest = level / (root + size) * (level * HALF);
        let share = is_far.select(f32x4::ONE, quotient) / stretch;
        let is_left = z.simd_lt(f32x4::ZERO);
        (
            is_left.select(rest, HALF * z + HALF * root),
            is_left.select(rest / root, HALF + HALF * share),
        )
    });
}

fn kinks(parameters: &[f64]) -> Vec<Kink> {
    if parameters[0] != 0.0 {
        return Vec::new();
    }
    vec![Kink {
        at: 0.0,
        values: Sides { left: 0.0, right: 0.0 },
        slopes: Sides { left: 0.0, right: 1.0 },
        convention: 1.0,
        // JAX and Keras differentiate √0 and return NaN.
        frameworks: Frameworks::NONE,
    }]
}

fn facts(parameters: &[f64]) -> Facts {
    let b = parameters[0];
    let common = Facts {
        range: Some(Range::open(0.0, f64::INFINITY)),
        parity: Parity::Neither,
        shape: Shape::of([Trend::Rising]),
        smoothness: Smoothness::Infinite,
        graph: Graph::Curve,
        slopes_at_infinity: Sides { left: Limit::At(0.0), right: Limit::At(1.0) },
        turns: Some(Vec::new()),
        steepest: Some(1.0),
        steepest_at: Reached::Nowhere,
        // f″ is b / (2 (x² + b)^(3/2)), largest at 0.
        curvature: 0.5 / b.sqrt(),
    };
    if b > 0.0 {
        return common;
    }
    Facts {
        range: Some(Range::from(0.0)),
        shape: Shape::of([Trend::Flat, Trend::Rising]),
        smoothness: Smoothness::Continuous,
        graph: Graph::Lines,
        steepest_at: Reached::between(0.0, f64::INFINITY),
        curvature: 0.0,
        ..common
    }
}
