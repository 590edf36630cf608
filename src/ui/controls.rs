//! The form controls of a demo, made from its parameters. Each is native; its `name` is the
//! parameter's key.

use super::lab::Lab;
use super::picker;
use crate::activations::{self, Activation};
use crate::demos::Demo;
use crate::demos::settings::{Kind, Setting, Settings, Shown, Side, Slider};
use crate::text::Text;
use leptos::prelude::*;
use web_sys::HtmlInputElement;

/// All controls of a demo but those above and below its plots: its functions and a run's step.
#[component]
pub fn Controls(demo: &'static Demo) -> impl IntoView {
    let lab = Lab::get();
    let settings = lab.settings(demo);
    let parameters = (demo.parameters)();
    // The parameters of a function stand together under its name, and come and go with it.
    let of_function = |parameter: &Setting| match parameter.shown {
        Shown::With { option, .. } => Some(option),
        _ => None,
    };
    let elsewhere = [Some(picker::KEY), demo.run.as_ref().map(|run| run.key)];
    let own = parameters.iter().filter(|parameter| of_function(parameter).is_none());
    let own = own.filter(|parameter| !elsewhere.contains(&Some(parameter.key)));
    let own = own.map(|parameter| view! { <Place demo settings parameter /> });
    let functions = activations::ALL.iter().enumerate().filter_map(|(index, activation)| {
        let id = activation.id;
        let its: Vec<_> = parameters.iter().filter(|p| of_function(p) == Some(id)).collect();
        let first = *its.first()?;
        let hidden = Signal::derive(move || settings.with(|settings| !settings.shows(first)));
        let class = format!("controls-function series-{index}");
        let controls = its.into_iter().map(|parameter| view! { <Place demo settings parameter /> });
        let hint = lab.say(move |text| (text.page.hint)(demo.id, id).unwrap_or_default());
        Some(view! {
            <fieldset class=class hidden=hidden>
                <legend>
                    {lab.tell(move |text| (text.page.parameters_of)(text.name(id)))}
                </legend>
                {controls.collect_view()}
                <p class="controls-hint">{hint}</p>
            </fieldset>
        })
    });
    let has_locked = lab.has_locked(demo);
    let locked = lab.say(move |text| if has_locked.get() { text.page.locked } else { "" });
    view! {
        <form id=form_of(demo) class="controls" on:submit=|ev| ev.prevent_default()>
            <p class="controls-locked">{locked}</p>
            {own.collect_view()}
            {functions.collect_view()}
        </form>
    }
}

/// The id of a demo's form, to which the controls beside it belong too.
pub fn form_of(demo: &Demo) -> String {
    format!("{}-controls", demo.id)
}

/// The control, hidden for as long as it would change nothing, and dead where a link has locked it.
#[component]
fn Place(
    demo: &'static Demo,
    settings: Memo<Settings>,
    parameter: &'static Setting,
) -> impl IntoView {
    let hidden = Signal::derive(move || settings.with(|settings| !settings.shows(parameter)));
    let locked = Lab::get().is_locked(demo, parameter.key);
    view! {
        <fieldset class="control-place" role="none" hidden=hidden disabled=locked>
            {control(demo, settings, parameter)}
        </fieldset>
    }
}

fn control(demo: &'static Demo, settings: Memo<Settings>, parameter: &'static Setting) -> AnyView {
    match &parameter.kind {
        Kind::Slider(slider) => match slider.end {
            None => view! { <NumberControl demo settings parameter slider=*slider /> }.into_any(),
            // The high end stands with the low one.
            Some(end) if end.side == Side::High => ().into_any(),
            Some(end) => {
                let high = (demo.parameters)().iter().find(|other| other.key == end.other);
                high.map(|high| view! { <IntervalControl demo settings low=parameter high /> })
                    .into_any()
            }
        },
        Kind::Choice { options, .. } => {
            view! { <ChoiceControl demo settings parameter options=options.clone() /> }.into_any()
        }
        Kind::Toggle { .. } => view! { <ToggleControl demo settings parameter /> }.into_any(),
        Kind::Many { options, .. } => {
            view! { <ListControl demo settings parameter options=options.clone() /> }.into_any()
        }
    }
}

/// The label of a parameter's control in the page's language.
fn label(demo: &'static Demo, parameter: &'static Setting) -> Signal<&'static str> {
    let words = move |text: &'static Text| (text.control)(demo.id, parameter.key);
    Lab::get().say(move |text| words(text).unwrap_or(parameter.key))
}

#[component]
fn NumberControl(
    demo: &'static Demo,
    settings: Memo<Settings>,
    parameter: &'static Setting,
    slider: Slider,
) -> impl IntoView {
    let id = format!("{}-{}", demo.id, parameter.key);
    let label = label(demo, parameter);
    view! {
        <div class="control">
            <label for=id.clone()>{label}</label>
            <ExactNumber demo settings parameter slider />
            <Reset demo settings parameter />
            <Range demo settings parameter slider id />
        </div>
    }
}

/// Two thumbs on one track, each a range input of its own.
#[component]
fn IntervalControl(
    demo: &'static Demo,
    settings: Memo<Settings>,
    low: &'static Setting,
    high: &'static Setting,
) -> impl IntoView {
    let lab = Lab::get();
    let (Kind::Slider(low_slider), Kind::Slider(high_slider)) = (&low.kind, &high.kind) else {
        return ().into_any();
    };
    let (low_slider, high_slider) = (*low_slider, *high_slider);
    let ends = Memo::new(move |_| settings.with(|s| (s.number(low.key), s.number(high.key))));
    // Where the filled part of the track begins and ends.
    let share = move |number: f64| {
        let (from, to) = reach(low_slider, ends.get());
        format!("{}%", 100.0 * (number - from) / (to - from))
    };
    let name = lab.say(move |text| (text.page.interval)(demo.id, low.key).unwrap_or_default());
    let id = |parameter: &Setting| format!("{}-{}", demo.id, parameter.key);
    let (low_label, high_label) = (label(demo, low), label(demo, high));
    view! {
        <fieldset class="control interval">
            <legend>{name}</legend>
            <div class="interval-numbers">
                <ExactNumber demo settings parameter=low slider=low_slider />
                <span aria-hidden="true">"–"</span>
                <ExactNumber demo settings parameter=high slider=high_slider />
            </div>
            <Reset demo settings parameter=low and=high />
            <div
                class="interval-track"
                style:--from=Signal::derive(move || share(ends.get().0))
                style:--to=Signal::derive(move || share(ends.get().1))
            >
                <label class="unseen" for=id(low)>{low_label}</label>
                <Range demo settings parameter=low slider=low_slider id=id(low) />
                <label class="unseen" for=id(high)>{high_label}</label>
                <Range demo settings parameter=high slider=high_slider id=id(high) />
            </div>
        </fieldset>
    }
    .into_any()
}

/// Where a slider begins and ends, so that what a link has said is on it.
fn reach(slider: Slider, (low, high): (f64, f64)) -> (f64, f64) {
    (slider.min.min(low), slider.max.max(high))
}

#[component]
fn Range(
    demo: &'static Demo,
    settings: Memo<Settings>,
    parameter: &'static Setting,
    slider: Slider,
    id: String,
) -> impl IntoView {
    let lab = Lab::get();
    let key = parameter.key;
    let number = Memo::new(move |_| settings.with(|settings| settings.number(key)));
    let limits = Memo::new(move |_| {
        let other = slider.end.map_or(number.get(), |end| settings.with(|s| s.number(end.other)));
        reach(slider, (number.get().min(other), number.get().max(other)))
    });
    let input = move |ev| {
        let said = event_target_value(&ev);
        // An end may push the other, but not off the slider, which would grow under the hand.
        let (from, to) = limits.get_untracked();
        let end = slider.end.and_then(|end| Some((end, said.parse::<f64>().ok()?)));
        let wanted = match end {
            Some((end, at)) if end.side == Side::Low => at.min(to - end.gap).to_string(),
            Some((end, at)) => at.max(from + end.gap).to_string(),
            None => said.clone(),
        };
        lab.change(demo, |settings| settings.set(key, &wanted));
        // Where the gate has kept it from going, the thumb must not go either.
        let kept = number.get_untracked().to_string();
        if kept != said {
            event_target::<HtmlInputElement>(&ev).set_value(&kept);
        }
    };
    view! {
        <input
            type="range"
            id=id
            name=key
            min=Signal::derive(move || limits.get().0.to_string())
            max=Signal::derive(move || limits.get().1.to_string())
            step=slider.step.to_string()
            prop:value=Signal::derive(move || number.get().to_string())
            on:input=input
        />
    }
}

#[component]
fn ExactNumber(
    demo: &'static Demo,
    settings: Memo<Settings>,
    parameter: &'static Setting,
    slider: Slider,
) -> impl IntoView {
    let lab = Lab::get();
    let key = parameter.key;
    let label = label(demo, parameter);
    let number = Memo::new(move |_| settings.with(|settings| settings.number(key)));
    // Committed on Enter or leaving: half a number is not one yet.
    let change = move |ev| {
        let said = event_target_value(&ev);
        lab.change(demo, |settings| settings.set(key, &said));
        event_target::<HtmlInputElement>(&ev).set_value(&number.get_untracked().to_string());
    };
    view! {
        <input
            type="number"
            class="exact"
            name=key
            min=slider.limits.0.to_string()
            max=slider.limits.1.to_string()
            step="any"
            inputmode="decimal"
            aria-label=Signal::derive(move || (lab.text.get().page.exact_number)(label.get()))
            prop:value=Signal::derive(move || number.get().to_string())
            on:change=change
        />
    }
}

/// Puts one parameter, or both ends of an interval, back to the default.
#[component]
fn Reset(
    demo: &'static Demo,
    settings: Memo<Settings>,
    parameter: &'static Setting,
    #[prop(optional)] and: Option<&'static Setting>,
) -> impl IntoView {
    let lab = Lab::get();
    let keys = [Some(parameter.key), and.map(|and| and.key)];
    let own = label(demo, parameter);
    let name = Signal::derive(move || {
        let text = lab.text.get();
        let both = and.and_then(|_| (text.page.interval)(demo.id, parameter.key));
        (text.page.reset)(both.unwrap_or_else(|| own.get()))
    });
    let at_rest = Signal::derive(move || {
        settings.with(|s| keys.iter().flatten().all(|key| s.is_default(key)))
    });
    let reset = move |_| {
        lab.change(demo, |settings| {
            // Twice: the first end may be held back by where the second still is.
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
            aria-label=name
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
    let key = parameter.key;
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
                <span>{lab.say(move |text| text.option(key, option))}</span>
            </label>
        }
    });
    view! {
        <fieldset class="control segments">
            <legend>{label(demo, parameter)}</legend>
            {options.collect_view()}
        </fieldset>
    }
}

/// Any number of several.
#[component]
fn ListControl(
    demo: &'static Demo,
    settings: Memo<Settings>,
    parameter: &'static Setting,
    options: Vec<&'static str>,
) -> impl IntoView {
    let lab = Lab::get();
    let key = parameter.key;
    let options = options.into_iter().map(|option| {
        let chosen = Signal::derive(move || settings.with(|settings| settings.has(key, option)));
        let change = move |ev| {
            let on = event_target_checked(&ev);
            lab.change(demo, |settings| settings.set_option(key, option, on));
        };
        // What is shown above the plots already would be the same thing again.
        let is_shown =
            Signal::derive(move || settings.with(|settings| settings.has(picker::KEY, option)));
        let class =
            Activation::find(option).map(|known| format!("toggle series-{}", known.index()));
        view! {
            <label class=class.unwrap_or_else(|| "toggle".to_owned())>
                <input
                    type="checkbox"
                    name=key
                    value=option
                    prop:checked=chosen
                    disabled=is_shown
                    on:change=change
                />
                <span>{lab.say(move |text| text.option(key, option))}</span>
            </label>
        }
    });
    view! {
        <fieldset class="control list">
            <legend>{label(demo, parameter)}</legend>
            {options.collect_view()}
        </fieldset>
    }
}

#[component]
fn ToggleControl(
    demo: &'static Demo,
    settings: Memo<Settings>,
    parameter: &'static Setting,
) -> impl IntoView {
    let lab = Lab::get();
    let key = parameter.key;
    let change = move |ev| {
        let on = event_target_checked(&ev);
        lab.change(demo, |settings| {
            settings.set(key, if on { "1" } else { "0" });
            (demo.toggled)(settings, key);
        });
    };
    view! {
        <label class="toggle">
            <input
                type="checkbox"
                name=key
                prop:checked=Signal::derive(move || settings.with(|s| s.toggle(key)))
                on:change=change
            />
            <span>{label(demo, parameter)}</span>
        </label>
    }
}
