//! Reads a file of words.

use std::path::Path;

use super::{Argument, Key, Kind, Message, Part, Selection, Words, unfit};
use fluent_syntax::ast::{self, Entry, Expression, InlineExpression, PatternElement, VariantKey};
use fluent_syntax::parser;
use fluent_syntax::unicode::unescape_unicode_to_string;

/// The plural category of every number that has no other one.
const OTHER: &str = "other";

/// Reads a declaration such as `$layer (number): the layer`.
pub fn declaration(line: &str) -> Result<Argument, String> {
    let read = || {
        let (name, rest) = line.strip_prefix('$')?.split_once(" (")?;
        let (kind, about) = rest.split_once("): ")?;
        let kind = match kind {
            "number" => Kind::Number,
            "text" => Kind::Text,
            "html" => Kind::Html,
            _ if kind.contains(" | ") => {
                Kind::Choice(kind.split(" | ").map(str::to_owned).collect())
            }
            _ => return None,
        };
        Some(Argument { name: name.to_owned(), kind, about: about.to_owned() })
    };
    read().ok_or_else(|| {
        format!("`{line}` does not read `$name (type): meaning`, where the type is number, text, html or a | b")
    })
}

/// The line of a piece of a source, counted from 1.
fn line_of(source: &str, piece: &str) -> usize {
    let at = piece.as_ptr() as usize - source.as_ptr() as usize;
    source[..at].matches('\n').count() + 1
}

/// The words of a file. Faults of the file itself are added to the problems.
pub fn parse(id: &str, path: &Path, source: &str, problems: &mut Vec<String>) -> Words {
    let id = id.to_owned();
    let mut words = Words { id, path: path.to_owned(), comment: Vec::new(), messages: Vec::new() };
    let resource = parser::parse(source).unwrap_or_else(|(resource, errors)| {
        problems.extend(errors.into_iter().map(|error| {
            let line = source[..error.pos.start.min(source.len())].matches('\n').count() + 1;
            words.problem(line, &error.to_string())
        }));
        resource
    });
    for entry in resource.body {
        match entry {
            Entry::Message(message) => {
                let line = line_of(source, message.id.name);
                match read_message(&message, source) {
                    Ok(message) if words.messages.iter().any(|other| is_same(other, &message)) => {
                        let what = format!("`{}` stands here twice", message.id);
                        problems.push(words.problem(line, &what));
                    }
                    Ok(message) => words.messages.push(message),
                    Err(what) => problems.push(words.problem(line, &what)),
                }
            }
            Entry::Term(term) => {
                let line = line_of(source, term.id.name);
                problems.push(words.problem(line, "terms are not supported"));
            }
            Entry::ResourceComment(comment) => {
                words.comment.extend(comment.content.iter().map(|&line| line.to_owned()));
            }
            // The parser has reported junk as an error.
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::Junk { .. } => {}
        }
    }
    words
}

/// Whether two messages have one id, or one name in Rust code.
fn is_same(one: &Message, other: &Message) -> bool {
    one.id == other.id || (one.is_item() && other.is_item() && one.name() == other.name())
}

fn read_message(message: &ast::Message<&str>, source: &str) -> Result<Message, String> {
    let id = message.id.name;
    if let Some(attribute) = message.attributes.first() {
        return Err(format!(
            "`{id}` has an attribute, `.{}`; these are not supported",
            attribute.id.name
        ));
    }
    let pattern = message.value.as_ref().ok_or_else(|| format!("`{id}` has no text"))?;
    let lines = message.comment.iter().flat_map(|comment| &comment.content);
    Ok(Message {
        id: id.to_owned(),
        line: line_of(source, id),
        comment: lines.map(|&line| line.to_owned()).collect(),
        parts: read_parts(pattern, false).map_err(|what| format!("`{id}`: {what}"))?,
    })
}

/// The parts of a pattern. A line break in the file is a space. `is_variant` is true inside a selection.
fn read_parts(pattern: &ast::Pattern<&str>, is_variant: bool) -> Result<Vec<Part>, String> {
    let mut parts = Vec::new();
    let mut push = |part| match (parts.last_mut(), part) {
        (Some(Part::Text(before)), Part::Text(text)) => before.push_str(&text),
        (_, part) => parts.push(part),
    };
    for element in &pattern.elements {
        push(match element {
            PatternElement::TextElement { value } => Part::Text(value.replace('\n', " ")),
            PatternElement::Placeable { expression: Expression::Inline(inline) } => match inline {
                InlineExpression::StringLiteral { value } => {
                    Part::Text(unescape_unicode_to_string(value).into_owned())
                }
                InlineExpression::VariableReference { id } => Part::Argument(id.name.to_owned()),
                InlineExpression::FunctionReference { id, .. } => {
                    return Err(format!("there is no function `{}`", id.name));
                }
                _ => {
                    return Err(
                        "only arguments, selections and quoted text belong in braces".to_owned()
                    );
                }
            },
            PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                if is_variant {
                    return Err("a selection inside a selection is not supported".to_owned());
                }
                Part::Selection(read_selection(selector, variants)?)
            }
        });
    }
    let faults = parts.iter().filter_map(|part| match part {
        Part::Text(text) => unfit(text),
        Part::Argument(_) | Part::Selection(_) => None,
    });
    match faults.into_iter().next() {
        Some(what) => Err(what.to_owned()),
        None => Ok(parts),
    }
}

fn read_selection(
    selector: &InlineExpression<&str>,
    variants: &[ast::Variant<&str>],
) -> Result<Selection, String> {
    let InlineExpression::VariableReference { id } = selector else {
        return Err("only an argument selects a variant".to_owned());
    };
    let mut selection = Selection {
        argument: id.name.to_owned(),
        keys: Vec::new(),
        variants: Vec::new(),
        default: Vec::new(),
    };
    for variant in variants {
        let parts = read_parts(&variant.value, true)?;
        let key = match variant.key {
            VariantKey::Identifier { name } => Key::Name(name.to_owned()),
            VariantKey::NumberLiteral { value } => {
                let whole =
                    value.parse().map_err(|_| format!("the key {value} is no whole number"))?;
                Key::Number(whole)
            }
        };
        if !(variant.default && key == Key::Name(OTHER.to_owned())) {
            selection.keys.push(key.clone());
        }
        if variant.default {
            selection.default = parts;
        } else {
            selection.variants.push((key, parts));
        }
    }
    Ok(selection)
}
