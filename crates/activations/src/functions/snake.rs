//! Snake: the identity with a wave on it.

use super::sine::{SinCos, lanes, wave};
use crate::{
    Activation, Body, Facts, Family, Graph, Kink, Limit, Parameter, Parity, Range, Reached, Shape,
    Sides, Smoothness, Source, Trend,
};
use std::f64::consts::FRAC_PI_4;
use wide::f32x4;

/// The identity plus a wave with the period π / a and the height 1 / a. It rises everywhere, although its
/// slope 1 + sin(2ax) is 0 once in each period.
///
/// At an infinite x the slope has no limit. It is then 1, the middle of what it oscillates between.
pub const ACTIVATION: Activation = Activation {
    id: "snake",
    family: Family::Periodic,
    lesson: None,
    parameters: &[Parameter {
        key: "snake.a",
        alias: None,
        symbol: "a",
        min: 0.1,
        max: 10.0,
        default: 1.0,
    }],
    lines: &[],
    body: None,
};

/// The computation of the function, its properties and its source.
pub static BODY: Body = Body {
    formula: r"f(x) = x + \frac{1}{a} \sin^2(a x)",
    derivative: r"f'(x) = 1 + \sin(2 a x)",
    source: Source {
        authors: "Liu Ziyin, Tilman Hartwig, Masahito Ueda",
        year: 2020,
        title: "Neural Networks Fail to Learn Periodic Functions and How to Fix It",
        venue: "NeurIPS 2020; arXiv:2006.08195",
    },
    value,
    gradient,
    simd,
    kinks: Kink::none,
    facts,
};

fn value(x: f64, parameters: &[f64]) -> f64 {
    both(x, parameters[0], f64::sin_cos).0
}

fn gradient(x: f64, parameters: &[f64]) -> f64 {
    both(x, parameters[0], f64::sin_cos).1
}

/// f and f′.
fn both(x: f64, a: f64, sin_cos: SinCos) -> (f64, f64) {
    if x.is_infinite() {
        return (x, 1.0);
    }
    let (sine, cosine) = wave(x, a, sin_cos);
    // 1 + sin(2ax) as a square keeps its digits where it is nearly 0.
    let sum = sine + cosine;
    (x + sine * sine / a, sum * sum)
}

fn simd(values: &mut [f32x4], slopes: &mut [f32x4], parameters: &[f64]) {
    lanes(values, slopes, |x| both(x, parameters[0], libm::sincos));
}

fn facts(parameters: &[f64]) -> Facts {
    let a = parameters[0];
    Facts {
        range: Some(Range::ALL),
        parity: Parity::Neither,
        shape: Shape::of([Trend::Rising]),
        smoothness: Smoothness::Infinite,
        graph: Graph::Curve,
        slopes_at_infinity: Sides::both(Limit::None),
        turns: Some(Vec::new()),
        steepest: Some(2.0),
        steepest_at: Reached::At(vec![FRAC_PI_4 / a]),
        curvature: 2.0 * a,
    }
}
