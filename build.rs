//! Converts the text of the page. The words (`src/demos/<id>/<language>.ftl` and
//! `src/text/<language>/words/<subject>.ftl`) become data and the Rust code that reads it, see `build/words/`. The
//! prose becomes HTML with native MathML: each language's cards (`src/text/<language>/cards/<id>.md`) and lesson
//! (`src/text/<language>/lesson/<id>.md`), and the formulas of the activations. With the notes on the demos, which
//! are words, it is `$OUT_DIR/content.rs`, which `src/text/content.rs` includes. Text that cannot be converted fails
//! the build with its file and line.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use activations::Activation;
use math_core::{LatexToMathML, MathCoreConfig, MathDisplay};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

#[path = "build/words/mod.rs"]
mod words;

/// The sources of the app, and the folder of its text.
const SOURCES: &str = "src";
const TEXT: &str = "src/text";

/// The headings of a card's sections, in this order. The headings that readers see are part of the interface's
/// words.
const SECTIONS: [&str; 3] = ["advantages", "drawbacks", "notes"];

/// Inline styles that math-core writes, which the content security policy forbids, and the classes that
/// replace them.
const CLASSES: [(&str, &str); 2] = [
    (
        r#"style="text-align: left;justify-items: start;padding-right: 0;""#,
        r#"class="cases-value""#,
    ),
    (
        r#"style="text-align: left;justify-items: start;padding-right: 0;padding-left:1em;""#,
        r#"class="cases-condition""#,
    ),
];

/// A prime at the end of a superscript, as math-core writes it.
const SUPERSCRIPT_PRIME: &str = "<mo>′</mo></msup>";

/// A character that prevents a line break.
const WORD_JOINER: char = '\u{2060}';

fn main() {
    if std::env::var_os("CARGO_FEATURE_SPLIT").is_some() {
        // The pieces are cut along these relocations.
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
    println!("cargo::rerun-if-changed={TEXT}");
    println!("cargo::rerun-if-changed={SOURCES}/demos");
    let mut problems = Vec::new();
    let languages = languages();
    let words = words::read(Path::new(SOURCES), &languages, &mut problems);
    problems.extend(words::check(&words));
    let content = generate(&languages, &words, &mut problems);
    if problems.is_empty() {
        write("content.rs", &content.source);
        write("words.rs", &words::source::words(&words, &content.titles));
        for language in &languages {
            write(
                &words::data::file(language),
                &words::data::write(&words, &content.titles, language),
            );
        }
    }
    for problem in problems {
        println!("cargo::error={problem}");
    }
}

/// Writes a generated file.
fn write(name: &str, text: &str) {
    let directory = std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    fs::write(Path::new(&directory).join(name), text).expect("OUT_DIR is writable");
}

/// The long text of the page.
struct Content {
    /// The source of `content.rs`.
    source: String,
    /// The names of the functions and the titles of the passages, which the app needs without the long text.
    titles: words::Titles,
}

/// An entry of a language: a card or a passage.
struct Entry {
    /// `cards/<id>` or `lesson/<id>`.
    key: String,
    title: String,
    /// The source of its value.
    source: String,
}

/// Converts the long text. Faults of the files are added to the problems.
fn generate(languages: &[String], words: &words::Languages, problems: &mut Vec<String>) -> Content {
    let latex = LatexToMathML::new(MathCoreConfig::default()).expect("there are no macros");
    let mut source = String::new();
    let mut titles = BTreeMap::new();

    let formulas = activations::all().map(|activation| formula(activation, &latex));
    let formulas = sorted_out(formulas, problems);
    let count = formulas.len();
    let list = formulas.concat();
    writeln!(source, "static FORMULAS: [(&str, Formula); {count}] = [{list}];").unwrap();

    let mut all = String::new();
    for language in languages {
        let directory = Path::new(TEXT).join(language).join("cards");
        problems.extend(strays(&directory));
        let cards = activations::all().map(|activation| card(&directory, activation.id, &latex));
        let cards = sorted_out(cards, problems);
        let directory = Path::new(TEXT).join(language).join("lesson");
        let passages = names(&directory).into_iter().map(|name| passage(&directory, &name, &latex));
        let lesson = sorted_out(passages, problems);
        // Notes can be written when the words have no fault.
        let notes =
            if problems.is_empty() { words::source::notes(words, language) } else { String::new() };
        let name = language.to_uppercase().replace('-', "_");
        writeln!(source, "/// The long text of the folder `{language}`.").unwrap();
        writeln!(
            source,
            "pub static {name}: Content = Content {{ cards: &[{}], lesson: &[{}], notes: &[{notes}] }};",
            sources(&cards),
            sources(&lesson),
        )
        .unwrap();
        write!(all, "({language:?}, &{name}), ").unwrap();
        let entries = cards.into_iter().chain(lesson);
        titles.insert(language.clone(), entries.map(|entry| (entry.key, entry.title)).collect());
    }
    let count = languages.len();
    writeln!(
        source,
        "/// The long text of each language, by its tag.\nstatic ALL: [(&str, &Content); {count}] = [{all}];"
    )
    .unwrap();
    Content { source, titles }
}

/// The sources of the entries, one after the other.
fn sources(entries: &[Entry]) -> String {
    entries.iter().map(|entry| entry.source.as_str()).collect()
}

/// The successful results. The others are added to the problems.
fn sorted_out<T>(
    results: impl IntoIterator<Item = Result<T, String>>,
    problems: &mut Vec<String>,
) -> Vec<T> {
    let mut good = Vec::new();
    for result in results {
        match result {
            Ok(one) => good.push(one),
            Err(problem) => problems.push(problem),
        }
    }
    good
}

/// The folders of `src/text`, sorted. Each is a language.
fn languages() -> Vec<String> {
    let mut languages = names(Path::new(TEXT));
    languages.retain(|name| Path::new(TEXT).join(name).is_dir());
    languages
}

/// The card files without an activation of the same id.
fn strays(directory: &Path) -> Vec<String> {
    let known = |name: &String| activations::all().any(|known| format!("{}.md", known.id) == *name);
    let mut strays = names(directory);
    strays.retain(|name| !known(name));
    let problem =
        |name: &String| format!("{}: no activation has this id", directory.join(name).display());
    strays.iter().map(problem).collect()
}

/// The names in a folder, sorted; empty if the folder does not exist.
fn names(directory: &Path) -> Vec<String> {
    let entries = fs::read_dir(directory).into_iter().flatten().flatten();
    let mut names: Vec<_> =
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// The entry of an activation in the table of formulas.
fn formula(activation: &Activation, latex: &LatexToMathML) -> Result<String, String> {
    let block = |field, formula| {
        mathml(latex, formula, MathDisplay::Block)
            .map_err(|what| format!("activation {}, {field}: {what}", activation.id))
    };
    Ok(format!(
        "({:?}, Formula {{ value: {}, derivative: {} }}),\n",
        activation.id,
        literal(&block("formula", activation.body().formula)?),
        literal(&block("derivative", activation.body().derivative)?),
    ))
}

/// The source of a constant of the type `Html`.
fn literal(html: &str) -> String {
    format!("Html::trusted({html:?})")
}

/// A formula as MathML without inline styles, and with primes that look right in every font.
fn mathml(latex: &LatexToMathML, formula: &str, display: MathDisplay) -> Result<String, String> {
    let converted = latex.convert_with_local_state(formula, display).map_err(|error| {
        format!("`{formula}`, byte {}: {}", error.0.start, error.error_message())
    })?;
    let mathml = CLASSES
        .iter()
        .fold(converted.mathml, |mathml, (style, class)| mathml.replace(style, class));
    if mathml.contains(" style=") {
        return Err(format!("`{formula}`: inline style without a class in CLASSES: {mathml}"));
    }
    Ok(with_plain_primes(mathml))
}

/// Puts primes beside their base instead of into a superscript. The character is raised by itself; in a
/// superscript, fonts without mathematical tables show it far too high and too small.
fn with_plain_primes(mut mathml: String) -> String {
    while let Some(prime) = mathml.find(SUPERSCRIPT_PRIME) {
        let base = mathml[..prime].rfind("<msup>").expect("a superscript is opened");
        let after = prime + SUPERSCRIPT_PRIME.len();
        mathml.replace_range(prime..after, r#"<mo lspace="0" rspace="0">′</mo></mrow>"#);
        mathml.replace_range(base..base + "<msup>".len(), "<mrow>");
    }
    mathml
}

/// A Markdown file.
struct Page {
    path: PathBuf,
    markdown: String,
}

/// A Markdown event with the byte at which it starts.
type Piece<'a> = (Event<'a>, usize);

/// A heading and the text below it, up to the next heading.
struct Section<'a> {
    at: usize,
    level: HeadingLevel,
    heading: String,
    body: Vec<Piece<'a>>,
}

impl Page {
    fn read(path: PathBuf) -> Result<Self, String> {
        match fs::read_to_string(&path) {
            Ok(markdown) => Ok(Page { path, markdown }),
            Err(error) => Err(format!("{}: {error}", path.display())),
        }
    }

    /// A message with the file and the line of a byte.
    fn problem(&self, at: usize, what: &str) -> String {
        let line = self.markdown[..at].matches('\n').count() + 1;
        format!("{}:{line}: {what}", self.path.display())
    }

    /// The events of the page, with formulas converted to MathML.
    fn pieces(&self, latex: &LatexToMathML) -> Result<Vec<Piece<'_>>, String> {
        let formula = |formula: &str, display, at| {
            mathml(latex, formula, display).map_err(|what| self.problem(at, &what))
        };
        Parser::new_ext(&self.markdown, Options::ENABLE_MATH | Options::ENABLE_TABLES)
            .into_offset_iter()
            .map(|(event, range)| {
                let at = range.start;
                let event = match event {
                    Event::InlineMath(latex) => {
                        Event::InlineHtml(formula(&latex, MathDisplay::Inline, at)?.into())
                    }
                    // A formula in a line is marked together with the word that it stands in.
                    Event::DisplayMath(latex) => {
                        let math = formula(&latex, MathDisplay::Block, at)?;
                        Event::InlineHtml(format!(r#"<span translate="no">{math}</span>"#).into())
                    }
                    Event::Code(code) => {
                        let code = code.replace('&', "&amp;").replace('<', "&lt;");
                        Event::InlineHtml(format!(r#"<code translate="no">{code}</code>"#).into())
                    }
                    Event::Html(_) | Event::InlineHtml(_) => {
                        return Err(self.problem(at, "HTML in Markdown"));
                    }
                    // Markdown reads an emphasis or a formula without an end as plain text.
                    Event::Text(text) if text.contains(['$', '*', '\\']) => {
                        return Err(
                            self.problem(at, &format!("a mark that opens nothing: `{text}`"))
                        );
                    }
                    Event::Text(text) => Event::Text(with_joined_particles(&text).into()),
                    event => event,
                };
                Ok((event, at))
            })
            .collect()
    }

    /// The sections of the page, one for each heading.
    fn sections(&self, latex: &LatexToMathML) -> Result<Vec<Section<'_>>, String> {
        let mut sections: Vec<Section> = Vec::new();
        let mut in_heading = false;
        for (event, at) in self.pieces(latex)? {
            match (event, sections.last_mut()) {
                (Event::Start(Tag::Heading { level, .. }), _) => {
                    in_heading = true;
                    let (heading, body) = (String::new(), Vec::new());
                    sections.push(Section { at, level, heading, body });
                }
                (Event::End(TagEnd::Heading(_)), _) => in_heading = false,
                (Event::Text(text), Some(section)) if in_heading => section.heading += &text,
                (_, Some(_)) if in_heading => {
                    return Err(self.problem(at, "a heading is plain text"));
                }
                (event, Some(section)) => section.body.push((event, at)),
                (_, None) => return Err(self.problem(at, "text before the first heading")),
            }
        }
        Ok(sections)
    }

    /// Checks that a title can stand among the words.
    fn check_title(&self, title: &Section) -> Result<(), String> {
        match words::unfit(&title.heading) {
            Some(what) => Err(self.problem(title.at, what)),
            None => Ok(()),
        }
    }

    /// The HTML inside a section's only paragraph.
    fn paragraph(&self, section: Section) -> Result<String, String> {
        let at = section.at;
        let mut events: Vec<_> = section.body.into_iter().map(|(event, _)| event).collect();
        let blocks = events.iter().filter(|event| is_block(event)).count();
        let is_paragraph = matches!(events.first(), Some(Event::Start(Tag::Paragraph)));
        if !(is_paragraph && blocks == 1) {
            return Err(self.problem(at, "one paragraph belongs below this heading"));
        }
        events.pop();
        Ok(to_html(events.into_iter().skip(1)))
    }

    /// The HTML of each bullet of a section, which must be empty or a single list.
    fn bullets(&self, section: Section) -> Result<Vec<String>, String> {
        let mut bullets = Vec::new();
        let mut bullet: Option<Vec<Event>> = None;
        for (event, at) in section.body {
            match (event, &mut bullet) {
                (Event::Start(Tag::List(None)) | Event::End(TagEnd::List(_)), None) => {}
                (Event::Start(Tag::Item), None) => bullet = Some(Vec::new()),
                (Event::End(TagEnd::Item), Some(events)) => {
                    bullets.push(to_html(events.drain(..)));
                    bullet = None;
                }
                (event, Some(events)) if !is_block(&event) => events.push(event),
                _ => return Err(self.problem(at, "only bullets without blank lines belong here")),
            }
        }
        Ok(bullets)
    }
}

/// Whether a block element starts here, as opposed to an element within a line.
fn is_block(event: &Event) -> bool {
    use Tag::{Emphasis, Link, Strong};
    matches!(event, Event::Start(tag) if !matches!(tag, Emphasis | Strong | Link { .. }))
}

fn to_html<'a>(events: impl Iterator<Item = Event<'a>>) -> String {
    let mut html = String::new();
    html::push_html(&mut html, events);
    with_unbroken_formulas(html.trim())
}

/// Encloses each formula within a line, together with the characters that touch it (a comma, a bracket, a
/// Korean particle), in an element in which the style sheet allows no line break.
fn with_unbroken_formulas(html: &str) -> String {
    const END: &str = "</math>";
    let mut unbroken = String::new();
    let mut rest = html;
    // A formula with `<math display="block">` has a line to itself.
    while let Some(start) = rest.find("<math>") {
        let word = rest[..start].rfind([' ', '\n', '>']).map_or(0, |before| before + 1);
        let Some(length) = rest[start..].find(END) else { break };
        let after = start + length + END.len();
        let word_end = rest[after..].find([' ', '\n', '<']).map_or(rest.len(), |at| after + at);
        let (before, formula) = (&rest[..word], &rest[word..word_end]);
        write!(unbroken, r#"{before}<span class="unbroken" translate="no">{formula}</span>"#)
            .unwrap();
        rest = &rest[word_end..];
    }
    unbroken + rest
}

/// Joins a Korean particle to the bracket before it. Browsers would break the line between the two, even where
/// words are not broken.
fn with_joined_particles(text: &str) -> String {
    let mut joined = String::new();
    for letter in text.chars() {
        if joined.ends_with(')') && letter.is_alphabetic() {
            joined.push(WORD_JOINER);
        }
        joined.push(letter);
    }
    joined
}

/// The entry of a card in the list of a language.
fn card(directory: &Path, id: &str, latex: &LatexToMathML) -> Result<Entry, String> {
    let page = Page::read(directory.join(format!("{id}.md")))?;
    let mut sections = page.sections(latex)?;
    if sections.first().is_none_or(|title| title.level != HeadingLevel::H1) {
        return Err(page.problem(0, "the first line is not `# Name`"));
    }
    page.check_title(&sections[0])?;
    let lists = sections.split_off(1);
    for (index, key) in SECTIONS.iter().enumerate() {
        let fits = |list: &&Section| list.level == HeadingLevel::H2 && list.heading == *key;
        if lists.get(index).filter(fits).is_none() {
            let at = lists.get(index).map_or(page.markdown.len(), |list| list.at);
            return Err(page.problem(at, &format!("`## {key}` is missing here")));
        }
    }
    if let Some(extra) = lists.get(SECTIONS.len()) {
        return Err(page.problem(extra.at, "a section that cards do not have"));
    }

    let title = sections.remove(0);
    let (name, summary) = (title.heading.clone(), page.paragraph(title)?);
    let summary = literal(&summary);
    let mut entry = format!("Card {{ id: {id:?}, name: {name:?}, summary: {summary}, ");
    for (key, list) in SECTIONS.iter().zip(lists) {
        let bullets: Vec<_> = page.bullets(list)?.iter().map(|bullet| literal(bullet)).collect();
        write!(entry, "{key}: &[{}], ", bullets.join(", ")).unwrap();
    }
    Ok(Entry { key: format!("cards/{id}"), title: name, source: entry + "},\n" })
}

/// The entry of a passage in the list of a language: its title and its prose.
fn passage(directory: &Path, name: &str, latex: &LatexToMathML) -> Result<Entry, String> {
    let page = Page::read(directory.join(name))?;
    let Some(id) = name.strip_suffix(".md") else {
        return Err(page.problem(0, "no Markdown by its name"));
    };
    let mut sections = page.sections(latex)?;
    let title = match sections.len() {
        1 if sections[0].level == HeadingLevel::H1 => sections.remove(0),
        _ => return Err(page.problem(0, "a passage has one heading, `# Title`, at its top")),
    };
    page.check_title(&title)?;
    let html = literal(&to_html(title.body.into_iter().map(|(event, _)| event)));
    let source = format!("Passage {{ id: {id:?}, title: {:?}, html: {html} }},\n", title.heading);
    Ok(Entry { key: format!("lesson/{id}"), title: title.heading, source })
}
