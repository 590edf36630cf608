//! The library of functions, the list to choose from, and the function that a reader types. The computations of the
//! functions and the list are in a piece of the WebAssembly, which is loaded when a view shows one of these functions or a
//! reader opens the list. What reads a typed function is in another piece.

use super::lab::Lab;
use super::missing;
use super::place;
use super::{LIBRARY, TYPED};
use crate::demos::Demo;
use crate::demos::settings::{Expression, Key, Many};
use crate::permalink;
use crate::split::Missing;
use crate::view::View;
use activations::library::Entry;
use activations::{Activation, OWN, own};
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

/// What is in the piece of the library.
pub struct Library {
    pub bodies: &'static [Entry],
    /// Mounts a list into an element.
    pub mount: fn(&HtmlElement, Lab, Choice),
    /// Loads the gallery and puts it into an element.
    pub bring_gallery: fn(&HtmlElement, Lab),
}

/// What is in the piece for the function that a reader types.
pub struct Typed {
    pub read: own::Read,
    /// Mounts the field of a demo into an element.
    pub mount: fn(&HtmlElement, Lab, &'static Demo, Key<Expression>),
    /// Leads the focus to the field of a demo.
    pub focus: fn(&'static Demo),
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

/// The pieces without which the functions of a view cannot be computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needed {
    Nothing,
    Library,
    /// What computes a typed function, and the library, whose functions it may name.
    Typed,
}

impl Needed {
    /// What a view needs and is not here.
    pub fn by(view: &View) -> Needed {
        if TYPED.get().is_none() && view.functions().any(|function| *function == OWN) {
            Needed::Typed
        } else if LIBRARY.get().is_none() && view.functions().any(Activation::is_of_library) {
            Needed::Library
        } else {
            Needed::Nothing
        }
    }

    /// What the view of a fragment needs and is not here.
    pub fn by_fragment(fragment: &str) -> Needed {
        if TYPED.get().is_some() {
            return Needed::Nothing;
        }
        let mut view = View::default();
        permalink::apply(fragment, &mut view);
        Needed::by(&view)
    }

    /// Loads the pieces.
    pub async fn load(self) -> Result<(), Missing> {
        if self != Needed::Nothing {
            activations::library::install(LIBRARY.load().await?.bodies);
        }
        if self == Needed::Typed {
            own::install(TYPED.load().await?.read);
        }
        Ok(())
    }
}

/// Calls `then` when a typed function can be computed. If that cannot be loaded, a notice says so.
pub fn with_typed(lab: Lab, then: impl FnOnce(&'static Typed) + 'static) {
    spawn_local(async move {
        match (Needed::Typed.load().await, TYPED.get()) {
            (Ok(()), Some(typed)) => then(typed),
            _ => lab.notice.set(Some(|text| text.words.page.missing)),
        }
    });
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

/// The field for the function that a reader types.
#[component]
pub fn OwnFunction(demo: &'static Demo, key: Key<Expression>) -> impl IntoView {
    let lab = Lab::get();
    let place = NodeRef::<Div>::new();
    Effect::new(move |_| {
        if let Some(place) = place.get() {
            missing::fill(&TYPED, place.into(), lab, move |typed, place| {
                own::install(typed.read);
                (typed.mount)(place, lab, demo, key);
            });
        }
    });
    view! { <div class="own" node_ref=place></div> }
}
