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

__all__ = ["RULES", "STOPPED", "Concern", "concerns", "was_stopped"]

_DROP = 0.3  # of the points
_EARLIER = 3  # exercises before one can speak of a drop
_RECENT = 5  # the latest exercises that half of the class has handed in
_OFTEN = 2  # of these
RULES = (
    f"A drop: the latest exercise at least {_DROP:.0%} of its points below the median of {_EARLIER} or more earlier "
    "ones, also when each is held against the class's own median. Of the latest "
    f"{_RECENT} exercises that half of the class has handed in: nothing answered in one, or at least {_OFTEN} late, "
    "not handed in, or stopped."
)
_WAS_STOPPED = re.compile(r"The (?:notebook|cell '[^\n]*') (?:ran|used|wrote) [^\n]* and was stopped")
STOPPED = "The notebook ran into a limit and was stopped."  # said where the cell's name is not to be
_CELL_STOPPED = "TimeoutError: this cell ran for more than"


@dataclass(frozen=True, slots=True)
class Concern:
    """A student to talk to."""

    student: str
    reasons: tuple[str, ...]


def concerns(grades: Grades, reports: Iterable[Report]) -> tuple[Concern, ...]:
    """Return the students for whom a rule holds, those with most reasons first."""
    shares = _shares(grades)
    usual = {name: statistics.median(of_all.values()) for name, of_all in shares.items()}
    recent = [name for name, of_all in shares.items() if 2 * len(of_all) >= len(grades.students)][-_RECENT:]
    blank: set[tuple[str, str]] = set()
    stopped: set[tuple[str, str]] = set()
    for report in reports:
        if _is_blank(report):
            blank.add((report.student, report.assignment))
        if was_stopped(report):
            stopped.add((report.student, report.assignment))
    found = []
    for student in grades.students:
        reasons = (
            _drop(student, shares, usual),
            _listed("not handed in", [name for name in recent if (student, name) not in grades.entries], _OFTEN),
            _listed("nothing answered", [name for name in recent if (student, name) in blank], 1),
            _listed("stopped for time or memory", [name for name in recent if (student, name) in stopped], _OFTEN),
            _listed("late", [name for name in recent if (student, name) in grades.late], _OFTEN),
        )
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


def _is_blank(report: Report) -> bool:
    results = [check for cell in report.cells for check in cell.checks]
    return bool(results) and all(result.status is Status.MISSING for result in results)


def was_stopped(report: Report) -> bool:
    """Tell whether a limit ended the run, or one of its cells."""
    if any(_WAS_STOPPED.match(problem) for problem in report.problems):
        return True
    return any(_CELL_STOPPED in (check.reason or "") for cell in report.cells for check in cell.checks)


def _listed(what: str, names: Sequence[str], least: int) -> str:
    """Return what is said of these exercises; "" if they are fewer than `least`."""
    return f"{what}: {', '.join(names)}" if len(names) >= least else ""
