//! Floor 4: a script for a talk: a sequence of views, each with a title and a sentence.
//!
//! A script is passed on as a link, `#script?title=…&view=…&step=…&text=…&view=…`, or as a JSON file. Both are
//! untrusted input: texts are cut to their longest length, unknown keys are dropped, and other files are
//! refused.

use crate::demos::settings::split_pairs;
use crate::permalink;
use crate::text::Text;
use miniserde::{Deserialize, Serialize, json};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use std::borrow::Cow;

/// The largest number of steps of a script.
pub const STEPS: usize = 200;
/// The longest title and the longest sentence, in characters.
pub const TITLE: usize = 120;
pub const TEXT: usize = 600;
/// The largest file that is read as a script, in bytes. A script with all steps at their longest is smaller.
pub const LARGEST: usize = 1 << 20;

/// The beginning of a fragment that contains a script, without its `#`.
const LINK: &str = "script?";

/// The `format` and `version` of a JSON file.
const FORMAT: &str = "activation-lab-script";
const VERSION: u32 = 1;

/// The steps of the lesson's own script: an id, for which each language has words, and the fragment of a view.
pub const LESSON: [(&str, &str); 19] = [
    ("functions", "explorer"),
    ("neuron", "neuron"),
    ("collapse", "collapse"),
    ("bend", "collapse?f=relu"),
    ("learning", "descent?step=0"),
    ("boundary", "classify"),
    ("steps", "explorer?f=step"),
    ("sigmoid", "explorer?f=sigmoid&x=0&guess=gradient"),
    ("saturation", "explorer?f=sigmoid&x=6"),
    ("depth", "chain?guess=gradients"),
    ("vanishing", "chain?beside=tanh,relu&step=0"),
    ("weights", "chain?w=8&b=-4"),
    ("tanh", "explorer?f=sigmoid,tanh&x=0"),
    ("relu", "explorer?f=relu&x=0"),
    ("dead", "dead?step=0"),
    ("leaky-relu", "explorer?f=relu,leaky-relu&x=-3"),
    ("elu", "explorer?f=elu&x=-3&guess=gradient"),
    ("alpha", "alpha?step=0"),
    ("maxout", "maxout"),
];

/// Whether a fragment (with or without its `#`) may contain a script. If not, [`Script::from_fragment`] finds none.
pub fn is_in(fragment: &str) -> bool {
    begins_with(fragment.trim_start_matches('#'), LINK.trim_end_matches('?'))
}

/// A sequence of views.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Script {
    pub title: String,
    pub steps: Vec<Step>,
}

/// A view with a title and a sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// The fragment of the view, as [`permalink::encode`] writes it.
    pub view: String,
    pub title: String,
    pub text: String,
}

/// Why a file is not a script.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The file has more than [`LARGEST`] bytes.
    TooLarge,
    /// The file is not JSON, or not the JSON of a script.
    Foreign,
    /// The script has no step.
    Empty,
}

/// A change of a script. It names a step by its content, and by its index only among equal steps. The change
/// can therefore also be made in a copy that another window has changed in the meantime.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// Replaces the whole script.
    All(Script),
    /// Replaces the title of the script.
    Title(String),
    /// Adds a step at the end.
    Add(Step),
    /// Replaces a step by another one.
    Replace {
        /// The step as it was.
        old: Placed,
        /// The step as it becomes.
        new: Step,
    },
    /// Removes a step.
    Remove(Placed),
    /// Moves a step forward or back by some places, but not beyond the ends.
    Move {
        step: Placed,
        /// Positive numbers move the step forward, negative ones back.
        by: isize,
    },
}

/// A step with the index, from 0, at which it was last seen.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed {
    pub place: usize,
    pub step: Step,
}

/// The content of a JSON file. Fields that may be missing are options.
#[derive(Serialize, Deserialize)]
struct File {
    format: String,
    version: u32,
    title: Option<String>,
    steps: Vec<FileStep>,
}

#[derive(Serialize, Deserialize)]
struct FileStep {
    view: String,
    title: Option<String>,
    text: Option<String>,
}

impl Step {
    /// A step from any view and any words. The view is encoded again by this version, and the words are cut to
    /// their longest length.
    pub fn new(view: &str, title: &str, text: &str) -> Self {
        let view = permalink::encode(&permalink::decode(view));
        Step { view, title: cut(title, TITLE), text: cut(text, TEXT) }
    }
}

impl Script {
    /// The lesson's own script in a language.
    ///
    /// # Panics
    ///
    /// When a step has no words in the language; a test checks that each has.
    pub fn lesson(text: &Text) -> Self {
        let steps = LESSON.map(|(id, view)| {
            let (title, sentence) = text.lesson_step(id).expect("every step has its words");
            Step { view: view.to_owned(), title: title.to_owned(), text: sentence.to_owned() }
        });
        Script { title: text.words.script.lesson.to_owned(), steps: steps.into() }
    }

    /// Makes a change. A step that no longer exists is not removed or moved again; new words for it become a
    /// step of their own. Returns whether there was room for the change.
    pub fn change(&mut self, change: Change) -> bool {
        let has_room = self.steps.len() < STEPS;
        match change {
            Change::All(script) => *self = script,
            Change::Title(title) => self.title = cut(&title, TITLE),
            Change::Add(step) if has_room => self.steps.push(step),
            Change::Add(_) => return false,
            Change::Replace { old, new } => match self.find(&old) {
                Some(place) => self.steps[place] = new,
                None => return self.change(Change::Add(new)),
            },
            Change::Remove(step) => {
                if let Some(place) = self.find(&step) {
                    self.steps.remove(place);
                }
            }
            Change::Move { step, by } => {
                if let Some(place) = self.find(&step) {
                    let last = self.steps.len() - 1;
                    let step = self.steps.remove(place);
                    self.steps.insert(place.saturating_add_signed(by).min(last), step);
                }
            }
        }
        true
    }

    /// The present index of a step, if it still exists.
    pub fn find(&self, Placed { place, step }: &Placed) -> Option<usize> {
        let is_here = self.steps.get(*place) == Some(step);
        if is_here { Some(*place) } else { self.steps.iter().position(|other| other == step) }
    }

    /// The index of the first step that shows the view with this fragment.
    pub fn place(&self, view: &str) -> Option<usize> {
        self.steps.iter().position(|step| step.view == view)
    }

    /// The fragment of a link to the whole script, without the `#`.
    pub fn fragment(&self) -> String {
        let pair = |key: &str, value: &str| {
            let value = utf8_percent_encode(value, ESCAPED);
            if value.clone().next().is_none() { None } else { Some(format!("{key}={value}")) }
        };
        let steps = self.steps.iter().flat_map(|Step { view, title, text }| {
            [pair("view", view), pair("step", title), pair("text", text)]
        });
        let pairs: Vec<String> =
            [pair("title", &self.title)].into_iter().chain(steps).flatten().collect();
        let fragment = format!("{LINK}{}", pairs.join("&"));
        if encoded_once(&fragment) == fragment { fragment } else { fragment + ENCODED_ONCE }
    }

    /// The script in a fragment (with or without its `#`). `None` if the fragment contains no script or no
    /// step. Unknown keys are dropped.
    pub fn from_fragment(fragment: &str) -> Option<Self> {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        let fragment = encoded_once(fragment);
        let pairs = begins_with(&fragment, LINK).then(|| &fragment[LINK.len()..])?;
        let mut script = Script::default();
        for (key, value) in split_pairs(pairs) {
            let value = percent_decode_str(value).decode_utf8_lossy();
            match key.to_ascii_lowercase().as_str() {
                "title" => script.title = cut(&value, TITLE),
                "view" if script.steps.len() < STEPS => {
                    script.steps.push(Step::new(&value, "", ""))
                }
                key => {
                    let Some(step) = script.steps.last_mut() else { continue };
                    match key {
                        "step" => step.title = cut(&value, TITLE),
                        "text" => step.text = cut(&value, TEXT),
                        _ => {}
                    }
                }
            }
        }
        (!script.steps.is_empty()).then_some(script)
    }

    /// The script as a JSON file.
    pub fn json(&self) -> String {
        let filled = |text: &String| (!text.is_empty()).then(|| text.clone());
        let step = |Step { view, title, text }: &Step| FileStep {
            view: view.clone(),
            title: filled(title),
            text: filled(text),
        };
        json::to_string(&File {
            format: FORMAT.to_owned(),
            version: VERSION,
            title: filled(&self.title),
            steps: self.steps.iter().map(step).collect(),
        })
    }

    /// The script in a JSON file of any content. Steps beyond [`STEPS`] are left out.
    ///
    /// # Errors
    ///
    /// The reason why the file is not a script.
    pub fn from_json(file: &[u8]) -> Result<Self, Fault> {
        if file.len() > LARGEST {
            return Err(Fault::TooLarge);
        }
        let text = std::str::from_utf8(file).map_err(|_| Fault::Foreign)?;
        // Some editors put a byte order mark at the beginning.
        let text = text.trim_start_matches('\u{feff}');
        let File { format, version, title, steps } =
            json::from_str(text).map_err(|_| Fault::Foreign)?;
        if format != FORMAT || version != VERSION {
            return Err(Fault::Foreign);
        }
        let steps = steps.into_iter().take(STEPS).map(|FileStep { view, title, text }| {
            Step::new(&view, &title.unwrap_or_default(), &text.unwrap_or_default())
        });
        let script =
            Script { title: cut(&title.unwrap_or_default(), TITLE), steps: steps.collect() };
        if script.steps.is_empty() { Err(Fault::Empty) } else { Ok(script) }
    }
}

/// The end of a fragment whose text looks as if it had been encoded twice: a 1 that has been encoded once.
const ENCODED_ONCE: &str = "&encoded=%31";

/// The original fragment of a script, after other programs have encoded it, or its percent signs, again.
fn encoded_once(fragment: &str) -> Cow<'_, str> {
    /// More encoding steps than any real link has.
    const MOST: usize = 5;
    let mut text = Cow::Borrowed(fragment);
    for _ in 0..MOST {
        let is_whole = begins_with(&text, LINK);
        let escapes = text.match_indices('%').map(|(at, _)| text.get(at..at + 5).unwrap_or(""));
        // In text that has been encoded once, this only matches a literal percent sign before two hexadecimal
        // digits.
        let is_again = |escape: &str| {
            escape.starts_with("%25") && escape[3..].bytes().all(|byte| byte.is_ascii_hexdigit())
        };
        let mut escapes = escapes.peekable();
        let is_encoded_again = escapes.peek().is_some() && escapes.all(is_again);
        if is_whole && !is_encoded_again {
            break;
        }
        text = Cow::Owned(percent_decode_str(&text).decode_utf8_lossy().into_owned());
    }
    text
}

/// Whether a text begins with another one. The case of ASCII letters does not matter.
fn begins_with(text: &str, start: &str) -> bool {
    text.get(..start.len()).is_some_and(|own| own.eq_ignore_ascii_case(start))
}

/// Every character that could end a value or that messengers encode. The characters of a view's fragment stay
/// readable, except `?`, `&` and `=`.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b',');

/// The text as one line of at most `most` characters.
fn cut(text: &str, most: usize) -> String {
    let line = text.split(char::is_control).filter(|part| !part.is_empty()).collect::<Vec<_>>();
    line.join(" ").trim().chars().take(most).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text;
    use proptest::prelude::*;

    fn step() -> impl Strategy<Value = Step> {
        let view = prop::sample::select(LESSON.map(|(_, view)| view).to_vec());
        (view, ".{0,20}", ".{0,20}").prop_map(|(view, title, text)| Step::new(view, &title, &text))
    }

    fn script() -> impl Strategy<Value = Script> {
        ("\\PC{0,20}", prop::collection::vec(step(), 1..6))
            .prop_map(|(title, steps)| Script { title: cut(&title, TITLE), steps })
    }

    #[test]
    fn the_case_of_a_links_letters_does_not_matter() {
        let [text, ..] = text::all();
        let link = Script::lesson(text).fragment();
        let capitals = link.replacen("script?", "Script?", 1).replace("&view=", "&View=");
        assert!(is_in(&capitals));
        assert_eq!(Script::from_fragment(&capitals), Script::from_fragment(&link));
        assert!(Script::from_fragment(&capitals).is_some());
    }

    #[test]
    fn the_lesson_shows_views_that_stand_as_they_are() {
        for text in text::all() {
            let script = Script::lesson(text);
            for ((_, view), step) in LESSON.iter().zip(&script.steps) {
                assert_eq!(*step, Step::new(view, &step.title, &step.text));
                assert!(!step.title.is_empty() && !step.text.is_empty(), "{} {view}", text.id);
                assert!(step.title.chars().count() < TITLE && step.text.chars().count() < TEXT);
            }
        }
    }

    #[test]
    fn a_step_is_found_by_its_view() {
        let script = Script::lesson(text::all()[0]);
        assert_eq!(script.place("neuron"), Some(1));
        assert_eq!(script.place("neuron?b=3"), None);
    }

    #[test]
    fn a_link_reads_as_it_was_meant() {
        let script = Script {
            title: "첫 시간 & more".to_owned(),
            steps: vec![Step::new("#chain?depth=12&lock=w", "a=b", ""), Step::new("dead", "", "?")],
        };
        let fragment = script.fragment();
        assert!(
            fragment.starts_with("script?title=%EC%B2%AB%20%EC%8B%9C%EA%B0%84%20%26%20more&view=")
        );
        assert!(
            fragment.ends_with("&view=chain%3Fdepth%3D12%26lock%3Dw&step=a%3Db&view=dead&text=%3F")
        );
        assert_eq!(Script::from_fragment(&format!("#{fragment}")), Some(script.clone()));
        let again = |text: &str| text.replace('%', "%25");
        let whole = again(&fragment).replace('?', "%3F").replace('=', "%3D").replace('&', "%26");
        for sent in [again(&fragment), again(&again(&fragment)), whole.clone(), again(&whole)] {
            assert_eq!(Script::from_fragment(&sent), Some(script.clone()), "{sent}");
        }
        assert_eq!(Script::from_fragment("#script?title=empty"), None);
        assert_eq!(Script::from_fragment("#chain?view=dead"), None);
    }

    fn numbered(titles: &[&str]) -> Script {
        let steps = titles.iter().map(|title| Step::new("dead", title, ""));
        Script { title: String::new(), steps: steps.collect() }
    }

    #[test]
    fn a_change_finds_its_step_in_a_copy_that_has_changed() {
        let seen = numbered(&["a", "b", "c"]);
        let placed = |place: usize| Placed { place, step: seen.steps[place].clone() };
        let new = Step::new("dead", "B", "");
        let changes = [
            (Change::Replace { old: placed(1), new: new.clone() }, ["x", "a", "B", "c"]),
            (Change::Move { step: placed(1), by: 1 }, ["x", "a", "c", "b"]),
            (Change::Move { step: placed(1), by: -9 }, ["b", "x", "a", "c"]),
        ];
        for (change, titles) in changes {
            let mut now = numbered(&["x", "a", "b", "c"]);
            assert!(now.change(change.clone()));
            assert_eq!(now, numbered(&titles), "{change:?}");
        }
        // Another window has removed the step `b`.
        let mut now = numbered(&["a", "c"]);
        assert!(
            now.change(Change::Remove(placed(1)))
                && now.change(Change::Move { step: placed(1), by: 1 })
        );
        assert_eq!(now, numbered(&["a", "c"]));
        assert!(now.change(Change::Replace { old: placed(1), new }));
        assert_eq!(now, numbered(&["a", "c", "B"]));
    }

    #[test]
    fn of_equal_steps_the_one_at_its_place_is_meant() {
        let mut script = numbered(&["a", "b", "a"]);
        let last = Placed { place: 2, step: script.steps[2].clone() };
        script.change(Change::Move { step: last, by: -1 });
        assert_eq!(script, numbered(&["a", "a", "b"]));
    }

    #[test]
    fn a_full_script_takes_no_more() {
        let mut script = numbered(&["a"; STEPS]);
        assert!(!script.change(Change::Add(Step::new("dead", "", ""))));
        assert_eq!(script.steps.len(), STEPS);
    }

    #[test]
    fn words_that_look_encoded_stay_as_they_are() {
        let steps = vec![Step::new("dead", "%41", "100%25 %2541")];
        let script = Script { title: String::new(), steps };
        assert_eq!(Script::from_fragment(&script.fragment()), Some(script));
    }

    #[test]
    fn files_of_other_things_are_refused() {
        let fault = |text: &str| Script::from_json(text.as_bytes()).expect_err("it is no script");
        assert_eq!(fault("hello"), Fault::Foreign);
        assert_eq!(fault("{\"format\":\"other\",\"version\":1,\"steps\":[]}"), Fault::Foreign);
        let own =
            |steps: &str| format!("{{\"format\":\"{FORMAT}\",\"version\":1,\"steps\":[{steps}]}}");
        assert_eq!(fault(&own("")), Fault::Empty);
        assert_eq!(fault(&own("{\"title\":\"no view\"}")), Fault::Foreign);
        assert_eq!(fault(&" ".repeat(LARGEST + 1)), Fault::TooLarge);
        // This nesting is deeper than any stack.
        assert_eq!(fault(&"[".repeat(LARGEST)), Fault::Foreign);
    }

    #[test]
    fn whatever_a_file_says_is_cut_to_size() {
        let steps = vec!["{\"view\":\"no-such-demo?x=NaN\",\"title\":\"a\\n\\u0000b\"}"; STEPS + 3];
        let file = format!(
            "\u{feff}{{\"format\":\"{FORMAT}\",\"version\":1,\"new\":{{}},\"title\":\"{}\",\"steps\":[{}]}}",
            "글".repeat(TITLE + 1),
            steps.join(",")
        );
        let script = Script::from_json(file.as_bytes()).expect("it is a script");
        assert_eq!(script.title.chars().count(), TITLE);
        assert_eq!(script.steps.len(), STEPS);
        assert_eq!(script.steps[0], Step::new("explorer", "a b", ""));
    }

    proptest! {
        #[test]
        fn links_and_files_say_the_same(script in script()) {
            prop_assert_eq!(Script::from_fragment(&script.fragment()), Some(script.clone()));
            prop_assert_eq!(Script::from_json(script.json().as_bytes()), Ok(script));
        }

        #[test]
        fn anything_can_be_pasted(text in any::<String>()) {
            if let Some(script) = Script::from_fragment(&format!("script?view=&{text}")) {
                prop_assert_eq!(Script::from_fragment(&script.fragment()), Some(script));
            }
        }
    }
}
