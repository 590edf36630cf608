//! The address of this page, the values of its query, and links to the page.

use super::browser;
use super::history;
use super::history::Write;
use crate::permalink;
use crate::script::Script;
use crate::view::View;
use leptos::prelude::window;
use web_sys::UrlSearchParams;

/// A link to this page that shows a view, whatever the address bar contains.
pub fn link(view: &View) -> String {
    // A link made in a frame or in a presentation leads to the whole page.
    let query = query_with(&[("embed", None), ("present", None)]);
    format!("{}{query}#{}", page(), permalink::encode(view))
}

/// A link to this page that presents a script.
pub fn link_to_present(script: &Script) -> String {
    let query = query_with(&[("embed", None), ("present", Some("1"))]);
    format!("{}{query}#{}", page(), script.fragment())
}

/// A link to a view for exported files. If this page is a file itself, its path on the reader's disk is private,
/// and the link is the fragment alone.
pub fn link_to_keep(view: &View) -> String {
    if is_public() { link(view) } else { format!("#{}", permalink::encode(view)) }
}

/// The address of the folder that contains all files of the site, with a slash at its end.
pub fn folder() -> String {
    browser::root("data-folder").unwrap_or_default()
}

/// Whether the page was loaded over http or https, so that others may be able to open its address.
pub fn is_public() -> bool {
    window().location().protocol().is_ok_and(|scheme| scheme.starts_with("http"))
}

/// Whether the host of the page is the local machine, so that its address does not work on other machines.
pub fn is_local() -> bool {
    let host = window().location().hostname().unwrap_or_default();
    host == "localhost"
        || host.ends_with(".localhost")
        || host.starts_with("127.")
        || host == "[::1]"
}

/// The value of a key in the query.
pub fn in_query(key: &str) -> Option<String> {
    let value = parameters()?.get(key)?;
    // Messengers leave the end of a sentence at the end of a link.
    Some(value.trim_end_matches(|c: char| !c.is_ascii_alphanumeric()).to_owned())
}

/// Sets a key in the query, or removes it with `None`.
pub fn set_in_query(key: &str, value: Option<&str>) {
    history::write(Write { query: Some(query_with(&[(key, value)])), ..Write::default() });
}

/// The address of this page without query and fragment.
fn page() -> String {
    let href = window().location().href().unwrap_or_default();
    href.split(['?', '#']).next().unwrap_or_default().to_owned()
}

fn parameters() -> Option<UrlSearchParams> {
    UrlSearchParams::new_with_str(&history::query()).ok()
}

/// The query with its question mark, after some keys have been set or removed; empty if no key is left.
fn query_with(changes: &[(&str, Option<&str>)]) -> String {
    let Some(parameters) = parameters() else { return String::new() };
    for (key, value) in changes {
        match value {
            Some(value) => parameters.set(key, value),
            None => parameters.delete(key),
        }
    }
    let query = String::from(parameters.to_string());
    if query.is_empty() { query } else { format!("?{query}") }
}
