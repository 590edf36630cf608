//! The page below its heading.

use super::cards::Cards;
use super::demo::Demo;
use crate::demos;
use leptos::prelude::*;

#[component]
pub fn App() -> impl IntoView {
    let [explorer, others @ ..] = &demos::ALL;
    let others = others.iter().map(|demo| view! { <Demo demo /> });
    view! {
        <Demo demo=explorer />
        <Cards demo=explorer />
        {others.collect_view()}
    }
}
