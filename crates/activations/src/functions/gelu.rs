//! GELU, the Gaussian error linear unit: the input times the probability that a standard normal number is below it.

use crate::numerics::{normal, normal_density, scale};
use crate::simd::{self, map};
use crate::{
    Activation, Body, Facts, Family, Graph, Kink, Limit, Parity, Range, Reached, Shape, Sides,
    Smoothness, Source, Trend,
};
use std::f64::consts::SQRT_2;
use wide::f32x4;

/// The exact GELU, with the error function. From 0 far to the left it falls to its minimum of −0.17 at x = −0.75 and
/// rises from there on. `gelu-tanh` and `quick-gelu` are approximations of it.
pub const ACTIVATION: Activation = Activation {
    id: "gelu",
    family: Family::Gated,
    lesson: None,
    parameters: &[],
    lines: &[],
    body: None,
};

/// The computation of the function, its properties and its source.
pub static BODY: Body = Body {
    formula: r"f(x) = x\,\Phi(x) = \frac{x}{2} \left(1 + \operatorname{erf}\left(\frac{x}{\sqrt{2}}\right)\right)",
    derivative: r"f'(x) = \Phi(x) + x\,\varphi(x), \quad \varphi(x) = \frac{1}{\sqrt{2 \pi}}\,e^{-x^{2}/2}",
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

fn value(x: f64, _: &[f64]) -> f64 {
    // Φ keeps the digits of the left tail; scale, because Φ is 0 from x = −38.5 on and x may be −∞.
    scale(normal(x), x)
}

fn gradient(x: f64, _: &[f64]) -> f64 {
    normal(x) + scale(normal_density(x), x)
}

fn simd(values: &mut [f32x4], slopes: &mut [f32x4], _: &[f64]) {
    map(values, slopes, |z| {
        let (gate, density) = simd::normal(z);
        (simd::scale(gate, z), gate + simd::scale(density, z))
    });
}

fn facts(_: &[f64]) -> Facts {
    Facts {
        // The minimum, where Φ(x) = −x φ(x).
        range: Some(Range::from(-0.169_971_207_479_903_66)),
        parity: Parity::Neither,
        shape: Shape::of([Trend::Falling, Trend::Rising]),
        smoothness: Smoothness::Infinite,
        graph: Graph::Curve,
        slopes_at_infinity: Sides { left: Limit::At(0.0), right: Limit::At(1.0) },
        turns: Some(vec![-0.751_791_524_693_564_5]),
        // f″ is (2 − x²) φ(x). f′ is largest at √2, and |f″| at 0, where it is √(2/π).
        steepest: Some(1.128_904_145_185_154_8),
        steepest_at: Reached::At(vec![SQRT_2]),
        curvature: 0.797_884_560_802_865_4,
    }
}
