//! The functions that an expression has beside those of the crate.

use super::Dual;

/// A function of one number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Builtin {
    Exp,
    Log,
    Sqrt,
    Abs,
    Sign,
    Sin,
    Cos,
    Tan,
    Sinh,
    Cosh,
    Tanh,
    Atan,
    Erf,
    /// A comparison of the argument with 0 changes the branch, as in ReLU.
    Relu,
    Step,
}

/// The names of the functions of one number. `min` and `max` take two or more, `clip` takes three, and `if` takes a
/// comparison and two.
///
/// At a kink, `abs`, `sign`, `relu`, `step` and `clip` have the slope 0, and `max` and `min` that of their first argument.
pub const NAMES: [(&str, Builtin); 17] = [
    ("exp", Builtin::Exp),
    ("ln", Builtin::Log),
    ("log", Builtin::Log),
    ("sqrt", Builtin::Sqrt),
    ("abs", Builtin::Abs),
    ("sign", Builtin::Sign),
    ("sin", Builtin::Sin),
    ("cos", Builtin::Cos),
    ("tan", Builtin::Tan),
    ("sinh", Builtin::Sinh),
    ("cosh", Builtin::Cosh),
    ("tanh", Builtin::Tanh),
    ("atan", Builtin::Atan),
    ("arctan", Builtin::Atan),
    ("erf", Builtin::Erf),
    ("relu", Builtin::Relu),
    ("step", Builtin::Step),
];

impl Builtin {
    /// The function with this name.
    pub fn find(name: &str) -> Option<Builtin> {
        NAMES.iter().find(|(known, _)| *known == name).map(|(_, builtin)| *builtin)
    }

    /// Whether the function has a kink or a jump where its argument is 0.
    pub fn breaks_at_zero(self) -> bool {
        matches!(self, Builtin::Abs | Builtin::Sign | Builtin::Relu | Builtin::Step)
    }

    /// The function of a number that is known with its slope.
    pub fn of(self, x: Dual) -> Dual {
        use std::f64::consts::FRAC_2_SQRT_PI;
        let u = x.value;
        let sign = if u > 0.0 {
            1.0
        } else if u < 0.0 {
            -1.0
        } else {
            u * 0.0
        };
        let (value, slope) = match self {
            Builtin::Exp => (u.exp(), u.exp()),
            Builtin::Log => (u.ln(), 1.0 / u),
            Builtin::Sqrt => (u.sqrt(), 0.5 / u.sqrt()),
            Builtin::Abs => (u.abs(), sign),
            Builtin::Sign => (sign, 0.0),
            Builtin::Sin => (u.sin(), u.cos()),
            Builtin::Cos => (u.cos(), -u.sin()),
            Builtin::Tan => (u.tan(), 1.0 + u.tan() * u.tan()),
            Builtin::Sinh => (u.sinh(), u.cosh()),
            Builtin::Cosh => (u.cosh(), u.sinh()),
            // 1 − tanh² would lose the digits of the tails.
            Builtin::Tanh => (u.tanh(), 1.0 / (u.cosh() * u.cosh())),
            Builtin::Atan => (u.atan(), 1.0 / (1.0 + u * u)),
            Builtin::Erf => (libm::erf(u), FRAC_2_SQRT_PI * (-u * u).exp()),
            Builtin::Relu => (if u > 0.0 { u } else { u * 0.0 }, sign.max(0.0)),
            Builtin::Step => (if u >= 0.0 { 1.0 } else { u * 0.0 }, 0.0),
        };
        x.through(value, slope)
    }
}
