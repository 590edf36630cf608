//! The code that a reader can copy gives the values that the app shows. The Rust code is compiled and run
//! by these tests. The results of the Python code are in `tests/reference/code.csv`, with a checksum of
//! the code that gave them.

use activation_lab::export::png;
use activations::code::{Language, snippet, template};
use activations::{Activation, Function, Parameter, all, functions};
use math_core::{LatexToMathML, MathCoreConfig, MathDisplay};
use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::deviations::deviation;
use crate::rounding;

/// The results of the Python libraries, and checksums of the code that gave them.
const TABLE: &str = include_str!("../reference/code.csv");

/// The largest relative difference of two results. The logistic slopes of the app and of the libraries are
/// right to 3 ε each, and the exponential and tanh of JAX add up to 2 ε.
const RELATIVE: f64 = 8.0 * f64::EPSILON;

/// Every function with the parameters of the table: the defaults, other values, and values that make one function
/// equal to another.
fn functions() -> Vec<Function> {
    let mut functions: Vec<Function> = Vec::new();
    for line in TABLE.lines().skip(1) {
        let cells: Vec<_> = line.split(',').collect();
        let function = function(cells[1], cells[2]);
        if !functions.contains(&function) {
            functions.push(function);
        }
    }
    functions
}

fn number(text: &str) -> f64 {
    text.parse().unwrap_or_else(|_| panic!("not a number: {text}"))
}

fn function(id: &str, parameters: &str) -> Function {
    let said = |one: &Parameter| {
        let mut pairs = parameters.split_whitespace().filter_map(|pair| pair.split_once('='));
        number(pairs.find(|pair| pair.0 == one.name()).expect("every key").1)
    };
    Function::new(Activation::find(id).expect("a known id"), said)
}

/// Whether a result of the app is the expected one. `least` is the size up to which errors are absolute.
fn is_close(function: impl Fn(f64) -> f64, x: f64, expected: f64, least: f64, more: f64) -> bool {
    let measured = function(x);
    let size = measured.abs().max(expected.abs()).max(least);
    // Where both overflow, their difference is no number.
    measured == expected
        || (measured - expected).abs()
            <= (RELATIVE + more) * size + rounding::passed_on(function, x)
}

#[test]
fn python_gives_what_the_app_shows() {
    let mut seen = BTreeSet::new();
    for line in TABLE.lines().skip(1) {
        let [language, id, parameters, crc, x, value, gradient] =
            line.split(',').collect::<Vec<_>>()[..]
        else {
            panic!("seven columns: {line}");
        };
        let function = function(id, parameters);
        let language = Language::ALL.into_iter().find(|known| known.name() == language);
        let language = language.expect("a known language");
        let template =
            template(functions::code(function.activation).expect("there is code"), language);
        assert_eq!(
            png::crc(template.as_bytes()).to_string(),
            crc,
            "{id}, {}: the code has changed: python3 tests/reference/make_code.py",
            language.name()
        );
        let (x, value, gradient) = (number(x), number(value), number(gradient));
        let (own, slope) = (function.value(x), function.gradient(x));
        // NumPy runs formulas that keep the digits of small results. The functions of the other libraries add terms of
        // the size of 1 or x.
        let least = if language == Language::NumPy { 0.0 } else { x.abs().max(1.0) };
        let more = deviation(id, language.name());
        assert!(is_close(|x| function.value(x), x, value, least, more), "{line}: {own}");
        assert!(is_close(|x| function.gradient(x), x, gradient, least, more), "{line}: {slope}");
        seen.insert((language.name(), id));
    }
    for activation in all() {
        let libraries = seen.iter().filter(|(_, id)| *id == activation.id).count();
        assert_eq!(libraries, 4, "{} in four libraries", activation.id);
    }
}

/// The code of a function in a language, with its parameters.
fn written(function: &Function, language: Language) -> String {
    snippet(functions::code(function.activation).expect("there is code"), function, language)
}

/// The functions whose Rust code has an error function of its own, because the standard library has none.
const NEED_ERF: [&str; 2] = ["gelu", "laplace"];

/// Compiles a program without a warning, runs it, and returns what it prints. `name` is that of its files.
pub fn run_rust(name: &str, program: &str) -> String {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let (source, binary) = (directory.join(format!("{name}.rs")), directory.join(name));
    let binary = binary.with_extension(std::env::consts::EXE_EXTENSION);
    fs::write(&source, program).expect("the folder for tests is writable");
    let compiled = Command::new("rustc")
        .args(["--edition=2024", "--deny=warnings", "-o"])
        .args([&binary, &source])
        .output()
        .expect("rustc runs");
    assert!(compiled.status.success(), "{}", String::from_utf8_lossy(&compiled.stderr));
    let output = Command::new(&binary).output().expect("the program runs");
    String::from_utf8(output.stdout).expect("it prints numbers")
}

#[test]
fn rust_compiles_and_gives_what_the_app_shows() {
    // The inputs of `code.csv`, and inputs with subnormal and with very large results.
    let xs = [
        -1000.0, -745.0, -700.0, -40.0, -20.0, -3.5, -1.0, -0.5, -1e-3, -1e-20, 0.0, 1e-20, 1e-3,
        0.5, 1.0, 3.5, 20.0, 40.0, 700.0, 745.0, 1000.0,
    ];
    let mut program = String::new();
    let mut main = String::new();
    for (index, function) in functions().iter().enumerate() {
        let code = written(function, Language::Rust);
        writeln!(program, "mod case_{index} {{\n{code}}}").unwrap();
        let name = format!("case_{index}::{}", function.activation.id.replace('-', "_"));
        for x in xs {
            writeln!(main, "println!(\"{{:e}} {{:e}}\", {name}({x:?}), {name}_derivative({x:?}));")
                .unwrap();
        }
    }
    writeln!(program, "fn main() {{\n{main}}}").unwrap();
    let output = run_rust("code", &program);
    let mut lines = output.lines();
    for function in functions() {
        for x in xs {
            let line = lines.next().expect("a line for each x");
            let (value, gradient) = line.split_once(' ').expect("two numbers");
            let (value, gradient) = (number(value), number(gradient));
            if NEED_ERF.contains(&function.activation.id) {
                assert!(
                    is_close(|x| function.value(x), x, value, 0.0, 0.0),
                    "{function:?}, x = {x}: {value}"
                );
                let slope = |x| function.gradient(x);
                assert!(
                    is_close(slope, x, gradient, 0.0, 0.0),
                    "{function:?}, x = {x}: {gradient}"
                );
                continue;
            }
            // The compiler and the operations are the same, so the bits are equal, except for the sign of
            // 0.
            assert_eq!(value, function.value(x), "{function:?}, x = {x}");
            assert_eq!(gradient, function.gradient(x), "{function:?}, x = {x}");
        }
    }
    assert_eq!(lines.next(), None);
}

/// Checks that each line of LaTeX that is no comment is a display formula that can be typeset.
pub fn assert_typeset(what: &str, code: &str) {
    let latex = LatexToMathML::new(MathCoreConfig::default()).expect("there are no macros");
    for line in code.lines().filter(|line| !line.starts_with('%')) {
        let inner = line.strip_prefix("\\[ ").and_then(|line| line.strip_suffix(" \\]"));
        let formula = inner.unwrap_or_else(|| panic!("{what}: a display formula a line: {line}"));
        let converted = latex.convert_with_local_state(formula, MathDisplay::Block);
        assert!(converted.is_ok(), "{what}: {formula}");
    }
}

#[test]
fn latex_can_be_typeset() {
    for function in functions() {
        assert_typeset(function.activation.id, &written(&function, Language::Latex));
    }
}

#[test]
fn the_parameters_of_the_moment_are_in_the_code() {
    let function = function("maxout", "w1=-0.25 b1=1.5 w2=3 b2=-4.75");
    for language in Language::ALL {
        let code = written(&function, language);
        let three = if language == Language::Latex { "= 3," } else { "3.0" };
        for number in ["-0.25", "1.5", three, "-4.75"] {
            assert!(code.contains(number), "{number} in {code}");
        }
    }
}

#[test]
fn nothing_is_left_to_fill_in() {
    for activation in all() {
        for language in Language::ALL {
            let code = written(&Function::with_defaults(activation), language);
            assert!(!code.contains('@'), "{}: {code}", activation.id);
            assert!(code.ends_with('\n') && !code.starts_with('\n'), "{}", activation.id);
            assert!(code.is_ascii(), "{}: any editor shows it", activation.id);
            // The file has one block for each language and no others.
            assert_eq!(
                functions::code(activation).expect("there is code").matches("\n## ").count(),
                Language::ALL.len()
            );
        }
    }
}
