//! The live numbers, each in an `<output>` that contains the number at full precision for scripts.
//!
//! The table is one HTML string, like the data table: an update is one call, and no code is needed for each
//! cell.

use crate::demos::{Readout, Readouts, Row};
use crate::text::number::exact;
use leptos::prelude::*;

#[component]
pub fn ReadoutTable(readouts: Memo<Readouts>) -> impl IntoView {
    let html = Memo::new(move |_| readouts.with(html));
    let has_three = Memo::new(move |_| readouts.with(|readouts| readouts.columns.len() > 2));
    view! { <div class="readouts" class:three=has_three inner_html=html></div> }
}

/// The HTML of the table. All its text is the project's own and needs no escaping.
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
    // As live regions they would speak at every pixel of a drag. The value text of the plot speaks instead.
    let exact = exact(*value);
    format!(
        "<td><output name=\"{name}\" aria-live=\"off\" translate=\"no\"><data value=\"{exact}\">{read}</data></output></td>"
    )
}
