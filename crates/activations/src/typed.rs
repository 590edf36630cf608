//! The computation of a function that a reader types, from its [`Expression`].

use crate::activation::Kink;
use crate::code::Language;
use crate::expression::{Expression, Fault};
use crate::facts::{Facts, Graph, Limit, Parity, Range, Reached, Shape, Sides, Smoothness, Trend};
use crate::own::Own;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use wide::f32x4;

/// Kinks are looked for between these places, more closely near 0.
const PLACES: [f64; 4] = [-100.0, -10.0, 10.0, 100.0];

/// An expression with what is known about it.
#[derive(Debug)]
pub struct Typed {
    text: String,
    expression: Expression,
    kinks: Vec<Kink>,
    facts: Facts,
}

impl Typed {
    fn new(text: &str, expression: Expression) -> Self {
        let mut kinks: Vec<Kink> =
            PLACES.windows(2).flat_map(|ends| expression.kinks(ends[0], ends[1])).collect();
        // The end of a range is the start of the next one.
        kinks.dedup_by(|one, other| one.at == other.at);
        let facts = facts(&expression, &kinks);
        Typed { text: text.to_owned(), expression, kinks, facts }
    }
}

/// The function of a text. `number` reads a decimal number, as for [`Expression::parse_with`].
///
/// Functions are values that are copied and compared freely, so a typed one is kept for as long as the program runs: about
/// a kilobyte for each text that a reader has completed, and only once for the same text.
///
/// # Errors
///
/// The first fault of the text.
pub fn read(text: &str, number: fn(&str) -> Option<f64>) -> Result<&'static Typed, Fault> {
    static KNOWN: Mutex<BTreeMap<String, &'static Typed>> = Mutex::new(BTreeMap::new());
    let trimmed = text.trim();
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(typed) = known.get(trimmed) {
        return Ok(typed);
    }
    // Of the whole text, so that the place of a fault is that in what the reader sees.
    let expression = Expression::parse_with(text, number)?;
    let typed: &Typed = Box::leak(Box::new(Typed::new(trimmed, expression)));
    known.insert(trimmed.to_owned(), typed);
    Ok(typed)
}

/// [`read`] with Rust's own numbers.
#[cfg(not(feature = "apart"))]
pub(crate) fn read_own(text: &str) -> Option<&'static dyn Own> {
    let typed = read(text, |number| number.parse().ok()).ok()?;
    Some(typed)
}

impl Own for Typed {
    fn text(&self) -> &str {
        &self.text
    }

    fn value(&self, x: f64) -> f64 {
        self.expression.value(x)
    }

    fn gradient(&self, x: f64) -> f64 {
        self.expression.gradient(x)
    }

    fn simd(&self, values: &mut [f32x4], slopes: &mut [f32x4]) {
        for (value, slope) in values.iter_mut().zip(slopes) {
            let lanes = value.to_array().map(|z| self.expression.dual(f64::from(z)));
            *value = f32x4::new(lanes.map(|lane| lane.value as f32));
            *slope = f32x4::new(lanes.map(|lane| lane.slope as f32));
        }
    }

    fn kinks(&self) -> &[Kink] {
        &self.kinks
    }

    fn facts(&self) -> &Facts {
        &self.facts
    }

    fn code(&self, language: Language) -> String {
        self.expression.code(language)
    }
}

/// What the steps of an expression and its kinks tell. Nothing is guessed from values: the rest is unknown.
fn facts(expression: &Expression, kinks: &[Kink]) -> Facts {
    let form = expression.form();
    if form.is_line {
        return line(expression.gradient(0.0), expression.value(0.0));
    }
    let smoothness = if kinks.iter().any(Kink::is_jump) {
        Smoothness::Discontinuous
    } else if form.is_smooth {
        Smoothness::Infinite
    } else {
        // Kinks may be missed, and a function may have no value at places.
        Smoothness::Unknown
    };
    Facts { parity: form.parity.unwrap_or(Parity::Unknown), smoothness, ..Facts::UNKNOWN }
}

/// The facts of a straight line.
fn line(slope: f64, at_zero: f64) -> Facts {
    Facts {
        range: Some(if slope == 0.0 { Range::only(at_zero) } else { Range::ALL }),
        parity: if slope == 0.0 {
            Parity::Even
        } else if at_zero == 0.0 {
            Parity::Odd
        } else {
            Parity::Neither
        },
        shape: Shape::of([Trend::of(slope)]),
        smoothness: Smoothness::Infinite,
        graph: Graph::Line,
        slopes_at_infinity: Sides::both(Limit::At(slope)),
        turns: Some(Vec::new()),
        steepest: Some(slope.abs()),
        steepest_at: Reached::everywhere(),
        curvature: 0.0,
    }
}

#[cfg(test)]
mod tests {
    use crate::facts::{Graph, Limit, Parity, Sides, Smoothness};
    use crate::simd::splat;
    use crate::{Function, OWN, own};

    fn smoothness(text: &str) -> Smoothness {
        Function::typed(text).facts().smoothness
    }

    fn parity(text: &str) -> Parity {
        Function::typed(text).facts().parity
    }

    #[test]
    fn a_line_is_known_in_full() {
        for (text, slope) in [("2*x - 1", 2.0), ("(x + 1)/4", 0.25), ("3", 0.0), ("pi^2", 0.0)] {
            let facts = Function::typed(text).facts();
            assert_eq!(facts.graph, Graph::Line, "{text}");
            assert_eq!(facts.slopes_at_infinity, Sides::both(Limit::At(slope)), "{text}");
            assert_eq!(facts.steepest, Some(slope), "{text}");
        }
        for text in ["x^2", "1/x", "0/0 + x", "abs(x)", "x*x", "x^0.5"] {
            assert_eq!(Function::typed(text).facts().graph, Graph::Unknown, "{text}");
        }
    }

    #[test]
    fn smoothness_is_stated_only_where_it_is_certain() {
        for text in
            ["exp(-x^2)", "x / (1 + exp(-x))", "log(1 + exp(x))", "sqrt(x^2 + 1)", "gelu(x)^3"]
        {
            assert_eq!(smoothness(text), Smoothness::Infinite, "{text}");
        }
        assert_eq!(smoothness("step(x) + x"), Smoothness::Discontinuous);
        for text in ["1/x", "sqrt(x)", "log(x)", "abs(x)", "x^-2", "x^1.5", "tan(x)", "x/(x^2 - 1)"]
        {
            assert_eq!(smoothness(text), Smoothness::Unknown, "{text}");
        }
    }

    #[test]
    fn symmetry_follows_from_that_of_the_parts() {
        for text in ["x^3 - sin(x)", "tanh(x)", "-x", "x*cos(x)", "x/(1 + abs(x))", "sign(x)*2"] {
            assert_eq!(parity(text), Parity::Odd, "{text}");
        }
        for text in ["exp(-x^2)", "abs(x)", "x*sin(x)", "cos(x) + 1", "max(x^2, 1)"] {
            assert_eq!(parity(text), Parity::Even, "{text}");
        }
        for text in ["exp(x)", "x + cos(x)", "max(x, 0)"] {
            assert_eq!(parity(text), Parity::Unknown, "{text}");
        }
    }

    /// Whatever is stated holds for the values.
    #[test]
    fn stated_symmetries_hold() {
        for text in include_str!("../../../tests/reference/expressions.txt").lines() {
            let function = Function::typed(text);
            for x in [0.1, 0.7, 1.3, 2.9] {
                let (left, right) = (function.value(-x), function.value(x));
                let error = 1e-14 * right.abs().max(1.0);
                match function.facts().parity {
                    Parity::Odd => assert!((left + right).abs() <= error, "{text} at {x}"),
                    Parity::Even => assert!((left - right).abs() <= error, "{text} at {x}"),
                    Parity::Neither | Parity::Unknown => {}
                }
            }
        }
    }

    #[test]
    fn kinks_are_found_near_0_and_far_from_it() {
        let at = |text: &str| -> Vec<f64> {
            Function::typed(text).kinks().iter().map(|kink| kink.at).collect()
        };
        assert_eq!(at("abs(x - 0.01) + abs(x) + relu(x + 90)"), [-90.0, 0.0, 0.01]);
        assert_eq!(at("step(x - 10) + step(x + 10)"), [-10.0, 10.0]);
    }

    #[test]
    fn lanes_have_the_values_of_the_numbers() {
        let function = Function::typed("x^2 / 3 - exp(x)");
        let (mut values, mut slopes) = ([splat(0.7)], [splat(0.0)]);
        function.simd(&mut values, &mut slopes);
        assert_eq!(values[0].to_array(), [function.value(0.7_f32.into()) as f32; 4]);
        assert_eq!(slopes[0].to_array(), [function.gradient(0.7_f32.into()) as f32; 4]);
    }

    #[test]
    fn a_text_is_read_once_and_a_function_is_its_text() {
        assert_eq!(Function::typed("x^2"), Function::typed(" x^2 "));
        assert_ne!(Function::typed("x^2"), Function::typed("x*x"));
        assert_eq!(Function::with_defaults(&OWN), Function::typed(own::FIRST));
        assert_eq!(Function::typed("x +").text(), Some(""));
        assert!(Function::typed("x +").value(1.0).is_nan());
    }

    #[test]
    fn what_a_messenger_adds_is_left_out() {
        for (text, meant) in [
            ("x^2", Some("x^2")),
            (" x^2 ", Some("x^2")),
            ("sin(x))", Some("sin(x)")),
            ("sin(x)).", Some("sin(x)")),
            ("x+1에서", Some("x+1")),
            ("x+1\u{201d}", Some("x+1")),
            // Without its last letter it would be another function.
            ("x^2 y", None),
            ("", None),
            ("foo(x)", None),
        ] {
            assert_eq!(own::meant(text), meant, "{text}");
        }
        assert_eq!(own::meant(&"x+".repeat(1000)), None);
    }
}
