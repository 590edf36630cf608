//! Dual numbers for automatic differentiation in forward mode. Their rules follow from Clifford's algebra
//! over 1 and ε with ε² = 0.

use std::ops::Add;
use std::ops::Div;
use std::ops::Mul;
use std::ops::Neg;
use std::ops::Sub;

use activations::Function;

/// A number and its derivative, `re + eps · ε`.
#[derive(Debug, Clone, Copy)]
pub struct Dual {
    pub re: f64,
    pub eps: f64,
}

impl Dual {
    /// The variable of differentiation at this place.
    pub fn variable(re: f64) -> Self {
        Dual { re, eps: 1.0 }
    }

    /// f(self), with the value and the slope of the function under test.
    pub fn through(self, function: &Function) -> Self {
        Dual { re: function.value(self.re), eps: function.gradient(self.re) * self.eps }
    }

    pub fn exp(self) -> Self {
        let re = self.re.exp();
        Dual { re, eps: re * self.eps }
    }
}

impl From<f64> for Dual {
    /// A constant.
    fn from(re: f64) -> Self {
        Dual { re, eps: 0.0 }
    }
}

impl<T: Into<Dual>> Add<T> for Dual {
    type Output = Dual;

    fn add(self, other: T) -> Dual {
        let other = other.into();
        Dual { re: self.re + other.re, eps: self.eps + other.eps }
    }
}

impl<T: Into<Dual>> Sub<T> for Dual {
    type Output = Dual;

    fn sub(self, other: T) -> Dual {
        let other = other.into();
        Dual { re: self.re - other.re, eps: self.eps - other.eps }
    }
}

impl<T: Into<Dual>> Mul<T> for Dual {
    type Output = Dual;

    fn mul(self, other: T) -> Dual {
        let other = other.into();
        Dual { re: self.re * other.re, eps: self.eps * other.re + self.re * other.eps }
    }
}

impl<T: Into<Dual>> Div<T> for Dual {
    type Output = Dual;

    fn div(self, other: T) -> Dual {
        let other = other.into();
        let re = self.re / other.re;
        Dual { re, eps: (self.eps - re * other.eps) / other.re }
    }
}

impl Neg for Dual {
    type Output = Dual;

    fn neg(self) -> Dual {
        Dual { re: -self.re, eps: -self.eps }
    }
}

/// Tests each rule at places where value and derivative are exact and known by hand.
#[test]
fn rules_are_those_of_differentiation() {
    let x = Dual::variable(3.0);
    let one = Dual::from(1.0);
    for (what, got, value, derivative) in [
        ("x + x", x + x, 6.0, 2.0),
        ("x − 5", x - 5.0, -2.0, 1.0),
        ("5 − x", Dual::from(5.0) - x, 2.0, -1.0),
        ("−x", -x, -3.0, -1.0),
        ("x · 4", x * 4.0, 12.0, 4.0),
        ("x³", x * x * x, 27.0, 27.0),
        ("x / 2", x / 2.0, 1.5, 0.5),
        // −1 / (x − 1)², where 1 / (x − 1) is a half.
        ("1 / (x − 1)", one / (x - 1.0), 0.5, -0.25),
        // ((x − 1) − x) / (x − 1)².
        ("x / (x − 1)", x / (x - 1.0), 1.5, -0.25),
        ("e^(x − 3)", (x - 3.0).exp(), 1.0, 1.0),
        // 2 (x − 3) e^((x − 3)²), and 2x e^(x² − 9).
        ("e^((x − 3)²)", ((x - 3.0) * (x - 3.0)).exp(), 1.0, 0.0),
        ("e^(x² − 9)", (x * x - 9.0).exp(), 1.0, 6.0),
    ] {
        assert_eq!((got.re, got.eps), (value, derivative), "{what}");
    }
}
