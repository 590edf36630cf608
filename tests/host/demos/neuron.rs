//! Tests of the neuron's model, compared with difference quotients, and of the words of its
//! demo.

use activation_lab::demos::settings::{Key, Setting};
use activation_lab::models::neuron::{Neuron, Response};
use activation_lab::permalink;
use activation_lab::text;
use activation_lab::text::words::{card, neuron as say};
use activations::{Function, all};
use proptest::prelude::*;

use super::shown::{demo, output, says};
use crate::rounding;

/// a after a change of w₁, w₂ or b.
fn moved(neuron: &Neuron, which: usize, by: f64) -> f64 {
    let mut neuron = *neuron;
    match which {
        2 => neuron.bias += by,
        index => neuron.weights[index] += by,
    }
    neuron.respond().a
}

proptest! {
    #[test]
    fn gradients_are_what_a_changes_by(
        function in prop::sample::select(all().collect::<Vec<_>>()),
        inputs in prop::array::uniform2(-5.0..5.0_f64),
        weights in prop::array::uniform2(-5.0..5.0_f64),
        bias in -5.0..5.0_f64,
    ) {
        const STEP: f64 = 1e-6;
        let neuron = Neuron { function: Function::with_defaults(function), inputs, weights, bias };
        let Response { z, weight_gradients: [w1, w2], bias_gradient, .. } = neuron.respond();
        // A difference across a kink is not comparable.
        let near = |at: f64| (at - z).abs() < 10.0 * STEP;
        prop_assume!(!neuron.function.kinks().iter().any(|kink| near(kink.at)));
        for (which, gradient) in [w1, w2, bias_gradient].into_iter().enumerate() {
            let difference = (moved(&neuron, which, STEP) - moved(&neuron, which, -STEP)) / (2.0 * STEP);
            // The quotient is off by h/2 · |f″| times the square of the input that z is moved by. Both ends round.
            let by = if which < 2 { inputs[which] } else { 1.0 };
            let rounding = 4.0 * f64::EPSILON * neuron.function.gradient(z).abs() * 55.0
                + rounding::of_value(&neuron.function, z);
            let tolerance = neuron.function.facts().curvature * by * by * STEP / 2.0 + 2.0 * rounding / STEP;
            prop_assert!((gradient - difference).abs() <= tolerance, "{which}: {gradient} {difference}");
        }
    }
}

#[test]
fn the_outputs_are_worked_out_by_hand() {
    // z = 1.5 · 1 − 1 · 0.5 = 1; σ(1) and σ′(1) to 15 digits.
    for (name, value) in [
        ("z", 1.0),
        ("a", 0.731_058_578_630_005),
        ("grad-w1", 0.196_611_933_241_482),
        ("grad-w2", 0.098_305_966_620_741),
        ("grad-b", 0.196_611_933_241_482),
    ] {
        let got = output("neuron", name);
        // The references have 15 digits.
        assert!((got - value).abs() < 1e-15, "{name}: {got}");
    }
}

#[test]
fn at_the_kink_the_gradients_are_those_of_the_convention() {
    let link = "neuron?f=relu&x1=1&w1=0&w2=0&b=0";
    assert_eq!(["z", "a", "grad-w1", "grad-w2", "grad-b"].map(|name| output(link, name)), [0.0; 5]);
}

#[test]
fn the_verdict_follows_from_the_slope_in_every_language() {
    for text in text::all() {
        let words = &text.words.neuron;
        let names = "PyTorch, JAX, Keras";
        let all = text.words.card.like_frameworks(card::LikeFrameworks { names });
        let frameworks = &format!(" {all}");
        for (link, sentence) in [
            ("neuron", words.learns.clone()),
            ("neuron?f=identity", words.linear.clone()),
            ("neuron?b=8", words.saturated.clone()),
            ("neuron?f=relu&b=-3", words.learns_nothing.clone()),
            ("neuron?f=relu&b=-1", words.on_kink(say::OnKink { z: "0", used: "0", frameworks })),
        ] {
            let said = says(link, text);
            assert!(said.contains(sentence.as_str()), "{link}: {said}");
        }
    }
}

#[test]
fn dragging_the_point_moves_the_bias() {
    let mut view = permalink::decode("neuron");
    let settings = view.change(demo("neuron"));
    demo("neuron").drag(settings, "b", (-2.04, 0.0));
    // z was 1 with b = 0. −2.04 is 3.04 below it, rounded to the tenths of the slider.
    assert_eq!(settings.number(Key::new("b")), -3.0);
}

#[test]
fn presets_are_complete() {
    for preset in demo("neuron").presets {
        let mut view = permalink::decode("neuron?f=step&x1=2&x2=2&w1=2&w2=2&b=2");
        view.change(demo("neuron")).set_all(preset.settings);
        let alone = permalink::decode(&format!("neuron?{}", preset.settings));
        assert_eq!(permalink::encode(&view), permalink::encode(&alone), "{}", preset.id);
    }
}

#[test]
fn the_weights_of_the_neuron_are_not_those_of_maxout() {
    let parameters = (demo("neuron").parameters)();
    let keys: Vec<&str> = parameters.iter().map(Setting::key).collect();
    let published = ["f", "x1", "x2", "w1", "w2", "b", "slope", "alpha"];
    assert_eq!(keys[..published.len()], published);
    // z = 2 · 1 = 2, and f(z) = max(3z + 1, z) = 7.
    let link = "neuron?f=maxout&x1=1&x2=0&w1=2&maxout.w1=3&maxout.b1=1";
    assert_eq!((output(link, "z"), output(link, "a")), (2.0, 7.0));
    let view = permalink::decode(link);
    assert_eq!(permalink::encode(&view), "neuron?f=maxout&x2=0&w1=2&maxout.w1=3&maxout.b1=1");
}
