//! The page that is painted before the app starts (`index.html` and its files) has the same content
//! as the app. `UPDATE=1 cargo test page` rewrites the generated parts.

use activation_lab::demos::settings::{Key, Settings};
use activation_lab::demos::{self, Stage};
use activation_lab::plot::paint;
use activation_lab::plot::scene::{Dot, Mark, Stroke};
use activation_lab::plot::theme::{self, Rgb};
use activation_lab::text::content::{self, formula};
use activation_lab::text::{self, Text};
use activations::ALL;
use std::fs;
use std::path::PathBuf;

fn path(file: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(file)
}

fn source(file: &str) -> String {
    let text = fs::read_to_string(path(file));
    text.unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// Asserts that a file has this content. With `UPDATE=1` the content is written instead.
fn same(file: &str, content: &str) {
    if std::env::var_os("UPDATE").is_some() {
        // The file is replaced at once, because other tests read it at the same time.
        let new = path(&format!("{file}.new"));
        fs::write(&new, content).expect("the file can be written");
        fs::rename(new, path(file)).expect("the file can be replaced");
    }
    let is = source(file);
    assert!(is == content, "{file} is out of date: UPDATE=1 cargo test page");
}

/// The text between `<!-- name -->` and `<!-- /name -->` in a page, with the text before and after
/// it.
fn block<'a>(page: &'a str, name: &str) -> (&'a str, &'a str, &'a str) {
    let (open, close) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
    let start = page.find(&open).unwrap_or_else(|| panic!("{open} is there")) + open.len();
    let end = page.find(&close).unwrap_or_else(|| panic!("{close} is there"));
    // The indentation of the closing mark belongs to the mark.
    let end = page[..end].rfind('\n').map_or(end, |line| line + 1);
    (&page[..start], &page[start..end], &page[end..])
}

/// An element with one part for each language. The stylesheet shows the part in the reader's
/// language.
fn either(element: &str, part: &str, indent: usize, say: impl Fn(&Text) -> String) -> String {
    let indent = " ".repeat(indent);
    let parts = text::all()
        .map(|text| format!("{indent}  <{part} lang=\"{}\">{}</{part}>\n", text.id, say(text)));
    format!("{indent}<{element} class=\"either\">\n{}{indent}</{element}>\n", parts.concat())
}

/// The page with all its generated blocks written anew.
fn renewed(page: &str) -> String {
    let demo = demos::first();
    let heading = either("h2", "span", 10, |text| text.title(demo.id).to_owned())
        + &either("div", "div", 10, |text| {
            content::of(text).passage(demo.id).html.as_str().to_owned()
        });
    let (before, _, after) = block(page, "heading");
    let page = format!("{before}{heading}{after}");

    let settings = Settings::new((demo.parameters)());
    let shown = settings.many(Key::new("f"));
    let formulas = ALL.iter().enumerate().filter(|(_, activation)| shown.contains(&activation.id));
    let formulas = formulas.map(|(index, activation)| {
        let name = either("h3", "span", 12, |text| text.name(activation.id).to_owned());
        let value = formula(activation.id).value.as_str();
        format!(
            "          <li class=\"series-{index}\">\n{name}            \
             <div class=\"formula\">{value}</div>\n          </li>\n"
        )
    });
    let (before, _, after) = block(&page, "formulas");
    format!("{before}{}{after}", formulas.collect::<String>())
}

#[test]
fn heading_and_formulas_are_those_of_the_app() {
    same("index.html", &renewed(&source("index.html")));
}

#[test]
fn a_block_that_differs_is_found() {
    let page = source("index.html");
    let (before, inside, after) = block(&page, "formulas");
    let other = inside.replacen("<mi>x</mi>", "<mi>y</mi>", 1);
    assert_ne!(inside, other);
    let other = format!("{before}{other}{after}");
    assert_ne!(renewed(&other), other);
}

#[test]
fn the_figure_is_the_explorer_s() {
    let demo = demos::first();
    let mut settings = Settings::new((demo.parameters)());
    settings.set("show", "value");
    let stage = Stage { width: 720.0, height: 420.0, text: 13.0, arrival: 1.0 };
    let pictures = demo.experiment(&settings).scenes(&stage);
    let [picture] = pictures.as_slice() else { panic!("values alone are one picture") };
    // Nothing can be dragged in this picture, so it must not show marks that invite dragging.
    let mut scene = picture.scene.clone();
    scene.marks.retain(|mark| {
        let is_curve = matches!(mark, Mark::Curve { stroke: Stroke::Solid, .. });
        is_curve || matches!(mark, Mark::Dot { dot: Dot::Open, .. } | Mark::Band { .. })
    });
    for theme in [&theme::LIGHT, &theme::DARK] {
        let file = format!("public/six-functions-{}.svg", theme.id);
        same(&file, &paint::svg(&scene, &picture.layout, theme));
    }
    let page = source("index.html");
    for (name, pixels) in [("width", picture.layout.width), ("height", picture.layout.height)] {
        let attribute = format!("{name}=\"{pixels}\"");
        assert!(page.contains(&attribute), "the figure keeps its room: {attribute}");
    }
}

#[test]
fn titles_are_those_of_the_app() {
    let page = source("index.html");
    let titles = text::all().map(|text| {
        let (id, words) = (text.id, &text.words.page);
        let name =
            format!("<meta name=\"application-name\" lang=\"{id}\" content=\"{}\" />", words.title);
        assert!(page.contains(&name), "index.html lacks {name}");
        let heading = format!("<span lang=\"{id}\">{}</span>", words.title);
        assert!(page.contains(&heading), "index.html lacks {heading}");
        words.title
    });
    let both = titles.join(" · ");
    let title = format!("<title>{both}</title>");
    assert!(page.contains(&title), "index.html lacks {title}");
    let manifest = source("public/manifest.webmanifest");
    let name = format!("\"name\": \"{both}\",\n");
    assert!(manifest.contains(&name), "the manifest lacks {name}");
}

#[test]
fn each_language_has_its_part_everywhere() {
    let page = source("index.html");
    let body = &page[page.find("<body>").expect("there is a body")..];
    let count = |text: &Text| body.matches(&format!(" lang=\"{}\">", text.id)).count();
    for text in text::all() {
        assert_eq!(count(text), count(text::all()[0]), "{}", text.id);
    }
    // The names and texts of the shell alone are more than 15.
    assert!(count(text::all()[0]) > 15);
}

#[test]
fn browsers_colour_their_bars_like_the_paper() {
    let page = source("index.html");
    for theme in [&theme::LIGHT, &theme::DARK] {
        let Rgb(r, g, b) = theme.paper;
        let id = theme.id;
        let meta =
            format!("media=\"(prefers-color-scheme: {id})\" content=\"#{r:02x}{g:02x}{b:02x}\"");
        assert!(page.contains(&meta), "index.html lacks {meta}");
    }
    let manifest = source("public/manifest.webmanifest");
    let Rgb(r, g, b) = theme::LIGHT.paper;
    for name in ["theme_color", "background_color"] {
        let member = format!("\"{name}\": \"#{r:02x}{g:02x}{b:02x}\"");
        assert!(manifest.contains(&member), "the manifest lacks {member}");
    }
}

#[test]
fn every_file_that_is_there_is_used_and_the_other_way_round() {
    let page = source("index.html");
    let used = page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let used: Vec<&str> = used.filter(|href| href.contains('/') && *href != "./").collect();
    for file in &used {
        assert!(path(file).is_file(), "{file} is not there");
    }
    for folder in ["style", "public"] {
        let files = fs::read_dir(path(folder)).expect("the folder can be read");
        for file in files {
            let name = file.expect("the entry can be read").file_name();
            let file = format!("{folder}/{}", name.to_string_lossy());
            assert!(used.contains(&file.as_str()), "nothing uses {file}");
        }
    }
}

#[test]
fn the_plots_are_lower_where_the_controls_are_below_them() {
    let rust = source("src/ui/demo.rs");
    let (_, rest) = rust.split_once("const ONE_COLUMN: &str = \"").expect("the query is there");
    let query = rest.split('"').next().expect("a string ends");
    for file in ["style/demo.css", "style/controls.css"] {
        assert!(source(file).contains(query), "{file} does not know {query}");
    }
}

#[test]
fn the_policy_is_strict_and_the_page_keeps_to_it() {
    let page = source("index.html");
    let start = page.find("default-src").expect("there is a policy");
    let policy = &page[start..start + page[start..].find('"').expect("it ends")];
    assert!(policy.starts_with("default-src 'none';"));
    for forbidden in ["'unsafe-inline'", "'unsafe-eval'", "http:", "https:", "*", "data: blob:"] {
        assert!(!policy.contains(forbidden), "{forbidden} in {policy}");
    }
    let tags = page.split('<').skip(1).filter_map(|rest| rest.split('>').next());
    for tag in tags {
        for forbidden in [" style=", " onclick=", " onload=", " onerror=", "javascript:"] {
            assert!(!tag.contains(forbidden), "{forbidden} in <{tag}>");
        }
        assert!(!tag.starts_with("script") && !tag.starts_with("style"), "<{tag}> is inline");
    }
}
