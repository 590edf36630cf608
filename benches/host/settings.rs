//! The common settings of the measurements on the host.

use std::time::Duration;

use criterion::Criterion;

/// Shorter than criterion's defaults. A measurement takes microseconds or milliseconds, so two seconds contain
/// many.
pub fn settings() -> Criterion {
    Criterion::default()
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2))
}
