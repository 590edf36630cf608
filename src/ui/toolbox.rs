//! The content of the piece with the tools: each tool's component. What opens a tool is in `tools.rs`.

use super::copy_code::CopyCode;
use super::export::Export;
use super::guess;
use super::import;
use super::lab::Lab;
use super::mount_into;
use super::present::{self, Present};
use super::script_drawer::ScriptDrawer;
use super::share::Share;
use super::tools::{self, Tool, Tools};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement};

/// All tools.
pub const ALL: Tools = Tools {
    mount,
    enter: present::enter,
    open_file: import::open,
    open_link: |lab| lab.scripts.open_link(),
};

/// Mounts a tool.
fn mount(place: &HtmlElement, lab: Lab, tool: Tool) {
    match tool {
        Tool::Export(exported) => mount_into(place, lab, move || view! { <Export exported /> }),
        Tool::Share(demo, playhead) => {
            mount_into(place, lab, move || view! { <Share demo playhead /> });
        }
        Tool::Code(function) => mount_into(place, lab, move || view! { <CopyCode function /> }),
        Tool::ScriptDrawer => mount_into(place, lab, || view! { <ScriptDrawer /> }),
        Tool::Present => mount_into(place, lab, || view! { <Present /> }),
    }
}

/// Loads the tools or the code of a guess when the pointer or the focus comes to one of their buttons.
pub fn anticipate() {
    let hear = |ev: web_sys::Event| {
        let Some(target) = ev.target().and_then(|it| it.dyn_into::<Element>().ok()) else { return };
        let is_within = |selector| target.closest(selector).is_ok_and(|it| it.is_some());
        // Failures are shown when the tool is opened.
        if is_within(".demo-ways-out, .frame-talk, .copy-code") {
            spawn_local(async {
                let _ = tools::load().await;
            });
        } else if is_within(".guess-asks") {
            spawn_local(async {
                let _ = guess::load().await;
            });
        }
    };
    let _ = window_event_listener_untyped("pointerover", hear);
    let _ = window_event_listener_untyped("focusin", hear);
}
