//! The state that the whole page shares, and the functions through which it changes.

use super::browser;
use super::location;
use super::presentation::Presentation;
use super::scripts::Scripts;
use crate::demos::experiment::{Experiment, SharedExperiment};
use crate::demos::settings::Settings;
use crate::demos::{self, Demo};
use crate::plot::palette::Palette;
use crate::plot::theme;
use crate::text::Text;
use crate::view::View;
use activations::code;
use leptos::prelude::*;
use std::sync::Arc;
use web_sys::ResizeObserver;

/// The window height that is assumed in a frame, in CSS pixels.
const EMBEDDED_HEIGHT: f64 = 800.0;

/// The state of the page: the view that a link describes, and everything around it.
#[derive(Clone, Copy)]
pub struct Lab {
    pub view: RwSignal<View>,
    /// The encoding of the view that the address describes.
    pub written: StoredValue<String>,
    /// Notifies when a link or a preset has opened another view.
    pub jump: Trigger,
    /// The words of the page. Another language is another page.
    pub text: &'static Text,
    pub theme: RwSignal<Theme>,
    /// Display pixels for one CSS pixel.
    pub pixel_ratio: Signal<f64>,
    pub reduced_motion: Signal<bool>,
    /// The height of the window in CSS pixels; a constant in a frame.
    pub window_height: Signal<f64>,
    /// Whether the page is in a frame and shows one demo only.
    pub is_embedded: bool,
    /// Whether the whole page has been mounted.
    pub is_whole: RwSignal<bool>,
    /// Keeps the place to draw in that a link has led to in sight, until the reader acts.
    pub arrival: StoredValue<Option<ResizeObserver>, LocalStorage>,
    /// Whether the page is being printed.
    pub printing: Signal<bool>,
    /// The message about the last file that was saved or opened.
    pub notice: RwSignal<Option<Notice>>,
    /// The language of the code panels. One choice applies to all cards.
    pub code_language: RwSignal<code::Language>,
    pub scripts: Scripts,
    pub presentation: Presentation,
    /// What each demo shows with its settings, in the order of the registry.
    experiments: StoredValue<Vec<Memo<SharedExperiment>>>,
    system_dark: Signal<bool>,
    /// Whether the system replaces the colours of the page (forced-colours mode).
    forced_colors: Signal<bool>,
}

/// A message in the page's language.
pub type Notice = fn(&Text) -> &'static str;

/// The reader's choice of colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    System,
    Light,
    Dark,
}

impl Theme {
    pub const ALL: [Theme; 3] = [Theme::System, Theme::Light, Theme::Dark];

    /// The value in the query and in the local storage.
    pub fn id(self) -> &'static str {
        match self {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }
}

impl Lab {
    /// Creates the state. Language and colours are those that `boot.js` found in the query, the storage or the
    /// browser.
    pub fn new() -> Self {
        let said = |name: &str| browser::root(name).unwrap_or_default();
        let theme = said("data-theme-choice");
        let is_embedded = browser::root("data-embed").is_some();
        let view = RwSignal::new(View::default());
        let experiments = demos::ALL.iter().map(|demo| {
            let settings = settings_of(view, demo);
            experiment_of(move |before| settings.with(|settings| demo.open(settings, before)))
        });
        Lab {
            view,
            written: StoredValue::new(String::new()),
            jump: Trigger::new(),
            text: words_of_the_page(),
            theme: RwSignal::new(
                Theme::ALL.into_iter().find(|known| known.id() == theme).unwrap_or(Theme::System),
            ),
            pixel_ratio: browser::pixel_ratio(),
            reduced_motion: browser::media("(prefers-reduced-motion: reduce)"),
            // The frame takes the height of its content. The content must not depend on the height of the
            // frame.
            window_height: if is_embedded {
                Signal::stored(EMBEDDED_HEIGHT)
            } else {
                browser::window_height()
            },
            is_embedded,
            is_whole: RwSignal::new(false),
            arrival: StoredValue::new_local(None),
            printing: browser::printing(),
            notice: RwSignal::new(None),
            code_language: RwSignal::new(code::Language::NumPy),
            scripts: Scripts::new(),
            presentation: Presentation::new(is_embedded),
            experiments: StoredValue::new(experiments.collect()),
            system_dark: browser::media("(prefers-color-scheme: dark)"),
            forced_colors: browser::media("(forced-colors: active)"),
        }
    }

    /// The state of the page, from within any component.
    pub fn get() -> Self {
        expect_context()
    }

    /// Whether the page has dark colours now.
    pub fn is_dark(&self) -> bool {
        // Printed pages always have light colours.
        if self.printing.get() {
            return false;
        }
        match self.theme.get() {
            Theme::System => self.system_dark.get(),
            // In forced-colours mode the plots follow the system, to match the colours around them.
            _ if self.forced_colors.get() => self.system_dark.get(),
            theme => theme == Theme::Dark,
        }
    }

    /// The colours for pictures that are drawn now.
    pub fn colors(&self) -> &'static theme::Theme {
        if untrack(|| self.is_dark()) { &theme::DARK } else { &theme::LIGHT }
    }

    /// The settings of a demo.
    pub fn settings(&self, demo: &'static Demo) -> Memo<Settings> {
        settings_of(self.view, demo)
    }

    /// What a demo shows with its settings.
    pub fn experiment(&self, demo: &'static Demo) -> Memo<SharedExperiment> {
        self.experiments.with_value(|all| all[demo.place()])
    }

    /// The hues of the functions that a demo shows with its settings.
    pub fn palette(&self, demo: &'static Demo) -> Memo<Palette> {
        let settings = self.settings(demo);
        Memo::new(move |_| settings.with(|settings| demo.palette(settings)))
    }

    /// Whether a link has locked a setting of a demo.
    pub fn is_locked(&self, demo: &'static Demo, key: &'static str) -> Signal<bool> {
        let view = self.view;
        Signal::derive(move || view.with(|view| view.locked(demo).contains(&key)))
    }

    /// Whether a link has locked any setting of a demo.
    pub fn has_locked(&self, demo: &'static Demo) -> Signal<bool> {
        let view = self.view;
        Signal::derive(move || view.with(|view| !view.locked(demo).is_empty()))
    }

    /// Changes the settings of a demo. Every control uses this function, which leaves locked settings
    /// unchanged.
    pub fn change(&self, demo: &'static Demo, change: impl FnOnce(&mut Settings)) {
        // Setting a signal notifies its readers even if the value is the same.
        let mut view = self.view.get_untracked();
        view.try_change(demo, change);
        if view != self.view.get_untracked() {
            self.view.set(view);
        }
    }

    /// Text in the page's language.
    pub fn say(&self, words: impl Fn(&'static Text) -> &'static str) -> &'static str {
        words(self.text)
    }

    /// Text or HTML in the page's language that follows the state of the page.
    pub fn tell<T: Send + Sync + 'static>(
        &self,
        words: impl Fn(&'static Text) -> T + Send + Sync + 'static,
    ) -> Signal<T> {
        let text = self.text;
        Signal::derive(move || words(text))
    }

    /// Chooses the page's colours and stores the choice.
    pub fn choose_theme(&self, theme: Theme) {
        self.theme.update(|chosen| *chosen = theme);
        remember("theme", theme.id());
    }
}

/// The words that the page carries.
///
/// # Panics
///
/// If the page has none, or those of another version of the app.
fn words_of_the_page() -> &'static Text {
    let text = Text::load(browser::content("words").leak());
    text.expect("the page and the app are of the same version")
}

/// Stores a preference for the next visit and removes it from the query, which would otherwise override it. If
/// the browser stores nothing, the next visit starts with the defaults.
fn remember(name: &str, choice: &str) {
    browser::store(name, choice);
    location::set_in_query(name, None);
}

/// The settings of a demo. A change of another demo does not notify its readers.
fn settings_of(view: RwSignal<View>, demo: &'static Demo) -> Memo<Settings> {
    Memo::new(move |_| view.with(|view| view.settings(demo).clone()))
}

/// An experiment that is opened anew when its settings change. `open` gets the experiment before.
pub fn experiment_of(
    open: impl Fn(Option<&dyn Experiment>) -> SharedExperiment + Send + Sync + 'static,
) -> Memo<SharedExperiment> {
    let is_other = |one: Option<&SharedExperiment>, other: Option<&SharedExperiment>| {
        !one.zip(other).is_some_and(|(one, other)| Arc::ptr_eq(one, other))
    };
    Memo::new_with_compare(move |before| open(before.map(|before| &**before)), is_other)
}
