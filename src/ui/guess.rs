//! "Guess first": the reader draws a curve before it is seen. Which picture it is belongs to the
//! view; the drawing and whether the truth is out belong to the page alone.
//!
//! The panels are written as HTML, and one listener hears all of a panel's buttons.

use super::browser;
use super::lab::Lab;
use super::panel::Panel;
use crate::activations;
use crate::demos::settings::Settings;
use crate::demos::{Demo, Picture, Stage};
use crate::plot::axis::Ticks;
use crate::plot::geometry::Point;
use crate::plot::guess::{Closeness, Drawing, STEPS, Truth};
use crate::plot::scene::{Dot, Mark, Stroke};
use crate::plot::theme::Role;
use crate::text::Text;
use crate::text::number::{exact, read, read_short};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlSelectElement};

/// How long the truth takes to appear, in milliseconds.
const REVEALING: f64 = 900.0;
/// How far an arrow key moves the pen, in steps of the drawing; the same share of the height.
const STRIDE: usize = STEPS / 40;
/// How many times as far a page key moves it up or down.
const LEAP: f64 = 5.0;
/// The mean distances up to which the verdicts hold, as shares of the height.
const VERDICTS: [f64; 3] = [0.02, 0.06, 0.15];

/// A demo's guess. `asked` is the picture that it is about.
#[derive(Clone, Copy)]
pub struct Guess {
    demo: &'static Demo,
    lab: Lab,
    shown: Memo<Settings>,
    stage: Memo<Option<Stage>>,
    asked: Memo<Option<&'static str>>,
    truth: Memo<Option<Truth>>,
    state: RwSignal<State>,
    is_revealed: Memo<bool>,
    /// How close the drawing is, once the truth is out.
    outcome: Memo<Option<Closeness>>,
    /// Whether there is something that must not be seen yet.
    pub is_hiding: Memo<bool>,
}

#[derive(Clone, Default, PartialEq)]
struct State {
    drawing: Option<Drawing>,
    /// Where the pointer has drawn to, while it is held down.
    last: Option<Point>,
    /// Where the keyboard's pen is: at the end of a step of the drawing, and how high.
    pen: Option<(usize, f64)>,
    /// The hue of the curve that is guessed, where the reader has chosen one.
    series: Option<usize>,
    /// How much of the truth is out, as a share of the x axis; None before.
    revealed: Option<f64>,
}

impl Guess {
    /// `shown` is what the pictures show, and `stage` their room once it is known.
    pub fn new(demo: &'static Demo, shown: Memo<Settings>, stage: Memo<Option<Stage>>) -> Self {
        let lab = Lab::get();
        let asked = Memo::new(move |_| lab.view.with(|view| view.guess(demo)));
        let truth = Memo::new(move |_| {
            let id = asked.get()?;
            let pictures = scenes(demo, shown, stage);
            Truth::of(&pictures.iter().find(|picture| picture.id == id)?.scene)
        });
        let state = RwSignal::new(State::default());
        let is_revealed = Memo::new(move |_| state.with(|state| state.revealed.is_some()));
        let outcome = Memo::new(move |_| {
            let is_revealed = is_revealed.get();
            truth.with(|truth| {
                let truth = truth.as_ref().filter(|_| is_revealed)?;
                state.with_untracked(|state| {
                    truth.closeness(state.drawing.as_ref()?, state.series_of(truth)?)
                })
            })
        });
        let is_hiding = Memo::new(move |_| {
            let may_have_truth = || stage.get().is_none() || truth.with(Option::is_some);
            asked.get().is_some() && !is_revealed.get() && may_have_truth()
        });
        // Another curve, or the same over another x: what was drawn says nothing of it. Where the probe
        // and the run are makes no other curve.
        let settings = lab.settings(demo);
        let subject = Memo::new(move |_| {
            let mut settings = settings.get();
            for key in demo.probe.into_iter().chain(demo.run.as_ref().map(|run| run.key)) {
                settings.reset(key);
            }
            let x = truth.with(|truth| truth.as_ref().map(Truth::x));
            (asked.get(), settings.print(), x)
        });
        Effect::new(move |_| {
            lab.jump.track();
            // To track a memo that nobody has asked yet would not wake anybody.
            let _ = subject.get();
            state.set(State::default());
        });
        Guess { demo, lab, shown, stage, asked, truth, state, is_revealed, outcome, is_hiding }
    }

    /// The demo's pictures as they may be seen now, with what has been drawn.
    pub fn pictures(self) -> Vec<Picture> {
        let mut pictures = scenes(self.demo, self.shown, self.stage);
        let Some(id) = self.asked.get() else { return pictures };
        self.truth.with(|truth| {
            let Some(truth) = truth else { return };
            self.state.with(|state| {
                for Picture { id: other, scene, .. } in &mut pictures {
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
                    self.fill_the_wall(id, &mut pictures);
                }
            });
        });
        pictures
    }

    /// Gives the picture that is guessed the room of those that are veiled, which `style/present.css` leaves out.
    fn fill_the_wall(self, id: &'static str, pictures: &mut [Picture]) {
        let large = |picture: &&Picture| self.demo.pictures.contains(&picture.id);
        let veiled = |picture: &&Picture| picture.id != id && picture.scene.marks.is_empty();
        let free: f64 = pictures.iter().filter(large).filter(veiled).map(|p| p.layout.height).sum();
        if let Some(asked) = pictures.iter_mut().find(|p| p.id == id).filter(|p| large(&&**p)) {
            asked.layout.height += free;
            // It may have been another's matter that is not seen now.
            asked.layout.x_labels |= free > 0.0;
        }
    }

    /// Whether this picture is drawn on now.
    pub fn is_drawn_on(self, id: &'static str) -> bool {
        self.asked.get() == Some(id) && !self.is_revealed.get() && self.truth.with(Option::is_some)
    }

    /// Puts the pen down.
    pub fn begin(self, at: Point) {
        self.draw(at, at);
    }

    /// Draws on to here, if the pen is down.
    pub fn go_on(self, to: Point) {
        if let Some(from) = self.state.with_untracked(|state| state.last) {
            self.draw(from, to);
        }
    }

    /// Lifts the pen.
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

    /// Moves the keyboard's pen: on and back, up and down. What it passes is drawn.
    pub fn key(self, ev: &ev::KeyboardEvent) {
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
            // The first key only takes up the pen, where it starts.
            let across = if state.pen.is_some() { across } else { 0 };
            let to = match key.as_str() {
                "Home" => 0,
                "End" => STEPS,
                _ => at.saturating_add_signed(across * STRIDE as isize).min(STEPS),
            };
            let drawing = state.drawing_on(truth);
            // What is there already is gone along, not drawn over.
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

    /// Where the keyboard's pen is along x: the axis's ends, and the place.
    pub fn slide(self) -> Option<[f64; 3]> {
        self.truth.with(|truth| {
            let x = truth.as_ref()?.x();
            let step = self.state.with(|state| state.pen.map_or(0, |(step, _)| step));
            Some([x.low, x.high, x.low + x.length() * step as f64 / STEPS as f64])
        })
    }

    /// The same in words, on a y axis of this kind.
    pub fn spoken(self, ticks: Ticks) -> String {
        let words = &self.lab.text.get().page.guess;
        let Some([_, _, x]) = self.slide() else { return String::new() };
        match self.state.with(|state| state.pen) {
            Some((_, height)) if ticks == Ticks::PowersOfTen => {
                (words.pen)(&read_short(x), &read(10_f64.powf(height)))
            }
            Some((_, height)) => (words.pen)(&read_short(x), &read_short(height)),
            None => words.how.to_owned(),
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

    /// Brings the truth out from left to right; `since` is when that began.
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

    /// Begins anew, with the same curve unless another is named.
    fn again(self, series: Option<usize>) {
        self.state.update(|state| {
            *state = State { series: series.or(state.series), ..State::default() };
        });
    }

    /// Gives the focus to what is there in two frames, when the page has taken up what changed.
    /// In a presentation the script's keys keep it.
    fn focus(self, selector: String) {
        if untrack(|| self.lab.presentation.is_on()) {
            return;
        }
        let selector = format!("#{} {selector}", self.demo.id);
        request_animation_frame(move || {
            request_animation_frame(move || {
                if let Ok(Some(element)) = document().query_selector(&selector) {
                    let _ = element.unchecked_into::<HtmlElement>().focus();
                }
            });
        });
    }

    /// What has become of it in a sentence or two; nothing where nothing is guessed.
    fn said(self) -> String {
        let text = self.lab.text.get();
        let Some(id) = self.asked.get().filter(|_| self.truth.with(Option::is_some)) else {
            return String::new();
        };
        if self.is_revealed.get() {
            result(text, self.outcome.get(), &|_, number| number).join(" ")
        } else {
            let caption = (text.picture)(id).unwrap_or(id);
            format!("{caption}: {}", text.page.guess.draw)
        }
    }

    /// The panel's HTML above the picture that is guessed.
    fn panel(self) -> String {
        let text = self.lab.text.get();
        let words = &text.page.guess;
        let Some((series, chosen)) = self.truth.with(|truth| {
            let truth = truth.as_ref()?;
            let chosen = self.state.with_untracked(|state| state.series_of(truth));
            Some((truth.series().collect::<Vec<_>>(), chosen))
        }) else {
            return String::new();
        };
        let option = |series: &usize| {
            let selected = if Some(*series) == chosen { " selected" } else { "" };
            let name = activations::ALL.get(*series).map_or("", |known| text.name(known.id));
            format!("<option value=\"{series}\"{selected}>{name}</option>")
        };
        let choice = if series.len() > 1 {
            let options: String = series.iter().map(option).collect();
            format!(
                "<label>{}<select name=\"guess-series\">{options}</select></label>",
                words.series
            )
        } else {
            String::new()
        };
        let (said, buttons) = if self.is_revealed.get() {
            let number = |name: &str, number: String| {
                let close = self.outcome.get();
                let value = close.map_or(0.0, |close| match name {
                    "guess" => close.mean,
                    "guess-covered" => close.covered,
                    _ => close.largest,
                });
                // The status beside it speaks.
                format!(
                    "<output name=\"{name}\" aria-live=\"off\" translate=\"no\"><data value=\"{}\">{number}</data></output>",
                    exact(100.0 * value)
                )
            };
            let [said, more] = result(text, self.outcome.get(), &number);
            let said = format!("<p>{said}</p><p class=\"guess-more\">{more}</p>");
            (said, vec![("again", words.again), ("stop", words.stop)])
        } else {
            let said = format!("<p>{}</p><p class=\"guess-how\">{}</p>", words.draw, words.how);
            let buttons =
                vec![("reveal", words.reveal), ("clear", words.clear), ("stop", words.stop)];
            (said, buttons)
        };
        let button = |(id, name): (&str, &str)| {
            format!("<button type=\"button\" data-guess=\"{id}\">{name}</button>")
        };
        let buttons: String = buttons.into_iter().map(button).collect();
        format!("{said}<div class=\"guess-buttons\">{choice}{buttons}</div>")
    }
}

impl State {
    fn drawing_on(&mut self, truth: &Truth) -> &mut Drawing {
        let drawing = self.drawing.get_or_insert_with(|| Drawing::new(truth.x(), truth.y()));
        drawing.keep_within(truth.y());
        drawing
    }

    /// The hue of the curve that is guessed.
    fn series_of(&self, truth: &Truth) -> Option<usize> {
        let chosen = truth.series().find(|series| Some(*series) == self.series);
        chosen.or_else(|| truth.series().next())
    }

    /// The drawing, and where the keyboard's pen is.
    fn marks(&self) -> Vec<Mark> {
        let Some(drawing) = &self.drawing else { return Vec::new() };
        let pen = self.pen.map(|(step, height)| Mark::Dot {
            at: (drawing.place(step), height),
            role: Role::Guess,
            dot: Dot::Handle,
        });
        [drawing.mark()].into_iter().chain(pen).collect()
    }

    /// From the drawing to the truth where the two are farthest apart, once all of it is out.
    fn gap(&self, truth: &Truth, close: Closeness) -> Option<Mark> {
        let x = close.farthest;
        let y = truth.height(self.series_of(truth)?, x)?;
        let drawing = self.drawing.as_ref().filter(|_| self.revealed == Some(1.0))?;
        let ends = vec![(x, drawing.height_at(x)?), (x, y)];
        Some(Mark::Curve { runs: vec![ends], role: Role::Guess, stroke: Stroke::Thin })
    }
}

/// The demo's pictures with nothing hidden; none before their room is known.
fn scenes(demo: &'static Demo, shown: Memo<Settings>, stage: Memo<Option<Stage>>) -> Vec<Picture> {
    let Some(stage) = stage.get() else { return Vec::new() };
    shown.with(|settings| (demo.scenes)(settings, &stage))
}

/// How close it was, and where and of how much. `number` is given a number's name and what a person reads, and writes it.
fn result(
    text: &Text,
    close: Option<Closeness>,
    number: &dyn Fn(&str, String) -> String,
) -> [String; 2] {
    let words = &text.page.guess;
    let Some(close) = close else { return [words.nothing.to_owned(), String::new()] };
    let percent = |share: f64| format!("{:.1}%", 100.0 * share);
    let off = (words.off)(&number("guess", percent(close.mean)));
    let verdict = VERDICTS.iter().take_while(|most| close.mean > **most).count();
    // Of a small piece there is no shape to be praised.
    let verdict = if close.covered < 0.5 { "" } else { words.verdicts[verdict] };
    let largest = number("guess-largest", percent(close.largest));
    let farthest = (words.farthest)(&read_short(close.farthest), &largest);
    let covered = (words.covered)(&number("guess-covered", percent(close.covered)));
    [format!("{off} {verdict}"), format!("{farthest} {covered}")]
}

/// The button that begins, among a demo's others; where several pictures have a curve, it asks which.
#[component]
pub fn GuessStart(guess: Guess) -> impl IntoView {
    let lab = guess.lab;
    let demo = guess.demo;
    let open = RwSignal::new(false);
    let offered = RwSignal::new(Vec::<&'static str>::new());
    let on_click = move |ev: ev::MouseEvent| {
        let target = event_target::<HtmlElement>(&ev);
        if let Some(id) = target.get_attribute("data-guess") {
            let known =
                offered.with_untracked(|ids| ids.iter().copied().find(|known| *known == id));
            open.set(false);
            if let Some(id) = known {
                guess.start(id);
            }
        } else if target.tag_name() == "SUMMARY" {
            let all = untrack(|| scenes(demo, guess.shown, guess.stage));
            let with_curve = all.iter().filter(|picture| Truth::of(&picture.scene).is_some());
            let ids: Vec<_> = with_curve.map(|picture| picture.id).collect();
            if let [only] = ids[..] {
                ev.prevent_default();
                guess.start(only);
            }
            offered.set(ids);
        }
    };
    let html = lab.tell(move |text| offered.with(|ids| choice(text, ids)));
    let status = Memo::new(move |_| guess.said());
    view! {
        <span class="guess-asks" on:click=on_click>
            <Panel class="guess-start" name=lab.say(|text| text.page.guess.name) open>
                <div class="guess-choice" inner_html=html></div>
            </Panel>
        </span>
        <p class="unseen" role="status" prop:textContent=status></p>
    }
}

/// The HTML of the question which picture it is to be.
fn choice(text: &Text, ids: &[&'static str]) -> String {
    let words = &text.page.guess;
    let button = |id: &&'static str| {
        let caption = (text.picture)(id).unwrap_or(id);
        format!("<button type=\"button\" data-guess=\"{id}\">{caption}</button>")
    };
    let buttons: String = ids.iter().map(button).collect();
    let asks = if ids.is_empty() { words.no_curve } else { words.which };
    format!("<p>{asks}</p>{buttons}")
}

/// What to do and how close it was, above the picture of this id while it is guessed.
#[component]
pub fn GuessPanel(guess: Guess, id: &'static str) -> impl IntoView {
    let html = Memo::new(
        move |_| {
            if guess.asked.get() == Some(id) { guess.panel() } else { String::new() }
        },
    );
    let on_click = move |ev: ev::MouseEvent| match event_target::<HtmlElement>(&ev)
        .get_attribute("data-guess")
        .as_deref()
    {
        Some("reveal") => guess.reveal(),
        Some("clear") => guess.again(None),
        Some("again") => {
            guess.again(None);
            guess.focus(format!("[data-picture={id}] .plot-marks"));
        }
        Some("stop") => {
            guess.ask(None);
            guess.focus(".guess-start > summary".to_owned());
        }
        _ => {}
    };
    let on_change = move |ev: ev::Event| {
        let select = event_target::<HtmlElement>(&ev).dyn_into::<HtmlSelectElement>();
        if let Some(series) = select.ok().and_then(|select| select.value().parse().ok()) {
            guess.again(Some(series));
        }
    };
    view! { <div class="guess" inner_html=html on:click=on_click on:change=on_change></div> }
}
