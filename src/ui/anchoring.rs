//! Scroll anchoring for Safari: what the reader sees stays where it is while demos above it are mounted. The other browsers
//! do that by themselves (`overflow-anchor`).

use super::browser;
use leptos::ev;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use web_sys::css;

/// The parts of the page that are one below the other.
const BLOCKS: &str = "#app > :not(.part), .part > *";

/// Scrolls by the change whenever a block above the middle of the window changes its height, in a browser that does not
/// do so by itself.
pub fn hold_below() {
    if css::supports_with_value("overflow-anchor", "auto").unwrap_or_default() {
        return;
    }
    let blocks = browser::all(BLOCKS);
    let place = Rc::new(Cell::new(browser::scroll_y()));
    let scrolled = Rc::clone(&place);
    let _ = window_event_listener(ev::scroll, move |_| update(&scrolled));
    let heights = RefCell::new(vec![0.0; blocks.len()]);
    browser::on_resize(&blocks.clone(), move |_| {
        update(&place);
        let middle = browser::current_window_height() / 2.0;
        let moved = browser::scroll_y() - place.get();
        let (mut changes, mut above) = (0.0, 0.0);
        for (block, height) in blocks.iter().zip(heights.borrow_mut().iter_mut()) {
            let now = block.get_bounding_client_rect();
            let before = std::mem::replace(height, now.height());
            // The first report is no change, and a presentation hides blocks.
            if before == 0.0 || now.height() == 0.0 {
                continue;
            }
            let change = now.height() - before;
            changes += change;
            let bottom = now.bottom() + moved - changes;
            // If the block covers the upper half of the window, its start has to stay in place.
            if bottom < middle {
                above += change;
            }
        }
        // After "back" and "forward" the browser has restored the place that belongs to the new heights.
        if above != 0.0 && !browser::restores() {
            place.set(place.get() + above);
            browser::scroll_to(place.get());
        }
        keep(&place, browser::scroll_y());
    });
}

/// Updates the place of the reader. A reader at the end of a page that becomes shorter is moved by the browser; their
/// place is still the old one.
fn update(place: &Cell<f64>) {
    let now = browser::scroll_y();
    let is_moved = now < place.get() && now > browser::last_scroll_y() - 1.0;
    if !is_moved {
        keep(place, now);
    }
}

/// Changes the place unless it is the same to the pixel. WebKit scrolls to whole pixels, and the rests would add up.
fn keep(place: &Cell<f64>, now: f64) {
    if (now - place.get()).abs() >= 1.0 {
        place.set(now);
    }
}
