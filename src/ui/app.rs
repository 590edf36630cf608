//! The page below its heading.

use super::demo::Demo;
use super::lesson::{Contents, Part};
use crate::demos::{ALL, PARTS};
use leptos::prelude::*;
use std::time::Duration;

/// Calls `whole` once everything is there. The first demo is there at once; the parts of the lesson
/// follow one by one, so that it can be used before the last one has come.
#[component]
pub fn App(whole: impl FnOnce() + 'static) -> impl IntoView {
    let explorer = &ALL[0];
    let come = RwSignal::new(0);
    let parts = PARTS.iter().enumerate().map(|(index, id)| {
        let is_here = Memo::new(move |_| index < come.get());
        view! {
            <Show when=move || is_here.get()>
                <Part id />
            </Show>
        }
    });
    let parts = parts.collect_view();
    bring_next(come, whole);
    view! {
        <Demo demo=explorer />
        <Contents />
        {parts}
    }
}

/// Brings the next part after everything that waits for its turn, which includes the reader.
fn bring_next(come: RwSignal<usize>, whole: impl FnOnce() + 'static) {
    set_timeout(
        move || {
            come.update(|come| *come += 1);
            if come.get_untracked() < PARTS.len() {
                bring_next(come, Box::new(whole) as Box<dyn FnOnce()>);
            } else {
                whole();
            }
        },
        Duration::ZERO,
    );
}
