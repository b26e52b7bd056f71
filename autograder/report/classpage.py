"""The gradebook and the Reports of a class -> one stand-alone HTML page for the instructor.

What is on it: the class's table, each score as the gradebook has it with what it consists of, and for each
assignment a heat strip of its checks, those that fail most first, each with how it failed, who failed it and
what the diagnosis was. It shows hidden checks in full, so it is NOT for students. One file, no script,
nothing fetched; <details> fold the long parts.
"""

from collections.abc import Iterable, Iterator

from autograder.model import Report
from autograder.report.grades import Grades, consists_of
from autograder.report.overview import AssignmentOverview, ClassOverview, Score, class_overview
from autograder.report.pages import rendered
from autograder.report.rows import share
from autograder.report.statuses import FAILURES

__all__ = ["class_html"]

# A score in the table: points (None: not handed in), their share of what was to win, the percentage, notes below.
_Cell = tuple[float | None, float | None, bool, list[str]]
_NOT_HANDED_IN: _Cell = (None, None, False, [])


def class_html(grades: Grades, reports: Iterable[Report], *, title: str = "The class at a glance") -> str:
    """Return the page as text. For instructors: it holds every student's name and hidden checks.

    Scores are those of `grades`, checks those of `reports`.
    """
    overview = class_overview(grades, reports)
    points = [(assignment.mean, assignment.points) for assignment in overview.assignments]
    means = [_sum(overview.mean), *((mean, share(mean, most), False, []) for mean, most in points)]
    return rendered(
        "class.html.jinja", title=title, overview=overview, rows=_rows(overview), means=means,
        failures=FAILURES,
    )  # fmt: skip


def _rows(overview: ClassOverview) -> Iterator[tuple[str, list[_Cell]]]:
    for student in overview.students:
        cells = [_cell(overview, student, assignment) for assignment in overview.assignments]
        yield student, [_sum(overview.totals[student]), *cells]


def _sum(score: Score) -> _Cell:
    return score.score, score.share, score.share is not None, []


def _cell(overview: ClassOverview, student: str, assignment: AssignmentOverview) -> _Cell:
    """One student's assignment: the score that counts, and below it what it consists of."""
    entry = overview.entries.get((student, assignment.name))
    if entry is None:
        return _NOT_HANDED_IN
    review = "to be looked at" if entry.to_review else ""
    unguarded = "not isolated" if (student, assignment.name) in overview.unisolated else ""
    notes = [note for note in (consists_of(entry), review, unguarded) if note]
    return entry.score, share(entry.score, assignment.points), False, notes
