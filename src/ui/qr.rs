//! The QR code of the view, displayed over the page.

use super::inner_html::from_html;
use super::lab::Lab;
use super::location;
use crate::markup::{Html, html};
use crate::qr;
use crate::text::Text;
use leptos::prelude::*;

/// The QR code while `shown` is true. A press anywhere on it closes it.
#[component]
pub fn Code(shown: RwSignal<bool>) -> impl IntoView {
    let lab = Lab::get();
    let html = lab.tell(move |text| if shown.get() { code(lab, text) } else { Html::default() });
    view! {
        <div
            class="qr"
            role="dialog"
            aria-label=lab.say(|text| text.words.script.code)
            hidden=move || !shown.get()
            on:click=move |_| shown.set(false)
        >
            <div class="qr-card" inner_html=from_html(html)></div>
            <button type="button" class="button" prop:textContent=lab.say(|text| text.words.script.close)></button>
        </div>
    }
}

/// The code with its address, or the reason why there is no code.
fn code(lab: Lab, text: &Text) -> Html {
    let words = &text.words.script;
    let link = lab.view.with(location::link);
    let said = |help: &str| html!("<p>{help}</p>", help);
    if !location::is_public() {
        return said(words.code_of_file);
    }
    let Some(svg) = qr::svg(&link) else { return said(words.code_too_long) };
    let help = if location::is_local() { words.code_of_this_machine } else { words.code_help };
    html!("{svg}{help}<p class=\"qr-link\">{link}</p>", svg, help = said(help), link)
}
