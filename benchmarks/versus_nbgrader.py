"""A class through stock nbgrader and through ours: the ratio, measured in one run on one machine.

    python benchmarks/versus_nbgrader.py [--students 24] [--assignment 08-backprop-ninja] [--json FILE]

Both get the same submissions (a made-up class: right, wrong and blank answers), each in a course of its own
in a temporary folder, and both end in a gradebook and autograded notebooks. Stock nbgrader runs with its
own settings and its own Execute preprocessor; its check cells compare in the student's process, with expected
values for the hidden cases, too. What is timed is the whole command, from start to exit. The scores are
compared: a benchmark of something that marks differently would show nothing.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import nbformat
from rich.console import Console
from rich.table import Table

from autograder.course import Course
from autograder.expected import FILE_NAME, ExpectedCheck, ExpectedValues, write_expected
from autograder.grade import Grader
from autograder.gradebook import build, scores
from autograder.isolation import ForkServer
from autograder.sampleclass import make_class

ROOT = Path(__file__).resolve().parents[1]
STOCK = 'c = get_config()\nc.CourseDirectory.course_id = "stock"\nc.CourseDirectory.root = {root!r}\n'


def make_ours(root: Path, assignment: str, students: int) -> Course:
    """Make a course of one assignment with this project's settings, built, and a class that has handed in."""
    shutil.copytree(ROOT / "source" / assignment, root / "source" / assignment)
    shutil.copy(ROOT / "nbgrader_config.py", root)
    course = Course(root)
    with Grader(launcher=ForkServer(), secret=None) as grader:
        build(course, [], grader)
    make_class(course, [assignment], students=students, seed=1)
    return course


def make_stock(root: Path, ours: Course, assignment: str) -> None:
    """Make the same course for stock nbgrader: its own settings, the author's alternatives taken out."""
    shutil.copytree(ours.root / "submitted", root / "submitted")
    (root / "nbgrader_config.py").write_text(STOCK.format(root=str(root)), "utf-8")
    source = root / "source" / assignment
    source.mkdir(parents=True)
    for path in ours.folder("source").joinpath(assignment).glob("*.ipynb"):
        notebook = nbformat.read(path, as_version=4)
        notebook.cells = [cell for cell in notebook.cells if cell.cell_type != "raw"]
        nbformat.write(notebook, source / path.name)
    expected(ours, assignment, source / FILE_NAME)
    for folder in root.glob(f"submitted/*/{assignment}"):
        shutil.copy(source / FILE_NAME, folder)
    run(["nbgrader", "generate_assignment", assignment], root)


def expected(ours: Course, assignment: str, path: Path) -> None:
    """Write the expected values of all checks, hidden ones included, on the seeds of a student's session."""
    with Grader(launcher=ForkServer(), secret=None) as grader:
        for notebook in ours.notebooks(assignment):
            reference = grader.reference(notebook)
            checks = {
                one.name: ExpectedCheck(
                    name=one.name, cell_id=one.cell_id, place=one.place, variable=one.variable, options=one.options,
                    value=reference.expected[one.name], wrong=(),
                )
                for one in reference.run.captures.values()
            }  # fmt: skip
            write_expected(path, ExpectedValues(assignment, notebook.name, notebook.sha256, checks, {}))


def run(command: list[str], folder: Path) -> float:
    """Run a command of this environment in a folder; return its seconds."""
    programs = Path(sys.executable).parent
    variables = {**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}  # nbgrader calls alembic
    began = time.perf_counter()
    words = [str(programs / command[0]), *command[1:]]
    done = subprocess.run(words, cwd=folder, env=variables, capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - began
    if done.returncode:
        sys.exit(f"{' '.join(command)} failed:\n{done.stdout[-3000:]}{done.stderr[-3000:]}")
    return seconds


def main() -> None:
    """Measure both and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--students", type=int, default=24, metavar="N")
    parser.add_argument("--assignment", default="08-backprop-ninja", metavar="NN-unit")
    parser.add_argument("--json", type=Path, metavar="FILE")
    options = parser.parse_args()
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as temporary:
        ours, stock = Path(temporary) / "ours", Path(temporary) / "stock"
        course = make_ours(ours, options.assignment, options.students)
        stock.mkdir()
        make_stock(stock, course, options.assignment)
        fast = run(["autograder", "grade", options.assignment], ours)
        slow = run(["nbgrader", "autograde", options.assignment], stock)
        one, other = (scores(Course(root)) for root in (ours, stock))
    same = sum(abs(one[key] - other.get(key, -1)) < 0.01 for key in one)
    title = f"{options.students} submissions of {options.assignment}, load {load:.1f} on {os.cpu_count()} cores"
    table = Table("", "seconds", "seconds each", "times as fast", title=title)
    table.add_row("stock nbgrader", f"{slow:.1f}", f"{slow / options.students:.2f}", "1")
    table.add_row("ours", f"{fast:.1f}", f"{fast / options.students:.2f}", f"{slow / fast:.0f}")
    console = Console()
    console.print(table, f"goal: 40 times. {same} of {len(one)} scores are the same.")
    if options.json:
        found = {"students": options.students, "stock_s": slow, "ours_s": fast, "ratio": slow / fast, "load": load}
        options.json.write_text(json.dumps(found, indent=1), "utf-8")


if __name__ == "__main__":
    main()
