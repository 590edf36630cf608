//! What the measurements on the host have in common.

use std::time::Duration;

use criterion::Criterion;

/// Shorter than criterion's own: what is measured takes microseconds or milliseconds, so that two seconds hold many.
pub fn settings() -> Criterion {
    Criterion::default()
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2))
}
