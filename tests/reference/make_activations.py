"""Write activations.csv: values and gradients of every activation function at 50 digits.

Nothing here is shared with the Rust code. Every input is an exact f64, so that the only error
that a comparison can see is the one of the code under test.
"""

import csv
import math
from pathlib import Path

from mpmath import diff, exp, expm1, mp, mpf, nstr, sech, tanh, workdps

mp.dps = 50

# From the smallest f64 through saturation and underflow to the largest magnitudes.
CURVED = [
    5e-324, 1e-310, 2.2250738585072014e-308, 1e-300, 1e-20, 1e-8, 1e-3, 0.1, 0.5, 0.7, 1.0, 2.0,
    3.7, 10.0, 19.5, 36.5, 40.0, 100.0, 350.0, 371.0, 373.0, 700.0, 709.5, 740.0, 745.0, 746.0,
    1e10, 1e308,
]
STRAIGHT = [5e-324, 1e-300, 1e-8, 0.1, 0.5, 0.7, 1.0, 3.7, 40.0, 745.0, 1e10, 1e308]


def both_signs(magnitudes):
    return [-m for m in reversed(magnitudes)] + [-0.0, 0.0] + magnitudes


def sigmoid(x):
    return 1 / (1 + exp(-x))


def sigmoid_gradient(x):
    return exp(-abs(x)) / (1 + exp(-abs(x))) ** 2


def step(x):
    return mpf(1) if x >= 0 else mpf(0)


def relu(x):
    return max(x, mpf(0))


def leaky_relu(x, slope):
    return x if x >= 0 else slope * x


def elu(x, alpha):
    return x if x > 0 else alpha * expm1(x)


def maxout(x, w1, b1, w2, b2):
    return max(w1 * x + b1, w2 * x + b2)


def maxout_gradient(x, w1, b1, w2, b2):
    return w1 if w1 * x + b1 >= w2 * x + b2 else w2


# id, parameter sets, inputs, f, f′ with the frameworks' value at a kink.
FUNCTIONS = [
    ("sigmoid", [{}], CURVED, sigmoid, sigmoid_gradient),
    ("tanh", [{}], CURVED, tanh, lambda x: sech(x) ** 2),
    ("relu", [{}], STRAIGHT, relu, lambda x: mpf(x > 0)),
    (
        "leaky-relu",
        [{"slope": s} for s in (0.0, 0.01, 0.1, 0.5, 1.0)],
        STRAIGHT,
        leaky_relu,
        lambda x, slope: mpf(1) if x > 0 else slope,
    ),
    (
        "elu",
        [{"alpha": a} for a in (0.1, 1.0, 2.5, 5.0)],
        CURVED,
        elu,
        lambda x, alpha: mpf(1) if x > 0 else alpha * exp(x),
    ),
    (
        "maxout",
        [
            dict(zip(("w1", "b1", "w2", "b2"), numbers))
            for numbers in (
                (-0.5, 0.0, 1.0, 0.0),
                (1.0, 0.0, -1.0, 0.0),
                (0.0, 0.0, 1.0, 0.0),
                (2.0, -1.0, 3.0, 4.0),
                (-3.0, 5.0, -0.1, -5.0),
                (0.3, 0.25, 0.3, -2.0),
                (1.5, 1.0, 1.5, 1.0),
                (0.0, 3.0, 0.0, -3.0),
            )
        ],
        STRAIGHT,
        maxout,
        maxout_gradient,
    ),
    ("identity", [{}], STRAIGHT, lambda x: x, lambda x: mpf(1)),
    ("step", [{}], STRAIGHT, step, lambda x: mpf(0)),
]


def digits(number):
    # Far below the smallest f64; writing e^(−1e308) in decimal would take for ever.
    if abs(number) < mpf(2) ** -1200:
        return "0.0"
    return nstr(number, 20, min_fixed=-4, max_fixed=6)


def check_against_quotient(f, gradient, x, parameters):
    """Stop if the gradient written by hand is not the limit of f's difference quotient."""
    if not 1e-3 <= abs(x) <= 1000:
        return
    # 800 digits, since f may differ from its limit by 1e−324 only.
    with workdps(800):
        measured = diff(lambda t: f(t, **parameters), mpf(x))
    assert abs(measured - gradient) <= mpf(10) ** -20 * abs(gradient), (f, x, parameters)


def main():
    target = Path(__file__).with_name("activations.csv")
    with target.open("w", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["id", "parameters", "x", "value", "gradient"])
        for name, parameter_sets, magnitudes, f, f_gradient in FUNCTIONS:
            for parameters in parameter_sets:
                exact = {key: mpf(number) for key, number in parameters.items()}
                written = " ".join(f"{key}={number!r}" for key, number in parameters.items())
                for x in both_signs(magnitudes):
                    assert math.isfinite(x)
                    gradient = f_gradient(mpf(x), **exact)
                    check_against_quotient(f, gradient, x, exact)
                    value = f(mpf(x), **exact)
                    table.writerow([name, written, repr(x), digits(value), digits(gradient)])


if __name__ == "__main__":
    main()
