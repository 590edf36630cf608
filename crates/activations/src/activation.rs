//! An activation function as a value, and a function with fixed parameters.

use crate::code::Language;
use crate::facts::Facts;
use crate::facts::Sides;
use crate::functions::choices;
use crate::library;
use crate::own::{self, OWN, Own};
use wide::f32x4;

/// The largest number of parameters of a function (maxout has four).
pub const MAX_PARAMETERS: usize = 4;

/// An activation function as a value: its names for links, its parameters and its [`Body`].
///
/// A program that loads its code in parts has these declarations from the start, and the bodies of [`LIBRARY`] when they
/// are needed.
///
/// [`LIBRARY`]: crate::LIBRARY
#[derive(Debug)]
pub struct Activation {
    /// Permanent and lowercase, because links contain it. Equals the file's name with `-` for `_`.
    pub id: &'static str,
    pub family: Family,
    /// The place of the function in the lesson. `None` if it belongs to the library only.
    pub lesson: Option<Lesson>,
    /// The parameters, in the order in which the functions of the body take them.
    pub parameters: &'static [Parameter],
    /// The straight lines that the function is made of, each as the places of its slope and its intercept in
    /// `parameters`. Empty if the parameters are no lines.
    pub lines: &'static [[usize; 2]],
    /// `None` for a function of the library, whose body [`Activation::body`] finds.
    pub body: Option<&'static Body>,
}

/// The computation and the properties of an activation function.
///
/// `value` and `gradient` never return NaN if x is finite or infinite and the parameters are within their
/// ranges. At an infinite x they return the limit, and where there is none, the middle of what they oscillate between.
#[derive(Debug)]
pub struct Body {
    /// f(x) in LaTeX.
    pub formula: &'static str,
    /// f′(x) in LaTeX, without a value at a kink.
    pub derivative: &'static str,
    /// The paper that introduced the function or made it common.
    pub source: Source,
    /// f(x), from x and the parameters. [`Function`] passes parameters that are within their ranges.
    pub value: fn(f64, &[f64]) -> f64,
    /// f′(x); at a kink, [`Kink::convention`].
    pub gradient: fn(f64, &[f64]) -> f64,
    /// See [`Function::simd`].
    pub simd: fn(&mut [f32x4], &mut [f32x4], &[f64]),
    /// The places where f is not differentiable, from left to right.
    pub kinks: fn(&[f64]) -> Vec<Kink>,
    pub facts: fn(&[f64]) -> Facts,
}

/// A group of functions with a similar shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    /// Rises from one level to another.
    SShaped,
    /// Rises with positive inputs, flat or nearly flat for negative ones, with a corner or a jump between them.
    Rectifier,
    /// Like a rectifier, with a curve instead of a straight line or a kink.
    SmoothRectifier,
    /// The input times a function of itself.
    Gated,
    /// Flat around 0.
    Shrinkage,
    Periodic,
    /// Goes to 0 on both sides.
    Bump,
    Other,
}

/// The place of a function in the lesson.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lesson {
    /// The permanent place of the function's colour in a palette. No other function of the lesson has it.
    pub colour: usize,
    /// Whether the lesson explains the function. The others are there for comparison.
    pub is_taught: bool,
}

/// A parameter of a function.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Parameter {
    /// The id of the function, a dot and the parameter's own name: `elu.alpha`. Permanent, because links contain
    /// it where there is no alias.
    pub key: &'static str,
    /// A short key for links, which no other parameter has. Only the functions of the lesson have one.
    pub alias: Option<&'static str>,
    /// The symbol in formulas, as plain text: `α`.
    pub symbol: &'static str,
    /// The closed range of the parameter.
    pub min: f64,
    pub max: f64,
    pub default: f64,
}

impl Parameter {
    /// The parameter's own name, `alpha` for `elu.alpha`. It is the parameter's name in code.
    pub fn name(&self) -> &'static str {
        self.key.rsplit('.').next().unwrap_or(self.key)
    }

    /// The key in links: the alias if there is one.
    pub fn link_key(&self) -> &'static str {
        self.alias.unwrap_or(self.key)
    }
}

/// The paper in which a function was introduced or made common.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Source {
    pub authors: &'static str,
    pub year: u16,
    pub title: &'static str,
    /// The journal with volume and pages, the conference, or the arXiv number.
    pub venue: &'static str,
}

/// A place where a function is not differentiable.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Kink {
    /// The position on the x axis.
    pub at: f64,
    /// The one-sided limits of f. They differ only where f jumps.
    pub values: Sides,
    /// The one-sided limits of f′.
    pub slopes: Sides,
    /// The value of f′ that this page uses at the kink; `gradient` returns it.
    pub convention: f64,
    /// The values of f′ that frameworks return at the kink.
    pub frameworks: Frameworks,
}

/// The slope that each framework returns at a kink. `None` if the framework has no such function or no
/// derivative of it, or if the value is not known. Keras has the slope that it returns both on JAX and on TensorFlow;
/// it is `None` where they differ.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frameworks {
    pub pytorch: Option<f64>,
    pub jax: Option<f64>,
    pub keras: Option<f64>,
}

impl Frameworks {
    /// No framework returns a slope.
    pub const NONE: Frameworks = Frameworks { pytorch: None, jax: None, keras: None };

    /// All frameworks return the same slope.
    pub const fn all(slope: f64) -> Self {
        Frameworks { pytorch: Some(slope), jax: Some(slope), keras: Some(slope) }
    }

    /// The frameworks that return a slope, by name.
    pub fn slopes(&self) -> impl Iterator<Item = (&'static str, f64)> {
        let all = [("PyTorch", self.pytorch), ("JAX", self.jax), ("Keras", self.keras)];
        all.into_iter().filter_map(|(name, slope)| Some((name, slope?)))
    }
}

impl Kink {
    /// The kinks of a function that is differentiable everywhere, whatever its parameters.
    pub fn none(_: &[f64]) -> Vec<Kink> {
        Vec::new()
    }

    /// Whether f itself jumps, and not only its slope.
    pub fn is_jump(&self) -> bool {
        self.values.left != self.values.right
    }
}

impl Activation {
    /// The function with this id, if there is one.
    pub fn find(id: &str) -> Option<&'static Activation> {
        choices().find(|activation| activation.id == id)
    }

    /// Whether the function does not belong to the lesson, so that its computation may come later.
    pub fn is_of_library(&self) -> bool {
        self.lesson.is_none()
    }

    /// The computation and the properties. Before the library has been [installed](crate::library::install), where that
    /// is needed, a function of the library is 0 everywhere.
    pub fn body(&self) -> &'static Body {
        self.body.unwrap_or_else(|| library::body(self.id))
    }

    /// Whether the lesson explains the function.
    pub fn is_taught(&self) -> bool {
        self.lesson.is_some_and(|lesson| lesson.is_taught)
    }
}

impl PartialEq for Activation {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

/// An activation with fixed parameters, or a typed function: a function of x alone.
#[derive(Debug, Clone, Copy)]
pub struct Function {
    /// The function itself.
    pub activation: &'static Activation,
    computation: Computation,
    parameters: [f64; MAX_PARAMETERS],
}

/// Where the values of a function come from.
#[derive(Debug, Clone, Copy)]
enum Computation {
    Declared(&'static Body),
    Typed(&'static dyn Own),
}

impl PartialEq for Function {
    fn eq(&self, other: &Self) -> bool {
        self.activation == other.activation
            && self.parameters == other.parameters
            && self.text() == other.text()
    }
}

impl Function {
    /// `number` returns the number for each parameter. It is clamped to the parameter's range; NaN becomes the
    /// default. [`OWN`] is the function of its first text.
    pub fn new(
        activation: &'static Activation,
        number: impl Fn(&'static Parameter) -> f64,
    ) -> Self {
        if *activation == OWN {
            return Function::typed(own::FIRST);
        }
        let mut parameters = [0.0; MAX_PARAMETERS];
        for (slot, declared) in parameters.iter_mut().zip(activation.parameters) {
            let number = number(declared);
            *slot = if number.is_nan() {
                declared.default
            } else {
                number.clamp(declared.min, declared.max)
            };
        }
        Function { activation, computation: Computation::Declared(activation.body()), parameters }
    }

    /// The function with all parameters at their defaults.
    pub fn with_defaults(activation: &'static Activation) -> Self {
        Function::new(activation, |parameter| parameter.default)
    }

    /// The function of a text that a reader has typed. It has no value anywhere if the text cannot be read.
    pub fn typed(text: &str) -> Self {
        let computation = Computation::Typed(own::read(text).unwrap_or(&own::Unread));
        Function { activation: &OWN, computation, parameters: [0.0; MAX_PARAMETERS] }
    }

    /// The text, if the function was typed.
    pub fn text(&self) -> Option<&'static str> {
        match self.computation {
            Computation::Declared(_) => None,
            Computation::Typed(own) => Some(own.text()),
        }
    }

    /// f and f′ as code, if the function was typed.
    pub fn typed_code(&self, language: Language) -> Option<String> {
        match self.computation {
            Computation::Declared(_) => None,
            Computation::Typed(own) => Some(own.code(language)),
        }
    }

    /// The parameters in their declared order.
    pub fn parameters(&self) -> &[f64] {
        &self.parameters[..self.activation.parameters.len()]
    }

    /// f(x); NaN where a typed function has no value.
    pub fn value(&self, x: f64) -> f64 {
        match self.computation {
            Computation::Declared(body) => (body.value)(x, self.parameters()),
            Computation::Typed(own) => own.value(x),
        }
    }

    /// f′(x); at a kink, [`Kink::convention`].
    pub fn gradient(&self, x: f64) -> f64 {
        match self.computation {
            Computation::Declared(body) => (body.gradient)(x, self.parameters()),
            Computation::Typed(own) => own.gradient(x),
        }
    }

    /// f and f′ of many numbers at once in f32. Each z in `values` is replaced by f(z), and f′(z) is written
    /// to `slopes`, which has the same length.
    ///
    /// At a kink, f′ is the value of [`Function::gradient`]. Values and slopes are within 3e−7 of those in
    /// f64, relative to the larger of 1 and themselves. NaN gives NaN for f, so that an overflow in a network
    /// is visible. ±∞ gives the limit, or NaN where it is multiplied by a slope of 0. The bits are the same on
    /// every machine.
    pub fn simd(&self, values: &mut [f32x4], slopes: &mut [f32x4]) {
        match self.computation {
            Computation::Declared(body) => (body.simd)(values, slopes, self.parameters()),
            Computation::Typed(own) => own.simd(values, slopes),
        }
    }

    /// The places where f is not differentiable, from left to right.
    pub fn kinks(&self) -> Vec<Kink> {
        match self.computation {
            Computation::Declared(body) => (body.kinks)(self.parameters()),
            Computation::Typed(own) => own.kinks().to_vec(),
        }
    }

    /// The kink at x, if x is one.
    pub fn kink_at(&self, x: f64) -> Option<Kink> {
        self.kinks().into_iter().find(|kink| kink.at == x)
    }

    /// The properties of f with these parameters.
    pub fn facts(&self) -> Facts {
        match self.computation {
            Computation::Declared(body) => (body.facts)(self.parameters()),
            Computation::Typed(own) => own.facts().clone(),
        }
    }
}
