//! Values against Rust's own arithmetic, slopes against difference quotients, kinks against known ones, and any text.

use super::{DEEPEST, Expression, Fault, FaultKind, LONGEST};
use crate::code::Language;
use crate::{Function, all};

fn parse(text: &str) -> Expression {
    Expression::parse(text).unwrap_or_else(|fault| panic!("{text}: {fault:?}"))
}

fn fault(text: &str) -> Fault {
    Expression::parse(text).expect_err(text)
}

/// A text, and the same in Rust.
type Case = (&'static str, fn(f64) -> f64);

#[test]
fn values_are_those_of_the_same_arithmetic() {
    let cases: [Case; 20] = [
        ("x", |x| x),
        ("2*x + 1", |x| 2.0 * x + 1.0),
        ("-x^2", |x| -(x * x)),
        ("2^3^2 * x", |x| 512.0 * x),
        ("2^-x", |x| 2f64.powf(-x)),
        ("x**2", |x| x.powf(2.0)),
        ("1 - 2 - x", |x| 1.0 - 2.0 - x),
        ("8 / 4 / 2 + x", |x| 1.0 + x),
        ("(x − 1) × (x + 1)", |x| (x - 1.0) * (x + 1.0)),
        ("1.5e-3 * x + 2*e", |x| 1.5e-3 * x + 2.0 * std::f64::consts::E),
        ("max(0, x, 2)", |x| x.max(2.0)),
        ("min(x, 1)", |x| x.min(1.0)),
        ("clip(x, -1, 1)", |x| x.clamp(-1.0, 1.0)),
        ("if(x > 0, x, 0.1 * x)", |x| if x > 0.0 { x } else { 0.1 * x }),
        ("if(x <= 1, 0, 1)", |x| if x <= 1.0 { 0.0 } else { 1.0 }),
        ("x * sigmoid(1.7 * x)", |x| x / (1.0 + (-1.7 * x).exp())),
        ("ABS(X) + pi", |x| x.abs() + std::f64::consts::PI),
        ("exp(-x^2)", |x| (-x.powf(2.0)).exp()),
        ("sin(x)^2 + cos(x)^2", |x| x.sin().powf(2.0) + x.cos().powf(2.0)),
        ("sign(x) * step(x)", |x| if x > 0.0 { 1.0 } else { 0.0 }),
    ];
    for (text, of) in cases {
        for x in [-3.0, -1.0, -0.5, 0.0, 0.25, 1.0, 2.5] {
            let (got, want) = (parse(text).value(x), of(x));
            assert!(
                (got - want).abs() <= 4.0 * f64::EPSILON * want.abs().max(1.0),
                "{text} at {x}"
            );
        }
    }
}

#[test]
fn every_function_of_the_crate_can_be_named() {
    for activation in all() {
        let name = activation.id.replace('-', "_");
        let function = Function::with_defaults(activation);
        let typed = parse(&format!("{name}(x)"));
        for x in [-4.0, -1.0, -0.3, 0.0, 0.3, 1.0, 4.0] {
            let close = |got: f64, want: f64| (got - want).abs() <= 1e-13 * want.abs().max(1.0);
            assert!(close(typed.value(x), function.value(x)), "{name} at {x}");
            let is_kink = function.kink_at(x).is_some();
            assert!(is_kink || close(typed.gradient(x), function.gradient(x)), "{name} at {x}");
        }
    }
    assert_eq!(parse("leaky_relu(x, 0.2)").value(-5.0), -1.0);
    assert_eq!(parse("leaky_relu(x, 1/5)").value(-5.0), -1.0);
    assert_eq!(parse("threshold(x, 0, -1)").value(-5.0), -1.0);
    assert_eq!(parse("celu(2*x)").value(3.0), 6.0);
}

#[test]
fn slopes_are_the_limits_of_difference_quotients() {
    for text in [
        "x^3 - 2*x",
        "x * sigmoid(1.7*x)",
        "exp(-x^2)",
        "ln(1 + exp(x))",
        "sqrt(1 + x^2)",
        "x / (1 + abs(x))",
        "tan(x / 3)",
        "sinh(x) / cosh(x)",
        "atan(x) * erf(x)",
        "2^x",
        "(x^2 + 1)^x",
        "if(x > 0.1, x^2, sin(x))",
        "max(x, x^3) + min(cos(x), 0.2)",
        "gelu(x) - gelu_tanh(x)",
        "tanh(softplus(x)) * x",
        "clip(x^2, 0.5, 2)",
    ] {
        let expression = parse(text);
        for x in [-1.9, -1.2, -0.6, 0.4, 0.9, 1.7] {
            let h = 1e-6;
            let quotient = (expression.value(x + h) - expression.value(x - h)) / (2.0 * h);
            // Truncation of h² f‴ and rounding of ε / h are both below 1e−9 of these sizes.
            let slope = expression.gradient(x);
            assert!((slope - quotient).abs() <= 1e-8 * slope.abs().max(1.0), "{text} at {x}");
        }
    }
}

#[test]
fn kinks_come_from_the_parts() {
    let at = |text: &str| -> Vec<f64> {
        parse(text).kinks(-6.0, 6.0).iter().map(|kink| kink.at).collect()
    };
    assert_eq!(at("abs(x)"), [0.0]);
    assert_eq!(at("max(0, x - 1.25)"), [1.25]);
    assert_eq!(at("clip(x, -1, 1)"), [-1.0, 1.0]);
    assert_eq!(at("if(x > 0.5, 1, 0)"), [0.5]);
    assert_eq!(at("hard_swish(x)"), [-3.0, 3.0]);
    assert_eq!(at("relu(2*x - 1)"), [0.5]);
    assert_eq!(at("step(x - 0.3) + step(x + 0.3)"), [-0.3, 0.3]);
    // The two sides agree in value and slope.
    assert_eq!(at("if(x > 0, x^2, -x^2)"), []);
    assert_eq!(at("abs(x)^3"), []);
    assert_eq!(at("sin(x)"), []);
    let [kink] = parse("if(x < 0, -1, 2 + x)").kinks(-6.0, 6.0)[..] else { panic!("one jump") };
    assert!(kink.is_jump());
    assert!((kink.values.left + 1.0).abs() < 1e-6 && (kink.values.right - 2.0).abs() < 1e-6);
    assert_eq!((kink.slopes.left, kink.slopes.right), (0.0, 1.0));
    // A staircase without end is cut off.
    assert!(parse("step(sin(1000*x))").kinks(-6.0, 6.0).len() <= 64);
}

#[test]
fn what_is_undefined_is_no_number() {
    for (text, x) in
        [("ln(x)", -1.0), ("sqrt(x)", -1.0), ("1/x", 0.0), ("x^0.5", -2.0), ("exp(x)", 1e3)]
    {
        assert!(!parse(text).value(x).is_finite(), "{text}");
    }
    assert!(parse("max(ln(x), 0)").value(-1.0).is_nan(), "not hidden by a comparison");
    assert!(parse("if(ln(x) > 0, 1, 2)").value(-1.0).is_nan());
    // A branch that is not taken may be undefined.
    assert_eq!(parse("if(x > 0, ln(x), 0)").value(-1.0), 0.0);
}

#[test]
fn faults_name_their_place_and_what_was_expected() {
    use FaultKind::*;
    for (text, at, kind) in [
        ("", 0, Empty),
        ("   ", 0, Empty),
        ("2 +", 3, Expected(super::Expected::Value)),
        ("2 x", 2, Expected(super::Expected::Operator)),
        ("2e", 1, Expected(super::Expected::Operator)),
        ("(x", 2, Expected(super::Expected::Closing)),
        ("x)", 1, Expected(super::Expected::Operator)),
        ("sin x", 4, Expected(super::Expected::Opening)),
        ("foo(x)", 0, Name("foo".into())),
        ("own(x)", 0, Name("own".into())),
        ("1 + foo", 4, Name("foo".into())),
        ("x # 2", 2, Character('#')),
        ("1.2.3", 0, Number("1.2.3".into())),
        ("1e999", 0, Number("1e999".into())),
        ("if(x, 1, 2)", 4, Expected(super::Expected::Comparison)),
        ("min(x)", 0, Arguments { name: "min".into(), least: 2, most: 20 }),
        ("clip(x, 1)", 0, Arguments { name: "clip".into(), least: 3, most: 3 }),
        ("sin(x, 1)", 0, Arguments { name: "sin".into(), least: 1, most: 1 }),
        ("gelu(x, 1)", 0, Arguments { name: "gelu".into(), least: 1, most: 1 }),
        ("leaky_relu(x, 5)", 14, Parameter { name: "slope".into(), min: 0.0, max: 1.0 }),
        ("swish(x, x)", 9, Parameter { name: "beta".into(), min: 0.0, max: 10.0 }),
    ] {
        assert_eq!(fault(text), Fault { at, kind }, "{text}");
    }
    let long = "x+".repeat(LONGEST);
    assert_eq!(fault(&long), Fault { at: LONGEST, kind: TooLong });
    for deep in [
        "(".repeat(DEEPEST + 1),
        "-".repeat(DEEPEST + 1),
        "2^".repeat(DEEPEST + 1),
        "sin(".repeat(DEEPEST + 1),
    ] {
        assert_eq!(fault(&deep).kind, TooDeep, "{deep}");
    }
}

proptest::proptest! {
    /// Any text ends in an expression or a fault within the text, and any expression can be computed.
    #[test]
    fn nothing_that_is_typed_is_too_much(
        text in proptest::prop_oneof![
            proptest::string::string_regex("[x0-9+*/^() .,<>=a-z_-]{0,80}").unwrap(),
            proptest::string::string_regex("(sin|max|if|clip|gelu|x|2|\\(|\\)|,|>|-|\\^){0,40}").unwrap(),
            proptest::string::string_regex(".{0,60}").unwrap(),
        ],
        x in -1e3..1e3,
    ) {
        match Expression::parse(&text) {
            Ok(expression) => {
                expression.value(x);
                expression.gradient(x);
                assert!(expression.kinks(-6.0, 6.0).len() <= 64);
                for language in Language::ALL {
                    assert!(!expression.code(language).is_empty());
                }
            }
            Err(fault) => assert!(fault.at <= text.chars().count()),
        }
    }
}
