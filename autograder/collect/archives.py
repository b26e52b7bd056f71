"""An archive that somebody else made -> its files, one after the other, read with bounds.

In: a zip or tar file, or its bytes. Out: each member's name, time and opened file. An archive is never trusted: no
link is followed, no path leads elsewhere, no size that it declares is believed. It does NOT write anything.
"""

from __future__ import annotations

import gzip
import lzma
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import IO

__all__ = [
    "MAX_FILES",
    "Member",
    "RefusedError",
    "explained",
    "is_link",
    "kind_of",
    "members",
    "read_bounded",
    "safe_path",
    "stem",
    "zip_members",
]

MAX_FILES = 20_000  # of one archive
_MAX_TAR = 512 * 2**20  # bytes of a tar file, unpacked
_CLUTTER = (".", "__MACOSX", "__pycache__")  # beginnings of names: editors' and systems' own copies
_ENDINGS = (".tar.gz", ".tgz", ".zip", ".gz")
_KINDS = {
    b"PK\x03\x04": "zip",
    b"PK\x05\x06": "zip",  # an empty one
    b"\x1f\x8b": "tar.gz",
    b"7z\xbc\xaf\x27\x1c": "7z",
    b"Rar!\x1a\x07": "rar",
}
_EXTENDED_TIME = 0x5455  # the extra field of a zip's member that has its time in UTC


class RefusedError(Exception):
    """An archive, or a file, or what is left of it, is not taken; the message says why."""


@dataclass(frozen=True, slots=True)
class Member:
    """One file of an archive; `file`: opened, None in the place of a link or a device."""

    name: str
    time: datetime | None
    file: IO[bytes] | None


@contextmanager
def explained() -> Iterator[None]:
    """Turn whatever reading a damaged, encrypted or hostile archive raises into a RefusedError."""
    try:
        yield
    except (zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, struct.error) as error:
        raise RefusedError(f"cannot be read: {error}") from error
    except (OSError, EOFError, RuntimeError, ValueError, NotImplementedError) as error:  # RuntimeError: encrypted
        raise RefusedError(str(error) or type(error).__name__) from error


def kind_of(data: bytes) -> str:
    """Return what kind of archive a file is by its first bytes, whatever its name: zip, tar.gz, 7z, rar; "": none."""
    return next((kind for head, kind in _KINDS.items() if data.startswith(head)), "")


def stem(name: str) -> str:
    """Return an archive's name without its ending; any other name as it is."""
    return next((name[: -len(end)] for end in _ENDINGS if name.lower().endswith(end) and len(name) > len(end)), name)


def safe_path(name: str) -> PurePosixPath | None:
    """Return a member's path below its archive's folder, None if it is clutter; RefusedError if it lies elsewhere."""
    path = PurePosixPath(name.replace("\\", "/"))
    if path.is_absolute() or not path.parts or ".." in path.parts or "\0" in name or ":" in path.parts[0]:
        raise RefusedError(f"{ascii(name)[:200]} leads out of its folder")
    return None if any(part.startswith(_CLUTTER) for part in path.parts) else path


def members(archive: Path | IO[bytes], kind: str) -> Iterator[Member]:
    """Yield all that is no folder; `kind`: "zip", or anything else for a tar file, packed or not.

    A member's file is read before the next member is asked for, or never.
    """
    if kind == "zip":
        with zipfile.ZipFile(archive) as packed:
            for info, name, time in zip_members(packed):
                yield Member(name, time, None if is_link(info) else packed.open(info))
        return
    with ExitStack() as stack:
        file = stack.enter_context(archive.open("rb")) if isinstance(archive, Path) else archive
        packed_too = kind_of(file.read(8)) == "tar.gz"
        file.seek(0)
        stream = _Bounded(gzip.GzipFile(fileobj=file) if packed_too else file)
        with tarfile.open(fileobj=stream, mode="r|") as tar:  # type: ignore[call-overload]  # a stream is only read
            for member in tar:
                if not member.isdir():
                    time = datetime.fromtimestamp(member.mtime, UTC) if 0 < member.mtime < 2**32 else None
                    yield Member(member.name, time, tar.extractfile(member) if member.isreg() else None)


class _Bounded:
    """A stream of which so much is read and no more: of a tar also what is passed over, and headers, are unpacked."""

    def __init__(self, file: IO[bytes] | gzip.GzipFile) -> None:
        self._file = file
        self._left = _MAX_TAR

    def read(self, size: int) -> bytes:
        """Return the next bytes; RefusedError where they are too many."""
        data = self._file.read(size)
        self._left -= len(data)
        if self._left < 0:
            raise RefusedError(f"more than {_MAX_TAR >> 20} MB come out of it")
        return data


def zip_members(packed: zipfile.ZipFile) -> Iterator[tuple[zipfile.ZipInfo, str, datetime | None]]:
    """Yield (entry, name, time in UTC) of all that is no folder."""
    for info in packed.infolist():
        if not info.is_dir():
            yield info, _name(info), _time(info)


def is_link(info: zipfile.ZipInfo) -> bool:
    """Whether an entry is a link or a device, anything but a regular file."""
    return info.external_attr >> 16 & 0o170000 not in (0, 0o100000)


def _name(info: zipfile.ZipInfo) -> str:
    """Return an entry's name; what writes UTF-8 and does not say so (Canvas, a Mac) is understood all the same."""
    if info.flag_bits & 0x800:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return info.filename


def _time(info: zipfile.ZipInfo) -> datetime | None:
    """Return an entry's time; without a zone it is this machine's; None: it has none (1980 is zip's word for that)."""
    extra = info.extra
    while len(extra) >= 4:
        kind, size = struct.unpack("<HH", extra[:4])
        if kind == _EXTENDED_TIME and size >= 5 and len(extra) >= 9 and extra[4] & 1:
            return datetime.fromtimestamp(struct.unpack("<I", extra[5:9])[0], UTC)
        extra = extra[4 + size :]
    try:
        return datetime(*info.date_time).astimezone(UTC) if info.date_time[0] > 1980 else None
    except ValueError:
        return None


def read_bounded(file: IO[bytes], most: int) -> bytes:
    """Return a file's bytes; RefusedError if it has more than `most`, whatever it says of its size, or is damaged."""
    with explained(), file:
        data = file.read(most + 1)
    if len(data) > most:
        raise RefusedError(f"more than {most >> 20} MB")
    return data
