//! Floor 3: the demos. Each is a value in [`ALL`]; navigation, links, controls and tests walk that
//! list. To add one: write `src/demos/<id>.rs`, add its line here and its text in each language.

mod explorer;
pub mod settings;

use crate::plot::scene::{Dot, Stroke};
use crate::plot::{Layout, Scene};
use crate::text::Text;
use settings::{Parameter, Settings};

/// Every demo, in the order of the page. The first is what an unknown link opens.
pub static ALL: [Demo; 1] = [explorer::DEMO];

/// A demo as a value. Everything it shows is a pure function of its settings.
#[derive(Debug)]
pub struct Demo {
    /// Permanent; what links say, and the id of its section in the page.
    pub id: &'static str,
    /// What can be set.
    pub parameters: fn() -> &'static [Parameter],
    /// Settings with a name, as a link says them. Keys they leave out stay as they are.
    pub presets: &'static [Preset],
    /// The ids of all pictures that there can be, from top to bottom.
    pub pictures: &'static [&'static str],
    /// Those of them that are to be seen now.
    pub scenes: fn(&Settings, &Stage) -> Vec<Picture>,
    /// The numbers at the probe or of the run.
    pub readouts: fn(&Settings, &Text) -> Readouts,
    /// The curves as numbers.
    pub table: fn(&Settings, &Text) -> Table,
    /// What is to be seen, in a sentence or two, for those who cannot see it.
    pub description: fn(&Settings, &Text) -> String,
    /// What the lines and shades of the pictures mean.
    pub legend: fn(&Settings, &Text) -> Vec<Legend>,
    /// The slider that pointer and arrow keys move on the plot.
    pub probe: Option<&'static str>,
    /// Moves a handle of a scene to a point of the plot.
    pub drag: fn(&mut Settings, handle: &str, to: (f64, f64)),
    /// What else changes when a reader has switched a toggle.
    pub toggled: fn(&mut Settings, key: &str),
}

/// Settings with a name.
#[derive(Debug)]
pub struct Preset {
    /// Its text key.
    pub id: &'static str,
    pub settings: &'static str,
}

/// The room that there is for pictures.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stage {
    /// In CSS pixels.
    pub width: f64,
    /// The most that all pictures together should take, in CSS pixels.
    pub height: f64,
    /// The height of tick labels, in CSS pixels.
    pub text: f64,
}

/// A scene with its place on the page.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// Names the picture among the demo's; its caption's text key.
    pub id: &'static str,
    pub layout: Layout,
    pub scene: Scene,
}

/// Live numbers, a row for each thing that is compared.
#[derive(Debug, Clone, PartialEq)]
pub struct Readouts {
    /// Where the probe is, as in "x = 1", where there is one.
    pub probe: Option<String>,
    /// The headings above the cells, in HTML (they may be formulas).
    pub columns: Vec<&'static str>,
    pub rows: Vec<Row>,
    /// What there is to say about all of them.
    pub remark: Option<String>,
}

/// The numbers of one thing.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub label: &'static str,
    /// The hue of the row's marks: an index for [`crate::plot::theme::Role::Series`].
    pub series: usize,
    pub cells: Vec<Readout>,
    /// What there is to say about these numbers.
    pub note: Option<String>,
}

/// A number with the name of its `<output>`.
#[derive(Debug, Clone, PartialEq)]
pub struct Readout {
    pub name: String,
    pub value: f64,
}

/// An entry of the legend.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Legend {
    pub sample: Sample,
    pub label: &'static str,
}

/// What an entry of the legend shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sample {
    Line(Stroke),
    Dot(Dot),
    Saturated,
}

/// A data table.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    pub columns: Vec<String>,
    pub rows: Vec<Vec<f64>>,
}

impl Demo {
    /// The demo of this id, if there is one.
    pub fn find(id: &str) -> Option<&'static Demo> {
        ALL.iter().find(|demo| demo.id == id)
    }
}
