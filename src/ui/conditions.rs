//! The table of the two conditions for an activation function, and how each function meets them.
//!
//! The table is text that follows the language and the parameters. Like the cards, it is one HTML string.

use super::lab::Lab;
use crate::activations;
use crate::demos::Demo;
use crate::demos::settings::Settings;
use crate::text::Text;
use crate::text::facts::{self, Cell, Verdict};
use leptos::prelude::*;

/// The table for all functions with the parameters that `demo` is set to. Its links open them in `demo`.
#[component]
pub fn Conditions(demo: &'static Demo) -> impl IntoView {
    let lab = Lab::get();
    let settings = lab.settings(demo);
    let html = Memo::new(move |_| settings.with(|settings| table(demo, settings, lab.text.get())));
    let name = lab.say(|text| text.card.conditions_caption);
    view! { <div class="conditions" tabindex="0" role="region" aria-label=name inner_html=html></div> }
}

/// The HTML of the table. All its text is the project's own and needs no escaping.
fn table(demo: &Demo, settings: &Settings, text: &Text) -> String {
    let words = &text.card;
    let columns =
        words.conditions.map(|column| format!("<th scope=\"col\">{column}</th>")).concat();
    let rows = activations::ALL.iter().map(|activation| {
        let (id, name) = (activation.id, text.name(activation.id));
        let function = settings.function(activation);
        let cells = facts::conditions(&function, words).map(|cell| html(&cell)).concat();
        let link = format!("<a href=\"#{}?f={id}\">{name}</a>", demo.id);
        format!(
            "<tr class=\"series-{}\"><th scope=\"row\">{link}</th>{cells}</tr>",
            activation.index()
        )
    });
    format!(
        "<table><caption>{}</caption><thead><tr>{columns}</tr></thead><tbody>{}</tbody></table>",
        words.conditions_caption,
        rows.collect::<String>()
    )
}

fn html(cell: &Cell) -> String {
    // The words give the verdict for screen readers. The marks are for comparing the rows at a glance.
    let mark = match cell.verdict {
        Verdict::Met => "<span class=\"met\" aria-hidden=\"true\">✓</span> ",
        Verdict::Nearly => "<span class=\"nearly\" aria-hidden=\"true\">△</span> ",
        Verdict::Missed => "<span class=\"missed\" aria-hidden=\"true\">✗</span> ",
        Verdict::Fact => "",
    };
    format!("<td>{mark}{}</td>", cell.words)
}
