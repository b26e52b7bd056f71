"""What it costs that submissions are read and judged in a process of their own: computing time for each, both ways.

    python benchmarks/judging.py [--repeat 200] [--json FILE] [NN-unit ...]

The same right submission, again and again: read and judged in this process, then by a judge process. Computing time
and not the clock, for each of the two waits while the other works.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from collections.abc import Callable
from pathlib import Path

from classes import ROOT
from rich.console import Console
from rich.table import Table

from autograder.course import find_course
from autograder.grade import Grader
from autograder.isolation import ForkServer
from autograder.judge import Judging
from autograder.judge.confined import Judges, Truth
from autograder.model import Run
from autograder.notebook import Notebook, read_submission

KINDS = ("here", "grader", "judge")


def cpu_ms(work: Callable[[], object], repeat: int) -> float:
    """Return what one call computes in this process."""
    began = time.process_time()
    for _ in range(repeat):
        work()
    return 1000 * (time.process_time() - began) / repeat


def measure(notebook: Notebook, launcher: ForkServer, repeat: int) -> dict[str, float]:
    """Return the milliseconds of this process alone; then, with a judge, of this process and of the judge."""
    data = (ROOT / "solutions" / notebook.assignment / f"{notebook.name}.ipynb").read_bytes()
    reference = Grader(launcher=launcher, secret=None).reference(notebook)
    submission, run = read_submission(data, notebook), reference.run

    def never(name: str) -> Run:
        raise AssertionError(name)  # a right answer needs no misconception

    def here() -> None:
        Judging(reference, read_submission(data, notebook), run, None).cells()

    here()
    judges, truth = Judges(launcher), Truth(notebook.assignment, reference, never)

    def beside() -> None:
        judges.read(truth, data)
        judges.judge(truth, submission, run)

    beside()
    judge = judges._idle[0]._child  # noqa: SLF001
    found = {"here": cpu_ms(here, repeat), "grader": cpu_ms(beside, repeat)}
    judges.close()
    return found | {"judge": 1000 * judge.wait(10).cpu_s / (repeat + 1)}


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("assignments", nargs="*", default=["08-backprop-ninja", "14-bpe"], metavar="NN-unit")
    parser.add_argument("--repeat", type=int, default=200, metavar="N")
    parser.add_argument("--json", type=Path, metavar="FILE")
    options = parser.parse_args()
    load, course, found = os.getloadavg()[0], find_course(ROOT), {}
    table = Table("exercise", *KINDS, "more", title=f"ms of computing for each submission, load {load:.1f}")
    with ForkServer() as launcher:
        for name in options.assignments:
            (notebook,) = course.notebooks(name)
            ms = found[name] = measure(notebook, launcher, options.repeat)
            more = ms["grader"] + ms["judge"] - ms["here"]
            table.add_row(name, *(f"{ms[kind]:.1f}" for kind in KINDS), f"{more:.1f}")
    Console().print(table)
    if options.json:
        options.json.write_text(json.dumps({"ms": found, "load": load}, indent=1), "utf-8")


if __name__ == "__main__":
    main()
