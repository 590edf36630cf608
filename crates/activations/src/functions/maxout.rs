//! Maxout with two pieces: the larger of two straight lines.

use crate::numerics::scale;
use crate::simd::{map, splat};
use crate::{
    Activation, Body, Facts, Family, Frameworks, Graph, Kink, Lesson, Limit, Parameter, Parity,
    Range, Reached, Shape, Sides, Smoothness, Source, Trend,
};
use wide::f32x4;

/// The larger of two affine pieces; in a network the four numbers are learned.
///
/// Where the pieces tie, the first one gets the gradient, as in PyTorch's `max` over a dimension, which passes
/// the gradient to one index. (`torch.maximum` and JAX give each piece one half.)
pub const ACTIVATION: Activation = Activation {
    id: "maxout",
    family: Family::Rectifier,
    lesson: Some(Lesson { colour: 5, is_taught: true }),
    parameters: &[
        Parameter {
            key: "maxout.w1",
            alias: Some("w1"),
            symbol: "w₁",
            min: -3.0,
            max: 3.0,
            default: -0.5,
        },
        Parameter {
            key: "maxout.b1",
            alias: Some("b1"),
            symbol: "b₁",
            min: -5.0,
            max: 5.0,
            default: 0.0,
        },
        Parameter {
            key: "maxout.w2",
            alias: Some("w2"),
            symbol: "w₂",
            min: -3.0,
            max: 3.0,
            default: 1.0,
        },
        Parameter {
            key: "maxout.b2",
            alias: Some("b2"),
            symbol: "b₂",
            min: -5.0,
            max: 5.0,
            default: 0.0,
        },
    ],
    lines: &[[0, 1], [2, 3]],
    body: Some(&BODY),
};

/// The computation of the function, its properties and its source.
pub static BODY: Body = Body {
    formula: r"f(x) = \max(w_1 x + b_1,\; w_2 x + b_2)",
    derivative: r"f'(x) = \begin{cases} w_1 & w_1 x + b_1 > w_2 x + b_2 \\ w_2 & w_1 x + b_1 < w_2 x + b_2 \end{cases}",
    source: Source {
        authors: "Ian J. Goodfellow, David Warde-Farley, Mehdi Mirza, Aaron Courville, Yoshua Bengio",
        year: 2013,
        title: "Maxout Networks",
        venue: "ICML 2013, PMLR 28(3), 1319–1327; arXiv:1302.4389",
    },
    value,
    gradient,
    simd,
    kinks,
    facts,
};

/// One straight line, weight · x + bias.
#[derive(Clone, Copy)]
struct Piece {
    weight: f64,
    bias: f64,
}

impl Piece {
    fn value(self, x: f64) -> f64 {
        scale(self.weight, x) + self.bias
    }
}

fn pieces(parameters: &[f64]) -> (Piece, Piece) {
    (
        Piece { weight: parameters[0], bias: parameters[1] },
        Piece { weight: parameters[2], bias: parameters[3] },
    )
}

/// The x at which the pieces cross. `None` if they are parallel, or if the crossing overflows an f64.
fn crossing(first: Piece, second: Piece) -> Option<f64> {
    // Adding 0 turns −0 into 0.
    let at = (second.bias - first.bias) / (first.weight - second.weight) + 0.0;
    at.is_finite().then_some(at)
}

/// The larger of two pieces that do not cross.
fn upper(first: Piece, second: Piece) -> Piece {
    if first.bias >= second.bias { first } else { second }
}

fn value(x: f64, parameters: &[f64]) -> f64 {
    let (first, second) = pieces(parameters);
    first.value(x).max(second.value(x))
}

fn gradient(x: f64, parameters: &[f64]) -> f64 {
    let (first, second) = pieces(parameters);
    // The comparison is between places, because values that both overflow cannot be compared.
    match crossing(first, second) {
        None => upper(first, second).weight,
        Some(at) if x < at => first.weight.min(second.weight),
        Some(at) if x > at => first.weight.max(second.weight),
        Some(_) => first.weight,
    }
}

fn simd(values: &mut [f32x4], slopes: &mut [f32x4], parameters: &[f64]) {
    let (first, second) = pieces(parameters);
    let all = |number: f64| splat(number as f32);
    // Every f32 except the one nearest to the crossing lies on the same side of the exact and of the rounded
    // crossing.
    let at = crossing(first, second).unwrap_or(f64::INFINITY) as f32;
    let left = gradient(f64::NEG_INFINITY, parameters);
    let [left, here, right] =
        [left, gradient(f64::from(at), parameters), gradient(f64::INFINITY, parameters)].map(all);
    let at = splat(at);
    map(values, slopes, |z| {
        let first = all(first.weight) * z + all(first.bias);
        let second = all(second.weight) * z + all(second.bias);
        let value = first.simd_lt(second).select(second, first);
        let slope = z.simd_gt(at).select(right, here);
        (value, z.simd_lt(at).select(left, slope))
    });
}

fn kinks(parameters: &[f64]) -> Vec<Kink> {
    let (first, second) = pieces(parameters);
    let Some(at) = crossing(first, second) else {
        return Vec::new();
    };
    let height = value(at, parameters);
    vec![Kink {
        at,
        values: Sides { left: height, right: height },
        slopes: Sides {
            left: first.weight.min(second.weight),
            right: first.weight.max(second.weight),
        },
        convention: first.weight,
        // Where pieces tie, PyTorch's `max` over a dimension gives the gradient to the first one; JAX's `max`
        // shares it equally.
        frameworks: Frameworks {
            pytorch: Some(first.weight),
            jax: Some(f64::midpoint(first.weight, second.weight)),
            keras: None,
        },
    }]
}

fn facts(parameters: &[f64]) -> Facts {
    let (first, second) = pieces(parameters);
    match crossing(first, second) {
        None => line_facts(upper(first, second)),
        Some(at) => bend_facts(first, second, at),
    }
}

fn line_facts(line: Piece) -> Facts {
    let flat = line.weight == 0.0;
    Facts {
        range: Some(if flat { Range::only(line.bias) } else { Range::ALL }),
        // The constant 0 is both odd and even. It counts as odd here, because it is zero-centred.
        parity: if line.bias == 0.0 {
            Parity::Odd
        } else if flat {
            Parity::Even
        } else {
            Parity::Neither
        },
        shape: Shape::of([Trend::of(line.weight)]),
        smoothness: Smoothness::Infinite,
        graph: Graph::Line,
        slopes_at_infinity: Sides::both(Limit::At(line.weight)),
        turns: Some(Vec::new()),
        steepest: Some(line.weight.abs()),
        steepest_at: Reached::everywhere(),
        curvature: 0.0,
    }
}

fn bend_facts(first: Piece, second: Piece, at: f64) -> Facts {
    // The maximum of two lines is convex, so the smaller slope is on the left.
    let left = first.weight.min(second.weight);
    let right = first.weight.max(second.weight);
    let has_floor = left <= 0.0 && right >= 0.0;
    let floor = first.value(at).max(second.value(at));
    let mut steepest = Vec::new();
    if left.abs() >= right.abs() {
        steepest.push(Sides { left: f64::NEG_INFINITY, right: at });
    }
    if right.abs() >= left.abs() {
        steepest.push(Sides { left: at, right: f64::INFINITY });
    }
    Facts {
        range: Some(if has_floor { Range::from(floor) } else { Range::ALL }),
        parity: if left == -right && at == 0.0 { Parity::Even } else { Parity::Neither },
        shape: Shape::of([left, right].map(Trend::of)),
        smoothness: Smoothness::Continuous,
        graph: Graph::Lines,
        slopes_at_infinity: Sides { left, right }.map(Limit::At),
        turns: Some(if left < 0.0 && right > 0.0 { vec![at] } else { Vec::new() }),
        steepest: Some(left.abs().max(right.abs())),
        steepest_at: Reached::Within(steepest),
        curvature: 0.0,
    }
}
