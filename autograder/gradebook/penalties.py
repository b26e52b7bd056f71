"""Late penalties: what the course's plugin takes off, as nbgrader's AssignLatePenalties does.

In: a submitted notebook's row, its due date, its extension, the plugin's settings. Out: the extension that
extensions.csv grants, and the penalty, in that row.
A penalty is a function of what the gradebook holds, so it is set anew without running anything. Does NOT commit.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from nbgrader.api import Assignment, Gradebook, SubmittedAssignment, SubmittedNotebook
from nbgrader.preprocessors import AssignLatePenalties
from sqlalchemy import or_
from sqlalchemy.orm import contains_eager, undefer
from traitlets.config import Config

from autograder.gradebook.extensions import Extensions, set_extension

__all__ = ["Penalties"]


class Penalties:
    """The course's plugin, asked as nbgrader asks it."""

    def __init__(self, config: Config, extensions: Extensions | None = None) -> None:
        """`extensions`: those that the course's file grants; None: there is no file, and the gradebook's stand."""
        self._extensions = extensions
        self._asks = AssignLatePenalties(config=config)
        self._asks.init_plugin()

    def set(self, book: Gradebook, notebook: SubmittedNotebook) -> None:
        """Set extension and penalty of a row whose grades have just been set."""
        set_extension(notebook.assignment, self._extensions)
        if _seconds_late(notebook) > 0:
            book.db.flush()
            book.db.refresh(notebook, ["score"])
        self._set(notebook)

    def set_all(self, book: Gradebook, keys: Collection[tuple[str, str]]) -> Iterator[tuple[str, str]]:
        """Set those of (student, assignment) that are others now than when they were set; yield these."""
        rows = (
            book.db.query(SubmittedNotebook)
            .join(SubmittedNotebook.assignment)
            .join(Assignment, SubmittedAssignment.assignment_id == Assignment.id)
            .filter(Assignment.name.in_({assignment for _, assignment in keys}))
            .filter(
                or_(
                    SubmittedAssignment.timestamp > Assignment.duedate,
                    SubmittedAssignment.extension.is_not(None),
                    SubmittedAssignment.student_id.in_({student for student, _ in self._extensions or ()}),
                    SubmittedNotebook.late_submission_penalty > 0,
                )
            )
            .options(contains_eager(SubmittedNotebook.assignment), undefer(SubmittedNotebook.score))
        )
        for notebook in rows.all():
            key = (notebook.assignment.student_id, notebook.assignment.name)
            before = notebook.late_submission_penalty or 0.0
            if key in keys:
                set_extension(notebook.assignment, self._extensions)
                self._set(notebook)
                if (notebook.late_submission_penalty or 0.0) != before:
                    yield key

    def _set(self, notebook: SubmittedNotebook) -> None:
        notebook.late_submission_penalty = None
        late = _seconds_late(notebook)
        if late > 0:
            student = notebook.assignment.student_id
            penalty = self._asks.plugin_inst.late_submission_penalty(student, notebook.score, late)
            if penalty is not None:
                notebook.late_submission_penalty = self._asks._check_late_penalty(notebook, penalty)  # noqa: SLF001 - nbgrader's own clamp


def _seconds_late(notebook: SubmittedNotebook) -> float:
    """Return by how much a submission is late, extension included; an extension of no due date is none."""
    submission = notebook.assignment
    return float(submission.total_seconds_late) if submission.assignment.duedate is not None else 0.0
