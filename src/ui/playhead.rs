//! The step of a run. While the run moves, only the playhead has the step; at rest the settings have it, and
//! with them the address.

use super::browser;
use super::lab::Lab;
use crate::demos::experiment::{Experiment, SharedExperiment};
use crate::demos::settings::Settings;
use crate::demos::{Demo, Run};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// The speed of a short run, in steps a second at speed 1.
const PACE: f64 = 1.6;
/// The duration of a long run at speed 1, in seconds.
const LONGEST: f64 = 24.0;
/// The duration of a single step forward or back, in seconds.
const SINGLE: f64 = 0.35;
/// The pause at the end of a run that repeats, in seconds.
const REST: f64 = 1.5;
/// How long a run is computed in one frame or task, in milliseconds. It leaves half of a frame for drawing.
const SLICE: f64 = 8.0;
/// The longest time that one frame counts for, in seconds. After a longer pause the run goes on where it was.
const FRAME: f64 = 0.1;
/// The number of steps that a page key moves.
const LEAP: i64 = 10;

/// Plays, pauses and moves a run.
#[derive(Clone, Copy)]
pub struct Playhead {
    demo: &'static Demo,
    run: &'static Run,
    lab: Lab,
    settings: Memo<Settings>,
    experiment: Memo<SharedExperiment>,
    /// The position in steps, with a fraction between two steps; `None` at rest. It is beyond the last step
    /// during the pause of a run that repeats.
    at: RwSignal<Option<f64>>,
    pub playing: RwSignal<bool>,
    /// A multiple of the usual speed.
    pub speed: RwSignal<f64>,
    pub repeats: RwSignal<bool>,
    in_sight: Signal<bool>,
    /// Notifies when more of the run has been computed.
    progress: Trigger,
    clock: StoredValue<Clock>,
}

#[derive(Default)]
struct Clock {
    /// Whether a frame has been requested that has not come yet.
    awaited: bool,
    /// The time of the last frame of this movement, in milliseconds.
    last: Option<f64>,
    /// The target of a single step.
    goal: f64,
    /// The speed towards the target, in steps a second.
    pace: f64,
    /// Whether a frame has been requested to compute more of the run.
    working: bool,
}

impl Playhead {
    /// Creates the playhead of a run. The run moves only while `in_sight` is true.
    pub fn new(
        demo: &'static Demo,
        run: &'static Run,
        settings: Memo<Settings>,
        in_sight: Signal<bool>,
    ) -> Self {
        let lab = Lab::get();
        let experiment = lab.experiment(demo);
        let playhead = Playhead {
            demo,
            run,
            lab,
            settings,
            experiment,
            at: RwSignal::new(None),
            playing: RwSignal::new(false),
            speed: RwSignal::new(1.0),
            repeats: RwSignal::new(false),
            in_sight,
            progress: Trigger::new(),
            clock: StoredValue::new(Clock::default()),
        };
        Effect::new(move |mounted: Option<()>| {
            experiment.track();
            match mounted {
                Some(()) => playhead.compute(),
                // Mounting the demo has used this task, so the computation starts in the next one.
                None => browser::soon(move || playhead.compute()),
            }
        });
        // A link or a preset describes one step, so it stops a run that moves.
        Effect::new(move |_| {
            playhead.lab.jump.track();
            playhead.stop();
        });
        Effect::new(move |_| {
            if in_sight.get() {
                playhead.wake();
            }
        });
        playhead
    }

    /// The last step of the run.
    pub fn last(self) -> u32 {
        self.experiment.with(|experiment| experiment.last_step())
    }

    /// The step that the run is at or moves to, limited to the steps that have been computed.
    pub fn step(self) -> u32 {
        self.wanted().min(self.reached())
    }

    fn wanted(self) -> u32 {
        let step = match self.at.get() {
            None => {
                let last = self.last();
                return self.settings.with(|settings| self.run.step(settings, last));
            }
            // With reduced motion a step appears when it has been reached, without the movement towards it.
            Some(at) if self.lab.reduced_motion.get() => at.floor(),
            Some(at) => at.ceil(),
        };
        (step as u32).min(self.last())
    }

    /// Whether the step to be shown has not been computed yet.
    pub fn is_busy(self) -> bool {
        self.reached() < self.wanted()
    }

    /// The last step that has been computed.
    fn reached(self) -> u32 {
        self.progress.track();
        self.experiment.with(|experiment| experiment.reached())
    }

    /// The progress of the movement to [`step`](Self::step), 0..=1, slow at both ends.
    pub fn arrival(self) -> f64 {
        match self.at.get() {
            Some(at) if !self.lab.reduced_motion.get() && at < f64::from(self.last()) => {
                let t = 1.0 - (at.ceil() - at);
                t * t * (3.0 - 2.0 * t)
            }
            _ => 1.0,
        }
    }

    /// The settings with the step that the run is at.
    pub fn shown(self, mut settings: Settings) -> Settings {
        self.run.go(&mut settings, self.step(), self.last());
        settings
    }

    /// Starts the run, or stops it at the step that it moves to.
    pub fn toggle(self) {
        if self.playing.get_untracked() {
            self.rest();
            return;
        }
        let (step, last) = (self.heading(), untrack(|| self.last()));
        // A run at its end starts again from the beginning.
        self.at.set(Some(if step < last { f64::from(step) } else { 0.0 }));
        self.playing.set(true);
        self.wake();
    }

    /// Stops the run at the step that it moves to.
    pub fn rest(self) {
        if self.playing.get_untracked() {
            self.playing.set(false);
            self.head_for(untrack(|| self.step()));
        }
    }

    /// Moves some steps forward or back, with an animation.
    pub fn go_by(self, steps: i64) {
        let (step, last) = (self.heading(), untrack(|| self.last()));
        let to = (i64::from(step) + steps).clamp(0, i64::from(last)) as u32;
        if self.at.get_untracked().is_none() {
            self.at.set(Some(f64::from(step)));
        }
        self.playing.set(false);
        self.head_for(to);
    }

    /// Moves to a step at once.
    pub fn go_to(self, step: u32) {
        self.stop();
        self.tell(step);
    }

    /// Handles a key. Returns false if the key has no meaning for a run.
    pub fn key(self, ev: &ev::KeyboardEvent) -> bool {
        if ev.ctrl_key() || ev.alt_key() || ev.meta_key() {
            return false;
        }
        match ev.key().as_str() {
            " " => self.toggle(),
            "ArrowLeft" | "ArrowDown" => self.go_by(-1),
            "ArrowRight" | "ArrowUp" => self.go_by(1),
            "PageDown" => self.go_by(-LEAP),
            "PageUp" => self.go_by(LEAP),
            "Home" => self.go_to(0),
            "End" => self.go_to(untrack(|| self.last())),
            _ => return false,
        }
        ev.prevent_default();
        true
    }

    /// The step from which the reader moves on: the step that is played, or the target of the present
    /// movement, so that keys pressed during a movement add up.
    fn heading(self) -> u32 {
        if self.playing.get_untracked() {
            untrack(|| self.step())
        } else {
            let last = untrack(|| self.last());
            self.settings.with_untracked(|settings| self.run.step(settings, last))
        }
    }

    fn stop(self) {
        self.playing.set(false);
        self.at.set(None);
    }

    /// Sets the step in the settings and starts the movement to it.
    fn head_for(self, step: u32) {
        let goal = f64::from(step);
        let way = self.at.get_untracked().map_or(0.0, |at| (goal - at).abs());
        // A movement over several steps takes as long as over one.
        let pace = way.max(1.0) / SINGLE;
        self.clock.update_value(|clock| (clock.goal, clock.pace) = (goal, pace));
        self.tell(step);
        if self.lab.reduced_motion.get_untracked() {
            self.at.set(None);
        } else {
            self.wake();
        }
    }

    fn tell(self, step: u32) {
        let last = untrack(|| self.last());
        self.lab.change(self.demo, |settings| self.run.go(settings, step, last));
    }

    /// Requests the next frame if the run moves.
    fn wake(self) {
        if self.at.get_untracked().is_none() || !self.in_sight.get_untracked() {
            return;
        }
        let awaited =
            self.clock.try_update_value(|clock| std::mem::replace(&mut clock.awaited, true));
        if awaited == Some(false) {
            request_animation_frame(move || self.tick());
        }
    }

    fn tick(self) {
        let now = browser::now();
        let passed = self.clock.try_update_value(|clock| {
            clock.awaited = false;
            let last = clock.last.replace(now);
            last.map_or(0.0, |last| ((now - last) / 1e3).min(FRAME))
        });
        // The playhead no longer exists once the demo has been removed from the page.
        let (Some(passed), Some(at)) = (passed, self.at.get_untracked()) else {
            self.clock.try_update_value(|clock| clock.last = None);
            return;
        };
        let at = if self.playing.get_untracked() {
            self.played(at, passed)
        } else {
            self.glided(at, passed)
        };
        self.at.set(at);
        if at.is_none() || !self.in_sight.get_untracked() {
            self.clock.update_value(|clock| clock.last = None);
        }
        // The next frame is requested after the plots have requested theirs. In the opposite order each
        // drawing would include the next step, and every second frame would draw nothing.
        spawn_local(async move { self.wake() });
    }

    /// The position of a run that was at `at` and has played for `passed` seconds; `None` at the end.
    fn played(self, at: f64, passed: f64) -> Option<f64> {
        let last = f64::from(untrack(|| self.last()));
        let pace = PACE.max(last / LONGEST) * self.speed.get_untracked();
        let at = (at + passed * pace).min(f64::from(untrack(|| self.reached())));
        if at < last {
            Some(at)
        } else if !self.repeats.get_untracked() {
            self.playing.set(false);
            self.tell(last as u32);
            None
        } else {
            Some(if at < last + REST * pace { at } else { 0.0 })
        }
    }

    /// Computes the whole run, one slice in each frame.
    fn compute(self) {
        let is_done = self
            .experiment
            .with_untracked(|experiment| advance_to(&**experiment, experiment.last_step()));
        self.progress.notify();
        let awaited =
            self.clock.try_update_value(|clock| std::mem::replace(&mut clock.working, !is_done));
        if !is_done && awaited == Some(false) {
            request_animation_frame(move || {
                self.clock.try_update_value(|clock| clock.working = false);
                self.compute();
            });
        }
    }

    /// The position of a run that was at `at` and has moved to its target for `passed` seconds; `None` at the
    /// target.
    fn glided(self, at: f64, passed: f64) -> Option<f64> {
        let (goal, pace) = self.clock.with_value(|clock| (clock.goal, clock.pace));
        let (left, reach) = (goal - at, passed * pace);
        (left.abs() > reach).then(|| at + reach.copysign(left))
    }
}

/// Computes a run for one slice of time. Returns true if it has been computed up to `step`.
pub fn advance_to(experiment: &dyn Experiment, step: u32) -> bool {
    let until = browser::now() + SLICE;
    while experiment.reached() < step && browser::now() < until {
        experiment.advance();
    }
    experiment.reached() >= step
}
