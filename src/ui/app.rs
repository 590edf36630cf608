//! The page below its heading.

use super::demo::Demo;
use super::lesson::{Contents, Part};
use crate::demos::{ALL, PARTS};
use leptos::prelude::*;

#[component]
pub fn App() -> impl IntoView {
    let explorer = &ALL[0];
    let parts = PARTS.map(|id| view! { <Part id /> });
    view! {
        <Demo demo=explorer />
        <Contents />
        {parts.collect_view()}
    }
}
