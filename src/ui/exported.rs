//! What the export panel of a demo saves.

use crate::demos::experiment::SharedExperiment;
use crate::demos::settings::Settings;
use crate::demos::{Demo, Picture};
use crate::plot::Interval;
use leptos::prelude::*;

/// The ranges of the y axes of a demo's pictures as they were last drawn, by picture id.
pub type Axes = StoredValue<Vec<(&'static str, Interval)>>;

/// What the export panel of a demo saves.
#[derive(Clone, Copy)]
pub struct Exported {
    pub demo: &'static Demo,
    pub pictures: Memo<Vec<Picture>>,
    pub axes: Axes,
    /// The settings of the pictures.
    pub shown: Memo<Settings>,
    /// What the data table shows.
    pub computed: Memo<SharedExperiment>,
}
