//! Floor 4: what a reader takes away, as bytes and text: pictures, numbers, code. And the way back, from a
//! file to the view that it was made of.

pub mod code;
pub mod file;
pub mod png;
pub mod svg;
pub mod table;
