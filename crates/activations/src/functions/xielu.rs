//! xIELU, an integral of ELU: a parabola for positive inputs, an exponential and a line for negative ones.

use crate::numerics::scale;
use crate::simd::{map, power, splat};
use crate::{
    Activation, Body, Facts, Family, Graph, Kink, Limit, Parameter, Parity, Range, Reached, Shape,
    Sides, Smoothness, Source, Trend,
};
use wide::f32x4;

/// The expanded integral of ELU. αp, αn and β are the paper's parameters, of which a network learns the first
/// two.
///
/// Both sides have the slope β at 0, so there is no kink. With αn > β, which implementations see to, f falls
/// for strongly negative inputs; with αn ≤ β it does not. They also cap x at −10⁻⁶ in the exponential, which
/// is no part of the definition.
pub const ACTIVATION: Activation = Activation {
    id: "xielu",
    family: Family::Gated,
    lesson: None,
    parameters: &[
        Parameter {
            key: "xielu.ap", alias: None, symbol: "αₚ", min: 0.05, max: 2.0, default: 0.8
        },
        Parameter {
            key: "xielu.an", alias: None, symbol: "αₙ", min: 0.0, max: 2.0, default: 0.8
        },
        Parameter {
            key: "xielu.beta", alias: None, symbol: "β", min: 0.0, max: 1.0, default: 0.5
        },
    ],
    lines: &[],
    body: None,
};

/// The computation of the function, its properties and its source.
pub static BODY: Body = Body {
    formula: r"f(x) = \begin{cases} \alpha_n\,(e^{x} - 1 - x) + \beta\,x & x \le 0 \\ \alpha_p\,x^2 + \beta\,x & x > 0 \end{cases}",
    derivative: r"f'(x) = \begin{cases} \alpha_n\,(e^{x} - 1) + \beta & x \le 0 \\ 2\,\alpha_p\,x + \beta & x > 0 \end{cases}",
    source: Source {
        authors: "Allen Hao Huang, Imanol Schlag",
        year: 2024,
        title: "Deriving Activation Functions Using Integration",
        venue: "arXiv:2411.13010",
    },
    value,
    gradient,
    simd,
    kinks: Kink::none,
    facts,
};

/// αp, αn and β.
fn numbers(parameters: &[f64]) -> (f64, f64, f64) {
    (parameters[0], parameters[1], parameters[2])
}

fn value(x: f64, parameters: &[f64]) -> f64 {
    let (ap, an, beta) = numbers(parameters);
    if x > 0.0 {
        x * (ap * x + beta)
    } else if x > -1.0 {
        // e^x − 1 − x as x²/2 (1 + x/3 (1 + x/4 (1 + …))), because the difference loses its digits near 0.
        let mut series = 1.0;
        for n in (3..=19).rev() {
            series = 1.0 + x / f64::from(n) * series;
        }
        // Adding 0 turns −0 into 0.
        x * (0.5 * an * x * series + beta) + 0.0
    } else {
        an * x.exp() + (scale(beta - an, x) - an)
    }
}

fn gradient(x: f64, parameters: &[f64]) -> f64 {
    let (ap, an, beta) = numbers(parameters);
    if x > 0.0 {
        2.0 * ap * x + beta
    } else if x > -0.7 {
        an * x.exp_m1() + beta
    } else {
        // e^x is the smaller of the two from ln ½ down, and the sum may be near 0.
        an * x.exp() + (beta - an)
    }
}

fn simd(values: &mut [f32x4], slopes: &mut [f32x4], parameters: &[f64]) {
    const MINUS_ONE: f32x4 = f32x4::splat(-1.0);
    const SMALL: f32x4 = f32x4::splat(-16.0);
    /// n in the factors x / n of the series, which here needs no more than 11.
    const INVERSES: [f32x4; 9] = [
        f32x4::splat(1.0 / 11.0),
        f32x4::splat(1.0 / 10.0),
        f32x4::splat(1.0 / 9.0),
        f32x4::splat(1.0 / 8.0),
        f32x4::splat(1.0 / 7.0),
        f32x4::splat(1.0 / 6.0),
        f32x4::splat(1.0 / 5.0),
        f32x4::splat(1.0 / 4.0),
        f32x4::splat(1.0 / 3.0),
    ];
    let (ap, an, beta) = numbers(parameters);
    let has_line = an != beta;
    // The line −αn + (β − αn) x may be small beside its terms, so that the rounding of its numbers would
    // matter.
    let rest = |number: f64| number - f64::from(number as f32);
    let [line_rest, an_rest] = [beta - an, an].map(|number| splat(rest(number) as f32));
    let [ap, double, an, half, line, beta] =
        [ap, 2.0 * ap, an, 0.5 * an, beta - an, beta].map(|number| splat(number as f32));
    map(values, slopes, |z| {
        let is_right = z.simd_gt(f32x4::ZERO);
        let is_near = z.simd_gt(MINUS_ONE);
        let bend = power(is_right.select(f32x4::ZERO, z));
        let mut series = f32x4::ONE;
        for inverse in INVERSES {
            series = f32x4::ONE + z * inverse * series;
        }
        // 0 · ∞ would be NaN.
        let straight = if has_line { line * z } else { f32x4::ZERO };
        let right = z * (ap * z + beta);
        let near = z * (half * z * series + beta);
        let rest = z.simd_gt(SMALL).select(line_rest * z - an_rest, f32x4::ZERO);
        let far = an * bend.value + (straight - an + rest);
        let left = is_near.select(near, far);
        let left_slope = is_near.select(an * bend.less_one + beta, an * bend.value + line);
        (is_right.select(right, left), is_right.select(double * z + beta, left_slope))
    });
}

/// Where f′ is 0 if αn > β: at ln(1 − β/αn).
fn turn(an: f64, beta: f64) -> f64 {
    // Each form keeps its digits where the other one loses them. Adding 0 turns −0 into 0.
    if beta > 0.5 * an { ((an - beta) / an).ln() } else { (-beta / an).ln_1p() + 0.0 }
}

fn facts(parameters: &[f64]) -> Facts {
    let (ap, an, beta) = numbers(parameters);
    let (range, turns, start) = if an > beta {
        let turn = turn(an, beta);
        (Range::from(value(turn, parameters)), vec![turn], Trend::Falling)
    } else if an < beta {
        (Range::ALL, Vec::new(), Trend::Rising)
    } else if an > 0.0 {
        (Range::open(-an, f64::INFINITY), Vec::new(), Trend::Rising)
    } else {
        (Range::from(0.0), Vec::new(), Trend::Flat)
    };
    Facts {
        range: Some(range),
        parity: Parity::Neither,
        shape: Shape::of([start, Trend::Rising]),
        // At 0, f″ jumps from αn to 2αp, or f‴ from αn to 0.
        smoothness: if an == 2.0 * ap { Smoothness::Twice } else { Smoothness::Once },
        graph: Graph::Curve,
        slopes_at_infinity: Sides { left: Limit::At(beta - an), right: Limit::At(f64::INFINITY) },
        turns: Some(turns),
        steepest: Some(f64::INFINITY),
        steepest_at: Reached::Nowhere,
        curvature: an.max(2.0 * ap),
    }
}
