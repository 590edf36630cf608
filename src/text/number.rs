//! Numbers as a person reads them.

use crate::plot::axis::superscript;

/// Four decimals, or three figures and a power of ten where those would hide the number. Whole
/// numbers stand without decimals, so that 1 can be told from what only rounds to 1.0000.
pub fn read(number: f64) -> String {
    let size = number.abs();
    let text = if number.is_infinite() {
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

/// A number of which sign (−1, 0 or 1) and log₁₀ are known, however far it lies outside what an f64
/// can hold.
pub fn read_power(sign: f64, log10: f64) -> String {
    // Where an f64 is whole and precise, it reads like every other number.
    if !log10.is_finite() || log10.abs() < 300.0 {
        return read(sign * 10_f64.powf(log10));
    }
    let exponent = log10.floor();
    let mantissa = sign * 10_f64.powf(log10 - exponent);
    // What rounds to 10.00 belongs to the next power.
    let (mantissa, exponent) =
        if mantissa.abs() >= 9.995 { (sign, exponent + 1.0) } else { (mantissa, exponent) };
    format!("{mantissa:.2} × 10{}", superscript(&exponent.to_string())).replace('-', "\u{2212}")
}

/// Three figures without what is only zeros, for factors in a formula.
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

#[cfg(test)]
mod tests {
    use super::{read, read_power, read_short};

    #[test]
    fn numbers_beyond_f64_read_well() {
        for (sign, log10, text) in [
            (1.0, -0.602_059_991_327_962_4, "0.2500"),
            (0.0, f64::NEG_INFINITY, "0"),
            (1.0, f64::INFINITY, "∞"),
            (1.0, -612.0, "1.00 × 10⁻⁶¹²"),
            (-1.0, -612.5, "−3.16 × 10⁻⁶¹³"),
            (1.0, 400.999_999, "1.00 × 10⁴⁰¹"),
        ] {
            assert_eq!(read_power(sign, log10), text);
        }
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
