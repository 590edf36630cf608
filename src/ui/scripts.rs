//! The available scripts: that of the lesson, the reader's own, and one from a link or a file.

use super::browser;
use super::history;
use crate::script::{Change, Placed, Script, Step};
use crate::text::Text;
use leptos::ev;
use leptos::prelude::*;

/// The names in the local storage of the reader's own script, the opened script and the choice between them.
const MINE: &str = "script";
const OPENED: &str = "opened-script";
const CHOICE: &str = "script-choice";

/// The scripts and the choice between them.
#[derive(Clone, Copy)]
pub struct Scripts {
    /// All in one signal, because each type of signal adds code to the wasm.
    state: RwSignal<ScriptState>,
    /// Notifies when steps are added, removed or moved; not when only the words of a step change.
    pub moved: Trigger,
    /// Whether the drawer is open.
    pub shown: RwSignal<bool>,
    /// Whether the last attempt to store the reader's script succeeded.
    pub kept: RwSignal<bool>,
    /// Whether the drawer has been opened. From then on it hears of changes in other windows itself, because it has to
    /// store first what is being typed.
    pub has_drawer: StoredValue<bool>,
}

struct ScriptState {
    is_loaded: bool,
    mine: Script,
    opened: Option<Script>,
    choice: Choice,
    /// The index of the step that the presentation shows, from 0.
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
            Choice::Lesson => text.words.script.lesson,
            Choice::Mine => text.words.script.mine,
            Choice::Opened => text.words.script.opened,
        }
    }
}

impl Scripts {
    /// No scripts, until [`load`](Self::load) is called.
    pub fn new() -> Self {
        Scripts {
            state: RwSignal::new(ScriptState {
                is_loaded: false,
                mine: Script::default(),
                opened: None,
                choice: Choice::Lesson,
                at: 0,
            }),
            moved: Trigger::new(),
            shown: RwSignal::new(false),
            kept: RwSignal::new(true),
            has_drawer: StoredValue::new(false),
        }
    }

    /// Loads the scripts as they were stored. A second call has no effect.
    pub fn load(self) {
        if self.state.with_untracked(|state| state.is_loaded) {
            return;
        }
        let opened = stored_script(OPENED);
        let choice = browser::stored(CHOICE).unwrap_or_default();
        let choice = Choice::ALL.into_iter().find(|known| known.id() == choice);
        let choice = choice.filter(|choice| *choice != Choice::Opened || opened.is_some());
        let choice = choice.unwrap_or(Choice::Lesson);
        let mine = stored_script(MINE).unwrap_or_default();
        self.state.set(ScriptState { is_loaded: true, mine, opened, choice, at: 0 });
        // Another window has changed the same script.
        let _ = window_event_listener(ev::storage, move |ev| {
            if !self.has_drawer.get_value() && ev.key().is_some_and(|key| is_mine(&key)) {
                self.reload();
            }
        });
    }

    /// Opens the script in the fragment of the address. Returns the fragment of its first view, or `None` if there is no
    /// script.
    pub fn open_link(self) -> Option<String> {
        let script = Script::from_fragment(&history::fragment())?;
        let first = script.steps.first().map(|step| step.view.clone());
        self.open(script);
        first
    }

    /// The chosen script. Not reactive; [`moved`](Self::moved) notifies of changes.
    pub fn choice(self) -> Choice {
        self.state.with_untracked(|state| state.choice)
    }

    /// The scripts that can be chosen. Not reactive; [`moved`](Self::moved) notifies of changes.
    pub fn choices(self) -> impl Iterator<Item = Choice> {
        let has_opened = self.state.with_untracked(|state| state.opened.is_some());
        Choice::ALL.into_iter().filter(move |choice| *choice != Choice::Opened || has_opened)
    }

    pub fn choose(self, choice: Choice) {
        self.keep(CHOICE, choice.id());
        self.state.update(|state| (state.choice, state.at) = (choice, 0));
        self.moved.notify();
    }

    /// The content of the chosen script.
    pub fn script(self, text: &Text) -> Script {
        self.state.with(|state| match state.choice {
            Choice::Lesson => Script::lesson(text),
            Choice::Mine => state.mine.clone(),
            Choice::Opened => state.opened.clone().unwrap_or_default(),
        })
    }

    /// Stores and chooses a script that came from a link or a file.
    pub fn open(self, script: Script) {
        self.load();
        self.keep(OPENED, &script.json());
        self.state.update(|state| state.opened = Some(script));
        self.choose(Choice::Opened);
    }

    /// Whether the reader's own script has any steps.
    pub fn has_mine(self) -> bool {
        !self.latest().steps.is_empty()
    }

    /// Replaces the reader's own script and chooses it.
    pub fn adopt(self, script: Script) {
        self.edit(Change::All(script));
        self.choose(Choice::Mine);
    }

    /// Changes the stored copy of the reader's own script, which another window may have changed. Returns
    /// false if there was no room for the change.
    pub fn edit(self, change: Change) -> bool {
        let mut mine = self.latest();
        let is_done = mine.change(change);
        self.keep(MINE, &mine.json());
        self.state.update(|state| state.mine = mine);
        is_done
    }

    /// Changes the reader's own script, and notifies [`moved`](Self::moved), because the list of steps
    /// changes.
    pub fn rearrange(self, change: Change) -> bool {
        let is_done = self.edit(change);
        self.moved.notify();
        is_done
    }

    /// Loads what another window has stored.
    pub fn reload(self) {
        let latest = self.latest();
        self.state.update(|state| state.mine = latest);
        self.moved.notify();
    }

    /// The reader's own script as it is stored, or as it is in this window if it could not be stored.
    fn latest(self) -> Script {
        // A script that could not be stored exists in this window only.
        let stored = if self.kept.get_untracked() { stored_script(MINE) } else { None };
        stored.unwrap_or_else(|| self.state.with_untracked(|state| state.mine.clone()))
    }

    /// A step of the reader's own script with its index.
    pub fn placed(self, place: usize) -> Option<Placed> {
        let step = self.state.with_untracked(|state| state.mine.steps.get(place).cloned());
        step.map(|step| Placed { place, step })
    }

    /// The present index of a step in the reader's own script.
    pub fn place_of(self, step: &Placed) -> Option<usize> {
        self.state.with_untracked(|state| state.mine.find(step))
    }

    /// Adds a step to the reader's own script and chooses that script. Returns false if the script is full.
    pub fn add(self, step: Step) -> bool {
        let is_added = self.rearrange(Change::Add(step));
        if is_added && self.choice() != Choice::Mine {
            self.choose(Choice::Mine);
        }
        is_added
    }

    /// The index of the step that the presentation shows, from 0.
    pub fn at(self) -> usize {
        self.state.with(|state| state.at)
    }

    pub fn go_to(self, step: usize) {
        self.state.update(|state| state.at = step);
    }

    fn keep(self, name: &str, value: &str) {
        let is_kept = browser::store(name, value);
        if name == MINE {
            self.kept.set(is_kept);
        }
    }
}

/// Whether a key of the local storage belongs to the reader's own script.
pub fn is_mine(name: &str) -> bool {
    browser::is_in_store(name, MINE)
}

fn stored_script(name: &str) -> Option<Script> {
    Script::from_json(browser::stored(name)?.as_bytes()).ok()
}
