//! Differences between paper and screen: the size of the pictures and printed addresses. The rest is in
//! `style/handout.css`.

use super::browser;
use super::lab::Lab;
use super::location;
use crate::demos::settings::Settings;
use crate::demos::{Demo, Stage};
use leptos::html::P;
use leptos::prelude::*;

/// The space for a demo's pictures on paper in CSS pixels: the width of A4 between margins of 15 mm, and about
/// a third of a page's height. Labels are a little smaller than the text of 10 pt.
pub const STAGE: Stage = Stage { width: 680.0, height: 380.0, text: 11.0, arrival: 1.0 };

/// The printed address of a demo with the settings shown; without `demo`, the address of the page's view.
#[component]
pub fn PrintedAddress(
    #[prop(optional)] demo: Option<(&'static Demo, Memo<Settings>)>,
) -> impl IntoView {
    let lab = Lab::get();
    let place = NodeRef::<P>::new();
    browser::on_printing(move || {
        let Some(place) = place.get_untracked() else { return };
        let mut view = lab.view.get_untracked();
        if let Some((demo, shown)) = demo {
            *view.change(demo) = shown.get_untracked();
        }
        place.set_text_content(Some(&location::link_to_keep(&view)));
    });
    view! { <p class="printed-address" node_ref=place></p> }
}
