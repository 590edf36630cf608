//! ELU, the exponential linear unit: returns positive inputs unchanged and approaches −α for negative ones.

use crate::simd::{map, power, splat};
use crate::{
    Activation, Body, Facts, Family, Frameworks, Graph, Kink, Lesson, Limit, Parameter, Parity,
    Range, Reached, Shape, Sides, Smoothness, Source, Trend,
};
use wide::f32x4;

/// The exponential linear unit. α is a constant chosen in advance; for α = 1 there is no kink.
///
/// At its kink f′(0) = α: x = 0 belongs to the paper's branch x ≤ 0, and PyTorch, JAX and Keras return the same.
pub const ACTIVATION: Activation = Activation {
    id: "elu",
    family: Family::SmoothRectifier,
    lesson: Some(Lesson { colour: 4, is_taught: true }),
    parameters: &[Parameter {
        key: "elu.alpha",
        alias: Some("alpha"),
        symbol: "α",
        min: 0.1,
        max: 5.0,
        default: 1.0,
    }],
    lines: &[],
    body: Some(&BODY),
};

/// The computation of the function, its properties and its source.
pub static BODY: Body = Body {
    formula: r"f(x) = \begin{cases} \alpha\,(e^{x} - 1) & x \le 0 \\ x & x > 0 \end{cases}",
    derivative: r"f'(x) = \begin{cases} \alpha\,e^{x} & x < 0 \\ 1 & x > 0 \end{cases}",
    source: Source {
        authors: "Djork-Arné Clevert, Thomas Unterthiner, Sepp Hochreiter",
        year: 2015,
        title: "Fast and Accurate Deep Network Learning by Exponential Linear Units (ELUs)",
        venue: "arXiv:1511.07289; ICLR 2016",
    },
    value,
    gradient,
    simd,
    kinks,
    facts,
};

fn value(x: f64, parameters: &[f64]) -> f64 {
    // `exp_m1` is used because e^x − 1 loses all digits for tiny x.
    if x > 0.0 { x } else { parameters[0] * x.exp_m1() }
}

fn gradient(x: f64, parameters: &[f64]) -> f64 {
    if x > 0.0 { 1.0 } else { parameters[0] * x.exp() }
}

fn simd(values: &mut [f32x4], slopes: &mut [f32x4], parameters: &[f64]) {
    let alpha = splat(parameters[0] as f32);
    map(values, slopes, |z| {
        let keeps = z.simd_gt(f32x4::ZERO);
        let bend = power(keeps.select(f32x4::ZERO, z));
        (keeps.select(z, alpha * bend.less_one), keeps.select(f32x4::ONE, alpha * bend.value))
    });
}

fn kinks(parameters: &[f64]) -> Vec<Kink> {
    let alpha = parameters[0];
    if alpha == 1.0 {
        return Vec::new();
    }
    vec![Kink {
        at: 0.0,
        values: Sides { left: 0.0, right: 0.0 },
        slopes: Sides { left: alpha, right: 1.0 },
        convention: alpha,
        frameworks: Frameworks::all(alpha),
    }]
}

fn facts(parameters: &[f64]) -> Facts {
    let alpha = parameters[0];
    Facts {
        range: Some(Range::open(-alpha, f64::INFINITY)),
        parity: Parity::Neither,
        shape: Shape::of([Trend::Rising]),
        smoothness: if alpha == 1.0 { Smoothness::Once } else { Smoothness::Continuous },
        graph: Graph::Curve,
        slopes_at_infinity: Sides { left: Limit::At(0.0), right: Limit::At(1.0) },
        turns: Some(Vec::new()),
        steepest: Some(alpha.max(1.0)),
        steepest_at: if alpha > 1.0 {
            Reached::At(vec![0.0])
        } else {
            Reached::between(0.0, f64::INFINITY)
        },
        curvature: alpha,
    }
}
