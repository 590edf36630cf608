//! The choices that belong to the page and not to a view: language and colours.

use super::browser::{on_printing, set_root};
use super::handout::PrintedAddress;
use super::import::Import;
use super::lab::{Lab, Theme};
use super::present;
use crate::text::LANGUAGES;
use leptos::prelude::*;

#[component]
pub fn Frame() -> impl IntoView {
    let lab = Lab::get();
    Effect::new(move |_| {
        let text = lab.text.get();
        document().set_title(text.words.page.title);
        set_root("lang", text.id);
    });
    Effect::new(move |_| set_root("data-demo", lab.view.with(|view| view.demo().id)));
    let show_theme = move || set_root("data-theme", if lab.is_dark() { "dark" } else { "light" });
    Effect::new(move |_| show_theme());
    on_printing(move || untrack(show_theme));
    let languages = LANGUAGES.each_ref().map(|language| {
        view! {
            <label class="segment" lang=language.id translate="no">
                <input
                    type="radio"
                    name="lang"
                    value=language.id
                    prop:checked=Signal::derive(move || lab.text.get().id == language.id)
                    on:change=move |_| lab.choose_language(language)
                />
                <span>{language.name}</span>
            </label>
        }
    });
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
                on:click=move |_| present::enter(lab)
                prop:textContent=lab.say(|text| text.words.script.present)
            ></button>
            <button
                type="button"
                aria-expanded=move || lab.scripts.shown.get().to_string()
                on:click=move |_| lab.scripts.shown.update(|shown| *shown = !*shown)
                prop:textContent=lab.say(|text| text.words.script.name)
            ></button>
        </div>
        <fieldset class="segments">
            <legend class="unseen" prop:textContent=lab.say(|text| text.words.page.choose_language)></legend>
            {languages.collect_view()}
        </fieldset>
        <fieldset class="segments">
            <legend class="unseen" prop:textContent=lab.say(|text| text.words.page.choose_theme)></legend>
            {themes.collect_view()}
        </fieldset>
        <Import />
        <PrintedAddress />
    }
}
