//! The lesson as HTML, and the template of the pages, `index.html`. `crates/pages` has the tests of whole pages.

use activation_lab::demos;
use activation_lab::page::facts;
use activation_lab::page::lesson::lesson;
use activation_lab::plot::theme::{self, Rgb};
use activation_lab::text::content::{self, Card, formula};
use activation_lab::text::{self, LANGUAGES};
use std::collections::HashSet;
use std::fs;
use std::path::PathBuf;

fn path(file: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(file)
}

fn source(file: &str) -> String {
    let text = fs::read_to_string(path(file));
    text.unwrap_or_else(|error| panic!("{file}: {error}"))
}

#[test]
fn the_lesson_has_all_long_text_and_a_place_for_everything_live() {
    for text in text::all() {
        let content = content::of(text);
        let lesson = lesson(text);
        let has = |part: &str| {
            assert!(lesson.as_str().contains(part), "{}: the lesson lacks {part}", text.id);
        };
        for passage in content.lesson {
            has(passage.html.as_str());
            has(&format!("id=\"{}-heading\"", passage.id));
        }
        let is_of_lesson = |card: &&Card| activations::ALL.iter().any(|one| one.id == card.id);
        for card in content.cards.iter().filter(is_of_lesson) {
            let lists = [card.advantages, card.drawbacks, card.notes];
            lists.concat().iter().chain([&card.summary]).for_each(|part| has(part.as_str()));
            has(formula(card.id).value.as_str());
            has(formula(card.id).derivative.as_str());
            for id in [facts::properties_id(card.id), facts::conditions_id(card.id)] {
                has(&format!(" id=\"{id}\""));
            }
            has(&format!(" id=\"code-{}\"", card.id));
        }
        for demo in demos::ALL {
            has(&format!("<section id=\"{}\" class=\"demo\"", demo.id));
            has(&format!("<div id=\"{}-body\" class=\"demo-body\">", demo.id));
            content.notes(demo.id).iter().for_each(|note| has(note.as_str()));
        }
        for place in ["present", "drawer"] {
            has(&format!("<div id=\"{place}\"></div>"));
        }
    }
}

#[test]
fn ids_are_unique_and_links_within_the_lesson_lead_somewhere() {
    for text in text::all() {
        let lesson = lesson(text);
        let attributes = |name: &str| {
            let start = format!(" {name}=\"");
            let rest = lesson.as_str().split(&start).skip(1);
            rest.filter_map(|rest| rest.split('"').next()).collect::<Vec<_>>()
        };
        let ids = attributes("id");
        let distinct: HashSet<_> = ids.iter().copied().collect();
        assert_eq!(ids.len(), distinct.len());
        let targets: Vec<_> =
            attributes("href").into_iter().filter_map(|it| it.strip_prefix('#')).collect();
        assert!(targets.len() > 20);
        for target in targets {
            let id = target.split('?').next().unwrap_or_default();
            assert!(distinct.contains(id), "#{target} leads nowhere");
        }
    }
}

#[test]
fn both_languages_have_the_same_structure() {
    // The tags of the lesson without its prose, whose paragraphs and lists may differ.
    let tags = |lesson: &str| {
        let tags = lesson.split('<').skip(1).filter_map(|rest| rest.split([' ', '>']).next());
        let outer = ["section", "header", "h2", "h3", "nav", "article", "figure", "svg", "table"];
        tags.filter(|tag| outer.contains(tag)).map(str::to_owned).collect::<Vec<_>>()
    };
    let [first, others @ ..] = text::all().map(|text| tags(lesson(text).as_str()));
    for other in others {
        assert_eq!(first, other);
    }
}

#[test]
fn the_manifest_has_the_titles_of_all_languages() {
    let titles = text::all().map(|text| text.words.page.title).join(" · ");
    let manifest = source("public/manifest.webmanifest");
    let name = format!("\"name\": \"{titles}\",\n");
    assert!(manifest.contains(&name), "the manifest lacks {name}");
}

#[test]
fn each_language_has_its_part_everywhere() {
    let page = source("index.html");
    let parts = |id: &str| page.matches(&format!(" lang=\"{id}\"")).count();
    // The element `html` has the first language as well.
    let first = parts(LANGUAGES[0].id) - 1;
    assert!(first > 10);
    for language in &LANGUAGES[1..] {
        assert_eq!(parts(language.id), first, "{}", language.id);
    }
    assert!(page.contains(&format!("<html lang=\"{}\"", LANGUAGES[0].id)));
    for language in &LANGUAGES {
        let name = format!("hreflang=\"{}\" translate=\"no\">{}<", language.id, language.name);
        assert!(page.contains(&name), "index.html lacks {name}");
    }
}

#[test]
fn browsers_colour_their_bars_like_the_paper() {
    let page = source("index.html");
    for theme in [&theme::LIGHT, &theme::DARK] {
        let Rgb(r, g, b) = theme.paper;
        let id = theme.id;
        let meta =
            format!("media=\"(prefers-color-scheme: {id})\" content=\"#{r:02x}{g:02x}{b:02x}\"");
        assert!(page.contains(&meta), "index.html lacks {meta}");
    }
    let manifest = source("public/manifest.webmanifest");
    let Rgb(r, g, b) = theme::LIGHT.paper;
    for name in ["theme_color", "background_color"] {
        let member = format!("\"{name}\": \"#{r:02x}{g:02x}{b:02x}\"");
        assert!(manifest.contains(&member), "the manifest lacks {member}");
    }
}

#[test]
fn every_file_that_is_there_is_used_and_the_other_way_round() {
    let page = source("index.html");
    let used = page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let used: Vec<&str> = used.filter(|href| href.contains('/') && *href != "./").collect();
    for file in &used {
        assert!(path(file).is_file(), "{file} is not there");
    }
    for folder in ["style", "public"] {
        let files = fs::read_dir(path(folder)).expect("the folder can be read");
        for file in files {
            let name = file.expect("the entry can be read").file_name();
            let file = format!("{folder}/{}", name.to_string_lossy());
            assert!(used.contains(&file.as_str()), "nothing uses {file}");
        }
    }
}

#[test]
fn the_plots_are_lower_where_the_controls_are_below_them() {
    let rust = source("src/ui/demo.rs");
    let (_, rest) = rust.split_once("const ONE_COLUMN: &str = \"").expect("the query is there");
    let query = rest.split('"').next().expect("a string ends");
    for file in ["style/demo.css", "style/controls.css"] {
        assert!(source(file).contains(query), "{file} does not know {query}");
    }
}

#[test]
fn the_policy_is_strict_and_the_page_keeps_to_it() {
    let page = source("index.html");
    let start = page.find("default-src").expect("there is a policy");
    let policy = &page[start..start + page[start..].find('"').expect("it ends")];
    assert!(policy.starts_with("default-src 'none';"));
    for forbidden in ["'unsafe-inline'", "'unsafe-eval'", "http:", "https:", "*", "data: blob:"] {
        assert!(!policy.contains(forbidden), "{forbidden} in {policy}");
    }
    let tags = page.split('<').skip(1).filter_map(|rest| rest.split('>').next());
    for tag in tags {
        for forbidden in [" style=", " onclick=", " onload=", " onerror=", "javascript:"] {
            assert!(!tag.contains(forbidden), "{forbidden} in <{tag}>");
        }
        assert!(!tag.starts_with("script") && !tag.starts_with("style"), "<{tag}> is inline");
    }
}
