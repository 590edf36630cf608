//! Texts with arguments.

use crate::markup::Html;

/// The character in a template for the first argument. The next arguments have the next characters. `build/words/`
/// has the same numbers.
const FIRST_ARGUMENT: u32 = 0xe000;
/// The character in a template for the first selection.
const FIRST_SELECTION: u32 = 0xe100;

/// A text or HTML with arguments. The build script makes it from a Fluent message.
pub struct Message {
    /// The text, with a character of the private use area for each argument and each selection.
    pub(super) template: &'static str,
    pub(super) selections: &'static [Selection],
}

/// Variants of a part of a text, of which an argument selects one.
pub(super) struct Selection {
    /// The index of the argument.
    pub argument: usize,
    /// The templates of all variants but the default one. They contain no selections.
    pub variants: &'static [(Key, &'static str)],
    pub default: &'static str,
}

/// The key of a variant.
pub(super) enum Key {
    Number(usize),
    Text(&'static str),
}

/// An argument.
#[derive(Clone, Copy)]
pub(super) enum Value<'a> {
    Number(usize),
    Text(&'a str),
    Html(&'a Html),
}

/// A piece of a text.
enum Piece<'a> {
    /// A part of the template.
    Own(&'static str),
    Argument(Value<'a>),
}

impl Message {
    /// The text with its arguments. HTML among them stays as it is; the build script refuses it.
    pub(super) fn text(&self, arguments: &[Value]) -> String {
        let mut text = String::new();
        self.write(self.template, arguments, &mut |piece| match piece {
            Piece::Own(own) => text.push_str(own),
            Piece::Argument(Value::Number(number)) => text.push_str(&number.to_string()),
            Piece::Argument(Value::Text(argument)) => text.push_str(argument),
            Piece::Argument(Value::Html(argument)) => text.push_str(argument.as_str()),
        });
        text
    }

    /// The HTML with its arguments, of which text is escaped.
    pub(super) fn html(&self, arguments: &[Value]) -> Html {
        let mut html = Html::default();
        self.write(self.template, arguments, &mut |piece| match piece {
            Piece::Own(own) => html.push(&Html::trusted(own)),
            Piece::Argument(Value::Number(number)) => html.push(&Html::text(&number.to_string())),
            Piece::Argument(Value::Text(argument)) => html.push(&Html::text(argument)),
            Piece::Argument(Value::Html(argument)) => html.push(argument),
        });
        html
    }

    /// Hands out the pieces of a template in their order.
    fn write(&self, template: &'static str, arguments: &[Value], write: &mut dyn FnMut(Piece)) {
        let is_mark =
            |letter: char| (FIRST_ARGUMENT..FIRST_SELECTION + 0x100).contains(&u32::from(letter));
        let mut rest = template;
        while let Some(at) = rest.find(is_mark) {
            let (own, marked) = rest.split_at(at);
            write(Piece::Own(own));
            let mark = marked.chars().next().map_or(0, u32::from);
            match mark.checked_sub(FIRST_SELECTION) {
                Some(index) => {
                    let selection = &self.selections[index as usize];
                    self.write(selection.select(arguments), arguments, write);
                }
                None => write(Piece::Argument(arguments[(mark - FIRST_ARGUMENT) as usize])),
            }
            rest = &marked[char::from_u32(mark).map_or(0, char::len_utf8)..];
        }
        write(Piece::Own(rest));
    }
}

impl Selection {
    fn select(&self, arguments: &[Value]) -> &'static str {
        let is_chosen = |(key, _): &&(Key, &'static str)| match (key, arguments[self.argument]) {
            (Key::Number(key), Value::Number(number)) => *key == number,
            (Key::Text(key), Value::Text(text)) => *key == text,
            _ => false,
        };
        self.variants.iter().find(is_chosen).map_or(self.default, |(_, template)| *template)
    }
}

#[cfg(test)]
mod tests {
    use super::{Key, Message, Selection, Value};
    use crate::markup::Html;

    #[test]
    fn text_is_escaped_in_html_only() {
        let message = Message { template: "<b>\u{e001}</b>: \u{e000}, \u{e002}", selections: &[] };
        let html = Html::trusted("<i>x</i>");
        let arguments = [Value::Text("a < b"), Value::Number(3), Value::Html(&html)];
        assert_eq!(message.html(&arguments).as_str(), "<b>3</b>: a &lt; b, <i>x</i>");
        let message = Message { template: "\u{e000}", selections: &[] };
        assert_eq!(message.text(&arguments), "a < b");
    }

    #[test]
    fn an_argument_selects_a_variant() {
        let number = Selection {
            argument: 0,
            variants: &[(Key::Number(1), "one layer")],
            default: "\u{e000} layers",
        };
        let text = Selection {
            argument: 1,
            variants: &[(Key::Text("value"), "the value")],
            default: "both",
        };
        let selections = Box::leak(Box::new([number, text]));
        let message = Message { template: "\u{e100}: \u{e101}.", selections };
        let say = |layers, show| message.text(&[Value::Number(layers), Value::Text(show)]);
        assert_eq!(say(1, "value"), "one layer: the value.");
        assert_eq!(say(12, "both"), "12 layers: both.");
    }
}
