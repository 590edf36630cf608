//! The state of a presentation.

use super::browser;
use super::location;
use leptos::html::Div;
use leptos::prelude::*;

/// The state of a presentation, except for its script.
#[derive(Clone, Copy)]
pub struct Presentation {
    pub is_on: RwSignal<bool>,
    /// Whether the address has opened the page as a presentation.
    pub is_in_address: bool,
    /// The height of the step's title and sentence, in CSS pixels.
    pub words: RwSignal<f64>,
    pub is_black: RwSignal<bool>,
    pub shows_code: RwSignal<bool>,
    /// The time of the last Escape or of an event that counts as Escape, on the clock of animation frames.
    pub escaped: StoredValue<f64>,
}

impl Presentation {
    /// The initial state: on if the query says `present=1`, and never in a frame.
    pub fn new(is_embedded: bool) -> Self {
        let is_on = location::in_query("present").as_deref() == Some("1") && !is_embedded;
        Presentation {
            is_on: RwSignal::new(is_on),
            is_in_address: is_on,
            words: RwSignal::new(0.0),
            is_black: RwSignal::new(false),
            shows_code: RwSignal::new(false),
            escaped: StoredValue::new(f64::NEG_INFINITY),
        }
    }

    /// Whether a presentation is on.
    pub fn is_on(self) -> bool {
        self.is_on.get()
    }

    /// The height that remains for a demo's pictures in a presentation: `window` minus what is above the pictures and
    /// minus `below`, all in CSS pixels. `None` outside a presentation.
    pub fn height(self, window: f64, pictures: NodeRef<Div>, below: f64) -> Option<f64> {
        if !self.is_on() {
            return None;
        }
        self.words.track();
        let top = browser::top(pictures.get()?);
        Some(window - top - below)
    }
}
