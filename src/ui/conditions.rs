//! The table of the two conditions for an activation function, and how each function meets them.
//!
//! The table is text that follows the language and the parameters. Like the cards, it is one piece of HTML.

use super::inner_html::from_html;
use super::lab::Lab;
use crate::demos::Demo;
use crate::demos::settings::Settings;
use crate::markup::{Html, html};
use crate::plot::palette;
use crate::text::Text;
use crate::text::facts::{self, Cell, Verdict};
use leptos::prelude::*;

/// The table for all functions with the parameters that `demo` is set to. Its links open them in `demo`.
#[component]
pub fn Conditions(demo: &'static Demo) -> impl IntoView {
    let lab = Lab::get();
    let settings = lab.settings(demo);
    let html =
        Signal::derive(move || settings.with(|settings| table(demo, settings, lab.text.get())));
    let name = lab.say(|text| text.words.card.conditions_caption);
    view! { <div class="conditions" tabindex="0" role="region" aria-label=name inner_html=from_html(html)></div> }
}

fn table(demo: &Demo, settings: &Settings, text: &Text) -> Html {
    let words = &text.words.card;
    let columns = facts::columns(words);
    let columns = columns.iter();
    let columns: Html =
        columns.map(|column| html!("<th scope=\"col\">{column}</th>", column)).collect();
    let rows = activations::ALL.iter().map(|activation| {
        let function = settings.function(activation);
        html!(
            "<tr class=\"{series}\"><th scope=\"row\"><a href=\"#{demo}?f={id}\">{name}</a></th>{cells}</tr>",
            series = palette::class(activation.lesson.map(|lesson| lesson.colour)),
            demo = demo.id,
            id = activation.id,
            name = text.name(activation.id),
            cells = facts::conditions(&function, words).iter().map(cell).collect::<Html>(),
        )
    });
    html!(
        "<table><caption>{caption}</caption><thead><tr>{columns}</tr></thead><tbody>{rows}</tbody></table>",
        caption = words.conditions_caption,
        columns,
        rows = rows.collect::<Html>(),
    )
}

fn cell(cell: &Cell) -> Html {
    // The words give the verdict for screen readers. The marks are for comparing the rows at a glance.
    let mark = match cell.verdict {
        Verdict::Met => Html::trusted("<span class=\"met\" aria-hidden=\"true\">✓</span> "),
        Verdict::Nearly => Html::trusted("<span class=\"nearly\" aria-hidden=\"true\">△</span> "),
        Verdict::Missed => Html::trusted("<span class=\"missed\" aria-hidden=\"true\">✗</span> "),
        Verdict::Fact => Html::default(),
    };
    html!("<td>{mark}{words}</td>", mark, words = cell.words)
}
