"""The gradebook and the Reports of a class -> its table and its troubles, as numbers and names.

In: what the gradebook holds, from which every score comes, and the stored reports, from which come the checks
that fail. Out: a ClassOverview, which the terminal's table and the class page draw; nothing is drawn or escaped here.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from autograder.model import CheckResult, Diagnosis, Report, Status
from autograder.report.grades import Entry, Grades
from autograder.report.rows import MOST_PROBLEMS, share

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

    def ended(self, ending: Status) -> list[str]:
        """Return the students for whom it ended so."""
        return [student for student, status in self.failed if status is ending]


@dataclass(frozen=True, slots=True)
class AssignmentOverview:
    """One assignment: its checks, those that the class fails most first."""

    name: str
    points: float
    submissions: int
    mean: float  # of the submissions' scores
    reports: int  # those that say how the checks went
    checks: tuple[CheckOverview, ...]
    problems: tuple[tuple[str, str], ...]  # student, what was wrong with the file or stopped the run

    @property
    def failing(self) -> list[CheckOverview]:
        """The checks that anybody fails."""
        return [check for check in self.checks if check.failed]

    @property
    def diagnoses(self) -> tuple[tuple[Diagnosis, int], ...]:
        """The diagnoses of all checks, the most frequent first, counted once for each check that failed."""
        return _counted(diagnosis for check in self.checks for diagnosis in check.diagnoses)


@dataclass(frozen=True, slots=True)
class ClassOverview:
    """Students by assignments. A student's total counts what was not handed in as 0."""

    students: tuple[str, ...]
    assignments: tuple[AssignmentOverview, ...]  # those that somebody handed in
    entries: Mapping[tuple[str, str], Entry]  # by student, assignment; absent: not handed in
    totals: dict[str, Score]  # by student
    mean: Score  # of the totals
    unisolated: frozenset[tuple[str, str]]  # student, assignment: graded without isolation
    left_out: tuple[str, ...]  # the assignments that nobody handed in

    def score(self, student: str, assignment: AssignmentOverview) -> Score | None:
        """Return what counts of a student's assignment, None if it was not handed in."""
        entry = self.entries.get((student, assignment.name))
        return None if entry is None else Score(entry.score, assignment.points)


def class_overview(grades: Grades, reports: Iterable[Report]) -> ClassOverview:
    """Return the class at one glance; a report without an entry in the gradebook is left out."""
    reports_of: dict[str, list[Report]] = {}
    unisolated = set()
    for report in sorted(reports, key=lambda r: (r.assignment, r.student)):
        key = (report.student, report.assignment)
        if key in grades.entries:
            reports_of.setdefault(report.assignment, []).append(report)
            if report.evidence.overridden:
                unisolated.add(key)
    handed_in: dict[str, list[Entry]] = {}
    for entry in grades.entries.values():
        handed_in.setdefault(entry.assignment, []).append(entry)
    assignments = tuple(
        _assignment(name, points, handed_in[name], reports_of.get(name, []))
        for name, points in grades.points.items()
        if name in handed_in
    )
    to_win = sum(assignment.points for assignment in assignments)
    won = dict.fromkeys(grades.students, 0.0)
    for entry in grades.entries.values():
        won[entry.student] += entry.score
    return ClassOverview(
        students=grades.students,
        assignments=assignments,
        entries=grades.entries,
        totals={student: Score(score, to_win) for student, score in won.items()},
        mean=Score(sum(won.values()) / len(won) if won else 0.0, to_win),
        unisolated=frozenset(unisolated),
        left_out=tuple(name for name in grades.points if name not in handed_in),
    )


def _assignment(name: str, points: float, entries: Sequence[Entry], reports: Sequence[Report]) -> AssignmentOverview:
    checks = _checks(reports)
    return AssignmentOverview(
        name=name,
        points=points,
        submissions=len(entries),
        mean=sum(entry.score for entry in entries) / len(entries),
        reports=len(reports),
        checks=tuple(sorted(checks, key=lambda check: -check.failing)),
        problems=tuple((r.student, problem) for r in reports for problem in r.problems[:MOST_PROBLEMS]),
    )


def _checks(reports: Sequence[Report]) -> list[CheckOverview]:
    """Return every check of these reports in the notebooks' order."""
    results: dict[tuple[str, str], tuple[list[str], list[CheckResult]]] = defaultdict(lambda: ([], []))
    for report in reports:
        for cell in report.cells:
            for check in cell.checks:
                students, check_results = results[report.notebook, check.name]
                students.append(report.student)
                check_results.append(check)
    return [_check(notebook, name, *those) for (notebook, name), those in results.items()]


def _check(notebook: str, name: str, students: Sequence[str], results: Sequence[CheckResult]) -> CheckOverview:
    wrong = [pair for pair in zip(students, results, strict=True) if pair[1].status is not Status.PASSED]
    return CheckOverview(
        notebook=notebook,
        name=name,
        hidden=results[0].hidden,
        counts=dict(Counter(check.status for check in results)),
        failed=tuple((student, check.status) for student, check in wrong),
        diagnoses=_counted((check.diagnosis, 1) for _, check in wrong if check.diagnosis is not None),
    )


def _counted(diagnoses: Iterable[tuple[Diagnosis, int]]) -> tuple[tuple[Diagnosis, int], ...]:
    """Return how often each cause was found, with its first sentence, the most frequent first."""
    counts: Counter[tuple[str, str]] = Counter()
    first_diagnosis: dict[tuple[str, str], Diagnosis] = {}
    for diagnosis, count in diagnoses:
        key = (diagnosis.source, diagnosis.cause)
        first_diagnosis.setdefault(key, diagnosis)
        counts[key] += count
    return tuple((first_diagnosis[key], count) for key, count in counts.most_common())
