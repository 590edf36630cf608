//! The page below its heading, brought piece by piece.

use super::address;
use super::demo::Demo;
use super::lab::Lab;
use super::lesson::{Contents, Part};
use super::present::Present;
use super::script_drawer::ScriptDrawer;
use crate::demos::{ALL, PARTS};
use crate::view::View;
use leptos::context::provide_context;
use leptos::mount::mount_to;
use leptos::prelude::*;
use web_sys::HtmlElement;

/// Mounts the first demo into `main` at once and the parts of the lesson one by one, so that the demo
/// can be used before the last part has come; `whole` is called when it has.
///
/// Each part is mounted by itself: within a view that changes, all of them would need code to be built
/// anew, 38 kB of it.
pub fn mount(main: HtmlElement, lab: Lab, whole: impl FnOnce() + 'static) {
    if lab.is_embedded {
        let demo = lab.view.with_untracked(View::demo);
        mount_for_good(&main, lab, move || {
            view! {
                <Demo demo />
                <FullPage />
            }
        });
        return whole();
    }
    mount_for_good(&main, lab, || {
        view! {
            <Present />
            <Demo demo=&ALL[0] />
            <ScriptDrawer />
            <Contents />
        }
    });
    bring(main, lab, &PARTS, Box::new(whole));
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

/// Brings one part a frame, so that what is there already can be seen and used in between.
fn bring(main: HtmlElement, lab: Lab, parts: &'static [&'static str], whole: Box<dyn FnOnce()>) {
    let Some((id, others)) = parts.split_first() else { return whole() };
    let mount = move || {
        mount_for_good(&main, lab, move || view! { <Part id /> });
        bring(main, lab, others, whole);
    };
    request_animation_frame(mount);
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
