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
            let mount = move |tools: &Tools, place: &HtmlElement| (tools.mount)(place, lab, tool);
            soon(move || missing::fill(&TOOLS, place.into(), lab, mount));
        }
        is_wanted || is_filled == Some(true)
    });
    view! { <div class="tool" node_ref=place></div> }
}
