//! The notice for a piece of the WebAssembly that could not be loaded: the network is down, or the host has a
//! newer version of the page.

use super::inner_html::from_html;
use super::lab::Lab;
use super::mount_into;
use crate::markup::{Html, html};
use crate::split::{Missing, Piece};
use crate::text::Text;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

/// The notice with its two buttons.
pub fn notice(text: &Text) -> Html {
    let words = &text.words.page;
    html!(
        "<div class=\"missing\"><p>{missing}</p>\
         <button type=\"button\" class=\"button\" data-missing=\"again\">{again}</button> \
         <button type=\"button\" class=\"button\" data-missing=\"reload\">{reload}</button></div>",
        missing = words.missing,
        again = words.missing_again,
        reload = words.missing_reload,
    )
}

/// Reloads the page if this is the notice's button for it. Returns whether it is the button that tries again.
pub fn retries(pressed: &HtmlElement) -> bool {
    match pressed.get_attribute("data-missing").as_deref() {
        Some("reload") => {
            let _ = window().location().reload();
            false
        }
        button => button == Some("again"),
    }
}

/// Mounts something of a piece into `place`: at once if the piece is here, or when it has been loaded. If it cannot be
/// loaded, the place says so.
pub fn fill<T: Sync>(
    piece: &'static Piece<T>,
    place: HtmlElement,
    lab: Lab,
    mount: impl Fn(&'static T, &HtmlElement) + Clone + 'static,
) {
    if let Some(content) = piece.get() {
        return mount(content, &place);
    }
    spawn_local(async move {
        match piece.load().await {
            Ok(content) => mount(content, &place),
            Err(Missing) => {
                let filled = place.clone();
                let again = move || fill(piece, filled.clone(), lab, mount.clone());
                show(&place, lab, Box::new(again));
            }
        }
    });
}

/// Shows the notice at the top of `place`. The button that tries again removes it and calls `again`.
pub fn show(place: &HtmlElement, lab: Lab, again: Box<dyn Fn()>) {
    let Ok(own) = document().create_element("div") else { return };
    let own: HtmlElement = own.unchecked_into();
    let _ = place.prepend_with_node_1(&own);
    let shown = own.clone();
    mount_into(&own, lab, move || {
        let on_click = move |ev: ev::MouseEvent| {
            if retries(&event_target(&ev)) {
                shown.remove();
                again();
            }
        };
        view! { <div role="alert" inner_html=from_html(lab.tell(notice)) on:click=on_click></div> }
    });
}
