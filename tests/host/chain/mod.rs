//! Tests of `activation_lab::models::chain`, of `numerics::Product`, which the chain
//! uses, and of the chain demo.

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
