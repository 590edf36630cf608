//! The legend below the pictures of a demo.

use crate::demos::{Legend, Sample};
use crate::markup::{Html, html};
use crate::plot::scene::{Dot, Stroke};

/// The entries as list items.
pub fn items(entries: &[Legend]) -> Html {
    entries.iter().map(item).collect()
}

fn item(entry: &Legend) -> Html {
    let sample = match entry.sample {
        // The reader's own drawing has no legend.
        Sample::Line(Stroke::Solid | Stroke::Drawn) => "solid",
        Sample::Line(Stroke::Dashed) => "dashed",
        Sample::Line(Stroke::Thin) => "thin",
        Sample::Dot(Dot::Open) => "open",
        Sample::Dot(Dot::Closed) => "closed",
        Sample::Dot(Dot::Trace) => "trace",
        Sample::Dot(Dot::Handle) => "handle",
        // Legends of samples always name a class, so this pattern does not occur.
        Sample::Dot(Dot::Sample) | Sample::Class(0) => "class-0",
        Sample::Class(_) => "class-1",
        Sample::Bar => "bar",
        Sample::Edge => "edge",
        Sample::Saturated => "saturated",
    };
    html!(
        "<li><span class=\"sample sample-{sample}\" aria-hidden=\"true\"></span>{label}</li>",
        sample,
        label = entry.label,
    )
}
