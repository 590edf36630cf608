//! The whole lesson: its parts, its demos with still figures, its cards and tables, and the links between them.

use super::card::card;
use super::{facts, figure, gallery, legend};
use crate::demos::settings::Settings;
use crate::demos::{self, ALL, Demo, PARTS, Picture, Stage};
use crate::markup::{Html, html};
use crate::plot::palette;
use crate::text::Text;
use crate::text::content;
use crate::text::words::page as say;

/// The parts that contain the table of conditions, the cards, and the names of all functions.
const CONDITIONS: &str = "conditions";
const CARDS: &str = "cards";
const LIBRARY: &str = "library";

/// The space for the still figures of a demo. Style sheets scale them.
const STAGE: Stage = Stage { width: 760.0, height: 440.0, text: 13.0, arrival: 1.0 };

/// The lesson in the order of the page, for the content of its `<main>`. The app mounts what belongs to a presentation
/// into `#present` and `#drawer`.
pub fn lesson(text: &Text) -> Html {
    let parts = PARTS.iter().map(|part| self::part(part, text));
    html!(
        "<div id=\"present\"></div>{first}{contents}{parts}<div id=\"drawer\"></div>",
        first = section(demos::first(), text),
        contents = contents(text),
        parts = parts.collect::<Html>(),
    )
}

/// A part: its prose, its table or cards, and its demos.
fn part(id: &'static str, text: &Text) -> Html {
    let overview = match id {
        CONDITIONS => conditions(text),
        CARDS => {
            let cards: Html =
                activations::ALL.iter().map(|activation| card(activation, text)).collect();
            html!("<div class=\"cards-grid\">{cards}</div>", cards)
        }
        LIBRARY => gallery::place(text),
        _ => Html::default(),
    };
    let demos: Html =
        ALL.iter().filter(|demo| demo.part == Some(id)).map(|demo| section(demo, text)).collect();
    // A part with demos is followed by its first demo, so it needs no links to the next place.
    let onward = if demos.is_empty() { onward(id, text) } else { Html::default() };
    html!(
        "<section id=\"{id}\" class=\"part\" aria-labelledby=\"{id}-heading\">\
         <header class=\"part-head\">{head}</header>{overview}{onward}{demos}</section>",
        id,
        head = head(text, id, 2),
        overview,
        onward,
        demos,
    )
}

/// The section of a demo. The app mounts the live demo in place of the still figure.
fn section(demo: &'static Demo, text: &Text) -> Html {
    // The first demo is at the level of the parts, and other demos are inside a part.
    let level = if demo.part.is_none() { 2 } else { 3 };
    html!(
        "<section id=\"{id}\" class=\"demo\" aria-labelledby=\"{id}-heading\">\
         <header class=\"demo-head\">{head}</header>\
         <div id=\"{id}-body\" class=\"demo-body\">{still}</div>{notes}{onward}</section>",
        id = demo.id,
        head = head(text, demo.id, level),
        still = still(demo, text),
        notes = notes(demo, text),
        onward = if demo.part.is_some() { onward(demo.id, text) } else { Html::default() },
    )
}

/// What a demo shows with its default settings.
fn still(demo: &'static Demo, text: &Text) -> Html {
    let experiment = demo.experiment(&Settings::new((demo.parameters)()));
    let mut pictures = experiment.scenes(&STAGE);
    for picture in &mut pictures {
        picture.scene.write_names(|id| text.name(id));
    }
    let (large, small): (Vec<_>, Vec<_>) =
        pictures.iter().partition(|picture| demo.pictures.contains(&picture.id));
    let small = if small.is_empty() {
        Html::default()
    } else {
        html!(
            "<details class=\"demo-further\"><summary>{more}</summary>\
             <div class=\"demo-small-plots\">{rows}</div></details>",
            more = text.more_plots(demo.id, demo.small_pictures),
            rows = rows(&small, demo, text),
        )
    };
    // The style sheets give these elements the height of the function picker, and of a window for the controls, so
    // that nothing visible moves when the first demo is mounted.
    let [picker, space] = match demo.part {
        None => ["picker", "space"].map(|part| html!("<div class=\"still-{part}\"></div>", part)),
        Some(_) => Default::default(),
    };
    html!(
        "{picker}<div class=\"demo-stage still\"><figure class=\"demo-figure\">\
         <div class=\"demo-plots\" role=\"img\" aria-label=\"{description}\">{rows}</div>\
         <figcaption><ul class=\"legend\">{legend}</ul></figcaption></figure></div>{space}\
         <div class=\"demo-side still\"><div class=\"demo-explanation\">{explanation}</div></div>\
         <div class=\"demo-more folds still\">{small}</div>",
        picker,
        space,
        description = experiment.description(text),
        rows = rows(&large, demo, text),
        legend = legend::items(&experiment.legend(text)),
        explanation = experiment.explanation(text),
        small,
    )
}

/// The pictures in rows: as many in a row as fit the width of the stage.
fn rows(pictures: &[&Picture], demo: &Demo, text: &Text) -> Html {
    let plot = |picture: &Picture| {
        html!(
            "<div class=\"still-plot\"><p class=\"plot-caption\">{caption}</p>{svg}</div>",
            caption = text.picture(demo.id, picture.id).unwrap_or(picture.id),
            svg = figure::svg(&picture.scene, &picture.layout),
        )
    };
    let mut rows: Vec<(f64, Html)> = Vec::new();
    for picture in pictures {
        match rows.last_mut() {
            Some((width, row)) if *width + picture.layout.width <= STAGE.width => {
                *width += picture.layout.width;
                row.push(&plot(picture));
            }
            _ => rows.push((picture.layout.width, plot(picture))),
        }
    }
    let row = |(_, row): (f64, Html)| html!("<div class=\"still-row\">{row}</div>", row);
    rows.into_iter().map(row).collect()
}

/// The notes on common misconceptions.
fn notes(demo: &Demo, text: &Text) -> Html {
    let notes = content::of(text).notes(demo.id);
    if notes.is_empty() {
        return Html::default();
    }
    let items: Html = notes.iter().map(|note| html!("<li>{note}</li>", note)).collect();
    let head = text.words.page.notes;
    html!(
        "<details class=\"demo-notes\"><summary>{head}</summary><ul class=\"notes\">{items}</ul></details>",
        head,
        items
    )
}

/// The heading and the prose of a part or a demo. `level` is the level of the heading.
fn head(text: &Text, id: &str, level: u8) -> Html {
    let passage = content::of(text).passage(id);
    let number = match number(id) {
        Some(number) => html!("<span class=\"part-number\">{number}</span> ", number),
        None => Html::default(),
    };
    html!(
        "<h{level} id=\"{id}-heading\">{number}{title}</h{level}><div class=\"prose\">{prose}</div>",
        level,
        id,
        number,
        title = passage.title,
        prose = passage.html,
    )
}

/// The number of a part; `None` for the last part, the reading list, and for demos.
fn number(id: &str) -> Option<usize> {
    let place = PARTS.iter().position(|part| *part == id)?;
    (place + 1 < PARTS.len()).then_some(place + 1)
}

/// The table of contents, which follows the first demo.
fn contents(text: &Text) -> Html {
    let link = |id: &str| {
        let number = number(id).map_or(String::new(), |number| format!("{number}. "));
        html!("<a href=\"#{id}\">{number}{title}</a>", id, number, title = text.title(id))
    };
    let part = |part: &&str| {
        let demos = ALL.iter().filter(|demo| demo.part == Some(*part));
        let item = |demo: &Demo| html!("<li>{link}</li>", link = link(demo.id));
        let demos: Html = demos.map(item).collect();
        let demos = if demos.is_empty() { demos } else { html!("<ul>{demos}</ul>", demos) };
        html!("<li>{link}{demos}</li>", link = link(part), demos)
    };
    html!(
        "<nav class=\"contents\" aria-label=\"{name}\"><ul>{parts}</ul></nav>",
        name = text.words.page.contents,
        parts = PARTS.iter().map(part).collect::<Html>(),
    )
}

/// The links to the previous and to the next place.
fn onward(id: &str, text: &Text) -> Html {
    let stops = demos::stops();
    let Some(here) = stops.iter().position(|stop| *stop == id) else { return Html::default() };
    let link = |stop: Option<&&str>, say: &dyn Fn(&str) -> String, class: &str| {
        stop.map_or(Html::default(), |stop| {
            let title = say(text.title(stop));
            html!("<a class=\"{class}\" href=\"#{stop}\">{title}</a>", class, stop, title)
        })
    };
    let before = here.checked_sub(1).and_then(|before| stops.get(before));
    let words = &text.words.page;
    let previous = |title: &str| words.previous(say::Previous { title });
    let next = |title: &str| words.next(say::Next { title });
    // The page has many of these. The title in the name distinguishes the landmarks.
    html!(
        "<nav class=\"onward\" aria-label=\"{title}, {name}\">{before}{after}</nav>",
        title = text.title(id),
        name = words.onward,
        before = link(before, &previous, "previous"),
        after = link(stops.get(here + 1), &next, "next"),
    )
}

/// The table of conditions for all functions with their default parameters. Its links open them in the first demo.
fn conditions(text: &Text) -> Html {
    let demo = demos::first();
    let settings = Settings::new((demo.parameters)());
    let words = &text.words.card;
    let columns = crate::text::facts::columns(words);
    let columns = columns.iter();
    let columns: Html =
        columns.map(|column| html!("<th scope=\"col\">{column}</th>", column)).collect();
    let rows = activations::ALL.iter().map(|activation| {
        html!(
            "<tr id=\"{id}\" class=\"{series}\">{cells}</tr>",
            id = facts::conditions_id(activation.id),
            series = palette::class(activation.lesson.map(|lesson| lesson.colour)),
            cells = facts::conditions(&settings.function(activation), demo, text),
        )
    });
    html!(
        "<div class=\"conditions\" tabindex=\"0\" role=\"region\" aria-label=\"{caption}\">\
         <table><caption>{caption}</caption><thead><tr>{columns}</tr></thead><tbody>{rows}</tbody></table></div>",
        caption = words.conditions_caption,
        columns,
        rows = rows.collect::<Html>(),
    )
}
