//! The Rust code of the words, which have been checked.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::{
    Argument, FIRST_ARGUMENT, FIRST_SELECTION, Key, Kind, Languages, Message, PLURALS, Part,
    REFERENCE, Selection, Words, rust_name,
};

/// The source of `words.rs`.
pub fn source(languages: &Languages) -> String {
    let mut source = String::new();
    let reference = &languages[REFERENCE];
    for file in reference {
        write_module(&mut source, file);
    }
    source += "/// The words of the page in one language.\npub struct Words {\n";
    for file in reference {
        let module = rust_name(&file.id);
        writeln!(source, "pub {module}: {module}::Words,").unwrap();
    }
    let labels = labels(reference);
    writeln!(source, "labels: &'static [&'static str; {}],", labels.len()).unwrap();
    source += "notes: &'static [(&'static str, &'static [Html])],\n}\n";
    let keys: Vec<_> = labels.keys().map(|key| format!("{key:?}")).collect();
    writeln!(
        source,
        "/// The keys of the texts that are looked up, as `<file>/<id>`, sorted.\nstatic KEYS: [&str; {}] = [{}];",
        keys.len(),
        keys.join(", ")
    )
    .unwrap();
    for (language, files) in languages {
        write_language(&mut source, language, files, reference);
    }
    source
}

/// The texts that are looked up, by `<file>/<id>`.
fn labels(files: &[Words]) -> BTreeMap<String, String> {
    let all = files.iter().flat_map(|file| {
        let labels = file.messages.iter().filter(|message| message.is_label());
        labels.map(move |label| (format!("{}/{}", file.id, label.id), template(&label.parts, &[])))
    });
    all.collect()
}

/// The lines as a doc comment.
fn doc(lines: &[String]) -> String {
    lines.iter().map(|line| format!("/// {line}\n")).collect()
}

/// The module of a file: the struct with its words, and a struct with the arguments of each message that has some.
fn write_module(source: &mut String, file: &Words) {
    let messages = file.messages.iter().filter(|message| message.is_item());
    let (mut fields, mut methods, mut structs) = (String::new(), String::new(), String::new());
    for message in messages {
        let (about, arguments) =
            message.declarations().expect("the declarations have been checked");
        let (name, about) = (message.name(), doc(&about));
        if !message.has_arguments() {
            let kind = if message.is_html() { "Html" } else { "&'static str" };
            writeln!(fields, "{about}pub {name}: {kind},").unwrap();
            continue;
        }
        writeln!(fields, "pub(super) {name}: Message,").unwrap();
        write_call(&mut methods, message, &about, &arguments);
        write_arguments(&mut structs, message, &arguments);
    }
    let methods =
        if methods.is_empty() { methods } else { format!("impl Words {{\n{methods}}}\n") };
    writeln!(
        source,
        "{}pub mod {} {{\n#[allow(unused_imports, reason = \"not every file needs all\")]\n\
         use super::{{Html, Message, Value}};\n/// The words of the file.\npub struct Words {{\n{fields}}}\n{methods}{structs}}}",
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

/// The static with the words of a language.
fn write_language(source: &mut String, language: &str, files: &[Words], reference: &[Words]) {
    let name = language.to_uppercase().replace('-', "_");
    writeln!(
        source,
        "/// The words of the folder `{language}`.\npub static {name}: Words = Words {{"
    )
    .unwrap();
    for file in files {
        let module = rust_name(&file.id);
        let reference = reference.iter().find(|other| other.id == file.id).expect("checked");
        writeln!(source, "{module}: {module}::Words {{").unwrap();
        for message in file.messages.iter().filter(|message| message.is_item()) {
            let declared = reference.find(&message.id).expect("checked");
            let (_, arguments) = declared.declarations().expect("checked");
            writeln!(source, "{}: {},", message.name(), value(message, &arguments)).unwrap();
        }
        *source += "},\n";
    }
    let labels: Vec<_> = labels(files).values().map(|label| format!("{label:?}")).collect();
    writeln!(source, "labels: &[{}],\nnotes: &[", labels.join(", ")).unwrap();
    for file in reference {
        let notes = file.messages.iter().filter(|message| message.is_note());
        let own = files.iter().find(|other| other.id == file.id).expect("checked");
        let notes: Vec<_> =
            notes.map(|note| value(own.find(&note.id).expect("checked"), &[])).collect();
        if !notes.is_empty() {
            writeln!(source, "({:?}, &[{}]),", file.id, notes.join(", ")).unwrap();
        }
    }
    *source += "],\n};\n";
}

/// The source of a message's value.
fn value(message: &Message, arguments: &[Argument]) -> String {
    let template = template(&message.parts, arguments);
    match (arguments.is_empty(), message.is_html()) {
        (true, true) => format!("Html::trusted({template:?})"),
        (true, false) => format!("{template:?}"),
        (false, _) => {
            let selections = message.parts.iter().filter_map(|part| match part {
                Part::Selection(selection) => Some(selection_source(selection, arguments)),
                Part::Text(_) | Part::Argument(_) => None,
            });
            let selections: Vec<_> = selections.collect();
            format!(
                "Message {{ template: {template:?}, selections: &[{}] }}",
                selections.join(", ")
            )
        }
    }
}

fn index(name: &str, arguments: &[Argument]) -> usize {
    let found = arguments.iter().position(|argument| argument.name == name);
    found.expect("the arguments have been checked")
}

/// The text of the parts, with a character of the private use area for each argument and each selection.
fn template(parts: &[Part], arguments: &[Argument]) -> String {
    let mark = |first: u32, index: usize| {
        let index = u32::try_from(index).expect("a message has few parts");
        char::from_u32(first + index).expect("the private use area has only characters")
    };
    let mut template = String::new();
    let mut selections = 0;
    for part in parts {
        match part {
            Part::Text(text) => template += text,
            Part::Argument(name) => template.push(mark(FIRST_ARGUMENT, index(name, arguments))),
            Part::Selection(_) => {
                template.push(mark(FIRST_SELECTION, selections));
                selections += 1;
            }
        }
    }
    template
}

fn selection_source(selection: &Selection, arguments: &[Argument]) -> String {
    let argument = index(&selection.argument, arguments);
    let is_number = arguments[argument].kind == Kind::Number;
    let variants: Vec<_> = selection
        .variants
        .iter()
        .map(|(key, parts)| {
            let key = match key {
                Key::Number(number) => format!("Key::Number({number})"),
                Key::Name(name) => match PLURALS.iter().find(|(category, ..)| category == name) {
                    Some((_, number, _)) if is_number => format!("Key::Number({number})"),
                    _ => format!("Key::Text({name:?})"),
                },
            };
            format!("({key}, {:?})", template(parts, arguments))
        })
        .collect();
    format!(
        "Selection {{ argument: {}, variants: &[{}], default: {:?} }}",
        argument,
        variants.join(", "),
        template(&selection.default, arguments)
    )
}
