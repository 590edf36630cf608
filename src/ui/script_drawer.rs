//! The drawer in which a reader edits and shares a script while they explore the page.
//!
//! The drawer is HTML, and one listener handles all of its buttons. The list is written again only
//! when steps are added, removed or moved, so that a text field in use is not replaced.

use super::address;
use super::clipboard::{ByHand, Clipboard};
use super::import;
use super::inner_html::from_html;
use super::lab::Lab;
use super::location;
use super::present;
use super::saved::{Saved, SavedFile};
use super::scripts::{Choice, Scripts, is_mine};
use crate::markup::{Html, html};
use crate::permalink;
use crate::script::{Change, Placed, Script, Step, TEXT, TITLE};
use crate::text::Text;
use crate::text::words::script as say;
use crate::view::View;
use leptos::ev;
use leptos::html::Aside;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

/// The values of `data-act`, which name the effect of a step's button.
const SHOW: &str = "show";
const REFRESH: &str = "refresh";
const UP: &str = "up";
const DOWN: &str = "down";
const REMOVE: &str = "remove";

#[component]
pub fn ScriptDrawer() -> impl IntoView {
    let lab = Lab::get();
    let scripts = lab.scripts;
    scripts.load();
    let drawer = NodeRef::<Aside>::new();
    let clipboard = Clipboard::new();
    let saved = Saved::new();
    let head = lab.tell(head);
    let choice = lab.tell(move |text| {
        scripts.moved.track();
        choice(scripts, text)
    });
    let now = lab.tell(move |text| now(lab, text));
    let steps = lab.tell(move |text| {
        scripts.moved.track();
        list(text, &untrack(|| scripts.script(text)), scripts.choice() == Choice::Mine)
    });
    let ways = lab.tell(ways);
    let said = lab.tell(move |text| match (clipboard.copied(), scripts.kept.get()) {
        (Some(true), _) => text.words.page.link_copied,
        (Some(false), _) => text.words.page.copy_by_hand,
        (None, false) => text.words.script.not_kept,
        (None, true) => "",
    });
    let press = move |act: &str, place: usize| {
        let rearrange = |change: fn(Placed) -> Change| {
            // A button can be pressed again before the list has been written again.
            if let Some(step) = scripts.placed(place) {
                scripts.rearrange(change(step));
            }
        };
        match act {
            "close" => scripts.shown.set(false),
            "present" => {
                scripts.shown.set(false);
                present::enter(lab);
            }
            "add" => {
                let added = scripts.add(step_now(lab));
                if !added {
                    lab.notice.set(Some(|text| text.words.script.full));
                }
            }
            "adopt" => {
                let text = lab.text;
                let asks = || window().confirm_with_message(text.words.script.adopt_confirm);
                if !scripts.has_mine() || asks().unwrap_or(false) {
                    scripts.adopt(untrack(|| scripts.script(text)));
                }
            }
            "copy" => clipboard.copy(untrack(|| link(lab))),
            "save" => {
                let text = lab.text;
                let json = untrack(|| scripts.script(text)).json();
                saved.download(
                    lab,
                    &[json.into()],
                    "application/json",
                    text.words.script.file.to_owned(),
                );
            }
            SHOW => {
                let script = untrack(|| scripts.script(lab.text));
                if let Some(step) = script.steps.get(place) {
                    scripts.go_to(place);
                    address::go(lab, &step.view);
                }
            }
            REFRESH => {
                if let Some(old) = scripts.placed(place) {
                    let new = Step { view: step_now(lab).view, ..old.step.clone() };
                    scripts.edit(Change::Replace { old, new });
                }
            }
            UP => rearrange(|step| Change::Move { step, by: -1 }),
            DOWN => rearrange(|step| Change::Move { step, by: 1 }),
            REMOVE => rearrange(Change::Remove),
            _ => {}
        }
        // The button that moved its step has moved with the step.
        let (act, place) = match act {
            UP => (UP, place.saturating_sub(1)),
            DOWN => (DOWN, place + 1),
            REMOVE => (REMOVE, place),
            _ => return,
        };
        request_animation_frame(move || focus(drawer, act, place));
    };
    let on_click = move |ev: ev::MouseEvent| {
        let button = event_target::<Element>(&ev).closest("[data-act]").ok().flatten();
        if let Some(button) = button {
            press(&button.get_attribute("data-act").unwrap_or_default(), place_of(&button));
        }
    };
    let on_change = move |ev: ev::Event| {
        let field = event_target::<Element>(&ev);
        let value = event_target_value(&ev);
        let place = place_of(&field);
        let name = field.get_attribute("name").unwrap_or_default();
        if name == "script" {
            if let Some(choice) = scripts.choices().find(|choice| choice.id() == value) {
                scripts.choose(choice);
            }
            return;
        }
        if name == "script-file" {
            let input: HtmlInputElement = field.unchecked_into();
            if let Some(file) = input.files().and_then(|files| files.get(0)) {
                import::open(lab, file);
            }
            // An empty value allows the same file to be chosen again.
            input.set_value("");
            return;
        }
        write(scripts, &name, place, &value);
    };
    // Another window has changed the same script. The text field in use is stored first; then this window
    // shows the stored script.
    scripts.has_drawer.set_value(true);
    let _ = window_event_listener(ev::storage, move |ev| {
        if !ev.key().is_some_and(|key| is_mine(&key)) {
            return;
        }
        let field =
            document().active_element().and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
        let field =
            field.filter(|field| field.closest(".scripts-steps").is_ok_and(|it| it.is_some()));
        let name = field.as_ref().map_or(String::new(), HtmlInputElement::name);
        if let Some(field) = &field {
            write(scripts, &name, place_of(field), &field.value());
        }
        let step = field.as_ref().and_then(|field| scripts.placed(place_of(field)));
        let caret = field.and_then(|field| field.selection_start().ok().flatten());
        scripts.reload();
        let Some(caret) = caret else { return };
        request_animation_frame(move || {
            let place = step.and_then(|step| scripts.place_of(&step));
            let place = place.map_or(String::new(), |place| format!("[data-step='{place}']"));
            let field = drawer.get_untracked().and_then(|drawer| {
                drawer.query_selector(&format!("[name={name}]{place}")).ok().flatten()
            });
            if let Some(field) = field {
                let field: HtmlInputElement = field.unchecked_into();
                let _ = field.focus();
                let _ = field.set_selection_range(caret, caret);
            }
        });
    });
    let on_key = move |ev: ev::KeyboardEvent| {
        if ev.key() == "Escape" {
            scripts.shown.set(false);
        }
    };
    Effect::new(move |was: Option<bool>| {
        let shown = scripts.shown.get();
        // On a page that was whole before, the reader has asked for the drawer, whose code came then.
        if shown && !was.unwrap_or(!lab.is_whole.get_untracked()) {
            request_animation_frame(move || focus(drawer, "close", 0));
        }
        shown
    });
    view! {
        <aside
            class="scripts"
            aria-label=lab.say(|text| text.words.script.name)
            hidden=move || !scripts.shown.get()
            node_ref=drawer
            on:click=on_click
            on:change=on_change
            on:keydown=on_key
        >
            <div class="scripts-head" inner_html=from_html(head)></div>
            <div class="scripts-choice" inner_html=from_html(choice)></div>
            <ol class="scripts-steps" inner_html=from_html(steps)></ol>
            <div class="scripts-now" inner_html=from_html(now)></div>
            <div class="scripts-ways" inner_html=from_html(ways)></div>
            <p class="scripts-said" role="status" prop:textContent=said></p>
            <SavedFile saved />
            <ByHand class="scripts-link" clipboard text=Signal::derive(move || link(lab)) />
        </aside>
    }
}

/// Stores the text of a field in the reader's script.
fn write(scripts: Scripts, field: &str, place: usize, value: &str) {
    if field == "script-title" {
        scripts.edit(Change::Title(value.to_owned()));
        return;
    }
    let Some(old) = scripts.placed(place) else { return };
    let Step { view, title, text } = &old.step;
    let new = match field {
        "step-title" => Step::new(view, value, text),
        _ => Step::new(view, title, value),
    };
    scripts.edit(Change::Replace { old, new });
}

/// The current view as a step, with the title of its demo.
fn step_now(lab: Lab) -> Step {
    let fragment = lab.view.with_untracked(permalink::encode);
    let demo = lab.view.with_untracked(View::demo);
    Step::new(&fragment, lab.text.title(demo.id), "")
}

/// The link that presents the chosen script.
fn link(lab: Lab) -> String {
    location::link_to_present(&lab.scripts.script(lab.text))
}

/// The index of the step that a button or a field belongs to, from 0.
fn place_of(element: &Element) -> usize {
    element.get_attribute("data-step").and_then(|step| step.parse().ok()).unwrap_or_default()
}

/// Moves the focus to a button of a step; if it does not exist, to the button that adds a step.
fn focus(drawer: NodeRef<Aside>, act: &str, place: usize) {
    let Some(drawer) = drawer.get_untracked() else { return };
    let find = |selector: &str| drawer.query_selector(selector).ok().flatten();
    let button = find(&format!("[data-act={act}][data-step='{place}']:not(:disabled)"))
        .or_else(|| find(&format!("[data-act={act}]:not(:disabled)")))
        .or_else(|| find("[data-act=add]"));
    if let Some(button) = button {
        let _ = button.unchecked_into::<HtmlElement>().focus();
    }
}

fn button(act: &str, name: &str) -> Html {
    html!("<button type=\"button\" class=\"button\" data-act=\"{act}\">{name}</button>", act, name)
}

fn head(text: &Text) -> Html {
    let words = &text.words.script;
    html!(
        "<h2>{name}</h2>{close}<p>{lead}</p>",
        name = words.name,
        close = button("close", words.close),
        lead = words.lead,
    )
}

fn choice(scripts: Scripts, text: &Text) -> Html {
    let chosen = scripts.choice();
    let option = |choice: Choice| {
        html!(
            "<option value=\"{id}\"{selected}>{name}</option>",
            id = choice.id(),
            selected = if choice == chosen { " selected" } else { "" },
            name = choice.name(text),
        )
    };
    html!(
        "<label>{which}<select name=\"script\">{options}</select></label>",
        which = text.words.script.which,
        options = scripts.choices().map(option).collect::<Html>(),
    )
}

fn now(lab: Lab, text: &Text) -> Html {
    let title = text.title(lab.view.with(View::demo).id);
    let (add, now) =
        (button("add", text.words.script.add), text.words.script.now(say::Now { demo: title }));
    html!("{add}<span>{now}</span>", add, now)
}

fn ways(text: &Text) -> Html {
    let words = &text.words.script;
    html!(
        "{present}{copy}{save}<label class=\"button\">{open}\
         <input class=\"unseen\" type=\"file\" name=\"script-file\" accept=\"application/json,.json\"></label>",
        present = button("present", words.present),
        copy = button("copy", words.copy_link),
        save = button("save", words.save),
        open = words.open,
    )
}

/// The steps, with fields if `editable`.
fn list(text: &Text, script: &Script, editable: bool) -> Html {
    let words = &text.words.script;
    let count = script.steps.len();
    let steps = script.steps.iter().enumerate().map(|(place, step)| {
        let named = |what: &str| words.of_step(say::OfStep { label: what, step: place + 1, title: &step.title });
        let button = |act: &str, what: &str, sign: &str, disabled: bool| {
            html!(
                "<button type=\"button\" data-act=\"{act}\" data-step=\"{place}\" aria-label=\"{name}\" title=\"{what}\"{disabled}>{sign}</button>",
                act,
                place,
                name = named(what),
                what,
                disabled = if disabled { " disabled" } else { "" },
                sign,
            )
        };
        let show = button(SHOW, words.show, words.show, false);
        if !editable {
            return html!(
                "<li><strong>{title}</strong><p>{text}</p>{show}</li>",
                title = step.title,
                text = step.text,
                show,
            );
        }
        let field = |name: &str, what: &str, value: &str, most: usize| {
            html!(
                "<input type=\"text\" name=\"{name}\" data-step=\"{place}\" maxlength=\"{most}\" aria-label=\"{label}\" placeholder=\"{what}\" value=\"{value}\">",
                name,
                place,
                most,
                label = named(what),
                what,
                value,
            )
        };
        html!(
            "<li>{title}{text}<div class=\"scripts-step-ways\">{show}{refresh}{up}{down}{remove}</div></li>",
            title = field("step-title", words.step_title, &step.title, TITLE),
            text = field("step-text", words.step_text, &step.text, TEXT),
            show,
            refresh = button(REFRESH, words.refresh, "⟳", false),
            up = button(UP, words.up, "↑", place == 0),
            down = button(DOWN, words.down, "↓", place + 1 == count),
            remove = button(REMOVE, words.remove, "×", false),
        )
    });
    let before = if !editable {
        html!("<li class=\"scripts-lone\">{adopt}</li>", adopt = button("adopt", words.adopt))
    } else if count == 0 {
        html!("<li class=\"scripts-lone\"><p>{empty}</p></li>", empty = words.empty)
    } else {
        html!(
            "<li class=\"scripts-lone\"><input type=\"text\" name=\"script-title\" maxlength=\"{most}\" aria-label=\"{name}\" placeholder=\"{name}\" value=\"{value}\"></li>",
            most = TITLE,
            name = words.title,
            value = script.title,
        )
    };
    [before].into_iter().chain(steps).collect()
}
