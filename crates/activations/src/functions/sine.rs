//! Sine: a wave without end.

use crate::simd::map;
use crate::{
    Activation, Body, Facts, Family, Graph, Kink, Limit, Parameter, Parity, Range, Reached, Shape,
    Sides, Smoothness, Source,
};
use std::f64::consts::FRAC_PI_2;
use wide::f32x4;

/// A sine wave with the frequency ω, the activation of SIREN, whose authors use ω = 30.
///
/// At an infinite x it has no limit. The value and the slope are then 0, the middle of what they oscillate
/// between.
pub const ACTIVATION: Activation = Activation {
    id: "sine",
    family: Family::Periodic,
    lesson: None,
    parameters: &[Parameter {
        key: "sine.omega",
        alias: None,
        symbol: "ω",
        min: 0.1,
        max: 30.0,
        default: 1.0,
    }],
    lines: &[],
    body: None,
};

/// The computation of the function, its properties and its source.
pub static BODY: Body = Body {
    formula: r"f(x) = \sin(\omega x)",
    derivative: r"f'(x) = \omega \cos(\omega x)",
    source: Source {
        authors: "Vincent Sitzmann, Julien N. P. Martel, Alexander W. Bergman, David B. Lindell, Gordon Wetzstein",
        year: 2020,
        title: "Implicit Neural Representations with Periodic Activation Functions",
        venue: "NeurIPS 2020; arXiv:2006.09661",
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
fn both(x: f64, omega: f64, sin_cos: SinCos) -> (f64, f64) {
    if x.is_infinite() {
        return (0.0, 0.0);
    }
    let (sine, cosine) = wave(x, omega, sin_cos);
    (sine, omega * cosine)
}

fn simd(values: &mut [f32x4], slopes: &mut [f32x4], parameters: &[f64]) {
    lanes(values, slopes, |x| both(x, parameters[0], libm::sincos));
}

/// A function that gives the sine and the cosine of a number.
pub(super) type SinCos = fn(f64) -> (f64, f64);

/// sin(ωx) and cos(ωx) of a finite x. They are right to about 2 ε, also where the rounding of ωx is many
/// periods, and to 64 ε where ωx overflows.
pub(super) fn wave(x: f64, omega: f64, sin_cos: SinCos) -> (f64, f64) {
    let phase = omega * x;
    let (sine, cosine) = if phase.is_infinite() {
        let (sine, cosine) = wave(x / 2.0, omega, sin_cos);
        (2.0 * sine * cosine, (cosine - sine) * (cosine + sine))
    } else {
        // What the rounding of the product took away comes back by the addition theorems.
        let rest = omega.mul_add(x, -phase);
        let ((sine, cosine), (s, c)) = (sin_cos(phase), sin_cos(rest));
        (sine * c + cosine * s, cosine * c - sine * s)
    };
    (sine.clamp(-1.0, 1.0), cosine.clamp(-1.0, 1.0))
}

/// f and f′ in each lane, computed in f64 because ωx has to be known to far less than 1 even where x is
/// large. `libm` has the same bits on every machine.
pub(super) fn lanes(
    values: &mut [f32x4],
    slopes: &mut [f32x4],
    function: impl Fn(f64) -> (f64, f64),
) {
    map(values, slopes, |z| {
        let lanes = z.to_array().map(|x| function(f64::from(x)));
        (
            f32x4::new(lanes.map(|(value, _)| value as f32)),
            f32x4::new(lanes.map(|(_, slope)| slope as f32)),
        )
    });
}

fn facts(parameters: &[f64]) -> Facts {
    let omega = parameters[0];
    let quarter = FRAC_PI_2 / omega;
    Facts {
        range: Some(Range { closed: (true, true), ..Range::open(-1.0, 1.0) }),
        parity: Parity::Odd,
        shape: Shape::Alternating,
        smoothness: Smoothness::Infinite,
        graph: Graph::Curve,
        slopes_at_infinity: Sides::both(Limit::None),
        turns: Some(vec![-quarter, quarter]),
        steepest: Some(omega),
        steepest_at: Reached::At(vec![0.0]),
        curvature: omega * omega,
    }
}
