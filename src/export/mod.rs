//! Floor 4: exported files as bytes and text (pictures, numbers, code), and the view that a file was made
//! from.

pub mod code;
pub mod file;
pub mod png;
pub mod svg;
pub mod table;
