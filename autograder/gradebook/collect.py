"""Archives that students made -> downloaded/ASSIGNMENT/extracted/, for `nbgrader zip_collect`.

In: downloaded/ASSIGNMENT/archive/: STUDENT.zip (or .tar.gz), STUDENT.ipynb, folders STUDENT/. Out: regular
files below extracted/STUDENT/, bounded in size and number. An archive is never trusted: no link, no path
that leads elsewhere, no size that it declares. One that cannot be read is left out with a warning, and
the others are collected.
"""

from __future__ import annotations

import os
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO, Any

from nbgrader.plugins import ExtractorPlugin, FileNameCollectorPlugin

__all__ = ["ByStudent", "SafeExtractor"]

_MAX_BYTES = 512 * 2**20  # of all that comes out of one archive, those within it included
_MAX_FILES = 20_000
_MAX_DEPTH = 2  # an archive within an archive, as learning platforms and students make them
_CLUTTER = (".", "__MACOSX", "__pycache__")  # beginnings of names: editors' and systems' own copies
_ENDINGS = (".tar.gz", ".zip", ".gz")


class _Refused(Exception):  # noqa: N818  not an error of ours: the archive's
    """An archive, or what is left of it, is not extracted; the message says why."""


class SafeExtractor(ExtractorPlugin):
    """Replaces nbgrader's extractor, which trusts what an archive says of itself."""

    def extract(self, archive_path: str, extracted_path: str) -> None:
        """Extract each archive of a folder, copy its other files; nothing in them stops the others."""
        source, target = Path(archive_path), Path(extracted_path)
        for parent, folders, names in os.walk(source):
            folders.sort()
            for name in sorted(names):
                path = Path(parent, name)
                folder = target / path.parent.relative_to(source)
                if path.is_symlink() or not path.is_file():
                    self._warn(path, "is no regular file")
                elif _stem(name) != name:
                    self._unpack(path, folder / _stem(name), _MAX_BYTES, depth=1)
                else:  # STUDENT.ipynb: a folder of its own, as if it had been packed
                    single = path.suffix == ".ipynb" and path.parent == source
                    try:
                        _copy(path.open("rb"), folder / path.stem / name if single else folder / name, _MAX_BYTES)
                    except (_Refused, OSError) as error:
                        self._warn(path, error)

    def _warn(self, path: Path, reason: object) -> None:
        self.log.warning("LEFT OUT: %s: %s", path, reason)

    def _unpack(self, archive: Path, target: Path, budget: int, *, depth: int) -> int:
        """Extract an archive and those within it; return how many bytes of the budget are left."""
        remaining, inner = budget, list[Path]()
        try:
            for number, (name, file) in enumerate(_members(archive)):
                if number >= _MAX_FILES:
                    raise _Refused(f"more than {_MAX_FILES} files")  # noqa: TRY301
                member = self._path(archive, name) if file is not None else None
                if file is not None and member is not None:
                    remaining -= self._write(file, target / member, remaining)
                    inner += [target / member] if _stem(member.name) != member.name else []
        except (_Refused, OSError, EOFError, RuntimeError, ValueError, NotImplementedError) as error:
            self._warn(archive, error)  # RuntimeError: it is encrypted
        except (zipfile.BadZipFile, tarfile.TarError, zlib.error) as error:
            self._warn(archive, f"cannot be read: {error}")
        for path in filter(Path.is_file, inner):
            if depth < _MAX_DEPTH:
                remaining = self._unpack(path, path.with_name(_stem(path.name)), remaining, depth=depth + 1)
            path.unlink()
        return remaining

    def _path(self, archive: Path, name: str) -> PurePosixPath | None:
        """Return a member's path below its archive's folder, None if it would lie elsewhere or is clutter."""
        path = PurePosixPath(name.replace("\\", "/"))
        if path.is_absolute() or not path.parts or ".." in path.parts or "\0" in name or ":" in path.parts[0]:
            self._warn(archive, f"{ascii(name)[:200]} leads out of its folder")
            return None
        return None if any(part.startswith(_CLUTTER) for part in path.parts) else path

    def _write(self, file: IO[bytes], path: Path, max_bytes: int) -> int:
        """Write one file and return its size: 0 if it cannot be (a long name, a file where a folder is to be)."""
        try:
            return _copy(file, path, max_bytes)
        except OSError as error:
            self._warn(path, error)
            return 0


def _stem(name: str) -> str:
    """Return an archive's name without its ending; any other name as it is."""
    return next((name[: -len(end)] for end in _ENDINGS if name.lower().endswith(end) and len(name) > len(end)), name)


def _members(archive: Path) -> Iterator[tuple[str, IO[bytes] | None]]:
    """Yield (name, opened file) of all that is no folder; None in the place of a link or a device."""
    if archive.name.lower().endswith(".zip"):
        with zipfile.ZipFile(archive) as packed:
            for info in packed.infolist():
                if not info.is_dir():
                    kind = info.external_attr >> 16 & 0o170000
                    yield info.filename, packed.open(info) if kind in (0, 0o100000) else None
    else:
        with tarfile.open(archive, "r:*") as tar:
            for member in tar:
                if not member.isdir():
                    yield member.name, tar.extractfile(member) if member.isreg() else None


def _copy(file: IO[bytes], path: Path, max_bytes: int) -> int:
    """Write a file anew and return its size; _Refused, and no file, if it has more than `max_bytes`."""
    with file:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as copy:
            try:
                while data := file.read(1 << 20):
                    if copy.tell() + len(data) > max_bytes:
                        reason = f"{path.name}: with it, more than {_MAX_BYTES >> 20} MB come out of this archive"
                        raise _Refused(reason)  # noqa: TRY301
                    copy.write(data)
            except BaseException:
                path.unlink()
                raise
            return copy.tell()


class ByStudent(FileNameCollectorPlugin):
    """Takes the first of several files that would be the same student's same notebook; nbgrader gives up there."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._seen: set[tuple[str, str]] = set()

    def collect(self, submitted_file: str) -> dict[str, str] | None:
        """Return nbgrader's description of a file, None if it is to be skipped."""
        names: dict[str, str] | None = super().collect(submitted_file)
        if names is None or "timestamp" in names:
            return names
        key = (str(names.get("student_id")), str(names.get("file_id")))
        if key in self._seen:
            self.log.warning("LEFT OUT: %s: %s has another notebook '%s'", submitted_file, *key)
            return None
        self._seen.add(key)
        return names
