//! The panel that gives a view to others' pages: what to put into them, ready to be copied.

use super::address;
use super::copy_link::write;
use super::lab::Lab;
use super::playhead::Playhead;
use crate::demos::Demo;
use crate::share::{FORMATS, snippet};
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen_futures::spawn_local;

#[component]
pub fn Share(demo: &'static Demo, playhead: Option<Playhead>) -> impl IntoView {
    let lab = Lab::get();
    let format = RwSignal::new(FORMATS[0]);
    let copied = RwSignal::new(false);
    let code = lab.tell(move |text| {
        lab.view.with(|view| {
            let mut view = view.clone();
            // The panel is this demo's, whichever was used last.
            view.change(demo);
            let title = text.passage(demo.id).title;
            snippet(format.get(), &address::folder(), &view, text.id, title)
        })
    });
    let copy = move |_| {
        if let Some(playhead) = playhead {
            playhead.rest();
        }
        spawn_local(async move {
            if write(&code.get_untracked()).await {
                copied.set(true);
                set_timeout(move || copied.set(false), Duration::from_secs(3));
            }
        });
    };
    let options = FORMATS.map(|id| {
        let name = lab.say(move |text| (text.page.share_format)(id).unwrap_or(id));
        view! { <option value=id>{name}</option> }
    });
    let choose = move |ev| {
        let wanted = event_target_value(&ev);
        format.set(FORMATS.into_iter().find(|id| *id == wanted).unwrap_or(FORMATS[0]));
    };
    view! {
        <details class="share">
            <summary class="button">{lab.say(|text| text.page.share)}</summary>
            <div class="export-panel share-panel">
                <label>
                    <span>{lab.say(|text| text.page.share_as)}</span>
                    <select name="format" on:change=choose>
                        {options.collect_view()}
                    </select>
                </label>
                <textarea
                    name="snippet"
                    rows="4"
                    readonly=true
                    aria-label=lab.say(|text| text.page.share)
                    prop:value=code
                ></textarea>
                <button type="button" class="button" on:click=copy>
                    {lab.say(|text| text.page.share_copy)}
                </button>
                <span role="status">
                    {lab.say(move |text| if copied.get() { text.page.share_copied } else { "" })}
                </span>
            </div>
        </details>
    }
}
