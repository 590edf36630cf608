//! The identity: no activation, for comparison.

use crate::{
    Activation, Body, Facts, Family, Graph, Kink, Lesson, Limit, Parity, Range, Reached, Shape,
    Sides, Smoothness, Source, Trend,
};
use wide::f32x4;

/// The identity. Layers without an activation are one affine map together.
pub const ACTIVATION: Activation = Activation {
    id: "identity",
    family: Family::Other,
    lesson: Some(Lesson { colour: 6, is_taught: false }),
    parameters: &[],
    lines: &[],
    body: Some(&BODY),
};

/// The computation of the function, its properties and its source.
pub static BODY: Body = Body {
    formula: r"f(x) = x",
    derivative: r"f'(x) = 1",
    source: Source {
        authors: "Bernard Widrow, Marcian E. Hoff",
        year: 1960,
        title: "Adaptive switching circuits",
        venue: "IRE WESCON Convention Record 4, 96–104",
    },
    value,
    gradient,
    simd,
    kinks: Kink::none,
    facts,
};

fn value(x: f64, _: &[f64]) -> f64 {
    x
}

fn gradient(_: f64, _: &[f64]) -> f64 {
    1.0
}

fn simd(_: &mut [f32x4], slopes: &mut [f32x4], _: &[f64]) {
    slopes.fill(f32x4::ONE);
}

fn facts(_: &[f64]) -> Facts {
    Facts {
        range: Some(Range::ALL),
        parity: Parity::Odd,
        shape: Shape::of([Trend::Rising]),
        smoothness: Smoothness::Infinite,
        graph: Graph::Line,
        slopes_at_infinity: Sides::both(Limit::At(1.0)),
        turns: Some(Vec::new()),
        steepest: Some(1.0),
        steepest_at: Reached::everywhere(),
        curvature: 0.0,
    }
}
