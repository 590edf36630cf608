//! The live numbers, each in an `<output>` that contains the number at full precision for scripts.
//!
//! The table is one piece of HTML, like the data table: an update is one call, and no code is needed for each
//! cell.

use super::inner_html::from_html;
use crate::demos::{Readout, Readouts, Row};
use crate::markup::{Html, html};
use leptos::prelude::*;

#[component]
pub fn ReadoutTable(readouts: Memo<Readouts>) -> impl IntoView {
    let html = Signal::derive(move || readouts.with(table));
    let has_three = Memo::new(move |_| readouts.with(|readouts| readouts.columns.len() > 2));
    view! { <div class="readouts" class:three=has_three inner_html=from_html(html)></div> }
}

fn table(readouts: &Readouts) -> Html {
    let Readouts { name, note, corner, columns, rows, remark } = readouts;
    let columns = columns.iter();
    let columns: Html =
        columns.map(|column| html!("<th scope=\"col\">{column}</th>", column)).collect();
    let remark = remark.as_ref().map_or(Html::default(), |remark| {
        html!("<p class=\"readouts-remark\">{remark}</p>", remark)
    });
    html!(
        "<table aria-label=\"{name}\"><thead><tr><th scope=\"col\">{corner}</th>{columns}\
         <th scope=\"col\" class=\"readouts-note\">{note}</th></tr></thead><tbody>{rows}</tbody></table>{remark}",
        name,
        corner,
        columns,
        note,
        rows = rows.iter().map(row).collect::<Html>(),
        remark,
    )
}

fn row(Row { label, series, cells, note }: &Row) -> Html {
    html!(
        "<tr><th scope=\"row\"><span class=\"hue series-{series}\" aria-hidden=\"true\"></span>{label}</th>\
         {cells}<td class=\"readouts-note\">{note}</td></tr>",
        series,
        label,
        cells = cells.iter().map(cell).collect::<Html>(),
        note = note.as_deref().unwrap_or_default(),
    )
}

fn cell(readout: &Readout) -> Html {
    html!("<td>{number}</td>", number = readout.output())
}
