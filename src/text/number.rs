//! Numbers as a person reads them.

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

fn superscript(digits: &str) -> String {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    digits.chars().map(|c| c.to_digit(10).map_or('⁻', |digit| RAISED[digit as usize])).collect()
}

#[cfg(test)]
mod tests {
    use super::read;

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
