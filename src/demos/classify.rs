//! Two small networks learn to classify points, one without an activation function and one with it. They have
//! the same data and the same initial weights.

use super::experiment::Plain;
use super::keys;
use super::memo::Memo;
use super::settings::{Choice, Key, OptionKey, Setting, Settings, Slider};
use super::tween::Tween;
use super::{
    Demo, Legend, Picture, Preset, Readout, Readouts, Row, Run, Sample, Stage, Table, formula_line,
    verdict_line,
};
use crate::markup::{Html, html};
use crate::models::dataset::{Dataset, IDS};
use crate::models::network::{MAX_DEPTH, MAX_WIDTH, Measure, Network};
use crate::models::training::{Plan, Training};
use crate::plot::axis::Ticks;
use crate::plot::scene::{Dot, Fill, Mark, Stroke};
use crate::plot::theme::Role;
use crate::plot::{Interval, Scene, contour};
use crate::text::Text;
use crate::text::number::{read, read_short, read_sum};
use crate::text::words::classify as say;
use activations::{Activation, Function};
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::LazyLock;

pub const DEMO: Demo = Demo {
    id: "classify",
    part: Some("what"),
    parameters: || &PARAMETERS,
    presets: &[
        Preset { id: "line-is-enough", settings: "data=linear&f=tanh&depth=2&width=4&rate=0.1" },
        Preset { id: "exclusive-or", settings: "data=xor&f=relu&depth=2&width=4&rate=0.1" },
        Preset { id: "two-spirals", settings: "data=spiral&f=relu&depth=3&width=12&rate=0.1" },
        Preset { id: "deep-sigmoid", settings: "data=circle&f=sigmoid&depth=6&width=4&rate=0.1" },
        Preset { id: "deep-relu", settings: "data=circle&f=relu&depth=6&width=4&rate=0.1" },
        Preset { id: "no-gradient", settings: "data=circle&f=step&depth=2&width=4&rate=0.1" },
    ],
    functions: |settings| functions(settings).to_vec(),
    pictures: &["classify-without", "classify-with"],
    small_pictures: &["classify-progress", "classify-norms"],
    open: |settings, _| PLAIN.open(settings),
    run: Some(Run { key: keys::STEP }),
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
    last: |_| EPOCHS,
    moment,
    reached: |settings| Trainings::of(settings).reached() as u32,
    advance: |settings| Trainings::of(settings).advance(),
};

/// The number of epochs of a training.
const EPOCHS: u32 = 300;
/// The index of the network with the chosen function. The other network has no activation function.
const CHOSEN: usize = 1;
/// The id of the function of the network without an activation function.
const WITHOUT: &str = "identity";

/// The kind of data.
const DATA: Key<Choice> = Key::new("data");
/// The noise in the points, see [`Dataset::new`].
const NOISE: Key<f64> = Key::new("noise");
/// The number of points in a batch.
const BATCH: Key<f64> = Key::new("batch");

static PARAMETERS: LazyLock<Vec<Setting>> = LazyLock::new(|| {
    let ids = activations::ALL.iter().map(|activation| activation.id).collect();
    let (deepest, widest, end) = (MAX_DEPTH as f64, MAX_WIDTH as f64, f64::from(EPOCHS));
    let mut all = vec![
        Setting::choice(keys::FUNCTION, ids, "tanh"),
        Setting::choice(DATA, IDS.to_vec(), "circle"),
        Setting::slider(NOISE, Slider::new(0.0, 0.5, 0.01, 0.05)),
        Setting::slider(keys::DEPTH, Slider::whole(1.0, deepest, 2.0)),
        Setting::slider(keys::WIDTH, Slider::whole(1.0, widest, 4.0)),
    ];
    all.extend(Setting::of_functions(&[OptionKey::One(keys::FUNCTION)], &[]));
    all.extend([
        Setting::slider(keys::RATE, Slider::new(0.01, 1.0, 0.01, 0.1).limits(0.0001, 100.0)),
        Setting::slider(BATCH, Slider::whole(1.0, 50.0, 10.0).limits(1.0, 200.0)),
        Setting::slider(keys::SEED, Slider::whole(1.0, 100.0, 1.0).limits(0.0, 1e6)),
        Setting::slider(keys::STEP, Slider::whole(0.0, end, end)),
    ]);
    all
});

/// The settings that determine the trainings.
#[derive(Debug, Clone, Copy, PartialEq)]
struct MemoKey {
    function: Function,
    data: &'static str,
    noise: f64,
    depth: usize,
    width: usize,
    plan: Plan,
}

/// The two trainings: without an activation function, and with the chosen one.
struct Trainings {
    data: Dataset,
    grid: Grid,
    /// The number of epochs that are computed in about two milliseconds; at least 1.
    pace: usize,
    trainings: RefCell<[Training; 2]>,
}

/// The plane in square cells. The rows are counted from the top.
struct Grid {
    /// The interval of both axes.
    axis: Interval,
    columns: usize,
    /// The centres of the cells.
    x: Vec<f32>,
    y: Vec<f32>,
}

impl Grid {
    /// The plane around the points, for networks with this number of parameters.
    fn new(data: &Dataset, parameters: usize) -> Grid {
        let all = data.x.iter().chain(&data.y);
        let reach = 1.1 * f64::from(all.fold(0.0_f32, |most, at| most.max(at.abs())));
        let columns = columns(parameters);
        let centre = |index: usize| (2.0 * (index as f64 + 0.5) / columns as f64 - 1.0) * reach;
        let cells = || (0..columns * columns).map(|cell| (cell % columns, cell / columns));
        Grid {
            axis: Interval::new(-reach, reach),
            columns,
            x: cells().map(|(column, _)| centre(column) as f32).collect(),
            y: cells().map(|(_, row)| -centre(row) as f32).collect(),
        }
    }
}

/// The number of cells in a row. It is chosen such that two planes of networks with this number of parameters
/// take a few milliseconds.
fn columns(parameters: usize) -> usize {
    const WORK: f64 = 1.5e6;
    const LEAST: f64 = 28.0;
    const MOST: f64 = 64.0;
    (WORK / parameters as f64).sqrt().clamp(LEAST, MOST) as usize
}

thread_local! {
    static LAST: Memo<MemoKey, Trainings> = const { Memo::new() };
}

impl Trainings {
    fn of(settings: &Settings) -> Rc<Trainings> {
        let [depth, width, batch] =
            [keys::DEPTH, keys::WIDTH, BATCH].map(|key| settings.number(key) as usize);
        let seed = settings.number(keys::SEED) as u64;
        let key = MemoKey {
            function: settings.chosen_function(keys::FUNCTION),
            data: settings.choice(DATA),
            noise: settings.number(NOISE),
            depth,
            width,
            plan: Plan { rate: settings.number(keys::RATE) as f32, batch, seed },
        };
        LAST.with(|memo| memo.get(key, Trainings::new))
    }

    fn new(key: &MemoKey) -> Trainings {
        /// The number of parameters of a network whose epoch takes two milliseconds.
        const WORK: usize = 2500;
        let MemoKey { function, data, noise, depth, width, plan } = *key;
        let data = Dataset::new(data, noise, plan.seed);
        let without = Function::with_defaults(Activation::find(WITHOUT).expect("it is listed"));
        let networks =
            [without, function].map(|function| Network::new(function, depth, width, plan.seed));
        // Functions add no learned parameters, so that both networks have the same number.
        let parameters = networks[CHOSEN].parameters().len();
        let trainings = networks.map(|network| Training::new(network, &data, plan));
        Trainings {
            grid: Grid::new(&data, parameters),
            pace: (WORK / parameters).max(1),
            data,
            trainings: RefCell::new(trainings),
        }
    }

    /// The last epoch that has been computed for both networks. A network that has diverged does not count.
    fn reached(&self) -> usize {
        let reached = |training: &Training| match training.divergence() {
            Some(_) => EPOCHS as usize,
            None => training.reached(),
        };
        let [without, with] = &*self.trainings.borrow();
        reached(without).min(reached(with))
    }

    /// Computes further epochs for about two milliseconds.
    fn advance(&self) {
        let mut trainings = self.trainings.borrow_mut();
        for _ in 0..self.pace {
            for training in &mut *trainings {
                if training.reached() < EPOCHS as usize {
                    training.advance(&self.data);
                }
            }
        }
    }

    /// Computes all epochs up to `step` that have not been computed yet.
    fn reach(&self, step: usize) {
        while self.reached() < step {
            self.advance();
        }
    }

    /// Calls `read` with each network in its state at a step. The step is computed if necessary.
    fn at<T>(&self, step: usize, mut read: impl FnMut(&mut Network) -> T) -> [T; 2] {
        self.reach(step);
        self.trainings.borrow_mut().each_mut().map(|training| read(training.at(step)))
    }

    /// Loss and accuracy of both networks at a step.
    fn measures(&self, step: usize) -> [Measure; 2] {
        self.reach(step);
        self.trainings.borrow().each_ref().map(|training| training.measure(step))
    }

    /// The gradient norm of each layer of both networks at a step.
    fn norms(&self, step: usize) -> [Vec<f64>; 2] {
        self.at(step, |network| network.gradient_norms(&self.data))
    }

    /// The epoch in which each network has diverged, if it has by this step.
    fn divergences(&self, step: usize) -> [Option<usize>; 2] {
        self.reach(step);
        let trainings = self.trainings.borrow();
        trainings.each_ref().map(|training| training.divergence().filter(|epoch| *epoch <= step))
    }
}

fn step(settings: &Settings) -> usize {
    // The slider allows only whole numbers from 0 to the last step.
    settings.number(keys::STEP) as usize
}

/// The functions of both networks.
fn functions(settings: &Settings) -> [&'static Activation; 2] {
    [WITHOUT, settings.choice(keys::FUNCTION)]
        .map(|id| Activation::find(id).expect("the options are listed"))
}

fn roles(settings: &Settings) -> [Role; 2] {
    let palette = DEMO.palette(settings);
    functions(settings).map(|function| Role::Series(palette.shown(function)))
}

fn scenes(settings: &Settings, stage: &Stage) -> Vec<Picture> {
    let trainings = Trainings::of(settings);
    let side = stage.share(2).min(stage.height.max(160.0) - stage.text);
    let plane = stage.bare(side, side);
    // The plot within the margins is a square.
    let margins = plane.plot().width() - plane.plot().height();
    let plane = stage.bare(side, side + margins);
    let beside = stage.beside();
    let step = step(settings);
    let [without, with] = trainings.at(step, |network| shade(network, &trainings));
    let picture = |id, layout, scene| Picture { id, layout, scene };
    vec![
        picture("classify-without", plane, without),
        picture("classify-with", plane, with),
        picture(
            "classify-progress",
            beside,
            progress(settings, &trainings, Tween::to(step, stage.arrival)),
        ),
        picture("classify-norms", beside, norms(settings, &trainings)),
    ]
}

/// The plane in the colours of the predicted classes, the decision boundary and the points.
fn shade(network: &mut Network, trainings: &Trainings) -> Scene {
    /// The largest opacity of a shade. A stronger shade would hide the points of the same class.
    const STRENGTH: f32 = 0.55;
    let Grid { axis, columns, ref x, ref y } = trainings.grid;
    let mut logits = vec![0.0; x.len()];
    network.logits(x, y, &mut logits);
    // tanh(logit / 2) = 2σ(logit) − 1: from −1, surely negative, to 1, surely positive.
    let shades = logits.iter().map(|logit| STRENGTH * (0.5 * logit).tanh()).collect();
    let runs = contour::zero(&logits, columns, axis, axis);
    let points = trainings.data.x.iter().zip(&trainings.data.y).zip(&trainings.data.positive);
    let points = points.map(|((x, y), positive)| Mark::Dot {
        at: (f64::from(*x), f64::from(*y)),
        role: Role::Class(usize::from(*positive)),
        dot: Dot::Sample,
    });
    let mut marks = vec![
        Mark::Cells { columns, shades, roles: [Role::Class(0), Role::Class(1)] },
        Mark::Curve { runs, role: Role::Ink, stroke: Stroke::Solid },
    ];
    marks.extend(points);
    Scene::of([axis; 2], [Ticks::None; 2], marks)
}

/// Loss and accuracy of both networks against the epoch, drawn up to the place of the run.
fn progress(settings: &Settings, trainings: &Trainings, tween: Tween) -> Scene {
    let end = f64::from(EPOCHS);
    let mut marks = Vec::new();
    trainings.reach(tween.to);
    let trainings = trainings.trainings.borrow();
    for (training, role) in trainings.iter().zip(roles(settings)) {
        for (stroke, number) in [
            (Stroke::Dashed, (|measure| measure.accuracy) as fn(Measure) -> f64),
            (Stroke::Solid, |measure| measure.loss),
        ] {
            let passed = tween.line(|epoch| number(training.measure(epoch)));
            let here = passed.last().filter(|_| stroke == Stroke::Solid).copied();
            marks.push(Mark::Curve { runs: vec![passed], role, stroke });
            marks.extend(here.map(|at| Mark::Dot { at, role, dot: Dot::Closed }));
        }
    }
    let air = 0.02 * end;
    let x = Interval::new(-air, end + air);
    // Guessing has a loss of ln 2 ≈ 0.69. Much larger losses are outside the plot.
    Scene::of([x, Interval::new(0.0, 1.06)], [Ticks::Whole, Ticks::Numbers], marks)
}

/// log₁₀ of each layer's gradient norm as bars. The bars of the two networks stand side by side.
fn norms(settings: &Settings, trainings: &Trainings) -> Scene {
    /// The bottom of the axis. Smaller norms have no bar.
    const LEAST: f64 = -8.0;
    let all = trainings.norms(step(settings));
    let layers = all[0].len();
    let bars = all.iter().zip(roles(settings)).enumerate().flat_map(|(network, (norms, role))| {
        let bars = norms.iter().enumerate();
        bars.filter(|(_, norm)| norm.log10() > LEAST).map(move |(layer, norm)| {
            let left = (layer + 1) as f64 + 0.38 * (network as f64 - 1.0);
            let (x, y) = (Interval::new(left, left + 0.36), Interval::new(LEAST, norm.log10()));
            Mark::Bar { x, y, role, fill: Fill::Solid(0.85) }
        })
    });
    let x = Interval::new(0.4, layers as f64 + 0.6);
    let y = Interval::new(LEAST, 1.0);
    Scene::of([x, y], [Ticks::Whole, Ticks::PowersOfTen], bars.collect())
}

fn moment(settings: &Settings, text: &Text) -> String {
    let step = step(settings);
    let [without, with] = Trainings::of(settings).measures(step);
    let name = text.name(settings.choice(keys::FUNCTION));
    let [without, with] = [without, with].map(|measure| percent(measure.accuracy));
    format!(
        "{step} / {EPOCHS} · {}",
        text.words.classify.moment(say::Moment { without: &without, name, accuracy: &with })
    )
}

fn percent(share: f64) -> String {
    format!("{}%", read_short((1e3 * share).round() / 10.0))
}

/// The state of the network with the chosen function.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Outcome {
    Start,
    Diverged(usize),
    /// The gradient of every hidden layer is 0.
    NoGradient,
    /// The gradient of the first layer is 0, but not that of every hidden layer.
    Blocked,
    /// The accuracy is low, and the last layer's gradient is larger than the first one's by this factor.
    Vanished(f64),
    /// Both networks classify nearly all points correctly.
    NeedsNoBend,
    Learned,
    Learns,
}

impl Outcome {
    /// The state at a step. The accuracies are those of the network without an activation function and of the one
    /// with it.
    fn of(trainings: &Trainings, step: usize, [without, accuracy]: [f64; 2]) -> Outcome {
        /// The accuracy that counts as learned. With noise, no network reaches 1.
        const MOST_RIGHT: f64 = 0.95;
        /// An accuracy that is hardly better than guessing.
        const FEW_RIGHT: f64 = 0.75;
        /// The ratio of the first layer's gradient to the last one's below which the gradient has vanished.
        const LITTLE: f64 = 0.01;
        if let Some(epoch) = trainings.divergences(step)[CHOSEN] {
            return Outcome::Diverged(epoch);
        }
        let norms = &trainings.norms(step)[CHOSEN];
        let (first, last) = (norms[0], norms[norms.len() - 1]);
        if norms[..norms.len() - 1].iter().all(|norm| *norm == 0.0) {
            Outcome::NoGradient
        } else if first == 0.0 {
            Outcome::Blocked
        } else if accuracy < FEW_RIGHT && first < LITTLE * last {
            Outcome::Vanished(last / first)
        } else if step == 0 {
            Outcome::Start
        } else if accuracy >= MOST_RIGHT && without >= MOST_RIGHT {
            Outcome::NeedsNoBend
        } else if accuracy >= MOST_RIGHT {
            Outcome::Learned
        } else {
            Outcome::Learns
        }
    }
}

/// The boundary of the network without an activation function, and the state of the other network.
fn explanation(settings: &Settings, text: &Text) -> Html {
    let (trainings, step) = (Trainings::of(settings), step(settings));
    let words = &text.words.classify;
    // Three points determine the logit, because it is affine.
    let [line, _] = trainings.at(step, |network| {
        let mut logits = [0.0; 3];
        network.logits(&[1.0, 0.0, 0.0], &[0.0, 1.0, 0.0], &mut logits);
        let [x, y, constant] = logits.map(f64::from);
        [x - constant, y - constant, constant]
    });
    let [x, y, constant] = line;
    let (x1, x2) = (Html::trusted("<i>x</i><sub>1</sub>"), Html::trusted("<i>x</i><sub>2</sub>"));
    let sum = read_sum(&[(x, x1), (y, x2), (constant, Html::default())]);
    let formula = words.line(say::Line { line: &html!("{sum} = 0", sum) });
    let accuracies = trainings.measures(step).map(|measure| measure.accuracy);
    let [without, with] = &accuracies.map(percent);
    let first = match trainings.divergences(step)[0] {
        Some(epoch) => words.line_diverged(say::LineDiverged { epoch }),
        None => words.straight(say::Straight { accuracy: without }),
    };
    let name = text.name(settings.choice(keys::FUNCTION));
    let second = match Outcome::of(&trainings, step, accuracies) {
        Outcome::Start => words.starts(say::Starts { name }),
        Outcome::Diverged(epoch) => words.diverged(say::Diverged {
            name,
            epoch,
            rate: &read_short(settings.number(keys::RATE)),
        }),
        Outcome::NoGradient => words.no_gradient(say::NoGradient { name }),
        Outcome::Blocked => words.blocked(say::Blocked { name }),
        Outcome::Vanished(times) => {
            words.vanished(say::Vanished { name, ratio: &read_short(times) })
        }
        Outcome::NeedsNoBend | Outcome::Learned | Outcome::Learns
            if settings.choice(keys::FUNCTION) == WITHOUT =>
        {
            words.the_same.clone()
        }
        Outcome::NeedsNoBend => words.needs_no_bend(say::NeedsNoBend { name, accuracy: with }),
        Outcome::Learned => words.learned(say::Learned { name, accuracy: with }),
        Outcome::Learns => words.learns(say::Learns { name, accuracy: with }),
    };
    let verdicts = [first, second];
    [formula_line(&formula)].into_iter().chain(verdicts.iter().map(verdict_line)).collect()
}

fn readouts(settings: &Settings, text: &Text) -> Readouts {
    let words = &text.words.classify;
    let trainings = Trainings::of(settings);
    let step = step(settings);
    let measures = trainings.measures(step);
    // The names of the outputs of the other network end in its id.
    let suffixes = [format!("-{WITHOUT}"), String::new()];
    let palette = DEMO.palette(settings);
    let rows = functions(settings).into_iter().zip(measures).zip(suffixes);
    let rows = rows.enumerate().map(|(network, ((function, measure), suffix))| {
        let cell =
            |name: &str, value, read| Readout { name: format!("{name}{suffix}"), value, read };
        let Measure { loss, accuracy } = measure;
        let cells =
            vec![cell("loss", loss, read(loss)), cell("accuracy", accuracy, percent(accuracy))];
        let (label, note) = if network == CHOSEN {
            (text.name(function.id), words.chosen_note)
        } else {
            (words.without, words.without_note)
        };
        Row { label, series: palette.shown(function), cells, note: Some(note.to_owned()) }
    });
    Readouts {
        name: words.readouts,
        note: words.note,
        corner: words.corner(say::Corner { epoch: step }),
        columns: [words.column_loss, words.column_accuracy].map(Html::text).to_vec(),
        rows: rows.collect(),
        remark: None,
    }
}

fn table(settings: &Settings, text: &Text) -> Table {
    let [without, with] = Trainings::of(settings).norms(step(settings));
    let rows = without.into_iter().zip(with).enumerate();
    let rows =
        rows.map(|(layer, (without, with))| [(layer + 1) as f64, without, with].map(Some).to_vec());
    let words = &text.words.classify;
    let name = text.name(settings.choice(keys::FUNCTION));
    let columns = vec![
        words.layer.to_owned(),
        words.norm(say::Norm { name: words.without }),
        words.norm(say::Norm { name }),
    ];
    Table { columns, rows: rows.collect() }
}

fn description(settings: &Settings, text: &Text) -> String {
    let data = text.option(DEMO.id, DATA.name(), settings.choice(DATA));
    let name = text.name(settings.choice(keys::FUNCTION));
    let [depth, width] = [keys::DEPTH, keys::WIDTH].map(|key| settings.number(key) as usize);
    let is = text.words.classify.describe(say::Describe { data, name, depth, width });
    format!("{is} {}", moment(settings, text))
}

fn legend(_: &Settings, text: &Text) -> Vec<Legend> {
    let words = &text.words.classify;
    let entries = [
        (Sample::Class(0), words.negative),
        (Sample::Class(1), words.positive),
        (Sample::Line(Stroke::Solid), words.boundary),
        (Sample::Line(Stroke::Dashed), words.accuracy),
    ];
    entries.map(|(sample, label)| Legend { sample, label }).to_vec()
}
