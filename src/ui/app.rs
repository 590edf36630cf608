//! The page below its heading, brought task by task.

use super::browser::soon;
use super::cards::Card;
use super::controls::Controls;
use super::demo::{Demo, body_of};
use super::lab::Lab;
use super::lesson::{CARDS, CARDS_GRID, Contents, Part};
use super::location;
use super::place;
use super::playhead::work_towards;
use super::present::Present;
use super::script_drawer::ScriptDrawer;
use crate::activations::{self, Activation};
use crate::demos;
use crate::view::View;
use leptos::context::provide_context;
use leptos::mount::mount_to;
use leptos::prelude::*;
use std::collections::VecDeque;
use web_sys::HtmlElement;

/// What the page is made of.
enum MountTask {
    Present,
    /// What a demo has to work out, which is kept for it.
    Numbers(&'static demos::Demo),
    Demo(&'static demos::Demo),
    Controls(&'static demos::Demo),
    /// The way from a demo in somebody's page to the whole one.
    FullPage,
    ScriptDrawer,
    Contents,
    Part(&'static str),
    Card(&'static Activation),
}

/// Mounts the page into `main` task by task, so that the first demo can be used before the last task has
/// come; `whole` is called when it has.
///
/// Each task is mounted by itself: within a view that changes, all of them would need code to be built
/// anew, 38 kB of it. And each in a task of its own, so that a slow machine answers in between.
pub fn mount(main: HtmlElement, lab: Lab, whole: impl FnOnce() + 'static) {
    let tasks = if lab.is_embedded {
        let demo = lab.view.with_untracked(View::demo);
        vec![MountTask::Demo(demo), MountTask::Controls(demo), MountTask::FullPage]
    } else {
        lesson()
    };
    bring(main, lab, tasks.into(), Box::new(whole));
}

/// The way from a demo in somebody's page to the whole lesson, at the same view.
#[component]
fn FullPage() -> impl IntoView {
    let lab = Lab::get();
    let link = Memo::new(move |_| lab.view.with(location::link));
    view! {
        <p class="full-page">
            <a
                href=link
                target="_blank"
                rel="noopener"
                prop:textContent=lab.say(|text| text.page.full_page)
            ></a>
        </p>
    }
}

/// The lesson in its order. The first demo waits for no numbers: it has none that are kept.
fn lesson() -> Vec<MountTask> {
    let first = &demos::ALL[0];
    let mut tasks = vec![
        MountTask::Present,
        MountTask::Demo(first),
        MountTask::Controls(first),
        MountTask::ScriptDrawer,
        MountTask::Contents,
    ];
    for id in demos::stops().into_iter().skip(1) {
        match demos::Demo::find(id) {
            Some(demo) => {
                tasks.extend([
                    MountTask::Numbers(demo),
                    MountTask::Demo(demo),
                    MountTask::Controls(demo),
                ]);
            }
            None => tasks.push(MountTask::Part(id)),
        }
        if id == CARDS {
            tasks.extend(activations::ALL.iter().map(MountTask::Card));
        }
    }
    tasks
}

/// Brings the tasks: parts, and into them their demos and cards.
fn bring(main: HtmlElement, lab: Lab, mut tasks: VecDeque<MountTask>, whole: Box<dyn FnOnce()>) {
    soon(move || {
        let Some(task) = tasks.pop_front() else { return whole() };
        match task {
            MountTask::Present => mount_for_good(&main, lab, || view! { <Present /> }),
            MountTask::Numbers(demo) => {
                if !work_out(demo, lab) {
                    tasks.push_front(task);
                }
            }
            MountTask::Demo(demo) => {
                // It has kept the room of the first.
                if let Ok(Some(skeleton)) = main.query_selector(".skeleton") {
                    skeleton.remove();
                }
                let part = demo.part.filter(|_| !lab.is_embedded);
                let part = part.map_or_else(|| main.clone(), place);
                mount_for_good(&part, lab, move || view! { <Demo demo /> });
            }
            MountTask::Controls(demo) => {
                mount_for_good(&place(&body_of(demo)), lab, move || view! { <Controls demo /> });
            }
            MountTask::FullPage => mount_for_good(&main, lab, || view! { <FullPage /> }),
            MountTask::ScriptDrawer => mount_for_good(&main, lab, || view! { <ScriptDrawer /> }),
            MountTask::Contents => mount_for_good(&main, lab, || view! { <Contents /> }),
            MountTask::Part(id) => mount_for_good(&main, lab, move || view! { <Part id /> }),
            MountTask::Card(activation) => {
                let card = move || view! { <Card activation demo=&demos::ALL[0] /> };
                mount_for_good(&place(CARDS_GRID), lab, card);
            }
        }
        soon(move || {
            // Has the browser lay it out now: else that would come on top of painting it, and of whatever
            // other tasks come before the next frame.
            let _ = main.offset_height();
            bring(main, lab, tasks, whole);
        });
    });
}

/// Works out some of the numbers that a demo shows; true when they are all there.
fn work_out(demo: &'static demos::Demo, lab: Lab) -> bool {
    lab.view.with_untracked(|view| {
        let settings = view.settings(demo);
        let done = demo.run.as_ref().is_none_or(|run| {
            run.work.as_ref().is_none_or(|work| work_towards(work, settings, run.step(settings)))
        });
        if done {
            (demo.readouts)(settings, lab.text.get_untracked());
        }
        done
    })
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
