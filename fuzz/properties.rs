//! The properties of code that reads untrusted input. The fuzz targets and `tests/host/inputs.rs` both check
//! them.

use activation_lab::demos::settings::Kind;
use activation_lab::export::{file, png, svg};
use activation_lab::permalink;
use activation_lab::script::{self, Script};
use activations::code::Language;
use activations::expression::Expression;

/// A property of an input. It panics if it does not hold.
pub type Property = fn(&[u8]);

/// All properties, by the names of their fuzz targets.
#[allow(dead_code, reason = "a target runs one of them")]
pub const ALL: [(&str, Property); 5] = [
    ("expression", expression),
    ("permalink", permalink),
    ("png", png),
    ("script", script),
    ("svg", svg),
];

/// Any text is an expression that can be computed, or has a fault within the text.
#[allow(dead_code, reason = "each target has one of them")]
pub fn expression(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    match Expression::parse(&text) {
        Ok(expression) => {
            for x in [-1e300, -1.0, 0.0, 0.5, 1e300] {
                expression.value(x);
                expression.gradient(x);
            }
            assert!(Language::ALL.iter().all(|language| !expression.code(*language).is_empty()));
            assert!(expression.kinks(-6.0, 6.0).is_sorted_by(|left, right| left.at < right.at));
        }
        Err(fault) => assert!(fault.at <= text.chars().count()),
    }
}

/// Any fragment gives a view with all numbers within their limits, and the view's own link gives the same view.
pub fn permalink(bytes: &[u8]) {
    let fragment = String::from_utf8_lossy(bytes);
    let view = permalink::decode(&fragment);
    let demo = view.demo();
    for parameter in view.settings(demo).parameters() {
        if let Kind::Slider(key, slider) = parameter.kind {
            let number = view.settings(demo).number(key);
            let (least, most) = slider.limits;
            assert!(least <= number && number <= most, "{} is {number}", key.name());
        }
    }
    assert_eq!(permalink::decode(&permalink::encode(&view)), view);

    let mut other = permalink::decode("chain?depth=3&x=2");
    permalink::apply(&fragment, &mut other);
    assert_eq!(other.demo().id, demo.id);
    assert_eq!(other.settings(demo), view.settings(demo), "what was before leaves nothing");
}

/// A PNG file can have any content: the link that is read from it is part of it, and gives a valid view.
#[allow(dead_code, reason = "each target has one of them")]
pub fn png(bytes: &[u8]) {
    dropped(bytes);
    let signed = [SIGNATURE, bytes].concat();
    dropped(&signed);
    if let Some(link) = png::link(&signed) {
        let mut places = signed.windows(link.len().max(1));
        assert!(link.is_empty() || places.any(|place| place == link.as_bytes()));
    }
    let link = String::from_utf8_lossy(bytes);
    // Bytes after the link's chunk have no effect.
    let file = [SIGNATURE, &png::chunk(&link), bytes].concat();
    assert_eq!(png::link(&file), Some(&*link), "every link comes back");
    dropped(&file);
}

/// Any file or link can claim to be a script: the script read from it is within all limits, and saving and reading
/// it again gives the same script.
#[allow(dead_code, reason = "each target has one of them")]
pub fn script(bytes: &[u8]) {
    let link = format!("script?view=&{}", String::from_utf8_lossy(bytes));
    for script in Script::from_json(bytes).ok().into_iter().chain(Script::from_fragment(&link)) {
        assert!((1..=script::STEPS).contains(&script.steps.len()));
        assert!(script.title.chars().count() <= script::TITLE);
        for step in &script.steps {
            assert!(step.title.chars().count() <= script::TITLE);
            assert!(step.text.chars().count() <= script::TEXT);
            assert_eq!(permalink::encode(&permalink::decode(&step.view)), step.view);
        }
        assert_eq!(Script::from_json(script.json().as_bytes()).as_ref(), Ok(&script));
        assert_eq!(Script::from_fragment(&script.fragment()).as_ref(), Some(&script));
    }
}

/// An SVG file can have any content: the link that is read from it gives a valid view.
#[allow(dead_code, reason = "each target has one of them")]
pub fn svg(bytes: &[u8]) {
    dropped(bytes);
    let text = String::from_utf8_lossy(bytes);
    let file = svg::with_link("<svg>\n</svg>", &text, &text);
    assert_eq!(svg::link(file.as_bytes()).as_deref(), Some(text.trim()), "every link comes back");
    dropped(file.as_bytes());
}

/// The signature at the beginning of every PNG file.
const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

fn dropped(file: &[u8]) {
    if let Some(fragment) = file::fragment(file) {
        permalink(fragment.as_bytes());
    }
}
