"""The gradebook -> a CSV file: nbgrader's columns, quoted, and safe to open in a spreadsheet.

In: a Gradebook. Out: the file that `nbgrader export` writes. A spreadsheet takes a cell that begins
with = + - @ for a formula; a student chooses their own name, so such text gets an apostrophe and is one line.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from nbgrader.api import Assignment, Gradebook, Student, SubmittedAssignment
from nbgrader.plugins import ExportPlugin

from autograder.report import clean_value

__all__ = ["CsvExport"]

_COLUMNS = (
    "assignment", "duedate", "timestamp", "student_id", "last_name", "first_name", "email",
    "raw_score", "late_submission_penalty", "score", "max_score",
)  # fmt: skip


class CsvExport(ExportPlugin):
    """Writes one line per assignment and student, to grades.csv if no file is named."""

    def export(self, gradebook: Gradebook) -> None:
        """Write the file."""
        path = Path(self.to or "grades.csv")
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(_COLUMNS)
            writer.writerows(self._rows(gradebook))
        self.log.info("Exported grades to %s", path)

    def _rows(self, gradebook: Gradebook) -> Iterator[list[str]]:
        students, assignments = {str(name) for name in self.student}, {str(name) for name in self.assignment}
        handed_in = {(row.assignment_id, row.student_id): row for row in gradebook.db.query(SubmittedAssignment).all()}
        for assignment in gradebook.assignments:
            if assignments and assignment.name not in assignments:
                continue
            for student in gradebook.students:
                if not students or student.id in students:
                    yield _row(assignment, student, handed_in.get((assignment.id, student.id)))


def _row(assignment: Assignment, student: Student, submission: SubmittedAssignment | None) -> list[str]:
    raw = submission.score if submission else 0.0
    penalty = submission.late_submission_penalty if submission else 0.0
    return [
        _safe(assignment.name),
        str(assignment.duedate or ""),
        str((submission and submission.timestamp) or ""),
        *(_safe(text) for text in (student.id, student.last_name, student.first_name, student.email)),
        *(str(number) for number in (raw, penalty, max(0.0, raw - penalty), assignment.max_score)),
    ]


def _safe(text: str | None) -> str:
    return clean_value(text or "")
