//! The tables of properties in the page follow the parameters of the functions.

use super::inner_html::set_html;
use super::lab::Lab;
use super::place;
use crate::demos::Demo;
use crate::page::facts;
use activations::{ALL, Function};
use leptos::prelude::*;

/// Writes the properties of a function anew whenever its parameters in `demo` differ from those that the page shows.
pub fn follow(lab: Lab, demo: &'static Demo) {
    let settings = lab.settings(demo);
    Effect::new(move |shown: Option<Vec<Function>>| {
        let functions: Vec<_> =
            settings.with(|it| ALL.iter().map(|activation| it.function(activation)).collect());
        let shown = shown.unwrap_or_else(|| ALL.iter().map(Function::with_defaults).collect());
        for (function, _) in functions.iter().zip(shown).filter(|(now, before)| *now != before) {
            let (id, text) = (function.activation.id, lab.text);
            set_html(&place(&facts::properties_id(id)), &facts::properties(function, text));
            set_html(&place(&facts::conditions_id(id)), &facts::conditions(function, demo, text));
        }
        functions
    });
}
