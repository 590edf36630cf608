//! Text on its way to the clipboard, and what has become of it.

use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen_futures::{JsFuture, spawn_local};

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

/// Whether the text is on the clipboard now.
async fn write(text: &str) -> bool {
    // There is no clipboard outside secure contexts (a page served over plain HTTP).
    if !window().is_secure_context() {
        return false;
    }
    JsFuture::from(window().navigator().clipboard().write_text(text)).await.is_ok()
}
