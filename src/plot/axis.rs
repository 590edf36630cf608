//! Ticks at round numbers of an axis.

use super::geometry::Interval;

/// The kind of an axis's ticks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ticks {
    /// Numbers at equal distances.
    Numbers,
    /// Numbers at equal distances. Small and large ones are labelled in units of a power of ten, see [`unit`].
    Scaled,
    /// Whole numbers only, for an axis that counts.
    Whole,
    /// The axis is a log₁₀. The ticks are labelled with the powers of ten themselves.
    PowersOfTen,
    /// No ticks, and no grid lines at this axis.
    None,
}

/// A position on an axis with its label.
#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    /// The position in data units.
    pub at: f64,
    /// The text of the label.
    pub label: String,
}

/// At most `most` ticks within `interval`, of the given kind.
pub fn ticks(interval: Interval, kind: Ticks, most: usize) -> Vec<Tick> {
    match kind {
        Ticks::Numbers => numbers(interval, most, i32::MIN),
        Ticks::Scaled => {
            let unit = 10_f64.powi(unit(interval, kind, most));
            let ends = Interval::new(interval.low / unit, interval.high / unit);
            let mut ticks = numbers(ends, most, i32::MIN);
            for tick in &mut ticks {
                tick.at *= unit;
            }
            ticks
        }
        Ticks::Whole => numbers(interval, most, 0),
        Ticks::PowersOfTen => {
            let mut ticks = numbers(interval, most, 0);
            for tick in &mut ticks {
                tick.label = power_of_ten(tick.at);
            }
            ticks
        }
        Ticks::None => Vec::new(),
    }
}

/// The power of ten by which the labels of `ticks` with the same arguments have been divided. It is 0 if the numbers are
/// short: at most two decimals and four digits before them.
pub fn unit(interval: Interval, kind: Ticks, most: usize) -> i32 {
    let largest = interval.low.abs().max(interval.high.abs()).log10().floor() as i32;
    match step(interval, most, i32::MIN) {
        Some((_, exponent)) if kind == Ticks::Scaled && (exponent < -2 || largest > 3) => largest,
        _ => 0,
    }
}

/// The label of 10 to a whole power.
pub fn power_of_ten(power: f64) -> String {
    match power {
        0.0 => "1".to_owned(),
        1.0 => "10".to_owned(),
        _ => format!("10{}", superscript(&power.to_string())),
    }
}

/// A whole number in superscript digits.
pub fn superscript(number: &str) -> String {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    number.chars().map(|c| c.to_digit(10).map_or('⁻', |digit| RAISED[digit as usize])).collect()
}

/// Ticks at multiples of a step: 1, 2 or 5 times a power of ten, with an exponent of at least `least`.
fn numbers(interval: Interval, most: usize, least: i32) -> Vec<Tick> {
    let Some((step, exponent)) = step(interval, most, least) else { return Vec::new() };
    let first = (interval.low / step).ceil() as i64;
    let last = (interval.high / step).floor() as i64;
    (first..=last)
        .map(|multiple| Tick {
            at: multiple as f64 * step,
            label: label(multiple as f64 * step, exponent),
        })
        .collect()
}

/// The smallest step with at most `most` multiples inside the interval: 1, 2 or 5 times a power of ten, with that power's
/// exponent, which is at least `least`.
fn step(interval: Interval, most: usize, least: i32) -> Option<(f64, i32)> {
    let length = interval.length();
    if !length.is_finite() || length <= 0.0 || most == 0 {
        return None;
    }
    // The number of multiples inside the interval. It is counted exactly, because an estimate can be off by
    // one at the ends.
    let count = |step: f64| (interval.high / step).floor() - (interval.low / step).ceil() + 1.0;
    let mut exponent = ((length / most as f64).log10().floor() as i32 - 1).max(least);
    loop {
        for digit in [1.0, 2.0, 5.0] {
            let step = digit * 10_f64.powi(exponent);
            if count(step) <= most as f64 {
                return Some((step, exponent));
            }
        }
        exponent += 1;
    }
}

/// The number with as many decimals as a step of 10^`exponent` needs, with a typographic minus sign.
fn label(number: f64, exponent: i32) -> String {
    let text = if number == 0.0 {
        "0".to_owned()
    } else if exponent < -4 || number.abs() >= 1e5 {
        let decimals = (number.abs().log10().floor() as i32 - exponent).clamp(0, 3);
        let text = format!("{number:.*e}", decimals as usize);
        let (mantissa, power) = text.split_once('e').unwrap_or((&text, "0"));
        let mantissa = if mantissa.contains('.') {
            mantissa.trim_end_matches('0').trim_end_matches('.')
        } else {
            mantissa
        };
        format!("{mantissa}e{power}")
    } else {
        format!("{number:.*}", (-exponent).max(0) as usize)
    };
    text.replace('-', "\u{2212}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn labels(low: f64, high: f64, most: usize) -> Vec<String> {
        labels_of(Ticks::Numbers, low, high, most)
    }

    fn labels_of(kind: Ticks, low: f64, high: f64, most: usize) -> Vec<String> {
        ticks(Interval::new(low, high), kind, most).into_iter().map(|tick| tick.label).collect()
    }

    #[test]
    fn ticks_may_be_whole_or_powers_of_ten() {
        assert_eq!(labels_of(Ticks::Whole, -0.5, 2.5, 20), ["0", "1", "2"]);
        assert_eq!(labels_of(Ticks::Whole, -0.5, 12.5, 5), ["0", "5", "10"]);
        assert_eq!(labels_of(Ticks::PowersOfTen, -7.2, 1.4, 5), ["10⁻⁶", "10⁻⁴", "10⁻²", "1"]);
        assert_eq!(labels_of(Ticks::PowersOfTen, 0.0, 2.0, 9), ["1", "10", "10²"]);
        assert!(labels_of(Ticks::None, 0.0, 2.0, 9).is_empty());
    }

    #[test]
    fn ticks_are_round() {
        assert_eq!(labels(-6.0, 6.0, 7), ["−6", "−4", "−2", "0", "2", "4", "6"]);
        assert_eq!(labels(-0.02, 0.27, 7), ["0", "0.05", "0.10", "0.15", "0.20", "0.25"]);
        assert_eq!(labels(0.0, 3e-7, 4), ["0", "1e−7", "2e−7", "3e−7"]);
        assert_eq!(labels(0.0, 1e6, 3), ["0", "5e5", "1e6"]);
    }

    #[test]
    fn small_and_large_numbers_have_a_unit() {
        for (low, high, most, power, wanted) in [
            (-5.1e-4, 4e-5, 5, -4, &["−4", "−2", "0"][..]),
            (-5.1e-4, 4e-5, 7, -4, &["−5", "−4", "−3", "−2", "−1", "0"]),
            (-0.075, 0.075, 7, 0, &["−0.06", "−0.04", "−0.02", "0", "0.02", "0.04", "0.06"]),
            (-0.012, 0.012, 7, -2, &["−1.0", "−0.5", "0", "0.5", "1.0"]),
            (0.0, 3e43, 4, 43, &["0", "1", "2", "3"]),
            (-0.25, 0.25, 5, 0, &["−0.2", "−0.1", "0", "0.1", "0.2"]),
        ] {
            let axis = Interval::new(low, high);
            assert_eq!(unit(axis, Ticks::Scaled, most), power, "{low}..{high}");
            let ticks = ticks(axis, Ticks::Scaled, most);
            assert!(ticks.iter().all(|tick| axis.contains(tick.at)), "{ticks:?}");
            let labels: Vec<_> = ticks.into_iter().map(|tick| tick.label).collect();
            assert_eq!(labels, wanted, "{low}..{high}");
            assert_eq!(unit(axis, Ticks::Numbers, most), 0);
        }
    }

    #[test]
    fn no_ticks_without_an_interval() {
        assert!(labels(1.0, 1.0, 5).is_empty());
        assert!(labels(f64::NEG_INFINITY, 0.0, 5).is_empty());
        assert!(labels(0.0, 1.0, 0).is_empty());
    }

    proptest! {
        #[test]
        fn ticks_lie_inside_and_are_told_apart(low in -1e3..1e3_f64, length in 1e-3..1e4_f64, most in 2..15_usize) {
            let interval = Interval::new(low, low + length);
            let ticks = ticks(interval, Ticks::Numbers, most);
            prop_assert!(ticks.len() <= most);
            // A step of 1, 2 or 5 wastes at most a factor 2.5, so a third of the places are used.
            prop_assert!(ticks.len() >= most / 3);
            for pair in ticks.windows(2) {
                prop_assert!(pair[0].at < pair[1].at);
                prop_assert_ne!(&pair[0].label, &pair[1].label);
            }
            for tick in &ticks {
                // The multiple of the step is rounded once: one part in 2⁵² of the larger end.
                let slack = 1e-12 * (low.abs() + length);
                prop_assert!(tick.at >= interval.low - slack && tick.at <= interval.high + slack);
            }
        }

        #[test]
        fn the_range_around_numbers_contains_them_and_zero(numbers in prop::collection::vec(prop::num::f64::NORMAL, 0..20)) {
            let numbers: Vec<f64> = numbers.into_iter().filter(|n| n.abs() < 1e300).collect();
            let range = Interval::around(numbers.iter().copied());
            prop_assert!(range.contains(0.0) && range.low < range.high);
            prop_assert!(numbers.iter().all(|&number| range.contains(number)));
        }
    }

    #[test]
    fn the_range_leaves_out_what_is_not_finite() {
        let range = Interval::around([f64::NAN, f64::INFINITY, 1.0]);
        assert_eq!(range, Interval::new(-0.08, 1.08));
    }

    #[test]
    fn a_fitted_range_is_as_small_as_the_numbers() {
        assert_eq!(Interval::fitted(&[f64::NAN, 1.0]), Interval::around([1.0]));
        assert_eq!(Interval::fitted(&[0.0, f64::INFINITY]), Interval::new(-0.25, 0.25));
        let small = Interval::fitted(&[-1e-4, 0.0]);
        // Two roundings of numbers of this size.
        assert!((small.low + 1.08e-4).abs() < 1e-19 && (small.high - 8e-6).abs() < 1e-19);
    }
}
