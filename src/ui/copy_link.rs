//! The button that puts the address of this very view on the clipboard.

use super::address;
use super::lab::Lab;
use super::playhead::Playhead;
use crate::demos::Demo;
use leptos::ev;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::HtmlInputElement;

/// What became of the last attempt.
#[derive(Clone, PartialEq)]
enum Copied {
    No,
    Yes,
    /// The browser refused; the reader can copy this.
    ByHand(String),
}

#[component]
pub fn CopyLink(demo: &'static Demo, playhead: Option<Playhead>) -> impl IntoView {
    let lab = Lab::get();
    let copied = RwSignal::new(Copied::No);
    let copy = move |_| {
        // A run's moment is in a link once it rests.
        if let Some(playhead) = playhead {
            playhead.rest();
        }
        lab.change(demo, |_| {});
        let link = address::link(&lab.view.get_untracked());
        spawn_local(async move {
            copied.set(if write(&link).await { Copied::Yes } else { Copied::ByHand(link) });
            if copied.get_untracked() == Copied::Yes {
                set_timeout(move || copied.set(Copied::No), Duration::from_secs(3));
            }
        });
    };
    let said = lab.say(move |text| match copied.get() {
        Copied::No => "",
        Copied::Yes => text.page.link_copied,
        Copied::ByHand(_) => text.page.copy_by_hand,
    });
    let by_hand = move || match copied.get() {
        Copied::ByHand(link) => Some(view! {
            <input
                class="copy-link-address"
                type="text"
                readonly=true
                aria-label=lab.say(|text| text.page.copy_by_hand)
                prop:value=link
                on:focus=select_all
            />
        }),
        _ => None,
    };
    view! {
        <span class="copy-link">
            <button type="button" on:click=copy>
                {lab.say(|text| text.page.copy_link)}
            </button>
            <span class="copy-link-said" role="status">
                {said}
            </span>
            {by_hand}
        </span>
    }
}

fn select_all(ev: ev::FocusEvent) {
    event_target::<HtmlInputElement>(&ev).select();
}

/// Whether the text is on the clipboard now.
pub async fn write(text: &str) -> bool {
    // There is no clipboard outside secure contexts (a page served over plain HTTP).
    if !window().is_secure_context() {
        return false;
    }
    JsFuture::from(window().navigator().clipboard().write_text(text)).await.is_ok()
}
