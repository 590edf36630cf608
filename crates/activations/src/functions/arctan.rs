//! Arctangent: maps any input into (−π/2, π/2), and 0 to 0.

use crate::simd::map;
use crate::{
    Activation, Body, Facts, Family, Graph, Kink, Limit, Parity, Range, Reached, Shape, Sides,
    Smoothness, Source, Trend,
};
use std::f64::consts::FRAC_PI_2;
use wide::f32x4;

/// The arctangent. Far out its slope is about 1 / x², so that it saturates far more slowly than tanh.
pub const ACTIVATION: Activation = Activation {
    id: "arctan",
    family: Family::SShaped,
    lesson: None,
    parameters: &[],
    lines: &[],
    body: None,
};

/// The computation of the function, its properties and its source.
pub static BODY: Body = Body {
    formula: r"f(x) = \arctan x",
    derivative: r"f'(x) = \frac{1}{1 + x^{2}}",
    source: Source {
        authors: "Talya Tümer Sivri, Nergis Pervan Akman, Ali Berkol",
        year: 2022,
        title: "Multiclass Classification Using Arctangent Activation Function and Its Variations",
        venue: "14th International Conference on Electronics, Computers and Artificial Intelligence (ECAI 2022)",
    },
    value,
    gradient,
    simd,
    kinks: Kink::none,
    facts,
};

fn value(x: f64, _: &[f64]) -> f64 {
    x.atan()
}

fn gradient(x: f64, _: &[f64]) -> f64 {
    // Far out, where 1 is nothing beside x², this order does not overflow.
    if x.abs() < 1e9 { 1.0 / (1.0 + x * x) } else { 1.0 / x / x }
}

fn simd(values: &mut [f32x4], slopes: &mut [f32x4], _: &[f64]) {
    const SIGN: f32x4 = f32x4::splat(-0.0);
    map(values, slopes, |z| (arctan(z.abs()) | (z & SIGN), f32x4::ONE / (f32x4::ONE + z * z)));
}

/// arctan(x) for x ≥ 0, right to 2e−7. NaN gives NaN.
///
/// The polynomial is that of Moshier's Cephes library (atanf, 1989).
#[inline(always)]
fn arctan(x: f32x4) -> f32x4 {
    use std::f32::consts::{FRAC_PI_2, FRAC_PI_4};
    /// tan(π/8) and tan(3π/8).
    const LOW: f32x4 = f32x4::splat(0.414_213_57);
    const HIGH: f32x4 = f32x4::splat(2.414_213_7);
    const HALF_TURN: f32x4 = f32x4::splat(FRAC_PI_2);
    const QUARTER_TURN: f32x4 = f32x4::splat(FRAC_PI_4);
    const MINUS_ONE: f32x4 = f32x4::splat(-1.0);
    /// The coefficients of (arctan(t) − t) / t³ as a polynomial of t².
    const C3: f32x4 = f32x4::splat(8.053_745e-2);
    const C2: f32x4 = f32x4::splat(-0.138_776_86);
    const C1: f32x4 = f32x4::splat(0.199_777_1);
    const C0: f32x4 = f32x4::splat(-0.333_329_5);
    // arctan(x) is π/4 + arctan((x − 1) / (x + 1)) and π/2 + arctan(−1 / x), which leaves |t| ≤ tan(π/8).
    let (middle, far) = (x.simd_gt(LOW), x.simd_gt(HIGH));
    let above = far.select(MINUS_ONE, middle.select(x - f32x4::ONE, x));
    let below = far.select(x, middle.select(x + f32x4::ONE, f32x4::ONE));
    let start = far.select(HALF_TURN, middle.select(QUARTER_TURN, f32x4::ZERO));
    let t = above / below;
    let square = t * t;
    let series = ((C3 * square + C2) * square + C1) * square + C0;
    start + (series * square * t + t)
}

fn facts(_: &[f64]) -> Facts {
    Facts {
        range: Some(Range::open(-FRAC_PI_2, FRAC_PI_2)),
        parity: Parity::Odd,
        shape: Shape::of([Trend::Rising]),
        smoothness: Smoothness::Infinite,
        graph: Graph::Curve,
        slopes_at_infinity: Sides::both(Limit::At(0.0)),
        turns: Some(Vec::new()),
        steepest: Some(1.0),
        steepest_at: Reached::At(vec![0.0]),
        // |f″| is 3 √3 / 8, where x = ±1 / √3.
        curvature: 0.649_519_052_838_329,
    }
}
