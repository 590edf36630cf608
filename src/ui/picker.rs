//! The function picker of a demo. Each function has a thumbnail of its curve.

use super::controls::form_of;
use super::lab::Lab;
use super::library::{Choice, MoreFunctions};
use super::option_list::{self, Refusal};
use crate::demos::Demo;
use crate::demos::settings::{FUNCTION, Key, Kind, Many, Settings};
use crate::plot::Interval;
use crate::plot::palette::Palette;
use crate::plot::sample::{self, Viewport};
use activations::Activation;
use leptos::prelude::*;

/// The range of a thumbnail. It shows the characteristic part of every function.
const THUMBNAIL: Viewport =
    Viewport { x: Interval::new(-4.0, 4.0), y: Interval::new(-1.6, 2.4), pixels: (48.0, 24.0) };

/// The function picker: radio buttons or check boxes, depending on the demo's setting `f`.
#[component]
pub fn Picker(demo: &'static Demo) -> impl IntoView {
    let lab = Lab::get();
    let settings = lab.settings(demo);
    let palette = lab.palette(demo);
    let parameter = (demo.parameters)().iter().find(|parameter| parameter.key() == FUNCTION)?;
    // A list has check boxes, a choice radio buttons.
    let (options, list) = match &parameter.kind {
        Kind::Many { key, options, .. } => (options, Some(*key)),
        Kind::Choice { options, .. } => (options, None),
        Kind::Slider(..) | Kind::Toggle { .. } | Kind::Expression { .. } => return None,
    };
    let is_refused = RwSignal::new(false);
    let refusal = list.map(|_| view! { <Refusal is_refused /> });
    let choice = Choice { demo, key: FUNCTION, list, open: RwSignal::new(false), is_refused };
    let offered = option_list::offered(settings, FUNCTION, options);
    let chips = move || {
        let chip = |option| view! { <Chip demo settings palette list option is_refused /> };
        offered.get().into_iter().map(chip).collect_view()
    };
    Some(view! {
        <fieldset class="picker" disabled=lab.is_locked(demo, FUNCTION)>
            <legend
                class="unseen"
                prop:textContent=lab
                    .say(move |text| text.control(demo.id, FUNCTION).unwrap_or(FUNCTION))
            ></legend>
            // Firefox would stop at the line itself, which scrolls when a chip gets the focus.
            <div class="picker-line scroll-line" tabindex="-1">{chips}</div>
            <MoreFunctions choice />
            {refusal}
        </fieldset>
    })
}

#[component]
fn Chip(
    demo: &'static Demo,
    settings: Memo<Settings>,
    palette: Memo<Palette>,
    list: Option<Key<Many>>,
    option: &'static str,
    is_refused: RwSignal<bool>,
) -> impl IntoView {
    let lab = Lab::get();
    let activation = Activation::find(option);
    let thumbnail = activation.map(|activation| view! { <Thumbnail activation settings /> });
    let change = move |ev| match list {
        Some(key) => is_refused.set(option_list::choose(lab, demo, key, option, &ev)),
        None => lab.change(demo, |settings| settings.set(FUNCTION, option)),
    };
    let chosen = Signal::derive(move || settings.with(|settings| settings.has(FUNCTION, option)));
    // Radio buttons form a group within their form. Without a form, those of all demos would be one group.
    let kind = if list.is_some() { "checkbox" } else { "radio" };
    view! {
        <label class=option_list::class(palette, "chip", option)>
            <input
                type=kind
                form=form_of(demo)
                name=FUNCTION
                value=option
                prop:checked=chosen
                on:change=change
            />
            {thumbnail}
            <span
                class="chip-name"
                prop:textContent=lab.say(move |text| text.option(demo.id, FUNCTION, option))
            ></span>
        </label>
    }
}

/// The curve of a function with the parameters of a demo's settings.
#[component]
pub fn Thumbnail(activation: &'static Activation, settings: Memo<Settings>) -> impl IntoView {
    let function = Memo::new(move |_| settings.with(|s| s.function(activation)));
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
