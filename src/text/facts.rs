//! The properties of a function in words: the rows of its card, and its row in the table of the conditions that an
//! activation function has to meet.

use super::Card;
use super::number::{read, read_short};
use activations::{Facts, Function, Kink, Limit, Monotone, Shape, Sides};

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

/// A function's row in the table of conditions. The columns are those of [`Card::conditions`] after the first.
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
        Sides { left: Some(left), right: Some(right) } => (words.fades)(left, right),
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
    let where_to =
        if kinks.is_empty() { words.everywhere.to_owned() } else { (words.but_at)(&places) };
    match (facts.has_gradient(), kinks.is_empty()) {
        (None, _) => Cell { verdict: Verdict::Fact, words: words.unknown.to_owned() },
        (Some(false), _) => {
            Cell { verdict: Verdict::Missed, words: format!("{where_to}; {}", words.always_zero) }
        }
        (Some(true), true) => Cell { verdict: Verdict::Met, words: where_to },
        (Some(true), false) => Cell { verdict: Verdict::Nearly, words: where_to },
    }
}

/// The properties on a function's card, each as (label, value).
pub fn properties(function: &Function, words: &Card) -> [(&'static str, String); 7] {
    let facts = function.facts();
    let Sides { left, right } = facts.slopes_at_infinity.map(|slope| limit(slope, words));
    let kinks = function.kinks();
    let kinks = kinks.iter().map(|kink| kink_in_words(kink, words)).collect::<Vec<_>>().join("; ");
    [
        (words.range, range(&facts, words)),
        (words.zero_centred, yes_no(facts.is_zero_centred(), words).to_owned()),
        (words.monotone, shape(&facts.shape, words)),
        (words.parity, (words.parity_is)(facts.parity).to_owned()),
        (words.smoothness, (words.smoothness_is)(facts.smoothness).to_owned()),
        (words.slopes_at_infinity, format!("{left}, {right}")),
        (words.kink, if kinks.is_empty() { words.no_kink.to_owned() } else { kinks }),
    ]
}

fn kink_in_words(kink: &Kink, words: &Card) -> String {
    let [at, left, right, used] =
        [kink.at, kink.slopes.left, kink.slopes.right, kink.convention].map(read);
    (words.kink_is)(&at, &left, &right, &used, &frameworks(kink, words))
}

/// The slopes that frameworks return at a kink, as an addition to the slope that this page uses. Empty if no framework
/// returns one.
pub fn frameworks(kink: &Kink, words: &Card) -> String {
    let slopes: Vec<_> = kink.frameworks.slopes().collect();
    let join = |say: &dyn Fn(&(&str, f64)) -> String| {
        slopes.iter().map(say).collect::<Vec<_>>().join(", ")
    };
    if slopes.is_empty() {
        String::new()
    } else if slopes.iter().all(|(_, slope)| *slope == kink.convention) {
        (words.like_frameworks)(&join(&|(name, _)| (*name).to_owned()))
    } else {
        (words.unlike_frameworks)(&join(&|(name, slope)| format!("{name} {}", read(*slope))))
    }
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
    let monotone = shape.monotone();
    if monotone != Monotone::No {
        return (words.monotone_is)(monotone).to_owned();
    }
    let trends = match shape {
        Shape::Trends(trends) => trends.as_slice(),
        Shape::Alternating | Shape::Unknown => &[],
    };
    let last = trends.len().saturating_sub(1);
    let said = trends.iter().enumerate().map(|(place, trend)| (words.trend)(*trend, place == last));
    let said = said.collect::<Vec<_>>().join(" ");
    (words.not_monotone)(if said.is_empty() { words.alternates } else { &said })
}

fn range(facts: &Facts, words: &Card) -> String {
    let Some(range) = facts.range else { return words.unknown.to_owned() };
    let (low, high) = (read(range.low), read(range.high));
    if range.two_values {
        return (words.only_two_values)(&low, &high);
    }
    let open = if range.closed.0 { '[' } else { '(' };
    let close = if range.closed.1 { ']' } else { ')' };
    format!("{open}{low}, {high}{close}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::ALL;
    use activations::{Activation, Facts, Graph, Parity, Smoothness, Trend};

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
            let said = ALL.map(|text| shape(&Shape::of(trends.iter().copied()), &text.card));
            assert_eq!(said, [ko, en]);
        }
        let said = ALL.map(|text| shape(&Shape::Alternating, &text.card));
        let want =
            ["단조가 아님 (증가와 감소를 끝없이 되풀이)", "no (rises and falls without end)"];
        assert_eq!(said, want);
    }

    #[test]
    fn what_is_not_known_is_said_to_be_unknown() {
        let unknown = Activation {
            facts: |_| Facts {
                range: None,
                parity: Parity::Unknown,
                shape: Shape::Unknown,
                smoothness: Smoothness::Unknown,
                graph: Graph::Unknown,
                slopes_at_infinity: Sides { left: Limit::Unknown, right: Limit::None },
                steepest: None,
                curvature: f64::INFINITY,
            },
            ..activations::functions::sigmoid::ACTIVATION
        };
        let function = Function::with_defaults(Box::leak(Box::new(unknown)));
        for text in ALL {
            let word = text.card.unknown;
            let cells = conditions(&function, &text.card);
            assert!(cells.iter().all(|cell| cell.verdict == Verdict::Fact && cell.words == word));
            let [properties @ .., _kinks] = properties(&function, &text.card);
            assert!(properties.iter().all(|(_, said)| said.contains(word)), "{properties:?}");
        }
    }
}
