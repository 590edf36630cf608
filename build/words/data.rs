//! The data of the words, which have been checked: a text for each language, which the page carries.
//!
//! Each line is a text. The first line names the language and the [`fingerprint`] of the code that reads the data. The
//! messages follow, in the order of the reference's files; then the texts that are looked up, sorted, each as its key,
//! a tab and the text; and then the line [`END`]. In a message with arguments, the characters of [`marks`] divide the
//! text: an argument is its mark, and a selection is `SELECTION`, the mark of its argument, and for each variant
//! `VARIANT`, the key, `KEY_END` and the text; then `VARIANT`, the default text and `SELECTION_END`.
//!
//! [`unfit`](super::unfit) keeps these characters out of the texts. The data can stand in an element
//! `<script type="text/plain">` as it is.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::{
    Argument, Key, Kind, Languages, Message, PLURALS, Part, REFERENCE, Selection, Titles, Words,
    marks,
};

/// The last line, which shows that nothing is missing.
pub const END: &str = "end";

/// The name of the data file of a language.
pub fn file(language: &str) -> String {
    format!("words-{language}.txt")
}

/// The data of a language.
pub fn write(languages: &Languages, titles: &Titles, language: &str) -> String {
    let (reference, files) = (&languages[REFERENCE], &languages[language]);
    let mut lines = vec![format!("{language} {}", fingerprint(languages, titles))];
    for file in reference {
        let own = files.iter().find(|own| own.id == file.id).expect("checked");
        for message in file.messages.iter().filter(|message| message.is_item()) {
            let (_, arguments) = message.declarations().expect("checked");
            let own = own.find(&message.id).expect("checked");
            lines.push(template(&own.parts, &arguments));
        }
    }
    let looked_up = looked_up(files, &titles[language]);
    lines.extend(looked_up.iter().map(|(key, text)| format!("{key}\t{text}")));
    lines.push(END.to_owned());
    lines.join("\n")
}

/// The number of lines between the first and the last one, which is the same in each language.
pub fn lines(languages: &Languages, titles: &Titles) -> usize {
    let reference = &languages[REFERENCE];
    let messages = reference.iter().flat_map(|file| &file.messages);
    let items = messages.filter(|message| message.is_item()).count();
    items + looked_up(reference, &titles[REFERENCE]).len()
}

/// A number that changes with the messages, their arguments and the keys, but not with the texts.
pub fn fingerprint(languages: &Languages, titles: &Titles) -> String {
    let reference = &languages[REFERENCE];
    let mut hasher = DefaultHasher::new();
    for file in reference {
        for message in file.messages.iter().filter(|message| message.is_item()) {
            (&file.id, &message.id).hash(&mut hasher);
            let (_, arguments) = message.declarations().expect("checked");
            arguments.iter().for_each(|argument| argument.name.hash(&mut hasher));
        }
    }
    looked_up(reference, &titles[REFERENCE]).keys().for_each(|key| key.hash(&mut hasher));
    format!("{:016x}", hasher.finish())
}

/// The texts that are looked up by a key: the labels, by `<file>/<id>`, and the titles.
fn looked_up(files: &[Words], titles: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    let labels = files.iter().flat_map(|file| {
        let labels = file.messages.iter().filter(|message| message.is_label());
        labels.map(move |label| (format!("{}/{}", file.id, label.id), plain(label)))
    });
    let titles = titles.iter().map(|(key, title)| (key.clone(), title.clone()));
    labels.chain(titles).collect()
}

/// The text of a message without arguments.
pub fn plain(message: &Message) -> String {
    template(&message.parts, &[])
}

/// The text of the parts with its marks.
fn template(parts: &[Part], arguments: &[Argument]) -> String {
    let mark = |name: &str| {
        let index = arguments.iter().position(|argument| argument.name == name).expect("checked");
        let index = u32::try_from(index).expect("a message has few arguments");
        char::from_u32(u32::from(marks::FIRST_ARGUMENT) + index).expect("a private character")
    };
    let mut text = String::new();
    for part in parts {
        match part {
            Part::Text(own) => text += own,
            Part::Argument(name) => text.push(mark(name)),
            Part::Selection(Selection { argument, variants, default, .. }) => {
                text.extend([marks::SELECTION, mark(argument)]);
                let selects = arguments.iter().find(|known| known.name == *argument);
                let is_number = selects.is_some_and(|argument| argument.kind == Kind::Number);
                for (key, parts) in variants {
                    text.push(marks::VARIANT);
                    text += &written(key, is_number);
                    text.push(marks::KEY_END);
                    text += &template(parts, arguments);
                }
                text.push(marks::VARIANT);
                text += &template(default, arguments);
                text.push(marks::SELECTION_END);
            }
        }
    }
    text
}

/// The key of a variant as the argument is written: a plural category is its only number.
fn written(key: &Key, is_number: bool) -> String {
    let category = |name: &String| {
        let found = PLURALS.iter().find(|(category, ..)| category == name);
        found.filter(|_| is_number).map(|(_, number, _)| number.to_string())
    };
    match key {
        Key::Number(number) => number.to_string(),
        Key::Name(name) => category(name).unwrap_or_else(|| name.clone()),
    }
}
