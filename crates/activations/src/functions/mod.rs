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
