"""Which submissions need not be graded again: nothing that their grade depends on has changed since.

In: what was handed in, and how it would be graded now. Out: a `Plan`: the reports of those whose autograded
notebook and rows are still what such a grading would make, and for each other one why not. "The same" is
what provenance.py says of a run, besides the submission, the source, and how well it is isolated. Late
penalties are no reason to run anything: penalties.py sets them anew.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from nbgrader.api import Assignment, BaseCell, Grade, SubmittedAssignment
from nbgrader.api import Notebook as NotebookRow

from autograder.course import Course, Submitted
from autograder.grade.inputs import IMPORTED, beside, differences, made_by
from autograder.gradebook.autograded import autograded_path, kept_report
from autograder.gradebook.configuration import course_directory, load_config
from autograder.gradebook.database import grades, open_gradebook
from autograder.gradebook.timestamps import handed_in_at
from autograder.model import Level, Report
from autograder.notebook import Notebook, files_beside
from autograder.run.provenance import basis

__all__ = ["Conditions", "Plan", "plan"]

_Key = tuple[str, str, str]  # student, assignment, notebook


@dataclass(frozen=True, slots=True)
class Conditions:
    """How a submission would be graded now; None: on whichever device, at whichever level that isolates."""

    seed_id: str
    device: str | None
    level: Level | None


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done with each submission: its report stands, or it is graded, and why."""

    kept: Mapping[Submitted, Report]
    why: Mapping[Submitted, tuple[str, ...]]


def plan(
    course: Course,
    submitted: Sequence[Submitted],
    conditions: Conditions,
    *,
    force: bool = False,
) -> Plan:
    """Return what is to be graded and why.

    Raises:
        NotebookError: a source notebook is not well formed.
    """
    rows = _rows(course, {handed_in.assignment for handed_in in submitted})
    reports: dict[Submitted, Report] = {}
    reasons: dict[Submitted, tuple[str, ...]] = {}
    for name in dict.fromkeys(handed_in.assignment for handed_in in submitted):
        (notebook,) = course.notebooks(name)
        inputs = basis(files_beside(notebook), conditions.seed_id, "")
        for handed_in in (handed_in for handed_in in submitted if handed_in.assignment == name):
            row = rows.get((handed_in.student, handed_in.assignment, handed_in.notebook))
            result = _looked_at(course, handed_in, row, _Now(notebook, inputs, conditions))
            if isinstance(result, Report) and not force:
                reports[handed_in] = result
            else:
                reasons[handed_in] = ("forced",) if isinstance(result, Report) else result
    return Plan(reports, reasons)


@dataclass(frozen=True, slots=True)
class _Now:
    """What a submission of one assignment would be graded with."""

    notebook: Notebook
    basis: Mapping[str, str]
    conditions: Conditions

    def made_from(self, then: Mapping[str, str], data: bytes | None, submitted: Path) -> dict[str, str]:
        """Return what a grade would be made from; what the conditions leave open is as it was."""
        level = self.conditions.level
        isolates = then.get("isolation") in (Level.STRONG.value, Level.ADEQUATE.value)
        left_open = then.get("isolation", "") if isolates else "one that isolates"
        parts = {
            **self.basis,
            "device": then.get("device", "") if self.conditions.device is None else self.conditions.device,
            "source": self.notebook.sha256,
            "submission": "" if data is None else hashlib.sha256(data).hexdigest(),
            "beside": beside(submitted),
            "isolation": left_open if level is None else level.value,
        }
        # what another machine graded stands until there is a reason to grade it that does not lie in the machine
        return {**parts, **made_by(then)} if IMPORTED in then else parts


def _looked_at(course: Course, handed_in: Submitted, row: _Row | None, now: _Now) -> Report | tuple[str, ...]:
    """Return the report that stands, or why it does not."""
    if row is None:
        return ("a new submission",)
    stored = kept_report(autograded_path(course, handed_in.student, handed_in.assignment, handed_in.notebook))
    if stored is None:
        return ("there is no autograded notebook of ours",)
    if not stored.made_from:
        return ("graded by `nbgrader autograde`, or by an earlier version",)
    submitted = course.folder("submitted") / handed_in.student / handed_in.assignment
    differ = tuple(
        dict.fromkeys(differences(stored.made_from, now.made_from(stored.made_from, handed_in.read(), submitted)))
    )
    return differ or row.differs(stored.report, handed_in_at(submitted).at) or stored.report


@dataclass(slots=True)
class _Row:
    """What the gradebook says of a submitted notebook."""

    handed_in: datetime | None
    scores: dict[str, float | None] = field(default_factory=dict)  # the automatic ones, by check cell

    def differs(self, report: Report, handed_in: datetime | None) -> tuple[str, ...]:
        """Return how this is not what the report, and the folder's timestamp, would make it; empty: it is."""
        if handed_in not in (None, self.handed_in):
            return ("the gradebook has another time of handing in",)
        if any(self.scores.get(cell.cell_id) != cell.score for cell in report.cells):
            return ("the gradebook has other automatic scores than its report",)
        return ()


def _rows(course: Course, assignments: set[str]) -> dict[_Key, _Row]:
    """Return what the gradebook has of each submitted notebook."""
    by_key: dict[_Key, _Row] = {}
    with open_gradebook(course_directory(load_config(course))) as book:
        rows = grades(
            book, SubmittedAssignment.student_id, SubmittedAssignment.timestamp, Assignment.name, NotebookRow.name,
            BaseCell.name, Grade.auto_score,
        ).filter(Assignment.name.in_(assignments))  # fmt: skip
        for student, stamp, assignment, notebook, cell, score in rows:
            by_key.setdefault((student, assignment, notebook), _Row(stamp)).scores[cell] = score
    return by_key
