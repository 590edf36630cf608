//! Maxout: the largest of a few lines. Histograms compare the variance of f(x) for normal inputs x with that of
//! the largest of independent normal numbers.

use super::experiment::Plain;
use super::keys;
use super::memo::Memo;
use super::piece_handles::{self, Keys};
use super::settings::{Key, Setting, Settings, Shown, Slider};
use super::{
    Demo, Legend, Picture, Preset, Readouts, Sample, SingleRow, Stage, Table, formula_line, line,
    single_rows, verdict_line,
};
use crate::markup::{Html, html};
use crate::models::collapse::Line;
use crate::models::maxout::{Draws, LEAST_PIECES, MOST_PIECES, Maxout, Moments, Spread};
use crate::plot::axis::Ticks;
use crate::plot::layout::Rect;
use crate::plot::palette;
use crate::plot::scene::{Dot, Fill, Mark, Stroke};
use crate::plot::theme::Role;
use crate::plot::{Interval, Scene};
use crate::text::Text;
use crate::text::number::read;
use crate::text::words::maxout as say;
use activations::functions::{identity, maxout};
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
        Preset { id: "steep-lines", settings: "k=2&w1=1&b1=0&w2=3&b2=0" },
        // The pieces are the tangents of x²/4 at −2, 2, 4, −4 and 0.
        Preset {
            id: "five-tangents",
            settings: "k=5&w1=-1&b1=-1&w2=1&b2=-1&w3=2&b3=-4&w4=-2&b4=-4&w5=0&b5=0",
        },
    ],
    functions: |_| vec![&maxout::ACTIVATION, &identity::ACTIVATION],
    pictures: &["envelope"],
    small_pictures: &["inputs", "outputs", "maximum"],
    open: |settings, _| PLAIN.open(settings),
    run: None,
    probe: Some(keys::X),
    drag,
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
    last: |_| 0,
    moment: |_, _| String::new(),
    reached: |_| u32::MAX,
    advance: |_| {},
};

/// The inputs that are shown.
const X: Interval = Interval::new(-5.0, 5.0);
/// The largest size of a number in links and typed numbers.
const FAR: f64 = 100.0;
/// The number of rows in the data table.
const TABLE_ROWS: u32 = 21;
/// The standard normal numbers that the histograms show. On average at most one in two thousand is outside.
const DRAWN: Interval = Interval::new(-3.75, 3.75);
/// The number of bars in a histogram. Over [`DRAWN`], a bar has a width of 0.25.
const BARS: usize = 30;
/// The default slopes and intercepts. For every k, each of the first k pieces is the largest somewhere.
const PIECES: [[f64; 2]; MOST_PIECES] =
    [[-0.5, 0.0], [1.0, 0.0], [2.0, -2.0], [-1.5, -2.0], [0.2, 0.5]];

/// The number of pieces.
const K: Key<f64> = Key::new("k");
/// The number of random inputs.
const SAMPLES: Key<f64> = Key::new("samples");

static PARAMETERS: LazyLock<Vec<Setting>> = LazyLock::new(|| {
    let (least, most) = (LEAST_PIECES as f64, MOST_PIECES as f64);
    let piece =
        |key, default| Setting::slider(key, Slider::new(-5.0, 5.0, 0.1, default).limits(-FAR, FAR));
    let mut all = vec![
        Setting::slider(K, Slider::whole(least, most, least)),
        Setting::slider(keys::X, Slider::new(X.low, X.high, 0.1, 1.0)),
    ];
    for ((keys, defaults), number) in piece_handles::KEYS.into_iter().zip(PIECES).zip(1_u32..) {
        let shown = Shown::AtLeast { key: K, number: f64::from(number) };
        let both = keys.into_iter().zip(defaults);
        all.extend(both.map(|(key, default)| piece(key, default).shown(shown)));
    }
    all.extend([
        Setting::slider(SAMPLES, Slider::whole(100.0, 10_000.0, 2000.0)),
        // With this seed the numbers are close to the exact ones. With others they differ by up to a tenth.
        Setting::slider(keys::SEED, Slider::whole(1.0, 100.0, 8.0).limits(0.0, 1e6)),
    ]);
    all
});

/// k, the number of pieces.
fn count(settings: &Settings) -> usize {
    // The slider allows only whole numbers from 2 on.
    settings.number(K) as usize
}

/// The keys of the pieces in use.
fn pieces(settings: &Settings) -> &'static [Keys] {
    &piece_handles::KEYS[..count(settings)]
}

fn maxout(settings: &Settings) -> Maxout {
    Maxout::new(pieces(settings).iter().map(|keys| piece_handles::line(settings, *keys)).collect())
}

/// The kinks of f within the plot.
fn kinks(maxout: &Maxout) -> Vec<f64> {
    maxout.kinks().into_iter().filter(|at| X.contains(*at)).collect()
}

fn hue() -> usize {
    palette::alone(&maxout::ACTIVATION)
}

/// The hue of the inputs: that of the identity.
fn hue_of_inputs() -> usize {
    palette::alone(&identity::ACTIVATION)
}

/// The number of pieces, the number of samples and the seed.
type Drawing = (usize, u64, u64);

thread_local! {
    static DRAWS: Memo<Drawing, Draws> = const { Memo::new() };
    static OUTPUTS: Memo<(Drawing, Maxout), Vec<f64>> = const { Memo::new() };
}

fn drawing(settings: &Settings) -> Drawing {
    let [samples, seed] = [SAMPLES, keys::SEED].map(|key| settings.number(key) as u64);
    (count(settings), samples, seed)
}

fn draws(settings: &Settings) -> Rc<Draws> {
    let make = |key: &Drawing| Draws::new(key.0, key.1 as usize, key.2);
    DRAWS.with(|memo| memo.get(drawing(settings), make))
}

/// f(x) for each input x.
fn outputs(settings: &Settings) -> Rc<Vec<f64>> {
    let make = |(_, maxout): &(Drawing, Maxout)| {
        draws(settings).inputs.iter().map(|x| maxout.value(*x)).collect()
    };
    OUTPUTS.with(|memo| memo.get((drawing(settings), maxout(settings)), make))
}

fn scenes(settings: &Settings, stage: &Stage) -> Vec<Picture> {
    let most = 42.0 * stage.text;
    let height = (0.5 * stage.width).clamp(240.0, most).min(stage.height.max(240.0));
    let (large, beside) = (stage.layout(height), stage.beside());
    let [inputs, outputs, maximum] = histograms(settings);
    vec![
        Picture { id: "envelope", layout: large, scene: envelope(settings, large.plot()) },
        Picture { id: "inputs", layout: beside, scene: inputs },
        Picture { id: "outputs", layout: beside, scene: outputs },
        Picture { id: "maximum", layout: beside, scene: maximum },
    ]
}

/// The pieces with their handles, the largest of them, and the probe.
fn envelope(settings: &Settings, plot: Rect) -> Scene {
    let (maxout, role) = (maxout(settings), Role::Series(hue()));
    let handles = piece_handles::handles(settings, pieces(settings), X);
    let kinks = kinks(&maxout);
    let corners = [X.low].into_iter().chain(kinks.iter().copied()).chain([X.high]);
    let curve: Vec<(f64, f64)> = corners.map(|x| (x, maxout.value(x))).collect();
    let heights = || curve.iter().map(|(_, y)| *y);
    // The axis has space below for pieces that are not the largest, and contains all handles.
    let below = -0.4 * heights().fold(0.0, f64::max);
    let reach = handles.iter().map(|handle| handle.at.1);
    let y = Interval::around(heights().chain(reach).chain([below]));
    let mut marks: Vec<Mark> = piece_handles::marks(settings, pieces(settings), role, X).collect();
    let probe = settings.number(keys::X);
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
    /// The distance of a number from its line, in CSS pixels.
    const ABOVE: f64 = 17.0;
    let rise = ABOVE / plot.height() * y.length();
    let number = |index: usize| {
        let at = piece_handles::slope_handle_at(index, X);
        let height = piece_handles::line(settings, piece_handles::KEYS[index]).value(at);
        // The number is below its line if there is no space above.
        let up = if height + rise < y.high { rise } else { -rise };
        let text = (index + 1).to_string();
        Mark::Label { at: (at, height + up), text, role: Role::Ink, size: 1.0 }
    };
    (0..count(settings)).map(number).collect()
}

/// Histograms (densities) of the inputs x, of f(x), and of the largest of independent numbers. Their x axes have
/// the same length, so that the widths can be compared.
fn histograms(settings: &Settings) -> [Scene; 3] {
    let draws = draws(settings);
    let outputs = outputs(settings);
    let [drawn, shown] = axes(&maxout(settings));
    let high = |x: Interval, numbers: &[f64]| densities(x, numbers).into_iter().fold(0.0, f64::max);
    let high_drawn = high(drawn, &draws.inputs).max(high(drawn, &draws.maxima));
    [
        histogram(&draws.inputs, drawn, high_drawn, hue_of_inputs()),
        // If f is flat somewhere, many outputs are equal. On the same y axis, their bar would make the others flat.
        histogram(&outputs, shown, high(shown, &outputs), hue()),
        histogram(&draws.maxima, drawn, high_drawn, hue_of_inputs()),
    ]
}

/// The x axes for the random numbers x and for f(x). They have the same length, and are equal if all f(x) fit on
/// the axis of x.
fn axes(maxout: &Maxout) -> [Interval; 2] {
    /// The possible lengths of the axes, as multiples of [`DRAWN`]. A slope of 100 fits on the longest.
    const LONGER: [f64; 9] = [1.0, 2.0, 3.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0];
    let ends = [DRAWN.low, DRAWN.high].into_iter();
    let corners = maxout.kinks().into_iter().filter(|at| DRAWN.contains(*at)).chain(ends);
    let values: Vec<f64> = corners.map(|x| maxout.value(x)).collect();
    let low = values.iter().copied().fold(f64::INFINITY, f64::min);
    let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let fits = |times: &f64| high - low <= times * DRAWN.length() * (1.0 - 1.0 / BARS as f64);
    let is_around = |times: f64| times * DRAWN.low <= low && high <= times * DRAWN.high;
    let times = LONGER.into_iter().find(|times| is_around(*times) || fits(times));
    let times = times.unwrap_or(LONGER[LONGER.len() - 1]);
    let drawn = Interval::new(times * DRAWN.low, times * DRAWN.high);
    if is_around(times) {
        return [drawn, drawn];
    }
    // The axis is a whole number of bars from 0, so that a bar ends at 0.
    let bar = drawn.length() / BARS as f64;
    let low = ((low + high - drawn.length()) / 2.0 / bar).round() * bar;
    [drawn, Interval::new(low, low + drawn.length())]
}

fn histogram(numbers: &[f64], x: Interval, high: f64, hue: usize) -> Scene {
    let y = Interval::new(0.0, 1.08 * high);
    let moments = Moments::of(numbers);
    let width = x.length() / BARS as f64;
    let bars = densities(x, numbers).into_iter().enumerate().map(|(index, height)| {
        let low = x.low + width * index as f64;
        let (x, y) = (Interval::new(low, low + width), Interval::new(0.0, height));
        Mark::Bar { x, y, role: Role::Series(hue), fill: Fill::Solid(0.6) }
    });
    let deviation = moments.variance.sqrt();
    let near = Interval::new(moments.mean - deviation, moments.mean + deviation);
    let mut marks = vec![Mark::Band { x: near, role: Role::Saturated }];
    marks.extend(bars);
    marks.push(Mark::Rule { x: moments.mean, role: Role::Ink });
    Scene::of([x, y], [Ticks::Numbers, Ticks::Numbers], marks)
}

/// The heights of the bars: the share of the numbers in a bar, divided by its width.
fn densities(x: Interval, numbers: &[f64]) -> [f64; BARS] {
    let width = x.length() / BARS as f64;
    let each = 1.0 / (numbers.len() as f64 * width);
    let mut densities = [0.0; BARS];
    for number in numbers.iter().filter(|number| x.contains(**number)) {
        let index = ((number - x.low) / width) as usize;
        densities[index.min(BARS - 1)] += each;
    }
    densities
}

/// Moves a piece so that its handle follows the pointer vertically.
fn drag(settings: &mut Settings, handle: &str, (_, y): (f64, f64)) {
    let Some(key) = piece_handles::drag(settings, &piece_handles::KEYS, X, handle, y) else {
        return;
    };
    // The number is rounded to the slider's tenths, so that links stay short.
    let tenths = (10.0 * settings.number(key)).round() / 10.0;
    settings.set_number(key, tenths);
}

/// f, its value and its gradients as formulas. Sentences about the piece that gets the gradient and about the
/// variances.
fn explanation(settings: &Settings, text: &Text) -> Html {
    let words = &text.words.maxout;
    let (maxout, x) = (maxout(settings), settings.number(keys::X));
    let winner = maxout.winner(x);
    let each = |say: &dyn Fn(&Line) -> Html| {
        Html::joined(&maxout.pieces().iter().map(say).collect::<Vec<_>>(), ", ")
    };
    let formulas = each(&|piece| line(*piece));
    let values = each(&|piece| Html::text(&plain(piece.value(x))));
    let partial =
        |name: &str, index: &Html| html!("∂<i>f</i>/∂<i>{name}</i><sub>{index}</sub>", name, index);
    let (number, other) = (Html::text(&winner.to_string()), Html::trusted("<i>i</i>"));
    let tied = maxout.tied(x);
    let wins = match tied[..] {
        [_] => words.wins(say::Wins { winner }),
        _ => words.tie(say::Tie { pieces: &list_of_pieces(&tied, words), winner }),
    };
    let of_lines = through_lines(maxout.spread(), &plain(maxout.moments().variance), words);
    let exact = Moments::of_maximum(count(settings));
    let of_independent = words.of_independent(say::OfIndependent {
        k: count(settings),
        variance: &plain(exact.variance),
    });
    let formulas = [
        html!("<i>f</i>(<i>x</i>) = max({formulas})", formulas),
        html!(
            "<i>f</i>({x}) = max({values}) = <strong>{value}</strong>",
            x = plain(x),
            values,
            value = plain(maxout.value(x)),
        ),
        html!(
            "{w} = <i>x</i> = <strong>{x}</strong>, {b} = <strong>1</strong>, {other_w} = {other_b} = <strong>0</strong> (<i>i</i> ≠ {number})",
            w = partial("w", &number),
            x = plain(x),
            b = partial("b", &number),
            other_w = partial("w", &other),
            other_b = partial("b", &other),
            number,
        ),
    ];
    let sentences = [wins, of_lines, of_independent];
    formulas.iter().map(formula_line).chain(sentences.iter().map(verdict_line)).collect()
}

/// Several pieces as a list in words.
fn list_of_pieces(pieces: &[usize], words: &say::Words) -> String {
    let mut said = pieces.iter().map(|piece| words.tied_piece(say::TiedPiece { piece: *piece }));
    let mut list = said.next().unwrap_or_default();
    let mut said = said.peekable();
    while let Some(piece) = &said.next() {
        let pieces = &list;
        list = if said.peek().is_some() {
            words.tied_and_more(say::TiedAndMore { pieces, piece })
        } else {
            words.tied_and_last(say::TiedAndLast { pieces, piece })
        };
    }
    list
}

/// The sentences about the variance of f(x) and its comparison with the variance of x.
fn through_lines(spread: Spread, variance: &str, words: &say::Words) -> Html {
    match spread {
        Spread::Gone => words.through_lines_gone(say::ThroughLinesGone { variance }),
        Spread::Moved => words.through_lines_moved(say::ThroughLinesMoved { variance }),
        Spread::Balanced => words.through_lines_balanced(say::ThroughLinesBalanced { variance }),
        Spread::Larger => words.through_lines_larger(say::ThroughLinesLarger { variance }),
        Spread::Smaller => words.through_lines_smaller(say::ThroughLinesSmaller { variance }),
        Spread::SmallerThoughSteep => words
            .through_lines_smaller_though_steep(say::ThroughLinesSmallerThoughSteep { variance }),
    }
}

/// A number as in the readouts without the zeros at its end. A number that is not whole has at least one decimal.
fn plain(number: f64) -> String {
    let text = read(number);
    let short = text.trim_end_matches('0');
    if text.contains('×') || !short.contains('.') || short.ends_with('.') {
        text
    } else {
        short.to_owned()
    }
}

fn readouts(settings: &Settings, text: &Text) -> Readouts {
    let words = &text.words.maxout;
    let (maxout, x, k) = (maxout(settings), settings.number(keys::X), count(settings));
    let draws = draws(settings);
    let (independent, through) = (Moments::of_maximum(k), maxout.moments());
    let (hue, from) = (hue(), hue_of_inputs());
    let numbers = [
        ("value", maxout.value(x)),
        ("winner", maxout.winner(x) as f64),
        ("gradient", maxout.gradient(x)),
    ];
    let labels = [
        (words.row_value, words.row_value_note),
        (words.row_winner, words.row_winner_note),
        (words.row_gradient, words.row_gradient_note),
    ];
    let at_probe = single_rows(hue, numbers.into_iter().zip(labels));
    let parameters = SingleRow {
        series: hue,
        name: "parameters",
        value: 2.0 * k as f64,
        label: words.row_parameters,
        note: words.row_parameters_note(say::RowParametersNote { k }),
    };
    // The closed forms hold for two pieces.
    let forms = if k == 2 { [" (1/√π)", " (1 − 1/π)"] } else { [""; 2] };
    let distributions = [
        (["mean-in", "variance-in"], from, Moments::of(&draws.inputs), Moments::STANDARD, [""; 2]),
        (["mean-f", "variance-f"], hue, Moments::of(&outputs(settings)), through, [""; 2]),
        (["mean-out", "variance-out"], from, Moments::of(&draws.maxima), independent, forms),
    ];
    let labels = [
        [words.row_mean_in, words.row_variance_in],
        [words.row_mean_f, words.row_variance_f],
        [words.row_mean_largest, words.row_variance_largest],
    ];
    let moments = distributions.into_iter().zip(labels).flat_map(|(distribution, labels)| {
        let (names, series, drawn, exact, forms) = distribution;
        let row = |index: usize, value: f64, exact: f64| {
            let note =
                words.exact(say::Exact { value: &format!("{}{}", read(exact), forms[index]) });
            SingleRow { series, name: names[index], value, label: labels[index], note }.row()
        };
        [row(0, drawn.mean, exact.mean), row(1, drawn.variance, exact.variance)]
    });
    Readouts {
        name: words.readouts,
        note: words.note,
        corner: format!("x = {}", read(x)),
        columns: vec![Html::text(words.value)],
        rows: at_probe.chain([parameters.row()]).chain(moments).collect(),
        remark: None,
    }
}

fn table(settings: &Settings, text: &Text) -> Table {
    let maxout = maxout(settings);
    let words = &text.words.maxout;
    let pieces = (1..=count(settings)).map(|piece| words.piece(say::Piece { piece }));
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
    let (maxout, x) = (maxout(settings), settings.number(keys::X));
    let winner = maxout.winner(x);
    text.words.maxout.describe(say::Describe {
        k: count(settings),
        x: &read(x),
        value: &read(maxout.value(x)),
        winner,
    })
}

fn legend(_: &Settings, text: &Text) -> Vec<Legend> {
    let words = &text.words.maxout;
    let entries = [
        (Sample::Line(Stroke::Solid), words.envelope),
        (Sample::Line(Stroke::Thin), words.pieces),
        (Sample::Dot(Dot::Handle), words.handle),
        (Sample::Bar, words.bar),
        (Sample::Saturated, words.band),
    ];
    entries.map(|(sample, label)| Legend { sample, label }).to_vec()
}
