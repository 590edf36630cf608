//! ReLU, the rectified linear unit: returns positive inputs unchanged and 0 for negative ones.

use crate::Activation;
use crate::Facts;
use crate::Family;
use crate::Frameworks;
use crate::Graph;
use crate::Kink;
use crate::Lesson;
use crate::Monotone;
use crate::Parity;
use crate::Range;
use crate::Sides;
use crate::Smoothness;
use crate::Source;
use crate::simd::map;
use wide::f32x4;

/// The rectified linear unit. At its kink f′(0) = 0, as in PyTorch, TensorFlow and JAX.
pub const ACTIVATION: Activation = Activation {
    id: "relu",
    family: Family::Rectifier,
    lesson: Some(Lesson { colour: 2, is_taught: true }),
    formula: r"f(x) = \max(0, x)",
    derivative: r"f'(x) = \begin{cases} 0 & x < 0 \\ 1 & x > 0 \end{cases}",
    parameters: &[],
    lines: &[],
    source: Source {
        authors: "Vinod Nair, Geoffrey E. Hinton",
        year: 2010,
        title: "Rectified Linear Units Improve Restricted Boltzmann Machines",
        venue: "ICML 2010, 807–814",
    },
    code: include_str!("code/relu.md"),
    value,
    gradient,
    simd,
    kinks,
    facts,
};

fn value(x: f64, _: &[f64]) -> f64 {
    if x > 0.0 { x } else { 0.0 }
}

fn gradient(x: f64, _: &[f64]) -> f64 {
    if x > 0.0 { 1.0 } else { 0.0 }
}

fn simd(values: &mut [f32x4], slopes: &mut [f32x4], _: &[f64]) {
    map(values, slopes, |z| {
        let off = z.simd_le(f32x4::ZERO);
        (off.select(f32x4::ZERO, z), off.select(f32x4::ZERO, f32x4::ONE))
    });
}

fn kinks(_: &[f64]) -> Vec<Kink> {
    vec![Kink {
        at: 0.0,
        values: Sides { left: 0.0, right: 0.0 },
        slopes: Sides { left: 0.0, right: 1.0 },
        convention: 0.0,
        frameworks: Frameworks::all(0.0),
    }]
}

fn facts(_: &[f64]) -> Facts {
    Facts {
        range: Range { low: 0.0, high: f64::INFINITY, closed: (true, false), two_values: false },
        parity: Parity::Neither,
        monotone: Monotone::NonDecreasing,
        smoothness: Smoothness::Continuous,
        graph: Graph::Lines,
        slopes_at_infinity: Sides { left: 0.0, right: 1.0 },
        steepest: 1.0,
        curvature: 0.0,
    }
}
