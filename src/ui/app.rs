//! Brings the page to life, in many small tasks.

use super::address;
use super::anchoring;
use super::browser::{self, soon};
use super::controls::Controls;
use super::copy_code::CodePanel;
use super::demo::{Demo, body_of, controls_of};
use super::facts;
use super::guess;
use super::inner_html::set_html;
use super::lab::Lab;
use super::library;
use super::location;
use super::missing;
use super::mount_into;
use super::place;
use super::playhead::advance_to;
use super::tools::{Tool, ToolPlace};
use crate::demos;
use crate::markup::Html;
use crate::split::Missing;
use crate::view::View;
use activations::Activation;
use leptos::prelude::*;
use std::collections::VecDeque;
use wasm_bindgen_futures::spawn_local;

/// A part of the page that is mounted, or computed, in a task of its own.
#[derive(Clone, Copy)]
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
    /// All but the distant demos is mounted.
    Whole,
}

/// Mounts the app into the page task by task, the demo that the address names first. `ready` is called when that demo
/// can be used.
///
/// Another demo is mounted when it comes near, or when the view is about it. Until then it is a still figure, and its
/// piece of the WebAssembly is not loaded.
///
/// Each part is a separate mount, because parts that appear later inside one view would need code to be
/// rebuilt: 38 kB of wasm. Each mount is a separate task, so that a slow machine can react to the reader
/// between two mounts.
pub fn mount(lab: Lab, ready: impl FnOnce() + 'static) {
    let demo = lab.view.with_untracked(View::demo);
    anchoring::hold_below();
    let queue = Queue {
        lab,
        ready: StoredValue::new_local(Some(Box::new(ready))),
        tasks: StoredValue::new_local(VecDeque::new()),
        is_running: StoredValue::new_local(false),
        demos: StoredValue::new_local(Vec::new()),
    };
    let rest: Vec<_> = if lab.is_embedded {
        // The demo is all that a frame shows.
        let heading = place(&format!("{}-heading", demo.id));
        heading.set_attribute("aria-level", "1").expect("the attribute's name is valid");
        vec![MountTask::FullPage, MountTask::Whole]
    } else {
        queue.add(&[MountTask::Present]);
        let code = activations::ALL.iter().map(MountTask::Code);
        let rest = [MountTask::ScriptDrawer, MountTask::Facts].into_iter().chain(code);
        rest.chain([MountTask::Whole]).collect()
    };
    let go_on = move || {
        queue.add(&[MountTask::Ready]);
        queue.add(&rest);
        if !lab.is_embedded {
            // The end-to-end tests ask for all demos.
            let _ = window_event_listener_untyped("activation-lab:mount-all", move |_| {
                demos::ALL.iter().for_each(|demo| queue.bring(demo, None));
            });
            Effect::new(move |_| queue.bring(lab.view.with(View::demo), None));
        }
    };
    queue.bring(demo, Some(Box::new(go_on)));
}

/// The tasks that have not been run yet, in their order.
#[derive(Clone, Copy)]
struct Queue {
    lab: Lab,
    ready: StoredValue<Option<Box<dyn FnOnce()>>, LocalStorage>,
    tasks: StoredValue<VecDeque<MountTask>, LocalStorage>,
    is_running: StoredValue<bool, LocalStorage>,
    /// The ids of the demos that have been brought or are on their way.
    demos: StoredValue<Vec<&'static str>, LocalStorage>,
}

impl Queue {
    /// Loads and mounts a demo, unless that has begun before. `then` is called when the demo's tasks are in the queue, or
    /// cannot be.
    fn bring(self, demo: &'static demos::Demo, then: Option<Box<dyn FnOnce()>>) {
        if self.demos.with_value(|demos| demos.contains(&demo.id)) {
            return;
        }
        self.demos.update_value(|demos| demos.push(demo.id));
        let asks = self.lab.view.with_untracked(|view| view.guess(demo).is_some());
        spawn_local(async move {
            match demo.body.load().await {
                Ok(_) => {
                    if asks {
                        // The panel of the guess says when this fails.
                        let _ = guess::load().await;
                    }
                    self.add(&[
                        MountTask::Numbers(demo),
                        MountTask::Demo(demo),
                        MountTask::Controls(demo),
                    ]);
                }
                Err(Missing) => {
                    let again = move || self.bring(demo, None);
                    self.demos.update_value(|demos| demos.retain(|id| *id != demo.id));
                    missing::show(&place(&body_of(demo)), self.lab, Box::new(again));
                }
            }
            if let Some(then) = then {
                then();
            }
        });
    }

    fn add(self, tasks: &[MountTask]) {
        self.tasks.update_value(|queue| queue.extend(tasks));
        if !self.is_running.get_value() {
            self.is_running.set_value(true);
            self.go_on();
        }
    }

    /// Runs the tasks one after the other.
    fn go_on(self) {
        soon(move || {
            let Some(task) = self.tasks.try_update_value(VecDeque::pop_front).flatten() else {
                return self.is_running.set_value(false);
            };
            self.run(task);
            soon(move || {
                // Reading the height makes the browser lay out the new part now. Otherwise the layout would fall
                // together with the painting and with other tasks before the next frame.
                let _ = place("app").offset_height();
                self.go_on();
            });
        });
    }

    fn run(self, task: MountTask) {
        let lab = self.lab;
        match task {
            MountTask::Present => mount_into(&place("present"), lab, move || {
                view! { <ToolPlace tool=Tool::Present wanted=lab.presentation.is_on.into() /> }
            }),
            MountTask::Numbers(demo) => {
                if compute(demo, lab) {
                    address::end_run(lab, demo);
                } else {
                    self.tasks.update_value(|tasks| tasks.push_front(task));
                }
            }
            MountTask::Demo(demo) => {
                let body = place(&body_of(demo));
                // The still figure has reserved the space until now, and the controls come in another task. A page that
                // becomes shorter in between would be scrolled back.
                let height = format!("{}px", body.offset_height());
                let _ = body.style().set_property("min-height", &height);
                set_html(&body, &Html::default());
                mount_into(&body, lab, move || view! { <Demo demo /> });
            }
            MountTask::Controls(demo) => {
                mount_into(&place(&controls_of(demo)), lab, move || view! { <Controls demo /> });
                let _ = place(&body_of(demo)).style().remove_property("min-height");
                let section = place(demo.id);
                section.set_attribute("data-live", "").expect("the attribute's name is valid");
            }
            MountTask::Ready => {
                if let Some(ready) = self.ready.try_update_value(Option::take).flatten() {
                    ready();
                }
            }
            MountTask::FullPage => mount_into(&place("app"), lab, || view! { <FullPage /> }),
            MountTask::ScriptDrawer => mount_into(&place("drawer"), lab, move || {
                view! { <ToolPlace tool=Tool::ScriptDrawer wanted=lab.scripts.shown.into() /> }
            }),
            MountTask::Facts => facts::follow(lab, demos::first()),
            MountTask::Code(activation) => {
                let settings = lab.settings(demos::first());
                mount_into(&place(&format!("code-{}", activation.id)), lab, move || {
                    let function = Memo::new(move |_| settings.with(|it| it.function(activation)));
                    view! { <CodePanel function /> }
                });
            }
            MountTask::Whole => {
                lab.is_whole.set(true);
                if !lab.is_embedded {
                    for demo in demos::ALL {
                        browser::when_near(&place(demo.id), move || self.bring(demo, None));
                    }
                    browser::when_near(&place("gallery"), move || library::bring_gallery(lab));
                }
            }
        }
    }
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

/// Computes a part of what a demo shows. Returns true when all of it is there.
fn compute(demo: &'static demos::Demo, lab: Lab) -> bool {
    let experiment = lab.experiment(demo).get_untracked();
    let settings = lab.view.with_untracked(|view| view.settings(demo).clone());
    let step = demo.run.as_ref().map_or(0, |run| run.step(&settings, experiment.last_step()));
    advance_to(&*experiment, step)
}
