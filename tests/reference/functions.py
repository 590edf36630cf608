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


HALF = mpf("0.5")
# The constants of the paper on SELU, in the digits that frameworks have.
LAMBDA, ALPHA = mpf(1.0507009873554805), mpf(1.6732632423543772)


def at(*places):
    """Kinks that do not depend on parameters."""
    return lambda *_: places


def phi(x):
    """The probability that a standard normal number is below x."""
    return (1 + erf(x / sqrt(mpf(2)))) / 2


def quadratic_corner(x, size):
    """ReLU whose corner is a parabola from −size to size."""
    if x <= -size:
        return 0
    return x if x >= size else (x + size) ** 2 / (4 * size)


def xielu(x, ap=0.8, an=0.8, beta=0.5):
    if x > 0:
        return ap * x**2 + beta * x
    return an * (exp(x) - 1 - x) + beta * x


def softshrink(x, lambda_=0.5):
    if lambda_ == 0:
        return x
    return x - lambda_ if x > lambda_ else x + lambda_ if x < -lambda_ else 0


def hardshrink(x, lambda_=0.5):
    return x if lambda_ == 0 or abs(value(x)) > lambda_ else 0


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
    Function("hard-sigmoid", lambda x: clip(x / 6 + HALF, 0, 1), straight=True, kinks=at(-3.0, 3.0)),
    Function("hard-tanh", lambda x: clip(x, -1, 1), straight=True, kinks=at(-1.0, 1.0)),
    Function("softsign", lambda x: x / (1 + abs(x))),
    Function("arctan", lambda x: atan(x)),
    Function("lecun-tanh", lambda x: mpf("1.7159") * tanh(2 * x / 3)),
    Function("sparse-sigmoid", lambda x: clip((x + 1) / 2, 0, 1), straight=True, kinks=at(-1.0, 1.0)),
    Function("log-sigmoid", lambda x: -log(1 + exp(-x))),
    Function(
        "laplace",
        lambda x, mu=0.7071, sigma=0.2821: phi((x - mu) / sigma),
        sets=({"mu": 0.7071, "sigma": 0.2821}, {"mu": -2.0, "sigma": 2.0}, {"mu": 0.0, "sigma": 0.05}),
    ),
    Function("relu6", lambda x: clip(x, 0, 6), straight=True, kinks=at(0.0, 6.0)),
    Function("squared-relu", lambda x: x**2 if x > 0 else 0),
    Function(
        "threshold",
        lambda x, at=1.0, value=0.2: x if x > at else value,
        sets=(
            {"at": 1.0, "value": 0.2},
            {"at": 0.0, "value": 0.0},
            {"at": -5.0, "value": 5.0},
            {"at": 2.5, "value": 2.5},
            {"at": -1.0, "value": -3.0},
        ),
        straight=True,
        kinks=lambda at, value: (at,),
        jumps=True,
    ),
    Function("selu", lambda x: LAMBDA * (x if x > 0 else ALPHA * (exp(x) - 1))),
    Function(
        "celu",
        lambda x, alpha=1.0: x if x > 0 else alpha * (exp(x / alpha) - 1),
        sets=each("alpha", 0.1, 1.0, 2.5, 5.0),
    ),
    Function(
        "softplus",
        lambda x, beta=1.0: log(1 + exp(beta * x)) / beta,
        sets=each("beta", 0.1, 1.0, 10.0),
    ),
    Function(
        "squareplus",
        lambda x, b=4.0: (x + (sqrt(x**2 + b) if b > 0 else abs(x))) / 2,
        sets=each("b", 0.0, 0.25, 4.0, 10.0),
    ),
    Function("sparse-plus", lambda x: quadratic_corner(x, 1)),
    Function("smelu", lambda x, beta=1.0: quadratic_corner(x, beta), sets=each("beta", 0.1, 1.0, 2.5, 5.0)),
    Function("gelu", lambda x: x * phi(x)),
    Function("gelu-tanh", lambda x: x * (1 + tanh(sqrt(2 / mpmath.pi) * (x + mpf("0.044715") * x**3))) / 2),
    Function("quick-gelu", lambda x: x / (1 + exp(mpf("-1.702") * x))),
    Function("silu", lambda x: x / (1 + exp(-x))),
    Function(
        "swish",
        lambda x, beta=1.0: x / (1 + exp(-beta * x)),
        sets=each("beta", 0.0, 0.5, 1.0, 1.7, 10.0),
    ),
    Function("hard-swish", lambda x: x * clip(x / 6 + HALF, 0, 1), kinks=at(-3.0, 3.0)),
    Function("mish", lambda x: x * tanh(log(1 + exp(x)))),
    Function(
        "xielu",
        xielu,
        sets=(
            {"ap": 0.8, "an": 0.8, "beta": 0.5},
            {"ap": 0.1, "an": 2.0, "beta": 1.0},
            {"ap": 2.0, "an": 1.0, "beta": 0.25},
        ),
    ),
    Function("tanhshrink", lambda x: x - tanh(x)),
    Function(
        "softshrink",
        softshrink,
        sets=each("lambda", 0.0, 0.5, 3.0),
        straight=True,
        kinks=lambda size: (-size, size) if size > 0 else (),
    ),
    Function(
        "hardshrink",
        hardshrink,
        sets=each("lambda", 0.0, 0.5, 3.0),
        straight=True,
        kinks=lambda size: (-size, size) if size > 0 else (),
        jumps=True,
    ),
    Function("sine", lambda x, omega=1.0: sin(omega * x), sets=each("omega", 0.1, 1.0, 30.0)),
    Function("snake", lambda x, a=1.0: x + sin(a * x) ** 2 / a, sets=each("a", 0.1, 1.0, 10.0)),
    Function("gaussian", lambda x: exp(-(x**2))),
    Function("exponential", lambda x: exp(x)),
]


def find(id):
    return next(function for function in FUNCTIONS if function.id == id)


# Where frameworks are asked.
FRAMEWORK_INPUTS = [
    -1000.0, -100.0, -40.0, -20.5, -5.0, -2.5, -1.25, -0.75, -0.3, -1e-8, 0.0, 1e-8, 0.3, 0.75, 1.25, 2.5,
    5.0, 20.5, 40.0, 100.0, 1000.0,
]

# Places where only the second derivative jumps.
SEAMS = {"sparse-plus": [-1.0, 1.0]}


def framework_places(id, parameters):
    """The inputs of a function in the tables of what frameworks return, its kinks among them."""
    return sorted({*FRAMEWORK_INPUTS, *find(id).kinks_with(parameters), *SEAMS.get(id, [])})


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
