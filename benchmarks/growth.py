"""A large class in one grading: does a submission cost the same at its end, and what memory does it take?

    python benchmarks/growth.py [--submissions 1000] [--assignment 08-backprop-ninja] [--json FILE]

Fifty different submissions come again and again, each time under another name and with a comment of its own,
so that every stretch of fifty is the same work, and each is a run of its own. The solution and the misconceptions
are run before. Of the grader, memory is its resident set; of a worker, what is its own (USS), looked at five times
a second, the largest that was seen.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import tempfile
import threading
import time
from contextlib import suppress
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import psutil
from classes import make_course
from rich.console import Console
from rich.table import Table

from autograder.course import Course, Submitted
from autograder.grade import GradingResult
from autograder.grade.batch import grade_all
from autograder.grade.factory import open_grader
from autograder.gradebook import record

STRETCH = 50
LOOK_S = 0.2


class Workers(threading.Thread):
    """Looks at the memory of the workers."""

    def __init__(self) -> None:
        """Look until `done` is set."""
        super().__init__(daemon=True)
        self.done = threading.Event()
        self.largest_mb = 0.0

    def run(self) -> None:
        """Look."""
        while not self.done.wait(LOOK_S):
            with suppress(psutil.Error):
                here = psutil.Process()
                parent = {one.pid: one.ppid() for one in here.children(recursive=True)}
                for pid in parent.keys() - set(parent.values()):
                    # children of the server are templates and supervisors; a worker is further down
                    if parent.get(parent[pid]) not in (None, here.pid):
                        self.largest_mb = max(self.largest_mb, psutil.Process(pid).memory_full_info().uss / 2**20)


def multiply(course: Course, name: str, number: int) -> list[Submitted]:
    """Make so many submissions out of a few, with other names and another comment each."""
    few = list(course.submitted(name))
    made = []
    for i in range(number):
        one = few[i % len(few)]
        student = f"{one.student}{i}"
        path = course.folder("submitted") / student / name / one.path.name
        path.parent.mkdir(parents=True)
        path.write_bytes(one.path.read_bytes().replace(b"# " + one.student.encode(), b"# " + student.encode()))
        made.append(replace(one, student=student, path=path))
    return made


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--submissions", type=int, default=1000, metavar="N")
    parser.add_argument("--assignment", default="08-backprop-ninja", metavar="NN-unit")
    parser.add_argument("--json", type=Path, metavar="FILE")
    options = parser.parse_args()
    here, load = psutil.Process(), os.getloadavg()[0]
    times, memory = [], []
    with tempfile.TemporaryDirectory() as temporary:
        course = make_course(Path(temporary), [options.assignment], STRETCH)
        (notebook,) = course.notebooks(options.assignment)
        submitted = multiply(course, options.assignment, options.submissions)
        jobs = os.cpu_count() or 1
        with open_grader(course) as grader:
            grader.run_misconceptions(notebook, jobs=jobs)
            workers = Workers()
            workers.start()
            began = time.monotonic()

            def kept(_: GradingResult) -> None:
                times.append(time.monotonic() - began)
                memory.append(here.memory_info().rss / 2**20)

            found = grade_all(grader, course, submitted, jobs=jobs)
            record(course, (one for one in found if isinstance(one, GradingResult)), progress=kept)
            workers.done.set()
    ends = [0.0, *times[STRETCH - 1 :: STRETCH]]
    each = [(after - before) / STRETCH for before, after in pairwise(ends)]
    points = [n for n in (10, 50, 100, 200, 500, 1000, 2000, 5000, 10000) if n <= len(times)]
    table = Table("submissions", "seconds each", "the grader's MB", title=f"load {load:.1f} on {jobs} cores")
    for n in points:
        seconds = times[n - 1] / n if n >= STRETCH else times[STRETCH - 1] / STRETCH
        table.add_row(str(n), f"{seconds:.3f}", f"{memory[n - 1]:.0f}")
    quarter = max(len(each) // 4, 1)
    first, last = statistics.mean(each[:quarter]), statistics.mean(each[-quarter:])
    console = Console()
    console.print(table, f"last quarter / first quarter: {last / first:.2f}; a worker's own memory: ", end="")
    console.print(f"{workers.largest_mb:.0f} MB")
    if options.json:
        made = {"each_s": each, "memory_mb": memory[:: max(STRETCH, 1)], "stretch": STRETCH, "load": load,
                "last_to_first": last / first, "worker_mb": workers.largest_mb, "submissions": len(times)}  # fmt: skip
        options.json.write_text(json.dumps(made, indent=1), "utf-8")


if __name__ == "__main__":
    main()
