//! The tools that a reader opens: export, sharing, code, presenting, scripts and files. Their code is in a piece
//! of the WebAssembly, which is loaded when a reader points at one of their buttons or opens one of them.

use super::TOOLS;
use super::browser::soon;
use super::exported::Exported;
use super::lab::Lab;
use super::missing;
use super::playhead::Playhead;
use crate::demos::Demo;
use crate::split::Missing;
use activations::Function;
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{File, HtmlElement};

/// A tool that is mounted into the page.
#[derive(Clone, Copy)]
#[expect(clippy::large_enum_variant, reason = "a tool is passed on once, when it is mounted")]
pub enum Tool {
    Export(Exported),
    Share(&'static Demo, Option<Playhead>),
    Code(Memo<Function>),
    ScriptDrawer,
    Present,
}

/// The functions of the tools.
pub struct Tools {
    /// Mounts a tool into an element.
    pub mount: fn(&HtmlElement, Lab, Tool),
    /// Starts a presentation at the present view.
    pub enter: fn(Lab),
    /// Opens a file that was exported from this page.
    pub open_file: fn(Lab, File),
    /// Opens the script in the fragment of the address. Returns the fragment of its first view.
    pub open_link: fn(Lab) -> Option<String>,
}

/// Loads the tools, unless they are here.
pub async fn load() -> Result<(), Missing> {
    TOOLS.load().await.map(drop)
}

/// The tools, if they are here.
pub fn loaded() -> Option<&'static Tools> {
    TOOLS.get()
}

/// Calls `then` with the tools: at once if they are here, or when they have been loaded. If they cannot be loaded, a
/// notice says so.
pub fn with(lab: Lab, then: impl FnOnce(&'static Tools) + 'static) {
    if let Some(tools) = TOOLS.get() {
        return then(tools);
    }
    spawn_local(async move {
        match TOOLS.load().await {
            Ok(tools) => then(tools),
            Err(Missing) => lab.notice.set(Some(|text| text.words.page.missing)),
        }
    });
}

/// Mounts a tool into `place`. Until its code is here, the place is empty; if it cannot be loaded, the place says so.
fn fill(place: HtmlElement, lab: Lab, tool: Tool) {
    if let Some(tools) = TOOLS.get() {
        return (tools.mount)(&place, lab, tool);
    }
    spawn_local(async move {
        match TOOLS.load().await {
            Ok(tools) => (tools.mount)(&place, lab, tool),
            Err(Missing) => {
                let filled = place.clone();
                let again = move || fill(filled.clone(), lab, tool);
                missing::show(&place, lab, Box::new(again));
            }
        }
    });
}

/// The place of a tool, which is mounted as soon as it is wanted.
#[component]
pub fn ToolPlace(tool: Tool, wanted: Signal<bool>) -> impl IntoView {
    let lab = Lab::get();
    let place = NodeRef::<Div>::new();
    Effect::new(move |is_filled: Option<bool>| {
        let place = place.get().filter(|_| is_filled != Some(true) && wanted.get());
        let is_wanted = place.is_some();
        if let Some(place) = place {
            // In a task of its own, because the next run of this effect would dispose of what is mounted here.
            soon(move || fill(place.into(), lab, tool));
        }
        is_wanted || is_filled == Some(true)
    });
    view! { <div class="tool" node_ref=place></div> }
}
