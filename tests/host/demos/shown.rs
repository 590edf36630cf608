//! The outputs of the demos. Each link begins with the id of its demo.

use activation_lab::demos::experiment::SharedExperiment;
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

pub fn experiment(link: &str) -> SharedExperiment {
    permalink::decode(link).demo().experiment(&settings(link))
}

pub fn pictures(link: &str, stage: &Stage) -> Vec<Picture> {
    experiment(link).scenes(stage)
}

/// The HTML of the explanation.
pub fn says(link: &str, text: &Text) -> String {
    experiment(link).explanation(text).into_string()
}

pub fn readouts(link: &str, text: &Text) -> Readouts {
    experiment(link).readouts(text)
}

pub fn table(link: &str, text: &Text) -> Table {
    experiment(link).table(text)
}

/// The number in the `<output>` with this name.
pub fn output(link: &str, name: &str) -> f64 {
    let cells = readouts(link, text::all()[0]).rows.into_iter().flat_map(|row| row.cells);
    cells.into_iter().find(|cell| cell.name == name).expect(name).value
}
