"""Every activation function, defined once for all tables of this folder.

A function is a Python function of x and its parameters, written as in a textbook with the operations below.
It is run on mpmath's numbers, on floats, and on dual numbers, which carry the derivative along. So no
derivative is written down, and no formula has to be stable: the tables are made with so many digits that
cancellation does not matter. Nothing here is shared with the Rust code.

At a kink the derivative is that of the branch that is taken, as it is in PyTorch, JAX and Keras.
"""

import inspect
import math
from collections.abc import Callable
from dataclasses import dataclass

import mpmath
from mpmath import mpf

# The smallest f64 is 5e−324, so x − tanh(x) loses 647 digits there. Each script that writes 20 digits also
# computes with twice as many and stops if a digit changes.
DIGITS = 800


class Dual:
    """A number and its derivatives with respect to several variables."""

    def __init__(self, value, derivatives):
        self.value = value
        self.derivatives = derivatives

    def through(self, value, slope):
        """g(self), from g's value and slope at this place."""
        return Dual(value, [slope * one for one in self.derivatives])

    def __add__(self, other):
        if not isinstance(other, Dual):
            return Dual(self.value + other, self.derivatives)
        pairs = zip(self.derivatives, other.derivatives, strict=True)
        return Dual(self.value + other.value, [mine + theirs for mine, theirs in pairs])

    def __mul__(self, other):
        if not isinstance(other, Dual):
            return self.through(self.value * other, other)
        pairs = zip(self.derivatives, other.derivatives, strict=True)
        products = [mine * other.value + self.value * theirs for mine, theirs in pairs]
        return Dual(self.value * other.value, products)

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -other

    def __rsub__(self, other):
        return -self + other

    def __truediv__(self, other):
        if not isinstance(other, Dual):
            return Dual(self.value / other, [one / other for one in self.derivatives])
        quotient = self.value / other.value
        pairs = zip(self.derivatives, other.derivatives, strict=True)
        return Dual(quotient, [(mine - quotient * theirs) / other.value for mine, theirs in pairs])

    def __rtruediv__(self, other):
        quotient = other / self.value
        return self.through(quotient, -quotient / self.value)

    def __pow__(self, whole):
        return self.through(self.value**whole, whole * self.value ** (whole - 1))

    def __abs__(self):
        return -self if self.value < 0 else self

    def __lt__(self, other):
        return value(self) < value(other)

    def __le__(self, other):
        return value(self) <= value(other)

    def __gt__(self, other):
        return value(self) > value(other)

    def __ge__(self, other):
        return value(self) >= value(other)

    __radd__ = __add__
    __rmul__ = __mul__


def value(x):
    """The value of a number that may be dual."""
    return x.value if isinstance(x, Dual) else x


def library(x):
    """Where the operations on this number come from. Whole numbers are exact, so mpmath's."""
    return math if isinstance(x, float) else mpmath


def operation(name, slope):
    """The operation of this name for floats, mpmath's numbers and duals. `slope` gets x and its result."""

    def run(x):
        if isinstance(x, Dual):
            y = run(x.value)
            return x.through(y, slope(x.value, y))
        return getattr(library(x), name)(x)

    return run


exp = operation("exp", lambda x, y: y)
log = operation("log", lambda x, y: 1 / x)
sqrt = operation("sqrt", lambda x, y: 1 / (2 * y))
sin = operation("sin", lambda x, y: cos(x))
cos = operation("cos", lambda x, y: -sin(x))
atan = operation("atan", lambda x, y: 1 / (1 + x * x))
sinh = operation("sinh", lambda x, y: cosh(x))
cosh = operation("cosh", lambda x, y: sinh(x))
tanh = operation("tanh", lambda x, y: 1 / cosh(x) ** 2)
erf = operation("erf", lambda x, y: 2 * exp(-x * x) / sqrt(+library(x).pi))


def clip(x, low, high):
    """x between two bounds. At a bound the slope is 0."""
    return x if low < x < high else min(max(value(x), low), high)


@dataclass(frozen=True)
class Function:
    id: str
    # f(x, …) with the defaults of its parameters, whose names are the keys (`lambda_` stands for `lambda`).
    define: Callable
    # Settings of the parameters for the table of values, the defaults among them.
    sets: tuple = ()
    # The graph consists of straight lines, so few inputs are enough.
    straight: bool = False
    # The places where f is not differentiable, from the parameters. 0 need not be among them.
    kinks: Callable = lambda *_: ()
    # f jumps, so that its difference quotients are not its slopes.
    jumps: bool = False

    @property
    def defaults(self):
        parameters = list(inspect.signature(self.define).parameters.values())[1:]
        return {one.name.rstrip("_"): one.default for one in parameters}

    def all_sets(self):
        return list(self.sets) or [self.defaults]

    def at(self, x, parameters):
        """f(x), of the same kind as x. The parameters are by key, in their declared order."""
        assert list(parameters) == list(self.defaults), (self.id, parameters)
        return x * 0 + self.define(x, *parameters.values())

    def kinks_with(self, parameters):
        return list(self.kinks(*parameters.values()))

    def value_and_slope(self, x, parameters):
        y = self.at(Dual(x, [x * 0 + 1]), parameters)
        return y.value, y.derivatives[0]


def each(key, *numbers):
    return tuple({key: number} for number in numbers)


def pieces(*numbers):
    return dict(zip(("w1", "b1", "w2", "b2"), numbers, strict=True))


def maxout(x, w1=-0.5, b1=0.0, w2=1.0, b2=0.0):
    first, second = w1 * x + b1, w2 * x + b2
    return first if first >= second else second


FUNCTIONS = [
    Function("sigmoid", lambda x: 1 / (1 + exp(-x))),
    Function("tanh", lambda x: tanh(x)),
    Function("relu", lambda x: x if x > 0 else 0, straight=True),
    Function(
        "leaky-relu",
        lambda x, slope=0.1: x if x > 0 else slope * x,
        sets=each("slope", 0.0, 0.01, 0.1, 0.5, 1.0),
        straight=True,
    ),
    Function(
        "elu",
        lambda x, alpha=1.0: x if x > 0 else alpha * (exp(x) - 1),
        sets=each("alpha", 0.1, 1.0, 2.5, 5.0),
    ),
    Function(
        "maxout",
        maxout,
        sets=(
            pieces(-0.5, 0.0, 1.0, 0.0),
            pieces(1.0, 0.0, -1.0, 0.0),
            pieces(0.0, 0.0, 1.0, 0.0),
            pieces(2.0, -1.0, 3.0, 4.0),
            pieces(-3.0, 5.0, -0.1, -5.0),
            pieces(0.3, 0.25, 0.3, -2.0),
            pieces(1.5, 1.0, 1.5, 1.0),
            pieces(0.0, 3.0, 0.0, -3.0),
        ),
        straight=True,
    ),
    Function("identity", lambda x: x, straight=True),
    Function("step", lambda x: 1 if x >= 0 else 0, straight=True, jumps=True),
]


def find(id):
    return next(function for function in FUNCTIONS if function.id == id)


def written(parameters):
    """Parameters as the tables have them."""
    return " ".join(f"{key}={number!r}" for key, number in parameters.items())


def exact(parameters):
    """The parameters as mpmath's numbers: exactly the f64 that are written."""
    return {key: mpf(number) for key, number in parameters.items()}


def digits(number):
    # Far beyond f64; writing e^(1e308) or e^(−1e308) in decimal would take for ever.
    if abs(number) < mpf(2) ** -1200:
        return "0.0"
    if abs(number) > mpf(2) ** 1200:
        return "inf" if number > 0 else "-inf"
    return mpmath.nstr(number, 20, min_fixed=-4, max_fixed=6)
