//! Converts the words of the page, which are Fluent files: `src/demos/<id>/<language>.ftl` for a demo,
//! `src/text/<language>/words/<subject>.ftl` for all others. The results are a data file for each language,
//! `$OUT_DIR/words-<language>.txt`, and the Rust code that reads it, `$OUT_DIR/words.rs`, which `src/text/words.rs`
//! includes.
//!
//! The file of the language [`REFERENCE`] documents a message in the comment above it, and declares the arguments
//! there, one on a line: `# $layer (number): the layer`. A message that ends in `-html` is HTML, every other one is
//! text. Messages with a prefix of [`LABELS`] are looked up by their key while the page runs.

mod check;
pub mod data;
mod parse;
pub mod source;

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

pub use check::{check, unfit};
pub use parse::parse;

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

/// The plural categories that a number may select, each with its only number and its languages. A category of several
/// numbers, as some languages have, would need a rule in `src/text/message.rs`.
const PLURALS: [(&str, usize, &[&str]); 1] = [("one", 1, &["en"])];

/// The characters that divide a message with arguments, see [`data`]. `src/text/message.rs` has the same ones. They are
/// of the private use area, so that no text contains them.
mod marks {
    /// Stands for the first argument. The next arguments have the next characters.
    pub const FIRST_ARGUMENT: char = '\u{e000}';
    /// Begins a selection. The argument that selects follows.
    pub const SELECTION: char = '\u{e100}';
    /// Begins a variant. The last one is the default.
    pub const VARIANT: char = '\u{e101}';
    /// Ends the key of a variant. The default has no key.
    pub const KEY_END: char = '\u{e102}';
    /// Ends a selection.
    pub const SELECTION_END: char = '\u{e103}';
}

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
    /// The id of a demo, or a subject.
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

    /// Whether it is a field or a method in Rust code.
    fn is_item(&self) -> bool {
        !self.is_label() && !self.is_note()
    }

    /// The name in Rust code: `is-black` and `is-black-html` are `is_black`.
    pub fn name(&self) -> String {
        rust_name(self.id.strip_suffix(HTML).unwrap_or(&self.id))
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
        let arguments = declared.iter().map(|line| parse::declaration(line));
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

/// The name in Rust code of a file, a message or an argument.
fn rust_name(id: &str) -> String {
    id.replace('-', "_")
}

/// The paths of the entries of a folder; empty if the folder does not exist.
fn entries(directory: &Path) -> impl Iterator<Item = PathBuf> + use<> {
    let entries = fs::read_dir(directory).into_iter().flatten().flatten();
    entries.map(|entry| entry.path())
}

/// The name of a file or a folder without its extension.
fn name_of(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// The files of words of a language in `source`, the folder of the app's sources: the id and the path of each, sorted.
fn find_files(source: &Path, language: &str) -> Vec<(String, PathBuf)> {
    let is_words = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "ftl");
    let subjects = entries(&source.join("text").join(language).join("words")).filter(is_words);
    let subjects = subjects.map(|path| (name_of(&path), path));
    let demos = entries(&source.join("demos")).map(|folder| {
        let path = folder.join(format!("{language}.ftl"));
        (name_of(&folder), path)
    });
    let mut files: Vec<_> = subjects.chain(demos.filter(|(_, path)| path.is_file())).collect();
    files.sort();
    files
}

/// The words of a language.
fn read_files(source: &Path, language: &str, problems: &mut Vec<String>) -> Vec<Words> {
    let mut files = Vec::new();
    for (id, path) in find_files(source, language) {
        match fs::read_to_string(&path) {
            Ok(source) => files.push(parse(&id, &path, &source, problems)),
            Err(error) => problems.push(format!("{}: {error}", path.display())),
        }
    }
    files
}

/// The words of all languages: the files of each, by language.
pub type Languages = BTreeMap<String, Vec<Words>>;

/// Reads the words in `source`, the folder of the app's sources. Faults of the files are added to the problems.
pub fn read(source: &Path, languages: &[String], problems: &mut Vec<String>) -> Languages {
    let files =
        languages.iter().map(|language| (language.clone(), read_files(source, language, problems)));
    files.collect()
}

/// The names of the functions and the titles of the passages of each language, by `cards/<id>` and `lesson/<id>`.
pub type Titles = BTreeMap<String, BTreeMap<String, String>>;
