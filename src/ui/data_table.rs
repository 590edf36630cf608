//! The plot's numbers for those who read rather than see, and for scripts.

use super::browser::soon;
use super::lab::Lab;
use crate::demos::settings::Settings;
use crate::demos::{Demo, Table};
use crate::text::number::{exact, read};
use leptos::prelude::*;

/// Empty while `is_hidden`: what is to be guessed must not be read.
#[component]
pub fn DataTable(
    demo: &'static Demo,
    settings: Memo<Settings>,
    is_hidden: Memo<bool>,
) -> impl IntoView {
    let lab = Lab::get();
    let name = lab.say(|text| text.page.data_table);
    // Every demo has such a table, and landmarks are told apart by their names.
    let region =
        lab.tell(move |text| format!("{}, {}", text.passage(demo.id).title, text.page.data_table));
    // Hundreds of numbers that change together: written as HTML, they cost one call a change.
    // Closed as it is, it can wait until the demo is there, and it takes as long as half of one.
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
