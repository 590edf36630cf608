//! Tests of `activations` for every function and over the whole range of every
//! parameter.

mod derivative;
mod domain;
mod extremes;
mod facts;
mod frameworks;
mod kinks;
mod reference;
mod registry;
