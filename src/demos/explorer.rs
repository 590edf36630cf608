//! The explorer: functions and their gradients, with a probe.

use super::experiment::Plain;
use super::keys;
use super::piece_handles;
use super::settings::{
    Choice, FUNCTION, Key, Many, OptionKey, Setting, Settings, Shown, Side, Slider,
};
use super::{Demo, Legend, Picture, Preset, Readout, Readouts, Row, Sample, Stage, Table};
use crate::markup::Html;
use crate::plot::axis::Ticks;
use crate::plot::layout::Rect;
use crate::plot::palette::Palette;
use crate::plot::region;
use crate::plot::sample::{self, Viewport};
use crate::plot::scene::{Dot, Mark, Stroke};
use crate::plot::theme::Role;
use crate::plot::{Interval, Layout, Scene};
use crate::text::Text;
use crate::text::facts::frameworks;
use crate::text::number::read;
use crate::text::words::explorer as say;
use activations::{Activation, Function, Kink};
use std::sync::LazyLock;

pub const DEMO: Demo = Demo {
    id: "explorer",
    part: None,
    parameters: || &PARAMETERS,
    presets: &[
        Preset { id: "relu-family", settings: "f=relu,leaky-relu,elu" },
        Preset { id: "s-shapes", settings: "f=sigmoid,tanh" },
        Preset { id: "all-six", settings: "f=sigmoid,tanh,relu,leaky-relu,elu,maxout" },
    ],
    functions,
    pictures: &["value", "gradient", "overlay"],
    small_pictures: &[],
    open: |settings, _| PLAIN.open(settings),
    run: None,
    probe: Some(keys::X),
    drag,
    press: None,
    toggled,
};

static PLAIN: Plain = Plain {
    scenes,
    explanation: |_, _| Html::default(),
    readouts,
    table,
    description,
    legend,
    last: |_| 0,
    moment: |_, _| String::new(),
    reached: |_| u32::MAX,
    advance: |_| {},
};

/// A gradient below this counts as saturated: a hundredth of the gradient of an active ReLU.
pub const SATURATED_BELOW: f64 = 0.01;
/// The largest number of functions for which tangents are drawn.
const TANGENTS_UP_TO: usize = 3;
/// The number of rows in the data table.
const TABLE_ROWS: u32 = 13;
/// The largest |x| in links and typed numbers. The sliders end at ±10.
const FAR: f64 = 100.0;

/// The functions that are shown.
const FUNCTIONS: Key<Many> = Key::new(FUNCTION);
/// Which pictures are shown.
const SHOW: Key<Choice> = Key::new("show");
/// The ends of the x axis.
const MIN: Key<f64> = Key::new("min");
const MAX: Key<f64> = Key::new("max");
/// Whether the reader sets the ends of the y axis, which are the two keys below.
const FIX_Y: Key<bool> = Key::new("fixy");
const Y_MIN: Key<f64> = Key::new("ymin");
const Y_MAX: Key<f64> = Key::new("ymax");

static PARAMETERS: LazyLock<Vec<Setting>> = LazyLock::new(|| {
    let ids: Vec<&str> = activations::ALL.iter().map(|activation| activation.id).collect();
    let taught = activations::ALL.iter().filter(|activation| activation.is_taught());
    let six = taught.map(|activation| activation.id).collect();
    let along_x = |default| Slider::new(-10.0, 10.0, 0.1, default).limits(-FAR, FAR);
    let height = |default| Slider::new(-10.0, 10.0, 0.1, default).limits(-1e3, 1e3);
    let fixed = Shown::On { key: FIX_Y };
    let mut all = vec![
        Setting::many(FUNCTIONS, ids, six),
        Setting::choice(SHOW, vec!["both", "overlay", "value", "gradient"], "both"),
        Setting::slider(MIN, along_x(-6.0).end(Side::Low, MAX, 0.5)),
        Setting::slider(MAX, along_x(6.0).end(Side::High, MIN, 0.5)),
        Setting::slider(keys::X, along_x(1.0)),
    ];
    all.extend(Setting::of_functions(&[OptionKey::Many(FUNCTIONS)], &[]));
    all.extend([
        Setting::toggle(FIX_Y, false),
        Setting::slider(Y_MIN, height(-1.5).end(Side::Low, Y_MAX, 0.1)).shown(fixed),
        Setting::slider(Y_MAX, height(1.5).end(Side::High, Y_MIN, 0.1)).shown(fixed),
    ]);
    all
});

/// A function that is shown, with its hue.
struct Series {
    hue: usize,
    function: Function,
}

impl Series {
    fn id(&self) -> &'static str {
        self.function.activation.id
    }
}

fn functions(settings: &Settings) -> Vec<&'static Activation> {
    let ids = settings.many(FUNCTIONS).iter();
    ids.map(|id| Activation::find(id).expect("the options are activations")).collect()
}

fn series(settings: &Settings) -> Vec<Series> {
    let functions = functions(settings);
    let palette = Palette::of(functions.iter().copied());
    let series = functions.into_iter().map(|activation| Series {
        hue: palette.shown(activation),
        function: settings.function(activation),
    });
    series.collect()
}

fn x_range(settings: &Settings) -> Interval {
    Interval::new(settings.number(MIN), settings.number(MAX))
}

/// The curves in a picture.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    Value,
    Gradient,
    Overlay,
}

impl Part {
    fn values(self) -> bool {
        self != Part::Gradient
    }

    fn gradients(self) -> bool {
        self != Part::Value
    }

    fn id(self) -> &'static str {
        match self {
            Part::Value => "value",
            Part::Gradient => "gradient",
            Part::Overlay => "overlay",
        }
    }
}

fn scenes(settings: &Settings, stage: &Stage) -> Vec<Picture> {
    let parts: &[Part] = match settings.choice(SHOW) {
        "overlay" => &[Part::Overlay],
        "value" => &[Part::Value],
        "gradient" => &[Part::Gradient],
        _ => &[Part::Value, Part::Gradient],
    };
    let series = series(settings);
    let last = parts.len() - 1;
    let wanted = stage.width * if last == 0 { 0.58 } else { 0.84 };
    // The largest height grows with the text, which is larger in a presentation.
    let most = 47.7 * stage.text;
    let height = wanted.clamp(300.0, most).min(stage.height.max(300.0));
    let pictures = parts.iter().enumerate().map(|(index, &part)| {
        // Values have a larger range than gradients, and get the larger share of the height.
        let share = if last == 0 { 1.0 } else { [0.56, 0.44][index] };
        let layout = Layout { x_labels: index == last, ..stage.layout(height * share) };
        Picture { id: part.id(), layout, scene: scene(settings, &series, part, layout.plot()) }
    });
    pictures.collect()
}

fn scene(settings: &Settings, series: &[Series], part: Part, plot: Rect) -> Scene {
    let x = x_range(settings);
    let y = match (settings.toggle(FIX_Y), part) {
        // In a picture of their own, gradients have their own axis.
        (true, Part::Gradient) if settings.choice(SHOW) == "both" => y_range(series, part, x),
        (true, _) => Interval::new(settings.number(Y_MIN), settings.number(Y_MAX)),
        (false, _) => y_range(series, part, x),
    };
    let viewport = Viewport::new(x, y, plot);
    let probe = settings.number(keys::X);
    let mut marks: Vec<Mark> =
        saturated(series, x).into_iter().map(|x| Mark::Band { x, role: Role::Saturated }).collect();
    marks.push(Mark::Rule { x: probe, role: Role::Probe });
    let (mut handles, mut handle_dots) = (Vec::new(), Vec::new());
    if part.values() {
        for Series { hue, function } in series {
            let role = Role::Series(*hue);
            let pieces = piece_handles::keys_of(settings, function.activation);
            let mut its = piece_handles::handles(settings, &pieces, x);
            its.retain(|handle| x.contains(handle.at.0) && y.contains(handle.at.1));
            marks.extend(piece_handles::marks(settings, &pieces, role, x));
            handle_dots.extend(piece_handles::handle_dots(&its, role));
            handles.extend(its);
        }
        marks.extend(series.iter().map(|series| value_curve(series, viewport)));
        marks.extend(series.iter().flat_map(|series| jump_dots(series, x)));
        if series.len() <= TANGENTS_UP_TO {
            marks.extend(series.iter().flat_map(|series| tangents(series, probe, viewport)));
        }
    }
    if part.gradients() {
        marks.extend(series.iter().map(|series| gradient_curve(series, viewport)));
        marks.extend(series.iter().flat_map(|series| slope_dots(series, x)));
    }
    for Series { hue, function } in series {
        let role = Role::Series(*hue);
        if part.values() {
            let at = (probe, function.value(probe));
            marks.push(Mark::Dot { at, role, dot: Dot::Closed });
        }
        let kink_here = function.kinks().iter().any(|kink| kink.at == probe);
        if part.gradients() && !kink_here {
            let at = (probe, function.gradient(probe));
            marks.push(Mark::Dot { at, role, dot: Dot::Closed });
        }
    }
    marks.extend(handle_dots);
    let kinks = series.iter().flat_map(|series| kinks_inside(series, x));
    let stops = kinks.map(|kink| kink.at).collect();
    Scene { x, y, x_ticks: Ticks::Numbers, y_ticks: Ticks::Numbers, marks, handles, stops }
}

/// The range of the curves that are shown. It includes the values at 0 and at kinks, which may lie between two
/// sampled places.
fn y_range(series: &[Series], part: Part, x: Interval) -> Interval {
    let places =
        || (0..=240).map(move |step| x.low + x.length() * f64::from(step) / 240.0).chain([0.0]);
    let numbers = series.iter().flat_map(|Series { function, .. }| {
        let values = places().filter(|at| x.contains(*at)).map(|at| function.value(at));
        let gradients = places().filter(|at| x.contains(*at)).map(|at| function.gradient(at));
        let kinks = function.kinks();
        let limits = kinks.iter().filter(|kink| x.contains(kink.at)).flat_map(|kink| {
            let values = part.values().then_some([kink.values.left, kink.values.right]);
            let slopes = part.gradients().then_some([kink.slopes.left, kink.slopes.right]);
            values.into_iter().chain(slopes).flatten().collect::<Vec<_>>()
        });
        let curves = part.values().then_some(values).into_iter().flatten();
        let slopes = part.gradients().then_some(gradients).into_iter().flatten();
        curves.chain(slopes).chain(limits).collect::<Vec<_>>()
    });
    Interval::around(numbers)
}

/// The intervals where the gradient of every function shown is below [`SATURATED_BELOW`].
fn saturated(series: &[Series], x: Interval) -> Vec<Interval> {
    if series.is_empty() {
        return Vec::new();
    }
    let flat =
        |at: f64| series.iter().all(|series| series.function.gradient(at).abs() < SATURATED_BELOW);
    let kinks: Vec<f64> =
        series.iter().flat_map(|series| series.function.kinks()).map(|kink| kink.at).collect();
    region::where_true(flat, x, &kinks)
}

fn value_curve(Series { hue, function }: &Series, viewport: Viewport) -> Mark {
    let runs = sample::curve(|x| function.value(x), &sample::value_breaks(function), viewport);
    Mark::Curve { runs, role: Role::Series(*hue), stroke: Stroke::Solid }
}

fn gradient_curve(Series { hue, function }: &Series, viewport: Viewport) -> Mark {
    let runs =
        sample::curve(|x| function.gradient(x), &sample::gradient_breaks(function), viewport);
    Mark::Curve { runs, role: Role::Series(*hue), stroke: Stroke::Dashed }
}

fn kinks_inside(series: &Series, x: Interval) -> impl Iterator<Item = Kink> {
    series.function.kinks().into_iter().filter(move |kink| x.contains(kink.at))
}

/// The dots at the jumps of f: a closed dot at f(x), an open dot at a limit that differs from it.
fn jump_dots(series: &Series, x: Interval) -> Vec<Mark> {
    let jumps = kinks_inside(series, x).filter(Kink::is_jump);
    let dots = jumps.flat_map(|kink| {
        sides(kink.at, [kink.values.left, kink.values.right], series.function.value(kink.at))
    });
    dots.map(|(at, dot)| Mark::Dot { at, role: Role::Series(series.hue), dot }).collect()
}

/// The dots at the kinks of f: a closed dot at the gradient that this page uses, an open dot at a one-sided
/// limit of f′ that differs from it.
fn slope_dots(series: &Series, x: Interval) -> Vec<Mark> {
    let kinks = kinks_inside(series, x);
    let dots = kinks
        .flat_map(|kink| sides(kink.at, [kink.slopes.left, kink.slopes.right], kink.convention));
    dots.map(|(at, dot)| Mark::Dot { at, role: Role::Series(series.hue), dot }).collect()
}

/// The dots at a place with two one-sided limits and a value (`taken`).
fn sides(at: f64, limits: [f64; 2], taken: f64) -> impl Iterator<Item = ((f64, f64), Dot)> {
    let open = limits.into_iter().filter(move |limit| *limit != taken);
    open.map(move |limit| ((at, limit), Dot::Open)).chain([((at, taken), Dot::Closed)])
}

/// The tangent at the probe. At a kink, the two half-lines with the one-sided slopes.
fn tangents(Series { hue, function }: &Series, probe: f64, viewport: Viewport) -> Vec<Mark> {
    /// Half the length of a tangent, in CSS pixels.
    const REACH: f64 = 90.0;
    if !viewport.x.contains(probe) {
        return Vec::new();
    }
    let (per_x, per_y) =
        (viewport.pixels.0 / viewport.x.length(), viewport.pixels.1 / viewport.y.length());
    let ray = |from: f64, slope: f64, direction: f64| {
        let dx = direction * REACH / (per_x.hypot(slope * per_y));
        Mark::Curve {
            runs: vec![vec![(probe, from), (probe + dx, from + slope * dx)]],
            role: Role::Series(*hue),
            stroke: Stroke::Thin,
        }
    };
    match function.kink_at(probe) {
        Some(kink) => vec![
            ray(kink.values.left, kink.slopes.left, -1.0),
            ray(kink.values.right, kink.slopes.right, 1.0),
        ],
        None => {
            let (value, slope) = (function.value(probe), function.gradient(probe));
            vec![ray(value, slope, -1.0), ray(value, slope, 1.0)]
        }
    }
}

fn drag(settings: &mut Settings, handle: &str, (_, y): (f64, f64)) {
    let x = x_range(settings);
    for function in functions(settings) {
        let pieces = piece_handles::keys_of(settings, function);
        piece_handles::drag(settings, &pieces, x, handle, y);
    }
}

/// Sets the ends of the y axis to the current ones when the reader locks the axis.
fn toggled(settings: &mut Settings, key: Key<bool>) {
    if key != FIX_Y || !settings.toggle(key) {
        return;
    }
    let part = match settings.choice(SHOW) {
        "gradient" => Part::Gradient,
        "overlay" => Part::Overlay,
        _ => Part::Value,
    };
    let range = y_range(&series(settings), part, x_range(settings));
    // The ends are rounded outwards to the tenths of the sliders.
    settings.set_number(Y_MIN, (range.low * 10.0).floor() / 10.0);
    settings.set_number(Y_MAX, (range.high * 10.0).ceil() / 10.0);
}

fn readouts(settings: &Settings, text: &Text) -> Readouts {
    let x = settings.number(keys::X);
    let rows = series(settings).into_iter().map(|Series { hue, function }| {
        let id = function.activation.id;
        let number =
            |what: &str, value| Readout { name: format!("{what}-{id}"), value, read: read(value) };
        Row {
            label: text.name(id),
            series: hue,
            cells: vec![
                number("value", function.value(x)),
                number("gradient", function.gradient(x)),
            ],
            note: note(&function, x, text),
        }
    });
    let outside = !x_range(settings).contains(x);
    let words = &text.words.explorer;
    Readouts {
        name: words.readouts,
        note: words.note,
        corner: format!("x = {}", read(x)),
        columns: [words.column_value, words.column_gradient].map(Html::text).to_vec(),
        rows: rows.collect(),
        remark: outside.then(|| words.outside(say::Outside { x: &read(x) })),
    }
}

fn legend(settings: &Settings, text: &Text) -> Vec<Legend> {
    let words = &text.words.explorer;
    let show = settings.choice(SHOW);
    let (values, gradients) = (show != "gradient", show != "value");
    let series = series(settings);
    let kinks = series.iter().any(|series| !series.function.kinks().is_empty());
    let pieces = series.iter().any(|series| !series.function.activation.lines.is_empty());
    let entries = [
        (values, Sample::Line(Stroke::Solid), words.value),
        (gradients, Sample::Line(Stroke::Dashed), words.gradient),
        (values && series.len() <= TANGENTS_UP_TO, Sample::Line(Stroke::Thin), words.tangent),
        (gradients && kinks, Sample::Dot(Dot::Open), words.one_sided),
        (gradients && kinks, Sample::Dot(Dot::Closed), words.convention),
        (values && pieces, Sample::Dot(Dot::Handle), words.handle),
        (!saturated(&series, x_range(settings)).is_empty(), Sample::Saturated, words.saturated),
    ];
    let shown = entries.into_iter().filter(|(shown, ..)| *shown);
    shown.map(|(_, sample, label)| Legend { sample, label }).collect()
}

/// A note on f at x: a kink, a jump or saturation.
fn note(function: &Function, x: f64, text: &Text) -> Option<String> {
    let words = &text.words.explorer;
    if let Some(kink) = function.kink_at(x) {
        let [left, right, used] = &[kink.slopes.left, kink.slopes.right, kink.convention].map(read);
        let frameworks = &frameworks(&kink, &text.words.card);
        return Some(if kink.is_jump() {
            words.jump_here(say::JumpHere { left, right, used, frameworks })
        } else {
            words.kink_here(say::KinkHere { left, right, used, frameworks })
        });
    }
    let gradient = function.gradient(x);
    if gradient == 0.0 {
        Some(words.no_gradient_here.to_owned())
    } else {
        (gradient.abs() < SATURATED_BELOW).then(|| words.saturated_here.to_owned())
    }
}

fn table(settings: &Settings, text: &Text) -> Table {
    let series = series(settings);
    let x = x_range(settings);
    let names = series.iter().flat_map(|series| {
        let name = text.name(series.id());
        [format!("{name} f(x)"), format!("{name} f′(x)")]
    });
    let rows = (0..TABLE_ROWS).map(|row| {
        let at = x.low + x.length() * f64::from(row) / f64::from(TABLE_ROWS - 1);
        let numbers = series
            .iter()
            .flat_map(|Series { function, .. }| [function.value(at), function.gradient(at)]);
        [at].into_iter().chain(numbers).map(Some).collect()
    });
    Table { columns: ["x".to_owned()].into_iter().chain(names).collect(), rows: rows.collect() }
}

fn description(settings: &Settings, text: &Text) -> String {
    let series = series(settings);
    let words = &text.words.explorer;
    if series.is_empty() {
        return words.nothing_shown.to_owned();
    }
    let (x, probe) = (x_range(settings), settings.number(keys::X));
    let names: Vec<&str> = series.iter().map(|series| text.name(series.id())).collect();
    let mut said = words.describe(say::Describe {
        show: settings.choice(SHOW),
        names: &names.join(", "),
        low: &read(x.low),
        high: &read(x.high),
    });
    for Series { function, .. } in &series {
        said.push(' ');
        said += &words.describe_probe(say::DescribeProbe {
            name: text.name(function.activation.id),
            x: &read(probe),
            value: &read(function.value(probe)),
            gradient: &read(function.gradient(probe)),
        });
    }
    for range in saturated(&series, x) {
        said.push(' ');
        said += &words.describe_saturated(say::DescribeSaturated {
            low: &read(range.low),
            high: &read(range.high),
        });
    }
    said
}
