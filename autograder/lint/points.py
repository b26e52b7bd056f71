"""Points that differ from the table of docs/course.md, in a course that has one."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from pathlib import Path

from autograder.lint.problem import Problem
from autograder.notebook import Notebook

__all__ = ["points_problems"]


def points_problems(notebook: Notebook, page: Path) -> Iterator[Problem]:
    """Yield a problem if the page's table gives an exercise other points than its check cells have."""
    try:
        text = page.read_text("utf-8")
    except OSError:
        return
    told = _points(text).get(notebook.assignment)
    if told is not None and told != notebook.points:
        yield Problem(
            "",
            f"it has {notebook.points:g} points, and {page.name}'s table says {told:g}.",
            "Change the points of a check cell, or the table.",
        )


def _points(text: str) -> dict[str, float]:
    """Return {exercise: points} of the tables that have both columns."""
    points: dict[str, float] = {}
    columns: list[str] = []
    for line in text.split("\n"):
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")] if line.startswith("|") else []
        if not cells:
            columns = []
        elif not columns:
            columns = cells
        elif {"exercise", "points"} <= set(columns) and len(cells) == len(columns):
            name = re.sub(r"^\[([^\]]*)\].*", r"\1", cells[columns.index("exercise")])
            with contextlib.suppress(ValueError):
                points[name] = float(cells[columns.index("points")])
    return points
