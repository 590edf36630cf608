//! SparsePlus: ReLU with a parabola from −1 to 1 in place of the kink.

use crate::simd::map;
use crate::{
    Activation, Body, Facts, Family, Graph, Kink, Limit, Parity, Range, Reached, Shape, Sides,
    Smoothness, Source, Trend,
};
use wide::f32x4;

/// SparsePlus: exactly 0 up to −1 and exactly x from 1 on. Its slope is `sparse-sigmoid`, and it is `smelu` with
/// β = 1. f′ is continuous everywhere, but f″ jumps at ±1.
pub const ACTIVATION: Activation = Activation {
    id: "sparse-plus",
    family: Family::SmoothRectifier,
    lesson: None,
    parameters: &[],
    lines: &[],
    body: None,
};

/// The computation of the function, its properties and its source.
pub static BODY: Body = Body {
    formula: r"f(x) = \begin{cases} 0 & x \le -1 \\ \frac{(x + 1)^{2}}{4} & -1 < x < 1 \\ x & x \ge 1 \end{cases}",
    derivative: r"f'(x) = \begin{cases} 0 & x \le -1 \\ \frac{x + 1}{2} & -1 < x < 1 \\ 1 & x \ge 1 \end{cases}",
    source: Source {
        authors: "Mathieu Blondel, André F. T. Martins, Vlad Niculae",
        year: 2020,
        title: "Learning with Fenchel-Young Losses",
        venue: "Journal of Machine Learning Research 21(35), 1–69; arXiv:1901.02324",
    },
    value,
    gradient,
    simd,
    kinks,
    facts,
};

fn value(x: f64, _: &[f64]) -> f64 {
    if x >= 1.0 {
        x
    } else if x > -1.0 {
        0.25 * (x + 1.0) * (x + 1.0)
    } else {
        0.0
    }
}

fn gradient(x: f64, _: &[f64]) -> f64 {
    if x >= 1.0 {
        1.0
    } else if x > -1.0 {
        0.5 * (x + 1.0)
    } else {
        0.0
    }
}

fn simd(values: &mut [f32x4], slopes: &mut [f32x4], _: &[f64]) {
    const HALF: f32x4 = f32x4::splat(0.5);
    const MINUS_ONE: f32x4 = f32x4::splat(-1.0);
    map(values, slopes, |z| {
        let is_zero = z.simd_le(MINUS_ONE);
        let is_line = z.simd_ge(f32x4::ONE);
        let slope = HALF * z + HALF;
        (
            is_zero.select(f32x4::ZERO, is_line.select(z, slope * slope)),
            is_zero.select(f32x4::ZERO, is_line.select(f32x4::ONE, slope)),
        )
    });
}

fn kinks(_: &[f64]) -> Vec<Kink> {
    Vec::new()
}

fn facts(_: &[f64]) -> Facts {
    Facts {
        range: Some(Range::from(0.0)),
        parity: Parity::Neither,
        shape: Shape::of([Trend::Flat, Trend::Rising]),
        smoothness: Smoothness::Once,
        graph: Graph::Curve,
        slopes_at_infinity: Sides { left: Limit::At(0.0), right: Limit::At(1.0) },
        turns: Some(Vec::new()),
        steepest: Some(1.0),
        steepest_at: Reached::between(1.0, f64::INFINITY),
        curvature: 0.5,
    }
}
