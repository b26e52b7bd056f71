"""timestamp.txt -> when a submission was handed in.

In: a student's folder. Out: a time in UTC, as nbgrader's gradebook has it, and what is wrong with the file, in words
for the instructor. A student can write this file, so it is read like any other: a regular file, 1 kB, in UTF-8 or
UTF-16, three forms: ISO 8601; what nbgrader writes, a time and the name of its zone; what `date` and mail programs
write, with an English month. Without a zone it is UTC, as in nbgrader. Where the file is there and says no time, the
submission counts as handed in when the file came to lie there (its change time, which nobody can set): never as on
time for want of a time. nbgrader's own parser takes hours for a long text.
"""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from pathlib import Path
from typing import NamedTuple

from dateutil.tz import gettz

from autograder.files import read_regular

__all__ = ["HandedIn", "as_utc", "handed_in_at", "of_exchange"]

_NAME, _SECRET = "timestamp.txt", "submission_secret.txt"
_MOST = 1024
_CLOCK = r"(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,](?P<fraction>\d{1,9}))?)?(?: ?(?P<half>[AP]M))?"
_ZONE = r"(?: ?(?P<zone>Z|(?:UTC|GMT)?[+-]\d{1,2}(?::?[0-5]\d)?|(?<= )[A-Za-z]+(?:[/_-][A-Za-z0-9]+)*))?"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FORMS = [
    re.compile(form, re.ASCII | re.IGNORECASE)
    for form in (
        rf"(?P<year>\d{{4}})(?P<mark>[-/])(?P<month>\d\d)(?P=mark)(?P<day>\d\d)[T ]{_CLOCK}{_ZONE}",
        rf"(?:[a-z]{{3,9}},? )?(?P<day>\d{{1,2}}) (?P<month>[a-z]{{3}}) (?P<year>\d{{4}}) {_CLOCK}{_ZONE}",
        rf"(?:[a-z]{{3,9}},? )?(?P<month>[a-z]{{3}}) (?P<day>\d{{1,2}}) {_CLOCK}{_ZONE} (?P<year>\d{{4}})",
    )
]


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
        text = data.decode(
            json.detect_encoding(data), "replace"
        )  # UTF-16 as PowerShell writes it, with or without mark
        stamp = as_utc(text.strip("\0\ufeff \t\r\n"))
        if stamp is not None:
            return HandedIn(stamp)
    return HandedIn(
        changed,
        f"{path} says no time that can be read; the submission counts as handed in at {changed} UTC, when the file "
        "came to lie there. Write a time like 2030-01-31 23:59:00 UTC into it, and grade again.",
    )


def as_utc(text: str) -> datetime | None:
    """Return the time that a text says, in UTC without a zone; None if it says none in a form that is known."""
    plain = " ".join(text.split())
    match = next((match for form in _FORMS if (match := form.fullmatch(plain))), None)
    if match is None:
        return None
    hour, half = int(match["hour"]), (match["half"] or "").upper()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "PM" else 0)
    month = match["month"].lower()
    try:
        stamp = datetime(
            int(match["year"]),
            _MONTHS.index(month) + 1 if month.isalpha() else int(month),
            int(match["day"]),
            hour,
            int(match["minute"]),
            int(match["second"] or 0),
            int((match["fraction"] or "0").ljust(6, "0")[:6]),
            _zone(match["zone"] or "UTC"),
        )
        return stamp.astimezone(UTC).replace(tzinfo=None)
    except (ValueError, OverflowError):
        return None


def _zone(name: str) -> tzinfo:
    """Return a time zone by its name or offset; ValueError if there is none."""
    if name.upper() == "Z":
        return UTC
    if match := re.fullmatch(r"(?:UTC|GMT)?([+-])(\d{1,2}?):?(\d\d)?", name, re.IGNORECASE):
        offset = timedelta(hours=int(match[2]), minutes=int(match[3] or 0))
        return timezone(-offset if match[1] == "-" else offset)
    zone = gettz(name)
    if zone is None:
        raise ValueError(f"no time zone {name!r}")
    return zone


def of_exchange(folder: Path) -> dict[str, bytes]:
    """Return the two files of nbgrader's exchange that its release_feedback looks for, written anew: {name: bytes}."""
    stamp, secret = handed_in_at(folder), read_regular(folder / _SECRET, most=_MOST) or b""
    files = {_NAME: f"{stamp.at} UTC".encode()} if stamp.at is not None and not stamp.problem else {}
    return files | ({_SECRET: secret} if re.fullmatch(rb"[0-9a-f]{128}", secret) else {})
