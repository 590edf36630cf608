//! LeCun's tanh: stretched so that it maps ±1 to almost ±1.

use crate::numerics::logistic_slope;
use crate::simd::{map, power};
use crate::{
    Activation, Body, Facts, Family, Graph, Kink, Limit, Parity, Range, Reached, Shape, Sides,
    Smoothness, Source, Trend,
};
use wide::f32x4;

/// The scaled tanh that LeCun et al. recommend. f(±1) is ±0.9999973, and |f″| is largest near ±1.
pub const ACTIVATION: Activation = Activation {
    id: "lecun-tanh",
    family: Family::SShaped,
    lesson: None,
    parameters: &[],
    lines: &[],
    body: None,
};

/// The computation of the function, its properties and its source.
pub static BODY: Body = Body {
    formula: r"f(x) = 1.7159\,\tanh\left(\frac{2}{3}\,x\right)",
    derivative: r"f'(x) = 1.7159 \cdot \frac{2}{3}\left(1 - \tanh^{2}\left(\frac{2}{3}\,x\right)\right)",
    source: Source {
        authors: "Yann LeCun, Léon Bottou, Genevieve B. Orr, Klaus-Robert Müller",
        year: 1998,
        title: "Efficient BackProp",
        venue: "Neural Networks: Tricks of the Trade, LNCS 1524, 9–50",
    },
    value,
    gradient,
    simd,
    kinks: Kink::none,
    facts,
};

const HEIGHT: f64 = 1.7159;
/// The height times 2/3, which is the slope at 0.
const STEEPEST: f64 = 1.143_933_333_333_333_2;

fn value(x: f64, _: &[f64]) -> f64 {
    HEIGHT * (2.0 * x / 3.0).tanh()
}

fn gradient(x: f64, _: &[f64]) -> f64 {
    // 1 − tanh² rounds to 0 from x = 28.6 on; sech²(y) = 4 σ′(2y) keeps the digits of the tails.
    STEEPEST * (4.0 * logistic_slope(4.0 * x / 3.0))
}

fn simd(values: &mut [f32x4], slopes: &mut [f32x4], _: &[f64]) {
    const MINUS_FOUR: f32x4 = f32x4::splat(-4.0);
    const THREE: f32x4 = f32x4::splat(3.0);
    const TALL: f32x4 = f32x4::splat(HEIGHT as f32);
    const STEEP: f32x4 = f32x4::splat((4.0 * STEEPEST) as f32);
    const SIGN: f32x4 = f32x4::splat(-0.0);
    map(values, slopes, |z| {
        // tanh y = (1 − d) / (1 + d) and tanh′(y) = 4d / (1 + d)² with d = e^(−2y) and y = 2|z| / 3.
        let decay = power(z.abs() * MINUS_FOUR / THREE);
        let sum = f32x4::ONE + decay.value;
        let size = f32x4::ZERO - TALL * decay.less_one / sum;
        (size | (z & SIGN), STEEP * decay.value / (sum * sum))
    });
}

fn facts(_: &[f64]) -> Facts {
    Facts {
        range: Some(Range::open(-HEIGHT, HEIGHT)),
        parity: Parity::Odd,
        shape: Shape::of([Trend::Rising]),
        smoothness: Smoothness::Infinite,
        graph: Graph::Curve,
        slopes_at_infinity: Sides::both(Limit::At(0.0)),
        turns: Some(Vec::new()),
        steepest: Some(STEEPEST),
        steepest_at: Reached::At(vec![0.0]),
        // |f″| is 1.7159 · 16 / (27 √3), where tanh(2x / 3) = ±1 / √3.
        curvature: 0.587_066_860_386_654_1,
    }
}
