//! Floor 4: everything that a link can say.

use crate::demos::settings::{Kind, Setting, Settings, is_meant};
use crate::demos::{ALL, Demo};

/// Which demo is in use, and what each demo is set to.
#[derive(Debug, Clone, PartialEq)]
pub struct View {
    /// Its place in [`ALL`].
    demo: usize,
    /// For each of them, in their order.
    states: Vec<State>,
}

/// A demo as a link says it.
#[derive(Debug, Clone, PartialEq)]
struct State {
    settings: Settings,
    /// The keys of parameters that keep their values, in their declared order.
    locked: Vec<&'static str>,
    /// The picture whose curve is hidden until the reader has drawn a guess.
    guess: Option<&'static str>,
}

impl Default for View {
    fn default() -> Self {
        View { demo: 0, states: ALL.iter().map(State::of).collect() }
    }
}

impl State {
    fn of(demo: &Demo) -> Self {
        let settings = Settings::new((demo.parameters)());
        State { settings, locked: Vec::new(), guess: None }
    }
}

impl View {
    /// The demo in use.
    pub fn demo(&self) -> &'static Demo {
        &ALL[self.demo]
    }

    /// What a demo is set to.
    pub fn settings(&self, demo: &Demo) -> &Settings {
        &self.states[place(demo)].settings
    }

    /// Takes a demo into use and gives its settings to be changed, locked or not.
    pub fn change(&mut self, demo: &Demo) -> &mut Settings {
        self.demo = place(demo);
        &mut self.states[self.demo].settings
    }

    /// Takes a demo into use and changes its settings as a reader does: what is locked stays as it is.
    pub fn try_change(&mut self, demo: &Demo, change: impl FnOnce(&mut Settings)) {
        let before = self.settings(demo).clone();
        change(self.change(demo));
        let State { settings, locked, .. } = &mut self.states[self.demo];
        settings.keep(locked, &before);
    }

    /// Takes a demo into use with its settings at their defaults, and nothing locked or to be guessed.
    pub fn start_afresh(&mut self, demo: &Demo) -> &mut Settings {
        self.states[place(demo)] = State::of(demo);
        self.change(demo)
    }

    /// The keys of the demo's parameters that a reader cannot change, in their declared order.
    pub fn locked(&self, demo: &Demo) -> &[&'static str] {
        &self.states[place(demo)].locked
    }

    /// Locks the parameters of these keys and no others. The two ends of an interval are one to the
    /// reader, and are locked together; unknown keys are dropped.
    pub fn lock<'a>(&mut self, demo: &Demo, keys: impl IntoIterator<Item = &'a str>) {
        let keys: Vec<&str> = keys.into_iter().collect();
        let is_meant = |parameter: &&Setting| {
            let other = match &parameter.kind {
                Kind::Slider(slider) => slider.end.map(|end| end.other),
                _ => None,
            };
            let is_listed = |known: &str| keys.iter().any(|key| is_meant(known, key));
            is_listed(parameter.key) || other.is_some_and(is_listed)
        };
        let parameters = (demo.parameters)().iter().filter(is_meant);
        self.states[place(demo)].locked = parameters.map(|parameter| parameter.key).collect();
    }

    /// The picture of the demo whose curve is hidden until the reader has drawn a guess.
    pub fn guess(&self, demo: &Demo) -> Option<&'static str> {
        self.states[place(demo)].guess
    }

    /// Hides the curve of a picture to be guessed, or with None nothing; an unknown picture hides nothing.
    pub fn hide_to_guess(&mut self, demo: &Demo, picture: Option<&str>) {
        let mut known = demo.pictures.iter().chain(demo.small_pictures);
        let known = known.find(|id| picture.is_some_and(|picture| is_meant(id, picture)));
        self.states[place(demo)].guess = known.copied();
    }
}

fn place(demo: &Demo) -> usize {
    ALL.iter().position(|other| other.id == demo.id).expect("every demo is in the registry")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ends_of_an_interval_are_locked_together() {
        let mut view = View::default();
        let explorer = view.demo();
        view.lock(explorer, ["max", "no-such-key"]);
        assert_eq!(view.locked(explorer), ["min", "max"]);
    }

    #[test]
    fn what_is_locked_stays_as_it_is() {
        let mut view = View::default();
        let explorer = view.demo();
        view.lock(explorer, ["min", "x"]);
        view.try_change(explorer, |settings| settings.set_all("min=50&max=70&x=3&alpha=2"));
        assert_eq!(view.settings(explorer).print(), "alpha=2");
    }

    #[test]
    fn what_is_set_afresh_is_not_locked() {
        let mut view = View::default();
        let explorer = view.demo();
        view.lock(explorer, ["f"]);
        view.hide_to_guess(explorer, explorer.pictures.last().copied());
        assert!(view.guess(explorer).is_some());
        view.start_afresh(explorer);
        assert_eq!(view, View::default());
    }
}
