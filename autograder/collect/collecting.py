"""A platform's download -> submitted/: who is in, who is missing, what was left aside and why.

In: a course, an assignment, a zip or folder, the platform, the roster. Out: a `Collection`. Nothing of one person's
stops the others. When something was handed in is known where the platform says it (Gradescope, Blackboard), or where
the files' times differ as those of students do; Canvas and Moodle give all files of a zip the time of its download,
which says nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from autograder.collect.archives import RefusedError
from autograder.collect.choosing import Chosen, choose
from autograder.collect.download import Download, LeftAside, opened
from autograder.collect.identity import Identified, identify, missing
from autograder.collect.person import Person
from autograder.collect.placing import place, status_of, time_of
from autograder.collect.platforms import people_of
from autograder.collect.teams import HandIn, for_teams
from autograder.course import Course
from autograder.course.roster import Roster, Student, folded
from autograder.errors import CourseError

__all__ = ["Collected", "Collection", "collect"]

_DOWNLOADING = timedelta(minutes=10)  # while a platform writes a zip
_ANY_ZONE = timedelta(hours=15)  # a zip's times have no zone


@dataclass(frozen=True, slots=True)
class Collected:
    """One student's submission."""

    student: str
    status: str  # new, replaced, unchanged, older
    person: str  # what the platform calls whoever handed it in
    source: str  # where in the download it was
    sha256: str
    handed_in: datetime | None  # UTC; None: not known
    late: bool  # the platform says that it was late
    notes: tuple[str, ...] = ()
    team: str = ""  # whose members got it


@dataclass(frozen=True, slots=True)
class Collection:
    """What came of a download."""

    students: tuple[Collected, ...]
    refused: tuple[LeftAside, ...]  # people of whom nothing was taken
    left_aside: tuple[LeftAside, ...]  # files
    missing: tuple[Student, ...]  # of the roster, with nothing here
    there_already: tuple[str, ...]  # of the missing ones, those of whom submitted/ has something


def collect(course: Course, assignment: str, source: Path, platform: str, roster: Roster, *, dry: bool) -> Collection:
    """Put what a download has of an assignment into submitted/; `dry`: only say what would be done.

    Raises:
        CourseError: the download cannot be read, is not this platform's, or submitted/ cannot be written.
    """
    unit = course.source(assignment).stem
    existing = [path.name for path in course.folder("submitted").glob("*") if not path.name.startswith(".")]
    names = {folded(name) for name in existing}

    def known(name: str) -> bool:
        return bool(roster.identified(name) or roster.called(name)) or folded(name) in names

    with opened(source) as download:
        people, left_aside = people_of(platform, download.files, assignment, unit, known)
        if not people:
            example = f" (but, for example, {left_aside[0].path})" if left_aside else ""
            raise CourseError(f"{source}: nothing in it is named as {platform} names submissions{example}")
        times_count = _times_count(download, platform, people)
        handed, refused = [], []
        for result in sorted(identify(people, roster, existing), key=_order):
            try:
                notebook = _chosen(result, assignment, unit)
            except RefusedError as error:
                refused.append(LeftAside(_who(result), str(error)))
                continue
            time = notebook.time or (notebook.file_time if times_count else None)
            handed.append(HandIn(result.student, result.person.shown, notebook, time, result.notes))
        for_each, undecided = for_teams(handed, roster, existing)
        refused += undecided
        students = []
        for hand_in in for_each:
            folder = course.folder("submitted") / hand_in.student / assignment
            notebook, time = hand_in.notebook, hand_in.time
            status = status_of(folder, unit, notebook, time) if dry else place(course, folder, unit, notebook, time)
            known_time = time or (time_of(folder) if status == "unchanged" else None)
            students.append(_collected(hand_in, known_time, status))
    absent = missing(roster, [student.student for student in students])
    there = [student.id for student in absent if _has(course, existing, student.id, assignment)]
    return Collection(
        _with_conflicts(students),
        tuple(refused),
        (*download.left_aside, *left_aside),
        tuple(absent),
        tuple(sorted(there)),
    )


def _has(course: Course, existing: Sequence[str], student: str, assignment: str) -> bool:
    folders = [name for name in existing if folded(name) == folded(student)]
    return any((course.folder("submitted") / name / assignment).exists() for name in folders)


def _order(result: Identified) -> tuple[str, str]:
    return result.student, result.person.key


def _chosen(result: Identified, assignment: str, unit: str) -> Chosen:
    """Return a person's notebook; RefusedError if nobody knows who they are, or which one counts."""
    if result.why_not:
        raise RefusedError(result.why_not)
    return choose(result.person, assignment, unit)


def _who(result: Identified) -> str:
    return ", ".join(dict.fromkeys(filter(None, (result.student, result.person.shown))))


def _collected(hand_in: HandIn, time: datetime | None, status: str) -> Collected:
    notebook = hand_in.notebook
    notes = [*hand_in.notes, *notebook.notes]
    if notebook.late and time is None:
        notes.append("late, as the platform says; it does not say when: write the time into timestamp.txt")
    if status == "older":
        notes.append("submitted/ has a newer one, which stays")
    return Collected(
        student=hand_in.student,
        status=status,
        person=hand_in.person,
        source=notebook.source,
        sha256=notebook.sha256,
        handed_in=time,
        late=notebook.late,
        notes=tuple(notes),
        team=hand_in.team,
    )


def _with_conflicts(students: Sequence[Collected]) -> tuple[Collected, ...]:
    """Say of whom submitted/ keeps a newer notebook while other members of the team get the team's."""
    got_it = {student.team for student in students if student.team and student.status != "older"}
    return tuple(
        replace(student, notes=(*student.notes, "and is not the team's"))
        if student.status == "older" and student.team in got_it
        else student
        for student in students
    )


def _times_count(download: Download, platform: str, people: Sequence[Person]) -> bool:
    """Return whether the times of files are those of handing in: not those of a clone, or of the download itself."""
    if platform == "github":
        return False
    times = [[handed.file.time for handed in person.handed if handed.file.time is not None] for person in people]
    newest = [max(of_person) for of_person in times if of_person]
    if len(newest) == 1:
        return download.time is not None and abs(download.time - newest[0]) > _ANY_ZONE
    return bool(newest) and max(newest) - min(newest) > _DOWNLOADING
