//! Data sets for a classifier: points in the plane in two classes.

use oorandom::Rand64;

/// The ids of the data sets, from easy to hard.
pub const IDS: [&str; 5] = ["linear", "xor", "circle", "moons", "spiral"];
/// The number of points of a set. Half of them are in each class.
pub const POINTS: usize = 200;
/// The largest magnitude of a coordinate with noise.
pub const REACH: f64 = 1.5 * SIZE;

/// The largest magnitude of a coordinate without noise.
const SIZE: f64 = 2.0;
/// The largest noise, as a share of [`SIZE`].
const MOST_NOISE: f64 = 0.5;

/// Points in the plane in two classes, which alternate.
#[derive(Debug, Clone, PartialEq)]
pub struct Dataset {
    /// The coordinates of the points. The three lists are equally long.
    pub x: Vec<f32>,
    pub y: Vec<f32>,
    /// Whether each point belongs to the positive class.
    pub positive: Vec<bool>,
}

impl Dataset {
    /// The set with this id: [`POINTS`] points. The same id, noise and seed give the same points to
    /// the last bit on every machine.
    ///
    /// `noise` is a share of the set's size, clamped to 0..=0.5; NaN counts as 0. Both coordinates of
    /// each point are moved by a uniformly distributed amount of up to ± this share. The class of the
    /// point stays the same.
    /// share of the set's size.
    ///
    /// # Panics
    /// When the id is not in [`IDS`].
    pub fn new(id: &str, noise: f64, seed: u64) -> Self {
        let shape = match id {
            "linear" => linear,
            "xor" => xor,
            "circle" => circle,
            "moons" => moons,
            "spiral" => spiral,
            _ => panic!("no data set {id}"),
        };
        let noise = if noise.is_nan() { 0.0 } else { SIZE * noise.clamp(0.0, MOST_NOISE) };
        let mut dice = Dice(Rand64::new(u128::from(seed)));
        let mut set = Dataset { x: Vec::new(), y: Vec::new(), positive: Vec::new() };
        for index in 0..POINTS {
            let positive = index % 2 == 0;
            let (x, y) = shape(&mut dice, positive, index / 2);
            let mut moved =
                |at: f64| (at + noise * dice.uniform(-1.0, 1.0)).clamp(-REACH, REACH) as f32;
            set.x.push(moved(x));
            set.y.push(moved(y));
            set.positive.push(positive);
        }
        set
    }
}

/// Seeded random numbers.
struct Dice(Rand64);

impl Dice {
    /// A number drawn uniformly from an interval.
    fn uniform(&mut self, from: f64, to: f64) -> f64 {
        from + (to - from) * self.0.rand_float()
    }

    /// A uniformly distributed point on the unit circle. Points are drawn from the square until one
    /// lies within the disc, because sin and cos differ between machines.
    fn direction(&mut self) -> (f64, f64) {
        loop {
            let (x, y) = (self.uniform(-1.0, 1.0), self.uniform(-1.0, 1.0));
            let square = x * x + y * y;
            if (0.01..=1.0).contains(&square) {
                let length = square.sqrt();
                return (x / length, y / length);
            }
        }
    }
}

/// The two sides of the line x + 2y = 0, with a gap between them.
fn linear(dice: &mut Dice, positive: bool, _: usize) -> (f64, f64) {
    const GAP: f64 = 0.4;
    loop {
        let (x, y) = (dice.uniform(-SIZE, SIZE), dice.uniform(-SIZE, SIZE));
        let side = x + 2.0 * y;
        if side.abs() >= GAP {
            return if (side > 0.0) == positive { (x, y) } else { (-x, -y) };
        }
    }
}

/// Positive where x and y have the same sign.
fn xor(dice: &mut Dice, positive: bool, _: usize) -> (f64, f64) {
    const GAP: f64 = 0.1;
    let (x, y) = (dice.uniform(GAP, SIZE), dice.uniform(GAP, SIZE));
    let sign = if dice.uniform(-1.0, 1.0) < 0.0 { -1.0 } else { 1.0 };
    (sign * x, if positive { sign * y } else { -sign * y })
}

/// Positive within a disc, negative in a ring around it.
fn circle(dice: &mut Dice, positive: bool, _: usize) -> (f64, f64) {
    let (x, y) = dice.direction();
    let radius = if positive { dice.uniform(0.0, 0.5) } else { dice.uniform(0.7, 1.0) };
    (SIZE * radius * x, SIZE * radius * y)
}

/// Two half circles that reach into each other.
fn moons(dice: &mut Dice, positive: bool, _: usize) -> (f64, f64) {
    let (x, y) = dice.direction();
    let (x, y) = (x - 0.5, y.abs() - 0.25);
    let scale = SIZE / 1.5;
    if positive { (scale * x, scale * y) } else { (-scale * x, -scale * y) }
}

/// Two spiral arms of 1¼ turns from the centre, opposite each other.
fn spiral(_: &mut Dice, positive: bool, index: usize) -> (f64, f64) {
    /// cos and sin of 1.25 · 2π / 100, the angle between two neighbouring points of an arm.
    const TURN: (f64, f64) = (0.996917333733128, 0.07845909572784494);
    let (cos, sin) = TURN;
    let (mut x, mut y) = (1.0, 0.0);
    for _ in 0..=index {
        (x, y) = (x * cos - y * sin, x * sin + y * cos);
    }
    let radius = SIZE * (index + 1) as f64 / (POINTS / 2) as f64;
    if positive { (radius * x, radius * y) } else { (-radius * x, -radius * y) }
}
