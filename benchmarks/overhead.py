"""What a graded run costs beyond the student's own compute: ratios, measured in one run.

    python benchmarks/overhead.py [--repeat 20] [--json FILE] [ASSIGNMENT ...]

floor: the same cells in one warm process of IPython, nothing around them, hidden cases included.
run: a fresh isolated child, the same cells, values captured and sent. grade: that, and the report.
record: the autograded notebook and the gradebook's rows. whole: grade and record, one after another.
Medians. The machine should be idle: the load average is printed with the result.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from classes import ROOT
from rich.console import Console
from rich.table import Table

from autograder.course import Course
from autograder.grade import Grader, GradingResult
from autograder.gradebook import record
from autograder.isolation import ForkServer
from autograder.model import CheckOptions
from autograder.notebook import Notebook, solved, steps
from autograder.student.check import check
from autograder.wire.seeds import secret_seed
from autograder.worker.worker import warm

SECRET = b"benchmark".ljust(32, b".")


class Deaf:
    """A session that takes values and does nothing with them."""

    device = "cpu"

    def __init__(self, assignment: str) -> None:
        """Give the seeds of one assignment."""
        self._assignment = assignment

    def receive(self, name: str, value: object, error: BaseException | None, options: CheckOptions) -> None:
        """Take one value."""

    def seed(self, case: str) -> int:
        """Return the seed that a graded run has."""
        return secret_seed(SECRET, self._assignment, case)


def median_ms(work: Callable[[], object], repeat: int, after: Callable[[], object] = lambda: None) -> float:
    """Return the median time of some runs, in milliseconds, the first two left out; `after` is not timed."""
    times = []
    for _ in range(repeat + 2):
        began = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - began))
        after()
    return statistics.median(times[2:])


def floor(notebook: Notebook, shell: object) -> Callable[[], None]:
    """Return a function that runs the solution's cells in this process."""
    made = steps(solved(notebook).cells)

    def work() -> None:
        deaf: Any = Deaf(notebook.assignment)  # what a statement asks a session for, and no more
        with check.using(deaf), contextlib.redirect_stdout(io.StringIO()):
            for step in made:
                shell.run_cell(step.source, store_history=False)  # type: ignore[attr-defined]

    return work


def record_ms(course: Course, graded: GradingResult, number: int) -> float:
    """Return what it takes to enter one of so many submissions into a gradebook, in milliseconds."""
    made = [replace(graded, report=replace(graded.report, student=f"s{i}")) for i in range(number)]
    record(course, made[:1])  # what is read once for a class
    began = time.perf_counter()
    record(course, made)
    return 1000 * (time.perf_counter() - began) / number


def measure(course: Course, notebook: Notebook, grader: Grader, shell: object, repeat: int) -> dict[str, float]:
    """Return the milliseconds of one notebook's solution: floor, run, grade, record, whole."""
    grader.reference(notebook)
    found: list[GradingResult] = []

    def grade() -> None:
        found.append(grader.grade_submission(notebook, solved(notebook), student=""))

    low = median_ms(floor(notebook, shell), repeat, lambda: shell.reset(new_session=False))  # type: ignore[attr-defined]
    whole = median_ms(grade, repeat)
    run = statistics.median(1000 * one.run.seconds for one in found[2:] if one.run is not None)
    kept = record_ms(course, found[0], repeat)
    return {"floor": low, "run": run, "grade": whole, "record": kept, "whole": whole + kept}


def main() -> None:
    """Measure every assignment and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("assignments", nargs="*", metavar="ASSIGNMENT")
    parser.add_argument("--repeat", type=int, default=20, metavar="N")
    parser.add_argument("--json", type=Path, metavar="FILE")
    options = parser.parse_args()
    load, found = os.getloadavg()[0], {}
    with tempfile.TemporaryDirectory() as temporary, Grader(launcher=ForkServer(), secret=SECRET) as grader:
        shutil.copytree(ROOT / "source", Path(temporary) / "source")
        shutil.copy(ROOT / "nbgrader_config.py", temporary)
        course = Course(Path(temporary))
        shell = warm()
        for name in options.assignments or course.assignments():
            (notebook,) = course.notebooks(name)
            found[name] = measure(course, notebook, grader, shell, options.repeat)
    table = Table(title=f"medians of {options.repeat}, milliseconds, load {load:.1f} on {os.cpu_count()} cores")
    for heading in ("assignment", "floor", "run", "grade", "record", "whole", "whole / floor", "whole - floor"):
        table.add_column(heading, justify="left" if heading == "assignment" else "right")
    for name, ms in found.items():
        numbers = [f"{one:.0f}" for one in ms.values()]
        table.add_row(name, *numbers, f"{ms['whole'] / ms['floor']:.1f}", f"{ms['whole'] - ms['floor']:.0f}")
    Console().print(table)
    if options.json:
        options.json.write_text(json.dumps({"ms": found, "load": load}, indent=1), "utf-8")


if __name__ == "__main__":
    main()
