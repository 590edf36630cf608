//! Floor 4: everything that a link can say.

use crate::demos::settings::Settings;
use crate::demos::{ALL, Demo};

/// Which demo is in use, and what each demo is set to.
#[derive(Debug, Clone, PartialEq)]
pub struct View {
    /// Its place in [`ALL`].
    demo: usize,
    settings: Vec<Settings>,
}

impl Default for View {
    fn default() -> Self {
        View { demo: 0, settings: ALL.iter().map(defaults).collect() }
    }
}

fn defaults(demo: &Demo) -> Settings {
    Settings::new((demo.parameters)())
}

impl View {
    /// The demo in use.
    pub fn demo(&self) -> &'static Demo {
        &ALL[self.demo]
    }

    /// What a demo is set to.
    pub fn settings(&self, demo: &Demo) -> &Settings {
        &self.settings[place(demo)]
    }

    /// Takes a demo into use and gives its settings to be changed.
    pub fn change(&mut self, demo: &Demo) -> &mut Settings {
        self.demo = place(demo);
        &mut self.settings[self.demo]
    }

    /// Takes a demo into use with its settings at their defaults.
    pub fn start_afresh(&mut self, demo: &Demo) -> &mut Settings {
        *self.change(demo) = defaults(demo);
        self.change(demo)
    }
}

fn place(demo: &Demo) -> usize {
    ALL.iter().position(|other| other.id == demo.id).unwrap_or_default()
}
