//! Tests of every function over the whole range of every parameter.

mod derivative;
mod domain;
mod extremes;
mod facts;
mod frameworks;
mod kinks;
mod reference;
mod registry;
mod rounding;
mod simd;

use proptest::test_runner::Config;

/// The number of cases of a property: `usual`, or the value of `PROPTEST_CASES`.
fn cases(usual: u32) -> Config {
    let config = Config::default();
    if std::env::var_os("PROPTEST_CASES").is_some() {
        config
    } else {
        Config { cases: usual, ..config }
    }
}
