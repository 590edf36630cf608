//! Check boxes of a list of functions. A view shows at most as many functions as there are hues.

use super::lab::Lab;
use crate::demos::Demo;
use crate::demos::settings::{Key, MOST_OPTIONS, Many};
use crate::plot::palette::{self, Palette};
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
    let on = input.checked();
    let mut settings = lab.settings(demo).get_untracked();
    settings.set_option(key, option, on);
    let is_shown = match Activation::find(option) {
        Some(function) => (demo.functions)(&settings).contains(&function),
        None => settings.has(key.name(), option),
    };
    let is_refused = on && !is_shown;
    if is_refused {
        input.set_checked(false);
    } else {
        lab.change(demo, |settings| settings.set_option(key, option, on));
    }
    is_refused
}

/// The sentence below a list that has refused a function.
#[component]
pub fn Refusal(is_refused: RwSignal<bool>) -> impl IntoView {
    let sentence = Lab::get().tell(move |text| {
        if is_refused.get() {
            text.words.page.at_most(say::AtMost { most: MOST_OPTIONS })
        } else {
            String::new()
        }
    });
    view! { <p class="refusal" role="status" prop:textContent=sentence></p> }
}
