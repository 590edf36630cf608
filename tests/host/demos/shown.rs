//! The outputs of the demos. Each link begins with the id of its demo.

use activation_lab::demos::settings::Settings;
use activation_lab::demos::{Demo, Picture, Readouts, Stage, Table};
use activation_lab::permalink;
use activation_lab::text::{self, Text};

pub fn demo(id: &str) -> &'static Demo {
    Demo::find(id).expect(id)
}

pub fn settings(link: &str) -> Settings {
    let view = permalink::decode(link);
    view.settings(view.demo()).clone()
}

pub fn pictures(link: &str, stage: &Stage) -> Vec<Picture> {
    (permalink::decode(link).demo().scenes)(&settings(link), stage)
}

/// The HTML of the explanation.
pub fn says(link: &str, text: &Text) -> String {
    (permalink::decode(link).demo().explanation)(&settings(link), text).into_string()
}

pub fn readouts(link: &str, text: &Text) -> Readouts {
    (permalink::decode(link).demo().readouts)(&settings(link), text)
}

pub fn table(link: &str, text: &Text) -> Table {
    (permalink::decode(link).demo().table)(&settings(link), text)
}

/// The number in the `<output>` with this name.
pub fn output(link: &str, name: &str) -> f64 {
    let cells = readouts(link, text::ALL[0]).rows.into_iter().flat_map(|row| row.cells);
    cells.into_iter().find(|cell| cell.name == name).expect(name).value
}
