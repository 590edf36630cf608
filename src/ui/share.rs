//! The panel that gives code with which other pages show or embed a view.

use super::copy_code::CopyButton;
use super::inner_html::from_html;
use super::lab::Lab;
use super::location;
use super::playhead::Playhead;
use crate::demos::Demo;
use crate::demos::settings::Setting;
use crate::markup::{Html, html};
use crate::share::{FORMATS, snippet};
use leptos::prelude::*;

/// The content of the panel.
#[component]
pub fn Share(demo: &'static Demo, playhead: Option<Playhead>) -> impl IntoView {
    let lab = Lab::get();
    let format = RwSignal::new(FORMATS[0]);
    let locks = RwSignal::new(Vec::<&'static str>::new());
    let code = lab.tell(move |text| {
        lab.view.with(|view| {
            let mut view = view.clone();
            // The snippet is for the demo of this panel, even if another demo was used last.
            view.change(demo);
            // The snippet has the locks of the opened link and those that are ticked in the panel.
            let locked: Vec<_> = view.locked(demo).iter().copied().chain(locks.get()).collect();
            view.lock(demo, locked);
            let title = text.title(demo.id);
            snippet(format.get(), &location::folder(), &view, text.id, title)
        })
    });
    let options = lab.tell(|text| {
        let name = |id| text.share_format(id).unwrap_or(id);
        let option = |id| html!("<option value=\"{id}\">{name}</option>", id, name = name(id));
        FORMATS.into_iter().map(option).collect::<Html>()
    });
    let lock_list = lab.tell(move |text| {
        let boxes = (demo.parameters)().iter().map(|setting| {
            html!(
                "<label class=\"toggle\"><input type=\"checkbox\" name=\"lock\" value=\"{key}\"><span>{name}</span></label>",
                key = setting.key(),
                name = text.label(demo.id, setting),
            )
        });
        let boxes: Html = boxes.collect();
        html!("<legend>{name}</legend>{boxes}", name = text.words.page.share_locks, boxes)
    });
    let on_lock = move |ev| {
        let (wanted, on) = (event_target_value(&ev), event_target_checked(&ev));
        locks.update(|locks| {
            locks.retain(|key| *key != wanted);
            let keys = (demo.parameters)().iter().map(Setting::key);
            locks.extend(keys.filter(|key| on && *key == wanted));
        });
    };
    let choose = move |ev| {
        let wanted = event_target_value(&ev);
        if let Some(known) = FORMATS.into_iter().find(|id| *id == wanted) {
            format.set(known);
        }
    };
    view! {
            <label>
                <span prop:textContent=lab.say(|text| text.words.page.share_as)></span>
                <select
                    name="format"
                    inner_html=from_html(options)
                    prop:value=move || format.get()
                    on:change=choose
                ></select>
            </label>
            <textarea
                name="snippet"
                rows="4"
                readonly=true
                aria-label=lab.say(|text| text.words.page.share)
                prop:value=code
            ></textarea>
            <CopyButton code playhead />
            <fieldset class="share-locks" inner_html=from_html(lock_list) on:change=on_lock></fieldset>
    }
}
