//! A function that a reader types: what the rest of the program asks of it. [`typed`](crate::typed) computes it.
//!
//! With the feature `apart`, nothing in this crate refers to [`typed`](crate::typed) but the caller of [`install`], as with
//! the bodies of the [library](crate::library).

use crate::activation::{Activation, Family, Kink};
use crate::code::Language;
use crate::facts::Facts;
use std::fmt::Debug;
use wide::f32x4;

/// The declaration of the function that a reader types. It is not among [`all`](crate::all), because its computation is no
/// data of this crate.
pub static OWN: Activation = Activation {
    id: "own",
    family: Family::Other,
    lesson: None,
    parameters: &[],
    lines: &[],
    body: None,
};

/// The text that stands for the function before a reader has typed one: Swish with β = 1.7.
pub const FIRST: &str = "x / (1 + exp(-1.7*x))";

/// The computation and the properties of a typed function.
pub trait Own: Debug + Sync {
    /// The text as it was typed.
    fn text(&self) -> &str;

    /// f(x); NaN where f has no value.
    fn value(&self, x: f64) -> f64;

    /// f′(x); NaN where f has no value.
    fn gradient(&self, x: f64) -> f64;

    /// f and f′ of many numbers, as [`Function::simd`](crate::Function::simd) has them.
    fn simd(&self, values: &mut [f32x4], slopes: &mut [f32x4]);

    /// The kinks and jumps that were found, from left to right.
    fn kinks(&self) -> &[Kink];

    /// What is known.
    fn facts(&self) -> &Facts;

    /// f and f′ as code.
    fn code(&self, language: Language) -> String;
}

/// Reads a text. `None` if it is no expression.
pub type Read = fn(&str) -> Option<&'static dyn Own>;

#[cfg(feature = "apart")]
static READER: std::sync::OnceLock<Read> = std::sync::OnceLock::new();

/// Makes what reads expressions known. Only the first call has an effect. Functions that were opened before keep what they
/// had.
#[cfg(feature = "apart")]
pub fn install(read: Read) {
    let _ = READER.set(read);
}

#[cfg(feature = "apart")]
fn reader() -> Option<Read> {
    READER.get().copied()
}

/// Does nothing, because what reads expressions is known.
#[cfg(not(feature = "apart"))]
pub fn install(_: Read) {}

#[cfg(not(feature = "apart"))]
fn reader() -> Option<Read> {
    Some(crate::typed::read_own)
}

/// The function of a text. `None` if the text is no expression, or if nothing that reads expressions has been [installed](install), where that is needed.
pub fn read(text: &str) -> Option<&'static dyn Own> {
    reader().and_then(|read| read(text))
}

/// What a text of a link means: the text without characters at its end that make it no expression, such as a bracket that
/// a messenger has added. `None` if it is no expression even so. Any text that is not too long means itself as long as
/// nothing that reads expressions has been installed.
pub fn meant(text: &str) -> Option<&str> {
    /// The most characters that a messenger adds.
    const ADDED: usize = 8;
    let text = text.trim();
    if text.chars().count() > crate::expression::LONGEST + ADDED {
        return None;
    }
    if reader().is_none() {
        return Some(text);
    }
    let mut rest = text;
    for _ in 0..=ADDED {
        if read(rest).is_some() {
            return Some(rest);
        }
        // A digit or a letter that is left out would give another function.
        rest = rest.strip_suffix(|end: char| !end.is_ascii_alphanumeric())?;
    }
    None
}

/// The function of a text that cannot be read: it has no value anywhere.
#[derive(Debug)]
pub(crate) struct Unread;

impl Own for Unread {
    fn text(&self) -> &str {
        ""
    }

    fn value(&self, _: f64) -> f64 {
        f64::NAN
    }

    fn gradient(&self, _: f64) -> f64 {
        f64::NAN
    }

    fn simd(&self, values: &mut [f32x4], slopes: &mut [f32x4]) {
        values.fill(f32x4::splat(f32::NAN));
        slopes.fill(f32x4::splat(f32::NAN));
    }

    fn kinks(&self) -> &[Kink] {
        &[]
    }

    fn facts(&self) -> &Facts {
        &Facts::UNKNOWN
    }

    fn code(&self, _: Language) -> String {
        String::new()
    }
}
