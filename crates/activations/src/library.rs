//! The bodies of the functions of the library, which a program may load when it needs them.
//!
//! With the feature `apart`, nothing in this crate refers to [`BODIES`] but the caller of [`install`]. So a program that
//! is cut into pieces can have them in a piece. Without the feature they are always there.

use crate::activation::Body;

pub use crate::functions::BODIES;

/// A body and the id of its function.
pub type Entry = (&'static str, &'static Body);

#[cfg(feature = "apart")]
static INSTALLED: std::sync::OnceLock<&'static [Entry]> = std::sync::OnceLock::new();

/// Makes the bodies known. Only the first call has an effect. Functions that were opened before keep what they had.
#[cfg(feature = "apart")]
pub fn install(bodies: &'static [Entry]) {
    let _ = INSTALLED.set(bodies);
}

/// The body of a function of the library.
#[cfg(feature = "apart")]
pub(crate) fn body(id: &str) -> &'static Body {
    INSTALLED.get().and_then(|bodies| find(bodies, id)).unwrap_or(&absent::BODY)
}

/// Does nothing, because the bodies are known.
#[cfg(not(feature = "apart"))]
pub fn install(_: &'static [Entry]) {}

/// The body of a function of the library.
#[cfg(not(feature = "apart"))]
pub(crate) fn body(id: &str) -> &'static Body {
    find(BODIES, id).expect("every function of the library has its body")
}

fn find(bodies: &[Entry], id: &str) -> Option<&'static Body> {
    bodies.iter().find(|(known, _)| *known == id).map(|(_, body)| *body)
}

/// The body of a function whose own has not been installed: 0 everywhere, and nothing is known about it.
#[cfg(feature = "apart")]
mod absent {
    use crate::activation::{Body, Source};
    use crate::facts::Facts;
    use crate::simd::map;
    use wide::f32x4;

    pub static BODY: Body = Body {
        formula: "",
        derivative: "",
        source: Source { authors: "", year: 0, title: "", venue: "" },
        value: |_, _| 0.0,
        gradient: |_, _| 0.0,
        simd: |values, slopes, _| map(values, slopes, |_| (f32x4::ZERO, f32x4::ZERO)),
        kinks: |_| Vec::new(),
        facts: |_| Facts::UNKNOWN,
    };
}
