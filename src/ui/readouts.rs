//! The live numbers, each in an `<output>` that scripts can read at full precision.

use crate::demos::{Readout, Readouts, Row};
use crate::text::number::exact;
use leptos::prelude::*;

#[component]
pub fn ReadoutTable(readouts: Memo<Readouts>) -> impl IntoView {
    let head = move || {
        let columns = readouts.with(|readouts| readouts.columns.clone());
        columns
            .into_iter()
            .map(|column| view! { <th scope="col" inner_html=column></th> })
            .collect_view()
    };
    let body = move || readouts.with(|readouts| readouts.rows.iter().map(row).collect_view());
    let remark = move || {
        let remark = readouts.with(|readouts| readouts.remark.clone());
        remark.map(|remark| view! { <p class="readouts-remark">{remark}</p> })
    };
    view! {
        <div class="readouts" class:three=move || readouts.with(|r| r.columns.len() > 2)>
            <table aria-label=Signal::derive(move || readouts.with(|r| r.name))>
                <thead>
                    <tr>
                        <th scope="col">
                            {Signal::derive(move || readouts.with(|r| r.corner.clone()))}
                        </th>
                        {head}
                        <th scope="col" class="readouts-note">
                            {Signal::derive(move || readouts.with(|r| r.note))}
                        </th>
                    </tr>
                </thead>
                <tbody>{body}</tbody>
            </table>
            {remark}
        </div>
    }
}

fn row(row: &Row) -> impl IntoView + use<> {
    let hue = format!("hue series-{}", row.series);
    let cells = row.cells.iter().map(cell).collect_view();
    view! {
        <tr>
            <th scope="row">
                <span class=hue aria-hidden="true"></span>
                {row.label}
            </th>
            {cells}
            <td class="readouts-note">{row.note.clone()}</td>
        </tr>
    }
}

fn cell(Readout { name, value, read }: &Readout) -> impl IntoView + use<> {
    // Live regions would speak at every pixel of a drag; the plot's own value text speaks instead.
    view! {
        <td>
            <output name=name.clone() aria-live="off">
                <data value=exact(*value)>{read.clone()}</data>
            </output>
        </td>
    }
}
