//! The address bar and the view: each follows the other.

use super::browser;
use super::history;
use super::history::{Entry, Write};
use super::lab::Lab;
use crate::demos::settings::is_meant;
use crate::demos::{ALL, Demo, PARTS};
use crate::permalink;
use crate::script::Script;
use crate::view::View;
use leptos::ev;
use leptos::prelude::*;
use std::time::Duration;
use web_sys::{ScrollBehavior, ScrollIntoViewOptions};

/// How long the view must rest before it is written. Safari refuses more than 100 writes in 30 s.
const REST: Duration = Duration::from_millis(400);

/// Keeps the view and the fragment the same: the view follows the address (also back, forward
/// and by hand), and the address follows the view once it rests.
///
/// A change of something else than the last time gets an entry in the history, so that "back"
/// takes back a slider's whole way at once.
///
/// Gives what is left to do once all of the page is there: to go where the link leads.
pub fn follow(lab: Lab) -> impl FnOnce() + 'static {
    let view = lab.view;
    let written_keys = StoredValue::new(Vec::<String>::new());
    let pending = StoredValue::new(None::<TimeoutHandle>);
    // What the address stands for, in the words that we would use.
    let stands_for = StoredValue::new(String::new());
    let read = move || {
        let mut said = view.get_untracked();
        if let Some(script) =
            Script::from_fragment(&history::fragment()).filter(|_| !lab.is_embedded)
        {
            // From here on the address says the view, like any other.
            history::write(entry_of(&script.steps[0].view, Entry::Same));
            lab.scripts.open(script);
            lab.scripts.shown.set(!untrack(|| lab.presentation.is_on()));
        }
        let here = history::fragment();
        if !permalink::apply(&view_at_anchor().unwrap_or_else(|| here.clone()), &mut said)
            && anchor(&here).is_none()
        {
            lab.notice.set(Some(|text| text.page.unknown_view));
        }
        let encoded = permalink::encode(&said);
        if encoded != view.with_untracked(permalink::encode) {
            view.set(said);
        }
        lab.jump.notify();
        written_keys.set_value(Vec::new());
        // From here on the entry in the history is known to be one that the reader has been at, and the address says what is shown,
        // whatever the link has said. A place of the lesson keeps its name in it.
        let keeps = here.trim_start_matches('#').is_empty() || anchor(&here).is_some();
        let fragment = if keeps { None } else { Some(format!("#{encoded}")) };
        let mark = Some(encoded.clone());
        history::write(Write { fragment, mark, ..Write::default() });
        stands_for.set_value(encoded);
    };
    let is_new = !is_known();
    read();
    // Fired by links, by hand, and by back and forward (our entries all differ in their fragments),
    // but not by our own writing.
    let _ = window_event_listener(ev::hashchange, move |_| {
        history::forget();
        if let Some(id) = anchor(&history::fragment()).filter(|_| view_at_anchor().is_none()) {
            // The browser has gone to that place, and what is shown stays as it is. A place of the
            // lesson keeps its name in the address; others, such as the skip link's, have none.
            let encoded = view.with_untracked(permalink::encode);
            let shown = if PARTS.contains(&&*id) { id } else { encoded.clone() };
            let fragment = Some(format!("#{shown}"));
            let mark = Some(encoded.clone());
            history::write(Write { fragment, mark, ..Write::default() });
            written_keys.set_value(Vec::new());
            stands_for.set_value(encoded);
            return;
        }
        let is_new = !is_known();
        let demo = view.with_untracked(View::demo);
        read();
        if lab.is_embedded && view.with_untracked(View::demo).id != demo.id {
            // The only demo that is there is another one now.
            let _ = window().location().reload();
            return;
        }
        // Back and forward lead to where the page was, which the browser sees to.
        if is_new {
            arrive(view, ScrollBehavior::Auto);
        }
    });

    let write = move || {
        pending.set_value(None);
        let (old, new) = (stands_for.get_value(), view.with_untracked(permalink::encode));
        if old == new {
            return;
        }
        let keys = changed_keys(&old, &new);
        let same_again = written_keys.with_value(|written| *written == keys);
        written_keys.set_value(keys);
        let entry = if same_again { Entry::Same } else { Entry::Another };
        history::write(entry_of(&new, entry));
        stands_for.set_value(new);
    };
    Effect::new(move |_| {
        let rests = view.with(permalink::encode) == stands_for.get_value();
        if let Some(timer) = pending.get_value() {
            timer.clear();
        }
        pending.update_value(|pending| {
            *pending = if rests { None } else { set_timeout_with_handle(write, REST).ok() };
        });
    });
    // Leaving, or being put into the background, must not lose the last change.
    let _ = window_event_listener(ev::pagehide, move |_| write());
    move || {
        if is_new {
            // Two frames on, the plots above the demo have their height.
            request_animation_frame(move || {
                request_animation_frame(move || arrive(view, ScrollBehavior::Instant));
            });
        }
    }
}

/// Goes to the place or the demo that a link has named. The first demo stands at the top of the page,
/// where the page opens by itself.
fn arrive(view: RwSignal<View>, behavior: ScrollBehavior) {
    let demo = view.with_untracked(|view| view.demo().id);
    let id = anchor(&history::fragment()).unwrap_or_else(|| demo.to_owned());
    let opening = behavior == ScrollBehavior::Instant;
    if !(opening && id == ALL[0].id) {
        scroll_to(&id, behavior);
    }
}

fn scroll_to(id: &str, behavior: ScrollBehavior) {
    if browser::root("data-present").is_some() {
        // There is nothing but the demo and what is said of it above.
        return browser::scroll_to_top();
    }
    if let Some(section) = document().get_element_by_id(id) {
        let options = ScrollIntoViewOptions::new();
        options.set_behavior(behavior);
        section.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Goes to the demo in use, at once.
pub fn arrive_at(lab: Lab) {
    let demo = lab.view.with_untracked(|view| view.demo().id);
    // Once the style sheet has left out the other demos, or shows them again.
    request_animation_frame(move || scroll_to(demo, ScrollBehavior::Instant));
}

/// Goes to the view that a fragment says and to its demo, as if a link had led there; the address follows.
pub fn go(lab: Lab, fragment: &str) {
    let mut said = lab.view.get_untracked();
    permalink::apply(fragment, &mut said);
    let demo = said.demo().id;
    lab.view.set(said);
    lab.jump.notify();
    scroll_to(demo, ScrollBehavior::Auto);
}

/// Whether the address says no view.
pub fn is_bare() -> bool {
    history::fragment().is_empty()
}

/// The keys whose values differ between two fragments; the demo counts as one.
fn changed_keys(old: &str, new: &str) -> Vec<String> {
    let pairs = |fragment: &str| -> Vec<(String, String)> {
        let (demo, settings) = fragment.split_once('?').unwrap_or((fragment, ""));
        let pairs = settings.split('&').filter_map(|pair| pair.split_once('='));
        let pairs = pairs.map(|(key, value)| (key.to_owned(), value.to_owned()));
        [("demo".to_owned(), demo.to_owned())].into_iter().chain(pairs).collect()
    };
    let (old, new) = (pairs(old), pairs(new));
    let gone = old.iter().filter(|pair| !new.contains(pair));
    let come = new.iter().filter(|pair| !old.contains(pair));
    let mut keys: Vec<String> = Vec::new();
    for (key, _) in gone.chain(come) {
        if !keys.contains(key) {
            keys.push(key.clone());
        }
    }
    keys
}

/// The id of the place in the page that a fragment names, such as the one of the skip link; None where it says a view.
fn anchor(fragment: &str) -> Option<String> {
    let decoded = permalink::decoded(fragment.trim_start_matches('#')).into_owned();
    // A part of the lesson is one before the page is there to look at.
    if let Some(part) = PARTS.iter().find(|part| is_meant(part, &decoded)) {
        return Some((*part).to_owned());
    }
    let is_there = || document().get_element_by_id(&decoded).is_some();
    (Demo::find(&decoded).is_none() && is_there()).then_some(decoded)
}

/// What the entry of the history has been marked with: nothing where a link has just led.
fn mark() -> Option<String> {
    window().history().and_then(|history| history.state()).ok()?.as_string()
}

/// Whether the reader has been at this entry of the history before.
fn is_known() -> bool {
    mark().is_some()
}

/// The view that was shown at a place of the page, when the reader comes back to it.
fn view_at_anchor() -> Option<String> {
    anchor(&history::fragment())?;
    mark()
}

/// The write of a view into an entry of the history.
fn entry_of(view: &str, entry: Entry) -> Write {
    Write {
        fragment: Some(format!("#{view}")),
        mark: Some(view.to_owned()),
        entry,
        ..Write::default()
    }
}
