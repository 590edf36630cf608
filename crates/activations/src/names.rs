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
    /// `Keras` and `ONNX`.
    pub fn in_framework(self, framework: &str) -> Option<&'static str> {
        self.lines().find(|(place, _)| *place == framework).map(|(_, names)| names)
    }

    /// Every name, also those that no framework has.
    pub fn all(self) -> impl Iterator<Item = &'static str> {
        self.lines().flat_map(|(_, names)| names.split(", "))
    }

    fn lines(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.0.lines().filter_map(|line| line.split_once(": "))
    }
}
