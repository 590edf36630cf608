//! The page below its heading.

use super::cards::Cards;
use super::demo::Demo;
use super::lab::Lab;
use crate::demos;
use leptos::prelude::*;

#[component]
pub fn App() -> impl IntoView {
    let [explorer, others @ ..] = &demos::ALL;
    let others = others.iter().map(|demo| view! { <Demo demo /> });
    view! {
        <Demo demo=explorer />
        <Contents />
        <Cards demo=explorer />
        {others.collect_view()}
    }
}

/// The way to everything below the explorer, where one lands.
#[component]
fn Contents() -> impl IntoView {
    let lab = Lab::get();
    let html = lab.tell(|text| {
        let cards = ("cards", text.card.heading);
        let demos = demos::ALL[1..].iter().map(|demo| (demo.id, text.demo(demo.id).title));
        let links = [cards].into_iter().chain(demos);
        links.map(|(id, title)| format!("<li><a href=\"#{id}\">{title}</a></li>")).collect()
    });
    view! {
        <nav class="contents" aria-label=lab.say(|text| text.page.contents)>
            <ol inner_html=html></ol>
        </nav>
    }
}
