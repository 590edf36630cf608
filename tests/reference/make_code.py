"""Write code.csv: what the code that a reader can copy gives, run by the libraries that it is for.

The NumPy and JAX code runs as it is; PyTorch, which is too large to bring for this, is played by the
functions of NumPy that its own are named after. JAX also differentiates the values by itself, and must come
to the derivatives that the code has, kinks included.
"""

import csv
import re
import types
import warnings
import zlib
from pathlib import Path

import jax
import numpy as np
from mpmath import mpf, workdps

from functions import DIGITS, FUNCTIONS, pieces, written

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


def pytorch():
    """The part of PyTorch that the code uses, by its documentation, in NumPy and by functions.py."""
    torch = types.ModuleType("torch")
    torch.__getattr__ = lambda name: getattr(np, name)
    torch.clamp = lambda x, min=None, max=None: np.clip(x, min, max)
    torch.relu = lambda x: np.maximum(x, 0.0)
    torch.sigmoid = lambda x: np.exp(-np.logaddexp(0.0, -x))
    functional = types.SimpleNamespace()
    for function in FUNCTIONS:
        setattr(functional, function.id.replace("-", "_"), exactly(function))
    torch.nn = types.SimpleNamespace(functional=functional)
    return torch


def exactly(function):
    """The function of arrays. Its parameters may have other names, but have the order of functions.py."""

    def run(x, **parameters):
        numbers = dict(zip(function.defaults, map(mpf, parameters.values()), strict=True))
        with workdps(DIGITS):
            return np.array([float(function.at(mpf(one), numbers)) for one in x.tolist()])

    return run


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
    for key, number in parameters.items():
        code = code.replace(f"@{key}", repr(number))
    assert "@" not in code, code
    scope = {}
    exec(compile(code, f"{id}, {language}", "exec"), scope)
    name = id.replace("-", "_")
    return scope[name], scope[f"{name}_derivative"]


def check_jax(value, derivative):
    """What JAX finds by itself: the slope of each value, also at kinks."""
    own = jax.vmap(jax.grad(value))(INPUTS)
    # Both are right to a few units in the last place, JAX's own tanh' only beside 1.
    np.testing.assert_allclose(own, derivative(INPUTS), rtol=1e-14, atol=1e-15)


def main():
    import sys

    jax.config.update("jax_enable_x64", True)
    sys.modules["torch"] = pytorch()
    with open(Path(__file__).with_name("code.csv"), "w", newline="", encoding="utf-8") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["language", "id", "parameters", "crc", "x", "value", "gradient"])
        for language in ["Python (NumPy)", "PyTorch", "JAX"]:
            for id, parameters in cases():
                value, derivative = functions(id, language, parameters)
                if language == "JAX":
                    check_jax(value, derivative)
                crc = zlib.crc32(block(id, language).encode())
                for x, y, slope in zip(INPUTS, value(INPUTS), derivative(INPUTS), strict=True):
                    table.writerow([language, id, written(parameters), crc, float(x), float(y), float(slope)])


if __name__ == "__main__":
    # The code is to be sound without a word from the library.
    warnings.simplefilter("error")
    main()
