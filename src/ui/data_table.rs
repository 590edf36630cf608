//! The numbers of a plot as a table, for screen readers and scripts.

use super::browser::soon;
use super::lab::Lab;
use crate::demos::settings::Settings;
use crate::demos::{Demo, Table};
use crate::text::number::{exact, read};
use leptos::prelude::*;

/// The data table of a demo. It is empty while `is_hidden`, so that it does not reveal a guessed curve.
#[component]
pub fn DataTable(
    demo: &'static Demo,
    settings: Memo<Settings>,
    is_hidden: Memo<bool>,
) -> impl IntoView {
    let lab = Lab::get();
    let name = lab.say(|text| text.page.data_table);
    // Every demo has such a table. The demo's title in the name distinguishes the landmarks.
    let region =
        lab.tell(move |text| format!("{}, {}", text.passage(demo.id).title, text.page.data_table));
    // The table is one HTML string, so that an update of hundreds of numbers is one call. It is built in a
    // later task, because it is closed at first and takes half as long to build as the rest of the demo.
    let waits = RwSignal::new(true);
    soon(move || waits.set(false));
    let html = Memo::new(move |_| {
        if waits.get() || is_hidden.get() {
            return String::new();
        }
        settings.with(|s| rows(&(demo.table)(s, lab.text.get())))
    });
    view! {
        <details class="data-table">
            <summary prop:textContent=name></summary>
            <div class="data-table-scroll" tabindex="0" role="region" aria-label=region>
                <table inner_html=html></table>
            </div>
        </details>
    }
}

fn rows(table: &Table) -> String {
    let head: String =
        table.columns.iter().map(|column| format!("<th scope=\"col\">{column}</th>")).collect();
    let cell = |number: &Option<f64>| match number {
        Some(number) => {
            format!("<td><data value=\"{}\">{}</data></td>", exact(*number), read(*number))
        }
        None => "<td>–</td>".to_owned(),
    };
    let numbers =
        |row: &Vec<Option<f64>>| format!("<tr>{}</tr>", row.iter().map(cell).collect::<String>());
    let body: String = table.rows.iter().map(numbers).collect();
    format!("<thead><tr>{head}</tr></thead><tbody translate=\"no\">{body}</tbody>")
}
