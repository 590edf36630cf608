//! The identity: no activation, for comparison.

use crate::Activation;
use crate::Facts;
use crate::Family;
use crate::Graph;
use crate::Kink;
use crate::Lesson;
use crate::Monotone;
use crate::Parity;
use crate::Range;
use crate::Sides;
use crate::Smoothness;
use crate::Source;
use wide::f32x4;

/// The identity. Layers without an activation are one affine map together.
pub const ACTIVATION: Activation = Activation {
    id: "identity",
    family: Family::Other,
    lesson: Some(Lesson { colour: 6, is_taught: false }),
    formula: r"f(x) = x",
    derivative: r"f'(x) = 1",
    parameters: &[],
    lines: &[],
    source: Source {
        authors: "Bernard Widrow, Marcian E. Hoff",
        year: 1960,
        title: "Adaptive switching circuits",
        venue: "IRE WESCON Convention Record 4, 96–104",
    },
    code: include_str!("code/identity.md"),
    value,
    gradient,
    simd,
    kinks,
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

fn kinks(_: &[f64]) -> Vec<Kink> {
    Vec::new()
}

fn facts(_: &[f64]) -> Facts {
    Facts {
        range: Range {
            low: f64::NEG_INFINITY,
            high: f64::INFINITY,
            closed: (false, false),
            two_values: false,
        },
        parity: Parity::Odd,
        monotone: Monotone::Increasing,
        smoothness: Smoothness::Infinite,
        graph: Graph::Line,
        slopes_at_infinity: Sides { left: 1.0, right: 1.0 },
        steepest: 1.0,
        curvature: 0.0,
    }
}
