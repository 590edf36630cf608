//! Checks the words: each message is in every language, with the declared arguments and with sound HTML.

use std::collections::BTreeSet;

use super::{
    Argument, HTML, Key, Kind, Languages, Message, PLURALS, Part, REFERENCE, Selection, Words,
};

/// The elements that HTML may contain, without attributes.
const ELEMENTS: [&str; 7] = ["code", "em", "i", "span", "strong", "sub", "sup"];

/// What may not stand in the data of the words, if a text contains it: the characters that divide the data, and what
/// changes how a browser reads the element that the data stands in.
pub fn unfit(text: &str) -> Option<&'static str> {
    let is_private = |letter| matches!(letter, '\u{e000}'..='\u{f8ff}');
    let lower = text.to_ascii_lowercase();
    if text.contains(char::is_control) {
        Some("it contains a control character, such as a line break")
    } else if text.contains(is_private) {
        Some("it contains a character of the private use area")
    } else if ["<script", "</script", "<!--"].iter().any(|markup| lower.contains(markup)) {
        Some("it contains `<script`, `</script` or `<!--`")
    } else {
        None
    }
}

/// The first fault of HTML. Arguments and selections stand in it as object replacement characters.
fn html_fault(html: &str) -> Option<String> {
    let mut open = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find(['<', '&']) {
        let after = &rest[at + 1..];
        if rest[at..].starts_with('&') {
            let entity = after.split(';').next().unwrap_or_default();
            if !["lt", "gt", "amp", "quot"].contains(&entity) {
                return Some("`&` begins no entity; write `&amp;`".to_owned());
            }
            rest = after;
            continue;
        }
        // A browser reads `<` before a space as text.
        if after.starts_with(' ') {
            rest = after;
            continue;
        }
        let Some((tag, after)) = after.split_once('>') else {
            return Some("a tag without its end".to_owned());
        };
        let tag = tag.strip_suffix(r#" translate="no""#).unwrap_or(tag);
        match tag.strip_prefix('/') {
            Some(name) if open.last() == Some(&name) => _ = open.pop(),
            Some(_) => return Some(format!("`<{tag}>` closes nothing")),
            None if ELEMENTS.contains(&tag) => open.push(tag),
            None => return Some(format!("`<{tag}>` is not one of <{}>", ELEMENTS.join(">, <"))),
        }
        rest = after;
    }
    open.first().map(|tag| format!("`<{tag}>` is not closed"))
}

/// Checks the parts of a message against the declared arguments. The names of the arguments that occur are added to
/// `used`.
fn check_parts(
    language: &str,
    parts: &[Part],
    is_html: bool,
    arguments: &[Argument],
    used: &mut BTreeSet<String>,
    faults: &mut Vec<String>,
) {
    let mut text = String::new();
    for part in parts {
        let (Part::Argument(name) | Part::Selection(Selection { argument: name, .. })) = part
        else {
            let Part::Text(part) = part else { continue };
            text += part;
            continue;
        };
        text.push('\u{fffc}');
        used.insert(name.clone());
        let Some(argument) = arguments.iter().find(|argument| argument.name == *name) else {
            faults.push(format!("`${name}` is no argument of this message"));
            continue;
        };
        match (part, &argument.kind) {
            (Part::Argument(_), Kind::Html) if !is_html => {
                faults.push(format!("`${name}` is HTML, and this message is text"));
            }
            (Part::Argument(_), Kind::Choice(_)) => {
                faults
                    .push(format!("`${name}` is an id, which selects a variant and is not shown"));
            }
            (Part::Selection(selection), kind) => {
                faults.extend(key_faults(language, selection, kind));
                for (_, parts) in &selection.variants {
                    check_parts(language, parts, is_html, arguments, used, faults);
                }
                check_parts(language, &selection.default, is_html, arguments, used, faults);
            }
            _ => {}
        }
    }
    if is_html {
        faults.extend(html_fault(&text));
    } else if let Some(element) =
        ELEMENTS.iter().find(|element| text.contains(&format!("<{element}>")))
    {
        faults.push(format!(
            "`<{element}>` in a text; the id of a message with HTML ends in `{HTML}`"
        ));
    }
}

/// The faults of a selection's keys.
fn key_faults(language: &str, selection: &Selection, kind: &Kind) -> Vec<String> {
    let name = &selection.argument;
    let is_fault = |key: &&Key| match (kind, key) {
        (Kind::Number, Key::Number(_)) => false,
        (Kind::Number, Key::Name(key)) => {
            let has_category = |languages: &[&str]| languages.contains(&language);
            !PLURALS
                .iter()
                .any(|(category, _, languages)| category == key && has_category(languages))
        }
        (Kind::Choice(ids), Key::Name(key)) => !ids.contains(key),
        (Kind::Choice(_), Key::Number(_)) | (Kind::Text | Kind::Html, _) => true,
    };
    let keys = selection.keys.iter().filter(is_fault);
    let mut faults: Vec<_> = keys.map(|key| format!("`${name}` is never `{key}`")).collect();
    if matches!(kind, Kind::Text | Kind::Html) {
        faults = vec![format!("`${name}` is shown and selects nothing")];
    }
    faults
}

/// All faults of the words: each message is in every language, with the declared arguments.
pub fn check(languages: &Languages) -> Vec<String> {
    let mut problems = Vec::new();
    let reference = &languages[REFERENCE];
    for (language, files) in languages {
        let missing = |id: &str| !files.iter().any(|file| file.id == id);
        for file in reference.iter().filter(|file| missing(&file.id)) {
            problems.push(file.problem(1, &format!("the language `{language}` has no such file")));
        }
        for file in files {
            match reference.iter().find(|reference| reference.id == file.id) {
                Some(reference) => check_file(language, file, reference, &mut problems),
                None => problems.push(file.problem(1, &format!("`{REFERENCE}` has no such file"))),
            }
        }
    }
    problems
}

/// Checks a file against that of the reference, which declares the arguments.
fn check_file(language: &str, file: &Words, reference: &Words, problems: &mut Vec<String>) {
    for message in &reference.messages {
        if file.find(&message.id).is_none() {
            let what = format!("`{}` is missing in the language `{language}`", message.id);
            problems.push(reference.problem(message.line, &what));
        }
    }
    for message in &file.messages {
        let mut faults = Vec::new();
        if message.text().trim().is_empty() {
            faults.push("it is empty".to_owned());
        }
        match reference.find(&message.id).map(Message::declarations) {
            None => faults.push(format!("`{}` is no message of `{REFERENCE}`", message.id)),
            // The reference's own check has reported it.
            Some(Err(what)) if language == REFERENCE => faults.push(what),
            Some(Err(_)) => {}
            Some(Ok((_, arguments))) => {
                let mut used = BTreeSet::new();
                let parts = &message.parts;
                check_parts(language, parts, message.is_html(), &arguments, &mut used, &mut faults);
                let unused = arguments.iter().filter(|argument| !used.contains(&argument.name));
                faults
                    .extend(unused.map(|argument| format!("`${}` does not occur", argument.name)));
                if message.is_note() && !message.is_html() {
                    faults.push(format!("the id of a note ends in `{HTML}`"));
                }
                if (message.is_label() || message.is_note()) && !arguments.is_empty() {
                    faults.push("a text that is looked up by key has no arguments".to_owned());
                }
            }
        }
        problems.extend(
            faults
                .iter()
                .map(|what| file.problem(message.line, &format!("{}: {what}", message.id))),
        );
    }
}
