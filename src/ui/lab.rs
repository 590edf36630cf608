//! The state that the whole page shares, and the gates through which it changes.

use super::browser;
use super::location;
use super::presentation::Presentation;
use super::scripts::Scripts;
use crate::demos::Demo;
use crate::demos::settings::Settings;
use crate::export::code::Language;
use crate::plot::theme;
use crate::text::{self, Text};
use crate::view::View;
use leptos::prelude::*;

/// How high a window is taken to be in somebody's page, in CSS pixels.
const EMBEDDED_HEIGHT: f64 = 800.0;

/// The page's state: what a link says, and the frame around it.
#[derive(Clone, Copy)]
pub struct Lab {
    pub view: RwSignal<View>,
    /// Notifies when a link or a preset has led to another view.
    pub jump: Trigger,
    pub text: RwSignal<&'static Text>,
    pub theme: RwSignal<Theme>,
    /// Display pixels a CSS pixel.
    pub pixel_ratio: Signal<f64>,
    pub reduced_motion: Signal<bool>,
    /// In CSS pixels.
    pub window_height: Signal<f64>,
    /// Whether one demo is all there is, in somebody's page.
    pub is_embedded: bool,
    /// Whether the last part of the page has come.
    pub is_whole: RwSignal<bool>,
    /// Whether the page is on its way to paper.
    pub printing: Signal<bool>,
    /// What there is to say of a file that was saved or opened.
    pub notice: RwSignal<Option<Notice>>,
    /// Who wants one function in PyTorch wants the next one in it, too.
    pub code_language: RwSignal<Language>,
    pub scripts: Scripts,
    pub presentation: Presentation,
    system_dark: Signal<bool>,
    /// Whether the system's few colours take the place of the page's.
    forced_colors: Signal<bool>,
}

/// A sentence in the page's language.
pub type Notice = fn(&Text) -> &'static str;

/// What the reader wants of the page's colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    System,
    Light,
    Dark,
}

impl Theme {
    pub const ALL: [Theme; 3] = [Theme::System, Theme::Light, Theme::Dark];

    /// What the query and the store call it.
    pub fn id(self) -> &'static str {
        match self {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }
}

impl Lab {
    /// Language and theme are as `boot.js` found them in the query, the store or the browser.
    pub fn new() -> Self {
        let said = |name: &str| browser::root(name).unwrap_or_default();
        let theme = said("data-theme-choice");
        let is_embedded = browser::root("data-embed").is_some();
        Lab {
            view: RwSignal::new(View::default()),
            jump: Trigger::new(),
            text: RwSignal::new(Text::find(&said("lang")).unwrap_or(text::ALL[0])),
            theme: RwSignal::new(
                Theme::ALL.into_iter().find(|known| known.id() == theme).unwrap_or(Theme::System),
            ),
            pixel_ratio: browser::pixel_ratio(),
            reduced_motion: browser::media("(prefers-reduced-motion: reduce)"),
            // The frame gets as high as its content, which must not grow with it again.
            window_height: if is_embedded {
                Signal::stored(EMBEDDED_HEIGHT)
            } else {
                browser::window_height()
            },
            is_embedded,
            is_whole: RwSignal::new(false),
            printing: browser::printing(),
            notice: RwSignal::new(None),
            code_language: RwSignal::new(Language::NumPy),
            scripts: Scripts::new(),
            presentation: Presentation::new(is_embedded),
            system_dark: browser::media("(prefers-color-scheme: dark)"),
            forced_colors: browser::media("(forced-colors: active)"),
        }
    }

    /// The page's state, from any component.
    pub fn get() -> Self {
        expect_context()
    }

    /// Whether the page is dark now.
    pub fn is_dark(&self) -> bool {
        // Paper is white, whatever the page is.
        if self.printing.get() {
            return false;
        }
        match self.theme.get() {
            Theme::System => self.system_dark.get(),
            // What stays ours has to go with the system's colours around it.
            _ if self.forced_colors.get() => self.system_dark.get(),
            theme => theme == Theme::Dark,
        }
    }

    /// The colours of pictures drawn now.
    pub fn colors(&self) -> &'static theme::Theme {
        if untrack(|| self.is_dark()) { &theme::DARK } else { &theme::LIGHT }
    }

    /// What a demo is set to.
    pub fn settings(&self, demo: &'static Demo) -> Memo<Settings> {
        let view = self.view;
        Memo::new(move |_| view.with(|view| view.settings(demo).clone()))
    }

    /// Whether a link has locked a parameter of a demo. One signal for its control and nothing else.
    pub fn is_locked(&self, demo: &'static Demo, key: &'static str) -> Signal<bool> {
        let view = self.view;
        Signal::derive(move || view.with(|view| view.locked(demo).contains(&key)))
    }

    /// Whether a link has locked anything of a demo.
    pub fn has_locked(&self, demo: &'static Demo) -> Signal<bool> {
        let view = self.view;
        Signal::derive(move || view.with(|view| !view.locked(demo).is_empty()))
    }

    /// The gate through which every control changes a demo.
    pub fn change(&self, demo: &'static Demo, change: impl FnOnce(&mut Settings)) {
        // Signals wake everything that reads them, changed or not.
        let mut view = self.view.get_untracked();
        view.try_change(demo, change);
        if view != self.view.get_untracked() {
            self.view.set(view);
        }
    }

    /// Words that follow the page's language. One type for all of them: every closure of its own
    /// would be compiled into code of its own.
    pub fn say(
        &self,
        words: impl Fn(&'static Text) -> &'static str + Send + Sync + 'static,
    ) -> Signal<&'static str> {
        let text = self.text;
        Signal::derive(move || words(text.get()))
    }

    /// The same for words that are put together.
    pub fn tell(
        &self,
        words: impl Fn(&'static Text) -> String + Send + Sync + 'static,
    ) -> Signal<String> {
        let text = self.text;
        Signal::derive(move || words(text.get()))
    }

    /// Chooses the page's language and remembers it.
    pub fn choose_language(&self, text: &'static Text) {
        self.text.set(text);
        remember("lang", text.id);
    }

    /// Chooses the page's colours and remembers them.
    pub fn choose_theme(&self, theme: Theme) {
        self.theme.update(|chosen| *chosen = theme);
        remember("theme", theme.id());
    }
}

/// Keeps a preference for the next visit, and takes it out of the query, where a link has set it and
/// would go on to. Where the browser does not keep it, the next visit starts anew.
fn remember(name: &str, choice: &str) {
    browser::store(name, choice);
    location::set_in_query(name, None);
}
