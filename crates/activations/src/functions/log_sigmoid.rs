//! Log-sigmoid: the logarithm of the sigmoid, near x for negative inputs and near 0 for positive ones.

use crate::numerics::logistic;
use crate::simd::{self, log_one_plus, map, power};
use crate::{
    Activation, Body, Facts, Family, Graph, Kink, Limit, Parity, Range, Reached, Shape, Sides,
    Smoothness, Source, Trend,
};
use wide::f32x4;

/// The logarithm of the logistic sigmoid, −softplus(−x). Its values are logarithms of probabilities, so they
/// are negative, and it serves losses rather than hidden layers.
pub const ACTIVATION: Activation = Activation {
    id: "log-sigmoid",
    family: Family::SShaped,
    lesson: None,
    parameters: &[],
    lines: &[],
    body: None,
};

/// The computation of the function, its properties and its source.
pub static BODY: Body = Body {
    formula: r"f(x) = \ln \sigma(x) = -\ln(1 + e^{-x})",
    derivative: r"f'(x) = \sigma(-x) = \frac{1}{1 + e^{x}}",
    source: Source {
        authors: "Ian Goodfellow, Yoshua Bengio, Aaron Courville",
        year: 2016,
        title: "Deep Learning",
        venue: "MIT Press, section 3.10",
    },
    value,
    gradient,
    simd,
    kinks: Kink::none,
    facts,
};

fn value(x: f64, _: &[f64]) -> f64 {
    // The exponential cannot overflow, and the right tail keeps its digits. −softplus(−x) would come to −0.
    x.min(0.0) - (-x.abs()).exp().ln_1p()
}

fn gradient(x: f64, _: &[f64]) -> f64 {
    logistic(-x)
}

fn simd(values: &mut [f32x4], slopes: &mut [f32x4], _: &[f64]) {
    map(values, slopes, |z| {
        let line = z.simd_lt(f32x4::ZERO).select(z, f32x4::ZERO);
        let decay = power(f32x4::ZERO - z.abs()).value;
        (line - log_one_plus(decay), simd::logistic(f32x4::ZERO - z).0)
    });
}

fn facts(_: &[f64]) -> Facts {
    Facts {
        range: Some(Range::open(f64::NEG_INFINITY, 0.0)),
        parity: Parity::Neither,
        shape: Shape::of([Trend::Rising]),
        smoothness: Smoothness::Infinite,
        graph: Graph::Curve,
        slopes_at_infinity: Sides { left: Limit::At(1.0), right: Limit::At(0.0) },
        turns: Some(Vec::new()),
        steepest: Some(1.0),
        steepest_at: Reached::Nowhere,
        // |f″| is σ′, at most 1/4 at 0.
        curvature: 0.25,
    }
}
