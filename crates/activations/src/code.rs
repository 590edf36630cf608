//! Functions as source code.

use crate::Function;

/// A language, or a library of a language, in which a function is offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    NumPy,
    PyTorch,
    Jax,
    Keras,
    Rust,
    Latex,
}

impl Language {
    /// Every language, in the order of the page.
    pub const ALL: [Language; 6] = [
        Language::NumPy,
        Language::PyTorch,
        Language::Jax,
        Language::Keras,
        Language::Rust,
        Language::Latex,
    ];

    /// The name on the page, which is also the heading in an activation's code.
    pub fn name(self) -> &'static str {
        match self {
            Language::NumPy => "Python (NumPy)",
            Language::PyTorch => "PyTorch",
            Language::Jax => "JAX",
            Language::Keras => "Keras",
            Language::Rust => "Rust",
            Language::Latex => "LaTeX",
        }
    }
}

/// The block of an activation's code for a language, with its placeholders.
///
/// # Panics
///
/// When the code has no block for the language.
pub fn template(code: &str, language: Language) -> &str {
    let mut sections = code.split("\n## ");
    let section = sections.find(|section| section.lines().next() == Some(language.name()));
    // The text between the fences, without the first fence's language.
    let block = section.and_then(|section| section.split("```").nth(1)?.split_once('\n'));
    block.expect("every activation has code in every language").1
}

/// f and f′ in a language, with the present parameters of the function. `code` is the code of its activation, see
/// [`functions::code`](crate::functions::code). A typed function has [code of its own](Function::typed_code).
pub fn snippet(code: &str, function: &Function, language: Language) -> String {
    let activation = function.activation;
    let is_latex = language == Language::Latex;
    let mut code = template(code, language).to_owned();
    if is_latex {
        code = code
            .replace("@formula", activation.body().formula)
            .replace("@derivative", activation.body().derivative);
    }
    for (parameter, number) in activation.parameters.iter().zip(function.parameters()) {
        // A floating-point literal keeps its decimal point. Without it, Rust would read an integer.
        let literal = if is_latex { number.to_string() } else { format!("{number:?}") };
        code = code.replace(&format!("@{}", parameter.name()), &literal);
    }
    code
}
