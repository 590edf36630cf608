//! Activation Lab: what activation functions do in a neural network, to see and to touch.
//!
//! The modules are floors; imports only ever go down (`tests/host/floors.rs` checks it):
//! [`activations`], [`simd`] and [`numerics`] at the bottom, then [`models`], then [`plot`], then
//! [`demos`] and [`text`], then [`view`], [`permalink`], [`script`], [`share`], [`qr`] and [`export`],
//! and at the top `ui`, the only one that knows the browser.

pub mod activations;
pub mod demos;
pub mod export;
pub mod markup;
pub mod models;
pub mod numerics;
pub mod permalink;
pub mod plot;
pub mod qr;
pub mod script;
pub mod share;
pub mod simd;
pub mod text;
#[cfg(target_arch = "wasm32")]
pub mod ui;
pub mod view;
