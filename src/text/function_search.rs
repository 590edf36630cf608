//! Finding functions by their names in any language and library, and by their properties.

use super::Text;
use activations::names::names;
use activations::{Activation, Facts, Family, Function, Monotone, OWN, Smoothness};

/// A property that a reader can ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Property {
    /// All values are between two numbers.
    Bounded,
    /// Never falls, or never rises.
    Monotone,
    /// Without a kink or a jump.
    Smooth,
    ZeroCentred,
    /// The slope goes to 0 on no side.
    KeepsSlope,
    /// The framework with this name has the function.
    In(&'static str),
}

impl Property {
    /// The name of the property.
    pub fn name(self, text: &Text) -> &'static str {
        let words = &text.words.library;
        match self {
            Property::Bounded => words.bounded,
            Property::Monotone => words.monotone,
            Property::Smooth => words.smooth,
            Property::ZeroCentred => words.zero_centred,
            Property::KeepsSlope => words.keeps_slope,
            Property::In(framework) => framework,
        }
    }

    /// Every property, in the order of the page.
    pub const ALL: [Property; 10] = [
        Property::Bounded,
        Property::Monotone,
        Property::Smooth,
        Property::ZeroCentred,
        Property::KeepsSlope,
        Property::In("PyTorch"),
        Property::In("JAX"),
        Property::In("Keras"),
        Property::In("TensorFlow"),
        Property::In("ONNX"),
    ];

    /// Whether a function with these properties has this one. What is not known does not count.
    fn holds(self, activation: &Activation, facts: &Facts) -> bool {
        match self {
            Property::Bounded => {
                facts.range.is_some_and(|range| range.low.is_finite() && range.high.is_finite())
            }
            Property::Monotone => {
                !matches!(facts.shape.monotone(), Monotone::No | Monotone::Unknown)
            }
            Property::Smooth => {
                matches!(
                    facts.smoothness,
                    Smoothness::Once | Smoothness::Twice | Smoothness::Infinite
                )
            }
            Property::ZeroCentred => facts.is_zero_centred() == Some(true),
            Property::KeepsSlope => {
                let saturates = facts.saturates();
                saturates.left == Some(false) && saturates.right == Some(false)
            }
            Property::In(framework) => names(activation).in_framework(framework).is_some(),
        }
    }
}

/// The families in the order of the page.
pub const FAMILIES: [Family; 8] = [
    Family::SShaped,
    Family::Rectifier,
    Family::SmoothRectifier,
    Family::Gated,
    Family::Shrinkage,
    Family::Periodic,
    Family::Bump,
    Family::Other,
];

/// The name of a family.
pub fn family_name(text: &Text, family: Family) -> &'static str {
    let words = &text.words.library;
    match family {
        Family::SShaped => words.s_shaped,
        Family::Rectifier => words.rectifiers,
        Family::SmoothRectifier => words.smooth_rectifiers,
        Family::Gated => words.gated,
        Family::Shrinkage => words.shrinkage,
        Family::Periodic => words.periodic,
        Family::Bump => words.bump,
        Family::Other => words.other,
    }
}

/// The functions of a family: those of the lesson, then those of the library.
pub fn of_family(family: Family) -> impl Iterator<Item = &'static Activation> {
    activations::all().filter(move |activation| activation.family == family)
}

/// A function with what it is found by.
#[derive(Debug)]
struct Entry {
    activation: &'static Activation,
    facts: Facts,
    /// All names without case and separators.
    names: Vec<String>,
}

/// The function that a reader types, then all others by family.
#[derive(Debug)]
pub struct Index(Vec<Entry>);

impl Index {
    /// The functions with their names in a language of the page and in the frameworks.
    pub fn new(text: &Text) -> Self {
        let entry = |activation: &'static Activation| {
            let mut all = vec![plain(activation.id), plain(text.name(activation.id))];
            if *activation == OWN {
                all.extend(text.words.library.own_also.split(',').map(plain));
            } else {
                all.extend(names(activation).all().map(plain));
            }
            // What is typed may have any properties.
            let facts = if *activation == OWN {
                Facts::UNKNOWN
            } else {
                Function::with_defaults(activation).facts()
            };
            Entry { activation, facts, names: all }
        };
        let of_families = FAMILIES.into_iter().flat_map(of_family);
        Index([&OWN].into_iter().chain(of_families).map(entry).collect())
    }

    /// The functions that have all these properties and a name that contains the query, in the order of the families.
    pub fn find(&self, query: &str, properties: &[Property]) -> Vec<&'static Activation> {
        self.matching(query, properties).map(|(entry, _)| entry.activation).collect()
    }

    /// The function whose name is most like the query, among those with these properties.
    pub fn best(&self, query: &str, properties: &[Property]) -> Option<&'static Activation> {
        let best = self.matching(query, properties).min_by_key(|(_, excess)| *excess);
        best.map(|(entry, _)| entry.activation)
    }

    /// The functions that are found, each with how much its name differs from the query.
    fn matching(
        &self,
        query: &str,
        properties: &[Property],
    ) -> impl Iterator<Item = (&Entry, (bool, usize))> {
        let query = plain(query);
        let found = self.0.iter().filter_map(move |entry| {
            let excess = entry.names.iter().filter_map(|name| {
                let at = name.find(&query)?;
                Some((at > 0, name.len() - query.len()))
            });
            Some((entry, excess.min()?))
        });
        found.filter(|(entry, _)| {
            properties.iter().all(|property| property.holds(entry.activation, &entry.facts))
        })
    }
}

/// A name without case, spaces and punctuation, in which spellings of it differ: `Hard-Swish`, `hard_swish`,
/// `HardSwish`.
fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::{Index, Property};
    use crate::text;

    fn found(query: &str, properties: &[Property]) -> Vec<Vec<&'static str>> {
        let ids = |index: Index| {
            index.find(query, properties).into_iter().map(|activation| activation.id).collect()
        };
        text::all().map(Index::new).map(ids).to_vec()
    }

    #[test]
    fn a_function_is_found_by_any_of_its_names() {
        for (query, id) in [
            ("silu", "silu"),
            ("SiLU", "silu"),
            ("swish", "silu"),
            ("실루", "silu"),
            ("swish", "swish"),
            ("hard_swish", "hard-swish"),
            ("hardswish", "hard-swish"),
            ("hard silu", "hard-swish"),
            ("겔루", "gelu"),
            ("GELU", "gelu"),
            ("PReLU", "leaky-relu"),
            ("softplus", "softplus"),
            ("소프트플러스", "softplus"),
            ("torch.nn.Hardtanh", "hard-tanh"),
            ("SIREN", "sine"),
        ] {
            for found in found(query, &[]) {
                assert!(found.contains(&id), "{query}: {found:?}");
            }
        }
        assert!(found("no such function", &[]).iter().all(Vec::is_empty));
    }

    #[test]
    fn nothing_typed_finds_all_and_the_best_is_the_closest() {
        for text in text::all() {
            let index = Index::new(text);
            assert_eq!(index.find("", &[]).len(), activations::choices().count());
            for (query, id) in
                [("gelu", "gelu"), ("relu", "relu"), ("Sigmoid", "sigmoid"), ("mish", "mish")]
            {
                assert_eq!(index.best(query, &[]).map(|best| best.id), Some(id), "{query}");
            }
        }
    }

    #[test]
    fn properties_narrow_the_list() {
        let [bounded, ..] = &found("", &[Property::Bounded, Property::ZeroCentred])[..] else {
            panic!("a language")
        };
        assert!(bounded.contains(&"tanh") && bounded.contains(&"softsign"));
        assert!(!bounded.contains(&"sigmoid") && !bounded.contains(&"identity"));
        let [pytorch, ..] = &found("", &[Property::In("PyTorch"), Property::Smooth])[..] else {
            panic!("a language")
        };
        assert!(
            pytorch.contains(&"gelu")
                && !pytorch.contains(&"quick-gelu")
                && !pytorch.contains(&"relu")
        );
    }
}
