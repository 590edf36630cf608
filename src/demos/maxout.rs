//! Maxout: the upper envelope of a few lines, and what taking the largest does to the variance.

use super::memo::Memo;
use super::piece_handles;
use super::settings::{Setting, Settings, Shown, Slider};
use super::{
    Demo, Legend, Picture, Preset, Readouts, Sample, SingleRow, Stage, Table, formula_line,
    single_rows,
};
use crate::activations::Activation;
use crate::models::collapse::Line;
use crate::models::maxout::{Draws, LEAST_PIECES, MOST_PIECES, Maxout, Moments};
use crate::plot::axis::Ticks;
use crate::plot::layout::Rect;
use crate::plot::scene::{Dot, Fill, Mark, Stroke};
use crate::plot::theme::Role;
use crate::plot::{Interval, Scene};
use crate::text::Text;
use crate::text::number::{read, read_factor, read_short};
use std::rc::Rc;
use std::sync::LazyLock;

pub const DEMO: Demo = Demo {
    id: "maxout",
    part: Some("cards"),
    parameters: || &PARAMETERS,
    presets: &[
        Preset { id: "two-lines", settings: "k=2&w1=-0.5&b1=0&w2=1&b2=0" },
        Preset { id: "as-relu", settings: "k=2&w1=0&b1=0&w2=1&b2=0" },
        Preset { id: "as-absolute", settings: "k=2&w1=-1&b1=0&w2=1&b2=0" },
        Preset { id: "as-leaky-relu", settings: "k=2&w1=0.1&b1=0&w2=1&b2=0" },
        // Tangents of x²/4 at −2, 2, 4, −4 and 0.
        Preset {
            id: "five-tangents",
            settings: "k=5&w1=-1&b1=-1&w2=1&b2=-1&w3=2&b3=-4&w4=-2&b4=-4&w5=0&b5=0",
        },
    ],
    pictures: &["envelope"],
    small_pictures: &["inputs", "maximum"],
    scenes,
    explanation,
    readouts,
    table,
    description,
    legend,
    run: None,
    probe: Some("x"),
    drag,
    press: None,
    toggled: |_, _| {},
};

/// The inputs that are looked at.
const X: Interval = Interval::new(-5.0, 5.0);
/// What a number from outside the lesson may be at most.
const FAR: f64 = 100.0;
/// Rows of the data table.
const TABLE_ROWS: u32 = 21;
/// The numbers that the histograms show: all that are drawn but one in two thousand, if that many.
const DRAWN: Interval = Interval::new(-3.75, 3.75);
/// The bars of a histogram, a quarter wide.
const BARS: usize = 30;
/// The slopes and intercepts at first: each of the pieces is the largest somewhere, whatever k is.
const PIECES: [[f64; 2]; MOST_PIECES] =
    [[-0.5, 0.0], [1.0, 0.0], [2.0, -2.0], [-1.5, -2.0], [0.2, 0.5]];

static PARAMETERS: LazyLock<Vec<Setting>> = LazyLock::new(|| {
    let (least, most) = (LEAST_PIECES as f64, MOST_PIECES as f64);
    let piece =
        |key, default| Setting::slider(key, Slider::new(-5.0, 5.0, 0.1, default).limits(-FAR, FAR));
    let mut all = vec![
        Setting::slider("k", Slider::whole(least, most, least)),
        Setting::slider("x", Slider::new(X.low, X.high, 0.1, 1.0)),
    ];
    for ((keys, defaults), number) in piece_handles::KEYS.into_iter().zip(PIECES).zip(1_u32..) {
        let shown = Shown::AtLeast { key: "k", number: f64::from(number) };
        let both = keys.into_iter().zip(defaults);
        all.extend(both.map(|(key, default)| piece(key, default).shown(shown)));
    }
    all.extend([
        Setting::slider("samples", Slider::whole(100.0, 10_000.0, 2000.0)),
        // Chosen since its numbers come out near the exact ones; other seeds are up to a tenth off.
        Setting::slider("seed", Slider::whole(1.0, 100.0, 8.0).limits(0.0, 1e6)),
    ]);
    all
});

/// k.
fn count(settings: &Settings) -> usize {
    // Whole and at least 2, as its slider is.
    settings.number("k") as usize
}

fn maxout(settings: &Settings) -> Maxout {
    Maxout::new((0..count(settings)).map(|index| piece_handles::line(settings, index)).collect())
}

/// Where the envelope has a kink in the plot.
fn kinks(maxout: &Maxout) -> Vec<f64> {
    maxout.kinks().into_iter().filter(|at| X.contains(*at)).collect()
}

fn hue() -> usize {
    Activation::find("maxout").map_or(0, Activation::index)
}

/// The hue of what goes in: that of the identity, which changes nothing.
fn hue_of_inputs() -> usize {
    Activation::find("identity").map_or(0, Activation::index)
}

thread_local! {
    /// By the number of pieces, the number of samples and the seed.
    static DRAWS: Memo<(usize, u64, u64), Draws> = const { Memo::new() };
}

fn draws(settings: &Settings) -> Rc<Draws> {
    let [samples, seed] = ["samples", "seed"].map(|key| settings.number(key) as u64);
    let key = (count(settings), samples, seed);
    DRAWS.with(|memo| memo.get(key, |key| Draws::new(key.0, key.1 as usize, key.2)))
}

fn scenes(settings: &Settings, stage: &Stage) -> Vec<Picture> {
    let most = 42.0 * stage.text;
    let height = (0.5 * stage.width).clamp(240.0, most).min(stage.height.max(240.0));
    let (large, beside) = (stage.layout(height), stage.beside());
    let [inputs, maximum] = histograms(settings);
    vec![
        Picture { id: "envelope", layout: large, scene: envelope(settings, large.plot()) },
        Picture { id: "inputs", layout: beside, scene: inputs },
        Picture { id: "maximum", layout: beside, scene: maximum },
    ]
}

/// The pieces with their handles, the largest of them, and the probe.
fn envelope(settings: &Settings, plot: Rect) -> Scene {
    let (maxout, role) = (maxout(settings), Role::Series(hue()));
    let handles = piece_handles::handles(settings, count(settings), X);
    let kinks = kinks(&maxout);
    let corners = [X.low].into_iter().chain(kinks.iter().copied()).chain([X.high]);
    let curve: Vec<(f64, f64)> = corners.map(|x| (x, maxout.value(x))).collect();
    let heights = || curve.iter().map(|(_, y)| *y);
    // Room below for the pieces that lose; and no handle is ever out of reach.
    let below = -0.4 * heights().fold(0.0, f64::max);
    let reach = handles.iter().map(|handle| handle.at.1);
    let y = Interval::around(heights().chain(reach).chain([below]));
    let mut marks: Vec<Mark> = piece_handles::marks(settings, count(settings), role, X).collect();
    let probe = settings.number("x");
    marks.push(Mark::Rule { x: probe, role: Role::Probe });
    marks.push(Mark::Curve { runs: vec![curve], role, stroke: Stroke::Solid });
    marks.extend(piece_handles::handle_dots(&handles, role));
    marks.push(Mark::Dot { at: (probe, maxout.value(probe)), role, dot: Dot::Closed });
    marks.extend(numbers(settings, y, plot));
    Scene {
        x: X,
        y,
        x_ticks: Ticks::Numbers,
        y_ticks: Ticks::Numbers,
        marks,
        handles,
        stops: kinks,
    }
}

/// The number of each piece, beside the handle of its slope.
fn numbers(settings: &Settings, y: Interval, plot: Rect) -> Vec<Mark> {
    /// How far above or below its line a number stands, in CSS pixels.
    const ABOVE: f64 = 17.0;
    let rise = ABOVE / plot.height() * y.length();
    let number = |index: usize| {
        let at = piece_handles::slope_handle_at(index, X);
        let height = piece_handles::line(settings, index).value(at);
        // Below where there is no room above.
        let up = if height + rise < y.high { rise } else { -rise };
        let text = (index + 1).to_string();
        Mark::Label { at: (at, height + up), text, role: Role::Ink, size: 1.0 }
    };
    (0..count(settings)).map(number).collect()
}

/// Histograms of the inputs and of their maximum, as densities on the same axes.
fn histograms(settings: &Settings) -> [Scene; 2] {
    let draws = draws(settings);
    let all = [(&draws.inputs, hue_of_inputs()), (&draws.maxima, hue())];
    let bars = all.map(|(numbers, hue)| (densities(numbers), Moments::of(numbers), hue));
    let heights = bars.iter().flat_map(|(densities, ..)| densities.iter().copied());
    let y = Interval::new(0.0, 1.08 * heights.fold(0.1, f64::max));
    bars.map(|(densities, moments, hue)| {
        let width = DRAWN.length() / BARS as f64;
        let bars = densities.into_iter().enumerate().map(|(index, height)| {
            let low = DRAWN.low + width * index as f64;
            let (x, y) = (Interval::new(low, low + width), Interval::new(0.0, height));
            Mark::Bar { x, y, role: Role::Series(hue), fill: Fill::Solid(0.6) }
        });
        let deviation = moments.variance.sqrt();
        let near = Interval::new(moments.mean - deviation, moments.mean + deviation);
        let mut marks = vec![Mark::Band { x: near, role: Role::Saturated }];
        marks.extend(bars);
        marks.push(Mark::Rule { x: moments.mean, role: Role::Ink });
        Scene::of([DRAWN, y], [Ticks::Numbers, Ticks::Numbers], marks)
    })
}

/// The share of the numbers in each bar over its width.
fn densities(numbers: &[f64]) -> [f64; BARS] {
    let width = DRAWN.length() / BARS as f64;
    let each = 1.0 / (numbers.len() as f64 * width);
    let mut densities = [0.0; BARS];
    for number in numbers.iter().filter(|number| DRAWN.contains(**number)) {
        let index = ((number - DRAWN.low) / width) as usize;
        densities[index.min(BARS - 1)] += each;
    }
    densities
}

/// The handle follows the pointer up and down.
fn drag(settings: &mut Settings, handle: &str, (_, y): (f64, f64)) {
    piece_handles::drag(settings, X, handle, y);
    // To the slider's tenths, so that links stay short.
    let tenths = (10.0 * settings.number(handle)).round() / 10.0;
    settings.set_number(handle, tenths);
}

/// f(x) as a formula with its numbers, who gets the gradient, and what becomes of the variance;
/// HTML.
fn explanation(settings: &Settings, text: &Text) -> String {
    let words = &text.maxout;
    let (maxout, x) = (maxout(settings), settings.number("x"));
    let winner = maxout.winner(x);
    let each = |say: &dyn Fn(&Line) -> String| {
        maxout.pieces().iter().map(say).collect::<Vec<_>>().join(", ")
    };
    let products = each(&|piece| {
        let [slope, x, intercept] = [piece.slope, x, piece.intercept].map(read_factor);
        format!("{slope} × {x} + {intercept}")
    });
    let values = each(&|piece| read(piece.value(x)));
    let line = |formula: String| formula_line(&formula);
    let partial = |name: &str, index: &str| format!("∂<i>f</i>/∂<i>{name}</i><sub>{index}</sub>");
    let number = winner.to_string();
    let tied = maxout.tied(x);
    let said = if let [_] = tied[..] {
        (words.wins)(winner)
    } else {
        let all: Vec<String> = tied.iter().map(usize::to_string).collect();
        (words.tie)(&all.join(", "), winner)
    };
    let (inputs, maximum) = moments(settings);
    let exact = Moments::of_maximum(count(settings));
    let narrower = (words.narrower)(
        count(settings),
        &read(inputs.variance),
        &read(maximum.variance),
        &read(exact.variance),
    );
    [
        line(format!(
            "<i>f</i>({}) = max({products}) = max({values}) = <strong>{}</strong>",
            read_short(x),
            read(maxout.value(x)),
        )),
        line(format!(
            "{} = <i>x</i> = <strong>{}</strong>, {} = <strong>1</strong>, {} = {} = <strong>0</strong> (<i>i</i> ≠ {number})",
            partial("w", &number),
            read_short(x),
            partial("b", &number),
            partial("w", "<i>i</i>"),
            partial("b", "<i>i</i>"),
        )),
        format!("<p class=\"verdict\">{said}</p><p class=\"verdict\">{narrower}</p>"),
    ]
    .concat()
}

/// Estimates for the inputs and for their maximum.
fn moments(settings: &Settings) -> (Moments, Moments) {
    let draws = draws(settings);
    (Moments::of(&draws.inputs), Moments::of(&draws.maxima))
}

fn readouts(settings: &Settings, text: &Text) -> Readouts {
    let words = &text.maxout;
    let (maxout, x) = (maxout(settings), settings.number("x"));
    let (inputs, maximum) = moments(settings);
    let exact = Moments::of_maximum(count(settings));
    let (hue, from) = (hue(), hue_of_inputs());
    let numbers = [
        ("value", maxout.value(x)),
        ("winner", maxout.winner(x) as f64),
        ("gradient", maxout.gradient(x)),
    ];
    let at_probe = single_rows(hue, numbers.into_iter().zip(words.rows));
    let moments = [
        ("mean-in", from, inputs.mean, Moments::STANDARD.mean, ""),
        ("variance-in", from, inputs.variance, Moments::STANDARD.variance, ""),
        ("mean-out", hue, maximum.mean, exact.mean, " (1/√π)"),
        ("variance-out", hue, maximum.variance, exact.variance, " (1 − 1/π)"),
    ];
    let drawn = moments.into_iter().zip(words.moments).map(|(moment, label)| {
        let (name, series, value, exact, form) = moment;
        // The forms are those of two pieces.
        let form = if count(settings) == 2 { form } else { "" };
        let exact = (words.exact)(&format!("{}{form}", read(exact)));
        SingleRow { series, name, value, label, note: exact }.row()
    });
    Readouts {
        name: words.readouts,
        note: words.note,
        corner: format!("x = {}", read(x)),
        columns: vec![words.value],
        rows: at_probe.chain(drawn).collect(),
        remark: None,
    }
}

fn table(settings: &Settings, text: &Text) -> Table {
    let maxout = maxout(settings);
    let pieces = (1..=count(settings)).map(text.maxout.piece);
    let ends = ["f(x)", "f′(x)"].map(str::to_owned);
    let columns = ["x".to_owned()].into_iter().chain(pieces).chain(ends);
    let rows = (0..TABLE_ROWS).map(|row| {
        let x = X.low + X.length() * f64::from(row) / f64::from(TABLE_ROWS - 1);
        let pieces = maxout.pieces().iter().map(|piece| piece.value(x));
        let numbers = [x].into_iter().chain(pieces).chain([maxout.value(x), maxout.gradient(x)]);
        numbers.map(Some).collect()
    });
    Table { columns: columns.collect(), rows: rows.collect() }
}

fn description(settings: &Settings, text: &Text) -> String {
    let (maxout, x) = (maxout(settings), settings.number("x"));
    let winner = maxout.winner(x);
    (text.maxout.describe)(count(settings), &read(x), &read(maxout.value(x)), winner)
}

fn legend(_: &Settings, text: &Text) -> Vec<Legend> {
    let words = &text.maxout;
    let entries = [
        (Sample::Line(Stroke::Solid), words.envelope),
        (Sample::Line(Stroke::Thin), words.pieces),
        (Sample::Dot(Dot::Handle), words.handle),
        (Sample::Bar, words.bar),
        (Sample::Saturated, words.band),
    ];
    entries.map(|(sample, label)| Legend { sample, label }).to_vec()
}
