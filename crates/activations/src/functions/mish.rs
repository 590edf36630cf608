//! Mish: the input times the tanh of its softplus.

use crate::numerics::scale;
use crate::simd::{self, map, power};
use crate::{
    Activation, Body, Facts, Family, Graph, Kink, Limit, Parity, Range, Reached, Shape, Sides,
    Smoothness, Source, Trend,
};
use wide::f32x4;

/// Mish. Its shape is that of SiLU: it falls down to its minimum at x = −1.192 and rises from there.
///
/// tanh(softplus(x)) is (e² + 2e) / (e² + 2e + 2) with e = e^x, so one exponential is enough.
pub const ACTIVATION: Activation = Activation {
    id: "mish",
    family: Family::Gated,
    lesson: None,
    parameters: &[],
    lines: &[],
    body: None,
};

/// The computation of the function, its properties and its source.
pub static BODY: Body = Body {
    formula: r"f(x) = x\,\tanh(\ln(1 + e^{x}))",
    derivative: r"f'(x) = \tanh(s) + x\,\sigma(x)\,(1 - \tanh^2(s)), \quad s = \ln(1 + e^{x})",
    source: Source {
        authors: "Diganta Misra",
        year: 2019,
        title: "Mish: A Self Regularized Non-Monotonic Activation Function",
        venue: "arXiv:1908.08681; BMVC 2020",
    },
    value,
    gradient,
    simd,
    kinks: Kink::none,
    facts,
};

/// tanh(softplus(x)) and its slope.
fn gate(x: f64) -> (f64, f64) {
    // In e^(−|x|), so that neither tail overflows or loses its digits.
    let decay = (-x.abs()).exp();
    let (top, rest, steep) = if x < 0.0 {
        (decay * (decay + 2.0), 2.0, decay)
    } else {
        (1.0 + 2.0 * decay, 2.0 * decay * decay, decay * decay)
    };
    let bottom = top + rest;
    (top / bottom, 4.0 * (1.0 + decay) * steep / (bottom * bottom))
}

fn value(x: f64, _: &[f64]) -> f64 {
    let (share, _) = gate(x);
    scale(share, x)
}

fn gradient(x: f64, _: &[f64]) -> f64 {
    let (share, steep) = gate(x);
    share + scale(steep, x)
}

fn simd(values: &mut [f32x4], slopes: &mut [f32x4], _: &[f64]) {
    const TWO: f32x4 = f32x4::splat(2.0);
    const FOUR: f32x4 = f32x4::splat(4.0);
    map(values, slopes, |z| {
        let decay = power(f32x4::ZERO - z.abs()).value;
        let square = decay * decay;
        let is_left = z.simd_lt(f32x4::ZERO);
        let top = is_left.select(square + decay + decay, f32x4::ONE + decay + decay);
        let bottom = top + is_left.select(TWO, square + square);
        let share = top / bottom;
        let rest = is_left.select(decay, square) / bottom;
        let steep = FOUR * (f32x4::ONE + decay) * (rest / bottom);
        (simd::scale(share, z), share + simd::scale(steep, z))
    });
}

fn facts(_: &[f64]) -> Facts {
    Facts {
        // The minimum.
        range: Some(Range::from(-0.308_843_413_017_250_4)),
        parity: Parity::Neither,
        shape: Shape::of([Trend::Falling, Trend::Rising]),
        smoothness: Smoothness::Infinite,
        graph: Graph::Curve,
        slopes_at_infinity: Sides { left: Limit::At(0.0), right: Limit::At(1.0) },
        turns: Some(vec![-1.192_431_214_515_495_2]),
        steepest: Some(1.088_498_161_251_728),
        steepest_at: Reached::At(vec![1.490_571_179_485_428_5]),
        // f″ at −0.0879, where f‴ is 0.
        curvature: 0.644_204_637_236_972_4,
    }
}
