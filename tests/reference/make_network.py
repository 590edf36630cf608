"""Write network.csv and network_points.csv: small networks before and after some epochs, in NumPy.

Everything is f64 and whole matrices at a time; the order of the points comes from the generators'
papers. Points, weights and learning rates are exact in f32, so that the only error a comparison can
see is the one of the code under test.
"""

import csv
import random
from pathlib import Path

import numpy as np

from functions import FUNCTIONS, find, pieces, written

POINTS = 200
MASK = 2**64 - 1


# Depth, width, batch, rate, seed and epochs for a function without networks of its own.
STANDARD = 2, 4, 10, 0.015625, 20, 3

# id, parameters, depth, width, batch, rate, seed, epochs: widths on and off multiples of four; batches of one,
# of all, and that leave a rest.
SPECIAL = [
    ("sigmoid", {}, 1, 4, 10, 0.5, 1, 3),
    ("sigmoid", {}, 4, 3, 64, 0.25, 2, 2),
    ("tanh", {}, 1, 1, 1, 0.03125, 3, 2),
    ("tanh", {}, 2, 8, 10, 0.125, 4, 3),
    ("tanh", {}, 8, 2, 13, 0.125, 5, 2),
    ("relu", {}, 2, 5, 7, 0.0625, 6, 3),
    ("relu", {}, 1, 16, 200, 0.5, 7, 8),
    ("leaky-relu", {"slope": 0.125}, 3, 3, 30, 0.125, 8, 3),
    ("elu", {"alpha": 1.5}, 2, 6, 24, 0.0625, 9, 3),
    ("elu", {"alpha": 1.0}, 3, 4, 199, 0.25, 10, 8),
    ("maxout", pieces(-0.5, 0.25, 1.0, 0.0), 2, 4, 12, 0.0625, 11, 3),
    ("identity", {}, 3, 2, 10, 0.0625, 12, 3),
    ("step", {}, 2, 4, 10, 0.25, 13, 3),
    # Its slope is small where its outputs, all negative, lead it.
    ("log-sigmoid", {}, 2, 4, 10, 0.25, 21, 3),
]


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def mix(number):
    """splitmix64."""
    number = (number + 0x9E3779B97F4A7C15) & MASK
    number = ((number ^ (number >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    number = ((number ^ (number >> 27)) * 0x94D049BB133111EB) & MASK
    return number ^ (number >> 31)


class Pcg32:
    """PCG-XSH-RR with 64 bits of state (O'Neill 2014), and Lemire's numbers below a bound (2019)."""

    def __init__(self, seed):
        self.state = 0
        self.increment = (1442695040888963407 << 1 | 1) & MASK
        self.next()
        self.state = (self.state + seed) & MASK
        self.next()

    def next(self):
        old = self.state
        self.state = (old * 6364136223846793005 + self.increment) & MASK
        shifted = (((old >> 18) ^ old) >> 27) & 0xFFFFFFFF
        turn = old >> 59
        return (shifted >> turn | shifted << (32 - turn)) & 0xFFFFFFFF

    def below(self, bound):
        product = self.next() * bound
        while product & 0xFFFFFFFF < (2**32 - bound) % bound:
            product = self.next() * bound
        return product >> 32


def shuffled(seed, epoch):
    """Fisher and Yates's order of the points in an epoch."""
    generator = Pcg32(mix(mix(seed) ^ epoch))
    order = list(range(POINTS))
    for place in range(POINTS - 1, 0, -1):
        other = generator.below(place + 1)
        order[place], order[other] = order[other], order[place]
    return order


def layers(parameters, depth, width):
    """Matrices of the layers: a row a neuron, its bias last. They are views into the flat list."""
    start = 0
    for layer in range(depth + 1):
        inputs = 2 if layer == 0 else width
        outputs = 1 if layer == depth else width
        end = start + outputs * (inputs + 1)
        yield parameters[start:end].reshape(outputs, inputs + 1)
        start = end


def elementwise(function):
    """A function of matrices from a function of one float."""
    return lambda z: np.array([function(one) for one in z.ravel().tolist()]).reshape(z.shape)


def with_ones(rows):
    return np.hstack([rows, np.ones((len(rows), 1))])


class Net:
    def __init__(self, function, constants, depth, width):
        at = lambda z: float(function.at(z, constants))
        slope = lambda z: float(function.value_and_slope(z, constants)[1])
        self.value, self.slope = (elementwise(each) for each in (at, slope))
        self.shape = depth, width

    def forward(self, parameters, points):
        """The pre-activations of every layer, and its inputs with a one for the bias."""
        sums, inputs, signal = [], [], points
        matrices = list(layers(parameters, *self.shape))
        for matrix in matrices:
            inputs.append(with_ones(signal))
            sums.append(inputs[-1] @ matrix.T)
            signal = self.value(sums[-1])
        return matrices, sums, inputs

    def logits(self, parameters, points):
        return self.forward(parameters, points)[1][-1][:, 0]

    def loss(self, parameters, points, labels):
        logits = self.logits(parameters, points)
        return np.mean(np.logaddexp(0, np.where(labels, -logits, logits)))

    def accuracy(self, parameters, points, labels):
        return np.mean((self.logits(parameters, points) > 0) == labels)

    def gradient(self, parameters, points, labels):
        """Of the mean loss, as flat as the parameters."""
        matrices, sums, inputs = self.forward(parameters, points)
        delta = (sigmoid(sums[-1]) - labels[:, None]) / len(points)
        gradients = []
        for layer in reversed(range(len(matrices))):
            gradients.insert(0, (delta.T @ inputs[layer]).ravel())
            if layer > 0:
                delta = (delta @ matrices[layer][:, :-1]) * self.slope(sums[layer - 1])
        return np.concatenate(gradients)

    def check_against_quotients(self, parameters, points, labels):
        """Stop if a gradient disagrees with a difference quotient of the loss."""
        gradient = self.gradient(parameters, points, labels)
        for index in range(len(parameters)):
            step = np.zeros_like(parameters)
            step[index] = 1e-6
            above, below = (self.loss(parameters + s, points, labels) for s in (step, -step))
            assert abs((above - below) / 2e-6 - gradient[index]) < 1e-8, (self.shape, index)


def write(numbers):
    return " ".join(f"{number:.9g}" for number in numbers)


def fraction(draw, reach, parts):
    return draw.randint(-reach * parts, reach * parts) / parts


def cases(draw):
    """The cases, each with its source of random numbers and the largest weight at the start."""
    for case in SPECIAL:
        yield *case, draw, 1.0
    special = {id for id, *_ in SPECIAL}
    for function in FUNCTIONS:
        if function.id not in special:
            # Numbers of its own, so that a new function changes no other row. Small weights, because the
            # values of some functions grow fast.
            yield function.id, function.defaults, *STANDARD, random.Random(function.id), 0.25


def main():
    # The script's own numbers, not those of the app's generator; fractions that f32 has exactly.
    draw = random.Random(20)
    points = np.array([[fraction(draw, 2, 64), fraction(draw, 2, 64)] for _ in range(POINTS)])
    # A ring, in part; nothing that a network of these sizes learns at once.
    labels = np.array([x * x + y * y + x * y < 2.0 + draw.random() for x, y in points])
    place = Path(__file__)
    with place.with_name("network_points.csv").open("w", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["x", "y", "positive"])
        table.writerows([x, y, int(label)] for (x, y), label in zip(points, labels))
    with place.with_name("network.csv").open("w", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow([
            "id", "parameters", "depth", "width", "batch", "rate", "seed", "epochs",
            "start", "loss", "accuracy", "gradient", "norms",
            "end", "end_loss", "end_accuracy", "end_norms",
        ])
        for id, constants, *numbers, draw, reach in cases(draw):
            depth, width, batch, rate, seed, epochs = numbers
            function = find(id)
            net = Net(function, constants, depth, width)
            count = sum(matrix.size for matrix in layers(np.zeros(9999), depth, width))
            weights = reach * np.array([fraction(draw, 1, 256) for _ in range(count)])
            start = weights.copy()
            # Off the grid, where no point is on a kink.
            if not function.jumps:
                near = weights + np.array([draw.gauss(0, 0.01) for _ in range(count)])
                net.check_against_quotients(near, points, labels)

            def measured():
                gradient = net.gradient(weights, points, labels)
                norms = [np.linalg.norm(one) for one in layers(gradient, depth, width)]
                data = weights, points, labels
                return [write([net.loss(*data)]), write([net.accuracy(*data)])], gradient, norms

            (loss, accuracy), gradient, norms = measured()
            for epoch in range(epochs):
                order = shuffled(seed, epoch)
                for first in range(0, POINTS, batch):
                    chosen = order[first : first + batch]
                    weights -= rate * net.gradient(weights, points[chosen], labels[chosen])
            (end_loss, end_accuracy), _, end_norms = measured()
            table.writerow([
                id, written(constants), *numbers,
                write(start), loss, accuracy, write(gradient), write(norms),
                write(weights), end_loss, end_accuracy, write(end_norms),
            ])


if __name__ == "__main__":
    main()
