//! The functions, one file for each.

pub mod elu;
pub mod identity;
pub mod leaky_relu;
pub mod maxout;
pub mod relu;
pub mod sigmoid;
pub mod step;
pub mod tanh;

use crate::Activation;

/// Every function, in the order in which pickers show them.
pub static ALL: &[Activation] = &[
    sigmoid::ACTIVATION,
    tanh::ACTIVATION,
    relu::ACTIVATION,
    leaky_relu::ACTIVATION,
    elu::ACTIVATION,
    maxout::ACTIVATION,
    identity::ACTIVATION,
    step::ACTIVATION,
];

/// The code of each function, by id. It is not in [`Activation`], so that a program that shows no code need not contain
/// it.
static CODE: &[(&str, &str)] = &[
    ("sigmoid", include_str!("code/sigmoid.md")),
    ("tanh", include_str!("code/tanh.md")),
    ("relu", include_str!("code/relu.md")),
    ("leaky-relu", include_str!("code/leaky-relu.md")),
    ("elu", include_str!("code/elu.md")),
    ("maxout", include_str!("code/maxout.md")),
    ("identity", include_str!("code/identity.md")),
    ("step", include_str!("code/step.md")),
];

/// f and f′ of a function as code: Markdown with a section and a block for each language. `@` and a parameter's name
/// stand for the number of that parameter, `@formula` and `@derivative` for the LaTeX of the function.
pub fn code(activation: &Activation) -> &'static str {
    let code = CODE.iter().find(|(id, _)| *id == activation.id);
    code.expect("every function has code").1
}
