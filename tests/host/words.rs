//! The words of the page: the generator finds every fault of a translator, and no word is left that nothing reads.

#[allow(dead_code, reason = "the build script calls the rest")]
#[path = "../../build/words/mod.rs"]
mod generator;

use crate::cases;
use crate::sources::sources;
use activation_lab::demos::settings::{Kind, Side};
use activation_lab::demos::{self, Demo};
use activation_lab::script::LESSON;
use activation_lab::share::FORMATS;
use activation_lab::text::content;
use activation_lab::text::{self, Text};
use activations::Activation;
use generator::{LABELS, Languages, REFERENCE, Words, check, data, parse};
use proc_macro2::{TokenStream, TokenTree};
use proptest::prelude::{prop_assert, proptest};
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

/// The names of the functions and the titles of the lesson in each language.
fn titles() -> generator::Titles {
    let titles = text::all().map(|text| {
        let content = content::of(text);
        let cards = content.cards.iter();
        let cards = cards.map(|card| (format!("cards/{}", card.id), card.name.to_owned()));
        let lesson = content.lesson.iter();
        let lesson =
            lesson.map(|passage| (format!("lesson/{}", passage.id), passage.title.to_owned()));
        (text.id.to_owned(), cards.chain(lesson).collect())
    });
    titles.into()
}

#[test]
fn the_data_is_that_of_the_files() {
    let (languages, titles) = (languages(), titles());
    for text in text::all() {
        let data = text::data(text.id);
        assert!(data == data::write(&languages, &titles, text.id), "{}", text.id);
    }
}

#[test]
fn what_is_looked_up_is_found() {
    for text in text::all() {
        let content = content::of(text);
        for card in content.cards {
            assert_eq!(text.full_name(card.id), card.name);
            assert!(card.name.starts_with(text.name(card.id)), "{}", card.id);
        }
        // A sentence about two functions has their short names.
        let short: HashSet<_> = content.cards.iter().map(|card| text.name(card.id)).collect();
        assert_eq!(short.len(), content.cards.len(), "{}", text.id);
        for passage in content.lesson {
            assert_eq!(text.title(passage.id), passage.title);
        }
        for file in &languages()[text.id] {
            for message in file.messages.iter().filter(|message| message.is_label()) {
                let kinds = LABELS.map(|prefix| prefix.trim_end_matches('-'));
                let kind = kinds.into_iter().find(|kind| message.id.starts_with(kind));
                let kind = kind.expect("a label has a prefix");
                let label = text.words.label(&file.id, kind, &message.id[kind.len() + 1..]);
                assert_eq!(label, Some(message.text().as_str()), "{}/{}", file.id, message.id);
            }
        }
    }
}

#[test]
fn each_word_is_read_into_its_place() {
    use text::words::{chain, collapse};
    let [ko, en] = text::all().map(|text| text.words);
    // The files are read in alphabetical order.
    assert_eq!([ko, en].map(|words| words.alpha.readouts), ["지금 걸음의 값", "At this step"]);
    assert_eq!([ko, en].map(|words| words.transport.play), ["재생", "Play"]);
    let forward = chain::Forward { layer: 3, z: "1", a: "2" };
    assert_eq!(ko.chain.forward(forward), "순전파 3층: z = 1, a = 2");
    assert_eq!(en.chain.forward(forward), "forward, layer 3: z = 1, a = 2");
    let output = [1, 2].map(|depth| en.collapse.output(collapse::Output { depth }));
    assert_eq!(output, ["output after 1 layer", "output after 2 layers"]);
}

#[test]
fn data_that_is_not_whole_is_refused() {
    for text in text::all() {
        let data = text::data(text.id);
        let is_read = |data: String| Text::load(data.leak()).is_some();
        assert!(is_read(format!("\n  {data}\n")), "white space around it");
        assert!(!is_read(String::new()));
        assert!(!is_read(format!("{data}\nend")), "an extra line");
        assert!(!is_read(data.replacen('\n', "\n\n", 1)), "an extra line");
        assert!(!is_read(data.replacen(text.id, "xx", 1)), "another language");
        let (_, lines) = data.split_once('\n').expect("there are lines");
        assert!(!is_read(format!("{} 0123456789abcdef\n{lines}", text.id)), "other code");
    }
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn data_that_is_cut_is_refused(part in 0.0..1.0) {
        let data = text::data("ko");
        let end = (part * data.len() as f64) as usize;
        prop_assert!(Text::load(&data[..data.floor_char_boundary(end)]).is_none());
    }

    #[test]
    fn data_that_is_mangled_does_no_harm(part in 0.0..1.0, length in 0_usize..40, new in "[\\na-c\t\u{e000}\u{e100}]{0,3}") {
        let data = text::data("en");
        let start = data.floor_char_boundary((part * data.len() as f64) as usize);
        let end = data.floor_char_boundary((start + length).min(data.len()));
        let mangled = format!("{}{new}{}", &data[..start], &data[end..]);
        if let Some(text) = Text::load(mangled.leak()) {
            text.words.label("alpha", "control", "alpha");
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
    let pages = include_str!("../../crates/pages/src/page.rs");
    let sources: Vec<_> = sources()
        .into_iter()
        .chain([("crates/pages/src/page.rs".to_owned(), pages.to_owned())])
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
        let functions = activations::all();
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
                Kind::Slider(..)
                | Kind::Many { .. }
                | Kind::Toggle { .. }
                | Kind::Expression { .. } => {}
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
        ("x = x\n", "x = x{\"\\u000A\"}x\n", "ko/x.ftl:1", "a control character"),
        ("x = x\n", "# x\nx = a\tb\n", "ko/x.ftl:2", "a control character"),
        ("control-x = x\n", "control-x = {\"\\u0000\"}\n", "ko/x.ftl:1", "a control character"),
        ("x = x\n", "x = \u{e000}\n", "ko/x.ftl:1", "private use"),
        (LAYER, "layer = { $layer }{\"\\uE101\"}층\n", "ko/x.ftl:1", "private use"),
        ("x = x\n", "x = x</Script>\n", "ko/x.ftl:1", "`</script`"),
        ("x = x\n", "x = <!-- x\n", "ko/x.ftl:1", "`<!--`"),
    ] {
        let problems = problems(english, korean);
        let found =
            problems.iter().any(|one| one.starts_with(&format!("{place}: ")) && one.contains(what));
        assert!(found, "{place}: {what}: {problems:#?}");
    }
}
