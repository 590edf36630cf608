//! The numbers of a plot as a table, for screen readers and scripts.

use super::browser::soon;
use super::inner_html::from_html;
use super::lab::Lab;
use crate::demos::experiment::SharedExperiment;
use crate::demos::{Demo, Table};
use crate::markup::{Html, html};
use crate::text::number::{exact, read};
use leptos::prelude::*;

/// The data table of a demo. It is empty while `is_hidden`, so that it does not reveal a guessed curve.
#[component]
pub fn DataTable(
    demo: &'static Demo,
    experiment: Memo<SharedExperiment>,
    is_hidden: Memo<bool>,
) -> impl IntoView {
    let lab = Lab::get();
    let name = lab.say(|text| text.words.page.data_table);
    // Every demo has such a table. The demo's title in the name distinguishes the landmarks.
    let region = format!("{}, {name}", lab.text.title(demo.id));
    // The table is one piece of HTML, so that an update of hundreds of numbers is one call. It is built in a
    // later task, because it is closed at first and takes half as long to build as the rest of the demo.
    let waits = RwSignal::new(true);
    soon(move || waits.set(false));
    let html = Signal::derive(move || {
        if waits.get() || is_hidden.get() {
            return Html::default();
        }
        experiment.with(|experiment| rows(&experiment.table(lab.text)))
    });
    view! {
        <details class="data-table">
            <summary prop:textContent=name></summary>
            <div class="data-table-scroll" tabindex="0" role="region" aria-label=region>
                <table inner_html=from_html(html)></table>
            </div>
        </details>
    }
}

fn rows(table: &Table) -> Html {
    let columns = table.columns.iter();
    let head: Html =
        columns.map(|column| html!("<th scope=\"col\">{column}</th>", column)).collect();
    let cell = |number: &Option<f64>| match number {
        Some(number) => html!(
            "<td><data value=\"{exact}\">{read}</data></td>",
            exact = exact(*number),
            read = read(*number),
        ),
        None => Html::trusted("<td>–</td>"),
    };
    let numbers = |row: &Vec<Option<f64>>| {
        html!("<tr>{cells}</tr>", cells = row.iter().map(cell).collect::<Html>())
    };
    let body: Html = table.rows.iter().map(numbers).collect();
    html!("<thead><tr>{head}</tr></thead><tbody translate=\"no\">{body}</tbody>", head, body)
}
