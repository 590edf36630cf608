//! SELU, the scaled ELU: its constants are made so that outputs keep the mean 0 and the variance 1.

use crate::simd::{map, power};
use crate::{
    Activation, Body, Facts, Family, Frameworks, Graph, Kink, Limit, Parity, Range, Reached, Shape,
    Sides, Smoothness, Source, Trend,
};
use wide::f32x4;

/// The scaled exponential linear unit, λ times the ELU of a fixed α.
///
/// α and λ solve two equations: f of a standard normal number has the mean 0 and the variance 1.
///
/// At its kink f′(0) = λα: x = 0 belongs to the paper's branch x ≤ 0, and PyTorch, JAX and Keras return the
/// same.
pub const ACTIVATION: Activation = Activation {
    id: "selu",
    family: Family::SmoothRectifier,
    lesson: None,
    parameters: &[],
    lines: &[],
    body: None,
};

/// The computation of the function, its properties and its source.
pub static BODY: Body = Body {
    formula: r"f(x) = \lambda \begin{cases} \alpha\,(e^{x} - 1) & x \le 0 \\ x & x > 0 \end{cases} \quad (\lambda \approx 1.0507,\; \alpha \approx 1.6733)",
    derivative: r"f'(x) = \begin{cases} \lambda\alpha\,e^{x} & x < 0 \\ \lambda & x > 0 \end{cases}",
    source: Source {
        authors: "Günter Klambauer, Thomas Unterthiner, Andreas Mayr, Sepp Hochreiter",
        year: 2017,
        title: "Self-Normalizing Neural Networks",
        venue: "NIPS 2017; arXiv:1706.02515",
    },
    value,
    gradient,
    simd,
    kinks,
    facts,
};

/// λ = 1.0507009873554804934… to the nearest f64.
const LAMBDA: f64 = 1.050_700_987_355_480_5;
/// α = 1.6732632423543772848… to the nearest f64.
const ALPHA: f64 = 1.673_263_242_354_377_2;
/// λα = 1.7580993408473768599…, here one unit in the last place below the nearest f64. It is the product of
/// the rounded numbers, as in the frameworks.
const LEFT: f64 = LAMBDA * ALPHA;

fn value(x: f64, _: &[f64]) -> f64 {
    // `exp_m1` is used because e^x − 1 loses all digits for tiny x.
    if x > 0.0 { LAMBDA * x } else { LEFT * x.exp_m1() }
}

fn gradient(x: f64, _: &[f64]) -> f64 {
    if x > 0.0 { LAMBDA } else { LEFT * x.exp() }
}

fn simd(values: &mut [f32x4], slopes: &mut [f32x4], _: &[f64]) {
    const RIGHT: f32x4 = f32x4::splat(LAMBDA as f32);
    const SCALE: f32x4 = f32x4::splat(LEFT as f32);
    map(values, slopes, |z| {
        let keeps = z.simd_gt(f32x4::ZERO);
        let bend = power(keeps.select(f32x4::ZERO, z));
        (keeps.select(RIGHT * z, SCALE * bend.less_one), keeps.select(RIGHT, SCALE * bend.value))
    });
}

fn kinks(_: &[f64]) -> Vec<Kink> {
    vec![Kink {
        at: 0.0,
        values: Sides { left: 0.0, right: 0.0 },
        slopes: Sides { left: LEFT, right: LAMBDA },
        convention: LEFT,
        // Keras returns what its backend does: the left slope on JAX, the right one on TensorFlow.
        frameworks: Frameworks { pytorch: Some(LEFT), jax: Some(LEFT), keras: None },
    }]
}

fn facts(_: &[f64]) -> Facts {
    Facts {
        range: Some(Range::open(-LEFT, f64::INFINITY)),
        parity: Parity::Neither,
        shape: Shape::of([Trend::Rising]),
        smoothness: Smoothness::Continuous,
        graph: Graph::Curve,
        slopes_at_infinity: Sides { left: Limit::At(0.0), right: Limit::At(LAMBDA) },
        turns: Some(Vec::new()),
        steepest: Some(LEFT),
        steepest_at: Reached::At(vec![0.0]),
        curvature: LEFT,
    }
}
