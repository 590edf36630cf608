"""Write tensorflow_onnx.csv: what TensorFlow, Keras on TensorFlow and ONNX Runtime return.

TensorFlow and Keras compute in f64, and TensorFlow's tape differentiates the framework's own function. ONNX
operators have no derivative. ONNX Runtime computes in f64 where it has such a kernel, else in f32.
"""

import csv
import os
from pathlib import Path

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ["CUDA_VISIBLE_DEVICES"] = "-1"

import keras
import numpy as np
import onnxruntime
import tensorflow as tf
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.capi.onnxruntime_pybind11_state import InvalidGraph, NotImplemented

from functions import framework_places, written

K = keras.activations
# The versions of the operators: the newest in which ONNX Runtime runs all of those below.
OPSET = 24
MICROSOFT = "com.microsoft"


def operator(name, *constants, domain="", **attributes):
    """An ONNX operator with its further inputs. What is not given is the operator's default."""
    return name, constants, domain, attributes


# For each function: its parameters, and its form in TensorFlow, Keras and ONNX, where they have one. A form that
# gets no parameter has the number as its default.
ROWS = [
    ("sigmoid", {}, tf.nn.sigmoid, K.sigmoid, operator("Sigmoid")),
    ("tanh", {}, tf.nn.tanh, K.tanh, operator("Tanh")),
    ("relu", {}, tf.nn.relu, K.relu, operator("Relu")),
    ("leaky-relu", {"slope": 0.01}, lambda x: tf.nn.leaky_relu(x, 0.01), lambda x: K.leaky_relu(x, 0.01), operator("LeakyRelu")),
    ("leaky-relu", {"slope": 0.1}, lambda x: tf.nn.leaky_relu(x, 0.1), lambda x: K.leaky_relu(x, 0.1), operator("LeakyRelu", alpha=0.1)),
    ("leaky-relu", {"slope": 0.2}, tf.nn.leaky_relu, K.leaky_relu, operator("LeakyRelu", alpha=0.2)),
    ("elu", {"alpha": 1.0}, tf.nn.elu, K.elu, operator("Elu")),
    ("elu", {"alpha": 2.5}, None, lambda x: K.elu(x, 2.5), operator("Elu", alpha=2.5)),
    ("identity", {}, tf.identity, K.linear, operator("Identity")),
    ("hard-sigmoid", {}, None, K.hard_sigmoid, operator("HardSigmoid", alpha=1 / 6)),
    ("hard-tanh", {}, None, K.hard_tanh, operator("Clip", -1.0, 1.0)),
    ("softsign", {}, tf.nn.softsign, K.softsign, operator("Softsign")),
    ("arctan", {}, tf.math.atan, keras.ops.arctan, operator("Atan")),
    ("sparse-sigmoid", {}, None, K.sparse_sigmoid, operator("HardSigmoid", alpha=0.5)),
    ("log-sigmoid", {}, tf.math.log_sigmoid, K.log_sigmoid, None),
    ("relu6", {}, tf.nn.relu6, K.relu6, operator("Clip", 0.0, 6.0)),
    ("threshold", {"at": 1.0, "value": 0.2}, None, lambda x: K.threshold(x, 1.0, 0.2), None),
    ("threshold", {"at": 1.0, "value": 0.0}, None, lambda x: K.threshold(x, 1.0, 0.0), operator("ThresholdedRelu")),
    ("selu", {}, tf.nn.selu, K.selu, operator("Selu")),
    ("celu", {"alpha": 1.0}, None, K.celu, operator("Celu")),
    ("celu", {"alpha": 2.0}, None, lambda x: K.celu(x, 2.0), operator("Celu", alpha=2.0)),
    ("softplus", {"beta": 1.0}, tf.nn.softplus, K.softplus, operator("Softplus")),
    ("squareplus", {"b": 4.0}, None, K.squareplus, None),
    ("sparse-plus", {}, None, K.sparse_plus, None),
    ("gelu", {}, tf.nn.gelu, K.gelu, operator("Gelu")),
    ("gelu-tanh", {}, lambda x: tf.nn.gelu(x, approximate=True), lambda x: K.gelu(x, approximate=True), operator("Gelu", approximate="tanh")),
    ("quick-gelu", {}, None, None, operator("QuickGelu", domain=MICROSOFT)),
    ("silu", {}, tf.nn.silu, K.silu, operator("Swish")),
    ("swish", {"beta": 1.7}, lambda x: tf.nn.silu(x, 1.7), None, operator("Swish", alpha=1.7)),
    ("hard-swish", {}, None, K.hard_silu, operator("HardSwish")),
    ("mish", {}, None, K.mish, operator("Mish")),
    ("tanhshrink", {}, None, K.tanh_shrink, None),
    ("softshrink", {"lambda": 0.5}, None, K.soft_shrink, operator("Shrink", bias=0.5)),
    ("hardshrink", {"lambda": 0.5}, None, K.hard_shrink, operator("Shrink")),
    ("sine", {"omega": 1.0}, tf.math.sin, keras.ops.sin, operator("Sin")),
    ("exponential", {}, tf.math.exp, K.exponential, operator("Exp")),
]


def in_tensorflow(function, places):
    """The values and the gradients."""
    x = tf.constant(places, dtype=tf.float64)
    with tf.GradientTape() as tape:
        tape.watch(x)
        values = function(x)
    # The gradient of the sum; each value depends on its own input only.
    gradients = tape.gradient(values, x)
    assert values.dtype == tf.float64
    return values.numpy().tolist(), gradients.numpy().tolist()


def session(name, constants, domain, attributes, element):
    """A model with one node."""
    inputs = [f"constant{index}" for index in range(len(constants))]
    numbers = [np.array(number, dtype=helper.tensor_dtype_to_np_dtype(element)) for number in constants]
    graph = helper.make_graph(
        [helper.make_node(name, ["x", *inputs], ["y"], domain=domain, **attributes)],
        "one",
        [helper.make_tensor_value_info("x", element, [None])],
        [helper.make_tensor_value_info("y", element, [None])],
        [numpy_helper.from_array(number, input) for number, input in zip(numbers, inputs, strict=True)],
    )
    opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(MICROSOFT, 1)]
    model = helper.make_model(graph, opset_imports=opsets, ir_version=10)
    return onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])


def in_onnx(operator, places):
    """The precision and the values. An f32 is written with the digits that it needs, and so is its input."""
    try:
        run, kind = session(*operator, TensorProto.DOUBLE), np.float64
    except (InvalidGraph, NotImplemented):
        run, kind = session(*operator, TensorProto.FLOAT), np.float32
    (values,) = run.run(None, {"x": np.array(places, dtype=kind)})
    assert values.dtype == kind
    return ["f64" if kind is np.float64 else "f32"] * len(places), [str(value) for value in values]


def check_claims():
    """What the page says and no row shows: defaults, limits, ties."""
    x = [-4.0, -2.5, -1.0, 0.0, 2.0, 4.0]
    _, hard = in_onnx(operator("HardSigmoid"), x)
    assert np.allclose(np.array(hard, dtype=float), np.clip(0.2 * np.array(x) + 0.5, 0, 1))
    layer = keras.layers.LeakyReLU()(tf.constant(x, dtype=tf.float64))
    assert np.allclose(layer, np.where(np.array(x) > 0, x, 0.3 * np.array(x)))
    approximate, _ = in_tensorflow(keras.ops.gelu, x)
    assert approximate == in_tensorflow(lambda x: tf.nn.gelu(x, approximate=True), x)[0]
    assert tf.nn.swish is tf.nn.silu
    for values, _ in [in_tensorflow(tf.nn.silu, [-np.inf]), in_tensorflow(K.silu, [-np.inf])]:
        assert np.isnan(values[0])
    assert in_onnx(operator("Swish"), [-np.inf])[1] == ["nan"]
    # It differentiates a square root of 0.
    assert np.isnan(in_tensorflow(lambda x: K.squareplus(x, 0.0), [0.0])[1][0])
    for shrink in [K.soft_shrink, K.hard_shrink]:
        assert in_tensorflow(lambda x, shrink=shrink: shrink(x, 0.0), [0.0])[1] == [0.0]
    for largest in [tf.reduce_max, keras.ops.max]:
        assert in_tensorflow(largest, [1.0, 1.0, 0.0])[1] == [0.5, 0.5, 0.0]


def main():
    keras.config.set_floatx("float64")
    check_claims()
    with Path(__file__).with_name("tensorflow_onnx.csv").open("w", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        names = [f"{name}_{what}" for name in ["tensorflow", "keras"] for what in ["value", "gradient"]]
        table.writerow(["id", "parameters", "x", *names, "onnx_type", "onnx_value"])
        for id, parameters, *forms in ROWS:
            places = framework_places(id, parameters)
            columns = [places]
            for form, run in zip(forms, [in_tensorflow, in_tensorflow, in_onnx], strict=True):
                columns += [[""] * len(places)] * 2 if form is None else run(form, places)
            for x, *cells in zip(*columns, strict=True):
                table.writerow([id, written(parameters), repr(x), *cells])


if __name__ == "__main__":
    main()
