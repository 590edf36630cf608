"""The time to evaluate each activation function over a million points with the code that the page offers for NumPy and
PyTorch, on one thread. Prints a line for each function: its id, and the medians in nanoseconds; `-` where a library is
missing."""

import re
import statistics
import time
from pathlib import Path

import numpy as np

try:
    import torch
except ImportError:
    torch = None

CODE = Path(__file__).parents[2] / "crates" / "activations" / "src" / "functions"
POINTS = 1_000_000
ROUNDS = 7


def defaults(id):
    """The parameters of a function with their defaults, from its declaration."""
    source = (CODE / f"{id.replace('-', '_')}.rs").read_text(encoding="utf-8")
    return dict(re.findall(rf'key: "{re.escape(id)}\.(\w+)".*?default: ([-\d.]+)', source, re.S))


def function(id, language):
    text = (CODE / "code" / f"{id}.md").read_text(encoding="utf-8")
    code = re.search(rf"^## {re.escape(language)}\n+```\w+\n(.*?)^```$", text, re.M | re.S)[1]
    # The longest name first, because one may begin another.
    for name, number in sorted(defaults(id).items(), key=lambda pair: -len(pair[0])):
        code = code.replace(f"@{name}", number)
    assert "@" not in code, code
    scope = {}
    exec(compile(code, f"{id}, {language}", "exec"), scope)
    return scope[id.replace("-", "_")]


def median(function, points):
    function(points)
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter_ns()
        function(points)
        times.append(time.perf_counter_ns() - start)
    return str(int(statistics.median(times)))


def main():
    points = np.linspace(-10.0, 10.0, POINTS)
    if torch is not None:
        torch.set_num_threads(1)
    for path in sorted((CODE / "code").glob("*.md")):
        numpy_time = median(function(path.stem, "Python (NumPy)"), points)
        torch_time = "-" if torch is None else median(function(path.stem, "PyTorch"), torch.from_numpy(points))
        print(path.stem, numpy_time, torch_time, flush=True)


if __name__ == "__main__":
    main()
