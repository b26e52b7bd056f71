"""All that one person handed in -> the one notebook that counts.

In: a person's files, also within an archive of theirs. Out: the notebook's bytes, the receipt that `autograder submit`
put beside it, and what is to be said. Of several uploads the newest counts. Where it cannot be told which one is meant,
or the files are several people's, nothing is chosen.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import PurePosixPath

from autograder.collect.archives import (
    MAX_FILES,
    Member,
    RefusedError,
    explained,
    kind_of,
    members,
    read_bounded,
    safe_path,
    stem,
)
from autograder.collect.person import Handed, Person, notebook_ending
from autograder.collect.platforms import several_people
from autograder.course.roster import folded
from autograder.notebook import MAX_FILE

__all__ = ["RECEIPT", "Chosen", "choose"]

RECEIPT = "receipt.json"
_MAX_BYTES = 2 * MAX_FILE  # of all that is read of one person's archive
_MAX_DEPTH = 2  # an archive within an archive, as platforms and students make them
_COPY = re.compile(r"[ _-]*(?:\((?P<brackets>\d{1,9})\)|-(?P<dash>\d{1,9})|-?copy\s?(?P<copy>\d{0,9}))$", re.IGNORECASE)
_ARCHIVES = (".zip", ".gz", ".tgz", ".7z", ".rar", ".tar", ".bz2", ".xz")
_NOT_OPENED = {"7z": "a 7-Zip archive", "rar": "a RAR archive"}


@dataclass(frozen=True, slots=True)
class Chosen:
    """The notebook of one person."""

    data: bytes
    source: str  # where in the download it was
    time: datetime | None  # when it was handed in, where the platform says it
    file_time: datetime | None  # the time that the upload has in the zip, or on the disk
    number: int  # the platform's own, larger for a later upload; 0: it has none
    late: bool  # the platform says that it was late
    receipt: bytes | None = None
    notes: tuple[str, ...] = ()

    @property
    def sha256(self) -> str:
        """The hash of its bytes, as `autograder submit` prints it."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class _Found:
    """A notebook or a receipt among a person's files."""

    handed: Handed  # the upload that it is, or lies in
    path: PurePosixPath  # below the person's folder, or within their archive
    data: bytes

    @property
    def age(self) -> tuple[datetime, datetime, int, int]:
        """What tells the newer of two: the platform's time, the file's, its number, the number in its name."""
        earliest = datetime.min.replace(tzinfo=UTC)
        copy = _copy_number(self.path.name)
        return self.handed.time or earliest, self.handed.file.time or earliest, self.handed.number, copy


def choose(person: Person, assignment: str, unit: str) -> Chosen:
    """Return the notebook that counts; RefusedError, with what to do, if there is none or it cannot be told.

    Args:
        person: what they handed in.
        assignment: the exercise's folder: in a repository of all exercises, only what lies in it counts.
        unit: the name of the exercise's notebook, without ending.
    """
    problems: list[str] = []
    files, which = _newest_attempt(person, problems)
    notebooks = [found for found in files if notebook_ending(found.path.name)]
    if not notebooks:
        raise RefusedError("; ".join(dict.fromkeys(problems)) or "no notebook among what was handed in")
    if several_people([found.path for found in notebooks]):
        raise RefusedError("this looks like a download of several people's work, handed in as one person's")
    candidates = [found for found in notebooks if folded(unit) in _names_of(found.path.name)]
    if not candidates and len(notebooks) > 1:
        listing = ", ".join(str(found.path) for found in notebooks[:5])
        raise RefusedError(f"which of these is {unit}.ipynb: {listing}?")
    candidates = candidates or notebooks
    in_exercise = [found for found in candidates if folded(found.path.parent.name) == folded(assignment)]
    candidates = in_exercise or candidates
    folders = sorted({str(found.path.parent) for found in candidates})
    if len(folders) > 1:
        raise RefusedError(
            f"a notebook in each of {len(folders)} folders ({', '.join(folders[:5])}): which one counts?"
        )
    newest = max(candidates, key=lambda found: found.age)
    if any(found.age == newest.age and found.data != newest.data for found in candidates):
        raise RefusedError(f"{len(candidates)} different notebooks, and nothing says which is the newest")
    receipt = _receipt_of(newest, files)
    return Chosen(
        newest.data,
        str(newest.handed.file.path),
        newest.handed.time,
        newest.handed.file.time,
        newest.handed.number,
        newest.handed.late,
        receipt,
        (*which, *_notes(newest, candidates, notebooks, unit, receipt), *dict.fromkeys(problems)),
    )


def _newest_attempt(person: Person, problems: list[str]) -> tuple[list[_Found], list[str]]:
    """Return what a person's newest attempt with a notebook has, and a word on it; where there are none, all is one."""
    attempts = sorted({handed.attempt for handed in person.handed}, reverse=True)
    files: list[_Found] = []
    for attempt in attempts:
        files = [each for handed in person.handed if handed.attempt == attempt for each in _files(handed, problems)]
        if any(notebook_ending(found.path.name) for found in files):
            break
    with_notebook = " that has a notebook" if files and files[0].handed.attempt != attempts[0] else ""
    return files, [f"the newest of {len(attempts)} attempts{with_notebook}"] if len(attempts) > 1 else []


def _notes(
    newest: _Found, candidates: Sequence[_Found], notebooks: Sequence[_Found], unit: str, receipt: bytes | None
) -> Iterator[str]:
    if len(candidates) > 1:
        yield f"the newest of {len(candidates)}"
    if len(notebooks) > len(candidates):
        yield f"{len(notebooks) - len(candidates)} other notebooks were left aside"
    if folded(unit) not in _names_of(newest.path.name) or notebook_ending(newest.path.name) != ".ipynb":
        yield f"was called {newest.path.name}"
    if receipt is not None and _hash_in(receipt) != hashlib.sha256(newest.data).hexdigest():
        yield f"{RECEIPT} is that of another version"


def _receipt_of(notebook: _Found, files: Sequence[_Found]) -> bytes | None:
    """Return the receipt that lies beside a notebook, in the same upload where that is an archive."""
    for found in files:
        if found.path == notebook.path.with_name(RECEIPT) and (
            found.handed is notebook.handed or found.handed.path == found.path
        ):
            return found.data
    return None


def _hash_in(receipt: bytes) -> str:
    try:
        data = json.loads(receipt)
    except (ValueError, RecursionError):
        return ""
    return str(data.get("sha256")) if isinstance(data, dict) else ""


# ---------------------------------------------------------------- names


def _names_of(name: str) -> set[str]:
    """Return a notebook's name without ending, and without what a browser or a platform adds to tell copies apart."""
    bare = name[: -len(notebook_ending(name))]
    return {folded(bare), folded(_COPY.sub("", bare))}


def _copy_number(name: str) -> int:
    match = _COPY.search(name[: len(name) - len(notebook_ending(name))])
    return int(match["brackets"] or match["dash"] or match["copy"] or 1) if match else 0


# ---------------------------------------------------------------- files, also in archives


def _files(handed: Handed, problems: list[str]) -> Iterator[_Found]:
    """Yield the notebooks and receipts of one upload; what is in the way is added to the problems."""
    name = handed.path.name
    is_archive = name.lower().endswith(_ARCHIVES)
    if not (is_archive or notebook_ending(name) or name == RECEIPT):
        return
    try:
        data = handed.file.read()
        kind = kind_of(data)
        if kind in _NOT_OPENED:
            problems.append(f"{name} is {_NOT_OPENED[kind]}, which is not opened: ask for the notebook, or a zip")
        elif kind:
            yield from _unpacked(_Upload(handed, problems), handed.path.parent, data, kind)
        elif is_archive:
            problems.append(f"{name} is not the archive that its name says")
        else:
            yield _Found(handed, handed.path, data)
    except RefusedError as error:
        problems.append(f"{name}: {error}")


@dataclass(slots=True)
class _Upload:
    """An archive that is being read: how many bytes of it may still be, and what is in the way."""

    handed: Handed
    problems: list[str]
    budget: int = _MAX_BYTES


def _unpacked(upload: _Upload, folder: PurePosixPath, data: bytes, kind: str, *, depth: int = 1) -> Iterator[_Found]:
    """Yield the notebooks and receipts of an archive, and of those within it."""
    with explained():
        for number, member in enumerate(members(io.BytesIO(data), kind)):
            if number >= MAX_FILES:
                raise RefusedError(f"more than {MAX_FILES} files")
            path = _wanted(upload, member, depth)
            if path is None or member.file is None:
                continue
            inner = read_bounded(member.file, min(upload.budget, MAX_FILE))
            upload.budget -= len(inner)
            if stem(path.name) == path.name:
                yield _Found(upload.handed, folder / path, inner)
            elif kind_of(inner) in ("zip", "tar.gz"):
                yield from _unpacked(upload, folder / path.parent, inner, kind_of(inner), depth=depth + 1)


def _wanted(upload: _Upload, member: Member, depth: int) -> PurePosixPath | None:
    """Return the path of a member that is looked at: a notebook, a receipt, an archive; None for all others."""
    try:
        path = safe_path(member.name)
    except RefusedError as error:
        upload.problems.append(str(error))
        return None
    if path is None:
        return None
    if path.name.lower().endswith((".7z", ".rar")):
        upload.problems.append(f"{path.name} is not opened: ask for the notebook, or a zip")
    is_archive = stem(path.name) != path.name and depth < _MAX_DEPTH
    return path if is_archive or notebook_ending(path.name) or path.name == RECEIPT else None
