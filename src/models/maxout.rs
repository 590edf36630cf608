//! Maxout with two to five affine pieces, and what taking the largest does to random numbers.

use super::collapse::Line;
use oorandom::Rand64;
use std::f64::consts::PI;
use std::f64::consts::TAU;

/// How few and how many pieces there can be.
pub const LEAST_PIECES: usize = 2;
pub const MOST_PIECES: usize = 5;

/// f(x) = max over i of wᵢx + bᵢ. Pieces are numbered from 1.
#[derive(Debug, Clone, PartialEq)]
pub struct Maxout {
    pieces: Vec<Line>,
}

/// A part of the x axis on which one piece is the largest.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stretch {
    /// −∞ for the first.
    pub from: f64,
    /// ∞ for the last.
    pub to: f64,
    /// The number of the piece, from 1.
    pub winner: usize,
}

impl Maxout {
    /// Slopes and intercepts are finite.
    ///
    /// # Panics
    /// When there is no piece at all.
    pub fn new(pieces: Vec<Line>) -> Self {
        assert!(!pieces.is_empty(), "a maximum needs a piece");
        Maxout { pieces }
    }

    pub fn pieces(&self) -> &[Line] {
        &self.pieces
    }

    /// f(x).
    pub fn value(&self, x: f64) -> f64 {
        self.pieces.iter().map(|piece| piece.value(x)).fold(f64::NEG_INFINITY, f64::max)
    }

    /// The numbers of the pieces that reach f(x), in ascending order; more than one at a kink and
    /// where pieces are equal.
    pub fn tied(&self, x: f64) -> Vec<usize> {
        /// A kink is rounded three times, and so is a piece's value there.
        const ROUNDINGS: f64 = 8.0 * f64::EPSILON;
        let most = self.value(x);
        let size = |piece: &Line| (piece.slope * x).abs() + piece.intercept.abs();
        let slack = ROUNDINGS * self.pieces.iter().map(size).fold(0.0, f64::max);
        let numbered = self.pieces.iter().zip(1..);
        let reaching = numbered.filter(|(piece, _)| piece.value(x) >= most - slack);
        reaching.map(|(_, number)| number).collect()
    }

    /// The number of the piece that gets the gradient at x: the first of those that reach f(x), as
    /// in PyTorch's `max` over a dimension.
    pub fn winner(&self, x: f64) -> usize {
        self.tied(x)[0]
    }

    /// f′(x), the slope of the winner.
    pub fn gradient(&self, x: f64) -> f64 {
        self.pieces[self.winner(x) - 1].slope
    }

    /// The upper envelope from left to right, exact but for the rounding of its kinks. A piece that
    /// only touches it in a point has no part in it; of equal pieces the first has.
    pub fn envelope(&self) -> Vec<Stretch> {
        let all = 0..self.pieces.len();
        // Far to the left the smallest slope is on top, and of parallel pieces the higher one.
        let mut winner = all.reduce(|best, other| {
            let [best_line, line] = [best, other].map(|index| self.pieces[index]);
            let is_higher = line.slope < best_line.slope
                || (line.slope == best_line.slope && line.intercept > best_line.intercept);
            if is_higher { other } else { best }
        });
        let mut from = f64::NEG_INFINITY;
        let mut stretches = Vec::new();
        while let Some(index) = winner {
            let next = self.overtaker(index);
            let to = next.map_or(f64::INFINITY, |(at, _)| at);
            stretches.push(Stretch { from, to, winner: index + 1 });
            winner = next.map(|(_, index)| index);
            from = to;
        }
        stretches
    }

    /// Where f is not differentiable, from left to right.
    pub fn kinks(&self) -> Vec<f64> {
        let stretches = self.envelope();
        stretches[1..].iter().map(|stretch| stretch.from).collect()
    }

    /// Where a piece of the envelope is left behind, and the index of the piece that does it.
    fn overtaker(&self, index: usize) -> Option<(f64, usize)> {
        /// Pieces that cross this close together cross in one place but for rounding.
        const EQUAL: f64 = 1e-12;
        let here = self.pieces[index];
        let crossings = self.pieces.iter().enumerate().filter_map(|(other, line)| {
            // Adding 0 turns −0 into 0.
            let at = (here.intercept - line.intercept) / (line.slope - here.slope) + 0.0;
            (line.slope > here.slope && at.is_finite()).then_some((at, other))
        });
        let crossings: Vec<(f64, usize)> = crossings.collect();
        let first = crossings.iter().map(|(at, _)| *at).fold(f64::INFINITY, f64::min);
        let met = crossings.into_iter().filter(|(at, _)| at - first <= EQUAL * (1.0 + first.abs()));
        // Behind a place where several cross, the steepest is on top.
        met.reduce(|best, other| {
            let steeper = self.pieces[other.1].slope > self.pieces[best.1].slope;
            if steeper { other } else { best }
        })
    }
}

/// Random inputs of a maxout and what it makes of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Draws {
    /// Independent standard normal numbers, `pieces` of them a sample.
    pub inputs: Vec<f64>,
    /// The largest of each sample.
    pub maxima: Vec<f64>,
}

impl Draws {
    /// The same seed gives the same numbers. `pieces` is at least 1.
    pub fn new(pieces: usize, samples: usize, seed: u64) -> Self {
        let mut dice = Rand64::new(u128::from(seed));
        let count = pieces * samples;
        let mut inputs = Vec::with_capacity(count + 1);
        while inputs.len() < count {
            inputs.extend(two_normals(&mut dice));
        }
        inputs.truncate(count);
        let largest = |sample: &[f64]| sample.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let maxima = inputs.chunks_exact(pieces).map(largest).collect();
        Draws { inputs, maxima }
    }
}

/// Two independent standard normal numbers (Marsaglia and Bray, "A convenient method for generating
/// normal variables", SIAM Review 6, 1964). Its one logarithm is not the platform's, whose last bit
/// differs between machines.
fn two_normals(dice: &mut Rand64) -> [f64; 2] {
    loop {
        let [x, y] = [(); 2].map(|()| 2.0 * dice.rand_float() - 1.0);
        let square = x * x + y * y;
        if 0.0 < square && square < 1.0 {
            let scale = (-2.0 * libm::log(square) / square).sqrt();
            return [scale * x, scale * y];
        }
    }
}

/// The mean and the variance of a distribution.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Moments {
    pub mean: f64,
    pub variance: f64,
}

impl Moments {
    /// Those of the standard normal distribution.
    pub const STANDARD: Moments = Moments { mean: 0.0, variance: 1.0 };

    /// Estimates from numbers drawn, at least two of them; the variance is the unbiased one, over
    /// n − 1.
    pub fn of(numbers: &[f64]) -> Self {
        let count = numbers.len() as f64;
        let mean = numbers.iter().sum::<f64>() / count;
        let squares = numbers.iter().map(|number| (number - mean).powi(2)).sum::<f64>();
        Moments { mean, variance: squares / (count - 1.0) }
    }

    /// Those of the largest of `pieces` independent standard normal numbers, in closed form (Jones,
    /// "Exact lower moments of order statistics in small samples from a normal distribution",
    /// Annals of Mathematical Statistics 19, 1948). From six numbers on there is none.
    ///
    /// # Panics
    /// When `pieces` is not in [`LEAST_PIECES`]..=[`MOST_PIECES`].
    pub fn of_maximum(pieces: usize) -> Self {
        let (third, quarter) = ((1.0_f64 / 3.0).asin(), 0.25_f64.asin());
        let root_3 = 3.0_f64.sqrt();
        // The mean times √π, and the mean of the squares.
        let (mean, squares) = match pieces {
            2 => (1.0, 1.0),
            3 => (1.5, 1.0 + root_3 / TAU),
            4 => (1.5 + 3.0 * third / PI, 1.0 + root_3 / PI),
            5 => (
                1.25 + 7.5 * third / PI,
                1.0 + 5.0 * root_3 / (4.0 * PI) * (1.0 + 2.0 * quarter / PI),
            ),
            _ => panic!("no closed form for {pieces} pieces"),
        };
        let mean = mean / PI.sqrt();
        Moments { mean, variance: squares - mean * mean }
    }
}
