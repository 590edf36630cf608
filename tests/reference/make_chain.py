"""Write chain.csv: outputs and derivatives of chains of equal layers, by dual arithmetic.

No derivative of any function is written down here: numbers carry their derivatives through +, ×, ÷
and exp. Every input is an exact f64, so that the only error that a comparison can see is the one of
the code under test.
"""

import csv
from pathlib import Path

from mpmath import diff, exp, mp, mpf, nstr, workdps

# tanh as a quotient of sums cancels twice as many digits as its slope has zeros (608 at z = 350) and
# as many as a small z has (602 at 0.25^1000); main() checks that twice the digits change nothing.
DIGITS = 800

DEPTHS = (1, 2, 3, 10, 100, 1000)


class Dual:
    """A number and its derivatives with respect to several variables."""

    def __init__(self, value, derivatives):
        self.value = value
        self.derivatives = derivatives

    def __add__(self, other):
        return Dual(
            self.value + other.value,
            [mine + theirs for mine, theirs in zip(self.derivatives, other.derivatives)],
        )

    def __sub__(self, other):
        return self + other.constant(-1) * other

    def __mul__(self, other):
        return Dual(
            self.value * other.value,
            [
                mine * other.value + self.value * theirs
                for mine, theirs in zip(self.derivatives, other.derivatives)
            ],
        )

    def __truediv__(self, other):
        quotient = self.value / other.value
        return Dual(
            quotient,
            [
                (mine - quotient * theirs) / other.value
                for mine, theirs in zip(self.derivatives, other.derivatives)
            ],
        )

    def exp(self):
        power = exp(self.value)
        return Dual(power, [power * mine for mine in self.derivatives])

    def constant(self, number):
        return Dual(mpf(number), [mpf(0)] * len(self.derivatives))


def sigmoid(z):
    power = z.exp()
    return power / (z.constant(1) + power)


def tanh(z):
    power, inverse = z.exp(), (z.constant(0) - z).exp()
    return (power - inverse) / (power + inverse)


def relu(z):
    return z if z.value > 0 else z.constant(0)


def leaky_relu(z, slope):
    return z if z.value > 0 else z.constant(slope) * z


def elu(z, alpha):
    return z if z.value > 0 else z.constant(alpha) * (z.exp() - z.constant(1))


def maxout(z, w1, b1, w2, b2):
    first = z.constant(w1) * z + z.constant(b1)
    second = z.constant(w2) * z + z.constant(b2)
    return first if first.value >= second.value else second


def identity(z):
    return z


def step(z):
    return z.constant(1 if z.value >= 0 else 0)


def pieces(*numbers):
    return dict(zip(("w1", "b1", "w2", "b2"), numbers))


# id, f, parameters, (weight, bias, input)s: plain, mirrored, shrinking, growing, saturated, and on a
# kink.
CHAINS = [
    (
        "sigmoid",
        sigmoid,
        {},
        [
            (1.0, 0.0, 0.0), (1.0, 0.0, -3.0), (-1.0, 0.5, 2.0), (8.0, -4.0, 0.0),
            (4.0, -2.0, 1.0), (-8.0, 4.0, 0.3), (0.01, 0.0, 5.0), (-100.0, 30.0, 0.5),
            (100.0, -50.0, 0.2), (1.0, 0.0, -700.0), (100.0, 100.0, 1.0),
        ],
    ),
    (
        "tanh",
        tanh,
        {},
        [
            (1.0, 0.0, 1.0), (-1.0, 0.0, 1.0), (1.5, 0.2, -0.4), (3.0, 0.0, 0.001),
            (-3.0, 1.0, 0.5), (0.25, 0.0, 2.0), (100.0, 100.0, 1.0), (-1.0, 0.5, 350.0),
        ],
    ),
    (
        "relu",
        relu,
        {},
        [
            (1.0, 0.0, 1.0), (1.0, 0.0, -1.0), (0.5, 1.0, 3.0), (-1.0, 2.0, 0.7),
            (100.0, 0.0, 1.0), (0.01, 0.0, 1.0), (1.0, 0.0, 0.0),
        ],
    ),
    (
        "leaky-relu",
        leaky_relu,
        {"slope": 0.1},
        [
            (1.0, 0.0, 1.0), (1.0, 0.0, -1.0), (-1.0, 0.0, 1.0), (-3.0, 1.0, 0.5),
            (100.0, 100.0, -100.0), (0.25, 0.0, 1.0), (2.0, 0.0, 0.0),
        ],
    ),
    ("leaky-relu", leaky_relu, {"slope": 0.0}, [(-1.0, 0.0, 1.0), (1.5, 0.25, 1.0)]),
    ("leaky-relu", leaky_relu, {"slope": 1.0}, [(-1.5, 0.25, -3.0)]),
    (
        "elu",
        elu,
        {"alpha": 1.0},
        [
            (1.0, 0.0, 1.0), (1.0, 0.0, -1.0), (-1.0, 0.0, 2.0), (1.0, -1.0, 0.5),
            (5.0, -7.0, 1.0), (100.0, -50.0, 0.25), (1.0, 0.0, -700.0),
        ],
    ),
    (
        "elu",
        elu,
        {"alpha": 2.5},
        [(0.5, -1.0, 4.0), (-0.3, 0.1, 2.0), (1.25, 0.0, 0.0), (100.0, 0.0, -3.0), (0.25, 0.0, 1.0)],
    ),
    ("elu", elu, {"alpha": 0.1}, [(4.0, 0.0, -1.0), (3.0, -1.0, 1.0)]),
    (
        "maxout",
        maxout,
        pieces(-0.5, 0.0, 1.0, 0.0),
        [(1.0, 0.0, 1.0), (1.0, 0.0, -1.0), (-1.0, 0.0, 1.0), (0.3, -1.0, 2.0), (-100.0, 5.0, 3.0)],
    ),
    ("maxout", maxout, pieces(2.0, -1.0, 3.0, 4.0), [(1.0, 0.5, -1.0), (-0.25, 0.0, 1.0)]),
    ("maxout", maxout, pieces(-3.0, 5.0, -0.1, -5.0), [(0.3, 0.0, 1.0), (-1.0, 0.0, 2.0)]),
    ("maxout", maxout, pieces(0.25, 1.5, 0.25, -1.5), [(-1.0, 0.0, 1.0), (-7.0, 3.0, 1.0)]),
    (
        "identity",
        identity,
        {},
        [
            (1.0, 0.0, 1.0), (-2.0, 3.0, 0.7), (0.5, 1.0, -7.0), (100.0, 1.0, 1.0),
            (0.01, 0.0, 1.0), (0.0, 2.0, 1.0),
        ],
    ),
    ("step", step, {}, [(1.0, 0.0, 1.0), (-3.0, 1.0, 0.2)]),
]


def run(f, depth, weight, bias, signal, layer):
    """a_n with its derivatives by x, a_layer, w_layer and b_layer, each layer owning its own."""

    def number(value, variable=None):
        return Dual(mpf(value), [mpf(variable == index) for index in range(4)])

    signal = number(signal, 0)
    for k in range(1, depth + 1):
        own = k == layer
        w, b = number(weight, 2 if own else None), number(bias, 3 if own else None)
        signal = f(w * signal + b)
        if own:
            signal += number(0, 1)
    return signal


def layer_of(depth):
    """The layer to look at: the middle, but early in deep chains, before values overflow."""
    return min((depth + 1) // 2, 40)


def digits(number):
    return nstr(number, 20, min_fixed=-4, max_fixed=6)


def row(f, depth, settings):
    result = run(f, depth, *settings, layer_of(depth))
    return [digits(number) for number in (result.value, *result.derivatives)]


def check_against_quotient(f, depth, settings, gradient):
    """Stop if dual arithmetic disagrees with a difference quotient of the whole chain."""
    weight, bias, x = settings
    measured = diff(lambda t: run(f, depth, weight, bias, t, 1).value, mpf(x))
    assert abs(measured - gradient) <= mpf(10) ** -20 * abs(gradient), (f, depth, settings)


def main():
    target = Path(__file__).with_name("chain.csv")
    with target.open("w", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow([
            "id", "parameters", "depth", "weight", "bias", "input", "layer",
            "output", "gradient", "reaches", "weight_gradient", "bias_gradient",
        ])
        for name, function, parameters, settings in CHAINS:
            exact = {key: mpf(value) for key, value in parameters.items()}
            f = lambda z: function(z, **exact)
            written = " ".join(f"{key}={value!r}" for key, value in parameters.items())
            for chain in settings:
                for depth in DEPTHS:
                    with workdps(DIGITS):
                        results = row(f, depth, chain)
                        # A quotient straddles a kink.
                        if depth <= 3 and 0.0 not in chain[1:]:
                            gradient = run(f, depth, *chain, 1).derivatives[0]
                            check_against_quotient(f, depth, chain, gradient)
                    with workdps(2 * DIGITS):
                        assert results == row(f, depth, chain), (name, depth, chain)
                    table.writerow([name, written, depth, *map(repr, chain), layer_of(depth), *results])


if __name__ == "__main__":
    mp.dps = DIGITS
    main()
