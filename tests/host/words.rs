//! The words of the page: the generator finds every fault of a translator, and no word is left that nothing reads.

#[allow(dead_code, reason = "the build script calls the rest")]
#[path = "../../build/words/mod.rs"]
mod generator;

use crate::sources::sources;
use activation_lab::demos::settings::{Kind, Side};
use activation_lab::demos::{self, Demo};
use activation_lab::script::LESSON;
use activation_lab::share::FORMATS;
use activation_lab::text;
use activations::Activation;
use generator::{Languages, REFERENCE, Words, check, parse};
use proc_macro2::{TokenStream, TokenTree};
use std::collections::{BTreeSet, HashSet};
use std::path::Path;

/// The words of every language.
fn languages() -> Languages {
    let mut problems = Vec::new();
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let ids = text::all().map(|text| text.id.to_owned());
    let languages = generator::read(&source, &ids, &mut problems);
    assert_eq!(problems, Vec::<String>::new());
    languages
}

fn has_hangul(text: &str) -> bool {
    text.contains(|letter| matches!(letter, '가'..='힣' | 'ㄱ'..='ㅣ' | '\u{1100}'..='\u{11ff}'))
}

#[test]
fn only_korean_has_hangul() {
    for (language, files) in languages() {
        for Words { id, messages, .. } in &files {
            let texts: Vec<_> = messages.iter().map(generator::Message::text).collect();
            let with_hangul = texts.iter().filter(|text| has_hangul(text)).count();
            if language == "ko" {
                // Symbols and names are the same in every language.
                assert!(2 * with_hangul > texts.len(), "{language}/{id}");
            } else {
                assert_eq!(with_hangul, 0, "{language}/{id}");
            }
        }
    }
}

/// The names that a source reads as fields, calls as methods or takes out of structs with the arguments of words:
/// what stands after a dot, and what stands after `say::` or another path.
fn read_names(tokens: TokenStream, names: &mut HashSet<String>) {
    let mut before = String::new();
    for token in tokens {
        match &token {
            TokenTree::Ident(name) if [".", ":"].contains(&before.as_str()) => {
                names.insert(name.to_string());
            }
            TokenTree::Group(group) => read_names(group.stream(), names),
            _ => {}
        }
        before = token.to_string();
    }
}

/// The files of the sources that may read the words of a file: a demo's own, or all others.
fn reads(words: &str, source: &str) -> bool {
    let in_demo = |id: &str| {
        source == format!("demos/{id}.rs") || source.starts_with(&format!("demos/{id}/"))
    };
    if Demo::find(words).is_some() { in_demo(words) } else { !source.starts_with("demos/") }
}

#[test]
fn every_word_is_read() {
    let sources: Vec<_> = sources()
        .into_iter()
        .map(|(file, source)| {
            let mut names = HashSet::new();
            read_names(source.parse().expect("a source is Rust"), &mut names);
            (file, names)
        })
        .collect();
    for words in &languages()[REFERENCE] {
        let readers: Vec<_> = sources.iter().filter(|(file, _)| reads(&words.id, file)).collect();
        let is_read = |name: &str| readers.iter().any(|(_, names)| names.contains(name));
        for message in &words.messages {
            if message.is_label() || message.is_note() {
                // Another test compares these with what the page looks up.
                continue;
            }
            let unread = format!("nothing reads `{}` of {}.ftl", message.id, words.id);
            assert!(is_read(&message.name()), "{unread}");
            assert!(!message.has_arguments() || is_read(&message.struct_name()), "{unread}");
        }
    }
}

/// The keys of all labels that the page looks up, and of those that it looks up if they exist.
fn looked_up(known: &BTreeSet<String>) -> [BTreeSet<String>; 2] {
    let (mut all, mut optional) = (BTreeSet::new(), BTreeSet::new());
    all.extend(FORMATS.map(|format| format!("page/format-{format}")));
    let step = |step| ["title", "text"].map(|part| format!("script/lesson-{step}-{part}"));
    all.extend(LESSON.iter().flat_map(|(id, _)| step(id)));
    for demo in demos::ALL {
        let id = demo.id;
        all.extend(["plot", "help"].map(|part| format!("{id}/demo-{part}")));
        all.extend(demo.presets.iter().map(|preset| format!("{id}/preset-{}", preset.id)));
        let pictures = demo.pictures.iter().chain(demo.small_pictures);
        all.extend(pictures.map(|picture| format!("{id}/picture-{picture}")));
        let functions = activations::ALL.iter();
        optional.extend(functions.map(|function| format!("{id}/hint-{}", function.id)));
        for setting in (demo.parameters)() {
            let key = setting.key();
            // A control has a label of its own, or shares the one of other demos. The parameter of a function may have
            // none: its symbol is its label then.
            let control =
                |file: &str, key: &str| format!("{file}/control-{}", key.replace('.', "-"));
            let shared = |key| control("controls", key);
            if known.contains(&control(id, key)) {
                all.insert(control(id, key));
            } else if let Some(parameter) = setting.function_parameter() {
                optional.extend([Some(key), parameter.alias].into_iter().flatten().map(shared));
            } else {
                all.insert(shared(key));
            }
            match &setting.kind {
                Kind::Choice { options, .. } => {
                    let named = options.iter().filter(|id| Activation::find(id).is_none());
                    all.extend(named.map(|option| format!("{id}/option-{key}-{option}")));
                }
                Kind::Slider(_, slider) if slider.end.is_some_and(|end| end.side == Side::Low) => {
                    all.insert(format!("{id}/interval-{key}"));
                }
                Kind::Slider(..) | Kind::Many { .. } | Kind::Toggle { .. } => {}
            }
        }
    }
    [all, optional]
}

#[test]
fn the_labels_are_those_that_the_page_looks_up() {
    let mut known = BTreeSet::new();
    for file in &languages()[REFERENCE] {
        let labels = file.messages.iter().filter(|message| message.is_label());
        known.extend(labels.map(|label| format!("{}/{}", file.id, label.id)));
        let has_notes = file.messages.iter().any(generator::Message::is_note);
        assert!(!has_notes || Demo::find(&file.id).is_some(), "{}: notes on no demo", file.id);
    }
    let [all, optional] = looked_up(&known);
    assert_eq!(all.difference(&known).collect::<Vec<_>>(), Vec::<&String>::new(), "missing");
    let unused = known.iter().filter(|label| !all.contains(*label) && !optional.contains(*label));
    assert_eq!(unused.collect::<Vec<_>>(), Vec::<&String>::new(), "unused");
}

/// The problems of a file `x.ftl` in English and in Korean.
fn problems(english: &str, korean: &str) -> Vec<String> {
    let mut problems = Vec::new();
    let mut file = |language: &str, source| {
        let path = format!("{language}/x.ftl");
        (language.to_owned(), vec![parse("x", Path::new(&path), source, &mut problems)])
    };
    let languages = [file("en", english), file("ko", korean)].into();
    problems.extend(check(&languages));
    problems
}

const LAYER: &str = "# The layer.\n# $layer (number): its number\nlayer = layer { $layer }\n";
const HTML: &str = "# A name.\n# $name (text): the name\nname-html = <i>{ $name }</i>\n";

#[test]
fn words_without_a_fault_have_no_problem() {
    for (english, korean) in [
        (LAYER, "layer = { $layer }층\n"),
        (HTML, "name-html = <strong>{ $name }</strong>: 1 < 2\n"),
        (
            "# $n (number): a count\nn = { $n ->\n    [one] one\n   *[other] { $n }\n}\n",
            "n = { $n ->\n    [1] 하나\n   *[other] { $n }개\n}\n",
        ),
        (
            "# $show (all | none): what is shown\nshow = { $show ->\n    [none] none\n   *[all] all\n}\n",
            "show = { $show ->\n   [all] 모두\n   *[none] 없음\n}\n",
        ),
    ] {
        assert_eq!(problems(english, korean), Vec::<String>::new());
    }
}

#[test]
fn each_fault_is_found_with_its_place() {
    for (english, korean, place, what) in [
        (LAYER, "", "en/x.ftl:3", "missing in the language `ko`"),
        ("", "layer = 층\n", "ko/x.ftl:1", "no message of `en`"),
        (LAYER, "layer = { $leyer }층\n", "ko/x.ftl:1", "`$leyer` is no argument"),
        (LAYER, "layer = 층\n", "ko/x.ftl:1", "`$layer` does not occur"),
        (
            "layer = layer { $layer }\n",
            "layer = { $layer }층\n",
            "en/x.ftl:1",
            "`$layer` is no argument",
        ),
        (LAYER, "layer = { JOSA($layer) }\n", "ko/x.ftl:1", "no function `JOSA`"),
        (LAYER, "layer = { $layer }\nlayer = { $layer }\n", "ko/x.ftl:2", "twice"),
        ("x = x\nx-html = x\n", "x = x\n", "en/x.ftl:2", "twice"),
        ("x = x\n", "x = {\"\"}\n", "ko/x.ftl:1", "empty"),
        (LAYER, "layer = { $layer\n", "ko/x.ftl:2", "Expected"),
        (LAYER, "layer = { $layer }\n    .title = x\n", "ko/x.ftl:1", "attribute"),
        (LAYER, "layer = <i>{ $layer }</i>\n", "ko/x.ftl:1", "in a text"),
        (
            "# $layer: x\nlayer = { $layer }\n",
            "layer = { $layer }\n",
            "en/x.ftl:2",
            "does not read",
        ),
        (HTML, "name-html = <b>{ $name }</b>\n", "ko/x.ftl:1", "is not one of"),
        (HTML, "name-html = <i title=\"{ $name }\">x</i>\n", "ko/x.ftl:1", "is not one of"),
        (HTML, "name-html = <{ $name }>\n", "ko/x.ftl:1", "is not one of"),
        (HTML, "name-html = <i>{ $name }\n", "ko/x.ftl:1", "not closed"),
        (HTML, "name-html = { $name }</i>\n", "ko/x.ftl:1", "closes nothing"),
        (HTML, "name-html = <i>{ $name }</i> & x\n", "ko/x.ftl:1", "no entity"),
        (HTML, "name-html = { $name ->\n   *[x] x\n}\n", "ko/x.ftl:1", "selects nothing"),
        (
            "# $n (number): a count\nn = { $n }\n",
            "n = { $n ->\n    [one] 하나\n   *[other] { $n }개\n}\n",
            "ko/x.ftl:1",
            "`one`",
        ),
        (
            "# $show (all | none): x\nshow = { $show ->\n    [none] none\n   *[all] all\n}\n",
            "show = { $show ->\n   [nune] 없음\n   *[all] 모두\n}\n",
            "ko/x.ftl:1",
            "is never",
        ),
        (
            "# $sum (html): a sum\nsum = { $sum }\n",
            "sum = { $sum }\n",
            "en/x.ftl:2",
            "this message is text",
        ),
        (
            "# $x (text): x\npreset-x = { $x }\n",
            "preset-x = { $x }\n",
            "en/x.ftl:2",
            "has no arguments",
        ),
        ("misconception-x = x\n", "misconception-x = x\n", "en/x.ftl:1", "ends in `-html`"),
    ] {
        let problems = problems(english, korean);
        let found =
            problems.iter().any(|one| one.starts_with(&format!("{place}: ")) && one.contains(what));
        assert!(found, "{place}: {what}: {problems:#?}");
    }
}
