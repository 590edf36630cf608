//! State of the browser as signals. Their listeners are never removed, so only parts that are never removed
//! use them: the state of the page and the sections of the demos.

use crate::decimal;
use leptos::ev;
use leptos::html::Div;
use leptos::prelude::*;
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::js_sys::{Array, Function, Promise, Reflect};
use web_sys::{
    DomRectReadOnly, Element, HtmlDivElement, HtmlElement, IntersectionObserver,
    IntersectionObserverEntry, IntersectionObserverInit, MediaQueryList, ResizeObserver,
    ResizeObserverEntry, ScrollBehavior, ScrollToOptions,
};

/// The time in milliseconds on the clock of animation frames. Infinite if the browser has no such clock, so
/// that every animation is at its end.
pub fn now() -> f64 {
    window().performance().map_or(f64::INFINITY, |clock| clock.now())
}

/// Calls a function in a task of its own, after the tasks that wait already. It uses a timer, because a window
/// in the background has no animation frames.
pub fn soon(call: impl FnOnce() + 'static) {
    set_timeout(call, Duration::ZERO);
}

/// Calls a function when the browser is idle. In a browser that cannot tell, calls it in a task of its own.
pub fn when_idle(call: impl FnOnce() + 'static) {
    // Older versions of Safari have no `requestIdleCallback`. The binding of web-sys would fail there.
    let request = Reflect::get(&window(), &"requestIdleCallback".into());
    match request.ok().and_then(|request| request.dyn_into::<Function>().ok()) {
        Some(request) => {
            let _ = request.call1(&window(), &Closure::once_into_js(call));
        }
        None => soon(call),
    }
}

/// The promise, rejected if it has not been settled after this time.
pub fn in_time(promise: &Promise, limit: Duration) -> Promise {
    let late = Promise::new(&mut |_, reject| {
        let end = move || {
            let _ = reject.call0(&JsValue::NULL);
        };
        set_timeout(end, limit);
    });
    Promise::race(&Array::of2(promise, &late))
}

/// Calls a function at the second animation frame from now. By then the browser has laid out what has changed.
pub fn after_two_frames(call: impl FnOnce() + 'static) {
    request_animation_frame(move || request_animation_frame(call));
}

/// The text in the element with this id; empty if there is no such element.
pub fn content(id: &str) -> String {
    let element = document().get_element_by_id(id);
    element.and_then(|element| element.text_content()).unwrap_or_default()
}

/// The value of an attribute of the root element.
pub fn root(attribute: &str) -> Option<String> {
    document().document_element()?.get_attribute(attribute)
}

/// Sets an attribute of the root element.
pub fn set_root(attribute: &str, value: &str) {
    if let Some(root) = document().document_element() {
        root.set_attribute(attribute, value).expect("the attribute's name is valid");
    }
}

/// Sets a property of style sheets to a length in CSS pixels.
pub fn set_root_length(property: &str, length: f64) {
    let root = document().document_element().and_then(|root| root.dyn_into::<HtmlElement>().ok());
    if let Some(root) = root {
        let _ = root.style().set_property(property, &format!("{length}px"));
    }
}

/// Adds an empty attribute to the root element, or removes it.
pub fn toggle_root(attribute: &str, on: bool) {
    if let Some(root) = document().document_element() {
        let toggled = root.toggle_attribute_with_force(attribute, on);
        toggled.expect("the attribute's name is valid");
    }
}

/// The text that is stored under a name in the local storage, if the browser allows it.
pub fn stored(name: &str) -> Option<String> {
    window().local_storage().ok()??.get_item(&in_store(name)).ok()?
}

/// Stores text in the local storage. Returns false if the storage is full or forbidden.
pub fn store(name: &str, value: &str) -> bool {
    let store = window().local_storage().ok().flatten();
    store.is_some_and(|store| store.set_item(&in_store(name), value).is_ok())
}

/// Whether a key of the local storage belongs to this name.
pub fn is_in_store(key: &str, name: &str) -> bool {
    key == in_store(name)
}

/// The key in the local storage for a name. `boot.js` uses the same keys.
fn in_store(name: &str) -> String {
    format!("activation-lab:{name}")
}

/// Requests full screen for the page. Some frames and some phones do not allow it.
pub fn enter_full_screen() {
    let Some(root) = document().document_element() else { return };
    // web-sys drops the promise. A refusal would then be reported as an unhandled error.
    let request = Reflect::get(&root, &"requestFullscreen".into()).ok();
    let promise = request
        .and_then(|request| request.dyn_into::<Function>().ok())
        .and_then(|request| request.call0(&root).ok())
        .and_then(|promise| promise.dyn_into::<Promise>().ok());
    if let Some(promise) = promise {
        spawn_local(async move { drop(JsFuture::from(promise).await) });
    }
}

pub fn leave_full_screen() {
    if is_full_screen() {
        document().exit_fullscreen();
    }
}

pub fn is_full_screen() -> bool {
    document().fullscreen_element().is_some()
}

/// Whether a media query matches. False if the browser does not know the query.
pub fn media(query: &str) -> Signal<bool> {
    let Ok(Some(list)) = window().match_media(query) else { return false.into() };
    let holds = RwSignal::new(list.matches());
    let now = list.clone();
    let changed = Closure::<dyn Fn()>::new(move || holds.set(now.matches()));
    list.set_onchange(Some(changed.as_ref().unchecked_ref()));
    changed.forget();
    holds.into()
}

/// Whether the page is being printed: from before the browser lays it out for paper until after that.
pub fn printing() -> Signal<bool> {
    let printing = RwSignal::new(false);
    let _ = window_event_listener(ev::beforeprint, move |_| printing.set(true));
    let _ = window_event_listener(ev::afterprint, move |_| printing.set(false));
    printing.into()
}

/// Calls `show` when the value of [`printing`] changes. The call comes within the event, because the browser
/// takes its picture of the page before the next animation frame, and in Firefox no effect runs before that
/// either.
pub fn on_printing(show: impl Fn() + Copy + 'static) {
    let _ = window_event_listener(ev::beforeprint, move |_| show());
    let _ = window_event_listener(ev::afterprint, move |_| show());
}

/// The number of display pixels for one CSS pixel. It changes with the zoom and when the window moves to
/// another screen. Zoom fires a resize event; a move to another screen fires only a media query for the old
/// value.
pub fn pixel_ratio() -> Signal<f64> {
    let ratio = RwSignal::new(window().device_pixel_ratio());
    let look = move || {
        let now = window().device_pixel_ratio();
        if now != ratio.get_untracked() {
            ratio.set(now);
        }
    };
    let _ = window_event_listener(ev::resize, move |_| look());
    let changed = Closure::<dyn Fn()>::new(look).into_js_value();
    Effect::new(move |last: Option<Option<MediaQueryList>>| {
        if let Some(last) = last.flatten() {
            last.set_onchange(None);
        }
        let query = format!("(resolution: {}dppx)", ratio.get());
        let list = window().match_media(&query).ok().flatten();
        if let Some(list) = &list {
            list.set_onchange(Some(changed.unchecked_ref()));
        }
        list
    });
    ratio.into()
}

/// The font size of the page's text in CSS pixels. Readers can enlarge it, and wide windows do.
pub fn text_size() -> f64 {
    /// The default of browsers.
    const USUAL: f64 = 16.0;
    let root = document().document_element();
    let style = root.and_then(|root| window().get_computed_style(&root).ok().flatten());
    let size = style.and_then(|style| style.get_property_value("font-size").ok());
    size.and_then(|size| decimal::parse(size.trim_end_matches("px"))).unwrap_or(USUAL)
}

/// The height of the window, in CSS pixels.
pub fn window_height() -> Signal<f64> {
    let height = RwSignal::new(current_window_height());
    let _ = window_event_listener(ev::resize, move |_| height.set(current_window_height()));
    height.into()
}

/// The present height of the window, in CSS pixels.
pub fn current_window_height() -> f64 {
    window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default()
}

/// The width of an element's content in CSS pixels; 0 before it has been laid out.
pub fn width(element: NodeRef<Div>) -> Signal<f64> {
    extent(element, DomRectReadOnly::width)
}

/// The height of an element's content in CSS pixels; 0 before it has been laid out.
pub fn height(element: NodeRef<Div>) -> Signal<f64> {
    extent(element, DomRectReadOnly::height)
}

fn extent(element: NodeRef<Div>, of: fn(&DomRectReadOnly) -> f64) -> Signal<f64> {
    let extent = RwSignal::new(0.0);
    Effect::new(move |_| {
        let Some(element) = element.get() else { return };
        on_resize(&[element.into()], move |entries| {
            // The last entry is the newest. Its size is in the element's own pixels, without the scaling of a
            // style sheet. The client width is rounded, and the bounding box is scaled.
            let entry: ResizeObserverEntry = entries.at(-1).unchecked_into();
            let now = of(&entry.content_rect());
            if now != extent.get_untracked() {
                extent.set(now);
            }
        });
    });
    extent.into()
}

/// Calls a function with the browser's entries once the elements have been laid out, and after each change of their
/// sizes. Returns what can end that; `None` in a browser that cannot tell.
pub fn on_resize(elements: &[Element], hear: impl Fn(Array) + 'static) -> Option<ResizeObserver> {
    let hear = Closure::<dyn Fn(Array)>::new(hear).into_js_value();
    let observer = ResizeObserver::new(hear.unchecked_ref()).ok()?;
    elements.iter().for_each(|element| observer.observe(element));
    Some(observer)
}

/// How far the page is scrolled down, in CSS pixels.
pub fn scroll_y() -> f64 {
    window().scroll_y().unwrap_or_default()
}

/// How far the page can be scrolled down, in CSS pixels.
pub fn last_scroll_y() -> f64 {
    let height = document().document_element().map_or(0, |root| root.scroll_height());
    f64::from(height) - current_window_height()
}

/// The elements that match a selector, in the order of the page.
pub fn all(selector: &str) -> Vec<Element> {
    let Ok(found) = document().query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|index| found.get(index)?.dyn_into().ok()).collect()
}

/// Scrolls to this distance from the top of the page in CSS pixels, at once.
pub fn scroll_to(y: f64) {
    let options = ScrollToOptions::new();
    options.set_top(y);
    options.set_behavior(ScrollBehavior::Instant);
    window().scroll_to_with_scroll_to_options(&options);
}

/// Makes scrolling smooth for two frames, in which the page starts to scroll to the target of a link, unless the
/// reader prefers reduced motion. All other scrolling, such as that to the focus or back to the place of a history
/// entry, is immediate; so is the way to a target more than two windows away, because demos on the way would be mounted
/// meanwhile and move the target ([`when_near`]).
pub fn scroll_smoothly_to(target: &Element) {
    if target.get_bounding_client_rect().top().abs() < NEAR * current_window_height() {
        mark_for_two_frames("data-follows-link");
    }
}

/// The attribute of the root element while scroll anchoring is suspended.
const RESTORES: &str = "data-restores";

/// Keeps the browser from scrolling along with content that changes its height, for two frames. A browser that
/// has restored the scroll position of a history entry would otherwise scroll on when the entry's view, which
/// may be higher, is shown.
pub fn suspend_scroll_anchoring() {
    mark_for_two_frames(RESTORES);
}

/// Whether scroll anchoring is suspended.
pub fn restores() -> bool {
    root(RESTORES).is_some()
}

/// Adds an attribute, which a style sheet reads, to the root element and removes it after two frames.
fn mark_for_two_frames(attribute: &'static str) {
    toggle_root(attribute, true);
    after_two_frames(move || toggle_root(attribute, false));
}

/// The distance of an element from the top of the page, in CSS pixels.
pub fn top(element: HtmlDivElement) -> f64 {
    element.get_bounding_client_rect().top() + scroll_y()
}

/// Whether any part of an element is inside the window. True until the browser has reported it.
pub fn in_sight(element: NodeRef<Div>) -> Signal<bool> {
    within(element, "0px", true)
}

/// Whether an element is inside the window or less than one window height away. False until the browser has
/// reported it.
pub fn near(element: NodeRef<Div>) -> Signal<bool> {
    within(element, "100%", false)
}

/// The distance at which something far becomes near: in heights of the window, and as a margin around it.
const NEAR: f64 = 2.0;
const NEAR_MARGIN: &str = "200%";

/// Calls a function once, when an element is less than two window heights away from the window; at once in a browser
/// that cannot tell.
pub fn when_near(element: &Element, call: impl Fn() + 'static) {
    observe(element, NEAR_MARGIN, move |is_near, observer| {
        if is_near {
            if let Some(observer) = observer {
                observer.disconnect();
            }
            call();
        }
    });
}

/// Whether any part of an element is inside the window enlarged by `margin`. The value is `at_first` until the
/// browser has reported it, and true if the browser cannot report it.
fn within(element: NodeRef<Div>, margin: &'static str, at_first: bool) -> Signal<bool> {
    let seen = RwSignal::new(at_first);
    Effect::new(move |_| {
        if let Some(element) = element.get() {
            observe(&element, margin, move |is_within, _| seen.set(is_within));
        }
    });
    seen.into()
}

/// Calls a function with whether any part of an element is inside the window enlarged by `margin`, now and after each
/// change, and with the observer. A browser that cannot tell has no observer; it calls once, with true.
fn observe(
    element: &Element,
    margin: &str,
    hear: impl Fn(bool, Option<IntersectionObserver>) + 'static,
) {
    let hear = Rc::new(hear);
    let report = Rc::clone(&hear);
    let report = move |entries: Array, observer: IntersectionObserver| {
        // The last entry is the newest.
        let entry: IntersectionObserverEntry = entries.at(-1).unchecked_into();
        report(entry.is_intersecting(), Some(observer));
    };
    let report = Closure::<dyn Fn(Array, IntersectionObserver)>::new(report).into_js_value();
    let options = IntersectionObserverInit::new();
    options.set_root_margin(margin);
    match IntersectionObserver::new_with_options(report.unchecked_ref(), &options) {
        Ok(observer) => observer.observe(element),
        Err(_) => hear(true, None),
    }
}
