//! The bar that plays a run: play and pause, steps, both ends, a slider for the step, speed and loop.

use super::lab::Lab;
use super::playhead::Playhead;
use crate::decimal;
use crate::demos::{Demo, Run};
use crate::text::Text;
use leptos::ev;
use leptos::prelude::*;

/// The speeds, as multiples of the usual speed.
const SPEEDS: [&str; 5] = ["0.25", "0.5", "1", "2", "4"];

/// The icons of the buttons as SVG paths, in a box of 24 by 24.
const PLAY: &str = "M7 4v16l13-8z";
const PAUSE: &str = "M6 4h4v16H6zM14 4h4v16h-4z";
const TO_START: &str = "M5 4h3v16H5zM20 4v16L9 12z";
const BACK: &str = "M17 4v16L5 12z";
const ON: &str = "M7 4v16l12-8z";
const TO_END: &str = "M16 4h3v16h-3zM4 4v16l11-8z";

/// The bar of a run. `moment` is the text for the step that is shown.
#[component]
pub fn Transport(
    demo: &'static Demo,
    run: &'static Run,
    playhead: Playhead,
    moment: Memo<String>,
) -> impl IntoView {
    let lab = Lab::get();
    let key = run.key.name();
    let id = format!("{}-{key}", demo.id);
    let label = lab.say(move |text| text.control(demo.id, key).unwrap_or(key));
    let step = Memo::new(move |_| playhead.step());
    let last = Memo::new(move |_| playhead.last());
    let is_playing = playhead.playing;
    let play = (
        Signal::derive(move || if is_playing.get() { PAUSE } else { PLAY }),
        lab.tell(move |text| {
            if is_playing.get() { text.words.transport.pause } else { text.words.transport.play }
        }),
    );
    let drawn = |path: &'static str, name: fn(&'static Text) -> &'static str| {
        (Signal::stored(path), Signal::stored(lab.say(name)))
    };
    let buttons = [
        (drawn(TO_START, |text| text.words.transport.to_start), Press::To(0)),
        (drawn(BACK, |text| text.words.transport.back), Press::By(-1)),
        (play, Press::Play),
        (drawn(ON, |text| text.words.transport.on), Press::By(1)),
        (drawn(TO_END, |text| text.words.transport.to_end), Press::To(u32::MAX)),
    ];
    let buttons = buttons.map(|((path, name), press)| {
        let at_rest = Signal::derive(move || match press {
            Press::Play => false,
            Press::To(0) | Press::By(-1) => step.get() == 0,
            Press::To(_) | Press::By(_) => step.get() == last.get(),
        });
        view! {
            <button
                type="button"
                class="transport-button"
                aria-label=name
                title=name
                aria-disabled=move || at_rest.get().then_some("true")
                on:click=move |_| press.press(playhead)
                on:keydown=move |ev| {
                    // On a button the space key presses the button.
                    if ev.key() != " " {
                        playhead.key(&ev);
                    }
                }
            >
                <svg viewBox="0 0 24 24" aria-hidden="true">
                    <path d=path />
                </svg>
            </button>
        }
    });
    let scrub = move |ev| {
        if let Ok(step) = event_target_value(&ev).parse() {
            playhead.go_to(step);
        }
    };
    let space = move |ev: ev::KeyboardEvent| {
        // A slider handles the other keys itself.
        if ev.key() == " " {
            playhead.key(&ev);
        }
    };
    let speeds = SPEEDS.map(|speed| {
        let chosen = Signal::derive(move || playhead.speed.get().to_string() == speed);
        view! {
            <option value=speed prop:selected=chosen>
                {format!("{speed}×")}
            </option>
        }
    });
    view! {
        <fieldset
            class="transport"
            aria-label=lab.say(|text| text.words.transport.name)
            disabled=lab.is_locked(demo, key)
        >
            <p class="transport-moment">
                <label for=id.clone() prop:textContent=label></label>
                <span prop:textContent=moment></span>
            </p>
            <div class="transport-buttons">{buttons.collect_view()}</div>
            <input
                type="range"
                id=id
                name=key
                min="0"
                max=Signal::derive(move || last.get().to_string())
                step="1"
                prop:value=Signal::derive(move || step.get().to_string())
                aria-valuetext=moment
                on:input=scrub
                on:keydown=space
            />
            <label class="transport-speed">
                <span prop:textContent=lab.say(|text| text.words.transport.speed)></span>
                <select
                    name="speed"
                    on:change=move |ev| {
                        if let Some(speed) = decimal::parse(&event_target_value(&ev)) {
                            playhead.speed.set(speed);
                        }
                    }
                >
                    {speeds.collect_view()}
                </select>
            </label>
            <label class="toggle">
                <input
                    type="checkbox"
                    name="loop"
                    prop:checked=playhead.repeats
                    on:change=move |ev| playhead.repeats.set(event_target_checked(&ev))
                />
                <span prop:textContent=lab.say(|text| text.words.transport.repeat)></span>
            </label>
        </fieldset>
    }
}

/// The effect of a button of the bar.
#[derive(Clone, Copy)]
enum Press {
    Play,
    By(i64),
    /// A step of the run; the last step if the run is shorter.
    To(u32),
}

impl Press {
    fn press(self, playhead: Playhead) {
        match self {
            Press::Play => playhead.toggle(),
            Press::By(steps) => playhead.go_by(steps),
            Press::To(step) => playhead.go_to(step.min(untrack(|| playhead.last()))),
        }
    }
}
