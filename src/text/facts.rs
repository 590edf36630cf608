//! The properties of a function in words: the rows of its card, and its row in the table of the conditions that an
//! activation function has to meet.

use super::number::{read, read_short};
use super::words::card::{self as say, Words as Card};
use activations::{
    Facts, Function, Kink, Limit, Monotone, Parity, Reached, Shape, Sides, Smoothness, Trend,
};

/// Whether a function meets a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Met,
    /// Met except at some places.
    Nearly,
    Missed,
    /// The column is not a condition.
    Fact,
}

/// A cell of the table of conditions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    pub verdict: Verdict,
    pub words: String,
}

/// A function's row in the table of conditions. The columns are those of [`columns`] after the first.
pub fn conditions(function: &Function, words: &Card) -> [Cell; 6] {
    let facts = function.facts();
    let fact = |words: String| Cell { verdict: Verdict::Fact, words };
    let non_linear = facts.is_affine().map(|is_affine| !is_affine);
    let non_linear = Cell {
        verdict: match non_linear {
            Some(true) => Verdict::Met,
            Some(false) => Verdict::Missed,
            None => Verdict::Fact,
        },
        words: yes_no(non_linear, words).to_owned(),
    };
    let fades = match facts.saturates() {
        Sides { left: Some(left), right: Some(right) } => fades(left, right, words),
        _ => words.unknown,
    };
    [
        non_linear,
        differentiable(function, &facts, words),
        fact(facts.steepest.map_or_else(|| words.unknown.to_owned(), read_short)),
        fact(fades.to_owned()),
        fact(yes_no(facts.is_zero_centred(), words).to_owned()),
        fact(range(&facts, words)),
    ]
}

/// Yes, no or unknown.
fn yes_no(yes: Option<bool>, words: &Card) -> &'static str {
    match yes {
        Some(true) => words.yes,
        Some(false) => words.no,
        None => words.unknown,
    }
}

/// The cell about the gradient: whether gradients can be used for learning, and where f is not differentiable.
fn differentiable(function: &Function, facts: &Facts, words: &Card) -> Cell {
    let kinks = function.kinks();
    let places = kinks.iter().map(|kink| read(kink.at)).collect::<Vec<_>>().join(", ");
    let where_to = if kinks.is_empty() {
        words.everywhere.to_owned()
    } else {
        words.but_at(say::ButAt { places: &places })
    };
    match (facts.has_gradient(), kinks.is_empty()) {
        (None, _) => Cell { verdict: Verdict::Fact, words: words.unknown.to_owned() },
        (Some(false), _) => {
            Cell { verdict: Verdict::Missed, words: format!("{where_to}; {}", words.always_zero) }
        }
        (Some(true), true) => Cell { verdict: Verdict::Met, words: where_to },
        (Some(true), false) => Cell { verdict: Verdict::Nearly, words: where_to },
    }
}

/// The columns of the table of conditions. The first one is for the function.
pub fn columns(words: &Card) -> [&'static str; 7] {
    [
        words.condition_function,
        words.condition_non_linear,
        words.condition_differentiable,
        words.condition_steepest,
        words.condition_fades,
        words.condition_zero_centred,
        words.condition_range,
    ]
}

/// The sides on which the slope goes to 0: whether it does for x → −∞, and for x → ∞.
pub fn fades(left: bool, right: bool, words: &Card) -> &'static str {
    match (left, right) {
        (true, true) => words.fades_both,
        (true, false) => words.fades_left,
        (false, true) => words.fades_right,
        (false, false) => words.fades_nowhere,
    }
}

fn monotone(monotone: Monotone, words: &Card) -> &'static str {
    match monotone {
        Monotone::Increasing => words.monotone_increasing,
        Monotone::NonDecreasing => words.monotone_non_decreasing,
        Monotone::Decreasing => words.monotone_decreasing,
        Monotone::NonIncreasing => words.monotone_non_increasing,
        Monotone::Constant => words.monotone_constant,
        // The trends say it instead.
        Monotone::No => words.no,
        Monotone::Unknown => words.unknown,
    }
}

fn parity(parity: Parity, words: &Card) -> &'static str {
    match parity {
        Parity::Odd => words.parity_odd,
        Parity::Even => words.parity_even,
        Parity::Neither => words.parity_neither,
        Parity::Unknown => words.unknown,
    }
}

fn smoothness(smoothness: Smoothness, words: &Card) -> &'static str {
    match smoothness {
        Smoothness::Discontinuous => words.smoothness_discontinuous,
        Smoothness::Continuous => words.smoothness_continuous,
        Smoothness::Once => words.smoothness_once,
        Smoothness::Twice => words.smoothness_twice,
        Smoothness::Infinite => words.smoothness_infinite,
        Smoothness::Unknown => words.unknown,
    }
}

/// The properties on a function's card, each as (label, value).
pub fn properties(function: &Function, words: &Card) -> [(&'static str, String); 9] {
    let facts = function.facts();
    let Sides { left, right } = facts.slopes_at_infinity.map(|slope| limit(slope, words));
    let kinks = function.kinks();
    let kinks = kinks.iter().map(|kink| kink_in_words(kink, words)).collect::<Vec<_>>().join("; ");
    [
        (words.range, range(&facts, words)),
        (words.zero_centred, yes_no(facts.is_zero_centred(), words).to_owned()),
        (words.monotone, shape(&facts.shape, words)),
        (words.parity, parity(facts.parity, words).to_owned()),
        (words.smoothness, smoothness(facts.smoothness, words).to_owned()),
        (words.turns, turns(function, &facts, words)),
        (words.condition_steepest, steepest(&facts, words)),
        (words.slopes_at_infinity, format!("{left}, {right}")),
        (words.kink, if kinks.is_empty() { words.no_kink.to_owned() } else { kinks }),
    ]
}

/// The places where f turns, each with its value.
fn turns(function: &Function, facts: &Facts, words: &Card) -> String {
    let Some(turns) = &facts.turns else { return words.unknown.to_owned() };
    let turn = |at: &f64| {
        let (at, value) = (read(*at), read(function.value(*at)));
        words.turn_is(say::TurnIs { at: &at, value: &value })
    };
    let all = turns.iter().map(turn).collect::<Vec<_>>().join("; ");
    match facts.shape {
        Shape::Alternating => words.turns_and_so_on(say::TurnsAndSoOn { turns: &all }),
        _ if all.is_empty() => words.no_turn.to_owned(),
        _ => all,
    }
}

/// The largest slope, and where it is.
fn steepest(facts: &Facts, words: &Card) -> String {
    let Some(steepest) = facts.steepest else { return words.unknown.to_owned() };
    if steepest.is_infinite() {
        return words.no_bound.to_owned();
    }
    let size = read_short(steepest);
    let interval = |ends: &Sides| match (ends.left.is_finite(), ends.right.is_finite()) {
        (true, true) => format!("{} < x < {}", read(ends.left), read(ends.right)),
        (true, false) => format!("x > {}", read(ends.left)),
        (false, true) => format!("x < {}", read(ends.right)),
        (false, false) => words.everywhere.to_owned(),
    };
    let places = match &facts.steepest_at {
        Reached::At(places) => {
            let places = places.iter().map(|at| read(*at)).collect::<Vec<_>>().join(", ");
            format!("x = {places}")
        }
        Reached::Within(intervals) => intervals.iter().map(interval).collect::<Vec<_>>().join(", "),
        Reached::Nowhere => words.only_approached.to_owned(),
        Reached::Unknown => words.unknown.to_owned(),
    };
    format!("{size} ({places})")
}

fn kink_in_words(kink: &Kink, words: &Card) -> String {
    let [at, left, right, used] =
        [kink.at, kink.slopes.left, kink.slopes.right, kink.convention].map(read);
    words.kink_is(say::KinkIs {
        at: &at,
        left: &left,
        right: &right,
        used: &used,
        frameworks: &frameworks(kink, words),
    })
}

/// The slopes that frameworks return at a kink, as an addition to the slope that this page uses. Empty if no framework
/// returns one; else it begins with a space.
pub fn frameworks(kink: &Kink, words: &Card) -> String {
    let slopes: Vec<_> = kink.frameworks.slopes().collect();
    let join = |say: &dyn Fn(&(&str, f64)) -> String| {
        slopes.iter().map(say).collect::<Vec<_>>().join(", ")
    };
    if slopes.is_empty() {
        return String::new();
    }
    let addition = if slopes.iter().all(|(_, slope)| *slope == kink.convention) {
        let names = join(&|(name, _)| (*name).to_owned());
        words.like_frameworks(say::LikeFrameworks { names: &names })
    } else {
        let slopes = join(&|(name, slope)| format!("{name} {}", read(*slope)));
        words.unlike_frameworks(say::UnlikeFrameworks { slopes: &slopes })
    };
    format!(" {addition}")
}

/// A limit at infinity.
fn limit(limit: Limit, words: &Card) -> String {
    match limit {
        Limit::At(number) => read(number),
        Limit::None => words.no_limit.to_owned(),
        Limit::Unknown => words.unknown.to_owned(),
    }
}

/// How f changes as x grows. If it rises and falls, the trends follow from left to right.
fn shape(shape: &Shape, words: &Card) -> String {
    let trends = match (shape.monotone(), shape) {
        (Monotone::No, Shape::Trends(trends)) => {
            let last = trends.len().saturating_sub(1);
            let all = trends.iter().enumerate();
            let all = all.map(|(place, trend)| self::trend(*trend, place == last, words));
            all.collect::<Vec<_>>().join(" ")
        }
        (Monotone::No, _) => words.alternates.to_owned(),
        (monotone, _) => return self::monotone(monotone, words).to_owned(),
    };
    words.not_monotone(say::NotMonotone { trends: &trends })
}

/// A trend in the list of trends.
fn trend(trend: Trend, is_last: bool, words: &Card) -> &'static str {
    match (trend, is_last) {
        (Trend::Falling, false) => words.falls_and_then,
        (Trend::Falling, true) => words.falls,
        (Trend::Flat, false) => words.is_flat_and_then,
        (Trend::Flat, true) => words.is_flat,
        (Trend::Rising, false) => words.rises_and_then,
        (Trend::Rising, true) => words.rises,
    }
}

fn range(facts: &Facts, words: &Card) -> String {
    let Some(range) = facts.range else { return words.unknown.to_owned() };
    let (low, high) = (read(range.low), read(range.high));
    if range.two_values {
        return words.only_two_values(say::OnlyTwoValues { low: &low, high: &high });
    }
    let open = if range.closed.0 { '[' } else { '(' };
    let close = if range.closed.1 { ']' } else { ')' };
    format!("{open}{low}, {high}{close}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::all;
    use activations::{Activation, Body, Facts, Graph, Parity, Smoothness, Trend};

    #[test]
    fn a_shape_is_told_from_left_to_right() {
        use Trend::{Falling, Flat, Rising};
        for (trends, ko, en) in [
            (&[Falling, Rising][..], "단조가 아님 (감소하다가 증가)", "no (falls, then rises)"),
            (&[Rising, Falling], "단조가 아님 (증가하다가 감소)", "no (rises, then falls)"),
            (
                &[Falling, Flat, Rising],
                "단조가 아님 (감소하다가 일정하다가 증가)",
                "no (falls, then is flat, then rises)",
            ),
            (&[Rising, Flat, Rising], "감소하지 않음", "never decreasing"),
        ] {
            let said =
                all().map(|text| shape(&Shape::of(trends.iter().copied()), &text.words.card));
            assert_eq!(said, [ko, en]);
        }
        let said = all().map(|text| shape(&Shape::Alternating, &text.words.card));
        let want =
            ["단조가 아님 (증가와 감소를 끝없이 되풀이)", "no (rises and falls without end)"];
        assert_eq!(said, want);
    }

    #[test]
    fn what_is_not_known_is_said_to_be_unknown() {
        let sigmoid = &activations::functions::sigmoid::BODY;
        let unknown = Body {
            facts: |_| Facts {
                range: None,
                parity: Parity::Unknown,
                shape: Shape::Unknown,
                smoothness: Smoothness::Unknown,
                graph: Graph::Unknown,
                slopes_at_infinity: Sides { left: Limit::Unknown, right: Limit::None },
                turns: None,
                steepest: None,
                steepest_at: Reached::Unknown,
                curvature: f64::INFINITY,
            },
            source: sigmoid.source,
            ..*sigmoid
        };
        let unknown: &'static Body = Box::leak(Box::new(unknown));
        let sigmoid = activations::functions::sigmoid::ACTIVATION;
        let unknown = Activation { body: Some(unknown), ..sigmoid };
        let function = Function::with_defaults(Box::leak(Box::new(unknown)));
        for text in all() {
            let word = text.words.card.unknown;
            let cells = conditions(&function, &text.words.card);
            assert!(cells.iter().all(|cell| cell.verdict == Verdict::Fact && cell.words == word));
            let [properties @ .., _kinks] = properties(&function, &text.words.card);
            assert!(properties.iter().all(|(_, said)| said.contains(word)), "{properties:?}");
        }
    }
}
