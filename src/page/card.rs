//! The card of a function: its name, curve, formula and summary; and folded below them its derivative, advantages,
//! drawbacks and properties.

use super::facts;
use super::figure;
use crate::demos::settings::Settings;
use crate::demos::{self, Stage};
use crate::markup::{Html, html};
use crate::plot::palette;
use crate::plot::scene::{Mark, Stroke};
use crate::text::Text;
use crate::text::content::{self, Card, formula};
use crate::text::words::card::{self as say, Words};
use activations::Activation;

/// The space for the curve on a card.
const STAGE: Stage = Stage { width: 120.0, height: 84.0, text: 11.0, arrival: 1.0 };

/// The card of a function with the default parameters. Its link opens the function in the first demo.
pub fn card(activation: &'static Activation, text: &Text) -> Html {
    let id = activation.id;
    let settings = Settings::new((demos::first().parameters)());
    let function = settings.function(activation);
    let (words, content, formulas) = (&text.words.card, content::of(text).card(id), formula(id));
    html!(
        "<article id=\"card-{id}\" class=\"card {hue}\">\
         <header><h3>{name}</h3><a class=\"card-open\" href=\"#{demo}?f={id}\">{show}</a></header>\
         <div class=\"still-plot\">{curve}</div>{formula}\
         <p class=\"card-summary\">{summary}</p>\
         <div class=\"folds\"><details class=\"card-more\"><summary>{more}</summary>{derivative}{lists}\
         <h4>{heading}</h4><table class=\"facts\"><tbody id=\"{facts_id}\">{facts}</tbody>\
         <tbody>{source}</tbody></table></details>\
         <div id=\"code-{id}\"></div></div></article>",
        id,
        hue = palette::class(activation.lesson.map(|lesson| lesson.colour)),
        name = content.name,
        demo = demos::first().id,
        show = words.show(say::Show { name: text.name(id) }),
        curve = curve(activation),
        // The formula beside its curve needs no visible heading.
        formula = formula_block(words.formula, "unseen", &formulas.value),
        summary = content.summary,
        more = words.more,
        derivative = formula_block(words.derivative, "", &formulas.derivative),
        lists = lists(content, words),
        heading = words.facts,
        facts_id = facts::properties_id(id),
        facts = facts::properties(&function, text),
        source = facts::row(words.source, &source(activation)),
    )
}

/// The lists of advantages, of drawbacks and of notes, each below its heading.
pub fn lists(card: &Card, words: &Words) -> Html {
    let list = |heading: &str, class: &str, items: &[Html]| {
        let items: Html = items.iter().map(|item| html!("<li>{item}</li>", item)).collect();
        if items.is_empty() {
            Html::default()
        } else {
            html!("<h4>{heading}</h4><ul class=\"{class}\">{items}</ul>", heading, class, items)
        }
    };
    let mut drawbacks = list(words.drawbacks, "drawbacks", card.drawbacks);
    if drawbacks.is_empty() {
        let (heading, none) = (words.drawbacks, words.no_drawbacks);
        drawbacks = html!("<h4>{heading}</h4><p>{none}</p>", heading, none);
    }
    let advantages = list(words.advantages, "advantages", card.advantages);
    let notes = list(words.notes, "notes", card.notes);
    [advantages, drawbacks, notes].into_iter().collect()
}

/// The curve of the function with its default parameters.
fn curve(activation: &Activation) -> Html {
    let demo = demos::first();
    let mut settings = Settings::new((demo.parameters)());
    settings.set_all(&format!("f={}&show=value", activation.id));
    let pictures = demo.experiment(&settings).scenes(&STAGE);
    let Some(picture) = pictures.first() else { return Html::default() };
    // Nothing can be dragged in this picture, so it must not show marks that invite dragging.
    let mut scene = picture.scene.clone();
    scene.marks.retain(|mark| {
        let is_curve = matches!(mark, Mark::Curve { stroke: Stroke::Solid, .. });
        is_curve || matches!(mark, Mark::Band { .. })
    });
    // Labels would be too small to be read.
    figure::svg(&scene, &STAGE.bare(STAGE.width, STAGE.height))
}

/// A formula below its heading, which has a class.
pub fn formula_block(heading: &str, class: &str, formula: &Html) -> Html {
    html!(
        "<div><h4 class=\"{class}\">{heading}</h4><div class=\"formula\" translate=\"no\">{formula}</div></div>",
        class,
        heading,
        formula,
    )
}

/// The paper.
pub fn source(activation: &Activation) -> Html {
    let source = &activation.body().source;
    html!(
        "{authors} ({year}). <cite>{title}</cite>. {venue}",
        authors = source.authors,
        year = source.year,
        title = source.title,
        venue = source.venue,
    )
}
