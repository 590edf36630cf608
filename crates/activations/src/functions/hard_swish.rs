//! Hard swish: SiLU with a piecewise linear gate instead of the sigmoid.

use crate::simd::map;
use crate::{
    Activation, Body, Facts, Family, Frameworks, Graph, Kink, Limit, Parity, Range, Reached, Shape,
    Sides, Smoothness, Source, Trend,
};
use wide::f32x4;

/// Hard swish, x times hard sigmoid: 0 up to −3, x from 3 on, and a parabola between. It needs no
/// exponential.
///
/// At its kinks f′(−3) = 0 and f′(3) = 1, the slopes of the outer sides, as in PyTorch, JAX and Keras. The
/// slopes of the parabola are −½ and 1½ there.
pub const ACTIVATION: Activation = Activation {
    id: "hard-swish",
    family: Family::Gated,
    lesson: None,
    parameters: &[],
    lines: &[],
    body: None,
};

/// The computation of the function, its properties and its source.
pub static BODY: Body = Body {
    formula: r"f(x) = \begin{cases} 0 & x \le -3 \\ \frac{x\,(x + 3)}{6} & -3 < x < 3 \\ x & x \ge 3 \end{cases}",
    derivative: r"f'(x) = \begin{cases} 0 & x < -3 \\ \frac{2x + 3}{6} & -3 < x < 3 \\ 1 & x > 3 \end{cases}",
    source: Source {
        authors: "Andrew Howard, Mark Sandler, Grace Chu, Liang-Chieh Chen, Bo Chen, Mingxing Tan, Weijun Wang, Yukun Zhu, Ruoming Pang, Vijay Vasudevan, Quoc V. Le, Hartwig Adam",
        year: 2019,
        title: "Searching for MobileNetV3",
        venue: "arXiv:1905.02244; ICCV 2019",
    },
    value,
    gradient,
    simd,
    kinks,
    facts,
};

fn value(x: f64, _: &[f64]) -> f64 {
    if x <= -3.0 {
        0.0
    } else if x >= 3.0 {
        x
    } else {
        x * (x + 3.0) / 6.0
    }
}

fn gradient(x: f64, _: &[f64]) -> f64 {
    if x <= -3.0 {
        0.0
    } else if x >= 3.0 {
        1.0
    } else {
        (2.0 * x + 3.0) / 6.0
    }
}

fn simd(values: &mut [f32x4], slopes: &mut [f32x4], _: &[f64]) {
    const THREE: f32x4 = f32x4::splat(3.0);
    const MINUS_THREE: f32x4 = f32x4::splat(-3.0);
    const SIX: f32x4 = f32x4::splat(6.0);
    map(values, slopes, |z| {
        let is_off = z.simd_le(MINUS_THREE);
        let is_on = z.simd_ge(THREE);
        let value = is_on.select(z, z * (z + THREE) / SIX);
        let slope = is_on.select(f32x4::ONE, (z + z + THREE) / SIX);
        (is_off.select(f32x4::ZERO, value), is_off.select(f32x4::ZERO, slope))
    });
}

fn kinks(_: &[f64]) -> Vec<Kink> {
    vec![
        Kink {
            at: -3.0,
            values: Sides { left: 0.0, right: 0.0 },
            slopes: Sides { left: 0.0, right: -0.5 },
            convention: 0.0,
            frameworks: Frameworks::all(0.0),
        },
        Kink {
            at: 3.0,
            values: Sides { left: 3.0, right: 3.0 },
            slopes: Sides { left: 1.5, right: 1.0 },
            convention: 1.0,
            frameworks: Frameworks::all(1.0),
        },
    ]
}

fn facts(_: &[f64]) -> Facts {
    Facts {
        range: Some(Range::from(-0.375)),
        parity: Parity::Neither,
        shape: Shape::of([Trend::Flat, Trend::Falling, Trend::Rising]),
        smoothness: Smoothness::Continuous,
        graph: Graph::Curve,
        slopes_at_infinity: Sides { left: Limit::At(0.0), right: Limit::At(1.0) },
        turns: Some(vec![-1.5]),
        // The slope comes to 1½ from the left of the kink at 3, where the convention is 1.
        steepest: Some(1.5),
        steepest_at: Reached::Nowhere,
        curvature: 1.0 / 3.0,
    }
}
