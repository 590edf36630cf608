//! The lists of a demo: several functions at once, each with a small curve.

use super::lab::Lab;
use crate::activations::{self, Activation, Function};
use crate::demos::Demo;
use crate::demos::settings::{Kind, Settings};
use crate::plot::Interval;
use crate::plot::sample::{self, View};
use leptos::prelude::*;

/// What a thumbnail shows: room enough for each function's character.
const THUMBNAIL: View =
    View { x: Interval::new(-4.0, 4.0), y: Interval::new(-1.6, 2.4), pixels: (48.0, 24.0) };

#[component]
pub fn Pickers(demo: &'static Demo) -> impl IntoView {
    let lab = Lab::get();
    let settings = lab.settings(demo);
    let lists = (demo.parameters)().iter().filter_map(move |parameter| match &parameter.kind {
        Kind::Many { options, .. } => {
            let key = parameter.key;
            let chips = options.iter().map(|option| view! { <Chip demo settings key option /> });
            Some(view! {
                <fieldset class="picker">
                    <legend class="unseen">{lab.say(move |text| (text.control)(demo.id, key).unwrap_or(key))}</legend>
                    {chips.collect_view()}
                </fieldset>
            })
        }
        _ => None,
    });
    lists.collect_view()
}

#[component]
fn Chip(
    demo: &'static Demo,
    settings: Memo<Settings>,
    key: &'static str,
    option: &'static str,
) -> impl IntoView {
    let lab = Lab::get();
    let activation = activations::ALL.iter().enumerate().find(|(_, known)| known.id == option);
    let class = activation.map_or("chip".to_owned(), |(index, _)| format!("chip series-{index}"));
    let thumbnail = activation.map(|(_, activation)| view! { <Thumbnail activation settings /> });
    let change = move |ev| {
        let on = event_target_checked(&ev);
        lab.change(demo, |settings| settings.set_option(key, option, on));
    };
    view! {
        <label class=class>
            <input
                type="checkbox"
                name=key
                value=option
                prop:checked=Signal::derive(move || settings.with(|s| s.many(key).contains(&option)))
                on:change=change
            />
            {thumbnail}
            <span class="chip-name">{lab.say(move |text| text.option(key, option))}</span>
        </label>
    }
}

#[component]
fn Thumbnail(activation: &'static Activation, settings: Memo<Settings>) -> impl IntoView {
    let function =
        Memo::new(move |_| settings.with(|s| Function::new(activation, |key| s.number(key))));
    let path = Signal::derive(move || {
        let function = function.get();
        let runs =
            sample::curve(|x| function.value(x), &sample::value_breaks(&function), THUMBNAIL);
        let inside =
            runs.iter().flat_map(|run| crate::plot::clip::polyline(run, THUMBNAIL.x, THUMBNAIL.y));
        sample::path_data(&inside.collect::<Vec<_>>(), THUMBNAIL)
    });
    let (width, height) = THUMBNAIL.pixels;
    let zero = height * THUMBNAIL.y.high / THUMBNAIL.y.length();
    view! {
        <svg class="thumbnail" viewBox=format!("0 0 {width} {height}") aria-hidden="true">
            <path class="thumbnail-zero" d=format!("M0 {zero}H{width}") />
            <path class="thumbnail-curve" d=path />
        </svg>
    }
}
