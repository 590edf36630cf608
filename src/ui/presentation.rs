//! The state of a presentation.

use super::browser;
use super::location;
use leptos::html::Div;
use leptos::prelude::*;

/// The state of a presentation beside its script's.
#[derive(Clone, Copy)]
pub struct Presentation {
    pub is_on: RwSignal<bool>,
    /// The height of the step's words, in CSS pixels.
    pub words: RwSignal<f64>,
    pub is_black: RwSignal<bool>,
    pub shows_code: RwSignal<bool>,
    /// When Escape, or what stands for it, was heard last, in the time of animation frames.
    pub escaped: StoredValue<f64>,
}

impl Presentation {
    /// On if the address says so.
    pub fn new(is_embedded: bool) -> Self {
        let is_on = location::in_query("present").as_deref() == Some("1") && !is_embedded;
        Presentation {
            is_on: RwSignal::new(is_on),
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

    /// The height that is left for a demo's pictures in a presentation, in CSS pixels: below what stands
    /// above them in a window of this height, and with `below`, in multiples of the page's text, for what stands under them. None
    /// where there is no presentation.
    pub fn height(self, window: f64, pictures: NodeRef<Div>, below: f64) -> Option<f64> {
        if !self.is_on() {
            return None;
        }
        self.words.track();
        let top = browser::top(pictures.get()?);
        Some(window - top - below * browser::text_size())
    }
}
