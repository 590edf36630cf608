//! Tanh shrink: the input without its tanh. Small inputs nearly vanish.

use crate::simd::{map, power};
use crate::{
    Activation, Body, Facts, Family, Graph, Kink, Limit, Parity, Range, Reached, Shape, Sides,
    Smoothness, Source, Trend,
};
use wide::f32x4;

/// Tanh shrink, x − tanh(x): nearly x³/3 around 0, and nearly x ∓ 1 far from it. It is the smooth relative of
/// soft shrink.
///
/// f′ is 0 at 0 only, so f rises all along. It has no paper of its own; PyTorch has it.
pub const ACTIVATION: Activation = Activation {
    id: "tanhshrink",
    family: Family::Shrinkage,
    lesson: None,
    parameters: &[],
    lines: &[],
    body: None,
};

/// The computation of the function, its properties and its source.
pub static BODY: Body = Body {
    formula: r"f(x) = x - \tanh(x)",
    derivative: r"f'(x) = \tanh^2(x)",
    source: Source {
        authors: "Adam Paszke, Sam Gross, Francisco Massa, Adam Lerer, James Bradbury, Gregory Chanan, Trevor Killeen, Zeming Lin, Natalia Gimelshein, Luca Antiga, Alban Desmaison, Andreas Köpf, Edward Yang, Zachary DeVito, Martin Raison, Alykhan Tejani, Sasank Chilamkurthy, Benoit Steiner, Lu Fang, Junjie Bai, Soumith Chintala",
        year: 2019,
        title: "PyTorch: An Imperative Style, High-Performance Deep Learning Library",
        venue: "NeurIPS 2019; arXiv:1912.01703",
    },
    value,
    gradient,
    simd,
    kinks: Kink::none,
    facts,
};

fn value(x: f64, _: &[f64]) -> f64 {
    if x.abs() < 1.0 {
        // (x cosh x − sinh x) / cosh x, whose top is x³/3 (1 + x²/10 (1 + x²/28 (1 + …))) with the factors
        // x² / (2n (2n + 3)). All terms are positive, while x − tanh x loses its digits near 0.
        let square = x * x;
        let mut series = 1.0;
        for n in (1..=9).rev() {
            let n = f64::from(n);
            series = 1.0 + square / (2.0 * n * (2.0 * n + 3.0)) * series;
        }
        square * x / 3.0 * series / x.cosh()
    } else {
        x - x.tanh()
    }
}

fn gradient(x: f64, _: &[f64]) -> f64 {
    let tanh = x.tanh();
    tanh * tanh
}

fn simd(values: &mut [f32x4], slopes: &mut [f32x4], _: &[f64]) {
    const MINUS_TWO: f32x4 = f32x4::splat(-2.0);
    const SIGN: f32x4 = f32x4::splat(-0.0);
    const THIRD: f32x4 = f32x4::splat(1.0 / 3.0);
    /// 1 / (2n (2n + 3)) from n = 5 down to 1.
    const INVERSES: [f32x4; 5] = [
        f32x4::splat(1.0 / 130.0),
        f32x4::splat(1.0 / 88.0),
        f32x4::splat(1.0 / 54.0),
        f32x4::splat(1.0 / 28.0),
        f32x4::splat(1.0 / 10.0),
    ];
    map(values, slopes, |z| {
        // tanh|z| = (1 − d) / (1 + d) and 1 / cosh(z) = 2 √d / (1 + d) with d = e^(−2|z|).
        let size = z.abs();
        let decay = power(size * MINUS_TWO);
        let share = f32x4::ONE / (f32x4::ONE + decay.value);
        let tanh = f32x4::ZERO - decay.less_one * share;
        let square = z * z;
        let mut series = f32x4::ONE;
        for inverse in INVERSES {
            series = f32x4::ONE + square * inverse * series;
        }
        let root = decay.value.sqrt();
        let near = square * size * THIRD * series * ((root + root) * share);
        let shrunk = size.simd_lt(f32x4::ONE).select(near, size - tanh);
        (shrunk | (z & SIGN), tanh * tanh)
    });
}

fn facts(_: &[f64]) -> Facts {
    Facts {
        range: Some(Range::ALL),
        parity: Parity::Odd,
        shape: Shape::of([Trend::Rising]),
        smoothness: Smoothness::Infinite,
        graph: Graph::Curve,
        slopes_at_infinity: Sides::both(Limit::At(1.0)),
        turns: Some(Vec::new()),
        steepest: Some(1.0),
        steepest_at: Reached::Nowhere,
        // |f″| is 4 / (3 √3), where tanh = ±1 / √3.
        curvature: 0.769_800_358_919_501,
    }
}
