//! The settings of a demo. A setting is declared once. Its control, its part of a link, its range and the
//! range that the tests cover come from that declaration.

use crate::decimal;
use crate::plot::palette::HUES;
use activations::{Activation, Function, own};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use std::marker::PhantomData;

/// The name of the setting whose options are the functions that a demo shows: a choice in some demos, a list
/// in others.
pub const FUNCTION: &str = "f";

/// The function that a reader types, as a text.
pub const OWN: Key<Expression> = Key::new("own");

/// The largest number of options of a list that can be chosen at once: each is a curve with a hue of its own.
pub const MOST_OPTIONS: usize = HUES;

/// The key of a setting, with the type of its value: `f64` for a slider, [`Choice`], [`Many`], [`Expression`], or `bool`
/// for a toggle. A demo declares, reads and writes a setting by the same constant.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Key<T> {
    name: &'static str,
    value: PhantomData<T>,
}

/// The type of a key whose value is one of several options.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Choice {}

/// The type of a key whose value is a function of x that a reader types.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Expression {}

/// The type of a key whose value is any number of options.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Many {}

/// The options of a choice as a type, so that a `match` covers each of them.
pub trait Options: Copy + PartialEq + 'static {
    /// Every option with its id in links, in the order of the control.
    const ALL: &'static [(&'static str, Self)];

    /// The id of the option in links.
    fn id(self) -> &'static str {
        let known = Self::ALL.iter().find(|(_, option)| *option == self);
        known.expect("every option is in the list").0
    }
}

impl<T> Key<T> {
    pub const fn new(name: &'static str) -> Self {
        Key { name, value: PhantomData }
    }

    /// Permanent, because links contain it. It is also the name of the form control.
    pub const fn name(self) -> &'static str {
        self.name
    }
}

impl Key<f64> {
    /// The key of a function's own parameter, if the demo has no setting of its own with that key.
    pub fn of(parameter: &activations::Parameter) -> Self {
        Key::new(parameter.link_key())
    }
}

/// The key of a setting with options.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum OptionKey {
    One(Key<Choice>),
    Many(Key<Many>),
}

/// The declaration of a setting.
#[derive(Debug, Clone, PartialEq)]
pub struct Setting {
    pub kind: Kind,
    pub shown: Shown,
}

/// The type of a setting's value, with its key, its default and its options or range.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    Slider(Key<f64>, Slider),
    /// One of several options.
    Choice {
        key: Key<Choice>,
        options: Vec<&'static str>,
        default: &'static str,
    },
    /// Up to [`MOST_OPTIONS`] options. The values have the order of `options`.
    Many {
        key: Key<Many>,
        options: Vec<&'static str>,
        default: Vec<&'static str>,
    },
    Toggle {
        key: Key<bool>,
        default: bool,
    },
    /// The text of a function. It is always one that can be read.
    Expression {
        key: Key<Expression>,
        default: &'static str,
    },
}

/// The range and the steps of a number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Slider {
    /// The ends of the slider.
    pub min: f64,
    pub max: f64,
    /// The closed range for links and typed numbers. It contains the slider's range.
    pub limits: (f64, f64),
    /// The change by one press of an arrow key.
    pub step: f64,
    pub default: f64,
    /// Whether only whole numbers are possible.
    pub whole: bool,
    /// Present if the number is one end of an interval.
    pub end: Option<End>,
    /// The parameter of a function that the slider sets, if it sets one.
    pub parameter: Option<&'static activations::Parameter>,
}

/// One end of an interval, whose other end is another setting. The low end stays below the high end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct End {
    pub side: Side,
    /// The key of the other end.
    pub other: Key<f64>,
    /// The least distance between the two ends.
    pub gap: f64,
}

/// The low or the high end of an interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Low,
    High,
}

/// The condition for showing a control.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Shown {
    Always,
    /// If `option` is chosen in at least one of the settings `keys`.
    With {
        keys: &'static [OptionKey],
        option: &'static str,
    },
    /// If the toggle `key` is on.
    On {
        key: Key<bool>,
    },
    /// If the slider `key` is at `number` or above.
    AtLeast {
        key: Key<f64>,
        number: f64,
    },
}

impl Slider {
    /// A slider whose range is also the range for links and typed numbers.
    pub const fn new(min: f64, max: f64, step: f64, default: f64) -> Self {
        Slider {
            min,
            max,
            limits: (min, max),
            step,
            default,
            whole: false,
            end: None,
            parameter: None,
        }
    }

    /// A slider for whole numbers.
    pub const fn whole(min: f64, max: f64, default: f64) -> Self {
        Slider { whole: true, ..Slider::new(min, max, 1.0, default) }
    }

    /// The slider for a function's own parameter.
    pub fn of(parameter: &'static activations::Parameter) -> Self {
        let &activations::Parameter { min, max, default, .. } = parameter;
        // The slider has about a hundred steps. A step is 1, 2 or 5 times a power of ten.
        let rough = (max - min) / 100.0;
        let decade = 10_f64.powi(rough.log10().floor() as i32);
        let digit = [5.0, 2.0].into_iter().find(|digit| digit * decade <= rough * 1.001);
        let step = digit.unwrap_or(1.0) * decade;
        Slider { parameter: Some(parameter), ..Slider::new(min, max, step, default) }
    }

    /// The slider with this range for links and typed numbers.
    pub const fn limits(self, low: f64, high: f64) -> Self {
        Slider { limits: (low, high), ..self }
    }

    /// A number as a value of the slider: within its limits, and whole if only whole numbers are possible. `None`
    /// for NaN and infinities.
    fn limited(&self, number: f64) -> Option<f64> {
        let (low, high) = self.limits;
        let number = if self.whole { number.round() } else { number };
        // Adding 0 turns −0 into 0.
        number.is_finite().then(|| number.clamp(low, high) + 0.0)
    }

    /// The slider as one end of an interval. The fields of [`End`] explain the arguments.
    pub const fn end(self, side: Side, other: Key<f64>, gap: f64) -> Self {
        Slider { end: Some(End { side, other, gap }), ..self }
    }
}

impl Setting {
    pub fn slider(key: Key<f64>, slider: Slider) -> Self {
        Setting { kind: Kind::Slider(key, slider), shown: Shown::Always }
    }

    pub fn choice(key: Key<Choice>, options: Vec<&'static str>, default: &'static str) -> Self {
        Setting { kind: Kind::Choice { key, options, default }, shown: Shown::Always }
    }

    /// A choice of one of the options of a type.
    pub fn options<T: Options>(key: Key<Choice>, default: T) -> Self {
        let ids = T::ALL.iter().map(|(id, _)| *id).collect();
        Setting::choice(key, ids, default.id())
    }

    /// A choice of one of all functions.
    pub fn any_function(key: Key<Choice>, default: &'static str) -> Self {
        Setting::choice(key, function_ids(), default)
    }

    /// A list of any of all functions.
    pub fn any_functions(key: Key<Many>, default: Vec<&'static str>) -> Self {
        Setting::many(key, function_ids(), default)
    }

    pub fn many(key: Key<Many>, options: Vec<&'static str>, default: Vec<&'static str>) -> Self {
        Setting { kind: Kind::Many { key, options, default }, shown: Shown::Always }
    }

    pub fn toggle(key: Key<bool>, default: bool) -> Self {
        Setting { kind: Kind::Toggle { key, default }, shown: Shown::Always }
    }

    /// The name of the key, see [`Key::name`].
    pub fn key(&self) -> &'static str {
        match &self.kind {
            Kind::Slider(key, _) => key.name(),
            Kind::Choice { key, .. } => key.name(),
            Kind::Many { key, .. } => key.name(),
            Kind::Toggle { key, .. } => key.name(),
            Kind::Expression { key, .. } => key.name(),
        }
    }

    /// The setting with this condition for showing its control.
    pub fn shown(self, shown: Shown) -> Self {
        Setting { shown, ..self }
    }

    /// A slider for each parameter of each function, and the text of the function that a reader types. They are shown if
    /// the function is chosen in at least one of the settings `keys`. A function has its long keys if one of its short keys
    /// is in `taken`, the keys of the demo's other numbers.
    pub fn of_functions(
        keys: &'static [OptionKey],
        taken: &'static [Key<f64>],
    ) -> impl Iterator<Item = Setting> {
        let own = Kind::Expression { key: OWN, default: own::FIRST };
        let shown = Shown::With { keys, option: activations::OWN.id };
        let own = Setting { kind: own, shown };
        let sliders = activations::all().flat_map(move |activation| {
            let shown = Shown::With { keys, option: activation.id };
            let is_taken = |key: &str| taken.iter().any(|other| other.name() == key);
            let is_short = !activation.parameters.iter().any(|one| is_taken(one.link_key()));
            activation.parameters.iter().map(move |parameter| {
                let key = if is_short { parameter.link_key() } else { parameter.key };
                Setting::slider(Key::new(key), Slider::of(parameter)).shown(shown)
            })
        });
        sliders.chain([own])
    }

    /// The parameter of a function that the setting sets, if it sets one.
    pub fn function_parameter(&self) -> Option<&'static activations::Parameter> {
        match &self.kind {
            Kind::Slider(_, slider) => slider.parameter,
            _ => None,
        }
    }

    /// Whether a key of a link means this setting. A parameter with a short key may also come with its long one.
    pub fn is_named(&self, key: &str) -> bool {
        let long = self.function_parameter().map(|parameter| parameter.key);
        is_meant(self.key(), key) || long.is_some_and(|long| is_meant(long, key))
    }

    fn default(&self) -> Value {
        match &self.kind {
            Kind::Slider(_, slider) => Value::Number(slider.default),
            Kind::Choice { default, .. } => Value::Choice(default),
            Kind::Many { default, .. } => Value::Many(default.clone()),
            Kind::Toggle { default, .. } => Value::Toggle(*default),
            Kind::Expression { default, .. } => Value::Expression((*default).to_owned()),
        }
    }

    /// The value that `text` means in a link, or `None` if it means no value of this setting. Numbers out of
    /// range are clamped; NaN and infinities give `None`. Characters that a messenger has added at the end are
    /// ignored.
    fn parse(&self, text: &str) -> Option<Value> {
        match &self.kind {
            Kind::Slider(_, slider) => {
                let number = read_number(text.trim_end_matches(|c: char| !c.is_ascii_digit()))?;
                slider.limited(number).map(Value::Number)
            }
            Kind::Choice { options, .. } => options
                .iter()
                .find(|option| is_meant(option, text))
                .map(|known| Value::Choice(known)),
            Kind::Many { options, .. } => {
                let mut named = Vec::new();
                for word in text.split(',') {
                    let meant = options.iter().find(|option| is_meant(option, word));
                    if let Some(option) = meant.filter(|option| !named.contains(*option)) {
                        named.push(*option);
                    }
                }
                named.truncate(MOST_OPTIONS);
                let known: Vec<_> =
                    options.iter().copied().filter(|option| named.contains(option)).collect();
                // An empty list is valid. A list that has only unknown options is not.
                let is_empty = text.chars().all(|c| c.is_ascii_punctuation());
                (!known.is_empty() || is_empty).then_some(Value::Many(known))
            }
            Kind::Toggle { .. } => match text {
                _ if is_meant("1", text) => Some(Value::Toggle(true)),
                _ if is_meant("0", text) => Some(Value::Toggle(false)),
                _ => None,
            },
            Kind::Expression { .. } => {
                own::meant(text).map(|text| Value::Expression(text.to_owned()))
            }
        }
    }
}

/// A value of a setting.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Number(f64),
    Choice(&'static str),
    Many(Vec<&'static str>),
    Toggle(bool),
    Expression(String),
}

impl Value {
    /// The value as in a link.
    fn print(&self) -> String {
        match self {
            Value::Number(number) => number.to_string(),
            Value::Choice(option) => (*option).to_owned(),
            Value::Many(options) => options.join(","),
            Value::Toggle(on) => if *on { "1" } else { "0" }.to_owned(),
            Value::Expression(text) => utf8_percent_encode(text, NON_ALPHANUMERIC).to_string(),
        }
    }
}

/// The values of all settings of a demo, always within the declared ranges.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    parameters: &'static [Setting],
    values: Vec<Value>,
}

impl Settings {
    /// All settings at their defaults.
    pub fn new(parameters: &'static [Setting]) -> Self {
        Settings { parameters, values: parameters.iter().map(Setting::default).collect() }
    }

    pub fn parameters(&self) -> &'static [Setting] {
        self.parameters
    }

    fn index(&self, key: &str) -> Option<usize> {
        self.parameters.iter().position(|parameter| parameter.key() == key)
    }

    fn value(&self, key: &str) -> Option<&Value> {
        self.index(key).map(|index| &self.values[index])
    }

    /// The number of a slider.
    ///
    /// # Panics
    /// If the demo does not declare a setting with this key. The same holds for the methods for other types.
    pub fn number(&self, key: Key<f64>) -> f64 {
        match self.value(key.name) {
            Some(Value::Number(number)) => *number,
            _ => undeclared(key.name),
        }
    }

    /// The option that is chosen.
    pub fn choice(&self, key: Key<Choice>) -> &'static str {
        match self.value(key.name) {
            Some(Value::Choice(option)) => option,
            _ => undeclared(key.name),
        }
    }

    /// The option that is chosen, of a setting made by [`Setting::options`].
    ///
    /// # Panics
    /// If the demo does not declare a setting with this key and these options.
    pub fn option<T: Options>(&self, key: Key<Choice>) -> T {
        let chosen = self.choice(key);
        let known = T::ALL.iter().find(|(id, _)| *id == chosen);
        known.unwrap_or_else(|| undeclared(key.name)).1
    }

    /// The options that are chosen, in their declared order.
    pub fn many(&self, key: Key<Many>) -> &[&'static str] {
        match self.value(key.name) {
            Some(Value::Many(options)) => options,
            _ => undeclared(key.name),
        }
    }

    /// Whether a toggle is on.
    pub fn toggle(&self, key: Key<bool>) -> bool {
        match self.value(key.name) {
            Some(Value::Toggle(on)) => *on,
            _ => undeclared(key.name),
        }
    }

    /// The text of the function that a reader has typed.
    pub fn expression(&self, key: Key<Expression>) -> &str {
        match self.value(key.name) {
            Some(Value::Expression(text)) => text,
            _ => undeclared(key.name),
        }
    }

    /// An activation with the parameters or the text of these settings. What has no setting has its default.
    pub fn function(&self, activation: &'static Activation) -> Function {
        if *activation == activations::OWN && self.index(OWN.name).is_some() {
            return Function::typed(self.expression(OWN));
        }
        Function::new(activation, |parameter| {
            let key = self.key_of(parameter);
            key.map_or(parameter.default, |key| self.number(key))
        })
    }

    /// The key of the setting for a function's parameter, if there is one.
    pub fn key_of(&self, parameter: &activations::Parameter) -> Option<Key<f64>> {
        self.parameters.iter().find_map(|setting| match &setting.kind {
            Kind::Slider(key, slider) if slider.parameter == Some(parameter) => Some(*key),
            _ => None,
        })
    }

    /// The activation that a choice names, with the parameters of these settings.
    ///
    /// # Panics
    /// If the demo does not declare a setting with this key, or if an option is not an activation.
    pub fn chosen_function(&self, key: Key<Choice>) -> Function {
        self.function(activation(self.choice(key)))
    }

    /// The activations that a list names, in their declared order.
    ///
    /// # Panics
    /// If the demo does not declare a setting with this key, or if an option is not an activation.
    pub fn chosen_activations(&self, key: Key<Many>) -> Vec<&'static Activation> {
        self.many(key).iter().map(|id| activation(id)).collect()
    }

    /// Sets a value from the text of a link or a control. An unknown key or an invalid text changes nothing.
    pub fn set(&mut self, key: &str, text: &str) {
        let Some(index) = self.index(key) else { return };
        if let Some(value) = self.parameters[index].parse(text) {
            self.values[index] = value;
            self.keep_apart(index);
        }
    }

    /// Sets a slider, clamped; NaN and infinities change nothing.
    pub fn set_number(&mut self, key: Key<f64>, number: f64) {
        let Some(index) = self.index(key.name) else { return };
        if let Kind::Slider(_, slider) = &self.parameters[index].kind
            && let Some(number) = slider.limited(number)
        {
            self.values[index] = Value::Number(number);
            self.keep_apart(index);
        }
    }

    /// Adds an option to a list (`on`) or removes it. A full list takes no more options.
    pub fn set_option(&mut self, key: Key<Many>, option: &str, on: bool) {
        let Some(index) = self.index(key.name) else { return };
        let Kind::Many { options, .. } = &self.parameters[index].kind else { return };
        let chosen = self.many(key);
        if on && chosen.len() >= MOST_OPTIONS {
            return;
        }
        let is_chosen = |known: &&str| if *known == option { on } else { chosen.contains(known) };
        self.values[index] = Value::Many(options.iter().copied().filter(is_chosen).collect());
    }

    /// Replaces the functions of the library: a list loses them, a choice gets its default.
    pub fn leave_out_library(&mut self) {
        let is_of_library =
            |id: &&'static str| Activation::find(id).is_some_and(Activation::is_of_library);
        for (parameter, value) in self.parameters.iter().zip(&mut self.values) {
            match value {
                Value::Many(options) => options.retain(|id| !is_of_library(id)),
                Value::Choice(option) if is_of_library(option) => *value = parameter.default(),
                _ => {}
            }
        }
    }

    /// Sets the values of a link: `key=value&key=value`. If a key comes twice, the later value counts. Unknown
    /// keys and invalid values are ignored.
    pub fn set_all(&mut self, pairs: &str) {
        // The ends of an interval are compared only after both have their values from the link.
        for (key, text) in split_pairs(pairs) {
            if let Some(index) = self.parameters.iter().position(|known| known.is_named(key))
                && let Some(value) = self.parameters[index].parse(text)
            {
                self.values[index] = value;
            }
        }
        for index in 0..self.parameters.len() {
            self.put_in_order(index);
        }
    }

    /// The values that differ from the defaults, as in a link.
    pub fn print(&self) -> String {
        let changed = self.parameters.iter().zip(&self.values);
        let pairs: Vec<String> = changed
            .filter(|(parameter, value)| parameter.default() != **value)
            .map(|(parameter, value)| format!("{}={}", parameter.key(), value.print()))
            .collect();
        pairs.join("&")
    }

    /// Sets a setting to its default.
    pub fn reset(&mut self, key: &str) {
        if let Some(index) = self.index(key) {
            self.values[index] = self.parameters[index].default();
            self.keep_apart(index);
        }
    }

    /// Sets these keys to their values in `before`.
    pub fn keep(&mut self, keys: &[&str], before: &Settings) {
        for key in keys {
            if let Some(index) = self.index(key) {
                self.values[index].clone_from(&before.values[index]);
            }
        }
    }

    pub fn is_default(&self, key: &str) -> bool {
        self.index(key).is_some_and(|index| self.values[index] == self.parameters[index].default())
    }

    /// Whether the control of this setting is shown.
    pub fn shows(&self, parameter: &Setting) -> bool {
        match parameter.shown {
            Shown::Always => true,
            Shown::On { key } => self.toggle(key),
            Shown::AtLeast { key, number } => self.number(key) >= number,
            Shown::With { keys, option } => keys.iter().any(|key| match *key {
                OptionKey::One(key) => self.choice(key) == option,
                OptionKey::Many(key) => self.many(key).contains(&option),
            }),
        }
    }

    /// Whether the option is chosen in the choice or the list with this name.
    pub fn has(&self, key: &str, option: &str) -> bool {
        match self.value(key) {
            Some(Value::Choice(chosen)) => *chosen == option,
            Some(Value::Many(chosen)) => chosen.contains(&option),
            Some(Value::Number(_) | Value::Toggle(_) | Value::Expression(_)) | None => false,
        }
    }

    /// Keeps the least distance between the ends of an interval after one end has moved: moves the other end if
    /// necessary.
    fn keep_apart(&mut self, index: usize) {
        let Some((key, slider, end)) = self.end(index) else { return };
        let Some(other) = self.index(end.other.name) else { return };
        let (low, high) = slider.limits;
        let (moved, resting) = (self.number(key), self.number(end.other));
        let (moved, resting) = match end.side {
            Side::Low => {
                let moved = moved.min(high - end.gap);
                (moved, resting.max(moved + end.gap))
            }
            Side::High => {
                let moved = moved.max(low + end.gap);
                (moved, resting.min(moved - end.gap))
            }
        };
        self.values[index] = Value::Number(moved);
        self.values[other] = Value::Number(resting);
    }

    /// Swaps the two ends of an interval if the low end is above the high end.
    fn put_in_order(&mut self, index: usize) {
        let Some((key, _, end)) = self.end(index) else { return };
        let (here, there) = (self.number(key), self.number(end.other));
        if end.side == Side::Low && here > there {
            let other = self.index(end.other.name).expect("checked by number()");
            self.values.swap(index, other);
        }
        self.keep_apart(index);
    }

    /// The setting at this index, if it is one end of an interval.
    fn end(&self, index: usize) -> Option<(Key<f64>, Slider, End)> {
        match self.parameters[index].kind {
            Kind::Slider(key, slider) => slider.end.map(|end| (key, slider, end)),
            _ => None,
        }
    }
}

/// The ids of all functions that can be chosen, as the options of a setting.
fn function_ids() -> Vec<&'static str> {
    activations::choices().map(|activation| activation.id).collect()
}

/// The activation that an option names.
fn activation(option: &str) -> &'static Activation {
    Activation::find(option).expect("the options are activations")
}

/// Never called in a tested demo: `tests/host/demos/settings.rs` reads every setting of every demo.
fn undeclared(key: &str) -> ! {
    panic!("the demo declares no setting `{key}` of this type")
}

/// Whether a word of a link means this id or key. Upper and lower case are the same, because some programs change
/// them. Other characters at the end are ignored, because messengers add a bracket, a full stop or a Korean
/// particle that follows the link.
pub fn is_meant(id: &str, word: &str) -> bool {
    let word = word.trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
    id.eq_ignore_ascii_case(word)
}

/// The number that a reader has typed or that a link contains; `None` if the text is not a number. It is infinite
/// if it is too large for an f64. The decimal point may be a comma, and the minus sign may be U+2212.
pub fn read_number(text: &str) -> Option<f64> {
    let plain = text.trim().replace('\u{2212}', "-").replace(',', ".");
    decimal::parse(&plain)
}

/// The pairs of `key=value&key=value`. Mail programs and chats that escape `&` leave `&amp;`.
pub fn split_pairs(pairs: &str) -> impl Iterator<Item = (&str, &str)> {
    pairs.split('&').filter_map(|pair| pair.trim_start_matches("amp;").split_once('='))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::LazyLock;

    const LIST: Key<Many> = Key::new("f");
    const MIN: Key<f64> = Key::new("min");
    const MAX: Key<f64> = Key::new("max");
    const SHOW: Key<Choice> = Key::new("show");
    const FIX: Key<bool> = Key::new("fix");
    const Y: Key<f64> = Key::new("y");

    static PARAMETERS: LazyLock<Vec<Setting>> = LazyLock::new(|| {
        let low = Slider::new(-10.0, 10.0, 0.1, -6.0).limits(-100.0, 100.0);
        let high = Slider { default: 6.0, ..low };
        vec![
            Setting::many(LIST, vec!["a", "b", "c"], vec!["a"]),
            Setting::slider(MIN, low.end(Side::Low, MAX, 0.5)),
            Setting::slider(MAX, high.end(Side::High, MIN, 0.5)),
            Setting::choice(SHOW, vec!["both", "value"], "both"),
            Setting::toggle(FIX, false),
            Setting::slider(Y, Slider::new(0.0, 1.0, 0.1, 0.5)).shown(Shown::On { key: FIX }),
            Setting::slider(Key::new("slope"), Slider::new(0.0, 1.0, 0.1, 0.5))
                .shown(Shown::With { keys: &[OptionKey::Many(LIST)], option: "b" }),
            Setting::slider(Key::new("third"), Slider::new(0.0, 1.0, 0.1, 0.5))
                .shown(Shown::AtLeast { key: MAX, number: 7.0 }),
        ]
    });

    fn settings(pairs: &str) -> Settings {
        let mut settings = Settings::new(&PARAMETERS);
        settings.set_all(pairs);
        settings
    }

    #[test]
    fn a_function_s_parameters_are_those_of_the_demo_or_their_defaults() {
        const TAKEN: [Key<f64>; 1] = [Key::new("w1")];
        let all = Setting::of_functions(&[OptionKey::Many(LIST)], &TAKEN);
        let all: &'static [Setting] = Vec::leak(all.collect());
        let mut settings = Settings::new(all);
        // The short key w1 is that of another setting, so that all of maxout's keys are long.
        settings.set_all("slope=0.25&elu.alpha=2&w1=3&b1=3&maxout.w1=2");
        let function = |id| settings.function(Activation::find(id).expect(id));
        assert_eq!(function("leaky-relu").parameters(), [0.25]);
        assert_eq!(function("elu").parameters(), [2.0]);
        assert_eq!(function("maxout").parameters(), [2.0, 0.0, 1.0, 0.0]);
        assert_eq!(settings.print(), "slope=0.25&alpha=2&maxout.w1=2");
        let none = Settings::new(&[]).function(Activation::find("elu").expect("ELU"));
        assert_eq!(none.parameters(), [1.0]);
    }

    #[test]
    fn numbers_are_clamped_and_nan_is_refused() {
        assert_eq!(settings("max=1000").number(MAX), 100.0);
        assert_eq!(settings("max=12.5").number(MAX), 12.5);
        for text in ["NaN", "inf", "-inf", "1e999", "", "six", "6 6", "1,2,3", "1.000,5"] {
            assert_eq!(settings(&format!("max={text}")).number(MAX), 6.0, "{text}");
        }
        assert!(settings("y=-0").number(Y).is_sign_positive());
    }

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (text, number) in [
            ("0,5", 0.5),
            ("0.5", 0.5),
            (" -3 ", -3.0),
            ("\u{2212}3", -3.0),
            ("+2", 2.0),
            ("1e-3", 1e-3),
            ("1E2", 100.0),
            (".5", 0.5),
            ("1e999", f64::INFINITY),
        ] {
            assert_eq!(read_number(text), Some(number), "{text}");
        }
        for text in ["", "-", "1.000,5", "1,000,000", "inf", "nan", "1e", "e5", "0x10", "1 000"] {
            assert_eq!(read_number(text), None, "{text}");
        }
    }

    #[test]
    fn capitals_make_no_difference() {
        assert_eq!(settings("F=C,A&SHOW=Value&Max=8").print(), "f=a,c&max=8&show=value");
    }

    #[test]
    fn what_a_messenger_adds_at_the_end_is_left_out() {
        for end in [")", ").", "]", "\">", "”", "을", "에서.", "…", " ,"] {
            assert_eq!(settings(&format!("f=c&max=-1{end}")).number(MAX), -1.0, "{end}");
            assert_eq!(settings(&format!("f=a,c{end}")).many(LIST), ["a", "c"], "{end}");
            assert_eq!(settings(&format!("show=value{end}")).choice(SHOW), "value", "{end}");
            assert!(settings(&format!("fix=1{end}")).toggle(FIX), "{end}");
        }
        assert_eq!(settings("f=)").many(LIST), [""; 0]);
    }

    #[test]
    fn whole_numbers_are_rounded() {
        let depth = Setting::slider(Key::new("depth"), Slider::whole(1.0, 100.0, 10.0));
        assert_eq!(depth.parse("3.6"), Some(Value::Number(4.0)));
        assert_eq!(depth.parse("0.2"), Some(Value::Number(1.0)));
    }

    #[test]
    fn the_ends_of_an_interval_stay_apart() {
        let mut settings = settings("");
        settings.set("min", "9");
        assert_eq!((settings.number(MIN), settings.number(MAX)), (9.0, 9.5));
        settings.set("max", "-100");
        assert_eq!((settings.number(MIN), settings.number(MAX)), (-100.0, -99.5));
        settings.reset("min");
        assert_eq!((settings.number(MIN), settings.number(MAX)), (-6.0, -5.5));
    }

    #[test]
    fn a_link_with_its_ends_swapped_is_put_in_order() {
        let swapped = settings("min=5&max=-5");
        assert_eq!((swapped.number(MIN), swapped.number(MAX)), (-5.0, 5.0));
        let equal = settings("min=100&max=100");
        assert_eq!((equal.number(MIN), equal.number(MAX)), (99.5, 100.0));
    }

    #[test]
    fn lists_keep_the_declared_order_and_drop_the_unknown() {
        assert_eq!(settings("f=c,x,a").many(LIST), ["a", "c"]);
        assert_eq!(settings("f=").many(LIST), [""; 0]);
        assert_eq!(settings("f=x,y").many(LIST), ["a"]);
        assert_eq!(settings("f=b,b,b").many(LIST), ["b"]);
        let mut added = settings("");
        added.set_option(LIST, "b", true);
        added.set_option(LIST, "a", false);
        assert_eq!(added.many(LIST), ["b"]);
    }

    #[derive(Debug, Clone, Copy, PartialEq)]
    enum Part {
        One,
        Two,
    }

    impl Options for Part {
        const ALL: &'static [(&'static str, Self)] = &[("one", Part::One), ("two", Part::Two)];
    }

    #[test]
    fn options_have_a_type() {
        let mut settings = Settings::new(Vec::leak(vec![Setting::options(SHOW, Part::Two)]));
        assert_eq!(settings.option::<Part>(SHOW), Part::Two);
        settings.set("show", "one");
        assert_eq!(settings.option::<Part>(SHOW), Part::One);
        assert_eq!(Part::Two.id(), "two");
    }

    #[test]
    fn a_full_list_takes_no_more() {
        const ALL: [&str; 10] = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"];
        let list = vec![Setting::many(LIST, ALL.to_vec(), Vec::new())];
        let mut settings = Settings::new(Vec::leak(list));
        settings.set_all("f=j,i,h,g,f,e,d,c,b,a");
        // The first ones that the link names.
        assert_eq!(settings.many(LIST), &ALL[2..]);
        settings.set_option(LIST, "a", true);
        assert_eq!(settings.many(LIST), &ALL[2..]);
        settings.set_option(LIST, "c", false);
        settings.set_option(LIST, "a", true);
        assert_eq!(settings.many(LIST), ["a", "d", "e", "f", "g", "h", "i", "j"]);
    }

    #[test]
    fn controls_show_only_when_they_matter() {
        let shown = |settings: &Settings| -> Vec<&str> {
            let all = settings.parameters().iter();
            all.filter(|p| p.shown != Shown::Always && settings.shows(p))
                .map(Setting::key)
                .collect()
        };
        assert_eq!(shown(&settings("")), [""; 0]);
        assert_eq!(shown(&settings("fix=1")), ["y"]);
        assert_eq!(shown(&settings("f=a,b")), ["slope"]);
        assert_eq!(shown(&settings("max=6.9")), [""; 0]);
        assert_eq!(shown(&settings("max=7")), ["third"]);
    }

    #[test]
    fn defaults_are_left_out() {
        assert_eq!(settings("f=a&show=both&min=-6").print(), "");
        assert_eq!(settings("show=value&amp;fix=1&f=").print(), "f=&show=value&fix=1");
    }

    #[test]
    fn a_functions_parameter_gets_about_a_hundred_steps() {
        let step = |min, max| {
            let (key, alias, symbol) = ("", None, "");
            let parameter = activations::Parameter { key, alias, symbol, min, max, default: 1.0 };
            Slider::of(Box::leak(Box::new(parameter))).step
        };
        // powi and the product may round in the last place.
        for (got, want) in [(step(0.0, 1.0), 0.01), (step(0.1, 5.0), 0.02), (step(-5.0, 5.0), 0.1)]
        {
            assert!((got - want).abs() < 1e-15, "{got} {want}");
        }
    }
}
