//! Hyperbolic tangent: maps any input into (−1, 1), and 0 to 0.

use crate::numerics::logistic_slope;
use crate::simd::{map, power};
use crate::{
    Activation, Body, Facts, Family, Graph, Kink, Lesson, Limit, Parity, Range, Reached, Shape,
    Sides, Smoothness, Source, Trend,
};
use wide::f32x4;

/// The hyperbolic tangent, 2 σ(2x) − 1. In f64 it rounds to ±1 from about |x| = 19.1 on.
pub const ACTIVATION: Activation = Activation {
    id: "tanh",
    family: Family::SShaped,
    lesson: Some(Lesson { colour: 1, is_taught: true }),
    parameters: &[],
    lines: &[],
    body: Some(&BODY),
};

/// The computation of the function, its properties and its source.
pub static BODY: Body = Body {
    formula: r"\tanh(x) = \frac{e^{x} - e^{-x}}{e^{x} + e^{-x}}",
    derivative: r"\tanh'(x) = 1 - \tanh^2(x)",
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

fn value(x: f64, _: &[f64]) -> f64 {
    x.tanh()
}

fn gradient(x: f64, _: &[f64]) -> f64 {
    // 1 − tanh² rounds to 0 from x = 19.1 on; sech²(x) = 4 σ′(2x) keeps the digits of the tails.
    4.0 * logistic_slope(2.0 * x)
}

fn simd(values: &mut [f32x4], slopes: &mut [f32x4], _: &[f64]) {
    const MINUS_TWO: f32x4 = f32x4::splat(-2.0);
    const FOUR: f32x4 = f32x4::splat(4.0);
    const SIGN: f32x4 = f32x4::splat(-0.0);
    map(values, slopes, |z| {
        // tanh|z| = (1 − d) / (1 + d) and tanh′(z) = 4d / (1 + d)² with d = e^(−2|z|).
        let decay = power(z.abs() * MINUS_TWO);
        let share = f32x4::ONE / (f32x4::ONE + decay.value);
        let size = f32x4::ZERO - decay.less_one * share;
        let sign = z & SIGN;
        (size | sign, FOUR * decay.value * share * share)
    });
}

fn facts(_: &[f64]) -> Facts {
    Facts {
        range: Some(Range::open(-1.0, 1.0)),
        parity: Parity::Odd,
        shape: Shape::of([Trend::Rising]),
        smoothness: Smoothness::Infinite,
        graph: Graph::Curve,
        slopes_at_infinity: Sides::both(Limit::At(0.0)),
        turns: Some(Vec::new()),
        steepest: Some(1.0),
        steepest_at: Reached::At(vec![0.0]),
        // |tanh″| is 4 / (3 √3), where tanh = ±1 / √3.
        curvature: 0.769_800_358_919_501,
    }
}
