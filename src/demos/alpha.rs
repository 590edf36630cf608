//! A learned α: gradient descent changes ELU's α, or Leaky ReLU's slope, until the curve fits the data.

use super::experiment::Plain;
use super::keys;
use super::memo::Memo;
use super::settings::{Choice, Key, OptionKey, Setting, Settings, Shown, Slider};
use super::tween::Tween;
use super::valley::{Valley, progress, update};
use super::{
    Demo, Legend, Picture, Preset, Readouts, Run, Sample, Stage, Table, formula_line, single_rows,
    verdict_line,
};
use crate::markup::{Html, html};
use crate::models::learned_shape::{
    Descent, Divergence, Learned, POINTS, Parameters, REACH, STEPS, Snapshot, Task,
};
use crate::plot::axis::Ticks;
use crate::plot::palette;
use crate::plot::sample::{self, Break, Viewport};
use crate::plot::scene::{Dot, Mark, Stroke};
use crate::plot::theme::Role;
use crate::plot::{Interval, Layout, Scene};
use crate::text::Text;
use crate::text::number::{read, read_short};
use crate::text::words::alpha as say;
use activations::{Activation, Parameter as Range, Sides};
use std::rc::Rc;
use std::sync::LazyLock;

pub const DEMO: Demo = Demo {
    id: "alpha",
    part: Some("cards"),
    parameters: || &PARAMETERS,
    presets: &[
        Preset {
            id: "alpha-alone",
            settings: "shape=elu&learn=alone&alpha=3&rate=0.2&seed=7&step=100",
        },
        Preset {
            id: "alpha-all",
            settings: "shape=elu&learn=all&alpha=2.5&rate=0.2&seed=7&step=100",
        },
        Preset {
            id: "alpha-too-fast",
            settings: "shape=elu&learn=alone&alpha=1.4&rate=3.9&seed=7&step=100",
        },
        Preset {
            id: "alpha-prelu",
            settings: "shape=leaky-relu&learn=alone&slope=0.9&rate=0.02&seed=7&step=100",
        },
    ],
    functions: |settings| vec![activation(settings.choice(SHAPE))],
    pictures: &["alpha-fit"],
    small_pictures: &["alpha-valley", "alpha-loss"],
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
    last: |settings| FittedDescent::of(settings).last() as u32,
    moment,
    reached: |_| u32::MAX,
    advance: |_| {},
};

/// The functions whose parameter can be learned. Each has one parameter and is linear in it.
const SHAPES: [&str; 2] = ["elu", "leaky-relu"];

/// The function whose parameter is learned.
const SHAPE: Key<Choice> = Key::new("shape");
/// Whether only the parameter is learned, or the weight and the bias as well.
const LEARN: Key<Choice> = Key::new("learn");

static PARAMETERS: LazyLock<Vec<Setting>> = LazyLock::new(|| {
    // The initial values are far from those that the data was made with.
    let starts = [3.0, 0.9];
    let end = STEPS as f64;
    let mut all = vec![
        Setting::choice(SHAPE, SHAPES.to_vec(), SHAPES[0]),
        Setting::choice(LEARN, vec!["alone", "all"], "alone"),
    ];
    all.extend(SHAPES.into_iter().zip(starts).map(|(id, default)| {
        let parameter = &activation(id).parameters[0];
        let slider = Slider { default, ..Slider::of(parameter) };
        Setting::slider(Key::of(parameter), slider)
            .shown(Shown::With { keys: &[OptionKey::One(SHAPE)], option: id })
    }));
    all.extend([
        Setting::slider(keys::RATE, Slider::new(0.01, 5.0, 0.01, 0.2).limits(0.0001, 20.0)),
        Setting::slider(keys::SEED, Slider::whole(1.0, 100.0, 7.0).limits(0.0, 1e6)),
        Setting::slider(keys::STEP, Slider::whole(0.0, end, end)),
    ]);
    all
});

fn activation(id: &str) -> &'static Activation {
    Activation::find(id).expect("the options are activations")
}

/// The settings that determine a descent.
#[derive(Debug, Clone, Copy, PartialEq)]
struct MemoKey {
    shape: &'static Activation,
    learned: Learned,
    /// The initial α.
    start: f64,
    rate: f64,
    seed: u64,
}

/// A descent with its task.
struct FittedDescent {
    task: Task,
    learned: Learned,
    rate: f64,
    descent: Descent,
}

impl FittedDescent {
    fn of(settings: &Settings) -> Rc<Self> {
        thread_local! {
            static LAST: Memo<MemoKey, FittedDescent> = const { Memo::new() };
        }
        let shape = activation(settings.choice(SHAPE));
        let key = MemoKey {
            shape,
            learned: if settings.choice(LEARN) == "all" { Learned::All } else { Learned::Alpha },
            start: settings.number(Key::of(&shape.parameters[0])),
            rate: settings.number(keys::RATE),
            seed: settings.number(keys::SEED) as u64,
        };
        LAST.with(|memo| memo.get(key, FittedDescent::new))
    }

    fn new(key: &MemoKey) -> Self {
        let MemoKey { shape, learned, start, rate, seed } = *key;
        let task = Task::new(shape, seed);
        let descent = task.descend(learned, task.start(learned, start), rate);
        FittedDescent { task, learned, rate, descent }
    }

    fn last(&self) -> usize {
        self.descent.snapshots.len() - 1
    }

    /// The step that the settings name, or the last step if that is smaller.
    fn step(&self, settings: &Settings) -> usize {
        (settings.number(keys::STEP) as usize).min(self.last())
    }

    fn snapshot(&self, step: usize) -> &Snapshot {
        &self.descent.snapshots[step]
    }

    /// The parameters at a place between two steps.
    fn at(&self, tween: Tween) -> Parameters {
        Parameters {
            alpha: tween.number(|step| self.snapshot(step).at.alpha),
            weight: tween.number(|step| self.snapshot(step).at.weight),
            bias: tween.number(|step| self.snapshot(step).at.bias),
        }
    }

    fn role(&self) -> Role {
        Role::Series(palette::alone(self.task.activation))
    }

    /// The symbol of the learned parameter.
    fn symbol(&self) -> &'static str {
        if self.task.activation.id == SHAPES[0] { "α" } else { "s" }
    }

    /// The state of the descent at a step.
    fn outcome(&self, step: usize) -> Outcome {
        /// A smaller gradient causes no visible change.
        const STILL: f64 = 1e-3;
        let snapshot = self.snapshot(step);
        let Snapshot { at, gradient, loss } = *snapshot;
        if let Some(divergence) = self.descent.divergence.filter(|_| step == self.last()) {
            return Outcome::Diverged(divergence);
        }
        let others_rest = self.learned == Learned::Alpha
            || gradient.weight.abs().max(gradient.bias.abs()) < STILL;
        if self.task.negative(at) == 0 {
            Outcome::Silent
        } else if others_rest && gradient.alpha.abs() < STILL {
            Outcome::Arrived
        } else if others_rest
            && self.task.held(snapshot.next(self.learned, self.rate)).alpha == at.alpha
        {
            Outcome::AtTheEdge
        } else if step > 0 && loss >= self.snapshot(step - 1).loss {
            Outcome::Rises
        } else {
            Outcome::Descends
        }
    }
}

/// The state of a descent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Descends,
    /// The last step made the loss larger.
    Rises,
    /// The gradient is almost 0.
    Arrived,
    /// The next step would move α out of its range, so that α stays at the end of the range.
    AtTheEdge,
    /// No point has a negative weighted sum, so that the gradient of α is 0.
    Silent,
    Diverged(Divergence),
}

fn scenes(settings: &Settings, stage: &Stage) -> Vec<Picture> {
    let fitted = FittedDescent::of(settings);
    let tween = Tween::to(fitted.step(settings), stage.arrival);
    let most = 32.0 * stage.text;
    let height = (0.46 * stage.width).clamp(200.0, most).min(stage.height.max(200.0));
    let (large, beside) = (stage.layout(height), stage.beside());
    let picture = |id, layout, scene| Picture { id, layout, scene };
    vec![
        picture("alpha-fit", large, fit(&fitted, tween, &large)),
        picture("alpha-valley", beside, valley(&fitted, tween, &beside)),
        picture("alpha-loss", beside, losses(&fitted, tween)),
    ]
}

fn scene(x: Interval, y: Interval, marks: Vec<Mark>) -> Scene {
    Scene::of([x, y], [Ticks::Numbers, Ticks::Numbers], marks)
}

/// The data, the initial curve and the current curve.
fn fit(fitted: &FittedDescent, tween: Tween, layout: &Layout) -> Scene {
    /// The space beside the outermost inputs, in units of x.
    const AIR: f64 = 0.2;
    let x = Interval::new(-REACH - AIR, REACH + AIR);
    let start = fitted.snapshot(0).at;
    let points = &fitted.task.points;
    let ends = [x.low, x.high].map(|x| fitted.task.value(x, start));
    // The axis depends only on the data and the initial curve, so that it does not change during the run.
    let y = Interval::around(points.iter().map(|(_, y)| *y).chain(ends));
    let viewport = Viewport::new(x, y, layout.plot());
    let curve = |at: Parameters, role, stroke| {
        let kink = -at.bias / at.weight;
        let sides = Sides { left: 0.0, right: 0.0 };
        let breaks = [Break { at: kink, limits: sides }];
        let breaks = if kink.is_finite() { &breaks[..] } else { &[] };
        let runs = sample::curve(|x| fitted.task.value(x, at), breaks, viewport);
        Mark::Curve { runs, role, stroke }
    };
    let dot = |at: &(f64, f64)| Mark::Dot { at: *at, role: Role::Label, dot: Dot::Trace };
    let mut marks = vec![curve(start, Role::Probe, Stroke::Thin)];
    marks.extend(points.iter().map(dot));
    marks.push(curve(fitted.at(tween), fitted.role(), Stroke::Solid));
    scene(x, y, marks)
}

/// The loss over α for the current weight and bias, with all values of α so far and the tangent at the current
/// one.
fn valley(fitted: &FittedDescent, tween: Tween, layout: &Layout) -> Scene {
    let at = fitted.at(tween);
    let parameter = fitted.task.parameter();
    // The axis covers the whole descent and a little more. It shows the valley and does not change during the run.
    let all = fitted.descent.snapshots.iter().map(|snapshot| snapshot.at.alpha);
    let farthest = all.fold(fitted.task.hidden.alpha, f64::max);
    let high = (1.25 * farthest).min(parameter.max);
    let air = 0.03 * (high - parameter.min);
    let x = Interval::new(parameter.min - air, high + air);
    let loss = |alpha: f64| fitted.task.loss(Parameters { alpha, ..at });
    let y = Interval::around([x.low, x.high].map(loss));
    let before =
        fitted.descent.snapshots[..=tween.reached()].iter().map(|snapshot| snapshot.at.alpha);
    let valley = Valley {
        loss,
        breaks: &[],
        path: before.chain([at.alpha]).collect(),
        gradient: fitted.task.gradient(at).alpha,
        role: fitted.role(),
    };
    scene(x, y, valley.marks(Viewport::new(x, y, layout.plot())))
}

/// log₁₀ of the loss against the step, drawn up to the place of the run.
fn losses(fitted: &FittedDescent, tween: Tween) -> Scene {
    let heights = fitted.descent.snapshots.iter().map(|snapshot| log10(snapshot.loss));
    let heights: Vec<f64> = heights.collect();
    progress(&heights, tween, fitted.role(), Ticks::PowersOfTen)
}

/// The place of a loss on a logarithmic axis. The noise in the data keeps the loss well above 0.
fn log10(loss: f64) -> f64 {
    loss.max(1e-12).log10()
}

fn moment(settings: &Settings, text: &Text) -> String {
    let fitted = FittedDescent::of(settings);
    let step = fitted.step(settings);
    let Snapshot { at, loss, .. } = fitted.snapshot(step);
    let (alpha, loss) = (read(at.alpha), read(*loss));
    format!(
        "{step} / {} · {}",
        fitted.last(),
        text.words.alpha.moment(say::Moment {
            symbol: fitted.symbol(),
            value: &alpha,
            loss: &loss
        })
    )
}

/// The update and the gradient as formulas with their numbers, and the state of the descent.
fn explanation(settings: &Settings, text: &Text) -> Html {
    let fitted = FittedDescent::of(settings);
    let step = fitted.step(settings);
    // The formula shows the next step, and after a divergence the last one.
    let is_over = matches!(fitted.outcome(step), Outcome::Diverged(_));
    let snapshot = fitted.snapshot(step - usize::from(is_over));
    let symbol = fitted.symbol();
    let rate = fitted.rate;
    let next = snapshot.next(fitted.learned, rate);
    let Snapshot { at, gradient, .. } = snapshot;
    let mut said = vec![update(symbol, at.alpha, rate, gradient.alpha, next.alpha)];
    if fitted.task.held(next) != next {
        let Range { min, max, .. } = fitted.task.parameter();
        let kept = read_short(fitted.task.held(next).alpha);
        let words = text.words.alpha.kept(say::Kept {
            symbol,
            low: &read_short(*min),
            high: &read_short(*max),
            kept: &kept,
        });
        said.push(html!("<p class=\"formula-line\">{words}</p>", words));
    }
    if fitted.learned == Learned::All {
        said.push(update("w", at.weight, rate, gradient.weight, next.weight));
        said.push(update("b", at.bias, rate, gradient.bias, next.bias));
    }
    let unit = match symbol {
        "α" => Html::trusted("<i>e</i><sup><i>z</i></sup> − 1"),
        _ => Html::trusted("<i>z</i>"),
    };
    said.push(formula_line(
        &text.words.alpha.derivative(say::Derivative { symbol, derivative: &unit }),
    ));
    said.push(verdict_line(&verdict(&fitted, step, text)));
    said.into_iter().collect()
}

/// The state of the descent, and how many points contribute to the gradient.
fn verdict(fitted: &FittedDescent, step: usize, text: &Text) -> Html {
    let words = &text.words.alpha;
    let Snapshot { at, gradient, loss } = fitted.snapshot(step);
    let (symbol, rate) = (fitted.symbol(), read_short(fitted.rate));
    let outcome = match fitted.outcome(step) {
        Outcome::Diverged(Divergence::Range) => {
            words.leaves_its_range(say::LeavesItsRange { step, symbol, rate: &rate })
        }
        Outcome::Diverged(Divergence::Loss) => {
            words.explodes(say::Explodes { step, loss: &read(*loss), rate: &rate })
        }
        Outcome::Silent => words.silent(say::Silent { symbol }),
        Outcome::Arrived => words.arrived(say::Arrived {
            symbol,
            value: &read(at.alpha),
            hidden: &read(fitted.task.hidden.alpha),
        }),
        Outcome::AtTheEdge => words.at_the_edge(say::AtTheEdge { symbol, value: &read(at.alpha) }),
        Outcome::Rises => words.rises(say::Rises {
            before: &read(fitted.snapshot(step - 1).loss),
            after: &read(*loss),
            rate: &rate,
        }),
        Outcome::Descends if gradient.alpha > 0.0 => {
            words.descends_left(say::DescendsLeft { symbol, gradient: &read(gradient.alpha) })
        }
        Outcome::Descends => {
            words.descends_right(say::DescendsRight { symbol, gradient: &read(gradient.alpha) })
        }
    };
    let negative = words.say(say::Say { symbol, negative: fitted.task.negative(*at), all: POINTS });
    html!("{outcome} {negative}", outcome, negative)
}

fn readouts(settings: &Settings, text: &Text) -> Readouts {
    let words = &text.words.alpha;
    let fitted = FittedDescent::of(settings);
    let Snapshot { at, gradient, loss } = fitted.snapshot(fitted.step(settings));
    let numbers = [
        ("alpha", at.alpha),
        ("grad-alpha", gradient.alpha),
        ("loss", *loss),
        ("w", at.weight),
        ("b", at.bias),
    ];
    let [learned, learned_gradient] = match fitted.symbol() {
        "α" => [
            (words.row_alpha, words.row_alpha_note),
            (words.row_grad_alpha, words.row_grad_alpha_note),
        ],
        _ => [
            (words.row_slope, words.row_slope_note),
            (words.row_grad_slope, words.row_grad_slope_note),
        ],
    };
    let labels = [
        learned,
        learned_gradient,
        (words.row_loss, words.row_loss_note),
        (words.row_w, words.row_w_note),
        (words.row_b, words.row_b_note),
    ];
    // The weight and the bias are shown only if they are learned.
    let shown = if fitted.learned == Learned::All { 5 } else { 3 };
    let rows = numbers.into_iter().zip(labels).take(shown);
    let series = palette::alone(fitted.task.activation);
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
    let fitted = FittedDescent::of(settings);
    let symbol = fitted.symbol();
    let words = &text.words.alpha;
    let columns = [
        words.table_step,
        words.table_alpha,
        words.table_gradient,
        words.table_loss,
        words.table_w,
        words.table_b,
    ];
    let columns = columns.map(|column| column.replace('α', symbol));
    let rows = fitted.descent.snapshots.iter().enumerate().map(|(step, snapshot)| {
        let Snapshot { at, gradient, loss } = snapshot;
        [step as f64, at.alpha, gradient.alpha, *loss, at.weight, at.bias].map(Some).to_vec()
    });
    Table { columns: columns.to_vec(), rows: rows.collect() }
}

fn description(settings: &Settings, text: &Text) -> String {
    let fitted = FittedDescent::of(settings);
    let name = text.name(fitted.task.activation.id);
    let is = text.words.alpha.describe(say::Describe {
        name,
        symbol: fitted.symbol(),
        points: POINTS,
        rate: &read_short(fitted.rate),
    });
    format!("{is} {}", moment(settings, text))
}

fn legend(_: &Settings, text: &Text) -> Vec<Legend> {
    let words = &text.words.alpha;
    let entries = [
        (Sample::Dot(Dot::Trace), words.data),
        (Sample::Line(Stroke::Solid), words.now),
        (Sample::Line(Stroke::Thin), words.start),
        (Sample::Dot(Dot::Closed), words.point),
    ];
    entries.map(|(sample, label)| Legend { sample, label }).to_vec()
}

#[cfg(test)]
mod tests {
    use super::{DEMO, Divergence, FittedDescent, Learned, Outcome, Parameters, Task, activation};
    use crate::demos::settings::Settings;

    fn outcome(link: &str) -> (usize, Outcome) {
        let mut settings = Settings::new((DEMO.parameters)());
        settings.set_all(link);
        let fitted = FittedDescent::of(&settings);
        let step = fitted.step(&settings);
        (step, fitted.outcome(step))
    }

    #[test]
    fn a_descent_goes_down_and_arrives() {
        assert_eq!(outcome("step=0"), (0, Outcome::Descends));
        assert_eq!(outcome("step=30"), (30, Outcome::Descends));
        assert_eq!(outcome(""), (100, Outcome::Arrived));
        assert_eq!(outcome("learn=all"), (100, Outcome::Arrived));
    }

    #[test]
    fn presets_end_as_their_names_say() {
        let ends: Vec<Outcome> =
            DEMO.presets.iter().map(|preset| outcome(preset.settings).1).collect();
        let thrown = Outcome::Diverged(Divergence::Range);
        assert_eq!(ends, [Outcome::Arrived, Outcome::Arrived, thrown, Outcome::Arrived]);
    }

    #[test]
    fn what_the_weights_can_do_to_alpha_has_its_names() {
        let task = Task::new(activation("elu"), 7);
        let end = |weight, bias| {
            let start = Parameters { alpha: 2.0, weight, bias };
            let descent = task.descend(Learned::Alpha, start, 0.2);
            let fitted =
                FittedDescent { task: task.clone(), learned: Learned::Alpha, rate: 0.2, descent };
            fitted.outcome(fitted.last())
        };
        // All sums are positive here. The case below has a mirrored curve, whose best α would be negative.
        assert_eq!(end(1.0, 5.0), Outcome::Silent);
        assert_eq!(end(-1.0, 0.0), Outcome::AtTheEdge);
    }

    #[test]
    fn a_rate_that_is_too_large_has_its_names() {
        assert_eq!(outcome("rate=20"), (1, Outcome::Diverged(Divergence::Range)));
        assert_eq!(outcome("alpha=1.4&rate=3.9&step=3"), (3, Outcome::Rises));
        let (step, end) = outcome("learn=all&rate=3");
        assert_eq!(end, Outcome::Diverged(Divergence::Loss));
        assert!(step < 100);
    }
}
