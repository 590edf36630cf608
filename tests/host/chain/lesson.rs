//! The numbers in the text of the lesson, to the digits given there.

use activation_lab::models::chain::Pass;

use super::domain::chain;

/// Asserts that a number has the quoted ten digits.
#[track_caller]
fn assert_digits(measured: f64, quoted: &str) {
    let (mantissa, exponent) = quoted.split_once('e').unwrap_or((quoted, "0"));
    let places = mantissa.split_once('.').map_or(0, |(_, fraction)| fraction.len()) as i32;
    let last_digit = 10f64.powi(exponent.parse::<i32>().expect("an exponent") - places);
    let expected: f64 = quoted.parse().expect("a number");
    // Half a unit of the last digit, with a small allowance for parsing the quoted
    // number.
    assert!((measured - expected).abs() <= 0.500001 * last_digit, "{measured:e} and {quoted}");
}

fn run(id: &str, depth: usize, settings: [f64; 3]) -> Pass {
    let alpha: &[f64] = if id == "elu" { &[1.0] } else { &[] };
    chain(id, alpha, depth, settings).run()
}

#[test]
fn sigmoid_vanishes() {
    let pass = run("sigmoid", 20, [1.0, 0.0, 0.0]);
    for (layer, output, gradient) in [
        (1, "0.5", "0.25"),
        (2, "0.6224593312", "0.05875092805"),
        (3, "0.6507776782", "0.0133520938"),
        (4, "0.6571856893", "0.003008128718"),
        (5, "0.6586279095", "0.000676339197"),
        (10, "0.6590458288", "3.875220232e-7"),
    ] {
        let shallow = run("sigmoid", layer, [1.0, 0.0, 0.0]);
        for (a, reach) in [
            (shallow.output(), shallow.gradient()),
            (pass.layers[layer - 1].a, pass.layers[layer - 1].reach),
        ] {
            assert_digits(a, output);
            assert_digits(reach.value(), gradient);
        }
    }
    assert_digits(pass.gradient().value(), "1.271777667e-13");
}

#[test]
fn a_large_weight_does_not_save_sigmoid() {
    let pass = run("sigmoid", 10, [8.0, -4.0, 0.0]);
    assert_digits(pass.gradient().value(), "1.3392948e-8");
    // At the fixed point of the chain the factor is 8 · 0.25.
    assert_eq!(run("sigmoid", 10, [8.0, -4.0, 0.5]).gradient().value(), 1024.0);
}

#[test]
fn tanh_fades() {
    let pass = run("tanh", 10, [1.0, 0.0, 1.0]);
    assert_digits(pass.output(), "0.3562501673");
    assert_digits(pass.gradient().value(), "0.04091204197");
}

#[test]
fn relu_and_elu_pass_an_active_path() {
    for id in ["relu", "elu"] {
        let pass = run(id, 1000, [1.0, 0.0, 1.0]);
        assert_eq!((pass.output(), pass.gradient().value()), (1.0, 1.0), "{id}");
    }
}

#[test]
fn depth_1000_has_a_logarithm() {
    let gradient = run("sigmoid", 1000, [1.0, 0.0, 0.0]).gradient();
    assert_eq!(gradient.value(), 0.0);
    // The value with 50 digits is 4.826784962e−649.
    assert_digits(gradient.log10(), "-648.3163420");
}
