"""Write code.csv: what the code that a reader can copy gives, run by the libraries that it is for.

PyTorch, JAX and Keras (on JAX) also differentiate the values by themselves, and must come to the derivatives that the
code has, away from the kinks.
"""

import csv
import re
import warnings
import zlib
from pathlib import Path

import numpy as np

from functions import FUNCTIONS, find, pieces, written
from libraries import in_jax, in_torch, jax_slopes, torch_slopes

ROOT = Path(__file__).parents[2]
CODE = ROOT / "crates" / "activations" / "src" / "functions" / "code"

# Parameters beside the defaults: others, and those with which a function becomes another.
SPECIAL = {
    "elu": [{"alpha": 2.5}],
    "maxout": [pieces(2.0, -1.5, 0.25, 0.5), pieces(1.0, 0.5, 1.0, -0.5)],
}

# Kinks, tails in which a naive formula is 0 or overflows, and what is small beside 1. Nothing gives a
# subnormal number, which JAX rounds to 0.
SIZES = [1e-20, 1e-3, 0.5, 1.0, 3.5, 20.0, 40.0, 300.0, 1000.0]
INPUTS = np.array([-x for x in reversed(SIZES)] + [0.0] + SIZES)


def cases():
    """Each function with its defaults and with other parameters."""
    for function in FUNCTIONS:
        others = SPECIAL.get(function.id, function.sets[-1:])
        for parameters in [function.defaults, *others]:
            yield function.id, parameters


def block(id, language):
    text = (CODE / f"{id}.md").read_text(encoding="utf-8")
    return re.search(rf"^## {re.escape(language)}\n+```\w+\n(.*?)^```$", text, re.M | re.S)[1]


def functions(id, language, parameters):
    code = block(id, language)
    # The longest name first, because one may begin another.
    for key, number in sorted(parameters.items(), key=lambda pair: -len(pair[0])):
        code = code.replace(f"@{key}", repr(number))
    assert "@" not in code, code
    scope = {}
    exec(compile(code, f"{id}, {language}", "exec"), scope)
    name = id.replace("-", "_")
    return scope[name], scope[f"{name}_derivative"]


def in_numpy(function, inputs):
    with warnings.catch_warnings():
        # The code is to be sound without a word from the library.
        warnings.simplefilter("error")
        return function(inputs)


def check(slopes, own, kinks, what):
    """Stop if the library finds other slopes than the code has."""
    if slopes is None:
        return
    places = ~np.isin(INPUTS, [0.0, *kinks])
    # Both are right to a few units in the last place beside 1; the libraries compute 1 − tanh² and x σ(x) (1 − σ(x)).
    size = np.maximum(1.0, np.abs(own))
    # Where both overflow, their difference is no number.
    error = np.where(slopes == own, 0.0, np.abs(slopes - own) / size)[places]
    assert error.max() <= 1e-13 + DEVIATIONS.get(what, 0.0), (what, error.max())


with Path(__file__).with_name("deviations.csv").open(encoding="utf-8") as file:
    DEVIATIONS = {(row["framework"], row["id"]): float(row["error"]) for row in csv.DictReader(file)}

LIBRARIES = {
    "Python (NumPy)": (in_numpy, None),
    "PyTorch": (in_torch, torch_slopes),
    "JAX": (in_jax, jax_slopes),
    "Keras": (in_jax, jax_slopes),
}


def main():
    with open(Path(__file__).with_name("code.csv"), "w", newline="", encoding="utf-8") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["language", "id", "parameters", "crc", "x", "value", "gradient"])
        for language, (run, differentiate) in LIBRARIES.items():
            for id, parameters in cases():
                value, derivative = functions(id, language, parameters)
                values, slopes = run(value, INPUTS), run(derivative, INPUTS)
                if differentiate is not None and not find(id).jumps:
                    check(differentiate(value, INPUTS), slopes, find(id).kinks_with(parameters), (language, id))
                crc = zlib.crc32(block(id, language).encode())
                for x, y, slope in zip(INPUTS, values, slopes, strict=True):
                    table.writerow([language, id, written(parameters), crc, float(x), float(y), float(slope)])


if __name__ == "__main__":
    main()
