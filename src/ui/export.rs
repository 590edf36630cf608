//! The panel that exports a demo's pictures as they are at this moment, and its numbers.
//!
//! The panel is one piece of HTML, and one listener handles all of its buttons.

use super::canvas::CanvasSurface;
use super::exported::Exported;
use super::import;
use super::inner_html::from_html;
use super::lab::{Lab, Notice};
use super::location;
use super::saved::{Saved, SavedFile};
use crate::demos::{Demo, Picture};
use crate::export::{file, png, svg, table};
use crate::markup::{Html, html};
use crate::plot::Scene;
use crate::plot::paint::{self, Layer};
use crate::text::Text;
use leptos::ev;
use leptos::html::Div;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::js_sys::Uint8Array;
use web_sys::{Blob, HtmlCanvasElement, HtmlElement, HtmlInputElement, HtmlSelectElement};

/// How long the browser may take to encode a picture before a notice says that it failed.
const MADE: Duration = Duration::from_secs(8);

/// The content of the export panel of a demo.
#[component]
pub fn Export(exported: Exported) -> impl IntoView {
    let Exported { demo, pictures, axes, shown, computed } = exported;
    let lab = Lab::get();
    let panel = NodeRef::<Div>::new();
    let saved = Saved::new();
    let ids = Memo::new(move |_| {
        pictures.with(|all| all.iter().map(|picture| picture.id).collect::<Vec<_>>())
    });
    let html = lab.tell(move |text| ids.with(|ids| controls(demo, text, ids)));
    let save = move |button: &str| {
        if button == "csv" {
            let csv = computed.with_untracked(|experiment| table::csv(&experiment.table(lab.text)));
            saved.download(lab, &[csv.into()], "text/csv", file::name(demo, None, ".csv"));
            return;
        }
        let chosen = panel.get_untracked().and_then(|panel| panel.query_selector("select").ok()?);
        let chosen = chosen.map_or_else(String::new, |select| {
            select.unchecked_into::<HtmlSelectElement>().value()
        });
        let picture =
            pictures.with_untracked(|all| all.iter().find(|picture| picture.id == chosen).cloned());
        let Some(Picture { id, layout, scene }) = picture else { return };
        let y =
            axes.with_value(|axes| axes.iter().find(|(known, _)| *known == id).map(|(_, y)| *y));
        let picture = Picture { id, layout, scene: Scene { y: y.unwrap_or(scene.y), ..scene } };
        let mut view = lab.view.get_untracked();
        *view.change(demo) = shown.get_untracked();
        let link = location::link_to_keep(&view);
        match button.parse() {
            Ok(scale) => save_png(lab, saved, demo, &picture, scale, &link),
            Err(_) => save_svg(lab, saved, demo, &picture, &link),
        }
    };
    let on_click = move |ev: ev::MouseEvent| {
        let button = event_target::<HtmlElement>(&ev).get_attribute("data-save");
        if let Some(button) = button {
            save(&button);
        }
    };
    let on_change = move |ev: ev::Event| {
        let input = event_target::<HtmlElement>(&ev).dyn_into::<HtmlInputElement>();
        let Ok(input) = input else { return };
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            import::open(lab, file);
        }
        // An empty value allows the same file to be chosen again.
        input.set_value("");
    };
    view! {
            <div
                class="export-controls"
                node_ref=panel
                inner_html=from_html(html)
                on:click=on_click
                on:change=on_change
            ></div>
            <SavedFile saved />
    }
}

/// The panel for the given picture ids.
fn controls(demo: &Demo, text: &Text, pictures: &[&'static str]) -> Html {
    let words = &text.words.export;
    let options = pictures.iter().map(|id| {
        let name = text.picture(demo.id, id).unwrap_or(id);
        html!("<option value=\"{id}\">{name}</option>", id, name)
    });
    let button = |(save, name): &(&str, &str)| {
        html!("<button type=\"button\" data-save=\"{save}\">{name}</button>", save, name)
    };
    let group = |name: &str, buttons: &[(&str, &str)]| {
        let buttons: Html = buttons.iter().map(button).collect();
        html!("<fieldset><legend>{name}</legend>{buttons}</fieldset>", name, buttons)
    };
    html!(
        "<label>{picture}<select name=\"picture\">{options}</select></label>{pictures}{numbers}\
         <label>{open}<input type=\"file\" name=\"file\" accept=\"image/png,image/svg+xml\" aria-describedby=\"{demo}-open\"></label>\
         <p id=\"{demo}-open\">{help}</p>",
        picture = words.picture,
        options = options.collect::<Html>(),
        pictures = group(
            words.save_picture,
            &[("1", "PNG 1×"), ("2", "PNG 2×"), ("4", "PNG 4×"), ("svg", "SVG")],
        ),
        numbers = group(words.save_numbers, &[("csv", "CSV")]),
        open = words.open,
        demo = demo.id,
        help = words.open_help,
    )
}

fn save_svg(lab: Lab, saved: Saved, demo: &Demo, picture: &Picture, link: &str) {
    let Picture { id, layout, scene } = picture;
    let caption = lab.text.picture(demo.id, id).unwrap_or(id);
    let svg = svg::with_link(&paint::svg(scene, layout, lab.colors()), caption, link);
    saved.download(lab, &[svg.into()], "image/svg+xml", file::name(demo, Some(id), ".svg"));
}

/// Saves a picture with `scale` pixels for one CSS pixel.
fn save_png(lab: Lab, saved: Saved, demo: &'static Demo, picture: &Picture, scale: u8, link: &str) {
    let id = picture.id;
    let chunk = Uint8Array::from(&png::chunk(link)[..]);
    // Some browsers never call the callback and report no error.
    let is_answered = StoredValue::new(false);
    let look = move || {
        if is_answered.try_get_value() == Some(false) {
            lab.notice.set(Some(NO_PICTURE));
        }
    };
    set_timeout(look, MADE);
    let save = move |blob: Option<Blob>| {
        is_answered.set_value(true);
        let parts = blob.and_then(|blob| {
            let head = blob.slice_with_i32_and_i32(0, png::HEAD as i32).ok()?;
            let rest = blob.slice_with_i32(png::HEAD as i32).ok()?;
            Some([head.into(), chunk.into(), rest.into()])
        });
        let Some(parts) = parts else { return lab.notice.set(Some(NO_PICTURE)) };
        let extension = if scale == 1 { ".png".to_owned() } else { format!("-{scale}x.png") };
        saved.download(lab, &parts, "image/png", file::name(demo, Some(id), &extension));
    };
    let drawn = draw(lab, picture, f64::from(scale))
        .and_then(|canvas| canvas.to_blob(Closure::once_into_js(save).unchecked_ref()).ok());
    if drawn.is_none() {
        is_answered.set_value(true);
        lab.notice.set(Some(NO_PICTURE));
    }
}

const NO_PICTURE: Notice = |text| text.words.export.no_picture;

/// Draws the picture on a canvas of its own; `None` if the browser cannot provide the canvas.
fn draw(lab: Lab, picture: &Picture, scale: f64) -> Option<HtmlCanvasElement> {
    let Picture { layout, scene, .. } = picture;
    let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.unchecked_into();
    let surface = CanvasSurface::new(&canvas, (layout.width, layout.height), scale)?;
    let surface = surface.on(lab.colors().paper);
    paint::paint(scene, layout, lab.colors(), Layer::Both, surface).ok()?;
    Some(canvas)
}
