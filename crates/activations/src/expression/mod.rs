//! A function of x that a reader types, such as `max(0, x) + 0.1 sin(3 x)` written with all its signs: its value, its exact
//! derivative, and its kinks and jumps.
//!
//! The grammar: numbers, `x`, `pi`, `e`, `+ - * / ^`, parentheses, the functions of [`NAMES`](builtin::NAMES), every function
//! of this crate by its id with `_` for `-` (`leaky_relu(x, 0.2)`), and `if(x > 0, a, b)`. `^` binds more tightly than a sign
//! and groups from the right; `log` is the natural logarithm. Any text gives an expression or a [`Fault`]; nothing overflows
//! or takes long, because length and depth are limited.

mod breaks;
mod builtin;
mod evaluate;
mod form;
mod parse;
mod print;
#[cfg(test)]
mod tests;

use crate::Function;
use builtin::Builtin;

pub use builtin::NAMES;
pub use evaluate::Dual;

/// The largest number of characters of an expression.
pub const LONGEST: usize = 500;

/// The largest depth of parentheses, signs and powers within each other.
pub const DEEPEST: usize = 60;

/// A parsed expression: its steps in the order in which they are computed, each of which takes its arguments from a stack
/// and puts its result there.
#[derive(Debug, Clone, PartialEq)]
pub struct Expression {
    steps: Vec<Step>,
}

/// A step of the computation.
#[derive(Debug, Clone, PartialEq)]
enum Step {
    Number(f64),
    X,
    Negate,
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
    Call(Builtin),
    /// A function of the crate with fixed parameters.
    Activation(Function),
    /// The larger or the smaller of two.
    Larger,
    Smaller,
    /// From a left side, a right side and two branches: the first branch if the comparison holds.
    If(Comparison),
}

/// How `if` compares two numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Comparison {
    Less,
    AtMost,
    Greater,
    AtLeast,
}

/// What is wrong with a text, and where.
#[derive(Debug, Clone, PartialEq)]
pub struct Fault {
    /// The place, in characters from the start.
    pub at: usize,
    pub kind: FaultKind,
}

/// A kind of fault.
#[derive(Debug, Clone, PartialEq)]
pub enum FaultKind {
    /// Nothing has been typed.
    Empty,
    /// The text has more than [`LONGEST`] characters.
    TooLong,
    /// Parentheses, signs or powers are deeper than [`DEEPEST`].
    TooDeep,
    /// A character that has no meaning.
    Character(char),
    /// A number that cannot be read, or is too large for an f64.
    Number(String),
    /// A name that is neither a function nor a constant.
    Name(String),
    /// Something else was expected.
    Expected(Expected),
    /// A function with the wrong number of arguments.
    Arguments { name: String, least: usize, most: usize },
    /// A parameter of a function that is not a plain number, or beyond its range.
    Parameter { name: String, min: f64, max: f64 },
}

/// What would continue a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// A number, a name, a sign or an opening parenthesis.
    Value,
    /// An operator, or the end.
    Operator,
    /// An opening parenthesis after the name of a function.
    Opening,
    /// A comma or a closing parenthesis.
    Closing,
    /// `<`, `<=`, `>` or `>=`.
    Comparison,
}

impl Expression {
    /// Reads an expression.
    ///
    /// # Errors
    ///
    /// The first fault of the text.
    pub fn parse(text: &str) -> Result<Expression, Fault> {
        Expression::parse_with(text, |number| number.parse().ok())
    }

    /// Reads an expression. `number` reads a decimal number without a sign, such as `1.5e3`; `None` if it is none. A program
    /// that has a reader of its own need not contain Rust's, which is large.
    ///
    /// # Errors
    ///
    /// The first fault of the text.
    pub fn parse_with(text: &str, number: fn(&str) -> Option<f64>) -> Result<Expression, Fault> {
        parse::parse(text, number).map(|steps| Expression { steps })
    }

    /// f(x); NaN or infinite where the expression is undefined or overflows.
    pub fn value(&self, x: f64) -> f64 {
        self.dual(x).value
    }

    /// f′(x), exact but for rounding. At a kink it is the slope of one side, or 0 where [`NAMES`] says so.
    pub fn gradient(&self, x: f64) -> f64 {
        self.dual(x).slope
    }
}
