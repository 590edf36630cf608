//! The page below its heading, brought piece by piece.

use super::demo::Demo;
use super::lab::Lab;
use super::lesson::{Contents, Part};
use crate::demos::{ALL, PARTS};
use leptos::context::provide_context;
use leptos::mount::mount_to;
use leptos::prelude::*;
use std::time::Duration;
use web_sys::HtmlElement;

/// Mounts the first demo into `main` at once and the parts of the lesson one by one, so that the demo
/// can be used before the last part has come; `whole` is called when it has.
///
/// Each part is mounted by itself: within a view that changes, all of them would need code to be built
/// anew, 38 kB of it.
pub fn mount(main: HtmlElement, lab: Lab, whole: impl FnOnce() + 'static) {
    mount_to(main.clone(), move || {
        provide_context(lab);
        view! {
            <Demo demo=&ALL[0] />
            <Contents />
        }
    })
    .forget();
    bring(main, lab, &PARTS, Box::new(whole));
}

/// Brings the first of the parts after everything that waits for its turn, which includes the reader.
fn bring(main: HtmlElement, lab: Lab, parts: &'static [&'static str], whole: Box<dyn FnOnce()>) {
    let Some((id, others)) = parts.split_first() else { return whole() };
    let mount = move || {
        mount_to(main.clone(), move || {
            provide_context(lab);
            view! { <Part id /> }
        })
        .forget();
        bring(main, lab, others, whole);
    };
    set_timeout(mount, Duration::ZERO);
}
