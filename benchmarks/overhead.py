"""What a graded run costs beyond the student's own compute: ratios, measured in one run.

    python benchmarks/overhead.py [--repeat 20]

floor: the same cells in one warm process of IPython, nothing around them, hidden cases included.
run: a fresh isolated child, the same cells, values captured and sent. grade: that, and the report.
Medians. The machine should be idle: the load average is printed with the result.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.table import Table

from autograder.course import find_course
from autograder.grade import Grader
from autograder.isolation import ForkServer
from autograder.model import CheckOptions
from autograder.notebook import Notebook, solved, steps
from autograder.seeds import secret_seed
from autograder.student.check import check
from autograder.student.worker import warm

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
        with check.using(Deaf(notebook.assignment)), contextlib.redirect_stdout(io.StringIO()):
            for step in made:
                shell.run_cell(step.source, store_history=False)  # type: ignore[attr-defined]

    return work


def main() -> None:
    """Measure every assignment and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--repeat", type=int, default=20, metavar="N")
    parser.add_argument("assignments", nargs="*", metavar="ASSIGNMENT")
    options = parser.parse_args()
    repeat = options.repeat
    course = find_course(Path(__file__).resolve().parent)
    table = Table(title=f"medians of {repeat}, load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    for heading in ("assignment", "floor ms", "run ms", "grade ms", "grade / floor", "grade - floor ms"):
        table.add_column(heading, justify="right" if "ms" in heading or "/" in heading else "left")
    with Grader(launcher=ForkServer(), secret=SECRET) as grader:
        shell = warm()
        for name in options.assignments or course.assignments():
            for notebook in course.notebooks(name):
                grader.reference(notebook)
                times: list[float] = []

                def grade(notebook: Notebook = notebook, times: list[float] = times) -> None:
                    graded = grader.grade_submission(notebook, solved(notebook), student="")
                    times.append(1000 * (graded.run.seconds if graded.run else 0))

                low = median_ms(floor(notebook, shell), repeat, lambda: shell.reset(new_session=False))
                whole = median_ms(grade, repeat)
                run = statistics.median(times[2:])
                cells = (f"{low:.0f}", f"{run:.0f}", f"{whole:.0f}", f"{whole / low:.1f}", f"{whole - low:.0f}")
                table.add_row(name, *cells)
    Console().print(table)


if __name__ == "__main__":
    main()
