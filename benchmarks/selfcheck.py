"""What a student waits for: a check cell of ten tensors in a Jupyter kernel, and `import autograder`.

    python benchmarks/selfcheck.py [--repeat 20] [--json FILE]

The cell is timed from the request to the kernel's reply, as JupyterLab does it: `empty` is a cell of `pass`, `right`
one of ten right tensors, `wrong` one of ten wrong ones (transposed, scaled, shifted ...), each with its diagnosis.
`first` is the first of all, which reads the expected values. The import is timed in a fresh process, after torch.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

import nbformat
from classes import ROOT
from jupyter_client.manager import KernelManager
from rich.console import Console
from rich.table import Table

ASSIGNMENT = "08-backprop-ninja"
NUMBER = 10
IMPORT = """
import time
import torch
began = time.perf_counter()
import autograder
print(time.perf_counter() - began)
"""
# what a right tensor becomes: mistakes of several kinds, cheap and dear to diagnose
WRONG = ("-{0}", "2 * {0}", "{0}.flip(0)", "{0} + 0.1", "{0} * 0", "{0}.double()", "{0}[None]", "{0} * {0}",
         "{0}.cumsum(0)", "torch.randn_like({0})")  # fmt: skip

RIGHT = f"""
from pathlib import Path
from autograder import check
from autograder.judge.expected import find_expected, read_expected
names = [one.name for one in read_expected(find_expected(Path())).checks.values()
         if one.variable and isinstance(globals().get(one.name), torch.Tensor)]
assert len(names) >= {NUMBER}
right = [globals()[name] for name in names[:{NUMBER}]]
"""


class Kernel:
    """A Jupyter kernel in a folder, with the solution's cells run."""

    def __init__(self, folder: Path) -> None:
        """Start it."""
        self._manager = KernelManager()
        self._manager.start_kernel(cwd=str(folder))
        self._client = self._manager.client()
        self._client.start_channels()
        self._client.wait_for_ready(timeout=120)

    def run(self, code: str) -> float:
        """Run one cell; return its seconds, outputs included."""
        began = time.perf_counter()
        self._client.execute_interactive(code, timeout=120, output_hook=lambda _: None)
        return time.perf_counter() - began

    def close(self) -> None:
        """End it."""
        self._client.stop_channels()
        self._manager.shutdown_kernel(now=True)


def import_s(repeat: int) -> float:
    """Return the median of what `import autograder` takes after `import torch`."""
    command = [sys.executable, "-c", IMPORT]
    made = [subprocess.run(command, check=True, capture_output=True, text=True).stdout for _ in range(repeat)]
    return statistics.median(float(one) for one in made)


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--repeat", type=int, default=20, metavar="N")
    parser.add_argument("--json", type=Path, metavar="FILE")
    options = parser.parse_args()
    load = os.getloadavg()[0]
    path = next((ROOT / "solutions" / ASSIGNMENT).glob("*.ipynb"))
    cells = [cell.source for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]
    kernel = Kernel(ROOT / "release" / ASSIGNMENT)
    try:
        for source in cells:
            if "check(" not in source:
                kernel.run(source)
        kernel.run(RIGHT)
        wrong = ", ".join(change.format(f"right[{i}]") for i, change in enumerate(WRONG))
        kernel.run(f"wrong = [{wrong}]")
        loop = "for name, value in zip(names, {}):\n    check(name, value)"
        found = {"first": kernel.run(loop.format("right"))}
        for name, code in (("empty", "pass"), ("right", loop.format("right")), ("wrong", loop.format("wrong"))):
            found[name] = statistics.median(kernel.run(code) for _ in range(options.repeat))
    finally:
        kernel.close()
    found["import"] = import_s(max(options.repeat // 4, 3))
    table = Table("", "ms", title=f"medians of {options.repeat}, load {load:.1f} on {os.cpu_count()} cores")
    for name, seconds in found.items():
        table.add_row(name if name == "import" else f"cell of {NUMBER}: {name}", f"{1000 * seconds:.0f}")
    Console().print(table)
    if options.json:
        options.json.write_text(json.dumps({**found, "load": load}, indent=1), "utf-8")


if __name__ == "__main__":
    main()
