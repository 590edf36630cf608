//! Tests of `activation_lab::models::network` and of `activation_lab::models::dataset`.

mod bits;
mod dataset;
mod differences;
mod divergence;
mod learning;
mod reference;
mod structure;

use activation_lab::models::dataset::Dataset;
use activation_lab::models::network::Network;
use activations::Activation;
use activations::Function;

/// The function with this id and its default parameters.
fn function(id: &str) -> Function {
    Function::with_defaults(Activation::find(id).expect("a known id"))
}

/// ∂(mean loss)/∂(parameter) in f32: the change in one step with a batch of all points at a rate
/// of 1. The parameters and the difference round to 6e−8 of the parameter.
fn gradient(network: &Network, data: &Dataset) -> Vec<f64> {
    let mut trained = network.clone();
    trained.train_epoch(data, 1.0, data.x.len(), 0, 0);
    let pairs = network.parameters().iter().zip(trained.parameters());
    pairs.map(|(before, after)| f64::from(*before) - f64::from(*after)).collect()
}
