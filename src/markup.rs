//! Floor 0: HTML as a type of its own, and the escaping of text in HTML and XML.
//!
//! A [`String`] is text, an [`Html`] is HTML. Text becomes HTML only by being escaped: in [`Html::text`], or as an argument
//! of [`html!`]. Markup itself comes only from the source code and from the build script.

use std::borrow::Cow;
use std::fmt;

/// Special characters and their entities. `&` is the last one, so that no entity is decoded twice.
const ENTITIES: [(&str, &str); 4] =
    [("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("&", "&amp;")];

/// Writes text with its special characters escaped.
fn write_escaped(text: &str, to: &mut dyn fmt::Write) -> fmt::Result {
    let is_special = |letter| ENTITIES.iter().any(|(plain, _)| plain.starts_with(letter));
    for part in text.split_inclusive(is_special) {
        let special =
            |(plain, entity): &(&str, &'static str)| Some((part.strip_suffix(plain)?, *entity));
        let (part, entity) = ENTITIES.iter().find_map(special).unwrap_or((part, ""));
        to.write_str(part)?;
        to.write_str(entity)?;
    }
    Ok(())
}

/// Text with its special characters escaped, for the content of elements and for attributes in double quotes.
pub fn escaped(text: &str) -> String {
    let mut markup = String::with_capacity(text.len());
    write_escaped(text, &mut markup).expect("a string takes all that is written");
    markup
}

/// The text that [`escaped`] was applied to.
pub fn unescaped(markup: &str) -> String {
    ENTITIES.iter().fold(markup.to_owned(), |text, (plain, entity)| text.replace(entity, plain))
}

/// HTML for the content of an element.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Html(Cow<'static, str>);

impl Html {
    /// HTML from a literal of the source code or from the build script, which checks the messages of the words.
    pub const fn trusted(html: &'static str) -> Self {
        Html(Cow::Borrowed(html))
    }

    /// Text, escaped.
    pub fn text(text: &str) -> Self {
        Html(Cow::Owned(escaped(text)))
    }

    /// The result of [`html!`], which has escaped the arguments. Nothing else may call this function.
    pub(crate) fn from_macro(arguments: fmt::Arguments) -> Self {
        Html(Cow::Owned(fmt::format(arguments)))
    }

    /// The parts with a separator between them.
    pub fn joined(parts: &[Html], separator: &'static str) -> Self {
        let parts: Vec<&str> = parts.iter().map(Html::as_str).collect();
        Html(Cow::Owned(parts.join(separator)))
    }

    /// Adds HTML at the end.
    pub fn push(&mut self, html: &Html) {
        self.0.to_mut().push_str(&html.0);
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn into_string(self) -> String {
        self.0.into_owned()
    }
}

impl FromIterator<Html> for Html {
    fn from_iter<Parts: IntoIterator<Item = Html>>(parts: Parts) -> Self {
        let mut html = Html::default();
        for part in parts {
            html.push(&part);
        }
        html
    }
}

/// A type whose values can be arguments of [`html!`].
pub trait ToHtml {
    /// Writes the value as HTML: text is escaped.
    fn write_html(&self, to: &mut fmt::Formatter) -> fmt::Result;
}

impl ToHtml for Html {
    fn write_html(&self, to: &mut fmt::Formatter) -> fmt::Result {
        to.write_str(&self.0)
    }
}

impl ToHtml for str {
    fn write_html(&self, to: &mut fmt::Formatter) -> fmt::Result {
        write_escaped(self, to)
    }
}

impl ToHtml for String {
    fn write_html(&self, to: &mut fmt::Formatter) -> fmt::Result {
        write_escaped(self, to)
    }
}

impl<T: ToHtml + ?Sized> ToHtml for &T {
    fn write_html(&self, to: &mut fmt::Formatter) -> fmt::Result {
        (*self).write_html(to)
    }
}

/// Integers need no escaping.
macro_rules! integers {
    ($($integer:ty),*) => {$(
        impl ToHtml for $integer {
            fn write_html(&self, to: &mut fmt::Formatter) -> fmt::Result {
                fmt::Display::fmt(self, to)
            }
        }
    )*};
}

integers!(i32, u8, u16, u32, usize);

/// An argument of [`html!`] in the form that the formatting macros need. It allocates nothing, so that the wasm
/// stays small.
pub struct Argument<'a, T: ?Sized>(pub &'a T);

impl<T: ToHtml + ?Sized> fmt::Display for Argument<'_, T> {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        self.0.write_html(to)
    }
}

/// HTML from a literal with named arguments, each [`ToHtml`]: `html!("<li>{name}: {count}</li>", name, count = list.len())`.
/// A name without a value stands for the variable of that name.
///
/// A variable that is named in the literal only does not compile, because the literal is inside `concat!`. So every
/// argument is escaped.
macro_rules! html {
    (@value $name:ident) => {
        $name
    };
    (@value $name:ident $value:expr) => {
        $value
    };
    ($html:literal $(, $name:ident $(= $value:expr)?)+ $(,)?) => {
        $crate::markup::Html::from_macro(format_args!(
            concat!($html),
            $($name = $crate::markup::Argument(&$crate::markup::html!(@value $name $($value)?))),+
        ))
    };
}

pub(crate) use html;

#[cfg(test)]
mod tests {
    use super::{Html, escaped, unescaped};

    const TEXT: &str = "<b title=\"x\">&amp;</b>";

    #[test]
    fn text_is_escaped_once() {
        assert_eq!(escaped(TEXT), "&lt;b title=&quot;x&quot;&gt;&amp;amp;&lt;/b&gt;");
        assert_eq!(unescaped(&escaped(TEXT)), TEXT);
        assert_eq!(Html::text("plain").as_str(), "plain");
    }

    #[test]
    fn arguments_are_escaped_unless_they_are_html() {
        let (text, owned) = ("a < b", "\"c\"".to_owned());
        let bold = html!("<b class=\"{class}\">{text}</b>", class = owned, text);
        assert_eq!(bold.as_str(), "<b class=\"&quot;c&quot;\">a &lt; b</b>");
        let item = html!("<li>{bold} {{{count}}}</li>", bold = &bold, count = 3_usize);
        assert_eq!(item.into_string(), format!("<li>{} {{3}}</li>", bold.as_str()));
    }

    #[test]
    fn parts_are_put_together_as_they_are() {
        let parts = [Html::trusted("<i>x</i>"), Html::text("<")];
        assert_eq!(Html::joined(&parts, ", ").as_str(), "<i>x</i>, &lt;");
        assert_eq!(parts.into_iter().collect::<Html>().as_str(), "<i>x</i>&lt;");
        assert!(Html::default().is_empty());
    }
}
