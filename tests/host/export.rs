//! The files that a reader can download, for every demo.

use activation_lab::demos::{ALL, Demo, Stage};
use activation_lab::export::{file, png, svg, table};
use activation_lab::permalink;
use activation_lab::plot::paint;
use activation_lab::plot::theme::{DARK, LIGHT};
use activation_lab::text;
use activation_lab::view::View;
use roxmltree::Document;

const STAGE: Stage = Stage { arrival: 0.4, ..crate::STAGE };

/// A view of a demo that differs from its default.
fn view(demo: &'static Demo) -> View {
    let mut view = View::default();
    let settings = view.change(demo);
    match demo.presets.last() {
        Some(preset) => settings.set_all(preset.settings),
        None => settings.set_all("x=0.5"),
    }
    view
}

fn link(view: &View) -> String {
    format!("https://example.org/lab/?lang=ko&theme=dark#{}", permalink::encode(view))
}

/// The view that a file opens, starting from another view.
fn opened(file: &[u8]) -> View {
    let mut view = permalink::decode("#explorer?x=3");
    permalink::apply(&file::fragment(file).expect("it says a link"), &mut view);
    view
}

#[test]
fn every_picture_is_sound_svg_that_leads_back() {
    for demo in ALL {
        let view = view(demo);
        for text in text::all() {
            for picture in demo.experiment(view.settings(demo)).scenes(&STAGE) {
                let caption =
                    text.picture(demo.id, picture.id).expect("every picture has its caption");
                let svg = paint::svg(&picture.scene, &picture.layout, &DARK);
                let svg = svg::with_link(&svg, caption, &link(&view));
                let document = Document::parse(&svg);
                let document = document.unwrap_or_else(|error| panic!("{}: {error}", picture.id));
                let root = document.root_element();
                assert_eq!(root.tag_name().namespace(), Some("http://www.w3.org/2000/svg"));
                let says = |name| {
                    let mut nodes = root.children().filter(move |node| node.has_tag_name(name));
                    nodes.next().and_then(|node| node.text())
                };
                assert_eq!(says("title"), Some(caption));
                assert_eq!(says("metadata"), Some(link(&view).as_str()));
                let mut words = root.children().filter(|node| node.has_tag_name("text"));
                if picture.layout.x_labels {
                    let font = words.next().and_then(|text| text.attribute("font-family"));
                    assert!(font.is_some_and(|font| font.ends_with(", sans-serif")), "{font:?}");
                }
                let back = opened(svg.as_bytes());
                assert_eq!(back.settings(demo), view.settings(demo), "{}", picture.id);
                assert_eq!(back.demo().id, demo.id);
            }
        }
    }
}

#[test]
fn every_link_fits_into_png() {
    // A signature and the bytes of an IHDR chunk, of which only the length is read.
    let head = [&b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR"[..], &[0; 17]].concat();
    assert_eq!(head.len(), png::HEAD as usize);
    for demo in ALL {
        let view = view(demo);
        let file = [&head[..], &png::chunk(&link(&view)), b"\0\0\0\0IEND\xae\x42\x60\x82"].concat();
        assert_eq!(opened(&file).settings(demo), view.settings(demo));
        assert_eq!(opened(&file).demo().id, demo.id);
    }
}

#[test]
fn tables_are_whole_and_their_headings_plain() {
    for demo in ALL {
        for text in text::all() {
            let table = demo.experiment(view(demo).settings(demo)).table(text);
            let csv = table::csv(&table);
            for heading in &table.columns {
                assert!(!heading.contains(['<', '&']), "{}: HTML in {heading}", demo.id);
            }
            let lines: Vec<_> = csv.split_terminator("\r\n").collect();
            assert_eq!(lines.len(), 1 + table.rows.len(), "{}", demo.id);
            for (line, numbers) in lines.iter().skip(1).zip(&table.rows) {
                let read = line.split(',').map(|field| field.replace("Infinity", "inf").parse());
                let read: Vec<Option<f64>> = read.map(Result::ok).collect();
                assert_eq!(read, *numbers, "{}", demo.id);
            }
        }
    }
}

#[test]
fn an_exported_picture_is_the_one_on_the_page() {
    let demo = &ALL[0];
    let pictures = demo.experiment(view(demo).settings(demo)).scenes(&STAGE);
    let svg = paint::svg(&pictures[0].scene, &pictures[0].layout, &LIGHT);
    let with_link = svg::with_link(&svg, "", "#");
    let drawn = |line: &&str| !line.starts_with("<title>") && !line.starts_with("<metadata ");
    assert!(with_link.lines().filter(drawn).eq(svg.lines()));
}
