//! The library of functions and the list to choose from. The computations of its functions and the list are in a piece
//! of the WebAssembly, which is loaded when a view shows one of these functions or a reader opens the list.

use super::LIBRARY;
use super::lab::Lab;
use super::missing;
use super::place;
use crate::demos::Demo;
use crate::demos::settings::{Key, Many};
use crate::permalink;
use crate::split::Missing;
use crate::view::View;
use activations::Activation;
use activations::library::Entry;
use leptos::html::Div;
use leptos::prelude::*;
use web_sys::HtmlElement;

/// What is in the piece.
pub struct Library {
    pub bodies: &'static [Entry],
    /// Mounts a list into an element.
    pub mount: fn(&HtmlElement, Lab, Choice),
    /// Loads the gallery and puts it into an element.
    pub bring_gallery: fn(&HtmlElement, Lab),
}

/// What a list of functions is for.
#[derive(Clone, Copy)]
pub struct Choice {
    pub demo: &'static Demo,
    /// The setting whose options are functions.
    pub key: &'static str,
    /// The same setting, if it takes several functions.
    pub list: Option<Key<Many>>,
    /// Whether the list is open.
    pub open: RwSignal<bool>,
    /// Whether one function too many was chosen last.
    pub is_refused: RwSignal<bool>,
}

/// Loads the library, unless it is here.
pub async fn load() -> Result<(), Missing> {
    let library = LIBRARY.load().await?;
    activations::library::install(library.bodies);
    Ok(())
}

/// Whether the functions of a view cannot be computed before the library has been loaded.
pub fn is_needed(view: &View) -> bool {
    LIBRARY.get().is_none() && view.functions().any(Activation::is_of_library)
}

/// Whether the view of a fragment needs the library.
pub fn is_needed_by(fragment: &str) -> bool {
    if LIBRARY.get().is_some() {
        return false;
    }
    let mut view = View::default();
    permalink::apply(fragment, &mut view);
    is_needed(&view)
}

/// Brings the gallery of all functions to its place in the lesson.
pub fn bring_gallery(lab: Lab) {
    fill(lab, place("gallery"), move |library, place| (library.bring_gallery)(place, lab));
}

/// Calls `mount` with the library and the place that it fills: at once if the library is here, or when it has been loaded.
fn fill(
    lab: Lab,
    place: HtmlElement,
    mount: impl Fn(&'static Library, &HtmlElement) + Clone + 'static,
) {
    missing::fill(&LIBRARY, place, lab, move |library, place| {
        activations::library::install(library.bodies);
        mount(library, place);
    });
}

/// The button that opens the list of all functions, and the list.
#[component]
pub fn MoreFunctions(choice: Choice) -> impl IntoView {
    let lab = Lab::get();
    let Choice { demo, key, open, .. } = choice;
    let place = NodeRef::<Div>::new();
    let id = format!("{}-{key}-functions", demo.id);
    let toggle = move |_| {
        open.update(|open| *open = !*open);
        if let Some(place) =
            place.get_untracked().filter(|place| place.first_element_child().is_none())
        {
            fill(lab, place.into(), move |library, place| (library.mount)(place, lab, choice));
        }
    };
    view! {
        <button
            type="button"
            class="button more-functions"
            aria-expanded=move || open.get().to_string()
            aria-controls=id.clone()
            on:click=toggle
            prop:textContent=lab.say(|text| text.words.library.more)
        ></button>
        <div id=id class="functions" node_ref=place hidden=move || !open.get()></div>
    }
}
