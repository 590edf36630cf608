//! SmeLU: ReLU with a parabola from −β to β in place of the kink.

use crate::simd::{map, splat};
use crate::{
    Activation, Body, Facts, Family, Graph, Kink, Limit, Parameter, Parity, Range, Reached, Shape,
    Sides, Smoothness, Source, Trend,
};
use wide::f32x4;

/// The smooth ReLU: exactly 0 up to −β and exactly x from β on. f′ is continuous for every β, but f″ jumps at ±β.
/// For β = 1 it is `sparse-plus`.
pub const ACTIVATION: Activation = Activation {
    id: "smelu",
    family: Family::SmoothRectifier,
    lesson: None,
    parameters: &[Parameter {
        key: "smelu.beta",
        alias: None,
        symbol: "β",
        min: 0.1,
        max: 5.0,
        default: 1.0,
    }],
    lines: &[],
    body: None,
};

/// The computation of the function, its properties and its source.
pub static BODY: Body = Body {
    formula: concat!(
        r"f(x) = \begin{cases} 0 & x \le -\beta \\ \frac{(x + \beta)^{2}}{4 \beta} & -\beta < x < \beta \\",
        r" x & x \ge \beta \end{cases}",
    ),
    derivative: concat!(
        r"f'(x) = \begin{cases} 0 & x \le -\beta \\ \frac{x + \beta}{2 \beta} & -\beta < x < \beta \\",
        r" 1 & x \ge \beta \end{cases}",
    ),
    source: Source {
        authors: "Gil I. Shamir, Dong Lin, Lorenzo Coviello",
        year: 2020,
        title: "Smooth Activations and Reproducibility in Deep Networks",
        venue: "arXiv:2010.09931",
    },
    value,
    gradient,
    simd,
    kinks: Kink::none,
    facts,
};

pub(super) fn value(x: f64, parameters: &[f64]) -> f64 {
    let beta = parameters[0];
    if x >= beta {
        x
    } else if x > -beta {
        (x + beta) * (x + beta) / (4.0 * beta)
    } else {
        0.0
    }
}

pub(super) fn gradient(x: f64, parameters: &[f64]) -> f64 {
    let beta = parameters[0];
    if x >= beta {
        1.0
    } else if x > -beta {
        (x + beta) / (2.0 * beta)
    } else {
        0.0
    }
}

pub(super) fn simd(values: &mut [f32x4], slopes: &mut [f32x4], parameters: &[f64]) {
    const HALF: f32x4 = f32x4::splat(0.5);
    let beta = splat(parameters[0] as f32);
    let steepness = splat((0.5 / parameters[0]) as f32);
    map(values, slopes, |z| {
        let is_zero = z.simd_le(f32x4::ZERO - beta);
        let is_line = z.simd_ge(beta);
        let sum = z + beta;
        let slope = steepness * sum;
        (
            is_zero.select(f32x4::ZERO, is_line.select(z, HALF * slope * sum)),
            is_zero.select(f32x4::ZERO, is_line.select(f32x4::ONE, slope)),
        )
    });
}

pub(super) fn facts(parameters: &[f64]) -> Facts {
    let beta = parameters[0];
    Facts {
        range: Some(Range::from(0.0)),
        parity: Parity::Neither,
        shape: Shape::of([Trend::Flat, Trend::Rising]),
        smoothness: Smoothness::Once,
        graph: Graph::Curve,
        slopes_at_infinity: Sides { left: Limit::At(0.0), right: Limit::At(1.0) },
        turns: Some(Vec::new()),
        steepest: Some(1.0),
        steepest_at: Reached::between(beta, f64::INFINITY),
        curvature: 0.5 / beta,
    }
}
