//! Tests of the demos: their models compared with values from other sources, and their words.

mod alpha;
mod classify;
mod collapse;
mod dead;
mod descent;
mod functions;
mod maxout;
mod neuron;
mod settings;
mod shown;

use activations::Activation;
use activations::Function;

/// The function with this id and its default parameters.
fn function(id: &str) -> Function {
    Function::with_defaults(Activation::find(id).expect("a known id"))
}
