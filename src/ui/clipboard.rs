//! Copies text to the clipboard and reports the result.

use super::browser;
use super::lab::Lab;
use leptos::ev;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::HtmlInputElement;

/// How long the message "copied" is shown.
const SAID: Duration = Duration::from_secs(3);
/// How long the browser may take to copy. Some never answer.
const PATIENCE: Duration = Duration::from_secs(5);

/// The result of the last attempt to copy from one place of the page; `None` before the first attempt.
#[derive(Clone, Copy)]
pub struct Clipboard(RwSignal<Option<bool>>);

impl Clipboard {
    pub fn new() -> Self {
        Clipboard(RwSignal::new(None))
    }

    /// `Some(true)` for a few seconds after a copy, `Some(false)` after a refusal until the next attempt,
    /// otherwise `None`.
    pub fn copied(self) -> Option<bool> {
        self.0.get()
    }

    pub fn copy(self, text: String) {
        spawn_local(async move {
            let copied = write(&text).await;
            self.0.set(Some(copied));
            if copied {
                set_timeout(move || self.0.set(None), SAID);
            }
        });
    }
}

/// The text to be copied by hand, shown when the browser has refused to copy it.
#[component]
pub fn ByHand(class: &'static str, clipboard: Clipboard, text: Signal<String>) -> impl IntoView {
    let lab = Lab::get();
    move || {
        (clipboard.copied() == Some(false)).then(|| {
            view! {
                <input
                    class=class
                    type="text"
                    readonly=true
                    aria-label=lab.say(|text| text.words.page.copy_by_hand)
                    prop:value=text
                    on:focus=select_all
                />
            }
        })
    }
}

fn select_all(ev: ev::FocusEvent) {
    event_target::<HtmlInputElement>(&ev).select();
}

/// Copies text to the clipboard. Returns whether it succeeded.
async fn write(text: &str) -> bool {
    // Pages served over plain http are not secure contexts and have no clipboard.
    if !window().is_secure_context() {
        return false;
    }
    let written = window().navigator().clipboard().write_text(text);
    JsFuture::from(browser::in_time(&written, PATIENCE)).await.is_ok()
}
