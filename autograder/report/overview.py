"""The gradebook and the Reports of a class -> its table and its troubles, as numbers and names.

In: what the gradebook holds, from which every score comes, and the stored reports, from which come the checks
that fail. Out: a ClassOverview, which the terminal's table, the class page and its JSON show; nothing is drawn or
escaped here.
"""

import statistics
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from autograder.model import CellResult, CheckResult, Report, Status, Void
from autograder.report.concerns import Concern, concerns, was_stopped
from autograder.report.distribution import Distribution, distribution, point_biserial
from autograder.report.grades import Entry, Grades
from autograder.report.mistakes import Ending, Mistake, SameValue, endings, mistakes, same_values
from autograder.report.rows import MOST_PROBLEMS, share

__all__ = [
    "AssignmentOverview",
    "CheckOverview",
    "ClassOverview",
    "Score",
    "TaskOverview",
    "class_overview",
]


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
    cell_id: str
    name: str
    hidden: bool
    void: Void | None  # its status does not count
    counts: dict[Status, int]
    failed: tuple[tuple[str, Status], ...]  # student, how it ended
    endings: tuple[Ending, ...]  # how answers fail, the most frequent first
    discrimination: float | None  # docs/glossary.md; None: too few submissions, or all alike

    @property
    def solved(self) -> int:
        """How many submissions pass it."""
        return self.counts.get(Status.PASSED, 0)

    @property
    def failing(self) -> float:
        """The share of the submissions that fail this check."""
        total = sum(self.counts.values())
        return len(self.failed) / total if total else 0.0

    def ended(self, ending: Status) -> list[str]:
        """Return the students for whom it ended so."""
        return [student for student, status in self.failed if status is ending]


@dataclass(frozen=True, slots=True)
class TaskOverview:
    """What one check cell gave: a task's points."""

    assignment: str
    cell_id: str
    points: float
    share: float  # of the points, the mean of the submissions


@dataclass(frozen=True)
class AssignmentOverview:
    """One assignment: its checks, those that the class fails most first."""

    name: str
    points: float
    due: datetime | None  # UTC, as in the gradebook
    submissions: int
    mean: float  # of the submissions' scores
    spread: Distribution | None  # of the scores' shares; None where there is nothing to win
    reports: Sequence[Report]  # those that say how the checks went
    checks: tuple[CheckOverview, ...]
    tasks: tuple[TaskOverview, ...]  # in the notebook's order
    problems: tuple[tuple[str, str], ...]  # student, what was wrong with the file or stopped the run

    @property
    def failing(self) -> list[CheckOverview]:
        """The checks that anybody fails."""
        return [check for check in self.checks if check.failed]

    @property
    def run_seconds(self) -> tuple[float, float] | None:
        """How long the runs took: the median and the longest; None without reports."""
        seconds = [report.evidence.seconds for report in self.reports]
        return (statistics.median(seconds), max(seconds)) if seconds else None

    @property
    def stopped(self) -> int:
        """How many runs, or a cell of theirs, a limit has ended."""
        return sum(map(was_stopped, self.reports))

    @cached_property
    def mistakes(self) -> tuple[Mistake, ...]:
        """The mistakes that have a sentence, those of most students first."""
        return mistakes(self.reports)

    @cached_property
    def same_values(self) -> tuple[SameValue, ...]:
        """The wrong values that several students share and nothing explains."""
        return same_values(self.reports)


@dataclass(frozen=True)
class ClassOverview:
    """Students by assignments. A student's total counts what was not handed in as 0."""

    grades: Grades
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

    @cached_property
    def spread(self) -> Distribution | None:
        """How the totals' shares are spread; None where there is nothing to win."""
        return distribution([total.share for total in self.totals.values() if total.share is not None])

    @cached_property
    def concerns(self) -> tuple[Concern, ...]:
        """Whom to talk to, those with most reasons first."""
        return concerns(self.grades, (report for assignment in self.assignments for report in assignment.reports))

    @property
    def tasks(self) -> list[TaskOverview]:
        """The tasks of all assignments, the hardest first."""
        return sorted((task for each in self.assignments for task in each.tasks), key=lambda task: task.share)

    @property
    def mistakes(self) -> list[Mistake]:
        """The mistakes of all assignments, those of most students first."""
        found = (mistake for each in self.assignments for mistake in each.mistakes)
        return sorted(found, key=lambda mistake: -len(mistake.students))

    @property
    def same_values(self) -> list[SameValue]:
        """The unexplained values of all assignments, those of most students first."""
        found = (group for each in self.assignments for group in each.same_values)
        return sorted(found, key=lambda group: -len(group.students))


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
        _assignment(name, points, grades.due.get(name), handed_in[name], reports_of.get(name, []))
        for name, points in grades.points.items()
        if name in handed_in
    )
    to_win = sum(assignment.points for assignment in assignments)
    won = dict.fromkeys(grades.students, 0.0)
    for entry in grades.entries.values():
        won[entry.student] += entry.score
    return ClassOverview(
        grades=grades,
        students=grades.students,
        assignments=assignments,
        entries=grades.entries,
        totals={student: Score(score, to_win) for student, score in won.items()},
        mean=Score(sum(won.values()) / len(won) if won else 0.0, to_win),
        unisolated=frozenset(unisolated),
        left_out=tuple(name for name in grades.points if name not in handed_in),
    )


def _assignment(
    name: str, points: float, due: datetime | None, entries: Sequence[Entry], reports: Sequence[Report]
) -> AssignmentOverview:
    shares = [share(entry.score, points) for entry in entries]
    return AssignmentOverview(
        name=name,
        points=points,
        due=due,
        submissions=len(entries),
        mean=sum(entry.score for entry in entries) / len(entries),
        spread=distribution([part for part in shares if part is not None]),
        reports=reports,
        checks=tuple(sorted(_checks(reports), key=lambda check: -check.failing)),
        tasks=tuple(_tasks(name, reports)),
        problems=tuple((r.student, problem) for r in reports for problem in r.problems[:MOST_PROBLEMS]),
    )


def _tasks(assignment: str, reports: Sequence[Report]) -> Iterator[TaskOverview]:
    cells: dict[str, list[CellResult]] = {}
    for report in reports:
        for cell in report.cells:
            cells.setdefault(cell.cell_id, []).append(cell)
    for cell_id, results in cells.items():
        shares = [part for cell in results if (part := share(cell.score, cell.points)) is not None]
        if shares:
            yield TaskOverview(assignment, cell_id, results[-1].points, sum(shares) / len(shares))


@dataclass(slots=True)
class _Answers:
    """The answers to one check, one from each report."""

    cell_id: str
    students: list[str] = field(default_factory=list)
    results: list[CheckResult] = field(default_factory=list)
    rest: list[float] = field(default_factory=list)  # of the report's score, without what this check gave


def _checks(reports: Sequence[Report]) -> list[CheckOverview]:
    """Return every check of these reports in the notebooks' order."""
    answers: dict[tuple[str, str], _Answers] = {}
    for report in reports:
        score = report.score
        for cell in report.cells:
            weights = sum(check.weight for check in cell.checks if check.void is not Void.OUT)
            for check in cell.checks:
                answer = answers.setdefault((report.notebook, check.name), _Answers(cell.cell_id))
                answer.students.append(report.student)
                answer.results.append(check)
                passed = check.status is Status.PASSED or check.void is Void.FULL
                earned = passed and check.void is not Void.OUT and weights > 0
                answer.rest.append(score - (cell.points * check.weight / weights if earned else 0.0))
    return [_check(notebook, name, answer) for (notebook, name), answer in answers.items()]


def _check(notebook: str, name: str, answers: _Answers) -> CheckOverview:
    results = answers.results
    statuses = [(student, result.status) for student, result in zip(answers.students, results, strict=True)]
    return CheckOverview(
        notebook=notebook,
        cell_id=answers.cell_id,
        name=name,
        hidden=results[0].hidden,
        void=results[0].void,
        counts=dict(Counter(check.status for check in results)),
        failed=tuple((student, status) for student, status in statuses if status is not Status.PASSED),
        endings=endings(results),
        discrimination=point_biserial([check.status is Status.PASSED for check in results], answers.rest),
    )
