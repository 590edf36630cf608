//! Hardshrink: 0 around 0, and the unchanged input outside.

use super::softshrink::{last_flat, shrinkage_facts, slope};
use crate::simd::{map, splat};
use crate::{
    Activation, Body, Facts, Family, Frameworks, Kink, Parameter, Sides, Smoothness, Source,
};
use wide::f32x4;

/// Hard thresholding: it removes what is smaller than λ and keeps the rest as it is. With λ = 0 it is the
/// identity.
///
/// It jumps at ±λ, where this page, PyTorch and Keras have f(±λ) = 0 and f′(±λ) = 0. For λ = 0 there is no
/// jump and f′(0) = 1, although PyTorch and Keras return 0 there. The values between −λ and λ other than 0 do
/// not occur.
pub const ACTIVATION: Activation = Activation {
    id: "hardshrink",
    family: Family::Shrinkage,
    lesson: None,
    parameters: &[Parameter {
        key: "hardshrink.lambda",
        alias: None,
        symbol: "λ",
        min: 0.0,
        max: 3.0,
        default: 0.5,
    }],
    lines: &[],
    body: None,
};

/// The computation of the function, its properties and its source.
pub static BODY: Body = Body {
    formula: r"f(x) = \begin{cases} 0 & \left|x\right| \le \lambda \\ x & \left|x\right| > \lambda \end{cases}",
    derivative: r"f'(x) = \begin{cases} 0 & \left|x\right| < \lambda \\ 1 & \left|x\right| > \lambda \end{cases}",
    source: Source {
        authors: "David L. Donoho, Iain M. Johnstone",
        year: 1994,
        title: "Ideal spatial adaptation by wavelet shrinkage",
        venue: "Biometrika 81(3), 425–455",
    },
    value,
    gradient,
    simd,
    kinks,
    facts,
};

fn value(x: f64, parameters: &[f64]) -> f64 {
    if x.abs() <= parameters[0] { 0.0 } else { x }
}

fn gradient(x: f64, parameters: &[f64]) -> f64 {
    slope(x, parameters[0])
}

fn simd(values: &mut [f32x4], slopes: &mut [f32x4], parameters: &[f64]) {
    let edge = splat(last_flat(parameters[0]));
    map(values, slopes, |z| {
        let is_flat = z.abs().simd_le(edge);
        (is_flat.select(f32x4::ZERO, z), is_flat.select(f32x4::ZERO, f32x4::ONE))
    });
}

fn kinks(parameters: &[f64]) -> Vec<Kink> {
    let lambda = parameters[0];
    if lambda == 0.0 {
        return Vec::new();
    }
    let kink = |at, values, slopes| Kink {
        at,
        values,
        slopes,
        convention: 0.0,
        frameworks: Frameworks { pytorch: Some(0.0), jax: None, keras: Some(0.0) },
    };
    vec![
        kink(-lambda, Sides { left: -lambda, right: 0.0 }, Sides { left: 1.0, right: 0.0 }),
        kink(lambda, Sides { left: 0.0, right: lambda }, Sides { left: 0.0, right: 1.0 }),
    ]
}

fn facts(parameters: &[f64]) -> Facts {
    shrinkage_facts(parameters[0], Smoothness::Discontinuous)
}
