//! The presentation: one demo fills the window, and keys step through the script.

use super::address;
use super::browser;
use super::inner_html::from_html;
use super::lab::Lab;
use super::location;
use super::qr::Code;
use super::tools;
use crate::markup::{Html, html};
use crate::permalink;
use crate::text::Text;
use crate::text::words::script as say;
use crate::view::View;
use leptos::ev;
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlElement, KeyboardEvent};

/// The icons of the buttons as SVG paths, in a box of 24 by 24.
const PREVIOUS: &str = "M16 4v16L6 12z";
const NEXT: &str = "M8 4v16l10-8z";
const BLACK: &str = "M3 5h18v14H3z";
const CODE: &str = "M3 3h8v8H3zM5 5v4h4V5zM13 3h8v8h-8zM15 5v4h4V5zM3 13h8v8H3zM5 15v4h4v-4zM13 13h3v3h-3zM18 13h3v3h-3zM13 18h3v3h-3zM18 18h3v3h-3z";
const FULL: &str = "M3 3h7v2H5v5H3zM14 3h7v7h-2V5h-5zM3 14h2v5h5v2H3zM19 14h2v7h-7v-2h5z";
const LEAVE: &str = "M5 3.6 12 10.6l7-7L20.4 5l-7 7 7 7-1.4 1.4-7-7-7 7L3.6 19l7-7-7-7z";

/// The effect of a key or a button.
#[derive(Clone, Copy)]
enum Command {
    By(isize),
    Black,
    Code,
    FullScreen,
    Leave,
}

/// Moves the script to a step that shows the present view, if there is one: the present step, or else the
/// first such.
fn find_step(lab: Lab) {
    let view = lab.view.with_untracked(permalink::encode);
    let script = untrack(|| lab.scripts.script(lab.text));
    let at = untrack(|| lab.scripts.at());
    let is_here = script.steps.get(at).is_some_and(|step| shown_by(&step.view) == view);
    if let Some(place) = script.place(&view).filter(|_| !is_here) {
        lab.scripts.go_to(place);
    }
}

/// The view that a step of a script shows, as a fragment. The page goes to the end of a run if a link names a step
/// after it.
fn shown_by(fragment: &str) -> String {
    let mut view = permalink::decode(fragment);
    let demo = view.demo();
    view.end_run(demo);
    permalink::encode(&view)
}

/// Starts a presentation at the present view.
pub fn enter(lab: Lab) {
    lab.scripts.load();
    find_step(lab);
    // The page scrolls before it becomes shorter. Firefox would otherwise animate from the changed position.
    browser::scroll_to(0.0);
    lab.presentation.is_on.set(true);
    // The component that keeps this attribute may be mounted later than the page scrolls.
    browser::toggle_root("data-present", true);
    location::set_in_query("present", Some("1"));
    // Browsers refuse full screen without a key or a click, and in some frames.
    browser::enter_full_screen();
    address::arrive_at(lab);
}

/// Ends the presentation. If the black screen or the QR code covers it, ends that first.
fn escape(lab: Lab) {
    let presentation = lab.presentation;
    presentation.escaped.set_value(browser::now());
    if presentation.is_black.get_untracked() {
        presentation.is_black.set(false);
    } else if presentation.shows_code.get_untracked() {
        presentation.shows_code.set(false);
    } else {
        leave(lab);
    }
}

/// Ends the presentation when the browser ends the full screen for an Escape key that it does not pass to the
/// page.
fn on_full_screen(lab: Lab) {
    /// If the full screen ends within this time after a key, in milliseconds, the key was the cause.
    const SAME: f64 = 1000.0;
    let presentation = lab.presentation;
    let is_ours = browser::now() - presentation.escaped.get_value() < SAME;
    if presentation.is_on.get_untracked() && !browser::is_full_screen() && !is_ours {
        escape(lab);
    }
}

fn leave(lab: Lab) {
    lab.presentation.is_on.set(false);
    lab.presentation.shows_code.set(false);
    location::set_in_query("present", None);
    browser::leave_full_screen();
    address::arrive_at(lab);
}

/// Shows a step of the script. A place outside of the script has no effect.
fn show(lab: Lab, place: usize) {
    let script = untrack(|| lab.scripts.script(lab.text));
    if let Some(step) = script.steps.get(place) {
        lab.scripts.go_to(place);
        address::go(lab, &step.view);
    }
}

fn run_command(lab: Lab, command: Command) {
    let presentation = lab.presentation;
    match command {
        // A key that goes forward first reveals a hidden answer; the next one goes to the next step.
        Command::By(1..) if reveal() => {}
        Command::By(steps) => {
            if let Some(place) = untrack(|| lab.scripts.at()).checked_add_signed(steps) {
                show(lab, place);
            }
        }
        Command::Black => presentation.is_black.update(|is_black| *is_black = !*is_black),
        Command::Code => presentation.shows_code.update(|shows| *shows = !*shows),
        Command::FullScreen if browser::is_full_screen() => {
            presentation.escaped.set_value(browser::now());
            browser::leave_full_screen();
        }
        Command::FullScreen => browser::enter_full_screen(),
        Command::Leave => leave(lab),
    }
}

/// The letter of a key in lower case: the ASCII letter that the key types. If it types another character, as
/// on a Korean layout, the letter at this place of a Latin keyboard.
fn letter(ev: &KeyboardEvent) -> Option<char> {
    /// The letters of the two-set Korean layout at the places of the keys in use, for input methods that
    /// report no place.
    const HANGUL: [(char, char); 6] =
        [('ㅔ', 'p'), ('ㅖ', 'p'), ('ㅠ', 'b'), ('ㅂ', 'q'), ('ㅃ', 'q'), ('ㄹ', 'f')];
    const END_OF_LATIN: char = '\u{250}';
    let (key, code) = (ev.key(), ev.code());
    let printed = key.chars().next().filter(|_| key.chars().nth(1).is_none());
    match printed {
        Some(printed) if printed.is_ascii() => Some(printed.to_ascii_lowercase()),
        // Another Latin letter, such as å, is a letter of its own.
        Some(printed) if printed < END_OF_LATIN => None,
        _ => {
            let at_place = code.strip_prefix("Key").and_then(|letter| letter.chars().next());
            let of_hangul = || {
                HANGUL.iter().find(|(jamo, _)| Some(*jamo) == printed).map(|(_, letter)| *letter)
            };
            at_place.map(|letter| letter.to_ascii_lowercase()).or_else(of_hangul)
        }
    }
}

/// The meaning of a key in a presentation.
fn command(ev: &KeyboardEvent) -> Option<Command> {
    Some(match ev.key().as_str() {
        "PageDown" | "ArrowRight" | "ArrowDown" | " " | "Enter" => Command::By(1),
        "PageUp" | "ArrowLeft" | "ArrowUp" | "Backspace" => Command::By(-1),
        "Escape" => Command::Leave,
        _ => match letter(ev)? {
            'b' | '.' => Command::Black,
            'q' => Command::Code,
            'f' => Command::FullScreen,
            _ => return None,
        },
    })
}

/// Whether a key was pressed within an element that the selector matches.
fn is_within(ev: &KeyboardEvent, selector: &str) -> bool {
    let target = ev.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.closest(selector).is_ok_and(|it| it.is_some()))
}

/// Whether a key belongs to the browser or to the text field or list in use.
fn is_taken(ev: &KeyboardEvent) -> bool {
    ev.ctrl_key()
        || ev.alt_key()
        || ev.meta_key()
        || ev.is_composing()
        || is_within(ev, "input:not([type=range], [type=checkbox], [type=radio]), textarea, select")
}

/// Keeps a key from the focused element and from the browser.
fn take(ev: &KeyboardEvent) {
    ev.prevent_default();
    ev.stop_propagation();
}

/// Calls `hear` with every key before the focused element gets it.
fn on_keys(hear: impl Fn(KeyboardEvent) + 'static) {
    let hear = Closure::<dyn Fn(KeyboardEvent)>::new(hear).into_js_value();
    // Adding a listener to the window cannot fail.
    let _ =
        window().add_event_listener_with_callback_and_bool("keydown", hear.unchecked_ref(), true);
}

/// Starts a presentation when the reader presses P.
pub fn listen(lab: Lab) {
    on_keys(move |ev| {
        let is_on = lab.presentation.is_on.get_untracked();
        if !is_on && !lab.is_embedded && !is_taken(&ev) && letter(&ev) == Some('p') {
            take(&ev);
            tools::with(lab, move |tools| (tools.enter)(lab));
        }
    });
}

/// Handles a key in a presentation.
fn on_key(lab: Lab, ev: &KeyboardEvent) {
    let presentation = lab.presentation;
    if !presentation.is_on.get_untracked() || is_taken(ev) {
        return;
    }
    let Some(command) = command(ev) else { return };
    let escapes = matches!(command, Command::Leave);
    if presentation.is_black.get_untracked() || escapes && presentation.shows_code.get_untracked() {
        take(ev);
        return escape(lab);
    }
    // The page keys of a clicker always belong to the script. Other keys first serve the focused element.
    let is_clicker = matches!(ev.key().as_str(), "PageDown" | "PageUp");
    let moves = matches!(command, Command::By(_));
    if moves
        && !is_clicker
        && is_within(ev, "a, button, input, summary, canvas[tabindex], [tabindex='0']")
    {
        return;
    }
    // Escape closes an open panel or drawer before it ends the presentation.
    if escapes && is_within(ev, "details[open], .scripts") {
        return;
    }
    take(ev);
    if escapes {
        return escape(lab);
    }
    run_command(lab, command);
}

/// The additions of a presentation to the page: the step's title and sentence above the demo, and a bar below
/// it.
#[component]
pub fn Present() -> impl IntoView {
    let lab = Lab::get();
    let (presentation, scripts) = (lab.presentation, lab.scripts);
    scripts.load();
    on_keys(move |ev| on_key(lab, &ev));
    let _ = window_event_listener_untyped("fullscreenchange", move |_| on_full_screen(lab));
    // An element used with a pointer loses the focus, so that keys belong to the script again. Text fields
    // keep it.
    let _ = window_event_listener(ev::pointerup, move |_| {
        if presentation.is_on.get_untracked() {
            request_animation_frame(give_keys_back);
        }
    });
    Effect::new(move |_| {
        browser::toggle_root("data-present", presentation.is_on());
        browser::toggle_root("data-black", presentation.is_on() && presentation.is_black.get());
    });
    if presentation.is_in_address && address::is_bare() {
        show(lab, 0);
    }
    // Links, back and forward may lead to a view of another step.
    Effect::new(move |_| {
        lab.jump.track();
        if presentation.is_on.get_untracked() {
            find_step(lab);
        }
    });
    let demo = Memo::new(move |_| lab.view.with(View::demo).id);
    let html = lab.tell(move |text| words(lab, text, demo.get()));
    let place_of_words = NodeRef::<Div>::new();
    let height = browser::height(place_of_words);
    Effect::new(move |_| presentation.words.set(height.get()));
    let bar = NodeRef::<Div>::new();
    let bar_height = browser::height(bar);
    // Where the window is narrow or the text is large, the bar has several lines. The end of the page stays above it.
    Effect::new(move |_| {
        if bar_height.get() > 0.0 {
            browser::set_root_length("--present-bar", bar_height.get());
        }
    });
    let button = |path: &'static str, name: fn(&'static Text) -> &'static str, command: Command| {
        let name = lab.say(name);
        view! {
            <button type="button" aria-label=name title=name on:click=move |_| run_command(lab, command)>
                <svg viewBox="0 0 24 24" aria-hidden="true">
                    <path d=path fill-rule="evenodd" />
                </svg>
            </button>
        }
    };
    let place = lab.tell(move |text| {
        text.words
            .script
            .place(say::Place { step: scripts.at() + 1, steps: scripts.script(text).steps.len() })
    });
    view! {
        <div class="present-words" aria-live="polite" node_ref=place_of_words inner_html=from_html(html)></div>
        <div class="present-bar" role="group" node_ref=bar aria-label=lab.say(|text| text.words.script.bar)>
            {button(PREVIOUS, |text| text.words.script.previous, Command::By(-1))}
            <button
                type="button"
                class="present-place"
                title=lab.say(|text| text.words.script.again)
                on:click=move |_| show(lab, untrack(|| scripts.at()))
                prop:textContent=place
            ></button>
            {button(NEXT, |text| text.words.script.next, Command::By(1))}
            {button(BLACK, |text| text.words.script.black, Command::Black)}
            {button(CODE, |text| text.words.script.code, Command::Code)}
            {button(FULL, |text| text.words.script.full_screen, Command::FullScreen)}
            {button(LEAVE, |text| text.words.script.leave, Command::Leave)}
        </div>
        <Code shown=presentation.shows_code />
        <div
            class="present-black"
            role="status"
            on:click=move |_| presentation.is_black.set(false)
            prop:textContent=lab
                .tell(move |text| if presentation.is_black.get() { text.words.script.is_black } else { "" })
        ></div>
    }
}

/// The step's title and sentence; for a view outside of the script, of the demo's title.
fn words(lab: Lab, text: &Text, demo: &str) -> Html {
    if !lab.presentation.is_on() {
        return Html::default();
    }
    let script = lab.scripts.script(text);
    let step = script.steps.get(lab.scripts.at());
    let own = |view: &str| permalink::decode(view).demo().id == demo;
    match step.filter(|step| own(&step.view)) {
        Some(step) => {
            html!("<h1>{title}</h1><p>{text}</p>", title = step.title, text = step.text)
        }
        None => html!("<h1>{title}</h1>", title = text.title(demo)),
    }
}

/// Reveals a hidden answer. Returns false if there is none.
fn reveal() -> bool {
    let button = document().query_selector(".demo.current.guessing [data-guess=reveal]");
    let button = button.ok().flatten();
    if let Some(button) = &button {
        button.unchecked_ref::<HtmlElement>().click();
    }
    button.is_some()
}

fn give_keys_back() {
    let Some(active) = document().active_element() else { return };
    let used =
        "button, summary, a, canvas, input[type=range], input[type=checkbox], input[type=radio]";
    if active.matches(used).unwrap_or(false) {
        let _ = active.unchecked_into::<HtmlElement>().blur();
    }
}
