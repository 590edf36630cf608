//! Floor 3: all text of the page, in each language.
//!
//! Short texts and sentences with arguments are Fluent files, see [`words`]. Prose and formulas are Markdown, see
//! [`content`]. To add a language: write its folder `src/text/<language>`, and add its line to [`LANGUAGES`].

#[cfg(not(target_arch = "wasm32"))]
pub mod content;
pub mod facts;
pub mod function_search;
mod message;
pub mod number;
pub mod words;

use crate::demos::settings::Setting;
use activations::{Activation, OWN};
use std::sync::LazyLock;
use words::Words;

/// All languages. The first one is the default of the page.
pub static LANGUAGES: [Language; 2] =
    [Language { id: "ko", name: "한국어" }, Language { id: "en", name: "English" }];

/// A language of the page.
pub struct Language {
    /// The BCP 47 tag.
    pub id: &'static str,
    /// The language's own name for itself.
    pub name: &'static str,
}

/// The short text of the page in one language. The long text is [`content::of`] it.
pub struct Text {
    /// The BCP 47 tag of the language.
    pub id: &'static str,
    pub words: &'static Words,
}

/// The texts around a demo.
pub struct Heading {
    /// The name of the value that the arrow keys change on its plots.
    pub plot: &'static str,
    /// The instructions for using the demo.
    pub help: &'static str,
}

/// The texts of all languages, in the order of [`LANGUAGES`].
///
/// # Panics
/// If a language has no folder.
pub fn all() -> [&'static Text; LANGUAGES.len()] {
    static ALL: LazyLock<[&Text; LANGUAGES.len()]> = LazyLock::new(|| {
        LANGUAGES.each_ref().map(|language| {
            Text::load(data(language.id)).expect("the data is that of the build script")
        })
    });
    *ALL
}

/// The data of a language, which the page carries and [`Text::load`] reads. It has no character or tag that would have to
/// be escaped in an element `<script type="text/plain">`, and white space may stand around it.
///
/// # Panics
/// If there is no such language.
pub fn data(language: &str) -> &'static str {
    words::data(language).expect("every language has its folder")
}

/// The file of the words with the labels that several demos share.
const SHARED: &str = "controls";

impl Text {
    /// Reads the data of a language ([`data`]). It is read once and stays for as long as the page. `None` if the data is
    /// incomplete or of another version of the app.
    pub fn load(data: &'static str) -> Option<&'static Text> {
        let (id, data) = data.trim().split_once(' ')?;
        let language = LANGUAGES.iter().find(|language| language.id == id)?;
        let words = Box::leak(Words::load(data)?);
        Some(Box::leak(Box::new(Text { id: language.id, words })))
    }

    /// The name of a function: the title of its card. The function that a reader types has no card.
    ///
    /// # Panics
    /// If no activation has this id.
    pub fn full_name(&self, function: &str) -> &'static str {
        if function == OWN.id {
            return self.words.library.own;
        }
        let name = self.words.find(&format!("cards/{function}"));
        name.expect("every activation has its card")
    }

    /// The short name of a function: its name without the part in brackets.
    ///
    /// # Panics
    /// If no activation has this id.
    pub fn name(&self, function: &str) -> &'static str {
        let name = self.full_name(function);
        name.split('(').next().unwrap_or(name).trim_end()
    }

    /// The title of a part of the lesson or of a demo.
    ///
    /// # Panics
    /// If there is no part and no demo with this id.
    pub fn title(&self, id: &str) -> &'static str {
        let title = self.words.find(&format!("lesson/{id}"));
        title.expect("every part and every demo has its passage")
    }

    /// The texts around a demo.
    ///
    /// # Panics
    /// If there is no demo with this id.
    pub fn demo(&self, id: &str) -> Heading {
        let find = |key| self.words.label(id, "demo", key).expect("every demo has its words");
        Heading { plot: find("plot"), help: find("help") }
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

    /// The summary of the folded small pictures of a demo. It lists their captions.
    pub fn more_plots(&self, demo: &str, pictures: &[&str]) -> String {
        let captions: Vec<_> =
            pictures.iter().filter_map(|picture| self.picture(demo, picture)).collect();
        let captions = captions.join(" · ");
        self.words.page.more_plots(words::page::MorePlots { captions: &captions })
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
