//! Reads decimal numbers.
//!
//! In the browser, JavaScript's `Number` reads them. Rust's own code has a table of powers of five, which is 10 kB of
//! the compressed WebAssembly.

/// The number that a text means, rounded to the nearest f64; infinite if it is too large. `None` if the text is not a
/// decimal number as Rust's `f64::from_str` accepts it. Words such as `inf` are not accepted.
pub fn parse(text: &str) -> Option<f64> {
    is_decimal(text).then(|| value(text))
}

/// Whether a text is a decimal number: an optional sign, digits with an optional point before, between or after them, and
/// an optional exponent. `Number` accepts all of these, and other texts as well.
fn is_decimal(text: &str) -> bool {
    fn unsigned(text: &str) -> &str {
        text.strip_prefix(['+', '-']).unwrap_or(text)
    }
    let is_digits = |text: &str| text.bytes().all(|digit| digit.is_ascii_digit());
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(unsigned(exponent))),
        None => (text, None),
    };
    let mantissa = unsigned(mantissa);
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let has_digits = !whole.is_empty() || !fraction.is_empty();
    has_digits
        && is_digits(whole)
        && is_digits(fraction)
        && exponent.is_none_or(|exponent| !exponent.is_empty() && is_digits(exponent))
}

#[cfg(not(target_arch = "wasm32"))]
fn value(decimal: &str) -> f64 {
    decimal.parse().expect("it is a decimal number")
}

#[cfg(target_arch = "wasm32")]
fn value(decimal: &str) -> f64 {
    wasm_bindgen::JsValue::from_str(decimal).unchecked_into_f64()
}

#[cfg(test)]
mod tests {
    use super::parse;
    use proptest::prelude::*;

    #[test]
    fn words_and_other_forms_of_numbers_are_refused() {
        for text in ["inf", "-Infinity", "NaN", "0x10", "1_000", "1n", "1f64", " 1", "1 ", "", "-"]
        {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn sizes_beyond_f64_are_infinite_or_zero() {
        assert_eq!(parse("1e400"), Some(f64::INFINITY));
        assert_eq!(parse("-1e400"), Some(f64::NEG_INFINITY));
        assert_eq!(parse("-1e-400").map(f64::to_bits), Some((-0.0_f64).to_bits()));
    }

    proptest! {
        /// Without a letter but e, the grammar is Rust's.
        #[test]
        fn the_grammar_is_that_of_rust(text in "[0-9.eE+-]{0,8}") {
            prop_assert_eq!(parse(&text), text.parse::<f64>().ok());
        }
    }
}
