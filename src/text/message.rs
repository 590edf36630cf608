//! Texts with arguments.

use crate::markup::Html;

/// The character for the first argument. The next arguments have the next characters. `build/words/mod.rs` has the same
/// characters as this file, and `build/words/data.rs` says how they stand in a message.
const FIRST_ARGUMENT: char = '\u{e000}';
/// Begins a selection.
const SELECTION: char = '\u{e100}';
/// Begins a variant of a selection.
const VARIANT: char = '\u{e101}';
/// Ends the key of a variant.
const KEY_END: char = '\u{e102}';
/// Ends a selection.
const SELECTION_END: char = '\u{e103}';

/// A text or HTML with arguments, as it stands in the data of the words. Any text is a message: a mark that means
/// nothing is left out.
pub(super) struct Message(pub &'static str);

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
        write(self.0, arguments, &mut |piece| match piece {
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
        write(self.0, arguments, &mut |piece| match piece {
            Piece::Own(own) => html.push(&Html::trusted(own)),
            Piece::Argument(Value::Number(number)) => html.push(&Html::text(&number.to_string())),
            Piece::Argument(Value::Text(argument)) => html.push(&Html::text(argument)),
            Piece::Argument(Value::Html(argument)) => html.push(argument),
        });
        html
    }
}

/// Hands out the pieces of a text with marks in their order.
fn write(text: &'static str, arguments: &[Value], to: &mut dyn FnMut(Piece)) {
    let mut rest = text;
    while let Some(at) = rest.find(|letter| (FIRST_ARGUMENT..=SELECTION_END).contains(&letter)) {
        let (own, marked) = rest.split_at(at);
        to(Piece::Own(own));
        let mut marked = marked.chars();
        let mark = marked.next().unwrap_or(FIRST_ARGUMENT);
        rest = marked.as_str();
        if mark == SELECTION {
            let (selection, after) = rest.split_once(SELECTION_END).unwrap_or((rest, ""));
            write(select(selection, arguments), arguments, to);
            rest = after;
        } else if let Some(argument) = argument(mark, arguments) {
            to(Piece::Argument(argument));
        }
    }
    to(Piece::Own(rest));
}

/// The argument that a character stands for.
fn argument<'a>(mark: char, arguments: &[Value<'a>]) -> Option<Value<'a>> {
    let index = u32::from(mark).checked_sub(u32::from(FIRST_ARGUMENT))?;
    arguments.get(index as usize).copied()
}

/// The text of the variant that the argument of a selection selects.
fn select(selection: &'static str, arguments: &[Value]) -> &'static str {
    let mut parts = selection.split(VARIANT);
    let mark = parts.next().and_then(|part| part.chars().next());
    let chosen = match mark.and_then(|mark| argument(mark, arguments)) {
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::Text(text)) => text.to_owned(),
        Some(Value::Html(_)) | None => String::new(),
    };
    let mut default = "";
    for part in parts {
        match part.split_once(KEY_END) {
            Some((key, variant)) if key == chosen => return variant,
            Some(_) => {}
            None => default = part,
        }
    }
    default
}

#[cfg(test)]
mod tests {
    use super::{Message, Value};
    use crate::markup::Html;
    use proptest::prelude::{prop_assert, proptest};

    proptest! {
        #[test]
        fn any_text_is_a_message(text in "[a1\u{e000}-\u{e002}\u{e100}-\u{e103}]{0,12}") {
            let message = Message(text.leak());
            let read = message.text(&[Value::Number(1), Value::Text("a")]);
            prop_assert!(read.bytes().all(|letter| b"a1".contains(&letter)), "{:?}: {:?}", message.0, read);
        }
    }

    #[test]
    fn text_is_escaped_in_html_only() {
        let message = Message("<b>\u{e001}</b>: \u{e000}, \u{e002}");
        let html = Html::trusted("<i>x</i>");
        let arguments = [Value::Text("a < b"), Value::Number(3), Value::Html(&html)];
        assert_eq!(message.html(&arguments).as_str(), "<b>3</b>: a &lt; b, <i>x</i>");
        let message = Message("\u{e000}");
        assert_eq!(message.text(&arguments), "a < b");
    }

    #[test]
    fn an_argument_selects_a_variant() {
        let layers = "\u{e100}\u{e000}\u{e101}1\u{e102}one layer\u{e101}\u{e000} layers\u{e103}";
        let show = "\u{e100}\u{e001}\u{e101}value\u{e102}the value\u{e101}both\u{e103}";
        let message = Message(format!("{layers}: {show}.").leak());
        let say = |layers, show| message.text(&[Value::Number(layers), Value::Text(show)]);
        assert_eq!(say(1, "value"), "one layer: the value.");
        assert_eq!(say(12, "both"), "12 layers: both.");
    }

    #[test]
    fn marks_that_mean_nothing_are_left_out() {
        for (text, read) in [
            ("\u{e007}x\u{e103}", "x"),
            ("x\u{e100}", "x"),
            ("\u{e100}\u{e007}\u{e101}1\u{e102}one", ""),
            ("\u{e100}\u{e101}x\u{e103}y\u{e102}", "xy"),
        ] {
            assert_eq!(Message(text).text(&[Value::Number(1)]), read, "{text:?}");
        }
    }
}
