"""What students and authors wait for: whole commands, and an audit with and without what its runs share.

    python benchmarks/waits.py [--repeat 3] [--exercise 14-bpe] [--json FILE]

Whole commands are timed from start to exit, medians: `check` and pytest of one notebook and of all (skeletons from
release/), `build --check` of one. `imports` is the start of Python with torch, matplotlib and IPython, which every
way of running a notebook needs. `feedback` is what one page more costs, in a class of `--students`. The audit's two
parts that take its time, all misconceptions and all mutants of one exercise, are timed in one process: `alone` with
a run for each, `branches` as they are made.
"""

from __future__ import annotations

import argparse
import functools
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from classes import ROOT, make_course
from rich.console import Console
from rich.table import Table

from autograder.audit import Effort, audit
from autograder.audit.killing import kill
from autograder.audit.mutants import mutants
from autograder.course import Course
from autograder.grade import Grader
from autograder.isolation import ForkServer

SECRET = b"benchmark".ljust(32, b".")
CHECKED = "08-backprop-ninja"
AS_STUDENTS = ("-p", "no:hypothesispytest", "-p", "no:anyio")  # who have no such plugins: they import for a second
IMPORTS = "import torch, matplotlib.pyplot, IPython"


class Alone(ForkServer):
    """A fork server whose workers may not fork."""

    @property
    def branches(self) -> bool:
        """Say no."""
        return False


def seconds(work: Callable[[], object]) -> float:
    """Return how long something takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def command_s(*words: str, folder: Path = ROOT, repeat: int = 1) -> float:
    """Return the median of a command of this environment; its exit code may say that a check fails."""
    programs = Path(sys.executable).parent
    command = [str(programs / words[0]), *words[1:]]

    def run() -> None:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        if done.returncode not in (0, 1):
            sys.exit(f"{' '.join(words)} failed:\n{done.stdout[-3000:]}{done.stderr[-3000:]}")

    return statistics.median(seconds(run) for _ in range(repeat))


def feedback_s(students: int) -> float:
    """Return what one feedback page more costs, from two commands: one page, and all pages of a class."""
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(temporary) / "course"
        make_course(root, [CHECKED], students)
        command_s("autograder", "grade", folder=root)
        one = min(path.name for path in root.joinpath("autograded").iterdir())
        few = command_s("autograder", "feedback", "--student", one, folder=root, repeat=3)
        return (command_s("autograder", "feedback", folder=root) - few) / (students - 1)


def audit_s(name: str) -> dict[str, float]:
    """Return the seconds of an exercise's misconceptions and mutants, alone and as branches, and of its whole audit."""
    (notebook,) = Course(ROOT).notebooks(name)
    jobs = os.cpu_count() or 1
    found = {}
    for word, server in (("alone", Alone), ("branches", ForkServer)):
        with server() as launcher:
            grader = Grader(launcher=launcher, secret=SECRET)
            grader.reference(notebook)
            run = functools.partial(grader.run_misconceptions, notebook, jobs=jobs)
            found[f"misconceptions, {word}"] = seconds(run)
            found[f"mutants, {word}"] = seconds(functools.partial(kill, notebook, grader, mutants(notebook), jobs=jobs))
    with ForkServer() as launcher, ForkServer() as elsewhere:
        grader = Grader(launcher=launcher, secret=SECRET)
        whole = functools.partial(audit, notebook, grader, effort=Effort(), jobs=jobs, elsewhere=elsewhere)
        found["audit"] = seconds(whole)
    return found


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--repeat", type=int, default=3, metavar="N")
    parser.add_argument("--students", type=int, default=24, metavar="N")
    parser.add_argument("--exercise", default="14-bpe", metavar="NN-unit")
    parser.add_argument("--json", type=Path, metavar="FILE")
    options = parser.parse_args()
    load, repeat = os.getloadavg()[0], options.repeat
    with tempfile.TemporaryDirectory() as temporary:
        kit = Path(temporary) / "release"  # beside no developer's checkout, where pytest would run other tests
        shutil.copytree(ROOT / "release", kit)
        one = str(kit / CHECKED)
        found = {
            "imports": command_s("python", "-c", IMPORTS, repeat=repeat),
            "check of one notebook": command_s("autograder", "check", one, folder=kit, repeat=repeat),
            "check of all": command_s("autograder", "check", str(kit), folder=kit),
            "pytest of one notebook": command_s("pytest", "-q", *AS_STUDENTS, one, folder=kit, repeat=repeat),
            "pytest of all": command_s("pytest", "-q", *AS_STUDENTS, str(kit), folder=kit),
        }
    found["notebooks"] = len(Course(ROOT).assignments())
    found[f"build --check {options.exercise}"] = command_s("autograder", "build", "--check", options.exercise)
    found["a feedback page"] = feedback_s(options.students)
    found |= audit_s(options.exercise)
    table = Table("", "seconds", title=f"load {load:.1f} on {os.cpu_count()} cores")
    for name, value in found.items():
        table.add_row(name, f"{value:.2f}")
    Console().print(table)
    if options.json:
        made = {"seconds": found, "exercise": options.exercise, "load": load}
        options.json.write_text(json.dumps(made, indent=1), "utf-8")


if __name__ == "__main__":
    main()
