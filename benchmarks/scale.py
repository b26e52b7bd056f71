"""What one submission costs a cluster: a core's seconds, the writer's, bytes there and back; and what follows.

    python benchmarks/scale.py [--submissions 100000] [--cores 64] [--students 20] [ASSIGNMENT ...]

Seconds are processor time (what a core is busy), so that other work on this machine hardly shows: of the worker,
that is the run, judging and diagnosing it; of the writer, autograded/ and gradebook. The class is made up (right,
wrong and blank answers). Memory is what a worker and its fork server hold (PSS), before a run's own.
"""

from __future__ import annotations

import argparse
import pickle
import tempfile
import time
from pathlib import Path

import psutil
from classes import make_course
from rich.console import Console
from rich.table import Table

from autograder.course import Course
from autograder.grade import Grader, GradingResult
from autograder.grade.batch import grade_one
from autograder.gradebook import record
from autograder.isolation import ForkServer


def memory_mb() -> float:
    """Return what this process and its children hold, shared pages counted once, in MB."""
    here = psutil.Process()
    return float(sum(one.memory_full_info().pss for one in [here, *here.children(recursive=True)])) / 1e6


def measure(course: Course, name: str, grader: Grader) -> tuple[float, float, float, float]:
    """Return the means of one assignment: worker's seconds, writer's seconds, KB sent, KB back."""
    (notebook,) = course.notebooks(name)
    grader.run_misconceptions(notebook, jobs=1)  # once per worker, not per submission
    found, sent, seconds = [], 0, 0.0
    for one in course.submitted(name):
        began = time.process_time()
        graded = grade_one(grader, notebook, one, one.read())
        seconds += time.process_time() - began
        if isinstance(graded, GradingResult):
            seconds += graded.run.exit.cpu_s if graded.run else 0.0
            found.append(graded)
            sent += one.path.stat().st_size if one.path.is_file() else 0
    back = sum(len(pickle.dumps(one)) for one in found)
    record(course, found[:1])  # what is read once for a class
    began = time.process_time()
    record(course, found)
    number = len(found)
    return seconds / number, (time.process_time() - began) / number, sent / number / 1e3, back / number / 1e3


def main() -> None:
    """Measure and print the table, and the arithmetic of docs/scale.md."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("assignments", nargs="*", default=["07-batchnorm", "08-backprop-ninja"])
    parser.add_argument("--students", type=int, default=20, metavar="N")
    parser.add_argument("--submissions", type=int, default=100_000, metavar="N")
    parser.add_argument("--cores", type=int, default=64, metavar="N")
    options = parser.parse_args()
    headings = ("assignment", "worker s", "writer s", "KB sent", "KB back", "workers' hours", "writer's hours", "GB")
    table = Table(*headings, title=f"{options.submissions} submissions, {options.cores} cores")
    with tempfile.TemporaryDirectory() as temporary, Grader(launcher=ForkServer(), secret=b"scale" * 8) as grader:
        course = make_course(Path(temporary), options.assignments, options.students)
        for name in options.assignments:
            worker, writer, sent, back = measure(course, name, grader)
            total = options.submissions
            numbers = (f"{worker:.3f}", f"{writer:.4f}", f"{sent:.0f}", f"{back:.0f}")
            hours = (f"{total * worker / options.cores / 3600:.2f}", f"{total * writer / 3600:.2f}")
            table.add_row(name, *numbers, *hours, f"{total * (sent + back) / 1e6:.1f}")
        console = Console(width=120)
        console.print(table, f"A worker and its fork server hold {memory_mb():.0f} MB.")


if __name__ == "__main__":
    main()
