"""What each student handed in -> the same, with one hand-in for all members of a team.

In: hand-ins, each with its student, and the roster, whose column `team` says who works together. Out: of a team, its
newest hand-in once for each member, with a word on whose it is. Where nothing says which of two is the newest, none is
taken. It does NOT know what submitted/ holds.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from autograder.collect.choosing import Chosen
from autograder.collect.download import LeftAside
from autograder.course.roster import Roster, folded

__all__ = ["HandIn", "for_teams"]


@dataclass(frozen=True, slots=True)
class HandIn:
    """A notebook, and whose it is to be."""

    student: str  # the folder's name in submitted/
    person: str  # what the platform calls whoever handed it in
    notebook: Chosen
    time: datetime | None  # of handing in, UTC; None: not known
    notes: tuple[str, ...] = ()
    team: str = ""


def for_teams(
    handed: Sequence[HandIn], roster: Roster, existing: Collection[str]
) -> tuple[list[HandIn], list[LeftAside]]:
    """Return what each student gets, by student, and the teams of which nothing is taken.

    `existing`: the students that submitted/ has a folder of, as identify() takes them.
    """
    own = {folded(each.student): each for each in handed}
    folders = {folded(name): name for name in existing}
    result, refused = [], []
    for members in roster.teams():
        team = members[0].team
        theirs = [hand_in for member in members if (hand_in := own.pop(folded(member.id), None)) is not None]
        if not theirs:
            continue
        counts = _that_counts(theirs)
        if counts is None:
            names = ", ".join(hand_in.student for hand_in in theirs)
            why = f"{names} handed in different notebooks, and nothing says which is the newest"
            refused.append(LeftAside(f"team {team}", f"{why}: leave one of them in the download"))
            continue
        by_student = {folded(hand_in.student): hand_in for hand_in in theirs}
        for member in members:
            folder = folders.get(folded(member.id), member.id)
            result.append(_of_member(team, folder, by_student.get(folded(member.id)), counts, theirs))
    return sorted([*result, *own.values()], key=lambda hand_in: hand_in.student), refused


def _that_counts(handed: Sequence[HandIn]) -> HandIn | None:
    """Return a team's newest hand-in, None if it cannot be told which that is.

    Where members handed in the same notebook one after another, it counts from the first time.
    """
    ages = _ages(handed)
    in_order = sorted(zip(ages, handed, strict=True), key=lambda item: item[0], reverse=True)
    newest_age, newest = in_order[0]
    counts, since = newest, newest_age
    for age, hand_in in in_order:
        if hand_in.notebook.data != newest.notebook.data:
            return None if age == newest_age else counts
        if age < since:
            counts, since = hand_in, age
    return counts


def _ages(handed: Sequence[HandIn]) -> Sequence[float]:
    """Return numbers that are larger for a later hand-in: times, else the platform's own numbers, else all the same."""
    times = [hand_in.time.timestamp() for hand_in in handed if hand_in.time is not None]
    if len(times) == len(handed):
        return times
    numbers = [hand_in.notebook.number for hand_in in handed]
    return numbers if all(numbers) else [0] * len(handed)


def _of_member(team: str, folder: str, own: HandIn | None, counts: HandIn, handed: Sequence[HandIn]) -> HandIn:
    """Return what one member of a team gets: the notebook that counts, and its time."""
    if own is None:
        return replace(counts, student=folder, notes=(f"team {team}: handed in by {counts.student}",), team=team)
    if own.notebook.data != counts.notebook.data:
        note = f"team {team}: {counts.student}'s is newer and counts, not their own"
        return replace(counts, student=folder, notes=(note, *own.notes), team=team)
    different = len({hand_in.notebook.data for hand_in in handed})
    note = f"team {team}: the newest of {different}" if different > 1 else f"team {team}"
    return replace(counts, student=folder, person=own.person, notes=(note, *own.notes), team=team)
