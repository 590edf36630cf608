//! Text on its way to the clipboard, and what has become of it.

use super::lab::Lab;
use leptos::ev;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::HtmlInputElement;

/// How long it is said that something has been copied.
const SAID: Duration = Duration::from_secs(3);

/// What became of the last attempt to copy from one place of the page.
#[derive(Clone, Copy)]
pub struct Clipboard(RwSignal<Option<bool>>);

impl Clipboard {
    pub fn new() -> Self {
        Clipboard(RwSignal::new(None))
    }

    /// Whether it is there, for some seconds; or whether the browser has refused, until the next attempt.
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

/// What could not be copied, for the reader to do it: where the browser refuses, they can.
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
                    aria-label=lab.say(|text| text.page.copy_by_hand)
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

/// Whether the text is on the clipboard now.
async fn write(text: &str) -> bool {
    // There is no clipboard outside secure contexts (a page served over plain HTTP).
    if !window().is_secure_context() {
        return false;
    }
    JsFuture::from(window().navigator().clipboard().write_text(text)).await.is_ok()
}
