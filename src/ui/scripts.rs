//! The scripts at hand: the lesson's own, the reader's, and one that came by a link or a file.

use super::browser;
use crate::script::{Change, Placed, Script, Step};
use crate::text::Text;
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
        let opened = stored_script(OPENED);
        let choice = browser::stored(CHOICE).unwrap_or_default();
        let choice = Choice::ALL.into_iter().find(|known| known.id() == choice);
        let choice = choice.filter(|choice| *choice != Choice::Opened || opened.is_some());
        let choice = choice.unwrap_or(Choice::Lesson);
        let mine = stored_script(MINE).unwrap_or_default();
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
        !self.latest().steps.is_empty()
    }

    /// Makes a script the reader's own.
    pub fn adopt(self, script: Script) {
        self.edit(Change::All(script));
        self.choose(Choice::Mine);
    }

    /// Changes the reader's own, as it is stored now: another window may have changed it too. Gives whether there was room.
    pub fn edit(self, change: Change) -> bool {
        let mut mine = self.latest();
        let is_done = mine.change(change);
        self.keep(MINE, &mine.json());
        self.state.update(|state| state.mine = mine);
        is_done
    }

    /// The same where the list of steps looks different afterwards.
    pub fn rearrange(self, change: Change) -> bool {
        let is_done = self.edit(change);
        self.moved.notify();
        is_done
    }

    /// Takes up what another window has stored.
    pub fn reload(self) {
        let latest = self.latest();
        self.state.update(|state| state.mine = latest);
        self.moved.notify();
    }

    /// The reader's own as it is stored, or as it is here where nothing is stored.
    fn latest(self) -> Script {
        // What could not be stored is here alone.
        let stored = if self.kept.get_untracked() { stored_script(MINE) } else { None };
        stored.unwrap_or_else(|| self.state.with_untracked(|state| state.mine.clone()))
    }

    /// A step of the reader's own.
    pub fn placed(self, place: usize) -> Option<Placed> {
        let step = self.state.with_untracked(|state| state.mine.steps.get(place).cloned());
        step.map(|step| Placed { place, step })
    }

    /// Where a step of the reader's own is now.
    pub fn place_of(self, step: &Placed) -> Option<usize> {
        self.state.with_untracked(|state| state.mine.find(step))
    }

    /// Adds a step to the reader's own, which is used from then on; false where it is full.
    pub fn add(self, step: Step) -> bool {
        let is_added = self.rearrange(Change::Add(step));
        if is_added && self.choice() != Choice::Mine {
            self.choose(Choice::Mine);
        }
        is_added
    }

    /// The step that a presentation is at, from 0.
    pub fn at(self) -> usize {
        self.state.with(|state| state.at)
    }

    pub fn go_to(self, step: usize) {
        self.state.update(|state| state.at = step);
    }

    fn keep(self, name: &str, value: &str) {
        self.kept.set(browser::store(name, value));
    }
}

/// Whether what another window has stored under this name is the reader's own script.
pub fn is_mine(name: &str) -> bool {
    browser::is_in_store(name, MINE)
}

fn stored_script(name: &str) -> Option<Script> {
    Script::from_json(browser::stored(name)?.as_bytes()).ok()
}
