//! Mounts the page below its heading, in many small tasks.

use super::browser::soon;
use super::cards::Card;
use super::controls::Controls;
use super::demo::{Demo, controls_of};
use super::lab::Lab;
use super::lesson::{CARDS, CARDS_GRID, Contents, Part};
use super::location;
use super::place;
use super::playhead::advance_to;
use super::present::Present;
use super::script_drawer::ScriptDrawer;
use crate::demos;
use crate::view::View;
use activations::Activation;
use leptos::context::provide_context;
use leptos::mount::mount_to;
use leptos::prelude::*;
use std::collections::VecDeque;
use web_sys::HtmlElement;

/// A piece of the page that is mounted, or computed, in a task of its own.
enum MountTask {
    Present,
    /// The computation of the numbers that a demo shows. The demo's memo stores them.
    Numbers(&'static demos::Demo),
    Demo(&'static demos::Demo),
    Controls(&'static demos::Demo),
    /// In a frame, the link to the full page.
    FullPage,
    ScriptDrawer,
    Contents,
    Part(&'static str),
    Card(&'static Activation),
}

/// Mounts the page into `main` task by task, so that the first demo can be used before the last task has run.
/// `whole` is called after the last task.
///
/// Each piece is a separate mount, because pieces that appear later inside one view would need code to be
/// rebuilt: 38 kB of wasm. Each mount is a separate task, so that a slow machine can react to the reader
/// between two mounts.
pub fn mount(main: HtmlElement, lab: Lab, whole: impl FnOnce() + 'static) {
    let tasks = if lab.is_embedded {
        let demo = lab.view.with_untracked(View::demo);
        vec![MountTask::Demo(demo), MountTask::Controls(demo), MountTask::FullPage]
    } else {
        lesson()
    };
    bring(main, lab, tasks.into(), Box::new(whole));
}

/// In a frame, the link to the same view on the full page.
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
                prop:textContent=lab.say(|text| text.words.page.full_page)
            ></a>
        </p>
    }
}

/// The tasks of the whole lesson in their order. The first demo needs no `Numbers` task, because it stores no
/// computed numbers.
fn lesson() -> Vec<MountTask> {
    let first = demos::first();
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

/// Runs the tasks one after the other.
fn bring(main: HtmlElement, lab: Lab, mut tasks: VecDeque<MountTask>, whole: Box<dyn FnOnce()>) {
    soon(move || {
        let Some(task) = tasks.pop_front() else { return whole() };
        match task {
            MountTask::Present => mount_for_good(&main, lab, || view! { <Present /> }),
            MountTask::Numbers(demo) => {
                if !compute(demo, lab) {
                    tasks.push_front(task);
                }
            }
            MountTask::Demo(demo) => {
                // The skeleton has reserved the space of the first demo until now.
                if let Ok(Some(skeleton)) = main.query_selector(".skeleton") {
                    skeleton.remove();
                }
                let part = demo.part.filter(|_| !lab.is_embedded);
                let part = part.map_or_else(|| main.clone(), place);
                mount_for_good(&part, lab, move || view! { <Demo demo /> });
            }
            MountTask::Controls(demo) => {
                mount_for_good(
                    &place(&controls_of(demo)),
                    lab,
                    move || view! { <Controls demo /> },
                );
            }
            MountTask::FullPage => mount_for_good(&main, lab, || view! { <FullPage /> }),
            MountTask::ScriptDrawer => mount_for_good(&main, lab, || view! { <ScriptDrawer /> }),
            MountTask::Contents => mount_for_good(&main, lab, || view! { <Contents /> }),
            MountTask::Part(id) => mount_for_good(&main, lab, move || view! { <Part id /> }),
            MountTask::Card(activation) => {
                let card = move || view! { <Card activation demo=demos::first() /> };
                mount_for_good(&place(CARDS_GRID), lab, card);
            }
        }
        soon(move || {
            // Reading the height makes the browser lay out the new piece now. Otherwise the layout would fall
            // together with the painting and with other tasks before the next frame.
            let _ = main.offset_height();
            bring(main, lab, tasks, whole);
        });
    });
}

/// Computes a part of what a demo shows. Returns true when all of it is there.
fn compute(demo: &'static demos::Demo, lab: Lab) -> bool {
    let experiment = lab.experiment(demo).get_untracked();
    let settings = lab.view.with_untracked(|view| view.settings(demo).clone());
    let step = demo.run.as_ref().map_or(0, |run| run.step(&settings, experiment.last_step()));
    advance_to(&*experiment, step)
}

/// Mounts a view that is never removed.
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
