"""What is known of somebody who handed in, before anybody knows which student that is.

In: nothing. Out: `Person` and `Handed`, which each reader of a platform's names fills, and what all readers need: when
a file is a notebook, and what a time without a zone is.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import PurePosixPath

from autograder.collect.download import File
from autograder.course.roster import IDENTIFYING

__all__ = ["LOGIN_COLUMNS", "Handed", "Person", "local_time", "notebook_ending"]

LOGIN_COLUMNS = (
    "login",
    "id",
    "email",
    "aliases",
)  # of the roster, in which the name may stand that somebody logs in by
_MAX_NAME = 255  # characters: no disk has longer ones, and a zip may have
_NOTEBOOK = re.compile(r"\.ipynb(?:\.json|\.txt)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Handed:
    """One file that a person handed in: an own upload, or a part of a folder."""

    file: File
    path: PurePosixPath  # as the person called it, below their own folder
    time: datetime | None = None  # when, where the platform itself says it
    number: int = 0  # the platform's own, larger for a later file
    late: bool = False  # the platform says that it was late
    attempt: str = ""  # where each attempt takes the place of the one before: which it is, later ones sort behind


@dataclass(slots=True)
class Person:
    """Somebody who handed in something, as the platform knows them."""

    key: str  # who it is to the platform: never the same for two people
    shown: str  # what the platform calls them
    identifiers: tuple[str, ...] = ()  # what may name them and nobody else, the surest first
    columns: tuple[str, ...] = IDENTIFYING  # of the roster, in which these may stand
    name: str = ""  # first and last name, in any order, written in any way; "": not said
    default: str = ""  # the student's id where there is no roster
    spellings: set[str] = field(default_factory=set)  # of one name, where a folder's name says who it is
    handed: list[Handed] = field(default_factory=list)


def notebook_ending(name: str) -> str:
    """Return the ending by which a file is a notebook (.ipynb, .IPYNB, .ipynb.json, .ipynb.txt); "" if it is none."""
    match = _NOTEBOOK.search(name) if len(name) <= _MAX_NAME else None
    return match.group() if match else ""


def local_time(digits: str) -> datetime | None:
    """Return the time that 14 digits say, in UTC; it has no zone and is this machine's, as that of a file in a zip."""
    with suppress(ValueError, OverflowError):
        return datetime.strptime(digits, "%Y%m%d%H%M%S").astimezone(UTC)
    return None
