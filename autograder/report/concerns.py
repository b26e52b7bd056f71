"""The gradebook and the Reports of a class -> whom to talk to, and why.

In: what counts of each student, and the reports. Out: students with reasons in words. The rules are few and coarse:
they start a conversation and decide nothing. It does NOT draw or escape anything.
"""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from autograder.model import Report, Status
from autograder.report.grades import Grades
from autograder.report.rows import share

__all__ = ["RULES", "Concern", "concerns"]

_DROP = 0.3  # of the points
_EARLIER = 3  # exercises before one can speak of a drop
_LATE = 2
_STOPPED = 2
_ABSENT = 2
RULES = (
    f"A drop: the latest exercise at least {_DROP:.0%} of its points below the median of {_EARLIER} or more earlier "
    "ones, also when each is held against the class's own median. "
    f"Stopped, late: at least {_STOPPED} times. Not handed in: at least {_ABSENT} exercises that half of the class "
    "has handed in."
)
_WAS_STOPPED = re.compile(r"The (?:notebook|cell '[^\n]*') (?:ran|used|wrote) [^\n]* and was stopped")
_CELL_STOPPED = "TimeoutError: this cell ran for more than"


@dataclass(frozen=True, slots=True)
class Concern:
    """A student to talk to."""

    student: str
    reasons: tuple[str, ...]


def concerns(grades: Grades, reports: Iterable[Report]) -> tuple[Concern, ...]:
    """Return the students for whom a rule holds, those with most reasons first."""
    blank: dict[str, list[str]] = {}
    stopped: dict[str, list[str]] = {}
    for report in reports:
        results = [check for cell in report.cells for check in cell.checks]
        if results and all(result.status is Status.MISSING for result in results):
            blank.setdefault(report.student, []).append(report.assignment)
        if _was_stopped(report):
            stopped.setdefault(report.student, []).append(report.assignment)
    shares = _shares(grades)
    usual = {name: statistics.median(of_all.values()) for name, of_all in shares.items()}
    expected = [name for name, of_all in shares.items() if 2 * len(of_all) >= len(grades.students)]
    found = []
    for student in grades.students:
        reasons = [_drop(student, shares, usual)]
        if absent := [name for name in expected if (student, name) not in grades.entries]:
            reasons.append(_listed("not handed in", absent) if len(absent) >= _ABSENT else "")
        reasons.append(_listed("nothing answered", blank.get(student, ())))
        if len(stopped.get(student, ())) >= _STOPPED:
            reasons.append(_listed("stopped for time or memory", stopped[student]))
        late = [name for name in grades.points if (student, name) in grades.late]
        reasons.append(_listed("late", late) if len(late) >= _LATE else "")
        if any(reasons):
            found.append(Concern(student, tuple(filter(None, reasons))))
    return tuple(sorted(found, key=lambda concern: -len(concern.reasons)))


def _shares(grades: Grades) -> dict[str, dict[str, float]]:
    """Return {assignment: {student: share of the points}} of what was handed in, in the gradebook's order."""
    shares: dict[str, dict[str, float]] = {name: {} for name in grades.points}
    for (student, name), entry in grades.entries.items():
        part = share(entry.score, grades.points.get(name, 0.0))
        if part is not None:
            shares[name][student] = part
    return {name: of_all for name, of_all in shares.items() if of_all}


def _drop(student: str, shares: Mapping[str, Mapping[str, float]], usual: Mapping[str, float]) -> str:
    """Say that a student's latest exercise is far below the own earlier ones; "" if it is not."""
    own = [(name, of_all[student]) for name, of_all in shares.items() if student in of_all]
    if len(own) <= _EARLIER:
        return ""
    *earlier, (latest, reached) = own
    before = statistics.median(part for _, part in earlier)
    against_class = statistics.median(part - usual[name] for name, part in earlier)
    fell = min(before - reached, against_class - (reached - usual[latest]))
    if fell < _DROP:
        return ""
    return f"dropped to {reached:.0%} in {latest}, from a median of {before:.0%}"


def _was_stopped(report: Report) -> bool:
    """Tell whether a limit ended the run, or one of its cells."""
    if any(_WAS_STOPPED.match(problem) for problem in report.problems):
        return True
    return any(_CELL_STOPPED in (check.reason or "") for cell in report.cells for check in cell.checks)


def _listed(what: str, names: Sequence[str]) -> str:
    if not names:
        return ""
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""
    return f"{what}: {', '.join(names[:3])}{more}"
