//! The long texts: formulas, cards and the lesson's prose. They are Markdown and LaTeX. `build.rs` turns them into
//! HTML with native MathML.
//!
//! Each folder `src/text/<language>` becomes a [`Content`] with the folder's name in capitals; [`of`] finds the one of a
//! language. The style sheets use these classes of the HTML: `unbroken` (a formula within a line, which does not wrap),
//! `cases-value` and `cases-condition` (the columns of a formula with cases).

use super::Text;
use crate::markup::Html;

include!(concat!(env!("OUT_DIR"), "/content.rs"));

/// A function and its derivative, each a `<math display="block">` element.
#[derive(Debug)]
pub struct Formula {
    /// f(x).
    pub value: Html,
    /// f′(x), without a value at a kink.
    pub derivative: Html,
}

/// The long texts in one language.
#[derive(Debug)]
pub struct Content {
    /// A card for each activation, in the order of [`activations::all`].
    pub cards: &'static [Card],
    /// A passage for each part of the lesson and for each demo, in no order.
    pub lesson: &'static [Passage],
    /// The notes on common misconceptions about each demo that has some, by the demo's id. Each note is a list item.
    pub notes: &'static [(&'static str, &'static [Html])],
}

/// The prose of a part of the lesson, or the introduction of a demo.
#[derive(Debug)]
pub struct Passage {
    /// The id of the part or the demo.
    pub id: &'static str,
    pub title: &'static str,
    /// Paragraphs and lists.
    pub html: Html,
}

/// The texts of a function's card. The HTML is phrasing content: it belongs inside a paragraph or a list item.
#[derive(Debug)]
pub struct Card {
    /// The id of the activation.
    pub id: &'static str,
    pub name: &'static str,
    /// One or two sentences.
    pub summary: Html,
    /// Each entry is a list item.
    pub advantages: &'static [Html],
    /// Each entry is a list item. Empty if the lesson names none.
    pub drawbacks: &'static [Html],
    /// Common misconceptions, and the behaviour of frameworks. Each entry is a list item.
    pub notes: &'static [Html],
}

/// The formulas of an activation. They are the same in every language.
///
/// # Panics
/// If no activation has this id.
pub fn formula(id: &str) -> &'static Formula {
    let found = FORMULAS.iter().find(|(known, _)| *known == id);
    &found.expect("every activation has its formulas").1
}

/// The long text in the language of a text.
///
/// # Panics
/// If the language has no folder.
pub fn of(text: &Text) -> &'static Content {
    let found = ALL.iter().find(|(language, _)| *language == text.id);
    found.expect("every language has its folder").1
}

impl Content {
    /// The card of an activation.
    ///
    /// # Panics
    /// If no activation has this id.
    pub fn card(&self, id: &str) -> &'static Card {
        let found = self.cards.iter().find(|card| card.id == id);
        found.expect("every activation has its card")
    }

    /// The prose of a part of the lesson, or the introduction of a demo.
    ///
    /// # Panics
    /// If there is no part and no demo with this id.
    pub fn passage(&self, id: &str) -> &'static Passage {
        let found = self.lesson.iter().find(|passage| passage.id == id);
        found.expect("every part and every demo has its passage")
    }

    /// The notes on common misconceptions about a demo. Each is a list item.
    pub fn notes(&self, demo: &str) -> &'static [Html] {
        let found = self.notes.iter().find(|(id, _)| *id == demo);
        found.map_or(&[], |(_, notes)| notes)
    }
}
