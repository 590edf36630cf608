//! The words of the page: short texts, and sentences with named arguments.
//!
//! They are Fluent files: `src/demos/<id>/<language>.ftl` for a demo, `src/text/<language>/words/<subject>.ftl` for all
//! others. `build/words/` checks the files and makes two things from them: the data of each language, which is no part
//! of the app, and the types of this module, which read the data. Each file is a field of [`Words`].
//!
//! A message without arguments is a field. A message with arguments is a method, whose argument is a struct with a
//! field for each of them: `words.forward(say::Forward { layer, z: &z, a: &a })`.

use super::message::{Message, Value};
use crate::markup::Html;
use std::str::Split;

include!(concat!(env!("OUT_DIR"), "/words.rs"));

impl Words {
    /// A text that is looked up while the page runs: that of the message `<kind>-<key>` in a file, if there is one.
    pub fn label(&self, file: &str, kind: &str, key: &str) -> Option<&'static str> {
        self.find(&format!("{file}/{kind}-{key}"))
    }

    /// The text with a key: `<file>/<id>` for a label, `cards/<id>` for a function's name, `lesson/<id>` for the title
    /// of a part or a demo.
    pub(super) fn find(&self, key: &str) -> Option<&'static str> {
        let found = self.looked_up.binary_search_by_key(&key, |(key, _)| key).ok()?;
        Some(self.looked_up[found].1)
    }

    /// Reads the data of a language, without its tag at the beginning. `None` if it is incomplete or was written for
    /// other code.
    pub(super) fn load(data: &'static str) -> Option<Box<Words>> {
        let lines = data.strip_prefix(FINGERPRINT)?.strip_prefix('\n')?;
        let lines = lines.strip_suffix(END)?.strip_suffix('\n')?.split('\n');
        if lines.clone().count() != LINES {
            return None;
        }
        let mut words = Box::new(Words::EMPTY);
        words.read(&mut Lines(lines));
        Some(words)
    }
}

/// The lines of the data that are still to be read. It is known before that there are enough.
///
/// A line is written to its place, because returning it would need three times the code, for each of some hundred words.
struct Lines(Split<'static, char>);

impl Lines {
    #[inline(never)]
    fn text(&mut self, to: &mut &'static str) {
        *to = self.0.next().unwrap_or_default();
    }

    #[inline(never)]
    fn html(&mut self, to: &mut Html) {
        *to = Html::trusted(self.0.next().unwrap_or_default());
    }

    /// The texts with keys, which are the last ones.
    fn looked_up(&mut self) -> Vec<(&'static str, &'static str)> {
        let lines = self.0.by_ref();
        lines.map(|line| line.split_once('\t').unwrap_or_default()).collect()
    }
}
