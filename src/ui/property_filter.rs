//! The check boxes that narrow a list of functions.

use super::lab::Lab;
use crate::text::function_search::Property;
use leptos::prelude::*;

/// A check box for each property. `wanted` are the checked ones.
#[component]
pub fn PropertyFilter(wanted: RwSignal<Vec<Property>>) -> impl IntoView {
    let text = Lab::get().text;
    let properties = Property::ALL.into_iter().map(|property| {
        let change = move |ev| {
            let on = event_target_checked(&ev);
            wanted.update(|wanted| {
                wanted.retain(|one| *one != property);
                if on {
                    wanted.push(property);
                }
            });
        };
        view! {
            <label class="toggle">
                <input type="checkbox" on:change=change />
                <span prop:textContent=property.name(text)></span>
            </label>
        }
    });
    view! {
        <div
            class="functions-properties scroll-line"
            role="group"
            tabindex="-1"
            aria-label=text.words.library.properties
        >
            {properties.collect_view()}
        </div>
    }
}
