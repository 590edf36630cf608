//! "Guess first": the reader draws a curve before the page shows it. The view stores which picture is guessed.
//! The drawing, and whether the answer is visible, are state of the page only.
//!
//! The panels are HTML, and one listener handles all buttons of a panel.
//!
//! The code of a guess is in a piece of the WebAssembly, which is loaded for the first guess. [`Game`] is its table
//! of functions.

use super::browser;
use super::inner_html::from_html;
use super::lab::Lab;
use super::missing;
use super::panel::Panel;
use crate::demos::experiment::SharedExperiment;
use crate::demos::settings::Settings;
use crate::demos::{Demo, Picture, Stage};
use crate::markup::{Html, html, unescaped};
use crate::piece;
use crate::plot::Scene;
use crate::plot::axis::Ticks;
use crate::plot::geometry::{Interval, Point};
use crate::plot::guess::{Closeness, Drawing, STEPS, Truth};
use crate::plot::scene::{Dot, Mark, Stroke};
use crate::plot::theme::Role;
use crate::split::Missing;
use crate::text::Text;
use crate::text::number::{exact, read, read_short};
use crate::text::words::guess as say;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlElement, HtmlSelectElement};

/// How long the answer takes to appear, in milliseconds.
const REVEALING: f64 = 900.0;
/// How far an arrow key moves the pen along x, in steps of the drawing. Along y it moves the pen by the same
/// share of the height.
const STRIDE: usize = STEPS / 40;
/// How many times as far as an arrow key a page key moves the pen up or down.
const LEAP: f64 = 5.0;
/// The largest mean distance for each verdict, as a share of the axis's height.
const VERDICTS: [f64; 3] = [0.02, 0.06, 0.15];

/// What a guess does.
struct Game {
    truth: fn(&Scene) -> Option<Truth>,
    x: fn(&Truth) -> Interval,
    outcome: fn(&Truth, &State) -> Option<Closeness>,
    offered: fn(Guess) -> Vec<&'static str>,
    choice: fn(Guess, &Text, &[&'static str]) -> Html,
    start: fn(Guess, &'static str),
    mark: fn(Guess, &'static str, &mut [Picture]),
    draw: fn(Guess, Point, Point),
    key: fn(Guess, &ev::KeyboardEvent),
    slide: fn(Guess) -> Option<[f64; 3]>,
    spoken: fn(Guess, Ticks) -> String,
    said: fn(Guess) -> String,
    panel: fn(Guess) -> Html,
    press: fn(Guess, &str, &'static str),
    choose: fn(Guess, usize),
}

piece! {
    static GAME: Game = guess(Game {
        truth: Truth::of,
        x: Truth::x,
        outcome: |truth, state| truth.closeness(state.drawing.as_ref()?, state.series_of(truth)?),
        offered: Guess::offered,
        choice: |guess, text, ids| choice(guess.demo, text, ids),
        start: Guess::start,
        mark: Guess::mark,
        draw: Guess::draw,
        key: Guess::key_down,
        slide: Guess::pen_slide,
        spoken: Guess::pen_spoken,
        said: Guess::result_said,
        panel: Guess::panel,
        press: Guess::press,
        choose: |guess, series| guess.again(Some(series)),
    });
}

/// Loads the code of a guess, unless it is here.
pub async fn load() -> Result<(), Missing> {
    GAME.load().await.map(drop)
}

/// Whether the code of a guess is here.
#[derive(Clone, Copy)]
enum Code {
    Absent,
    Missing,
    Here(&'static Game),
}

impl Code {
    fn now() -> Self {
        GAME.get().map_or(Code::Absent, Code::Here)
    }

    fn game(self) -> Option<&'static Game> {
        match self {
            Code::Here(game) => Some(game),
            Code::Absent | Code::Missing => None,
        }
    }
}

/// The guess of a demo. `asked` is the id of the picture that is guessed.
#[derive(Clone, Copy)]
pub struct Guess {
    demo: &'static Demo,
    lab: Lab,
    shown: Memo<Settings>,
    experiment: Memo<SharedExperiment>,
    stage: Memo<Option<Stage>>,
    asked: Memo<Option<&'static str>>,
    code: RwSignal<Code>,
    truth: Memo<Option<Truth>>,
    state: RwSignal<State>,
    is_revealed: Memo<bool>,
    /// The distance between the drawing and the answer; `None` until the answer is visible.
    outcome: Memo<Option<Closeness>>,
    /// Whether the answer is hidden at the moment.
    pub is_hiding: Memo<bool>,
}

#[derive(Clone, Default, PartialEq)]
struct State {
    drawing: Option<Drawing>,
    /// The last point that the pointer has drawn, while it is held down.
    last: Option<Point>,
    /// The position of the keyboard's pen: a step of the drawing, and a height in data coordinates.
    pen: Option<(usize, f64)>,
    /// The hue of the guessed curve, if the reader has chosen a curve.
    series: Option<usize>,
    /// The visible share of the answer along the x axis, from 0 to 1; `None` before the answer is revealed.
    revealed: Option<f64>,
}

impl Guess {
    /// Creates the guess of a demo. `shown` are the settings of the pictures, which
    /// `experiment` makes; `stage` is the space for them
    /// once it is known.
    pub fn new(
        demo: &'static Demo,
        shown: Memo<Settings>,
        experiment: Memo<SharedExperiment>,
        stage: Memo<Option<Stage>>,
    ) -> Self {
        let lab = Lab::get();
        let asked = Memo::new(move |_| lab.view.with(|view| view.guess(demo)));
        let code = RwSignal::new(Code::now());
        let truth = Memo::new(move |_| {
            let id = asked.get()?;
            let game = code.get().game()?;
            let pictures = scenes(lab, experiment, stage);
            (game.truth)(&pictures.iter().find(|picture| picture.id == id)?.scene)
        });
        let state = RwSignal::new(State::default());
        let is_revealed = Memo::new(move |_| state.with(|state| state.revealed.is_some()));
        let outcome = Memo::new(move |_| {
            let is_revealed = is_revealed.get();
            truth.with(|truth| {
                let truth = truth.as_ref().filter(|_| is_revealed)?;
                let game = code.get().game()?;
                state.with_untracked(|state| (game.outcome)(truth, state))
            })
        });
        let is_hiding = Memo::new(move |_| {
            let may_have_truth = || {
                stage.get().is_none() || code.get().game().is_none() || truth.with(Option::is_some)
            };
            asked.get().is_some() && !is_revealed.get() && may_have_truth()
        });
        // Another curve, or another x axis, makes the drawing meaningless. The position of the probe and the
        // step of a run do not change the curve.
        let settings = lab.settings(demo);
        let subject = Memo::new(move |_| {
            let mut settings = settings.get();
            for key in demo.probe.into_iter().chain(demo.run.as_ref().map(|run| run.key)) {
                settings.reset(key.name());
            }
            let game = code.get().game();
            let x =
                truth.with(|truth| game.zip(truth.as_ref()).map(|(game, truth)| (game.x)(truth)));
            (asked.get(), settings.print(), x)
        });
        Effect::new(move |_| {
            lab.jump.track();
            // An effect does not wake for a memo that has only been tracked and never read.
            let _ = subject.get();
            state.set(State::default());
        });
        let guess = Guess {
            demo,
            lab,
            shown,
            experiment,
            stage,
            asked,
            code,
            truth,
            state,
            is_revealed,
            outcome,
            is_hiding,
        };
        Effect::new(move |_| {
            if asked.get().is_some() {
                guess.load(|_| {});
            }
        });
        guess
    }

    /// Whether the picture with this id is guessed.
    pub fn asks_for(self, id: &str) -> bool {
        self.asked.get() == Some(id)
    }

    /// Loads the code of a guess, and then calls `then`. At once if the code is here.
    fn load(self, then: impl FnOnce(&'static Game) + 'static) {
        if let Some(game) = GAME.get() {
            if self.code.with_untracked(|code| code.game().is_none()) {
                self.code.set(Code::Here(game));
            }
            return then(game);
        }
        spawn_local(async move {
            match GAME.load().await {
                Ok(game) => {
                    self.code.set(Code::Here(game));
                    then(game);
                }
                Err(Missing) => self.code.set(Code::Missing),
            }
        });
    }

    fn game(self) -> Option<&'static Game> {
        self.code.get().game()
    }

    fn game_now(self) -> Option<&'static Game> {
        self.code.get_untracked().game()
    }

    /// The demo's pictures without what is hidden, and with the drawing.
    pub fn pictures(self) -> Vec<Picture> {
        let mut pictures = scenes(self.lab, self.experiment, self.stage);
        if let Some(id) = self.asked.get() {
            match self.game() {
                Some(game) => (game.mark)(self, id, &mut pictures),
                // Until the code is here, all curves are hidden.
                None => pictures.iter_mut().for_each(|picture| picture.scene.marks.clear()),
            }
        }
        pictures
    }

    /// Hides the answer in the pictures, and adds the drawing. `id` is the picture that is guessed.
    fn mark(self, id: &'static str, pictures: &mut [Picture]) {
        self.truth.with(|truth| {
            let Some(truth) = truth else { return };
            self.state.with(|state| {
                for Picture { id: other, scene, .. } in &mut *pictures {
                    if *other == id {
                        if state.revealed.is_none_or(|share| share < 1.0) {
                            truth.hide(scene);
                            scene.marks.extend(
                                state.revealed.into_iter().flat_map(|share| truth.up_to(share)),
                            );
                        }
                        scene.marks.extend(state.marks());
                        scene
                            .marks
                            .extend(self.outcome.get().and_then(|close| state.gap(truth, close)));
                    } else if state.revealed.is_none() {
                        truth.hide_beside(scene);
                    }
                }
                if state.revealed.is_none() && self.lab.presentation.is_on() {
                    self.fill_the_wall(id, pictures);
                }
            });
        });
    }

    /// Gives the guessed picture the space of the pictures without marks, which `style/present.css` hides.
    fn fill_the_wall(self, id: &'static str, pictures: &mut [Picture]) {
        let large = |picture: &&Picture| self.demo.pictures.contains(&picture.id);
        let veiled = |picture: &&Picture| picture.id != id && picture.scene.marks.is_empty();
        let free: f64 = pictures.iter().filter(large).filter(veiled).map(|p| p.layout.height).sum();
        if let Some(asked) = pictures.iter_mut().find(|p| p.id == id).filter(|p| large(&&**p)) {
            asked.layout.height += free;
            // The labels of the x axis may belong to a picture that is hidden now.
            asked.layout.x_labels |= free > 0.0;
        }
    }

    /// Whether the reader can draw on this picture at the moment.
    pub fn is_drawn_on(self, id: &'static str) -> bool {
        self.asked.get() == Some(id) && !self.is_revealed.get() && self.truth.with(Option::is_some)
    }

    /// Starts a stroke of the pointer.
    pub fn begin(self, at: Point) {
        if let Some(game) = self.game_now() {
            (game.draw)(self, at, at);
        }
    }

    /// Continues the stroke of the pointer to this point, if there is one.
    pub fn go_on(self, to: Point) {
        let from = self.state.with_untracked(|state| state.last);
        if let Some((game, from)) = self.game_now().zip(from) {
            (game.draw)(self, from, to);
        }
    }

    /// Ends the stroke of the pointer.
    pub fn lift(self) {
        if self.state.with_untracked(|state| state.last.is_some()) {
            self.state.update(|state| state.last = None);
        }
    }

    fn draw(self, from: Point, to: Point) {
        self.change(|state, truth| {
            state.drawing_on(truth).stroke(from, to);
            (state.last, state.pen) = (Some(to), None);
        });
    }

    fn change(self, change: impl FnOnce(&mut State, &Truth)) {
        self.truth.with_untracked(|truth| {
            if let Some(truth) = truth {
                self.state.update(|state| change(state, truth));
            }
        });
    }

    /// Moves the keyboard's pen and draws the line that it passes.
    pub fn key(self, ev: &ev::KeyboardEvent) {
        if let Some(game) = self.game_now() {
            (game.key)(self, ev);
        }
    }

    fn key_down(self, ev: &ev::KeyboardEvent) {
        if ev.ctrl_key() || ev.alt_key() || ev.meta_key() {
            return;
        }
        let key = ev.key();
        let (across, up) = match key.as_str() {
            "ArrowLeft" => (-1, 0.0),
            "ArrowRight" => (1, 0.0),
            "ArrowUp" => (0, 1.0),
            "ArrowDown" => (0, -1.0),
            "PageUp" => (0, LEAP),
            "PageDown" => (0, -LEAP),
            "Home" | "End" | "Enter" => (0, 0.0),
            _ => return,
        };
        ev.prevent_default();
        if key == "Enter" {
            self.reveal();
            return;
        }
        self.change(|state, truth| {
            let y = truth.y();
            let stride = y.length() * STRIDE as f64 / STEPS as f64;
            let (at, height) = state.pen.unwrap_or((0, 0.0_f64.clamp(y.low, y.high)));
            // The first key only shows the pen at its start.
            let across = if state.pen.is_some() { across } else { 0 };
            let to = match key.as_str() {
                "Home" => 0,
                "End" => STEPS,
                _ => at.saturating_add_signed(across * STRIDE as isize).min(STEPS),
            };
            let drawing = state.drawing_on(truth);
            // Where a line exists already, the pen follows it and does not change it.
            let height = drawing.height(to).filter(|_| to != at).unwrap_or(height);
            let height = (height + up * stride).clamp(y.low, y.high);
            if !matches!(key.as_str(), "Home" | "End") {
                let here = (drawing.place(to), height);
                let beside = [to.checked_sub(STRIDE), Some(to + STRIDE)].into_iter().flatten();
                let is_new = up != 0.0 || drawing.height(to).is_none();
                if is_new {
                    drawing.stroke(here, here);
                    for step in beside {
                        if let Some(height) = drawing.height(step) {
                            drawing.stroke((drawing.place(step), height), here);
                        }
                    }
                }
            }
            state.pen = Some((to, height));
        });
    }

    /// The position of the keyboard's pen along x: the two ends of the axis and the pen's x.
    pub fn slide(self) -> Option<[f64; 3]> {
        (self.game()?.slide)(self)
    }

    fn pen_slide(self) -> Option<[f64; 3]> {
        self.truth.with(|truth| {
            let x = truth.as_ref()?.x();
            let step = self.state.with(|state| state.pen.map_or(0, |(step, _)| step));
            Some([x.low, x.high, x.low + x.length() * step as f64 / STEPS as f64])
        })
    }

    /// The position of the keyboard's pen in words. `ticks` is the kind of the y axis.
    pub fn spoken(self, ticks: Ticks) -> String {
        self.game().map_or(String::new(), |game| (game.spoken)(self, ticks))
    }

    fn pen_spoken(self, ticks: Ticks) -> String {
        let words = &self.lab.text.words.guess;
        let Some([_, _, x]) = self.pen_slide() else { return String::new() };
        match self.state.with(|state| state.pen) {
            Some((_, height)) if ticks == Ticks::PowersOfTen => {
                words.pen(say::Pen { x: &read_short(x), y: &read(10_f64.powf(height)) })
            }
            Some((_, height)) => words.pen(say::Pen { x: &read_short(x), y: &read_short(height) }),
            None => words.how.to_owned(),
        }
    }

    /// The ids of the pictures with a curve that can be guessed.
    fn offered(self) -> Vec<&'static str> {
        let all = untrack(|| scenes(self.lab, self.experiment, self.stage));
        let with_curve = all.iter().filter(|picture| Truth::of(&picture.scene).is_some());
        with_curve.map(|picture| picture.id).collect()
    }

    /// The effect of a button of the panel above the picture `id`.
    fn press(self, button: &str, id: &'static str) {
        match button {
            "reveal" => self.reveal(),
            "clear" => self.again(None),
            "again" => {
                self.again(None);
                self.focus(format!("[data-picture={id}] .plot-marks"));
            }
            "stop" => {
                self.ask(None);
                self.focus(".guess-start > summary".to_owned());
            }
            _ => {}
        }
    }

    fn start(self, id: &'static str) {
        self.ask(Some(id));
        self.state.set(State::default());
        self.focus(format!("[data-picture={id}] .plot-marks"));
    }

    fn ask(self, id: Option<&str>) {
        self.lab.view.update(|view| {
            view.change(self.demo);
            view.hide_to_guess(self.demo, id);
        });
    }

    fn reveal(self) {
        let at_once = self.lab.reduced_motion.get_untracked();
        self.change(|state, _| {
            state.revealed = Some(if at_once { 1.0 } else { 0.0 });
            (state.pen, state.last) = (None, None);
        });
        if !at_once {
            self.bring_out(None);
        }
        self.focus("[data-guess=again]".to_owned());
    }

    /// Reveals the answer from left to right, frame by frame. `since` is the start in milliseconds.
    fn bring_out(self, since: Option<f64>) {
        request_animation_frame(move || {
            let now = browser::now();
            let since = since.unwrap_or(now);
            let share = ((now - since) / REVEALING).clamp(0.0, 1.0);
            let is_on = self.state.try_update(|state| match &mut state.revealed {
                Some(revealed) if *revealed < 1.0 => {
                    *revealed = share;
                    share < 1.0
                }
                _ => false,
            });
            if is_on == Some(true) {
                self.bring_out(Some(since));
            }
        });
    }

    /// Starts again with an empty drawing, and with the same curve unless `series` names another.
    fn again(self, series: Option<usize>) {
        self.state.update(|state| {
            *state = State { series: series.or(state.series), ..State::default() };
        });
    }

    /// Moves the focus to an element after two frames, when the page shows the changed state. In a
    /// presentation the focus does not move, so that keys still belong to the script.
    fn focus(self, selector: String) {
        if untrack(|| self.lab.presentation.is_on()) {
            return;
        }
        let selector = format!("#{} {selector}", self.demo.id);
        browser::after_two_frames(move || {
            if let Ok(Some(element)) = document().query_selector(&selector) {
                let _ = element.unchecked_into::<HtmlElement>().focus();
            }
        });
    }

    /// The result in one or two sentences; empty if nothing is guessed.
    fn said(self) -> String {
        match self.asked.get().and(self.game()) {
            Some(game) => (game.said)(self),
            None => String::new(),
        }
    }

    fn result_said(self) -> String {
        let text = self.lab.text;
        let Some(id) = self.asked.get().filter(|_| self.truth.with(Option::is_some)) else {
            return String::new();
        };
        if self.is_revealed.get() {
            let sentences = result(text, self.outcome.get(), &|_, number| Html::text(&number));
            // Escaped text without any element.
            sentences.map(|html| unescaped(html.as_str())).join(" ")
        } else {
            let caption = text.picture(self.demo.id, id).unwrap_or(id);
            format!("{caption}: {}", text.words.guess.draw)
        }
    }

    /// The panel above the guessed picture.
    fn panel(self) -> Html {
        let text = self.lab.text;
        let words = &text.words.guess;
        let Some((series, chosen)) = self.truth.with(|truth| {
            let truth = truth.as_ref()?;
            let chosen = self.state.with_untracked(|state| state.series_of(truth));
            Some((truth.series().collect::<Vec<_>>(), chosen))
        }) else {
            return Html::default();
        };
        let palette = self.shown.with(|settings| self.demo.palette(settings));
        let option = |series: &usize| {
            let selected = if Some(*series) == chosen { " selected" } else { "" };
            let name = palette.function(*series).map_or("", |known| text.name(known.id));
            html!("<option value=\"{series}\"{selected}>{name}</option>", series, selected, name)
        };
        let choice = if series.len() > 1 {
            html!(
                "<label>{name}<select name=\"guess-series\">{options}</select></label>",
                name = words.series,
                options = series.iter().map(option).collect::<Html>(),
            )
        } else {
            Html::default()
        };
        let (said, buttons) = if self.is_revealed.get() {
            let number = |name: &str, number: String| {
                let close = self.outcome.get();
                let value = close.map_or(0.0, |close| match name {
                    "guess" => close.mean,
                    "guess-covered" => close.covered,
                    _ => close.largest,
                });
                // The status element beside it announces the same text.
                html!(
                    "<output name=\"{name}\" aria-live=\"off\" translate=\"no\"><data value=\"{exact}\">{number}</data></output>",
                    name,
                    exact = exact(100.0 * value),
                    number,
                )
            };
            let [said, more] = result(text, self.outcome.get(), &number);
            let said = html!("<p>{said}</p><p class=\"guess-more\">{more}</p>", said, more);
            (said, vec![("again", words.again), ("stop", words.stop)])
        } else {
            let (draw, how) = (words.draw, words.how);
            let said = html!("<p>{draw}</p><p class=\"guess-how\">{how}</p>", draw, how);
            let buttons =
                vec![("reveal", words.reveal), ("clear", words.clear), ("stop", words.stop)];
            (said, buttons)
        };
        let button = |(id, name): (&str, &str)| {
            html!("<button type=\"button\" data-guess=\"{id}\">{name}</button>", id, name)
        };
        let buttons: Html = buttons.into_iter().map(button).collect();
        html!("{said}<div class=\"guess-buttons\">{choice}{buttons}</div>", said, choice, buttons)
    }
}

impl State {
    fn drawing_on(&mut self, truth: &Truth) -> &mut Drawing {
        let drawing = self.drawing.get_or_insert_with(|| Drawing::new(truth.x(), truth.y()));
        drawing.keep_within(truth.y());
        drawing
    }

    /// The hue of the guessed curve.
    fn series_of(&self, truth: &Truth) -> Option<usize> {
        let chosen = truth.series().find(|series| Some(*series) == self.series);
        chosen.or_else(|| truth.series().next())
    }

    /// The marks of the drawing and of the keyboard's pen.
    fn marks(&self) -> Vec<Mark> {
        let Some(drawing) = &self.drawing else { return Vec::new() };
        let pen = self.pen.map(|(step, height)| Mark::Dot {
            at: (drawing.place(step), height),
            role: Role::Guess,
            dot: Dot::Handle,
        });
        [drawing.mark()].into_iter().chain(pen).collect()
    }

    /// The mark that joins the drawing and the answer at their largest distance, once the whole answer is
    /// visible.
    fn gap(&self, truth: &Truth, close: Closeness) -> Option<Mark> {
        let x = close.farthest;
        let y = truth.height(self.series_of(truth)?, x)?;
        let drawing = self.drawing.as_ref().filter(|_| self.revealed == Some(1.0))?;
        let ends = vec![(x, drawing.height_at(x)?), (x, y)];
        Some(Mark::Curve { runs: vec![ends], role: Role::Guess, stroke: Stroke::Thin })
    }
}

/// The demo's pictures with nothing hidden; empty until the space for them is known.
fn scenes(
    lab: Lab,
    experiment: Memo<SharedExperiment>,
    stage: Memo<Option<Stage>>,
) -> Vec<Picture> {
    let Some(stage) = stage.get() else { return Vec::new() };
    let text = lab.text;
    let mut pictures = experiment.with(|experiment| experiment.scenes(&stage));
    for picture in &mut pictures {
        picture.scene.write_names(|id| text.name(id));
    }
    pictures
}

/// The mean distance with its verdict, and the largest distance with its place. `number` receives the name and
/// the text of a number.
fn result(
    text: &Text,
    close: Option<Closeness>,
    number: &dyn Fn(&str, String) -> Html,
) -> [Html; 2] {
    let words = &text.words.guess;
    let Some(close) = close else { return [Html::text(words.nothing), Html::default()] };
    let percent = |share: f64| format!("{:.1}%", 100.0 * share);
    let off = with_number(
        &|percentage| words.off(say::Off { percentage }),
        &number("guess", percent(close.mean)),
    );
    let verdict = VERDICTS.iter().take_while(|most| close.mean > **most).count();
    let verdicts =
        [words.verdict_same, words.verdict_shape, words.verdict_trend, words.verdict_different];
    // The verdicts describe the shape of a curve. A drawing of less than half of the curve gets none.
    let verdict = if close.covered < 0.5 { "" } else { verdicts[verdict] };
    let largest = number("guess-largest", percent(close.largest));
    let farthest = |percentage: &str| {
        words.farthest(say::Farthest { x: &read_short(close.farthest), percentage })
    };
    let farthest = with_number(&farthest, &largest);
    let covered = with_number(
        &|percentage| words.covered(say::Covered { percentage }),
        &number("guess-covered", percent(close.covered)),
    );
    [html!("{off} {verdict}", off, verdict), html!("{farthest} {covered}", farthest, covered)]
}

/// A sentence with a number that may be an element. `say` puts a text into the sentence.
fn with_number(say: &dyn Fn(&str) -> String, number: &Html) -> Html {
    // The object replacement character, which occurs in no sentence.
    const PLACE: &str = "\u{fffc}";
    let sentence = say(PLACE);
    let (before, after) = sentence.split_once(PLACE).unwrap_or((&sentence, ""));
    html!("{before}{number}{after}", before, number, after)
}

/// The button that starts a guess. If several pictures have a curve, it asks which one.
#[component]
pub fn GuessStart(guess: Guess) -> impl IntoView {
    let lab = guess.lab;
    let open = RwSignal::new(false);
    let offered = RwSignal::new(Vec::<&'static str>::new());
    // Asks which picture is to be guessed, or starts at once if there is only one.
    let offer = move |game: &'static Game| {
        let ids = (game.offered)(guess);
        if let [only] = ids[..] {
            open.set(false);
            (game.start)(guess, only);
        }
        offered.set(ids);
    };
    let on_click = move |ev: ev::MouseEvent| {
        let target = event_target::<HtmlElement>(&ev);
        if let Some(id) = target.get_attribute("data-guess") {
            let known =
                offered.with_untracked(|ids| ids.iter().copied().find(|known| *known == id));
            open.set(false);
            if let Some((game, id)) = guess.game_now().zip(known) {
                (game.start)(guess, id);
            }
        } else if missing::retries(&target) || target.tag_name() == "SUMMARY" {
            if GAME.get().is_some_and(|game| (game.offered)(guess).len() == 1) {
                // The panel stays closed.
                ev.prevent_default();
            }
            guess.load(offer);
        }
    };
    let html = lab.tell(move |text| match guess.code.get() {
        Code::Here(game) => offered.with(|ids| (game.choice)(guess, text, ids)),
        Code::Missing => missing::notice(text),
        Code::Absent => Html::default(),
    });
    let status = Memo::new(move |_| guess.said());
    view! {
        <span class="guess-asks" on:click=on_click>
            <Panel class="guess-start" name=lab.say(|text| text.words.guess.name) open>
                <div class="guess-choice" inner_html=from_html(html)></div>
            </Panel>
        </span>
        <p class="unseen" role="status" prop:textContent=status></p>
    }
}

/// The question which picture is to be guessed.
fn choice(demo: &Demo, text: &Text, ids: &[&'static str]) -> Html {
    let words = &text.words.guess;
    let button = |id: &&'static str| {
        let caption = text.picture(demo.id, id).unwrap_or(id);
        html!("<button type=\"button\" data-guess=\"{id}\">{caption}</button>", id, caption)
    };
    let buttons: Html = ids.iter().map(button).collect();
    let asks = if ids.is_empty() { words.no_curve } else { words.which };
    html!("<p>{asks}</p>{buttons}", asks, buttons)
}

/// The instructions and the result above the picture with this id, while it is guessed.
#[component]
pub fn GuessPanel(guess: Guess, id: &'static str) -> impl IntoView {
    let html = Signal::derive(move || {
        if !guess.asks_for(id) {
            return Html::default();
        }
        match guess.code.get() {
            Code::Here(game) => (game.panel)(guess),
            Code::Missing => missing::notice(guess.lab.text),
            Code::Absent => Html::default(),
        }
    });
    let on_click = move |ev: ev::MouseEvent| {
        let target = event_target::<HtmlElement>(&ev);
        if missing::retries(&target) {
            return guess.load(|_| {});
        }
        if let Some((game, button)) = guess.game_now().zip(target.get_attribute("data-guess")) {
            (game.press)(guess, &button, id);
        }
    };
    let on_change = move |ev: ev::Event| {
        let select = event_target::<HtmlElement>(&ev).dyn_into::<HtmlSelectElement>();
        let series = select.ok().and_then(|select| select.value().parse().ok());
        if let Some((game, series)) = guess.game_now().zip(series) {
            (game.choose)(guess, series);
        }
    };
    view! { <div class="guess" inner_html=from_html(html) on:click=on_click on:change=on_change></div> }
}
