"""Write chain.csv: outputs and derivatives of chains of equal layers, by dual arithmetic.

Every input is an exact f64, so that the only error that a comparison can see is the one of the code under
test.
"""

import csv
from pathlib import Path

from mpmath import diff, mp, mpf, nstr, workdps

from functions import DIGITS, FUNCTIONS, Dual, exact, find, pieces, written

DEPTHS = (1, 2, 3, 10, 100, 1000)

# Weight, bias and input of the chains of a function without chains of its own. They are such that signals
# neither explode nor become chaotic, whatever the function is.
STANDARD = [(0.2, 0.45, 0.7), (-0.5, 0.3, -0.7), (0.2, 0.45, -7.0)]

# id, parameters, (weight, bias, input)s: plain, mirrored, shrinking, growing, saturated, and on a kink.
SPECIAL = [
    (
        "sigmoid",
        {},
        [
            (1.0, 0.0, 0.0), (1.0, 0.0, -3.0), (-1.0, 0.5, 2.0), (8.0, -4.0, 0.0),
            (4.0, -2.0, 1.0), (-8.0, 4.0, 0.3), (0.01, 0.0, 5.0), (-100.0, 30.0, 0.5),
            (100.0, -50.0, 0.2), (1.0, 0.0, -700.0), (100.0, 100.0, 1.0),
        ],
    ),
    (
        "tanh",
        {},
        [
            (1.0, 0.0, 1.0), (-1.0, 0.0, 1.0), (1.5, 0.2, -0.4), (3.0, 0.0, 0.001),
            (-3.0, 1.0, 0.5), (0.25, 0.0, 2.0), (100.0, 100.0, 1.0), (-1.0, 0.5, 350.0),
        ],
    ),
    (
        "relu",
        {},
        [
            (1.0, 0.0, 1.0), (1.0, 0.0, -1.0), (0.5, 1.0, 3.0), (-1.0, 2.0, 0.7),
            (100.0, 0.0, 1.0), (0.01, 0.0, 1.0), (1.0, 0.0, 0.0),
        ],
    ),
    (
        "leaky-relu",
        {"slope": 0.1},
        [
            (1.0, 0.0, 1.0), (1.0, 0.0, -1.0), (-1.0, 0.0, 1.0), (-3.0, 1.0, 0.5),
            (100.0, 100.0, -100.0), (0.25, 0.0, 1.0), (2.0, 0.0, 0.0),
        ],
    ),
    ("leaky-relu", {"slope": 0.0}, [(-1.0, 0.0, 1.0), (1.5, 0.25, 1.0)]),
    ("leaky-relu", {"slope": 1.0}, [(-1.5, 0.25, -3.0)]),
    (
        "elu",
        {"alpha": 1.0},
        [
            (1.0, 0.0, 1.0), (1.0, 0.0, -1.0), (-1.0, 0.0, 2.0), (1.0, -1.0, 0.5),
            (5.0, -7.0, 1.0), (100.0, -50.0, 0.25), (1.0, 0.0, -700.0),
        ],
    ),
    (
        "elu",
        {"alpha": 2.5},
        [(0.5, -1.0, 4.0), (-0.3, 0.1, 2.0), (1.25, 0.0, 0.0), (100.0, 0.0, -3.0), (0.25, 0.0, 1.0)],
    ),
    ("elu", {"alpha": 0.1}, [(4.0, 0.0, -1.0), (3.0, -1.0, 1.0)]),
    (
        "maxout",
        pieces(-0.5, 0.0, 1.0, 0.0),
        [(1.0, 0.0, 1.0), (1.0, 0.0, -1.0), (-1.0, 0.0, 1.0), (0.3, -1.0, 2.0), (-100.0, 5.0, 3.0)],
    ),
    ("maxout", pieces(2.0, -1.0, 3.0, 4.0), [(1.0, 0.5, -1.0), (-0.25, 0.0, 1.0)]),
    ("maxout", pieces(-3.0, 5.0, -0.1, -5.0), [(0.3, 0.0, 1.0), (-1.0, 0.0, 2.0)]),
    ("maxout", pieces(0.25, 1.5, 0.25, -1.5), [(-1.0, 0.0, 1.0), (-7.0, 3.0, 1.0)]),
    (
        "identity",
        {},
        [
            (1.0, 0.0, 1.0), (-2.0, 3.0, 0.7), (0.5, 1.0, -7.0), (100.0, 1.0, 1.0),
            (0.01, 0.0, 1.0), (0.0, 2.0, 1.0),
        ],
    ),
    ("step", {}, [(1.0, 0.0, 1.0), (-3.0, 1.0, 0.2)]),
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
    # Unlike the values of the other tables, these may be far beyond f64.
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
        special = {id for id, *_ in SPECIAL}
        others = [function for function in FUNCTIONS if function.id not in special]
        standard = [(function.id, function.defaults, STANDARD) for function in others]
        for id, parameters, settings in SPECIAL + standard:
            function, constants = find(id), exact(parameters)
            f = lambda z: function.at(z, constants)
            for chain in settings:
                for depth in DEPTHS:
                    with workdps(DIGITS):
                        results = row(f, depth, chain)
                        # A quotient straddles a kink.
                        if depth <= 3 and 0.0 not in chain[1:]:
                            gradient = run(f, depth, *chain, 1).derivatives[0]
                            check_against_quotient(f, depth, chain, gradient)
                    with workdps(2 * DIGITS):
                        assert results == row(f, depth, chain), (id, depth, chain)
                    named = id, written(parameters), depth, *map(repr, chain), layer_of(depth)
                    table.writerow([*named, *results])


if __name__ == "__main__":
    mp.dps = DIGITS
    main()
