//! Floor 4: exported files as bytes and text (pictures, numbers), and the view that a file was made
//! from.

pub mod file;
pub mod png;
pub mod svg;
pub mod table;
