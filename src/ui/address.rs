//! Keeps the view and the address bar the same: a change of either one is carried over to the other.

use super::browser;
use super::history;
use super::history::{Entry, Write};
use super::lab::Lab;
use super::library::Needed;
use super::tools;
use crate::demos::settings::is_meant;
use crate::demos::{self, Demo, PARTS};
use crate::permalink;
use crate::script;
use crate::view::View;
use leptos::ev;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition};

/// How long the view must stay the same before it is written to the address. WebKit refuses more than 100
/// writes in 10 s, and before May 2023 in 30 s (webkit.org/b/257269).
const REST: Duration = Duration::from_millis(400);

/// Keeps the view and the fragment the same. The view follows the address (links, back, forward and typing),
/// and the address follows the view once the view has rested.
///
/// A change of other keys than last time makes a new history entry. A further change of the same keys replaces
/// the entry, so that "back" undoes a whole series of slider moves at once.
///
/// Returns a function to be called once the whole page is mounted: it scrolls to the target of the link.
pub fn follow(lab: Lab) -> impl FnOnce() + 'static {
    let view = lab.view;
    let written_keys = StoredValue::new(Vec::<String>::new());
    let pending = StoredValue::new(None::<TimeoutHandle>);
    let read = move || {
        let mut said = view.get_untracked();
        let tools = tools::loaded().filter(|_| is_scripted(lab));
        if let Some(first) = tools.and_then(|tools| (tools.open_link)(lab)) {
            // The address now describes the view of the first step, like any other address.
            history::write(entry_of(&first, Entry::Same));
            lab.scripts.shown.set(!untrack(|| lab.presentation.is_on()));
        }
        let here = history::fragment();
        if needs_tools(lab) {
            lab.notice.set(Some(|text| text.words.page.missing));
        } else if !permalink::apply(&view_at_anchor().unwrap_or_else(|| here.clone()), &mut said)
            && anchor(&here).is_none()
        {
            lab.notice.set(Some(|text| text.words.page.unknown_view));
        }
        leave_out_missing(lab, &mut said);
        let demo = said.demo();
        said.end_run(demo);
        if permalink::encode(&said) != view.with_untracked(permalink::encode) {
            view.set(said);
        }
        lab.jump.notify();
        written_keys.set_value(Vec::new());
        correct(lab);
    };
    let is_new = !is_known();
    read();
    // `hashchange` is fired by links, typing, back and forward (the entries of this app differ in their
    // fragments), but not by this app's own writes.
    let hashchange = move || {
        history::accept();
        if let Some(id) = anchor(&history::fragment()).filter(|_| view_at_anchor().is_none()) {
            // The browser has scrolled to that element, and the view stays as it is. The name of a part of the
            // lesson stays in the address. Any other name, such as that of the skip link, is replaced by the
            // view.
            let encoded = view.with_untracked(permalink::encode);
            let shown = if PARTS.contains(&&*id) { id } else { encoded.clone() };
            let fragment = Some(format!("#{shown}"));
            let mark = Some(encoded.clone());
            history::write(Write { fragment, mark, ..Write::default() });
            written_keys.set_value(Vec::new());
            lab.written.set_value(encoded);
            return;
        }
        let is_new = !is_known();
        if !is_new {
            browser::suspend_scroll_anchoring();
        }
        let demo = view.with_untracked(View::demo);
        read();
        if lab.is_embedded && view.with_untracked(View::demo).id != demo.id {
            // A frame has mounted only the demo that its address named. Another demo needs a reload.
            let _ = window().location().reload();
            return;
        }
        // For back and forward the browser restores the scroll position.
        if is_new {
            scroll_as_link(lab, &target(view));
        }
    };
    let _ = window_event_listener(ev::hashchange, move |_| {
        let (needs_tools, functions) = (needs_tools(lab), needed_functions());
        if needs_tools || functions != Needed::Nothing {
            spawn_local(async move {
                load(needs_tools, functions).await;
                hashchange();
            });
        } else {
            hashchange();
        }
    });

    for act in ["pointerdown", "touchstart", "wheel", "keydown"] {
        let _ = window_event_listener_untyped(act, move |_| leave_arrival(lab));
    }
    // The browser itself scrolls to a link's target if that is an element's id.
    let _ = window_event_listener(ev::click, |ev| {
        let clicked = event_target::<Element>(&ev);
        let link = clicked.closest("a[href^='#']").ok().flatten();
        let fragment = link.and_then(|link| link.get_attribute("href"));
        let id = fragment.as_deref().and_then(|fragment| fragment[1..].split('?').next());
        if let Some(place) = id.and_then(|id| document().get_element_by_id(id)) {
            browser::scroll_smoothly_to(&place);
        }
    });

    let write = move || {
        pending.set_value(None);
        let (old, new) = (lab.written.get_value(), view.with_untracked(permalink::encode));
        if old == new {
            return;
        }
        let keys = changed_keys(&old, &new);
        let same_again = written_keys.with_value(|written| *written == keys);
        written_keys.set_value(keys);
        let entry = if same_again { Entry::Same } else { Entry::Another };
        history::write(entry_of(&new, entry));
        lab.written.set_value(new);
    };
    Effect::new(move |_| {
        let rests = view.with(permalink::encode) == lab.written.get_value();
        if let Some(timer) = pending.get_value() {
            timer.clear();
        }
        pending.update_value(|pending| {
            *pending = if rests { None } else { set_timeout_with_handle(write, REST).ok() };
        });
    });
    // The last change must not be lost when the reader leaves the page or puts it into the background.
    let _ = window_event_listener(ev::pagehide, move |_| write());
    // The links to the other languages lead to the same view (`boot.js`).
    let _ = window_event_listener_untyped("activation-lab:leave", move |_| write());
    move || {
        if is_new {
            // The plots above the demo have their height after two frames.
            browser::after_two_frames(move || {
                let id = target(view);
                // The first demo is at the top of the page, below the title. In a presentation the browser has scrolled
                // past the words above it.
                let presents = browser::root("data-present").is_some();
                if id != demos::first().id || presents || guessed(lab, &id).is_some() {
                    scroll_to(lab, &id, ScrollBehavior::Instant);
                }
            });
        }
    }
}

/// Corrects the address, within the same history entry, after a link has been read. The fragment becomes the canonical
/// form of the view shown, and the mark tells later visits of the entry that it has been seen.
///
/// An empty fragment and one that names a part of the lesson stay as they are. So does the link of a script that could
/// not be opened, for a reload.
fn correct(lab: Lab) {
    let encoded = lab.view.with_untracked(permalink::encode);
    let here = history::fragment();
    let keeps =
        needs_tools(lab) || here.trim_start_matches('#').is_empty() || anchor(&here).is_some();
    let fragment = if keeps { None } else { Some(format!("#{encoded}")) };
    history::write(Write { fragment, mark: Some(encoded.clone()), ..Write::default() });
    lab.written.set_value(encoded);
}

/// Goes to the end of a demo's run if a link that was read before the demo's piece was here names a step after it.
pub fn end_run(lab: Lab, demo: &Demo) {
    let before = lab.view.get_untracked();
    let mut view = before.clone();
    view.end_run(demo);
    if view == before {
        return;
    }
    lab.view.set(view);
    // If the reader has changed something meanwhile, the address follows with that.
    if permalink::encode(&before) == lab.written.get_value() {
        correct(lab);
    }
}

/// Whether the address may contain a script.
fn is_scripted(lab: Lab) -> bool {
    script::is_in(&history::fragment()) && !lab.is_embedded
}

/// Whether the address may contain a script and the tools that read it have not been loaded.
fn needs_tools(lab: Lab) -> bool {
    is_scripted(lab) && tools::loaded().is_none()
}

/// Loads the tools and the computations of functions, if they are needed. The page works without them, and says so where
/// one is needed.
pub async fn load(needs_tools: bool, functions: Needed) {
    if needs_tools {
        let _ = tools::load().await;
    }
    let _ = functions.load().await;
}

/// What the functions in the view of the address need and is not here.
pub fn needed_functions() -> Needed {
    let shown = view_at_anchor().unwrap_or_else(history::fragment);
    Needed::by_fragment(&shown)
}

/// The id of the part or the demo that the link names.
fn target(view: RwSignal<View>) -> String {
    let demo = view.with_untracked(|view| view.demo().id);
    anchor(&history::fragment()).unwrap_or_else(|| demo.to_owned())
}

/// Scrolls to the target of a link, as the browser does by itself if the target is the id of an element.
fn scroll_as_link(lab: Lab, id: &str) {
    if guessed(lab, id).is_some() {
        // The instructions above the picture appear in the next frame.
        let id = id.to_owned();
        return browser::after_two_frames(move || scroll_to(lab, &id, ScrollBehavior::Instant));
    }
    scroll_to(lab, id, ScrollBehavior::Auto);
}

/// Scrolls to the section with this id, or to the place to draw in if the link asks for a guess.
fn scroll_to(lab: Lab, id: &str, behavior: ScrollBehavior) {
    leave_arrival(lab);
    if browser::root("data-present").is_some() {
        // A presentation shows only the demo and the words of the step above it.
        return browser::scroll_to(0.0);
    }
    let Some(section) = document().get_element_by_id(id) else { return };
    if behavior == ScrollBehavior::Auto {
        browser::scroll_smoothly_to(&section);
    }
    let options = ScrollIntoViewOptions::new();
    options.set_behavior(behavior);
    let Some(place) = guessed(lab, id) else {
        return section.scroll_into_view_with_scroll_into_view_options(&options);
    };
    // The place may be in sight already.
    options.set_block(ScrollLogicalPosition::Nearest);
    let bring = move || place.scroll_into_view_with_scroll_into_view_options(&options);
    bring();
    // The instructions and the room for the plot come later, in some browsers after more than two frames.
    lab.arrival.set_value(browser::on_resize(&[section], move |_| bring()));
}

/// From now on, what the reader does decides what is in sight.
fn leave_arrival(lab: Lab) {
    if let Some(observer) = lab.arrival.try_update_value(Option::take).flatten() {
        observer.disconnect();
    }
}

/// The picture to draw on, with the instructions above it, if a curve of the demo with this id is guessed. In a frame
/// it is at the top, and scrolling would also move the page around the frame.
fn guessed(lab: Lab, id: &str) -> Option<Element> {
    let demo = Demo::find(id).filter(|_| !lab.is_embedded)?;
    let picture = lab.view.with_untracked(|view| view.guess(demo))?;
    document().query_selector(&format!("#{id} [data-picture={picture}]")).ok()?
}

/// Scrolls to the demo in use, at once.
pub fn arrive_at(lab: Lab) {
    let demo = lab.view.with_untracked(|view| view.demo().id);
    // Waits until the style sheet has hidden the other demos or shows them again.
    request_animation_frame(move || scroll_to(lab, demo, ScrollBehavior::Instant));
}

/// Shows the view of a fragment and scrolls to its demo, as a link would; the address follows.
pub fn go(lab: Lab, fragment: &str) {
    let functions = Needed::by_fragment(fragment);
    if functions != Needed::Nothing {
        let fragment = fragment.to_owned();
        return spawn_local(async move {
            // Without the library the view is shown without its functions.
            let _ = functions.load().await;
            show(lab, &fragment);
        });
    }
    show(lab, fragment);
}

/// Shows a view and scrolls to its demo. Functions whose computation is not here are left out, and a notice says so.
fn show(lab: Lab, fragment: &str) {
    let mut said = lab.view.get_untracked();
    permalink::apply(fragment, &mut said);
    leave_out_missing(lab, &mut said);
    let demo = said.demo();
    said.end_run(demo);
    lab.view.set(said);
    lab.jump.notify();
    scroll_as_link(lab, demo.id);
}

fn leave_out_missing(lab: Lab, view: &mut View) {
    if Needed::by(view) != Needed::Nothing {
        lab.notice.set(Some(|text| text.words.page.missing));
        view.leave_out_library();
    }
}

/// Whether the address has no fragment.
pub fn is_bare() -> bool {
    history::fragment().is_empty()
}

/// The keys whose values differ between two fragments. The demo counts as a key named `demo`.
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

/// The id of the element that a fragment names, such as the target of the skip link; `None` for a view.
fn anchor(fragment: &str) -> Option<String> {
    let decoded = permalink::decoded(fragment.trim_start_matches('#')).into_owned();
    // A part of the lesson counts before its element has been mounted.
    if let Some(part) = PARTS.iter().find(|part| is_meant(part, &decoded)) {
        return Some((*part).to_owned());
    }
    let is_there = || document().get_element_by_id(&decoded).is_some();
    (Demo::find(&decoded).is_none() && is_there()).then_some(decoded)
}

/// The mark of the current history entry: the view it was written for. `None` for an entry that this app has
/// not seen, such as one made by a link.
fn mark() -> Option<String> {
    window().history().and_then(|history| history.state()).ok()?.as_string()
}

/// Whether this app has seen the current history entry before.
fn is_known() -> bool {
    mark().is_some()
}

/// The marked view of the current history entry, if its fragment names an element of the page.
fn view_at_anchor() -> Option<String> {
    anchor(&history::fragment())?;
    mark()
}

/// A write of a view into a history entry.
fn entry_of(view: &str, entry: Entry) -> Write {
    Write {
        fragment: Some(format!("#{view}")),
        mark: Some(view.to_owned()),
        entry,
        ..Write::default()
    }
}
