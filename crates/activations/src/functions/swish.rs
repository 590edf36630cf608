//! Swish: the input times the sigmoid of β times the input. β sets how sharp its corner is.

use super::silu::{LEAST, STEEPEST, STEEPEST_AT, TURN, lanes, slope};
use crate::numerics::{logistic, scale};
use crate::simd::{map, splat};
use crate::{
    Activation, Body, Facts, Family, Graph, Kink, Limit, Parameter, Parity, Range, Reached, Shape,
    Sides, Smoothness, Source, Trend,
};
use wide::f32x4;

/// Swish, which is SiLU at βx, divided by β: β = 1 is SiLU, β = 0 is the line x/2, and a large β is nearly
/// ReLU.
///
/// So its slopes are those of SiLU, at 1/β of the places.
pub const ACTIVATION: Activation = Activation {
    id: "swish",
    family: Family::Gated,
    lesson: None,
    parameters: &[Parameter {
        key: "swish.beta",
        alias: None,
        symbol: "β",
        min: 0.0,
        max: 10.0,
        default: 1.0,
    }],
    lines: &[],
    body: None,
};

/// The computation of the function, its properties and its source.
pub static BODY: Body = Body {
    formula: r"f(x) = x\,\sigma(\beta x) = \frac{x}{1 + e^{-\beta x}}",
    derivative: r"f'(x) = \sigma(\beta x)\,(1 + \beta x\,(1 - \sigma(\beta x)))",
    source: Source {
        authors: "Prajit Ramachandran, Barret Zoph, Quoc V. Le",
        year: 2017,
        title: "Searching for Activation Functions",
        venue: "arXiv:1710.05941",
    },
    value,
    gradient,
    simd,
    kinks: Kink::none,
    facts,
};

/// β, or 0 if it is so small that βx does not come to the tails of the sigmoid for any f64.
fn sharpness(parameters: &[f64]) -> f64 {
    if parameters[0] < 1e-305 { 0.0 } else { parameters[0] }
}

fn value(x: f64, parameters: &[f64]) -> f64 {
    scale(logistic(scale(sharpness(parameters), x)), x)
}

fn gradient(x: f64, parameters: &[f64]) -> f64 {
    slope(scale(sharpness(parameters), x))
}

fn simd(values: &mut [f32x4], slopes: &mut [f32x4], parameters: &[f64]) {
    let beta = sharpness(parameters);
    if beta == 0.0 {
        let half = splat(0.5);
        map(values, slopes, |z| (half * z, half));
    } else if beta < 0.25 {
        // Values of 1 and more are in the left tail of the sigmoid then, so that the rounding of βz would
        // matter.
        map(values, slopes, |z| exact_lanes(z, beta));
    } else {
        let beta = splat(beta as f32);
        map(values, slopes, |z| lanes(z, beta * z));
    }
}

/// The value and the slope, each lane in f64. `libm` gives the same bits on every machine.
#[inline(always)]
fn exact_lanes(z: f32x4, beta: f64) -> (f32x4, f32x4) {
    let lanes = z.to_array().map(|z| {
        let x = f64::from(z);
        let u = beta * x;
        let decay = libm::exp(-u.abs());
        let large = 1.0 / (1.0 + decay);
        let share = if u < 0.0 { decay * large } else { large };
        let slope = share + scale(decay * large * large, u);
        (scale(share, x) as f32, slope as f32)
    });
    (f32x4::new(lanes.map(|(value, _)| value)), f32x4::new(lanes.map(|(_, slope)| slope)))
}

fn facts(parameters: &[f64]) -> Facts {
    let beta = sharpness(parameters);
    if beta == 0.0 {
        return Facts {
            range: Some(Range::ALL),
            parity: Parity::Odd,
            shape: Shape::of([Trend::Rising]),
            smoothness: Smoothness::Infinite,
            graph: Graph::Line,
            slopes_at_infinity: Sides::both(Limit::At(0.5)),
            turns: Some(Vec::new()),
            steepest: Some(0.5),
            steepest_at: Reached::everywhere(),
            curvature: 0.0,
        };
    }
    Facts {
        range: Some(Range::from(LEAST / beta)),
        parity: Parity::Neither,
        shape: Shape::of([Trend::Falling, Trend::Rising]),
        smoothness: Smoothness::Infinite,
        graph: Graph::Curve,
        slopes_at_infinity: Sides { left: Limit::At(0.0), right: Limit::At(1.0) },
        turns: Some(vec![TURN / beta]),
        steepest: Some(STEEPEST),
        steepest_at: Reached::At(vec![STEEPEST_AT / beta]),
        // f″ is β/2 at 0.
        curvature: 0.5 * beta,
    }
}
