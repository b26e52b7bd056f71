"""The gradebook and the Reports of a class -> one student's page for a talk: all exercises, and what was said of each.

In: what the gradebook holds, the class's reports. Out: a stand-alone HTML page for the instructor, with hidden checks
in full: NOT for the student, who has the feedback pages.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from autograder.model import Report, Status
from autograder.report.grades import Grades, consists_of
from autograder.report.mistakes import Ending, Mistake, endings, mistakes
from autograder.report.overview import AssignmentOverview, ClassOverview, Score, class_overview
from autograder.report.pages import rendered

__all__ = ["student_html"]


@dataclass(frozen=True, slots=True)
class _Exercise:
    """One assignment, as one student did it; `score` is None if it was not handed in."""

    name: str
    score: Score | None
    notes: tuple[str, ...]  # what the score consists of, that it was late, that it is to be looked at
    median: float | None  # of the class, as a share of the points
    passed: int
    checks: int
    mistakes: tuple[Mistake, ...]  # those that have a sentence
    others: tuple[Ending, ...]  # how the other failed checks ended
    problems: tuple[str, ...]


def student_html(grades: Grades, reports: Iterable[Report], student: str) -> str:
    """Return the page of one student as text; `reports` are the whole class's, with which it is compared.

    Raises KeyError if the gradebook knows no such student.
    """
    overview = class_overview(grades, reports)
    concern = next((each for each in overview.concerns if each.student == student), None)
    return rendered(
        "student.html.jinja", title=student, total=overview.totals[student], median=overview.spread,
        reasons=concern.reasons if concern else (),
        exercises=[_exercise(overview, assignment, student) for assignment in overview.assignments],
    )  # fmt: skip


def _exercise(overview: ClassOverview, assignment: AssignmentOverview, student: str) -> _Exercise:
    key = (student, assignment.name)
    entry = overview.entries.get(key)
    late = "late" if key in overview.grades.late else ""
    review = "to be looked at" if entry and entry.to_review else ""
    notes = [consists_of(entry) if entry else "", late, review]
    own = [report for report in assignment.reports if report.student == student]
    results = [check for report in own for cell in report.cells for check in cell.checks]
    return _Exercise(
        name=assignment.name,
        score=overview.score(student, assignment),
        notes=tuple(filter(None, notes)),
        median=assignment.spread.median if assignment.spread else None,
        passed=sum(result.status is Status.PASSED for result in results),
        checks=len(results),
        mistakes=mistakes(own),
        others=endings(result for result in results if result.diagnosis is None),
        problems=tuple(problem for report in own for problem in report.problems),
    )
