//! Floor 3: all text of the page, in each language.
//!
//! Short texts and sentences with arguments are Fluent files, see [`words`]. Prose and formulas are Markdown, see
//! [`content`]. To add a language: write its folder `src/text/<language>`, and add its line to [`ALL`].

pub mod content;
pub mod facts;
mod message;
pub mod number;
pub mod words;

use crate::demos::settings::Setting;
use crate::markup::Html;
use activations::Activation;
use content::{Content, Passage};
use words::Words;

/// All languages. The first one is the default of the page.
pub static ALL: [&Text; 2] = [
    &Text { id: "ko", language: "한국어", content: &content::KO, words: &words::KO },
    &Text { id: "en", language: "English", content: &content::EN, words: &words::EN },
];

/// The text of the page in one language.
pub struct Text {
    /// The BCP 47 tag.
    pub id: &'static str,
    /// The language's own name for itself.
    pub language: &'static str,
    /// The long texts.
    pub content: &'static Content,
    /// The short texts.
    pub words: &'static Words,
}

/// The texts around a demo. Its title and introduction are a [`Passage`].
pub struct Heading {
    /// The name of the value that the arrow keys change on its plots.
    pub plot: &'static str,
    /// The instructions for using the demo.
    pub help: &'static str,
    /// Common misconceptions. Each entry is a list item.
    pub notes: &'static [Html],
}

/// The file of the words with the labels that several demos share.
const SHARED: &str = "controls";

impl Text {
    /// The language with this tag, or with the primary language of a longer tag such as `ko-KR`.
    pub fn find(tag: &str) -> Option<&'static Text> {
        let primary = tag.split('-').next().unwrap_or(tag).to_ascii_lowercase();
        ALL.iter().copied().find(|text| text.id == primary)
    }

    /// The short name of a function: the name of its card without the part in brackets.
    pub fn name(&self, function: &str) -> &'static str {
        let name = self.content.card(function).name;
        name.split('(').next().unwrap_or(name).trim_end()
    }

    /// The prose of a part of the lesson, or the introduction of a demo.
    ///
    /// # Panics
    /// If there is no part and no demo with this id.
    pub fn passage(&self, id: &str) -> &'static Passage {
        let found = self.content.lesson.iter().find(|passage| passage.id == id);
        found.expect("every part and every demo has its passage")
    }

    /// The texts around a demo.
    ///
    /// # Panics
    /// If there is no demo with this id.
    pub fn demo(&self, id: &str) -> Heading {
        let find = |key| self.words.label(id, "demo", key).expect("every demo has its words");
        Heading { plot: find("plot"), help: find("help"), notes: self.words.notes(id) }
    }

    /// The label of a setting's control. A parameter of a function without a label has its symbol.
    pub fn label(&self, demo: &str, setting: &Setting) -> &'static str {
        let parameter = || {
            let parameter = setting.function_parameter()?;
            let shared = parameter.alias.and_then(|alias| self.control_in(SHARED, alias));
            Some(shared.unwrap_or(parameter.symbol))
        };
        let key = setting.key();
        self.control(demo, key).or_else(parameter).unwrap_or(key)
    }

    /// The label of a control: that of the demo, or the one that several demos share.
    pub fn control(&self, demo: &str, key: &str) -> Option<&'static str> {
        self.control_in(demo, key).or_else(|| self.control_in(SHARED, key))
    }

    /// The label of a control in a file of words. A dot in a key is a hyphen in the id of the message.
    fn control_in(&self, file: &str, key: &str) -> Option<&'static str> {
        self.words.label(file, "control", &key.replace('.', "-"))
    }

    /// The name of an interval whose two ends are settings. `low` is the key of the low end.
    pub fn interval(&self, demo: &str, low: &str) -> Option<&'static str> {
        self.words.label(demo, "interval", low)
    }

    /// The name of an option of a setting. The name of a function is that of its card.
    pub fn option(&self, demo: &str, key: &str, option: &'static str) -> &'static str {
        match Activation::find(option) {
            Some(_) => self.name(option),
            None => {
                let id = format!("{key}-{option}");
                self.words.label(demo, "option", &id).unwrap_or(option)
            }
        }
    }

    /// The hint below the sliders for a function's parameters.
    pub fn hint(&self, demo: &str, function: &str) -> Option<&'static str> {
        self.words.label(demo, "hint", function)
    }

    /// The label of a preset's button.
    pub fn preset(&self, demo: &str, preset: &str) -> Option<&'static str> {
        self.words.label(demo, "preset", preset)
    }

    /// The caption of a picture.
    pub fn picture(&self, demo: &str, picture: &str) -> Option<&'static str> {
        self.words.label(demo, "picture", picture)
    }

    /// The name of a format for sharing a view.
    pub fn share_format(&self, format: &str) -> Option<&'static str> {
        self.words.label("page", "format", format)
    }

    /// The title and the sentence of a step in the script of the lesson.
    pub fn lesson_step(&self, step: &str) -> Option<(&'static str, &'static str)> {
        let find = |part| self.words.label("script", "lesson", &format!("{step}-{part}"));
        Some((find("title")?, find("text")?))
    }
}

#[cfg(test)]
mod tests {
    use super::Text;

    #[test]
    fn languages_are_found_by_tag() {
        let found = |tag| Text::find(tag).map(|text| text.id);
        assert_eq!(found("ko"), Some("ko"));
        assert_eq!(found("ko-KR"), Some("ko"));
        assert_eq!(found("EN-us"), Some("en"));
        assert_eq!(found("fr"), None);
        assert_eq!(found(""), None);
    }
}
