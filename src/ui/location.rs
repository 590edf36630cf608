//! Where this page is, what its query says, and links to it.

use super::history;
use super::history::Write;
use crate::permalink;
use crate::script::Script;
use crate::view::View;
use leptos::prelude::window;
use web_sys::UrlSearchParams;

/// The address of this page at a view, whatever the address bar says yet.
pub fn link(view: &View) -> String {
    // From a demo in somebody's page and from the wall it leads to the whole page.
    let query = query_with(&[("embed", None), ("present", None)]);
    format!("{}{query}#{}", page(), permalink::encode(view))
}

/// The address at which this page presents a script.
pub fn link_to_present(script: &Script) -> String {
    let query = query_with(&[("embed", None), ("present", Some("1"))]);
    format!("{}{query}#{}", page(), script.fragment())
}

/// The address for a file that goes elsewhere: where this page is a file itself, its place on the reader's disk
/// is nobody's business, and only the fragment is left.
pub fn link_to_keep(view: &View) -> String {
    if is_public() { link(view) } else { format!("#{}", permalink::encode(view)) }
}

/// The address of the folder that the page is in, with a slash at its end.
pub fn folder() -> String {
    let location = window().location();
    let path = location.pathname().unwrap_or_default();
    let end = path.rfind('/').map_or(0, |slash| slash + 1);
    format!("{}{}", location.origin().unwrap_or_default(), &path[..end])
}

/// Whether the page has an address that others could open.
pub fn is_public() -> bool {
    window().location().protocol().is_ok_and(|scheme| scheme.starts_with("http"))
}

/// Whether that address means this very machine, wherever it is opened.
pub fn is_local() -> bool {
    let host = window().location().hostname().unwrap_or_default();
    host == "localhost"
        || host.ends_with(".localhost")
        || host.starts_with("127.")
        || host == "[::1]"
}

/// What the query says of a key.
pub fn in_query(key: &str) -> Option<String> {
    parameters()?.get(key)
}

/// Says something in the query, or with None takes the key out of it.
pub fn set_in_query(key: &str, value: Option<&str>) {
    history::write(Write { query: Some(query_with(&[(key, value)])), ..Write::default() });
}

/// The address of this page without what follows it.
fn page() -> String {
    let href = window().location().href().unwrap_or_default();
    href.split(['?', '#']).next().unwrap_or_default().to_owned()
}

fn parameters() -> Option<UrlSearchParams> {
    UrlSearchParams::new_with_str(&history::query()).ok()
}

/// The query with its question mark, with some keys said anew or taken out of it; nothing if nothing is left.
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
