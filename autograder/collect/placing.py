"""A submission -> submitted/STUDENT/NN-unit/, in one step; the one that was there is kept.

In: a notebook's bytes and the time at which it was handed in. Out: a folder with the notebook, its receipt and
timestamp.txt. What lay there before goes to .autograder/earlier/STUDENT/NN-unit/TIME/, with sha256.txt, which has the
hash that `autograder submit` printed. A process that is killed in between leaves the one or the other, and whoever
collects again mends it.
"""

from __future__ import annotations

import hashlib
import shutil
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from autograder.collect.choosing import RECEIPT, Chosen
from autograder.course import Course, handed_in
from autograder.errors import CourseError
from autograder.files import read_regular, renew_folder, write_atomically
from autograder.notebook import MAX_FILE

__all__ = ["place", "status_of", "time_of"]

_TIMESTAMP = "timestamp.txt"
_MAX_TIMESTAMP = 1024


def status_of(folder: Path, unit: str, chosen: Chosen, time: datetime | None) -> str:
    """Return what placing a notebook would do: "new", "replaced"; "unchanged", "older": nothing, and why."""
    if not folder.exists():
        return "new"
    path, _ = handed_in(folder, unit)
    if read_regular(path, most=MAX_FILE) == chosen.data:
        return "unchanged"
    before = time_of(folder)
    return "older" if time is not None and before is not None and time < before else "replaced"


def place(course: Course, folder: Path, unit: str, chosen: Chosen, time: datetime | None) -> str:
    """Put a notebook into submitted/STUDENT/NN-unit, unless it is there or a newer one is; return what was done.

    Raises:
        CourseError: the folder is a link, or cannot be written.
    """
    for path in (folder, folder.parent):
        if path.is_symlink() or (path.exists() and not path.is_dir()):
            raise CourseError(f"{path}: a link or a file where a student's folder is to be. Take it away.")
    status = status_of(folder, unit, chosen, time)
    stamp = f"{time:%Y-%m-%d %H:%M:%S} UTC\n".encode() if time is not None else None
    try:
        if status in ("new", "replaced"):
            files = {f"{unit}.ipynb": chosen.data, RECEIPT: chosen.receipt, _TIMESTAMP: stamp}
            part = folder.with_name(f".{folder.name}.part")
            renew_folder(part, {name: data for name, data in files.items() if data is not None})
            if status == "replaced":
                _keep(course, folder, unit)
            part.rename(folder)
        elif status == "unchanged" and stamp is not None and not (folder / _TIMESTAMP).exists():
            write_atomically(folder / _TIMESTAMP, stamp)
    except OSError as error:
        raise CourseError(f"{error.filename or folder}: cannot be written ({error.strerror})") from error
    return status


def _keep(course: Course, folder: Path, unit: str) -> None:
    """Move what was handed in before to where earlier versions are kept."""
    versions = course.private / "earlier" / folder.parent.name / folder.name
    versions.mkdir(parents=True, exist_ok=True)
    now = f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}"
    names = (now, *(f"{now}-{number}" for number in range(2, 10_000)))
    target = next(versions / name for name in names if not (versions / name).exists())
    path, _ = handed_in(folder, unit)
    data = read_regular(path, most=MAX_FILE)
    shutil.move(folder, target)
    if data is not None:
        write_atomically(target / "sha256.txt", f"{hashlib.sha256(data).hexdigest()}  {path.name}\n".encode())


def time_of(folder: Path) -> datetime | None:
    """Return the time in a submission's timestamp.txt, as it is written here; None: there is none, or another form."""
    data = read_regular(folder / _TIMESTAMP, most=_MAX_TIMESTAMP) or b""
    with suppress(ValueError):
        return datetime.strptime(data.decode("ascii", "replace").strip(), "%Y-%m-%d %H:%M:%S UTC").replace(tzinfo=UTC)
    return None
