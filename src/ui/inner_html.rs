//! The only place that gives markup to the browser.
//!
//! The attribute `inner_html` of a view takes any string. On this page it takes what [`from_html`] returns, so that
//! text that is not escaped does not compile. `tests/host/html.rs` refuses other values.

use crate::markup::Html;
use crate::plot::paint;
use crate::plot::theme::Theme;
use crate::plot::{Layout, Scene};
use leptos::prelude::*;
use web_sys::Element;

/// The value for `inner_html`. It has one type, because each type of value would add code to the wasm. For the same
/// reason, no memo contains HTML: a view compares the new value with the old one before it sets it.
pub fn from_html(html: Signal<Html>) -> Signal<String> {
    Signal::derive(move || html.with(|html| html.as_str().to_owned()))
}

/// Fills an element of the page with HTML.
pub fn set_html(element: &Element, html: &Html) {
    element.set_inner_html(html.as_str());
}

/// Fills an element with a file of the site that the build has written as HTML. The browser has checked its hash.
pub fn set_file(element: &Element, file: &str) {
    element.set_inner_html(file);
}

/// Fills an element with the SVG of a picture; without a picture, empties it. The SVG writer escapes the texts
/// of the scene.
pub fn set_picture(element: &Element, picture: Option<(&Scene, &Layout, &Theme)>) {
    let svg = picture.map(|(scene, layout, theme)| paint::svg(scene, layout, theme));
    element.set_inner_html(&svg.unwrap_or_default());
}
