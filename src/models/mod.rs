//! Floor 1: the simulations of the demos, without pictures. Each file holds one model, a pure
//! function of its settings.

pub mod chain;
pub mod collapse;
pub mod dataset;
pub mod dead_neurons;
pub mod descent;
pub mod learned_shape;
pub mod maxout;
pub mod network;
pub mod neuron;
pub mod objections;
pub mod training;
