//! Floor 4: the lesson as HTML. The build writes it into the pages, one for each language, with a still figure in the
//! place of each demo. The app replaces the figures by live ones, and keeps the numbers in cards and tables up to date.

#[cfg(not(target_arch = "wasm32"))]
pub mod card;
pub mod facts;
#[cfg(not(target_arch = "wasm32"))]
pub mod figure;
#[cfg(not(target_arch = "wasm32"))]
pub mod gallery;
pub mod legend;
#[cfg(not(target_arch = "wasm32"))]
pub mod lesson;
