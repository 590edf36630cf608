//! Input from outside: links and dropped files with any bytes, and valid ones that were damaged. The
//! properties are those of the fuzz targets.

#[path = "../../fuzz/properties.rs"]
mod properties;

use std::fs;
use std::path::Path;

use activation_lab::demos::{self, ALL, Stage};
use activation_lab::export::{png, svg};
use activation_lab::permalink;
use activation_lab::plot::paint;
use activation_lab::plot::theme::LIGHT;
use activation_lab::script::Script;
use activation_lab::text;
use activation_lab::view::View;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::cases;

const STAGE: Stage = Stage { arrival: 0.0, ..crate::STAGE };

/// Valid inputs: the links of each demo's presets, and files that contain them.
fn sound() -> Vec<Vec<u8>> {
    let mut sound = Vec::new();
    for demo in ALL {
        for preset in demo.presets {
            let mut view = View::default();
            view.change(demo).set_all(preset.settings);
            let link = format!("#{}", permalink::encode(&view));
            // A header, of which only the length is read, and an end.
            let head =
                b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0\x3a\x7e\x9b\x55";
            let end = b"\0\0\0\0IEND\xae\x42\x60\x82";
            sound.push([&head[..], &png::chunk(&link), end].concat());
            sound.push(link.into_bytes());
        }
    }
    let lesson = Script::lesson(text::all()[0]);
    let short = Script { steps: lesson.steps[..2].to_vec(), ..lesson };
    sound.push(short.json().into_bytes());
    sound.push(short.fragment().into_bytes());
    let view = View::default();
    let pictures = demos::first().experiment(view.settings(demos::first())).scenes(&STAGE);
    let picture = paint::svg(&pictures[0].scene, &pictures[0].layout, &LIGHT);
    // The head of the picture contains the link. The rest would receive nearly all changes.
    let head: String = picture.lines().take(3).map(|line| format!("{line}\n")).collect();
    let file = svg::with_link(&head, "a & b", "https://example.org/#chain?depth=12&x=0.5");
    sound.push(file.into_bytes());
    sound
}

/// A change that damages a file.
#[derive(Debug, Clone)]
enum Change {
    Set(Index, u8),
    Insert(Index, Vec<u8>),
    Remove(Index, Index),
    Repeat(Index, Index),
}

fn change() -> impl Strategy<Value = Change> {
    // Bytes with a meaning in one of the formats, and any other bytes.
    let words: &[&[u8]] = &[
        b"<metadata",
        b"</metadata>",
        b"id=\"activation-lab\"",
        b"iTXt",
        b"&amp;",
        b"%23",
        b"?",
        b"&x=NaN",
    ];
    let words = prop::sample::select(words.to_vec()).prop_map(<[u8]>::to_vec);
    let part = prop_oneof![words, prop::collection::vec(any::<u8>(), 1..6)];
    prop_oneof![
        (any::<Index>(), any::<u8>()).prop_map(|(at, byte)| Change::Set(at, byte)),
        (any::<Index>(), part).prop_map(|(at, part)| Change::Insert(at, part)),
        (any::<Index>(), any::<Index>()).prop_map(|(from, to)| Change::Remove(from, to)),
        (any::<Index>(), any::<Index>()).prop_map(|(from, to)| Change::Repeat(from, to)),
    ]
}

fn changed(mut file: Vec<u8>, changes: &[Change]) -> Vec<u8> {
    for change in changes {
        let place = |index: &Index| index.index(file.len() + 1);
        let range = |a, b| place(a).min(place(b))..place(a).max(place(b));
        match change {
            Change::Set(at, byte) => {
                let at = place(at);
                if let Some(old) = file.get_mut(at) {
                    *old = *byte;
                }
            }
            Change::Insert(at, part) => {
                let at = place(at);
                file.splice(at..at, part.iter().copied());
            }
            Change::Remove(a, b) => {
                let range = range(a, b);
                file.drain(range);
            }
            Change::Repeat(a, b) => {
                let range = range(a, b);
                file.extend_from_within(range);
            }
        }
    }
    file
}

/// Any bytes, or a damaged valid input.
fn input() -> impl Strategy<Value = Vec<u8>> {
    let changes = prop::collection::vec(change(), 0..4);
    let changed = (prop::sample::select(sound()), changes)
        .prop_map(|(input, changes)| changed(input, &changes));
    prop_oneof![prop::collection::vec(any::<u8>(), 0..400), changed]
}

// Each test has the name of its fuzz target, so that `cargo xtask fuzz` can run it alone.
proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn expression(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        properties::expression(&bytes);
    }

    #[test]
    fn permalink(bytes in input()) {
        properties::permalink(&bytes);
    }

    #[test]
    fn png(bytes in input()) {
        properties::png(&bytes);
    }

    #[test]
    fn script(bytes in input()) {
        properties::script(&bytes);
    }

    #[test]
    fn svg(bytes in input()) {
        properties::svg(&bytes);
    }
}

#[test]
fn sound_inputs_are_understood() {
    let inputs = sound();
    let says = |input: &Vec<u8>| {
        activation_lab::export::file::fragment(input).is_some() || Script::from_json(input).is_ok()
    };
    // Each link is in one file too, and there is one picture.
    assert_eq!(inputs.iter().filter(|input| says(input)).count(), inputs.len() / 2 + 1);
}

#[test]
fn every_property_has_its_target() {
    let fuzz = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz");
    let manifest = fs::read_to_string(fuzz.join("Cargo.toml")).expect("it is there");
    for (name, _) in properties::ALL {
        assert!(manifest.contains(&format!("path = \"targets/{name}.rs\"")), "{name}");
        let target = fs::read_to_string(fuzz.join(format!("targets/{name}.rs")));
        assert!(target.expect("it is there").contains(&format!("properties::{name}(bytes)")));
    }
    assert_eq!(manifest.matches("[[bin]]").count(), properties::ALL.len());
}
