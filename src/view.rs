//! Floor 4: the state that a link describes.

use crate::demos::settings::{Kind, Setting, Settings, is_meant};
use crate::demos::{self, ALL, Demo};
use activations::Activation;

/// The demo in use and the state of every demo.
#[derive(Debug, Clone, PartialEq)]
pub struct View {
    /// The index of the demo in use in [`ALL`].
    demo: usize,
    /// The states of all demos, in the order of [`ALL`].
    states: Vec<State>,
}

/// The part of the state that belongs to one demo.
#[derive(Debug, Clone, PartialEq)]
struct State {
    settings: Settings,
    /// The keys of the settings that readers cannot change, in their declared order.
    locked: Vec<&'static str>,
    /// The picture whose curve is hidden until the reader has drawn a guess.
    guess: Option<&'static str>,
}

impl Default for View {
    fn default() -> Self {
        View { demo: demos::first().place(), states: ALL.iter().map(State::of).collect() }
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

    /// The settings of a demo.
    pub fn settings(&self, demo: &Demo) -> &Settings {
        &self.states[demo.place()].settings
    }

    /// Makes a demo the one in use and returns its settings, which can be changed even if they are locked.
    pub fn change(&mut self, demo: &Demo) -> &mut Settings {
        self.demo = demo.place();
        &mut self.states[self.demo].settings
    }

    /// Makes a demo the one in use and changes its settings for the reader: locked settings keep their values.
    pub fn try_change(&mut self, demo: &Demo, change: impl FnOnce(&mut Settings)) {
        let before = self.settings(demo).clone();
        change(self.change(demo));
        let State { settings, locked, .. } = &mut self.states[self.demo];
        settings.keep(locked, &before);
    }

    /// Makes a demo the one in use, with all settings at their defaults, nothing locked and nothing to guess.
    pub fn start_afresh(&mut self, demo: &Demo) -> &mut Settings {
        self.states[demo.place()] = State::of(demo);
        self.change(demo)
    }

    /// Goes to the end of a demo's run if the settings name a step after it. The length of the run is known once the
    /// piece with the demo's body has been loaded; before that, this has no effect.
    pub fn end_run(&mut self, demo: &Demo) {
        let settings = &mut self.states[demo.place()].settings;
        if let Some(run) = &demo.run
            && demo.body.get().is_some()
            // The default is the end of every run.
            && !settings.is_default(run.key.name())
        {
            run.end(settings, demo.experiment(settings).last_step());
        }
    }

    /// The functions that the demos show, in no order.
    pub fn functions(&self) -> impl Iterator<Item = &'static Activation> {
        ALL.iter().flat_map(|demo| (demo.functions)(self.settings(demo)))
    }

    /// Replaces the functions of the library: a list loses them, a choice gets its default.
    pub fn leave_out_library(&mut self) {
        self.states.iter_mut().for_each(|state| state.settings.leave_out_library());
    }

    /// The keys of the demo's settings that a reader cannot change, in their declared order.
    pub fn locked(&self, demo: &Demo) -> &[&'static str] {
        &self.states[demo.place()].locked
    }

    /// Locks the settings with these keys and unlocks all others. The two ends of an interval are always
    /// locked together. Unknown keys are dropped.
    pub fn lock<'a>(&mut self, demo: &Demo, keys: impl IntoIterator<Item = &'a str>) {
        let keys: Vec<&str> = keys.into_iter().collect();
        let is_meant = |parameter: &&Setting| {
            let other = match &parameter.kind {
                Kind::Slider(_, slider) => slider.end.map(|end| end.other.name()),
                _ => None,
            };
            let is_listed = keys.iter().any(|key| parameter.is_named(key));
            let is_other = |other| keys.iter().any(|key| is_meant(other, key));
            is_listed || other.is_some_and(is_other)
        };
        let parameters = (demo.parameters)().iter().filter(is_meant);
        self.states[demo.place()].locked = parameters.map(Setting::key).collect();
    }

    /// The picture of the demo whose curve is hidden until the reader has drawn a guess.
    pub fn guess(&self, demo: &Demo) -> Option<&'static str> {
        self.states[demo.place()].guess
    }

    /// Hides the curve of a picture until the reader has drawn a guess. `None` or an unknown picture hides
    /// nothing.
    pub fn hide_to_guess(&mut self, demo: &Demo, picture: Option<&str>) {
        let mut known = demo.pictures.iter().chain(demo.small_pictures);
        let known = known.find(|id| picture.is_some_and(|picture| is_meant(id, picture)));
        self.states[demo.place()].guess = known.copied();
    }
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

    #[test]
    fn functions_of_the_library_can_be_left_out() {
        let mut view = View::default();
        let (explorer, chain) = (view.demo(), Demo::find("chain").expect("the chain is a demo"));
        view.change(explorer).set_all("f=relu,gelu");
        view.change(chain).set_all("f=mish&beside=tanh,silu&depth=3");
        view.leave_out_library();
        assert!(view.functions().all(|function| function.lesson.is_some()));
        assert_eq!(view.settings(explorer).print(), "f=relu");
        assert_eq!(view.settings(chain).print(), "beside=tanh&depth=3");
    }
}
