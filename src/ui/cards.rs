//! A card for each function: formula, properties, advantages and drawbacks.
//!
//! A card is mostly text that follows the language and the parameters. It is written as one piece of HTML,
//! because that needs far less wasm than a tree of components.

use super::copy_code::CopyCode;
use super::inner_html::from_html;
use super::lab::Lab;
use crate::demos::Demo;
use crate::markup::{Html, html};
use crate::plot::palette;
use crate::text::content::{self, formula};
use crate::text::words::card as say;
use crate::text::{Text, facts};
use activations::{Activation, Function};
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
            class=format!("card {}", palette::class(activation.lesson.map(|lesson| lesson.colour)))
        >
            <div class="card-text" inner_html=from_html(html)></div>
            <CopyCode function />
        </article>
    }
}

fn card(demo: &Demo, function: &Function, text: &Text) -> Html {
    let id = function.activation.id;
    let (words, content, formulas) = (&text.words.card, content::of(text).card(id), formula(id));
    let list = |heading: &str, class: &str, items: &[Html]| {
        let items: Html = items.iter().map(|item| html!("<li>{item}</li>", item)).collect();
        if items.is_empty() {
            Html::default()
        } else {
            html!("<h4>{heading}</h4><ul class=\"{class}\">{items}</ul>", heading, class, items)
        }
    };
    let mut drawbacks = list(words.drawbacks, "drawbacks", content.drawbacks);
    if drawbacks.is_empty() {
        let (heading, none) = (words.drawbacks, words.no_drawbacks);
        drawbacks = html!("<h4>{heading}</h4><p>{none}</p>", heading, none);
    }
    let facts = facts::properties(function, words);
    html!(
        "<header><h3>{name}</h3><a class=\"card-open\" href=\"#{demo}?f={id}\">{show}</a></header>\
         <p>{summary}</p><div class=\"card-formulas\">{formula}{derivative}</div>\
         {advantages}{drawbacks}{notes}\
         <h4>{heading}</h4><table class=\"facts\"><tbody>{facts}{source}</tbody></table>",
        name = content.name,
        demo = demo.id,
        id,
        show = words.show(say::Show { name: text.name(id) }),
        summary = content.summary,
        formula = formula_block(words.formula, &formulas.value),
        derivative = formula_block(words.derivative, &formulas.derivative),
        advantages = list(words.advantages, "advantages", content.advantages),
        drawbacks,
        notes = list(words.notes, "notes", content.notes),
        heading = words.facts,
        facts = facts.iter().map(|(name, fact)| row(name, &Html::text(fact))).collect::<Html>(),
        source = row(words.source, &source(function.activation)),
    )
}

fn formula_block(heading: &str, formula: &Html) -> Html {
    html!(
        "<div><h4>{heading}</h4><div class=\"formula\" translate=\"no\">{formula}</div></div>",
        heading,
        formula,
    )
}

fn row(name: &str, fact: &Html) -> Html {
    html!("<tr><th scope=\"row\">{name}</th><td>{fact}</td></tr>", name, fact)
}

fn source(activation: &Activation) -> Html {
    let source = &activation.source;
    html!(
        "{authors} ({year}). <cite>{title}</cite>. {venue}",
        authors = source.authors,
        year = source.year,
        title = source.title,
        venue = source.venue,
    )
}
