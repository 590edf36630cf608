//! The pictures of every demo as SVG files, so that a change is visible as a picture and as
//! a diff. `UPDATE_EXPECT=1 cargo test scenes` rewrites them.

use crate::STAGE;
use crate::sources::rows_of_demo;
use activation_lab::demos::{ALL, Stage};
use activation_lab::permalink;
use activation_lab::plot::paint::svg;
use activation_lab::plot::theme::{DARK, LIGHT};
use activation_lab::text;
use expect_test::expect_file;

/// The views of all demos (`src/demos/<id>/views.txt`): the name of the files, and the link.
fn views() -> Vec<(String, String)> {
    let views = ALL.iter().flat_map(|demo| {
        let rows = rows_of_demo(demo.id, "views.txt").into_iter();
        rows.map(|row| match &row[..] {
            [name, link] => (format!("{}-{name}", demo.id), link.clone()),
            _ => panic!("{}/views.txt: a name and a link: {row:?}", demo.id),
        })
    });
    views.collect()
}

#[test]
fn pictures_are_as_they_were() {
    let english = text::all()[1];
    for (name, link) in &views() {
        let view = permalink::decode(link);
        assert_eq!(permalink::encode(&view), *link, "the link says what it means");
        for mut picture in view.demo().experiment(view.settings(view.demo())).scenes(&STAGE) {
            picture.scene.write_names(|id| english.name(id));
            // One dark picture shows that all colours come from the theme.
            let theme = if name == "explorer-s-shapes" { &DARK } else { &LIGHT };
            let file = format!("../snapshots/{name}-{}.svg", picture.id);
            expect_file![file].assert_eq(&svg(&picture.scene, &picture.layout, theme));
        }
    }
}

#[test]
fn a_view_is_one_of_its_demo() {
    for (name, link) in views() {
        let demo = permalink::decode(&link).demo();
        assert!(name.starts_with(&format!("{}-", demo.id)), "{name}: {link}");
    }
}

#[test]
fn marks_are_finite_and_pictures_fit_their_stage() {
    for width in [240.0, 360.0, 1200.0] {
        for (name, link) in &views() {
            let view = permalink::decode(link);
            let stage = Stage { width, height: 500.0, text: 13.0, arrival: 1.0 };
            for picture in view.demo().experiment(view.settings(view.demo())).scenes(&stage) {
                let is_small = view.demo().small_pictures.contains(&picture.id);
                // A picture that would be too high may be narrower than the available
                // width.
                let room = if is_small { stage.small_width() } else { width };
                assert!(picture.layout.width <= room, "{name}");
                assert!(!is_small || picture.layout.width == room, "{name}");
                assert!(picture.layout.height <= 500.0, "{name}");
                let svg = svg(&picture.scene, &picture.layout, &LIGHT);
                assert!(!svg.contains("NaN") && !svg.contains("inf"), "{name}");
            }
        }
    }
}
