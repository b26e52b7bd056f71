"""Where the time of a submission goes, from the file to the gradebook: milliseconds for each phase.

    python benchmarks/phases.py [--students 24] [--assignment 08-backprop-ninja] [--json FILE]

One at a time, so that phases do not overlap. `cells` is what the student's code takes, with the values that go
through the pipe; `judge` compares and, where something is wrong, diagnoses, with the misconceptions run before.
"""

from __future__ import annotations

import argparse
import functools
import json
import os
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from classes import make_course
from rich.console import Console
from rich.table import Table

from autograder.grade import GradingResult
from autograder.grade.batch import grade_one
from autograder.grade.factory import open_grader
from autograder.gradebook import record
from autograder.judge.confined import Judges
from autograder.run import steps
from autograder.run.cache import RunCache
from autograder.run.conversation import Conversation


class Stopwatch:
    """Adds up the time of some functions, each less that of those within it."""

    def __init__(self) -> None:
        """Start with nothing."""
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self._inner = [0.0]

    def watch(self, owner: Any, name: str, phase: str) -> None:
        """Time a function from now on."""
        work = getattr(owner, name)
        setattr(owner, name, functools.wraps(work)(functools.partial(self._timed, work, phase)))

    def method(self, owner: type, name: str, phase: str) -> None:
        """Time a method from now on."""
        work = getattr(owner, name)

        def timed(this: Any, *arguments: Any, **named: Any) -> Any:
            return self._timed(work, phase, this, *arguments, **named)

        setattr(owner, name, timed)

    def _timed(self, work: Callable[..., Any], phase: str, *arguments: Any, **named: Any) -> Any:
        began = time.perf_counter()
        self._inner.append(0.0)
        try:
            return work(*arguments, **named)
        finally:
            took = time.perf_counter() - began
            self.seconds[phase] += took - self._inner.pop()
            self._inner[-1] += took


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--students", type=int, default=24, metavar="N")
    parser.add_argument("--assignment", default="08-backprop-ninja", metavar="NN-unit")
    parser.add_argument("--json", type=Path, metavar="FILE")
    options = parser.parse_args()
    load, watch = os.getloadavg()[0], Stopwatch()
    with tempfile.TemporaryDirectory() as temporary:
        course = make_course(Path(temporary), [options.assignment], options.students)
        (notebook,) = course.notebooks(options.assignment)
        submitted = list(course.submitted(options.assignment))
        with open_grader(course) as grader:
            grader.run_misconceptions(notebook, jobs=os.cpu_count() or 1)
            grader.variables(notebook)
            warm = grade_one(grader, notebook, submitted[0], submitted[0].read())
            assert isinstance(warm, GradingResult)
            record(course, [warm])
            watch.method(Judges, "read", "read the notebook")
            watch.watch(grader.launcher, "spawn", "fork and lock down")
            watch.method(Conversation, "start", "fork and lock down")
            watch.method(Conversation, "run", "cells")
            watch.watch(steps, "_end", "wait for the end")
            watch.method(RunCache, "save", "keep the run")
            watch.method(Judges, "judge", "judge and diagnose")
            recorder = sys.modules["autograder.gradebook.record"]._Recorder  # noqa: SLF001
            watch.method(recorder, "_write_notebook", "autograded notebook")
            watch.method(recorder, "_write_rows", "gradebook rows")
            began = time.perf_counter()
            graded = [grade_one(grader, notebook, one, one.read()) for one in submitted[1:]]
            record(course, (one for one in graded if isinstance(one, GradingResult)))
            watch.seconds["the rest"] = time.perf_counter() - began - sum(watch.seconds.values())
    each = {phase: 1000 * seconds / len(graded) for phase, seconds in watch.seconds.items()}
    table = Table("phase", "ms", "share", title=f"{options.assignment}, load {load:.1f} on {os.cpu_count()} cores")
    for phase, ms in each.items():
        table.add_row(phase, f"{ms:.1f}", f"{ms / sum(each.values()):.0%}")
    Console().print(table, f"together {sum(each.values()):.0f} ms")
    if options.json:
        options.json.write_text(json.dumps({"ms": each, "load": load}, indent=1), "utf-8")


if __name__ == "__main__":
    main()
