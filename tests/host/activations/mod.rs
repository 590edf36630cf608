//! What `activation_lab::activations` promises, tested function by function and over the whole
//! domain of every parameter.

mod derivative;
mod domain;
mod extremes;
mod facts;
mod frameworks;
mod kinks;
mod reference;
mod registry;
