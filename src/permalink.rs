//! Floor 4: the fragment of the address, `#<demo>?<key>=<value>&…`: encoding and decoding.
//!
//! Decoding is total: any text gives a view. Published links keep working.

use crate::demos;
use crate::demos::ALL;
use crate::demos::settings::is_meant;
use crate::demos::settings::split_pairs;
use crate::view::View;
use percent_encoding::percent_decode_str;
use std::borrow::Cow;

/// The key for the list of locked keys.
const LOCK: &str = "lock";
/// The key for the picture whose curve is guessed.
const GUESS: &str = "guess";

/// The fragment of a view, without the `#`. Defaults are left out.
pub fn encode(view: &View) -> String {
    let demo = view.demo();
    let locked = view.locked(demo);
    let lock = (!locked.is_empty()).then(|| format!("{LOCK}={}", locked.join(",")));
    let guess = view.guess(demo).map(|picture| format!("{GUESS}={picture}"));
    let settings = Some(view.settings(demo).print()).filter(|settings| !settings.is_empty());
    let pairs: Vec<String> = [settings, lock, guess].into_iter().flatten().collect();
    if pairs.is_empty() { demo.id.to_owned() } else { format!("{}?{}", demo.id, pairs.join("&")) }
}

/// Changes `view` to the state that the fragment describes (with or without its `#`). The named demo starts
/// from its defaults; the other demos keep their state. An unknown demo gives the first one.
///
/// Returns whether the demo is known, or no demo is named.
pub fn apply(fragment: &str, view: &mut View) -> bool {
    let decoded = decoded(fragment);
    let link = decoded.strip_prefix('#').unwrap_or(&decoded);
    let (id, settings) = link.split_once('?').unwrap_or((link, ""));
    match ALL.iter().find(|demo| is_meant(demo.id, id)) {
        Some(demo) => {
            view.start_afresh(demo).set_all(settings);
            for (key, value) in split_pairs(settings) {
                if is_meant(LOCK, key) {
                    view.lock(demo, value.split(','));
                } else if is_meant(GUESS, key) {
                    view.hide_to_guess(demo, Some(value));
                }
            }
            true
        }
        // The settings of an unknown demo mean nothing for another one.
        None => {
            view.start_afresh(demos::first());
            id.is_empty()
        }
    }
}

/// A fragment without percent signs. Messengers and mail programs encode characters, possibly one after the
/// other. Only typed functions need encoding, and no function that can be read has a percent sign.
pub fn decoded(fragment: &str) -> Cow<'_, str> {
    /// More encoding steps than any real link has.
    const MOST: usize = 5;
    let mut text = Cow::Borrowed(fragment);
    for _ in 0..MOST {
        let next = percent_decode_str(&text).decode_utf8_lossy().into_owned();
        if next == text {
            break;
        }
        text = Cow::Owned(next);
    }
    text
}

/// The view of a link that is opened on a fresh page.
pub fn decode(fragment: &str) -> View {
    let mut view = View::default();
    apply(fragment, &mut view);
    view
}

#[cfg(test)]
mod tests {
    use super::{GUESS, LOCK, apply, decode, encode};
    use crate::demos::settings::{Kind, Setting};
    use crate::demos::{ALL, Demo};
    use crate::view::View;
    use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
    use proptest::prelude::*;

    fn again(fragment: &str) -> String {
        encode(&decode(fragment))
    }

    #[test]
    fn defaults_are_left_out() {
        assert_eq!(encode(&View::default()), "explorer");
        assert_eq!(again("#explorer?f=sigmoid,tanh,relu,leaky-relu,elu,maxout&min=-6"), "explorer");
    }

    #[test]
    fn what_cannot_be_understood_is_dropped() {
        assert_eq!(again("#no-such-demo?x=3"), "explorer");
        assert_eq!(again("#explorer?x=3&colour=red&slope=NaN&alpha=inf&="), "explorer?x=3");
        assert_eq!(again("#explorer?x=-1e30&alpha=1e30"), "explorer?x=-100&alpha=5");
        assert_eq!(again(""), "explorer");
        assert_eq!(again("#?&&==&%"), "explorer");
    }

    #[test]
    fn links_that_a_chat_has_escaped_still_work() {
        assert_eq!(again("#explorer%3Ff%3Drelu%2Celu%26x%3D2"), "explorer?f=relu,elu&x=2");
        assert_eq!(again("#explorer?f=relu&amp;x=2"), "explorer?f=relu&x=2");
        assert_eq!(
            again("#explorer%253Ff%253Drelu%252Celu%2526x%253D2"),
            "explorer?f=relu,elu&x=2"
        );
    }

    #[test]
    fn what_is_added_to_a_link_changes_nothing() {
        for (link, meant) in [
            ("#explorer?f=relu&x=-1)", "explorer?f=relu&x=-1"),
            ("#explorer?f=relu,elu).", "explorer?f=relu,elu"),
            ("#chain.", "chain"),
            ("#chain”", "chain"),
            ("#chain?depth=12에서", "chain?depth=12"),
            ("#chain?depth=12&lock=w,x)", "chain?depth=12&lock=w,x"),
            ("#chain?depth=12&guess=depths\"", "chain?depth=12&guess=depths"),
            ("#Chain?Depth=12&F=TanH&LOCK=W", "chain?f=tanh&depth=12&lock=w"),
            ("#explorer?x=0,5", "explorer?x=0.5"),
        ] {
            assert_eq!(again(link), meant, "{link}");
        }
    }

    #[test]
    fn an_unknown_demo_is_told() {
        let is_known = |fragment| apply(fragment, &mut View::default());
        assert!(is_known("#chain") && is_known("#Chain)") && is_known("") && is_known("#"));
        assert!(!is_known("#no-such-demo") && !is_known("#no-such-demo?x=3"));
    }

    #[test]
    fn another_link_starts_from_the_defaults() {
        let mut view = decode("#explorer?x=3&slope=0.5");
        apply("#explorer?slope=0.25", &mut view);
        assert_eq!(encode(&view), "explorer?slope=0.25");
    }

    #[test]
    fn no_parameter_takes_the_keys_of_the_link_itself() {
        for demo in ALL {
            let mut keys = (demo.parameters)().iter().map(Setting::key);
            assert!(keys.all(|key| key != LOCK && key != GUESS), "{}", demo.id);
        }
    }

    /// Links that have been published. They are never changed, only added to.
    #[test]
    fn published_links_keep_working() {
        for (link, settings) in [
            ("#explorer?f=relu&x=0", "explorer?f=relu&x=0"),
            ("#explorer?f=sigmoid&x=10&show=gradient", "explorer?f=sigmoid&show=gradient&x=10"),
            (
                "#explorer?min=-2&max=2&slope=0.01&alpha=2",
                "explorer?min=-2&max=2&slope=0.01&alpha=2",
            ),
            ("#explorer?f=maxout&w1=-1&b1=0&w2=2&b2=0.5", "explorer?f=maxout&w1=-1&w2=2&b2=0.5"),
            ("#explorer?f=identity,step&show=overlay", "explorer?f=identity,step&show=overlay"),
            ("#explorer?fixy=1&ymin=-1&ymax=2", "explorer?fixy=1&ymin=-1&ymax=2"),
            (
                "#neuron?f=relu&x1=2&x2=-1&w1=0.5&w2=1&b=-3",
                "neuron?f=relu&x1=2&x2=-1&w1=0.5&w2=1&b=-3",
            ),
            ("#collapse?f=relu&seed=7", "collapse?f=relu&seed=7"),
            ("#collapse?f=relu&depth=6&width=12&seed=3", "collapse?f=relu&depth=6&width=12&seed=3"),
            ("#descent", "descent"),
            ("#descent?f=sigmoid&w=-4&rate=1&step=12", "descent?f=sigmoid&w=-4&rate=1&step=12"),
            ("#descent?f=identity&w=2&rate=99&step=30", "descent?rate=20"),
            ("#classify", "classify"),
            ("#classify?data=xor&f=relu&step=40", "classify?f=relu&data=xor&step=40"),
            (
                "#classify?depth=99&width=0&rate=1e9&batch=7.6",
                "classify?depth=8&width=1&rate=100&batch=8",
            ),
            ("#chain", "chain"),
            ("#chain?f=sigmoid&depth=12&w=1", "chain?depth=12"),
            ("#chain?x=0", "chain?x=0"),
            ("#chain?f=tanh&x=1&beside=sigmoid,relu", "chain?f=tanh&beside=sigmoid,relu"),
            ("#chain?depth=1000&step=1500", "chain?depth=1000&step=1500"),
            ("#chain?w=8&b=-4&scale=linear&step=2001", "chain?w=8&b=-4&scale=linear"),
            ("#chain?f=elu&alpha=2&slope=0.2&step=0", "chain?f=elu&slope=0.2&alpha=2&step=0"),
            ("#dead", "dead"),
            (
                "#dead?rate=0.2&bias=0&seed=12&neuron=7&step=10",
                "dead?rate=0.2&neuron=7&seed=12&step=10",
            ),
            (
                "#dead?bias=-0.3&rate=0.1&slope=0.01&alpha=2&step=100",
                "dead?rate=0.1&bias=-0.3&slope=0.01&alpha=2",
            ),
            ("#alpha", "alpha"),
            ("#alpha?alpha=1.4&rate=3.9&step=3", "alpha?alpha=1.4&rate=3.9&step=3"),
            ("#alpha?learn=all&seed=3&alpha=3", "alpha?learn=all&seed=3"),
            (
                "#alpha?shape=leaky-relu&slope=0.5&rate=0.02&step=100",
                "alpha?shape=leaky-relu&slope=0.5&rate=0.02",
            ),
            ("#maxout?k=2&w1=0&w2=1&x=-2", "maxout?x=-2&w1=0"),
            (
                "#maxout?k=5&x=0.5&w5=-3&b4=100&samples=500&seed=3",
                "maxout?k=5&x=0.5&b4=100&w5=-3&samples=500&seed=3",
            ),
            (
                "#chain?lock=w,depth&depth=12&guess=depths",
                "chain?depth=12&lock=depth,w&guess=depths",
            ),
            (
                "#explorer?lock=max&guess=gradient&f=elu",
                "explorer?f=elu&lock=min,max&guess=gradient",
            ),
            ("#explorer?lock=colour,&guess=depths", "explorer"),
        ] {
            assert_eq!(again(link), settings);
        }
    }

    /// `key=value` pairs that mean something to the parameter, and some that do not.
    fn pair(parameter: &'static Setting) -> BoxedStrategy<String> {
        let key = parameter.key();
        let value = match &parameter.kind {
            Kind::Slider(..) => any::<f64>().prop_map(|number| number.to_string()).boxed(),
            Kind::Choice { options, .. } => {
                prop::sample::select(options.clone()).prop_map(str::to_owned).boxed()
            }
            Kind::Many { options, .. } => {
                prop::sample::subsequence(options.clone(), 0..=options.len())
                    .prop_map(|options| options.join(","))
                    .boxed()
            }
            Kind::Toggle { .. } => any::<bool>().prop_map(|on| u8::from(on).to_string()).boxed(),
            Kind::Expression { .. } => {
                prop::sample::select(vec!["x^2", "max(0, x)", "if(x >= 0, x, 0)"])
                    .prop_map(|text| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string())
                    .boxed()
            }
        };
        prop_oneof![4 => value, 1 => ".{0,8}"]
            .prop_map(move |value| format!("{key}={value}"))
            .boxed()
    }

    fn link() -> impl Strategy<Value = (&'static Demo, String)> {
        prop::sample::select(ALL.iter().collect::<Vec<_>>()).prop_flat_map(|demo| {
            let keys: Vec<_> = (demo.parameters)().iter().map(Setting::key).collect();
            let lock = prop::sample::subsequence(keys.clone(), 0..=keys.len())
                .prop_map(|keys| format!("{LOCK}={}", keys.join(",")));
            let guess = prop::sample::select(demo.pictures).prop_map(|id| format!("{GUESS}={id}"));
            let pairs = (demo.parameters)().iter().map(pair);
            let pairs = prop::strategy::Union::new(pairs.chain([lock.boxed(), guess.boxed()]));
            prop::collection::vec(pairs, 0..8)
                .prop_map(move |pairs| (demo, format!("#{}?{}", demo.id, pairs.join("&"))))
        })
    }

    proptest! {
        #[test]
        fn anything_can_be_pasted(text in any::<String>()) {
            let view = decode(&text);
            prop_assert_eq!(decode(&encode(&view)), view);
        }

        #[test]
        fn links_and_views_say_the_same((demo, link) in link()) {
            let view = decode(&link);
            prop_assert_eq!(view.demo().id, demo.id);
            prop_assert_eq!(decode(&encode(&view)), view.clone());
            for parameter in view.settings(demo).parameters() {
                if let Kind::Slider(key, slider) = parameter.kind {
                    let number = view.settings(demo).number(key);
                    prop_assert!(slider.limits.0 <= number && number <= slider.limits.1);
                    if let Some(end) = slider.end {
                        prop_assert!((number - view.settings(demo).number(end.other)).abs() > 0.99 * end.gap);
                    }
                }
            }
        }
    }
}
