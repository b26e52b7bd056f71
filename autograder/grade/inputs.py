"""What a grade was made from, and how that differs from what it would be made from now.

In: a report's evidence, the files beside the source, the folder that was handed in. Out: {what: hash or name},
which `record` keeps with a grade and a report written without a gradebook brings along; the differences of two,
in words. It does NOT decide what follows from them: gradebook/unchanged.py and commands/import_reports.py do.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from autograder.files import read_regular
from autograder.grade.retry import cut_short
from autograder.model import Evidence, Run
from autograder.run.provenance import basis

__all__ = ["IMPORTED", "beside", "differences", "made_by", "made_from"]

IMPORTED = "imported"  # of a grade that another machine made
_TIME = 2000  # bytes of a timestamp.txt that are looked at
_CUT_SHORT = "cut_short"
_MACHINE = ("device", "isolation", "versions", "code", _CUT_SHORT, IMPORTED)  # what does not lie in the course
# what differs -> why a submission is graded again, {0}: what it was, {1}: what it is
_WHY = {
    "submission": "the submission changed",
    "beside": "the submission changed",
    "source": "source/ changed",
    "files": "source/ changed",
    "secret": "the course's secret changed",
    "device": "another device ({0}, now {1})",
    "isolation": "another isolation ({0}, now {1})",
    "versions": "other versions ({0}, now {1})",
    "code": "the grader's own code changed",
    _CUT_SHORT: "its last run was cut short",
}


def made_from(evidence: Evidence, files: Mapping[str, bytes], submitted: Path, run: Run | None) -> dict[str, str]:
    """Return what a grade was made from: how it was run, the source and its files, what was handed in.

    `run`: of the submission, None if it was not run. One that was cut short is made again: what would be made now
    never says so.
    """
    parts = basis(files, evidence.seed_id, evidence.device, evidence.versions) | {
        "source": evidence.source_sha256,
        "submission": evidence.submission_sha256,
        "beside": beside(submitted),
        "isolation": evidence.isolation.value,
    }
    return parts | ({_CUT_SHORT: "yes"} if run is not None and cut_short(run) else {})


def made_by(parts: Mapping[str, str]) -> dict[str, str]:
    """Return the part of it that says which machine made the grade, and with what."""
    return {name: parts[name] for name in _MACHINE if name in parts}


def differences(then: Mapping[str, str], now: Mapping[str, str]) -> Iterator[str]:
    """Yield why a grade made from `then` does not stand."""
    for name, words in _WHY.items():
        before, after = then.get(name, ""), now.get(name, "")
        if before != after:
            yield words.format(*_versions(before, after)) if name == "versions" else words.format(before, after)


def _versions(before: str, after: str) -> tuple[str, str]:
    """Return in words which versions differ."""
    try:
        old, new = json.loads(before), json.loads(after)
        names = [name for name in new if old.get(name) != new[name]]
        return tuple(", ".join(f"{name} {known.get(name, 'none')}" for name in names) for known in (old, new))  # type: ignore[return-value]
    except (ValueError, RecursionError, AttributeError, TypeError):
        return "unknown", "others"


# ---------------------------------------------------------------- the files beside


def beside(folder: Path) -> str:
    """Return a hash of what counts besides the notebook: the names of other notebooks, and the time of handing in."""
    hashed = hashlib.sha256()
    for location, names, files in os.walk(folder):
        names.sort()
        for name in sorted(name for name in files if name.lower().endswith(".ipynb")):
            hashed.update(f"{Path(location, name).relative_to(folder)}\0".encode("utf-8", "surrogateescape"))
    hashed.update(read_regular(folder / "timestamp.txt", most=_TIME) or b"")
    return hashed.hexdigest()
