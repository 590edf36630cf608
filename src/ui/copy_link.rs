//! The button that copies the address of the view.

use super::clipboard::{ByHand, Clipboard};
use super::lab::Lab;
use super::location;
use super::playhead::Playhead;
use crate::demos::Demo;
use leptos::prelude::*;

#[component]
pub fn CopyLink(demo: &'static Demo, playhead: Option<Playhead>) -> impl IntoView {
    let lab = Lab::get();
    let clipboard = Clipboard::new();
    let link = RwSignal::new(String::new());
    let copy = move |_| {
        // A link contains the step of a run only when the run is at rest.
        if let Some(playhead) = playhead {
            playhead.rest();
        }
        lab.change(demo, |_| {});
        link.set(location::link(&lab.view.get_untracked()));
        clipboard.copy(link.get_untracked());
    };
    let said = lab.tell(move |text| match clipboard.copied() {
        None => "",
        Some(true) => text.words.page.link_copied,
        Some(false) => text.words.page.copy_by_hand,
    });
    view! {
        <span class="copy-link">
            <button
                type="button"
                on:click=copy
                prop:textContent=lab.say(|text| text.words.page.copy_link)
            ></button>
            <span class="copy-link-said" role="status" prop:textContent=said></span>
            <ByHand class="copy-link-address" clipboard text=link.into() />
        </span>
    }
}
