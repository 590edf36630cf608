//! What a demo shows with certain settings.

use super::settings::Settings;
use super::{Legend, Picture, Readouts, Stage, Table};
use crate::markup::Html;
use crate::text::Text;
use std::any::Any;
use std::sync::Arc;

/// The settings of a demo in its own types, together with everything that has been computed from them. All pictures,
/// texts and numbers of the demo are made from it.
pub trait Experiment: Any + Send + Sync {
    /// The pictures, from top to bottom. Marks at places that are no numbers are left out: a typed function may have no
    /// value there.
    fn scenes(&self, stage: &Stage) -> Vec<Picture> {
        let mut pictures = self.draw(stage);
        pictures.iter_mut().for_each(|picture| picture.scene.leave_out_undefined());
        pictures
    }

    /// The pictures, from top to bottom, with marks that may be at places that are no numbers.
    fn draw(&self, stage: &Stage) -> Vec<Picture>;

    /// Sentences and formulas. May be empty.
    fn explanation(&self, _text: &Text) -> Html {
        Html::default()
    }

    /// The table of numbers at the probe or at the step of the run.
    fn readouts(&self, text: &Text) -> Readouts;

    /// The values of the curves, for the data table and its export.
    fn table(&self, text: &Text) -> Table;

    /// One or two sentences that describe the pictures, for screen readers.
    fn description(&self, text: &Text) -> String;

    /// The meaning of the lines and shades in the pictures.
    fn legend(&self, text: &Text) -> Vec<Legend>;

    /// The number of the last step of the run. 0 for a demo without steps.
    fn last_step(&self) -> u32 {
        0
    }

    /// One line of text about the step of the run. Empty for a demo without steps.
    fn moment(&self, _text: &Text) -> String {
        String::new()
    }

    /// The last step that has been computed. The other functions accept a step that has not been computed yet: they
    /// compute it at once.
    fn reached(&self) -> u32 {
        u32::MAX
    }

    /// Computes further steps of a long run for a few milliseconds at most.
    fn advance(&self) {}
}

/// An experiment of any demo. Clones share what has been computed.
pub type SharedExperiment = Arc<dyn Experiment>;

/// The function of a demo that makes the experiment for these settings. It takes over from `before`, an experiment of
/// the same demo, what the settings have not changed.
pub type Open = fn(&Settings, before: Option<&dyn Experiment>) -> SharedExperiment;

/// A computation together with the settings that determine it. Clones share it.
pub struct Computed<K, V> {
    key: K,
    value: Arc<V>,
}

impl<K: PartialEq, V> Computed<K, V> {
    /// The computation for `key`: that of `before` if it has the same key, else a new one.
    pub fn new(before: Option<&Self>, key: K, compute: impl FnOnce(&K) -> V) -> Self {
        let value = match before {
            Some(before) if before.key == key => Arc::clone(&before.value),
            _ => Arc::new(compute(&key)),
        };
        Computed { key, value }
    }
}

impl<K, V> Computed<K, V> {
    /// The settings that determine the computation.
    pub fn key(&self) -> &K {
        &self.key
    }
}

impl<K, V> std::ops::Deref for Computed<K, V> {
    type Target = V;

    fn deref(&self) -> &V {
        &self.value
    }
}

/// The experiment as that of a certain demo, to take over its computations.
pub fn known<E: Experiment>(before: Option<&dyn Experiment>) -> Option<&E> {
    (before? as &dyn Any).downcast_ref()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    #[test]
    fn only_another_key_is_computed_anew() {
        let made = Cell::new(0);
        let open = |before: Option<&Computed<i32, i32>>, key: i32| {
            Computed::new(before, key, |key| {
                made.set(made.get() + 1);
                10 * key
            })
        };
        let first = open(None, 1);
        let same = open(Some(&first), 1);
        let other = open(Some(&same), 2);
        assert_eq!([*first, *same, *other], [10, 10, 20]);
        assert_eq!(made.get(), 2);
    }
}
