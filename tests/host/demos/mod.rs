//! What the demos promise: their models against values worked out by other means, and what they say
//! of them.

mod alpha;
mod classify;
mod collapse;
mod dead;
mod descent;
mod maxout;
mod neuron;
mod shown;

use activation_lab::activations::Activation;
use activation_lab::activations::Function;
use activation_lab::demos::ALL;
use activation_lab::demos::settings::{FUNCTION, Kind, Settings};

/// What the page offers for a chosen function (its code, its parameters' controls) reads them from the demo's settings.
#[test]
fn a_demo_that_chooses_functions_declares_their_parameters() {
    for demo in &ALL {
        let settings = Settings::new((demo.parameters)());
        let declared = (demo.parameters)().iter().find(|setting| setting.key == FUNCTION);
        let Some(declared) = declared else { continue };
        let (Kind::Choice { options, .. } | Kind::Many { options, .. }) = &declared.kind else {
            panic!("{}: `f` chooses", demo.id);
        };
        for activation in options.iter().filter_map(|id| Activation::find(id)) {
            // Panics where one is missing.
            assert_eq!(settings.function(activation).activation, activation, "{}", demo.id);
        }
    }
}

/// The function of this id with its parameters at their defaults.
fn function(id: &str) -> Function {
    Function::with_defaults(Activation::find(id).expect("a known id"))
}
