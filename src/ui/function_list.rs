//! The list of all functions: a search field with a list box below it, as the combobox pattern of the ARIA Authoring
//! Practices describes it, and check boxes that narrow the list.

use super::gallery;
use super::lab::Lab;
use super::library::{Choice, Library, with_typed};
use super::mount_into;
use super::option_list;
use super::picker::Thumbnail;
use super::property_filter::PropertyFilter;
use crate::text::function_search::{FAMILIES, Index, Property, family_name, of_family};
use crate::text::words::library as say;
use activations::{Activation, OWN, library};
use leptos::ev;
use leptos::html::Input;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

/// The content of the piece.
pub const ALL: Library = Library {
    bodies: library::BODIES,
    mount: |place, lab, choice| mount_into(place, lab, move || view! { <FunctionList choice /> }),
    bring_gallery: gallery::bring,
};

/// By how many options a page key goes on.
const PAGE: usize = 8;

#[component]
fn FunctionList(choice: Choice) -> impl IntoView {
    let lab = Lab::get();
    let text = lab.text;
    let Choice { demo, key, list, open, is_refused } = choice;
    let (settings, palette) = (lab.settings(demo), lab.palette(demo));
    let index = StoredValue::new(Index::new(text));
    let query = RwSignal::new(String::new());
    let wanted = RwSignal::new(Vec::<Property>::new());
    let found = Memo::new(move |_| {
        index
            .with_value(|index| query.with(|query| wanted.with(|wanted| index.find(query, wanted))))
    });
    // The function that Enter chooses: what the arrow keys have reached, or else the best match.
    let reached = RwSignal::new(None::<&'static Activation>);
    let active = Memo::new(move |_| {
        let found = found.get();
        let reached = reached.get().filter(|reached| found.contains(reached));
        let best = || {
            let query = query.get();
            let best = index.with_value(|index| wanted.with(|wanted| index.best(&query, wanted)));
            best.filter(|_| !query.trim().is_empty())
        };
        reached.or_else(best)
    });
    let option_id = move |activation: &Activation| format!("{}-{key}-{}", demo.id, activation.id);
    let search = NodeRef::<Input>::new();
    // The field is ready for typing as soon as the list is open.
    Effect::new(move |_| {
        if open.get()
            && let Some(search) = search.get()
        {
            let _ = search.focus();
        }
    });

    let set = move |activation: &'static Activation| {
        let id = activation.id;
        match list {
            Some(list) => {
                let on = settings.with_untracked(|settings| !settings.has(key, id));
                is_refused.set(option_list::set(lab, demo, list, id, on));
            }
            None => {
                lab.change(demo, |settings| settings.set(key, id));
                close(choice);
            }
        }
    };
    let choose = move |activation: &'static Activation| {
        let is_chosen = settings.with_untracked(|settings| settings.has(key, activation.id));
        if *activation != OWN || is_chosen {
            return set(activation);
        }
        with_typed(lab, move |typed| {
            set(activation);
            (typed.focus)(demo);
        });
    };
    // Goes to another option, from the place of the present one, if there is one, and that of the last.
    let go = move |to: fn(Option<usize>, usize) -> usize| {
        let found = found.get_untracked();
        let Some(last) = found.len().checked_sub(1) else { return };
        let here = active.get_untracked();
        let next = found[to(found.iter().position(|one| Some(*one) == here), last)];
        reached.set(Some(next));
        show(&option_id(next));
    };
    let on_key = move |ev: ev::KeyboardEvent| {
        // While a syllable is being composed, keys belong to the input method.
        if ev.is_composing() {
            return;
        }
        match &*ev.key() {
            "ArrowDown" => {
                go(|here, last| here.filter(|here| *here < last).map_or(0, |here| here + 1))
            }
            "ArrowUp" => {
                go(|here, last| here.filter(|here| *here > 0).map_or(last, |here| here - 1))
            }
            "PageDown" => go(|here, last| here.map_or(0, |here| (here + PAGE).min(last))),
            "PageUp" => go(|here, _| here.map_or(0, |here| here.saturating_sub(PAGE))),
            "Enter" => match active.get_untracked() {
                Some(activation) => choose(activation),
                None => return,
            },
            "Escape" if !query.with_untracked(String::is_empty) => query.set(String::new()),
            "Escape" => close(choice),
            _ => return,
        }
        ev.prevent_default();
        // A presentation takes Escape and the arrow keys otherwise.
        ev.stop_propagation();
    };

    let option = move |activation: &'static Activation| {
        let chosen =
            Signal::derive(move || settings.with(|settings| settings.has(key, activation.id)));
        let class = option_list::class(palette, "function", activation.id);
        let class = Signal::derive(move || {
            let is_active = active.with(|active| *active == Some(activation));
            format!("{}{}", class.get(), if is_active { " active" } else { "" })
        });
        view! {
            <li
                id=option_id(activation)
                class=class
                role="option"
                aria-selected=move || chosen.get().to_string()
                hidden=move || found.with(|found| !found.contains(&activation))
                on:click=move |_| choose(activation)
            >
                <Thumbnail activation settings />
                <span
                    translate=(*activation != OWN).then_some("no")
                    prop:textContent=text.name(activation.id)
                ></span>
            </li>
        }
    };
    // A group is hidden while none of its functions is found.
    let group = move |id: String, name: &'static str, functions: Vec<&'static Activation>| {
        let name_id = format!("{}-{key}-{id}", demo.id);
        let own = functions.clone();
        let is_empty = move || found.with(|found| !own.iter().any(|one| found.contains(one)));
        view! {
            <ul role="group" class="family" aria-labelledby=name_id.clone() hidden=is_empty>
                <li id=name_id.clone() role="presentation" class="family-name" prop:textContent=name></li>
                {functions.into_iter().map(option).collect_view()}
            </ul>
        }
    };
    let own = group("own-name".to_owned(), text.words.library.own_choice, vec![&OWN]);
    let families = FAMILIES.map(|family| {
        group(format!("{family:?}"), family_name(text, family), of_family(family).collect())
    });
    let list_id = format!("{}-{key}-list", demo.id);
    let count =
        lab.tell(move |text| text.words.library.found(say::Found { count: found.with(Vec::len) }));
    view! {
        <input
            type="search"
            class="functions-search"
            role="combobox"
            aria-expanded="true"
            aria-autocomplete="list"
            aria-controls=list_id.clone()
            aria-label=text.words.library.search
            aria-activedescendant=move || active.get().map(option_id)
            placeholder=text.words.library.search
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            enterkeyhint="done"
            maxlength="60"
            node_ref=search
            prop:value=query
            on:input=move |ev| {
                query.set(event_target_value(&ev));
                reached.set(None);
            }
            on:keydown=on_key
        />
        <PropertyFilter wanted />
        <div
            id=list_id
            class="functions-list"
            role="listbox"
            tabindex="-1"
            aria-label=text.words.library.list
            aria-multiselectable=list.map(|_| "true")
        >
            {own}
            {families.into_iter().collect_view()}
        </div>
        <p class="functions-count" role="status" prop:textContent=count></p>
    }
}

/// Closes the list and leads the focus back to its button.
fn close(choice: Choice) {
    choice.open.set(false);
    let place = format!("{}-{}-functions", choice.demo.id, choice.key);
    let button = document().query_selector(&format!("[aria-controls='{place}']"));
    if let Some(button) = button.ok().flatten() {
        let _ = button.unchecked_into::<HtmlElement>().focus();
    }
}

/// Scrolls the list to an option.
fn show(id: &str) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    if let Some(option) = document().get_element_by_id(id) {
        option.scroll_into_view_with_scroll_into_view_options(&options);
    }
}
