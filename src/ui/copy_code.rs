//! The button that copies code, and the panel with a function's code at the bottom of its card. The code of a function of
//! the library is in the gallery.

use super::browser;
use super::clipboard::Clipboard;
use super::inner_html::from_html;
use super::lab::Lab;
use super::playhead::Playhead;
use super::tools::{Tool, ToolPlace};
use crate::markup::{Html, html};
use crate::page::facts;
use activations::code::{Language, snippet};
use activations::{Function, functions};
use leptos::ev;
use leptos::html::Details;
use leptos::prelude::*;

/// The button that copies `code`, with the result of the copy. The code may contain the step of a run, so the
/// run stops when the button is pressed.
#[component]
pub fn CopyButton(
    code: Signal<String>,
    #[prop(optional_no_strip)] playhead: Option<Playhead>,
) -> impl IntoView {
    let lab = Lab::get();
    let clipboard = Clipboard::new();
    let said = lab.tell(move |text| match clipboard.copied() {
        None => "",
        Some(true) => text.words.export.code_copied,
        Some(false) => text.words.export.copy_code_by_hand,
    });
    let copy = move |_| {
        if let Some(playhead) = playhead {
            playhead.rest();
        }
        clipboard.copy(code.get_untracked());
    };
    view! {
        <button
            type="button"
            class="button"
            on:click=copy
            prop:textContent=lab.say(|text| text.words.export.copy_code)
        ></button>
        <span role="status" prop:textContent=said></span>
    }
}

/// The code of a function in a panel, which is closed at first.
#[component]
pub fn CodePanel(function: Memo<Function>) -> impl IntoView {
    let lab = Lab::get();
    let open = RwSignal::new(false);
    let panel = NodeRef::<Details>::new();
    let on_toggle = move |_: ev::Event| {
        open.set(panel.get_untracked().is_some_and(|panel| panel.open()));
    };
    view! {
        <details class="copy-code" node_ref=panel on:toggle=on_toggle>
            <summary prop:textContent=lab.say(|text| text.words.export.code)></summary>
            <ToolPlace tool=Tool::Code(function) wanted=open.into() />
        </details>
    }
}

/// The content of the panel: the code in the language that the reader chooses.
#[component]
pub fn CopyCode(function: Memo<Function>) -> impl IntoView {
    let lab = Lab::get();
    let language = lab.code_language;
    let code = Signal::derive(move || {
        let (function, language) = (function.get(), language.get());
        let declared = || {
            let activation = function.activation;
            match functions::code(activation) {
                Some(code) => snippet(code, &function, language),
                None => {
                    snippet(&browser::content(&facts::code_id(activation.id)), &function, language)
                }
            }
        };
        function.typed_code(language).unwrap_or_else(declared)
    });
    let on_change = move |ev: ev::Event| {
        let name = event_target_value(&ev);
        let chosen = Language::ALL.into_iter().find(|language| language.name() == name);
        if let Some(chosen) = chosen {
            language.set(chosen);
        }
    };
    let option = |language: Language| html!("<option>{name}</option>", name = language.name());
    let options: Html = Language::ALL.into_iter().map(option).collect();
    let label = lab.tell(move |text| {
        format!("{}, {}", text.name(function.get().activation.id), text.words.export.code)
    });
    view! {
            <div class="copy-code-bar">
                <label>
                    <span prop:textContent=lab.say(|text| text.words.export.code_language)></span>
                    <select
                        name="code-language"
                        inner_html=from_html(Signal::stored(options))
                        prop:value=move || language.get().name()
                        on:change=on_change
                    ></select>
                </label>
                <CopyButton code />
            </div>
            <pre tabindex="0" role="region" aria-label=label translate="no">
                <code prop:textContent=code></code>
            </pre>
    }
}
