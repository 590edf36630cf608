//! Floor 1: what the demos simulate, without a picture. One file a model; each is a pure function
//! of its settings.

pub mod chain;
pub mod collapse;
pub mod dataset;
pub mod dead_neurons;
pub mod descent;
pub mod learned_shape;
pub mod maxout;
pub mod network;
pub mod neuron;
pub mod training;
