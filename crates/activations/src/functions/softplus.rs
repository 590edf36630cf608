//! Softplus: ReLU with its corner rounded off, and the integral of the sigmoid.

use crate::numerics::logistic;
use crate::simd::{log_one_plus, map, power, splat};
use crate::{
    Activation, Body, Facts, Family, Graph, Kink, Limit, Parameter, Parity, Range, Reached, Shape,
    Sides, Smoothness, Source, Trend,
};
use wide::f32x4;

/// Softplus. It is above ReLU everywhere, most at 0, by ln 2 / β. A larger β brings it nearer to ReLU.
///
/// PyTorch returns x itself once βx is above its `threshold` of 20. That is too small by at most 2.1e−9 / β.
/// JAX and Keras have no β.
pub const ACTIVATION: Activation = Activation {
    id: "softplus",
    family: Family::SmoothRectifier,
    lesson: None,
    parameters: &[Parameter {
        key: "softplus.beta",
        alias: None,
        symbol: "β",
        min: 0.1,
        max: 10.0,
        default: 1.0,
    }],
    lines: &[],
    body: None,
};

/// The computation of the function, its properties and its source.
pub static BODY: Body = Body {
    formula: r"f(x) = \frac{1}{\beta} \ln\left(1 + e^{\beta x}\right)",
    derivative: r"f'(x) = \sigma(\beta x) = \frac{1}{1 + e^{-\beta x}}",
    source: Source {
        authors: "Charles Dugas, Yoshua Bengio, François Bélisle, Claude Nadeau, René Garcia",
        year: 2001,
        title: "Incorporating Second-Order Functional Knowledge for Better Option Pricing",
        venue: "Advances in Neural Information Processing Systems 13 (NIPS 2000), 472–478",
    },
    value,
    gradient,
    simd,
    kinks: Kink::none,
    facts,
};

fn value(x: f64, parameters: &[f64]) -> f64 {
    let beta = parameters[0];
    // x is not multiplied and divided by β, so that it comes back unrounded and βx may overflow.
    x.max(0.0) + (-(beta * x).abs()).exp().ln_1p() / beta
}

fn gradient(x: f64, parameters: &[f64]) -> f64 {
    logistic(parameters[0] * x)
}

fn simd(values: &mut [f32x4], slopes: &mut [f32x4], parameters: &[f64]) {
    /// Beyond it e^(−β|z|) is 0 for every β, and βz cannot overflow up to it.
    const FAR: f32x4 = f32x4::splat(1024.0);
    /// Keeps the first 12 bits of a number, so that the product of two such numbers is exact.
    const FIRST_BITS: u32 = !0xfff;
    const HEAD: f32x4 = f32x4::splat(f32::from_bits(FIRST_BITS));
    let beta = parameters[0];
    let head = f32::from_bits((beta as f32).to_bits() & FIRST_BITS);
    let tail = splat((beta - f64::from(head)) as f32);
    let excess = splat((beta / f64::from(beta as f32) - 1.0) as f32);
    let (beta, inverse, head) = (splat(beta as f32), splat((1.0 / beta) as f32), splat(head));
    map(values, slopes, |z| {
        // β|z| = t + lost. Rounding β and t alone would cost 3e−7 of the value where β is small.
        let size = z.abs();
        let size = size.simd_gt(FAR).select(FAR, size);
        let size_head = size & HEAD;
        let main = size_head * head;
        let rest = (size - size_head) * head + size * tail;
        let t = main + rest;
        let lost = rest - (t - main);
        let decay = power(f32x4::ZERO - t).value;
        let large = f32x4::ONE / (f32x4::ONE + decay);
        let small = decay * large;
        let corner = log_one_plus(decay) / beta;
        let corner = corner - (corner * excess + small * lost * inverse);
        let rises = z.simd_gt(f32x4::ZERO);
        (rises.select(z, f32x4::ZERO) + corner, rises.select(large, small - small * lost))
    });
}

fn facts(parameters: &[f64]) -> Facts {
    Facts {
        range: Some(Range::open(0.0, f64::INFINITY)),
        parity: Parity::Neither,
        shape: Shape::of([Trend::Rising]),
        smoothness: Smoothness::Infinite,
        graph: Graph::Curve,
        slopes_at_infinity: Sides { left: Limit::At(0.0), right: Limit::At(1.0) },
        turns: Some(Vec::new()),
        steepest: Some(1.0),
        steepest_at: Reached::Nowhere,
        // f″ is β σ′(βx), and σ′ is at most ¼, at 0.
        curvature: parameters[0] / 4.0,
    }
}
