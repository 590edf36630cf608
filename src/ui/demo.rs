//! A live demo in its section of the page, made from its entry in the registry.

use super::browser;
use super::copy_link::CopyLink;
use super::data_table::DataTable;
use super::exported::{Axes, Exported};
use super::guess::{Guess, GuessStart};
use super::handout;
use super::handout::PrintedAddress;
use super::inner_html::from_html;
use super::lab::{Lab, experiment_of};
use super::panel::ToolPanel;
use super::picker::Picker;
use super::place;
use super::playhead::Playhead;
use super::plot::Plot;
use super::readouts::ReadoutTable;
use super::tools::Tool;
use super::transport::Transport;
use crate::demos::settings::Key;
use crate::demos::{self, Readouts, Row, Stage};
use crate::markup::Html;
use crate::page::legend;
use leptos::html::Div;
use leptos::prelude::*;

/// The font size of tick labels, as a multiple of the page's text size.
const TICK_TEXT: f64 = 0.8125;
/// The media query with which `style/demo.css` places the controls below the plots.
const ONE_COLUMN: &str = "(max-width: 69.99rem)";

/// Heights that a window must leave for other things than the plots, as multiples of the page's text size: for
/// the function picker, the captions and the toolbar; for the bar of a run; for the head of the page and of the
/// first demo. `style/demo.css` has the sum of the first and the last.
const AROUND: f64 = 10.0;
const TRANSPORT: f64 = 4.5;
const HEAD: f64 = 10.0;
/// Heights below the plots in a presentation, as multiples of the page's text size: for captions, legend and
/// the presentation's bar; for the bar of a run; for the panel of a guess.
const ON_THE_WALL: f64 = 9.5;
const BAR: f64 = 5.0;
const GUESS: f64 = 4.5;

#[component]
pub fn Demo(demo: &'static demos::Demo) -> impl IntoView {
    let lab = Lab::get();
    let settings = lab.settings(demo);
    let hover = RwSignal::new(None::<f64>);
    let room = NodeRef::<Div>::new();
    let width = browser::width(room);
    let playhead = demo
        .run
        .as_ref()
        .map(|run| (run, Playhead::new(demo, run, settings, browser::in_sight(room))));
    let probe_is_locked = demo.probe.map(|key| lab.is_locked(demo, key.name()));
    // The settings that are shown: a resting mouse moves the probe while it is over a plot, and a playing run
    // moves its step.
    let shown = Memo::new(move |_| {
        let mut settings = settings.get();
        if let (Some(key), Some(x)) = (demo.probe, hover.get())
            && !probe_is_locked.is_some_and(|locked| locked.get())
        {
            settings.set_number(key, x);
        }
        match playhead {
            Some((_, playhead)) => playhead.shown(settings),
            None => settings,
        }
    });
    // The text size changes only with the width of the plots, so it is not read in every frame. Right after printing,
    // Firefox still has the style sheet for paper.
    let text_size = Memo::new(move |_| {
        width.track();
        browser::text_size()
    });
    // In one column the plots stay visible above the sliders, and must leave space for them.
    let one_column = browser::media(ONE_COLUMN);
    let stage = Memo::new(move |_| {
        if lab.printing.get() {
            return Some(handout::STAGE);
        }
        let width = width.get().floor();
        // The plots have not been laid out yet.
        if width < 1.0 {
            return None;
        }
        let window = lab.window_height.get();
        let text = text_size.get();
        let guesses = lab.view.with(|view| view.guess(demo).is_some());
        let usual = match (one_column.get(), playhead) {
            (false, _) => {
                // The whole frame of a demo fits the window. The first demo has the head of the page above it.
                let parts = [
                    (true, AROUND),
                    (playhead.is_some(), TRANSPORT),
                    (demo.part.is_none(), HEAD),
                    (guesses, GUESS),
                ];
                (window - text * sum(&parts)).min(0.72 * window)
            }
            (true, None) => 0.45 * window,
            // The bar of the run is visible as well.
            (true, Some(_)) => 0.36 * window,
        };
        // A presentation uses all of the remaining height, but at least 40 % of the window.
        let parts = [(true, ON_THE_WALL), (playhead.is_some(), BAR), (guesses, GUESS)];
        let left =
            lab.presentation.height(window, room, text * sum(&parts)).filter(|_| !one_column.get());
        let height = left.map_or(usual, |left| left.max(0.4 * window));
        let arrival = playhead.map_or(1.0, |(_, playhead)| playhead.arrival());
        Some(Stage { width, height, text: TICK_TEXT * text, arrival })
    });
    let resting = lab.experiment(demo);
    let experiment = experiment_of(move |_| {
        shown.with(|shown| match settings.with(|settings| settings == shown) {
            true => resting.get(),
            false => resting.with(|resting| demo.open(shown, Some(&**resting))),
        })
    });
    let guess = Guess::new(demo, shown, experiment, stage);
    let is_hiding = guess.is_hiding;
    let pictures = Memo::new(move |_| guess.pictures());
    let readouts = Memo::new(move |_| {
        let mut readouts = experiment.with(|experiment| experiment.readouts(lab.text));
        if is_hiding.get() {
            readouts.rows.clear();
            readouts.remark = None;
        }
        readouts
    });
    // While a curve is guessed, texts that would reveal it are replaced.
    let explanation = Signal::derive(move || {
        let text = lab.text;
        if is_hiding.get() { Html::default() } else { experiment.with(|it| it.explanation(text)) }
    });
    let legend = Signal::derive(move || resting.with(|it| legend::items(&it.legend(lab.text))));
    let description = Memo::new(move |_| {
        let text = lab.text;
        if is_hiding.get() {
            text.words.guess.hidden.to_owned()
        } else {
            experiment.with(|experiment| experiment.description(text))
        }
    });
    let spoken = Memo::new(move |_| match playhead {
        _ if is_hiding.get() => String::new(),
        Some(_) => experiment.with(|experiment| experiment.moment(lab.text)),
        None => readouts.with(spoken),
    });
    let axes = Axes::new(Vec::new());
    let plot = move |id: &&'static str, driven: bool, probe: Option<Key<f64>>| {
        // While a run plays, its description changes with every step. One picture has it, so that it is read
        // once.
        let description = (playhead.is_none() || driven).then_some(description);
        let playhead = playhead.filter(|_| driven).map(|(_, playhead)| playhead);
        view! { <Plot demo id pictures axes description spoken hover playhead probe guess /> }
    };
    // Only the first picture of a run handles its keys. More sliders with the same function would be
    // redundant.
    let plots =
        demo.pictures.iter().enumerate().map(|(index, id)| plot(id, index == 0, demo.probe));
    // The small pictures have another quantity along x, so pointer and keys do not move the probe there.
    let small_plots = demo.small_pictures.iter().map(|id| plot(id, false, None)).collect_view();
    // Frames in other pages and presentations show everything. Otherwise the small plots and the numbers are folded at
    // first. The first demo has no explanation with its numbers, so its table is always open.
    let shows_all = Memo::new(move |_| lab.is_embedded || lab.presentation.is_on());
    let shows_numbers = Memo::new(move |_| shows_all.get() || demo.part.is_none());
    let guesses_small = Memo::new(move |_| {
        let guessed = lab.view.with(|view| view.guess(demo));
        guessed.is_some_and(|id| demo.small_pictures.contains(&id))
    });
    // A picture that is guessed has to be seen.
    let shows_further = Memo::new(move |_| shows_all.get() || guesses_small.get());
    let further = (!demo.small_pictures.is_empty()).then(|| {
        view! {
            <details class="demo-further" prop:open=shows_further>
                <summary prop:textContent=lab.tell(move |text| {
                    text.more_plots(demo.id, demo.small_pictures)
                })></summary>
                <div class="demo-small-plots">{small_plots}</div>
            </details>
        }
    });
    let transport = playhead.map(|(run, playhead)| {
        view! { <Transport demo run playhead moment=spoken /> }
    });
    let playhead = playhead.map(|(_, playhead)| playhead);
    // The table asks only for steps that have been computed. Otherwise it shows the step at rest.
    let computed = experiment_of(move |_| match playhead {
        Some(playhead) if playhead.is_busy() => {
            let shown = playhead.shown(settings.get());
            resting.with(|resting| demo.open(&shown, Some(&**resting)))
        }
        _ => resting.get(),
    });
    let exported = Exported { demo, pictures, axes, shown, computed };
    let shares = RwSignal::new(false);
    // A run that plays is stopped when the panel opens, so that the snippet does not change while it is copied by
    // hand.
    Effect::new(move |_| {
        if let Some(playhead) = playhead.filter(|_| shares.get()) {
            untrack(|| playhead.rest());
        }
    });
    let busy = Memo::new(move |_| playhead.is_some_and(Playhead::is_busy));
    // A preset would change locked settings, or could only be applied in part, so presets are disabled then.
    let has_locked = lab.has_locked(demo);
    let presets = demo.presets.iter().map(|preset| {
        let apply = move |_| {
            lab.change(demo, |settings| settings.set_all(preset.settings));
            lab.jump.notify();
        };
        view! {
            <button
                type="button"
                class="preset"
                on:click=apply
                prop:textContent=lab.say(|text| text.preset(demo.id, preset.id).unwrap_or(preset.id))
            ></button>
        }
    });
    let section = place(demo.id);
    Effect::new(move |_| {
        let state = if busy.get() { "true" } else { "false" };
        section.set_attribute("aria-busy", state).expect("the attribute's name is valid");
        let classes = section.class_list();
        for (class, is_on) in
            [("guessing", is_hiding.get()), ("guesses-small", guesses_small.get())]
        {
            classes.toggle_with_force(class, is_on).expect("the class's name is valid");
        }
    });
    view! {
        <Picker demo />
        <div class="demo-stage">
            <figure class="demo-figure">
                <div class="demo-plots" node_ref=room>
                    {plots.collect_view()}
                    {transport}
                </div>
                <figcaption>
                    <ul class="legend" inner_html=from_html(legend)></ul>
                    <PrintedAddress demo=(demo, shown) />
                </figcaption>
            </figure>
            <div class="demo-presets" role="group" aria-label=lab.say(|text| text.words.page.presets)>
                <div class="demo-tools scroll-line">
                    <fieldset role="none" class="demo-ready" disabled=has_locked>
                        {presets.collect_view()}
                    </fieldset>
                    <GuessStart guess />
                    <div class="demo-ways-out">
                        <CopyLink demo playhead />
                        <ToolPanel
                            class="share"
                            name=lab.say(|text| text.words.page.share)
                            open=shares
                            tool=Tool::Share(demo, playhead)
                        />
                        <ToolPanel
                            class="export"
                            name=lab.say(|text| text.words.export.name)
                            open=RwSignal::new(false)
                            tool=Tool::Export(exported)
                        />
                    </div>
                </div>
            </div>
        </div>
        <div class="demo-side">
            <div id=controls_of(demo) class="demo-controls"></div>
            <div class="demo-explanation" inner_html=from_html(explanation)></div>
        </div>
        <div class="demo-more folds">
            <p class="demo-help" prop:textContent=lab.say(|text| text.demo(demo.id).help)></p>
            <details class="demo-numbers" prop:open=shows_numbers>
                <summary prop:textContent=lab.say(|text| text.words.page.numbers)></summary>
                <ReadoutTable readouts />
            </details>
            <DataTable demo experiment=computed is_hidden=is_hiding />
            {further}
        </div>
    }
}

/// The id of the element that a demo is mounted into.
pub fn body_of(demo: &demos::Demo) -> String {
    format!("{}-body", demo.id)
}

/// The id of the element into which a demo's controls are mounted.
pub fn controls_of(demo: &demos::Demo) -> String {
    format!("{}-side", demo.id)
}

/// The sum of the heights of the parts that are there.
fn sum(parts: &[(bool, f64)]) -> f64 {
    parts.iter().filter(|(there, _)| *there).map(|(_, height)| height).sum()
}

/// The numbers at the probe as text, for the value text of the plot.
fn spoken(readouts: &Readouts) -> String {
    let row = |row: &Row| {
        let numbers: Vec<_> = row.cells.iter().map(|cell| cell.read.as_str()).collect();
        format!("{} {}", row.label, numbers.join(", "))
    };
    let rows = readouts.rows.iter().map(row);
    [readouts.corner.clone()].into_iter().chain(rows).collect::<Vec<_>>().join("; ")
}
