//! The properties of a function in words: the rows of its card, and its row in the table of the conditions that an
//! activation function has to meet.

use super::Card;
use super::number::{read, read_short};
use activations::{Facts, Function, Kink};

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
    let yes_no = |yes: bool| if yes { words.yes } else { words.no }.to_owned();
    let non_linear = Cell {
        verdict: if facts.is_affine() { Verdict::Missed } else { Verdict::Met },
        words: yes_no(!facts.is_affine()),
    };
    let slopes = facts.slopes_at_infinity;
    [
        non_linear,
        differentiable(function, &facts, words),
        fact(read_short(facts.steepest)),
        fact((words.fades)(slopes.left == 0.0, slopes.right == 0.0).to_owned()),
        fact(yes_no(facts.is_zero_centred())),
        fact(range(&facts, words)),
    ]
}

/// The cell about the gradient: whether gradients can be used for learning, and where f is not differentiable.
fn differentiable(function: &Function, facts: &Facts, words: &Card) -> Cell {
    let kinks = function.kinks();
    let places = kinks.iter().map(|kink| read(kink.at)).collect::<Vec<_>>().join(", ");
    let where_to =
        if kinks.is_empty() { words.everywhere.to_owned() } else { (words.but_at)(&places) };
    match (facts.has_gradient(), kinks.is_empty()) {
        (false, _) => {
            Cell { verdict: Verdict::Missed, words: format!("{where_to}; {}", words.always_zero) }
        }
        (true, true) => Cell { verdict: Verdict::Met, words: where_to },
        (true, false) => Cell { verdict: Verdict::Nearly, words: where_to },
    }
}

/// The properties on a function's card, each as (label, value).
pub fn properties(function: &Function, words: &Card) -> [(&'static str, String); 7] {
    let facts = function.facts();
    let slopes = facts.slopes_at_infinity;
    let kinks = function.kinks();
    let kinks = kinks.iter().map(|kink| kink_in_words(kink, words)).collect::<Vec<_>>().join("; ");
    let zero_centred = if facts.is_zero_centred() { words.yes } else { words.no };
    [
        (words.range, range(&facts, words)),
        (words.zero_centred, zero_centred.to_owned()),
        (words.monotone, (words.monotone_is)(facts.monotone).to_owned()),
        (words.parity, (words.parity_is)(facts.parity).to_owned()),
        (words.smoothness, (words.smoothness_is)(facts.smoothness).to_owned()),
        (words.slopes_at_infinity, format!("{}, {}", read(slopes.left), read(slopes.right))),
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

fn range(facts: &Facts, words: &Card) -> String {
    let range = facts.range;
    let (low, high) = (read(range.low), read(range.high));
    if range.two_values {
        return (words.only_two_values)(&low, &high);
    }
    let open = if range.closed.0 { '[' } else { '(' };
    let close = if range.closed.1 { ']' } else { ')' };
    format!("{open}{low}, {high}{close}")
}
