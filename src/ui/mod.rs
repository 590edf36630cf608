//! Floor 5: the browser. Leptos components, canvases, the address bar and stored preferences.

mod address;
mod anchoring;
mod app;
mod browser;
pub mod canvas;
mod clipboard;
mod controls;
mod copy_code;
mod copy_link;
mod data_table;
mod demo;
mod export;
mod exported;
mod facts;
mod frame;
mod function_list;
mod gallery;
mod guess;
mod handout;
mod history;
mod import;
mod inner_html;
mod lab;
mod library;
mod location;
mod missing;
mod option_list;
mod own_function;
mod panel;
mod picker;
mod playhead;
mod plot;
mod present;
mod presentation;
mod property_filter;
mod qr;
mod readouts;
mod saved;
mod script_drawer;
mod scripts;
mod share;
mod toolbox;
mod tools;
mod transport;

use crate::piece;
use crate::script;
use lab::Lab;
use leptos::context::provide_context;
use leptos::mount::mount_to;
use leptos::prelude::*;
use library::{Library, Needed, Typed};
use tools::Tools;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

// The declaration joins what opens a tool with the tools, which open others. Neither imports the other.
piece! {
    static TOOLS: Tools = tools(toolbox::ALL);
}

piece! {
    static LIBRARY: Library = library(function_list::ALL);
}

piece! {
    static TYPED: Typed = typed(own_function::ALL);
}

/// Mounts the app into a page that `crates/pages` has written.
///
/// # Panics
///
/// If the page lacks an element that the app is mounted into.
pub fn mount() {
    // `boot.js` shows the message after a panic, because it also handles errors before this code has been
    // loaded. An event passes the message on: for an error in a page from the disk, WebKit reports only that
    // there was one.
    std::panic::set_hook(Box::new(|info| {
        web_sys::console::error_1(&info.to_string().into());
        if let Ok(event) = web_sys::Event::new("activation-lab:panic") {
            let _ = window().dispatch_event(&event);
        }
    }));
    // A link to a script and a presentation begin with a tool.
    let needs_tools = browser::root("data-embed").is_none()
        && (script::is_in(&history::fragment()) || location::in_query("present").is_some());
    let functions = address::needed_functions();
    if needs_tools || functions != Needed::Nothing {
        spawn_local(async move {
            address::load(needs_tools, functions).await;
            mount_page();
        });
    } else {
        mount_page();
    }
}

fn mount_page() {
    mount_to(place("frame"), || {
        // The state needs the reactive system, which the first mount starts.
        let lab = Lab::new();
        let arrive = address::follow(lab);
        provide_context(lab);
        toolbox::anticipate();
        let ready = move || {
            browser::set_root("data-ready", "");
            arrive();
        };
        app::mount(lab, ready);
        view! { <frame::Frame /> }
    })
    .forget();
}

/// Mounts a view that is never removed.
fn mount_into<V: IntoView + 'static>(
    place: &HtmlElement,
    lab: Lab,
    view: impl FnOnce() -> V + 'static,
) {
    mount_to(place.clone(), move || {
        provide_context(lab);
        view()
    })
    .forget();
}

/// The element of the page with this id.
///
/// # Panics
///
/// If there is no such element.
fn place(id: &str) -> HtmlElement {
    document()
        .get_element_by_id(id)
        .and_then(|element| element.dyn_into().ok())
        .unwrap_or_else(|| panic!("the page has an element #{id}"))
}
