//! Floor 0: text within HTML and XML.

/// What stands for the characters that mean something there. The last is `&` itself, so that nothing is
/// read twice.
const ENTITIES: [(&str, &str); 4] =
    [("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("&", "&amp;")];

/// Text as it stands in markup, in an attribute or between tags.
pub fn escaped(text: &str) -> String {
    ENTITIES.iter().rev().fold(text.to_owned(), |text, (plain, entity)| text.replace(plain, entity))
}

/// The text of what was [`escaped`].
pub fn unescaped(markup: &str) -> String {
    ENTITIES.iter().fold(markup.to_owned(), |text, (plain, entity)| text.replace(entity, plain))
}
