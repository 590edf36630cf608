//! Floor 3: the demos. Each is a value in [`ALL`]; navigation, links, controls and tests use that
//! list. To add a demo: write the folder `src/demos/<id>/`, add its line here and its introduction in each language.

mod alpha;
mod chain;
mod classify;
mod collapse;
mod dead;
mod descent;
pub mod experiment;
mod explorer;
pub mod keys;
mod maxout;
mod neuron;
mod piece_handles;
pub mod settings;
mod tween;
mod valley;

use crate::markup::{Html, html};
use crate::models::collapse::Line;
use crate::plot::palette::Palette;
use crate::plot::scene::{Dot, Stroke};
use crate::plot::{Layout, Scene};
use crate::split::Piece;
use crate::text::number::{exact, read, read_sum};
use activations::Activation;
use experiment::{Experiment, Open, SharedExperiment};
use settings::{Key, Setting, Settings};

/// Every demo, in the order of the page.
pub static ALL: &[Demo] = &[
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

/// The ids of the parts of the lesson, in the order of the page: introduction, conditions for an activation function,
/// cards of the lesson's functions, all functions, problems in training, choice of a function, reading list.
pub const PARTS: [&str; 7] =
    ["what", "conditions", "cards", "library", "training", "choosing", "reading"];

/// A demo as a value. Everything that it shows is a pure function of its settings.
#[derive(Debug)]
pub struct Demo {
    /// The name in links and the id of the section in the page. Permanent, because links contain it.
    pub id: &'static str,
    /// The part of the lesson that contains the demo. `None` for the one demo above the lesson, see [`first`].
    pub part: Option<&'static str>,
    /// The settings in the order of their controls.
    pub parameters: fn() -> &'static [Setting],
    /// Buttons that set several values at once.
    pub presets: &'static [Preset],
    /// The functions that are shown with these settings, at most
    /// [`HUES`](crate::plot::palette::HUES).
    pub functions: fn(&Settings) -> Vec<&'static Activation>,
    /// The ids of all large pictures that the demo can show, from top to bottom.
    pub pictures: &'static [&'static str],
    /// The ids of the small pictures below the large ones. Two stand in a row where the page is wide enough.
    pub small_pictures: &'static [&'static str],
    /// The run of a demo that goes through steps. `None` for a demo without steps.
    pub run: Option<Run>,
    /// The slider that the pointer and the arrow keys move on the plot, if there is one.
    pub probe: Option<Key<f64>>,
    /// What the demo does. Its code is in a piece of the WebAssembly.
    pub body: &'static Piece<Body>,
}

/// The functions of a demo that a piece of the WebAssembly contains.
#[derive(Debug, Clone, Copy)]
pub struct Body {
    /// Makes what the demo shows with these settings.
    open: Open,
    /// Moves a handle of a scene to a point of the plot.
    drag: fn(&mut Settings, handle: &str, to: (f64, f64)),
    /// The effect of a press on a picture. `None` if a press has no effect.
    press: Option<Press>,
    /// Changes other settings after the reader has switched the toggle `key`.
    toggled: fn(&mut Settings, key: Key<bool>),
}

impl Body {
    /// A body without handles, presses and effects of toggles.
    const fn new(open: Open) -> Self {
        Body { open, drag: |_, _, _| {}, press: None, toggled: |_, _| {} }
    }
}

/// A choice by a press on a picture. A control allows the same choice.
#[derive(Debug, Clone, Copy)]
pub struct Press {
    /// The ids of the pictures that can be pressed.
    pub pictures: &'static [&'static str],
    /// Chooses the thing at a place. The place is in data coordinates.
    pub at: fn(&mut Settings, place: (f64, f64)),
}

/// The steps of a demo, such as steps of training. They are numbered from 0.
#[derive(Debug)]
pub struct Run {
    /// The slider of the step. Its default is the last step or a larger number.
    pub key: Key<f64>,
}

impl Run {
    /// The step that the settings name, or the last step if that is smaller.
    pub fn step(&self, settings: &Settings, last: u32) -> u32 {
        // The slider allows only whole numbers from 0 on.
        (settings.number(self.key) as u32).min(last)
    }

    /// Goes to a step. The last step is set as the default, so that the setting still means the last step when
    /// the run gets longer.
    pub fn go(&self, settings: &mut Settings, step: u32, last: u32) {
        if step < last {
            settings.set_number(self.key, f64::from(step));
        } else {
            settings.reset(self.key.name());
        }
    }

    /// Goes to the end if the settings name a step after it.
    pub fn end(&self, settings: &mut Settings, last: u32) {
        if settings.number(self.key) > f64::from(last) {
            self.go(settings, last, last);
        }
    }
}

/// A button that sets several values at once.
#[derive(Debug)]
pub struct Preset {
    /// The key of the button's label in [`Text::preset`].
    pub id: &'static str,
    /// The values as in a link: `key=value&key=value`. Other settings stay as they are.
    pub settings: &'static str,
}

/// The space for the pictures of a demo.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stage {
    /// The width in CSS pixels.
    pub width: f64,
    /// The largest height of all large pictures together, in CSS pixels.
    pub height: f64,
    /// The font size of tick labels, in CSS pixels.
    pub text: f64,
    /// The progress of the animation from the step before to the step that the settings name, from 0 to 1.
    pub arrival: f64,
}

/// The gap between pictures in a row, in CSS pixels. `style/demo.css` has the same number.
const GAP: f64 = 12.0;
/// The gap between two small pictures in a row, in CSS pixels.
const SMALL_GAP: f64 = 24.0;
/// The least width of the page for two small pictures in a row, in CSS pixels.
const SMALL_ROW: f64 = 600.0;
/// The height of a small picture as a share of its width.
const SMALL_HEIGHT: f64 = 0.56;

impl Stage {
    /// The width of one of `columns` pictures in a row, in CSS pixels.
    pub fn share(&self, columns: usize) -> f64 {
        let columns = columns as f64;
        ((self.width - (columns - 1.0) * GAP) / columns).floor().max(1.0)
    }

    /// The width of a small picture, in CSS pixels.
    pub fn small_width(&self) -> f64 {
        if self.width < SMALL_ROW { self.width } else { ((self.width - SMALL_GAP) / 2.0).floor() }
    }

    /// The layout of a picture as wide as the stage, with labels at both axes. `height` is rounded to whole CSS
    /// pixels.
    pub fn layout(&self, height: f64) -> Layout {
        Layout {
            width: self.width,
            height: height.round(),
            text: self.text,
            x_labels: true,
            y_labels: true,
        }
    }

    /// The layout of a picture without axis labels.
    pub fn bare(&self, width: f64, height: f64) -> Layout {
        Layout { width, height, text: self.text, x_labels: false, y_labels: false }
    }

    /// The layout of a small picture, with labels at both axes.
    pub fn beside(&self) -> Layout {
        let width = self.small_width();
        Layout { width, ..self.layout(SMALL_HEIGHT * width) }
    }
}

/// A scene with its place on the page.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// The key of the caption in [`Text::picture`].
    pub id: &'static str,
    pub layout: Layout,
    pub scene: Scene,
}

/// The table of current numbers, with a row for each thing that is compared.
#[derive(Debug, Clone, PartialEq)]
pub struct Readouts {
    /// The name of the table.
    pub name: &'static str,
    /// The heading of the notes column.
    pub note: &'static str,
    /// The heading above the labels of the rows: the place of the probe, such as "x = 1", or a name for the rows.
    pub corner: String,
    /// The headings of the number columns. They may contain formulas.
    pub columns: Vec<Html>,
    pub rows: Vec<Row>,
    /// A note on the whole table.
    pub remark: Option<Html>,
}

/// A row of the readouts.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub label: &'static str,
    /// The hue of the row's marker: an index for [`crate::plot::theme::Role::Series`].
    pub series: usize,
    pub cells: Vec<Readout>,
    /// A note on the numbers of this row.
    pub note: Option<String>,
}

/// A row with a single number.
struct SingleRow<'a> {
    series: usize,
    /// The name of the `<output>`.
    name: &'a str,
    value: f64,
    /// The label in front of the number. `note` explains it.
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

/// A number with the name of its `<output>`, its label and its note.
type Quantity = (&'static str, f64, &'static str, &'static str);

/// A row for each number.
fn single_rows(series: usize, quantities: &[Quantity]) -> impl Iterator<Item = Row> {
    quantities.iter().map(move |&(name, value, label, note)| {
        SingleRow { series, name, value, label, note: note.to_owned() }.row()
    })
}

/// The headings of a table with one number in each row.
struct QuantityHeadings {
    /// The name of the table.
    name: &'static str,
    /// The headings of the labels, of the numbers and of the notes.
    quantity: &'static str,
    value: &'static str,
    note: &'static str,
}

impl QuantityHeadings {
    /// The table of these numbers, which all belong to the thing with the hue `series`.
    fn readouts(self, series: usize, quantities: &[Quantity]) -> Readouts {
        Readouts {
            name: self.name,
            note: self.note,
            corner: self.quantity.to_owned(),
            columns: vec![Html::text(self.value)],
            rows: single_rows(series, quantities).collect(),
            remark: None,
        }
    }
}

/// A number with the name of its `<output>`.
#[derive(Debug, Clone, PartialEq)]
pub struct Readout {
    pub name: String,
    pub value: f64,
    /// The number as text for readers, see [`crate::text::number::read`].
    pub read: String,
}

impl Readout {
    /// The number in its `<output>`.
    pub fn output(&self) -> Html {
        let Readout { name, value, read } = self;
        // As live regions they would speak at every pixel of a drag. The value text of the plot speaks instead.
        html!(
            "<output name=\"{name}\" aria-live=\"off\" translate=\"no\"><data value=\"{exact}\">{read}</data></output>",
            name,
            exact = exact(*value),
            read,
        )
    }
}

/// An entry of the legend.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Legend {
    pub sample: Sample,
    pub label: &'static str,
}

/// The sample beside an entry of the legend.
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
    /// The cells of each row. `None` is an empty cell.
    pub rows: Vec<Vec<Option<f64>>>,
}

/// The ids of all parts of the lesson and all demos, in the order of the page.
pub fn stops() -> Vec<&'static str> {
    let demos_of = |part| ALL.iter().filter(move |demo| demo.part == part).map(|demo| demo.id);
    let parts = PARTS.iter().flat_map(|part| [*part].into_iter().chain(demos_of(Some(*part))));
    demos_of(None).chain(parts).collect()
}

/// The right-hand side of a line's equation, such as −0.5x + 2.
fn line(line: Line) -> Html {
    read_sum(&[(line.slope, Html::trusted("<i>x</i>")), (line.intercept, Html::default())])
}

/// A paragraph with a formula. Translation programs do not change it.
fn formula_line(formula: &Html) -> Html {
    html!("<p class=\"formula-line\" translate=\"no\">{formula}</p>", formula)
}

/// A paragraph with a sentence about the pictures.
fn verdict_line(sentence: &Html) -> Html {
    html!("<p class=\"verdict\">{sentence}</p>", sentence)
}

/// The demo above the lesson, which a link that names no demo opens.
pub fn first() -> &'static Demo {
    ALL.iter().find(|demo| demo.part.is_none()).expect("a demo stands above the lesson")
}

impl Demo {
    /// The demo with this id, if there is one.
    pub fn find(id: &str) -> Option<&'static Demo> {
        ALL.iter().find(|demo| demo.id == id)
    }

    /// The index of the demo in [`ALL`].
    pub fn place(&self) -> usize {
        ALL.iter().position(|other| other.id == self.id).expect("every demo is in the registry")
    }

    /// The body.
    ///
    /// # Panics
    ///
    /// If the piece with the body has not been loaded.
    fn body(&self) -> &'static Body {
        self.body.get().expect("a demo is used after its piece has been loaded")
    }

    /// Makes what the demo shows with these settings. It takes over from `before`, an experiment of this demo, what
    /// the settings have not changed.
    ///
    /// # Panics
    ///
    /// This function and the next ones panic if the piece with the demo's body has not been loaded.
    pub fn open(&self, settings: &Settings, before: Option<&dyn Experiment>) -> SharedExperiment {
        (self.body().open)(settings, before)
    }

    /// What the demo shows with these settings, with nothing taken over.
    pub fn experiment(&self, settings: &Settings) -> SharedExperiment {
        self.open(settings, None)
    }

    /// Moves a handle of a scene to a point of the plot.
    pub fn drag(&self, settings: &mut Settings, handle: &str, to: (f64, f64)) {
        (self.body().drag)(settings, handle, to);
    }

    /// The effect of a press on a picture. `None` if a press has no effect.
    pub fn press(&self) -> Option<&'static Press> {
        self.body().press.as_ref()
    }

    /// Changes other settings after the reader has switched the toggle `key`.
    pub fn toggled(&self, settings: &mut Settings, key: Key<bool>) {
        (self.body().toggled)(settings, key);
    }

    /// The hues of the functions that are shown with these settings.
    pub fn palette(&self, settings: &Settings) -> Palette {
        Palette::of((self.functions)(settings))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_demo_stands_above_the_lesson() {
        assert_eq!(ALL.iter().filter(|demo| demo.part.is_none()).count(), 1);
        assert_eq!(first().id, "explorer");
    }
}
