//! Floor 2: pictures as data. A demo describes a picture as a [`scene::Scene`] in data coordinates, with roles
//! instead of colours. [`paint`] draws it through plotters on any backend.

pub mod axis;
pub mod clip;
pub mod contour;
pub mod geometry;
pub mod guess;
pub mod layout;
pub mod names;
pub mod paint;
pub mod palette;
pub mod region;
pub mod sample;
pub mod scene;
pub mod simplify;
pub mod theme;

pub use geometry::Interval;
pub use layout::Layout;
pub use scene::Scene;
