//! Arithmetic on four f32 at a time, for models that evaluate a function at many points.
//!
//! It uses only operations that IEEE 754 rounds exactly (+, −, ×, ÷), comparisons and bit shifts. It never
//! uses a platform's own exp or a fused multiply-add. The results therefore have the same bits on every
//! machine.

use wide::bytemuck::cast;
use wide::f32x4;
use wide::i32x4;

/// Replaces each value by the first result of `function`, and writes the second result into `slopes`, which is
/// as long as `values`.
#[inline(always)]
pub fn map(values: &mut [f32x4], slopes: &mut [f32x4], function: impl Fn(f32x4) -> (f32x4, f32x4)) {
    for (value, slope) in values.iter_mut().zip(slopes) {
        (*value, *slope) = function(*value);
    }
}

/// A number in all four lanes. ([`f32x4::splat`] is a loop over memory in code that is compiled for size,
/// unless its argument is a constant.)
#[inline(always)]
pub fn splat(number: f32) -> f32x4 {
    f32x4::new([number, number, number, number])
}

/// weight · x, where a weight of 0 gives 0 for every x: the lanes of [`numerics::scale`](crate::numerics::scale).
#[inline(always)]
pub fn scale(weight: f32x4, x: f32x4) -> f32x4 {
    weight.simd_eq(f32x4::ZERO).select(f32x4::ZERO, x * weight)
}

/// e^x in two forms, because e^x − 1 loses digits where e^x is near 1.
#[derive(Debug, Clone, Copy)]
pub struct Power {
    /// e^x.
    pub value: f32x4,
    /// e^x − 1.
    pub less_one: f32x4,
}

/// e^x for x ≤ 0, right to 1.2e−7 of e^x and 2.4e−7 of e^x − 1. Below −87, where e^x would be under 1.7e−38
/// and soon subnormal, e^x is 0. NaN gives NaN.
///
/// The polynomial is that of Moshier's Cephes library (expf, 1989).
#[inline(always)]
pub fn power(x: f32x4) -> Power {
    /// Adding this number rounds to a whole number, which is then in the lowest bits of the sum.
    const ROUND: f32x4 = f32x4::splat(12_582_912.0);
    const LOG2_E: f32x4 = f32x4::splat(std::f32::consts::LOG2_E);
    /// ln 2 as a sum of two parts. Products of the first part with whole numbers up to 2⁹ are exact.
    const LN_2_HIGH: f32x4 = f32x4::splat(0.693_359_4);
    const LN_2_LOW: f32x4 = f32x4::splat(-2.121_944_4e-4);
    /// The coefficients of (e^r − 1 − r) / r², from r⁵ down to the constant.
    const C5: f32x4 = f32x4::splat(1.987_569_1e-4);
    const C4: f32x4 = f32x4::splat(1.398_199_9e-3);
    const C3: f32x4 = f32x4::splat(8.333_452e-3);
    const C2: f32x4 = f32x4::splat(4.166_579_6e-2);
    const C1: f32x4 = f32x4::splat(1.666_666_5e-1);
    const C0: f32x4 = f32x4::splat(0.5);
    /// The bits of the exponent of 1.
    const ONE: i32x4 = i32x4::splat(127 << 23);
    const LEAST: f32x4 = f32x4::splat(-87.0);
    const MINUS_ONE: f32x4 = f32x4::splat(-1.0);
    // x = n ln 2 + r, so e^x = 2ⁿ + 2ⁿ (e^r − 1).
    let rounded = x * LOG2_E + ROUND;
    let n = rounded - ROUND;
    let r = x - n * LN_2_HIGH - n * LN_2_LOW;
    let series = ((((C5 * r + C4) * r + C3) * r + C2) * r + C1) * r + C0;
    let rest = series * r * r + r;
    let exponent: i32x4 = cast(rounded);
    let scale: f32x4 = cast((exponent << 23) + ONE);
    let part = scale * rest;
    let lost = x.simd_lt(LEAST);
    Power {
        value: lost.select(f32x4::ZERO, scale + part),
        less_one: lost.select(MINUS_ONE, (scale - f32x4::ONE) + part),
    }
}

/// The logistic function σ(x) and its slope σ′(x), both right to 4e−7 of themselves while e^(−|x|) is above
/// 1.7e−38. Beyond that, σ′(x) is 0, and σ(x) is 0 or 1. NaN gives NaN.
#[inline(always)]
pub fn logistic(x: f32x4) -> (f32x4, f32x4) {
    // The cases avoid an overflow of the exponential and keep the digits of the left tail.
    let decay = power(f32x4::ZERO - x.abs()).value;
    let large = f32x4::ONE / (f32x4::ONE + decay);
    let small = decay * large;
    (x.simd_lt(f32x4::ZERO).select(small, large), small * large)
}

/// ln(1 + u) for 0 ≤ u ≤ 1, right to 3e−7 of itself. NaN gives NaN.
#[inline(always)]
pub fn log_one_plus(u: f32x4) -> f32x4 {
    /// The odd terms of artanh, from s¹³ / 13 down to s³ / 3.
    const C: [f32x4; 6] = [
        f32x4::splat(1.0 / 13.0),
        f32x4::splat(1.0 / 11.0),
        f32x4::splat(1.0 / 9.0),
        f32x4::splat(1.0 / 7.0),
        f32x4::splat(1.0 / 5.0),
        f32x4::splat(1.0 / 3.0),
    ];
    const TWO: f32x4 = f32x4::splat(2.0);
    // ln(1 + u) = 2 artanh(s) with s = u / (2 + u), which is at most 1/3.
    let s = u / (TWO + u);
    let square = s * s;
    let [c13, c11, c9, c7, c5, c3] = C;
    let series = ((((c13 * square + c11) * square + c9) * square + c7) * square + c5) * square + c3;
    let double = s + s;
    double + double * square * series
}

/// ln(1 + e^x), right to 4e−7 of the larger of 1 and itself. NaN gives NaN.
#[inline(always)]
pub fn softplus(x: f32x4) -> f32x4 {
    let decay = power(f32x4::ZERO - x.abs()).value;
    x.simd_gt(f32x4::ZERO).select(x, f32x4::ZERO) + log_one_plus(decay)
}

/// The standard normal distribution at x: the probability Φ(x) of a smaller number, right to 4e−7, and the density φ(x),
/// right to 1e−7. NaN gives NaN.
#[inline(always)]
pub fn normal(x: f32x4) -> (f32x4, f32x4) {
    /// The coefficients of Φ(−a) / φ(a) as a polynomial of t = 1 / (1 + 0.36 a) without a constant, from t⁹ down to t. They
    /// are fitted for 0 ≤ a ≤ 14.5 and off by 7e−8 of the quotient.
    const C: [f32x4; 9] = [
        f32x4::splat(-0.075_701_88),
        f32x4::splat(0.348_442_73),
        f32x4::splat(-0.556_353_3),
        f32x4::splat(0.262_813_4),
        f32x4::splat(0.004_355_743_5),
        f32x4::splat(0.238_134_77),
        f32x4::splat(0.311_568_38),
        f32x4::splat(0.360_051_96),
        f32x4::splat(0.360_002_22),
    ];
    const STRETCH: f32x4 = f32x4::splat(0.36);
    const MINUS_HALF: f32x4 = f32x4::splat(-0.5);
    /// 1 / √(2π).
    const PEAK: f32x4 = f32x4::splat(0.398_942_3);
    let size = x.abs();
    let density = PEAK * power(MINUS_HALF * size * size).value;
    let t = f32x4::ONE / (f32x4::ONE + STRETCH * size);
    let [first, rest @ ..] = C;
    let mut quotient = first;
    for coefficient in rest {
        quotient = quotient * t + coefficient;
    }
    let tail = density * quotient * t;
    (x.simd_gt(f32x4::ZERO).select(f32x4::ONE - tail, tail), density)
}
