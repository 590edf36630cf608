//! The long text is complete in every language and works under a strict content security policy.

use activation_lab::demos::{self, PARTS};
use activation_lab::markup::Html;
use activation_lab::permalink;
use activation_lab::text;
use activation_lab::text::content::{self, Card, EN, KO, formula};
use activations::{Activation, all};

/// The HTML of all parts of a card.
fn html(card: &'static Card) -> Vec<&'static str> {
    let lists = [card.advantages, card.drawbacks, card.notes].into_iter().flatten();
    [&card.summary].into_iter().chain(lists).map(Html::as_str).collect()
}

/// All HTML texts, each with a description of its source.
fn everything() -> Vec<(String, &'static str)> {
    let mut everything = Vec::new();
    for activation in all() {
        let formula = formula(activation.id);
        everything.push((format!("formula of {}", activation.id), formula.value.as_str()));
        everything.push((format!("derivative of {}", activation.id), formula.derivative.as_str()));
        for language in text::all() {
            let pieces = html(content::of(language).card(activation.id));
            let from = || format!("{}/cards/{}.md", language.id, activation.id);
            everything.extend(pieces.into_iter().map(|piece| (from(), piece)));
        }
    }
    for language in text::all() {
        let passages = content::of(language).lesson.iter();
        everything.extend(passages.map(|passage| {
            (format!("{}/lesson/{}.md", language.id, passage.id), passage.html.as_str())
        }));
    }
    everything
}

fn has_hangul(text: &str) -> bool {
    text.contains(|letter| matches!(letter, '가'..='힣' | 'ㄱ'..='ㅣ' | '\u{1100}'..='\u{11ff}'))
}

#[test]
fn each_activation_has_a_card_in_each_language() {
    let ids: Vec<_> = all().map(|activation| activation.id).collect();
    for language in text::all() {
        let cards: Vec<_> = content::of(language).cards.iter().map(|card| card.id).collect();
        assert_eq!(cards, ids, "{}", language.id);
    }
}

#[test]
fn each_stop_has_its_passage_in_each_language() {
    let mut stops = demos::stops();
    stops.sort_unstable();
    for language in text::all() {
        let passages: Vec<_> =
            content::of(language).lesson.iter().map(|passage| passage.id).collect();
        assert_eq!(passages, stops, "{}", language.id);
        for passage in content::of(language).lesson {
            let is_korean = language.id == "ko";
            let (title, prose) = (passage.title, passage.html.as_str());
            assert!(prose.starts_with("<p>"), "{} {}", language.id, passage.id);
            assert_eq!(has_hangul(title), is_korean, "{title}");
            assert_eq!(has_hangul(prose), is_korean, "{title}");
        }
    }
}

#[test]
fn the_languages_tell_the_same_lesson() {
    let counts = |html: &str| {
        ["<p>", "<li>", "<strong>", "<a href=\"#"].map(|mark| html.matches(mark).count())
    };
    for korean in KO.lesson {
        for language in text::all() {
            let other = content::of(language).passage(korean.id);
            assert_eq!(
                counts(korean.html.as_str()),
                counts(other.html.as_str()),
                "{}, {}",
                language.id,
                korean.id
            );
        }
    }
}

#[test]
fn nothing_is_empty() {
    for language in text::all() {
        for card in content::of(language).cards {
            assert!(!card.name.trim().is_empty(), "{}, {}", language.id, card.id);
            assert!(!card.notes.is_empty(), "{}, {}", language.id, card.id);
        }
    }
    for (from, piece) in everything() {
        assert!(!piece.trim().is_empty(), "{from}");
    }
}

#[test]
fn the_lesson_s_functions_say_what_they_are_good_and_bad_for() {
    let counts = [
        ("sigmoid", 2, 2),
        ("tanh", 2, 2),
        ("relu", 3, 1),
        ("leaky-relu", 3, 0),
        ("elu", 4, 2),
        ("maxout", 3, 2),
    ];
    for (id, advantages, drawbacks) in counts {
        let card = KO.card(id);
        let found = (card.advantages.len(), card.drawbacks.len());
        assert_eq!(found, (advantages, drawbacks), "{id}");
    }
}

#[test]
fn each_advantage_and_drawback_links_to_where_it_is_seen() {
    let links = |piece: &Html| -> Vec<String> {
        let links = piece.as_str().split("href=\"").skip(1);
        links.map(|link| link.split('"').next().unwrap_or_default().to_owned()).collect()
    };
    for language in text::all() {
        for (card, korean) in content::of(language).cards.iter().zip(KO.cards) {
            // The cards of the library are shorter, and some things cannot be seen in a demo.
            let is_of_lesson = Activation::find(card.id).is_some_and(|it| it.lesson.is_some());
            let all = [card.advantages, card.drawbacks].into_iter().flatten();
            let korean = [korean.advantages, korean.drawbacks].into_iter().flatten();
            for (piece, korean) in all.zip(korean) {
                assert!(!is_of_lesson || !links(piece).is_empty(), "{}: {piece:?}", language.id);
                assert_eq!(links(piece), links(korean), "{}: {piece:?}", language.id);
            }
        }
    }
}

#[test]
fn the_languages_say_the_same_number_of_things() {
    let count = |card: &Card| [card.advantages, card.drawbacks, card.notes].map(<[_]>::len);
    for language in text::all() {
        for (korean, other) in KO.cards.iter().zip(content::of(language).cards) {
            assert_eq!(count(korean), count(other), "{}, {}", language.id, other.id);
        }
    }
}

#[test]
fn each_language_has_its_script() {
    for card in KO.cards {
        for text in [&[card.name][..], &html(card)].concat() {
            assert!(has_hangul(text), "ko, {}: {text}", card.id);
        }
    }
    for card in EN.cards {
        for text in [&[card.name][..], &html(card)].concat() {
            assert!(!has_hangul(text), "en, {}: {text}", card.id);
        }
    }
}

#[test]
fn formulas_are_blocks_of_mathml() {
    for activation in all() {
        let formula = formula(activation.id);
        for mathml in [&formula.value, &formula.derivative].map(Html::as_str) {
            assert!(mathml.starts_with("<math display=\"block\">"), "{}", activation.id);
            assert!(mathml.ends_with("</math>"), "{}", activation.id);
        }
    }
}

#[test]
fn nothing_is_there_that_a_strict_policy_forbids() {
    for (from, piece) in everything() {
        for forbidden in [" style=", "<script", " on", "javascript:"] {
            let tags = piece.split('<').skip(1).filter_map(|rest| rest.split('>').next());
            let mut tags = tags.map(|tag| format!("<{tag}"));
            assert!(!tags.any(|tag| tag.contains(forbidden)), "{forbidden} in {from}");
        }
    }
}

#[test]
fn no_mark_of_the_sources_is_left() {
    for (from, piece) in everything() {
        assert!(!piece.contains(['$', '\\', '*', '`']), "{from}: {piece}");
    }
}

#[test]
fn every_tag_is_closed() {
    for (from, piece) in everything() {
        let mut open = Vec::new();
        for rest in piece.split('<').skip(1) {
            let tag = rest.split('>').next().expect("split gives at least one part");
            let name = tag.split([' ', '/']).next().expect("split gives at least one part");
            match tag.strip_prefix('/') {
                Some(closed) => assert_eq!(open.pop(), Some(closed), "{from}: {piece}"),
                None if tag.ends_with('/') => {}
                None => open.push(name),
            }
        }
        assert_eq!(open, Vec::<&str>::new(), "{from}: {piece}");
    }
}

#[test]
fn a_formula_in_a_line_does_not_part_from_what_touches_it() {
    for (from, piece) in everything() {
        for part in piece.split("<math>").skip(1) {
            let (_, after) = part.split_once("</math>").expect("tags are closed");
            let (word, _) = after.split_once("</span>").expect("formulas are in a span");
            assert!(!word.contains([' ', '\n', '<']), "{from}: {piece}");
        }
        for part in piece.split("</span>").skip(1) {
            // After emphasis that ends with a formula, Chromium breaks the line before any character.
            let mut after = part;
            while let Some((_, rest)) = after.strip_prefix("</").and_then(|tag| tag.split_once('>'))
            {
                after = rest;
            }
            let next = after.chars().next();
            assert!(next.is_none_or(|next| " \n<".contains(next)), "{from}: {piece}");
        }
        assert_eq!(
            piece.matches("<math>").count(),
            piece.matches("<span class=\"unbroken\" translate=\"no\">").count(),
            "{from}: {piece}"
        );
    }
}

#[test]
fn links_contain_words_only() {
    for (from, piece) in everything() {
        for link in piece.split("<a ").skip(1) {
            let (link, _) = link.split_once("</a>").expect("tags are closed");
            // Browsers underline no formula.
            assert!(!link.contains("<math"), "{from}: {link}");
        }
    }
}

#[test]
fn a_korean_particle_does_not_part_from_the_bracket_before_it() {
    for (from, piece) in everything() {
        let letters: Vec<_> = piece.chars().collect();
        let parted = letters.windows(2).any(|pair| pair[0] == ')' && pair[1].is_alphabetic());
        assert!(!parted, "{from}: {piece}");
    }
}

#[test]
fn links_to_demos_say_what_they_mean() {
    let mut links = 0;
    let mut wrong = Vec::new();
    for (place, html) in everything() {
        for link in html.split("href=\"#").skip(1) {
            let link = link.split('"').next().expect("the first part").replace("&amp;", "&");
            let meant = permalink::encode(&permalink::decode(&link));
            if !PARTS.contains(&link.as_str()) && meant != link {
                wrong.push(format!("{place}: {link} means {meant}"));
            }
            links += 1;
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(links > 0, "the cards link to the demos");
}
