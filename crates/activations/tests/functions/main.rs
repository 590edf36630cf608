//! Tests of every function over the whole range of every parameter.

mod cases;
mod derivative;
mod deviations;
mod domain;
mod extremes;
mod facts;
mod frameworks;
mod kinks;
mod reference;
mod registry;
mod rounding;
mod simd;

use cases::cases;
