//! Floor 5: the browser. Leptos components, canvases, the address bar and stored preferences.

mod address;
mod app;
mod browser;
pub mod canvas;
mod cards;
mod clipboard;
mod conditions;
mod controls;
mod copy_code;
mod copy_link;
mod data_table;
mod demo;
mod export;
mod frame;
mod guess;
mod handout;
mod history;
mod import;
mod lab;
mod lesson;
mod location;
mod panel;
mod picker;
mod playhead;
mod plot;
mod present;
mod presentation;
mod qr;
mod readouts;
mod saved;
mod script_drawer;
mod scripts;
mod share;
mod transport;

use leptos::context::provide_context;
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Mounts the app into the page that `index.html` has painted.
///
/// # Panics
/// When that page has no place for it.
pub fn mount() {
    // What follows a panic (the message in the page) is `boot.js`'s matter: it also covers what
    // goes wrong before this code is there. It is told by an event, since WebKit says no more of an error in a
    // page from the disk than that there was one.
    std::panic::set_hook(Box::new(|info| {
        web_sys::console::error_1(&info.to_string().into());
        if let Ok(event) = web_sys::Event::new("activation-lab:panic") {
            let _ = window().dispatch_event(&event);
        }
    }));
    mount_to(place("frame"), || {
        // The first mount starts the reactive system, without which there is no state.
        let lab = lab::Lab::new();
        let arrive = address::follow(lab);
        provide_context(lab);
        app::mount(place("app"), lab, move || {
            browser::set_root("data-ready", "");
            lab.is_whole.set(true);
            arrive();
        });
        view! { <frame::Frame /> }
    })
    .forget();
}

/// The element of the page with this id.
///
/// # Panics
/// When there is none.
fn place(id: &str) -> HtmlElement {
    document()
        .get_element_by_id(id)
        .and_then(|element| element.dyn_into().ok())
        .unwrap_or_else(|| panic!("the page has an element #{id}"))
}
