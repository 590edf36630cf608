//! Histograms of the random inputs, of f(x) and of the largest of independent inputs.

use super::{Curve, Drawn, MaxoutExperiment, Numbers, hue, hue_of_inputs};
use crate::models::maxout::Moments;
use crate::plot::axis::Ticks;
use crate::plot::scene::{Fill, Mark};
use crate::plot::theme::Role;
use crate::plot::{Interval, Scene};

/// The standard normal numbers that the histograms show. On average at most one in two thousand is outside.
const DRAWN: Interval = Interval::new(-3.75, 3.75);
/// The number of bars in a histogram. Over [`DRAWN`], a bar has a width of 0.25.
const BARS: usize = 30;

/// Histograms (densities) of the inputs x, of f(x), and of the largest of independent numbers. Their x axes have
/// the same length, so that the widths can be compared.
pub fn scenes(shown: &MaxoutExperiment) -> [Scene; 3] {
    let (Drawn { inputs, maxima }, outputs) = (&*shown.drawn, &shown.curve.outputs);
    let [drawn, valued] = axes(&shown.curve);
    let high =
        |x: Interval, numbers: &Numbers| densities(x, numbers).into_iter().fold(0.0, f64::max);
    let high_drawn = high(drawn, inputs).max(high(drawn, maxima));
    [
        histogram(inputs, drawn, high_drawn, hue_of_inputs()),
        // If f is flat somewhere, many outputs are equal. On the same y axis, their bar would make the others flat.
        histogram(outputs, valued, high(valued, outputs), hue()),
        histogram(maxima, drawn, high_drawn, hue_of_inputs()),
    ]
}

/// The x axes for the random numbers x and for f(x). They have the same length, and are equal if all f(x) fit on
/// the axis of x.
fn axes(curve: &Curve) -> [Interval; 2] {
    /// The possible lengths of the axes, as multiples of [`DRAWN`]. A slope of 100 fits on the longest.
    const LONGER: [f64; 9] = [1.0, 2.0, 3.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0];
    let ends = [DRAWN.low, DRAWN.high].into_iter();
    let corners = curve.kinks.iter().copied().filter(|at| DRAWN.contains(*at)).chain(ends);
    let values: Vec<f64> = corners.map(|x| curve.maxout.value(x)).collect();
    let low = values.iter().copied().fold(f64::INFINITY, f64::min);
    let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let fits = |times: &f64| high - low <= times * DRAWN.length() * (1.0 - 1.0 / BARS as f64);
    let is_around = |times: f64| times * DRAWN.low <= low && high <= times * DRAWN.high;
    let times = LONGER.into_iter().find(|times| is_around(*times) || fits(times));
    let times = times.unwrap_or(LONGER[LONGER.len() - 1]);
    let drawn = Interval::new(times * DRAWN.low, times * DRAWN.high);
    if is_around(times) {
        return [drawn, drawn];
    }
    // The axis is a whole number of bars from 0, so that a bar ends at 0.
    let bar = drawn.length() / BARS as f64;
    let low = ((low + high - drawn.length()) / 2.0 / bar).round() * bar;
    [drawn, Interval::new(low, low + drawn.length())]
}

fn histogram(numbers: &Numbers, x: Interval, high: f64, hue: usize) -> Scene {
    let y = Interval::new(0.0, 1.08 * high);
    let Moments { mean, variance } = numbers.moments;
    let width = x.length() / BARS as f64;
    let bars = densities(x, numbers).into_iter().enumerate().map(|(index, height)| {
        let low = x.low + width * index as f64;
        let (x, y) = (Interval::new(low, low + width), Interval::new(0.0, height));
        Mark::Bar { x, y, role: Role::Series(hue), fill: Fill::Solid(0.6) }
    });
    let deviation = variance.sqrt();
    let near = Interval::new(mean - deviation, mean + deviation);
    let mut marks = vec![Mark::Band { x: near, role: Role::Saturated }];
    marks.extend(bars);
    marks.push(Mark::Rule { x: mean, role: Role::Ink });
    Scene::of([x, y], [Ticks::Numbers, Ticks::Numbers], marks)
}

/// The heights of the bars: the share of the numbers in a bar, divided by its width.
fn densities(x: Interval, numbers: &Numbers) -> [f64; BARS] {
    let width = x.length() / BARS as f64;
    let each = 1.0 / (numbers.all.len() as f64 * width);
    let mut densities = [0.0; BARS];
    for number in numbers.all.iter().filter(|number| x.contains(**number)) {
        let index = ((number - x.low) / width) as usize;
        densities[index.min(BARS - 1)] += each;
    }
    densities
}
