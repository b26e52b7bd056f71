"""How ILIAS names what it gives out of an exercise.

    Roe_Jane_jroe_1234/unit.ipynb                                   a participant: surname, first name, login, number
    Exercise/Submissions/Team 12/Roe_Jane_jroe_1234/unit.ipynb      below other folders; in a team: who uploaded it
    Roe_Jane_jroe_1234/20261130140509_unit.ipynb                    as ILIAS keeps it: with the time of handing in
    Roe_Jane_jroe_1234/Late Submission - unit.ipynb                 as ILIAS marks what was late

In: a download's files. Out: people, each with what they handed in, and what belongs to nobody. A student may call a
file as ILIAS does: a time counts only where every file has one. It does NOT know who is in a team: the roster does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import PurePosixPath

from autograder.collect.download import File, LeftAside
from autograder.collect.person import LOGIN_COLUMNS, Handed, Person, local_time

__all__ = ["PARTICIPANT", "ilias", "participants", "surely_participant"]

PARTICIPANT = re.compile(r"(?P<whose>[^_]+_[^_]*)_(?P<login>.+)_(?P<number>\d+)")
_TEAM = re.compile(r"team[ _-]?\d+", re.IGNORECASE)
_LATE = re.compile(r"(?:late submission|[^-]*versp[^-]*) - (?P<file>.+)", re.IGNORECASE)  # in English and German
_TIMED = re.compile(r"(?P<time>\d{14})_(?P<file>.+)")


def surely_participant(folder: str) -> bool:
    """Whether a folder is named as ILIAS names a participant's, and hardly as a student names one: `my_first_try_2`."""
    match = PARTICIPANT.fullmatch(folder)
    return match is not None and len(match["number"]) > 2 and not any(char.isdigit() for char in match["whose"])


def participants(paths: Sequence[PurePosixPath], known: Callable[[str], bool] = lambda _: False) -> list[int | None]:
    """Return for each path which of its folders is the participant's, None: none is.

    A folder around those of all participants may be named in the same way (`Sheet_1_tensors_2026`) and is none, unless
    its login is a student's; `known`: whether a name is one.
    """
    folders = [[i for i, part in enumerate(path.parts[:-1]) if PARTICIPANT.fullmatch(part)] for path in paths]
    while True:
        first = {path.parts[: found[0] + 1] for path, found in zip(paths, folders, strict=True) if found}
        around = len(first) == 1 and any(len(found) > 1 for found in folders)
        if not around or any(known(_names_and_login(part, known)[1]) for *_, part in first):
            return [found[0] if found else None for found in folders]
        folders = [found[1:] for found in folders]


def ilias(
    files: Sequence[File], _assignment: str, _unit: str, known: Callable[[str], bool]
) -> Iterator[Person | LeftAside]:
    """Yield people and what is left aside, as `platforms.people_of` takes them."""
    people: dict[str, Person] = {}
    found: list[tuple[Person, File, PurePosixPath]] = []
    for file, index in zip(files, participants([file.path for file in files], known), strict=True):
        parts = file.path.parts
        team = next((i for i, part in enumerate(parts[:-1]) if _TEAM.fullmatch(part)), None)
        own = index if index is not None else team
        if own is None:
            yield LeftAside(str(file.path), "not in a folder that ILIAS names after a participant")
            continue
        within = f", {parts[team]}" if team is not None and team < own else ""
        person = _participant(parts[own], within, known) if index is not None else _team(parts[own])
        person = people.setdefault(person.key, person)
        # what lies around is kept: one person's files of two assignments are not two versions of one
        found.append((person, file, PurePosixPath(*parts[:own], *parts[own + 1 :])))
    timed = all(_TIMED.fullmatch(path.name) for *_, path in found)
    for person, file, path in found:
        person.handed.append(_handed(file, path, timed=timed))
    yield from people.values()


def _names_and_login(folder: str, known: Callable[[str], bool]) -> tuple[str, str]:
    """Return surname with first name, and login, of a participant's folder.

    Each may have underscores: the names are what the roster has, else what stands before the second one.
    """
    parts = folder.split("_")[:-1]
    splits = [("_".join(parts[:end]), "_".join(parts[end:])) for end in range(2, len(parts))]
    return next((split for split in splits if known(split[0])), splits[0])


def _participant(folder: str, team: str, known: Callable[[str], bool]) -> Person:
    name, login = _names_and_login(folder, known)
    name = name.replace("_", " ").strip()
    return Person(folder, f"{name} ({login}){team}", (login, folder), LOGIN_COLUMNS, name, login)


def _team(folder: str) -> Person:
    return Person(folder, folder, (folder,), ("aliases",), default=re.sub(r"\W+", "-", folder.lower()))


def _handed(file: File, path: PurePosixPath, *, timed: bool) -> Handed:
    """Return a file as the student called it, with its time, and whether it was late."""
    match = _TIMED.fullmatch(path.name) if timed else None
    time = local_time(match["time"]) if match else None
    name = match["file"] if match else path.name
    late = _LATE.fullmatch(name)
    return Handed(file, path.with_name(late["file"] if late else name), time, late=late is not None)
