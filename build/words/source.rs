//! The Rust code that reads the data of the words, which have been checked.

use std::fmt::Write;

use super::data::{self, END, fingerprint, lines, plain};
use super::{Argument, Kind, Languages, Message, REFERENCE, Titles, Words, rust_name};

/// The source of `words.rs`.
pub fn words(languages: &Languages, titles: &Titles) -> String {
    let mut source = String::new();
    let reference = &languages[REFERENCE];
    let (mut fields, mut empty, mut reads) = (String::new(), String::new(), String::new());
    // A file may have only texts that are looked up.
    for file in reference.iter().filter(|file| file.messages.iter().any(Message::is_item)) {
        write_module(&mut source, file);
        let module = rust_name(&file.id);
        writeln!(fields, "pub {module}: {module}::Words,").unwrap();
        writeln!(empty, "{module}: {module}::EMPTY,").unwrap();
        writeln!(reads, "{module}::read(&mut self.{module}, lines);").unwrap();
    }
    writeln!(
        source,
        "/// The words of the page in one language.\npub struct Words {{\n{fields}\
         /// The texts that are looked up, each with its key, sorted.\n\
         looked_up: Vec<(&'static str, &'static str)>,\n}}\n\
         impl Words {{\nconst EMPTY: Words = Words {{\n{empty}looked_up: Vec::new(),\n}};\n\
         fn read(&mut self, lines: &mut Lines) {{\n{reads}self.looked_up = lines.looked_up();\n}}\n}}\n\
         /// The code that the data was written for.\nconst FINGERPRINT: &str = {:?};\n\
         /// The number of lines between the first and the last one.\nconst LINES: usize = {};\n\
         /// The last line.\nconst END: &str = {END:?};",
        fingerprint(languages, titles),
        lines(languages, titles),
    )
    .unwrap();
    let files = languages.keys().map(|language| {
        let file = data::file(language);
        format!("{language:?} => Some(include_str!(concat!(env!(\"OUT_DIR\"), \"/{file}\"))),\n")
    });
    writeln!(
        source,
        "/// The data of the language with this tag.\n\
         pub fn data(language: &str) -> Option<&'static str> {{\n\
         match language {{\n{}_ => None,\n}}\n}}",
        files.collect::<String>()
    )
    .unwrap();
    source
}

/// The source of a language's notes: the demo's id and the notes of each demo that has some.
pub fn notes(languages: &Languages, language: &str) -> String {
    let mut source = String::new();
    for file in &languages[REFERENCE] {
        let notes = file.messages.iter().filter(|message| message.is_note());
        let own = languages[language].iter().find(|own| own.id == file.id).expect("checked");
        let notes = notes.map(|note| plain(own.find(&note.id).expect("checked")));
        let notes: Vec<_> = notes.map(|note| format!("Html::trusted({note:?})")).collect();
        if !notes.is_empty() {
            writeln!(source, "({:?}, &[{}]),", file.id, notes.join(", ")).unwrap();
        }
    }
    source
}

/// The lines as a doc comment.
fn doc(lines: &[String]) -> String {
    lines.iter().map(|line| format!("/// {line}\n")).collect()
}

/// The module of a file: the struct with its words, and a struct with the arguments of each message that has some.
fn write_module(source: &mut String, file: &Words) {
    let messages = file.messages.iter().filter(|message| message.is_item());
    let (mut fields, mut methods, mut structs) = (String::new(), String::new(), String::new());
    let (mut empty, mut reads) = (String::new(), String::new());
    for message in messages {
        let (about, arguments) =
            message.declarations().expect("the declarations have been checked");
        let (name, about) = (message.name(), doc(&about));
        if !message.has_arguments() {
            let (kind, none, read) = if message.is_html() {
                ("Html", "Html::trusted(\"\")", "html")
            } else {
                ("&'static str", "\"\"", "text")
            };
            writeln!(fields, "{about}pub {name}: {kind},").unwrap();
            writeln!(empty, "{name}: {none},").unwrap();
            writeln!(reads, "lines.{read}(&mut words.{name});").unwrap();
            continue;
        }
        writeln!(fields, "{name}: Message,").unwrap();
        writeln!(empty, "{name}: Message(\"\"),").unwrap();
        writeln!(reads, "lines.text(&mut words.{name}.0);").unwrap();
        write_call(&mut methods, message, &about, &arguments);
        write_arguments(&mut structs, message, &arguments);
    }
    let methods =
        if methods.is_empty() { methods } else { format!("impl Words {{\n{methods}}}\n") };
    writeln!(
        source,
        "{}pub mod {} {{\n#[allow(unused_imports, reason = \"not every file needs all\")]\n\
         use super::{{Html, Lines, Message, Value}};\n/// The words of the file.\npub struct Words {{\n{fields}}}\n\
         {methods}\npub(super) const EMPTY: Words = Words {{\n{empty}}};\n\
         pub(super) fn read(words: &mut Words, lines: &mut Lines) {{\n{reads}}}\n{structs}}}",
        doc(&file.comment),
        rust_name(&file.id),
    )
    .unwrap();
}

/// The method that puts arguments into a message.
fn write_call(methods: &mut String, message: &Message, about: &str, arguments: &[Argument]) {
    let values: Vec<_> = arguments
        .iter()
        .map(|Argument { name, kind, .. }| {
            let kind = match kind {
                Kind::Number => "Number",
                Kind::Text | Kind::Choice(_) => "Text",
                Kind::Html => "Html",
            };
            format!("Value::{kind}(with.{})", rust_name(name))
        })
        .collect();
    let (name, arguments) = (message.name(), message.struct_name());
    let (kind, method) = if message.is_html() { ("Html", "html") } else { ("String", "text") };
    writeln!(
        methods,
        "{about}pub fn {name}(&self, with: {arguments}) -> {kind} {{ self.{name}.{method}(&[{}]) }}",
        values.join(", ")
    )
    .unwrap();
}

/// The struct with the arguments of a message.
fn write_arguments(structs: &mut String, message: &Message, arguments: &[Argument]) {
    let borrows = arguments.iter().any(|argument| argument.kind != Kind::Number);
    writeln!(
        structs,
        "/// The arguments of [`Words::{}`].\n#[derive(Clone, Copy)]\npub struct {}{} {{",
        message.name(),
        message.struct_name(),
        if borrows { "<'a>" } else { "" }
    )
    .unwrap();
    for Argument { name, kind, about } in arguments {
        let kind = match kind {
            Kind::Number => "usize",
            Kind::Text | Kind::Choice(_) => "&'a str",
            Kind::Html => "&'a Html",
        };
        writeln!(structs, "/// {about}\npub {}: {kind},", rust_name(name)).unwrap();
    }
    *structs += "}\n";
}
