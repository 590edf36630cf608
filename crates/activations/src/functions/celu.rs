//! CELU, the continuously differentiable ELU: α stretches the negative side and leaves its slope at 0 alone.

use crate::simd::{map, power, splat};
use crate::{
    Activation, Body, Facts, Family, Graph, Kink, Limit, Parameter, Parity, Range, Reached, Shape,
    Sides, Smoothness, Source, Trend,
};
use wide::f32x4;

/// The continuously differentiable exponential linear unit. For α = 1 it is ELU, for α → 0 it becomes ReLU,
/// and for α → ∞ the identity. It has no kink, because both sides have the slope 1 at 0.
pub const ACTIVATION: Activation = Activation {
    id: "celu",
    family: Family::SmoothRectifier,
    lesson: None,
    parameters: &[Parameter {
        key: "celu.alpha",
        alias: None,
        symbol: "α",
        min: 0.1,
        max: 5.0,
        default: 1.0,
    }],
    lines: &[],
    body: None,
};

/// The computation of the function, its properties and its source.
pub static BODY: Body = Body {
    formula: r"f(x) = \begin{cases} \alpha\,(e^{x/\alpha} - 1) & x \le 0 \\ x & x > 0 \end{cases}",
    derivative: r"f'(x) = \begin{cases} e^{x/\alpha} & x \le 0 \\ 1 & x > 0 \end{cases}",
    source: Source {
        authors: "Jonathan T. Barron",
        year: 2017,
        title: "Continuously Differentiable Exponential Linear Units",
        venue: "arXiv:1704.07483",
    },
    value,
    gradient,
    simd,
    kinks: Kink::none,
    facts,
};

fn value(x: f64, parameters: &[f64]) -> f64 {
    let alpha = parameters[0];
    // `exp_m1` is used because e^x − 1 loses all digits for tiny x.
    if x > 0.0 { x } else { alpha * (x / alpha).exp_m1() }
}

fn gradient(x: f64, parameters: &[f64]) -> f64 {
    if x > 0.0 { 1.0 } else { (x / parameters[0]).exp() }
}

fn simd(values: &mut [f32x4], slopes: &mut [f32x4], parameters: &[f64]) {
    let alpha = splat(parameters[0] as f32);
    map(values, slopes, |z| {
        let keeps = z.simd_gt(f32x4::ZERO);
        // Where z / α overflows, it is −∞, whose power is 0.
        let bend = power(keeps.select(f32x4::ZERO, z / alpha));
        (keeps.select(z, alpha * bend.less_one), keeps.select(f32x4::ONE, bend.value))
    });
}

fn facts(parameters: &[f64]) -> Facts {
    let alpha = parameters[0];
    Facts {
        range: Some(Range::open(-alpha, f64::INFINITY)),
        parity: Parity::Neither,
        shape: Shape::of([Trend::Rising]),
        // f″ jumps from 1/α to 0.
        smoothness: Smoothness::Once,
        graph: Graph::Curve,
        slopes_at_infinity: Sides { left: Limit::At(0.0), right: Limit::At(1.0) },
        turns: Some(Vec::new()),
        steepest: Some(1.0),
        steepest_at: Reached::between(0.0, f64::INFINITY),
        curvature: 1.0 / alpha,
    }
}
