//! The pictures of every demo as SVG files, so that a change is visible as a picture and as
//! a diff. `UPDATE_EXPECT=1 cargo test scenes` rewrites them.

use crate::STAGE;
use activation_lab::demos::{Demo, Stage};
use activation_lab::permalink;
use activation_lab::plot::paint::svg;
use activation_lab::plot::theme::{DARK, LIGHT};
use expect_test::expect_file;

/// The name of the files, and the link of the view in them.
const VIEWS: &[(&str, &str)] = &[
    ("explorer-default", "explorer"),
    ("explorer-s-shapes", "explorer?f=sigmoid,tanh&x=-3"),
    ("explorer-relu-family-at-the-kink", "explorer?f=relu,leaky-relu,elu&x=0&alpha=2"),
    ("explorer-overlay", "explorer?f=sigmoid,elu&show=overlay&min=-3&max=3"),
    ("explorer-step", "explorer?f=identity,step&show=overlay&min=-2&max=2&x=0"),
    ("explorer-maxout", "explorer?f=maxout&w1=-1&b1=1&w2=0.5&b2=-0.5"),
    ("explorer-gradient-only", "explorer?f=tanh,leaky-relu&show=gradient&slope=0.3"),
    ("explorer-locked-axis-clips", "explorer?f=tanh,relu&show=value&fixy=1&ymin=-0.5&ymax=2"),
    ("explorer-nothing", "explorer?f="),
    ("neuron-default", "neuron"),
    ("neuron-linear", "neuron?f=identity&w2=0&b=-1"),
    ("neuron-switched-off", "neuron?f=relu&b=-3"),
    ("collapse-default", "collapse"),
    ("collapse-second-layer", "collapse?depth=4&step=2"),
    ("collapse-relu", "collapse?f=relu&width=8"),
    ("collapse-step", "collapse?f=step"),
    ("collapse-tanh", "collapse?f=tanh&depth=5&width=6"),
    ("descent-default", "descent"),
    ("descent-start", "descent?step=0"),
    ("descent-on-its-way", "descent?rate=0.2&step=2"),
    ("descent-diverged", "descent?rate=0.3"),
    ("descent-plateau", "descent?f=sigmoid&w=-4&rate=1"),
    ("descent-tanh", "descent?f=tanh&w=-1&rate=0.3&step=4"),
    ("descent-relu", "descent?f=relu&rate=0.2"),
    ("descent-step", "descent?f=step&w=-1&rate=1"),
    ("classify-start", "classify?step=0"),
    ("classify-relu", "classify?f=relu&data=xor&step=40"),
    ("classify-deep-sigmoid", "classify?f=sigmoid&depth=6&step=60"),
    ("chain-default", "chain"),
    ("chain-start", "chain?step=0"),
    ("chain-forward", "chain?step=4"),
    ("chain-turn", "chain?step=11"),
    ("chain-backward", "chain?w=-1.5&step=16"),
    ("chain-side-by-side", "chain?beside=tanh,relu,elu"),
    ("chain-dead", "chain?f=relu&beside=leaky-relu&x=-1"),
    ("chain-exploding-linear", "chain?depth=6&w=8&b=-4&x=0.5&scale=linear"),
    ("chain-deep", "chain?beside=tanh&depth=100&step=150"),
    ("dead-default", "dead"),
    ("dead-start", "dead?step=0"),
    ("dead-on-its-way", "dead?neuron=20&step=12"),
    ("dead-calm", "dead?rate=0.03&bias=0.2&neuron=64"),
    ("dead-too-fast", "dead?rate=0.2&seed=12&step=10"),
    ("dead-from-the-start", "dead?rate=0.1&bias=-0.3&neuron=9"),
    ("dead-diverged", "dead?rate=0.3"),
    ("alpha-default", "alpha"),
    ("alpha-start", "alpha?step=0"),
    ("alpha-on-its-way", "alpha?learn=all&alpha=2.5&step=20"),
    ("alpha-diverged", "alpha?alpha=1.4&rate=3.9"),
    ("alpha-exploded", "alpha?learn=all&rate=3"),
    ("alpha-prelu", "alpha?shape=leaky-relu&rate=0.02"),
    ("maxout-default", "maxout"),
    ("maxout-five-pieces", "maxout?k=5&x=-2.5"),
    ("maxout-at-the-kink", "maxout?k=3&x=0&w1=-1&samples=100"),
    ("maxout-far-apart", "maxout?k=4&w2=100&b3=-100&samples=10000&seed=3"),
];

#[test]
fn pictures_are_as_they_were() {
    for &(name, link) in VIEWS {
        let view = permalink::decode(link);
        assert_eq!(permalink::encode(&view), link, "the link says what it means");
        for picture in view.demo().experiment(view.settings(view.demo())).scenes(&STAGE) {
            // One dark picture shows that all colours come from the theme.
            let theme = if name == "explorer-s-shapes" { &DARK } else { &LIGHT };
            let file = format!("../snapshots/{name}-{}.svg", picture.id);
            expect_file![file].assert_eq(&svg(&picture.scene, &picture.layout, theme));
        }
    }
}

#[test]
fn every_demo_has_a_picture_here() {
    for Demo { id, .. } in &activation_lab::demos::ALL {
        assert!(VIEWS.iter().any(|(_, link)| link.split('?').next() == Some(id)), "{id}");
    }
}

#[test]
fn marks_are_finite_and_pictures_fit_their_stage() {
    for width in [240.0, 360.0, 1200.0] {
        for &(name, link) in VIEWS {
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
