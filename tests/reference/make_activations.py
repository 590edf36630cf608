"""Write activations.csv: values and gradients of every activation function to 20 digits.

Every input is an exact f64, so that the only error that a comparison can see is the one of the code under
test.
"""

import csv
import math
from pathlib import Path

from mpmath import diff, mpf, workdps

from functions import DIGITS, FUNCTIONS, digits, exact, written

# From the smallest f64 through saturation and underflow to the largest magnitudes.
CURVED = [
    5e-324, 1e-310, 2.2250738585072014e-308, 1e-300, 1e-20, 1e-8, 1e-3, 0.1, 0.5, 0.7, 1.0, 2.0,
    3.7, 10.0, 19.5, 36.5, 40.0, 100.0, 350.0, 371.0, 373.0, 700.0, 709.5, 740.0, 745.0, 746.0,
    1e10, 1e308,
]
STRAIGHT = [5e-324, 1e-300, 1e-8, 0.1, 0.5, 0.7, 1.0, 3.7, 40.0, 745.0, 1e10, 1e308]


def inputs(function, parameters):
    """From left to right: both signs of each magnitude, and the kinks with their neighbours."""
    magnitudes = STRAIGHT if function.straight else CURVED
    beside = [
        x
        for kink in function.kinks_with(parameters)
        for x in (math.nextafter(kink, -math.inf), kink, math.nextafter(kink, math.inf))
    ]
    places = {*magnitudes, *(-one for one in magnitudes), *beside} - {0.0}
    return sorted([*places, -0.0, 0.0], key=lambda x: (x, math.copysign(1, x)))


def row(function, x, parameters):
    return [digits(number) for number in function.value_and_slope(mpf(x), exact(parameters))]


def check_against_quotient(function, x, parameters):
    """Stop if the dual numbers' gradient is not the limit of f's difference quotient."""
    kinks = [0.0, *function.kinks_with(parameters)]
    if not 1e-3 <= min(abs(x - kink) for kink in kinks) <= 1000:
        return
    constants = exact(parameters)
    _, slope = function.value_and_slope(mpf(x), constants)
    measured = diff(lambda t: function.at(t, constants), mpf(x))
    # Numbers as small as the last term are written as 0.
    tolerance = mpf(10) ** -20 * abs(slope) + mpf(10) ** -400
    assert abs(measured - slope) <= tolerance, (function.id, x, parameters)


def main():
    target = Path(__file__).with_name("activations.csv")
    with target.open("w", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["id", "parameters", "x", "value", "gradient"])
        for function in FUNCTIONS:
            for parameters in function.all_sets():
                for x in inputs(function, parameters):
                    assert math.isfinite(x)
                    with workdps(DIGITS):
                        results = row(function, x, parameters)
                        check_against_quotient(function, x, parameters)
                    with workdps(2 * DIGITS):
                        assert results == row(function, x, parameters), (function.id, x, parameters)
                    table.writerow([function.id, written(parameters), repr(x), *results])


if __name__ == "__main__":
    main()
