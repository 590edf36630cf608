//! Softshrink: 0 around 0, and outside the input moved towards 0 by λ.

use crate::simd::{map, splat};
use crate::{
    Activation, Body, Facts, Family, Frameworks, Graph, Kink, Limit, Parameter, Parity, Range,
    Reached, Shape, Sides, Smoothness, Source, Trend,
};
use wide::f32x4;

/// Soft thresholding: it removes what is smaller than λ and shortens the rest by λ. With λ = 0 it is the
/// identity.
///
/// At its kinks f′(±λ) = 0, as in PyTorch and Keras. For λ = 0 there is no kink and f′(0) = 1, although
/// PyTorch and Keras return 0 there.
pub const ACTIVATION: Activation = Activation {
    id: "softshrink",
    family: Family::Shrinkage,
    lesson: None,
    parameters: &[Parameter {
        key: "softshrink.lambda",
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
    formula: r"f(x) = \begin{cases} x + \lambda & x < -\lambda \\ 0 & \left|x\right| \le \lambda \\ x - \lambda & x > \lambda \end{cases}",
    derivative: r"f'(x) = \begin{cases} 0 & \left|x\right| < \lambda \\ 1 & \left|x\right| > \lambda \end{cases}",
    source: Source {
        authors: "David L. Donoho",
        year: 1995,
        title: "De-Noising by Soft-Thresholding",
        venue: "IEEE Transactions on Information Theory 41(3), 613–627",
    },
    value,
    gradient,
    simd,
    kinks,
    facts,
};

fn value(x: f64, parameters: &[f64]) -> f64 {
    let lambda = parameters[0];
    if x > lambda {
        x - lambda
    } else if x < -lambda {
        x + lambda
    } else {
        0.0
    }
}

fn gradient(x: f64, parameters: &[f64]) -> f64 {
    slope(x, parameters[0])
}

/// The slope of both shrinkages: 0 from −λ to λ, and 1 outside.
pub(super) fn slope(x: f64, lambda: f64) -> f64 {
    // With λ = 0 nothing is removed, and there is no kink.
    if lambda == 0.0 || x.abs() > lambda { 1.0 } else { 0.0 }
}

/// The largest f32 at which the shrinkages are 0, below 0 if there is none because λ = 0.
pub(super) fn last_flat(lambda: f64) -> f32 {
    let nearest = lambda as f32;
    if lambda == 0.0 {
        -1.0
    } else if f64::from(nearest) > lambda {
        nearest.next_down()
    } else {
        nearest
    }
}

fn simd(values: &mut [f32x4], slopes: &mut [f32x4], parameters: &[f64]) {
    const SIGN: f32x4 = f32x4::splat(-0.0);
    let lambda = splat(parameters[0] as f32);
    let edge = splat(last_flat(parameters[0]));
    map(values, slopes, |z| {
        let is_flat = z.abs().simd_le(edge);
        let outside = (z.abs() - lambda) | (z & SIGN);
        (is_flat.select(f32x4::ZERO, outside), is_flat.select(f32x4::ZERO, f32x4::ONE))
    });
}

fn kinks(parameters: &[f64]) -> Vec<Kink> {
    let lambda = parameters[0];
    if lambda == 0.0 {
        return Vec::new();
    }
    let kink = |at, left, right| Kink {
        at,
        values: Sides::both(0.0),
        slopes: Sides { left, right },
        convention: 0.0,
        frameworks: Frameworks { pytorch: Some(0.0), jax: None, keras: Some(0.0) },
    };
    vec![kink(-lambda, 1.0, 0.0), kink(lambda, 0.0, 1.0)]
}

fn facts(parameters: &[f64]) -> Facts {
    shrinkage_facts(parameters[0], Smoothness::Continuous)
}

/// The facts of both shrinkages, which differ in their smoothness at the kinks.
pub(super) fn shrinkage_facts(lambda: f64, at_kinks: Smoothness) -> Facts {
    let is_identity = lambda == 0.0;
    Facts {
        range: Some(Range::ALL),
        parity: Parity::Odd,
        shape: if is_identity {
            Shape::of([Trend::Rising])
        } else {
            Shape::of([Trend::Rising, Trend::Flat, Trend::Rising])
        },
        smoothness: if is_identity { Smoothness::Infinite } else { at_kinks },
        graph: if is_identity { Graph::Line } else { Graph::Lines },
        slopes_at_infinity: Sides::both(Limit::At(1.0)),
        turns: Some(Vec::new()),
        steepest: Some(1.0),
        steepest_at: if is_identity {
            Reached::everywhere()
        } else {
            Reached::Within(vec![
                Sides { left: f64::NEG_INFINITY, right: -lambda },
                Sides { left: lambda, right: f64::INFINITY },
            ])
        },
        curvature: 0.0,
    }
}
