"""Write maxout.csv: mean and variance of the largest of several lines of one standard normal number.

The kinks are found by trying every crossing of two lines, and the moments are E[f] and E[f²] − E[f]²
from the moments of the normal distribution between kinks, at so many digits that cancellation does not
matter. Every row is checked against quadrature. Every slope and intercept is an exact f64, so that
the only error that a comparison can see is the one of the code under test.
"""

import csv
import random
from itertools import combinations
from pathlib import Path

from mpmath import erfc, exp, inf, mp, mpf, nstr, pi, quad, sqrt, workdps

# The square of a mean is up to 1e-90 of itself off the mean of the squares, twice over.
DIGITS = 400

LINES = [
    [(0.0, 0.0), (1.0, 0.0)],  # ReLU
    [(-1.0, 0.0), (1.0, 0.0)],  # |x|
    [(0.1, 0.0), (1.0, 0.0)],  # Leaky ReLU
    [(1.0, 0.0), (3.0, 0.0)],
    [(-2.0, 0.0), (2.0, 0.0)],
    # The demo's pieces at first, one to five of them.
    *([(-0.5, 0.0), (1.0, 0.0), (2.0, -2.0), (-1.5, -2.0), (0.2, 0.5)][:k] for k in range(1, 6)),
    # One line alone, equal lines, parallel lines, constants.
    [(1.0, 5.0)],
    [(-1.0, 0.3)],
    [(0.0, 7.0)],
    [(0.7, -1.0), (0.7, -1.0), (0.7, -1.0)],
    [(2.0, 0.0), (2.0, 1.0), (2.0, -3.0)],
    [(0.0, 1.0), (0.0, -1.0)],
    # A line below the others everywhere, and one that touches them in a point.
    [(-1.0, 0.0), (0.0, -1.0), (1.0, 0.0)],
    [(0.0, 0.0), (-1.0, 0.0), (1.0, 0.0)],
    # Lines that cross in one place but for rounding.
    [(0.1, 0.1), (0.2, 0.2), (0.3, 0.3), (0.7, 0.7)],
    # Kinks at x = 1, where the computation changes its way, and about it.
    [(0.0, 0.0), (1.0, -1.0)],
    [(0.0, 0.0), (1.0, -0.99)],
    [(0.0, 0.0), (1.0, -1.01)],
    # Kinks far out: all but a few inputs meet a flat line.
    [(0.0, 0.0), (1.0, -5.0)],
    [(0.0, 0.0), (1.0, -10.0)],
    [(0.0, 0.0), (-3.0, -24.0)],
    [(0.0, 1.0), (100.0, -2000.0), (-100.0, -2000.0)],
    [(0.0, 0.0), (1.0, -10.0), (2.0, -21.0), (-1.0, -9.0)],
    [(1.0, 0.0), (-5.0, -100.0)],
    [(1.0, 0.0), (2.0, -40.0), (-1.0, -40.0)],
    # Huge and tiny slopes, large intercepts, nearly parallel lines.
    [(-1e6, 0.0), (1e6, 0.0)],
    [(-1e150, 0.0), (1e150, 1e150), (3.0, 4.0)],
    [(1e-150, 0.0), (-1e-150, 0.0)],
    [(1.0, 1e6), (2.0, 1e6)],
    [(100.0, -100.0), (-100.0, 100.0), (0.5, 100.0)],
    [(1.0, 0.0), (1.0000000001, 0.0)],
    [(1.0, 0.0), (1.0000000000000002, 1e-16)],
]


def random_lines():
    """Tenths as the demo's sliders give them."""
    dice = random.Random(16)
    for count in range(1, 6):
        for _ in range(12):
            yield [(dice.randint(-50, 50) / 10, dice.randint(-50, 50) / 10) for _ in range(count)]


def envelope(lines):
    """(from, to, slope, intercept) from left to right."""
    lines = {(mpf(w), mpf(b)) for w, b in lines}
    crossings = {(d - b) / (a - c) for (a, b), (c, d) in combinations(lines, 2) if a != c}
    ends = [-inf, *sorted(crossings), inf]
    stretches = []
    for low, high in zip(ends, ends[1:]):
        if low == -inf:
            inside = high - 1 if high < inf else mpf(0)
        else:
            inside = low + 1 if high == inf else (low + high) / 2
        w, b = max(lines, key=lambda line: line[0] * inside + line[1])
        if stretches and stretches[-1][2:] == (w, b):
            stretches[-1] = (stretches[-1][0], high, w, b)
        else:
            stretches.append((low, high, w, b))
    return stretches


def phi(x):
    return exp(-x * x / 2) / sqrt(2 * pi)


def normal_moments(low, high):
    """The integrals of 1, x and x² times the density over a stretch."""
    above = lambda x: erfc(x / sqrt(2)) / 2
    at = lambda x: 0 if abs(x) == inf else x * phi(x)
    share = above(low) - above(high)
    return share, phi(low) - phi(high), share + at(low) - at(high)


def moments(stretches):
    mean = squares = mpf(0)
    for low, high, w, b in stretches:
        one, x, xx = normal_moments(low, high)
        mean += w * x + b * one
        squares += w * w * xx + 2 * w * b * x + b * b * one
    return mean, squares - mean * mean


def check(lines, stretches, mean, variance):
    """Against quadrature of the deviations, which are squared before they are added up."""
    size = max(abs(w) + abs(b) for _, _, w, b in stretches)
    # mpmath stops when what is left is small, however small the integral is.
    unit = variance or mpf(1)
    with workdps(60):
        total = [mpf(0), mpf(0)]
        for low, high, w, b in stretches:
            low, high = max(low, -45), min(high, 45)
            # The mass of a tail lies close to its beginning.
            near = {low, high, *range(-45, 46, 5)}
            near |= {end + sign * step for end in (low, high) for sign in (-1, 1) for step in (0.1, 0.4, 1)}
            points = sorted(point for point in near if low <= point <= high)
            if len(points) < 2:
                continue
            total[0] += quad(lambda x: (w * x + b) / size * phi(x), points)
            total[1] += quad(lambda x: (w * x + b - mean) ** 2 / unit * phi(x), points)
        assert abs(total[0] * size - mean) <= mpf("1e-20") * size, (lines, total[0] * size, mean)
        assert abs(total[1] * unit - variance) <= mpf("1e-20") * unit, (lines, total[1], variance)


def main():
    mp.dps = DIGITS
    with open(Path(__file__).parent / "maxout.csv", "w", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["lines", "mean", "variance"])
        for lines in [*LINES, *random_lines()]:
            stretches = envelope(lines)
            mean, variance = moments(stretches)
            if all(w == 0 for _, _, w, _ in stretches):
                variance = mpf(0)
            check(lines, stretches, mean, variance)
            named = " ".join(f"{w!r}:{b!r}" for w, b in lines)
            table.writerow([named, nstr(mean, 20), nstr(variance, 20)])


if __name__ == "__main__":
    main()
