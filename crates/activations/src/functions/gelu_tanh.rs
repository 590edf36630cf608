//! GELU with tanh in place of the error function.

use crate::numerics::{logistic, logistic_slope, scale};
use crate::simd::{self, map};
use crate::{
    Activation, Body, Facts, Family, Graph, Kink, Limit, Parity, Range, Reached, Shape, Sides,
    Smoothness, Source, Trend,
};
use wide::f32x4;

/// The approximation of GELU by tanh from GELU's paper. The two differ by at most
/// 4.7324e−4, at x = ±2.69894, where this one is larger.
pub const ACTIVATION: Activation = Activation {
    id: "gelu-tanh",
    family: Family::Gated,
    lesson: None,
    parameters: &[],
    lines: &[],
    body: None,
};

/// The computation of the function, its properties and its source.
pub static BODY: Body = Body {
    formula: concat!(
        r"f(x) = \frac{x}{2} \left(1 + \tanh\left(\sqrt{\frac{2}{\pi}}",
        r" \left(x + 0.044715\,x^{3}\right)\right)\right)",
    ),
    derivative: concat!(
        r"f'(x) = \frac{1 + \tanh u}{2} + \frac{x\,u'}{2} \left(1 - \tanh^2 u\right), \quad",
        r" u = \sqrt{\frac{2}{\pi}} \left(x + 0.044715\,x^{3}\right), \quad",
        r" u' = \sqrt{\frac{2}{\pi}} \left(1 + 0.134145\,x^{2}\right)",
    ),
    source: Source {
        authors: "Dan Hendrycks, Kevin Gimpel",
        year: 2016,
        title: "Gaussian Error Linear Units (GELUs)",
        venue: "arXiv:1606.08415",
    },
    value,
    gradient,
    simd,
    kinks: Kink::none,
    facts,
};

/// 2 √(2/π).
const LINEAR: f64 = 1.595_769_121_605_730_7;
/// 0.044715 times the same.
const CUBIC: f64 = 0.071_354_816_272_600_25;

/// 2u. (1 + tanh u) / 2 is σ(2u), which keeps the digits of the left tail.
fn doubled(x: f64) -> f64 {
    x * (LINEAR + CUBIC * (x * x))
}

fn value(x: f64, _: &[f64]) -> f64 {
    // scale, because σ underflows to 0 and x may be −∞.
    scale(logistic(doubled(x)), x)
}

fn gradient(x: f64, _: &[f64]) -> f64 {
    let growth = x * (LINEAR + 3.0 * CUBIC * (x * x));
    logistic(doubled(x)) + scale(logistic_slope(doubled(x)), growth)
}

fn simd(values: &mut [f32x4], slopes: &mut [f32x4], _: &[f64]) {
    const FIRST: f32x4 = f32x4::splat(LINEAR as f32);
    const THIRD: f32x4 = f32x4::splat(CUBIC as f32);
    const THREE: f32x4 = f32x4::splat(3.0);
    map(values, slopes, |z| {
        let bend = THIRD * (z * z);
        let (gate, steepness) = simd::logistic(z * (FIRST + bend));
        let growth = z * (FIRST + THREE * bend);
        (simd::scale(gate, z), gate + simd::scale(steepness, growth))
    });
}

fn facts(_: &[f64]) -> Facts {
    Facts {
        // The minimum, where f′ is 0.
        range: Some(Range::from(-0.170_040_750_571_254_05)),
        parity: Parity::Neither,
        shape: Shape::of([Trend::Falling, Trend::Rising]),
        smoothness: Smoothness::Infinite,
        graph: Graph::Curve,
        slopes_at_infinity: Sides { left: Limit::At(0.0), right: Limit::At(1.0) },
        turns: Some(vec![-0.752_461_422_071_016_3]),
        // f′ at the zero of f″ on the right.
        steepest: Some(1.128_993_068_658_771_8),
        steepest_at: Reached::At(vec![1.418_504_008_790_828_4]),
        // f″(0) is √(2/π).
        curvature: 0.797_884_560_802_865_4,
    }
}
