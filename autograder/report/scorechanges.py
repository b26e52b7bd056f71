"""What gradings changed since a time, and the gradebook now -> whose score is another one, and why.

In: the kept changes of that time, in their order, and what the gradebook holds. Out: scores before and now, with the
reasons of each change in between; the reasons by how many scores they moved; how the scores of each assignment were
spread and are. Points given by hand are no grading's: they show where a grading has changed the same score. It does
NOT draw or escape anything.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from autograder.report.distribution import Distribution, distribution
from autograder.report.grades import Change, Entry, Grades
from autograder.report.rows import share

__all__ = ["ScoreChange", "ScoreChanges", "ScoresThen", "score_changes"]

_ELSEWHERE = "changed after that by hand, or by nbgrader's own commands"
_Key = tuple[str, str]  # student, assignment


@dataclass(frozen=True, slots=True)
class ScoreChange:
    """One student's score of an assignment, before and now."""

    student: str
    assignment: str
    before: float
    now: float
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why scores moved: the reasons of one grading or more, how many scores, and how far on average."""

    assignment: str
    why: tuple[str, ...]
    count: int
    mean: float  # points, with their sign


@dataclass(frozen=True, slots=True)
class ScoresThen:
    """How the scores of an assignment, as shares of its points, were spread and are."""

    assignment: str
    changed: int  # scores that are other ones now
    before: Distribution | None  # None: nothing was graded then, or there is nothing to win
    now: Distribution | None


@dataclass(frozen=True, slots=True)
class ScoreChanges:
    """All that is another one since a time."""

    since: str  # in words
    scores: tuple[ScoreChange, ...]  # by assignment and student
    new: int  # graded for the first time since then
    reasons: tuple[Reason, ...]  # of most scores first
    assignments: tuple[ScoresThen, ...]  # those in which a score is another one


def score_changes(grades: Grades, changes: Iterable[Change], since: str) -> ScoreChanges:
    """Return what is another one in a gradebook since a time, of which these are the changes."""
    first: dict[_Key, Entry | None] = {}
    last: dict[_Key, Entry] = {}
    why: dict[_Key, dict[str, None]] = {}
    for change in changes:
        key = (change.after.student, change.after.assignment)
        if key in grades.entries and change.matters:  # else removed or renamed since
            first.setdefault(key, change.before)
            last[key] = change.after
            why.setdefault(key, {}).update(dict.fromkeys(change.why))
    scores = []
    for key, before in sorted(first.items(), key=lambda item: (item[0][1], item[0][0])):
        now = grades.entries[key].score
        if before is not None and before.score != now:
            elsewhere = (_ELSEWHERE,) if last[key].score != now else ()
            scores.append(ScoreChange(*key, before.score, now, (*why[key], *elsewhere)))
    changed = [name for name in grades.points if any(score.assignment == name for score in scores)]
    return ScoreChanges(
        since=since,
        scores=tuple(scores),
        new=sum(before is None for before in first.values()),
        reasons=tuple(sorted(_reasons(scores), key=lambda reason: -reason.count)),
        assignments=tuple(_then(grades, first, scores, name) for name in changed),
    )


def _reasons(scores: Iterable[ScoreChange]) -> Iterator[Reason]:
    moved: dict[tuple[str, tuple[str, ...]], list[float]] = {}
    for score in scores:
        moved.setdefault((score.assignment, score.why), []).append(score.now - score.before)
    for (assignment, why), by in moved.items():
        yield Reason(assignment, why, len(by), statistics.fmean(by))


def _then(
    grades: Grades, first: dict[_Key, Entry | None], scores: Iterable[ScoreChange], assignment: str
) -> ScoresThen:
    now = {key: entry for key, entry in grades.entries.items() if key[1] == assignment}
    before = {key: first.get(key, entry) for key, entry in now.items()}
    spreads = [
        distribution([
            part
            for entry in entries
            if entry is not None and (part := share(entry.score, grades.points[assignment])) is not None
        ])
        for entries in (before.values(), now.values())
    ]  # fmt: skip
    return ScoresThen(assignment, sum(score.assignment == assignment for score in scores), *spreads)
