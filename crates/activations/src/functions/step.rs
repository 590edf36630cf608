//! Step (Heaviside), for comparison: its gradient is 0, so nothing can be learned through it.

use crate::simd::map;
use crate::{
    Activation, Body, Facts, Family, Frameworks, Graph, Kink, Lesson, Limit, Parity, Range,
    Reached, Shape, Sides, Smoothness, Source, Trend,
};
use wide::f32x4;

/// The Heaviside step, with the value 1 at 0.
///
/// Its slope is 0 wherever it exists. This page also uses 0 at the jump. `torch.heaviside` has no derivative.
pub const ACTIVATION: Activation = Activation {
    id: "step",
    family: Family::Other,
    lesson: Some(Lesson { colour: 7, is_taught: false }),
    parameters: &[],
    lines: &[],
    body: Some(&BODY),
};

/// The computation of the function, its properties and its source.
pub static BODY: Body = Body {
    formula: r"H(x) = \begin{cases} 0 & x < 0 \\ 1 & x \ge 0 \end{cases}",
    derivative: r"H'(x) = 0 \quad (x \ne 0)",
    source: Source {
        authors: "Warren S. McCulloch, Walter Pitts",
        year: 1943,
        title: "A logical calculus of the ideas immanent in nervous activity",
        venue: "Bulletin of Mathematical Biophysics 5, 115–133",
    },
    value,
    gradient,
    simd,
    kinks,
    facts,
};

fn value(x: f64, _: &[f64]) -> f64 {
    if x >= 0.0 { 1.0 } else { 0.0 }
}

fn gradient(_: f64, _: &[f64]) -> f64 {
    0.0
}

fn simd(values: &mut [f32x4], slopes: &mut [f32x4], _: &[f64]) {
    map(values, slopes, |z| {
        let on = z.simd_ge(f32x4::ZERO).select(f32x4::ONE, f32x4::ZERO);
        (z.is_nan().select(z, on), f32x4::ZERO)
    });
}

fn kinks(_: &[f64]) -> Vec<Kink> {
    vec![Kink {
        at: 0.0,
        values: Sides { left: 0.0, right: 1.0 },
        slopes: Sides { left: 0.0, right: 0.0 },
        convention: 0.0,
        frameworks: Frameworks::NONE,
    }]
}

fn facts(_: &[f64]) -> Facts {
    Facts {
        range: Some(Range::two_values(0.0, 1.0)),
        parity: Parity::Neither,
        shape: Shape::of([Trend::Flat, Trend::Rising, Trend::Flat]),
        smoothness: Smoothness::Discontinuous,
        graph: Graph::Lines,
        slopes_at_infinity: Sides::both(Limit::At(0.0)),
        turns: Some(Vec::new()),
        steepest: Some(0.0),
        steepest_at: Reached::everywhere(),
        curvature: 0.0,
    }
}
