//! Maxout with a few affine pieces, and the mean and variance of its output for normal inputs. The pieces
//! either share one input, or are independent inputs themselves.

use super::collapse::Line;
use oorandom::Rand64;
use std::f64::consts::FRAC_1_SQRT_2;
use std::f64::consts::PI;
use std::f64::consts::TAU;

/// The smallest and the largest number of pieces.
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
    /// The left end: −∞ for the first stretch.
    pub from: f64,
    /// The right end: ∞ for the last stretch.
    pub to: f64,
    /// The number of the largest piece, from 1.
    pub winner: usize,
}

impl Maxout {
    /// Slopes and intercepts must be finite.
    ///
    /// # Panics
    /// When `pieces` is empty.
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

    /// The numbers of the pieces whose value is f(x), in ascending order. There are several at a kink and
    /// where pieces are equal.
    pub fn tied(&self, x: f64) -> Vec<usize> {
        /// The allowed relative error. A kink has been rounded three times, and so has the value of a
        /// piece there.
        const ROUNDINGS: f64 = 8.0 * f64::EPSILON;
        let most = self.value(x);
        let size = |piece: &Line| (piece.slope * x).abs() + piece.intercept.abs();
        let slack = ROUNDINGS * self.pieces.iter().map(size).fold(0.0, f64::max);
        let numbered = self.pieces.iter().zip(1..);
        let reaching = numbered.filter(|(piece, _)| piece.value(x) >= most - slack);
        reaching.map(|(_, number)| number).collect()
    }

    /// The number of the piece that gets the gradient at x: the first of the pieces whose value is f(x),
    /// as in PyTorch's `max` over a dimension.
    pub fn winner(&self, x: f64) -> usize {
        self.tied(x)[0]
    }

    /// f′(x), the slope of the winner.
    pub fn gradient(&self, x: f64) -> f64 {
        self.pieces[self.winner(x) - 1].slope
    }

    /// The upper envelope from left to right, exact except for the rounding of its kinks. A piece that
    /// touches the envelope in one point only is left out. Of equal pieces only the first is included.
    pub fn envelope(&self) -> Vec<Stretch> {
        let all = 0..self.pieces.len();
        // At −∞ the piece with the smallest slope is the largest; of parallel pieces, the higher one.
        let mut winner = all.reduce(|best, other| {
            let [best_line, line] = [best, other].map(|index| self.pieces[index]);
            let is_higher = line.slope < best_line.slope
                || (line.slope == best_line.slope && line.intercept > best_line.intercept);
            if is_higher { other } else { best }
        });
        let mut from = f64::NEG_INFINITY;
        let mut stretches = Vec::new();
        while let Some(index) = winner {
            let next = self.next_piece(index);
            let to = next.map_or(f64::INFINITY, |(at, _)| at);
            stretches.push(Stretch { from, to, winner: index + 1 });
            winner = next.map(|(_, index)| index);
            from = to;
        }
        stretches
    }

    /// The places where f is not differentiable, from left to right.
    pub fn kinks(&self) -> Vec<f64> {
        let stretches = self.envelope();
        stretches[1..].iter().map(|stretch| stretch.from).collect()
    }

    /// The mean and the variance of f(x) for a standard normal x, in closed form. All digits but the last
    /// few are right, even where all kinks are far from 0 and the variance is tiny.
    ///
    /// Around the piece ax + c that is the largest at 0, f(x) is ax + c plus hinges d·(x − t)⁺ for the
    /// kinks t > 0 and d·(t − x)⁺ for the kinks t ≤ 0, where d > 0 is the change of slope. The variance
    /// is therefore a sum of covariances. The covariance of two hinges is computed without cancellation.
    /// The correlation of x and a sum of hinges is at most 0.86 in magnitude, so nothing cancels in a² +
    /// 2a·Cov(x, hinges) + Var(hinges) either. In E\[f²\] − E\[f\]² it would.
    pub fn moments(&self) -> Moments {
        let stretches = self.envelope();
        let piece = |stretch: &Stretch| self.pieces[stretch.winner - 1];
        let centre =
            stretches.iter().find(|stretch| 0.0 < stretch.to).map_or(self.pieces[0], piece);
        let steepest = self.steepest();
        if steepest == 0.0 {
            return Moments { mean: centre.intercept, variance: 0.0 };
        }
        // Slopes are divided by the steepest one, so that no square overflows before the variance itself
        // does.
        let slope = centre.slope / steepest;
        let hinges: Vec<Hinge> = stretches
            .windows(2)
            .map(|pair| {
                let [before, after] = [0, 1].map(|index| piece(&pair[index]).slope / steepest);
                Hinge::new(pair[0].to, after - before)
            })
            .collect();
        let mean: f64 = hinges.iter().map(Hinge::mean).sum();
        let with_x: f64 = hinges.iter().map(Hinge::covariance_with_x).sum();
        let pairs = hinges.iter().flat_map(|one| hinges.iter().map(|other| one.covariance(other)));
        let variance = slope * slope + 2.0 * slope * with_x + pairs.sum::<f64>();
        Moments {
            mean: centre.intercept + steepest * mean,
            variance: steepest * (steepest * variance),
        }
    }

    /// The largest |f′(x)|.
    fn steepest(&self) -> f64 {
        let stretches = self.envelope();
        let slopes = stretches.iter().map(|stretch| self.pieces[stretch.winner - 1].slope.abs());
        slopes.fold(0.0, f64::max)
    }

    /// How the variance of f(x) compares with that of a standard normal x, which is 1.
    pub fn spread(&self) -> Spread {
        /// Variances that differ by less than this are equal except for rounding.
        const ROUNDING: f64 = 1e-12;
        let (variance, steepest) = (self.moments().variance, self.steepest());
        if steepest == 0.0 {
            Spread::Gone
        } else if (variance - 1.0).abs() <= ROUNDING {
            if self.envelope().len() == 1 { Spread::Moved } else { Spread::Balanced }
        } else if variance > 1.0 {
            Spread::Larger
        } else if steepest <= 1.0 {
            Spread::Smaller
        } else {
            Spread::SmallerThoughSteep
        }
    }

    /// The place where the envelope leaves the piece `index`, and the index of the next piece.
    fn next_piece(&self, index: usize) -> Option<(f64, usize)> {
        /// Crossings closer than this relative distance are one crossing except for rounding.
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
        // To the right of a place where several pieces cross, the steepest one is the largest.
        met.reduce(|best, other| {
            let steeper = self.pieces[other.1].slope > self.pieces[best.1].slope;
            if steeper { other } else { best }
        })
    }
}

/// How the variance of f(x) compares with that of x, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spread {
    /// The variance is 0: f is constant.
    Gone,
    /// The variance is the same: f is one line with slope 1 or −1.
    Moved,
    /// The variance is the same, and f has several pieces.
    Balanced,
    /// The variance is larger. Some slope is then beyond ±1, because Var f(x) ≤ E\[f′(x)²\] (Chernoff, "A
    /// note on an inequality involving the normal distribution", Annals of Probability 9, 1981).
    Larger,
    /// The variance is smaller, and no slope is beyond ±1.
    Smaller,
    /// The variance is smaller, although some slope is beyond ±1.
    SmallerThoughSteep,
}

/// weight · (x − t)⁺ for t > 0, weight · (t − x)⁺ for t ≤ 0, of a standard normal x.
struct Hinge {
    is_left: bool,
    /// |t|.
    distance: f64,
    weight: f64,
    tail: Tail,
}

impl Hinge {
    fn new(at: f64, weight: f64) -> Self {
        let distance = at.abs();
        Hinge { is_left: at <= 0.0, distance, weight, tail: Tail::beyond(distance) }
    }

    fn mean(&self) -> f64 {
        self.weight * self.tail.mean
    }

    /// The covariance with x. By Stein's lemma it is the mean of the hinge's slope.
    fn covariance_with_x(&self) -> f64 {
        let share = self.weight * self.tail.probability;
        if self.is_left { -share } else { share }
    }

    fn covariance(&self, other: &Hinge) -> f64 {
        let means = self.tail.mean * other.tail.mean;
        let product = if self.is_left != other.is_left {
            // One of the two hinges is 0 at every x, so their product is 0.
            0.0
        } else {
            let far = if self.distance > other.distance { self } else { other };
            let apart = (self.distance - other.distance).abs();
            far.tail.square + apart * far.tail.mean
        };
        self.weight * other.weight * (product - means)
    }
}

/// Moments of the part of a standard normal x beyond a distance t ≥ 0.
struct Tail {
    /// P(x > t).
    probability: f64,
    /// E\[(x − t)⁺\].
    mean: f64,
    /// E\[((x − t)⁺)²\].
    square: f64,
}

impl Tail {
    fn beyond(t: f64) -> Self {
        /// The t from which on the continued fraction below is used. A larger t makes it converge faster.
        const FAR: f64 = 1.0;
        /// The number of terms that gives 16 digits at [`FAR`].
        const TERMS: u32 = 450;
        let density = libm::exp(-0.5 * t * t) / TAU.sqrt();
        if t < FAR {
            let probability = 0.5 * libm::erfc(t * FRAC_1_SQRT_2);
            let mean = density - t * probability;
            return Tail { probability, mean, square: probability - t * mean };
        }
        // The differences used above cancel for a large t. With I₋₁ the density, I₀ the probability, I₁
        // the mean and 2 I₂ the square, Iₙ₋₂ = n Iₙ + t Iₙ₋₁ (NIST Digital Library of Mathematical
        // Functions, 7.18.7). The ratio of two neighbours is therefore a continued fraction of positive
        // terms.
        let third = (3..TERMS).rev().fold(0.0, |ratio, n| 1.0 / (t + f64::from(n) * ratio));
        let second = 1.0 / (t + 2.0 * third);
        let first = 1.0 / (t + second);
        let probability = density * first;
        let mean = probability * second;
        Tail { probability, mean, square: 2.0 * mean * third }
    }
}

/// Random inputs of a maxout and their maxima.
#[derive(Debug, Clone, PartialEq)]
pub struct Draws {
    /// Independent standard normal numbers, `pieces` for each sample.
    pub inputs: Vec<f64>,
    /// The largest number of each sample.
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
/// normal variables", SIAM Review 6, 1964). The logarithm is that of libm, because the last bit of a
/// platform's logarithm differs between machines.
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
    /// The moments of the standard normal distribution.
    pub const STANDARD: Moments = Moments { mean: 0.0, variance: 1.0 };

    /// Estimates from at least two numbers. The variance is the unbiased one, divided by n − 1.
    pub fn of(numbers: &[f64]) -> Self {
        let count = numbers.len() as f64;
        let mean = numbers.iter().sum::<f64>() / count;
        let squares = numbers.iter().map(|number| (number - mean).powi(2)).sum::<f64>();
        Moments { mean, variance: squares / (count - 1.0) }
    }

    /// The moments of the largest of `pieces` independent standard normal numbers, in closed form (Jones,
    /// "Exact lower moments of order statistics in small samples from a normal distribution", Annals of
    /// Mathematical Statistics 19, 1948). For six numbers and more no closed form is known.
    ///
    /// # Panics
    /// When `pieces` is not in [`LEAST_PIECES`]..=[`MOST_PIECES`].
    pub fn of_maximum(pieces: usize) -> Self {
        let (third, quarter) = ((1.0_f64 / 3.0).asin(), 0.25_f64.asin());
        let root_3 = 3.0_f64.sqrt();
        // The mean times √π, and the mean square.
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
