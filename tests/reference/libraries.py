"""How NumPy, PyTorch, JAX and Keras (on JAX) compute a function of an array in f64, and how they differentiate it."""

import os

os.environ["KERAS_BACKEND"] = "jax"

import jax
import keras
import numpy as np
import torch

jax.config.update("jax_enable_x64", True)
keras.config.set_floatx("float64")


def in_torch(function, inputs):
    return function(torch.tensor(inputs)).numpy()


def in_jax(function, inputs):
    return np.asarray(function(jax.numpy.asarray(inputs)))


def torch_slopes(function, inputs):
    """The slopes; None if the function is not connected with its input, as a step or a constant."""
    inputs = torch.tensor(inputs, requires_grad=True)
    values = function(inputs)
    if not values.requires_grad:
        return None
    return torch.autograd.grad(values.sum(), inputs)[0].numpy()


def jax_slopes(function, inputs):
    return np.asarray(jax.vmap(jax.grad(function))(inputs))
