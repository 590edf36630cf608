//! Floor 0: escaping of text in HTML and XML.

/// Special characters and their entities. `&` is the last one, so that no entity is decoded twice.
const ENTITIES: [(&str, &str); 4] =
    [("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("&", "&amp;")];

/// Text with its special characters escaped, for attributes and for the content of elements.
pub fn escaped(text: &str) -> String {
    ENTITIES.iter().rev().fold(text.to_owned(), |text, (plain, entity)| text.replace(plain, entity))
}

/// The text that [`escaped`] was applied to.
pub fn unescaped(markup: &str) -> String {
    ENTITIES.iter().fold(markup.to_owned(), |text, (plain, entity)| text.replace(entity, plain))
}
