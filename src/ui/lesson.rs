//! The lesson around the demos: its parts, the table of contents, and links to the previous and the next
//! place.

use super::conditions::Conditions;
use super::inner_html::from_html;
use super::lab::Lab;
use crate::demos::{self, ALL, Demo, PARTS};
use crate::markup::{Html, html};
use crate::text::words::page as say;
use crate::text::{Text, content};
use leptos::prelude::*;

/// The part that has a card for each function.
pub const CARDS: &str = "cards";
/// The id of the element into which the cards are mounted.
pub const CARDS_GRID: &str = "cards-grid";

/// A part of the lesson: its prose and its table, if it has one. Its demos and cards are mounted later, one by
/// one.
#[component]
pub fn Part(id: &'static str) -> impl IntoView {
    let lab = Lab::get();
    let overview = match id {
        "conditions" => Some(view! { <Conditions demo=demos::first() /> }.into_any()),
        CARDS => Some(view! { <div id=CARDS_GRID class="cards-grid"></div> }.into_any()),
        _ => None,
    };
    // A part with demos is followed by its first demo, so it needs no links to the next place.
    let has_demos = ALL.iter().any(|demo| demo.part == Some(id));
    let onward = (!has_demos).then(|| view! { <Onward id /> });
    view! {
        <section id=id class="part" aria-labelledby=format!("{id}-heading")>
            <header class="part-head" inner_html=from_html(lab.tell(move |text| head(text, id, 2)))></header>
            {overview}
            {onward}
        </section>
    }
}

/// The heading and the prose of a part or a demo. `level` is the level of the heading.
pub fn head(text: &Text, id: &str, level: u8) -> Html {
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

/// The number of a part; `None` for the last part, the reading list.
fn number(id: &str) -> Option<usize> {
    let place = PARTS.iter().position(|part| *part == id)?;
    (place + 1 < PARTS.len()).then_some(place + 1)
}

/// The table of contents, which follows the explorer.
#[component]
pub fn Contents() -> impl IntoView {
    let lab = Lab::get();
    let html = lab.tell(|text| {
        let link = |id: &str| {
            let number = number(id).map_or(String::new(), |number| format!("{number}. "));
            let title = text.title(id);
            html!("<a href=\"#{id}\">{number}{title}</a>", id, number, title)
        };
        let part = |part: &&str| {
            let demos = ALL.iter().filter(|demo| demo.part == Some(*part));
            let item = |demo: &Demo| html!("<li>{link}</li>", link = link(demo.id));
            let demos: Html = demos.map(item).collect();
            let demos = if demos.is_empty() { demos } else { html!("<ul>{demos}</ul>", demos) };
            html!("<li>{link}{demos}</li>", link = link(part), demos)
        };
        PARTS.iter().map(part).collect::<Html>()
    });
    view! {
        <nav class="contents" aria-label=lab.say(|text| text.words.page.contents)>
            <ul inner_html=from_html(html)></ul>
        </nav>
    }
}

/// The links to the previous and to the next place.
#[component]
pub fn Onward(id: &'static str) -> impl IntoView {
    let lab = Lab::get();
    let html = lab.tell(move |text| {
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
        let links = [link(before, &previous, "previous"), link(stops.get(here + 1), &next, "next")];
        links.into_iter().collect::<Html>()
    });
    // The page has many of these. The title in the name distinguishes the landmarks.
    let name = lab.tell(move |text| format!("{}, {}", text.title(id), text.words.page.onward));
    view! { <nav class="onward" aria-label=name inner_html=from_html(html)></nav> }
}
