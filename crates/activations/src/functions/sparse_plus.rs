//! SparsePlus: ReLU with a parabola from −1 to 1 in place of the kink.

use super::smelu;
use crate::{Activation, Body, Facts, Family, Kink, Source};
use wide::f32x4;

/// SparsePlus: exactly 0 up to −1 and exactly x from 1 on. Its slope is `sparse-sigmoid`, and it is `smelu` with
/// β = 1. f′ is continuous everywhere, but f″ jumps at ±1.
pub const ACTIVATION: Activation = Activation {
    id: "sparse-plus",
    family: Family::SmoothRectifier,
    lesson: None,
    parameters: &[],
    lines: &[],
    body: None,
};

/// The computation of the function, its properties and its source.
pub static BODY: Body = Body {
    formula: r"f(x) = \begin{cases} 0 & x \le -1 \\ \frac{(x + 1)^{2}}{4} & -1 < x < 1 \\ x & x \ge 1 \end{cases}",
    derivative: r"f'(x) = \begin{cases} 0 & x \le -1 \\ \frac{x + 1}{2} & -1 < x < 1 \\ 1 & x \ge 1 \end{cases}",
    source: Source {
        authors: "Mathieu Blondel, André F. T. Martins, Vlad Niculae",
        year: 2020,
        title: "Learning with Fenchel-Young Losses",
        venue: "Journal of Machine Learning Research 21(35), 1–69; arXiv:1901.02324",
    },
    value,
    gradient,
    simd,
    kinks: Kink::none,
    facts,
};

/// SmeLU with this β is the function.
const BETA: &[f64] = &[1.0];

fn value(x: f64, _: &[f64]) -> f64 {
    smelu::value(x, BETA)
}

fn gradient(x: f64, _: &[f64]) -> f64 {
    smelu::gradient(x, BETA)
}

fn simd(values: &mut [f32x4], slopes: &mut [f32x4], _: &[f64]) {
    smelu::simd(values, slopes, BETA);
}

fn facts(_: &[f64]) -> Facts {
    smelu::facts(BETA)
}
