//! Leaky ReLU: returns positive inputs unchanged and multiplies negative ones by a small slope.

use crate::Activation;
use crate::Facts;
use crate::Family;
use crate::Frameworks;
use crate::Graph;
use crate::Kink;
use crate::Lesson;
use crate::Monotone;
use crate::Parameter;
use crate::Parity;
use crate::Range;
use crate::Sides;
use crate::Smoothness;
use crate::Source;
use crate::numerics::scale;
use crate::simd::map;
use crate::simd::splat;
use wide::f32x4;

/// The leaky rectified linear unit; with slope 0 it is ReLU, with slope 1 the identity.
///
/// At its kink f′(0) = slope, as in PyTorch; JAX and Keras return 1. The paper's slope is 0.01, and so is the default of
/// PyTorch and JAX.
pub const ACTIVATION: Activation = Activation {
    id: "leaky-relu",
    family: Family::Rectifier,
    lesson: Some(Lesson { colour: 3, is_taught: true }),
    formula: r"f(x) = \begin{cases} s\,x & x < 0 \\ x & x \ge 0 \end{cases}",
    derivative: r"f'(x) = \begin{cases} s & x < 0 \\ 1 & x > 0 \end{cases}",
    parameters: &[Parameter {
        key: "leaky-relu.slope",
        alias: Some("slope"),
        symbol: "s",
        min: 0.0,
        max: 1.0,
        default: 0.1,
    }],
    lines: &[],
    source: Source {
        authors: "Andrew L. Maas, Awni Y. Hannun, Andrew Y. Ng",
        year: 2013,
        title: "Rectifier Nonlinearities Improve Neural Network Acoustic Models",
        venue: "ICML 2013 Workshop on Deep Learning for Audio, Speech and Language Processing",
    },
    code: include_str!("code/leaky-relu.md"),
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
        frameworks: Frameworks { pytorch: Some(slope), jax: Some(1.0), keras: Some(1.0) },
    }]
}

fn facts(parameters: &[f64]) -> Facts {
    let slope = parameters[0];
    let leaks = slope > 0.0;
    let straight = slope == 1.0;
    Facts {
        range: Range {
            low: if leaks { f64::NEG_INFINITY } else { 0.0 },
            high: f64::INFINITY,
            closed: (!leaks, false),
            two_values: false,
        },
        parity: if straight { Parity::Odd } else { Parity::Neither },
        monotone: if leaks { Monotone::Increasing } else { Monotone::NonDecreasing },
        smoothness: if straight { Smoothness::Infinite } else { Smoothness::Continuous },
        graph: if straight { Graph::Line } else { Graph::Lines },
        slopes_at_infinity: Sides { left: slope, right: 1.0 },
        steepest: slope.max(1.0),
        curvature: 0.0,
    }
}
