//! Laplace: the probability that a normal number with the mean μ and the standard deviation σ is below x.

use crate::numerics::normal_density;
use crate::simd::{self, power, splat};
use crate::{
    Activation, Body, Facts, Family, Graph, Kink, Limit, Parameter, Parity, Range, Reached, Shape,
    Sides, Smoothness, Source, Trend,
};
use std::f64::consts::{FRAC_1_SQRT_2, SQRT_2};
use wide::f32x4;

/// Mega's Laplace function, which in spite of its name is the distribution function of a normal number. There
/// it can replace the softmax of attention.
///
/// The paper's μ = √½ and σ = √(1 / (4π)) give it the value and the slope of squared ReLU at x = μ.
#[expect(
    clippy::approx_constant,
    reason = "the default of μ is rounded to four digits, as that of σ is"
)]
pub const ACTIVATION: Activation = Activation {
    id: "laplace",
    family: Family::SShaped,
    lesson: None,
    parameters: &[
        Parameter {
            key: "laplace.mu",
            alias: None,
            symbol: "μ",
            min: -2.0,
            max: 2.0,
            default: 0.7071,
        },
        Parameter {
            key: "laplace.sigma",
            alias: None,
            symbol: "σ",
            min: 0.05,
            max: 2.0,
            default: 0.2821,
        },
    ],
    lines: &[],
    body: None,
};

/// The computation of the function, its properties and its source.
pub static BODY: Body = Body {
    formula: r"f(x) = \frac{1}{2}\left(1 + \operatorname{erf}\left(\frac{x - \mu}{\sigma\sqrt{2}}\right)\right)",
    derivative: r"f'(x) = \frac{1}{\sigma\sqrt{2\pi}}\,e^{-\frac{(x - \mu)^{2}}{2\sigma^{2}}}",
    source: Source {
        authors: "Xuezhe Ma, Chunting Zhou, Xiang Kong, Junxian He, Liangke Gui, Graham Neubig, Jonathan May, Luke Zettlemoyer",
        year: 2022,
        title: "Mega: Moving Average Equipped Gated Attention",
        venue: "arXiv:2209.10655; ICLR 2023",
    },
    value,
    gradient,
    simd,
    kinks: Kink::none,
    facts,
};

/// How many standard deviations x is above the mean, as a number and what it lacks after rounding. Both tails
/// depend on the square of this number, so that a rounding error of 1 ε would become one of z² ε.
fn deviations(x: f64, parameters: &[f64]) -> (f64, f64) {
    /// Farther out f′ is 0 in f64, and the sum of two numbers would come to ∞ − ∞.
    const FAR: f64 = 50.0;
    let (mean, deviation) = (parameters[0], parameters[1]);
    let distance = x - mean;
    let z = distance / deviation;
    if z.abs() > FAR {
        return (FAR.copysign(z), 0.0);
    }
    // Knuth's sum: the rounding error of the distance.
    let back = distance - x;
    let lost = (x - (distance - back)) - (mean + back);
    (z, (z.mul_add(-deviation, distance) + lost) / deviation)
}

fn value(x: f64, parameters: &[f64]) -> f64 {
    /// What `FRAC_1_SQRT_2` lacks.
    const LOST: f64 = -4.833_646_656_726_457e-17;
    let (z, rest) = deviations(x, parameters);
    // Φ(z) is erfc(t) / 2 at t = −z / √2.
    let t = -z * FRAC_1_SQRT_2;
    let lost = z.mul_add(FRAC_1_SQRT_2, t) + (z * LOST + rest * FRAC_1_SQRT_2);
    0.5 * libm::erfc(t) + normal_density(z) * SQRT_2 * lost
}

fn gradient(x: f64, parameters: &[f64]) -> f64 {
    let (z, rest) = deviations(x, parameters);
    let lost = 0.5 * z.mul_add(z, -(z * z)) + z * rest;
    let density = normal_density(z);
    (density - density * lost) / parameters[1]
}

fn simd(values: &mut [f32x4], slopes: &mut [f32x4], parameters: &[f64]) {
    /// Farther out e^(−z²/2) is 0 in f32, and an infinite exponent would have no rest.
    const FAR: f64 = 15.0;
    let (mean, deviation) = (parameters[0], parameters[1]);
    let peak = splat((normal_density(0.0) / deviation) as f32);
    for (value, slope) in values.iter_mut().zip(slopes) {
        // A small σ makes f′ steep: with the rounding errors of f32 in z and z² it would be off by more than
        // 3e−7. So these are in f64, and the exponent goes on as a sum of two f32.
        let z = value.to_array().map(|x| ((f64::from(x) - mean) / deviation).clamp(-FAR, FAR));
        let exponent = z.map(|z| -0.5 * z * z);
        let high = exponent.map(|one| one as f32);
        let low = [0, 1, 2, 3].map(|lane| (exponent[lane] - f64::from(high[lane])) as f32);
        let decay = power(f32x4::new(high)).value;
        *value = simd::normal(f32x4::new(z.map(|z| z as f32))).0;
        *slope = peak * (decay + decay * f32x4::new(low));
    }
}

fn facts(parameters: &[f64]) -> Facts {
    /// φ(1), the largest slope of the standard normal density.
    const BEND: f64 = 0.241_970_724_519_143_37;
    let (mean, deviation) = (parameters[0], parameters[1]);
    Facts {
        range: Some(Range::open(0.0, 1.0)),
        parity: Parity::Neither,
        shape: Shape::of([Trend::Rising]),
        smoothness: Smoothness::Infinite,
        graph: Graph::Curve,
        slopes_at_infinity: Sides::both(Limit::At(0.0)),
        turns: Some(Vec::new()),
        steepest: Some(normal_density(0.0) / deviation),
        steepest_at: Reached::At(vec![mean]),
        // |f″| is φ(1) / σ², one standard deviation beside the mean.
        curvature: BEND / (deviation * deviation),
    }
}
