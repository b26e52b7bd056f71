"""A platform's names for people -> students of the course.

In: people of a download, the roster, the folders that submitted/ has already. Out: for each person a student's id, or
why there is none. Case and Unicode form do not make another student of anybody; two people of the platform never
become one student.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from autograder.collect.person import Person
from autograder.course.roster import ROSTER, Roster, Student, folded, why_no_id

__all__ = ["Identified", "identify", "missing"]


@dataclass(frozen=True, slots=True)
class Identified:
    """Who a person is: a student's id, or "" and why not; `sure`: by an identifier, not by the name alone."""

    person: Person
    student: str = ""
    why_not: str = ""
    sure: bool = False
    notes: tuple[str, ...] = ()


def identify(people: Sequence[Person], roster: Roster, existing: Collection[str]) -> list[Identified]:
    """Return who each person is, in their order; `existing`: the students that submitted/ has a folder of."""
    folders = {folded(name): name for name in sorted(existing)}
    results = [_identified(person, roster, folders) for person in people]
    by_student: dict[str, list[Identified]] = defaultdict(list)
    for result in results:
        by_student[folded(result.student)].append(result)
    return [_alone(result, by_student[folded(result.student)]) if result.student else result for result in results]


def _identified(person: Person, roster: Roster, folders: Mapping[str, str]) -> Identified:
    """Return who a person is, whoever else there is."""
    named = (roster.identified(name, person.columns) for name in person.identifiers)
    by_identifier = next(filter(None, named), [])
    students = by_identifier or roster.called(person.name)
    if len(students) > 1:
        listing = ", ".join(student.id for student in students)
        return Identified(person, why_not=f"may be any of {listing}: {_how(person)}")
    if not students and roster.complete:
        return Identified(person, why_not=f"not on the roster: {_how(person)}")
    student = students[0].id if students else person.default
    problem = why_no_id(student)
    if problem:
        return Identified(person, why_not=f"no student can be called {student!r}: {problem}")
    notes = []
    if len(person.spellings) > 1:
        spellings = sorted(person.spellings)
        notes.append(f"{' and '.join(spellings)} are one student")
    folder = folders.get(folded(student), student)
    if folder != student:
        notes.append(f"{student} is {folder} in submitted/")
    elif person.spellings and folder not in person.spellings and folded(folder) in map(folded, person.spellings):
        notes.append(f"{min(person.spellings)} is {folder}")
    return Identified(person, folder, sure=bool(by_identifier), notes=tuple(notes))


def _how(person: Person) -> str:
    name = person.identifiers[0] if person.identifiers else person.name
    return f"write '{name}' into {ROSTER}, column aliases, in the line of whoever it is"


def _alone(result: Identified, same: Sequence[Identified]) -> Identified:
    """Return the result, refused if another person would be the same student with as good a reason."""
    rivals = [other for other in same if other is not result and other.sure >= result.sure]
    if not rivals:
        return result
    listing = ", ".join(other.person.shown for other in rivals)
    return Identified(
        result.person,
        why_not=f"would be {result.student}, as {listing} would: two people are not made one. {_how(result.person)}",
    )


def missing(roster: Roster, present: Collection[str]) -> list[Student]:
    """Return who is on the roster and not among these students."""
    names = {folded(name) for name in present}
    return [student for student in roster.students if folded(student.id) not in names]
