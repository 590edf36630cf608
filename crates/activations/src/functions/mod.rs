//! The functions, one file for each.

pub mod arctan;
pub mod celu;
pub mod elu;
pub mod exponential;
pub mod gaussian;
pub mod gelu;
pub mod gelu_tanh;
pub mod hard_sigmoid;
pub mod hard_swish;
pub mod hard_tanh;
pub mod hardshrink;
pub mod identity;
pub mod laplace;
pub mod leaky_relu;
pub mod lecun_tanh;
pub mod log_sigmoid;
pub mod maxout;
pub mod mish;
pub mod quick_gelu;
pub mod relu;
pub mod relu6;
pub mod selu;
pub mod sigmoid;
pub mod silu;
pub mod sine;
pub mod smelu;
pub mod snake;
pub mod softplus;
pub mod softshrink;
pub mod softsign;
pub mod sparse_plus;
pub mod sparse_sigmoid;
pub mod squared_relu;
pub mod squareplus;
pub mod step;
pub mod swish;
pub mod tanh;
pub mod tanhshrink;
pub mod threshold;
pub mod xielu;

use crate::Activation;
use crate::library::Entry;
use crate::own::OWN;

/// The lists that are made from one list of functions, each given as its module and its id.
macro_rules! lists {
    (
        $(#[$of_functions:meta])* $functions:ident,
        $(#[$of_code:meta])* $code:ident,
        $(#[$of_names:meta])* $names:ident,
        $(#[$of_bodies:meta])* $bodies:ident;
        $($module:ident = $id:literal,)*
    ) => {
        $(#[$of_functions])*
        pub static $functions: &[Activation] = &[$($module::ACTIVATION),*];
        $(#[$of_code])*
        static $code: &[(&str, &str)] = &[$(($id, include_str!(concat!("code/", $id, ".md")))),*];
        $(#[$of_names])*
        static $names: &[(&str, &str)] = &[$(($id, include_str!(concat!("names/", $id, ".txt")))),*];
        $(#[$of_bodies])*
        pub static $bodies: &[Entry] = &[$(($id, &$module::BODY)),*];
    };
}

lists! {
    /// The functions of the lesson, in the order in which pickers show them.
    ALL,
    /// The code of these functions, by id. It is not in [`Body`](crate::Body), so that a program that shows no code need
    /// not contain it.
    CODE,
    /// The names of these functions in frameworks and elsewhere, by id.
    NAMES,
    /// The bodies of these functions, by id.
    LESSON_BODIES;
    sigmoid = "sigmoid",
    tanh = "tanh",
    relu = "relu",
    leaky_relu = "leaky-relu",
    elu = "elu",
    maxout = "maxout",
    identity = "identity",
    step = "step",
}

lists! {
    /// The other functions: those of the libraries, and others that courses and papers name. Functions of a family stand
    /// together.
    LIBRARY,
    /// The code of these functions, by id.
    LIBRARY_CODE,
    /// The names of these functions in frameworks and elsewhere, by id.
    LIBRARY_NAMES,
    /// The bodies of these functions, by id.
    BODIES;
    hard_sigmoid = "hard-sigmoid",
    hard_tanh = "hard-tanh",
    softsign = "softsign",
    arctan = "arctan",
    lecun_tanh = "lecun-tanh",
    sparse_sigmoid = "sparse-sigmoid",
    log_sigmoid = "log-sigmoid",
    laplace = "laplace",
    relu6 = "relu6",
    squared_relu = "squared-relu",
    threshold = "threshold",
    selu = "selu",
    celu = "celu",
    softplus = "softplus",
    squareplus = "squareplus",
    sparse_plus = "sparse-plus",
    smelu = "smelu",
    gelu = "gelu",
    gelu_tanh = "gelu-tanh",
    quick_gelu = "quick-gelu",
    silu = "silu",
    swish = "swish",
    hard_swish = "hard-swish",
    mish = "mish",
    xielu = "xielu",
    tanhshrink = "tanhshrink",
    softshrink = "softshrink",
    hardshrink = "hardshrink",
    sine = "sine",
    snake = "snake",
    gaussian = "gaussian",
    exponential = "exponential",
}

/// Every function: those of the lesson, then those of the library.
pub fn all() -> impl Iterator<Item = &'static Activation> + Clone {
    ALL.iter().chain(LIBRARY)
}

/// Every function that can be chosen: [`all`], and the one that a reader types.
pub fn choices() -> impl Iterator<Item = &'static Activation> + Clone {
    all().chain([&OWN])
}

/// f and f′ of a function as code: Markdown with a section and a block for each language. `@` and a parameter's name
/// stand for the number of that parameter, `@formula` and `@derivative` for the LaTeX of the function.
///
/// With the feature `apart` there is none for a function of the library.
pub fn code(activation: &Activation) -> Option<&'static str> {
    of(CODE, activation)
        .or_else(|| if cfg!(feature = "apart") { None } else { of(LIBRARY_CODE, activation) })
}

/// [`code`], which with the feature `apart` has the functions of the library, too.
pub(crate) fn any_code(activation: &Activation) -> Option<&'static str> {
    of(CODE, activation).or_else(|| of(LIBRARY_CODE, activation))
}

/// The names of a function in frameworks and elsewhere, as lines of `Where: name, name`.
pub(crate) fn names(activation: &Activation) -> &'static str {
    of(NAMES, activation).or_else(|| of(LIBRARY_NAMES, activation)).unwrap_or_default()
}

fn of(texts: &[(&str, &'static str)], activation: &Activation) -> Option<&'static str> {
    texts.iter().find(|(id, _)| *id == activation.id).map(|(_, text)| *text)
}
