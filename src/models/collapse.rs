//! A stack of layers with seeded random weights, from one number to one number. Without activations the
//! stack is a straight line; with them it is more.

use activations::{Function, Graph};
use oorandom::Rand64;

/// The largest depth (in layers) and width (in neurons per layer) of a stack.
pub const MAX_DEPTH: usize = 20;
pub const MAX_WIDTH: usize = 16;

/// The straight line slope · x + intercept.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Line {
    pub slope: f64,
    pub intercept: f64,
}

impl Line {
    pub fn value(&self, x: f64) -> f64 {
        self.slope * x + self.intercept
    }
}

/// A part of the x axis on which the weighted sum of every neuron of a layer is a straight line.
#[derive(Debug, Clone, PartialEq)]
pub struct Segment {
    pub from: f64,
    pub to: f64,
    /// One line for each neuron.
    pub lines: Vec<Line>,
}

/// A stack of `depth` layers. The first layer takes x to `width` numbers, and the last layer takes them
/// to one number. The activation is applied between layers, but not after the last one. A single layer
/// takes x to one number.
#[derive(Debug, Clone, PartialEq)]
pub struct Stack {
    function: Function,
    layers: Vec<Layer>,
}

#[derive(Debug, Clone, PartialEq)]
struct Layer {
    /// One row of weights for each neuron.
    weights: Vec<Vec<f64>>,
    biases: Vec<f64>,
}

impl Stack {
    /// Weights are drawn uniformly from ±√(3 / inputs), so that a layer's sum has about the variance of
    /// its inputs. Biases are drawn uniformly from ±1. The same seed gives the same stack. Depth and
    /// width are clamped to 1..=[`MAX_DEPTH`] and 1..=[`MAX_WIDTH`].
    pub fn new(function: Function, depth: usize, width: usize, seed: u64) -> Self {
        let (depth, width) = (depth.clamp(1, MAX_DEPTH), width.clamp(1, MAX_WIDTH));
        let mut dice = Rand64::new(u128::from(seed));
        let mut draw = move |reach: f64| reach * (2.0 * dice.rand_float() - 1.0);
        let layers = (1..=depth).map(|layer| {
            let inputs = if layer == 1 { 1 } else { width };
            let outputs = if layer == depth { 1 } else { width };
            let reach = (3.0 / inputs as f64).sqrt();
            let mut row = |_| (0..inputs).map(|_| draw(reach)).collect();
            let weights = (0..outputs).map(&mut row).collect();
            Layer { weights, biases: (0..outputs).map(|_| draw(1.0)).collect() }
        });
        Stack { function, layers: layers.collect() }
    }

    pub fn depth(&self) -> usize {
        self.layers.len()
    }

    /// The weighted sums of a layer (counted from 1) at x, before the layer's activation.
    ///
    /// # Panics
    /// When there is no such layer.
    pub fn sums(&self, layer: usize, x: f64) -> Vec<f64> {
        let first = self.layers[0].sums(&[x]);
        self.layers[1..layer].iter().fold(first, |sums, next| {
            let activations: Vec<f64> = sums.iter().map(|z| self.function.value(*z)).collect();
            next.sums(&activations)
        })
    }

    /// The output of the stack at x.
    pub fn value(&self, x: f64) -> f64 {
        self.sums(self.depth(), x)[0]
    }

    /// The layers up to this one (counted from 1) without activations, folded into one line per neuron:
    /// a₂(a₁x + c₁) + c₂ is (a₂a₁)x + (a₂c₁ + c₂).
    pub fn folded(&self, layer: usize) -> Vec<Line> {
        let x = [Line { slope: 1.0, intercept: 0.0 }];
        self.layers[..layer].iter().fold(x.to_vec(), |lines, next| next.sum_lines(&lines))
    }

    /// The weighted sums of a layer (counted from 1) as straight segments from left to right, exact
    /// except for rounding. `None` where the activation is curved.
    pub fn segments(&self, layer: usize, from: f64, to: f64) -> Option<Vec<Segment>> {
        if !self.is_piecewise_linear() {
            return None;
        }
        let x = Line { slope: 1.0, intercept: 0.0 };
        let mut segments = vec![Segment { from, to, lines: self.layers[0].sum_lines(&[x]) }];
        for next in &self.layers[1..layer] {
            let bent = segments.iter().flat_map(|segment| self.bend(segment));
            segments = bent
                .map(|segment| Segment { lines: next.sum_lines(&segment.lines), ..segment })
                .collect();
            join(&mut segments);
        }
        Some(segments)
    }

    /// Whether the activation is made of straight segments.
    pub fn is_piecewise_linear(&self) -> bool {
        matches!(self.function.facts().graph, Graph::Line | Graph::Lines)
    }

    /// The activations on a segment, cut where a neuron crosses a kink.
    fn bend(&self, segment: &Segment) -> Vec<Segment> {
        let kinks = self.function.kinks();
        let mut cuts: Vec<f64> = segment
            .lines
            .iter()
            .flat_map(|line| kinks.iter().map(|kink| (kink.at - line.intercept) / line.slope))
            .filter(|x| segment.from < *x && *x < segment.to)
            .collect();
        cuts.sort_by(f64::total_cmp);
        cuts.push(segment.to);
        let mut from = segment.from;
        let parts = cuts.into_iter().map(|to| {
            let middle = from + (to - from) / 2.0;
            let lines = segment.lines.iter().map(|line| {
                // Between two kinks the activation is a straight line itself.
                let z = line.value(middle);
                let slope = self.function.gradient(z);
                let intercept = self.function.value(z) - slope * z;
                Line { slope: slope * line.slope, intercept: slope * line.intercept + intercept }
            });
            let part = Segment { from, to, lines: lines.collect() };
            from = to;
            part
        });
        parts.filter(|part| part.from < part.to).collect()
    }
}

impl Layer {
    fn sums(&self, inputs: &[f64]) -> Vec<f64> {
        let sum = |row: &Vec<f64>| row.iter().zip(inputs).map(|(w, a)| w * a).sum::<f64>();
        self.weights.iter().zip(&self.biases).map(|(row, bias)| sum(row) + bias).collect()
    }

    fn sum_lines(&self, inputs: &[Line]) -> Vec<Line> {
        let rows = self.weights.iter().zip(&self.biases);
        let line = |(row, bias): (&Vec<f64>, &f64)| {
            let part = |part: fn(&Line) -> f64| -> f64 {
                row.iter().zip(inputs).map(|(w, line)| w * part(line)).sum()
            };
            Line { slope: part(|line| line.slope), intercept: part(|line| line.intercept) + bias }
        };
        rows.map(line).collect()
    }
}

/// Joins neighbouring segments with the same lines.
fn join(segments: &mut Vec<Segment>) {
    /// The relative error of equal lines after the rounding of up to 20 layers of 16 numbers.
    const EQUAL: f64 = 1e-10;
    let same = |a: &Line, b: &Line| {
        let near = |a: f64, b: f64| (a - b).abs() <= EQUAL * (1.0 + a.abs().max(b.abs()));
        near(a.slope, b.slope) && near(a.intercept, b.intercept)
    };
    segments.dedup_by(|next, last| {
        let go_on = next.lines.iter().zip(&last.lines).all(|(a, b)| same(a, b));
        if go_on {
            last.to = next.to;
        }
        go_on
    });
}

/// The least-squares line through equally spaced values of f on an interval, and the largest distance
/// between f and that line.
pub fn best_line(f: impl Fn(f64) -> f64, from: f64, to: f64) -> (Line, f64) {
    /// The number of values. Kinks between two values change the distance by at most a ten-thousandth
    /// of the interval times the change of slope.
    const VALUES: u32 = 2001;
    let places = || (0..VALUES).map(|i| from + (to - from) * f64::from(i) / f64::from(VALUES - 1));
    let values: Vec<(f64, f64)> = places().map(|x| (x, f(x))).collect();
    let count = f64::from(VALUES);
    let middle = from + (to - from) / 2.0;
    let mean = values.iter().map(|(_, y)| y).sum::<f64>() / count;
    let spread = values.iter().map(|(x, _)| (x - middle).powi(2)).sum::<f64>();
    let slope = values.iter().map(|(x, y)| (x - middle) * (y - mean)).sum::<f64>() / spread;
    let line = Line { slope, intercept: mean - slope * middle };
    let bend = values.iter().map(|(x, y)| (y - line.value(*x)).abs()).fold(0.0, f64::max);
    (line, bend)
}
