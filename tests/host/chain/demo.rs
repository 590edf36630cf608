//! The numbers and words of the chain demo, compared with values from other sources.

use activation_lab::demos::{Demo, Sample};
use activation_lab::permalink;
use activation_lab::text::words::chain as say;
use activation_lab::text::{self, Text};

fn chain() -> &'static Demo {
    Demo::find("chain").expect("the chain is a demo")
}

fn says(link: &str, text: &Text) -> String {
    chain().experiment(permalink::decode(link).settings(chain())).explanation(text).into_string()
}

fn moment(link: &str, text: &Text) -> String {
    chain().experiment(permalink::decode(link).settings(chain())).moment(text)
}

fn output(link: &str, name: &str) -> f64 {
    let view = permalink::decode(link);
    let readouts = chain().experiment(view.settings(chain())).readouts(text::all()[0]);
    let cells = readouts.rows.into_iter().flat_map(|row| row.cells);
    cells.into_iter().find(|cell| cell.name == name).expect(name).value
}

fn is_near(got: f64, want: f64) {
    // The shortest reference has eight digits and begins with 1. The tolerance is half a unit of
    // its last digit.
    assert!((got / want - 1.0).abs() < 5e-8, "{got} {want}");
}

#[test]
fn the_outputs_are_those_of_the_whole_chain_at_every_step() {
    for step in ["0", "4", "11", "15", "2001"] {
        let link = format!("chain?x=0&step={step}");
        is_near(output(&link, "output"), 0.659_045_828_8);
        is_near(output(&link, "gradient"), 3.875_220_232e-7);
        is_near(output(&link, "log10-gradient"), 3.875_220_232e-7_f64.log10());
    }
    is_near(output("chain?beside=tanh&x=1", "gradient-tanh"), 0.040_912_041_97);
    is_near(output("chain?w=8&b=-4&x=0", "gradient"), 1.339_294_8e-8);
    assert_eq!(output("chain?depth=1000", "gradient"), 0.0);
    // 1000 times log₁₀ of σ′ at the fixed point, which is 0.2247, except for the first few
    // layers.
    assert!((output("chain?depth=1000", "log10-gradient") + 648.4).abs() < 0.5);
}

#[test]
fn presets_show_what_their_names_say() {
    let gradients: Vec<f64> = chain()
        .presets
        .iter()
        .map(|preset| output(&format!("chain?{}", preset.settings), "gradient"))
        .collect();
    let ids: Vec<&str> = chain().presets.iter().map(|preset| preset.id).collect();
    assert_eq!(
        ids,
        [
            "textbook",
            "side-by-side",
            "large-weights",
            "saturated",
            "relu-positive",
            "relu-negative"
        ]
    );
    is_near(gradients[0], 3.875_220_232e-7);
    assert!(gradients[1] < 1e-6);
    assert_eq!(gradients[2], 1024.0);
    is_near(gradients[3], 1.339_294_8e-8);
    assert_eq!(gradients[4..], [1.0, 0.0]);
}

#[test]
fn a_preset_sets_everything_that_another_may_have_changed() {
    for preset in chain().presets {
        let mut view =
            permalink::decode("chain?f=maxout&beside=step&depth=3&w=2&b=1&x=4&scale=linear&step=2");
        view.change(chain()).set_all(preset.settings);
        let alone = permalink::decode(&format!("chain?{}", preset.settings));
        assert_eq!(permalink::encode(&view), permalink::encode(&alone), "{}", preset.id);
    }
}

#[test]
fn the_verdict_follows_from_the_numbers_in_every_language() {
    for text in text::all() {
        let words = &text.words.chain;
        let [sigmoid, relu] = ["sigmoid", "relu"].map(|id| text.name(id));
        for (link, sentence) in [
            // The tenth root of 3.875e−7.
            (
                "chain?x=0",
                words.vanishes(say::Vanishes {
                    name: sigmoid,
                    depth: 10,
                    factor: "0.2285",
                    left: "3.88 × 10⁻⁷",
                }),
            ),
            (
                "chain?w=8&b=-4&x=0.5",
                words.explodes(say::Explodes {
                    name: sigmoid,
                    depth: 10,
                    factor: "2",
                    left: "1024",
                }),
            ),
            (
                "chain?f=relu&x=1",
                words.stays(say::Stays { name: relu, depth: 10, factor: "1", left: "1" }),
            ),
            (
                "chain?f=relu&x=-1",
                words.blocked(say::Blocked {
                    name: relu,
                    blocked: 10,
                    depth: 10,
                    layer: 1,
                    z: "−1",
                }),
            ),
            (
                "chain?f=relu&depth=3&x=0",
                words.blocked_at_kink(say::BlockedAtKink {
                    name: relu,
                    blocked: 3,
                    depth: 3,
                    layer: 1,
                    z: "0",
                }),
            ),
            ("chain?depth=60", words.float32_subnormal.clone()),
            ("chain?depth=100", words.float32_zero.clone()),
            (
                "chain?beside=relu&x=1",
                words.beside(say::Beside { gradients: &format!("{relu} 1") }),
            ),
        ] {
            let said = says(link, text);
            assert!(said.contains(sentence.as_str()), "{link}: {said}");
        }
    }
}

#[test]
fn the_product_is_written_out_as_far_as_the_gradient_has_come() {
    let formula = |link: &str| {
        let said = says(link, text::all()[0]);
        said[..said.find("</p>").expect("a paragraph")].to_owned()
    };
    assert!(formula("chain?depth=3&x=0&step=0").ends_with("<i>x</i> = 0"));
    assert!(formula("chain?depth=3&x=0&step=2").contains("1 × 0.5 + 0"));
    assert!(formula("chain?depth=3&step=4").ends_with("<strong>1</strong>"));
    assert!(formula("chain?depth=3&x=0&step=5").contains("= 0.227 = "));
    assert!(
        formula("chain?depth=3&x=0").ends_with("0.25 × 0.235 × 0.227 = <strong>0.0134</strong>")
    );
    assert!(formula("chain?depth=100&x=0").contains("0.25 × 0.235 × 0.227 × 0.225 × … × 0.225"));
    assert!(formula("chain?depth=2&w=-1&x=0").contains("(−0.25) × (−0.235)"));
}

#[test]
fn a_step_of_learning_moves_the_weights_by_the_rate_times_their_gradients() {
    let text = text::all()[1];
    // ∂a₂/∂w₂ = σ′(z₂) a₁ and ∂a₂/∂w₁ = σ′(z₂) w σ′(z₁) x, with z₁ = 1, a₁ = z₂ = 0.7310585786.
    let said = says("chain?depth=2&x=1", text);
    assert!(
        said.contains(
            text.words
                .chain
                .learns(say::Learns { rate: "0.1", depth: 2, last: "0.0160", first: "0.0043" })
                .as_str()
        ),
        "{said}"
    );
    assert!(
        said.contains(text.words.chain.learns_less(say::LearnsLess { ratio: "0.269" }).as_str()),
        "{said}"
    );
    let said = says("chain?x=0", text);
    assert!(
        said.contains(
            text.words.chain.learns_bias(say::LearnsBias { change: "3.88 × 10⁻⁸" }).as_str()
        ),
        "{said}"
    );
    let said = says("chain?depth=1&x=1", text);
    assert!(
        said.contains(
            text.words
                .chain
                .learns_alone(say::LearnsAlone { rate: "0.1", change: "0.0197" })
                .as_str()
        ),
        "{said}"
    );
}

#[test]
fn every_moment_has_its_line() {
    for text in text::all() {
        let words = &text.words.chain;
        for (step, line) in [
            (0, words.start(say::Start { x: "0" })),
            (1, words.forward(say::Forward { layer: 1, z: "0", a: "0.5000" })),
            (3, words.turn.to_owned()),
            (4, words.backward(say::Backward { layer: 2, factor: "0.2350", gradient: "0.2350" })),
            (5, words.backward(say::Backward { layer: 1, factor: "0.2500", gradient: "0.0588" })),
        ] {
            let said = moment(&format!("chain?depth=2&x=0&step={step}"), text);
            assert_eq!(said, format!("{step} / 5 · {line}"));
        }
    }
}

#[test]
fn the_table_has_the_input_and_every_layer() {
    let view = permalink::decode("chain?depth=2&x=0");
    let table = chain().experiment(view.settings(chain())).table(text::all()[1]);
    assert_eq!(table.rows.len(), 3);
    assert!(table.rows.iter().all(|row| row.len() == table.columns.len()));
    assert_eq!(table.rows[0][..4], [Some(0.0), None, Some(0.0), None]);
    is_near(table.rows[0][4].expect("the input has a gradient"), 0.058_750_928_05);
    assert_eq!(table.rows[1][..4], [Some(1.0), Some(0.0), Some(0.5), Some(0.25)]);
    assert_eq!(table.rows[2][4..], [Some(1.0), Some(0.0)]);
}

#[test]
fn the_bound_is_there_only_where_it_is_one() {
    let bounded = |link: &str| {
        let view = permalink::decode(link);
        let legend = chain().experiment(view.settings(chain())).legend(text::all()[1]);
        let bound = text::all()[1].words.chain.bound;
        legend.iter().any(|entry| matches!(entry.sample, Sample::Line(_)) && entry.label == bound)
    };
    assert!(bounded("chain") && bounded("chain?w=-1"));
    assert!(!bounded("chain?w=1.1") && !bounded("chain?f=tanh"));
}
