//! The page below its heading.

use super::cards::Cards;
use super::demo::Demo;
use crate::demos;
use leptos::prelude::*;

#[component]
pub fn App() -> impl IntoView {
    let demos = demos::ALL.iter().map(|demo| view! { <Demo demo /> });
    view! {
        {demos.collect_view()}
        <Cards demo=&demos::ALL[0] />
    }
}
