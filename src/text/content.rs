//! The long text: formulas, cards and the lesson's prose, written as Markdown and LaTeX and turned into HTML with
//! native MathML by `build.rs`.
//!
//! Each folder `src/text/<language>` is one [`Content`] here, named after it in capitals. The
//! stylesheet gives the HTML's classes their meaning: `unbroken` (a formula in a line, which does
//! not wrap), `cases-value` and `cases-condition` (the columns of a formula with cases).

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

/// Everything that is long in one language.
#[derive(Debug)]
pub struct Content {
    /// One for each activation, in the order of [`crate::activations::ALL`].
    pub cards: &'static [Card],
    /// One for each part of the lesson and for most demos, in no order.
    pub lesson: &'static [Passage],
}

/// A stretch of the lesson's prose.
#[derive(Debug)]
pub struct Passage {
    /// That of a part of the lesson or of the demo that it leads to.
    pub id: &'static str,
    pub title: &'static str,
    /// Paragraphs and lists.
    pub html: Html,
}

/// What there is to say about one activation. The HTML is phrasing content: it belongs inside a
/// paragraph or a list item.
#[derive(Debug)]
pub struct Card {
    /// The activation's.
    pub id: &'static str,
    pub name: &'static str,
    /// One or two sentences.
    pub summary: Html,
    /// One entry a bullet.
    pub advantages: &'static [Html],
    /// One entry a bullet. Empty where the lesson names none.
    pub drawbacks: &'static [Html],
    /// Common misconceptions, and what frameworks do; one entry a bullet.
    pub notes: &'static [Html],
}

/// The formulas of an activation; they are the same in every language.
///
/// # Panics
/// When no activation has this id.
pub fn formula(id: &str) -> &'static Formula {
    let found = FORMULAS.iter().find(|(known, _)| *known == id);
    &found.expect("every activation has its formulas").1
}

impl Content {
    /// The card of an activation.
    ///
    /// # Panics
    /// When no activation has this id.
    pub fn card(&self, id: &str) -> &'static Card {
        let found = self.cards.iter().find(|card| card.id == id);
        found.expect("every activation has its card")
    }
}
