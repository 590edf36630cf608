//! The gallery of all functions as HTML, and the names that the lesson has in its place.

use activation_lab::page::facts;
use activation_lab::page::gallery::gallery;
use activation_lab::page::lesson::lesson;
use activation_lab::permalink;
use activation_lab::text;
use activation_lab::text::content::{self, formula};
use activations::functions;
use std::collections::HashSet;

/// The values of an attribute.
fn attributes<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let start = format!(" {name}=\"");
    html.split(&start).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn every_function_is_there_once_with_all_of_its_card() {
    for text in text::all() {
        let gallery = gallery(text);
        let mut ids = attributes(gallery.as_str(), "data-function");
        ids.sort_unstable();
        let mut all: Vec<_> = activations::all().map(|activation| activation.id).collect();
        all.sort_unstable();
        assert_eq!(ids, all);
        for activation in activations::all() {
            let has = |part: &str| {
                let is_there = gallery.as_str().contains(part);
                assert!(is_there, "{}, {}: lacks {part}", text.id, activation.id);
            };
            let card = content::of(text).card(activation.id);
            let lists = [card.advantages, card.drawbacks, card.notes];
            lists.concat().iter().chain([&card.summary]).for_each(|part| has(part.as_str()));
            has(formula(activation.id).value.as_str());
            has(formula(activation.id).derivative.as_str());
            has(activation.body().source.title);
            has(&format!("<h4 id=\"tile-{}\" translate=\"no\">", activation.id));
        }
    }
}

#[test]
fn the_code_of_the_library_is_there_and_that_of_the_lesson_is_not() {
    for text in text::all() {
        let gallery = gallery(text);
        for activation in activations::all() {
            let id = facts::code_id(activation.id);
            let block = gallery.as_str().split(&format!("<pre id=\"{id}\" hidden>")).nth(1);
            assert_eq!(block.is_some(), activation.is_of_library(), "{}", activation.id);
            let Some(block) = block else { continue };
            let block = block.split("</pre>").next().expect("split gives at least one part");
            let code = activation_lab::markup::unescaped(block);
            assert_eq!(Some(&*code), functions::code(activation), "{}", activation.id);
        }
    }
}

#[test]
fn pictures_have_both_curves_and_no_inline_colours() {
    let [first, ..] = text::all();
    let gallery = gallery(first);
    let pictures: Vec<_> = gallery.as_str().split("<svg").skip(1).collect();
    assert_eq!(pictures.len(), activations::all().count());
    for picture in pictures {
        let picture = picture.split("</svg>").next().expect("split gives at least one part");
        assert!(picture.contains("stroke-dasharray"), "f′ is there: {picture}");
        let solid = |path: &str| path.contains("stroke-width=\"14\"") && !path.contains("dash");
        assert!(picture.split("<path").any(solid), "f is there: {picture}");
        for wrong in ["style=", "fill=", "stroke=", "NaN"] {
            assert!(!picture.contains(wrong), "{wrong} in {picture}");
        }
    }
}

#[test]
fn ids_are_unique_beside_those_of_the_lesson_and_are_found() {
    for text in text::all() {
        let (gallery, lesson) = (gallery(text), lesson(text));
        let ids = [gallery.as_str(), lesson.as_str()].map(|html| attributes(html, "id")).concat();
        let distinct: HashSet<_> = ids.iter().copied().collect();
        assert_eq!(ids.len(), distinct.len());
        for name in ["aria-controls", "aria-labelledby"] {
            let missing = attributes(gallery.as_str(), name);
            let missing: Vec<_> = missing.iter().filter(|id| !distinct.contains(**id)).collect();
            assert!(missing.is_empty(), "{name}: {missing:?}");
        }
    }
}

#[test]
fn links_say_what_they_mean() {
    for text in text::all() {
        for html in [gallery(text), lesson(text)] {
            let links = attributes(html.as_str(), "href");
            let links = links.iter().filter_map(|link| link.strip_prefix("#explorer?"));
            for link in links {
                let link = format!("explorer?{}", link.replace("&amp;", "&"));
                assert_eq!(permalink::encode(&permalink::decode(&link)), link);
            }
        }
    }
}

#[test]
fn the_lesson_has_the_name_of_every_function_as_a_link() {
    for text in text::all() {
        let lesson = lesson(text);
        let (_, names) = lesson.as_str().split_once("<div id=\"gallery\">").expect("its place");
        let (names, _) = names.split_once("</div>").expect("tags are closed");
        for activation in activations::all() {
            let (id, name) = (activation.id, text.name(activation.id));
            let link = format!("<a href=\"#explorer?f={id}\">{name}</a>");
            assert!(names.contains(&link), "{}: {link}", text.id);
        }
        assert_eq!(names.matches("<a ").count(), activations::all().count());
    }
}

#[test]
fn no_two_functions_have_the_same_name() {
    for text in text::all() {
        let names: HashSet<_> = activations::all().map(|one| text.name(one.id)).collect();
        assert_eq!(names.len(), activations::all().count(), "{}", text.id);
    }
}

#[test]
fn each_language_has_its_words() {
    let is_korean = |letter: char| ('가'..='힣').contains(&letter);
    for text in text::all() {
        let gallery = gallery(text);
        assert_eq!(gallery.as_str().contains(is_korean), text.id == "ko");
        if text.id != "ko" {
            continue;
        }
        // The names in frameworks come without their remarks, which are English.
        for call in gallery.as_str().split("<td><code>").skip(1) {
            let call = call.split("</td>").next().expect("split gives at least one part");
            for name in call.split("<br>") {
                let name = name.trim_start_matches("<code>").trim_end_matches("</code>");
                let name = name.split('(').next().expect("split gives at least one part");
                assert!(!name.contains(' '), "{name}");
            }
        }
        // Headings, buttons and properties are Korean.
        for tag in ["<h4>", "<h3 ", "<th scope=\"row\">", "<a class=\"button\" ", "<button "] {
            for rest in gallery.as_str().split(tag).skip(1) {
                let said = rest.split("</").next().expect("split gives at least one part");
                let is_framework =
                    ["PyTorch", "JAX", "Keras", "TensorFlow", "ONNX"].contains(&said);
                assert!(said.contains(is_korean) || is_framework, "{tag}{said}");
            }
        }
    }
}

#[test]
fn a_strict_policy_forbids_nothing_that_is_there() {
    for text in text::all() {
        let gallery = gallery(text);
        let tags = gallery.as_str().split('<').skip(1).filter_map(|rest| rest.split('>').next());
        for tag in tags {
            for forbidden in [" style=", " onclick=", " onload=", "javascript:"] {
                assert!(!tag.contains(forbidden), "{forbidden} in <{tag}>");
            }
            assert!(!tag.starts_with("script"), "<{tag}> would not run");
        }
    }
}
