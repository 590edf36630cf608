//! Layers without activation functions collapse into one line. With activation functions, the output bends.

use super::experiment::Plain;
use super::keys;
use super::settings::{OptionKey, Setting, Settings, Slider};
use super::tween::between;
use super::{
    Demo, Legend, Picture, Preset, Readouts, Run, Sample, Stage, Table, formula_line, line,
    single_rows, verdict_line,
};
use crate::markup::{Html, html};
use crate::models::collapse::{Line, MAX_DEPTH, MAX_WIDTH, Stack, best_line};
use crate::plot::axis::Ticks;
use crate::plot::palette;
use crate::plot::scene::{Mark, Stroke};
use crate::plot::theme::Role;
use crate::plot::{Interval, Scene};
use crate::text::Text;
use crate::text::number::read;
use crate::text::words::collapse as say;
use activations::Function;
use std::sync::LazyLock;

pub const DEMO: Demo = Demo {
    id: "collapse",
    part: Some("what"),
    parameters: || &PARAMETERS,
    presets: &[
        Preset { id: "one-line", settings: "f=identity&depth=3&width=4&seed=97&step=20" },
        Preset { id: "twenty-layers", settings: "f=identity&depth=20&width=16&seed=97&step=20" },
        Preset { id: "with-relu", settings: "f=relu&depth=3&width=4&seed=97&step=20" },
        Preset { id: "more-kinks", settings: "f=relu&depth=6&width=12&seed=97&step=20" },
        Preset { id: "with-tanh", settings: "f=tanh&depth=3&width=4&seed=97&step=20" },
    ],
    functions: |settings| vec![settings.chosen_function(keys::FUNCTION).activation],
    pictures: &["stack"],
    small_pictures: &[],
    open: |settings, _| PLAIN.open(settings),
    run: Some(RUN),
    probe: None,
    drag: |_, _, _| {},
    press: None,
    toggled: |_, _| {},
};

static PLAIN: Plain = Plain {
    scenes,
    explanation,
    readouts,
    table,
    description,
    legend,
    last: |settings| depth(settings) as u32,
    moment,
    reached: |_| u32::MAX,
    advance: |_| {},
};

const RUN: Run = Run { key: keys::STEP };

/// The inputs that are shown.
const X: Interval = Interval::new(-4.0, 4.0);
/// The number of straight pieces in a drawn curve, which looks smooth on any screen.
const POINTS: u32 = 400;
/// The number of rows in the data table.
const TABLE_ROWS: u32 = 17;

static PARAMETERS: LazyLock<Vec<Setting>> = LazyLock::new(|| {
    let ids: Vec<&str> = activations::ALL.iter().map(|activation| activation.id).collect();
    let (deepest, widest) = (MAX_DEPTH as f64, MAX_WIDTH as f64);
    let mut all = vec![
        Setting::choice(keys::FUNCTION, ids, "identity"),
        Setting::slider(keys::DEPTH, Slider::whole(1.0, deepest, 3.0)),
        Setting::slider(keys::WIDTH, Slider::whole(1.0, widest, 4.0)),
        Setting::slider(keys::SEED, Slider::whole(1.0, 100.0, 97.0).limits(0.0, 1e6)),
    ];
    all.extend(Setting::of_functions(&[OptionKey::One(keys::FUNCTION)], &[]));
    all.push(Setting::slider(keys::STEP, Slider::whole(0.0, deepest, deepest)));
    all
});

fn depth(settings: &Settings) -> usize {
    // The slider allows only whole numbers from 1 on.
    settings.number(keys::DEPTH) as usize
}

fn function(settings: &Settings) -> Function {
    settings.chosen_function(keys::FUNCTION)
}

fn stack(settings: &Settings) -> Stack {
    let [width, seed] = [keys::WIDTH, keys::SEED].map(|key| settings.number(key) as u64);
    Stack::new(function(settings), depth(settings), width as usize, seed)
}

/// The layer of the current step; 0 is the input.
fn layer(settings: &Settings) -> usize {
    RUN.step(settings, depth(settings) as u32) as usize
}

fn is_linear(settings: &Settings) -> bool {
    settings.choice(keys::FUNCTION) == "identity"
}

/// The output of the whole stack as a function of its input.
struct Outcome {
    /// The output itself if it is a line, else the best-fit line.
    line: Line,
    /// The largest distance of the output from that line.
    bend: f64,
    /// The number of straight pieces of the output; ∞ if it is curved.
    pieces: f64,
}

impl Outcome {
    fn of(stack: &Stack, settings: &Settings) -> Self {
        if is_linear(settings) {
            return Outcome { line: stack.folded(stack.depth())[0], bend: 0.0, pieces: 1.0 };
        }
        let segments = stack.segments(stack.depth(), X.low, X.high);
        if let Some([only]) = segments.as_deref() {
            return Outcome { line: only.lines[0], bend: 0.0, pieces: 1.0 };
        }
        let (line, bend) = best_line(|x| stack.value(x), X.low, X.high);
        let pieces = match segments {
            Some(segments) => segments.len() as f64,
            // A single layer has no activation function after it.
            None if stack.depth() == 1 => 1.0,
            None => f64::INFINITY,
        };
        Outcome { line, bend, pieces }
    }
}

fn scenes(settings: &Settings, stage: &Stage) -> Vec<Picture> {
    let most = 42.0 * stage.text;
    let height = (0.52 * stage.width).clamp(240.0, most).min(stage.height.max(240.0));
    let scene = scene(settings, stage.arrival);
    vec![Picture { id: "stack", layout: stage.layout(height), scene }]
}

/// The weighted sums of the current layer, one line for each neuron. `arrival` is the progress of the animation
/// from the layer before, from 0 to 1.
fn scene(settings: &Settings, arrival: f64) -> Scene {
    let stack = stack(settings);
    let layer = layer(settings);
    let role = Role::Series(palette::alone(function(settings).activation));
    let lines = lines(&stack, layer, arrival);
    let is_end = layer == stack.depth() && arrival >= 1.0;
    let y = Interval::around(lines.iter().flatten().flatten().map(|(_, y)| *y));
    // The lines of many neurons are thin, and the line of the output is thick.
    let stroke = if lines.len() == 1 { Stroke::Solid } else { Stroke::Thin };
    let mut marks: Vec<Mark> =
        lines.into_iter().map(|runs| Mark::Curve { runs, role, stroke }).collect();
    if is_end && !is_linear(settings) {
        let Outcome { line, .. } = Outcome::of(&stack, settings);
        let ends = [X.low, X.high].map(|x| (x, line.value(x)));
        marks.push(Mark::Curve {
            runs: vec![ends.to_vec()],
            role: Role::Probe,
            stroke: Stroke::Dashed,
        });
    }
    Scene::of([X, y], [Ticks::Numbers, Ticks::Numbers], marks)
}

/// The polylines of each neuron of a layer. Layer 0 is the input.
fn lines(stack: &Stack, layer: usize, arrival: f64) -> Vec<Vec<Vec<(f64, f64)>>> {
    if layer == 0 {
        return vec![vec![vec![(X.low, X.low), (X.high, X.high)]]];
    }
    let is_moving = arrival < 1.0;
    if let Some(pieces) = stack.segments(layer, X.low, X.high).filter(|_| !is_moving) {
        let neurons = pieces.first().map_or(0, |piece| piece.lines.len());
        let runs = |neuron: usize| {
            let ends = pieces.iter().map(|piece| {
                let line = piece.lines[neuron];
                [piece.from, piece.to].map(|x| (x, line.value(x))).to_vec()
            });
            ends.fold(Vec::new(), joined)
        };
        return (0..neurons).map(runs).collect();
    }
    let places = (0..=POINTS).map(|i| X.low + X.length() * f64::from(i) / f64::from(POINTS));
    let mut lines: Vec<Vec<(f64, f64)>> = Vec::new();
    for x in places {
        let before = if layer == 1 { vec![x] } else { stack.sums(layer - 1, x) };
        let after = stack.sums(layer, x);
        // If one of the two layers has a single neuron, its line splits into those of the other layer, or they join.
        let count = if is_moving { before.len().max(after.len()) } else { after.len() };
        let one = |sums: &[f64], neuron: usize| sums[neuron.min(sums.len() - 1)];
        lines.resize(count, Vec::new());
        for (neuron, line) in lines.iter_mut().enumerate() {
            let (from, to) = (one(&before, neuron), one(&after, neuron));
            line.push((x, between(from, to, arrival)));
        }
    }
    lines.into_iter().map(|line| vec![line]).collect()
}

/// The polylines with one more piece. The piece continues the last polyline, or starts a new one after a jump.
fn joined(mut runs: Vec<Vec<(f64, f64)>>, next: Vec<(f64, f64)>) -> Vec<Vec<(f64, f64)>> {
    /// The largest relative difference that counts as rounding.
    const EQUAL: f64 = 1e-9;
    let goes_on = runs
        .last()
        .and_then(|run| run.last())
        .is_some_and(|end| (end.1 - next[0].1).abs() <= EQUAL * (1.0 + end.1.abs()));
    match runs.last_mut().filter(|_| goes_on) {
        Some(run) => run.extend(next.into_iter().skip(1)),
        None => runs.push(next),
    }
    runs
}

fn moment(settings: &Settings, text: &Text) -> String {
    let words = &text.words.collapse;
    let (layer, depth) = (layer(settings), depth(settings));
    let said = if layer == 0 {
        words.input.to_owned()
    } else if layer == depth {
        words.output(say::Output { depth })
    } else {
        words.layer(say::Layer { layer, width: settings.number(keys::WIDTH) as usize })
    };
    format!("{layer} / {depth} · {said}")
}

/// The layers as a formula, and a sentence about the output.
fn explanation(settings: &Settings, text: &Text) -> Html {
    let words = &text.words.collapse;
    let stack = stack(settings);
    let outcome = Outcome::of(&stack, settings);
    let verdict = if is_linear(settings) {
        words.stays_a_line(say::StaysALine { depth: depth(settings), line: &line(outcome.line) })
    } else if depth(settings) == 1 {
        words.single.clone()
    } else {
        let name = text.name(settings.choice(keys::FUNCTION));
        match outcome.pieces {
            1.0 if outcome.line.slope == 0.0 => words.dies(say::Dies { name }),
            1.0 => words.stays_straight(say::StaysStraight { name }),
            pieces if pieces.is_finite() => {
                words.bends(say::Bends { name, pieces: pieces as usize, bend: &read(outcome.bend) })
            }
            _ => words.curves(say::Curves { name, bend: &read(outcome.bend) }),
        }
    };
    [formula_line(&fold(&stack, settings)), verdict_line(&verdict)].into_iter().collect()
}

/// The first neuron of the current layer as a nested formula. Without activation functions, also the line that
/// it is equal to.
fn fold(stack: &Stack, settings: &Settings) -> Html {
    /// The largest number of layers that are written out.
    const MOST: usize = 5;
    let layer = layer(settings);
    if layer == 0 {
        return Html::trusted("<i>x</i>");
    }
    let is_linear = is_linear(settings);
    let nested = |inner: Html, number: usize| {
        let inner = if number == 1 {
            inner
        } else if is_linear {
            html!("({inner})", inner)
        } else {
            html!(" <i>f</i>({inner})", inner)
        };
        html!("<i>W</i><sub>{number}</sub>{inner} + <i>b</i><sub>{number}</sub>", number, inner)
    };
    let start = layer.saturating_sub(MOST) + 1;
    let inner = if start == 1 { Html::trusted("<i>x</i>") } else { Html::trusted("…") };
    let formula = (start..=layer).fold(inner, nested);
    if is_linear {
        html!("{formula} = <strong>{line}</strong>", formula, line = line(stack.folded(layer)[0]))
    } else {
        formula
    }
}

fn readouts(settings: &Settings, text: &Text) -> Readouts {
    let words = &text.words.collapse;
    let Outcome { line, bend, pieces } = Outcome::of(&stack(settings), settings);
    let numbers = [("a", line.slope), ("c", line.intercept), ("bend", bend), ("pieces", pieces)];
    let series = palette::alone(function(settings).activation);
    let labels = [
        (words.row_slope, words.row_slope_note),
        (words.row_intercept, words.row_intercept_note),
        (words.row_bend, words.row_bend_note),
        (words.row_pieces, words.row_pieces_note),
    ];
    let rows = numbers.into_iter().zip(labels);
    Readouts {
        name: words.readouts,
        note: words.note,
        corner: words.quantity.to_owned(),
        columns: vec![Html::text(words.value)],
        rows: single_rows(series, rows).collect(),
        remark: None,
    }
}

fn table(settings: &Settings, text: &Text) -> Table {
    let stack = stack(settings);
    let Outcome { line, .. } = Outcome::of(&stack, settings);
    let rows = (0..TABLE_ROWS).map(|row| {
        let x = X.low + X.length() * f64::from(row) / f64::from(TABLE_ROWS - 1);
        [x, stack.value(x), line.value(x)].map(Some).to_vec()
    });
    let words = &text.words.collapse;
    let columns = [words.table_x, words.table_output, words.table_line];
    Table { columns: columns.map(str::to_owned).to_vec(), rows: rows.collect() }
}

fn description(settings: &Settings, text: &Text) -> String {
    let is = text.words.collapse.describe(say::Describe {
        name: text.name(settings.choice(keys::FUNCTION)),
        depth: depth(settings),
        width: settings.number(keys::WIDTH) as usize,
    });
    format!("{is} {}", moment(settings, text))
}

fn legend(settings: &Settings, text: &Text) -> Vec<Legend> {
    let words = &text.words.collapse;
    let is_end = layer(settings) == depth(settings);
    let entries = [
        (is_end, Sample::Line(Stroke::Solid), words.stack),
        (!is_end, Sample::Line(Stroke::Thin), words.neurons),
        (is_end && !is_linear(settings), Sample::Line(Stroke::Dashed), words.best),
    ];
    let shown = entries.into_iter().filter(|(shown, ..)| *shown);
    shown.map(|(_, sample, label)| Legend { sample, label }).collect()
}
