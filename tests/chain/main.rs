//! What `activation_lab::models::chain` promises, and `activation_lab::numerics::Product`, on which
//! it is built.

mod automatic;
mod by_hand;
mod differences;
mod domain;
mod extremes;
mod kinks;
mod lesson;
mod product;
mod reference;
mod rounding;
mod structure;
