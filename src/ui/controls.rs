//! The form controls of a demo, made from its settings. Each control is a native element, and its `name` is
//! the setting's key.

use super::lab::Lab;
use super::library::{Choice, MoreFunctions, OwnFunction};
use super::option_list::{self, Refusal};
use crate::decimal;
use crate::demos::Demo;
use crate::demos::settings::{
    End, FUNCTION, Key, Kind, Many, Setting, Settings, Shown, Side, Slider, read_number,
};
use crate::plot::palette;
use crate::text::Text;
use crate::text::words as say;
use activations::{Activation, OWN};
use leptos::ev;
use leptos::prelude::*;
use web_sys::HtmlInputElement;

/// The controls of a demo, except the function picker above the plots and the bar of a run below them.
#[component]
pub fn Controls(demo: &'static Demo) -> impl IntoView {
    let lab = Lab::get();
    let settings = lab.settings(demo);
    let parameters = (demo.parameters)();
    // The parameters of a function form a group with the function's name. The group is there while the function is
    // shown.
    let function_of = |parameter: &Setting| match parameter.shown {
        Shown::With { option, .. } => Some(option),
        _ => None,
    };
    let elsewhere = [Some(FUNCTION), demo.run.as_ref().map(|run| run.key.name())];
    let own = parameters.iter().filter(|parameter| function_of(parameter).is_none());
    let own = own.filter(|parameter| !elsewhere.contains(&Some(parameter.key())));
    let own = own.map(|parameter| view! { <Place demo settings parameter /> });
    let of_function = move |activation: &'static Activation| -> Vec<&'static Setting> {
        parameters.iter().filter(|one| function_of(one) == Some(activation.id)).collect()
    };
    let palette = lab.palette(demo);
    // A memo, so that the groups are made anew only when others are needed.
    let grouped = Memo::new(move |_| {
        let chosen = settings.with(|settings| (demo.functions)(settings));
        let all = activations::choices().filter(|activation| chosen.contains(activation));
        all.filter(|activation| !of_function(activation).is_empty()).collect::<Vec<_>>()
    });
    let group = move |activation: &'static Activation| {
        let id = activation.id;
        let class = Signal::derive(move || {
            let hue = palette.with(|palette| palette.hue(activation));
            format!("controls-function {}", palette::class(hue))
        });
        let controls = of_function(activation).into_iter();
        let controls = controls.map(|parameter| view! { <Place demo settings parameter /> });
        let hint = lab.say(move |text| text.hint(demo.id, id).unwrap_or_default());
        let legend = lab.tell(move |text| {
            let name = text.name(id);
            // A typed function has no parameters.
            if id == OWN.id {
                return name.to_owned();
            }
            text.words.page.parameters_of(say::page::ParametersOf { name })
        });
        view! {
            <fieldset class=class>
                <legend prop:textContent=legend></legend>
                {controls.collect_view()}
                <p class="controls-hint" prop:textContent=hint></p>
            </fieldset>
        }
        .into_any()
    };
    let has_locked = lab.has_locked(demo);
    let locked = lab.tell(move |text| if has_locked.get() { text.words.page.locked } else { "" });
    view! {
        <form id=form_of(demo) class="controls" on:submit=|ev| ev.prevent_default()>
            <p class="controls-locked" prop:textContent=locked></p>
            {own.collect_view()}
            {move || grouped.get().into_iter().map(group).collect_view()}
        </form>
    }
}

/// The id of a demo's form. The function picker outside the form refers to it.
pub fn form_of(demo: &Demo) -> String {
    format!("{}-controls", demo.id)
}

/// The control of a setting. It is hidden while the setting has no effect, and disabled if a link has locked
/// it.
#[component]
fn Place(
    demo: &'static Demo,
    settings: Memo<Settings>,
    parameter: &'static Setting,
) -> impl IntoView {
    let hidden = Signal::derive(move || settings.with(|settings| !settings.shows(parameter)));
    let locked = Lab::get().is_locked(demo, parameter.key());
    view! {
        <fieldset class="control-place" role="none" hidden=hidden disabled=locked>
            {control(demo, settings, parameter)}
        </fieldset>
    }
}

fn control(demo: &'static Demo, settings: Memo<Settings>, parameter: &'static Setting) -> AnyView {
    match &parameter.kind {
        Kind::Slider(key, slider) => match slider.end {
            None => view! { <NumberControl demo settings parameter key=*key slider=*slider /> }
                .into_any(),
            // The control of the low end contains the high end.
            Some(end) if end.side == Side::High => ().into_any(),
            Some(end) => {
                let high = (demo.parameters)().iter().find(|other| other.key() == end.other.name());
                high.map(|high| view! { <IntervalControl demo settings low=parameter high /> })
                    .into_any()
            }
        },
        Kind::Choice { options, .. } => {
            view! { <ChoiceControl demo settings parameter options=options.clone() /> }.into_any()
        }
        Kind::Toggle { key, .. } => {
            view! { <ToggleControl demo settings parameter key=*key /> }.into_any()
        }
        Kind::Expression { key, .. } => view! { <OwnFunction demo key=*key /> }.into_any(),
        Kind::Many { key, options, .. } => {
            view! { <ListControl demo settings parameter key=*key options=options.clone() /> }
                .into_any()
        }
    }
}

/// The label of a setting's control in the page's language.
fn label(demo: &'static Demo, parameter: &'static Setting) -> &'static str {
    Lab::get().say(move |text| text.label(demo.id, parameter))
}

#[component]
fn NumberControl(
    demo: &'static Demo,
    settings: Memo<Settings>,
    parameter: &'static Setting,
    key: Key<f64>,
    slider: Slider,
) -> impl IntoView {
    let id = format!("{}-{}", demo.id, parameter.key());
    let label = label(demo, parameter);
    let remark = RwSignal::new(None);
    view! {
        <div class="control">
            <label for=id.clone() prop:textContent=label></label>
            <ExactNumber demo settings parameter key slider remark />
            <Reset demo settings parameter />
            <NumberRemark remark id=remark_of(demo, parameter) />
            <Range demo settings key slider id />
        </div>
    }
}

/// The control of an interval: one track with two thumbs. Each thumb is a range input of its own.
#[component]
fn IntervalControl(
    demo: &'static Demo,
    settings: Memo<Settings>,
    low: &'static Setting,
    high: &'static Setting,
) -> impl IntoView {
    let lab = Lab::get();
    let (&Kind::Slider(low_key, low_slider), &Kind::Slider(high_key, high_slider)) =
        (&low.kind, &high.kind)
    else {
        return ().into_any();
    };
    let ends = Memo::new(move |_| settings.with(|s| (s.number(low_key), s.number(high_key))));
    // The position of a number on the track, as a CSS percentage. It places the ends of the filled part.
    let share = move |number: f64| {
        let (from, to) = reach(low_slider, ends.get());
        format!("{}%", 100.0 * (number - from) / (to - from))
    };
    let name = lab.say(move |text| text.interval(demo.id, low.key()).unwrap_or_default());
    let id = |parameter: &Setting| format!("{}-{}", demo.id, parameter.key());
    let (low_label, high_label) = (label(demo, low), label(demo, high));
    let (low_remark, high_remark) = (RwSignal::new(None), RwSignal::new(None));
    let name_id = format!("{}-name", id(low));
    view! {
        // A `fieldset` does not work here: WebKit does not place its legend in the grid.
        <div class="control interval" role="group" aria-labelledby=name_id.clone()>
            <span class="control-name" id=name_id.clone() prop:textContent=name></span>
            <div class="interval-numbers">
                <ExactNumber
                    demo
                    settings
                    parameter=low
                    key=low_key
                    slider=low_slider
                    remark=low_remark
                />
                <span aria-hidden="true">"–"</span>
                <ExactNumber
                    demo
                    settings
                    parameter=high
                    key=high_key
                    slider=high_slider
                    remark=high_remark
                />
            </div>
            <Reset demo settings parameter=low and=high />
            <NumberRemark remark=low_remark id=remark_of(demo, low) />
            <NumberRemark remark=high_remark id=remark_of(demo, high) />
            <div
                class="interval-track"
                style:--from=Signal::derive(move || share(ends.get().0))
                style:--to=Signal::derive(move || share(ends.get().1))
            >
                <label class="unseen" for=id(low) prop:textContent=low_label></label>
                <Range demo settings key=low_key slider=low_slider id=id(low) />
                <label class="unseen" for=id(high) prop:textContent=high_label></label>
                <Range demo settings key=high_key slider=high_slider id=id(high) />
            </div>
        </div>
    }
    .into_any()
}

/// The ends of a slider's track. They include the present value, which a link may have set outside the usual
/// range.
fn reach(slider: Slider, (low, high): (f64, f64)) -> (f64, f64) {
    (slider.min.min(low), slider.max.max(high))
}

#[component]
fn Range(
    demo: &'static Demo,
    settings: Memo<Settings>,
    key: Key<f64>,
    slider: Slider,
    id: String,
) -> impl IntoView {
    let lab = Lab::get();
    let number = Memo::new(move |_| settings.with(|settings| settings.number(key)));
    let limits = Memo::new(move |_| {
        let other = slider.end.map_or(number.get(), |end| settings.with(|s| s.number(end.other)));
        reach(slider, (number.get().min(other), number.get().max(other)))
    });
    let input = move |ev| {
        let said = event_target_value(&ev);
        // One end of an interval can push the other, but not beyond the track, which would then grow during
        // the drag.
        let (from, to) = limits.get_untracked();
        let end = slider.end.and_then(|end| Some((end, decimal::parse(&said)?)));
        let wanted = match end {
            Some((end, at)) if end.side == Side::Low => at.min(to - end.gap).to_string(),
            Some((end, at)) => at.max(from + end.gap).to_string(),
            None => said.clone(),
        };
        lab.change(demo, |settings| settings.set(key.name(), &wanted));
        // If the setting did not accept the value, the thumb returns to the present value.
        let kept = number.get_untracked().to_string();
        if kept != said {
            event_target::<HtmlInputElement>(&ev).set_value(&kept);
        }
    };
    view! {
        <input
            type="range"
            id=id
            name=key.name()
            min=Signal::derive(move || limits.get().0.to_string())
            max=Signal::derive(move || limits.get().1.to_string())
            step=slider.step.to_string()
            prop:value=Signal::derive(move || number.get().to_string())
            on:input=input
        />
    }
}

/// Why the number that was typed is not the number in use.
#[derive(Debug, Clone, PartialEq)]
enum Remark {
    /// The text is not a number. Contains the text.
    Unread(String),
    /// The number was outside `low..=high`; `taken` is used instead.
    Limited { low: f64, high: f64, taken: f64 },
    /// The number was not whole. Contains the number used instead.
    Rounded(f64),
    /// The other end of the interval is nearer than `gap`, so the number or both ends are others: `low` and `high`.
    /// `beside` is the remark on a number that was out of range as well.
    Apart { gap: f64, low: f64, high: f64, beside: Option<Box<Remark>> },
}

impl Remark {
    fn say(&self, text: &Text) -> String {
        let words = &text.words.number;
        match self {
            Remark::Unread(typed) => words.unread(say::number::Unread { typed }),
            Remark::Limited { low, high, taken } => words.limited(say::number::Limited {
                low: &low.to_string(),
                high: &high.to_string(),
                used: &taken.to_string(),
            }),
            Remark::Rounded(taken) => {
                words.rounded(say::number::Rounded { used: &taken.to_string() })
            }
            Remark::Apart { gap, low, high, beside } => {
                let apart = words.apart(say::number::Apart {
                    gap: &gap.to_string(),
                    low: &low.to_string(),
                    high: &high.to_string(),
                });
                match beside {
                    Some(beside) => format!("{} {apart}", beside.say(text)),
                    None => apart,
                }
            }
        }
    }
}

/// The id of the remark beside a number field.
fn remark_of(demo: &Demo, parameter: &Setting) -> String {
    format!("{}-{}-remark", demo.id, parameter.key())
}

/// The remark about the number that was typed last.
#[component]
fn NumberRemark(remark: RwSignal<Option<Remark>>, id: String) -> impl IntoView {
    let said = Lab::get().tell(move |text| {
        remark.with(|remark| remark.as_ref().map_or(String::new(), |remark| remark.say(text)))
    });
    view! { <p class="control-remark" id=id role="status" prop:textContent=said></p> }
}

/// A text field for a number. A field of type `number` would read 0,5 as 5 in Chromium and drop unreadable
/// text in other browsers.
#[component]
fn ExactNumber(
    demo: &'static Demo,
    settings: Memo<Settings>,
    parameter: &'static Setting,
    key: Key<f64>,
    slider: Slider,
    remark: RwSignal<Option<Remark>>,
) -> impl IntoView {
    /// The longest text that the remark quotes, in characters.
    const QUOTED: usize = 24;
    let lab = Lab::get();
    let label = label(demo, parameter);
    let number = Memo::new(move |_| settings.with(|settings| settings.number(key)));
    let shown = Signal::derive(move || number.get().to_string());
    // The other end of an interval.
    let other = move || slider.end.map(|end| settings.with(|settings| settings.number(end.other)));
    let set = move |wanted: f64| {
        let resting = untrack(other);
        // A number that overflows an f64 counts as outside the range.
        let finite = wanted.clamp(f64::MIN, f64::MAX);
        lab.change(demo, |settings| settings.set_number(key, finite));
        let (taken, (low, high)) = (number.get_untracked(), slider.limits);
        let is_within = (low..=high).contains(&wanted);
        let limited = (!is_within).then_some(Remark::Limited { low, high, taken });
        match slider.end.zip(untrack(other)) {
            Some((End { gap, .. }, at)) if resting != Some(at) || is_within && taken != wanted => {
                let (low, high) = (taken.min(at), taken.max(at));
                Some(Remark::Apart { gap, low, high, beside: limited.map(Box::new) })
            }
            _ if is_within && taken != wanted => Some(Remark::Rounded(taken)),
            _ => limited,
        }
    };
    let take = move |typed: &str| match read_number(typed) {
        Some(wanted) => set(wanted),
        None => Some(Remark::Unread(typed.trim().chars().take(QUOTED).collect())),
    };
    // The field is read on Enter and when it loses the focus, because an incomplete number is not a value.
    let on_change = move |ev| {
        let said = take(&event_target_value(&ev));
        let is_read = !matches!(said, Some(Remark::Unread(_)));
        remark.set(said);
        // Unreadable text stays in the field until the field is left, so that the reader can correct it.
        if is_read {
            event_target::<HtmlInputElement>(&ev).set_value(&shown.get_untracked());
        }
    };
    let on_blur = move |ev: ev::FocusEvent| {
        event_target::<HtmlInputElement>(&ev).set_value(&shown.get_untracked());
    };
    let on_key = move |ev: ev::KeyboardEvent| {
        let step = if ev.shift_key() { 10.0 * slider.step } else { slider.step };
        let steps = match ev.key().as_str() {
            "ArrowUp" => step,
            "ArrowDown" => -step,
            "Escape" => 0.0,
            _ => return,
        };
        ev.prevent_default();
        remark.set(None);
        if steps != 0.0 {
            // Rounding to the grid of the steps avoids errors such as 0.1 + 0.2 ≠ 0.3.
            let fine = 1.0 / slider.step;
            let to = ((number.get_untracked() + steps) * fine).round() / fine;
            remark.set(set(to));
        }
        event_target::<HtmlInputElement>(&ev).set_value(&shown.get_untracked());
    };
    // The remark disappears when the number changes.
    Effect::new(move |_| {
        let (now, at) = (number.get(), other());
        let is_over = remark.with_untracked(|remark| match remark {
            Some(Remark::Limited { taken, .. } | Remark::Rounded(taken)) => *taken != now,
            Some(Remark::Apart { low, high, .. }) => {
                at.is_none_or(|at| (now.min(at), now.max(at)) != (*low, *high))
            }
            Some(Remark::Unread(_)) => true,
            None => false,
        });
        if is_over {
            remark.set(None);
        }
    });
    let is_unread =
        Signal::derive(move || remark.with(|remark| matches!(remark, Some(Remark::Unread(_)))));
    // The decimal keyboard of phones has no minus sign.
    let keyboard = if slider.limits.0 < 0.0 { "text" } else { "decimal" };
    view! {
        <input
            type="text"
            class="exact"
            name=key.name()
            role="spinbutton"
            inputmode=keyboard
            enterkeyhint="done"
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            aria-label=lab.text.words.page.exact_number(say::page::ExactNumber { label })
            aria-valuemin=slider.limits.0.to_string()
            aria-valuemax=slider.limits.1.to_string()
            aria-valuenow=shown
            aria-invalid=move || is_unread.get().then_some("true")
            aria-describedby=remark_of(demo, parameter)
            prop:value=shown
            on:change=on_change
            on:blur=on_blur
            on:keydown=on_key
        />
    }
}

/// Resets one setting, or both ends of an interval, to the default.
#[component]
fn Reset(
    demo: &'static Demo,
    settings: Memo<Settings>,
    parameter: &'static Setting,
    #[prop(optional)] and: Option<&'static Setting>,
) -> impl IntoView {
    let lab = Lab::get();
    let keys = [Some(parameter.key()), and.map(Setting::key)];
    let own = label(demo, parameter);
    let both = and.and_then(|_| lab.text.interval(demo.id, parameter.key()));
    let name = lab.text.words.page.reset(say::page::Reset { label: both.unwrap_or(own) });
    let at_rest = Signal::derive(move || {
        settings.with(|s| keys.iter().flatten().all(|key| s.is_default(key)))
    });
    let reset = move |_| {
        lab.change(demo, |settings| {
            // Resetting twice is necessary, because the first end may be limited by the old value of the
            // second.
            for key in keys.iter().chain(&keys).flatten() {
                settings.reset(key);
            }
        });
    };
    view! {
        <button
            type="button"
            class="reset"
            disabled=at_rest
            aria-label=name.clone()
            title=name
            on:click=reset
        >
            <span aria-hidden="true">"↺"</span>
        </button>
    }
}

#[component]
fn ChoiceControl(
    demo: &'static Demo,
    settings: Memo<Settings>,
    parameter: &'static Setting,
    options: Vec<&'static str>,
) -> impl IntoView {
    let lab = Lab::get();
    let key = parameter.key();
    let options = options.into_iter().map(|option| {
        let chosen = Signal::derive(move || settings.with(|settings| settings.has(key, option)));
        view! {
            <label class="segment">
                <input
                    type="radio"
                    name=key
                    value=option
                    prop:checked=chosen
                    on:change=move |_| lab.change(demo, |settings| settings.set(key, option))
                />
                <span prop:textContent=lab.say(move |text| text.option(demo.id, key, option))></span>
            </label>
        }
    });
    view! {
        <fieldset class="control segments">
            <legend prop:textContent=label(demo, parameter)></legend>
            {options.collect_view()}
        </fieldset>
    }
}

/// A group of check boxes for a setting with several values at once.
#[component]
fn ListControl(
    demo: &'static Demo,
    settings: Memo<Settings>,
    parameter: &'static Setting,
    key: Key<Many>,
    options: Vec<&'static str>,
) -> impl IntoView {
    let lab = Lab::get();
    let name = key.name();
    let palette = lab.palette(demo);
    let is_refused = RwSignal::new(false);
    let choice =
        Choice { demo, key: name, list: Some(key), open: RwSignal::new(false), is_refused };
    let offered = option_list::offered(settings, name, &options);
    let toggle = move |option| {
        let chosen = Signal::derive(move || settings.with(|settings| settings.has(name, option)));
        let change = move |ev| is_refused.set(option_list::choose(lab, demo, key, option, &ev));
        // The function chosen above the plots is already shown, so its check box is hidden here.
        let is_shown =
            Signal::derive(move || settings.with(|settings| settings.has(FUNCTION, option)));
        view! {
            <label class=option_list::class(palette, "toggle", option)>
                <input
                    type="checkbox"
                    name=name
                    value=option
                    prop:checked=chosen
                    disabled=is_shown
                    on:change=change
                />
                <span prop:textContent=lab.say(move |text| text.option(demo.id, name, option))></span>
            </label>
        }
    };
    let name_id = format!("{}-{name}-name", demo.id);
    view! {
        // A `fieldset` does not work here: WebKit does not place its legend in the grid.
        <div class="control list" role="group" aria-labelledby=name_id.clone()>
            <span class="control-name" id=name_id.clone() prop:textContent=label(demo, parameter)></span>
            {move || offered.get().into_iter().map(toggle).collect_view()}
            <MoreFunctions choice />
            <Refusal is_refused />
        </div>
    }
}

#[component]
fn ToggleControl(
    demo: &'static Demo,
    settings: Memo<Settings>,
    parameter: &'static Setting,
    key: Key<bool>,
) -> impl IntoView {
    let lab = Lab::get();
    let change = move |ev| {
        let on = event_target_checked(&ev);
        lab.change(demo, |settings| {
            settings.set(key.name(), if on { "1" } else { "0" });
            demo.toggled(settings, key);
        });
    };
    view! {
        <label class="toggle">
            <input
                type="checkbox"
                name=key.name()
                prop:checked=Signal::derive(move || settings.with(|s| s.toggle(key)))
                on:change=change
            />
            <span prop:textContent=label(demo, parameter)></span>
        </label>
    }
}
