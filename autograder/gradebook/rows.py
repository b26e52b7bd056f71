"""One graded submission -> its rows in the gradebook: scores and automatic comments.

In: nbgrader's `SubmittedNotebook` (a row with its grades and comments) and a `GradingResult`. Out: the rows,
changed; the caller commits. Both ways into the gradebook use this one. What a person graded stays.
"""

from __future__ import annotations

from nbgrader.api import GradeCell, SubmittedNotebook

from autograder.errors import CourseError
from autograder.grade import GradingResult

__all__ = ["set_rows"]

_NO_RESPONSE = "No response."  # nbgrader's own words


def set_rows(notebook: SubmittedNotebook, graded: GradingResult) -> None:
    """Set the scores from the report; CourseError if the gradebook knows other check cells."""
    report = graded.report
    _compare_cells(notebook, graded)
    scores = {cell.cell_id: cell.score for cell in report.cells}
    for grade in notebook.grades:
        if grade.cell.name in scores:
            grade.auto_score = scores[grade.cell.name]
            # As nbgrader does: a person's score over an automatic one that is new is to be looked at.
            grade.needs_manual_grade = grade.manual_score is not None and graded.run is not None
    for comment in notebook.comments:
        blank = graded.run is not None and comment.cell.name in graded.submission.unanswered
        comment.auto_comment = _NO_RESPONSE if blank else None


def _compare_cells(notebook: SubmittedNotebook, graded: GradingResult) -> None:
    report = graded.report
    points = {cell.cell_id: cell.points for cell in report.cells}
    known = {g.cell.name: g.cell.max_score for g in notebook.grades if isinstance(g.cell, GradeCell)}
    if points != known:
        differ = sorted(name for name in points.keys() | known.keys() if points.get(name) != known.get(name))
        raise CourseError(
            f"{report.assignment}/{report.notebook}: the gradebook and source/ disagree on the check cells "
            f"{', '.join(differ)}. Run `autograder build {report.assignment}`."
        )
