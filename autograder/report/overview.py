"""The Reports of a class -> its table and its troubles, as numbers and names.

Several notebooks of one student and assignment are added up. The terminal's table and the class page
draw what is computed here; nothing is drawn or escaped here.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from autograder.model import CheckResult, Diagnosis, Report, Status
from autograder.report.rows import share

__all__ = ["AssignmentOverview", "CheckOverview", "ClassOverview", "Score", "class_overview"]


@dataclass(frozen=True, slots=True)
class Score:
    """Points won, and points to win."""

    score: float
    points: float

    @property
    def share(self) -> float | None:
        """Score / points within 0 and 1; None where there is nothing to win."""
        return share(self.score, self.points)


@dataclass(frozen=True, slots=True)
class CheckOverview:
    """How one check went for the class."""

    notebook: str
    name: str
    hidden: bool
    counts: dict[Status, int]
    failed: tuple[tuple[str, Status], ...]  # student, how it ended
    diagnoses: tuple[tuple[Diagnosis, int], ...]  # the most frequent first

    @property
    def failing(self) -> float:
        """The share of the submissions that fail this check."""
        total = sum(self.counts.values())
        return len(self.failed) / total if total else 0.0


@dataclass(frozen=True, slots=True)
class AssignmentOverview:
    """One assignment: its checks, those that the class fails most first."""

    name: str
    points: float
    submissions: int
    mean: float | None  # the mean score of the submissions
    checks: tuple[CheckOverview, ...]
    problems: tuple[tuple[str, str], ...]  # student, what was wrong with the file or stopped the run


@dataclass(frozen=True, slots=True)
class ClassOverview:
    """Students by assignments. A student's total counts what was not handed in as 0."""

    students: tuple[str, ...]
    assignments: tuple[AssignmentOverview, ...]
    scores: dict[tuple[str, str], Score]  # by student, assignment; absent: not handed in
    totals: dict[str, Score]  # by student
    mean: Score  # of the totals
    unisolated: int  # reports graded without isolation


def class_overview(reports: Sequence[Report]) -> ClassOverview:
    """Return the class at one glance; the order of the reports does not matter."""
    ordered = sorted(reports, key=lambda r: (r.assignment, r.notebook, r.student))
    scores: dict[tuple[str, str], Score] = {}
    for report in ordered:
        before = scores.get((report.student, report.assignment), Score(0.0, 0.0))
        scores[report.student, report.assignment] = Score(before.score + report.score, before.points + report.points)
    students = tuple(sorted({report.student for report in ordered}))
    names = sorted({report.assignment for report in ordered})
    assignments = tuple(_assignment(name, [r for r in ordered if r.assignment == name], scores) for name in names)
    to_win = sum(assignment.points for assignment in assignments)
    totals = {
        student: Score(sum(score.score for (who, _), score in scores.items() if who == student), to_win)
        for student in students
    }
    won = sum(total.score for total in totals.values())
    return ClassOverview(
        students=students,
        assignments=assignments,
        scores=scores,
        totals=totals,
        mean=Score(won / len(students) if students else 0.0, to_win),
        unisolated=sum(report.evidence.overridden for report in ordered),
    )


def _assignment(name: str, reports: Sequence[Report], scores: dict[tuple[str, str], Score]) -> AssignmentOverview:
    here = [score for (_, assignment), score in scores.items() if assignment == name]
    checks = _checks(reports)
    return AssignmentOverview(
        name=name,
        points=max((score.points for score in here), default=0.0),
        submissions=len(here),
        mean=sum(score.score for score in here) / len(here) if here else None,
        checks=tuple(sorted(checks, key=lambda check: -check.failing)),
        problems=tuple((r.student, problem) for r in reports for problem in r.problems),
    )


def _checks(reports: Sequence[Report]) -> list[CheckOverview]:
    """Return every check of these reports in the notebooks' order."""
    results: dict[tuple[str, str], list[tuple[str, CheckResult]]] = {}
    for report in reports:
        for cell in report.cells:
            for check in cell.checks:
                results.setdefault((report.notebook, check.name), []).append((report.student, check))
    return [_check(notebook, name, found) for (notebook, name), found in results.items()]


def _check(notebook: str, name: str, results: Sequence[tuple[str, CheckResult]]) -> CheckOverview:
    diagnoses: Counter[tuple[str, str]] = Counter()
    first: dict[tuple[str, str], Diagnosis] = {}
    for _, check in results:
        if check.diagnosis is not None and check.status is not Status.PASSED:
            key = (check.diagnosis.source, check.diagnosis.cause)
            first.setdefault(key, check.diagnosis)
            diagnoses[key] += 1
    return CheckOverview(
        notebook=notebook,
        name=name,
        hidden=results[0][1].hidden,
        counts=dict(Counter(check.status for _, check in results)),
        failed=tuple((who, check.status) for who, check in results if check.status is not Status.PASSED),
        diagnoses=tuple((first[key], count) for key, count in diagnoses.most_common()),
    )
