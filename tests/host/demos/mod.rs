//! What the demos promise: their models against values worked out by other means, and what they say
//! of them.

mod alpha;
mod classify;
mod collapse;
mod dead;
mod descent;
mod maxout;
mod neuron;
mod settings;
mod shown;

use activation_lab::activations::Activation;
use activation_lab::activations::Function;

/// The function of this id with its parameters at their defaults.
fn function(id: &str) -> Function {
    Function::with_defaults(Activation::find(id).expect("a known id"))
}
