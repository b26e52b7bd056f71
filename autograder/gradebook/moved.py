"""An exercise that was mended after hand-in: its rows in the gradebook move along.

In: an open gradebook's row of a notebook, the exercise as it is now, which cells had another id before. Out: the cells
of the row as the exercise has them, with the grades and comments of every submission: those of a renamed cell stay,
a new cell gets empty ones, those of a cell that is gone go, and are returned. Does NOT commit, and does not grade.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from nbformat import NotebookNode
from nbgrader import utils
from nbgrader.api import (
    BaseCell,
    Comment,
    Grade,
    Gradebook,
    GradeCell,
    MissingEntry,
    SolutionCell,
    SourceCell,
    TaskCell,
)
from nbgrader.api import Notebook as NotebookRow
from nbgrader.preprocessors import SaveCells as StockSaveCells

from autograder.course import Course
from autograder.model import CheckResult, Report, Status, Void
from autograder.report.rows import number

__all__ = ["REMOVED", "Moved", "SaveCells", "because_of", "differ", "keep_removed", "move_rows"]

REMOVED = "removed.jsonl"  # in the grader's own folder: what a person gave for cells that are gone
_SHOWN = 3  # checks that a change of a score is put down to
_Cells = dict[tuple[str, str], dict[str, object]]  # (type, id) -> the columns of its row


@dataclass(frozen=True, slots=True)
class Moved:
    """What was done to the rows of one notebook."""

    words: str  # "check-total is gone"; "": nothing that students' rows know of
    removed: list[dict[str, object]] = field(default_factory=list)  # points and comments by hand, one each


class SaveCells(StockSaveCells):
    """nbgrader's, which refuses to add or remove cells of an exercise that has submissions: the next grading does."""

    def _create_notebook(self, nb: NotebookNode) -> None:
        try:
            row = self.gradebook.find_notebook(self.notebook_id, self.assignment_id)
        except MissingEntry:
            row = None
        if row is None or not row.submissions or _wanted(nb).keys() == _present(row).keys():
            super()._create_notebook(nb)


def differ(notebook: NotebookRow, exercise: NotebookNode) -> bool:
    """Tell whether a notebook's rows have other cells, or other points, than the exercise."""
    wanted, present = _wanted(exercise), _present(notebook)
    points = {key: info.get("max_score") for key, info in wanted.items()}
    return points != {key: getattr(row, "max_score", None) for key, row in present.items()}


def move_rows(book: Gradebook, notebook: NotebookRow, exercise: NotebookNode, was: Mapping[str, str]) -> Moved:
    """Let the rows of a notebook be those of the exercise.

    `was`: {id of a cell: the id that it had in an earlier build}.
    """
    wanted, present = _wanted(exercise), _present(notebook)
    said: dict[str, None] = {}
    for kind, name in list(wanted):
        old = present.get((kind, was.get(name, "")))
        if old is not None and (kind, name) not in present:
            present[kind, name] = present.pop((kind, old.name))
            said[f"{old.name} is now {name}"] = None
            old.name = name
    removed: list[dict[str, object]] = []
    for kind, name in sorted(present.keys() - wanted.keys()):
        row = present[kind, name]
        if kind != "source":
            said[f"{name} is gone"] = None
            removed += _take_away(book, row)
        book.db.delete(row)
    book.db.flush()
    for (kind, name), info in wanted.items():
        if (kind, name) in present:
            row = present[kind, name]
            points = getattr(row, "max_score", None)
            if kind != "source" and info.get("max_score") != points:
                said[f"{name} has {number(info['max_score'])} points"] = None  # type: ignore[arg-type]
            for column, value in info.items():
                setattr(row, column, value)
        else:
            said.update({f"{name} is new": None} if kind != "source" else {})
            _add(book, notebook, kind, name, info)
    book.db.flush()
    return Moved("; ".join(sorted(said)), removed)


def keep_removed(course: Course, removed: Iterable[Mapping[str, object]]) -> None:
    """Add what a person gave for cells that are gone to the list that stays, one line each."""
    time = datetime.now(UTC).isoformat(timespec="seconds")
    lines = [json.dumps({"at": time, **entry}) + "\n" for entry in removed]
    if lines:
        with course.private.joinpath(REMOVED).open("a", encoding="utf-8") as file:
            file.writelines(lines)


def because_of(before: Report, after: Report) -> str:
    """Return which checks give the same submission another score: "'double': 1 → 0"; "" if that is not it."""
    old, new = dict(_earned(before)), dict(_earned(after))
    void = {check.name: f" ({check.void})" for check in _checks(after) if check.void is not None}
    moved = [
        f"'{name}': {_points(old, name, 'new')} → {_points(new, name, 'gone')}{void.get(name, '')}"
        for name in dict.fromkeys([*new, *old])
        if old.get(name) != new.get(name)
    ]
    more = [f"and {len(moved) - _SHOWN} more"] if len(moved) > _SHOWN else []
    return ", ".join([*moved[:_SHOWN], *more])


def _points(earned: Mapping[str, float], name: str, absent: str) -> str:
    return number(earned[name]) if name in earned else absent


def _checks(report: Report) -> Iterator[CheckResult]:
    return (check for cell in report.cells for check in cell.checks)


def _earned(report: Report) -> Iterator[tuple[str, float]]:
    """Yield the points that each check gives."""
    for cell in report.cells:
        weights = sum(check.weight for check in cell.checks if check.void is not Void.OUT)
        for check in cell.checks:
            counts = check.void is not Void.OUT and (check.status is Status.PASSED or check.void is Void.FULL)
            yield check.name, cell.points * check.weight / weights if counts and weights > 0 else 0.0


# ---------------------------------------------------------------- rows


def _wanted(exercise: NotebookNode) -> _Cells:
    """Return the cells that nbgrader's SaveCells would enter."""
    cells: _Cells = {}
    for cell in exercise.cells:
        meta = cell.metadata.get("nbgrader", {})
        name = meta.get("grade_id", "")
        graded = {"grade": utils.is_grade(cell), "solution": utils.is_solution(cell), "task": utils.is_task(cell)}
        for kind in (kind for kind, applies in graded.items() if applies):
            has_points = kind != "solution"
            cells[kind, name] = {"max_score": float(meta["points"]), "cell_type": cell.cell_type} if has_points else {}
        if any(graded.values()) or utils.is_locked(cell):
            cells["source", name] = {
                "cell_type": cell.cell_type,
                "locked": utils.is_locked(cell),
                "source": cell.source,
                "checksum": meta.get("checksum"),
            }
    return cells


def _present(notebook: NotebookRow) -> dict[tuple[str, str], BaseCell | SourceCell]:
    rows: dict[tuple[str, str], BaseCell | SourceCell] = {("source", row.name): row for row in notebook.source_cells}
    for kind, cells in (
        ("grade", notebook.grade_cells), ("solution", notebook.solution_cells), ("task", notebook.task_cells),
    ):  # fmt: skip
        rows.update({(kind, row.name): row for row in cells})
    return rows


def _take_away(book: Gradebook, cell: BaseCell) -> Iterator[dict[str, object]]:
    """Delete a cell's grades and comments; yield what a person gave."""
    for row in [*cell.grades, *cell.comments]:
        submission = row.notebook.assignment
        given = {
            column: getattr(row, column)
            for column in ("manual_score", "extra_credit", "manual_comment")
            if getattr(row, column, None) not in (None, 0, "")
        }
        if given:
            yield {
                "student": submission.student_id,
                "assignment": submission.assignment.name,
                "cell": cell.name,
            } | given
        book.db.delete(row)


def _add(book: Gradebook, notebook: NotebookRow, kind: str, name: str, info: dict[str, object]) -> None:
    """Add a cell, and its grade and comment to every submission, as Gradebook.add_submission makes them."""
    if kind == "source":
        book.db.add(SourceCell(name=name, notebook=notebook, **info))
        return
    cell = {"grade": GradeCell, "solution": SolutionCell, "task": TaskCell}[kind](name=name, notebook=notebook, **info)
    book.db.add(cell)
    for submitted in notebook.submissions:
        if kind in ("grade", "task"):
            book.db.add(Grade(cell=cell, notebook=submitted))
        if kind in ("solution", "task"):
            book.db.add(Comment(cell=cell, notebook=submitted))
