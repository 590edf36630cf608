//! Text does not become HTML without being escaped. The type `Html` takes care of that; these tests keep ways around it closed.

use crate::sources::sources;
use proc_macro2::{TokenStream, TokenTree};

/// The names in a source, each with the two tokens that follow it. A group counts as one token.
fn names(tokens: TokenStream) -> Vec<(String, [String; 2])> {
    let tokens: Vec<_> = tokens.into_iter().collect();
    let text = |index: usize| tokens.get(index).map(TokenTree::to_string).unwrap_or_default();
    let mut names = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Ident(name) => {
                names.push((name.to_string(), [text(index + 1), text(index + 2)]));
            }
            TokenTree::Group(group) => names.extend(self::names(group.stream())),
            _ => {}
        }
    }
    names
}

/// What a source does that could bring text into the page as HTML.
fn ways_around(file: &str, source: &str) -> Vec<String> {
    let names = names(source.parse().expect("a source is Rust"));
    let is_refused = |(name, [sign, value]): &&(String, [String; 2])| match name.as_str() {
        // The attribute of a view.
        "inner_html" if sign == "=" => value != "from_html",
        "inner_html" => sign.starts_with('('),
        // The same as a property, and through JavaScript.
        "innerHTML" | "outerHTML" => true,
        "set_inner_html" | "set_outer_html" | "insert_adjacent_html" => file != "ui/inner_html.rs",
        "from_macro" => file != "markup.rs",
        // A literal follows in brackets. The words come from the build script, which checks them.
        "trusted" => {
            let reads_words = ["text/message.rs", "text/words.rs"].contains(&file);
            file != "markup.rs" && !reads_words && !sign.starts_with("(\"")
        }
        _ => false,
    };
    names.iter().filter(is_refused).map(|(name, _)| format!("src/{file}: {name}")).collect()
}

#[test]
fn only_html_is_given_to_the_browser_as_html() {
    let mut views = 0;
    for (file, source) in sources() {
        views += source.matches("inner_html=from_html(").count();
        assert_eq!(ways_around(&file, &source), Vec::<String>::new());
    }
    assert!(views > 10, "only {views} elements with HTML were found");
}

#[test]
fn ways_around_are_found() {
    for (file, source) in [
        ("ui/demo.rs", "fn f() { view! { <p inner_html=words></p> } }"),
        ("ui/demo.rs", "fn f() { view! { <p inner_html=move || words.get()></p> } }"),
        ("ui/demo.rs", "fn f() { p().inner_html(words) }"),
        ("ui/demo.rs", "fn f() { view! { <p prop:innerHTML=words></p> } }"),
        ("ui/plot.rs", "fn f() { element.set_inner_html(&words) }"),
        ("demos/dead.rs", "fn f() { Html::from_macro(format_args!(\"{x}\")) }"),
        ("demos/dead.rs", "fn f() { Html::trusted(text.name(id)) }"),
        ("demos/dead.rs", "fn f() { names.map(Html::trusted) }"),
    ] {
        assert_eq!(ways_around(file, source).len(), 1, "{source}");
    }
    let source = "use super::inner_html::from_html; \
        fn f() { let x = Html::trusted(\"<b>\"); view! { <p inner_html=from_html(x)></p> } }";
    assert_eq!(ways_around("ui/demo.rs", source), Vec::<String>::new());
}
