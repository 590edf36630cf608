//! What belongs to the page and not to a view: the choice of colours, and the buttons for presenting.

use super::browser::{on_printing, set_root};
use super::handout::PrintedAddress;
use super::import::Import;
use super::lab::{Lab, Theme};
use super::place;
use super::present;
use super::tools;
use leptos::prelude::*;
use web_sys::Element;

#[component]
pub fn Frame() -> impl IntoView {
    let lab = Lab::get();
    Effect::new(move |_| {
        let demo = lab.view.with(|view| view.demo().id);
        set_root("data-demo", demo);
        let set = |section: &Element, is_current: bool| {
            let set = section.class_list().toggle_with_force("current", is_current);
            set.expect("the class's name is valid");
        };
        if let Ok(Some(before)) = document().query_selector(".demo.current") {
            set(&before, false);
        }
        set(&place(demo), true);
    });
    let show_theme = move || set_root("data-theme", if lab.is_dark() { "dark" } else { "light" });
    Effect::new(move |_| show_theme());
    on_printing(move || untrack(show_theme));
    present::listen(lab);
    let themes = Theme::ALL.map(|theme| {
        let label = lab.say(move |text| match theme {
            Theme::System => text.words.page.theme_system,
            Theme::Light => text.words.page.theme_light,
            Theme::Dark => text.words.page.theme_dark,
        });
        view! {
            <label class="segment">
                <input
                    type="radio"
                    name="theme"
                    value=theme.id()
                    prop:checked=Signal::derive(move || lab.theme.get() == theme)
                    on:change=move |_| lab.choose_theme(theme)
                />
                <span prop:textContent=label></span>
            </label>
        }
    });
    let present = lab.say(|text| text.words.script.present_help);
    view! {
        <div class="frame-talk">
            <button
                type="button"
                title=present
                on:click=move |_| tools::with(lab, move |tools| (tools.enter)(lab))
                prop:textContent=lab.say(|text| text.words.script.present)
            ></button>
            <button
                type="button"
                aria-expanded=move || lab.scripts.shown.get().to_string()
                on:click=move |_| tools::with(lab, move |_| lab.scripts.shown.update(|shown| *shown = !*shown))
                prop:textContent=lab.say(|text| text.words.script.name)
            ></button>
        </div>
        <fieldset class="segments">
            <legend class="unseen" prop:textContent=lab.say(|text| text.words.page.choose_theme)></legend>
            {themes.collect_view()}
        </fieldset>
        <Import />
        <PrintedAddress />
    }
}
