//! A function as code, to be copied.

use super::copy_link::write;
use super::lab::Lab;
use crate::activations::Function;
use crate::export::code::{Language, snippet};
use leptos::ev;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen_futures::spawn_local;

/// The code of a function in a language that the reader chooses, closed until someone asks.
#[component]
pub fn CopyCode(function: Memo<Function>, language: RwSignal<Language>) -> impl IntoView {
    let lab = Lab::get();
    let said = RwSignal::new("");
    let code = Memo::new(move |_| snippet(&function.get(), language.get()));
    let copy = move |_| {
        spawn_local(async move {
            let words = &lab.text.get_untracked().page.export;
            if write(&code.get_untracked()).await {
                said.set(words.code_copied);
                set_timeout(move || said.set(""), Duration::from_secs(3));
            } else {
                said.set(words.copy_code_by_hand);
            }
        });
    };
    let on_change = move |ev: ev::Event| {
        let name = event_target_value(&ev);
        let chosen = Language::ALL.into_iter().find(|language| language.name() == name);
        language.set(chosen.unwrap_or(Language::NumPy));
    };
    let options = Language::ALL.map(|language| format!("<option>{}</option>", language.name()));
    let name = lab.say(|text| text.page.export.code);
    let label = lab.tell(move |text| {
        format!("{}, {}", text.name(function.get().activation.id), text.page.export.code)
    });
    view! {
        <details class="copy-code">
            <summary>{name}</summary>
            <div class="copy-code-bar">
                <label>
                    <span>{lab.say(|text| text.page.export.code_language)}</span>
                    <select
                        name="code-language"
                        inner_html=options.concat()
                        prop:value=move || language.get().name()
                        on:change=on_change
                    ></select>
                </label>
                <button type="button" on:click=copy>
                    {lab.say(|text| text.page.export.copy_code)}
                </button>
                <span role="status">{said}</span>
            </div>
            <pre tabindex="0" role="region" aria-label=label>
                <code>{code}</code>
            </pre>
        </details>
    }
}
