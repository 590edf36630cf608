//! Saves files to the reader's disk, and offers another way if the file does not arrive.

use super::lab::Lab;
use crate::text::words::export as say;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use web_sys::js_sys::Array;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// The last file that was saved from one panel: its name and its object URL.
#[derive(Clone, Copy)]
pub struct Saved(RwSignal<Option<(String, String)>>);

impl Saved {
    pub fn new() -> Self {
        Saved(RwSignal::new(None))
    }

    /// Passes a file to the browser, which does not report success. A notice says so if the browser cannot make the
    /// file. The object URL is valid until the next save.
    pub fn download(self, lab: Lab, parts: &[JsValue], kind: &str, name: String) {
        let options = BlobPropertyBag::new();
        options.set_type(kind);
        let parts: Array = parts.iter().collect();
        let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options);
        let Ok(address) = blob.and_then(|blob| Url::create_object_url_with_blob(&blob)) else {
            return lab.notice.set(Some(|text| text.words.export.no_file));
        };
        if let Some((_, before)) = self.0.get_untracked() {
            let _ = Url::revoke_object_url(&before);
        }
        if let Ok(anchor) = document().create_element("a") {
            let anchor: HtmlAnchorElement = anchor.unchecked_into();
            anchor.set_href(&address);
            anchor.set_download(&name);
            anchor.click();
        }
        self.0.set(Some((name, address)));
    }
}

/// The name of the saved file with a link that opens it, because browsers inside messengers ignore downloads
/// silently.
#[component]
pub fn SavedFile(saved: Saved) -> impl IntoView {
    let lab = Lab::get();
    let Saved(last) = saved;
    let name = lab.tell(move |text| {
        last.with(|last| {
            last.as_ref()
                .map_or(String::new(), |(name, _)| text.words.export.saved(say::Saved { name }))
        })
    });
    let address =
        Signal::derive(move || last.with(|last| last.as_ref().map(|(_, address)| address.clone())));
    view! {
        <div class="saved" hidden=move || last.with(Option::is_none)>
            <p role="status" prop:textContent=name></p>
            <a
                href=address
                target="_blank"
                prop:textContent=lab.say(|text| text.words.export.open_saved)
            ></a>
            <p prop:textContent=lab.say(|text| text.words.export.saved_nowhere)></p>
        </div>
    }
}
