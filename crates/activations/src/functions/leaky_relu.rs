//! Leaky ReLU: returns positive inputs unchanged and multiplies negative ones by a small slope.

use crate::numerics::scale;
use crate::simd::{map, splat};
use crate::{
    Activation, Body, Facts, Family, Frameworks, Graph, Kink, Lesson, Limit, Parameter, Parity,
    Range, Reached, Shape, Sides, Smoothness, Source, Trend,
};
use wide::f32x4;

/// The leaky rectified linear unit; with slope 0 it is ReLU, with slope 1 the identity.
///
/// At its kink f′(0) = slope, as in PyTorch; JAX and Keras return 1. The paper's slope is 0.01, and so is the default of
/// PyTorch and JAX.
pub const ACTIVATION: Activation = Activation {
    id: "leaky-relu",
    family: Family::Rectifier,
    lesson: Some(Lesson { colour: 3, is_taught: true }),
    parameters: &[Parameter {
        key: "leaky-relu.slope",
        alias: Some("slope"),
        symbol: "s",
        min: 0.0,
        max: 1.0,
        default: 0.1,
    }],
    lines: &[],
    body: Some(&BODY),
};

/// The computation of the function, its properties and its source.
pub static BODY: Body = Body {
    formula: r"f(x) = \begin{cases} s\,x & x < 0 \\ x & x \ge 0 \end{cases}",
    derivative: r"f'(x) = \begin{cases} s & x < 0 \\ 1 & x > 0 \end{cases}",
    source: Source {
        authors: "Andrew L. Maas, Awni Y. Hannun, Andrew Y. Ng",
        year: 2013,
        title: "Rectifier Nonlinearities Improve Neural Network Acoustic Models",
        venue: "ICML 2013 Workshop on Deep Learning for Audio, Speech and Language Processing",
    },
    value,
    gradient,
    simd,
    kinks,
    facts,
};

fn value(x: f64, parameters: &[f64]) -> f64 {
    if x > 0.0 { x } else { scale(parameters[0], x) }
}

fn gradient(x: f64, parameters: &[f64]) -> f64 {
    if x > 0.0 { 1.0 } else { parameters[0] }
}

fn simd(values: &mut [f32x4], slopes: &mut [f32x4], parameters: &[f64]) {
    let slope = splat(parameters[0] as f32);
    map(values, slopes, |z| {
        let leak = z.simd_le(f32x4::ZERO);
        (leak.select(slope * z, z), leak.select(slope, f32x4::ONE))
    });
}

fn kinks(parameters: &[f64]) -> Vec<Kink> {
    let slope = parameters[0];
    if slope == 1.0 {
        return Vec::new();
    }
    vec![Kink {
        at: 0.0,
        values: Sides { left: 0.0, right: 0.0 },
        slopes: Sides { left: slope, right: 1.0 },
        convention: slope,
        // Keras returns what its backend does: 1 on JAX, the slope on TensorFlow.
        frameworks: Frameworks { pytorch: Some(slope), jax: Some(1.0), keras: None },
    }]
}

fn facts(parameters: &[f64]) -> Facts {
    let slope = parameters[0];
    let leaks = slope > 0.0;
    let straight = slope == 1.0;
    Facts {
        range: Some(if leaks { Range::ALL } else { Range::from(0.0) }),
        parity: if straight { Parity::Odd } else { Parity::Neither },
        shape: Shape::of([Trend::of(slope), Trend::Rising]),
        smoothness: if straight { Smoothness::Infinite } else { Smoothness::Continuous },
        graph: if straight { Graph::Line } else { Graph::Lines },
        slopes_at_infinity: Sides { left: Limit::At(slope), right: Limit::At(1.0) },
        turns: Some(Vec::new()),
        steepest: Some(slope.max(1.0)),
        steepest_at: if straight {
            Reached::everywhere()
        } else {
            Reached::between(0.0, f64::INFINITY)
        },
        curvature: 0.0,
    }
}
