"""A class through stock nbgrader and through ours: the ratio, measured in one run on one machine.

    python benchmarks/versus_nbgrader.py [--students 24] [--assignment 08-backprop-ninja] [--json FILE]

Both get the same submissions (a made-up class: right, wrong and blank answers), each in a course of its own
in a temporary folder, and both end in a gradebook and autograded notebooks. Stock nbgrader runs with its
own settings and its own Execute preprocessor; its check cells compare in the student's process, as is usual
there, with `torch.testing`, and with expected values for the hidden cases, too. It knows no follow-through:
who has one step wrong loses the later ones.

What is timed is the whole command, from start to exit: `first` on a course that was just built, where the
solution and the misconceptions that the class shows are run besides; `kept` with those runs kept, as for every
later submission; `again` with nothing changed. The scores are compared: a benchmark of something that marks
differently would show nothing.
"""

from __future__ import annotations

import argparse
import ast
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import nbformat
import torch
from classes import make_course
from rich.console import Console
from rich.table import Table

from autograder.course import Course
from autograder.grade import Grader
from autograder.gradebook import scores
from autograder.isolation import ForkServer
from autograder.notebook import steps
from autograder.wire.seeds import public_seed

CHECK = """
import torch

_SEEDS, _VALUES = torch.load("expected.pt", weights_only=False)


class Check:
    device = torch.device("cpu")

    def __call__(self, name, value, **options):
        expected, rtol, atol, bounded = _VALUES[name]
        value = value() if callable(value) else value
        if bounded:
            assert value <= options.get("at_most", value) and value >= options.get("at_least", value)
        elif isinstance(expected, (torch.Tensor, float)):
            torch.testing.assert_close(value, expected, rtol=rtol or 1e-4, atol=atol or 1e-6)
        elif isinstance(expected, (list, tuple, dict)):
            assert repr(value) == repr(expected)
        else:
            assert value == expected

    def generator(self, case):
        return torch.Generator().manual_seed(_SEEDS[case])

    def hint(self, name): pass

    def predict(self, question, answer, key): pass

    def summary(self): pass


check = Check()
"""
STOCK = 'c = get_config()\nc.CourseDirectory.course_id = "stock"\nc.CourseDirectory.root = {root!r}\n'


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
    expected(ours, assignment, source)
    for folder in root.glob(f"submitted/*/{assignment}"):
        for name in ("expected.pt", "autograder.py"):
            shutil.copy(source / name, folder)
    run(["nbgrader", "generate_assignment", assignment], root)


def expected(ours: Course, assignment: str, folder: Path) -> None:
    """Write what stock nbgrader's check cells compare with, hidden ones too, and a `check` that does it."""
    with Grader(launcher=ForkServer(), secret=None) as grader:
        (notebook,) = ours.notebooks(assignment)
        reference = grader.reference(notebook)
        captures = reference.run.captures.values()
        sources = [(cell.source, False) for cell in notebook.cells if cell.is_code and cell.kind != "check"]
        sources += [(step.source, step.hidden) for step in steps(notebook.cells) if step.check]
        seeds = {text: public_seed(text, hidden=hidden) for source, hidden in sources for text in texts(source)}
        values = {
            one.name: (reference.expected[one.name], one.options.rtol, one.options.atol, one.options.bounded)
            for one in captures
        }
        torch.save((seeds, values), folder / "expected.pt")
    folder.joinpath("autograder.py").write_text(CHECK, "utf-8")


def texts(source: str) -> list[str]:
    """Return the texts in a cell's code: names of cases are among them."""
    constants = (node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant))
    return [value for value in constants if isinstance(value, str)]


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


def forget(course: Course, gradebook: bytes) -> None:
    """Forget what grading this class has left, but the runs of solution and misconceptions."""
    shutil.rmtree(course.folder("autograded"))
    course.root.joinpath("gradebook.db").write_bytes(gradebook)
    for path in course.root.glob("submitted/*/*/*.ipynb"):
        raw = json.loads(path.read_text("utf-8"))
        cell = next(cell for cell in raw["cells"] if cell["metadata"].get("nbgrader", {}).get("solution"))
        cell["source"] = [*cell["source"], " once more"]  # the end of a comment: another text, so another run
        path.write_text(json.dumps(raw, indent=1), "utf-8")


def main() -> None:
    """Measure both and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--students", type=int, default=24, metavar="N")
    parser.add_argument("--assignment", default="08-backprop-ninja", metavar="NN-unit")
    parser.add_argument("--json", type=Path, metavar="FILE")
    options = parser.parse_args()
    load = os.getloadavg()[0]
    grade = ["autograder", "grade", options.assignment]
    with tempfile.TemporaryDirectory() as temporary:
        ours, stock = Path(temporary) / "ours", Path(temporary) / "stock"
        course = make_course(ours, [options.assignment], options.students)
        stock.mkdir()
        make_stock(stock, course, options.assignment)
        built = ours.joinpath("gradebook.db").read_bytes()
        found = {"first": run(grade, ours)}
        one = scores(course)
        forget(course, built)
        found["kept"] = run(grade, ours)
        found["again"] = run(grade, ours)
        found["stock"] = run(["nbgrader", "autograde", options.assignment], stock)
        other = scores(Course(stock))
    differ = [other.get(key, 0.0) - one[key] for key in one]
    less, more = sum(by < -0.01 for by in differ), sum(by > 0.01 for by in differ)
    same = len(one) - less - more
    title = f"{options.students} submissions of {options.assignment}, load {load:.1f} on {os.cpu_count()} cores"
    table = Table("", "seconds", "seconds each", "times as fast", title=title)
    for name, seconds in sorted(found.items(), key=lambda item: -item[1]):
        row = (f"{seconds:.1f}", f"{seconds / options.students:.2f}", f"{found['stock'] / seconds:.0f}")
        table.add_row("stock nbgrader" if name == "stock" else f"ours, {name}", *row)
    Console().print(
        table, f"Of {len(one)} scores, stock nbgrader gives {same} the same, {less} less, {more} more points."
    )
    if options.json:
        made = {"students": options.students, "seconds": found, "load": load}
        made |= {"scores": len(one), "same": same, "less": less, "more": more}
        options.json.write_text(json.dumps(made, indent=1), "utf-8")


if __name__ == "__main__":
    main()
