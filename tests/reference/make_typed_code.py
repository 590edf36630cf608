"""Write typed_code.csv: what the code of typed functions gives, run by the libraries that it is for.

PyTorch, JAX and Keras (on JAX) also differentiate the values by themselves, and must come to the derivatives that the
code has, away from the kinks.
"""

import csv
import json
import subprocess
import zlib
from pathlib import Path

import numpy as np

from libraries import in_jax, in_torch, jax_slopes, torch_slopes

HERE = Path(__file__).parent
EXPRESSIONS = HERE / "expressions.txt"

# Places at which the expressions have kinks, and others.
KINKS = [-2.0, -1.0, -0.5, 0.0, 0.25, 0.5, 1.0, 2.0]
SMOOTH = [-3.5, -2.3, -0.7, -0.001, 0.001, 0.3, 1.7, 3.5]
INPUTS = np.array(sorted(KINKS + SMOOTH))


LIBRARIES = {
    "Python (NumPy)": (lambda function, inputs: function(inputs), None),
    "PyTorch": (in_torch, torch_slopes),
    "JAX": (in_jax, jax_slopes),
    "Keras": (in_jax, jax_slopes),
}


# The libraries have SELU's constants to 1e-8. Keras computes tanh, sin, atan and others in float32 in any case.
ERRORS = {"PyTorch": 1e-8, "JAX": 1e-8, "Keras": 1e-6}


def main():
    command = ["cargo", "run", "--quiet", "--package", "activations", "--example", "typed_code"]
    printed = subprocess.run(command, input=EXPRESSIONS.read_bytes(), stdout=subprocess.PIPE, check=True, cwd=HERE)
    with open(HERE / "typed_code.csv", "w", newline="", encoding="utf-8") as file:
        table = csv.writer(file, lineterminator="\n", delimiter="\t")
        table.writerow(["language", "expression", "crc", "x", "value", "gradient"])
        for line in printed.stdout.decode().splitlines():
            text, language, code = json.loads(line)
            if language not in LIBRARIES:
                continue
            run, differentiate = LIBRARIES[language]
            scope = {}
            exec(compile(code, f"{text}, {language}", "exec"), scope)
            values, slopes = run(scope["own"], INPUTS), run(scope["own_derivative"], INPUTS)
            if differentiate is not None:
                own = differentiate(scope["own"], INPUTS)
                # A constant has no slopes of its own.
                own = np.zeros_like(INPUTS) if own is None else own
                error = np.abs(own - slopes) / np.maximum(1.0, np.abs(slopes))
                assert error[~np.isin(INPUTS, KINKS)].max() <= ERRORS[language], (text, language, error)
            crc = zlib.crc32(code.encode())
            for x, y, slope in zip(INPUTS, values, slopes, strict=True):
                table.writerow([language, text, crc, float(x), float(y), float(slope)])


if __name__ == "__main__":
    main()
