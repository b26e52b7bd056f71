"""The gradebook and the Reports of a class -> one stand-alone HTML page for the instructor.

What is on it, what matters most first: how the scores are spread, the hardest tasks, the mistakes of most students,
wrong values that several share and nothing explains, whom to talk to; then the class's table, each score as the
gradebook has it with what it consists of; then for each assignment a heat strip of its checks, those that fail most
first, each with how it failed and who failed it. It shows hidden checks in full, so it is NOT for students, unless it
is made without names. One file, no script, nothing fetched; <details> fold the long parts.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from autograder.model import Report
from autograder.report.concerns import RULES
from autograder.report.grades import Grades, consists_of
from autograder.report.impersonal import impersonal
from autograder.report.mistakes import SameValue
from autograder.report.overview import AssignmentOverview, ClassOverview, Score, class_overview
from autograder.report.pages import rendered
from autograder.report.rows import share
from autograder.report.scorechanges import ScoreChanges
from autograder.report.statuses import FAILURES

__all__ = ["class_html"]

# A score in the table: points (None: not handed in), their share of what was to win, the percentage, notes below.
_Cell = tuple[float | None, float | None, bool, list[str]]
MOST_VALUES = 8  # of those that nothing explains
_NOT_HANDED_IN: _Cell = (None, None, False, [])


def class_html(
    grades: Grades,
    reports: Iterable[Report],
    *,
    title: str = "The class at a glance",
    titles: Mapping[tuple[str, str], str] | None = None,
    draft: Callable[[SameValue], str] | None = None,
    named: bool = True,
    changes: ScoreChanges | None = None,
) -> str:
    """Return the page as text. For instructors: it holds every student's name and hidden checks.

    Scores are those of `grades`, checks those of `reports`. `titles`: what a task is called, by assignment and check
    cell. `draft`: gives the misconception cell that would explain a value, as text to copy. Not `named`: a page to
    project; no name is on it, no student's row, and of each check only what every student may know. `changes`: what
    gradings changed, for a section of its own.
    """
    overview = class_overview(grades, reports if named else map(impersonal, reports))
    points = [(assignment.mean, assignment.points) for assignment in overview.assignments]
    means = [_sum(overview.mean), *((mean, share(mean, most), False, []) for mean, most in points)]
    drafts = {group: draft(group) for group in overview.same_values[:MOST_VALUES]} if draft and named else {}
    return rendered(
        "class.html.jinja", title=title, overview=overview, rows=_rows(overview), means=means, named=named,
        titles=titles or {}, drafts=drafts, most_values=MOST_VALUES, rules=RULES, failures=FAILURES, changes=changes,
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
