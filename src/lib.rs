//! Activation Lab: an interactive lesson on activation functions in neural networks.
//!
//! The modules are layers, called floors. Imports only go down (`tests/host/floors.rs` checks it):
//! the crate [`activations`], [`decimal`], [`markup`] and [`split`] at the bottom, then [`models`], then [`plot`], then
//! [`demos`] and [`text`], then [`view`], [`permalink`], [`script`], [`share`], [`qr`], [`export`] and [`page`], and at
//! the top `ui`, the only one that uses the browser.

pub mod decimal;
pub mod demos;
pub mod export;
pub mod markup;
pub mod models;
pub mod page;
pub mod permalink;
pub mod plot;
pub mod qr;
pub mod script;
pub mod share;
pub mod split;
pub mod text;
#[cfg(target_arch = "wasm32")]
pub mod ui;
pub mod view;
