//! Products of many factors.

use activations::numerics::Product;
use proptest::prelude::any;
use proptest::prop_assert;
use proptest::prop_assert_eq;
use proptest::prop_oneof;
use proptest::proptest;
use proptest::sample::select;
use proptest::strategy::Strategy;

/// Any f64 except NaN, drawn by its bits, with frequent edge cases.
fn not_nan() -> impl Strategy<Value = f64> {
    let special = vec![
        0.0,
        -0.0,
        1.0,
        -1.0,
        5e-324,
        -1e-310,
        f64::MIN_POSITIVE,
        f64::MAX,
        f64::INFINITY,
        f64::NEG_INFINITY,
    ];
    let bits = any::<u64>().prop_map(f64::from_bits);
    prop_oneof![3 => bits.prop_filter("NaN", |number| !number.is_nan()), 1 => select(special)]
}

fn power(factor: f64, exponent: usize) -> Product {
    (0..exponent).fold(Product::ONE, |product, _| product.times(factor))
}

proptest! {
    #[test]
    fn one_factor_stays_as_it_is(number in not_nan()) {
        prop_assert_eq!(Product::new(number).value(), number);
        prop_assert_eq!(Product::ONE.times(number), Product::new(number));
    }

    #[test]
    fn two_factors_give_what_f64_gives(first in not_nan(), second in not_nan()) {
        let (product, plain) = (Product::new(first).times(second), first * second);
        if plain.is_nan() {
            prop_assert_eq!(product, Product::new(0.0));
        } else if plain.abs() >= f64::MIN_POSITIVE {
            prop_assert_eq!(product.value(), plain);
            prop_assert_eq!(product.sign(), plain.signum());
        } else {
            // The mantissa has been rounded before, which can add one unit of the subnormals.
            prop_assert!((product.value() - plain).abs() <= 5e-324);
            prop_assert!(product.value().to_bits() != (-0.0f64).to_bits());
        }
    }

    #[test]
    fn the_logarithm_is_that_of_the_value(number in not_nan()) {
        let (log10, expected) = (Product::new(number).log10(), number.abs().log10());
        // ε of the result for log₁₀ 2 and its multiple, and 2 ε for the logarithm of the C
        // library.
        let tolerance = 4.0 * f64::EPSILON * expected.abs().max(1.0);
        prop_assert!(log10 == expected || (log10 - expected).abs() <= tolerance);
    }

    #[test]
    fn there_and_back_is_where_it_was(number in -9.0..9.0, count in 0usize..2000) {
        // Products of powers of two are exact.
        let away = (0..count).fold(Product::new(number), |product, _| product.times(0.125));
        let back = (0..count).fold(away, |product, _| product.times(8.0));
        prop_assert_eq!(back, Product::new(number));
    }
}

#[test]
fn neither_under_nor_overflows() {
    for (factor, log10) in [(0.25, -602.0599913279624f64), (1e-300, -3e5), (1e300, 3e5)] {
        let thousandth = power(factor, 1000);
        // A thousand roundings of the mantissa add up to at most ε · 1000 / ln 10.
        let tolerance = 1e3 * f64::EPSILON + 2.0 * f64::EPSILON * log10.abs();
        assert!((thousandth.log10() - log10).abs() <= tolerance, "{factor}: {thousandth:?}");
        assert_eq!(thousandth.sign(), 1.0);
        assert_eq!(thousandth.value(), if log10 > 0.0 { f64::INFINITY } else { 0.0 });
    }
}

#[test]
fn the_value_rounds_once_at_the_bottom() {
    assert_eq!(power(0.5, 1074).value(), 5e-324);
    // Half of the smallest f64 is a tie, which rounds to the even neighbour, 0. Larger numbers
    // round up.
    assert_eq!(power(0.5, 1075).value().to_bits(), 0);
    assert_eq!(power(0.5, 1075).times(-1.0).value().to_bits(), 0);
    assert_eq!(power(0.5, 1075).times(-1.25).value(), -5e-324);
    // Multiples of the smallest subnormal.
    assert_eq!(power(0.5, 1074).times(1.75).value(), 1e-323);
    assert_eq!(power(0.5, 1074).times(1.25).value(), 5e-324);
    assert_eq!(power(0.5, 1022).value(), f64::MIN_POSITIVE);
    assert_eq!(power(2.0, 1023).value(), 2f64.powi(1023));
    assert_eq!(power(2.0, 1024).times(-1.0).value(), f64::NEG_INFINITY);
}

#[test]
fn zero_and_infinity() {
    let zero = Product::new(-0.0);
    let infinite = Product::new(f64::NEG_INFINITY);
    assert_eq!(zero, Product::new(0.0));
    assert_eq!((zero.value().to_bits(), zero.sign(), zero.log10()), (0, 0.0, f64::NEG_INFINITY));
    assert_eq!(infinite.times(1e-300), infinite);
    assert_eq!(
        (infinite.value(), infinite.sign(), infinite.log10()),
        (f64::NEG_INFINITY, -1.0, f64::INFINITY)
    );
    assert_eq!(zero.times(f64::INFINITY), zero);
    assert_eq!(infinite.times(0.0), zero);
    assert_eq!(power(-1.0, 3).sign(), -1.0);
}

#[test]
fn nan_stays_nan_whatever_else_is_a_factor() {
    let undefined = Product::new(f64::NAN);
    for product in [
        undefined,
        undefined.times(2.0),
        undefined.times(0.0),
        Product::ONE.times(f64::NAN),
        Product::new(0.0).times(f64::NAN),
        Product::new(f64::INFINITY).times(f64::NAN),
    ] {
        assert!(product.value().is_nan() && product.log10().is_nan() && product.sign().is_nan());
    }
}
