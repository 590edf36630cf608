//! The number of cases of the property tests.

use proptest::test_runner::Config;

/// The number of cases of a property: `usual`, or the value of `PROPTEST_CASES`.
pub fn cases(usual: u32) -> Config {
    let config = Config::default();
    if std::env::var_os("PROPTEST_CASES").is_some() {
        config
    } else {
        Config { cases: usual, ..config }
    }
}
