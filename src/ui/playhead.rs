//! The moment that a run is at. While it moves it is here alone; at rest the settings have it, and
//! with them the address.

use super::browser;
use super::lab::Lab;
use crate::demos::settings::Settings;
use crate::demos::{Demo, Run, Work};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// Steps a second at speed 1, where a run is short.
const PACE: f64 = 1.6;
/// How long a long run takes at speed 1, in seconds.
const LONGEST: f64 = 24.0;
/// How long a single step takes that a reader asks for, in seconds.
const SINGLE: f64 = 0.35;
/// How long a run that repeats rests at its end, in seconds.
const REST: f64 = 1.5;
/// How long a frame, or a task before the demo is there, works at a run that is not worked out yet,
/// in milliseconds: leaves half of a frame for drawing.
const SLICE: f64 = 8.0;
/// What a frame may take at most, in seconds: after a longer pause the run goes on where it was.
const FRAME: f64 = 0.1;
/// How far the page keys go.
const LEAP: i64 = 10;

/// What plays, pauses and moves a run.
#[derive(Clone, Copy)]
pub struct Playhead {
    demo: &'static Demo,
    run: &'static Run,
    lab: Lab,
    settings: Memo<Settings>,
    /// In steps, with a fraction between two of them; None at rest. Beyond the last step while a
    /// run that repeats rests there.
    at: RwSignal<Option<f64>>,
    pub playing: RwSignal<bool>,
    /// 1 is the usual one.
    pub speed: RwSignal<f64>,
    pub repeats: RwSignal<bool>,
    in_sight: Signal<bool>,
    /// Notifies when more of the run has been worked out.
    progress: Trigger,
    clock: StoredValue<Clock>,
}

#[derive(Default)]
struct Clock {
    /// A frame has been asked for and not come yet.
    awaited: bool,
    /// The time of the last frame of this movement, in milliseconds.
    last: Option<f64>,
    /// Where a single step leads to.
    goal: f64,
    /// How fast it goes there, in steps a second.
    pace: f64,
    /// A frame has been asked for to work more of the run out.
    working: bool,
}

impl Playhead {
    /// `in_sight` says whether the run is to be seen; it moves only then.
    pub fn new(
        demo: &'static Demo,
        run: &'static Run,
        settings: Memo<Settings>,
        in_sight: Signal<bool>,
    ) -> Self {
        let playhead = Playhead {
            demo,
            run,
            lab: Lab::get(),
            settings,
            at: RwSignal::new(None),
            playing: RwSignal::new(false),
            speed: RwSignal::new(1.0),
            repeats: RwSignal::new(false),
            in_sight,
            progress: Trigger::new(),
            clock: StoredValue::new(Clock::default()),
        };
        if let Some(work) = &run.work {
            Effect::new(move |mounted: Option<()>| {
                settings.track();
                match mounted {
                    Some(()) => playhead.work_out(work),
                    // Mounting it has taken its time.
                    None => browser::soon(move || playhead.work_out(work)),
                }
            });
        }
        // A link or a preset means just the moment that it names.
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

    /// The last step.
    pub fn last(self) -> u32 {
        self.settings.with(self.run.last)
    }

    /// The step that the run is at or on its way to; as far as it has been worked out.
    pub fn step(self) -> u32 {
        self.wanted().min(self.reached())
    }

    fn wanted(self) -> u32 {
        let step = match self.at.get() {
            None => return self.settings.with(|settings| self.run.step(settings)),
            // Without motion a step is there when its time has come, not on its way before.
            Some(at) if self.lab.reduced_motion.get() => at.floor(),
            Some(at) => at.ceil(),
        };
        (step as u32).min(self.last())
    }

    /// Whether the step to be shown has yet to be worked out.
    pub fn is_busy(self) -> bool {
        self.reached() < self.wanted()
    }

    /// The last step that has been worked out.
    fn reached(self) -> u32 {
        let Some(work) = &self.run.work else { return u32::MAX };
        self.progress.track();
        self.settings.with(work.reached)
    }

    /// How far that step is on its way, 0..=1: slow where it sets out and arrives.
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
        self.run.go(&mut settings, self.step());
        settings
    }

    /// Plays, or pauses at the step that is under way.
    pub fn toggle(self) {
        if self.playing.get_untracked() {
            self.rest();
            return;
        }
        let (step, last) = (self.heading(), untrack(|| self.last()));
        // From the end there is only the start to go to.
        self.at.set(Some(if step < last { f64::from(step) } else { 0.0 }));
        self.playing.set(true);
        self.wake();
    }

    /// Comes to rest at the step that is under way.
    pub fn rest(self) {
        if self.playing.get_untracked() {
            self.playing.set(false);
            self.head_for(untrack(|| self.step()));
        }
    }

    /// Goes some steps on or back, in a glide.
    pub fn go_by(self, steps: i64) {
        let (step, last) = (self.heading(), untrack(|| self.last()));
        let to = (i64::from(step) + steps).clamp(0, i64::from(last)) as u32;
        if self.at.get_untracked().is_none() {
            self.at.set(Some(f64::from(step)));
        }
        self.playing.set(false);
        self.head_for(to);
    }

    /// Goes to a step at once.
    pub fn go_to(self, step: u32) {
        self.stop();
        self.tell(step);
    }

    /// Does what a key asks for; false where it asks for nothing here.
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

    /// The step that a reader goes on from: the one that is played, or else where the run comes to
    /// rest, so that a key pressed during a glide counts as well.
    fn heading(self) -> u32 {
        if self.playing.get_untracked() {
            untrack(|| self.step())
        } else {
            self.settings.with_untracked(|settings| self.run.step(settings))
        }
    }

    fn stop(self) {
        self.playing.set(false);
        self.at.set(None);
    }

    /// Tells the settings where the run comes to rest, and lets it glide there.
    fn head_for(self, step: u32) {
        let goal = f64::from(step);
        let way = self.at.get_untracked().map_or(0.0, |at| (goal - at).abs());
        // Many steps at once take as long as one.
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
        self.lab.change(self.demo, |settings| self.run.go(settings, step));
    }

    /// Asks for the next frame, if there is anything to move.
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
        // None once the demo has left the page.
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
        // After the plots have asked for theirs: drawing that followed the next tick in its frame
        // would take up what that has changed as well, and leave every second frame without any.
        spawn_local(async move { self.wake() });
    }

    /// Where a run is that was at `at` and has played for some seconds.
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

    /// Works the whole run out, a slice a frame.
    fn work_out(self, work: &'static Work) {
        let done = self
            .settings
            .with_untracked(|settings| work_towards(work, settings, (self.run.last)(settings)));
        self.progress.notify();
        let awaited =
            self.clock.try_update_value(|clock| std::mem::replace(&mut clock.working, !done));
        if !done && awaited == Some(false) {
            request_animation_frame(move || {
                self.clock.try_update_value(|clock| clock.working = false);
                self.work_out(work);
            });
        }
    }

    /// Where a run is that was at `at` and has headed for its goal for some seconds.
    fn glided(self, at: f64, passed: f64) -> Option<f64> {
        let (goal, pace) = self.clock.with_value(|clock| (clock.goal, clock.pace));
        let (left, reach) = (goal - at, passed * pace);
        (left.abs() > reach).then(|| at + reach.copysign(left))
    }
}

/// Works at a run for a slice of time; true when it has been worked out to a step.
pub fn work_towards(work: &Work, settings: &Settings, step: u32) -> bool {
    let until = browser::now() + SLICE;
    let done = || (work.reached)(settings) >= step;
    while !done() {
        (work.advance)(settings);
        if browser::now() >= until {
            break;
        }
    }
    done()
}
