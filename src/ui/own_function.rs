//! The field for a function that a reader types, with what is wrong with it, what is known about it, and its code.

use super::browser;
use super::copy_code::CodePanel;
use super::inner_html::from_html;
use super::lab::Lab;
use super::library::Typed;
use super::mount_into;
use crate::decimal;
use crate::demos::Demo;
use crate::demos::settings::{Expression as Kind, Key};
use crate::markup::{Html, html};
use crate::models::objections::{Objection, objections};
use crate::page::facts;
use crate::text::Text;
use crate::text::number::{read, read_short};
use crate::text::words::library as say;
use activations::expression::{Expected, Fault, FaultKind, LONGEST};
use activations::own::Own;
use activations::{Function, own, typed};
use leptos::html::Input;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The content of the piece.
pub const ALL: Typed = Typed {
    read: |text| Some(typed::read(text, decimal::parse).ok()? as &dyn Own),
    mount: |place, lab, demo, key| mount_into(place, lab, move || view! { <Field demo key /> }),
    focus,
};

/// The id of a demo's field.
fn field_id(demo: &Demo) -> String {
    format!("{}-own", demo.id)
}

/// Leads the focus to a demo's field, which is mounted once the function has been chosen.
fn focus(demo: &'static Demo) {
    browser::after_two_frames(move || {
        if let Some(field) = document().get_element_by_id(&field_id(demo)) {
            let _ = field.unchecked_into::<HtmlElement>().focus();
        }
    });
}

/// A function to begin with.
struct Example {
    name: fn(&Text) -> &'static str,
    text: &'static str,
}

const EXAMPLES: [Example; 4] = [
    Example { name: |text| text.words.library.own_polynomial, text: "0.5*x + 0.1*x^3" },
    Example { name: |text| text.words.library.own_swish, text: own::FIRST },
    Example { name: |text| text.words.library.own_bump, text: "exp(-x^2)" },
    Example {
        name: |text| text.words.library.own_staircase,
        text: "step(x + 2) + step(x) + step(x - 2)",
    },
];

#[component]
fn Field(demo: &'static Demo, key: Key<Kind>) -> impl IntoView {
    let lab = Lab::get();
    let words = &lab.text.words.library;
    let settings = lab.settings(demo);
    let present = Memo::new(move |_| settings.with(|settings| settings.expression(key).to_owned()));
    let function = Memo::new(move |_| Function::typed(&present.get()));
    let field = NodeRef::<Input>::new();
    // The text in the field while it cannot be read, with its fault.
    let fault = RwSignal::new(None::<(String, Fault)>);
    let take = move |typed: &str| match typed::read(typed, decimal::parse) {
        Ok(_) => {
            fault.set(None);
            lab.change(demo, |settings| settings.set(key.name(), typed));
        }
        Err(found) => fault.set(Some((typed.to_owned(), found))),
    };
    // Another function, such as that of a link, replaces what is in the field. What is typed stays as it is.
    Effect::new(move |_| {
        let present = present.get();
        let Some(field) = field.get() else { return };
        if field.value().trim() != present {
            field.set_value(&present);
            fault.set(None);
        }
    });
    let fault_id = format!("{}-fault", field_id(demo));
    let said = lab.tell(move |text| {
        fault.with(|fault| fault.as_ref().map_or(String::new(), |(_, fault)| explain(fault, text)))
    });
    let shown = lab.tell(move |_| {
        fault.with(|fault| fault.as_ref().map_or(Html::default(), |(typed, at)| marked(typed, at)))
    });
    let stays =
        lab.tell(
            move |text| {
                if fault.with(Option::is_some) { text.words.library.own_stays } else { "" }
            },
        );
    let examples = EXAMPLES.map(|Example { name, text }| {
        let choose = move |_| {
            // The function may be the present one, while the field has a text that cannot be read.
            if let Some(field) = field.get_untracked() {
                field.set_value(text);
            }
            take(text);
        };
        view! {
            <button
                type="button"
                class="button"
                title=text
                on:click=choose
                prop:textContent=lab.say(name)
            ></button>
        }
    });
    let verdict = lab.tell(move |text| verdict(&function.get(), text));
    let facts = lab.tell(move |text| {
        html!(
            "<table class=\"facts\">{rows}</table>",
            rows = facts::properties(&function.get(), text)
        )
    });
    view! {
        <div class="own-line">
            <label for=field_id(demo) translate="no" prop:textContent=words.own_label></label>
            <input
                type="text"
                id=field_id(demo)
                class="own-field"
                name=key.name()
                aria-label=lab.text.control(demo.id, key.name()).unwrap_or_default()
                aria-describedby=fault_id.clone()
                aria-invalid=move || fault.with(Option::is_some).then_some("true")
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                translate="no"
                enterkeyhint="done"
                maxlength=LONGEST.to_string()
                node_ref=field
                on:input=move |ev| take(&event_target_value(&ev))
            />
        </div>
        <div class="own-fault" id=fault_id.clone() role="status">
            <p prop:textContent=said></p>
            <p class="own-marked" translate="no" aria-hidden="true" inner_html=from_html(shown)></p>
            <p prop:textContent=stays></p>
        </div>
        <div class="own-examples" role="group" aria-label=words.own_examples>
            <span aria-hidden="true" prop:textContent=words.own_examples></span>
            {examples.into_iter().collect_view()}
        </div>
        <details class="own-more">
            <summary prop:textContent=words.own_grammar></summary>
            <p translate="no" prop:textContent=words.own_help></p>
        </details>
        <div class="own-verdict">
            <p class="own-question" prop:textContent=words.objections></p>
            <ul inner_html=from_html(verdict)></ul>
        </div>
        <details class="own-more">
            <summary prop:textContent=words.own_facts></summary>
            <div inner_html=from_html(facts)></div>
        </details>
        <CodePanel function />
    }
}

/// The text with the place of the fault marked.
fn marked(typed: &str, fault: &Fault) -> Html {
    let mut characters = typed.chars();
    let before: String = characters.by_ref().take(fault.at).collect();
    let here: String = characters.by_ref().take(1).collect();
    let after: String = characters.collect();
    // The fault may be the end, where nothing is.
    let here = if here.is_empty() { "\u{2423}".to_owned() } else { here };
    html!("{before}<mark>{here}</mark>{after}", before, here, after)
}

/// A fault in words.
fn explain(fault: &Fault, text: &Text) -> String {
    let words = &text.words.library;
    let what = match &fault.kind {
        FaultKind::Empty => return words.fault_empty.to_owned(),
        FaultKind::TooLong => return words.fault_too_long.to_owned(),
        FaultKind::TooDeep => words.fault_too_deep.to_owned(),
        FaultKind::Character(found) => {
            words.fault_character(say::FaultCharacter { found: &found.to_string() })
        }
        FaultKind::Number(found) => words.fault_number(say::FaultNumber { found }),
        FaultKind::Name(found) => words.fault_name(say::FaultName { found }),
        FaultKind::Expected(expected) => match expected {
            Expected::Value => words.fault_value,
            Expected::Operator => words.fault_operator,
            Expected::Opening => words.fault_opening,
            Expected::Closing => words.fault_closing,
            Expected::Comparison => words.fault_comparison,
        }
        .to_owned(),
        FaultKind::Arguments { name: found, least, most } if least == most => {
            words.fault_arguments_exact(say::FaultArgumentsExact { found, count: *least })
        }
        FaultKind::Arguments { name: found, least, most } => {
            words.fault_arguments(say::FaultArguments { found, least: *least, most: *most })
        }
        FaultKind::Parameter { name: found, min, max } => {
            let (low, high) = (read(*min), read(*max));
            words.fault_parameter(say::FaultParameter { found, low: &low, high: &high })
        }
    };
    words.fault_at(say::FaultAt { place: fault.at + 1, fault: &what })
}

/// What speaks against a function, as the items of a list.
fn verdict(function: &Function, text: &Text) -> Html {
    let found = objections(function);
    if found.is_empty() {
        return html!("<li>{said}</li>", said = text.words.library.no_objection);
    }
    found.iter().map(|one| html!("<li>{said}</li>", said = object(one, text))).collect()
}

fn object(objection: &Objection, text: &Text) -> String {
    let words = &text.words.library;
    match *objection {
        Objection::Undefined { at } => {
            words.objection_undefined(say::ObjectionUndefined { at: &read_short(at) })
        }
        Objection::Infinite { at } => {
            words.objection_infinite(say::ObjectionInfinite { at: &read_short(at) })
        }
        Objection::Line => words.objection_line.to_owned(),
        Objection::NoGradient => words.objection_no_gradient.to_owned(),
        Objection::Jumps { at } => {
            words.objection_jumps(say::ObjectionJumps { at: &read_short(at) })
        }
        Objection::Saturates => words.objection_saturates.to_owned(),
        Objection::DeadSide { is_negative: true } => words.objection_dead_negative.to_owned(),
        Objection::DeadSide { is_negative: false } => words.objection_dead_positive.to_owned(),
        Objection::Steep { slope, at } => words.objection_steep(say::ObjectionSteep {
            slope: &read_short(slope),
            at: &read_short(at),
        }),
        Objection::OffCentre { mean } => {
            words.objection_off_centre(say::ObjectionOffCentre { mean: &read_short(mean) })
        }
    }
}
