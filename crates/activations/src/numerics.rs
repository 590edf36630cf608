//! Numerical functions that several activation functions or models need.

use std::f64::consts::{FRAC_1_SQRT_2, LOG10_2};

/// weight · x, where a weight of 0 gives 0 for every x.
///
/// Plain multiplication gives NaN for 0 · ∞ and −0 for 0 · (−1).
pub fn scale(weight: f64, x: f64) -> f64 {
    if weight == 0.0 { 0.0 } else { weight * x }
}

/// The slope of the logistic function, e^(−|x|) / (1 + e^(−|x|))²: in (0, 0.25], even.
///
/// It is not computed as σ(x) (1 − σ(x)), which is 0 from x = 37 on, because σ(x) has rounded to 1. The form
/// used here is right to a few units in the last place until the slope itself underflows, near |x| = 745.
pub fn logistic_slope(x: f64) -> f64 {
    let decay = (-x.abs()).exp();
    let denominator = 1.0 + decay;
    decay / (denominator * denominator)
}

/// The logistic function σ(x) = 1 / (1 + e^(−x)): in (0, 1), rising.
pub fn logistic(x: f64) -> f64 {
    // The cases avoid an overflow of the exponential and keep the digits of the left tail.
    let decay = (-x.abs()).exp();
    if x >= 0.0 { 1.0 / (1.0 + decay) } else { decay / (1.0 + decay) }
}

/// ln(1 + e^x), the integral of the logistic function: positive, rising, near x for a large x. It neither overflows nor
/// loses the digits of the left tail.
pub fn softplus(x: f64) -> f64 {
    x.max(0.0) + (-x.abs()).exp().ln_1p()
}

/// Φ(x), the probability that a standard normal number is below x: in (0, 1), rising.
///
/// It keeps the digits of the left tail, where (1 + erf) / 2 would be 0 from x = −8.3 on.
pub fn normal(x: f64) -> f64 {
    0.5 * libm::erfc(-x * FRAC_1_SQRT_2)
}

/// φ(x) = e^(−x²/2) / √(2π), the density of the standard normal distribution and the slope of [`normal`]: in
/// (0, 0.4), even.
pub fn normal_density(x: f64) -> f64 {
    /// 1 / √(2π).
    const PEAK: f64 = 0.398_942_280_401_432_7;
    PEAK * (-0.5 * x * x).exp()
}

/// A product of many factors as sign, mantissa and power of two. It neither underflows nor overflows.
///
/// Each factor adds a rounding error of at most half a unit in the last place, as in plain f64, but the
/// exponent has 64 bits of its own. 0 · ∞ is 0, because an infinite factor stands for a number that was too
/// large for f64.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Product {
    /// The magnitude is in [1, 2), or 0, or ∞; or it is NaN.
    mantissa: f64,
    /// 0 if the mantissa is 0, ±∞ or NaN.
    exponent: i64,
}

impl Product {
    /// The product of no factors, 1.
    pub const ONE: Product = Product { mantissa: 1.0, exponent: 0 };
    const ZERO: Product = Product { mantissa: 0.0, exponent: 0 };

    /// The product with the single factor `number`. It is exact; −0 becomes 0. NaN, which a typed function gives where it has
    /// no value, makes the whole product NaN.
    pub fn new(number: f64) -> Product {
        if number.is_nan() {
            return Product { mantissa: number, exponent: 0 };
        }
        if number == 0.0 {
            return Product::ZERO;
        }
        if !number.is_finite() {
            return Product { mantissa: f64::INFINITY.copysign(number), exponent: 0 };
        }
        // A subnormal number has leading zeros in its mantissa. 64 binary places further up it has none.
        let lift = if number.is_subnormal() { 64 } else { 0 };
        let bits = (number * power_of_two(lift)).to_bits();
        let exponent = (bits >> FRACTION_BITS & EXPONENT_MASK) as i64 - EXPONENT_BIAS;
        let rest = bits & !(EXPONENT_MASK << FRACTION_BITS);
        let mantissa = f64::from_bits(rest | 1f64.to_bits());
        Product { mantissa, exponent: exponent - lift }
    }

    /// This product with one more factor, which may be infinite.
    pub fn times(self, factor: f64) -> Product {
        let factor = Product::new(factor);
        if self.mantissa.is_nan() || factor.mantissa.is_nan() {
            return Product::new(f64::NAN);
        }
        if self.mantissa == 0.0 || factor.mantissa == 0.0 {
            return Product::ZERO;
        }
        let product = Product::new(self.mantissa * factor.mantissa);
        if product.mantissa.is_infinite() {
            return product;
        }
        Product { exponent: self.exponent + factor.exponent + product.exponent, ..product }
    }

    /// The product as f64, rounded once to the nearest: ±∞ beyond the largest f64, and 0, never −0, below half
    /// of the smallest.
    pub fn value(self) -> f64 {
        if self.exponent > EXPONENT_BIAS {
            return f64::INFINITY.copysign(self.mantissa);
        }
        let normal = self.exponent.max(LEAST_NORMAL);
        // The rest of the exponent turns a normal number into a subnormal one with one rounding, and into 0
        // from 54 places on.
        let rest = (self.exponent - normal).max(-60);
        self.mantissa * power_of_two(normal) * power_of_two(rest) + 0.0
    }

    /// −1, 0 or 1.
    pub fn sign(self) -> f64 {
        if self.mantissa == 0.0 { 0.0 } else { self.mantissa.signum() }
    }

    /// log₁₀ of the magnitude, right to a few units in the last place of max(1, |log₁₀|): −∞ for 0
    /// and ∞ for ±∞.
    pub fn log10(self) -> f64 {
        self.mantissa.abs().log10() + self.exponent as f64 * LOG10_2
    }
}

/// The layout of f64 (IEEE 754 binary64): sign, 11 bits of exponent, 52 bits of fraction.
const FRACTION_BITS: u32 = 52;
const EXPONENT_MASK: u64 = 0x7ff;
const EXPONENT_BIAS: i64 = 1023;
/// The exponent of the smallest number that is not subnormal.
const LEAST_NORMAL: i64 = 1 - EXPONENT_BIAS;

/// 2 to an exponent in −1022..=1023.
fn power_of_two(exponent: i64) -> f64 {
    f64::from_bits(((exponent + EXPONENT_BIAS) as u64) << FRACTION_BITS)
}
