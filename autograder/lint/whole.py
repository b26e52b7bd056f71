"""All problems of one assignment, and the mending of those that have one right mend."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from autograder.course import Course
from autograder.errors import GraderError
from autograder.files import write_atomically
from autograder.lint.buildable import buildable
from autograder.lint.checks import check_problems
from autograder.lint.markdown import markdown_problems
from autograder.lint.parts import cell_problems, part_problems
from autograder.lint.points import points_problems
from autograder.lint.problem import Problem
from autograder.lint.randomness import randomness_problems
from autograder.notebook import read_source

__all__ = ["lint", "mend"]


def lint(course: Course, assignment: str) -> list[Problem]:
    """Return an assignment's problems, what a build refuses first; CourseError unless it has one notebook."""
    return list(_problems(course, assignment))


def _problems(course: Course, assignment: str) -> Iterator[Problem]:
    path = course.source(assignment)
    try:
        notebook = buildable(course, assignment)
    except GraderError as refusal:
        yield Problem("", str(refusal).removeprefix(f"{path}: "))
        try:
            notebook = read_source(path, assignment)
        except GraderError:  # the same
            return
    raw: dict[str, Any] = json.loads(path.read_bytes())
    yield from cell_problems(raw)
    yield from part_problems(notebook)
    yield from check_problems(notebook)
    yield from randomness_problems(notebook)
    for cell in notebook.cells:
        if cell.kind == "task":
            yield from markdown_problems(cell)
    yield from points_problems(notebook, course.root / "docs" / "course.md")


def mend(course: Course, assignment: str, problems: Sequence[Problem]) -> int:
    """Mend what has one right mend, in the source notebook; return how many problems that were."""
    mends = [problem.mend for problem in problems if problem.mend is not None]
    if mends:
        path = course.source(assignment)
        raw: dict[str, Any] = json.loads(path.read_bytes())
        for change in mends:
            change(raw)
        write_atomically(path, (json.dumps(raw, indent=1, ensure_ascii=False) + "\n").encode())
    return len(mends)
