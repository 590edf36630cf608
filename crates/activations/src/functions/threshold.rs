//! Threshold: returns inputs above a threshold unchanged, and one number for all others.

use crate::simd::{map, splat};
use crate::{
    Activation, Body, Facts, Family, Frameworks, Graph, Kink, Limit, Parameter, Parity, Range,
    Reached, Shape, Sides, Smoothness, Source, Trend,
};
use wide::f32x4;

/// The threshold unit. With θ = v it is max(x, θ), which is ReLU for θ = 0. With other numbers it jumps at θ.
///
/// At its kink f′(θ) = 0: x = θ belongs to the constant side, and PyTorch and Keras return the same. The
/// paper has v = 0 and calls it TRec.
pub const ACTIVATION: Activation = Activation {
    id: "threshold",
    family: Family::Rectifier,
    lesson: None,
    parameters: &[
        Parameter {
            key: "threshold.at",
            alias: None,
            symbol: "θ",
            min: -5.0,
            max: 5.0,
            default: 1.0,
        },
        Parameter {
            key: "threshold.value",
            alias: None,
            symbol: "v",
            min: -5.0,
            max: 5.0,
            default: 0.2,
        },
    ],
    lines: &[],
    body: None,
};

/// The computation of the function, its properties and its source.
pub static BODY: Body = Body {
    formula: r"f(x) = \begin{cases} x & x > \theta \\ v & x \le \theta \end{cases}",
    derivative: r"f'(x) = \begin{cases} 1 & x > \theta \\ 0 & x < \theta \end{cases}",
    source: Source {
        authors: "Kishore Konda, Roland Memisevic, David Krueger",
        year: 2014,
        title: "Zero-bias autoencoders and the benefits of co-adapting features",
        venue: "arXiv:1402.3337",
    },
    value,
    gradient,
    simd,
    kinks,
    facts,
};

/// θ and v. Adding 0 turns −0 into 0.
fn numbers(parameters: &[f64]) -> (f64, f64) {
    (parameters[0] + 0.0, parameters[1] + 0.0)
}

fn value(x: f64, parameters: &[f64]) -> f64 {
    let (at, low) = numbers(parameters);
    if x > at { x } else { low }
}

fn gradient(x: f64, parameters: &[f64]) -> f64 {
    let (at, _) = numbers(parameters);
    if x > at { 1.0 } else { 0.0 }
}

fn simd(values: &mut [f32x4], slopes: &mut [f32x4], parameters: &[f64]) {
    let (at, low) = numbers(parameters);
    // The largest f32 that is not above θ, so that every f32 falls on the side that it has in f64.
    let nearest = at as f32;
    let last = if f64::from(nearest) > at { nearest.next_down() } else { nearest };
    let (last, low) = (splat(last), splat(low as f32));
    map(values, slopes, |z| {
        // This is false for NaN, so that it passes.
        let off = z.simd_le(last);
        (off.select(low, z), off.select(f32x4::ZERO, f32x4::ONE))
    });
}

fn kinks(parameters: &[f64]) -> Vec<Kink> {
    let (at, low) = numbers(parameters);
    vec![Kink {
        at,
        values: Sides { left: low, right: at },
        slopes: Sides { left: 0.0, right: 1.0 },
        convention: 0.0,
        frameworks: Frameworks { pytorch: Some(0.0), jax: None, keras: Some(0.0) },
    }]
}

fn facts(parameters: &[f64]) -> Facts {
    let (at, low) = numbers(parameters);
    Facts {
        // For v < θ this is the smallest interval with all values; those above v and up to θ are none.
        range: Some(if low > at { Range::open(at, f64::INFINITY) } else { Range::from(low) }),
        parity: Parity::Neither,
        shape: Shape::of([Trend::Flat, Trend::of(at - low), Trend::Rising]),
        smoothness: if low == at { Smoothness::Continuous } else { Smoothness::Discontinuous },
        graph: Graph::Lines,
        slopes_at_infinity: Sides { left: Limit::At(0.0), right: Limit::At(1.0) },
        // A jump down, after which f rises.
        turns: Some(if low > at { vec![at] } else { Vec::new() }),
        steepest: Some(1.0),
        steepest_at: Reached::between(at, f64::INFINITY),
        curvature: 0.0,
    }
}
