//! A button that opens a panel over the content below it.

use super::tools::{Tool, ToolPlace};
use leptos::ev;
use leptos::html::Details;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// A panel with a tool, which is mounted when the panel is opened for the first time. The properties are those of
/// [`Panel`].
#[component]
pub fn ToolPanel(
    class: &'static str,
    name: &'static str,
    open: RwSignal<bool>,
    tool: Tool,
) -> impl IntoView {
    view! {
        <Panel class name open>
            <ToolPlace tool wanted=open.into() />
        </Panel>
    }
}

/// A panel. `class` is added to the class `panel`, `name` is the label of the button, and `open` is whether
/// the panel is open. Escape closes the panel.
#[component]
pub fn Panel(
    class: &'static str,
    name: &'static str,
    open: RwSignal<bool>,
    children: Children,
) -> impl IntoView {
    let panel = NodeRef::<Details>::new();
    let on_toggle = move |_: ev::Event| {
        open.set(panel.get_untracked().is_some_and(|panel| panel.open()));
    };
    let on_key = move |ev: ev::KeyboardEvent| {
        if ev.key() == "Escape"
            && open.get_untracked()
            && let Some(panel) = panel.get_untracked()
        {
            open.set(false);
            if let Some(summary) = panel.first_element_child() {
                let _ = summary.unchecked_into::<HtmlElement>().focus();
            }
        }
    };
    view! {
        <details
            class=format!("panel {class}")
            node_ref=panel
            prop:open=open
            on:toggle=on_toggle
            on:keydown=on_key
        >
            <summary class="button" prop:textContent=name></summary>
            <div class="panel-body">{children()}</div>
        </details>
    }
}
