//! The properties of functions as rows of tables. They depend on the parameters, so the app writes them anew when a
//! parameter changes.

use crate::demos::Demo;
use crate::markup::{Html, html};
use crate::text::Text;
use crate::text::facts::{self, Cell, Verdict};
use activations::Function;

/// The cells of a function's row in the table of conditions. The first one is a link that opens the function in `demo`.
pub fn conditions(function: &Function, demo: &Demo, text: &Text) -> Html {
    let id = function.activation.id;
    html!(
        "<th scope=\"row\"><a href=\"#{demo}?f={id}\">{name}</a></th>{cells}",
        demo = demo.id,
        id,
        name = text.name(id),
        cells = facts::conditions(function, &text.words.card).iter().map(cell).collect::<Html>(),
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

/// The rows of the table of properties on a function's card.
pub fn properties(function: &Function, text: &Text) -> Html {
    let rows = facts::properties(function, &text.words.card);
    rows.iter().map(|(name, fact)| row(name, &Html::text(fact))).collect()
}

/// A row with a name and a fact.
pub fn row(name: &str, fact: &Html) -> Html {
    html!("<tr><th scope=\"row\">{name}</th><td>{fact}</td></tr>", name, fact)
}

/// The id of the element with the code of a function, which the gallery has for the functions whose code is not in the
/// WebAssembly.
pub fn code_id(function: &str) -> String {
    format!("gallery-code-{function}")
}

/// The id of the element with the rows of [`properties`].
pub fn properties_id(function: &str) -> String {
    format!("facts-{function}")
}

/// The id of the row with the cells of [`conditions`].
pub fn conditions_id(function: &str) -> String {
    format!("conditions-{function}")
}
