"""The zip or the folder that came from a platform -> its files, which are read when they are needed.

In: a path. Out: each regular file with its path and time, and what is none and is left aside. Nothing is unpacked onto
the disk. A zip that cannot be read at all is a CourseError.
"""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from autograder.collect.archives import (
    MAX_FILES,
    RefusedError,
    explained,
    is_link,
    kind_of,
    read_bounded,
    safe_path,
    zip_members,
)
from autograder.errors import CourseError
from autograder.files import read_regular
from autograder.notebook import MAX_FILE

__all__ = ["Download", "File", "LeftAside", "opened"]

_LINK = "a link, or no regular file: not followed"


@dataclass(frozen=True, slots=True)
class File:
    """One file of a download."""

    path: PurePosixPath
    time: datetime | None  # in UTC, as the zip or the disk has it
    read: Callable[[], bytes]  # RefusedError if it cannot be read, or is larger than a submission may be


@dataclass(frozen=True, slots=True)
class LeftAside:
    """Something of a download that was left aside, and why."""

    path: str
    why: str


@dataclass(frozen=True, slots=True)
class Download:
    """All files of a download."""

    files: tuple[File, ...]
    left_aside: tuple[LeftAside, ...] = ()
    time: datetime | None = None  # when the zip itself was written; None: it is a folder


@contextmanager
def opened(source: Path) -> Iterator[Download]:
    """Open a zip, or a folder, for as long as its files are read.

    Raises:
        CourseError: there is none, it is an archive of another kind, or it cannot be read.
    """
    if source.is_dir():
        yield _of_folder(source)
        return
    try:
        with source.open("rb") as file:
            kind = kind_of(file.read(8))
    except OSError as error:
        raise CourseError(f"{source}: cannot be read ({error.strerror})") from error
    if kind != "zip":
        found = f"a {kind} archive" if kind else "no zip"
        raise CourseError(f"{source}: {found}. Take the zip as it came from the platform, or a folder.")
    try:
        with explained():
            packed = zipfile.ZipFile(source)
    except RefusedError as error:
        raise CourseError(f"{source}: {error}. Download it once more.") from error
    with packed:
        yield _of_zip(source, packed)


def _of_zip(source: Path, packed: zipfile.ZipFile) -> Download:
    files, left_aside = [], []
    for number, (info, name, time) in enumerate(zip_members(packed)):
        if number >= MAX_FILES:
            raise CourseError(f"{source}: more than {MAX_FILES} files")
        try:
            path = safe_path(name)
        except RefusedError as error:
            left_aside.append(LeftAside(name, str(error)))
            continue
        if is_link(info):
            left_aside.append(LeftAside(name, _LINK))
        elif path is not None:
            files.append(File(path, time, lambda info=info: _read_member(packed, info)))  # type: ignore[misc]
    written = datetime.fromtimestamp(source.stat().st_mtime, UTC)
    return Download(tuple(files), tuple(left_aside), written)


def _read_member(packed: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    with explained():
        file = packed.open(info)
    return read_bounded(file, MAX_FILE)


def _of_folder(source: Path) -> Download:
    files: list[File] = []
    left_aside: list[LeftAside] = []
    for parent, folders, names in os.walk(source):
        for name in [*folders]:
            if Path(parent, name).is_symlink():
                left_aside.append(LeftAside(Path(parent, name).relative_to(source).as_posix(), _LINK))
                folders.remove(name)
        folders[:] = sorted(name for name in folders if not name.startswith((".", "__")))
        for name in sorted(names):
            path = Path(parent, name)
            within = path.relative_to(source)
            if name.startswith("."):
                continue
            if path.is_symlink() or not path.is_file():
                left_aside.append(LeftAside(within.as_posix(), _LINK))
                continue
            if len(files) >= MAX_FILES:
                raise CourseError(f"{source}: more than {MAX_FILES} files")
            time = datetime.fromtimestamp(path.stat().st_mtime, UTC)
            files.append(File(PurePosixPath(within), time, lambda path=path: _read_file(path)))  # type: ignore[misc]
    return Download(tuple(files), tuple(left_aside))


def _read_file(path: Path) -> bytes:
    try:
        data = read_regular(path, most=MAX_FILE)
    except OSError as error:
        raise RefusedError(f"cannot be read ({error.strerror})") from error
    if data is None:
        raise RefusedError("cannot be opened")
    if len(data) > MAX_FILE:
        raise RefusedError(f"more than {MAX_FILE >> 20} MB")
    return data
