"""What a gradebook holds of a class, and what a grading changed in it: plain numbers, and their words.

In: nothing; gradebook/ fills these. Out: for the class page, the terminal's table and the list of changes, a
score and what it consists of, in the same words. It does NOT read a gradebook, and nothing is escaped here.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from autograder.report.clean import clean_text
from autograder.report.rows import number

__all__ = [
    "Change",
    "Entry",
    "Grades",
    "change_from_json",
    "change_json",
    "change_lines",
    "consists_of",
    "entry_json",
]

_SHOWN = 40  # changes in one list; the file has them all


@dataclass(frozen=True, slots=True)
class Entry:
    """One student's assignment in the gradebook, in points."""

    student: str
    assignment: str
    automatic: float = 0.0  # of the check cells to which nobody gave a score by hand
    manual: float | None = None  # given by hand, in place of the automatic ones; None: nowhere
    extra: float = 0.0  # extra credit
    penalty: float = 0.0  # taken off because it was late, extensions considered
    to_review: bool = False  # a person is to look at it (nbgrader's "needs manual grade")

    @property
    def score(self) -> float:
        """What counts: the sum less the penalty, at least 0, as nbgrader's own pages and exports have it."""
        return max(0.0, self.automatic + (self.manual or 0.0) + self.extra - self.penalty)


@dataclass(frozen=True, slots=True)
class Grades:
    """What a gradebook holds: everybody it knows, every assignment it knows, and what was graded."""

    students: tuple[str, ...] = ()  # also who has handed in nothing
    points: Mapping[str, float] = field(default_factory=dict)  # of each assignment, to win
    entries: Mapping[tuple[str, str], Entry] = field(default_factory=dict)  # by student, assignment
    late: Collection[tuple[str, str]] = frozenset()  # handed in after the due date and its extension, penalty or not
    due: Mapping[str, datetime] = field(default_factory=dict)  # of the assignments that have a due date: UTC


@dataclass(frozen=True, slots=True)
class Change:
    """What a grading does to one student's assignment, and why it was graded at all."""

    before: Entry | None  # None: it was not in the gradebook
    after: Entry
    why: tuple[str, ...]

    @property
    def matters(self) -> bool:
        """Whether the gradebook says anything else than before."""
        return self.before != self.after


def consists_of(entry: Entry) -> str:
    """Return what a score consists of: "5 + 2 by hand − 1 late"; "" where it is the automatic points alone."""
    if entry.manual is None and not entry.extra and not entry.penalty:
        return ""
    parts = []
    if entry.automatic or entry.manual is None:
        parts.append(number(entry.automatic))
    if entry.manual is not None:
        parts.append(f"{number(entry.manual)} by hand")
    if entry.extra:
        parts.append(f"{number(entry.extra)} extra")
    summed = " + ".join(parts)
    if entry.penalty:
        summed += f" − {number(entry.penalty)} late"
    return summed


# ---------------------------------------------------------------- changes


def change_lines(changes: Iterable[Change], *, dry: bool) -> list[str]:
    """Return whose grade changes (`dry`: would change) and why, in lines; the first grades of all are counted."""
    changes = sorted(changes, key=lambda change: (change.after.assignment, change.after.student))
    first_grades = [change for change in changes if change.before is None]
    changed = [change for change in changes if change.before is not None and change.matters]
    lines = [_line(change) for change in changed[:_SHOWN]]
    if len(changed) > _SHOWN:
        lines.append(f"  and {len(changed) - _SHOWN} more")
    if changed:
        lines.insert(0, f"{len(changed)} grade{_s(changed)} {'would change' if dry else 'changed'}:")
    if first_grades:
        verb = "would be" if dry else "was" if len(first_grades) == 1 else "were"
        lines.append(f"{len(first_grades)} {verb} graded for the first time")
    unchanged: dict[tuple[str, ...], int] = {}
    for change in changes:
        if not change.matters:
            unchanged[change.why] = unchanged.get(change.why, 0) + 1
    lines += [f"{count} graded again, as before ({_because(reasons)})" for reasons, count in unchanged.items()]
    return lines or [f"no grade {'would change' if dry else 'changed'}"]


def _line(change: Change) -> str:
    before, after = change.before, change.after
    assert before is not None
    entry = clean_text(f"{after.student} {after.assignment}", max_chars=120, max_lines=1)
    made_of = consists_of(after)
    new = f"{number(after.score)}{f' ({made_of})' if made_of else ''}"
    review = ", to be looked at" if after.to_review and not before.to_review else ""
    return f"  {entry}: {number(before.score)} → {new}{review}: {_because(change.why)}"


def _because(reasons: Iterable[str]) -> str:
    """Return the reasons in one line; what a stored notebook says of itself may stand in them."""
    return clean_text("; ".join(reasons), max_chars=300, max_lines=1)


def _s(changes: list[Change]) -> str:
    return "" if len(changes) == 1 else "s"


def change_json(change: Change) -> dict[str, Any]:
    """Return a change as JSON values, for the kept list (docs/report.md)."""
    return {
        "why": list(change.why),
        "before": None if change.before is None else entry_json(change.before),
        "after": entry_json(change.after),
    }


def change_from_json(data: Mapping[str, Any]) -> Change:
    """Return the change that `change_json` wrote; ValueError, LookupError or TypeError if it is none."""
    before = data["before"]
    return Change(None if before is None else _entry(before), _entry(data["after"]), tuple(map(str, data["why"])))


def _entry(data: Mapping[str, Any]) -> Entry:
    automatic, manual, extra, penalty = (
        None if data[name] is None else float(data[name]) for name in ("automatic", "manual", "extra", "penalty")
    )
    if not all(number is not None and math.isfinite(number) for number in (automatic, manual or 0.0, extra, penalty)):
        raise ValueError("points that are no number")
    return Entry(
        student=str(data["student"]),
        assignment=str(data["assignment"]),
        automatic=automatic or 0.0,
        manual=manual,
        extra=extra or 0.0,
        penalty=penalty or 0.0,
        to_review=bool(data["to_review"]),
    )


def entry_json(entry: Entry) -> dict[str, Any]:
    """Return what the gradebook holds of a student's assignment as JSON values (docs/report.md)."""
    return {
        "student": entry.student,
        "assignment": entry.assignment,
        "score": entry.score,
        "automatic": entry.automatic,
        "manual": entry.manual,
        "extra": entry.extra,
        "penalty": entry.penalty,
        "to_review": entry.to_review,
    }
