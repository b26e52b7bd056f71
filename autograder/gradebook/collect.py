"""Archives that students made -> downloaded/ASSIGNMENT/extracted/, for `nbgrader zip_collect`.

In: downloaded/ASSIGNMENT/archive/: STUDENT.zip (or .tar.gz), STUDENT.ipynb, folders STUDENT/. Out: regular
files below extracted/STUDENT/, bounded in size and number. An archive is never trusted: no link, no path
that leads elsewhere, no size that it declares. One that cannot be read is left out with a warning, and
the others are collected.
"""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath
from typing import IO, Any

from nbgrader.plugins import ExtractorPlugin, FileNameCollectorPlugin

from autograder.collect.archives import MAX_FILES, RefusedError, explained, members, safe_path, stem

__all__ = ["ByStudent", "SafeExtractor"]

_MAX_BYTES = 512 * 2**20  # of all that comes out of one archive, those within it included
_MAX_DEPTH = 2  # an archive within an archive, as learning platforms and students make them


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
                elif stem(name) != name:
                    self._unpack(path, folder / stem(name), _MAX_BYTES, depth=1)
                else:  # STUDENT.ipynb: a folder of its own, as if it had been packed
                    single = path.suffix == ".ipynb" and path.parent == source
                    try:
                        _copy(path.open("rb"), folder / path.stem / name if single else folder / name, _MAX_BYTES)
                    except (RefusedError, OSError) as error:
                        self._warn(path, error)

    def _warn(self, path: Path, reason: object) -> None:
        self.log.warning("LEFT OUT: %s: %s", path, reason)

    def _unpack(self, archive: Path, target: Path, budget: int, *, depth: int) -> int:
        """Extract an archive and those within it; return how many bytes of the budget are left."""
        remaining, inner = budget, list[Path]()
        try:
            with explained():
                kind = "zip" if archive.name.lower().endswith(".zip") else "tar"
                for number, member in enumerate(members(archive, kind)):
                    if number >= MAX_FILES:
                        raise RefusedError(f"more than {MAX_FILES} files")  # noqa: TRY301
                    within = self._path(archive, member.name) if member.file is not None else None
                    if member.file is not None and within is not None:
                        remaining -= self._write(member.file, target / within, remaining)
                        inner += [target / within] if stem(within.name) != within.name else []
        except RefusedError as error:
            self._warn(archive, error)
        for path in filter(Path.is_file, inner):
            if depth < _MAX_DEPTH:
                remaining = self._unpack(path, path.with_name(stem(path.name)), remaining, depth=depth + 1)
            path.unlink()
        return remaining

    def _path(self, archive: Path, name: str) -> PurePosixPath | None:
        """Return a member's path below its archive's folder, None if it would lie elsewhere or is clutter."""
        try:
            return safe_path(name)
        except RefusedError as error:
            self._warn(archive, error)
            return None

    def _write(self, file: IO[bytes], path: Path, max_bytes: int) -> int:
        """Write one file and return its size: 0 if it cannot be (a long name, a file where a folder is to be)."""
        try:
            return _copy(file, path, max_bytes)
        except OSError as error:
            self._warn(path, error)
            return 0


def _copy(file: IO[bytes], path: Path, max_bytes: int) -> int:
    """Write a file anew and return its size; RefusedError, and no file, if it has more than `max_bytes`."""
    with file:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as copy:
            try:
                while data := file.read(1 << 20):
                    if copy.tell() + len(data) > max_bytes:
                        reason = f"{path.name}: with it, more than {_MAX_BYTES >> 20} MB come out of this archive"
                        raise RefusedError(reason)  # noqa: TRY301
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
