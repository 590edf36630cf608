//! Check boxes of a list of functions. A view shows at most as many functions as there are hues.

use super::lab::Lab;
use crate::demos::Demo;
use crate::demos::settings::{Key, MOST_OPTIONS, Many, Settings};
use crate::plot::palette::{self, Palette};
use crate::text::Text;
use crate::text::words::page as say;
use activations::Activation;
use leptos::prelude::*;
use web_sys::{Event, HtmlInputElement};

/// The classes of the element around an option: `class`, and its hue if it is a function.
pub fn class(palette: Memo<Palette>, class: &'static str, option: &'static str) -> Signal<String> {
    let function = Activation::find(option);
    Signal::derive(move || match function {
        Some(function) => {
            let hue = palette.with(|palette| palette.offered(function));
            format!("{class} {}", palette::class(hue))
        }
        None => class.to_owned(),
    })
}

/// Adds the option of a check box to its list, or removes it. A function too many is refused: the box is
/// unchecked again.
///
/// Returns whether it was refused.
pub fn choose(
    lab: Lab,
    demo: &'static Demo,
    key: Key<Many>,
    option: &'static str,
    event: &Event,
) -> bool {
    let input: HtmlInputElement = event_target(event);
    let is_refused = set(lab, demo, key, option, input.checked());
    if is_refused {
        input.set_checked(false);
    }
    is_refused
}

/// Adds an option to its list (`on`) or removes it. Returns whether it was refused.
pub fn set(lab: Lab, demo: &'static Demo, key: Key<Many>, option: &'static str, on: bool) -> bool {
    let mut settings = lab.settings(demo).get_untracked();
    settings.set_option(key, option, on);
    let is_shown = match Activation::find(option) {
        Some(function) => (demo.functions)(&settings).contains(&function),
        None => settings.has(key.name(), option),
    };
    let is_refused = on && !is_shown;
    if !is_refused {
        lab.change(demo, |settings| settings.set_option(key, option, on));
    }
    is_refused
}

/// The sentence that refuses one function more.
pub fn refusal(text: &Text) -> String {
    text.words.page.at_most(say::AtMost { most: MOST_OPTIONS })
}

/// The sentence below a list that has refused a function.
#[component]
pub fn Refusal(is_refused: RwSignal<bool>) -> impl IntoView {
    let sentence =
        Lab::get().tell(move |text| if is_refused.get() { refusal(text) } else { String::new() });
    view! { <p class="refusal" role="status" prop:textContent=sentence></p> }
}

/// The options that a line of chips offers: the functions of the library that are chosen or were before, then the other
/// options.
pub fn offered(
    settings: Memo<Settings>,
    key: &'static str,
    options: &[&'static str],
) -> Memo<Vec<&'static str>> {
    let all = options.to_vec();
    Memo::new(move |before: Option<&Vec<&'static str>>| {
        let is_of_library =
            |option: &&'static str| Activation::find(option).is_some_and(Activation::is_of_library);
        let was_chosen = |option: &&'static str| {
            before.is_some_and(|before| before.contains(option))
                || settings.with(|settings| settings.has(key, option))
        };
        let (library, others): (Vec<_>, Vec<_>) = all.iter().copied().partition(is_of_library);
        library.into_iter().filter(was_chosen).chain(others).collect()
    })
}
