//! The live numbers, each in an `<output>` that scripts can read at full precision.
//!
//! Written as HTML like the data table: numbers that change together cost one call a change, and no
//! code to build and to rebuild each cell.

use crate::demos::{Readout, Readouts, Row};
use crate::text::number::exact;
use leptos::prelude::*;

#[component]
pub fn ReadoutTable(readouts: Memo<Readouts>) -> impl IntoView {
    let html = Memo::new(move |_| readouts.with(html));
    let has_three = Memo::new(move |_| readouts.with(|readouts| readouts.columns.len() > 2));
    view! { <div class="readouts" class:three=has_three inner_html=html></div> }
}

/// The table's HTML. Everything in it is the project's own text.
fn html(readouts: &Readouts) -> String {
    let Readouts { name, note, corner, columns, rows, remark } = readouts;
    let columns: String =
        columns.iter().map(|name| format!("<th scope=\"col\">{name}</th>")).collect();
    let rows: String = rows.iter().map(row).collect();
    let remark = remark
        .as_ref()
        .map_or(String::new(), |remark| format!("<p class=\"readouts-remark\">{remark}</p>"));
    format!(
        "<table aria-label=\"{name}\"><thead><tr><th scope=\"col\">{corner}</th>{columns}\
         <th scope=\"col\" class=\"readouts-note\">{note}</th></tr></thead><tbody>{rows}</tbody></table>{remark}"
    )
}

fn row(Row { label, series, cells, note }: &Row) -> String {
    let cells: String = cells.iter().map(cell).collect();
    let note = note.as_deref().unwrap_or_default();
    format!(
        "<tr><th scope=\"row\"><span class=\"hue series-{series}\" aria-hidden=\"true\"></span>{label}</th>\
         {cells}<td class=\"readouts-note\">{note}</td></tr>"
    )
}

fn cell(Readout { name, value, read }: &Readout) -> String {
    // Live regions would speak at every pixel of a drag; the plot's own value text speaks instead.
    let exact = exact(*value);
    format!(
        "<td><output name=\"{name}\" aria-live=\"off\" translate=\"no\"><data value=\"{exact}\">{read}</data></output></td>"
    )
}
