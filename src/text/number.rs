//! Numbers as text.

use crate::markup::{Html, html};
use crate::plot::axis::superscript;
use activations::numerics::Product;

/// A number with four decimals. Sizes below 0.001 and from a million on have three digits and a power of ten. Whole
/// numbers have no decimals, so that 1 differs from a number that rounds to 1.0000. What is no number is a dash, as in
/// tables.
pub fn read(number: f64) -> String {
    let size = number.abs();
    let text = if number.is_nan() {
        "—".to_owned()
    } else if number.is_infinite() {
        if number > 0.0 { "∞".to_owned() } else { "-∞".to_owned() }
    } else if number == 0.0 {
        "0".to_owned()
    } else if number.fract() == 0.0 && size < 1e6 {
        format!("{number}")
    } else if (1e-3..1e6).contains(&size) {
        format!("{number:.4}")
    } else {
        let scientific = format!("{number:.2e}");
        let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
        format!("{mantissa} × 10{}", superscript(exponent))
    };
    text.replace('-', "\u{2212}")
}

/// A number in full precision for scripts. Infinity is `Infinity`, because few languages read Rust's `inf`.
pub fn exact(number: f64) -> String {
    if number.is_infinite() {
        if number > 0.0 { "Infinity".to_owned() } else { "-Infinity".to_owned() }
    } else {
        number.to_string()
    }
}

/// A product as in [`read`]. It may be outside the range of f64.
pub fn read_product(product: Product) -> String {
    let log10 = product.log10();
    // A product within the range of f64 is written like every other number.
    if !log10.is_finite() || log10.abs() < 300.0 {
        return read(product.value());
    }
    let exponent = log10.floor();
    let mantissa = 10_f64.powf(log10 - exponent);
    // A mantissa that rounds to 10.00 becomes 1.00 with the next power.
    let (mantissa, exponent) =
        if mantissa >= 9.995 { (1.0, exponent + 1.0) } else { (mantissa, exponent) };
    let mantissa = product.sign() * mantissa;
    format!("{mantissa:.2} × 10{}", superscript(&exponent.to_string())).replace('-', "\u{2212}")
}

/// A number with three digits and without zeros at the end of the decimals, for formulas.
pub fn read_short(number: f64) -> String {
    let size = number.abs();
    if number == 0.0 || !(1e-3..1e4).contains(&size) {
        return read(number);
    }
    let decimals = (2 - size.log10().floor() as i32).max(0) as usize;
    let text = format!("{number:.decimals$}");
    let text =
        if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    text.replace('-', "\u{2212}")
}

/// [`read_short`] as a factor in a product: in brackets if it is negative or contains a power of ten.
pub fn read_factor(number: f64) -> String {
    factor(number, read_short(number))
}

/// [`read`] as a factor, for products whose result is written by `read` as well.
pub fn read_exact_factor(number: f64) -> String {
    factor(number, read(number))
}

/// The text of a number, in brackets if a product needs them.
fn factor(number: f64, text: String) -> String {
    if number < 0.0 || text.contains('×') { format!("({text})") } else { text }
}

/// A number as a further term of a sum: an operator, then the size, such as `− 0.5`.
pub fn read_added(number: f64) -> String {
    let operator = if number < 0.0 { '\u{2212}' } else { '+' };
    format!("{operator} {}", read_short(number.abs()))
}

/// A sum in the usual notation, such as `−0.403x + 0.916`. Each term is (coefficient, variable); the variable of the
/// constant is empty. Coefficients of 1 and terms of 0 are left out.
pub fn read_sum(terms: &[(f64, Html)]) -> Html {
    let mut sum = Html::default();
    for (coefficient, unknown) in terms.iter().filter(|(coefficient, _)| *coefficient != 0.0) {
        let size = read_short(coefficient.abs());
        let size = match unknown.is_empty() {
            false if size == "1" => String::new(),
            false if size.contains('×') => format!("({size})"),
            _ => size,
        };
        let sign = match (sum.is_empty(), *coefficient < 0.0) {
            (true, true) => "\u{2212}",
            (true, false) => "",
            (false, true) => " \u{2212} ",
            (false, false) => " + ",
        };
        sum.push(&html!("{sign}{size}{unknown}", sign, size, unknown));
    }
    if sum.is_empty() { Html::trusted("0") } else { sum }
}

#[cfg(test)]
mod tests {
    use super::{exact, read, read_added, read_product, read_short, read_sum};
    use crate::markup::Html;
    use activations::numerics::Product;

    #[test]
    fn products_beyond_f64_read_well() {
        let power = |factor: f64, times| (0..times).fold(Product::ONE, |p, _| p.times(factor));
        for (product, text) in [
            (power(0.5, 2), "0.2500"),
            (power(2.0, 10), "1024"),
            (Product::new(0.0), "0"),
            (Product::new(f64::INFINITY), "∞"),
            (power(0.1, 612), "1.00 × 10⁻⁶¹²"),
            // 900 · log₁₀ 3 = 429.409.
            (power(-3.0, 900).times(-1.0), "−2.57 × 10⁴²⁹"),
            (power(1e200, 2).times(0.99999), "1.00 × 10⁴⁰⁰"),
        ] {
            assert_eq!(read_product(product), text);
        }
    }

    #[test]
    fn scripts_read_infinities() {
        assert_eq!(exact(f64::NEG_INFINITY), "-Infinity");
        assert_eq!(exact(0.1 + 0.2), "0.30000000000000004");
    }

    #[test]
    fn factors_are_short() {
        for (number, text) in [
            (0.25, "0.25"),
            (0.235_003_712_201_594, "0.235"),
            (1.0, "1"),
            (-0.1, "−0.1"),
            (123.456, "123"),
            (9.999, "10"),
            (0.0, "0"),
            (1.234e-5, "1.23 × 10⁻⁵"),
        ] {
            assert_eq!(read_short(number), text);
        }
    }

    #[test]
    fn sums_are_written_as_by_hand() {
        for (terms, text) in [
            (&[(-0.4026, "x"), (0.91628, "")][..], "−0.403x + 0.916"),
            (&[(1.0, "x"), (-2.0, "")], "x − 2"),
            (&[(-1.0, "x"), (0.0, "")], "−x"),
            (&[(0.0, "x"), (-0.5, "")], "−0.5"),
            (&[(0.0, "x"), (0.0, "")], "0"),
            (&[(2.5, "x₁"), (-1e-7, "x₂"), (1.0, "")], "2.5x₁ − (1.00 × 10⁻⁷)x₂ + 1"),
        ] {
            let terms: Vec<_> =
                terms.iter().map(|(number, of)| (*number, Html::text(of))).collect();
            assert_eq!(read_sum(&terms).as_str(), text);
        }
        assert_eq!([0.25, 0.0, -0.25].map(read_added), ["+ 0.25", "+ 0", "− 0.25"]);
    }

    #[test]
    fn numbers_read_well() {
        for (number, text) in [
            (0.0, "0"),
            (-0.0, "0"),
            (1.0, "1"),
            (-6.0, "−6"),
            (0.25, "0.2500"),
            (0.999_99, "1.0000"),
            (-0.123_456, "−0.1235"),
            (0.001, "0.0010"),
            (4.248_354_255_291_589e-18, "4.25 × 10⁻¹⁸"),
            (-2.5e10, "−2.50 × 10¹⁰"),
            (1e308, "1.00 × 10³⁰⁸"),
            (f64::INFINITY, "∞"),
            (f64::NEG_INFINITY, "−∞"),
        ] {
            assert_eq!(read(number), text);
        }
    }
}
