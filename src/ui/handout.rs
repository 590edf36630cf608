//! What paper has and a screen has not: room of its own size, and addresses in print. The rest is in
//! `style/handout.css`.

use super::browser;
use super::lab::Lab;
use super::location;
use crate::demos::settings::Settings;
use crate::demos::{Demo, Stage};
use leptos::html::P;
use leptos::prelude::*;

/// The room for a demo's pictures: the width of A4 between margins of 15 mm, and about a third of a
/// page's height; labels are somewhat smaller than the text's 10 pt.
pub const STAGE: Stage = Stage { width: 680.0, height: 380.0, text: 11.0, arrival: 1.0 };

/// The address of what a demo shows; without one, that of the page's view.
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
