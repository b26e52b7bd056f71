"""timestamp.txt -> when a submission was handed in.

In: a student's folder. Out: a time in UTC, as nbgrader's gradebook has it, and what is wrong with the file, in words
for the instructor. A student can write this file, so it is read like any other: a regular file, 1 kB, two forms:
ISO 8601, and what nbgrader writes, a time and the name of its zone. Without a zone it is UTC, as in nbgrader. Where the
file is there and says no time, the submission counts as handed in when the file came to lie there (its change time,
which nobody can set): never as on time for want of a time. nbgrader's own parser takes hours for a long text.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from dateutil.tz import gettz

from autograder.files import read_regular

__all__ = ["HandedIn", "handed_in_at", "of_exchange"]

_NAME, _SECRET = "timestamp.txt", "submission_secret.txt"
_MOST = 1024
_TIME = re.compile(
    r"(?P<time>\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?)"
    r"(?: ?(?P<zone>Z|[+-]\d\d:?[0-5]\d|(?<= )[A-Za-z]+(?:[/_-][A-Za-z0-9]+)*))?",
    re.ASCII,
)


class HandedIn(NamedTuple):
    """When a submission was handed in: UTC, without a zone as in the gradebook; None: nothing says so."""

    at: datetime | None
    problem: str = ""


def handed_in_at(folder: Path) -> HandedIn:
    """Return when a submission was handed in, as its timestamp.txt says."""
    path = folder / _NAME
    try:
        changed = datetime.fromtimestamp(path.lstat().st_ctime, UTC).replace(tzinfo=None, microsecond=0)
    except OSError:
        return HandedIn(None)
    data = read_regular(path, most=_MOST)
    if data is not None and len(data) <= _MOST:
        stamp = _parsed(data.decode("utf-8", "replace").strip())
        if stamp is not None:
            return HandedIn(stamp)
    return HandedIn(
        changed,
        f"{path} says no time that can be read; the submission counts as handed in at {changed} UTC, when the file "
        "came to lie there. Write a time like 2030-01-31 23:59:00 UTC into it, and grade again.",
    )


def _parsed(text: str) -> datetime | None:
    match = _TIME.fullmatch(text)
    if match is None:
        return None
    zone = match["zone"] or "UTC"
    try:
        tzinfo = gettz(zone) if zone[0].isalpha() and zone != "Z" else datetime.strptime(zone, "%z").tzinfo
        stamp = datetime.fromisoformat(match["time"])
        return None if tzinfo is None else stamp.replace(tzinfo=tzinfo).astimezone(UTC).replace(tzinfo=None)
    except (ValueError, OverflowError):
        return None


def of_exchange(folder: Path) -> dict[str, bytes]:
    """Return the two files of nbgrader's exchange that its release_feedback looks for, written anew: {name: bytes}."""
    stamp, secret = handed_in_at(folder), read_regular(folder / _SECRET, most=_MOST) or b""
    files = {_NAME: f"{stamp.at} UTC".encode()} if stamp.at is not None and not stamp.problem else {}
    return files | ({_SECRET: secret} if re.fullmatch(rb"[0-9a-f]{128}", secret) else {})
