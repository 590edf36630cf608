//! What `activation_lab::models::chain` promises, `activation_lab::numerics::Product`, on which it is
//! built, and the demo that is built on it.

mod automatic;
mod by_hand;
mod demo;
mod differences;
mod domain;
mod extremes;
mod kinks;
mod lesson;
mod product;
mod reference;
mod rounding;
mod structure;
