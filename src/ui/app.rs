//! Brings the page to life, in many small tasks.

use super::browser::soon;
use super::controls::Controls;
use super::copy_code::CopyCode;
use super::demo::{Demo, body_of, controls_of};
use super::facts;
use super::inner_html::set_html;
use super::lab::Lab;
use super::location;
use super::place;
use super::playhead::advance_to;
use super::present::Present;
use super::script_drawer::ScriptDrawer;
use crate::demos;
use crate::markup::Html;
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
    /// The demo that the address names can be used.
    Ready,
    /// In a frame, the link to the full page.
    FullPage,
    ScriptDrawer,
    /// The tables of properties follow the parameters of the functions.
    Facts,
    /// The code of a function on its card.
    Code(&'static Activation),
}

/// Mounts the app into the page task by task, the demo that the address names first. `ready` is called when that demo
/// can be used, and `whole` after the last task.
///
/// Each piece is a separate mount, because pieces that appear later inside one view would need code to be
/// rebuilt: 38 kB of wasm. Each mount is a separate task, so that a slow machine can react to the reader
/// between two mounts.
pub fn mount(lab: Lab, ready: impl FnOnce() + 'static, whole: impl FnOnce() + 'static) {
    let demo = lab.view.with_untracked(View::demo);
    let mut tasks = vec![
        MountTask::Numbers(demo),
        MountTask::Demo(demo),
        MountTask::Controls(demo),
        MountTask::Ready,
    ];
    if lab.is_embedded {
        // The demo is all that a frame shows.
        let heading = place(&format!("{}-heading", demo.id));
        heading.set_attribute("aria-level", "1").expect("the attribute's name is valid");
        tasks.push(MountTask::FullPage);
    } else {
        tasks.insert(0, MountTask::Present);
        tasks.push(MountTask::ScriptDrawer);
        let others = demos::ALL.iter().filter(|other| other.id != demo.id);
        let others = others
            .flat_map(|it| [MountTask::Numbers(it), MountTask::Demo(it), MountTask::Controls(it)]);
        tasks.extend(others);
        tasks.push(MountTask::Facts);
        tasks.extend(activations::ALL.iter().map(MountTask::Code));
    }
    bring(lab, tasks.into(), Some(Box::new(ready)), Box::new(whole));
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

/// Runs the tasks one after the other.
fn bring(
    lab: Lab,
    mut tasks: VecDeque<MountTask>,
    mut ready: Option<Box<dyn FnOnce()>>,
    whole: Box<dyn FnOnce()>,
) {
    soon(move || {
        let Some(task) = tasks.pop_front() else { return whole() };
        match task {
            MountTask::Present => mount_for_good(&place("present"), lab, || view! { <Present /> }),
            MountTask::Numbers(demo) => {
                if !compute(demo, lab) {
                    tasks.push_front(task);
                }
            }
            MountTask::Demo(demo) => {
                let body = place(&body_of(demo));
                // The still figure has reserved the space until now.
                set_html(&body, &Html::default());
                mount_for_good(&body, lab, move || view! { <Demo demo /> });
            }
            MountTask::Controls(demo) => {
                let controls = place(&controls_of(demo));
                mount_for_good(&controls, lab, move || view! { <Controls demo /> });
                let section = place(demo.id);
                section.set_attribute("data-live", "").expect("the attribute's name is valid");
            }
            MountTask::Ready => {
                if let Some(ready) = ready.take() {
                    ready();
                }
            }
            MountTask::FullPage => mount_for_good(&place("app"), lab, || view! { <FullPage /> }),
            MountTask::ScriptDrawer => {
                mount_for_good(&place("drawer"), lab, || view! { <ScriptDrawer /> });
            }
            MountTask::Facts => facts::follow(lab, demos::first()),
            MountTask::Code(activation) => {
                let settings = lab.settings(demos::first());
                let place = place(&format!("code-{}", activation.id));
                mount_for_good(&place, lab, move || {
                    let function = Memo::new(move |_| settings.with(|it| it.function(activation)));
                    view! { <CopyCode function /> }
                });
            }
        }
        soon(move || {
            // Reading the height makes the browser lay out the new piece now. Otherwise the layout would fall
            // together with the painting and with other tasks before the next frame.
            let _ = place("app").offset_height();
            bring(lab, tasks, ready, whole);
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
