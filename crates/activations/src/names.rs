//! The names of the functions in frameworks and elsewhere.

use crate::Activation;
use crate::functions;

/// The names of a function.
#[derive(Debug, Clone, Copy)]
pub struct Names(&'static str);

/// The names of a function in frameworks and elsewhere. They are not in [`Body`](crate::Body), so that a program that
/// searches for no function need not contain them.
pub fn names(activation: &Activation) -> Names {
    Names(functions::names(activation))
}

impl Names {
    /// What a framework calls the function: names with their arguments, as code. The frameworks are `PyTorch`, `JAX`,
    /// `Keras`, `TensorFlow` and `ONNX`.
    pub fn in_framework(self, framework: &str) -> Option<&'static str> {
        self.lines().find(|(place, _)| *place == framework).map(|(_, names)| names)
    }

    /// What a framework calls the function, as calls alone, such as `jax.nn.gelu(approximate=False)`: without the
    /// remarks, which are English.
    pub fn calls_in(self, framework: &str) -> Vec<String> {
        let names = self.in_framework(framework).unwrap_or_default();
        parts(names, ',').filter_map(call).collect()
    }

    /// Every name, also those that no framework has.
    pub fn all(self) -> impl Iterator<Item = &'static str> {
        self.lines().flat_map(|(_, names)| names.split(", "))
    }

    fn lines(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.0.lines().filter_map(|line| line.split_once(": "))
    }
}

/// The parts of a text between separators that are not in brackets.
fn parts(text: &str, separator: char) -> impl Iterator<Item = &str> {
    let mut depth = 0;
    let is_between = move |letter: char| {
        match letter {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        depth == 0 && letter == separator
    };
    text.split(is_between).map(str::trim)
}

/// The call at the start of a part; `None` if the part is a remark on the part before, such as `opset 14`. The arguments of
/// `f with a=1` become those of the call.
fn call(part: &str) -> Option<String> {
    let mut words = parts(part, ' ');
    let name = words.next()?;
    if !(name.contains('.') || name.starts_with(char::is_uppercase)) {
        return None;
    }
    let argument = match (words.next(), words.next()) {
        (Some("with"), Some(argument)) if argument.contains('=') => format!("({argument})"),
        _ => String::new(),
    };
    Some(format!("{name}{argument}"))
}

#[cfg(test)]
mod tests {
    use super::names;
    use crate::Activation;

    #[test]
    fn calls_have_their_arguments_and_no_remarks() {
        let calls = |id, framework| {
            names(Activation::find(id).expect("there is such a function")).calls_in(framework)
        };
        assert_eq!(calls("gelu", "JAX"), ["jax.nn.gelu(approximate=False)"]);
        assert_eq!(
            calls("gelu", "Keras"),
            ["keras.activations.gelu(approximate=False)", "keras.ops.gelu(approximate=False)"]
        );
        assert_eq!(
            calls("threshold", "PyTorch"),
            ["torch.nn.Threshold(threshold, value)", "torch.nn.functional.threshold"]
        );
        assert_eq!(calls("threshold", "ONNX"), ["ThresholdedRelu(alpha=1.0)"]);
        assert_eq!(calls("quick-gelu", "ONNX"), ["QuickGelu(alpha=1.702)"]);
        assert_eq!(calls("softshrink", "ONNX"), ["Shrink(bias=lambd)"]);
        assert_eq!(calls("threshold", "JAX"), <[&str; 0]>::default());
    }
}
