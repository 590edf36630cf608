//! A card for each function: formula, properties, advantages and drawbacks.
//!
//! A card is mostly text that follows the language and the parameters. It is written as one HTML string,
//! because that needs far less wasm than a tree of components.

use super::copy_code::CopyCode;
use super::lab::Lab;
use crate::activations::{Activation, Function};
use crate::demos::Demo;
use crate::text::content::formula;
use crate::text::{Text, facts};
use leptos::prelude::*;

/// The card of a function with the parameters that `demo` is set to. Its link opens the function in `demo`.
#[component]
pub fn Card(activation: &'static Activation, demo: &'static Demo) -> impl IntoView {
    let lab = Lab::get();
    let settings = lab.settings(demo);
    let function = Memo::new(move |_| settings.with(|s| s.function(activation)));
    let html = Signal::derive(move || card(demo, &function.get(), lab.text.get()));
    view! {
        <article
            id=format!("card-{}", activation.id)
            class=format!("card series-{}", activation.index())
        >
            <div class="card-text" inner_html=html></div>
            <CopyCode function />
        </article>
    }
}

/// The HTML of the card. All its text is the project's own and needs no escaping.
fn card(demo: &Demo, function: &Function, text: &Text) -> String {
    let id = function.activation.id;
    let (words, content, formulas) = (&text.card, text.content.card(id), formula(id));
    let list = |heading: &str, class: &str, items: &[&str]| {
        let items: String = items.iter().map(|item| format!("<li>{item}</li>")).collect();
        if items.is_empty() {
            String::new()
        } else {
            format!("<h4>{heading}</h4><ul class=\"{class}\">{items}</ul>")
        }
    };
    let mut drawbacks = list(words.drawbacks, "drawbacks", content.drawbacks);
    if drawbacks.is_empty() {
        drawbacks = format!("<h4>{}</h4><p>{}</p>", words.drawbacks, words.no_drawbacks);
    }
    [
        &format!("<header><h3>{}</h3>", content.name),
        &format!("<a class=\"card-open\" href=\"#{}?f={id}\">", demo.id),
        &format!("{}</a></header>", (words.show)(text.name(id))),
        &format!("<p>{}</p><div class=\"card-formulas\">", content.summary),
        &formula_block(words.formula, formulas.value),
        &formula_block(words.derivative, formulas.derivative),
        "</div>",
        &list(words.advantages, "advantages", content.advantages),
        &drawbacks,
        &list(words.notes, "notes", content.notes),
        &format!("<h4>{}</h4><table class=\"facts\"><tbody>", words.facts),
        &facts::properties(function, words).map(|(name, fact)| row(name, &fact)).concat(),
        &row(words.source, &source(function.activation)),
        "</tbody></table>",
    ]
    .concat()
}

fn formula_block(heading: &str, formula: &str) -> String {
    format!("<div><h4>{heading}</h4><div class=\"formula\" translate=\"no\">{formula}</div></div>")
}

fn row(name: &str, fact: &str) -> String {
    format!("<tr><th scope=\"row\">{name}</th><td>{fact}</td></tr>")
}

fn source(activation: &Activation) -> String {
    let source = &activation.source;
    format!("{} ({}). <cite>{}</cite>. {}", source.authors, source.year, source.title, source.venue)
}
