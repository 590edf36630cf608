//! The page below its heading, brought piece by piece.

use super::address;
use super::demo::Demo;
use super::lab::Lab;
use super::lesson::{Contents, Part};
use super::place;
use super::present::Present;
use super::script_drawer::ScriptDrawer;
use crate::demos;
use crate::view::View;
use leptos::context::provide_context;
use leptos::mount::mount_to;
use leptos::prelude::*;
use std::time::Duration;
use web_sys::HtmlElement;

/// Mounts the first demo into `main`, then the lesson piece by piece, so that the demo can be used before
/// the last piece has come; `whole` is called when it has.
///
/// Each piece is mounted by itself: within a view that changes, all of them would need code to be built
/// anew, 38 kB of it. And each in a task of its own, so that a slow machine answers in between.
pub fn mount(main: HtmlElement, lab: Lab, whole: impl FnOnce() + 'static) {
    if lab.is_embedded {
        let demo = lab.view.with_untracked(View::demo);
        main.set_inner_html("");
        mount_for_good(&main, lab, move || view! { <Demo demo /> });
        mount_for_good(&main, lab, || view! { <FullPage /> });
        return whole();
    }
    soon(move || {
        // The skeleton has kept the room of what comes now.
        main.set_inner_html("");
        mount_for_good(&main, lab, || view! { <Present /> });
        mount_for_good(&main, lab, || view! { <Demo demo=&demos::ALL[0] /> });
        soon(move || {
            mount_for_good(&main, lab, || {
                view! {
                    <ScriptDrawer />
                    <Contents />
                }
            });
            // The first demo is there.
            bring(main, lab, demos::stops().into_iter().skip(1), Box::new(whole));
        });
    });
}

/// The way from a demo in somebody's page to the whole lesson, at the same view.
#[component]
fn FullPage() -> impl IntoView {
    let lab = Lab::get();
    let link = Memo::new(move |_| lab.view.with(address::link));
    view! {
        <p class="full-page">
            <a href=link target="_blank" rel="noopener">
                {lab.say(|text| text.page.full_page)}
            </a>
        </p>
    }
}

/// Brings the rest of the lesson: its parts, and into them their demos.
fn bring(
    main: HtmlElement,
    lab: Lab,
    mut stops: impl Iterator<Item = &'static str> + 'static,
    whole: Box<dyn FnOnce()>,
) {
    soon(move || {
        let Some(id) = stops.next() else { return whole() };
        match demos::Demo::find(id) {
            Some(demo) => {
                let part = demo.part.map_or_else(|| main.clone(), place);
                mount_for_good(&part, lab, move || view! { <Demo demo /> });
            }
            None => mount_for_good(&main, lab, move || view! { <Part id /> }),
        }
        bring(main, lab, stops, whole);
    });
}

/// Calls when the browser has seen to what waits.
fn soon(call: impl FnOnce() + 'static) {
    set_timeout(call, Duration::ZERO);
}

/// Mounts a view that stays as long as the page does.
fn mount_for_good<V: IntoView + 'static>(
    place: &HtmlElement,
    lab: Lab,
    view: impl FnOnce() -> V + 'static,
) {
    mount_to(place.clone(), move || {
        provide_context(lab);
        view()
    })
    .forget();
}
