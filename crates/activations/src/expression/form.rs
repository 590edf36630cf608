//! What the steps of an expression tell about the whole without computing it.

use super::builtin::Builtin;
use super::{Expression, Step};
use crate::{Graph, Parity, Smoothness};

/// The form of an expression or of a part of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Form {
    /// Whether it does not depend on x, and its value.
    number: Option<f64>,
    /// Whether it is a·x + b for all x.
    pub is_line: bool,
    /// Whether it has a value and all derivatives for all x.
    pub is_smooth: bool,
    /// What the steps tell of its sign.
    sign: Option<Sign>,
    /// Its symmetry, if the steps tell it. Never [`Parity::Neither`], which they cannot tell.
    pub parity: Option<Parity>,
}

/// A sign that holds for all x.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    Positive,
    NotNegative,
}

impl Expression {
    /// The form of the expression.
    pub(crate) fn form(&self) -> Form {
        let mut stack: Vec<Form> = Vec::new();
        for step in &self.steps {
            let rest = stack.split_off(stack.len() - step.takes());
            stack.push(form(step, &rest));
        }
        stack.pop().unwrap_or(Form::UNKNOWN)
    }
}

impl Form {
    const UNKNOWN: Form =
        Form { number: None, is_line: false, is_smooth: false, sign: None, parity: None };

    fn of_number(number: f64) -> Self {
        let is_finite = number.is_finite();
        let parity = Some(Parity::Even);
        let sign = if number > 0.0 {
            Some(Sign::Positive)
        } else {
            (number == 0.0).then_some(Sign::NotNegative)
        };
        Form { number: Some(number), is_line: is_finite, is_smooth: is_finite, sign, parity }
    }

    /// The symmetry of g(self), from that of g.
    fn composed(self, outer: Option<Parity>) -> Option<Parity> {
        match (self.parity?, outer) {
            (Parity::Even, _) => Some(Parity::Even),
            (Parity::Odd, outer) => outer,
            _ => None,
        }
    }

    fn is_positive(self) -> bool {
        self.sign == Some(Sign::Positive)
    }

    fn is_nonzero(self) -> bool {
        self.is_positive() || self.number.is_some_and(|number| number < 0.0 && number.is_finite())
    }
}

/// The sign of a product or a quotient.
fn sign_of_product(a: Form, b: Form) -> Option<Sign> {
    let are_positive = a.is_positive() && b.is_positive();
    let is_known = a.sign.is_some() && b.sign.is_some();
    is_known.then_some(if are_positive { Sign::Positive } else { Sign::NotNegative })
}

/// The sign of a sum.
fn sign_of_sum(a: Form, b: Form) -> Option<Sign> {
    let is_positive = a.is_positive() || b.is_positive();
    let is_known = a.sign.is_some() && b.sign.is_some();
    is_known.then_some(if is_positive { Sign::Positive } else { Sign::NotNegative })
}

/// The symmetry of a product or a quotient.
fn of_product(a: Form, b: Form) -> Option<Parity> {
    Some(if a.parity? == b.parity? { Parity::Even } else { Parity::Odd })
}

fn form(step: &Step, arguments: &[Form]) -> Form {
    // A part without x is a number, whatever it is made of.
    if !matches!(step, Step::X) && arguments.iter().all(|part| part.number.is_some()) {
        let value = Expression { steps: parts(step, arguments) }.value(0.0);
        return Form::of_number(value);
    }
    match (step, arguments) {
        (Step::X, _) => {
            Form { is_line: true, is_smooth: true, parity: Some(Parity::Odd), ..Form::UNKNOWN }
        }
        (Step::Negate, [a]) => Form { sign: None, ..*a },
        (Step::Add | Step::Subtract, [a, b]) => Form {
            is_line: a.is_line && b.is_line,
            is_smooth: a.is_smooth && b.is_smooth,
            sign: if *step == Step::Add { sign_of_sum(*a, *b) } else { None },
            parity: if a.parity == b.parity { a.parity } else { None },
            ..Form::UNKNOWN
        },
        (Step::Multiply, [a, b]) => Form {
            is_line: (a.number.is_some() && b.is_line) || (b.number.is_some() && a.is_line),
            is_smooth: a.is_smooth && b.is_smooth,
            sign: sign_of_product(*a, *b),
            parity: of_product(*a, *b),
            ..Form::UNKNOWN
        },
        (Step::Divide, [a, b]) => Form {
            is_line: a.is_line && b.number.is_some() && b.is_nonzero(),
            is_smooth: a.is_smooth && b.is_smooth && b.is_nonzero(),
            sign: if b.is_positive() { sign_of_product(*a, *b) } else { None },
            parity: of_product(*a, *b),
            ..Form::UNKNOWN
        },
        (Step::Power, [a, b]) => power(*a, *b),
        (Step::Call(builtin), [a]) => call(*builtin, *a),
        (Step::Activation(function), [a]) => {
            let facts = function.facts();
            let parity = Some(facts.parity).filter(|it| matches!(it, Parity::Odd | Parity::Even));
            Form {
                is_line: a.is_line && facts.graph == Graph::Line,
                is_smooth: a.is_smooth && facts.smoothness == Smoothness::Infinite,
                parity: a.composed(parity),
                ..Form::UNKNOWN
            }
        }
        (Step::Larger | Step::Smaller, [a, b]) => {
            let is_even = a.parity == Some(Parity::Even) && b.parity == Some(Parity::Even);
            Form { parity: is_even.then_some(Parity::Even), ..Form::UNKNOWN }
        }
        _ => Form::UNKNOWN,
    }
}

/// A power: known for whole exponents from 0 on, and for a positive number to the power of a part.
fn power(a: Form, b: Form) -> Form {
    /// Beyond it, not every f64 differs from its neighbour by less than 1, and odd and even mean nothing.
    const LARGEST: f64 = 1e6;
    let whole =
        b.number.filter(|exponent| exponent.fract() == 0.0 && (0.0..=LARGEST).contains(exponent));
    if let Some(exponent) = whole {
        let is_even = exponent % 2.0 == 0.0;
        return Form {
            is_line: exponent == 0.0 || (exponent == 1.0 && a.is_line),
            is_smooth: a.is_smooth,
            sign: if a.is_positive() {
                Some(Sign::Positive)
            } else {
                (is_even || a.sign.is_some()).then_some(Sign::NotNegative)
            },
            parity: a.composed(Some(if is_even { Parity::Even } else { Parity::Odd })),
            ..Form::UNKNOWN
        };
    }
    let sign = a.is_positive().then_some(Sign::Positive);
    let is_smooth = a.is_positive() && a.is_smooth && b.is_smooth;
    let parity = match (a.parity, b.parity) {
        (Some(Parity::Even), Some(Parity::Even)) => Some(Parity::Even),
        _ => None,
    };
    Form { is_smooth, sign, parity, ..Form::UNKNOWN }
}

fn call(builtin: Builtin, a: Form) -> Form {
    let (is_smooth, parity) = match builtin {
        Builtin::Exp => (true, None),
        Builtin::Sin | Builtin::Sinh | Builtin::Tanh | Builtin::Atan | Builtin::Erf => {
            (true, Some(Parity::Odd))
        }
        Builtin::Cos | Builtin::Cosh => (true, Some(Parity::Even)),
        Builtin::Log | Builtin::Sqrt => (a.is_positive(), None),
        Builtin::Tan | Builtin::Sign => (false, Some(Parity::Odd)),
        Builtin::Abs => (false, Some(Parity::Even)),
        Builtin::Relu | Builtin::Step => (false, None),
    };
    let sign = match builtin {
        Builtin::Exp | Builtin::Cosh => Some(Sign::Positive),
        Builtin::Sqrt if a.is_positive() => Some(Sign::Positive),
        Builtin::Sqrt | Builtin::Abs | Builtin::Relu | Builtin::Step => Some(Sign::NotNegative),
        _ => None,
    };
    Form { is_smooth: is_smooth && a.is_smooth, sign, parity: a.composed(parity), ..Form::UNKNOWN }
}

/// The steps that compute a step of numbers.
fn parts(step: &Step, arguments: &[Form]) -> Vec<Step> {
    let numbers = arguments.iter().filter_map(|part| part.number).map(Step::Number);
    numbers.chain([step.clone()]).collect()
}
