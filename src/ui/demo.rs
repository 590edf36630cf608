//! A demo's section of the page, made from what the registry says of it.

use super::browser;
use super::controls::Controls;
use super::copy_link::CopyLink;
use super::data_table::DataTable;
use super::lab::Lab;
use super::picker::Pickers;
use super::plot::Plot;
use super::readouts::ReadoutTable;
use crate::demos::{self, Legend, Sample, Stage};
use crate::plot::scene::{Dot, Stroke};
use crate::text::number::read;
use leptos::html::Div;
use leptos::prelude::*;

/// The height of tick labels, in CSS pixels.
const TICK_TEXT: f64 = 13.0;
/// Where `style/demo.css` puts the controls below the plots.
const ONE_COLUMN: &str = "(max-width: 69.99rem)";

#[component]
pub fn Demo(demo: &'static demos::Demo) -> impl IntoView {
    let lab = Lab::get();
    let settings = lab.settings(demo);
    let hover = RwSignal::new(None::<f64>);
    // What is shown: a resting mouse moves the probe for as long as it rests there.
    let shown = Memo::new(move |_| {
        let mut settings = settings.get();
        if let (Some(key), Some(x)) = (demo.probe, hover.get()) {
            settings.set_number(key, x);
        }
        settings
    });
    let room = NodeRef::<Div>::new();
    let width = browser::width(room);
    // There the plots stay in sight above the sliders, and must leave them room.
    let one_column = browser::media(ONE_COLUMN);
    let pictures = Memo::new(move |_| {
        let width = width.get().floor();
        // Not laid out yet.
        if width < 1.0 {
            return Vec::new();
        }
        let share = if one_column.get() { 0.45 } else { 0.72 };
        let height = share * lab.window_height.get();
        let stage = Stage { width, height, text: TICK_TEXT };
        shown.with(|settings| (demo.scenes)(settings, &stage))
    });
    let readouts = Memo::new(move |_| shown.with(|s| (demo.readouts)(s, lab.text.get())));
    let legend = Memo::new(move |_| settings.with(|s| legend(&(demo.legend)(s, lab.text.get()))));
    let description = Memo::new(move |_| shown.with(|s| (demo.description)(s, lab.text.get())));
    let spoken = Memo::new(move |_| {
        let mut parts = Vec::new();
        readouts.with(|readouts| {
            parts.extend(readouts.probe.clone());
            for row in &readouts.rows {
                let numbers: Vec<_> = row.cells.iter().map(|cell| read(cell.value)).collect();
                parts.push(format!("{} {}", row.label, numbers.join(", ")));
            }
        });
        parts.join("; ")
    });
    let plots = demo.pictures.iter().map(|id| {
        view! { <Plot demo id pictures description spoken hover /> }
    });
    let presets = demo.presets.iter().map(|preset| {
        let apply = move |_| lab.change(demo, |settings| settings.set_all(preset.settings));
        view! {
            <button type="button" class="preset" on:click=apply>
                {lab.say(|text| (text.preset)(preset.id).unwrap_or(preset.id))}
            </button>
        }
    });
    let heading = format!("{}-heading", demo.id);
    view! {
        <section id=demo.id class="demo" aria-labelledby=heading.clone()>
            <header class="demo-head">
                <h2 id=heading.clone()>{lab.say(|text| text.demo(demo.id).title)}</h2>
                <p inner_html=lab.say(|text| text.demo(demo.id).lead)></p>
            </header>
            <div class="demo-body">
                <div class="demo-stage">
                    <div class="demo-presets" role="group" aria-label=lab.say(|text| text.page.presets)>
                        {presets.collect_view()}
                        <CopyLink demo />
                    </div>
                    <Pickers demo />
                    <figure class="demo-figure">
                        <div class="demo-plots" node_ref=room>
                            {plots.collect_view()}
                        </div>
                        <figcaption>
                            <ul class="legend" inner_html=legend></ul>
                            <p class="demo-help">{lab.say(|text| text.page.plot_help)}</p>
                        </figcaption>
                    </figure>
                    <ReadoutTable readouts />
                    <DataTable demo settings />
                </div>
                <Controls demo />
            </div>
        </section>
    }
}

/// The legend's HTML.
fn legend(entries: &[Legend]) -> String {
    let entry = |entry: &Legend| {
        let sample = match entry.sample {
            Sample::Line(Stroke::Solid) => "solid",
            Sample::Line(Stroke::Dashed) => "dashed",
            Sample::Line(Stroke::Thin) => "thin",
            Sample::Dot(Dot::Open) => "open",
            Sample::Dot(Dot::Closed) => "closed",
            Sample::Dot(Dot::Handle) => "handle",
            Sample::Saturated => "saturated",
        };
        let label = entry.label;
        format!(
            "<li><span class=\"sample sample-{sample}\" aria-hidden=\"true\"></span>{label}</li>"
        )
    };
    entries.iter().map(entry).collect()
}
