//! The gallery of all functions: loads its file, narrows it, adds its functions to the explorer and opens its cards. The
//! HTML comes from `page::gallery`.

use super::address;
use super::browser;
use super::copy_code::CodePanel;
use super::inner_html::set_file;
use super::lab::Lab;
use super::missing;
use super::mount_into;
use super::option_list;
use super::property_filter::PropertyFilter;
use crate::demos;
use crate::demos::settings::{FUNCTION, Kind};
use crate::text::function_search::Index;
use crate::text::words::library as say;
use activations::{Activation, Function, OWN};
use leptos::ev;
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::js_sys::{self, Promise, Reflect, Uint8Array};
use web_sys::{Element, HtmlElement};

/// Loads the gallery and puts it into the place that has the names of the functions. If it cannot be loaded, the place
/// says so.
pub fn bring(place: &HtmlElement, lab: Lab) {
    let place = place.clone();
    spawn_local(async move {
        match file().await {
            Some(file) => {
                mount_into(&place, lab, move || view! { <Gallery file /> });
                // The style sheet hides the names.
                place.set_attribute("data-live", "").expect("the attribute's name is valid");
            }
            None => {
                let again = place.clone();
                missing::show(&place, lab, Box::new(move || bring(&again, lab)));
            }
        }
    });
}

/// The file with the gallery, which `boot.js` fetches as it does the pieces of the WebAssembly.
async fn file() -> Option<String> {
    let piece = Reflect::get(&window(), &"piece".into()).ok()?;
    let piece = piece.dyn_into::<js_sys::Function>().ok()?;
    let loading = piece.call1(&window(), &"gallery".into()).ok()?.dyn_into::<Promise>().ok()?;
    let bytes = JsFuture::from(loading).await.ok()?;
    String::from_utf8(Uint8Array::new(&bytes).to_vec()).ok()
}

#[component]
fn Gallery(file: String) -> impl IntoView {
    let lab = Lab::get();
    let words = &lab.text.words.library;
    let index = StoredValue::new(Index::new(lab.text));
    let query = RwSignal::new(String::new());
    let wanted = RwSignal::new(Vec::new());
    let found = Memo::new(move |_| {
        let mut found = index.with_value(|index| {
            query.with(|query| wanted.with(|wanted| index.find(query, wanted)))
        });
        // What a reader types has no entry.
        found.retain(|activation| **activation != OWN);
        found
    });
    let count =
        lab.tell(move |text| text.words.library.found(say::Found { count: found.with(Vec::len) }));
    let place = NodeRef::<Div>::new();
    Effect::new(move |_| {
        if let Some(place) = place.get() {
            set_file(&place, &file);
        }
    });
    Effect::new(move |_| found.with(|found| show(found)));
    view! {
        <div class="gallery-tools">
            <input
                type="search"
                class="functions-search"
                aria-label=words.search
                placeholder=words.search
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                enterkeyhint="done"
                maxlength="60"
                on:input=move |ev| query.set(event_target_value(&ev))
            />
            <PropertyFilter wanted />
            <p class="functions-count" role="status" prop:textContent=count></p>
        </div>
        <div node_ref=place on:click=move |ev| press(lab, &ev)></div>
    }
}

/// Shows the entries of these functions and hides the others. The style sheet hides a family without entries.
fn show(found: &[&'static Activation]) {
    for entry in browser::all(".gallery-entry") {
        let is_found = function_of(&entry).is_some_and(|function| found.contains(&function));
        let _ = entry.toggle_attribute_with_force("hidden", !is_found);
    }
}

/// The function of an entry.
fn function_of(entry: &Element) -> Option<&'static Activation> {
    Activation::find(&entry.get_attribute("data-function")?)
}

/// Does what the link or the button that was pressed is for.
fn press(lab: Lab, ev: &ev::MouseEvent) {
    let pressed = event_target::<Element>(ev);
    let closest = |selector| pressed.closest(selector).ok().flatten();
    let Some(entry) = closest(".gallery-entry") else { return };
    let Some(function) = function_of(&entry) else { return };
    // With one of these keys, the browser opens the link elsewhere.
    let opens_elsewhere = ev.ctrl_key() || ev.meta_key() || ev.shift_key() || ev.alt_key();
    if closest(".tile a").is_some() && !opens_elsewhere {
        ev.prevent_default();
        compare(lab, function, &entry);
    } else if let Some(button) = closest(".tile button") {
        toggle_card(lab, function, &entry, &button);
    }
}

/// Adds a function to those in the explorer and goes there. If it has as many as it can show, the tile says so.
fn compare(lab: Lab, function: &'static Activation, entry: &Element) {
    let demo = demos::first();
    let list = (demo.parameters)().iter().find_map(|parameter| match &parameter.kind {
        Kind::Many { key, .. } if key.name() == FUNCTION => Some(*key),
        _ => None,
    });
    let is_refused = list.is_some_and(|list| option_list::set(lab, demo, list, function.id, true));
    for said in browser::all(".tile .refusal") {
        let refuses = is_refused && entry.contains(Some(&said));
        said.set_text_content(refuses.then(|| option_list::refusal(lab.text)).as_deref());
    }
    if is_refused {
        return;
    }
    address::arrive_at(lab);
    // The focus follows, so that keys go on there.
    browser::after_two_frames(move || {
        let chip = format!("#{} .chip input[value='{}']", demo.id, function.id);
        let chip = document().query_selector(&chip).ok().flatten();
        if let Some(chip) = chip.and_then(|chip| chip.dyn_into::<HtmlElement>().ok()) {
            let _ = chip.focus();
        }
    });
}

/// Opens or closes the card of a function. The panel with its code is mounted when it is opened first.
fn toggle_card(lab: Lab, activation: &'static Activation, entry: &Element, button: &Element) {
    let child = |selector| entry.query_selector(selector).ok().flatten();
    let (Some(card), Some(code)) = (child(".gallery-card"), child(".gallery-card > .folds")) else {
        return;
    };
    let is_open = card.toggle_attribute("hidden").is_ok_and(|is_hidden| !is_hidden);
    let said = if is_open { "true" } else { "false" };
    button.set_attribute("aria-expanded", said).expect("the attribute's name is valid");
    if code.query_selector("details").is_ok_and(|panel| panel.is_none()) {
        mount_into(code.unchecked_ref(), lab, move || {
            let function = Memo::new(move |_| Function::with_defaults(activation));
            view! { <CodePanel function /> }
        });
    }
}
