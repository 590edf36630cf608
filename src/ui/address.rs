//! The address bar: the one place that reads it and writes it.

use super::browser;
use super::lab::Lab;
use crate::demos::{ALL, Demo, PARTS};
use crate::permalink;
use crate::script::Script;
use crate::view::View;
use leptos::ev;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsValue;
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
        if let Some(script) = Script::from_fragment(&hash()).filter(|_| !lab.is_embedded) {
            // From here on the address says the view, like any other.
            put(&format!("#{}", script.steps[0].view), &JsValue::NULL, Entry::Same);
            lab.scripts.open(script);
            lab.scripts.shown.set(!untrack(|| lab.presentation.is_on()));
        }
        permalink::apply(&kept().unwrap_or_else(hash), &mut said);
        let encoded = permalink::encode(&said);
        if encoded != view.with_untracked(permalink::encode) {
            view.set(said);
        }
        lab.jump.notify();
        written_keys.set_value(Vec::new());
        // From here on the entry in the history is known to be one that the reader has been at.
        put(&hash(), &encoded.as_str().into(), Entry::Same);
        stands_for.set_value(encoded);
    };
    let is_new = !is_known();
    read();
    // Fired by links, by hand, and by back and forward (our entries all differ in their fragments),
    // but not by our own writing.
    let _ = window_event_listener(ev::hashchange, move |_| {
        if is_anchor(&hash()) && kept().is_none() {
            // The browser has gone to that place, and what is shown stays as it is. A place of the
            // lesson keeps its name in the address; others, such as the skip link's, have none.
            let encoded = view.with_untracked(permalink::encode);
            let address = if is_part(&hash()) { hash() } else { format!("#{encoded}") };
            put(&address, &encoded.as_str().into(), Entry::Same);
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
        put(&format!("#{new}"), &new.as_str().into(), entry);
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
    let here = hash();
    let demo = view.with_untracked(|view| view.demo().id);
    let id = if is_anchor(&here) { here.trim_start_matches('#') } else { demo };
    let opening = behavior == ScrollBehavior::Instant;
    if !(opening && id == ALL[0].id) {
        scroll_to(id, behavior);
    }
}

fn scroll_to(id: &str, behavior: ScrollBehavior) {
    if browser::root("data-present").is_some() {
        // There is nothing but the demo and what is said of it above.
        window().scroll_to_with_x_and_y(0.0, 0.0);
        return;
    }
    if let Some(section) = document().get_element_by_id(id) {
        let options = ScrollIntoViewOptions::new();
        options.set_behavior(behavior);
        section.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Goes to the demo in use.
pub fn arrive_at(lab: Lab) {
    let demo = lab.view.with_untracked(|view| view.demo().id);
    // Once the others are there again.
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

/// The address of this page at this view, whatever the address bar says yet.
pub fn link(view: &View) -> String {
    // From a demo in somebody's page and from the wall it leads to the whole page.
    let query = query_without(&["embed", "present"]);
    format!("{}{query}#{}", page(), permalink::encode(view))
}

/// The address at which this page presents a script.
pub fn link_to_present(script: &Script) -> String {
    let query = query_with(&["embed"], "present", "1");
    format!("{}{query}#{}", page(), script.fragment())
}

/// The address of this page without what follows it.
fn page() -> String {
    let href = window().location().href().unwrap_or_default();
    href.split(['?', '#']).next().unwrap_or_default().to_owned()
}

/// Whether the address says no view.
pub fn is_bare() -> bool {
    hash().is_empty()
}

/// Whether the page has an address that others could open.
pub fn is_public() -> bool {
    window().location().protocol().is_ok_and(|scheme| scheme.starts_with("http"))
}

/// Whether that address means this very machine, wherever it is opened.
pub fn is_local() -> bool {
    let host = window().location().hostname().unwrap_or_default();
    host == "localhost"
        || host.ends_with(".localhost")
        || host.starts_with("127.")
        || host == "[::1]"
}

/// The same for a file that goes elsewhere: where this page is a file itself, its place on the reader's disk
/// is nobody's business, and only the fragment is left.
pub fn link_to_keep(view: &View) -> String {
    if is_public() { link(view) } else { format!("#{}", permalink::encode(view)) }
}

/// The address of the folder that the page is in, with a slash at its end.
pub fn folder() -> String {
    let location = window().location();
    let path = location.pathname().unwrap_or_default();
    let end = path.rfind('/').map_or(0, |slash| slash + 1);
    format!("{}{}", location.origin().unwrap_or_default(), &path[..end])
}

/// What the query says of a key.
pub fn in_query(key: &str) -> Option<String> {
    let query = window().location().search().unwrap_or_default();
    let mut pairs =
        query.trim_start_matches('?').split('&').filter_map(|pair| pair.split_once('='));
    pairs.find(|(known, _)| *known == key).map(|(_, value)| value.to_owned())
}

/// Says something in the query, or with None takes the key out of it.
pub fn set_in_query(key: &str, value: Option<&str>) {
    let path = window().location().pathname().unwrap_or_default();
    let query = match value {
        Some(value) => query_with(&[], key, value),
        None => query_without(&[key]),
    };
    let mark = window().history().and_then(|history| history.state()).unwrap_or(JsValue::NULL);
    put(&format!("{path}{query}{}", hash()), &mark, Entry::Same);
}

/// The query with a key said anew at its end, without some others.
fn query_with(others: &[&str], key: &str, value: &str) -> String {
    let query = query_without(&[others, &[key]].concat());
    let mark = if query.is_empty() { '?' } else { '&' };
    format!("{query}{mark}{key}={value}")
}

/// The query with its question mark, without some keys; nothing if that is all there was.
fn query_without(keys: &[&str]) -> String {
    let query = window().location().search().unwrap_or_default();
    let pairs = query.trim_start_matches('?').split('&');
    let kept = pairs.filter(|pair| {
        !pair.is_empty() && !pair.split('=').next().is_some_and(|key| keys.contains(&key))
    });
    let kept: Vec<&str> = kept.collect();
    if kept.is_empty() { String::new() } else { format!("?{}", kept.join("&")) }
}

fn hash() -> String {
    window().location().hash().unwrap_or_default()
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

/// Whether a fragment is a place in the page, such as the one of the skip link, and no view.
fn is_anchor(fragment: &str) -> bool {
    let id = fragment.trim_start_matches('#');
    let is_there = || document().get_element_by_id(id).is_some();
    is_part(fragment) || (Demo::find(id).is_none() && is_there())
}

/// Whether a fragment is a part of the lesson; it is one before the page is there to look at.
fn is_part(fragment: &str) -> bool {
    PARTS.contains(&fragment.trim_start_matches('#'))
}

/// Which entry of the history to write.
enum Entry {
    Same,
    Another,
}

/// Writes the address, and marks the entry as known: with the view that it is for.
fn put(address: &str, mark: &JsValue, entry: Entry) {
    let Ok(history) = window().history() else { return };
    // Refused inside some sandboxed frames and past Safari's limit; the view itself is not lost.
    let _ = match entry {
        Entry::Same => history.replace_state_with_url(mark, "", Some(address)),
        Entry::Another => history.push_state_with_url(mark, "", Some(address)),
    };
}

/// What the entry of the history has been marked with: nothing where a link has just led.
fn mark() -> Option<String> {
    window().history().and_then(|history| history.state()).ok()?.as_string()
}

fn is_known() -> bool {
    mark().is_some()
}

/// The view that was shown at a place of the page, when the reader comes back to it.
fn kept() -> Option<String> {
    is_anchor(&hash()).then(mark).flatten()
}
