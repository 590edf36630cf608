//! Gradient descent on the loss of a neuron with one weight.

use super::experiment::Plain;
use super::keys;
use super::memo::Memo;
use super::settings::{OptionKey, Setting, Settings, Slider};
use super::tween::Tween;
use super::valley::{Valley, progress, update};
use super::{
    Demo, Legend, Picture, Preset, Readouts, Run, Sample, Stage, Table, formula_line, single_rows,
    verdict_line,
};
use crate::markup::{Html, html};
use crate::models::descent::{Descent, STEPS, Snapshot, Task};
use crate::plot::axis::Ticks;
use crate::plot::palette;
use crate::plot::sample::{self, Break, Viewport};
use crate::plot::scene::{Dot, Mark, Stroke};
use crate::plot::theme::Role;
use crate::plot::{Interval, Layout, Scene};
use crate::text::Text;
use crate::text::number::{read, read_exact_factor, read_factor, read_short};
use crate::text::words::descent as say;
use activations::{Function, Kink, Sides};
use std::rc::Rc;
use std::sync::LazyLock;

pub const DEMO: Demo = Demo {
    id: "descent",
    part: Some("what"),
    parameters: || &PARAMETERS,
    presets: &[
        Preset { id: "descent-good", settings: "f=identity&w=2&rate=0.05&step=30" },
        Preset { id: "descent-slow", settings: "f=identity&w=2&rate=0.005&step=30" },
        Preset { id: "descent-to-and-fro", settings: "f=identity&w=2&rate=0.24&step=30" },
        Preset { id: "descent-diverged", settings: "f=identity&w=2&rate=0.3&step=30" },
        Preset { id: "descent-plateau", settings: "f=sigmoid&w=-4&rate=1&step=30" },
        Preset { id: "descent-relu", settings: "f=relu&w=2&rate=0.2&step=30" },
        Preset { id: "descent-step", settings: "f=step&w=-1&rate=1&step=30" },
    ],
    functions: |settings| vec![settings.chosen_function(keys::FUNCTION).activation],
    pictures: &["descent-valley"],
    small_pictures: &["descent-fit", "descent-loss"],
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
    last: |settings| Learning::of(settings).last() as u32,
    moment,
    reached: |_| u32::MAX,
    advance: |_| {},
};

/// The axes of weights and inputs reach at least from minus this number to this number.
const REACH: f64 = 3.0;

static PARAMETERS: LazyLock<Vec<Setting>> = LazyLock::new(|| {
    let ids = activations::ALL.iter().map(|activation| activation.id).collect();
    let end = STEPS as f64;
    let mut all = vec![
        Setting::choice(keys::FUNCTION, ids, "identity"),
        Setting::slider(keys::W, Slider::new(-5.0, 5.0, 0.1, 2.0).limits(-100.0, 100.0)),
        Setting::slider(keys::RATE, Slider::new(0.005, 1.0, 0.005, 0.05).limits(0.0001, 20.0)),
    ];
    all.extend(Setting::of_functions(&[OptionKey::One(keys::FUNCTION)], &[]));
    all.push(Setting::slider(keys::STEP, Slider::whole(0.0, end, end)));
    all
});

/// The settings that determine a descent.
#[derive(Debug, Clone, Copy, PartialEq)]
struct MemoKey {
    function: Function,
    /// The initial weight.
    start: f64,
    rate: f64,
}

/// A descent with its task.
struct Learning {
    task: Task,
    rate: f64,
    descent: Descent,
}

impl Learning {
    fn of(settings: &Settings) -> Rc<Self> {
        thread_local! {
            static LAST: Memo<MemoKey, Learning> = const { Memo::new() };
        }
        let key = MemoKey {
            function: settings.chosen_function(keys::FUNCTION),
            start: settings.number(keys::W),
            rate: settings.number(keys::RATE),
        };
        LAST.with(|memo| memo.get(key, Learning::new))
    }

    fn new(key: &MemoKey) -> Self {
        let MemoKey { function, start, rate } = *key;
        let task = Task::new(function);
        Learning { task, rate, descent: task.descend(start, rate) }
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

    /// Whether the run ends at this step because of a divergence.
    fn has_diverged(&self, step: usize) -> bool {
        self.descent.has_diverged && step == self.last()
    }

    /// The weight at a place between two steps.
    fn weight(&self, tween: Tween) -> f64 {
        tween.number(|step| self.snapshot(step).weight)
    }

    fn role(&self) -> Role {
        Role::Series(palette::alone(self.task.function.activation))
    }

    /// The kink at the weighted sum of a step, if there is one.
    fn kink(&self, step: usize) -> Option<Kink> {
        self.task.function.kink_at(self.snapshot(step).z)
    }

    /// The state of the descent at a step.
    fn outcome(&self, step: usize) -> Outcome {
        /// The largest distance between output and target that counts as learned.
        const NEAR: f64 = 0.01;
        /// A slope f′(z) below this counts as flat. The explorer and the neuron use the same number.
        const FLAT: f64 = 0.01;
        /// The largest relative difference between two losses that counts as rounding.
        const SAME: f64 = 1e-9;
        let now = self.snapshot(step);
        if self.has_diverged(step) {
            return Outcome::Diverged;
        }
        if (now.output - self.task.target).abs() < NEAR {
            return Outcome::Arrived;
        }
        if now.gradient == 0.0 {
            return Outcome::NoGradient;
        }
        if now.slope.abs() < FLAT {
            return Outcome::Flat;
        }
        if step > 0 {
            let before = self.snapshot(step - 1);
            if (now.loss - before.loss).abs() <= SAME * before.loss {
                return Outcome::Bounces;
            }
            if now.loss > before.loss {
                return Outcome::Rises;
            }
            if (now.gradient > 0.0) != (before.gradient > 0.0) {
                return Outcome::Crosses;
            }
        }
        if step == STEPS { Outcome::TooSlow } else { Outcome::Descends }
    }
}

/// The state of a descent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Descends,
    /// All steps have been made, and the loss still falls.
    TooSlow,
    /// The last step went past the lowest point, and the loss fell.
    Crosses,
    /// The last step went past the lowest point to the same loss.
    Bounces,
    /// The last step made the loss larger.
    Rises,
    Arrived,
    /// The function is nearly flat at z.
    Flat,
    /// The gradient is exactly 0, but the output differs from the target.
    NoGradient,
    Diverged,
}

fn scenes(settings: &Settings, stage: &Stage) -> Vec<Picture> {
    let learning = Learning::of(settings);
    let tween = Tween::to(learning.step(settings), stage.arrival);
    let most = 32.0 * stage.text;
    let height = (0.46 * stage.width).clamp(200.0, most).min(stage.height.max(200.0));
    let (large, beside) = (stage.layout(height), stage.beside());
    let picture = |id, layout, scene| Picture { id, layout, scene };
    let losses: Vec<f64> = learning.descent.snapshots.iter().map(|at| at.loss).collect();
    let losses = progress(&losses, tween, learning.role(), Ticks::Numbers);
    vec![
        picture("descent-valley", large, valley(&learning, tween, &large)),
        picture("descent-fit", beside, fit(&learning, tween, &beside)),
        picture("descent-loss", beside, losses),
    ]
}

fn scene(x: Interval, y: Interval, marks: Vec<Mark>) -> Scene {
    Scene::of([x, y], [Ticks::Numbers, Ticks::Numbers], marks)
}

/// The loss over the weight, all weights so far, the tangent at the current weight, and the next step.
fn valley(learning: &Learning, tween: Tween, layout: &Layout) -> Scene {
    /// Losses up to this are always shown, so that the sides of the valley are visible. The losses of functions
    /// that saturate are all below it.
    const SIDES: f64 = 4.0;
    let Learning { task, rate, descent } = learning;
    let loss = |weight: f64| task.at(weight).loss;
    // The axes cover the whole descent, so that they do not change.
    let next = descent.snapshots[learning.last()].next(*rate);
    let next = (!descent.has_diverged).then_some(next);
    let weights = descent.snapshots.iter().map(|at| at.weight).chain(next);
    let (low, high) =
        weights.fold((-REACH, REACH), |(low, high), weight| (low.min(weight), high.max(weight)));
    let air = 0.03 * (high - low);
    let x = Interval::new(low - air, high + air);
    let sides = [x.low, x.high].map(|weight| loss(weight).min(SIDES));
    let y = Interval::around(descent.snapshots.iter().map(|at| at.loss).chain(sides));
    let before = descent.snapshots[..=tween.reached()].iter().map(|at| at.weight);
    let now = task.at(learning.weight(tween));
    let valley = Valley {
        loss,
        breaks: &loss_breaks(task),
        path: before.chain([now.weight]).collect(),
        gradient: now.gradient,
        role: learning.role(),
    };
    let mut marks = valley.marks(Viewport::new(x, y, layout.plot()));
    // The step that is animated, or the next one.
    if !learning.has_diverged(tween.reached()) {
        let from = learning.snapshot(tween.reached());
        let to = task.at(from.next(*rate));
        let runs =
            vec![vec![(from.weight, from.loss), (to.weight, from.loss), (to.weight, to.loss)]];
        // The first mark is below all others.
        marks.insert(0, Mark::Curve { runs, role: Role::Ink, stroke: Stroke::Dashed });
        let at = (to.weight, to.loss);
        let ball = marks.len() - 1;
        marks.insert(ball, Mark::Dot { at, role: Role::Ink, dot: Dot::Open });
    }
    scene(x, y, marks)
}

/// The data point, the initial and the current output over the input, and the error between output and target.
fn fit(learning: &Learning, tween: Tween, layout: &Layout) -> Scene {
    let task = &learning.task;
    let x = Interval::new(-REACH, REACH);
    let value = |input: f64, weight: f64| task.function.value(weight * input);
    let start = learning.snapshot(0).weight;
    // The axis covers the initial output, and the last one unless it is far away, so that it does not change.
    let end = learning.snapshot(learning.last()).weight;
    let weights = [Some(start), (!learning.descent.has_diverged).then_some(end)];
    let ends = weights
        .into_iter()
        .flatten()
        .flat_map(|weight| [x.low, x.high].map(|input| value(input, weight)));
    let y = Interval::around(ends.chain([task.target]));
    let curve = |weight: f64, role, stroke| {
        let breaks = output_breaks(task, weight);
        let viewport = Viewport::new(x, y, layout.plot());
        let runs = sample::curve(|input| value(input, weight), &breaks, viewport);
        Mark::Curve { runs, role, stroke }
    };
    let weight = learning.weight(tween);
    let output = (task.input, value(task.input, weight));
    let target = (task.input, task.target);
    let missing =
        Mark::Curve { runs: vec![vec![output, target]], role: Role::Ink, stroke: Stroke::Thin };
    let marks = vec![
        curve(start, Role::Probe, Stroke::Thin),
        missing,
        curve(weight, learning.role(), Stroke::Solid),
        Mark::Dot { at: target, role: Role::Ink, dot: Dot::Open },
        Mark::Dot { at: output, role: learning.role(), dot: Dot::Closed },
    ];
    scene(x, y, marks)
}

/// The breaks of the loss over the weight.
fn loss_breaks(task: &Task) -> Vec<Break> {
    let loss = |output: f64| (output - task.target).powi(2);
    let breaks = task.function.kinks().into_iter().map(|kink| {
        let Sides { left, right } = kink.values;
        let limits = Sides { left: loss(left), right: loss(right) };
        // The input is positive, so that left and right are not swapped.
        Break { at: kink.at / task.input, limits }
    });
    breaks.collect()
}

/// The breaks of the output over the input, for a weight.
fn output_breaks(task: &Task, weight: f64) -> Vec<Break> {
    let mut breaks: Vec<Break> = Vec::new();
    for Kink { at, values, .. } in task.function.kinks() {
        let Sides { left, right } = values;
        let limits = if weight < 0.0 { Sides { left: right, right: left } } else { values };
        let at = at / weight;
        if at.is_finite() {
            breaks.push(Break { at, limits });
        }
    }
    breaks.sort_by(|a, b| a.at.total_cmp(&b.at));
    breaks
}

fn moment(settings: &Settings, text: &Text) -> String {
    let learning = Learning::of(settings);
    let step = learning.step(settings);
    let Snapshot { weight, loss, .. } = learning.snapshot(step);
    let now = text.words.descent.moment(say::Moment { weight: &read(*weight), loss: &read(*loss) });
    format!("{step} / {} · {now}", learning.last())
}

/// The loss, its gradient by the chain rule and the update as formulas with their numbers, and the state of the
/// descent.
fn explanation(settings: &Settings, text: &Text) -> Html {
    let learning = Learning::of(settings);
    let step = learning.step(settings);
    // The formulas show the next step, and after a divergence the last one.
    let from = learning.snapshot(step - usize::from(learning.has_diverged(step)));
    let Task { input, target, .. } = learning.task;
    let [input, target] = [input, target].map(read_factor);
    let formulas = [
        html!(
            "<i>z</i> = <i>w</i>·<i>x</i> = {weight} × {input} = <strong>{z}</strong>, <i>a</i> = <i>f</i>(<i>z</i>) = <strong>{output}</strong>",
            weight = read_exact_factor(from.weight),
            input,
            z = read(from.z),
            output = read(from.output),
        ),
        html!(
            "<i>L</i> = (<i>a</i> − <i>y</i>)² = ({output} − {target})² = <strong>{loss}</strong>",
            output = read(from.output),
            target,
            loss = read(from.loss),
        ),
        html!(
            "∂<i>L</i>/∂<i>w</i> = ∂<i>L</i>/∂<i>a</i> · <i>f</i>′(<i>z</i>) · <i>x</i> = {output_gradient} × {slope} × {input} = <strong>{gradient}</strong>",
            output_gradient = read_exact_factor(from.output_gradient),
            slope = read_exact_factor(from.slope),
            input,
            gradient = read(from.gradient),
        ),
    ];
    let update = update("w", from.weight, learning.rate, from.gradient, from.next(learning.rate));
    let verdict = verdict_line(&verdict(&learning, step, text));
    formulas.iter().map(formula_line).chain([update, verdict]).collect()
}

/// A sentence about the state of the descent.
fn verdict(learning: &Learning, step: usize, text: &Text) -> Html {
    let words = &text.words.descent;
    let now = learning.snapshot(step);
    let rate = read_short(learning.rate);
    let [weight, output, loss, slope, gradient] =
        [now.weight, now.output, now.loss, now.slope, now.gradient].map(read);
    let before = || read(learning.snapshot(step - 1).loss);
    let outcome = match learning.outcome(step) {
        Outcome::Descends if now.gradient > 0.0 => {
            words.descends_left(say::DescendsLeft { gradient: &gradient })
        }
        Outcome::Descends => words.descends_right(say::DescendsRight { gradient: &gradient }),
        Outcome::TooSlow => words.too_slow(say::TooSlow { steps: step, rate: &rate }),
        Outcome::Crosses => words.crosses(say::Crosses { before: &before(), after: &loss }),
        Outcome::Bounces => words.bounces(say::Bounces { loss: &loss, rate: &rate }),
        Outcome::Rises => words.rises(say::Rises { before: &before(), after: &loss, rate: &rate }),
        Outcome::Arrived => words.arrived(say::Arrived {
            weight: &weight,
            output: &output,
            target: &read_short(learning.task.target),
        }),
        Outcome::Flat => words.flat(say::Flat { slope: &slope, gradient: &gradient }),
        Outcome::NoGradient => words.no_gradient.clone(),
        Outcome::Diverged => words.diverged(say::Diverged { step, loss: &loss, rate: &rate }),
    };
    match learning.kink(step) {
        Some(kink) => {
            html!(
                "{outcome} {kink}",
                outcome,
                kink = words.on_kink(say::OnKink { used: &read(kink.convention) })
            )
        }
        None => outcome,
    }
}

fn readouts(settings: &Settings, text: &Text) -> Readouts {
    let words = &text.words.descent;
    let learning = Learning::of(settings);
    let now = learning.snapshot(learning.step(settings));
    let numbers = [
        ("w", now.weight),
        ("a", now.output),
        ("loss", now.loss),
        ("grad-w", now.gradient),
        ("w-next", now.next(learning.rate)),
    ];
    let series = palette::alone(learning.task.function.activation);
    let labels = [
        (words.row_w, words.row_w_note),
        (words.row_output, words.row_output_note),
        (words.row_loss, words.row_loss_note),
        (words.row_gradient, words.row_gradient_note),
        (words.row_next, words.row_next_note),
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
    let learning = Learning::of(settings);
    let rows = learning.descent.snapshots.iter().enumerate().map(|(step, at)| {
        [step as f64, at.weight, at.output, at.loss, at.gradient].map(Some).to_vec()
    });
    let words = &text.words.descent;
    let columns = [
        words.table_step,
        words.table_w,
        words.table_output,
        words.table_loss,
        words.table_gradient,
    ];
    Table { columns: columns.map(str::to_owned).to_vec(), rows: rows.collect() }
}

fn description(settings: &Settings, text: &Text) -> String {
    let learning = Learning::of(settings);
    let Task { function, input, target } = learning.task;
    let name = text.name(function.activation.id);
    let [input, target, rate] = [input, target, learning.rate].map(read_short);
    format!(
        "{} {}",
        text.words.descent.describe(say::Describe {
            name,
            input: &input,
            target: &target,
            rate: &rate
        }),
        moment(settings, text)
    )
}

fn legend(_: &Settings, text: &Text) -> Vec<Legend> {
    let words = &text.words.descent;
    let entries = [
        (Sample::Line(Stroke::Solid), words.now),
        (Sample::Dot(Dot::Closed), words.point),
        (Sample::Dot(Dot::Trace), words.path),
        (Sample::Line(Stroke::Thin), words.aids),
        (Sample::Line(Stroke::Dashed), words.next),
        (Sample::Dot(Dot::Open), words.target),
    ];
    entries.map(|(sample, label)| Legend { sample, label }).to_vec()
}

#[cfg(test)]
mod tests {
    use super::{DEMO, Learning, Outcome};
    use crate::demos::settings::Settings;

    fn outcome(link: &str) -> Outcome {
        let mut settings = Settings::new((DEMO.parameters)());
        settings.set_all(link);
        let learning = Learning::of(&settings);
        learning.outcome(learning.step(&settings))
    }

    #[test]
    fn presets_end_as_their_names_say() {
        let ends = DEMO.presets.iter().map(|preset| outcome(preset.settings));
        assert_eq!(
            ends.collect::<Vec<_>>(),
            [
                Outcome::Arrived,
                Outcome::TooSlow,
                Outcome::Crosses,
                Outcome::Diverged,
                Outcome::Flat,
                Outcome::NoGradient,
                Outcome::NoGradient,
            ]
        );
    }

    #[test]
    fn what_happens_on_the_way_has_its_names() {
        for (link, name) in [
            ("step=0", Outcome::Descends),
            ("step=5", Outcome::Descends),
            ("w=-2&step=0", Outcome::Descends),
            ("rate=0.3&step=1", Outcome::Rises),
            // w goes from 2 to −1.2 and back. The best weight 0.4 is in the middle.
            ("rate=0.25&step=7", Outcome::Bounces),
            // ReLU's kink and the jump of the step function, where this page uses a slope of 0.
            ("f=relu&w=0&step=0", Outcome::NoGradient),
            ("f=step&w=0", Outcome::NoGradient),
            // The initial weight is the best weight.
            ("w=0.4&step=0", Outcome::Arrived),
            ("rate=20&step=1", Outcome::Diverged),
        ] {
            assert_eq!(outcome(link), name, "{link}");
        }
    }
}
