//! The gallery of all functions: f and f′ of each as a small picture on common axes, and its card. It is a file of its own
//! for each language, because the lesson with it would be twice as large. The page has the names, and the app puts the
//! gallery beside them when the reader comes near.

use super::card::{formula_block, lists, source};
use super::{facts, figure, legend};
use crate::demos::{self, Legend, Sample};
use crate::markup::{Html, html};
use crate::plot::axis::Ticks;
use crate::plot::sample::{self, Viewport};
use crate::plot::scene::{Mark, Scene, Stroke};
use crate::plot::theme::Role;
use crate::plot::{Interval, Layout};
use crate::text::Text;
use crate::text::content::{self, formula};
use crate::text::function_search::{FAMILIES, family_name, of_family};
use crate::text::number::read;
use activations::names::names;
use activations::{Activation, Family, Function, functions};

/// The axes of every picture. Both have the same scale, so that a slope of 1 looks like one.
const X: Interval = Interval::new(-4.0, 4.0);
const Y: Interval = Interval::new(-2.0, 3.0);
/// CSS pixels for 1 on an axis. Style sheets scale the pictures.
const SCALE: f64 = 20.0;
/// The size that the width of the curves goes by, in CSS pixels.
const TEXT: f64 = 10.0;

/// The frameworks whose names for a function are on its card.
const FRAMEWORKS: [&str; 5] = ["PyTorch", "JAX", "Keras", "TensorFlow", "ONNX"];

/// The place of the gallery in the lesson, with the names of all functions. Each is a link that opens the function in the
/// first demo.
pub fn place(text: &Text) -> Html {
    let link = |activation: &'static Activation| {
        html!(
            "<li><a href=\"{address}\">{name}</a></li>",
            address = address(activation),
            name = text.name(activation.id),
        )
    };
    let family = |family| {
        html!(
            "<dt>{name}</dt><dd><ul translate=\"no\">{links}</ul></dd>",
            name = family_name(text, family),
            links = of_family(family).map(link).collect::<Html>(),
        )
    };
    html!(
        "<div id=\"gallery\"><dl class=\"gallery-names\">{families}</dl></div>",
        families = FAMILIES.map(family).into_iter().collect::<Html>(),
    )
}

/// The file with the gallery.
pub fn gallery(text: &Text) -> Html {
    let line = |stroke, label| Legend { sample: Sample::Line(stroke), label };
    let legend = [line(Stroke::Solid, "f(x)"), line(Stroke::Dashed, "f′(x)")];
    let axes = [("x", X), ("y", Y)].map(|(axis, Interval { low, high })| {
        html!("<li>{low} ≤ {axis} ≤ {high}</li>", low = read(low), axis, high = read(high))
    });
    html!(
        "<ul class=\"legend gallery-legend\" translate=\"no\">{legend}{axes}</ul>{families}",
        legend = legend::items(&legend),
        axes = axes.into_iter().collect::<Html>(),
        families = FAMILIES.map(|it| family(it, text)).into_iter().collect::<Html>(),
    )
}

fn family(family: Family, text: &Text) -> Html {
    html!(
        "<section class=\"gallery-family\" aria-labelledby=\"gallery-{family}\"><h3 id=\"gallery-{family}\">{name}</h3>\
         <div class=\"gallery-grid\">{entries}</div></section>",
        family = format!("{family:?}"),
        name = family_name(text, family),
        entries = of_family(family).map(|activation| entry(activation, text)).collect::<Html>(),
    )
}

/// A function: its picture with a link that adds it to those in the first demo and a button that opens its card, and the
/// card.
fn entry(activation: &'static Activation, text: &Text) -> Html {
    let (id, words) = (activation.id, &text.words);
    html!(
        "<div class=\"gallery-entry\" data-function=\"{id}\">\
         <article class=\"tile\" aria-labelledby=\"tile-{id}\"><h4 id=\"tile-{id}\" translate=\"no\">{name}</h4>\
         <div class=\"still-plot\">{picture}</div><div class=\"tile-ways\">\
         <a class=\"button\" href=\"{address}\">{compare}<span class=\"unseen\">: {name}</span></a>\
         <button type=\"button\" aria-expanded=\"false\" aria-controls=\"gallery-card-{id}\">{more}\
         <span class=\"unseen\">: {name}</span></button></div><p class=\"refusal\" role=\"status\"></p></article>\
         <section id=\"gallery-card-{id}\" class=\"gallery-card\" aria-labelledby=\"gallery-name-{id}\" hidden>{body}\
         </section></div>",
        id,
        name = text.name(id),
        picture = picture(activation),
        address = address(activation),
        compare = words.library.compare,
        more = words.card.more,
        body = card(activation, text),
    )
}

/// The card of a function with its default parameters. The app mounts the panel with its code into its last element.
fn card(activation: &'static Activation, text: &Text) -> Html {
    let id = activation.id;
    let (words, content, formulas) = (&text.words.card, content::of(text).card(id), formula(id));
    // The WebAssembly has the code of the lesson's functions.
    let code = match (activation.is_of_library(), functions::code(activation)) {
        (true, Some(code)) => {
            html!("<pre id=\"{id}\" hidden>{code}</pre>", id = facts::code_id(id), code)
        }
        _ => Html::default(),
    };
    html!(
        "<div><h4 id=\"gallery-name-{id}\" class=\"gallery-name\">{name}</h4><p>{summary}</p>{formula}{derivative}\
         <h4>{frameworks}</h4>{calls}</div>\
         <div>{lists}</div>\
         <div><h4>{facts}</h4><table class=\"facts\"><tbody>{rows}{source}</tbody></table></div>\
         <div class=\"folds\">{code}</div>",
        id,
        name = content.name,
        summary = content.summary,
        formula = formula_block(words.formula, "", &formulas.value),
        derivative = formula_block(words.derivative, "", &formulas.derivative),
        lists = lists(content, words),
        facts = words.facts,
        rows = facts::properties(&Function::with_defaults(activation), text),
        source = facts::row(words.source, &source(activation)),
        frameworks = text.words.library.frameworks,
        calls = calls(activation, text),
        code,
    )
}

/// What frameworks call the function.
fn calls(activation: &Activation, text: &Text) -> Html {
    let row = |framework: &&str| {
        let calls = names(activation).calls_in(framework);
        let calls = calls.iter().map(|call| html!("<code>{call}</code>", call));
        let calls = Html::joined(&calls.collect::<Vec<_>>(), "<br>");
        if calls.is_empty() { calls } else { facts::row(framework, &calls) }
    };
    let rows: Html = FRAMEWORKS.iter().map(row).collect();
    if rows.is_empty() {
        return html!("<p>{none}</p>", none = text.words.library.no_framework);
    }
    html!("<table class=\"facts\" translate=\"no\"><tbody>{rows}</tbody></table>", rows)
}

/// f and f′ with the default parameters.
fn picture(activation: &'static Activation) -> Html {
    let function = Function::with_defaults(activation);
    // Around a plot without labels there are these multiples of the text size.
    let layout = Layout {
        width: SCALE * X.length() + 0.4 * TEXT,
        height: SCALE * Y.length() + 1.4 * TEXT,
        text: TEXT,
        x_labels: false,
        y_labels: false,
    };
    let viewport = Viewport::new(X, Y, layout.plot());
    let role = activation.lesson.map_or(Role::Ink, |lesson| Role::Series(lesson.colour));
    let value = sample::curve(|x| function.value(x), &sample::value_breaks(&function), viewport);
    let gradient =
        sample::curve(|x| function.gradient(x), &sample::gradient_breaks(&function), viewport);
    let marks = vec![
        Mark::Curve { runs: gradient, role, stroke: Stroke::Dashed },
        Mark::Curve { runs: value, role, stroke: Stroke::Solid },
    ];
    figure::svg(&Scene::of([X, Y], [Ticks::Numbers; 2], marks), &layout)
}

/// The address of a function in the first demo.
fn address(activation: &Activation) -> String {
    format!("#{}?f={}", demos::first().id, activation.id)
}
