//! The scripts at hand: the lesson's own, the reader's, and one that came by a link or a file.

use super::browser;
use super::lab::Lab;
use crate::permalink;
use crate::script::{STEPS, Script, Step};
use crate::text::Text;
use crate::view::View;
use leptos::prelude::*;

/// Where the reader's own script, the opened one and the choice between them are stored.
const MINE: &str = "script";
const OPENED: &str = "opened-script";
const CHOICE: &str = "script-choice";

/// The scripts and which of them is used.
#[derive(Clone, Copy)]
pub struct Scripts {
    /// In one signal: each type in a signal is compiled into code of its own.
    state: RwSignal<ScriptState>,
    /// Notifies when other steps are there than before, or in another order; not when one has other words.
    pub moved: Trigger,
    /// Whether the drawer with them is open.
    pub shown: RwSignal<bool>,
    /// Whether the browser has stored what was last to be stored.
    pub kept: RwSignal<bool>,
}

struct ScriptState {
    mine: Script,
    opened: Option<Script>,
    choice: Choice,
    /// The step that a presentation is at, from 0.
    at: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    Lesson,
    Mine,
    Opened,
}

impl Choice {
    const ALL: [Choice; 3] = [Choice::Lesson, Choice::Mine, Choice::Opened];

    pub fn id(self) -> &'static str {
        match self {
            Choice::Lesson => "lesson",
            Choice::Mine => "mine",
            Choice::Opened => "opened",
        }
    }

    pub fn name(self, text: &Text) -> &'static str {
        match self {
            Choice::Lesson => text.script.lesson,
            Choice::Mine => text.script.mine,
            Choice::Opened => text.script.opened,
        }
    }
}

impl Scripts {
    /// As they were stored, if they were.
    pub fn new() -> Self {
        let stored = |name| Script::from_json(browser::stored(name)?.as_bytes()).ok();
        let opened = stored(OPENED);
        let choice = browser::stored(CHOICE).unwrap_or_default();
        let choice = Choice::ALL.into_iter().find(|known| known.id() == choice);
        let choice = choice.filter(|choice| *choice != Choice::Opened || opened.is_some());
        let choice = choice.unwrap_or(Choice::Lesson);
        let mine = stored(MINE).unwrap_or_default();
        Scripts {
            state: RwSignal::new(ScriptState { mine, opened, choice, at: 0 }),
            moved: Trigger::new(),
            shown: RwSignal::new(false),
            kept: RwSignal::new(true),
        }
    }

    /// The one in use, which [`moved`](Self::moved) tells of.
    pub fn choice(self) -> Choice {
        self.state.with_untracked(|state| state.choice)
    }

    /// Those that there are to choose from, which [`moved`](Self::moved) tells of.
    pub fn choices(self) -> impl Iterator<Item = Choice> {
        let has_opened = self.state.with_untracked(|state| state.opened.is_some());
        Choice::ALL.into_iter().filter(move |choice| *choice != Choice::Opened || has_opened)
    }

    pub fn choose(self, choice: Choice) {
        self.keep(CHOICE, choice.id());
        self.state.update(|state| (state.choice, state.at) = (choice, 0));
        self.moved.notify();
    }

    /// The script that is used.
    pub fn script(self, text: &Text) -> Script {
        self.state.with(|state| match state.choice {
            Choice::Lesson => Script::lesson(text),
            Choice::Mine => state.mine.clone(),
            Choice::Opened => state.opened.clone().unwrap_or_default(),
        })
    }

    /// Takes a script into use that came by a link or a file.
    pub fn open(self, script: Script) {
        self.keep(OPENED, &script.json());
        self.state.update(|state| state.opened = Some(script));
        self.choose(Choice::Opened);
    }

    /// Whether the reader has a script to lose.
    pub fn has_mine(self) -> bool {
        self.state.with_untracked(|state| !state.mine.steps.is_empty())
    }

    /// Makes a script the reader's own.
    pub fn adopt(self, script: Script) {
        self.edit(|mine| *mine = script);
        self.choose(Choice::Mine);
    }

    /// Puts the steps of the reader's own into another order, or some out of it.
    pub fn rearrange(self, change: impl FnOnce(&mut Vec<Step>)) {
        self.edit(|mine| change(&mut mine.steps));
        self.moved.notify();
    }

    /// Changes words or views of the reader's own.
    pub fn edit(self, change: impl FnOnce(&mut Script)) {
        self.state.update(|state| change(&mut state.mine));
        let json = self.state.with_untracked(|state| state.mine.json());
        self.keep(MINE, &json);
    }

    /// Adds a step to the reader's own, which is used from then on; false where it is full.
    pub fn add(self, step: Step) -> bool {
        if self.state.with_untracked(|state| state.mine.steps.len()) >= STEPS {
            return false;
        }
        self.rearrange(|steps| steps.push(step));
        if self.choice() != Choice::Mine {
            self.choose(Choice::Mine);
        }
        true
    }

    /// The step that a presentation is at, from 0.
    pub fn at(self) -> usize {
        self.state.with(|state| state.at)
    }

    pub fn go_to(self, step: usize) {
        self.state.update(|state| state.at = step);
    }

    /// Puts the presentation at a step that shows the view, if there is one: where it is, or else the first.
    pub fn find(self, lab: Lab) {
        let view = lab.view.with_untracked(permalink::encode);
        let script = untrack(|| self.script(lab.text.get()));
        let is_here = script.steps.get(untrack(|| self.at())).is_some_and(|step| step.view == view);
        if let Some(place) = script.place(&view).filter(|_| !is_here) {
            self.go_to(place);
        }
    }

    fn keep(self, name: &str, value: &str) {
        self.kept.set(browser::store(name, value));
    }
}

/// The view in use as a step, with its demo's title.
pub fn step_now(lab: Lab) -> Step {
    let fragment = lab.view.with_untracked(permalink::encode);
    let demo = lab.view.with_untracked(View::demo);
    Step::new(&fragment, lab.text.get_untracked().passage(demo.id).title, "")
}
