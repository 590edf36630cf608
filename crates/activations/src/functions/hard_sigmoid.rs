//! Hard sigmoid: a straight line from 0 at −3 to 1 at 3, flat on both sides.

use crate::simd::map;
use crate::{
    Activation, Body, Facts, Family, Frameworks, Graph, Kink, Limit, Parity, Range, Reached, Shape,
    Sides, Smoothness, Source, Trend,
};
use wide::f32x4;

/// The hard sigmoid of MobileNetV3, which is also that of PyTorch, JAX and Keras 3.
///
/// Its slope is 1/6, not the sigmoid's 1/4. Others have a slope of 0.2 and bend at ±2.5 (Keras 2, ONNX's
/// default). At its kinks f′(±3) = 0, as in PyTorch, JAX and Keras.
pub const ACTIVATION: Activation = Activation {
    id: "hard-sigmoid",
    family: Family::SShaped,
    lesson: None,
    parameters: &[],
    lines: &[],
    body: None,
};

/// The computation of the function, its properties and its source.
pub static BODY: Body = Body {
    formula: r"f(x) = \begin{cases} 0 & x \le -3 \\ \frac{x}{6} + \frac{1}{2} & -3 < x < 3 \\ 1 & x \ge 3 \end{cases}",
    derivative: r"f'(x) = \begin{cases} \frac{1}{6} & \left|x\right| < 3 \\ 0 & \left|x\right| > 3 \end{cases}",
    source: Source {
        authors: "Andrew Howard, Mark Sandler, Grace Chu, Liang-Chieh Chen, Bo Chen, Mingxing Tan, Weijun Wang, Yukun Zhu, Ruoming Pang, Vijay Vasudevan, Quoc V. Le, Hartwig Adam",
        year: 2019,
        title: "Searching for MobileNetV3",
        venue: "ICCV 2019, 1314–1324; arXiv:1905.02244",
    },
    value,
    gradient,
    simd,
    kinks,
    facts,
};

const SLOPE: f64 = 1.0 / 6.0;

fn value(x: f64, _: &[f64]) -> f64 {
    // Near −3 the sum is exact, while x / 6 + 1/2 has lost digits.
    (x + 3.0).clamp(0.0, 6.0) / 6.0
}

fn gradient(x: f64, _: &[f64]) -> f64 {
    if x.abs() < 3.0 { SLOPE } else { 0.0 }
}

fn simd(values: &mut [f32x4], slopes: &mut [f32x4], _: &[f64]) {
    const LEFT: f32x4 = f32x4::splat(-3.0);
    const RIGHT: f32x4 = f32x4::splat(3.0);
    const WIDTH: f32x4 = f32x4::splat(6.0);
    const RISE: f32x4 = f32x4::splat(SLOPE as f32);
    map(values, slopes, |z| {
        let line = (z + RIGHT) / WIDTH;
        let value = z.simd_ge(RIGHT).select(f32x4::ONE, line);
        (
            z.simd_le(LEFT).select(f32x4::ZERO, value),
            z.abs().simd_lt(RIGHT).select(RISE, f32x4::ZERO),
        )
    });
}

fn kinks(_: &[f64]) -> Vec<Kink> {
    let kink = |at, value, slopes| Kink {
        at,
        values: Sides::both(value),
        slopes,
        convention: 0.0,
        frameworks: Frameworks::all(0.0),
    };
    vec![
        kink(-3.0, 0.0, Sides { left: 0.0, right: SLOPE }),
        kink(3.0, 1.0, Sides { left: SLOPE, right: 0.0 }),
    ]
}

fn facts(_: &[f64]) -> Facts {
    Facts {
        range: Some(Range { closed: (true, true), ..Range::open(0.0, 1.0) }),
        parity: Parity::Neither,
        shape: Shape::of([Trend::Flat, Trend::Rising, Trend::Flat]),
        smoothness: Smoothness::Continuous,
        graph: Graph::Lines,
        slopes_at_infinity: Sides::both(Limit::At(0.0)),
        turns: Some(Vec::new()),
        steepest: Some(SLOPE),
        steepest_at: Reached::between(-3.0, 3.0),
        curvature: 0.0,
    }
}
