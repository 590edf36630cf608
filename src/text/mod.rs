//! Floor 3: everything that the page says, in each language.
//!
//! Short strings are one [`Text`] a language; prose and formulas are Markdown, see [`content`].
//! To add a language: write `src/text/<lang>.rs` and its folder, and add its line to [`ALL`].

pub mod content;
mod en;
mod ko;
pub mod number;

use crate::activations::{Monotone, Parity, Smoothness};
use content::Content;

/// Every language, the page's first one first.
pub static ALL: [&Text; 2] = [&ko::TEXT, &en::TEXT];

/// What the page says in one language.
pub struct Text {
    /// The BCP 47 tag.
    pub id: &'static str,
    /// The language's own name for itself.
    pub language: &'static str,
    pub content: &'static Content,
    pub page: Page,
    /// What stands above each demo, by demo id.
    pub demos: &'static [(&'static str, Heading)],
    pub explorer: Explorer,
    pub card: Card,
    /// The label of a demo's control, by demo id and parameter key.
    pub control: fn(&str, &str) -> Option<&'static str>,
    /// The name of an option, by parameter key and option. Functions have their cards' names.
    pub option: fn(&str, &str) -> Option<&'static str>,
    /// The name of a preset.
    pub preset: fn(&str) -> Option<&'static str>,
    /// The caption of a picture.
    pub picture: fn(&str) -> Option<&'static str>,
}

/// The frame around the demos.
pub struct Page {
    /// The document's title.
    pub title: &'static str,
    pub choose_language: &'static str,
    pub choose_theme: &'static str,
    pub theme_system: &'static str,
    pub theme_light: &'static str,
    pub theme_dark: &'static str,
    pub copy_link: &'static str,
    pub link_copied: &'static str,
    /// Said above the link where the browser does not let a page write to the clipboard.
    pub copy_by_hand: &'static str,
    pub presets: &'static str,
    /// What the button beside a control does; the control's label is put in.
    pub reset: fn(&str) -> String,
    /// The label of the number beside a slider.
    pub exact_number: fn(&str) -> String,
    pub data_table: &'static str,
    pub readouts: &'static str,
    /// The name of the plot as something that arrow keys move.
    pub plot: &'static str,
    /// How to use the plot.
    pub plot_help: &'static str,
    /// The name of the two ends of an interval together, by demo id and the low end's key.
    pub interval: fn(&str, &str) -> Option<&'static str>,
    pub parameters_of: fn(&str) -> String,
    /// A word of help below a function's parameters, by demo id and function id.
    pub hint: fn(&str, &str) -> Option<&'static str>,
    /// The heading above the functions' names.
    pub function: &'static str,
    /// The heading above what there is to say about a row.
    pub note: &'static str,
}

/// What stands above a demo.
pub struct Heading {
    pub title: &'static str,
    /// HTML.
    pub lead: &'static str,
}

/// The explorer's own words.
pub struct Explorer {
    pub value: &'static str,
    pub gradient: &'static str,
    pub tangent: &'static str,
    pub saturated: &'static str,
    pub one_sided: &'static str,
    pub convention: &'static str,
    pub handle: &'static str,
    pub columns: [&'static str; 2],
    pub saturated_here: &'static str,
    pub no_gradient_here: &'static str,
    /// At a kink: the slopes to the left and right and the one that frameworks use.
    pub kink_here: fn(&str, &str, &str) -> String,
    /// The same where the function itself jumps.
    pub jump_here: fn(&str, &str, &str) -> String,
    pub outside: fn(&str) -> String,
    pub nothing_shown: &'static str,
    /// What is shown (an option of `show`), of which functions, from where to where.
    pub describe: fn(&str, &str, &str, &str) -> String,
    /// A function, x, f(x) and f′(x).
    pub describe_probe: fn(&str, &str, &str, &str) -> String,
    pub describe_saturated: fn(&str, &str) -> String,
}

/// The functions' cards.
pub struct Card {
    pub heading: &'static str,
    /// HTML.
    pub lead: &'static str,
    pub show: fn(&str) -> String,
    pub formula: &'static str,
    pub derivative: &'static str,
    pub advantages: &'static str,
    pub drawbacks: &'static str,
    pub no_drawbacks: &'static str,
    pub notes: &'static str,
    pub facts: &'static str,
    pub range: &'static str,
    pub only_two_values: fn(&str, &str) -> String,
    pub zero_centred: &'static str,
    pub yes: &'static str,
    pub no: &'static str,
    pub monotone: &'static str,
    pub monotone_is: fn(Monotone) -> &'static str,
    pub parity: &'static str,
    pub parity_is: fn(Parity) -> &'static str,
    pub smoothness: &'static str,
    pub smoothness_is: fn(Smoothness) -> &'static str,
    pub slopes_at_infinity: &'static str,
    pub kink: &'static str,
    pub no_kink: &'static str,
    /// Where a kink is, its slopes to the left and right and the one that frameworks use.
    pub kink_is: fn(&str, &str, &str, &str) -> String,
    pub source: &'static str,
}

impl Text {
    /// The language of this tag, or of a longer one such as `ko-KR`.
    pub fn find(tag: &str) -> Option<&'static Text> {
        let primary = tag.split('-').next().unwrap_or(tag).to_ascii_lowercase();
        ALL.iter().copied().find(|text| text.id == primary)
    }

    /// The short name of a function: that of its card without what stands there in brackets.
    pub fn name(&self, function: &str) -> &'static str {
        let name = self.content.card(function).name;
        name.split('(').next().unwrap_or(name).trim_end()
    }

    /// What stands above a demo.
    ///
    /// # Panics
    /// When there is no such demo.
    pub fn demo(&self, id: &str) -> &'static Heading {
        let found = self.demos.iter().find(|(known, _)| *known == id);
        &found.expect("every demo has its heading").1
    }

    /// The name of an option of a parameter.
    pub fn option(&self, key: &str, option: &'static str) -> &'static str {
        if key == "f" { self.name(option) } else { (self.option)(key, option).unwrap_or(option) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demos::settings::Kind;

    #[test]
    fn every_control_option_and_preset_has_its_words() {
        for text in ALL {
            for demo in &crate::demos::ALL {
                for parameter in (demo.parameters)() {
                    let key = parameter.key;
                    assert!(
                        (text.control)(demo.id, key).is_some(),
                        "{} {} {key}",
                        text.id,
                        demo.id
                    );
                    if let Kind::Choice { options, .. } = &parameter.kind {
                        for option in options {
                            assert!(
                                (text.option)(key, option).is_some(),
                                "{} {key} {option}",
                                text.id
                            );
                        }
                    }
                }
                assert!(!text.demo(demo.id).title.is_empty());
                for preset in demo.presets {
                    assert!((text.preset)(preset.id).is_some(), "{} {}", text.id, preset.id);
                }
            }
        }
    }

    #[test]
    fn languages_are_found_by_tag() {
        let found = |tag| Text::find(tag).map(|text| text.id);
        assert_eq!(found("ko"), Some("ko"));
        assert_eq!(found("ko-KR"), Some("ko"));
        assert_eq!(found("EN-us"), Some("en"));
        assert_eq!(found("fr"), None);
        assert_eq!(found(""), None);
    }
}
