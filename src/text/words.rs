//! The words of the page: short texts, and sentences with named arguments.
//!
//! They are Fluent files: `src/demos/<id>/<language>.ftl` for a demo, `src/text/<language>/words/<subject>.ftl` for all
//! others. `build/words/` checks the files and makes this module from them: each folder
//! `src/text/<language>` becomes a [`Words`] with the folder's name in capitals, and each file a field of it.
//!
//! A message without arguments is a field. A message with arguments is a method, whose argument is a struct with a
//! field for each of them: `words.forward(say::Forward { layer, z: &z, a: &a })`.

use super::message::{Key, Message, Selection, Value};
use crate::markup::Html;

include!(concat!(env!("OUT_DIR"), "/words.rs"));

impl Words {
    /// A text that is looked up while the page runs: that of the message `<kind>-<key>` in a file, if there is one.
    pub fn label(&self, file: &str, kind: &str, key: &str) -> Option<&'static str> {
        let id = format!("{file}/{kind}-{key}");
        let found = KEYS.binary_search(&id.as_str()).ok()?;
        Some(self.labels[found])
    }

    /// Notes on common misconceptions about a demo. Each is a list item.
    pub fn notes(&self, demo: &str) -> &'static [Html] {
        let found = self.notes.iter().find(|(id, _)| *id == demo);
        found.map_or(&[], |(_, notes)| notes)
    }
}
