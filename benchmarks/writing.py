"""How fast one writer is: graded submissions -> autograded notebooks and the gradebook's rows.

    python benchmarks/writing.py [--reports 2000] [--exercise 08-backprop-ninja] [--profile] [--json FILE]

A made-up class of 20 (right, wrong and blank answers) is graded once; its results, each given to many more students,
are written by `autograder.gradebook.record`, the first time and once more. Nothing runs meanwhile. Seconds are
processor time of this process; what a disk takes besides shows in `wall`.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import os
import pstats
import tempfile
import time
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

from classes import make_course
from rich.console import Console
from rich.table import Table

from autograder.course import Course
from autograder.grade import Grader, GradingResult
from autograder.grade.batch import grade_one
from autograder.gradebook import record
from autograder.isolation import ForkServer

CLASS = 20


def results(course: Course, name: str, number: int) -> list[GradingResult]:
    """Grade a class, and return its results under the names of so many students."""
    (notebook,) = course.notebooks(name)
    with Grader(launcher=ForkServer(), secret=b"writing".ljust(32, b".")) as grader:
        outcomes = [grade_one(grader, notebook, one, one.read()) for one in course.submitted(name)]
    graded = [outcome for outcome in outcomes if isinstance(outcome, GradingResult)]
    return [
        replace(result, report=replace(result.report, student=f"student-{place:05}"))
        for place, result in enumerate(islice(cycle(graded), number))
    ]


def written(course: Course, graded: list[GradingResult]) -> dict[str, float]:
    """Write all of them; return how many that is a second, and of what kind the seconds were."""
    wall, processor = time.perf_counter(), time.process_time()
    record(course, graded)
    wall, processor = time.perf_counter() - wall, time.process_time() - processor
    return {"a second": len(graded) / processor, "ms each": 1000 * processor / len(graded), "wall_s": wall}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--reports", type=int, default=2000, metavar="N")
    parser.add_argument("--exercise", default="08-backprop-ninja", metavar="NN-UNIT")
    parser.add_argument("--profile", action="store_true", help="say where the time of the first writing goes")
    parser.add_argument("--json", type=Path, metavar="FILE")
    options = parser.parse_args()
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as temporary:
        course = make_course(Path(temporary), [options.exercise], CLASS)
        graded = results(course, options.exercise, options.reports)
        record(course, graded[:1])  # what is read once for a class
        profile = cProfile.Profile()
        if options.profile:
            profile.enable()
        first = written(course, graded)
        profile.disable()
        found = {"first": first, "again": written(course, graded)}
    table = Table("", "reports a second", "ms each", "wall, s", title=f"{options.reports} of {options.exercise}")
    for what, numbers in found.items():
        table.add_row(what, f"{numbers['a second']:.0f}", f"{numbers['ms each']:.1f}", f"{numbers['wall_s']:.1f}")
    Console(width=100).print(table)
    if options.profile:
        pstats.Stats(profile).sort_stats("cumulative").print_stats(45)
    if options.json:
        options.json.write_text(json.dumps({"load": load, "reports": options.reports, **found}), "utf-8")


if __name__ == "__main__":
    main()
