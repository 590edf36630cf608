"""Write frameworks.csv: what PyTorch, JAX and Keras return for values and gradients in f64.

Every framework differentiates its own function. Keras runs on JAX.
"""

import csv
import os
from pathlib import Path

os.environ["KERAS_BACKEND"] = "jax"

import jax
import keras
import numpy as np
import torch
from torch.nn import functional as F

from functions import framework_places, written

K = keras.activations
# For each function: its parameters, and its form in PyTorch, JAX and Keras, where they have one.
ROWS = [
    ("sigmoid", {}, torch.sigmoid, jax.nn.sigmoid, K.sigmoid),
    ("tanh", {}, torch.tanh, jax.nn.tanh, K.tanh),
    ("relu", {}, F.relu, jax.nn.relu, K.relu),
    ("leaky-relu", {"slope": 0.1}, lambda x: F.leaky_relu(x, 0.1), lambda x: jax.nn.leaky_relu(x, 0.1), lambda x: K.leaky_relu(x, 0.1)),
    ("elu", {"alpha": 1.0}, F.elu, jax.nn.elu, K.elu),
    ("elu", {"alpha": 2.5}, lambda x: F.elu(x, 2.5), lambda x: jax.nn.elu(x, 2.5), lambda x: K.elu(x, 2.5)),
    ("identity", {}, torch.nn.Identity(), jax.nn.identity, K.linear),
    ("hard-sigmoid", {}, F.hardsigmoid, jax.nn.hard_sigmoid, K.hard_sigmoid),
    ("hard-tanh", {}, F.hardtanh, jax.nn.hard_tanh, K.hard_tanh),
    ("softsign", {}, F.softsign, jax.nn.soft_sign, K.softsign),
    ("sparse-sigmoid", {}, None, jax.nn.sparse_sigmoid, K.sparse_sigmoid),
    ("log-sigmoid", {}, F.logsigmoid, jax.nn.log_sigmoid, K.log_sigmoid),
    ("relu6", {}, F.relu6, jax.nn.relu6, K.relu6),
    ("threshold", {"at": 1.0, "value": 0.2}, lambda x: F.threshold(x, 1.0, 0.2), None, lambda x: K.threshold(x, 1.0, 0.2)),
    ("selu", {}, F.selu, jax.nn.selu, K.selu),
    ("celu", {"alpha": 1.0}, F.celu, jax.nn.celu, K.celu),
    ("celu", {"alpha": 2.0}, lambda x: F.celu(x, 2.0), lambda x: jax.nn.celu(x, 2.0), lambda x: K.celu(x, 2.0)),
    ("softplus", {"beta": 1.0}, F.softplus, jax.nn.softplus, K.softplus),
    ("squareplus", {"b": 4.0}, None, jax.nn.squareplus, K.squareplus),
    ("sparse-plus", {}, None, jax.nn.sparse_plus, K.sparse_plus),
    ("gelu", {}, F.gelu, lambda x: jax.nn.gelu(x, approximate=False), K.gelu),
    ("gelu-tanh", {}, lambda x: F.gelu(x, approximate="tanh"), jax.nn.gelu, lambda x: K.gelu(x, approximate=True)),
    ("silu", {}, F.silu, jax.nn.silu, K.silu),
    ("hard-swish", {}, F.hardswish, jax.nn.hard_silu, K.hard_silu),
    ("mish", {}, F.mish, jax.nn.mish, K.mish),
    ("tanhshrink", {}, F.tanhshrink, None, K.tanh_shrink),
    ("softshrink", {"lambda": 0.5}, F.softshrink, None, K.soft_shrink),
    ("hardshrink", {"lambda": 0.5}, F.hardshrink, None, K.hard_shrink),
    ("exponential", {}, torch.exp, jax.numpy.exp, K.exponential),
]


def in_torch(function, x):
    input = torch.tensor(x, dtype=torch.float64, requires_grad=True)
    value = function(input)
    (slope,) = torch.autograd.grad(value, input)
    return value.item(), slope.item()


def in_jax(function, x):
    value, slope = jax.value_and_grad(function)(np.float64(x))
    return float(value), float(slope)


def main():
    jax.config.update("jax_enable_x64", True)
    keras.config.set_floatx("float64")
    with Path(__file__).with_name("frameworks.csv").open("w", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        names = [f"{name}_{what}" for name in ["torch", "jax", "keras"] for what in ["value", "gradient"]]
        table.writerow(["id", "parameters", "x", *names])
        for id, parameters, *forms in ROWS:
            for x in framework_places(id, parameters):
                cells = []
                for form, run in zip(forms, [in_torch, in_jax, in_jax], strict=True):
                    cells += ["", ""] if form is None else map(repr, run(form, x))
                table.writerow([id, written(parameters), repr(x), *cells])


if __name__ == "__main__":
    main()
