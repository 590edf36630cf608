//! Opens files that were exported from this page: dropped on the page, or chosen in a demo's panel. The files
//! are untrusted input.

use super::address;
use super::browser;
use super::lab::{Lab, Notice};
use super::tools;
use crate::export::file;
use crate::script::{Fault, Script};
use leptos::ev;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::File;
use web_sys::js_sys::Uint8Array;

/// How long the browser may take to read a file. Some never answer for a file that is not on the device.
const PATIENCE: Duration = Duration::from_secs(8);
/// How long a notice is shown.
const READ: Duration = Duration::from_secs(12);

/// Listens for files that are dropped on the page, and shows a notice about the result.
#[component]
pub fn Import() -> impl IntoView {
    let lab = Lab::get();
    // Without this, the browser would leave the page and open the file.
    let _ = window_event_listener(ev::dragover, |ev| {
        if has_files(&ev) {
            ev.prevent_default();
        }
    });
    let _ = window_event_listener(ev::drop, move |ev| {
        if has_files(&ev) {
            ev.prevent_default();
            let files = ev.data_transfer().and_then(|data| data.files());
            if let Some(file) = files.and_then(|files| files.get(0)) {
                tools::with(lab, move |tools| (tools.open_file)(lab, file));
            }
        }
    });
    Effect::new(move |last: Option<Option<TimeoutHandle>>| {
        if let Some(timer) = last.flatten() {
            timer.clear();
        }
        lab.notice.get()?;
        set_timeout_with_handle(move || lab.notice.set(None), READ).ok()
    });
    view! {
        <p
            class="import"
            role="status"
            prop:textContent=lab
                .tell(move |text| lab.notice.get().map_or("", |notice| notice(text)))
        ></p>
    }
}

/// Whether files are dragged. Dragged text belongs to the text fields of the page.
fn has_files(ev: &ev::DragEvent) -> bool {
    ev.data_transfer().is_some_and(|data| data.types().includes(&"Files".into(), 0))
}

/// Shows the view that a file contains, or a notice if there is none.
pub fn open(lab: Lab, file: File) {
    spawn_local(async move {
        let notice = read(lab, file).await;
        lab.notice.set(Some(notice));
    });
}

async fn read(lab: Lab, file: File) -> Notice {
    if file.size() > file::LARGEST {
        return |text| text.words.export.too_large;
    }
    let Ok(bytes) = JsFuture::from(browser::in_time(&file.array_buffer(), PATIENCE)).await else {
        return |text| text.words.export.unreadable;
    };
    let bytes = Uint8Array::new(&bytes).to_vec();
    if file::is_json(&bytes) {
        return read_script(lab, &bytes);
    }
    match file::fragment(&bytes) {
        None => |text| text.words.export.foreign,
        Some(fragment) => {
            address::go(lab, &fragment);
            |text| text.words.export.opened
        }
    }
}

fn read_script(lab: Lab, file: &[u8]) -> Notice {
    match Script::from_json(file) {
        Ok(script) => {
            lab.scripts.open(script);
            lab.scripts.shown.set(true);
            |text| text.words.script.has_opened
        }
        Err(Fault::TooLarge) => |text| text.words.script.too_large,
        Err(Fault::Foreign) => |text| text.words.script.foreign,
        Err(Fault::Empty) => |text| text.words.script.without_steps,
    }
}
