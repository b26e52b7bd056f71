"""The rubric of a cell that a person marks: an author's raw cell below it.

In: that cell's text. Out: a `Rubric`, or a NotebookError that says what is amiss; and a rubric as markdown, for
graders and, where it is `shown`, for students.

    rubric: shown
    - baseline: 2 a baseline that a reader would choose · 1 another one · 0 none
    comments:
    - Which baseline would a reader choose?
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace

from autograder.errors import NotebookError
from autograder.notebook.cells import Cell, Criterion, Rubric

__all__ = ["read_rubric", "rubric_text", "with_shown_rubrics"]

_CRITERION = re.compile(r"([^:]+):\s*(.+)")
_LEVEL = re.compile(r"(\d+(?:\.\d+)?)\s+(\S.*)|(\d+(?:\.\d+)?)")
_FORM = "write '- NAME: POINTS what for · POINTS what for'"


def read_rubric(source: str, cell: Cell) -> Rubric:
    """Read the rubric of a cell; NotebookError if it is not well formed, or its points are not the cell's."""
    header, *lines = source.strip().split("\n")
    shown = header.removeprefix("rubric:").strip()
    if shown not in ("", "shown"):
        raise NotebookError(f"rubric: {shown!r} is unknown; write 'rubric:', or 'rubric: shown' if students see it")
    criteria: list[str] = []
    comments: list[str] = []
    items = criteria
    for line in lines:
        if line.strip() == "comments:":
            items = comments
        elif line.startswith("- "):
            items.append(line[2:].strip())
        elif line.strip() and items and line[:1].isspace():
            items[-1] += " " + line.strip()
        elif line.strip():
            raise NotebookError(f"rubric: {line.strip()[:40]!r} begins with no '- ', and goes on indented")
    rubric = Rubric(cell.id, tuple(map(_criterion, criteria)), tuple(comments), shown == "shown")
    points = sum(criterion.points for criterion in rubric.criteria)
    if not math.isclose(points, cell.points):
        raise NotebookError(
            f"rubric: the best levels of its criteria sum to {points:g} points, and the cell '{cell.id}' has "
            f"{cell.points:g}"
        )
    return rubric


def _criterion(text: str) -> Criterion:
    match = _CRITERION.fullmatch(text)
    if match is None:
        raise NotebookError(f"rubric: {text[:40]!r} is no criterion: {_FORM}")
    levels = [_level(level.strip()) for level in match[2].split("·")]
    return Criterion(match[1].strip(), tuple(sorted(levels, key=lambda level: -level[0])))


def _level(text: str) -> tuple[float, str]:
    match = _LEVEL.fullmatch(text)
    if match is None:
        raise NotebookError(f"rubric: {text[:40]!r} begins with no number of points: {_FORM}")
    return float(match[1] or match[3]), match[2] or ""


def rubric_text(rubric: Rubric) -> str:
    """Return the criteria of a rubric as markdown."""
    return "\n".join(
        f"- **{criterion.name}**: " + " · ".join(f"{points:g} {text}".strip() for points, text in criterion.levels)
        for criterion in rubric.criteria
    )


def with_shown_rubrics(cells: Sequence[Cell], rubrics: Sequence[Rubric]) -> tuple[Cell, ...]:
    """Return the cells; the task's text above a cell whose rubric is shown says how it is marked."""
    told = list(cells)
    for rubric in rubrics:
        if rubric.shown:
            number = _task_above(cells, rubric.cell_id)
            text = f"\n\nHow this is marked:\n\n{rubric_text(rubric)}"
            told[number] = replace(told[number], released=told[number].released + text)
    return tuple(told)


def _task_above(cells: Sequence[Cell], cell_id: str) -> int:
    """Return the number of the nearest text cell at or above a cell."""
    at = next(number for number, cell in enumerate(cells) if cell.id == cell_id)
    number = next((number for number in range(at, -1, -1) if cells[number].kind == "task"), None)
    if number is None:
        raise NotebookError(f"rubric: shown, and there is no text above the cell '{cell_id}' to show it in")
    return number
