//! Floor 3: the demos. Each is a value in [`ALL`]; navigation, links, controls and tests walk that
//! list. To add one: write `src/demos/<id>.rs`, add its line here and its text in each language.

mod alpha;
mod chain;
mod classify;
mod collapse;
mod dead;
mod descent;
mod explorer;
pub mod keys;
mod maxout;
mod memo;
mod neuron;
mod piece_handles;
pub mod settings;
mod tween;
mod valley;

use crate::markup::{Html, html};
use crate::models::collapse::Line;
use crate::plot::scene::{Dot, Stroke};
use crate::plot::{Layout, Scene};
use crate::text::Text;
use crate::text::number::{read, read_sum};
use settings::{Key, Setting, Settings};

/// Every demo, in the order of the page. The first is what an unknown link opens.
pub static ALL: [Demo; 9] = [
    explorer::DEMO,
    neuron::DEMO,
    collapse::DEMO,
    descent::DEMO,
    classify::DEMO,
    maxout::DEMO,
    alpha::DEMO,
    chain::DEMO,
    dead::DEMO,
];

/// The parts of the lesson, in the order of the page: what an activation function is, what it takes
/// to be one, the functions one by one, what goes wrong in training, which function to use, and what to read.
pub const PARTS: [&str; 6] = ["what", "conditions", "cards", "training", "choosing", "reading"];

/// A demo as a value. Everything it shows is a pure function of its settings.
#[derive(Debug)]
pub struct Demo {
    /// Permanent; what links say, and the id of its section in the page.
    pub id: &'static str,
    /// The part of the lesson that it stands in; None for the one where the page opens.
    pub part: Option<&'static str>,
    /// What can be set.
    pub parameters: fn() -> &'static [Setting],
    /// Settings with a name, as a link says them. Keys they leave out stay as they are.
    pub presets: &'static [Preset],
    /// The ids of all pictures that there can be, from top to bottom.
    pub pictures: &'static [&'static str],
    /// Those of the smaller pictures below them, two a row where there is room.
    pub small_pictures: &'static [&'static str],
    /// Those of them that are to be seen now.
    pub scenes: fn(&Settings, &Stage) -> Vec<Picture>,
    /// What is to be seen now, in words and numbers. May be empty.
    pub explanation: fn(&Settings, &Text) -> Html,
    /// The numbers at the probe or of the run.
    pub readouts: fn(&Settings, &Text) -> Readouts,
    /// The curves as numbers.
    pub table: fn(&Settings, &Text) -> Table,
    /// What is to be seen, in a sentence or two, for those who cannot see it.
    pub description: fn(&Settings, &Text) -> String,
    /// What the lines and shades of the pictures mean.
    pub legend: fn(&Settings, &Text) -> Vec<Legend>,
    /// For a demo in time, what a moment of it is.
    pub run: Option<Run>,
    /// The slider that pointer and arrow keys move on the plot.
    pub probe: Option<Key<f64>>,
    /// Moves a handle of a scene to a point of the plot.
    pub drag: fn(&mut Settings, handle: &str, to: (f64, f64)),
    /// What a press on a place of a picture does, where it does anything.
    pub press: Option<Press>,
    /// What else changes when a reader has switched a toggle.
    pub toggled: fn(&mut Settings, key: Key<bool>),
}

/// A press on a picture as a way to choose. What it chooses has a control as well.
#[derive(Debug)]
pub struct Press {
    /// The pictures that take it.
    pub pictures: &'static [&'static str],
    /// Chooses what is at a place, in data coordinates.
    pub at: fn(&mut Settings, place: (f64, f64)),
}

/// Time as a demo's argument: a moment is a step number.
#[derive(Debug)]
pub struct Run {
    /// The slider of the step. Its default is the end, however far off that is.
    pub key: Key<f64>,
    /// The last step; the first is 0.
    pub last: fn(&Settings) -> u32,
    /// What happens at the step of the settings, in a line.
    pub moment: fn(&Settings, &Text) -> String,
    /// For a run that takes longer to work out than a frame.
    pub work: Option<Work>,
}

/// How a long run is worked out piece by piece. To ask for a step that has not been reached is no
/// error: it is worked out then and there.
#[derive(Debug)]
pub struct Work {
    /// The last step that has been worked out.
    pub reached: fn(&Settings) -> u32,
    /// Works out the next ones: a few milliseconds' worth at most.
    pub advance: fn(&Settings),
}

impl Run {
    /// The step that the settings are at.
    pub fn step(&self, settings: &Settings) -> u32 {
        // Whole and not negative, as its slider is.
        (settings.number(self.key) as u32).min((self.last)(settings))
    }

    /// Goes to a step. The last one is left to the default, so that it stays the last when the run
    /// gets longer.
    pub fn go(&self, settings: &mut Settings, step: u32) {
        if step < (self.last)(settings) {
            settings.set_number(self.key, f64::from(step));
        } else {
            settings.reset(self.key.name());
        }
    }
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
    /// How far a run is on its way to the step that the settings say: from 0, still at the step
    /// before, to 1, there.
    pub arrival: f64,
}

/// The gap between pictures in a row, in CSS pixels; `style/demo.css` has it too.
const GAP: f64 = 12.0;
/// The same between two small pictures.
const SMALL_GAP: f64 = 24.0;
/// Where two small pictures in a row would be too narrow, in CSS pixels.
const SMALL_ROW: f64 = 600.0;
/// The height of a small picture as a share of its width.
const SMALL_HEIGHT: f64 = 0.56;

impl Stage {
    /// The width of one of `columns` pictures in a row.
    pub fn share(&self, columns: usize) -> f64 {
        let columns = columns as f64;
        ((self.width - (columns - 1.0) * GAP) / columns).floor().max(1.0)
    }

    /// The width of a small picture.
    pub fn small_width(&self) -> f64 {
        if self.width < SMALL_ROW { self.width } else { ((self.width - SMALL_GAP) / 2.0).floor() }
    }

    /// A picture as wide as the stage, with labels at both axes. `height` is rounded to CSS pixels.
    pub fn layout(&self, height: f64) -> Layout {
        Layout {
            width: self.width,
            height: height.round(),
            text: self.text,
            x_labels: true,
            y_labels: true,
        }
    }

    /// A picture without labels.
    pub fn bare(&self, width: f64, height: f64) -> Layout {
        Layout { width, height, text: self.text, x_labels: false, y_labels: false }
    }

    /// A small picture, with labels at both axes.
    pub fn beside(&self) -> Layout {
        let width = self.small_width();
        Layout { width, ..self.layout(SMALL_HEIGHT * width) }
    }
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
    /// What they are.
    pub name: &'static str,
    /// The heading above the notes.
    pub note: &'static str,
    /// What stands above the rows' labels: where the probe is, as in "x = 1", or what the rows are.
    pub corner: String,
    /// The headings above the cells. They may be formulas.
    pub columns: Vec<Html>,
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

/// A row of a single number.
struct SingleRow<'a> {
    series: usize,
    /// Its name as an output.
    name: &'a str,
    value: f64,
    /// What it is called, and what it is.
    label: &'static str,
    note: String,
}

impl SingleRow<'_> {
    fn row(self) -> Row {
        let SingleRow { series, name, value, label, note } = self;
        let cell = Readout { name: name.to_owned(), value, read: read(value) };
        Row { label, series, cells: vec![cell], note: Some(note) }
    }
}

/// A row for each number, given with its name as an output, and with what it is called and what it is.
fn single_rows<'a>(
    series: usize,
    numbers: impl Iterator<Item = ((&'a str, f64), (&'static str, &'static str))>,
) -> impl Iterator<Item = Row> {
    numbers.map(move |((name, value), (label, note))| {
        SingleRow { series, name, value, label, note: note.to_owned() }.row()
    })
}

/// A number with the name of its `<output>`.
#[derive(Debug, Clone, PartialEq)]
pub struct Readout {
    pub name: String,
    pub value: f64,
    /// As a person reads it.
    pub read: String,
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
    /// A point of one of two classes.
    Class(usize),
    Bar,
    Edge,
    Saturated,
}

/// A data table.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    pub columns: Vec<String>,
    /// None where a row has no such number.
    pub rows: Vec<Vec<Option<f64>>>,
}

/// Every place that one reads or plays at, in the order of the page: parts of the lesson and demos.
pub fn stops() -> Vec<&'static str> {
    let demos_of = |part| ALL.iter().filter(move |demo| demo.part == part).map(|demo| demo.id);
    let parts = PARTS.iter().flat_map(|part| [*part].into_iter().chain(demos_of(Some(*part))));
    demos_of(None).chain(parts).collect()
}

/// A line as a person writes it, such as −0.5x + 2.
fn line(line: Line) -> Html {
    read_sum(&[(line.slope, Html::trusted("<i>x</i>")), (line.intercept, Html::default())])
}

/// A formula with its numbers in a line of its own. Programs that translate pages leave it as it is.
fn formula_line(formula: &Html) -> Html {
    html!("<p class=\"formula-line\" translate=\"no\">{formula}</p>", formula)
}

/// A paragraph that says what is seen.
fn verdict_line(sentence: &Html) -> Html {
    html!("<p class=\"verdict\">{sentence}</p>", sentence)
}

impl Demo {
    /// The demo of this id, if there is one.
    pub fn find(id: &str) -> Option<&'static Demo> {
        ALL.iter().find(|demo| demo.id == id)
    }
}
