"""Classes to measure with: courses of their own in a temporary folder, with submissions of which no two are alike.

Equal submissions share one run. A made-up class has many equal ones, a real class hardly any, so each gets a
comment of its own here: what is measured is a run for each.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from autograder.commands.sample_class import make_class
from autograder.course import Course
from autograder.grade import Grader
from autograder.gradebook import build
from autograder.isolation import ForkServer

__all__ = ["ROOT", "make_course"]

ROOT = Path(__file__).resolve().parents[1]


def make_course(root: Path, names: list[str], students: int) -> Course:
    """Copy exercises and this project's settings into a course, build it, and let a class hand in."""
    for name in names:
        shutil.copytree(ROOT / "source" / name, root / "source" / name)
    shutil.copy(ROOT / "nbgrader_config.py", root)
    course = Course(root)
    with Grader(launcher=ForkServer(), secret=None) as grader:
        build(course, [], grader)
    make_class(course, names, students=students, seed=1)
    for path in root.glob("submitted/*/*/*.ipynb"):
        _sign(path, path.parts[-3])
    return course


def _sign(path: Path, student: str) -> None:
    """Put a comment with the student's name into the first solution cell."""
    raw = json.loads(path.read_text("utf-8"))
    cell = next(cell for cell in raw["cells"] if cell["metadata"].get("nbgrader", {}).get("solution"))
    cell["source"] = [*cell["source"], f"\n# {student}"]
    path.write_text(json.dumps(raw, indent=1), "utf-8")
