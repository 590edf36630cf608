//! Generates Rust code from the words of the page: the Fluent files `src/text/<language>/words/<file>.ftl`. A demo's
//! words stand in the file with its id, all others in the file of their subject. The result is `$OUT_DIR/words.rs`,
//! which `src/text/words.rs` includes.
//!
//! The file of the language [`REFERENCE`] documents a message in the comment above it, and declares the arguments
//! there, one on a line: `# $layer (number): the layer`. A message that ends in `-html` is HTML, every other one is
//! text. Messages with a prefix of [`LABELS`] are looked up by their key while the page runs.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Write};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{self, Entry, Expression, InlineExpression, PatternElement, VariantKey};
use fluent_syntax::parser;
use fluent_syntax::unicode::unescape_unicode_to_string;

/// The language whose files document the messages and declare their arguments. All languages have the same messages.
pub const REFERENCE: &str = "en";

/// The prefixes of messages that are looked up by key, such as `control-depth`. They are texts without arguments.
pub const LABELS: [&str; 9] = [
    "control-",
    "demo-",
    "format-",
    "hint-",
    "interval-",
    "lesson-",
    "option-",
    "picture-",
    "preset-",
];

/// The prefix of the notes on a demo. They are HTML without arguments, in the order of the reference's file.
pub const NOTES: &str = "misconception-";

/// The ending of the ids of messages that are HTML.
const HTML: &str = "-html";

/// The plural category of every number that has no other one.
const OTHER: &str = "other";

/// The elements that HTML may contain, without attributes.
const ELEMENTS: [&str; 7] = ["code", "em", "i", "span", "strong", "sub", "sup"];

/// The plural categories that a number may select, by language, each with its only number. A category of several
/// numbers, as other languages have, would need a rule in `src/text/message.rs`.
const PLURALS: [(&str, &str, usize); 1] = [("en", "one", 1)];

/// The character in a template for the first argument. The next arguments have the next characters. `Message` in
/// `src/text/message.rs` has the same numbers.
const FIRST_ARGUMENT: u32 = 0xe000;
/// The character in a template for the first selection.
const FIRST_SELECTION: u32 = 0xe100;

/// The type of an argument.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Kind {
    /// A count, which may select a variant.
    Number,
    Text,
    Html,
    /// One of these ids. It selects a variant and is not inserted.
    Choice(Vec<String>),
}

/// The declaration of an argument.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Argument {
    name: String,
    kind: Kind,
    /// What it means.
    about: String,
}

/// A part of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Text(String),
    Argument(String),
    Selection(Selection),
}

/// Variants of a part, of which an argument selects one.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Selection {
    argument: String,
    /// The keys of all variants. The key `other` of a number's default is not among them.
    keys: Vec<Key>,
    /// All variants but the default one.
    variants: Vec<(Key, Vec<Part>)>,
    default: Vec<Part>,
}

/// The key of a variant.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Key {
    Number(usize),
    Name(String),
}

impl fmt::Display for Key {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Key::Number(number) => number.fmt(to),
            Key::Name(name) => name.fmt(to),
        }
    }
}

/// A message of one language.
#[derive(Debug, Clone)]
pub struct Message {
    pub id: String,
    /// The line of its file.
    line: usize,
    /// The lines of the comment above it.
    comment: Vec<String>,
    parts: Vec<Part>,
}

/// A file of words of one language.
#[derive(Debug)]
pub struct Words {
    /// The name without the extension: the id of a demo, or a subject.
    pub id: String,
    path: PathBuf,
    /// The comment on the whole file.
    comment: Vec<String>,
    pub messages: Vec<Message>,
}

impl Message {
    /// Whether it is HTML. The key of a label may end like the id of HTML.
    fn is_html(&self) -> bool {
        self.id.ends_with(HTML) && !self.is_label()
    }

    /// Whether it is looked up by key.
    pub fn is_label(&self) -> bool {
        LABELS.iter().any(|prefix| self.id.starts_with(prefix))
    }

    /// Whether it is a note on a demo.
    pub fn is_note(&self) -> bool {
        self.id.starts_with(NOTES)
    }

    /// The name in Rust code: `is-black` and `is-black-html` are `is_black`.
    pub fn name(&self) -> String {
        self.id.strip_suffix(HTML).unwrap_or(&self.id).replace('-', "_")
    }

    /// The name of the struct with the arguments: `is-black` is `IsBlack`.
    pub fn struct_name(&self) -> String {
        let name = self.name();
        let words = name.split('_').map(|word| {
            let mut letters = word.chars();
            letters
                .next()
                .into_iter()
                .flat_map(char::to_uppercase)
                .chain(letters)
                .collect::<String>()
        });
        words.collect()
    }

    /// Its text, with an object replacement character for each argument. The variants of a selection follow each other.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for part in &self.parts {
            match part {
                Part::Text(own) => text += own,
                Part::Argument(_) => text.push('\u{fffc}'),
                Part::Selection(Selection { variants, default, .. }) => {
                    let variants = variants.iter().map(|(_, parts)| parts).chain([default]);
                    for part in variants.flatten() {
                        if let Part::Text(own) = part {
                            text += own;
                        }
                    }
                }
            }
        }
        text
    }

    /// Whether it has arguments.
    pub fn has_arguments(&self) -> bool {
        self.parts.iter().any(|part| !matches!(part, Part::Text(_)))
    }

    /// The comment without the declarations of the arguments, and these declarations.
    fn declarations(&self) -> Result<(Vec<String>, Vec<Argument>), String> {
        let (declared, about): (Vec<_>, Vec<_>) =
            self.comment.iter().cloned().partition(|line| line.starts_with('$'));
        let arguments = declared.iter().map(|line| declaration(line));
        Ok((about, arguments.collect::<Result<_, _>>()?))
    }
}

impl Words {
    /// A message about a line of the file.
    fn problem(&self, line: usize, what: &str) -> String {
        format!("{}:{line}: {what}", self.path.display())
    }

    fn find(&self, id: &str) -> Option<&Message> {
        self.messages.iter().find(|message| message.id == id)
    }
}

/// Reads a declaration such as `$layer (number): the layer`.
fn declaration(line: &str) -> Result<Argument, String> {
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
pub fn parse(path: &Path, source: &str, problems: &mut Vec<String>) -> Words {
    let id = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
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
                    Ok(message) if words.find(&message.id).is_some() => {
                        problems.push(
                            words.problem(line, &format!("`{}` stands here twice", message.id)),
                        );
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
    let marks = FIRST_ARGUMENT..=FIRST_SELECTION + 0xff;
    if parts.iter().any(|part| matches!(part, Part::Text(text) if text.contains(|letter| marks.contains(&u32::from(letter))))) {
        return Err("it contains a character of the private use area".to_owned());
    }
    Ok(parts)
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
            !PLURALS.iter().any(|(known, category, _)| *known == language && category == key)
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

/// The files of words of a language, sorted.
fn read_files(text: &Path, language: &str, problems: &mut Vec<String>) -> Vec<Words> {
    let directory = text.join(language).join("words");
    let entries = fs::read_dir(&directory).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "ftl"));
    paths.sort();
    let mut files = Vec::new();
    for path in paths {
        match fs::read_to_string(&path) {
            Ok(source) => files.push(parse(&path, &source, problems)),
            Err(error) => problems.push(format!("{}: {error}", path.display())),
        }
    }
    files
}

/// The words of all languages: the files of each, by language.
pub type Languages = BTreeMap<String, Vec<Words>>;

/// Reads the words below the folder `text`. Faults of the files are added to the problems.
pub fn read(text: &Path, languages: &[String], problems: &mut Vec<String>) -> Languages {
    let files =
        languages.iter().map(|language| (language.clone(), read_files(text, language, problems)));
    files.collect()
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

/// The source of `words.rs`, or all problems with their places.
pub fn generate(text: &Path, languages: &[String]) -> Result<String, Vec<String>> {
    let mut problems = Vec::new();
    let all = read(text, languages, &mut problems);
    problems.extend(check(&all));
    if problems.is_empty() { Ok(source(&all)) } else { Err(problems) }
}

fn source(languages: &Languages) -> String {
    let mut source = String::new();
    let reference = &languages[REFERENCE];
    for file in reference {
        write_module(&mut source, file);
    }
    source += "/// The words of the page in one language.\npub struct Words {\n";
    for file in reference {
        let module = module_name(&file.id);
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

fn module_name(file: &str) -> String {
    file.replace('-', "_")
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
fn doc(lines: &[String], sign: &str) -> String {
    lines.iter().map(|line| format!("{sign} {line}\n")).collect()
}

/// The module of a file: the struct with its words, and a struct with the arguments of each message that has some.
fn write_module(source: &mut String, file: &Words) {
    let messages: Vec<_> =
        file.messages.iter().filter(|message| !message.is_label() && !message.is_note()).collect();
    let (mut fields, mut methods, mut structs) = (String::new(), String::new(), String::new());
    for message in messages {
        let (about, arguments) =
            message.declarations().expect("the declarations have been checked");
        let (name, about) = (message.name(), doc(&about, "///"));
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
        doc(&file.comment, "///"),
        module_name(&file.id),
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
            format!("Value::{kind}(with.{name})")
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
        writeln!(structs, "/// {about}\npub {name}: {kind},").unwrap();
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
        let module = module_name(&file.id);
        let reference = reference.iter().find(|other| other.id == file.id).expect("checked");
        writeln!(source, "{module}: {module}::Words {{").unwrap();
        for message in
            file.messages.iter().filter(|message| !message.is_label() && !message.is_note())
        {
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
                Key::Name(name) => match PLURALS.iter().find(|(_, category, _)| category == name) {
                    Some((_, _, number)) if is_number => format!("Key::Number({number})"),
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
