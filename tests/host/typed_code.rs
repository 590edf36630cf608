//! The code of typed functions gives the values that the app shows. The Rust code is compiled and run by these tests. The
//! results of the Python code are in `tests/reference/typed_code.csv`, with a checksum of the code that gave them.

use activation_lab::export::png;
use activations::Function;
use activations::code::Language;
use std::fmt::Write;

use crate::code::{assert_typeset, run_rust};

const EXPRESSIONS: &str = include_str!("../reference/expressions.txt");
const TABLE: &str = include_str!("../reference/typed_code.csv");

/// The largest difference relative to the larger of 1 and the result. Terms of the size of 1 are added, and the derivative
/// is written as another sum than the dual numbers compute. The libraries have SELU's constants to 1e-8. Keras computes tanh,
/// sin, atan and others in float32 in any case.
const RELATIVE: f64 = 1e-8;
const RELATIVE_IN_KERAS: f64 = 1e-6;
/// The same for Rust, whose functions are those of the app.
const RELATIVE_IN_RUST: f64 = 64.0 * f64::EPSILON;

fn assert_close(text: &str, x: f64, [value, gradient]: [f64; 2], relative: f64) {
    let function = Function::typed(text);
    for (own, other) in [(function.value(x), value), (function.gradient(x), gradient)] {
        let error = (own - other).abs() / own.abs().max(1.0);
        assert!(error <= relative, "{text} at {x}: {own}, the code {other}");
    }
}

#[test]
fn python_gives_what_the_app_shows() {
    let mut rows = 0;
    for line in TABLE.lines().skip(1) {
        let [language, text, crc, x, value, gradient] = line.split('\t').collect::<Vec<_>>()[..]
        else {
            panic!("six columns: {line}");
        };
        let language = Language::ALL.into_iter().find(|known| known.name() == language);
        let language = language.expect("a known language");
        let code = Function::typed(text).typed_code(language);
        assert_eq!(
            png::crc(code.expect("it is typed").as_bytes()).to_string(),
            crc,
            "{text}: the code has changed: python3 tests/reference/make_typed_code.py"
        );
        let [x, value, gradient] = [x, value, gradient].map(|text| text.parse().expect("a number"));
        let relative = if language == Language::Keras { RELATIVE_IN_KERAS } else { RELATIVE };
        assert_close(text, x, [value, gradient], relative);
        rows += 1;
    }
    assert_eq!(rows, EXPRESSIONS.lines().count() * 4 * 16, "each in four libraries at 16 places");
}

#[test]
fn rust_gives_what_the_app_shows() {
    let xs = [-3.5, -2.0, -0.7, -1e-3, 0.0, 0.25, 0.5, 1.0, 2.0, 3.5];
    // Rust has no error function without a crate.
    let texts = || EXPRESSIONS.lines().filter(|text| !text.contains("erf("));
    let (mut program, mut main) = (String::new(), String::new());
    for (index, text) in texts().enumerate() {
        let code = Function::typed(text).typed_code(Language::Rust).expect("it is typed");
        writeln!(program, "mod case_{index} {{\n{code}}}").unwrap();
        for x in xs {
            let name = format!("case_{index}::own");
            writeln!(main, "println!(\"{{:e}} {{:e}}\", {name}({x:?}), {name}_derivative({x:?}));")
                .unwrap();
        }
    }
    writeln!(program, "fn main() {{\n{main}}}").unwrap();
    let output = run_rust("typed_code", &program);
    let mut lines = output.lines();
    for text in texts() {
        for x in xs {
            let (value, gradient) = lines.next().and_then(|line| line.split_once(' ')).expect(text);
            let results = [value, gradient].map(|text| text.parse().expect("a number"));
            assert_close(text, x, results, RELATIVE_IN_RUST);
        }
    }
}

#[test]
fn latex_can_be_typeset() {
    for text in EXPRESSIONS.lines() {
        assert_typeset(
            text,
            &Function::typed(text).typed_code(Language::Latex).expect("it is typed"),
        );
    }
}

#[test]
fn the_code_is_plain() {
    for text in EXPRESSIONS.lines() {
        for language in Language::ALL {
            let code = Function::typed(text).typed_code(language).expect("it is typed");
            assert!(code.is_ascii(), "{text}: any editor shows it: {code}");
            assert!(code.ends_with('\n') && !code.starts_with('\n'), "{text}: {code}");
            assert!(!code.contains("\n\n\n\n") && !code.contains('@'), "{text}: {code}");
        }
    }
}
